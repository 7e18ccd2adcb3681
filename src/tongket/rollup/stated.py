"""What the entries of the ledger come to, cell by cell, as an Ibis expression over segments (``ledger.segments``).

An entry that a later one replaces says nothing any more, one that withdraws says nothing itself. Where sources state
different values for a cell it has none: to choose is a decision of people. Needs the extra ``engines``.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

import ibis
from ibis.expr.types import Table


def stated(entries: Table, *, measures: Collection[str], known: datetime | None = None) -> Table:
    """One row for each indicator, unit, period, measure and unit of measure about which something stands.

    ``value`` is null where sources differ. ``known``: as the ledger had it at that moment.
    """
    if known is not None:
        entries = entries.filter(entries.recorded_at <= ibis.literal(known))
    replaced = entries.filter(entries.replaces.notnull()).select(seq=entries.replaces)
    standing = entries.anti_join(replaced, "seq")
    standing = standing.filter(
        standing.verification != "withdrawn",
        standing.comparison == "value",
        standing.measure.isin(list(measures)),
    )
    key = ("indicator", "unit", "unit_from", "period", "measure", "unit_of_measure")
    cells = standing.group_by(*key).agg(values=standing.value.nunique(), least=standing.value.min())
    return cells.select(*key, value=ibis.cases((cells["values"] == 1, cells.least)))
