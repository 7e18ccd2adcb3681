"""Brackets around a figure, and those that tell of another time: «ước tăng 8,1 % (cùng kỳ năm 2020 tăng 5,2 %)»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tongket.reading.amounts import Quantity
from tongket.reading.bases import A_YEAR_BEFORE, TIMES
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence

_FAR = 280
_HEAD = 60
_NEAR = 80
_NEXT = 16
_LONG_BRACKET = re.compile(r"\([^()\n]{80,1200}\)")
# What parts the words of a bracket: a figure in front has taken what was said before it.
_NOT_ALONE = re.compile(r"[);]|\d\s?%")


class Asides:
    """Finds what the brackets of one text hold, and the figures beside what a sentence is about."""

    periods: list[Period]
    _starts: list[int]  # where they begin
    _based_ends: set[int]  # where the periods end that something is compared with

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        self.lower = lower
        self.year = year
        self._starts = []
        self.figures = figures
        self.counterpart = pack.cues("comparison.counterpart")
        self.basis, self.copulas = pack.cues("comparison.basis"), pack.cues("comparison.copulas")
        self.origin, self.aimed = pack.cues("comparison.origin"), pack.cues("comparison.aimed")
        self.aim, self.articles = pack.cues("comparison.aim"), pack.cues("comparison.articles")

    def long_bracket(self, position: int) -> int:
        """«(2012 год – 5 %, или 15 тысяч; … ; 2008 год – 2 %)»: where a bracket closes that lists years."""
        index = bisect_left(self._brackets, (position, 0))
        opened, closed = self._brackets[index - 1] if index else (0, 0)
        return closed if opened < position < closed else 0

    @cached_property
    def _brackets(self) -> list[tuple[int, int]]:
        return [match.span() for match in _LONG_BRACKET.finditer(self.lower)]

    def aside(self, quantity: Quantity, start: int) -> int:
        """Where the bracket opens that tells of another time: «ước tăng 8,1 % (cùng kỳ năm 2020 tăng 5,2 %)»."""
        opened = self.bracket_before(quantity.start)
        if opened <= start:
            return 0
        if opened == quantity.start and self.is_basis_at(opened - 1):  # “… is 10 % higher than in 2018 (5 million)”
            return opened
        told = self.basis.first(self.lower, opened, quantity.start)
        if told and bisect_left(self.figures, opened) < bisect_left(self.figures, told.start):
            told = None  # «(tăng 4 tỷ đồng so với năm 2022, đạt 120 % kế hoạch)»: the basis of the figure before
        if told and self.copulas.at(self.lower, told.start, told.end + 1):
            index = bisect_left(self.figures, told.end)  # «рост добычи (газа на уровне 2,4 млрд м3)»
            told = None if self.figures[index] == told.end + 1 else told
        behind = self.basis.first(self.lower, quantity.end, quantity.end + _HEAD // 2)
        compared = self.counterpart.ending(self.lower, opened, quantity.start)
        other = told is not None and told.value in TIMES
        # «ước tăng 10,5 % (năm 2023 tăng 8,1 %)»
        earlier = self._within(opened, quantity.start)
        other = other or any((p.year or 0) < (self.year or 0) for p in earlier)
        return opened if other or (compared and behind is not None and behind.value in TIMES) else 0

    def is_basis_at(self, end: int) -> bool:
        """Whether the same period or the year before, with or without its year, is named in front of ``end``."""
        if end - 1 in self._based_ends:
            return True
        hit = self.basis.ending(self.lower, max(0, end - _NEAR // 2), end)
        return hit is not None and hit.value in A_YEAR_BEFORE

    def is_in_brackets(self, position: int, floor: int) -> bool:
        """Whether a place stands in brackets: «tăng 8 % (quý I tăng 7 %, quý II tăng 9 %)»."""
        floor = max(floor, position - _FAR)
        return self.lower.rfind("(", floor, position) > self.lower.rfind(")", floor, position)

    def closes_before_comma(self, position: int, floor: int, end: int) -> int:
        """«cao hơn cả nước (ước tăng 8 %), đưa mức tăng 2020-2022 lên 9 %»: where the bracket closes, or 0."""
        close = self.lower.find(")", position, end) if self.is_in_brackets(position, floor) else -1
        return close if close >= 0 and self.lower[close + 1 : close + 2] in (",", ";") else 0

    def is_aside(self, position: int) -> bool:
        """Whether a place is the first in a bracket: «(cùng kỳ năm 2020 đạt 5,2 %)»."""
        return self.bracket_before(position) > 0

    def is_beside(self, quantity: Quantity, sentence: Sentence) -> bool:
        """“is estimated at 15, from 10 in 2022. This marks a rise of 50 %”: where it began or what was aimed at is not
        what it is about.
        """
        began = self.origin.ending(self.lower, max(0, quantity.start - _NEXT), quantity.start) is not None
        return began or self.is_aside(quantity.start) or self.is_an_aim(quantity, sentence.start)

    def is_an_aim(self, quantity: Quantity, clause: int) -> bool:
        """“surpassing the target of 7.4 %”, “fell short of the 7.4 % target”: what was aimed at."""
        if self.aimed.ending(self.lower, max(clause, quantity.start - _HEAD), quantity.start):
            return True
        named = self.aim.at(self.lower, quantity.end + 1, quantity.end + _NEXT)
        place = max(0, quantity.start - _NEXT)
        return named is not None and self.articles.ending(self.lower, place, quantity.start) is not None

    def bracket_before(self, position: int) -> int:
        """Where the words in the open bracket around a place begin, or 0."""
        opened = self.lower.rfind("(", max(0, position - _HEAD), position) + 1
        return 0 if opened and _NOT_ALONE.search(self.lower, opened, position) else opened

    def _within(self, start: int, end: int) -> list[Period]:
        return self.periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
