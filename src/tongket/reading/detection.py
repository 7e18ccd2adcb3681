"""Which language a text is written in: characteristic letters and function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from tongket.reading.packs import known_languages, language_pack

_SAMPLE = 20_000
# Below this, a text of so many words or letters has nothing of the known languages about it.
_EVIDENCE = 0.06
_WORDS = _LETTERS = 20
_SCRIPTS = re.compile(r"[a-z\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff]")  # Latin with Vietnamese, and Cyrillic
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
    scores = _scores(_WORD.findall(lower[:_SAMPLE]))
    return max(known_languages(), key=scores.__getitem__)


def may_be_in(code: str, lower: str) -> bool:
    """Whether the beginning of a lower-case text has enough of a known language about it to be believed to be in it."""
    return code in known_languages() and _scores(_WORD.findall(lower[:_SAMPLE]))[code] >= _EVIDENCE


def is_recognised(lower: str) -> bool:
    """Whether a lower-case text may be in a known language; a text too short to tell may.

    Refused are texts in letters that no known language writes, and longer ones without any evidence.
    """
    words = _WORD.findall(lower[:_SAMPLE])
    letters = "".join(words)
    if len(letters) >= _LETTERS and len(_SCRIPTS.findall(letters)) < len(letters) / 2:
        return False
    return len(words) < _WORDS or max(_scores(words).values()) >= _EVIDENCE


def _scores(words: list[str]) -> dict[str, float]:
    """By language: the share of letters that only it writes, plus the share of its function words."""
    letters, counted = Counter("".join(words)), Counter(words)
    scores = {}
    for code in known_languages():
        own, function_words = _evidence(code)
        by_letter = sum(map(letters.__getitem__, own)) / (letters.total() or 1)
        scores[code] = by_letter + sum(map(counted.__getitem__, function_words)) / (len(words) or 1)
    return scores
