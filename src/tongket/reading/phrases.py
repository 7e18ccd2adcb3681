"""The phrase notation of language packs, compiled to patterns once.

A phrase is words in lower case. ``*`` stands for any ending (or letters), ``(a|b)`` for a choice,
``(a |)`` for something optional, ``~`` for up to four words in between, ``#`` for digits. A space
stands for any white space, ``'`` for a typographic apostrophe as well. Patterns made from phrases
have bounded repetitions only, so that matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# Capital letters of the Latin and Cyrillic blocks, for character classes.
CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper())

_NOTATION = {
    " ": r"\s{1,3}",
    "*": r"\w{0,30}",
    "~": r"(?:[\w«»\"“”(,/&-]{1,40}\)?,?\s{1,3}){0,4}?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "-": r"[-–—]",
    "'": r"['’]",
    "#": r"\d{1,12}",
}


def phrase_pattern(phrase: str) -> str:
    """The regular expression for one phrase, without word boundaries."""
    return "".join(_NOTATION.get(c) or re.escape(c) for c in phrase.replace("~ ", "~"))


def alternation(phrases: Iterable[str]) -> str:
    """One group for all phrases; the longest is tried first."""
    return "(?:" + "|".join(map(phrase_pattern, sorted(phrases, key=lambda p: (-len(p), p)))) + ")"


def word_pattern(phrases: Iterable[str]) -> str:
    """``alternation`` that neither begins nor ends inside a word."""
    return rf"(?<!\w){alternation(phrases)}(?!\w)"


class Hit(NamedTuple):
    """A cue found in a text: what it means and where it stands. A tuple, as a text has very many."""

    value: str
    start: int
    end: int


_NEVER = re.compile(r"(?!)")


class Cues:
    """Phrases grouped by what they mean, found together."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        flat = [(phrase, value) for value, phrases in meanings.items() for phrase in phrases]
        flat.sort(key=lambda item: (-len(item[0]), item[0]))
        self._values = [value for _, value in flat]
        # The empty group at the end of a phrase tells which one it was; a group around the phrase would
        # keep the engine from rejecting a phrase by its first letter, which makes it several times slower.
        groups = "|".join(f"{phrase_pattern(phrase)}()" for phrase, _ in flat)
        pattern = rf"(?:{groups})(?!\w)"
        self._at = re.compile(pattern) if groups else _NEVER
        self._anywhere = re.compile(rf"(?<!\w){pattern}") if groups else _NEVER
        self._ending = re.compile(rf"(?<!\w){pattern}[\s(«\"“:]{{0,3}}\Z") if groups else _NEVER

    def _hit(self, match: re.Match[str] | None) -> Hit | None:
        if match is None or match.lastindex is None:
            return None
        return Hit(self._values[match.lastindex - 1], match.start(), match.end(match.lastindex))

    def first(self, lower: str, start: int, end: int) -> Hit | None:
        """The first cue in ``lower[start:end]``."""
        return self._hit(self._anywhere.search(lower, start, end))

    def last(self, lower: str, start: int, end: int) -> Hit | None:
        """The last cue in ``lower[start:end]``."""
        found = None
        for found in self._anywhere.finditer(lower, start, end):  # noqa: B007
            pass
        return self._hit(found)

    def all(self, lower: str, start: int, end: int) -> list[Hit]:
        """Every cue in ``lower[start:end]``, without overlaps."""
        values = self._values
        return [
            Hit(values[match.lastindex - 1], match.start(), match.end(match.lastindex))
            for match in self._anywhere.finditer(lower, start, end)
            if match.lastindex
        ]

    def at(self, lower: str, position: int, end: int) -> Hit | None:
        """The cue that begins at ``position``."""
        return self._hit(self._at.match(lower, position, end))

    def ending(self, lower: str, start: int, end: int) -> Hit | None:
        """The cue after which only white space or an opening mark comes before ``end``."""
        return self._hit(self._ending.search(lower, start, end))
