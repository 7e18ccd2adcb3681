"""The phrase notation of language packs, compiled to patterns once.

A phrase is words in lower case. ``*`` stands for any ending (or letters), ``(a|b)`` for a choice,
``(a |)`` for something optional, ``~`` for up to four words in between, ``#`` for digits. A space
stands for any white space, ``'`` for a typographic apostrophe as well. Patterns made from phrases
have bounded repetitions only, so that matching takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tongket.reading.beginnings import LAST_SET, SETS, Beginnings, Starts, UnionStarts, by_head, may_end_in_sign

# Capital letters of the Latin and Cyrillic blocks, for character classes.
CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper())

_DIGITS = "0123456789"
_NEVER = 2**62
# A dot ends an abbreviation, whatever stands behind it, and a sign a word: «тыс.тонн», «65,9%KH».
_BEHIND = r"(?:(?!\w)|(?<=[.%])(?![0-9]))"
_OPENING = r"[\s(«\"“:]{0,3}\Z"
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


def _by_head(phrases: Iterable[str]) -> str:
    """The phrases in any order, those of one first word together: at a place most are passed over at once."""
    heads = by_head(phrases).items()
    return "|".join(f"{re.escape(head)}(?:{'|'.join(map(phrase_pattern, rests))})" for head, rests in heads) or "(?!)"


def blanked(lower: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> str:
    """``lower[start:end]`` with what stands at ``places`` replaced by spaces, place for place."""
    rest = list(lower[start:end])
    for first, last in places:
        rest[first - start : last - start] = " " * (min(last, end) - first)
    return "".join(rest)


class Hit(NamedTuple):
    """A cue found in a text: what it means and where it stands. A tuple, as a text has very many."""

    value: str
    start: int
    end: int


class Opened(NamedTuple):
    """The alternatives that may begin with a sign, in one pattern, and which of all they are."""

    pattern: re.Pattern[str]
    numbers: Sequence[int]


class BySign(dict[str, Opened | None]):
    """By the sign that stands at a place the alternatives that may begin there: of hundreds of phrases a few.

    ``alternatives`` are phrases, each with its pattern; ``before`` and ``behind`` stand around every one. Those of a
    sign are compiled when a text first has it; the sign is one character or, at the end of a text, none.
    """

    def __init__(self, alternatives: Sequence[tuple[str, str]], before: str = "", behind: str = "") -> None:
        super().__init__()
        self._alternatives, self._before, self._behind = alternatives, before, behind
        self.beginnings = Beginnings(phrase for phrase, _ in alternatives)
        self._by_kind: dict[str, Opened | None] = {}

    @cached_property
    def _phrases(self) -> list[Beginnings]:
        return [Beginnings([phrase]) for phrase, _ in self._alternatives]

    def __missing__(self, sign: str) -> Opened | None:
        # All digits are taken together, and so are all that no phrase names: a text may have thousands of them.
        digit = sign != "" and sign in _DIGITS
        kind = _DIGITS if digit else sign if sign in self.beginnings.initials else self.beginnings.kind(sign)
        if kind not in self._by_kind:
            signs = _DIGITS if digit else [sign]
            fitting = [n for n, phrase in enumerate(self._phrases) if any(map(phrase.may_begin, signs))]
            tried = "|".join(self._alternatives[n][1] for n in fitting)
            pattern = re.compile(f"{self._before}(?:{tried}){self._behind}") if fitting else None
            self._by_kind[kind] = Opened(pattern, fitting) if pattern else None
        opened = self[sign] = self._by_kind[kind]
        return opened


class WordwisePattern:
    """Alternative patterns, each of which begins like a phrase: at a place those are tried that may begin there."""

    def __init__(self, alternatives: Iterable[tuple[str, str]], before: str = "", behind: str = "") -> None:
        self._opened = BySign(list(alternatives), before, behind)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, as of all alternatives together."""
        taken = 0
        for place in self._opened.beginnings.sites(text):
            opened = self._opened[text[place : place + 1]] if place >= taken else None
            match = opened.pattern.match(text, place) if opened else None
            if match:
                yield match
                taken = match.end()


class Cues:
    """Phrases grouped by what they mean, found together."""

    def __init__(self, meanings: Mapping[str, Iterable[str]]) -> None:
        flat = [(phrase, value) for value, phrases in meanings.items() for phrase in phrases]
        flat.sort(key=lambda item: (-len(item[0]), item[0]))
        self._values = [value for _, value in flat]
        # The empty group at the end of a phrase tells which one it was; a group around the phrase would
        # keep the engine from rejecting a phrase by its first letter, which makes it several times slower.
        alternatives = [(phrase, f"{phrase_pattern(phrase)}()") for phrase, _ in flat]
        self._at = BySign(alternatives, behind=_BEHIND)
        self._ending_at = BySign(alternatives, r"(?<!\w)", rf"{_BEHIND}{_OPENING}")
        self._pattern = rf"(?<!\w)(?:{'|'.join(pattern for _, pattern in alternatives) or '(?!)'}){_BEHIND}"
        # Where a search ends between two words, a phrase may end there too, whatever stands behind it.
        self.starts = Starts(self._at.beginnings, rf"(?<!\w)(?:{_by_head(phrase for phrase, _ in flat)})(?!(?<=\w)\w)")
        # Such a phrase ends where a word begins only where the search does.
        self.sharp = not any(map(may_end_in_sign, (phrase for phrase, _ in flat)))

    # Compiled when a text first has a place for them: a pack has a hundred sets, and most take milliseconds.
    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        return re.compile(rf"{self._pattern}{_OPENING}")

    def _hit(self, match: re.Match[str] | None) -> Hit | None:
        if match is None or match.lastindex is None:
            return None
        return Hit(self._values[match.lastindex - 1], match.start(), match.end(match.lastindex))

    def first(self, lower: str, start: int, end: int) -> Hit | None:
        """The first cue in ``lower[start:end]``."""
        begin = self.starts.first(lower, start, end)
        return self._hit(self._anywhere.search(lower, begin, end)) if begin < end else None

    def last(self, lower: str, start: int, end: int) -> Hit | None:
        """The last cue in ``lower[start:end]``."""
        begin = self.starts.first(lower, start, end)
        found = None
        if begin < end:
            for found in self._anywhere.finditer(lower, begin, end):  # noqa: B007
                pass
        return self._hit(found)

    def all(self, lower: str, start: int, end: int) -> list[Hit]:
        """Every cue in ``lower[start:end]``, without overlaps."""
        begin = self.starts.first(lower, start, end)
        if begin >= end:
            return []
        values = self._values
        return [
            Hit(values[match.lastindex - 1], match.start(), match.end(match.lastindex))
            for match in self._anywhere.finditer(lower, begin, end)
            if match.lastindex
        ]

    def at(self, lower: str, position: int, end: int) -> Hit | None:
        """The cue that begins at ``position``."""
        opened = self._at[lower[position : position + 1]]
        match = opened.pattern.match(lower, position, end) if opened else None
        if opened is None or match is None or match.lastindex is None:
            return None
        return Hit(self._values[opened.numbers[match.lastindex - 1]], position, match.end(match.lastindex))

    def ending(self, lower: str, start: int, end: int) -> Hit | None:
        """The cue after which only white space or an opening mark comes before ``end``."""
        begin = self.starts.first(lower, start, end)
        if begin >= end:
            return None
        opened = self._ending_at[lower[begin : begin + 1]]
        match = opened.pattern.match(lower, begin, end) if opened else None
        if opened and match and match.lastindex:
            return Hit(self._values[opened.numbers[match.lastindex - 1]], begin, match.end(match.lastindex))
        begin = self.starts.first(lower, begin + 1, end)
        return self._hit(self._ending.search(lower, begin, end)) if begin < end else None

    def end_from(self, lower: str, place: int, end: int | None = None) -> int:
        """Where the cue ends that begins at a place where a word does; behind every text for none."""
        opened = self._at[lower[place : place + 1]]
        match = opened.pattern.match(lower, place, len(lower) if end is None else end) if opened else None
        return match.end(match.lastindex) if match and match.lastindex else _NEVER


class NoCues(Cues):
    """What a language has no phrases for: asked as often as any other set, and so answered at once."""

    def __init__(self) -> None:
        super().__init__({})

    def first(self, lower: str, start: int, end: int) -> Hit | None:
        return None

    def last(self, lower: str, start: int, end: int) -> Hit | None:
        return None

    def all(self, lower: str, start: int, end: int) -> list[Hit]:
        return []

    def at(self, lower: str, position: int, end: int) -> Hit | None:
        return None

    def ending(self, lower: str, start: int, end: int) -> Hit | None:
        return None


class Union:
    """Several sets of cues, each found as if alone, but looked for at once."""

    def __init__(self, sets: Sequence[Cues]) -> None:
        self._sets = tuple(sets)
        self._starts = UnionStarts([cues.starts for cues in sets])

    def places(self, lower: str, start: int, end: int) -> list[tuple[int, int]]:
        """Start and end of every cue of every set in ``lower[start:end]``; those of one set do not overlap."""
        begun = self._starts.within(lower, start, end)
        if begun is None:
            return [(hit.start, hit.end) for cues in self._sets for hit in cues.all(lower, start, end)]
        pairs, ends = begun
        found: list[tuple[int, int]] = []
        taken: dict[int, int] = {}
        in_front_of_word = lower[end : end + 1].isalnum()
        for pair in pairs:
            place, index = pair >> SETS, pair & LAST_SET
            if place < taken.get(index, start):
                continue
            cues = self._sets[index]
            # Where a cue ends in the whole text, it ends in most parts of it.
            stop = ends.get(pair)
            if stop is None:
                stop = ends[pair] = cues.end_from(lower, place)
            if stop > end or (in_front_of_word and not cues.sharp):
                stop = cues.end_from(lower, place, end)
            if stop <= end:
                found.append((place, stop))
                taken[index] = stop
        return found
