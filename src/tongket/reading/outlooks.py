"""Estimates that hold on: of a total for its parts, and of a leading sentence for its paragraph.

«GRDP năm 2024 ước tăng 7 %. Cụ thể, khu vực dịch vụ tăng 8 %, đóng góp 4 điểm %.», «Ước 6 tháng đầu năm 2024, thu đạt
500 tỷ đồng. Chi đạt 300 tỷ đồng.»
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.segments import Sentence

_FARTHEST = 6000
_OPENING = re.compile(r"[\s*+•–-]{0,6}")
_TERM = re.compile(r"(\d{4})-(\d{4})")
_POINTS = "percentage points"
# How far an announcement of aims holds on, and how long it is at most.
_AFTER, _FAR, _NEXT = 500, 240, 24
_NEVER = -_AFTER - 1
_SENTENCE_END = re.compile(r"[.:]\s")
_FIGURE = re.compile(r"\d\s?%|\d[.,]\d")
_WHOLE_YEARS = re.compile(r"(?:FY)?\d{2,4}(?:-\d{2,4})?|\d{4}-\d\d/\d{4}-12")


class Outlooks:
    """Remembers in one text, read from start to end, for which periods a total or a paragraph is an estimate, and
    whether the aims that it announces are still being told.
    """

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.totals = pack.cues("status.estimate.totals")
        self.parts = pack.cues("status.estimate.parts_of_totals")
        self.opening = pack.cues("status.estimate.opening")
        self.reached = pack.cues("status.estimate.reached")
        self._total: tuple[str | None, int] | None = None
        self._leading: tuple[str | None, int] | None = None
        self._measured = -1
        self.lasting = pack.cues("status.target.lasting")
        self.reached_aim = pack.cues("status.target.reached")
        self._striving: tuple[str | None, int] | None = None
        self._only_aims = True
        self.announced = pack.cues("status.target.announced")
        self.announced_over = pack.cues("status.target.announced_over")
        self._announced = self._announcements(lower, pack)
        self._aimed = _NEVER  # where the aims end that were told since

    def _announcements(self, lower: str, pack: LanguagePack) -> list[int]:
        """Where the sentences end that say that aims were set, and give none: “It approved the targets for 2025.”"""
        setting, met = pack.cues("status.target.announcing"), pack.cues("status.target.announced_met")
        found: list[int] = []
        for hit in self.announced.all(lower, 0, len(lower)):
            end = _SENTENCE_END.search(lower, hit.end, hit.end + _FAR)
            start = max(lower.rfind(mark, max(0, hit.start - _FAR), hit.start) for mark in (". ", "\n"))
            start = max(start, hit.start - _FAR, 0)
            verb = setting.last(lower, start, hit.start) if end else None
            if end is None or verb is None or _FIGURE.search(lower, hit.end, end.end()):
                continue
            # “On the basis of what was achieved, it set out its goals.” sets them, too.
            if met.first(lower, max(start, lower.rfind(", ", start, verb.start)), end.end()) is None:
                found.append(end.end())
        return found

    def status(
        self, quantity: Quantity, sentence: Sentence, comparison: Comparison, period: str | None, status: Status
    ) -> Status:
        """The status of a figure whose own words say ``status``."""
        if self._strives(quantity, sentence, period, status) or self._is_announced(quantity, sentence, period, status):
            status = "target"
        self._only_aims = self._only_aims and status == "target"
        grown = comparison.kind == "change" and quantity.family == "percent"
        place = sentence.start + len(_OPENING.match(self.lower, sentence.start)[0])  # type: ignore[index]
        if status == "estimate":
            if grown and self.totals.first(self.lower, sentence.start, quantity.start):
                self._total = (period, quantity.start)
            if self.opening.at(self.lower, place, sentence.end):
                self._leading = (period, sentence.paragraph)
            return status
        if comparison.kind in ("level", "count"):
            self._measured = sentence.start
        if status != "actual" or self.reached.first(self.lower, sentence.start, quantity.start):
            return status
        if self._leading == (period, sentence.paragraph):
            return "estimate"
        if self._total is None or self._total[0] != period or quantity.start - self._total[1] > _FARTHEST:
            return status
        # A sum that was reached grew by what was reached: «Khu vực doanh nghiệp nộp 200 tỷ đồng, tăng 5 %».
        moves = (grown and self._measured != sentence.start) or (
            comparison.kind == "share" and quantity.unit == _POINTS
        )
        part = self.parts.first(self.lower, sentence.start, quantity.start) if moves else None
        return "estimate" if part else status

    def _strives(self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status) -> bool:
        """«Phấn đấu thu đạt 5 tỷ đồng. Tối thiểu 20 hộ được vay vốn.»: so is the rest of the paragraph, and of a text
        that gives nothing but aims.
        """
        if status == "target":
            if self._announced and quantity.start - self._told_since(quantity) <= _AFTER:
                self._aimed = quantity.end
            if self.lasting.first(self.lower, sentence.start, quantity.start):
                self._striving = (period, sentence.paragraph)
            return False
        if self.lasting.first(self.lower, sentence.start, sentence.end) and period and _TERM.fullmatch(period):
            self._striving = (period, sentence.paragraph)  # «thông qua 16 chỉ tiêu nhiệm kỳ 2020-2025. Cụ thể, …»
            return False
        if status != "actual" or self._striving is None or not _fits(self._striving[0], period):
            return False
        if not (self._only_aims or self._striving[1] == sentence.paragraph):
            return False
        return self.reached_aim.first(self.lower, sentence.start, sentence.end) is None

    def _told_since(self, quantity: Quantity) -> int:
        """Where the announcement ends behind which a figure stands, or an aim that was told behind it."""
        index = bisect_right(self._announced, quantity.start)
        return max(self._announced[index - 1] if index else _NEVER, self._aimed)

    def _is_announced(self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status) -> bool:
        """“The council set these targets: …. The rate of trained workers reached 65 %.”: what follows is still aimed
        at, unless it is of a part of a year, or was there already.
        """
        if status != "actual" or not self._announced or not _WHOLE_YEARS.fullmatch(period or "2000"):
            return False
        if quantity.family == "rank" or quantity.start - self._told_since(quantity) > _AFTER:
            return False
        if self.announced.first(self.lower, quantity.start, quantity.end + _NEXT):  # “39 targets”
            return False
        if self.announced_over.first(self.lower, sentence.start, sentence.end):
            return False
        self._aimed = quantity.end
        return True


def _fits(striven: str | None, period: str | None) -> bool:
    """Whether a period is the one of an aim, or a year of its term."""
    term = _TERM.fullmatch(striven or "")
    return period == striven or bool(term and period and period.isdecimal() and term[1] <= period <= term[2])
