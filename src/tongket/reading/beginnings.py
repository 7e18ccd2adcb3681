"""Where phrases may begin: most places of a text are no beginning of most cues, and need not be searched.

What is kept of a text is thrown away with it: the places of the last texts only, a part of each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import count

_WORD = re.compile(r"\w+")
_WORD_BEGINS = re.compile(r"(?<!\w)\w{1,64}")  # none of a phrase is as long
_ENOUGH_WORDS = 20_000
# What may follow letters within the same word, by the notation of phrases.
_GOES_ON = frozenset("*~(|)#_{")
_ANYTHING = frozenset("*~|)")

_SHORT = 500
"""A text of fewer characters is searched as it is."""

_BLOCK = 13
"""Places are found for 8,192 characters at once …"""
_KEPT = 8
_LONGEST = 2 << _BLOCK
"""A longer range is searched as it is: it would ask for more blocks than are kept, again for each set of phrases."""
_LISTS = 4_000
"""… and kept for so many blocks, and so many pairs of a block and a set of phrases."""


def _openings(phrase: str) -> Iterator[str]:
    """The phrase, once for each way in which it may begin."""
    if not phrase.startswith("("):
        yield phrase
        return
    depth, begun, chosen = 0, 1, []
    for place, sign in enumerate(phrase):
        depth += (sign == "(") - (sign == ")")
        if (sign == "|" and depth == 1) or (sign == ")" and not depth):
            chosen.append(phrase[begun:place])
            begun = place + 1
            if not depth:
                break
    for choice in chosen:
        yield from _openings(choice + phrase[begun:])


class Beginnings:
    """The words and signs that some phrases may begin with.

    ``known`` is False where a phrase may begin with anything but a word.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._digits = self._anything = False
        signs: set[str] = set()
        for opening in (opening for phrase in phrases for opening in _openings(phrase)):
            word = _WORD.match(opening)
            if word:
                whole = opening[word.end() : word.end() + 1] not in _GOES_ON
                (self._words if whole else self._stems).add(word.group())
            elif opening.startswith("#"):
                self._digits = True
            elif not opening or opening[0] in _ANYTHING or opening[0].isspace():
                self._anything = True
            else:
                signs.update({"-": "-–—", "'": "'’"}.get(opening[0], opening[0]))
        self.known = not signs and not self._anything
        self._stem = tuple(self._stems)
        self._signs = re.compile(f"[{re.escape(''.join(sorted(signs)))}]") if signs else None
        self._initials = {word[0] for word in (*self._words, *self._stems)} | signs
        self.may_be = lru_cache(maxsize=_ENOUGH_WORDS)(self._may_be)

    def _may_be(self, word: str) -> bool:
        return word in self._words or word.startswith(self._stem) or (self._digits and word[:1].isdecimal())

    def may_begin(self, sign: str) -> bool:
        """Whether a phrase may begin with a sign, which is one character or, at the end of a text, none."""
        return sign in self._initials or (self._digits and sign.isdecimal()) or self._anything

    def places(self, text: _Text, block: int) -> list[int] | None:
        """Where in a block a phrase may begin, by its first word or sign; None where that is not known."""
        if self._anything:
            return None
        words, distinct = text.words(block)
        found = [place for word in words.keys() & self._words for place in words[word]]
        for stem in (*self._stems, *("0123456789" if self._digits else "")):
            for index in range(bisect_left(distinct, stem), len(distinct)):
                if not distinct[index].startswith(stem):
                    break
                found += words[distinct[index]]
        if self._signs:
            start = block << _BLOCK
            found += (sign.start() for sign in self._signs.finditer(text.lower, start, start + (1 << _BLOCK)))
        return sorted(set(found))


class _Text:
    """The words of a text, block by block, and where the phrases of each set begin that were asked for."""

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.found: dict[int, list[int]] = {}
        self.pairs: dict[int, list[tuple[int, int]]] = {}
        self._blocks: dict[int, tuple[dict[str, list[int]], list[str]]] = {}

    def words(self, block: int) -> tuple[dict[str, list[int]], list[str]]:
        """The words that begin in a block, each with its places, and all of them in order."""
        kept = self._blocks.get(block)
        if kept is None:
            words: dict[str, list[int]] = {}
            start = block << _BLOCK
            end = start + (1 << _BLOCK)
            for word in _WORD_BEGINS.finditer(self.lower, start, end + 64):
                if word.start() >= end:
                    break
                words.setdefault(word.group(), []).append(word.start())
            kept = words, sorted(words)
            if len(self._blocks) >= _KEPT:
                self._blocks = {}
            self._blocks[block] = kept
        return kept

    def keep(self, key: int, places: list[int]) -> list[int]:
        """Keep where the phrases of a set begin in a block."""
        if len(self.found) >= _LISTS:
            self.found, self.pairs = {}, {}
        self.found[key] = places
        return places


_last: tuple[_Text, ...] = (_Text(""),)
_number = count()


def _text(lower: str) -> _Text:
    """What is kept of a text; of the two last ones, as the linker has one of its own."""
    global _last
    kept = _last
    for text in kept:
        if text.lower is lower:
            return text
    new = _Text(lower)
    _last = (new, kept[0])
    return new


class Starts:
    """Where in a text the phrases of one set begin, so that they are not searched for elsewhere.

    ``pattern`` matches at every place where one stands, whatever the end of the search, unless that is inside a word.
    """

    def __init__(self, beginnings: Beginnings, pattern: str) -> None:
        self._beginnings, self._pattern = beginnings, pattern
        self._number = next(_number) << 32

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def first(self, lower: str, start: int, end: int) -> int:
        """A place from ``start`` on in front of which no phrase of ``lower[start:end]`` begins; ``end`` for none."""
        if end - start > _LONGEST:
            return start
        text = _last[0]
        if text.lower is not lower:
            if len(lower) < _SHORT:
                return start
            text = _text(lower)
        if lower[end - 1 : end].isalnum() and _is_inside_word(lower, end):
            return start
        for block in range(start >> _BLOCK, ((end - 1) >> _BLOCK) + 1):
            places = text.found.get(self._number | block)
            if places is None:
                places = self.places(text, block)
            index = bisect_left(places, start)
            if index < len(places):
                return min(places[index], end)
        return end

    def places(self, text: _Text, block: int) -> list[int]:
        """Where in a block phrases begin, in order."""
        begun = self._beginnings.places(text, block)
        if begun is None:
            begun = list(range(block << _BLOCK, (block + 1) << _BLOCK))
        return text.keep(self._number | block, [place for place in begun if self._phrase.match(text.lower, place)])


class UnionStarts:
    """Where in a text the phrases of several sets begin, taken together."""

    def __init__(self, sets: Sequence[Starts]) -> None:
        self._sets = sets
        self._number = next(_number) << 32

    def within(self, lower: str, start: int, end: int) -> list[tuple[int, int]] | None:
        """The places of ``lower[start:end]`` where phrases begin, each with the index of its set, in order.

        None where that is not known: the text is short, or the search ends inside a word.
        """
        text = _last[0]
        if text.lower is not lower:
            if len(lower) < _SHORT:
                return None
            text = _text(lower)
        if lower[end - 1 : end].isalnum() and _is_inside_word(lower, end):
            return None
        found: list[tuple[int, int]] = []
        for block in range(start >> _BLOCK, ((end - 1) >> _BLOCK) + 1):
            places = text.pairs.get(self._number | block)
            if places is None:
                pairs = [(place, n) for n, own in enumerate(self._sets) for place in own.places(text, block)]
                places = text.pairs[self._number | block] = sorted(pairs)
            found += places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]
        return found


def _is_inside_word(lower: str, place: int) -> bool:
    return lower[place : place + 1].isalnum() or lower[place : place + 1] == "_"
