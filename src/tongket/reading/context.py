"""Period and status of a figure: from its own clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison
from tongket.reading.budgets import FISCAL, Budgets
from tongket.reading.claims import Status
from tongket.reading.continuations import Continuations
from tongket.reading.cumulations import (
    founded_then,
    held_on,
    in_terms,
    of_closed_years,
    over_told_years,
    since_a_year,
    summed_up,
    up_to_now,
)
from tongket.reading.dating import day_of_issue
from tongket.reading.joined_years import joined_years
from tongket.reading.mentions import Mentions, is_quarter
from tongket.reading.packs import LanguagePack
from tongket.reading.paired_years import paired_year
from tongket.reading.periods import (
    DEADLINES,
    OPEN_DAY,
    SEVERAL_YEARS,
    Period,
    behind_named,
    period_just_before,
    previous_period,
)
from tongket.reading.questions import Questions
from tongket.reading.relative_years import RELATIVE
from tongket.reading.sections import Sections
from tongket.reading.segments import Sentence
from tongket.reading.stamps import Stamp
from tongket.reading.told_bases import Said, ToldBases, as_compared
from tongket.reading.years_of_heads import years_of_programme
from tongket.reading.years_reviewed import of_year_reviewed, years_of_tasks
from tongket.reading.years_told import reported_on

_OPENING = 40
_HEAD = 400
_NEXT = 12
_FEW = 4
_NEAR = 80
_LONGEST_LINE = 4000
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"\d{4}(?:-\d\d|Q\d)\Z")
_HERE = ("this", "alone", "before", "days", *RELATIVE)


@dataclass(frozen=True, slots=True)
class Timing:
    """For when a figure holds, and whether it is reached, planned or expected."""

    period: str | None
    status: Status
    basis: str


class Timeline(ToldBases):
    """The periods of a text, and the one that holds where a sentence names none."""

    def __init__(
        self,
        lower: str,
        pack: LanguagePack,
        periods: Sequence[Period],
        year: int | None,
        figures: Sequence[int],
        stamp: Stamp | None,
        covered: Period | None,
    ) -> None:
        self._found: Period | None = None
        self.covered = covered
        self._stamped = Period(stamp.start, stamp.end, str(stamp.year), "") if stamp else None
        super().__init__(lower, pack, year or next((p.year for p in periods if p.year), None), figures)
        self._issued = day_of_issue(lower, pack, periods, self.year) if self.year and self.terms else None
        heads = (p.year for p in periods if p.start < _HEAD and p.role == "" and OPEN_DAY.fullmatch(p.iso))
        self.met = next(heads, None) or (None if self._issued else self.year)
        periods = founded_then(joined_years(periods, lower, pack), lower, pack)
        dated = [p if p.role == "now" else p.with_year(self.year) for p in periods if p.iso]
        dated = behind_named(dated, lower)
        dated = since_a_year(over_told_years(in_terms(dated, self.year)), self.year)
        dated = up_to_now(dated, lower, stamp, passing=bool(pack.get("periods.so_far_passes", False)))
        named = of_closed_years(held_on(summed_up(dated, lower, pack), lower, pack), lower, pack)
        self._asked = Questions(lower, named)
        self.so_far, self.paired = pack.cues("periods.so_far"), pack.cues("periods.paired")
        self.mentions = Mentions(lower, pack, figures)
        named = self.mentions.kept(named)
        self._ends, self._all_starts = {p.end for p in periods}, {p.start for p in periods}
        based = {p.start for p in named if not self._is_no_time(p) and self._is_basis(p)}
        self.based_starts = sorted(based)
        whole = (p for p in named if p.start in based and p.iso.isdecimal() and self._is_of_a_year_itself(p))
        self._based_years = {p.start: int(p.iso) for p in whole}
        self._based_ends = {p.end for p in named if p.start in based}
        own = [
            p
            for p in named
            if (p.role == "at" or not OPEN_DAY.fullmatch(p.iso))
            and not (p.start in based or self._is_deadline(p) or self._is_no_time(p) or self._is_of_a_plan(p))
        ]
        self.periods = of_year_reviewed(reported_on(own, lower, pack), lower, pack)
        self._tasks = years_of_tasks(self.periods, lower, pack)
        # “29 % more than in the first half of 2021”: unless more is said, of the first half of 2022.
        self._parts = [p for p in named if p.start in based and p.year and not p.iso.removeprefix("FY").isdecimal()]
        self._part_starts = [p.start for p in self._parts]
        self._whole_years = [p for p in named if p.iso.removeprefix("FY").isdecimal()]
        self._whole_starts = [p.start for p in self._whole_years]
        days = (p for p in named if p.role == "days" or (p.role == "" and OPEN_DAY.fullmatch(p.iso)))
        self._days = {p.start: p for p in days if p.year}
        self._day_starts = sorted(self._days)
        bases = [p for p in named if p.iso.isdecimal() and p.start in based]
        newest = max(bases, key=lambda p: p.iso, default=None)
        # A text that says again and again how much it is of last year's, and never which year it is about, or that was
        # issued two years after the one that it compares with, as in January.
        again = newest is not None and sum(p.iso == newest.iso for p in bases) > 1
        steady = again or (newest is not None and stamp is not None and int(newest.iso) == stamp.year - 2)
        self._implied = Period(0, 0, f"{int(newest.iso) + 1:04}", "") if newest and steady else None
        # A text that names one time only is about it, unless a year or a month was told by the way.
        times = [p for p in self.periods if p.role in ("", "bare", "alone", "this") and p.iso[0] not in "-<="]
        if len({p.iso for p in times}) <= _FEW:  # “down from 5 % in April 2031”
            times = [p for p in times if not self._is_origin(p)]
        if 1 < len({p.iso for p in times}) <= 3:  # “in March … the most since June 2019”
            times = [p for p in times if not self.since.ending(lower, max(0, p.start - _NEAR), p.start)]
        sole = len({p.iso for p in times}) == 1 and (len(times) > 1 or is_quarter(times[0].iso))
        sole = sole or (len(times) == 1 and self._is_set_against_last(times[0], named))
        self._sole = replace(times[0], role="") if sole else None
        spans = (p for p in self.periods if SEVERAL_YEARS.fullmatch(p.iso) and p.role != "back")
        self.span = next(spans, None)
        self.titled = years_of_programme(lower, pack, self.periods)
        if self.titled and SEVERAL_YEARS.fullmatch(self.titled.iso):
            self.span = self.programme = self.titled
        lasting = [p for p in self.periods if p.role not in ("due", "toward", "at", *RELATIVE)]
        self.budgets = Budgets(lower, pack, lasting, self.year)
        self.periods = self.budgets.by_first_years(self.periods, figures)
        lasting = [p for p in self.periods if p.role not in ("due", "toward", "at", *RELATIVE)]
        self.sections = Sections(lower, pack, lasting, figures)
        # «Đến năm 2025, …», in a text that names no other time: all of it is still to come.
        self.before_all = bool(self.periods) and all(p.role in ("due", "toward") for p in self.periods if p.year)
        self.sections.title = self.sections.title or self._year_of_update(named) or self.budgets.title
        title = self.sections.title
        if title and not (SEVERAL_YEARS.fullmatch(title.iso) and self.is_programme):  # “today” is the time of a report
            self.periods = [p for p in self.periods if p.role != "now"]
        self._origins = {p.start for p in self.periods if self._is_origin(p)}
        meant = pack.cues("periods.years_in_brackets")
        bracketed = (p for p in self.periods if self._bracket(p))
        self._passing = self._origins | {
            p.start for p in bracketed if not meant.ending(lower, p.start - _NEAR, p.start - 2)
        }
        self._starts = [p.start for p in self.periods]
        self._continuations = Continuations(lower, pack)
        # “The whole year”, “in May”, “by June 2026” hold for their own sentence.
        passing = (p for p in self.periods if p.role in _HERE or (p.role == "due" and "-" in p.iso))
        self._passing |= {p.start for p in passing}
        self._ago = self._long_ago()
        self._passing |= self._ago
        self._passing |= {p.start for p in self.periods if self._is_of_a_cause(p)}
        self._cited = {p.start for p in self.periods if self._is_of_a_cited_plan(p)}
        single = [
            p
            for p in self.periods
            if not (SEVERAL_YEARS.fullmatch(p.iso) or p.start in self._passing or self._is_by_the_way(p))
            and not self.apart_from.at(lower, p.end + 1, p.end + _OPENING)
            and not (p.role == "last" and self.whose.at(lower, p.end, p.end + _NEXT))
        ]
        self._single, self._single_starts = single, [p.start for p in single]
        self._implied = self._unnamed(self._implied, stamp)

    def _year_of_update(self, named: Sequence[Period]) -> Period | None:
        """“Mid-year update … since the 2015-16 budget was introduced”: an update is of the only year of accounts that
        its text names, if only as what something is compared with.
        """
        years = [p for p in named if FISCAL.fullmatch(p.iso)] if self.budgets.updates else []
        return replace(years[0], role="") if len({p.iso for p in years}) == 1 else None

    def _before(self, position: int, end: int) -> Period | None:
        """What holds where a sentence names no period: that of its paragraph, its section, or the title."""
        named = self._last(position)
        last = self._after_day(self._now_again(named, position, end), position)
        if last and last.start in self._tasks and not self._looks_ahead(position, end):
            last = self._tasks[last.start]
        section, title = self.sections.at(position), self.sections.title
        main = (section and section.period) or title
        if main and named and self.is_item_of_term(main, named, position):
            return main
        if main and section and named and self.is_over_with_section(main, section.start, named):
            return main
        foreseen = title and self.sections.ahead and main is title
        if main is None or (SEVERAL_YEARS.fullmatch(main.iso) and not foreseen):
            if main is None and last and (usual := self._usual_again(last, position)):
                return usual
            return main or self._lasting(last) if last and self._is_passed(last, position) else last or main
        if title and foreseen:
            sums = self.budgets.whole and not title.iso.startswith("FY")  # a budget is of its year
            given = sums or self._looks_ahead(position, end) or self.budgets.speaks_of_it(position, end)
            return title if given else self._reached_before(title, last, position, end)
        if main is title and last and self.year and self.terms and (last.year or 0) <= self.year < (main.year or 0):
            return last  # «HĐND tỉnh thông qua chỉ tiêu năm 2025⏎Ngày 10/12/2024, … . Năm 2024, …⏎Trong năm, …»
        floor = max(0, position - _LONGEST_LINE)
        line = max(floor, self.lower.rfind("\n", floor, position) + 1)
        inside = last is not None and last.start >= max(line, section.start if section else 0)
        years = (main.year, (main.year or 0) - 1 if main.iso.startswith("FY") else main.year)
        if inside and last and last.role == "at" and self.stands_on(position, end):
            return last  # «На 1 октября … 123 безработных. Уровень безработицы – 0,8 %.»
        if not inside or last is None or last.role in ("until", "at"):
            return main
        if last.year in years:
            return last
        opening = self._single[bisect_left(self._single_starts, line)]
        return opening if opening.start - line <= _OPENING and opening.role in ("", "bare", "last") else main

    def _carried(self, sentence: Sentence) -> Period | None:
        """The period that holds for a sentence without one; what is expected goes with the last later year."""
        told = self.planned_before(sentence) or self.aimed_before(sentence) or self.this_year_before(sentence)
        told = told or self.spoken_again(sentence) or self.span_before(sentence)
        told = told or self._continuations.carried(sentence) or self.paragraph_term(sentence)
        if told := told or self._asked.at(sentence) or self.told_just_before(sentence):
            return told
        main = self._when_decreed(self._before(sentence.start, sentence.end), sentence) or self._implied
        main = main or self._opening(sentence)
        main = main or self._only(sentence) or self._sole or self._stamped or self.mentions.dated
        main = main or self._due_before(sentence.start) or self._year_of_most or self.told_apart(sentence)
        if main and main in (self._stamped, self._year_of_most) and self._promises(sentence):
            return None
        main = self.unless_covered(main, sentence)
        main = self.as_year_behind(main, sentence) if main else None
        index = bisect_left(self._part_starts, sentence.start)
        part = self._parts[index] if index < len(self._parts) and self._part_starts[index] < sentence.end else None
        if part and part.year and (main is None or main.iso == f"{part.year + 1:04}"):
            return replace(part, iso=_YEAR.sub(lambda year: f"{int(year.group()) + 1:04}", part.iso), role="")
        index = bisect_left(self._day_starts, sentence.start)
        day = self._days[self._day_starts[index]] if index < len(self._days) else None
        opens = day is not None and day.start < min(sentence.end, sentence.start + _NEXT)
        below = main is not None and main.start >= sentence.end  # «- Sáng 5/6/2024 …⏎- 5 tháng đầu năm 2024 …»
        if day and opens and main and (below or (main.iso.isdecimal() and (day.year or 0) < int(main.iso))):
            return replace(day, iso=day.iso[:4])  # “On 5 May 2021 …”, in a text about 2022
        if main and main.role == "at" and (year := self._compared_year(sentence)):
            return replace(main, iso=f"{year + 1:04}", role="")
        last = self._last(sentence.start)
        if now := self.year_now(main, sentence):
            return Period(sentence.start, sentence.start, str(now), "")
        if not (main and last and main.year and last.year and last.year > main.year):
            return main
        same_line = "\n" not in self.lower[max(last.end, sentence.start - _LONGEST_LINE) : sentence.start]
        ahead = same_line and (self.estimate.first(self.lower, sentence.start, sentence.end) is not None)
        return last if ahead else main

    def _period(self, quantity: Quantity, sentence: Sentence, reach: int, since: Period | None) -> Period | None:
        """Behind the figure in its clause, before it in the sentence, later in the sentence, or carried on."""
        in_front = None if self._noted_behind(quantity) else self.mentions.told_in_front(quantity.start)
        by_years = self._by_years(quantity, sentence) or in_front
        by_years = by_years or self._respectively(quantity, sentence) or self._this_part(quantity, sentence)
        by_years = by_years or self._of_the_forecast(quantity, sentence) or self.since_then(quantity, sentence)
        if by_years:
            return by_years
        against = self.counterpart.first(self.lower, quantity.end, sentence.end)
        limit = against.start if against else sentence.end
        bracket = self.lower.find("(", quantity.end, reach)
        stop = min(limit, bracket if bracket >= 0 else reach)
        closed = self.closes_before_comma(quantity.start, sentence.start, sentence.end)
        stop, limit = (min(stop, closed), min(limit, closed)) if closed else (stop, limit)
        of_which = self.parts.first(self.lower, quantity.end, limit)
        if of_which:  # «có 50 xã đạt chuẩn, trong đó quý I công nhận 5 xã»
            stop, limit = min(stop, of_which.start), of_which.start
        cause = self.reasons.first(self.lower, quantity.end, limit)
        if cause:
            stop, limit = min(stop, cause.start), cause.start
        noted = self._noted(quantity.end)
        first = quantity.start if quantity.family == "rank" else quantity.end  # “third among 18 states in 2025”
        near = [noted] if noted else [p for p in self._within(first, stop) if p is not since]
        near = near or self._behind_bracket(quantity) or self._of_the_goal(quantity, limit)
        near = [] if near and self.is_of_another(near[0], sentence) else near
        near = [] if near and near[0].role in DEADLINES and self.budgets.has_purpose(quantity) else near
        earlier = [p for p in self._within(sentence.start, quantity.start) if self._holds(p, quantity.start)]
        if near and earlier and ":" in self.lower[quantity.end : near[0].start]:
            near = []  # «За 2015-2016 годы построено 42 км: в 2015 году – 12 км»
        if signed := self.signed_behind(quantity):
            earlier = [p for p in earlier if p.start < signed]
        earlier = [p for p in earlier if not self.mentions.is_of_one_figure(p, sentence.start)]
        earlier = earlier or self.in_opening_brackets(sentence, quantity.start)
        if not (earlier or near) and (day := self.noted_day(quantity, sentence)):
            return day
        earlier = earlier or self.in_first_bracket(sentence, quantity.start)
        if len(earlier) > 1 and earlier[-1].role == "now" and self._is_over_now(earlier[-2], earlier[-1]):
            earlier.pop()  # «за полугодие на сегодня собрано 5 млн рублей»
        later = [
            p
            for p in self._within(quantity.end, limit)
            if p is not since and p.start not in self._origins and not self._is_of_a_bracket(p)
        ]
        later = [p for p in later if not (self.mentions.is_to_be_done(p) or self.is_of_another(p, sentence))]
        later = self.budgets.own_times(quantity, later)
        later = [] if self.is_of_next_clause(quantity, later) and self._carried(sentence) else later
        if self.is_of_some_day(quantity, sentence, earlier):
            return None
        if near and earlier and self.mentions.is_of_the_next(quantity.end, near[0]):
            return earlier[-1]
        if near and earlier and self.mentions.is_dashed(earlier[-1], quantity.start, near[0]):
            return earlier[-1]
        later_aim = bool(near and earlier) and near[0].role in DEADLINES
        goes_on = later_aim and self.joins(quantity.end, near[0].start)
        joined = self.joining.ending(self.lower, quantity.end, near[0].start) if near else None
        if near and near[0].role == "at" and joined and joined.start == quantity.end + 1:
            goes_on, later = True, []  # «сократился в 1,5 раза и на 1 января 2025 года составил 6,9 млн рублей»
        if near and not goes_on:
            part = earlier[-1] if earlier and not earlier[-1].iso.isdecimal() else None
            if near[0].role == "last" and self._is_set_against(quantity, sentence):
                main = part or self._carried(sentence)
                if main and (part or main.iso == near[0].iso):
                    return self._year_before(main)  # «за полгода на 6,4 % (против 3,8 % в прошлом году)»
            return paired_year(self.lower, (quantity.start, quantity.end), self.figures, near, self.paired) or near[0]
        if not earlier and not later and self._is_timeless(quantity, sentence):
            return self.this_year_before(sentence)
        if not earlier and not later and against and self._is_of_a_plan_behind(against.start, sentence.end):
            later = [p for p in self._within(against.end, sentence.end) if p is not since]
        if later and not earlier and self._opens_next(later[0], quantity.end, limit):
            # «С начала года создано 345 мест, до конца 2023 года – ещё 120»
            so_far = self.so_far.first(self.lower, sentence.start, min(quantity.start, sentence.start + _OPENING))
            later = later if so_far else []
        if later and not earlier and self.plan_word.ending(self.lower, later[0].start - _OPENING, later[0].start):
            main = self._carried(sentence)  # «Đến hết tháng 6, … .⏎Có 9 xã về đích, vượt mục tiêu năm 2022»
            later = [] if main and main.year == later[0].year and main.iso != later[0].iso else later
        found = earlier[-1] if earlier else later[0] if later else self.long_ago_in(sentence, quantity.start)
        found = found or self.budgets.of_accounts(
            self._flowed(self._carried(sentence), quantity, sentence), quantity, sentence
        )
        if earlier and self.is_of_today(earlier[-1], quantity.start):
            return replace(earlier[-1], iso=str(self.today))
        before = self._is_of_the_year_before(quantity, sentence, reach) or self._is_what_it_was(quantity, sentence)
        before = before and not self.one_before.at(self.lower, quantity.end + 1, quantity.end + _NEAR)
        before = before and not signed and self.revised.first(self.lower, sentence.start, quantity.start) is None
        if found and not before and self._is_of_the_part_before(quantity, sentence):
            return replace(found, iso=period_just_before(found.iso) or found.iso)
        before = before or (found is not None and self.is_of_a_percentage(quantity, found))
        told = found is not None and found.role in ("last", "back")  # «(в прошлом году – 25,6 ц/га)»
        return replace(self._year_before(found), role="last") if found and before and not told else found

    def _holds(self, period: Period, position: int) -> bool:
        if period.role == "this" and self._is_told(period.end, position):  # «dự toán cả năm là 50 tỷ, thực hiện 26 tỷ»
            floor = max(0, period.start - _OPENING)
            if self.plan_sum.first(self.lower, floor, period.start):
                return False
        if period.start not in self._passing or period.role in (*_HERE, "due"):
            return not self.is_over_with_clause(period, position)
        closed = self._bracket(period)
        noted = (
            0 < position - closed <= self.noted_reach(period, closed) and not self.lower[period.end : closed].strip()
        )
        # «dân số (năm 2016) là 12.500»
        noted = noted and (self.lower.startswith("(", period.start - 1) or self.is_noted_day(period))
        return closed > position or noted or (period.start in self._ago and self._opens_with(period, position))

    def period_of(self, status: Status, timing: Timing, sentence: Sentence) -> str | None:
        """The period of the figure told last, where its list says that it is an aim of the programme."""
        if status == timing.status or status == "actual" or not self._is_of_the_programme(self._found, sentence):
            return timing.period
        return self.span.iso if self.span else timing.period

    def timing(
        self, quantity: Quantity, sentence: Sentence, reach: int, comparison: Comparison, said: Said | None = None
    ) -> Timing:
        """Period, status and basis of a figure; ``reach`` is where its clause ends, ``said`` the last basis said."""
        since, until = comparison.since, comparison.until
        found = self._period(quantity, sentence, reach, since)
        found = self._behind_its_basis(found, sentence, since)
        back = self._years_back(sentence) if comparison.kind == "change" and since is None else None
        found = back or self._compared_on(found, sentence, comparison)
        main = self._carried(sentence) if found and _PART.match(found.iso) else None
        origin = self.mentions.origin_of(quantity.start, main.iso, found.iso) if main and found else None
        found = replace(found, iso=origin) if found and origin else found
        if not self.is_in_brackets(quantity.start, sentence.start):
            self._continuations.tell(found, sentence)
        if found and comparison.kind != "change":
            found = self.end_of_move(found, quantity.start)
        period = found.iso if found and found.iso[0] not in "-<=" else None
        comparison = self.as_if(self.as_set_against(quantity, comparison, sentence, period), sentence, period)
        spans_years = bool(found and found.role in ("span", "back") and comparison.kind == "change")
        reached = sentence.end if comparison.rule == "plan.joined" else reach
        if (
            comparison.kind in ("plan_ratio", "plan_excess")
            and period
            and (
                self._is_of_a_year(quantity, sentence.start, reached)
                or (comparison.kind == "plan_ratio" and self._plans_a_year(quantity, sentence, period))
            )
        ):
            period = self.whole_year(period)
        estimated = self._year_of_the_estimate(quantity) if comparison.kind == "plan_ratio" else None
        period = estimated.iso if estimated else period
        if since and until:
            following = previous_period(until.iso) == since.iso
            period, found = until.iso if following else f"{since.iso}-{until.iso}", until
            self._compound_span = (since.iso, until.iso)
        status = self.status(quantity, sentence, reach, found, comparison)
        self._found = found
        if found and status == "actual" and found.start in self._cited:
            main = self._carried(sentence)
            found = main if main and not SEVERAL_YEARS.fullmatch(main.iso) else found
            period = found.iso if found.iso[0] not in "-<=" else None
        known = found is not None and found.role == "last" and comparison.basis == "none"
        known = known and found is not None and self._is_told(sentence.start, found.start)
        set_aside = self.budgets.sets_aside.first(self.lower, sentence.start, quantity.start)
        foreseen = self.estimate.at(self.lower, quantity.end + 1, quantity.end + 20)  # “the 39 % projected last year”
        if known and status == "estimate" and not (set_aside or foreseen):  # what it was a year before
            status = "actual"
        term = self._term_before(sentence)
        term = term and (self._of_the_forecast(quantity, sentence) or term)
        if term:
            status = self.status(quantity, sentence, reach, term, comparison)
        planned = status != "actual" and comparison.kind != "change"
        if (
            planned
            and period
            and ("/" in period or is_quarter(period))
            and self.is_plan_of_a_year(quantity, sentence.start)
        ):
            period = self.whole_year(period)
        if found and period and self._is_of_the_whole_year(found, quantity, sentence, status):
            period = self.whole_year(period)
            found = replace(found, iso=period)
            self.tell_aim(found, quantity, sentence)
        if status != "actual" and term:
            found, period = term, term.iso
        elif status != "actual" and self._is_of_the_programme(found, sentence):
            found = self.span
            period = found.iso if found else period
        elif self.span and self._is_of_the_term(quantity, sentence, found, status):
            found, period = self.span, self.span.iso
        elif yearly := self.term_of_each_year(quantity, sentence, found, status):
            found, period, said = yearly, yearly.iso, None
        if status == "actual":
            period = self.year_in_term(found, quantity, sentence) or period
            status = "target" if self.is_to_come(period, quantity) else status
        if self.budgets.revises(quantity, comparison, status):
            comparison = replace(comparison, basis="plan")
        if comparison.kind == "change" and (span := self._compounded(quantity, sentence)):
            return Timing("-".join(span), status, f"year:{span[0]}")
        if spans_years and period and not term and not self.is_by_year(quantity, sentence, status):
            first, _, last = period.partition("-")
            self._compound_span = (first, last) if last else None
            began = self.origin.at(self.lower, found.start, found.end) if found and found.role == "span" else None
            if began and previous_period(last) == first:
                return Timing(last, status, f"previous_year:{first}")
            return Timing(period, status, f"year:{first}")
        if begun := self.begun_then(found, quantity, comparison):
            return Timing(begun, status, self.basis_of(comparison, begun, quantity.family == "percent"))
        if begun := self._is_since(found, quantity, comparison, period, sentence):
            return Timing(begun, status, f"year:{begun[:4]}")
        by_then = found is not None and found.role in DEADLINES and (found.year or 0) > (self.year or 0) + 1
        by_then = by_then and not self.is_by_year(quantity, sentence)
        if by_then and comparison.basis == "none" and status != "actual":  # «доходы увеличатся к 2030 году на 12 %»
            return Timing(period, status, "none")
        its = self.programme is not None and period == self.programme.iso and status == "target"
        its = its or (spans_years and not period)  # «за последние 5 лет вырос в 1,7 раза», in a text without a year
        if comparison.basis == "none" and its and not self.is_by_year(quantity, sentence, status):
            return Timing(period, status, "none")  # «снижение травматизма на 15 %», in all the years of a programme
        decided = self.decides and status != "actual" and quantity.family != "percent"
        if comparison.basis == "none" and decided:  # «điều chỉnh giảm 14 tỷ đồng»: less than was planned before
            return Timing(period, status, "none")
        compares = comparison.direction or (comparison.kind == "ratio" and comparison.rule != "fraction")
        if comparison.basis == "span" and self.is_by_year(
            quantity, sentence, status
        ):  # “2 % a year between 2031 and 2034”
            comparison = replace(comparison, basis="yearly")
        if comparison.basis == "none" and compares:
            part = found is not None and not period and found.iso[0] == "-"  # of a year that the text does not name
            usual = "same_period" if part else self.unsaid_basis(quantity, sentence, period, said)
            if usual == "none" and self.is_cut(quantity, sentence, period, status):
                return Timing(period, status, "none")
            if usual == "none" and self.is_added(quantity, sentence):
                return Timing(period, status, "none")
            short = part or (period is not None and not period.removeprefix("FY").isdecimal())
            years = SEVERAL_YEARS.fullmatch(period or "")
            if usual == "none" and years and self.is_by_year(quantity, sentence, status):
                usual = "yearly"
            if short and (self._is_of_prices(quantity, sentence) or self._is_adjusted(usual, period)):
                usual = "previous_period"
            if (usual == "none" and found and found.role == "ahead") or self.has_no_basis(
                quantity, sentence, comparison, usual
            ):
                return Timing(period, status, "none")
            comparison = replace(comparison, basis=usual)
            if period is None and status == "target" and self._is_of_a_rate(quantity, sentence):
                return Timing(None, status, "none")
        if found and self.so_far.ending(self.lower, max(0, found.start - _NEAR), found.start):
            index = bisect_left(self._part_starts, sentence.start)
            period = as_compared(comparison, period, next(iter(self._parts[index : index + 1]), None), sentence.end)
        if comparison.basis == "term" and self._says_by_year(quantity):  # «tăng 9 %/năm và 40 % so với nhiệm kỳ trước»
            comparison = replace(comparison, basis="yearly")
        return Timing(period, status, self.basis_of(comparison, period, quantity.family == "percent"))
