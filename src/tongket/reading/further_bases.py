"""Figures told one after another of the same thing: «рост к плану – 6 %, к уровню прошлого года – 9 %»."""

from __future__ import annotations

from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison
from tongket.reading.growths import WORD
from tongket.reading.plans import Plans

_FARTHEST = 90


class FurtherBases(Plans):
    """Finds in one text the changes that only say of when they are, or what else they are compared with."""

    def is_set_against_another(self, quantity: Quantity, left: int, edge: int, before: Comparison) -> bool:
        """Whether nothing but another basis stands behind a change, and its dash or “by”."""
        if quantity.family != "percent" or before.kind not in ("change", "plan_excess") or edge - left > _FARTHEST:
            return False
        frames = self.frames
        dashed = self.lower[left:edge].rstrip().endswith(("–", "-", "—"))
        against = self.against_in_front(left, edge)  # «прирост к 2016 году – 4 %, к 2015 году 11 %»
        if not (dashed or against or frames.marker.ending(self.lower, left, edge)):
            return False
        told = against or frames.basis.first(self.lower, left, edge)
        return told is not None and not WORD.search(self._unsaid(left, edge, frames.marker, frames.basis_after))

    def is_in_a_series(self, left: int, edge: int) -> bool:
        """“0.3 per cent in 2024, 1.9 per cent in 2025”: only the period of the figure before stands in between."""
        period = next((self.period_at[p] for p in range(left, edge) if p in self.period_at), None)
        if period is None or WORD.search(self.lower, left, period.start):
            return False
        rest = self.lower[period.end : edge].strip()
        return rest == "," or self.frames.joining.ending(self.lower, period.end, edge) is not None
