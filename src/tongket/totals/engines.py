"""The whole roll-up by an engine that reads segments of the ledger, beside the totals that are kept.

Figures of other spans of days than years, quarters and months are left to ``queries``. Needs the extra ``engines``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import ibis
import numpy as np

from tongket.base import databases
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.rollup import backends, facts
from tongket.rollup.backends import DUCKDB
from tongket.rollup.covering import covered
from tongket.rollup.cube import Axes, Cube
from tongket.rollup.exact import MISSING
from tongket.rollup.expressions import views
from tongket.rollup.rules import MEASURES
from tongket.rollup.tables import tables
from tongket.totals import queries
from tongket.totals.ledgers import PER_YEAR, Ledger, Row, ledger
from tongket.totals.queries import Different, Place
from tongket.totals.rules import EMPTY, Cell, divided
from tongket.units.models import Unit

CUBE = "cube"
"""The embedded engine; others are ``duckdb``, and what answers at an address."""

Figures = dict[tuple[Place, str], Cell]
"""By place and name of the unit."""


def differing(engine: str) -> Iterator[Different]:
    """The totals that are not kept as an engine has them, which does not tell where sources differ; raises TooLarge."""
    names = {key: f"{hierarchy}:{code}" for key, hierarchy, code in Unit.objects.values_list("pk", "hierarchy", "code")}
    for frequency in PER_YEAR:
        held = ledger(frequency)
        due = rolled_up(held, engine) if held else {}
        kept = {
            (place, names[unit]): Cell(_quotient(held, place, cell) if held else cell.value, cell.units, 0)
            for place, cells in queries.kept()
            if Period.parse(place.period).frequency == frequency
            for unit, cell in cells.items()
            if cell.value is not None
        }
        for key in sorted(due.keys() | kept.keys()):
            if kept.get(key) != due.get(key):
                place, unit = key
                yield Different(place, unit.partition(":")[2], kept.get(key, EMPTY), due.get(key, EMPTY))


def _quotient(held: Ledger, place: Place, cell: Cell) -> Decimal | None:
    """A kept value; a quotient of kept sums to the decimals of the engine, which are those of the most exact figure."""
    if cell.top is None or not cell.base:
        return cell.value
    row = Row(place.indicator, held.version(place.indicator, queries.last_day(place.period)))
    decimals = held.scheme.meanings[held.rows.index(row)].decimals if row in held.rows else row.version.decimals
    return divided(row.version._replace(decimals=decimals), cell.top, cell.base)


def rolled_up(held: Ledger, engine: str = CUBE) -> Figures:
    """Every figure there is, by an engine; raises TooLarge."""
    return dict(_by_cube(held) if engine == CUBE else _by_expressions(held, engine))


def cube(held: Ledger) -> Cube:
    """The ledger in the embedded engine, rolled up; raises TooLarge."""
    made = Cube(held.scheme)
    made.load(held.cells)
    made.roll()
    return made


def _by_cube(held: Ledger) -> Iterator[tuple[tuple[Place, str], Cell]]:
    made = cube(held)
    for at in range(held.scheme.calendar.count):
        block = made.figures[:, :, at]
        for unit in np.flatnonzero((block != MISSING).any(axis=(0, 1))).tolist():
            coverage = covered(made, at, unit)
            for row, measure in np.argwhere(block[..., unit] != MISSING).tolist():
                if not held.holds(row, at):
                    continue
                value = _exact(held, row, int(block[row, measure, unit]))
                place = Place(held.rows[row].code, held.period(at), MEASURES[measure])
                yield (place, made.units[unit]), Cell(value, coverage[measure][row].units, 0)


def _by_expressions(held: Ledger, engine: str) -> Iterator[tuple[tuple[Place, str], Cell]]:
    axes = Axes(held.scheme)
    known = {"facts": facts.table(1, held.cells), **tables(held.scheme)}
    backend = _connected(engine)
    try:
        found = backends.answer(backend, views(backends.source(backend, known), held.scheme.calendar))
    finally:
        backend.disconnect()
    for row in found.to_pylist():
        for measure in MEASURES if held.holds(row["indicator"], row["period"]) else ():
            if row[measure] is not None:
                place = Place(held.rows[row["indicator"]].code, held.period(row["period"]), measure)
                value = _exact(held, row["indicator"], row[measure])
                yield (place, axes.units[row["unit"]]), Cell(value, row[f"units_{measure}"], 0)


def _connected(engine: str) -> ibis.BaseBackend:
    if engine != DUCKDB and "://" not in engine:
        raise InvalidInput(
            gettext_noop("“{engine}” is no engine: it is cube, duckdb, or the address of a database."), engine=engine
        )
    try:
        return backends.connected(engine)
    except Exception as error:  # each has errors of its own
        raise InvalidInput(
            gettext_noop("{engine} does not answer as an engine: {reason}"),
            engine=databases.shown(engine) if "@" in engine else engine,
            reason=str(error).strip().splitlines()[0],
        ) from None


def _exact(held: Ledger, row: int, whole: int) -> Decimal:
    return Decimal(whole).scaleb(-held.scheme.meanings[row].decimals)
