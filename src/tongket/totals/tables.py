"""All figures of a period rolled up, as rows of a table; also as they were known at an earlier moment.

Totals are of now (decision 0016). So this is reckoned anew, by the embedded engine, from segments of the ledger.
Needs the extra ``engines``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import numpy as np

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.rollup import queries
from tongket.rollup.exact import MISSING
from tongket.rollup.rules import View
from tongket.totals import engines, ledgers
from tongket.units import queries as units

COLUMNS = (
    *("unit", "indicator", "period", "unit_of_measure", "actual", "units", "of_units", "target", "estimate"),
    *("plan_percent", "last_year", "change", "change_percent", "to_date", "target_to_date", "path_percent"),
    *("rank", "among", "silent", "gained"),
)
"""A unit and an indicator by their codes; ``units`` of ``of_units`` units without parts state the actual figure."""

Row = dict[str, str | int | None]


def of(period: Period, *, known: datetime | None = None, code: str | None = None) -> Iterator[Row]:
    """A row for each unit and indicator with any figure in a period, or only for the unit that bears a code then.

    Raises InvalidInput for a period that is no year, quarter or month, NotFound for a code nobody bears then, TooLarge.
    """
    if period.frequency not in ledgers.PER_YEAR:
        raise InvalidInput(gettext_noop("“{period}” is no year, quarter or month."), period=period.code)
    if code is not None:
        units.get(code, day=period.last_day)
    held = ledgers.ledger(period.frequency, known=known, until=period)
    if held is None:
        return
    cube, number = engines.cube(held), ledgers.number(period)
    for place in np.flatnonzero((cube.figures[:, :, -1] != MISSING).any(axis=(0, 1))).tolist():
        unit = cube.units[place]
        about = {"unit": unit.partition(":")[2], "period": period.code}
        if code in (None, about["unit"]):
            for name, view in queries.scorecard(cube, unit, number).items():
                if not held.holds(int(name), held.scheme.calendar.count - 1):
                    continue
                if any(figure.value is not None for figure in (view.actual, view.target, view.estimate)):
                    row = held.rows[int(name)]
                    stated = {"indicator": row.code, "unit_of_measure": row.version.unit_of_measure}
                    yield {**about, **stated, **_told(view)}


def _told(view: View) -> Row:
    rank = view.rank
    return {
        "actual": _text(view.actual.value),
        "units": view.actual.coverage.units,
        "of_units": view.actual.coverage.of,
        "target": _text(view.target.value),
        "estimate": _text(view.estimate.value),
        **{name: _text(getattr(view, name)) for name in ("plan_percent", "last_year", "change", "change_percent")},
        **{name: _text(getattr(view, name)) for name in ("to_date", "target_to_date", "path_percent")},
        **dict(zip(("rank", "among", "silent"), rank or (None, None, None), strict=True)),
        "gained": view.gained,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)
