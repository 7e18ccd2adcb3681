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
_LONGEST_ENDING = 30  # of what ``*`` stands for
_LONGEST_SPACE = 3  # of what a space stands for
_WORD_BEGINS = re.compile(r"(?<!\w)\w{1,64}")  # none of a phrase is as long
# What may follow letters within the same word, by the notation of phrases.
_GOES_ON = frozenset("*~(|)#_{")
_ANYTHING = frozenset("*~|)")
_MIRRORED = str.maketrans("()", ")(")

_SHORT = 500
"""A text of fewer characters is searched as it is."""

_STRETCH = 8
"""Bits of a place within its stretch of 256 characters: most searches are of a clause, within one or two."""
_BEHIND_ALL = 2**32 - 1

SETS = 8
"""Bits of the number of a set among the sets that are looked for together."""
LAST_SET = (1 << SETS) - 1
_KEPT_ENDS = 4096


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


def by_head(phrases: Iterable[str]) -> dict[str, list[str]]:
    """What follows the first word of phrases, by that word; none for those that begin with no word.

    A phrase of one word is left out: where that stands, no more is to be seen.
    """
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        word = _WORD.match(phrase)
        head = word.group() if word else ""
        if head != phrase:
            found.setdefault(head, []).append(phrase[len(head) :])
    return found


def may_end_in_sign(phrase: str) -> bool:
    """Whether what a phrase stands for may end in something else than a letter or a digit."""
    ends = (opening.lstrip("*")[:1] for opening in _openings(phrase[::-1].translate(_MIRRORED)))
    return not all(sign.isalnum() or sign == "#" for sign in ends)


class Beginnings:
    """The words and signs that some phrases may begin with."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._alone: set[str] = set()
        self._digits = self._any_word = self._anything = False
        signs: set[str] = set()
        spaced: list[str] = []
        for opening in (opening for phrase in phrases for opening in _openings(phrase)):
            word = _WORD.match(opening)
            if word:
                whole = opening[word.end() : word.end() + 1] not in _GOES_ON
                (self._words if whole else self._stems).add(word.group())
                if opening in (word.group(), f"{word.group()}*"):
                    self._alone.add(opening)
            elif opening.startswith("#"):
                self._digits = True
            elif opening.startswith("*"):  # the ending of a word, or all of it
                self._any_word = True
            elif opening.startswith(" ") and opening != " ":
                spaced.append(opening[1:])
            elif not opening or opening[0] in _ANYTHING or opening[0].isspace():
                self._anything = True
            else:
                signs.update({"-": "-–—", "'": "'’"}.get(opening[0], opening[0]))
        self._signs = re.compile(f"[{re.escape(''.join(sorted(signs)))}]") if signs else None
        self.initials = {word[0] for word in (*self._words, *self._stems)} | signs
        self._spaced = Beginnings(spaced) if spaced else None

    def may_begin(self, sign: str) -> bool:
        """Whether a phrase may begin with a sign, which is one character or, at the end of a text, none."""
        if sign in self.initials or self._anything:
            return True
        if self._spaced and sign.isspace():
            return True
        return (self._digits and sign.isdecimal()) or (self._any_word and _WORD.match(sign) is not None)

    def kind(self, sign: str) -> str:
        """What decides whether a phrase may begin with a sign that none names: no text has a sign of such a name."""
        if sign.isdecimal():
            return "digit"
        return "space" if sign.isspace() else "word" if _WORD.match(sign) else "other"

    def sites(self, lower: str) -> list[int]:
        """Where in a text a phrase may begin, in order."""
        return sorted(self.places(_text(lower) if len(lower) >= _SHORT else _Text(lower)))

    def places(self, text: _Text) -> Iterable[int]:
        """The same in no order, of a text that is kept."""
        if self._anything:
            return range(len(text.lower) + 1)
        words, _ = text.words
        if self._any_word:
            found = {place for places in words.values() for place in places}
        else:
            found = {place for word in words.keys() & self._words for place in words[word]}
        for stem in (*self._stems, *("0123456789" if self._digits else "")):
            for word in text.beginning_with(stem):
                found.update(words[word])
        if self._signs:
            found.update(sign.start() for sign in self._signs.finditer(text.lower))
        if self._spaced:
            behind = [place for place in self._spaced.places(text) if text.lower[place - 1 : place].isspace()]
            lengths = range(1, _LONGEST_SPACE + 1)
            found.update(place - length for place in behind for length in lengths if place >= length)
        return found

    def certain(self, text: _Text) -> set[int]:
        """Those of the places where a word stands that is a phrase by itself."""
        words, _ = text.words
        found: set[int] = set()
        for alone in self._alone:
            if not alone.endswith("*"):
                found.update(words.get(alone, ()))
                continue
            for word in text.beginning_with(alone[:-1]):
                if len(word) < len(alone) + _LONGEST_ENDING:
                    found.update(words[word])
        return found


class _Places(NamedTuple):
    """The places where phrases of a set begin in a text, in order, and behind them one behind every search.

    ``firsts`` has by the stretch of text the index of the first place from its beginning on.
    """

    every: Sequence[int]
    firsts: Sequence[int]

    @classmethod
    def of(cls, every: array[int]) -> _Places:
        firsts: list[int] = []
        for index, place in enumerate(every):
            if place >> _STRETCH >= len(firsts):
                firsts += [index] * ((place >> _STRETCH) + 1 - len(firsts))
        firsts.append(len(every))
        every.append(_BEHIND_ALL)
        return cls(every, array("I", firsts))


class _Text:
    """The words of a text, and where the phrases of each set begin that were asked for."""

    def __init__(self, lower: str) -> None:
        self.lower = lower
        self.found: dict[int, _Places] = {}
        self.together: dict[int, tuple[Sequence[int], dict[int, int]]] = {}

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

    def beginning_with(self, stem: str) -> Iterator[str]:
        """The distinct words that begin with a stem."""
        distinct = self.words[1]
        for index in range(bisect_left(distinct, stem), len(distinct)):
            if not distinct[index].startswith(stem):
                return
            yield distinct[index]


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
        # Asked some forty times for each figure, and mostly for nothing: written to need no other function.
        if start < 0:
            start = 0
        if lower[end - 1 : end + 1].isalnum():
            return start  # where a word is cut, a phrase may end: “VND25”
        text = _last[0]
        if text.lower is not lower:
            if len(lower) < _SHORT:
                return start
            text = _text(lower)
        try:
            every, firsts = text.found[self._number]
        except KeyError:
            every, firsts = self.places(text)
        try:
            index = firsts[start >> _STRETCH]
        except IndexError:
            return end
        place = every[index]
        while place < start:
            index += 1
            place = every[index]
        return place if place < end else end

    def places(self, text: _Text) -> _Places:
        """Where phrases begin."""
        found = text.found.get(self._number)
        if found is None:
            match, lower = self._phrase.match, text.lower
            certain = self._beginnings.certain(text)
            places = [p for p in self._beginnings.places(text) if p in certain or match(lower, p)]
            found = text.found[self._number] = _Places.of(array("I", sorted(places)))
        return found


class UnionStarts:
    """Where in a text the phrases of several sets begin, taken together."""

    def __init__(self, sets: Sequence[Starts]) -> None:
        self._sets = sets
        self._number = next(_number)

    def within(self, lower: str, start: int, end: int) -> tuple[Sequence[int], dict[int, int]] | None:
        """The places of ``lower[start:end]`` where phrases begin, each with the number of its set in the last bits, in
        order, and where those end that were asked for; of those not asked for lately that is forgotten.

        None where the text is searched as it is: a short one, or up to within a word.
        """
        if len(lower) < _SHORT or lower[end - 1 : end + 1].isalnum():
            return None
        text = _text(lower)
        kept = text.together.get(self._number)
        if kept is None:
            every = (place << SETS | n for n, own in enumerate(self._sets) for place in own.places(text).every[:-1])
            kept = text.together[self._number] = array("Q", sorted(every)), {}
        numbered, ends = kept
        if len(ends) > _KEPT_ENDS:
            ends.clear()
        return numbered[bisect_left(numbered, start << SETS) : bisect_left(numbered, end << SETS)], ends
