"""Period and status of a figure: from its own clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.bases import Comparison
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period, previous_period
from tongket.reading.phrases import Hit
from tongket.reading.quantities import Quantity
from tongket.reading.sections import Sections
from tongket.reading.segments import Sentence

_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_SEVERAL_YEARS = re.compile(r"\d{4}-\d{4}")
_NOTE = re.compile(r"\s{0,2}\(")
_FAR = 280
_HEAD = 60
_OPENING = 40
_NEAR = 80
_LONGEST_LINE = 4000
_FIGURE = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?]\s+(?=\S)|[.]\s\s*(?=\D)|\n")
_PERCENT = re.compile(r"(?:%|процент\w*)\s*\Z")
_SHARE = re.compile(r"(?<![\d.,])[\d.,]{1,12}\s?%\s\Z")
_CLOSING = re.compile(r"[);]")
_CLOSED = re.compile(r"\)?\s")
_YEAR = re.compile(r"\d{4}")
_BEFORE_FIGURE = re.compile(r"\s{1,3}\S{0,4}\d")
_LIST_GOES_ON = (":", ",", ";", " and", " и", " và")
_TIMES = ("period", "same_period", "previous_year")


@dataclass(frozen=True, slots=True)
class Timing:
    """For when a figure holds, and whether it is reached, planned or expected."""

    period: str | None
    status: Status
    basis: str


class Timeline:
    """The periods of a text, and the one that holds where a sentence names none."""

    def __init__(
        self, lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None, figures: Sequence[int]
    ) -> None:
        self.lower = lower
        self.year = year or next((p.year for p in periods if p.year), None)
        self.basis = pack.cues("comparison.basis")
        self.target = pack.cues("status.target.sentence")
        self.target_behind = pack.cues("status.target.behind")
        self.estimate = pack.cues("status.estimate.sentence")
        self.estimate_never = pack.cues("status.estimate.never")
        self.estimate_after = pack.cues("status.estimate.after")
        named = [p.with_year(self.year) for p in periods if p.iso]
        self.origin = pack.cues("comparison.origin")
        self.counterpart = pack.cues("comparison.counterpart")
        self.goal = pack.cues("comparison.goal")
        self.no_time = pack.cues("periods.no_time")
        self.no_time_after = pack.cues("periods.no_time_after")
        self.no_time_bare = pack.cues("periods.no_time_bare")
        self.basis_after = pack.cues("comparison.basis_after")
        self.equals = pack.cues("comparison.equals")
        self.trend = pack.cues("comparison.trend")
        self.parts = pack.cues("status.parts")
        self.never = pack.cues("status.target.never")
        self.striving = pack.cues("status.target.striving")
        self.plan_year = pack.cues("comparison.plan_year")
        self.plan_word = pack.cues("periods.plan")
        self._ends = {p.end for p in periods}
        based = {p.start for p in named if self._is_basis(p)}
        self.periods = [
            p
            for p in named
            if (p.role == "at" or not _DAY.fullmatch(p.iso))
            and not (p.start in based or self._is_deadline(p) or self._is_no_time(p) or self._is_of_a_plan(p))
        ]
        # “29 % more than in the first half of 2021”: unless more is said, of the first half of 2022.
        self._parts = [p for p in named if p.start in based and p.year and not p.iso.removeprefix("FY").isdecimal()]
        self._part_starts = [p.start for p in self._parts]
        bases = [p for p in named if p.iso.isdecimal() and p.start in based]
        newest = max(bases, key=lambda p: p.iso, default=None)
        # A text that says again and again how much it is of last year's, and never which year it is about.
        steady = newest is not None and sum(p.iso == newest.iso for p in bases) > 1
        self._implied = replace(newest, iso=f"{int(newest.iso) + 1:04}", role="") if newest and steady else None
        lasting = [p for p in self.periods if p.role not in ("due", "toward", "at")]
        self.sections = Sections(lower, pack, lasting, figures)
        self._origins = {p.start for p in self.periods if self._is_origin(p)}
        self._passing = self._origins | {p.start for p in self.periods if self._bracket(p)}
        self._starts = [p.start for p in self.periods]
        # “The whole year”, “in May”, “by June 2026” hold for their own sentence.
        passing = (p for p in self.periods if p.role in ("this", "alone") or (p.role == "due" and "-" in p.iso))
        self._passing |= {p.start for p in passing}
        single = [p for p in self.periods if not _SEVERAL_YEARS.fullmatch(p.iso) and p.start not in self._passing]
        self._single, self._single_starts = single, [p.start for p in single]

    def _is_basis(self, period: Period) -> bool:
        hit = self.basis.ending(self.lower, max(0, period.start - 40), period.start)
        toward = self.basis_after.ending(self.lower, max(0, period.start - 40), period.start)
        if toward and _PERCENT.search(self.lower, max(0, toward.start - 12), toward.start):
            return True
        if period.role == "toward" and self.trend.ending(self.lower, max(0, period.start - 30), period.start):
            return True
        behind = self.lower[period.start - 2 : period.start] == "% "
        share = _SHARE.search(self.lower, max(0, period.start - _NEAR // 2), period.start) if behind else None
        if share and self.equals.ending(self.lower, max(0, share.start() - 20), share.start()):
            return True
        if period.role == "toward" and ((period.year or 0) < (self.year or 0) or self._ends_near(period.start)):
            return True
        behind_percent = period.role == "toward" and self.lower[
            max(0, period.start - 3) : period.start
        ].rstrip().endswith("%")
        return behind_percent or (hit is not None and hit.value in _TIMES)

    def _ends_near(self, position: int) -> bool:
        """«в июне 2025 года к декабрю 2024 года»: a period that stands right behind another is its basis."""
        return any(end in self._ends for end in range(position - 3, position))

    def _is_deadline(self, period: Period) -> bool:
        """“By 30 April the district will …” says until when, and not for when a figure holds."""
        return period.role == "until" and bool(self.target_behind.first(self.lower, period.end, period.end + 60))

    def _is_no_time(self, period: Period) -> bool:
        start = max(0, period.start - 40)
        bare = period.role == "bare" and self.no_time_bare.ending(self.lower, start, period.start)
        behind = _CLOSED.match(self.lower, period.end)
        if behind and self.no_time_after.at(self.lower, behind.end(), behind.end() + 20):
            return True
        return bool(bare) or self.no_time.ending(self.lower, start, period.start) is not None

    def _is_of_a_plan(self, period: Period) -> bool:
        """“53 % of the plan for the whole year”: what is planned for it, and not when it was reached."""
        start = max(0, period.start - 20)
        return period.role == "this" and self.plan_word.ending(self.lower, start, period.start) is not None

    def _is_origin(self, period: Period) -> bool:
        """“from 61 in 2022 to 68”, “against 61 in 2022”: a period that holds for the figure in front of it only."""
        start = max(0, period.start - _NEAR)
        for end in _SENTENCE_END.finditer(self.lower, start, period.start):
            start = end.end()
        for cues in (self.origin, self.counterpart):
            hit = cues.last(self.lower, start, period.start)
            if (
                hit
                and _FIGURE.search(self.lower, hit.end, period.start)
                and ";" not in self.lower[hit.end : period.start]
            ):
                return self.goal.first(self.lower, hit.end, period.start) is None
        return False

    def _bracket(self, period: Period) -> int:
        """Where the bracket around a period closes, or 0."""
        opened = self.lower.rfind("(", max(0, period.start - _NEAR), period.start)
        if opened < 0 or ")" in self.lower[opened : period.start]:
            return 0
        return max(0, self.lower.find(")", period.end, period.end + 2 * _NEAR))

    def _is_of_a_bracket(self, period: Period) -> bool:
        """“12th (in 2022 it was 18th)”: a period in brackets that holds for the figure there."""
        closed = self._bracket(period)
        opened = self.lower.rfind("(", max(0, period.start - _NEAR), period.start)
        return closed > 0 and any(
            _FIGURE.search(self.lower, *part) for part in ((period.end, closed), (opened, period.start))
        )

    def _within(self, start: int, end: int) -> list[Period]:
        return self.periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _before(self, position: int, end: int) -> Period | None:
        """What holds where a sentence names no period: that of its paragraph, its section, or the title."""
        index = bisect_left(self._single_starts, position)
        last = self._single[index - 1] if index else None
        section, title = self.sections.at(position), self.sections.title
        main = (section and section.period) or title
        if main is None or _SEVERAL_YEARS.fullmatch(main.iso):
            return last
        if title and self.sections.ahead and main is title:
            return title if self._looks_ahead(position, end) else self._reached_before(title, last)
        floor = max(0, position - _LONGEST_LINE)
        line = max(floor, self.lower.rfind("\n", floor, position) + 1)
        inside = last is not None and last.start >= max(line, section.start if section else 0)
        years = (main.year, (main.year or 0) - 1 if main.iso.startswith("FY") else main.year)
        if not inside or last is None or last.role in ("until", "at"):
            return main
        if last.year in years:
            return last
        opening = self._single[bisect_left(self._single_starts, line)]
        return opening if opening.start - line <= _OPENING and opening.role in ("", "bare") else main

    def _looks_ahead(self, start: int, end: int) -> bool:
        """Whether a sentence of a forecast or a budget is about what is to come."""
        return self._aims(start, end) or self.target_behind.first(self.lower, start, end) is not None

    def _reached_before(self, title: Period, last: Period | None) -> Period:
        """What a forecast or a budget says was reached: in the earlier year named last, or the year before."""
        fiscal = title.iso.startswith("FY")
        if last and (last.year or 0) < (title.year or 0) and last.iso.startswith("FY") == fiscal and last.role != "at":
            return last
        return self._year_before(title)

    def _carried(self, sentence: Sentence) -> Period | None:
        """The period that holds for a sentence without one; what is expected goes with the last later year."""
        main = self._before(sentence.start, sentence.end) or self._implied
        index = bisect_left(self._part_starts, sentence.start)
        part = self._parts[index] if index < len(self._parts) and self._part_starts[index] < sentence.end else None
        if part and part.year and (main is None or main.iso == f"{part.year + 1:04}"):
            return replace(part, iso=_YEAR.sub(lambda year: f"{int(year.group()) + 1:04}", part.iso), role="")
        index = bisect_left(self._single_starts, sentence.start)
        last = self._single[index - 1] if index else None
        if not (main and last and main.year and last.year and last.year > main.year):
            return main
        same_line = "\n" not in self.lower[max(last.end, sentence.start - _LONGEST_LINE) : sentence.start]
        ahead = same_line and (self.estimate.first(self.lower, sentence.start, sentence.end) is not None)
        return last if ahead else main

    def _period(self, quantity: Quantity, sentence: Sentence, reach: int, since: Period | None) -> Period | None:
        """Behind the figure in its clause, before it in the sentence, later in the sentence, or carried on."""
        against = self.counterpart.first(self.lower, quantity.end, sentence.end)
        limit = against.start if against else sentence.end
        bracket = self.lower.find("(", quantity.end, reach)
        stop = min(limit, bracket if bracket >= 0 else reach)
        near = [p for p in self._within(quantity.end, stop) if p is not since]
        earlier = [p for p in self._within(sentence.start, quantity.start) if self._holds(p, quantity.start)]
        later = [
            p
            for p in self._within(quantity.end, limit)
            if p is not since and p.start not in self._origins and not self._is_of_a_bracket(p)
        ]
        if near:
            return near[0]
        found = earlier[-1] if earlier else later[0] if later else self._carried(sentence)
        return self._year_before(found) if found and self._is_of_the_year_before(quantity, sentence, reach) else found

    def _is_of_the_year_before(self, quantity: Quantity, sentence: Sentence, reach: int) -> bool:
        """“compared with 71 a year earlier”, “against 71 in the previous year”."""
        floor = max(sentence.start, quantity.start - _HEAD)
        opened = self.lower.rfind("(", floor, quantity.start) + 1
        if opened and not _CLOSING.search(self.lower, opened, quantity.start):  # «(cùng kỳ năm 2024 tăng 6,3 %)»
            first = self.basis.at(self.lower, opened, quantity.start)
            return first is not None and first.value in ("same_period", "previous_year")
        if not self.counterpart.ending(self.lower, floor, quantity.start):
            return False
        hit = self.basis.first(self.lower, quantity.end, min(reach, quantity.end + _HEAD))
        return hit is not None and hit.value in ("same_period", "previous_year")

    def _year_before(self, period: Period) -> Period:
        if "/" in period.iso:
            return replace(period, iso=_YEAR.sub(lambda year: str(int(year.group()) - 1), period.iso))
        return replace(period, iso=previous_period(period.iso) or period.iso)

    def _holds(self, period: Period, position: int) -> bool:
        return period.start not in self._passing or period.role in ("this", "alone") or self._bracket(period) > position

    def timing(self, quantity: Quantity, sentence: Sentence, reach: int, comparison: Comparison) -> Timing:
        """Period, status and basis of a figure; ``reach`` is where its clause ends."""
        since, until = comparison.since, comparison.until
        found = self._period(quantity, sentence, reach, since)
        period = found.iso if found and found.iso[0] not in "-<=" else None
        spans_years = bool(found and found.role == "span" and comparison.kind == "change")
        if comparison.kind in ("plan_ratio", "plan_excess") and period and self._is_of_a_year(quantity, reach):
            period = period[:4]
        if since and until:
            period, found = f"{since.iso}-{until.iso}", until
        status = self._status(quantity, sentence, reach, found, comparison)
        if spans_years and period:
            return Timing(period, status, f"year:{period.partition('-')[0]}")
        return Timing(period, status, self._basis(comparison, period, quantity.family == "percent"))

    def _is_of_a_year(self, quantity: Quantity, reach: int) -> bool:
        """“26 % of the annual plan”: a share of what is planned for the whole year."""
        return self.plan_year.first(self.lower, quantity.end, min(reach, quantity.end + _HEAD)) is not None

    def _status(
        self,
        quantity: Quantity,
        sentence: Sentence,
        reach: int,
        period: Period | None,
        comparison: Comparison,
    ) -> Status:
        ends = [quantity.end, *([period.end] if period else [])]
        marks = filter(None, (_NOTE.match(self.lower, end) for end in ends))
        if any(self.estimate_after.at(self.lower, mark.end(), mark.end() + 20) for mark in marks):
            return "estimate"
        clause = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start) + 1)
        if clause > sentence.start and self.speaks_of_parts(clause, quantity.start):
            clause = max(sentence.start, self.lower.rfind(";", sentence.start, clause - 1) + 1)
        clause = max(clause, self._set_against(quantity, clause))
        if self._expects(clause, quantity.start):
            return "estimate"
        section = self.sections.at(sentence.start)
        if comparison.kind in ("plan_ratio", "plan_excess"):
            aim = self.target.at(self.lower, sentence.start, quantity.start)
            strives = self.striving.first(self.lower, clause, quantity.start)
            return "target" if aim or strives or (section and section.target) else "actual"
        if self._expects(quantity.end, reach, behind=True):
            return "estimate"
        stop = min(sentence.end, quantity.end + _FAR)
        due = period is not None and period.role in ("due", "toward") and (period.year or 0) > (self.year or 0)
        head = self._aims(sentence.start, min(sentence.start + _HEAD, quantity.start))
        planned = (
            due
            or head
            or (section and section.target)
            or self._aims(clause, quantity.start)
            or self.target_behind.first(self.lower, quantity.end, stop)
        )
        if planned:
            return "target"
        title = self.sections.title
        budgeted = self.sections.ahead and title is not None and period is not None and period.iso == title.iso
        return "estimate" if budgeted else "actual"

    def speaks_of_parts(self, start: int, end: int) -> bool:
        """Whether words begin with “of which” or the like, and so are about what the words before them gave."""
        place = start + (self.lower[start : start + 1] == " ")
        return self.parts.at(self.lower, place, end) is not None

    def lists(self, before: Sentence, sentence: Sentence, *, within: bool) -> bool:
        """Whether a line is an item of the list that the line of the last figure opens or goes on with."""
        between = self.lower[before.start : sentence.start].rstrip()
        goes_on = between.endswith(_LIST_GOES_ON) or (within and between[-1:] not in ".!?")
        return "\n" not in between and goes_on

    def _set_against(self, quantity: Quantity, start: int) -> int:
        """Where “as against”, “from” begins in front of a figure: words of expectation before it are not about it."""
        floor = max(start, quantity.start - _HEAD)
        hit = self.counterpart.ending(self.lower, floor, quantity.start)
        if hit is None and not quantity.bound and self.goal.first(self.lower, quantity.end, quantity.end + _NEAR // 2):
            hit = self.origin.ending(self.lower, floor, quantity.start)
        return hit.start if hit else 0

    def _expects(self, start: int, end: int, *, behind: bool = False) -> bool:
        """Whether words of expectation stand here, in no fixed phrase and not those of the next figure."""
        hits = self.estimate.all(self.lower, start, end)
        fixed = self.estimate_never.all(self.lower, start, end) if hits else []
        return any(
            not (behind and _BEFORE_FIGURE.match(self.lower, hit.end))
            and not any(f.start <= hit.start < f.end for f in fixed)
            for hit in hits
        )

    def _aims(self, start: int, end: int) -> bool:
        """Whether words of intention stand here that are not part of a fixed phrase."""
        hits = self.target.all(self.lower, start, end)
        fixed = self.never.all(self.lower, start, end) if hits else []
        return any(
            not self._names_another(hit, end) and not any(f.start <= hit.start < f.end for f in fixed) for hit in hits
        )

    def _names_another(self, hit: Hit, end: int) -> bool:
        """“against a target *of* 97.2 %, and 1,204 …”: what is only the name of the figure right behind it."""
        behind = _BEFORE_FIGURE.match(self.lower, hit.end) if self.lower.endswith(" of", 0, hit.end) else None
        return behind is not None and behind.end() < end

    def _is_the_year_before(self, comparison: Comparison, period: str | None) -> bool:
        """Whether a figure of August 2025 is compared with all of 2024; no figure is compared with its own year."""
        since = comparison.since
        if since is None or period is None or not since.iso.isdecimal() or not period[:4].isdecimal():
            return False
        if self.origin.ending(self.lower, max(0, since.start - 12), since.start):  # “since 2024”
            return False
        return "/" not in period and int(period[:4]) - int(since.iso) in (0, 1)

    def _basis(self, comparison: Comparison, period: str | None, percent: bool) -> str:
        """The basis as the guideline writes it: its type, and the period compared with."""
        kind = comparison.basis
        if comparison.kind in ("plan_ratio", "plan_excess") or kind in ("plan", "central_estimate", "council_estimate"):
            return "none" if comparison.kind == "level" else kind
        if comparison.kind not in ("change", "ratio") or (
            kind == "none" and not comparison.direction and not (percent and comparison.kind == "ratio")
        ):
            return "none"
        before = previous_period(period)
        whole_year = bool(period) and (period or "").removeprefix("FY").isdecimal()
        since = comparison.since.iso if comparison.since else None
        if kind == "previous_period":
            return kind
        if kind == "peers":
            return "none"
        if kind == "same_period" or (kind in ("none", "yearly") and before and not whole_year):
            return f"same_period:{before or since}" if before or since else "same_period"
        if since and before and not whole_year and "/" in since:
            return f"same_period:{before}"
        if since and since == before and not whole_year:
            return f"same_period:{since}"
        if since:
            near = since == before or self._is_the_year_before(comparison, period)
            return f"previous_year:{since}" if near else f"year:{since}"
        if not before or not period:
            return "previous_year"
        return f"previous_year:{before if whole_year else int(period[:4]) - 1}"
