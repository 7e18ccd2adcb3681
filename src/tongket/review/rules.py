"""Judging a value against its plan. Pure: values in, a standing out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

PLAN_MET = Decimal(100)


class Standing(StrEnum):
    """How a result stands against the plan it was set beside."""

    AHEAD = "ahead"
    MET = "met"
    BEHIND = "behind"
    UNKNOWN = "unknown"


def standing(comparison: str, value: Decimal, direction: str) -> Standing:
    """The standing that one reported comparison with a plan shows.

    ``plan_ratio`` is percent of plan reached (100 = met), ``plan_excess`` percent above (+) or below (−) it.
    Where less is better, being below the plan is ahead of it; where neither is, nothing is judged.
    """
    if direction == "neither" or comparison not in ("plan_ratio", "plan_excess"):
        return Standing.UNKNOWN
    excess = value - PLAN_MET if comparison == "plan_ratio" else value
    if excess.is_zero():
        return Standing.MET
    return Standing.AHEAD if (excess > 0) == (direction == "more") else Standing.BEHIND


def overall(standings: Iterable[Standing]) -> Standing:
    """Against several plans, the weakest known standing counts; with none, it is unknown."""
    known = set(standings)
    for candidate in (Standing.BEHIND, Standing.MET, Standing.AHEAD):
        if candidate in known:
            return candidate
    return Standing.UNKNOWN
