"""Reading totals, and what they should be by the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.db.models import QuerySet

from tongket.base.periods import Period
from tongket.catalogue.models import Indicator
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Observation
from tongket.rollup.rules import MEASURES, Method
from tongket.totals.models import Total
from tongket.totals.rules import EMPTY, KEPT, Cell, Life, Territory, folded, said, sorting
from tongket.units.models import Unit

_LIFE = ("pk", "parent_id", "valid_from", "valid_to")
_CHUNK = 5000


class Place(NamedTuple):
    """A cell without its unit; ``indicator`` is a code."""

    indicator: str
    period: str
    measure: str


class Version(NamedTuple):
    """How figures of an indicator are kept, and in which unit of measure those have to be that are added up."""

    method: Method
    unit_of_measure: str


class Different(NamedTuple):
    """A cell that is not kept as the ledger has it."""

    place: Place
    unit: str
    kept: Cell
    due: Cell


Versions = Callable[[str, date], Version]


def definitions(codes: Iterable[str] | None = None) -> Callable[[str, date], Indicator]:
    """The version of an indicator that figures of a day are kept by: the one in force then, else the last before it,
    else the first."""
    rows = Indicator.objects.all() if codes is None else Indicator.objects.filter(code__in=list(codes))
    found: dict[str, list[Indicator]] = {}
    for indicator in rows.order_by("valid_from"):
        found.setdefault(indicator.code, []).append(indicator)

    def definition(code: str, day: date) -> Indicator:
        held = found[code]
        return next((version for version in reversed(held) if version.valid_from <= day), held[0])

    return definition


def places(codes: Iterable[str], day: date) -> dict[str, tuple[int, str]]:
    """Position and theme of indicators in the catalogue of a day, as ``definitions`` finds their version."""
    rows = Indicator.objects.filter(code__in=list(codes)).order_by("valid_from")
    found: dict[str, tuple[int, str]] = {}
    for code, first, position, theme in rows.values_list("code", "valid_from", "position", "theme"):
        if first <= day or code not in found:
            found[code] = position, theme
    return found


def versions(codes: Iterable[str] | None = None) -> Versions:
    """How indicators are kept on a day."""
    definition = definitions(codes)

    def version(code: str, day: date) -> Version:
        indicator = definition(code, day)
        method = Method(indicator.aggregation)
        return Version(method if method in KEPT else Method.NOT_ADDITIVE, indicator.unit_of_measure)

    return version


def territory() -> Territory:
    """Every unit there ever was."""
    return Territory(map(Life._make, Unit.objects.order_by().values_list(*_LIFE)))


def around(units: Iterable[int]) -> Territory:
    """Some units, all that stand above them, and those directly below them."""
    left = set(units)
    rows = Unit.objects.order_by()
    lives = [Life._make(row) for row in rows.filter(parent__in=left).values_list(*_LIFE)]
    seen: set[int] = set()
    while left:
        reached = [Life._make(row) for row in rows.filter(pk__in=left).values_list(*_LIFE)]
        lives += reached
        seen |= left
        left = {life.parent for life in reached if life.parent is not None} - seen
    return Territory(lives)


def entries() -> QuerySet[Observation]:
    """The standing values that totals are made of."""
    return ledger.standing().filter(comparison=Comparison.VALUE, measure__in=MEASURES).order_by()


def stated(found: QuerySet[Observation], version: Versions) -> dict[tuple[Place, int], Cell]:
    """What sources state, by cell and unit. A value in another unit of measure than the indicator's is none here."""
    values: dict[tuple[Place, int], list[Decimal]] = {}
    columns = ("indicator__code", "period", "measure", "unit_id", "value", "unit_of_measure")
    for code, period, measure, unit, value, unit_of_measure in found.values_list(*columns).iterator(_CHUNK):
        if unit_of_measure == version(code, last_day(period)).unit_of_measure:
            values.setdefault((Place(code, period, measure), unit), []).append(Decimal(value))
    return {key: said(held) for key, held in values.items()}


@lru_cache(maxsize=4096)
def last_day(period: str) -> date:
    """The last day of a period, by its code."""
    return Period.parse(period).last_day


def due(*, since: date | None = None, code: str | None = None) -> Iterator[tuple[Place, dict[int, Cell]]]:
    """Every total as the ledger has it, by cell in the order of their names; ``since``: of periods that end later."""
    found = entries()
    if since is not None:
        found = found.filter(period_end__gt=since)
    if code is not None:
        found = found.filter(indicator__code=code)
    names = list(found.values_list("indicator__code", "period").distinct().order_by("indicator__code", "period"))
    if not names:
        return
    everywhere, version = territory(), versions()
    for name, period in names:
        day = last_day(period)
        said_here = stated(found.filter(indicator__code=name, period=period), version)
        for measure in sorted(MEASURES):
            place = Place(name, period, measure)
            here = {unit: cell for (at, unit), cell in said_here.items() if at == place}
            if here:
                yield place, folded(here, version(name, day).method, day, everywhere)


def differing() -> Iterator[Different]:
    """The cells that are not kept as the ledger has them."""
    codes = dict(Unit.objects.values_list("pk", "code"))
    should = due()
    place, cells = next(should, (None, {}))
    for kept_place, held in kept():
        while place is not None and place < kept_place:
            yield from _compared(place, {}, cells, codes)
            place, cells = next(should, (None, {}))
        if place == kept_place:
            yield from _compared(kept_place, held, cells, codes)
            place, cells = next(should, (None, {}))
        else:
            yield from _compared(kept_place, held, {}, codes)
    while place is not None:
        yield from _compared(place, {}, cells, codes)
        place, cells = next(should, (None, {}))


def kept() -> Iterator[tuple[Place, dict[int, Cell]]]:
    """Every total that is kept, by cell in the order of their names; one that would be ranked wrongly is none."""
    columns = ("indicator", "period", "measure", "unit_id", "value", "units", "differing", "sorting")
    rows = Total.objects.order_by("indicator", "period", "measure").values_list(*columns).iterator(_CHUNK)
    for place, held in groupby(rows, key=lambda row: Place(*row[:3])):
        cells = {unit: (cell_of(*cell), ranked) for _, _, _, unit, *cell, ranked in held}
        yield place, {u: c if ranked == sorting(c.value) else EMPTY for u, (c, ranked) in cells.items()}


def cell_of(value: str, units: int, differing: int) -> Cell:
    """A kept row as a plain value."""
    return Cell(Decimal(value) if value else None, units, differing)


def _compared(
    place: Place, kept: dict[int, Cell], cells: dict[int, Cell], codes: dict[int, str]
) -> Iterator[Different]:
    for unit in sorted(kept.keys() | cells.keys()):
        one, other = kept.get(unit, EMPTY), cells.get(unit, EMPTY)
        if one != other:
            yield Different(place, codes[unit], one, other)
