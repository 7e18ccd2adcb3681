"""The last year that a text tells of as one that came, whatever it plans."""

from __future__ import annotations

from functools import cached_property

from tongket.reading.listed_statuses import ListedStatuses
from tongket.reading.periods import SENTENCE_END, Period
from tongket.reading.phrases import Cues

_CLAUSE = 120


class LastTold(ListedStatuses):
    """Tells in one text the years that it looks back on from those that it looks ahead to."""

    plan_word: Cues

    @cached_property
    def last_told(self) -> int:
        """The last year that a text tells of as one that came: «Sau 5 năm (2016-2020), … 56 % năm 2020», in 2020."""
        told = (p for p in self.periods if p.iso.isdecimal() and p.role in ("", "bare", "to_now", "year_end"))
        return max((p.year or 0 for p in told if not self._is_foreseen(p)), default=0)

    def _is_foreseen(self, year: Period) -> bool:
        """Whether words of what is planned or expected stand around a year."""
        start, end = max(0, year.start - _CLAUSE), year.end + _CLAUSE
        ends = SENTENCE_END.search(self.lower, year.end, end)
        end = ends.start() if ends else end
        floor = max(start, self.lower.rfind("\n", start, year.start), self.lower.rfind(". ", start, year.start))
        if self.plan_word.ending(self.lower, floor, year.start):
            return True
        return any(cues.first(self.lower, floor, end) for cues in (self.target, self.estimate, self.future))
