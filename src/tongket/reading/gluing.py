"""Words that lost the blank between them: «chế tạotăng1,36 %», “rose by3.5%”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.reading.packs import known_languages, language_pack

# What a match begins with comes first in each pattern: the engine then passes over everything else.
# A number right behind the word for it, «№20», “No.12/QD”, or a year in front of its own: «13.12.2026г.»
_NUMBER = re.compile(r"(?:№|No\.(?<!\w...))(?=[0-9])")
_OF_YEAR = re.compile(r"г(?<=[^0-9](?:19|20)[0-9][0-9]г)(?=\.|ода|[\s,;)])")
_PERCENT = re.compile(r"[0-9](?<=[^\W\d_][^\W\d_][0-9])[0-9]{0,2}(?:[.,][0-9]{1,3}){0,2} ?%")
_DIGITS = frozenset("0123456789")


@cache
def _words() -> re.Pattern[str]:
    """The words that packs list as ``sentences.glued``, in front of a blank or a digit."""
    packs = map(language_pack, known_languages())
    words = "|".join(sorted({word for pack in packs for word in pack.phrases("sentences.glued")}))
    return re.compile(rf"(?:{words})(?=[\s\d])" if words else r"(?!)")


def glued(text: str) -> Iterator[int]:
    """The places where a blank is missing, in no order."""
    yield from (match.end() for match in _NUMBER.finditer(text))
    yield from (match.start() for match in _OF_YEAR.finditer(text))
    if "%" in text:
        yield from (match.start() for match in _PERCENT.finditer(text))
    for match in _words().finditer(text):
        start, end = match.span()
        if text[max(start - 1, 0) : start].isalpha():
            yield start
        if text[end : end + 1] in _DIGITS:
            yield end
