"""The ledger as engines of the roll-up take it: a scheme of the units as they stood, and the figures by their places.

What engines know are periods of one length. An indicator whose versions are kept by different methods, or in different
units of measure, is one for each. Needs the extra ``engines``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple, cast

import ibis
import numpy as np

from tongket.base.periods import Frequency, Period
from tongket.catalogue.definitions import Direction
from tongket.ledger import segments
from tongket.rollup.cube import Axes, Rows
from tongket.rollup.exact import LIMIT, MISSING, too_large
from tongket.rollup.rules import MEANS, MEASURES, RATIOS, Calendar, Era, Meaning, Measure, Method, Scheme, scaled
from tongket.rollup.stated import stated
from tongket.totals import queries
from tongket.totals.queries import Place, Versions
from tongket.totals.rules import Rest, Territory, Version
from tongket.units.models import Unit

PER_YEAR: Mapping[Frequency, int] = {"year": 1, "quarter": 4, "month": 12}
"""The lengths of periods that engines know, and how many of each are in a year."""


class Row(NamedTuple):
    """An indicator as the engines have it: in the versions that are kept alike."""

    code: str
    version: Version


@dataclass(frozen=True)
class Ledger:
    """What the ledger states of periods of one length; ``rows`` are the indicators in the order of the scheme.

    Units are named ``hierarchy:code``, whoever bears the code in a period. ``version`` says how an indicator is kept on
    a day: what an engine makes of a row in other periods is nothing.
    """

    scheme: Scheme
    rows: tuple[Row, ...]
    cells: Rows
    version: Versions

    def holds(self, row: int, at: int) -> bool:
        """Whether an indicator is kept in this version in a period, both by their places."""
        calendar, kept = self.scheme.calendar, self.rows[row]
        return self.version(kept.code, _last_day(calendar.first + at, calendar.per_year)) == kept.version

    def period(self, at: int) -> str:
        """The code of a period by its place on the axis."""
        calendar = self.scheme.calendar
        year, place = divmod(calendar.first + at, calendar.per_year)
        return {1: f"{year:04}", 4: f"{year:04}-Q{place + 1}", 12: f"{year:04}-{place + 1:02}"}[calendar.per_year]


class Stated(NamedTuple):
    """A cell by its names, the period by its number; no value where sources differ."""

    row: Row
    unit: str
    period: int
    measure: Measure
    value: Decimal | None


def ledger(frequency: Frequency, *, known: datetime | None = None, until: Period | None = None) -> Ledger | None:
    """The ledger, as it stands or as it was known at a moment; None where it states nothing of such periods.

    With ``until`` only of what the figures of that period are set beside, this year and last, and with all units of
    the time; otherwise with those alone that state anything, and what stands above them. Reads what segments there
    are: ``segments.cut`` brings them up to date. Raises TooLarge.
    """
    territory, version = _Territory(), queries.versions()
    said = list(_stated(frequency, known, territory, version))
    if until is not None:
        end = number(until)
        start = end - end % PER_YEAR[frequency] - PER_YEAR[frequency]
        said = [one for one in said if start <= one.period <= end]
    if not said:
        return None
    numbers = {one.period for one in said}
    first, last = min(numbers), max(numbers) if until is None else number(until)
    calendar = Calendar(first, last - first + 1, PER_YEAR[frequency])
    days = [_last_day(period, calendar.per_year) for period in range(first, last + 1)]
    rows = tuple(sorted(_rows({one.row for one in said}, days, version)))
    only = None if until else {one.unit for one in said}
    eras = tuple(territory.eras(calendar, only))
    scheme = Scheme(tuple(_meanings(said, rows, _last_day(last, calendar.per_year))), eras, calendar)
    return Ledger(scheme, rows, _placed(said, scheme, rows), version)


def number(period: Period) -> int:
    """The number of a year, quarter or month on a calendar of its length."""
    per_year = PER_YEAR[period.frequency]
    return period.start.year * per_year + (period.start.month - 1) * per_year // 12


def _rows(stated: set[Row], days: Sequence[date], version: Versions) -> set[Row]:
    """The indicators that are stated, those that are made of them, and what any of these is weighed by."""
    above = queries.resting({row.code for row in stated})
    made = {Row(name, version(name, day)) for name in set[str]().union(*above.values()) for day in days}
    rows = stated | {row for row in made if row.version.method in RATIOS}
    return rows | {_row(rest) for row in rows for rest in row.version.rests_on}


def _row(rest: Rest) -> Row:
    return Row(rest.code, Version(rest.method, rest.unit_of_measure))


def _last_day(period: int, per_year: int) -> date:
    year, place = divmod(period + 1, per_year)
    return date(year, 1 + place * 12 // per_year, 1) - date.resolution


class _Territory:
    """Every unit there ever was, by names that pass from life to life."""

    def __init__(self) -> None:
        self.lives: Territory = queries.territory()
        rows = list(Unit.objects.order_by().values_list("hierarchy", "code", "valid_from", "pk"))
        self._names = {key: f"{hierarchy}:{code}" for hierarchy, code, _, key in rows}
        self._keys = {(f"{hierarchy}:{code}", first): key for hierarchy, code, first, key in rows}

    def holds(self, unit: str, first: date, day: date) -> bool:
        """Whether the life of a unit that began on a day goes on on another."""
        return self.lives.lives[self.key(unit, first)].holds(day)

    def key(self, unit: str, first: date) -> int:
        """The key of the life of a unit that began on a day."""
        return self._keys[unit, first]

    def eras(self, calendar: Calendar, only: set[str] | None) -> Iterator[Era]:
        """The units as they stood, from each period on in which they stood otherwise than before.

        ``only``: some, with all above them, and for each of these that has parts one. Those that neither state
        anything nor add anything up would only fill the memory.
        """
        before: dict[str, str | None] | None = None
        for period in range(calendar.first, calendar.first + calendar.count):
            day = _last_day(period, calendar.per_year)
            there = {key for key, life in self.lives.lives.items() if life.holds(day)}
            if only is not None:
                stating = {key for key in there if self._names[key] in only}
                above = {up for key in stating for up in self.lives.above(key, day)}
                parts = {below for key in stating | above for below in self.lives.below(key, day)[:1]}
                there = stating | above | parts
            parents = {self._names[key]: next(self.lives.above(key, day), None) for key in sorted(there)}
            named = {unit: None if key is None else self._names[key] for unit, key in parents.items()}
            if named != before:
                yield Era(period, named, {}, {})
                before = named


def _stated(frequency: Frequency, known: datetime | None, territory: _Territory, version: Versions) -> Iterator[Stated]:
    """What counts: in the unit of measure of the indicator, and about a unit that exists at the end of the period.

    Of a ratio that is made of its parts nothing does.
    """
    paths = [str(segment.path) for segment in segments.held()]
    if not paths:
        return
    engine = ibis.duckdb.connect()
    try:
        engine.raw_sql("SET enable_progress_bar = false")
        found = engine.to_pyarrow(stated(engine.read_parquet(paths), measures=MEASURES, known=known))
    finally:
        engine.disconnect()
    names = ("indicator", "unit", "unit_from", "period", "measure", "unit_of_measure", "value")
    rows = list(zip(*(found[name].to_pylist() for name in names), strict=True))
    settled = _settled([(row[0], territory.key(row[1], row[2]), row[3]) for row in rows if row[-1] is None], known)
    for code, unit, first, period, measure, unit_of_measure, value in rows:
        span, day = Period.parse(period), queries.last_day(period)
        row = Row(code, version(code, day))
        counts = unit_of_measure == row.version.unit_of_measure and territory.holds(unit, first, day)
        if counts and span.frequency == frequency and row.version.method not in RATIOS:
            chosen = settled.get((Place(code, period, measure), territory.key(unit, first)))
            exact = chosen if value is None else Decimal(value)
            yield Stated(row, unit, number(span), measure, exact)


def _settled(differ: Sequence[tuple[str, int, str]], known: datetime | None) -> dict[tuple[Place, int], Decimal | None]:
    """The values that stand where sources differ and somebody decided; segments hold no decisions.

    ``differ``: the indicators, keys of units and periods of such cells.
    """
    if not differ:
        return {}
    codes, keys, periods = (set(column) for column in zip(*differ, strict=True))
    entries = queries.entries(known=known).filter(indicator__code__in=codes, unit__in=keys, period__in=periods)
    cells = queries.stated(entries, queries.versions(codes), known=known)
    return {key: cell.value for key, cell in cells.items()}


def _meanings(said: Sequence[Stated], rows: Sequence[Row], day: date) -> Iterator[Meaning]:
    """With as many decimals as any figure has, quotients with those of the catalogue at least.

    Which way is better, by the version of the last day.
    """
    definition = queries.definitions({row.code for row in rows})
    decimals = {row: row.version.decimals for row in rows}
    places = {row: str(at) for at, row in enumerate(rows)}
    for one in said:
        if one.value is not None:
            decimals[one.row] = max(decimals[one.row], -cast(int, one.value.as_tuple().exponent))
    shares = [list(map(_row, row.version.rests_on)) for row in rows if row.version.method is Method.SHARE]
    while uneven := [pair for pair in shares if decimals[pair[0]] != decimals[pair[1]]]:
        for pair in uneven:
            decimals |= dict.fromkeys(pair, max(decimals[row] for row in pair))
    for at, row in enumerate(rows):
        direction = cast(Direction, definition(row.code, day).direction)
        method, rests = row.version.method, [places[_row(rest)] for rest in row.version.rests_on]
        weight, part, whole = (*rests, "", "") if method in MEANS else ("", *(rests or ("", "")))
        yield Meaning(str(at), method, decimals[row], direction, weight, part, whole, row.version.factor)


def _placed(said: Sequence[Stated], scheme: Scheme, rows: Sequence[Row]) -> Rows:
    """The same by places, as whole numbers of the last decimal of each indicator; raises TooLarge."""
    axes, at = Axes(scheme), {row: place for place, row in enumerate(rows)}
    values = [MISSING if one.value is None else scaled(one.value, scheme.meanings[at[one.row]]) for one in said]
    if any(abs(value) > LIMIT for value in values if value != MISSING):
        raise too_large()
    columns = (
        [at[one.row] for one in said],
        [MEASURES.index(one.measure) for one in said],
        [one.period - scheme.calendar.first for one in said],
        [axes.unit_place[one.unit] for one in said],
        values,
    )
    return Rows(*(np.array(column, np.int64) for column in columns))
