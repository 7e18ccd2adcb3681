"""Budgets: what sets money aside is expected, and in a text that is a budget as a whole everything it gives out is."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence

# The head of a text, which says what kind of text it is.
_HEAD = 700
_FAR = 120
_NEAR = 60
MONEY = ("currency", "percent")


class Budgets:
    """What one text says of a budget; a pack without ``status.budget`` says nothing."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> None:
        self.lower = lower
        self.sets_aside = pack.cues("status.budget.sentence")
        self.set_aside = pack.cues("status.budget.behind")
        self.reached = pack.cues("status.budget.reached")
        named = pack.cues("status.budget.text").first(lower, 0, _HEAD)
        carried_out = pack.cues("status.budget.carried_out").first(lower, 0, _HEAD)
        self.whole = named is not None and carried_out is None
        # A forecast of the year that is under way, set against the budget of that year.
        self.updates = self.whole and named is not None and named.value == "update"
        behind = (p.year for p in periods if named and p.year and p.start >= named.start - _NEAR)
        self.year = next(behind, year)

    def sets_aside_for(self, quantity: Quantity, clause: int, stop: int) -> bool:
        """Whether the words around a figure set it aside for something."""
        before = self.sets_aside.first(self.lower, max(clause, quantity.start - _FAR), quantity.start)
        return before is not None or self.set_aside.first(self.lower, quantity.end, min(stop, quantity.end + _FAR)) is not None

    def gives_out(self, quantity: Quantity, sentence: Sentence, period: Period | None) -> bool:
        """Whether a sum stands in a budget, is of its year or later, and was not said to be reached."""
        if not self.whole or quantity.family != "currency":
            return False
        if period and period.year and self.year and (period.year < self.year or period.role == "at"):
            return False
        return self.reached.first(self.lower, sentence.start, sentence.end) is None
