"""Keeping totals in step with the ledger, and making them anew.

Nobody decides here: totals follow what other actions have recorded, in their transaction, and say nothing of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db import transaction

from tongket.base.periods import Period
from tongket.ledger.models import Comparison, Observation
from tongket.rollup.rules import MEASURES, Method
from tongket.totals import queries
from tongket.totals.models import Total
from tongket.totals.queries import CELL, Place, Versions, last_day
from tongket.totals.rules import EMPTY, EXTREMES, Cell, Territory, Version, combined, moved, put_in, sorting, written

_BATCH = 400

Key = tuple[Place, int]
"""A cell and the key of its unit."""


@transaction.atomic(savepoint=False)  # part of the entry's own transaction
def keep_up(observations: Sequence[Observation]) -> None:
    """Let the totals say what new entries of the ledger have changed, in the units that state it and in all above."""
    touched: dict[Key, None] = {}
    for entry in observations:
        for said_now in (entry, entry.replaces):
            if said_now and said_now.comparison == Comparison.VALUE and said_now.measure in MEASURES:
                place = Place(said_now.indicator.code, said_now.period, str(said_now.measure))
                touched[place, said_now.unit_id] = None
    above = queries.resting({place.indicator for place, _ in touched})
    version = queries.versions({place.indicator for place, _ in touched}.union(*above.values()))
    keys: dict[Key, None] = {}
    indices: set[tuple[str, str]] = set()
    for place, unit in touched:
        if version(place.indicator, last_day(place.period)).method is Method.INDEX:
            indices.add((place.indicator, place.period))
        else:
            keys[place, unit] = None
        indices |= set(_indices(place, above, version))
        for name in above.get(place.indicator, ()):
            if version(name, last_day(place.period)).method is not Method.INDEX:
                keys[place._replace(indicator=name), unit] = None
    every = list(keys)
    for at in range(0, len(every), _BATCH):
        _Change(every[at : at + _BATCH], version).store()
    for name, period in sorted(indices):
        _make_anew(name, period)


def _indices(place: Place, above: Mapping[str, set[str]], version: Versions) -> Iterator[tuple[str, str]]:
    """The indices, each with its period, that a figure weighs a year later."""
    later = Period.parse(place.period).year_after
    if place.measure == "actual" and later is not None:
        for name in above.get(place.indicator, ()):
            if version(name, later.last_day).method is Method.INDEX:
                yield name, later.code


def _make_anew(name: str, period: str) -> None:
    """All totals of an index in a period: a weight may be a figure of units above, so that many would move."""
    Total.objects.filter(indicator=name, period=period).delete()
    for place, cells in queries.due_at(name, period, queries.territory(), queries.versions({name})):
        _store({(place, unit): cell for unit, cell in cells.items()})


@transaction.atomic
def rebuild(*, since: date | None = None, code: str | None = None) -> int:
    """Make totals anew from the ledger, all or those of periods after a day; how many there are.

    ``code``: those of one indicator, and of the ones that rest on it.
    """
    old = Total.objects.all()
    if since is not None:
        old = old.filter(period_end__gt=since)
    if code is not None:
        old = old.filter(indicator__in=[code, *queries.resting([code]).get(code, ())])
    old.delete()
    count = 0
    for place, cells in queries.due(since=since, code=code):
        _store({(place, unit): cell for unit, cell in cells.items()})
        count += len(cells)
    return count


def fill() -> None:
    """Make all totals where the ledger has entries, and none is kept yet."""
    if not Total.objects.exists() and Observation.objects.exists():
        rebuild()


def follow_units(day: date, above: Collection[int] | None) -> None:
    """Make totals anew from a day on, as units stand otherwise below one another from then.

    ``above`` has the units that new ones stand below: they change a total only where these stated figures of their own.
    """
    if above is None or Observation.objects.filter(unit__in=above, period_end__gt=day).exists():
        rebuild(since=day)


class _Change:
    """What some cells make of the totals that are kept."""

    def __init__(self, keys: Sequence[Key], version: Versions) -> None:
        units = {unit for _, unit in keys}
        codes, periods = {place.indicator for place, _ in keys}, {place.period for place, _ in keys}
        self.version = version
        rests = {rest.code for place, _ in keys for rest in self._kept_by(place).rests_on}
        self.territory: Territory = queries.around(units)
        entries = queries.entries().filter(unit__in=units, indicator__code__in=codes | rests, period__in=periods)
        self.stated = queries.stated(entries, self.version)
        reached = units | {up for place, unit in keys for up in self.territory.above(unit, last_day(place.period))}
        columns = ("indicator", "period", "measure", "unit_id", *CELL)
        rows = Total.objects.filter(unit__in=reached, indicator__in=codes, period__in=periods).order_by()
        self.kept: dict[Key, Cell] = {
            (Place(*row[:3]), row[3]): queries.cell_of(*row[4:]) for row in rows.values_list(*columns)
        }
        self.changed: dict[Key, Cell] = {}
        extremes: dict[Key, None] = {}
        for key in keys:
            extremes |= dict.fromkeys(self._follow(key))
        for place, unit in sorted(extremes, key=self._depth, reverse=True):
            self.changed[place, unit] = self._extreme(place, unit)

    def store(self) -> None:
        """Write what has changed."""
        _store(self.changed)

    def _cell(self, key: Key) -> Cell:
        return self.changed.get(key) or self.kept.get(key, EMPTY)

    def _kept_by(self, place: Place) -> Version:
        return self.version(place.indicator, last_day(place.period))

    def _put_in(self, key: Key) -> Cell:
        """What is stated now."""
        (place, unit), kept_by = key, self._kept_by(key[0])
        rests = [self.stated.get((place._replace(indicator=rest.code), unit), EMPTY) for rest in kept_by.rests_on]
        return put_in(kept_by, self.stated.get(key, EMPTY), rests)

    def _follow(self, key: Key) -> Iterator[Key]:
        """Put in what is stated now; the cells above that have to be made anew."""
        (place, unit), kept_by = key, self._kept_by(key[0])
        before, after, day = self._cell(key), self._put_in(key), last_day(place.period)
        if before == after or not self.territory.reporting(unit, kept_by, day):
            return
        self.changed[key] = after
        for up in self.territory.above(unit, day) if kept_by.rolls else ():
            if kept_by.method in EXTREMES:
                yield place, up
            else:
                self.changed[place, up] = moved(self._cell((place, up)), before, after, kept_by)

    def _depth(self, key: Key) -> int:
        return sum(1 for _ in self.territory.above(key[1], last_day(key[0].period)))

    def _extreme(self, place: Place, unit: int) -> Cell:
        """The least or greatest of the units directly below one."""
        rows = Total.objects.filter(unit__parent=unit, **place._asdict()).order_by()
        cells = {unit: queries.cell_of(*cell) for unit, *cell in rows.values_list("unit_id", *CELL)}
        cells |= {
            at: cell
            for (where, at), cell in self.changed.items()
            if where == place and self.territory.lives[at].parent == unit
        }
        return combined(cells.values(), self._kept_by(place))


def _store(cells: dict[Key, Cell]) -> None:
    Total.objects.bulk_create(
        (
            Total(
                **place._asdict(),
                unit_id=unit,
                period_end=last_day(place.period) + date.resolution,
                value=written(cell.value),
                top=written(cell.top),
                base=written(cell.base),
                sorting=sorting(cell.value),
                units=cell.units,
                differing=cell.differing,
            )
            for (place, unit), cell in cells.items()
        ),
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["unit", "indicator", "period", "measure"],
        update_fields=[*CELL, "sorting"],
    )
