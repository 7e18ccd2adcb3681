"""Reading totals, and what they should be by the ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from django.db.models import Q, QuerySet

from tongket.base.periods import Period
from tongket.catalogue.models import Indicator
from tongket.deciding import queries as deciding
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Observation
from tongket.rollup.rules import ADDED, MEANS, MEASURES, Method
from tongket.totals.models import Total
from tongket.totals.rules import EMPTY, EXTREMES, Cell, Life, Rest, Territory, Version, folded, put_in, said, sorting
from tongket.units import queries as units
from tongket.units.models import Unit

_LIFE = ("pk", "parent_id", "valid_from", "valid_to")
_CHUNK = 5000

CELL = ("value", "units", "differing", "top", "base")
"""The columns of a total that ``cell_of`` takes."""


class Place(NamedTuple):
    """A cell without its unit; ``indicator`` is a code."""

    indicator: str
    period: str
    measure: str


class Different(NamedTuple):
    """A cell that is not kept as the ledger has it."""

    place: Place
    unit: str
    kept: Cell
    due: Cell


Definitions = Callable[[str, date], Indicator]
Versions = Callable[[str, date], Version]


def definitions(codes: Iterable[str] | None = None) -> Definitions:
    """The version of an indicator that figures of a day are kept by: the one in force then, else the last before it,
    else the first. With ``codes`` only of these, and of what they rest on."""
    rows = Indicator.objects.order_by("valid_from")
    found: dict[str, list[Indicator]] = {}
    for indicator in rows if codes is None else rows.filter(code__in=list(codes)):
        found.setdefault(indicator.code, []).append(indicator)
    more = {rest for held in found.values() for indicator in held for rest in _named(indicator)} - found.keys()
    for indicator in rows.filter(code__in=more) if more and codes is not None else ():
        found.setdefault(indicator.code, []).append(indicator)

    def definition(code: str, day: date) -> Indicator:
        held = found[code]
        return next((version for version in reversed(held) if version.valid_from <= day), held[0])

    return definition


def _named(indicator: Indicator) -> tuple[str, ...]:
    """What an indicator rests on by the catalogue, which may not know it."""
    return tuple(filter(None, (indicator.weight, indicator.part, indicator.whole)))


def resting(on: Collection[str] | None = None) -> dict[str, set[str]]:
    """The indicators that rest on others, by each of these; ``on``: only on some."""
    rows = Indicator.objects.order_by()
    if on is None:
        rows = rows.exclude(weight="", part="")
    else:
        rows = rows.filter(Q(weight__in=on) | Q(part__in=on) | Q(whole__in=on))
    found: dict[str, set[str]] = {}
    for indicator in rows:
        for rest in _named(indicator):
            found.setdefault(rest, set()).add(indicator.code)
    return found


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
    return versions_by(definitions(codes))


def versions_by(definition: Definitions) -> Versions:
    """The same by definitions that are read already."""

    @cache
    def version(code: str, day: date) -> Version:
        indicator = definition(code, day)
        method = Method(indicator.aggregation)
        if method in ADDED | EXTREMES:
            return Version(method, indicator.unit_of_measure)
        rests = _rests(indicator, _year_before(day) if method is Method.INDEX else day, definition)
        if not rests:
            return Version(Method.NOT_ADDITIVE, indicator.unit_of_measure)
        return Version(method, indicator.unit_of_measure, rests, indicator.factor, indicator.decimals)

    return version


def rests(definition: Definitions, code: str, day: date) -> list[tuple[str, Indicator]]:
    """What an indicator is weighed by or made of on a day, each with its role; nothing where it is kept as stated."""
    indicator = definition(code, day)
    roles = {indicator.weight: "weight", indicator.part: "part", indicator.whole: "whole"}
    return [(roles[rest.code], definition(rest.code, day)) for rest in versions_by(definition)(code, day).rests_on]


def _rests(indicator: Indicator, day: date, definition: Definitions) -> tuple[Rest, ...]:
    """What an indicator rests on; nothing where any of it is unknown or not added up."""
    found = []
    for code in _named(indicator):
        try:
            rest = definition(code, day)
        except KeyError:
            return ()
        found.append(Rest(code, Method(rest.aggregation), rest.unit_of_measure))
    return tuple(found) if all(rest.method in ADDED for rest in found) else ()


def _year_before(day: date) -> date:
    """A day of the year before, within the same month."""
    return day.replace(year=max(day.year - 1, 1), day=min(day.day, 28))


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


def entries(*, known: datetime | None = None) -> QuerySet[Observation]:
    """The standing values that totals are made of, as known at a moment or now."""
    return ledger.standing(known=known).filter(comparison=Comparison.VALUE, measure__in=MEASURES).order_by()


def stated(
    found: QuerySet[Observation], version: Versions, *, known: datetime | None = None
) -> dict[tuple[Place, int], Cell]:
    """What sources state, by cell and unit. A value in another unit of measure than the indicator's is none here.

    Where sources differ and it was decided which of them stands (until the moment, where one is given), its value does.
    """
    values: dict[tuple[Place, int], dict[int, Decimal]] = {}
    columns = ("indicator__code", "period", "measure", "unit_id", "seq", "value", "unit_of_measure")
    for code, period, measure, unit, seq, value, unit_of_measure in found.values_list(*columns).iterator(_CHUNK):
        if unit_of_measure == version(code, last_day(period)).unit_of_measure:
            values.setdefault((Place(code, period, measure), unit), {})[seq] = Decimal(value)
    differ = {key: held for key, held in values.items() if len(set(held.values())) > 1}
    return {key: said(held.values()) for key, held in values.items()} | _settled(differ, known)


def _settled(
    differ: Mapping[tuple[Place, int], Mapping[int, Decimal]], known: datetime | None
) -> dict[tuple[Place, int], Cell]:
    """Of cells about which sources differ those that are settled: an entry that came later opens the dispute again."""
    if not differ:
        return {}
    codes, periods = {place.indicator for place, _ in differ}, {place.period for place, _ in differ}
    held = deciding.settled_among(codes, {unit for _, unit in differ}, periods, known=known)
    found = {}
    for (place, unit), values in differ.items():
        settlement = held.get((place.indicator, unit, place.period))
        if settlement and values.keys() <= set(settlement.between):
            chosen = [value for seq, value in values.items() if seq == settlement.chosen_id]
            if chosen:
                found[place, unit] = said(chosen)
    return found


@lru_cache(maxsize=4096)
def last_day(period: str) -> date:
    """The last day of a period, by its code."""
    return Period.parse(period).last_day


def due(*, since: date | None = None, code: str | None = None) -> Iterator[tuple[Place, dict[int, Cell]]]:
    """Every total as the ledger has it, by cell in the order of their names; ``since``: of periods that end later.

    ``code``: of one indicator, and of those that rest on it.
    """
    found = entries() if since is None else entries().filter(period_end__gt=since)
    rest_on = resting()
    asked = None if code is None else {code, *rest_on.get(code, ())}
    if asked is not None:
        below = {rest for rest, above in rest_on.items() if above & asked}
        found = found.filter(indicator__code__in=asked | below)
    stated_of = set(found.values_list("indicator__code", "period").distinct())
    names = stated_of | {(above, period) for name, period in stated_of for above in rest_on.get(name, ())}
    if not names:
        return
    everywhere, version = territory(), versions()
    for name, period in sorted(names):
        if asked is None or name in asked:
            yield from due_at(name, period, everywhere, version)


def due_at(
    name: str, period: str, everywhere: Territory, version: Versions, *, known: datetime | None = None
) -> Iterator[tuple[Place, dict[int, Cell]]]:
    """The totals of an indicator in a period as the ledger has them, or had them at a moment, by measure."""
    found = entries(known=known)
    day = last_day(period)
    kept_by = version(name, day)
    held = stated(found.filter(indicator__code=name, period=period), version, known=known)
    rests = [_resting_cells(rest, period, kept_by, everywhere, version, known) for rest in kept_by.rests_on]
    for measure in sorted(MEASURES):
        here = {unit: cell for (at, unit), cell in held.items() if at.measure == measure}
        if rests:
            beside = [rest.get(measure, {}) for rest in rests]
            about = here.keys() if kept_by.method in MEANS else {unit for cells in beside for unit in cells}
            here = {
                unit: put_in(kept_by, here.get(unit, EMPTY), [cells.get(unit, EMPTY) for cells in beside])
                for unit in about
            }
        cells = {unit: cell for unit, cell in folded(here, kept_by, day, everywhere).items() if cell != EMPTY}
        if cells:
            yield Place(name, period, measure), cells


def _resting_cells(
    rest: Rest, period: str, of: Version, everywhere: Territory, version: Versions, known: datetime | None
) -> Mapping[str, Mapping[int, Cell]]:
    """What a weight, part or whole is of units, by measure and unit.

    The weight of an index is the actual figure of last year, of whoever bore the unit's code then, for all measures.
    """
    found: dict[str, dict[int, Cell]] = {}
    among = entries(known=known)
    if of.method is not Method.INDEX:
        for (place, unit), cell in stated(
            among.filter(indicator__code=rest.code, period=period), version, known=known
        ).items():
            found.setdefault(place.measure, {})[unit] = cell
        return found
    before = Period.parse(period).year_before
    if before is None:
        return found
    actual = among.filter(indicator__code=rest.code, period=before.code, measure="actual")
    then = {unit: cell for (_, unit), cell in stated(actual, version, known=known).items()}
    figures = folded(then, version(rest.code, before.last_day), before.last_day, everywhere)
    heirs = _bearers(before.last_day, last_day(period))
    weights = {heirs[unit]: cell for unit, cell in figures.items() if unit in heirs}
    return dict.fromkeys(MEASURES, weights)


def _bearers(then: date, now: date) -> dict[int, int]:
    """Who bears a code on a day, by the key of the one who bore it on another."""
    columns = ("hierarchy", "code", "pk")
    later = {(h, code): pk for h, code, pk in units.in_force(now).order_by().values_list(*columns)}
    earlier = units.in_force(then).order_by().values_list(*columns)
    return {pk: later[h, code] for h, code, pk in earlier if (h, code) in later}


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
    columns = ("indicator", "period", "measure", "unit_id", *CELL, "sorting")
    rows = Total.objects.order_by("indicator", "period", "measure").values_list(*columns).iterator(_CHUNK)
    for place, held in groupby(rows, key=lambda row: Place(*row[:3])):
        cells = {unit: (cell_of(*cell), ranked) for _, _, _, unit, *cell, ranked in held}
        yield place, {u: c if ranked == sorting(c.value) else EMPTY for u, (c, ranked) in cells.items()}


def cell_of(value: str, units: int, differing: int, top: str, base: str) -> Cell:
    """A kept row as a plain value, from the columns of ``CELL``."""
    top_and_base = (Decimal(top), Decimal(base)) if base else (None, None)
    return Cell(Decimal(value) if value else None, units, differing, *top_and_base)


def _compared(
    place: Place, kept: dict[int, Cell], cells: dict[int, Cell], codes: dict[int, str]
) -> Iterator[Different]:
    for unit in sorted(kept.keys() | cells.keys()):
        one, other = kept.get(unit, EMPTY), cells.get(unit, EMPTY)
        if one != other:
            yield Different(place, codes[unit], one, other)
