"""Words that lost the blank between them: «chế tạotăng1,36 %», “rose by3.5%”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.reading.packs import known_languages, language_pack

# A number right behind the word for it, «№20», “No.12/QD”, or a year in front of its own: «13.12.2026г.»
_NUMBER = re.compile(r"(?:№|(?<!\w)No\.)(?=[0-9])|(?<=\.[12][0-9]{3})(?=г(?:\.|ода))")
_PERCENT = re.compile(r"(?<=[^\W\d_][^\W\d_])(?=[0-9]{1,3}(?:[.,][0-9]{1,3}){0,2} ?%)")


@cache
def _words() -> re.Pattern[str]:
    """Where a blank is missing in front of or behind the words that packs list as ``sentences.glued``."""
    packs = map(language_pack, known_languages())
    words = "|".join(sorted({word for pack in packs for word in pack.phrases("sentences.glued")}))
    return re.compile(rf"(?<=[^\W\d_])(?=(?:{words})[\s\d])|(?:{words})(?=[0-9])" if words else r"(?!)")


def glued(text: str) -> Iterator[int]:
    """The places where a blank is missing, in no order."""
    yield from (match.end() for match in _NUMBER.finditer(text))
    if "%" in text:
        yield from (match.end() for match in _PERCENT.finditer(text))
    yield from (match.end() for match in _words().finditer(text))
