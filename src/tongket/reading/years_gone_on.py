"""Times that a sentence takes up again: «за отчётный период», «всего за год», “this year”, said in the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.main_years import MainYears
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import SEVERAL_YEARS, Period
from tongket.reading.segments import Sentence

_NEAR = 40
_FAR = 280
_MONTHS = re.compile(r"(\d{4})-01/\1-\d\d")
_PART = re.compile(r"\d{4}(?:Q\d|-\d\d|-\d\d/\d{4}-\d\d)")


class YearsGoneOn(MainYears):
    """Finds in one text which time is meant where one that was told is only spoken of."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.reported_time = pack.cues("periods.reported_time")
        self.over_that_time = pack.cues("periods.over_that_time")
        self.spans_go_on = bool(pack.get("periods.spans_go_on", False))
        self.at_other_times = pack.cues("periods.at_other_times")
        self.begun, self.from_year = pack.cues("periods.begun"), pack.cues("periods.from_year")
        self.in_all_the_year = pack.cues("periods.in_all_the_year")

    def _looks_ahead(self, start: int, end: int) -> bool:
        """Whether a sentence of a forecast or a budget is about what is to come."""
        return self.aims(start, end) or self.target_behind.first(self.lower, start, end) is not None

    def span_before(self, sentence: Sentence) -> Period | None:
        """«За пять лет, с 2019 по 2023 год, построено 38 школ. Вложено 4 млрд рублей»: in the same paragraph."""
        index = bisect_left(self._starts, sentence.start)
        last = self.periods[index - 1] if index and self.year else None
        if last is None or not self.spans_go_on or last.role not in ("", "span", "back"):
            return None
        if not SEVERAL_YEARS.fullmatch(last.iso):
            return None
        if int(last.iso[-4:]) > (self.year or 0) or self._within(sentence.start, sentence.end) or self.is_programme:
            return None
        told = self._is_told(last.end, sentence.start) and "\n" not in self.lower[last.end : sentence.start].rstrip()
        done = told and self.closings.says_reached(sentence.start, sentence.end)
        return last if done else None

    def spoken_again(self, sentence: Sentence) -> Period | None:
        """«В третьем квартале … . За отчётный период продажи выросли на 4 %»: of the section, the title, or the months
        that the text names first; «Всего за год собрано 5 тысяч тонн», behind quarters: of their year.
        """
        last = next(self._latest(bisect_left(self._single_starts, sentence.start)), None)
        if last is None or not _PART.fullmatch(last.iso):
            return None
        place = sentence.start + (self.lower[sentence.start : sentence.start + 1] == " ")
        if self.in_all_the_year.at(self.lower, place, sentence.end):
            return replace(last, iso=last.iso[:4], role="")
        if "/" in last.iso or self.reported_time.first(self.lower, sentence.start, sentence.end) is None:
            return None
        section = self.sections.at(sentence.start)
        main = (section and section.period) or self.sections.title or self._single[0]
        return main if _MONTHS.fullmatch(main.iso) and main.year == last.year else None

    def since_then(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«Программа действует с 2019 года. За это время расселено 64 дома», in 2022: from then on; «в 2015-2017
        годах. За эти годы получено 5 грантов»: of these years.
        """
        said = self.over_that_time.last(self.lower, sentence.start, quantity.start)
        if said is None or self.at_other_times.first(self.lower, said.end, quantity.start):
            return None  # «С тех пор сделано 5 млн записей, и ежедневно …»
        index = bisect_left(self._starts, sentence.start)
        last = self.periods[index - 1] if index else None
        if last is None or not self.year or sentence.start - last.end > _FAR:
            return None
        if self._within(sentence.start, sentence.end):
            return None
        if SEVERAL_YEARS.fullmatch(last.iso):
            return last
        began = self.from_year.ending(self.lower, max(0, last.start - _NEAR), last.start)
        if not (last.iso.isdecimal() and int(last.iso) < self.year) or not (
            began or self.begun.ending(self.lower, max(0, last.start - _NEAR), last.start)
        ):
            return None
        return replace(last, iso=f"{last.iso}-{self.year}", role="back")

    def this_year_before(self, sentence: Sentence) -> Period | None:
        """«В этом году будет реализовано 28 проектов. Будет создано 900 рабочих мест»: what is still to be goes on."""
        index = bisect_left(self._starts, sentence.start)
        last = self.periods[index - 1] if index else None
        if last is None or last.role not in ("this", "later") or "\n" in self.lower[last.end : sentence.start].rstrip():
            return None
        if self._within(sentence.start, sentence.end) or not self._looks_ahead(sentence.start, sentence.end):
            return None
        return replace(last, role="") if self._looks_ahead(last.start, sentence.start) else None
