"""Keeping totals in step with the ledger, and making them anew.

Nobody decides here: totals follow what other actions have recorded, in their transaction, and say nothing of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db import transaction

from tongket.ledger.models import Comparison, Observation
from tongket.rollup.rules import ADDED, MEASURES, Method
from tongket.totals import queries
from tongket.totals.models import Total
from tongket.totals.queries import Place, last_day
from tongket.totals.rules import EMPTY, KEPT, Cell, Territory, combined, moved, sorting, written

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
    keys = list(touched)
    for at in range(0, len(keys), _BATCH):
        _Change(keys[at : at + _BATCH]).store()


@transaction.atomic
def rebuild(*, since: date | None = None, code: str | None = None) -> int:
    """Make totals anew from the ledger, all or those of periods after a day or of one indicator; how many there are."""
    old = Total.objects.all()
    if since is not None:
        old = old.filter(period_end__gt=since)
    if code is not None:
        old = old.filter(indicator=code)
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

    def __init__(self, keys: Sequence[Key]) -> None:
        units = {unit for _, unit in keys}
        codes, periods = {place.indicator for place, _ in keys}, {place.period for place, _ in keys}
        self.version = queries.versions(codes)
        self.territory: Territory = queries.around(units)
        entries = queries.entries().filter(unit__in=units, indicator__code__in=codes, period__in=periods)
        stated = queries.stated(entries, self.version)
        reached = units | {up for place, unit in keys for up in self.territory.above(unit, last_day(place.period))}
        columns = ("indicator", "period", "measure", "unit_id", "value", "units", "differing")
        rows = Total.objects.filter(unit__in=reached, indicator__in=codes, period__in=periods).order_by()
        self.kept: dict[Key, Cell] = {
            (Place(*row[:3]), row[3]): queries.cell_of(*row[4:]) for row in rows.values_list(*columns)
        }
        self.changed: dict[Key, Cell] = {}
        extremes: dict[Key, None] = {}
        for key in keys:
            extremes |= dict.fromkeys(self._follow(key, stated.get(key, EMPTY)))
        for place, unit in sorted(extremes, key=self._depth, reverse=True):
            self.changed[place, unit] = self._extreme(place, unit)

    def store(self) -> None:
        """Write what has changed."""
        _store(self.changed)

    def _cell(self, key: Key) -> Cell:
        return self.changed.get(key) or self.kept.get(key, EMPTY)

    def _method(self, place: Place) -> Method:
        return self.version(place.indicator, last_day(place.period)).method

    def _follow(self, key: Key, after: Cell) -> Iterator[Key]:
        """Put in what is stated now; the cells above that have to be made anew."""
        (place, unit), method = key, self._method(key[0])
        before, day = self._cell(key), last_day(place.period)
        if before == after or not self.territory.reporting(unit, method, day):
            return
        self.changed[key] = after
        for up in self.territory.above(unit, day) if method in KEPT else ():
            if method in ADDED:
                self.changed[place, up] = moved(self._cell((place, up)), before, after)
            else:
                yield place, up

    def _depth(self, key: Key) -> int:
        return sum(1 for _ in self.territory.above(key[1], last_day(key[0].period)))

    def _extreme(self, place: Place, unit: int) -> Cell:
        """The least or greatest of the units directly below one."""
        rows = Total.objects.filter(unit__parent=unit, **place._asdict()).order_by()
        cells = {row.unit_id: queries.cell_of(row.value, row.units, row.differing) for row in rows}
        cells |= {
            at: cell
            for (where, at), cell in self.changed.items()
            if where == place and self.territory.lives[at].parent == unit
        }
        return combined(cells.values(), self._method(place))


def _store(cells: dict[Key, Cell]) -> None:
    Total.objects.bulk_create(
        (
            Total(
                **place._asdict(),
                unit_id=unit,
                period_end=last_day(place.period) + date.resolution,
                value=written(cell.value),
                sorting=sorting(cell.value),
                units=cell.units,
                differing=cell.differing,
            )
            for (place, unit), cell in cells.items()
        ),
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["unit", "indicator", "period", "measure"],
        update_fields=["value", "sorting", "units", "differing"],
    )
