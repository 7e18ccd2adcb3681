"""Plans that are handed down: the money is a budget, and so expected, and the number that is to be reached an aim.

«Năm 2023, tỉnh được giao 12 tỷ đồng, trong đó vốn trung ương 5 tỷ đồng»; «chỉ tiêu được giao năm 2018 là 86 %, năm 2019
là 88 %»; «đạt tối thiểu 85 % dân số».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence

_FAR = 160
_NEAR = 40
_CLAUSE = 90
_ENDS = re.compile(r"[;:()]|,\s|[%\d]\s?%")
_YEAR = re.compile(r"\b20\d\d\b")
_SENTENCE = re.compile(r"[.;]\s|\n")
_FLOORS = ("percent", "measure")


class Assignments:
    """Finds the plans of one text, whose figures are read in its order; a pack without ``status.assigned.granted`` has
    no more of them than its other tables tell."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.known = bool(pack.phrases("status.assigned.granted"))
        self.budgets, self.granted = pack.cues("status.assigned.budgets"), pack.cues("status.assigned.granted")
        self.floors, self.quotas = pack.cues("status.assigned.floors"), pack.cues("status.assigned.quotas")
        self.measured, self.equals = pack.cues("status.assigned.measured"), pack.cues("status.assigned.equals")
        self.done, self.parts = pack.cues("status.assigned.done"), pack.cues("status.parts")
        self.to_be, self.openers = pack.cues("status.assigned.behind"), pack.cues("numbers.range_openers")
        self.setting = pack.cues("status.assigned.setting")
        self.set_units = frozenset(pack.phrases("status.assigned.units"))
        self.handing = pack.cues("status.assigned.handing")
        self.plans = pack.cues("periods.plan")
        self._named = self.quotas.first(lower, 0, len(lower)) is not None  # whether the text speaks of any
        self._last: tuple[int, str, Status] = (-1, "", "actual")  # the end, the family and status of the last one
        self._parted = False  # whether that was a part of one

    def of_plan(self, quantity: Quantity, start: int) -> Status:
        """The status of what a plan comes to: «Kế hoạch vốn năm 2023 là 35 tỷ đồng» is a budget."""
        budget = quantity.family == "currency" and not self.lower.startswith("/", quantity.start - 1)
        budget = (
            budget and self.budgets.first(self.lower, max(start, quantity.start - _FAR), quantity.start) is not None
        )
        return self._told(quantity, "estimate" if budget else "target")

    def status(self, quantity: Quantity, sentence: Sentence, start: int) -> Status | None:
        """«được giao 12 tỷ đồng», «chỉ tiêu … là 86 %», «tối thiểu 85 %», «12 xã đăng ký đạt chuẩn», or a part or the
        next of such.
        """
        if not self.known:
            return None
        floor = max(start, quantity.start - _CLAUSE)
        if quantity.family == "currency" and self.granted.ending(self.lower, floor, quantity.start):
            return self._told(quantity, "estimate")
        if quantity.modifier == "at_least" and quantity.family in _FLOORS and self._is_floor(quantity):
            return "target"
        if quantity.family in ("count", "noun") and self.to_be.at(self.lower, quantity.end + 1, quantity.end + _NEAR):
            return "target"
        if quantity.unit in self.set_units and self._is_set(quantity, floor, sentence.end):
            return "target"
        if self._named and self._is_quota(quantity, sentence.start):
            return self._told(quantity, "target")
        end, family, status = self._last
        if end < sentence.start or family != quantity.family or quantity.start - end > _CLAUSE:
            return None
        if self.done.first(self.lower, end, quantity.start) or not self._goes_on(end, quantity.start, status):
            return None
        return self._told(quantity, status, parted=True)

    def _is_set(self, quantity: Quantity, start: int, end: int) -> bool:
        """«Năm 2017, huyện đề ra 13 chỉ tiêu», and not «đã xác định 13 chỉ tiêu», «đề ra 13 chỉ tiêu, đạt 12»."""
        said = self.setting.ending(self.lower, start, quantity.start)
        if said is None or self.done.first(self.lower, quantity.end, end):
            return False
        return self.done.ending(self.lower, start, said.start) is None

    def is_to_be(self, sentence: Sentence) -> bool:
        """«3 xã đăng ký hoàn thành trong năm 2015», in 2014."""
        return self.to_be.first(self.lower, sentence.start, sentence.end) is not None

    def is_spent_by_a_day(self, periods: Sequence[Period], position: int) -> bool:
        """«Đến ngày 20/9/2022, kế hoạch vốn năm 2022 đã giải ngân 5 tỷ đồng»: the day, and not the plan's year."""
        if len(periods) < 2 or periods[-2].role != "until" or periods[-2].year != periods[-1].year:
            return False
        day, year = periods[-2:]
        if _SENTENCE.search(self.lower, day.end, year.start) or not self.plans.ending(self.lower, day.end, year.start):
            return False
        return self.done.first(self.lower, year.end, position) is not None

    def _told(self, quantity: Quantity, status: Status, *, parted: bool = False) -> Status:
        self._last, self._parted = (quantity.end, quantity.family, status), parted
        return status

    def _goes_on(self, end: int, start: int, status: Status) -> bool:
        """«…, trong đó vốn trung ương 5 tỷ đồng và vốn địa phương 7 tỷ đồng», «…; năm 2019: 88 %»."""
        if status == "target":
            return _YEAR.search(self.lower, end, start) is not None
        parts = self.parts.first(self.lower, end, start) is not None
        return parts or (self._parted and "%" not in self.lower[end:start])

    def _is_floor(self, quantity: Quantity) -> bool:
        """«tối thiểu 85 %», «16 % trở lên», and not «từ 15 m trở lên»."""
        floor = max(0, quantity.start - _NEAR)
        if self.floors.ending(self.lower, floor, quantity.start):
            return True
        return self.floors.at(self.lower, quantity.end + 1, quantity.end + _NEAR) is not None and not (
            self.openers.ending(self.lower, floor, quantity.start)
        )

    def _is_quota(self, quantity: Quantity, start: int) -> bool:
        """«chỉ tiêu bảo hiểm y tế năm 2017 là 77 %», and not «đạt 98 % chỉ tiêu, tỷ lệ hộ nghèo là 2 %»."""
        quota = self.quotas.last(self.lower, max(start, quantity.start - _FAR), quantity.start)
        if quota is None or self.measured.ending(self.lower, max(start, quota.start - _NEAR), quota.start):
            return False
        equals = self.equals.ending(self.lower, quota.end, quantity.start)
        stop = equals.start if equals else quantity.start
        if equals is None and (self.lower[quota.end : stop].strip() or quantity.family != "percent"):
            return False
        if quantity.family != "percent" and not self.handing.first(self.lower, quota.start, stop):
            return False
        return not _ENDS.search(self.lower, quota.end, stop) and not self.done.first(self.lower, quota.end, stop)
