"""Which of the periods that a text has named holds for a sentence without one, and which is over by then."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from tongket.reading.amounts import Quantity
from tongket.reading.dating import LONG_AGO, VERY_LONG_AGO
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, DEADLINES, MONTH, SEVERAL_YEARS, Period, day_a_year_before, previous_period
from tongket.reading.segments import Sentence
from tongket.reading.todays import Todays

_QUARTER = re.compile(r"\d{4}Q\d")
# Up to nine lines that end like headings, and the paragraph below.
_LEAD = re.compile(r"(?:[^\n]{0,160}(?<![.;!?])\n){0,9}[^\n]{0,4000}")
_PART_OF_YEAR = re.compile(r"(\d{4})(?:Q\d|-\d\d|-01/\1-\d\d)")
_SENTENCE_END = re.compile(r"[.!?;]\s")
_SENTENCES = re.compile(r"[^.!?\n]{24}[.!?](?=\s)")
_SILENT = 2
_FAR = 280
_OPENING = 40
_NEAR = 80
_FIGURE = re.compile(r"\d")
_NEXT = 12
_LOOK_BACK = 60
_LONGEST_HEAD = 1000
_LONGEST_LINE = 4000
_YEAR = re.compile(r"\d{4}")
_LONGEST_HEADING = 160
_ITEM = re.compile(r"[ \t]{0,4}(?:[-–•*+]|\(?\d{1,2}[.)])\s")
_AT_HEAD = re.compile(r"(?:\A|[.!?\n]\s*|[,;:]\s|\s[–—]\s)(?:[^\W\d_]{1,8}\s){0,3}\Z")
_CLAUSE_END = re.compile(r"[,;:!?]\s|[.]\s|\n")
_NUMBERED_LINE = re.compile(r"\n\s{0,3}(?:[ivx]{1,4}|\d{1,2})[.)]\s")


class Carrying(Todays):
    """Finds in one text how far a period that was named carries."""

    _single: Sequence[Period]
    _single_starts: Sequence[int]
    _days: dict[int, Period]
    _origins: set[int]  # where periods are told of what something is set against
    _ago: set[int]  # where years are told that are over with their sentence
    _based_years: dict[int, int]  # by the place of a whole year that something is compared with

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.inside = pack.cues("periods.inside")
        self.opposing = pack.cues("periods.opposing")
        self.adding_up = pack.cues("periods.adding_up")
        self.noted = pack.cues("periods.noted")
        self.forecast_end = pack.cues("periods.forecast_end")
        self.forecast_years = pack.cues("periods.forecast_years")
        lead = _LEAD.match(lower)
        self._lead = lead.end() if lead else len(lower)

    def _long_ago(self) -> set[int]:
        """«Закон принят в 2000 году», in a text of 2017: such a year holds for its own sentence."""
        years = Counter(p.year for p in self.periods)
        first = next((p for p in self.periods if p.year), None)
        told = {first.start} if first and first.iso.isdecimal() and self._since(first) >= LONG_AGO else set()
        told |= {p.start for p in self.periods if self._since(p) >= VERY_LONG_AGO}
        return {p.start for p in self.periods if p.start in told and years[p.year] == 1}

    def _after_day(self, last: Period | None, position: int) -> Period | None:
        """«На 1 января 2016 года в районе 25 клубов. … .⏎… .⏎Износ зданий – 60 %»: a day is over where two sentences
        tell no figure, or “today” was told since; what follows is of the year of the text.
        """
        if last is None:
            return None
        now = any(p.role == "now" for p in self._within(last.end, position))
        if now and self.programme is not None and last.iso < str(self.year):
            return replace(last, iso=str(self.year), role="")
        if last.role != "at" or self.sections.ahead or not (self.tells_flows and DAY.fullmatch(last.iso)):
            return last
        index = bisect_left(self.figures, position)
        told = max(last.end, self.figures[index - 1] if index else 0)
        end = _SENTENCE_END.search(self.lower, told, position)
        silent = _SENTENCES.findall(self.lower, end.end(), position) if end else []
        if not now and len(silent) < _SILENT:
            return last
        near = self.year is not None and self.year >= int(last.iso[:4]) - 1
        return replace(last, iso=str(self.year) if near else last.iso[:4], role="")

    def _opens_with(self, period: Period, position: int) -> bool:
        """«Если в 2000 году было 230 школ, то …», in a text of 2017: a year at the head of a sentence, with a figure in
        the same clause.
        """
        opens = _AT_HEAD.search(self.lower, max(0, period.start - _OPENING), period.start)
        return opens is not None and not _CLAUSE_END.search(self.lower, period.end, position)

    def long_ago_in(self, sentence: Sentence, position: int) -> Period | None:
        """«В 2013 году в стране, впервые за много лет, отмечен прирост – 20 тысяч», in a text of 2021: the same where
        the sentence names nothing else.
        """
        first = next(iter(self._within(sentence.start, position)), None) if self.tells_flows else None
        named = first is not None and first.start in self._ago
        return first if first and named and self._opens_with(first, first.end) else None

    def _since(self, period: Period) -> int:
        """How many years before that of the text a period is."""
        return (self.year or 0) - (period.year or self.year or 0)

    def _opening(self, sentence: Sentence) -> Period | None:
        """What a headline without a time is about: the first that the text names below it."""
        if not self._single or self._single[0].start <= sentence.start or not self._leads_in(sentence):
            return None
        stop = sentence.start + _LONGEST_HEAD
        section = _NUMBERED_LINE.search(self.lower, sentence.end - 1, stop)  # of another section is another time
        below = self._single[: bisect_left(self._single_starts, section.start() if section else stop)]
        below = [p for p in below if not (self.year and p.iso.isdecimal() and int(p.iso) > self.year + 1)]
        apart = (*DEADLINES, "until", "at", "closing")
        first = next((p for p in below if p.role not in apart and not self._is_told_late(p)), None)
        if first and self.particular.ending(self.lower, max(0, first.start - _OPENING), first.start):
            return replace(first, iso=first.iso[:4])  # «Tỉnh có 11 dự án mới.⏎Riêng 6 tháng đầu năm 2019, …»
        before = first is not None and first.iso == str((self.year or 0) - 1)  # «… . В 2024 году этот показатель …»
        return replace(first, iso=str(self.year), role="") if first and before else first

    def _leads_in(self, sentence: Sentence) -> bool:
        """Whether a sentence is in the head of the text, or in the first paragraph with figures, which names a time."""
        if self._heads(sentence.start):
            return True
        line = self.lower.rfind("\n", max(0, sentence.start - _LONGEST_LINE), sentence.start) + 1
        first = self._single[0].start
        near = first - sentence.start <= _LONGEST_HEAD and "\n" not in self.lower[sentence.start : first].rstrip()
        return near and not self._is_told(0, line) and not self._looks_ahead(sentence.start, sentence.end)

    def _heads(self, position: int) -> bool:
        """Whether a place is in the first paragraph under the headings, or in a line that ends like a heading."""
        if position <= self._lead:
            return True
        floor = max(0, position - _LONGEST_HEADING)
        start = self.lower.rfind("\n", floor, position) + 1
        end = self.lower.find("\n", position, position + _LONGEST_HEADING)
        short = start > 0 and (end if end >= 0 else len(self.lower)) - start <= _LONGEST_HEADING
        return short and self.lower[start : end if end >= 0 else None].rstrip()[-1:] not in ".;!?"

    def _is_passed(self, month: Period, position: int) -> bool:
        """«… в ноябре 2016 года отказалось»: a month told by the way is over with its paragraph."""
        if not self._is_told_late(month) or "\n" not in self.lower[month.end : position]:
            return False
        return not (self.terms and self._is_sole_month(month))

    def _is_sole_month(self, month: Period) -> bool:
        """«Theo báo cáo, trong tháng 5, lượng khách tăng.⏎Theo đó, Hà Nội đón …»: a text that names no other time."""
        heads = month.start <= self._lead and not self._is_told(0, month.start)
        return heads and all(p.iso == month.iso or p.role in (*DEADLINES, "at", "until") for p in self._single)

    def _lasting(self, month: Period) -> Period | None:
        """What a text with months told by the way is about: «Trong 8 tháng, … . Riêng tháng 8, … .⏎Tỉnh có …»."""
        for period in self._latest(bisect_left(self._single_starts, month.start)):
            planned = self.plan_word.ending(self.lower, max(0, period.start - _OPENING), period.start)
            if period.year == month.year and period.role == "" and "/" in period.iso and not planned:
                return period
        return None

    def _is_told_late(self, month: Period) -> bool:
        """Whether a period is a month that does not open its line."""
        if not MONTH.fullmatch(month.iso):
            return False
        floor = max(0, month.start - _OPENING)
        opened = self.alone.ending(self.lower, floor, month.start)
        line = opened.start if opened else month.start - _NEXT
        return line > 0 and "\n" not in self.lower[line - 1 : month.start]

    def _only(self, sentence: Sentence) -> Period | None:
        """«vụ đông năm nay …», «Nhiệm kỳ 2015-2020, …», in a text that names no time but such: it holds for the
        sentences that follow.
        """
        index = bisect_left(self._starts, sentence.start)
        while index and self.periods[index - 1].start in self._origins:  # “87 % this year, against 85 % last year”
            index -= 1
        before = self.periods[index - 1] if index else None
        if before is None:
            return None
        opens = before.start - self.lower.rfind("\n", max(0, before.start - _OPENING), before.start) <= _OPENING
        spoken = before.role in ("this", "last") and "/" not in before.iso  # and not «с начала года»
        return before if spoken or (SEVERAL_YEARS.fullmatch(before.iso) and opens) else None

    def in_opening_brackets(self, sentence: Sentence, position: int) -> list[Period]:
        """«В прогнозном периоде (2024-2026 годы) доходы вырастут на 12 %»: the time in brackets, before any figure."""
        return [
            p
            for p in self._within(sentence.start, position)
            if self.lower.startswith("(", p.start - 1)
            and self.lower.startswith(")", p.end)
            and not self._is_told(sentence.start, p.start)
        ]

    def noted_day(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«В районе 1231 инвалид, из них 45 детей (по данным на 1 октября 2017 года)»: a day in a bracket behind the
        figures of a sentence.
        """
        behind = self._within(quantity.end, sentence.end)
        day = behind[0] if behind and behind[0].role == "at" else None
        return day if day and self.is_noted_day(day) else None

    def is_noted_day(self, day: Period) -> bool:
        """Whether nothing but a day, and words that say what is of it, stands in a bracket."""
        closed, opened = self._bracket(day), self.lower.rfind("(", max(0, day.start - _OPENING), day.start) + 1
        if not closed or not opened or self.lower[day.end : closed].strip():
            return False
        words = self.noted.at(self.lower, opened + (self.lower[opened] == " "), day.start)
        return words is not None and not self.lower[words.end : day.start].strip()

    def in_first_bracket(self, sentence: Sentence, position: int) -> list[Period]:
        """«Больше всех задолжали Омская (144 млрд рублей на 1 декабря) и Томская (97 млрд) области»: the time in the
        bracket of the first figure of a list.
        """
        if not self.lower.startswith("(", position - 1):
            return []
        last = self._within(sentence.start, position)[-1:]
        if not last or not self.lower.startswith(")", last[0].end):
            return []
        opened = self.lower.rfind("(", sentence.start, last[0].start)
        return last if opened > 0 and self._is_told(opened, opened + 2) else []

    def _of_the_forecast(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«… на 2018-2020 годы. … В прогнозном периоде прирост не превысит 3 %»: the years that the text foresees."""
        ends = self.forecast_end.last(self.lower, sentence.start, quantity.start)
        said = ends or self.forecast_years.last(self.lower, sentence.start, quantity.start)
        if said is None or self._within(said.start, min(quantity.end + _NEXT, sentence.end)):
            return None
        index = bisect_left(self._starts, said.start)
        near = self.periods[max(0, index - _LOOK_BACK) : index]
        title = self.sections.title
        title = title if title and SEVERAL_YEARS.fullmatch(title.iso) else None
        term = title or next((p for p in reversed(near) if SEVERAL_YEARS.fullmatch(p.iso)), self.span)
        term = term or self._years_of_title()
        if ends is None:
            return term
        last = term or max((p for p in near if p.iso.isdecimal()), key=lambda p: p.iso, default=None)
        return replace(last, iso=last.iso[-4:]) if last else None

    def _years_of_title(self) -> Period | None:
        """«Прогноз … на 2024 год и плановый период 2025 и 2026 годов»: all years that the title of a forecast names."""
        title = self.sections.title
        if title is None or not self.sections.ahead or not title.iso.isdecimal():
            return None
        end = self.lower.find("\n", title.end)
        years = [p.iso for p in self._within(title.start, end if end >= 0 else title.end) if p.iso.isdecimal()]
        return replace(title, iso=f"{title.iso}-{years[-1]}") if years and years[-1] > title.iso else None

    def _this_part(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«Tính chung 5 tháng, … . Trong tháng, có 210 doanh nghiệp mới», «… đạt 61 tỷ đồng, tăng 2 % so với tháng
        trước»: of the month named last, or the last of the months that the text is about.
        """
        said = self.this_part.last(self.lower, sentence.start, quantity.start)
        if said and any(p.end > said.start for p in self._within(said.start - _NEXT, quantity.start)):
            said = None  # «trong tháng 5», «6 tháng qua»
        if said is None:
            said = self.this_part.first(self.lower, quantity.end, sentence.end)
            if said is None or said.value != "before" or self._within(sentence.start, said.end):
                return self._month_added_to(quantity, sentence)
        elif self._within(said.start, said.end + _NEXT // 4):  # «trong tháng 5»
            return None
        if self.so_now.first(self.lower, said.end, quantity.start):  # «trong quý kết nạp 32 người, nâng tổng số lên …»
            return None
        if said.value == "year":  # «Đến ngày 25/12, thu 6.840 tỷ đồng. … Trong năm, …»
            told = next((p for p in self._named_or_titled(sentence.start) if p.year and p.role not in DEADLINES), None)
            return replace(told, iso=told.iso[:4], role="") if told and "-01-01/" in told.iso else None
        form = _QUARTER if said.value == "quarter" else MONTH
        for period in self._named_or_titled(sentence.start):
            part = period.iso if form.fullmatch(period.iso) else period.iso.partition("/")[2]
            if form.fullmatch(part) and period.role == "":
                return replace(period, iso=part)
        return None

    def _month_added_to(self, quantity: Quantity, sentence: Sentence) -> Period | None:
        """«Tháng 3 … . Xuất khẩu đạt 85 triệu USD, lũy kế 180 triệu USD»: the first is of the month, the last of which
        the second adds up.
        """
        behind = self._within(quantity.end, sentence.end)[:1]
        if not behind or self._within(sentence.start, quantity.start) or "/" not in behind[0].iso:
            return None
        if self.adding_up.at(self.lower, behind[0].start, behind[0].end) is None:
            return None
        last = behind[0].iso.partition("/")[2]
        return next((p for p in self._named_or_titled(sentence.start) if p.iso == last), None)

    def _named_or_titled(self, position: int) -> Iterator[Period]:
        """The periods named in front of a place, the last one first, and then that of the title."""
        yield from self._latest(bisect_left(self._single_starts, position))
        if self.sections.title:
            yield self.sections.title

    def _last(self, position: int) -> Period | None:
        """The period named last, or that part of its year which opened the paragraph: «Trong 6 tháng đầu năm 2023, …
        thực hiện kế hoạch năm 2023. …».
        """
        index = bisect_left(self._single_starts, position)
        last = self._single[index - 1] if index else None
        if index > 1 and last and self._is_year_told_beside(last, self._single[index - 2]):
            return self._single[index - 2]
        if last and last.role == "until" and self._is_told_aside(last, index - 1):
            return next(p for p in self._latest(index - 1) if p.role != "until")
        if last and last.role == "until" and DAY.search(last.iso):  # a day that disbursement had reached
            whole = (p for p in self._latest(index - 1) if p.role != "until")
            return next((p for p in whole if p.year == last.year and "/" in p.iso and not DAY.search(p.iso)), last)
        if last is None or not last.iso.isdecimal():
            return self._main_months(last, index - 1) if last else None
        if self._is_of_a_reached_plan(last):  # «Trong 7 tháng … đạt 91 % kế hoạch năm 2022.⏎Tổng thu …»
            before = next(self._latest(index - 1), None)
            return before if before and before.year == last.year and not before.role else last
        line = self.lower.rfind("\n", max(0, last.start - _LONGEST_LINE), last.start) + 1
        opening = self._single[min(bisect_left(self._single_starts, line), index - 1)]
        opens = line <= opening.start <= line + _OPENING and opening.role == ""
        return opening if opens and opening.iso.startswith(last.iso) else last

    def _is_year_told_beside(self, last: Period, main: Period) -> bool:
        """«В 2014 году – 1,6 млрд рублей, в 2013 году – 1,3 млрд. Зарплата – 21 тыс. рублей»: the year before."""
        before = self.tells_flows and last.iso.isdecimal() and main.iso == str(int(last.iso) + 1) and not main.role
        return (
            before
            and not _SENTENCE_END.search(self.lower, main.end, last.start)
            and self._is_told(main.end, last.start)
        )

    def _is_told_aside(self, until: Period, index: int) -> bool:
        """«Trong quý I, … . Tổng thu đến hết tháng 4 đạt 64 tỷ đồng. Tỷ lệ hộ nghèo còn 2 %»: over with its sentence,
        in a paragraph about another part of the year.
        """
        main = next((p for p in self._latest(index) if p.role != "until"), None)
        if main is None or not self.terms or main.year != until.year or not _PART_OF_YEAR.fullmatch(main.iso):
            return False
        if "\n" in self.lower[main.end : until.start] or not self._opens_clause(main):
            return False
        return self.alone.ending(self.lower, max(0, until.start - _NEXT), until.start) is None and not (
            self._opens_clause(until) or self.lower[max(0, until.start - 2) : until.start] in (". ", "; ")
        )

    def _now_again(self, last: Period | None, position: int, end: int) -> Period | None:
        """«На 2020 год прогнозируется …⏎Доля отрасли составляет 50 %»: what is foreseen is over with its paragraph."""
        if last is None or not (last.year and self.year and last.year > self.year) or self._looks_ahead(position, end):
            return last
        if self._heads_list(last, position):
            return last
        due = last.role in ("due", "toward")  # «Портфель до 2027 года включает 70 проектов. … Доля составила 64 %.»
        if self.estimate.first(self.lower, position, end) or not (due or "\n" in self.lower[last.end : position]):
            return last
        floor = max(0, last.start - _LONGEST_LINE)
        floor = max(floor, self.lower.rfind("\n", floor, last.start))
        ahead = (self.estimate, self.future, self.target)
        if not (due or any(cues.first(self.lower, floor, position) for cues in ahead)):
            return last
        index = bisect_left(self._single_starts, last.start)
        found = next((p for p in self._latest(index) if p.year and p.year <= self.year), None)
        if found is None and due and self._is_pulled_out(last):
            return replace(last, iso=str(self.year), role="")
        return found or last

    def _is_pulled_out(self, aim: Period) -> bool:
        """«Phấn đấu đến năm 2030 thu nhập đạt 90 triệu đồng⏎Xã có dân số 22.312 người.»: an aim on its own line."""
        start = self.lower.rfind("\n", max(0, aim.start - _LONGEST_HEADING), aim.start) + 1
        end = self.lower.find("\n", aim.end, aim.end + _LONGEST_HEADING)
        alone = start > 0 and end > 0 and self.lower[start:end].rstrip()[-1:] not in (".", ":", ";", ",")
        return alone and self.striving.at(self.lower, start, aim.start) is not None

    def _main_months(self, last: Period, index: int) -> Period:
        """«Trong 10 tháng, … . GRDP 9 tháng tăng 8 %. Chỉ số giá tăng 3 %»: months told by the way of one figure, in a
        text about more months of that year, are over with their sentence.
        """
        if "/" not in last.iso or last.role or self._opens_clause(last):
            return last
        for period in self._latest(index):
            longer = "/" in period.iso and period.year == last.year and period.iso > last.iso and not period.role
            if longer and self._opens_clause(period):
                return period
        return last

    def _opens_clause(self, period: Period) -> bool:
        """Whether a period stands between marks: «Theo báo cáo, trong 10 tháng đầu năm, …»."""
        before = self.lower[max(0, period.start - _NEXT) : period.start]
        opened = self.alone.ending(self.lower, max(0, period.start - _NEXT), period.start)
        opened = opened or self.inside.ending(self.lower, max(0, period.start - _NEXT), period.start)
        before = before[: len(before) - (period.start - opened.start)] if opened else before
        told = before.rstrip(" \n")
        opens = told[-1:] in ("", ".", ",", ";", ":") or "\n" in before[len(told) :]
        return opens and self.lower.startswith(",", period.end)

    def _noted(self, end: int) -> Period | None:
        """“from Rs 82 crore (2021-22) to Rs 90 crore (2022-23)”: nothing but its period in brackets behind a figure."""
        index = bisect_left(self._starts, end + 1)
        period = self.periods[index] if index < len(self.periods) else None
        if period is None or self.lower[end : period.start].strip() != "(":
            return None
        return period if self.lower.startswith(")", period.end) else None

    def is_of_another(self, period: Period, sentence: Sentence) -> bool:
        """Whether a period behind a figure is not the one that it is of."""
        if period.start in self._opposed or self._is_of_a_year_ahead(period, sentence) or self.notes_next(period):
            return True
        return self.terms and self.next_told.ending(self.lower, period.start - _NEXT // 2, period.start) is not None

    @cached_property
    def _opposed(self) -> set[int]:
        """“Income was 5 million *while in 2022* it was 6 million”: told of what follows, where a figure does."""
        found = set()
        for period in self.periods:
            words = self.opposing.ending(self.lower, max(0, period.start - _OPENING), period.start)
            end = _CLAUSE_END.search(self.lower, period.end + 1) if words else None
            index = bisect_left(self.figures, period.end)
            told = index < len(self.figures) and self.figures[index] < (end.start() if end else len(self.lower))
            if words and told:
                found.add(period.start)
        return found

    def is_item_of_term(self, term: Period, last: Period, position: int) -> bool:
        """«NHIỆM KỲ 2015-2020⏎- Hộ nghèo năm 2020 còn 2 %⏎- Kết nạp 90 đảng viên»: its year is over with an item."""
        item = _ITEM.match(self.lower, self.lower.rfind("\n", max(0, position - _FAR), position) + 1)
        if item is None or not self.terms or not SEVERAL_YEARS.fullmatch(term.iso):
            return False
        return term.start < last.start and "\n" in self.lower[last.end : position]

    def is_over_with_section(self, term: Period, start: int, last: Period) -> bool:
        """«ĐỀ ÁN GIAI ĐOẠN 2021-2025⏎b) Đến năm 2030:⏎- …⏎2. Kinh phí: 30 tỷ đồng»: a deadline is over with the section
        in which it was named, and what follows is of the term.
        """
        return self.terms and last.start < start and last.role in DEADLINES and term.start < last.start

    def notes_next(self, period: Period) -> bool:
        """«có 22 xã với dân số (năm 2016) là 179.889 người»: alone in brackets, of the figure right behind."""
        closed = self._bracket(period)
        if not closed or self.lower[period.end : closed].strip() or not self.lower.startswith("(", period.start - 1):
            return False
        index = bisect_left(self.figures, closed)
        figure = self.figures[index] if index < len(self.figures) else closed
        return figure <= closed + _NEXT and self.copulas.ending(self.lower, closed, figure) is not None

    def _year_before(self, period: Period) -> Period:
        if "/" in period.iso:
            return replace(period, iso=_YEAR.sub(lambda year: str(int(year.group()) - 1), period.iso))
        first = period.iso[:4] if SEVERAL_YEARS.fullmatch(period.iso) else None  # «trong nhiệm kỳ từ 6 % xuống 2 %»
        return replace(period, iso=first or previous_period(period.iso) or day_a_year_before(period.iso) or period.iso)

    def _bracket(self, period: Period) -> int:
        """Where the bracket around a period closes, or 0."""
        opened = self.lower.rfind("(", max(0, period.start - _NEAR), period.start)
        if opened < 0 or ")" in self.lower[opened : period.start]:
            return self.long_bracket(period.start) if opened < 0 else 0
        closed = self.lower.find(")", period.end, period.end + 2 * _NEAR)
        return closed if closed >= 0 else self.long_bracket(period.start)

    def _is_of_a_bracket(self, period: Period) -> bool:
        """“12th (in 2022 it was 18th)”: a period in brackets that holds for the figure there."""
        closed = self._bracket(period)
        opened = self.lower.rfind("(", max(0, period.start - _NEAR), period.start)
        return closed > 0 and any(
            _FIGURE.search(self.lower, *part) for part in ((period.end, closed), (opened, period.start))
        )

    def _leads(self, end: int) -> bool:
        """Whether a figure stands right behind a word: “from about 61”, and not «с общим числом участников 61»."""
        index = bisect_left(self.figures, end)
        return index < len(self.figures) and self.figures[index] - end <= _NEXT

    def _reached_before(self, title: Period, last: Period | None, position: int, end: int) -> Period:
        """What a forecast or a budget says was reached: in the earlier year named last, or next, or the year before."""
        fiscal = title.iso.startswith("FY")
        if SEVERAL_YEARS.fullmatch(title.iso):
            title = replace(title, iso=title.iso[:4])
        new_year = last is not None and last.role == "at" and last.iso.endswith("-01-01")
        if last and new_year and (self.stands_on(position, end) or self.flows.first(self.lower, position, end)):
            return last
        if last and (last.year or 0) < (title.year or 0) and last.iso.startswith("FY") == fiscal and last.role != "at":
            return last
        index = bisect_left(self._single_starts, position)
        following = self._single[index] if index < len(self._single) and last in (None, title) else None
        near = following is not None and following.start - position <= _LONGEST_HEAD and not fiscal
        if near and following and following.iso.isdecimal() and following.role in ("", "bare"):
            earlier = (following.year or 0) < (title.year or 0)  # «В районе 26 хозяйств. В 2017 году они собрали …»
            return following if earlier else self._year_before(title)
        return self._year_before(title)
