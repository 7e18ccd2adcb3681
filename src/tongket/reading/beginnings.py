"""Where phrases may begin: most places of a text are no beginning of most cues, and need not be searched.

A text is read into an index of its words once, and what is kept of it is thrown away with it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import count
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"\*\w")
_WORD_BEGINS = re.compile(r"(?<!\w)\w{1,64}")  # none of a phrase is as long
# What may follow letters within the same word, by the notation of phrases.
_GOES_ON = frozenset("*~(|)#_{")
_ANYTHING = frozenset("*~|)")

_SHORT = 500
"""A text of fewer characters is searched as it is."""

_STRETCH = 8
"""Bits of a place within its stretch of 256 characters: most searches are of a clause, within one or two."""
_FEW_STRETCHES = 8

_SETS = 8
"""Bits of the number of a set among the sets that are looked for together."""


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


def first_words(phrase: str) -> set[str]:
    """What the first words of a phrase begin with; nothing for the ways in which it begins with no word."""
    return {word.group() for opening in _openings(phrase) if (word := _WORD.match(opening))}


class Beginnings:
    """The words and signs that some phrases may begin with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._digits = self._any_word = self._anything = False
        signs: set[str] = set()
        for opening in (opening for phrase in phrases for opening in _openings(phrase)):
            word = _WORD.match(opening)
            if word:
                whole = opening[word.end() : word.end() + 1] not in _GOES_ON
                (self._words if whole else self._stems).add(word.group())
            elif opening.startswith("#"):
                self._digits = True
            elif _ENDING.match(opening):
                self._any_word = True
            elif not opening or opening[0] in _ANYTHING or opening[0].isspace():
                self._anything = True
            else:
                signs.update({"-": "-–—", "'": "'’"}.get(opening[0], opening[0]))
        self._signs = re.compile(f"[{re.escape(''.join(sorted(signs)))}]") if signs else None
        self._initials = {word[0] for word in (*self._words, *self._stems)} | signs

    def may_begin(self, sign: str) -> bool:
        """Whether a phrase may begin with a sign, which is one character or, at the end of a text, none."""
        if sign in self._initials or self._anything:
            return True
        return (self._digits and sign.isdecimal()) or (self._any_word and _WORD.match(sign) is not None)

    def sites(self, lower: str) -> list[int]:
        """Where in a text a phrase may begin, in order."""
        return sorted(self.places(_text(lower) if len(lower) >= _SHORT else _Text(lower)))

    def places(self, text: _Text) -> Iterable[int]:
        """The same in no order, of a text that is kept."""
        if self._anything:
            return range(len(text.lower) + 1)
        words, distinct = text.words
        if self._any_word:
            found = {place for places in words.values() for place in places}
        else:
            found = {place for word in words.keys() & self._words for place in words[word]}
        for stem in (*self._stems, *("0123456789" if self._digits else "")):
            for index in range(bisect_left(distinct, stem), len(distinct)):
                if not distinct[index].startswith(stem):
                    break
                found.update(words[distinct[index]])
        if self._signs:
            found.update(sign.start() for sign in self._signs.finditer(text.lower))
        return found


class _Places(NamedTuple):
    """The places where phrases begin, in order, and by the stretch of text the index of its first one."""

    every: Sequence[int]
    by_stretch: dict[int, int]


class _Text:
    """The words of a text, and where the phrases of each set begin that were asked for."""

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.found: dict[int, _Places] = {}
        self.together: dict[int, Sequence[int]] = {}

    @cached_property
    def words(self) -> tuple[dict[str, array[int]], list[str]]:
        """The distinct words, each with its places, and all of them in order."""
        words: dict[str, array[int]] = {}
        for match in _WORD_BEGINS.finditer(self.lower):
            word = match.group()
            places = words.get(word)
            if places is None:
                words[word] = array("I", (match.start(),))
            else:
                places.append(match.start())
        return words, sorted(words)


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
        self._number = next(_number)

    @cached_property
    def _phrase(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def first(self, lower: str, start: int, end: int) -> int:
        """A place from ``start`` on in front of which no phrase of ``lower[start:end]`` begins; ``end`` for none."""
        # Asked some forty times for each figure: written to need no other function.
        if lower[end - 1 : end + 1].isalnum():
            return start  # where a word is cut, a phrase may end: “VND25”
        text = _last[0]
        if text.lower is not lower:
            if len(lower) < _SHORT:
                return start
            text = _text(lower)
        try:
            every, by_stretch = text.found[self._number]
        except KeyError:
            every, by_stretch = self.places(text)
        stretch, last = start >> _STRETCH, end >> _STRETCH
        if stretch == last and stretch not in by_stretch:
            return end
        if last - stretch > _FEW_STRETCHES:
            index = bisect_left(every, start)
            return every[index] if index < len(every) and every[index] < end else end
        while stretch <= last:
            if stretch in by_stretch:
                for index in range(by_stretch[stretch], len(every)):
                    place = every[index]
                    if place >= start:
                        return place if place < end else end
                return end
            stretch += 1
        return end

    def places(self, text: _Text) -> _Places:
        """Where phrases begin."""
        found = text.found.get(self._number)
        if found is None:
            match, lower = self._phrase.match, text.lower
            every = array("I", sorted(place for place in self._beginnings.places(text) if match(lower, place)))
            found = _Places(every, {place >> _STRETCH: n for n, place in reversed([*enumerate(every)])})
            text.found[self._number] = found
        return found


class UnionStarts:
    """Where in a text the phrases of several sets begin, taken together."""

    def __init__(self, sets: Sequence[Starts]) -> None:
        self._sets = sets
        self._number = next(_number)

    def within(self, lower: str, start: int, end: int) -> Iterator[tuple[int, int]] | None:
        """The places of ``lower[start:end]`` where phrases begin, each with the index of its set, in order.

        None where the text is searched as it is: a short one, or up to within a word.
        """
        if len(lower) < _SHORT or lower[end - 1 : end + 1].isalnum():
            return None
        text = _text(lower)
        numbered = text.together.get(self._number)
        if numbered is None:
            every = (place << _SETS | n for n, own in enumerate(self._sets) for place in own.places(text).every)
            numbered = text.together[self._number] = array("Q", sorted(every))
        begin, stop = bisect_left(numbered, start << _SETS), bisect_left(numbered, end << _SETS)
        return (divmod(pair, 1 << _SETS) for pair in numbered[begin:stop])
