"""Totals as they would have been kept at an earlier moment: made anew from the entries that were recorded until then.

Totals are of now (decision 0016). Units and definitions are those on record today: what changed them has no history
of its own. Takes the longer the more units state the indicators that are asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from itertools import product

from tongket.totals import queries
from tongket.totals.rules import Cell

Kept = Mapping[tuple[str, int, str, str], Cell]
"""By period, key of the unit, indicator and measure."""


def figures(codes: Collection[str], periods: Collection[str], *, known: datetime) -> Kept:
    """The totals of every unit."""
    everywhere, version = queries.territory(), queries.versions(codes)
    return {
        (place.period, unit, place.indicator, place.measure): cell
        for code, period in product(sorted(codes), sorted(periods))
        for place, cells in queries.due_at(code, period, everywhere, version, known=known)
        for unit, cell in cells.items()
    }


def stated_of(units: Collection[int], period: str, *, known: datetime) -> set[str]:
    """The indicators of which some units stated anything for a period, and those that rest on them."""
    found = queries.entries(known=known).filter(unit__in=units, period=period)
    codes = set(found.values_list("indicator__code", flat=True).distinct())
    return codes.union(*queries.resting(codes).values())


def periods(of: Collection[str], *, known: datetime) -> list[str]:
    """Those of some periods for which anything was on record; one that has been withdrawn since is none of them."""
    found = queries.entries(known=known)
    return [period for period in of if found.filter(period=period).exists()]
