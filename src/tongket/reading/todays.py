"""What a sentence tells without a time of its own: what came and went in a time, or how things stand today."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tongket.reading.amounts import Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit
from tongket.reading.segments import Sentence
from tongket.reading.told_just_before import ToldJustBefore

_SO_FAR = re.compile(r"(\d{4})(?:Q\d|-\d\d|-\d\d/\1-\d\d|-01-01/\1-\d\d-\d\d)")
_NEXT, _NEAR, _FAR = 12, 80, 280
_SENTENCE_END = re.compile(r"[.;]\s|\n")


class Todays(ToldJustBefore):
    """Tells in one text what is so today from what added up in the time that is told."""

    met: int | None = None  # the year of the first day that the head of a text names
    _issued: Period | None  # the day on which a text was written, as far as it says so

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.over_a_year = pack.cues("periods.over_a_year")
        self.volumes = pack.cues("comparison.volumes")
        self.tells_flows = bool(pack.phrases("periods.flows"))
        self.flows, self.this_part = pack.cues("periods.flows"), pack.cues("periods.this_part")
        self.going_on, self.adding_now = pack.cues("periods.going_on"), pack.cues("periods.adding_now")
        self.meetings = pack.cues("periods.meetings")
        self.present = pack.cues("periods.present")
        self.opens_now, self.done = pack.cues("periods.opens_now"), pack.cues("periods.done")
        self._told_now = (-1, -1)  # the paragraph that tells how things stand today, and what it was about before

    def stands_on(self, start: int, end: int) -> bool:
        """Whether a sentence tells how things stand, and nothing that was made, came or changed."""
        moving = (self.flows, self.trend, self.volumes)
        return self.tells_flows and not any(cues.first(self.lower, start, end) for cues in moving)

    def _flowed(self, found: Period | None, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«На 1 января 2018 года 12 тысяч жителей. Родилось 192 человека»: what came and went did so in 2017; «За
        первое полугодие 2025 года … . В районе действует 12 школ»: what is so now is of the year.
        """
        if found and found.role in ("", "bare", "until", "closing") and _SO_FAR.fullmatch(found.iso):
            floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
            goes_on = self.going_on.first(self.lower, floor, min(sentence.end, quantity.end + _NEAR // 2))
            adds = "/" in found.iso and self._adds_up_now(floor, quantity.start)
            goes_on = goes_on or (None if adds else self._says_now(floor, quantity.start))
            now = self._is_still_now(found, sentence, begun=bool(goes_on))
            if now or self.over_with_its_sentence(found, sentence):
                return replace(found, iso=found.iso[:4])
            return found
        past = found is not None and found.role in ("", "bare") and found.iso.isdecimal() and not self.sections.ahead
        if (
            past and found and self.year == int(found.iso) + 1
        ):  # «В 2024 году сдано 5 школ. Ведётся строительство ещё 2»
            floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
            if self.going_on.first(self.lower, floor, quantity.start):
                return replace(found, iso=str(self.year))
        if found and found.role == "at" and self.adds_up(sentence.start, quantity.start):
            # «Đến cuối tháng 6, dư nợ đạt 58 tỷ đồng. Vốn đầu tư thực hiện đạt 16 tỷ đồng»: in all of these months
            months = (p for p in self._latest(bisect_left(self._single_starts, found.start)) if "/" in p.iso)
            return next((p for p in months if p.year == found.year and p.role == ""), found)
        if found is None or found.role != "at" or not found.iso.endswith("-01-01"):
            return found
        flows = self.flows.first(self.lower, sentence.start, quantity.end)
        if flows is None and self.over_a_year.first(self.lower, sentence.start, quantity.end):
            flows = self.trend.first(self.lower, sentence.start, quantity.end)
        return replace(found, iso=f"{int(found.iso[:4]) - 1:04}") if flows else found

    def _says_now(self, start: int, end: int) -> Hit | None:
        """«… hiện nay có 5 trường», «Hiện Quảng Hà có 15 khu công nghiệp»."""
        opening = start + (self.lower[start : start + 1] in (" ", "\n"))
        return self.so_now.first(self.lower, start, end) or self.opens_now.at(self.lower, opening, end)

    def _is_still_now(self, found: Period, sentence: Sentence, *, begun: bool) -> bool:
        """«Tháng 5 … . Hiện tỉnh có 15 khu công nghiệp. Tỷ lệ lấp đầy đạt 72 %»: what stands behind such a sentence
        in its paragraph is so today, too, unless it adds up or is set against something.
        """
        if begun:
            self._told_now = (sentence.paragraph, found.start)
            return True
        if not self.terms or self._told_now != (sentence.paragraph, found.start):
            return False
        place = sentence.start, sentence.end
        moves = any(cues.first(self.lower, *place) for cues in (self.adding, self.basis, self.trend, self.done))
        if moves or self.this_part.first(self.lower, *place):
            self._told_now = (-1, -1)
        return not moves and self._told_now[0] >= 0

    def _adds_up_now(self, start: int, end: int) -> bool:
        """«đến nay giải ngân 5 tỷ đồng», «đến nay gieo 5 ha, thu ngân sách 6 tỷ đồng»: what adds up."""
        if self.adding_now.first(self.lower, start, end):
            return True
        clause = self.lower.rfind(", ", start, end)
        if self.present.first(self.lower, start, end):  # «hiện có 14 khu công nghiệp, thu hút 312 dự án»
            return False
        return clause >= 0 and self._is_told(start, clause) and self.adds_up(clause, end)

    @cached_property
    def today(self) -> int | None:
        """The year in which a text was written: that of its day, or the last that it tells of, as in «Năm 2019 xã về
        đích. Đến nay có 3 thôn kiểu mẫu. Năm 2021, thu nhập đạt 52 triệu đồng».
        """
        if self._issued or not self.terms or self.year is None:
            later = self._issued is not None and self._issued.year == (self.year or 0) + 1
            return self._issued.year if later and self._issued else self.year
        told = (p for p in self.periods if p.iso.isdecimal() and (p.year or 0) > self.year)
        ended = (p.year or 0 for p in told if self._is_told_of(p))
        return max(ended, default=self.year)

    def _is_told_of(self, year: Period) -> bool:
        """Whether a sentence that a year opens tells what was reached in it, and not what is planned or expected."""
        if year.role == "year_end":  # «…; đến cuối năm 2020 còn 21 %»
            return not self._is_foreseen(year)
        if year.role not in ("", "bare"):
            return False
        start = max(self.lower.rfind(mark, max(0, year.start - _NEAR), year.start) for mark in (". ", "\n"))
        if year.start - start > _NEXT:
            return False
        ends = _SENTENCE_END.search(self.lower, year.end, year.end + _FAR)
        place = max(0, start), ends.start() if ends else year.end + _FAR
        ahead = any(cues.first(self.lower, *place) for cues in (self.target, self.estimate, self.future))
        return not ahead and self._is_told(year.end, place[1])

    def year_now(self, main: Period | None, sentence: Sentence) -> int | None:
        """«… hoàn thành trong năm 2026. Đến nay có 37 xã …»: what is so now is not of another year named last, nor is
        what is done at a meeting: «Chiều 20/2/2025, … . Năm 2024, … .⏎Tại hội nghị, tỉnh trao vốn cho 11 dự án».
        """
        if main is None or main.year is None or self.today is None:
            return None
        if self.met and main.year != self.met and self.terms:
            opening = sentence.start + (self.lower[sentence.start : sentence.start + 1] in (" ", "\n"))
            if self.meetings.at(self.lower, opening, sentence.end) and not self._within(sentence.start, sentence.end):
                return self.met
        if main.year == self.today:
            return None
        told = self._issued is not None and self.today != self.year
        if told and self.orders.first(self.lower, sentence.start, sentence.end):
            return self.today  # «Xã đạt chuẩn năm 2016⏎Ngày 9/1/2017, … . Chủ tịch UBND tỉnh yêu cầu 8 xã …»
        return self.today if self.now.first(self.lower, sentence.start, sentence.end) else None
