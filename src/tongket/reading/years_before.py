"""Figures of another time than the one their sentence is about: what a change began from, causes, growth over years."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import A_YEAR_BEFORE
from tongket.reading.carrying import Carrying
from tongket.reading.claims import Status
from tongket.reading.mentions import Mentions
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import SEVERAL_YEARS, Period
from tongket.reading.relative_years import RELATIVE
from tongket.reading.segments import Sentence

_NEXT = 12
_HEAD = 60
_NEAR = 80
_CLOSING = re.compile(r"[);]")
_CLOSES = re.compile(r"\s?(?:[.;)]\s|[.)]?\Z)")
_YEAR_SO_FAR = re.compile(r"\d{4}(?:Q\d|-01/\d{4}-\d\d)")
_MARKS = re.compile(r"[,;:.()\n]")
_FAR, _LISTED = 160, re.compile(r"[\d.,%;\s]*")
_AT_HEAD = re.compile(r"(?:\A|[.!?]\s|\n)[^,;.\d]{0,40}\Z")


class YearsBefore(Carrying):
    """Finds in one text which figures are of a year before, and over which years something grew."""

    mentions: Mentions
    titled: Period | None = None  # the year, or years, in the title of a programme
    decreed: int | None = None  # the year of the decree at the head of the text, by which it was made
    _whole_years: Sequence[Period]
    _whole_starts: Sequence[int]

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.a_year_before = pack.cues("periods.a_year_before")
        self.year_ahead = pack.cues("periods.year_ahead")
        self.one_before = pack.cues("periods.one_before")
        self.was = pack.cues("comparison.was")
        self.whose = pack.cues("periods.whose")
        self.reasons, self.revised = pack.cues("periods.reasons"), pack.cues("periods.revised")
        self.compound = pack.cues("comparison.compound")
        self._compound_span: tuple[str, str] | None = None
        self.last_aim: tuple[Period, int] | None = None  # the year of the last aim without a time, and its paragraph

    def _is_of_a_cause(self, period: Period) -> bool:
        """“due to the drought in 2017”: when a cause was, with no figure in between; “Owing to the drought, 2017 closed
        with a deficit of 5 million” tells it of the year.
        """
        cause = self.reasons.last(self.lower, max(0, period.start - _NEAR), period.start)
        if cause is None or self._is_told(cause.end, period.start):
            return False
        opens = _AT_HEAD.search(self.lower, max(0, cause.start - _NEAR), cause.start)
        return opens is None or ", " not in self.lower[cause.end : period.start]

    def _noted_behind(self, quantity: Quantity) -> bool:
        """“in 2023, which was 5 million in 2015”: a period right behind a figure is its own."""
        behind = self._within(quantity.end, quantity.end + _NEXT // 2)
        return bool(behind) and not self.is_basis_at(behind[0].start)

    def _behind_bracket(self, quantity: Quantity) -> list[Period]:
        """“$139 billion (14 per cent of output) by 2027”: a period right behind a bracket is of both figures."""
        opened = self.lower.find("(", quantity.end, quantity.end + 2)
        if opened < 0:
            opened = self.lower.rfind("(", max(0, quantity.start - _NEXT), quantity.start)
        closed = self.lower.find(")", max(opened, quantity.end), quantity.end + _NEAR)
        if opened < 0 or closed < 0 or ")" in self.lower[opened : quantity.end] or self._within(opened, closed):
            return []
        found = self._within(closed, closed + _NEXT)[:1]
        return [] if found and _MARKS.search(self.lower, closed + 1, found[0].start) else found

    def _of_the_goal(self, quantity: Quantity, limit: int) -> list[Period]:
        """“grew by 10 % to Rs 64,442 in 2014-15”: the period right behind the level that was come to."""
        goal = self.goal.at(self.lower, quantity.end + 1, min(limit, quantity.end + _NEXT))
        began = self.origin.last(self.lower, max(0, quantity.start - 2 * _NEXT), quantity.start)
        if began or goal is None or not self._leads(goal.end):
            return []
        level = self.lower.find(" ", self.figures[bisect_left(self.figures, goal.end)])
        found = self._within(level, min(limit, level + _HEAD))[:1] if level >= 0 else []
        apart = found and (_MARKS.search(self.lower, level, found[0].start) or self._is_told(level, found[0].start))
        return [] if apart else found

    def _is_of_the_part_before(self, quantity: Quantity, sentence: Sentence) -> bool:
        """“below the 6.9 % in the previous month”, “In the previous quarter it grew by 2 %”."""
        place = sentence.start + (self.lower[sentence.start : sentence.start + 1] == " ")
        if self.one_before.at(self.lower, place, quantity.start):
            return True
        began = self.origin.ending(self.lower, max(sentence.start, quantity.start - _NEXT), quantity.start)
        if began is None and not self._is_set_against(quantity, sentence):
            return False
        return self.one_before.at(self.lower, quantity.end + 1, min(sentence.end, quantity.end + _HEAD)) is not None

    def _is_of_the_year_before(self, quantity: Quantity, sentence: Sentence, reach: int) -> bool:
        """“compared with 71 a year earlier”, “against 71 in the previous year”."""
        place = sentence.start + (self.lower[sentence.start : sentence.start + 1] == " ")
        dash = len(self.lower[sentence.start : quantity.start].rstrip(" –—-")) + sentence.start
        told = self.a_year_before.at(self.lower, place, quantity.start)  # «Год назад было собрано 2,9 млн тонн.»
        if told or self.a_year_before.ending(self.lower, max(sentence.start, dash - _HEAD), dash):
            return not self._is_of_a_plan_behind(quantity.end, sentence.end)  # “up from $2 million at Budget”
        floor = max(sentence.start, quantity.start - _HEAD)
        opened = self.lower.rfind("(", floor, quantity.start) + 1
        at_bracket = opened == quantity.start and quantity.family != "rank"
        if opened and at_bracket and self.is_basis_at(opened - 1):  # «so với cùng kỳ năm 2023 (35,4 tỷ)»
            return True
        if opened and not _CLOSING.search(self.lower, opened, quantity.start):  # «(cùng kỳ năm 2024 tăng 6,3 %)»
            first = self.basis.first(self.lower, opened, min(quantity.start, opened + _NEAR // 4))
            if first is not None and first.value in A_YEAR_BEFORE:
                return True
        if self._is_listed_then(quantity):
            return True
        comma = self.lower.rfind(", ", floor, quantity.start) + 2  # «…, cùng kỳ năm 2024 đạt 5,2 %»
        apart = self.basis.at(self.lower, comma, quantity.start) if comma > 1 else None
        if apart and apart.value in A_YEAR_BEFORE:
            return self.mentions.copulas.ending(self.lower, apart.end, quantity.start) is not None
        began = self.trend.last(self.lower, floor, quantity.start) and self.origin.ending(
            self.lower, floor, quantity.start
        )  # “up by 10.9 % from Rs 1,20,704 in the previous year”
        over = self.basis.ending(self.lower, floor, quantity.start) if quantity.family != "percent" else None
        against = over is not None and over.value == "period"  # “11 % over 7 crore in the previous year”
        if not began and not against and not self._is_set_against(quantity, sentence):
            return False
        if self.was.ending(self.lower, floor, quantity.start) and _CLOSES.match(self.lower, quantity.end):
            return True  # «составили 1018 кг против 868 кг.»
        hit = self.basis.first(self.lower, quantity.end, min(reach, quantity.end + _HEAD))
        return hit is not None and hit.value in A_YEAR_BEFORE

    def _is_set_against(self, quantity: Quantity, sentence: Sentence) -> bool:
        floor = max(sentence.start, quantity.start - _HEAD)
        return self.counterpart.ending(self.lower, floor, quantity.start) is not None

    def is_of_a_percentage(self, quantity: Quantity, found: Period) -> bool:
        """“1.8 % from 2.0 %”: a year before the percentage in front, of a year as well."""
        if quantity.family != "percent" or not found.iso.removeprefix("FY").isdecimal():
            return False
        start = quantity.start
        joined = self.mentions.joining.ending(self.lower, max(0, start - _NEXT), start)
        if joined and self._is_told(
            joined.start - 2 * _NEXT, joined.start
        ):  # “to 2.3 % and 5.1 % from 1.6 % and 7.2 %”
            start = self.figures[bisect_left(self.figures, joined.start) - 1]
        origin = self.origin.ending(self.lower, max(0, start - _NEXT), start)
        return origin is not None and self.is_behind_percent(origin.start)

    def _compounded(self, quantity: Quantity, sentence: Sentence) -> tuple[str, str] | None:
        """“from 6 million in 2015 to 8 million in 2022, a CAGR of 5 %”: the years over which it grew, in its sentence
        or those of the one before.
        """
        floor = max(sentence.start, quantity.start - _NEAR)
        if self.compound.first(self.lower, floor, quantity.end + _HEAD) is None:
            return None
        first, last = (bisect_left(self._whole_starts, place) for place in (sentence.start, sentence.end))
        years = sorted(self._whole_years[first:last], key=lambda p: p.year or 0)
        if years and years[0].year != years[-1].year:
            self._compound_span = (years[0].iso, years[-1].iso)
        elif years:
            return None
        return self._compound_span

    def end_of_move(self, span: Period, position: int) -> Period:
        """«за последние три года доля возросла с 12 % до 15 %»: the first is of the year in which these years began;
        “from 2017 to 2018 – from 13 million to 14 million”.
        """
        first, _, last = span.iso.partition("-")
        if span.role != "back" and (span.role != "span" or position < span.end):
            return span
        moved = self.origin.last(self.lower, span.end, position) is not None  # not in “lent 3 million to 40 farms”
        for cues, iso in ((self.origin, first), (self.goal, last)):
            if last and moved and cues.ending(self.lower, max(0, position - _NEXT), position):
                return replace(span, iso=iso, role="")
        return span

    def _moved_before(self, position: int) -> bool:
        """Whether a figure or a word of change stands in front of a place, so that something can be compared there."""
        moved = self.trend.last(self.lower, max(0, position - _HEAD), position)
        return moved is not None or self._is_told(max(0, position - _NEAR), position)

    def _opens_next(self, period: Period, start: int, end: int) -> bool:
        """«занято 85 человек, за 2024 год ими перевезено 326 тонн»: behind a comma, with a figure of its own."""
        said = self.alone.ending(self.lower, max(start, period.start - _NEXT), period.start)
        place = said.start if said else period.start
        apart = self.lower[place - 2 : place] == ", " and not self._is_told(start, place)
        return apart and self._is_told(period.end, end)

    def _is_over_now(self, period: Period, now: Period) -> bool:
        """«за полугодие на сегодня собрано 5 млн», and not «пять лет назад … : «Сегодня …»."""
        return period.role not in RELATIVE and not self._is_told(period.end, now.start)

    def _is_of_the_whole_year(self, found: Period, quantity: Quantity, sentence: Sentence, status: Status) -> bool:
        """«Итоги 9 месяцев 2024 года … Доходы возрастут на 6 %»: what is still to come is of the year, and so is an aim
        that names no time, unless its section is about a part of the year.
        """
        if status == "target" and self.terms and found.role == "until":
            return True  # «phấn đấu đến ngày 30/9/2019 giải ngân 50 % vốn»
        if status == "actual" or sentence.start <= found.start < sentence.end:
            return False
        if not _YEAR_SO_FAR.fullmatch(found.iso):
            return False
        if self.budgets.corrected and quantity.family == "currency":
            return True  # «Депутаты внесли изменения в бюджет. Доходы составят 1,5 млрд рублей. За 8 месяцев …»
        section = self.sections.at(sentence.start)  # «Báo cáo 6 tháng đầu năm … II. Phương hướng …»
        if section and section.target and section.start > found.start:
            return True
        if self.plan_part.last(self.lower, max(sentence.start, quantity.start - _NEAR // 2), quantity.start):
            return False  # “90 % of the quarterly target of 5 million”
        of_year = status == "target" and (self.terms or self.months_go_on)
        if of_year and not (section and section.target and section.period == found):
            return True
        ahead = (self.future, self.year_ahead)
        return any(cues.first(self.lower, sentence.start, quantity.start) for cues in ahead)

    def tell_aim(self, year: Period, quantity: Quantity, sentence: Sentence) -> None:
        """Remembers the year of an aim, for the rest of its paragraph."""
        if self.lasting.first(self.lower, sentence.start, quantity.start):
            self.last_aim = year, sentence.paragraph

    def aimed_before(self, sentence: Sentence) -> Period | None:
        """«Phấn đấu GRDP tăng 11 %. Thu hút vốn 4 tỷ USD.»: what follows an aim of the year is of it, until reached."""
        if (
            self.last_aim is None
            or self.last_aim[1] != sentence.paragraph
            or self._within(sentence.start, sentence.end)
        ):
            return None
        return None if self.reached.first(self.lower, sentence.start, sentence.end) else self.last_aim[0]

    def _is_listed_then(self, quantity: Quantity) -> bool:
        """«(cơ cấu của cùng kỳ năm 2024 là: 23 %; 40 %; 32 %)»: all that a bracket lists behind the verb is of then."""
        opened = self.lower.rfind("(", max(0, quantity.start - _FAR), quantity.start) + 1
        first = self.figures[bisect_left(self.figures, opened)] if opened else 0
        if not opened or _LISTED.fullmatch(self.lower, first, quantity.start) is None or self._within(opened, first):
            return False
        hit = self.basis.last(self.lower, opened, first)
        end = opened + len(self.lower[opened:first].rstrip(" :"))
        told = hit is not None and hit.value in A_YEAR_BEFORE
        return told and hit is not None and self.mentions.copulas.ending(self.lower, hit.end, end) is not None

    def _behind_its_basis(self, found: Period | None, sentence: Sentence, since: Period | None) -> Period | None:
        """«За прошлый год … . Посевы увеличены на 3 тысячи гектаров по сравнению с 2024 годом», in 2025: in 2025."""
        if found is None or since is None or found.iso != since.iso or not since.iso.isdecimal():
            return found
        if found.start >= sentence.start or self.year != int(since.iso) + 1:
            return found
        return replace(found, iso=str(self.year), role="")

    def signed_behind(self, quantity: Quantity) -> int:
        """«388 преступлений (АППГ – 368, +5,4 %)», «(АППГ – 368, снижение на 5,4 %)»: where the bracket opens, for a
        change behind what was before.
        """
        signed = self.lower[max(0, quantity.start - 1) : quantity.start] in ("+", "-", "–", "−")
        opened = self.bracket_before(quantity.start) if quantity.unit == "%" or signed else 0
        if not opened or not self._is_told(opened, quantity.start):
            return 0
        comma = self.lower.rfind(", ", opened, quantity.start)
        moved = comma >= 0 and self.trend.at(self.lower, comma + 2, quantity.start) is not None
        return opened if signed or moved else 0

    def _when_decreed(self, main: Period | None, sentence: Sentence) -> Period | None:
        """What is so in a text that names no time yet but the years of a programme, and when it was decreed: then."""
        told = main is not None and not (main is self.sections.title and SEVERAL_YEARS.fullmatch(main.iso))
        told = told and not (main and self.titled and main.start == self.titled.start)  # «Программа на 2013 год»
        if told or self.decreed is None or self._looks_ahead(sentence.start, sentence.end):
            return main
        return Period(0, 0, str(self.decreed), "")
