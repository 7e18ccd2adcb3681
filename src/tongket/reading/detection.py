"""Which language a text is written in: characteristic letters and function words."""

from __future__ import annotations

import re
from functools import cache

from tongket.reading.packs import known_languages, language_pack

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _evidence(code: str) -> tuple[frozenset[str], frozenset[str]]:
    pack = language_pack(code)
    return frozenset(pack.get("detection.letters", "")), frozenset(pack.phrases("detection.function_words"))


def detect_language(lower: str) -> str:
    """The known language that fits the beginning of a lower-case text best.

    The share of letters that only this language writes, plus the share of its function words. A
    text without any evidence counts as the first language in the alphabet.
    """
    sample = lower[:_SAMPLE]
    words = _WORD.findall(sample)
    letters = "".join(words)

    def score(code: str) -> float:
        own, function_words = _evidence(code)
        by_letter = sum(map(own.__contains__, letters)) / (len(letters) or 1)
        by_word = sum(map(function_words.__contains__, words)) / (len(words) or 1)
        return by_letter + by_word

    return max(known_languages(), key=score)
