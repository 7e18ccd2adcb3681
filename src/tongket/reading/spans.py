"""Periods that no word names: of a programme, of a list of years, of where a move began; and what is of no time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Status
from tongket.reading.last_told import LastTold
from tongket.reading.measures import percent_before
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, SEVERAL_YEARS, Period
from tongket.reading.phrases import Cues, Hit
from tongket.reading.segments import Sentence

_PART_OF_THE_YEAR = re.compile(r"(\d{4})(?:Q\d|-01/\1-\d\d)")
_PART = re.compile(r"\d{4}(?:-\d\d|Q\d)")
_FAR = 280
_MOST_YEARS = 20
_COUNTED = ("count", "noun")
_NEXT = 12
_HEAD = 60
_SEVERAL = 2
_TERM = 4  # years between the first and the last of a term
_OF_PLAN = 40
_OF_CLAUSE = 120
_LONGEST_LINE = 4000
_FIGURE = re.compile(r"\d")
_PERCENT_OPENS = re.compile(r"%\s\(\Z")
_BY_PERCENT = re.compile(
    r"\s[\d.,]{1,12}(?:\s[^\W\d_]{1,20}){0,2}(?:\s?\(|,\s)(?:[^\W\d_]{1,3}\s|[-+–])?[\d.,]{1,8}\s?%"
)
_OPENS = re.compile(r",\s(?:[^\W\d_]{1,6}\s)?\Z")
_OPENS_PART = re.compile(r"[,;]\s(?:[^\W\d_]{1,6}\s){0,2}\Z")
_CLOSED = re.compile(r"\)?\s")


class Spans(LastTold):
    """Finds the spans of years in one text; ``span`` is the first that it names, such as that of a programme."""

    based_starts: Sequence[int]
    span: Period | None
    no_time: Cues

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.of_all = pack.cues("periods.of_all")
        self.of_years = pack.cues("periods.of_years")
        self.prices = pack.cues("comparison.prices")
        self.no_time, self.no_time_bare = pack.cues("periods.no_time"), pack.cues("periods.no_time_bare")
        self.pack = pack
        self.percent_before = percent_before(pack)
        self.no_time_after = pack.cues("periods.no_time_after")
        self.carried_on, self.carried_into = pack.cues("periods.carried_on"), pack.cues("periods.carried_into")
        self.terms = bool(pack.phrases("periods.yearly"))
        self.respectively = pack.cues("periods.respectively")
        self.next_told = pack.cues("periods.next_told")
        self.in_turn = pack.cues("periods.in_turn")
        self.whole_term = pack.cues("periods.whole_term")
        self.setting = pack.cues("periods.set_by")
        self.particular = pack.cues("periods.particular")
        self.standing, self.adding = pack.cues("periods.standing"), pack.cues("periods.adding")
        self.of_land = pack.cues("periods.of_land")
        self.attending, self.term_ends = pack.cues("periods.attending"), pack.cues("periods.term_ends")
        self.set_units = frozenset(pack.phrases("periods.set_units"))
        self.by_year = pack.cues("comparison.by_year")
        self.yearly = pack.cues("periods.yearly")
        self.each_year = pack.cues("comparison.each_year")
        self.of_each_year = pack.cues("periods.of_each_year")
        self.each_year_ahead = pack.cues("comparison.each_year_ahead")
        self.now, self.orders = pack.cues("periods.now"), pack.cues("periods.ordered")
        self.rate_heads = pack.cues("comparison.rate_heads")
        self.no_period = pack.cues("periods.timeless")
        self.so_now = pack.cues("periods.so_now")
        self.someday = pack.cues("periods.someday")
        self.promised = pack.cues("periods.promised")
        self.origin_of_levels = pack.cues("comparison.origin_of_levels")
        self.adjusted = pack.cues("comparison.adjusted")
        self.estimates = pack.cues("periods.estimates")
        self.of_the_estimate = pack.cues("periods.of_the_estimate")

    def _is_of_the_term(self, quantity: Quantity, sentence: Sentence, found: Period | None, status: str) -> bool:
        """Whether an aim is of a term of years named before: without a time of its own, or for each of these years."""
        if found is None and self.span and status == "target" and self.span.start < sentence.start and self.terms:
            return True
        if self._is_set_for_a_term(quantity, sentence, found) or self._is_of_whole_term(quantity, sentence, found):
            return True
        return self._is_of_every_year(quantity, sentence, found)

    def _is_of_whole_term(self, quantity: Quantity, sentence: Sentence, found: Period | None) -> bool:
        """«Giai đoạn 2021-2025 … . Tổng thu ngân sách 5 năm đạt 65 tỷ đồng»: of all its years."""
        span = self.span
        said = self.whole_term.last(self.lower, sentence.start, quantity.start)
        if span is None or said is None or not span.start < said.start or self._within(said.start, quantity.start):
            return False
        if self.no_time.ending(self.lower, max(0, said.start - _NEXT), said.start):  # «so với cách đây 5 năm»
            return False
        first, _, last = span.iso.partition("-")
        return found is None or (found.iso.isdecimal() and first <= found.iso <= last)

    def _is_set_for_a_term(self, quantity: Quantity, sentence: Sentence, found: Period | None) -> bool:
        """«Đại hội nhiệm kỳ 2025-2030 … . Đại hội xác định 5 nhiệm vụ, 10 giải pháp»: how many a congress set."""
        span = self.span
        if span is None or quantity.unit not in self.set_units or not span.start < sentence.start:
            return False
        last = span.iso.rpartition("-")[2]
        begun = found is not None and found.start < sentence.start and found.iso in (span.iso[:4], str(self.year))
        if found and not begun and found.iso != last and not (found.iso == span.iso or found.role in DEADLINES):
            return False
        return self.setting.first(self.lower, sentence.start, quantity.start) is not None

    def _is_of_every_year(self, quantity: Quantity, sentence: Sentence, found: Period | None) -> bool:
        """«Mỗi năm trồng 500 ha rừng», in a text with aims for the end of a term: of each of its years."""
        span = self.span
        if span is None or found is None or not span.start < found.start:
            return False
        if found.iso != span.iso.rpartition("-")[2]:
            return False
        if self.particular.ending(self.lower, max(0, found.start - _OF_PLAN), found.start):
            return False  # «giai đoạn 1997-2021 tăng 9 %/năm; riêng năm 2021 tăng 8 %»
        if self._says_by_year(quantity):  # «đến năm 2030 GRDP tăng trưởng trên 10 %/năm»
            return True
        floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
        by_year = quantity.family == "percent" and found.role in DEADLINES
        if by_year and self.each_year.first(self.lower, floor, quantity.start):
            return True  # «Среднегодовой прирост в период до 2020 года – 2 %», in a programme for 2013-2020
        floor = max(sentence.start, quantity.start - _FAR)
        if found.start >= sentence.start:  # «đến năm 2030 …; mỗi năm giảm 1 %»
            floor = max(found.end, self.lower.rfind(";", sentence.start, quantity.start))
        return self.yearly.first(self.lower, floor, quantity.start) is not None

    def term_of_each_year(
        self, quantity: Quantity, sentence: Sentence, found: Period | None, status: str
    ) -> Period | None:
        """«Trong 5 năm qua, … . Đến năm 2017, … . Mỗi năm huy động 2 nghìn tỷ đồng»: of each year of the term told
        last, whatever year was told in between.
        """
        if status != "actual" or found is None or SEVERAL_YEARS.fullmatch(found.iso) or not self.terms:
            return None
        if found.start >= sentence.start or self.span is None or self.span.start > sentence.start:
            return None
        before = self.of_each_year.last(self.lower, max(sentence.start, quantity.start - 2 * _HEAD), quantity.start)
        each = before or self.of_each_year.at(self.lower, quantity.end + 1, quantity.end + 2 * _NEXT)
        if each is None or each.value == "never" or self._is_told(each.end, quantity.start):
            return None
        index = bisect_left(self._starts, sentence.start)
        terms = (
            p for p in reversed(self.periods[max(0, index - _MOST_YEARS) : index]) if SEVERAL_YEARS.fullmatch(p.iso)
        )
        return next((p for p in terms if int(p.iso[:4]) < (self.year or 0)), None)

    def is_by_year(self, quantity: Quantity, sentence: Sentence, status: Status = "actual") -> bool:
        """«giai đoạn 2021-2025 tăng bình quân 7 %/năm», an aim “growth of 7 % for 2021-2025”: how much it grows in each
        of the years, and not in all.
        """
        if self._says_by_year(quantity):
            return True
        floor = max(sentence.start, quantity.start - _FAR)
        if status != "actual" and self.each_year_ahead.first(self.lower, floor, quantity.start):
            return True
        if self.each_year.first(self.lower, floor, min(sentence.end, quantity.end + _NEXT)):
            return True
        marks = (self.lower.rfind(mark, sentence.start, quantity.start) for mark in (";", ", "))
        return self.yearly.first(self.lower, max(sentence.start, *marks), quantity.end) is not None

    def _says_by_year(self, quantity: Quantity) -> bool:
        behind = self.by_year.at(self.lower, quantity.end, quantity.end + _NEXT)
        return (behind or self.by_year.ending(self.lower, quantity.start, quantity.end)) is not None

    def paragraph_term(self, sentence: Sentence) -> Period | None:
        """«Nhiệm kỳ 2015-2020, huyện đạt 20/22 chỉ tiêu. Kinh tế tăng bình quân 11 %.»: the term that opens a
        paragraph, until another time is named; of what adds up, throughout.
        """
        last = bisect_left(self._starts, sentence.start)
        if not last or not self.terms or self.span is None:
            return None
        if not all(self._is_told_between(p) for p in self._within(sentence.start, sentence.end)):
            return None
        line = self.lower.rfind("\n", max(0, sentence.start - _LONGEST_LINE), sentence.start) + 1
        first = bisect_left(self._starts, line)
        term = self.periods[min(first, last - 1)]
        if not SEVERAL_YEARS.fullmatch(term.iso) or not line <= term.start <= line + _HEAD:
            return None
        # «Theo đánh giá, trong nhiệm kỳ 2015-2020, …», and not «Ngày 5/6 đã họp Đại hội lần thứ I, nhiệm kỳ 2025-2030.»
        opens = _OPENS.search(self.lower, line, term.start) and self.lower.startswith(",", term.end)
        if term.start > line + _HEAD // 3 and not opens:
            return None
        alone = all(p.iso == term.iso for p in self.periods[first:last])
        alone = alone or self.adds_up(sentence.start, sentence.end)  # «…; năm 2020 có 9 xã. Kết nạp 87 đảng viên.»
        return None if not alone or self.now.first(self.lower, sentence.start, sentence.end) else term

    def year_in_term(self, found: Period | None, quantity: Quantity, sentence: Sentence) -> str | None:
        """«Nhiệm kỳ 2015-2020, … ; tỷ lệ hộ nghèo còn 5 %»: how things stand is so at the end of a term that is over.
        «Đại hội nhiệm kỳ 2020-2025. Dự Đại hội có 150 đại biểu»: who attends does so when the text is written.
        """
        if not self.terms or not self.year or (found and not SEVERAL_YEARS.fullmatch(found.iso)):
            return None
        floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
        if self._attends(sentence.start, floor, quantity.start):
            return str(self.year)
        term = found is not None and int(found.iso[-4:]) - int(found.iso[:4]) >= _TERM
        begun = term and found is not None and self.begins_now(found.iso)
        if begun and quantity.family in _COUNTED and quantity.unit not in self.set_units:
            return str(self.year)  # «Đại hội nhiệm kỳ 2020-2025 … cùng 254 đại biểu», in 2020
        if found is None or int(found.iso[-4:]) > self.year:
            return None
        if self.yearly.first(self.lower, floor, quantity.start):  # «còn 7 %, trung bình mỗi năm giảm 4 %»
            return None
        return found.iso[-4:] if self.term_ends.first(self.lower, floor, quantity.start) else None

    def _attends(self, start: int, floor: int, end: int) -> bool:
        """«Dự Đại hội có 150 đại biểu», «Dự Đại hội có lãnh đạo tỉnh; 81 đại biểu»."""
        hit = self.attending.last(self.lower, start, end)
        return hit is not None and (hit.start >= floor or not self._is_told(hit.end, floor))

    def is_behind_percent(self, place: int) -> bool:
        """Whether a percentage ends in front of a place."""
        return self.percent_before.search(self.lower, max(0, place - _NEXT), place) is not None

    def begins_now(self, period: str | None) -> bool:
        """Whether a period is a term of years that begins in that of the text, or later."""
        if period is None or not (self.terms and self.year and SEVERAL_YEARS.fullmatch(period)):
            return False
        first, last = int(period[:4]), int(period[-4:])
        return self.year <= first < last and self.last_told <= first

    def is_to_come(self, period: str | None, quantity: Quantity) -> bool:
        """«Đại hội nhiệm kỳ 2025-2030 … Thu ngân sách tăng bình quân 7 %», in 2025: no such figure has been reached."""
        return self.begins_now(period) and quantity.family not in _COUNTED

    def adds_up(self, start: int, end: int) -> bool:
        """Whether words speak of what adds up over a year, and not of how things stand on a day."""
        if not self.terms or self.adding.first(self.lower, start, end) is None:
            return False
        return self.standing.first(self.lower, start, end) is None

    def is_of_next_clause(self, quantity: Quantity, later: Sequence[Period]) -> bool:
        """«Phấn đấu kinh tế tăng 9 %; thu nhập đến năm 2025 đạt 60 triệu đồng»: what stands behind a semicolon is of
        the next thing told, and behind “adding that” of what was added.
        """
        if not later:
            return False
        told = self.next_told.first(self.lower, quantity.end, later[0].start)
        if told is not None or (self.terms and self.lower.find(";", quantity.end, later[0].start) >= 0):
            return True
        # «thu thực hiện 137 tỷ đồng, giải ngân tính đến ngày 15/5 hơn 206 tỷ đồng»: only what is behind
        if (
            not self.terms
            or later[0].role not in ("until", "at")
            or not self._is_told(later[0].end, later[0].end + _HEAD)
        ):
            return False
        return self.lower.rfind(", ", quantity.end, later[0].start) >= 0

    def is_over_with_clause(self, period: Period, position: int) -> bool:
        """«vụ đông xuân 2024-2025 gieo 9 nghìn ha; nuôi cá 1.018 ha»: a season of two years is over with its clause,
        and the year of a plan with its percentage: «đạt 46 % kế hoạch năm 2025, tăng 8 %».
        """
        if not self.terms:
            return False
        if period.iso.isdecimal():
            if self._is_told_between(period) or self._is_of_a_reached_plan(period):
                return True
            return self.assignments.is_spent_by_a_day(self._within(period.start - _FAR, period.end), position)
        if not SEVERAL_YEARS.fullmatch(period.iso) or int(period.iso[-4:]) - int(period.iso[:4]) != 1:
            return False
        return ";" in self.lower[period.end : position]

    def _is_of_a_reached_plan(self, period: Period) -> bool:
        """«đạt 46 % kế hoạch năm 2025»: the year of the plan of which a percentage was reached."""
        floor = max(0, period.start - _OF_PLAN)
        if not self.terms or not period.iso.isdecimal() or "%" not in self.lower[floor : period.start]:
            return False
        plan = self.plan_word.ending(self.lower, floor, period.start)
        return plan is not None and self.is_behind_percent(plan.start)

    def _is_told_between(self, period: Period) -> bool:
        """«trồng 34 ha chè; xã về đích năm 2018; kết nạp 50 đảng viên»: the year of a clause that gives no figure."""
        if not period.iso.isdecimal() or period.role in DEADLINES:
            return False
        opens = self.lower.rfind(";", max(0, period.start - _OF_CLAUSE), period.start)
        closes = self.lower.find(";", period.end, period.end + _OF_CLAUSE)
        if opens < 0 or closes < 0:
            return False
        return bisect_left(self.figures, opens) == bisect_left(self.figures, closes)

    def noted_reach(self, period: Period, closed: int) -> int:
        """«giải ngân (tính đến ngày 30/11) đạt 10 tỷ đồng, bằng 71 % kế hoạch»: how far behind its bracket a day holds
        up to which something adds up, in its clause; another period only for the figure right behind.
        """
        if period.role != "until":
            return _NEXT
        end = self.lower.find(";", closed, closed + _FAR)
        return (end if end >= 0 else closed + _FAR) - closed

    def is_of_today(self, term: Period, position: int) -> bool:
        """«giai đoạn 2016-2019 tăng 7 %/năm; quy mô hiện nay đạt 45 tỷ USD»: how things stand at the time of a text."""
        if self.year is None:
            return False
        if _PART_OF_THE_YEAR.fullmatch(term.iso):  # «6 tháng có 12 công ty mới, nâng tổng số lên 300»
            return self.so_now.first(self.lower, term.end, position) is not None
        if term.iso.isdecimal() and int(term.iso) > self.year:  # «… trong năm 2015 (hiện nay có 3 xã đạt chuẩn)»
            return self.so_now.first(self.lower, term.end, position) is not None
        if term.iso.isdecimal() and self.terms:  # «Năm 2017, huyện đạt chuẩn, và đến nay có 7 xã nâng cao»
            hit = self.so_now.last(self.lower, term.end, position)
            return (
                hit is not None
                and hit.start > term.end
                and _OPENS_PART.search(self.lower, term.end, hit.start) is not None
            )
        if not SEVERAL_YEARS.fullmatch(term.iso) or int(term.iso[-4:]) >= self.year:
            return False
        today = self.now.last(self.lower, term.end, position)
        return today is not None and ";" in self.lower[term.end : today.start]

    def _is_of_a_rate(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«Phấn đấu tỷ lệ hộ nghèo giảm 3 %»: a rate may fall over many years, if the text does not say in one."""
        floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
        if self.yearly.first(self.lower, floor, quantity.end + _NEXT):
            return False
        return self.rate_heads.first(self.lower, floor, quantity.start) is not None

    def _term_before(self, sentence: Sentence) -> Period | None:
        """“In the 2021-2025 period …”, of which an aim in a later sentence is, too, until another time is named."""
        index = bisect_left(self._starts, sentence.start)
        term = self.periods[index - 1] if index else None
        if term is None or not SEVERAL_YEARS.fullmatch(term.iso) or self._within(sentence.start, sentence.end):
            return None
        opened = max(self.lower.rfind(mark, max(0, term.start - _HEAD), term.start) for mark in (". ", "\n", ": "))
        return term if opened >= 0 or term.start < _HEAD else None

    def _year_of_the_estimate(self, quantity: Quantity) -> Period | None:
        """“The revenue estimate assigned for 2025 is 8 million; … reaching 77 % of the estimate”: that of the year."""
        if self.of_the_estimate.at(self.lower, quantity.end + 1, quantity.end + _HEAD) is None:
            return None
        for period in reversed(self._within(max(0, quantity.start - 2 * _FAR), quantity.start)):
            floor = max(0, period.start - 2 * _HEAD)
            floor = max(floor, self.lower.rfind(". ", floor, period.start) + 1)
            if period.iso.isdecimal() and self.estimates.first(self.lower, floor, period.start):
                return period
        return None

    def is_of_some_day(self, quantity: Quantity, sentence: Sentence, earlier: Sequence[Period]) -> bool:
        """«В этом году построено 5 школ, в ближайшее время откроют ещё 2»: of no time that has a name."""
        said = self.someday.last(self.lower, sentence.start, quantity.start)
        return said is not None and bool(earlier) and earlier[-1].start < said.start

    def _is_timeless(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«Стоимость проекта – 7 млрд рублей»: what something costs or is built for is of no time of the report, nor
        are «проекты, которые обеспечат 340 рабочих мест».
        """
        floor = max(sentence.start, quantity.start - _FAR)
        if self.someday.first(self.lower, sentence.start, sentence.end):
            return True
        if self.terms and quantity.family == "measure" and self.of_land.ending(self.lower, floor, quantity.start):
            return True
        if quantity.unit == "jobs" and self.promised.first(self.lower, floor, quantity.start):
            return True
        return self.no_period.first(self.lower, floor, quantity.start) is not None

    def _by_years(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«составит 12 млн рублей, в том числе по годам: 2024 год – 5 млн рублей; 2025 год – …»: of all these years;
        also where the list of years begins some lines below.
        """
        own = self._within(sentence.start, quantity.start)
        if own and own[-1].iso.isdecimal():
            return None
        if not own and self.lower.startswith(":", quantity.end):  # «Всего – 9 млн рублей: 2018 – 4 млн, 2019 – 5 млн»
            return self._years_behind(quantity.end, Hit("", quantity.end, quantity.end))
        first = self.of_all.first(self.lower, quantity.end, sentence.end)
        listed = self._years_behind(quantity.end, first) if first else None
        later = None if listed else self.of_years.first(self.lower, quantity.end, quantity.end + _FAR)
        years = self._years_behind(quantity.end, later) if later else listed
        its = self.programme
        inside = its and years and its.iso[:4] <= years.iso[:4] and years.iso[-4:] <= its.iso[-4:]
        return its if inside else years

    def _respectively(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«Năm 2022, 2023 và 2024, thu lần lượt đạt 45, 49 và 53 tỷ đồng», “grew by 4 % and 5 % in 2022 and 2023,
        respectively”: each is of its own year.
        """
        behind = self.respectively.first(self.lower, quantity.end, sentence.end)
        if behind:
            stop = bisect_left(self.figures, behind.start)
            years = self._within(self.figures[stop - 1], behind.start)
            place = bisect_left(self.figures, quantity.start) - stop + len(years)
            listed = len(years) >= _SEVERAL and self.figures[stop - 1] < years[0].start and place >= 0
            if listed:
                return years[place]
        said = self.in_turn.last(self.lower, sentence.start, quantity.start)
        behind = None if said else behind or self.in_turn.first(self.lower, quantity.end, sentence.end)
        if said is None and behind is None:
            return None
        years = self._each_year(self._within(sentence.start, said.start if said else quantity.start))
        if len(years) < _SEVERAL or any(not year.iso.removeprefix("FY").isdecimal() for year in years):
            return None
        end = behind.start if behind else sentence.end
        if behind and self._within(quantity.end, end):
            return None
        first, last = bisect_left(self.figures, said.end if said else years[-1].end), bisect_left(self.figures, end)
        places = sorted(set(self.figures[first:last]))  # the two ends of a range are one
        place = bisect_left(places, quantity.start)
        return years[place % len(years)] if places and len(places) % len(years) == 0 else None

    def _each_year(self, periods: list[Period]) -> list[Period]:
        """«в 2023-2024 годах», “in the next two fiscal years”, told last, as two years; others as they are."""
        first, _, last = periods[-1].iso.partition("-") if periods else ("", "", "")
        fiscal = "FY" if first.startswith("FY") else ""
        begun, ended = first.removeprefix("FY"), last.removeprefix("FY")
        if not (begun.isdecimal() and ended.isdecimal() and 0 < int(ended) - int(begun) < _MOST_YEARS):
            return periods
        if len(periods) > 1 and periods[-1].role != "ahead":
            return periods
        years = range(int(begun), int(ended) + 1)
        return [replace(periods[-1], iso=f"{fiscal}{year}") for year in years]

    def _years_behind(self, end: int, cue: Hit) -> Period | None:
        """The years that follow each other in the list behind a cue, if no period stands in front of it."""
        colon = self.lower.find(":", cue.start, cue.end + _HEAD)
        colon = colon if colon >= 0 else cue.end  # «…, в т.ч. в 2013 г. – 3 млн рублей, в 2014 г. – 4 млн рублей»
        if self._within(end, colon):
            return None
        years: list[Period] = []
        for period in self._within(colon, colon + 2 * _HEAD + _FAR * _MOST_YEARS):
            if years and period.iso == years[-1].iso:
                continue
            if not period.iso.isdecimal() or (years and period.year != (years[-1].year or 0) + 1):
                break
            if period.start > (years[-1].end + _FAR if years else colon + 2 * _HEAD):
                break
            if not years and _FIGURE.search(self.lower, colon, period.start):
                break
            years.append(period)
        return replace(years[0], iso=f"{years[0].iso}-{years[-1].iso}", role="") if len(years) > 1 else None

    def _is_no_time(self, period: Period) -> bool:
        """“at 2010 prices”, “the 2020 Act”: a year that says what is meant, and not for when a figure holds."""
        start = max(0, period.start - 40)
        bare = period.role == "bare" and self.no_time_bare.ending(self.lower, start, period.start)
        behind = _CLOSED.match(self.lower, period.end)
        # and not “in the year to June 2019 prices rose by 2 %”
        cues = (self.carried_on,) if period.role == "ended" else (self.no_time_after, self.carried_on)
        if behind and any(after.at(self.lower, behind.end(), behind.end() + 20) for after in cues):
            return True
        if self.carried_into.ending(self.lower, max(0, period.start - _HEAD), period.start):
            return True
        if self.lower.startswith("\n", period.start - 1) and self.lower[period.start].isalpha():
            return False  # «… nhìn lại một nhiệm kỳ⏎Nhiệm kỳ 2015-2020, …»
        return bool(bare) or self.no_time.ending(self.lower, start, period.start) is not None

    def _is_of_prices(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«В мае цены выросли на 0,4 %»: than in April, unless the sentence names what they are compared with."""
        named = bisect_left(self.based_starts, sentence.start) < bisect_left(self.based_starts, quantity.start)
        return not named and self.prices.first(self.lower, sentence.start, quantity.end + _NEXT) is not None

    @cached_property
    def _adjusted(self) -> bool:
        whole = (self.lower, 0, len(self.lower))
        yearly = any(hit.value in ("yearly", "same_period") for hit in self.basis.all(*whole))
        return not yearly and self.adjusted.first(*whole) is not None

    def _is_adjusted(self, usual: str, period: str | None) -> bool:
        """“Seasonally adjusted, employment fell by 7,900 in May”: than in April, where no other basis is said."""
        return usual == "none" and period is not None and _PART.fullmatch(period) is not None and self._adjusted

    def _opens_at(self, position: int) -> bool:
        """Whether a figure, with its sign of a currency, begins here."""
        index = bisect_left(self.figures, position)
        return index < len(self.figures) and self.figures[index] == position

    def _is_told(self, start: int, end: int) -> bool:
        """Whether a figure begins here."""
        return bisect_left(self.figures, start) < bisect_left(self.figures, end)

    def _is_what_it_was(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«сократилось с 132 до 117»: where a change of the year began, unless the text says when that was."""
        if quantity.family == "rank":  # “placed sixth, up from eleventh”
            return self.origin.at(self.lower, quantity.start, quantity.end) is not None
        floor = max(sentence.start, quantity.start - _HEAD)
        origin = self.origin_of_levels.ending(self.lower, floor, quantity.start)
        goal = self.goal.at(self.lower, quantity.end + 1, quantity.end + _HEAD)
        if goal and origin is None and self.lower.startswith("(", quantity.start - 1) and not quantity.bound:
            # “a small fall (15.4 % to 15.1 %)”
            moved = self.trend.last(self.lower, sentence.start, quantity.start)
            return moved is not None and self._opens_at(goal.end + 1) and not self.aims(sentence.start, quantity.start)
        if origin is None or goal is None or quantity.bound or self.decides or not self._opens_at(goal.end + 1):
            return False
        noted = _PERCENT_OPENS.search(self.lower, max(0, origin.start - 4), origin.start)
        if noted or _BY_PERCENT.match(self.lower, goal.end):  # «краж с 113 до 99 (на 12,4 %)», «на 12 % (с 113 до 99)»
            return True
        return self.trend.first(self.lower, floor, origin.start) is not None and not self.aims(floor, origin.start)
