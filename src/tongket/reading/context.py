"""Period and status of a figure: from its own clause, its sentence, or the text before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.claims import Status
from tongket.reading.comparisons import Comparison
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period, previous_period
from tongket.reading.quantities import Quantity
from tongket.reading.segments import Sentence

_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_SEVERAL_YEARS = re.compile(r"\d{4}-\d{4}")
_NOTE = re.compile(r"\s{0,2}\(")
_FAR = 280
_HEAD = 60
_TIMES = ("period", "same_period", "previous_year")


@dataclass(frozen=True, slots=True)
class Timing:
    """For when a figure holds, and whether it is reached, planned or expected."""

    period: str | None
    status: Status
    basis: str


class Timeline:
    """The periods of a text, and the one that holds where a sentence names none."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> None:
        self.lower = lower
        self.year = year or next((p.year for p in periods if p.year), None)
        self.basis = pack.cues("comparison.basis")
        self.target = pack.cues("status.target.sentence")
        self.target_behind = pack.cues("status.target.behind")
        self.estimate = pack.cues("status.estimate.sentence")
        self.estimate_after = pack.cues("status.estimate.after")
        named = (p.with_year(self.year) for p in periods if p.iso)
        self.periods = [
            p for p in named if not _DAY.fullmatch(p.iso) and not (self._is_basis(p) or self._is_deadline(p))
        ]
        self._starts = [p.start for p in self.periods]
        single = [p for p in self.periods if not _SEVERAL_YEARS.fullmatch(p.iso)]
        self._single, self._single_starts = single, [p.start for p in single]

    def _is_basis(self, period: Period) -> bool:
        hit = self.basis.ending(self.lower, max(0, period.start - 40), period.start)
        behind_percent = period.role == "toward" and self.lower[
            max(0, period.start - 3) : period.start
        ].rstrip().endswith("%")
        return behind_percent or (hit is not None and hit.value in _TIMES)

    def _is_deadline(self, period: Period) -> bool:
        """“By 30 April the district will …” says until when, and not for when a figure holds."""
        return period.role == "until" and bool(self.target_behind.first(self.lower, period.end, period.end + 60))

    def _within(self, start: int, end: int) -> list[Period]:
        return self.periods[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _before(self, position: int) -> Period | None:
        index = bisect_left(self._single_starts, position)
        return self._single[index - 1] if index else None

    def _period(self, quantity: Quantity, sentence: Sentence, reach: int, since: Period | None) -> Period | None:
        """Behind the figure in its clause, before it in the sentence, later in the sentence, or carried on."""
        bracket = self.lower.find("(", quantity.end, reach)
        near = [p for p in self._within(quantity.end, bracket if bracket >= 0 else reach) if p is not since]
        earlier = self._within(sentence.start, quantity.start)
        later = [p for p in self._within(quantity.end, sentence.end) if p is not since]
        if near:
            return near[0]
        if earlier:
            return earlier[-1]
        return later[0] if later else self._before(sentence.start)

    def timing(self, quantity: Quantity, sentence: Sentence, reach: int, comparison: Comparison) -> Timing:
        """Period, status and basis of a figure; ``reach`` is where its clause ends."""
        since, until = comparison.since, comparison.until
        found = self._period(quantity, sentence, reach, since)
        period = found.iso if found else None
        spans_years = bool(found and found.role == "span" and comparison.kind == "change")
        if since and until:
            period, found = f"{since.iso}-{until.iso}", until
        status = self._status(quantity, sentence, reach, found, comparison)
        if spans_years and period:
            return Timing(period, status, f"year:{period.partition('-')[0]}")
        return Timing(period, status, self._basis(comparison, period, quantity.family == "percent"))

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
        if self.estimate.first(self.lower, clause, quantity.start) or self.estimate.first(
            self.lower, quantity.end, reach
        ):
            return "estimate"
        if comparison.kind in ("plan_ratio", "plan_excess"):
            return "actual"
        stop = min(sentence.end, quantity.end + _FAR)
        due = period is not None and period.role in ("due", "toward") and (period.year or 0) >= (self.year or 0)
        head = self.target.first(self.lower, sentence.start, min(sentence.start + _HEAD, quantity.start))
        planned = (
            due
            or head
            or self.target.first(self.lower, clause, quantity.start)
            or self.target_behind.first(self.lower, quantity.end, stop)
        )
        return "target" if planned else "actual"

    def _basis(self, comparison: Comparison, period: str | None, percent: bool) -> str:
        """The basis as the guideline writes it: its type, and the period compared with."""
        kind = comparison.basis
        if comparison.kind in ("plan_ratio", "plan_excess"):
            return kind
        if comparison.kind not in ("change", "ratio") or (kind == "none" and not (percent and comparison.direction)):
            return "none"
        before = previous_period(period)
        whole_year = bool(period) and (period or "").removeprefix("FY").isdecimal()
        since = comparison.since.iso if comparison.since else None
        if kind == "previous_period":
            return kind
        if kind == "same_period" or (kind == "none" and before and not whole_year):
            return f"same_period:{before or since}" if before or since else "same_period"
        if since and before and not whole_year and "/" in since:
            return f"same_period:{before}"
        if since:
            return f"previous_year:{since}" if since == before else f"year:{since}"
        if not before or not period:
            return "previous_year"
        return f"previous_year:{before if whole_year else int(period[:4]) - 1}"
