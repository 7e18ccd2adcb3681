"""The phrase notation of language packs, compiled to patterns once.

A phrase is words in lower case. ``*`` stands for any ending (or letters), ``(a|b)`` for a choice,
``(a |)`` for something optional, ``~`` for up to four words in between, ``#`` for digits. A space
stands for any white space, ``'`` for a typographic apostrophe as well. Patterns made from phrases
have bounded repetitions only, so that matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
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
_WORD = re.compile(r"\w+")
_LEADING_CHOICE = re.compile(r"\(([^()]*)\)")
# What may follow letters within the same word, by the notation.
_GOES_ON = frozenset("*~(|)#_{")
_ENOUGH_WORDS = 20_000


def _openings(phrase: str) -> Iterator[tuple[str, bool]]:
    """The letters that a phrase begins with, and whether they are a whole word; no letters if they are not known."""
    choice = _LEADING_CHOICE.match(phrase)
    if choice:
        for chosen in choice[1].split("|"):
            yield from _openings(chosen + phrase[choice.end() :])
        return
    word = _WORD.match(phrase)
    letters = word.group() if word else phrase[:1] if phrase.startswith("#") else ""
    yield letters, letters != "#" and phrase[len(letters) : len(letters) + 1] not in _GOES_ON


class Beginnings:
    """The words that some phrases may begin with, so that a text is searched at these words only.

    ``known`` is False where a phrase may begin with anything but a word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        openings = {opening for phrase in phrases for opening in _openings(phrase)}
        self.known = all(letters for letters, _ in openings)
        patterns = [phrase_pattern(letters) + (r"\Z" if whole else "") for letters, whole in sorted(openings)]
        self._pattern = re.compile("|".join(patterns) or "(?!)")
        self.may_be = lru_cache(maxsize=_ENOUGH_WORDS)(self._may_be)

    def _may_be(self, word: str) -> bool:
        return self._pattern.match(word) is not None


class WordwisePattern:
    """A pattern of which every match begins with a whole word's first letter, tried at words it may begin with."""

    def __init__(self, pattern: str, beginnings: Beginnings) -> None:
        self._pattern = re.compile(pattern)
        self._beginnings = beginnings

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as of the pattern alone."""
        if not self._beginnings.known:
            yield from self._pattern.finditer(text)
            return
        taken = 0
        for word in _WORD.finditer(text):
            if word.start() >= taken and self._beginnings.may_be(word.group()):
                match = self._pattern.match(text, word.start())
                if match:
                    yield match
                    taken = match.end()


class Cues:
    """Phrases grouped by what they mean, found together."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        flat = [(phrase, value) for value, phrases in meanings.items() for phrase in phrases]
        flat.sort(key=lambda item: (-len(item[0]), item[0]))
        self._values = [value for _, value in flat]
        self.beginnings = Beginnings(phrase for phrase, _ in flat)
        # The empty group at the end of a phrase tells which one it was; a group around the phrase would
        # keep the engine from rejecting a phrase by its first letter, which makes it several times slower.
        groups = "|".join(f"{phrase_pattern(phrase)}()" for phrase, _ in flat)
        # A dot ends an abbreviation, whatever stands behind it: «тыс.тонн».
        pattern = rf"(?:{groups})(?:(?!\w)|(?<=\.)(?![0-9]))"
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

    def from_word(self, lower: str, position: int, end: int) -> tuple[int, int] | None:
        """Where the cue stands that begins at ``position``, unless that is inside a word."""
        match = self._anywhere.match(lower, position, end)
        return (match.start(), match.end(match.lastindex)) if match and match.lastindex else None


class Union:
    """Several sets of cues, each found as if alone: only those that may begin with a word are tried there."""

    def __init__(self, sets: Sequence[Cues]) -> None:
        self._sets = [cues for cues in sets if cues.beginnings.known]
        self._others = [cues for cues in sets if not cues.beginnings.known]
        self._beginning = lru_cache(maxsize=_ENOUGH_WORDS)(self._find_beginning)

    def _find_beginning(self, word: str) -> tuple[int, ...]:
        return tuple(index for index, cues in enumerate(self._sets) if cues.beginnings.may_be(word))

    def places(self, lower: str, start: int, end: int) -> list[tuple[int, int]]:
        """Start and end of every cue of every set in ``lower[start:end]``; those of one set do not overlap."""
        found = [(hit.start, hit.end) for cues in self._others for hit in cues.all(lower, start, end)]
        taken = [start] * len(self._sets)
        for word in _WORD.finditer(lower, start, end):
            for index in self._beginning(word.group()):
                if word.start() >= taken[index]:
                    place = self._sets[index].from_word(lower, word.start(), end)
                    if place:
                        found.append(place)
                        taken[index] = place[1]
        return found
