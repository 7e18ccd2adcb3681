"""Months and days that are told in the sentence before, and hold on: “The economy grew in May. Sales rose by 6 %.”"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import MONTH, SENTENCE_END, Period
from tongket.reading.segments import Sentence
from tongket.reading.years_of_plans import YearsOfPlans

_LONGEST_LINE = 4000
_BEHIND = 20
_MOST = 12
_NAMED = 3
_BESIDE = 90


class ToldJustBefore(YearsOfPlans):
    """Finds in one text which month, or days, a sentence without a time goes on with."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.months_go_on = bool(pack.get("periods.months_go_on", False))
        self.apart_from = pack.cues("periods.apart")
        self.rearranged = pack.cues("periods.rearranged")
        self.cumulated, self.announced = pack.cues("periods.cumulated"), pack.cues("status.target.announced")
        self.year_end = pack.cues("periods.year_end")

    def told_just_before(self, sentence: Sentence) -> Period | None:
        """“The economy kept its pace in May. Sales rose by 6 %.”, in the same paragraph; “From February 8 to 14, it
        welcomed 312,000 visitors.⏎Hotels were 76 % full.”, in a text that names no time before.
        """
        index = bisect_left(self._starts, sentence.start) if self.months_go_on else 0
        told = self.periods[index - 1] if index else None
        if told is None or told.role not in ("alone", "days") or self._within(sentence.start, sentence.end):
            return None
        line = self.lower.rfind("\n", max(0, sentence.start - _LONGEST_LINE), sentence.start) + 1
        first = max(0, bisect_left(self.figures, told.start) - 1)
        figures = self.figures[first : bisect_left(self.figures, sentence.start)]
        counted = any(told.start - _BESIDE < figure < told.end + _BESIDE for figure in figures)
        if told.role == "days":
            return told if counted and (line <= told.start or index == 1) else None
        if told.start < line and not (counted and all(p.iso == told.iso for p in self.periods[:index][-_MOST:])):
            return None
        if not MONTH.fullmatch(told.iso) or self._adds_up_in(line, index):
            return None
        if self.apart_from.at(self.lower, told.end + 1, told.end + _BEHIND):
            return None
        near = (p for p in self.periods[max(0, index - _NAMED) : index] if told.start - p.end < _BESIDE)
        near = (p for p in near if p.role == "alone" and not SENTENCE_END.search(self.lower, p.end, told.start))
        told = max(near, key=lambda p: p.iso, default=told)  # “in May, after a rise of 3 % in April”
        floor = max(0, told.start - _BESIDE)
        if self.year_end.ending(self.lower, floor, told.start):  # “4.4 % at the end of June”
            return None
        over = self.begun.ending(self.lower, floor, told.start) is not None and not counted
        return None if over else replace(told, role="")

    def told_apart(self, sentence: Sentence) -> Period | None:
        """“In 2016 alone, 740 loans were given. Women took 34 %.”, in a text that names no other time."""
        index = bisect_left(self._starts, sentence.start)
        told = self.periods[index - 1] if index else None
        if told is None or not self.apart_from.at(self.lower, told.end + 1, told.end + _BEHIND):
            return None
        return None if "\n" in self.lower[told.end : sentence.start].rstrip() else told

    def of_the_year_set(self, sentence: Sentence, period: str | None, status: Status) -> str | None:
        """“In December 2022 it set these targets for 2023: ….⏎The rate of trained workers is 71 %.”: of 2023."""
        if status != "target" or not self.months_go_on or self.year is None or period != str(self.year):
            return period
        index = bisect_left(self._starts, sentence.end)
        told = self.periods[index - 1] if index else None
        if told is None or told.start >= sentence.start or told.iso != str(self.year + 1):
            return period
        return told.iso if self.announced.last(self.lower, max(0, told.start - _BESIDE), told.start) else period

    def over_with_its_sentence(self, found: Period, sentence: Sentence) -> bool:
        """“By October 25 it had disbursed 54 billion. It approved 2 projects.”: only what adds up is up to a day."""
        if found.role != "until" or not self.months_go_on or found.start >= sentence.start:
            return False
        return self.cumulated.first(self.lower, sentence.start, sentence.end) is None

    def _adds_up_in(self, line: int, index: int) -> bool:
        """Whether a paragraph has told months of the year so far: “In ten months … . In October alone … .”"""
        return any("/" in period.iso for period in self.periods[max(0, index - 4) : index] if period.start >= line)
