"""Years that a text plans for, and years whose plan a figure is set against."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import PLANS
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import SEVERAL_YEARS, Period, opening_month
from tongket.reading.segments import Sentence
from tongket.reading.years_of_programmes import YearsOfProgrammes

_UP_TO_A_DAY = re.compile(r"\d{4}-01-01/\d{4}-\d\d-\d\d")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/\d{4}-\d\d\Z")
_BETWEEN = re.compile(r"[,;]|\d\s?%|(?<!of) \S+ \S+ \S+ ")
_OPENING = 40
_NEAR = 80
_HEAD = 60
_NEXT = 12


class YearsOfPlans(YearsOfProgrammes):
    """Tells in one text which years are planned for, and which only say whose plan is meant."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.alone = pack.cues("periods.alone")
        self.plan_year = pack.cues("comparison.plan_year")
        self.plans_of_years = bool(pack.get("comparison.plans_of_years", False))
        self.plan_part = pack.cues("comparison.plan_part")
        self.of_plan, self.plan_behind_year = pack.cues("periods.of_plan"), pack.cues("periods.plan_behind")
        self.plan_word = pack.cues("periods.plan")
        self.of_documents = pack.cues("periods.of_documents")

    def is_planned(self, period: Period) -> bool:
        """«bàn nhiệm vụ năm 2026», «*nhiệm vụ 6 tháng cuối năm*»: of what is planned for it."""
        floor = max(0, period.start - _NEAR)
        named = self.plan_word.ending(self.lower, floor, period.start)
        return (named or self.plan_word.at(self.lower, period.start, period.end)) is not None

    def planned_before(self, sentence: Sentence) -> Period | None:
        """«HĐND huyện thống nhất các chỉ tiêu năm 2022. Trong đó, phấn đấu …»: aims are of the year set."""
        index = bisect_left(self._starts, sentence.start)
        period = self.periods[index - 1] if index else None
        if period is None or not period.iso.isdecimal() or (period.year or 0) != (self.year or 0) + 1:
            return None
        if "\n" in self.lower[period.end : sentence.start].rstrip("\n") or sentence.start - period.end > _NEAR:
            return None
        planned = self.plan_word.ending(self.lower, max(0, period.start - _NEAR), period.start)
        return period if planned and self.aims(sentence.start, sentence.end) else None

    def _is_of_a_year_ahead(self, period: Period, sentence: Sentence) -> bool:
        """«HĐND huyện thông qua 9 nghị quyết về nhiệm vụ năm 2023», in 2022: for when it is, and not when."""
        if not period.iso.isdecimal() or not self.year or period.iso <= str(self.year) or period.role:
            return False
        index = bisect_left(self.figures, period.start)
        if index and period.start - self.figures[index - 1] <= _NEXT + _NEXT:  # «60 tỷ đồng năm 2025»
            return False
        if self.alone.ending(self.lower, max(0, period.start - _NEXT), period.start):
            return False  # «с 12 тысяч в 2020 году до 14 тысяч в 2022 году»
        if self.assignments.is_to_be(sentence):
            return False
        ahead = self.aims(sentence.start, sentence.end) or self.estimate.first(self.lower, sentence.start, sentence.end)
        return not ahead

    def _is_of_a_plan_behind(self, start: int, end: int) -> bool:
        """“raised 5 crore against a target of 6 crore in 2023-24”: what is set against a plan is of the same year."""
        return any(hit.value in PLANS for hit in self.basis.all(self.lower, start, min(end, start + _HEAD)))

    def _is_of_a_year(self, quantity: Quantity, start: int, reach: int) -> bool:
        """“26 % of the annual plan”, “surpassing the yearly plan by 3 %”: of what is planned for the whole year."""
        if self._plans_a_part(quantity):
            return False  # “95 % of the plan for the quarter”
        behind = self.plan_year.first(self.lower, quantity.end, min(reach, quantity.end + _HEAD))
        before = self.plan_year.last(self.lower, max(start, quantity.start - _OPENING), quantity.start)
        return behind is not None or (before is not None and not self._is_told(before.end, quantity.start))

    def _plans_a_year(self, quantity: Quantity, sentence: Sentence, period: str) -> bool:
        """“By 20 May it had spent 28 % of the plan”, “90 % of the annual plan, fees 40 % of the plan”: what was reached
        by a day, or stands behind a plan of the year, is set against that, unless it says of which part.
        """
        if not self.plans_of_years or self._plans_a_part(quantity):
            return False
        by_day = _UP_TO_A_DAY.fullmatch(period) is not None
        return by_day or self.plan_year.first(self.lower, sentence.start, quantity.start) is not None

    def _plans_a_part(self, quantity: Quantity) -> bool:
        """Whether the plan of a part of the year is named near a figure, and not in “90 % of the quarterly target and
        20 % of the annual one” right behind it that of the year.
        """
        end = quantity.end + _NEAR
        part = self.plan_part.first(self.lower, max(0, quantity.start - _NEAR), end)
        if part is None:
            return False
        year = self.plan_year.first(self.lower, quantity.end, end)
        behind = self.plan_part.first(self.lower, quantity.end, end) if year else None
        return year is None or (behind is not None and behind.start < year.start)

    def is_plan_of_a_year(self, quantity: Quantity, start: int) -> bool:
        """“40 % of the annual target of 5 million”: what is planned for the whole year."""
        if self.is_plan_set_against(quantity, start):
            return self.plan_part.last(self.lower, max(start, quantity.start - _OPENING), quantity.start) is None
        named = self.plan_year.last(self.lower, max(start, quantity.start - _HEAD), quantity.start)
        return named is not None and not _BETWEEN.search(self.lower, named.end, quantity.start)

    def whole_year(self, period: str) -> str:
        """The year of a part of one, and the year of accounts of some months of it: FY32 of 2031-07/2031-12."""
        months = _MONTHS.match(period)
        opened = opening_month(self.lower, self.pack) if months and months[2] != "01" else None
        of_accounts = opened and any(p.iso.startswith("FY") for p in self.periods)
        if not (months and of_accounts and opened):
            return period[:4]
        return f"FY{(int(months[1]) + (int(months[2]) >= opened)) % 100:02}"

    def _is_of_a_plan(self, period: Period) -> bool:
        """“53 % of the plan for the whole year”, “of the 2025 plan”: what is planned for it, and not when it was so."""
        start = max(0, period.start - 20)
        if period.iso.isdecimal() and self.of_plan.ending(self.lower, start, period.start):
            return self.plan_behind_year.at(self.lower, period.end + 1, period.end + 20) is not None
        return period.role == "this" and self.plan_word.ending(self.lower, start, period.start) is not None

    def _is_of_a_cited_plan(self, period: Period) -> bool:
        """«в рамках программы «Чистая вода» на 2021-2025 годы построено 12 км»: the years of what is cited, and not
        those of what was reached.
        """
        if not SEVERAL_YEARS.fullmatch(period.iso) or self.is_programme:
            return False
        start = max(0, period.start - 2 * _NEAR)
        start = max(start, self.lower.rfind("\n", start, period.start), self.lower.rfind(". ", start, period.start))
        cited = self.of_documents.first(self.lower, start, period.start)
        if cited is None or self._within(cited.end, period.start):  # «программа на 2014-2018 годы … за 2014-2017 годы»
            return False
        return not self._is_told(cited.end, period.start)

    def _is_deadline(self, period: Period) -> bool:
        """“By 30 April the district will …” says until when, and not for when a figure holds."""
        return period.role == "until" and bool(self.target_behind.first(self.lower, period.end, period.end + 60))
