"""Whether a figure is reached, planned or expected, by the words around it and the section it stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison
from tongket.reading.budgets import MONEY, Budgets
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit
from tongket.reading.sections import Sections
from tongket.reading.segments import Sentence

_NOTE = re.compile(r"\s{0,2}\(")
_FAR = 280
_HEAD = 60
_NEAR = 80
_COMMA = re.compile(r"[,;]\s")
_BEFORE_FIGURE = re.compile(r"\s{1,3}\S{0,4}\d")
_LIST_GOES_ON = (":", ",", ";", " and", " и", " và")


class Statuses:
    """Finds the words of aims and expectations in one text."""

    sections: Sections
    budgets: Budgets

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        self.lower = lower
        self.year = year
        self.figures = figures
        self.target = pack.cues("status.target.sentence")
        self.target_behind = pack.cues("status.target.behind")
        self.estimate = pack.cues("status.estimate.sentence")
        self.estimate_never = pack.cues("status.estimate.never")
        self.estimate_after = pack.cues("status.estimate.after")
        self.origin = pack.cues("comparison.origin")
        self.counterpart = pack.cues("comparison.counterpart")
        self.goal = pack.cues("comparison.goal")
        self.trend = pack.cues("comparison.trend")
        self.parts = pack.cues("status.parts")
        self.never = pack.cues("status.target.never")
        self.striving = pack.cues("status.target.striving")
        self.apart = pack.cues("status.apart")
        self.told = pack.cues("status.told")
        self.spans_clauses = pack.get("status.estimate.spans_clauses", False)
        self.basis = pack.cues("comparison.basis")

    def status(
        self,
        quantity: Quantity,
        sentence: Sentence,
        reach: int,
        period: Period | None,
        comparison: Comparison,
    ) -> Status:
        """The status of a figure of a period; ``reach`` is where its clause ends."""
        ends = [quantity.end, *([period.end] if period else [])]
        marks = filter(None, (_NOTE.match(self.lower, end) for end in ends))
        if any(self.estimate_after.at(self.lower, mark.end(), mark.end() + 20) for mark in marks):
            return "estimate"
        clause = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start) + 1)
        if clause > sentence.start and self._goes_on(clause, quantity.start):
            clause = max(sentence.start, self.lower.rfind(";", sentence.start, clause - 1) + 1)
        clause = max(clause, self._set_against(quantity, clause), self._said_apart(clause, quantity.start, period))
        if self._expects(clause, quantity.start) or (self.spans_clauses and self._expects(sentence.start, clause)):
            return "estimate"
        section = self.sections.at(sentence.start)
        if comparison.kind in ("plan_ratio", "plan_excess"):
            aim = self.target.at(self.lower, sentence.start, quantity.start)
            strives = self.striving.first(self.lower, clause, quantity.start)
            return "target" if aim or strives or (section and section.target) else "actual"
        if self._expects(quantity.end, reach, behind=True):
            return "estimate"
        stop = min(sentence.end, quantity.end + _FAR)
        if self.budgets.sets_aside_for(quantity, clause, reach):
            return "estimate" if quantity.family in MONEY else "target"
        due = period is not None and period.role in ("due", "toward") and (period.year or 0) > (self.year or 0)
        colon = self.lower.find(":", sentence.start, quantity.start)  # «xác định các chỉ tiêu: …; …»
        head = self.aims(sentence.start, max(colon, min(sentence.start + _HEAD, quantity.start)))
        planned = (
            due
            or head
            or (section and section.target)
            or self.aims(clause, quantity.start)
            or self.is_to_be(quantity.end, stop)
        )
        if planned:
            return "target"
        title = self.sections.title
        budgeted = self.sections.ahead and title is not None and period is not None and period.iso == title.iso
        return "estimate" if budgeted or self.budgets.gives_out(quantity, sentence, period) else "actual"

    def is_to_be(self, start: int, end: int) -> bool:
        """Whether words behind a figure say that it is to be reached, and not that the next one is."""
        hit = self.target_behind.first(self.lower, start, end)
        if hit is None:
            return False
        comma = _COMMA.search(self.lower, start, hit.start)
        index = bisect_left(self.figures, hit.end)
        return comma is None or index == len(self.figures) or self.figures[index] > min(end, hit.end + _NEAR // 2)

    def speaks_of_parts(self, start: int, end: int) -> bool:
        """Whether words begin with “of which” or the like, and so are about what the words before them gave."""
        place = start + (self.lower[start : start + 1] == " ")
        return self.parts.at(self.lower, place, end) is not None

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a clause is of what the one before gave: its parts, or «so với năm trước tăng», its comparison."""
        place = start + (self.lower[start : start + 1] == " ")
        compared = self.basis.at(self.lower, place, end) or self.trend.at(self.lower, place, end)
        return compared is not None or self.speaks_of_parts(start, end)

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
        # What the rest of the country is expected to do is so as well: “will grow by 8 %, against 7 % nationally”.
        named = self.basis.first(self.lower, hit.start, quantity.start) if hit else None
        if hit is None or (named and named.value in ("peers", "source")):
            return 0
        return hit.start

    def _said_apart(self, start: int, end: int, period: Period | None) -> int:
        """Where a clause begins that says for itself when and that something was: “revenue for March is estimated at
        5 crore, and that for the first quarter was 14 crore”.
        """
        if period is None or not start < period.start < end:
            return 0
        comma = max(start, self.lower.rfind(", ", start, period.start))
        own = self.apart.at(self.lower, comma + 2, period.start) if comma > start else None
        return comma if own and self.told.first(self.lower, comma, end) else 0

    def _expects(self, start: int, end: int, *, behind: bool = False) -> bool:
        """Whether words of expectation stand here, in no fixed phrase and not those of the next figure."""
        hits = self.estimate.all(self.lower, start, end)
        fixed = self.estimate_never.all(self.lower, start, end) if hits else []
        return any(
            not (behind and _BEFORE_FIGURE.match(self.lower, hit.end))
            and not any(f.start <= hit.start < f.end for f in fixed)
            for hit in hits
        )

    def aims(self, start: int, end: int) -> bool:
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
