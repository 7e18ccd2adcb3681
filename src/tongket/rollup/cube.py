"""The embedded engine: every cell in one dense array, inner units filled in from the leaves below them.

``figures[indicator, measure, period, unit]`` holds scaled whole numbers (``exact``). What the ledger says is put in
in the order of its entries, so that the newest holds; rolling up then fills the units that have parts. Later entries
change their own cell and, of the rows that depend on it, the units above.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from tongket.rollup import kernels
from tongket.rollup.exact import LIMIT, MISSING, Ints, magnitude, too_large
from tongket.rollup.kernels import Bounds
from tongket.rollup.layout import Layout, Places, layouts, units
from tongket.rollup.rules import ADDED, MEANS, MEASURES, RATIOS, Fact, Meaning, Method, Scheme, scaled

ACTUAL, TARGET, ESTIMATE = range(len(MEASURES))


Role = Literal["indicator", "weight", "part", "whole"]
"""What an indicator is to one: itself, or what it rests on."""


class Rows(NamedTuple):
    """Many facts in the order of their entries: places on the four axes, and values (MISSING: withdrawn)."""

    indicator: NDArray[np.integer]
    measure: NDArray[np.integer]
    period: NDArray[np.integer]
    unit: NDArray[np.integer]
    value: Ints


class Axes:
    """Which indicator and which unit stands where in the arrays of a scheme, and its eras in these places."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.units = units(scheme)
        self.unit_place = {unit: place for place, unit in enumerate(self.units)}
        self.row = {meaning.indicator: row for row, meaning in enumerate(scheme.meanings)}
        self.layouts = layouts(scheme, self.unit_place)
        self.last_digits = [last_digit(meaning.decimals) for meaning in scheme.meanings]
        self.ranked = np.array([meaning.direction != "neither" for meaning in scheme.meanings], np.bool_)
        self.higher_is_better = np.array([meaning.direction == "more" for meaning in scheme.meanings], np.bool_)
        self._rows = {
            (method, role): np.array(
                [self.row[code] for m in scheme.meanings if m.method is method and (code := getattr(m, role))], np.intp
            )
            for method in Method
            for role in get_args(Role)
        }

    def rows_of(self, method: Method, role: Role = "indicator") -> Places:
        """The rows of the indicators with this method, or of those that weigh them or make them up."""
        return self._rows[method, role]

    def layout(self, period: int) -> Layout:
        """The layout that holds at a place on the axis of periods."""
        return next(layout for layout in self.layouts if layout.start <= period < layout.stop)

    def factors(self, row: int) -> tuple[int, int]:
        """What the scaled sums of a ratio are multiplied by."""
        meaning = self.scheme.meanings[row]
        part, whole = (self.scheme.meanings[self.row[code]] for code in (meaning.part, meaning.whole))
        return kernels.scale(meaning, part, whole)


class Cube(Axes):
    """All figures of a scheme. One writer at a time; the arrays are to be read, not to be changed."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__(scheme)
        ratios = [row for row, meaning in enumerate(scheme.meanings) if meaning.method in RATIOS]
        self.ratio_row = {row: place for place, row in enumerate(ratios)}
        cells = (len(MEASURES), scheme.calendar.count, len(self.units))
        self.figures = np.full((len(scheme.meanings), *cells), MISSING, np.int64)
        self.tops = np.full((len(ratios), *cells), MISSING, np.int64)
        self.bases = np.zeros((len(ratios), *cells), np.int64)
        self._dependents: dict[int, list[int]] = {}
        for row, meaning in enumerate(scheme.meanings):
            for code in set(meaning.rests_on):
                self._dependents.setdefault(self.row[code], []).append(row)

    def load(self, rows: Rows) -> None:
        """Put facts in, all newer than those before; :meth:`roll` makes them count. Raises TooLarge."""
        stated = rows.value[rows.value != MISSING]
        if magnitude(stated) > LIMIT:
            raise too_large()
        flat = rows.indicator.astype(np.int64)
        for place, length in zip(rows[1:4], self.figures.shape[1:], strict=True):
            flat *= length
            flat += place
        self.figures.reshape(-1)[flat] = rows.value

    def roll(self) -> None:
        """Fill in every unit that has parts, and every ratio; what is said of units outside their life goes out."""
        for layout in self.layouts:
            if len(layout.outside):
                self.figures[:, :, layout.periods, layout.outside] = MISSING
        late = [row for row, meaning in enumerate(self.scheme.meanings) if meaning.method is Method.INDEX]
        in_threads(self._roll_row, (row for row in range(len(self.figures)) if row not in set(late)))
        in_threads(self._roll_row, late)  # they are weighted by figures of last year, which may be rolled up

    def record(self, facts: Iterable[Fact]) -> None:
        """Take newer facts in and bring all figures up to date that depend on them; raises InvalidInput, KeyError."""
        touched: set[tuple[int, int, int]] = set()
        for fact in facts:
            row, measure = self.row[fact.indicator], MEASURES.index(fact.measure)
            period, unit = fact.period - self.scheme.calendar.first, self.unit_place[fact.unit]
            meaning = self.scheme.meanings[row]
            value = MISSING if fact.value is None else scaled(fact.value, meaning)
            if value != MISSING and abs(value) > LIMIT:
                raise too_large()
            if self._counts(meaning, period, unit):
                self.figures[row, measure, period, unit] = value
                touched |= set(self._touched(row, measure, period))
        for row, measure, period in sorted(
            touched, key=lambda key: self.scheme.meanings[key[0]].method is Method.INDEX
        ):
            self._roll(row, self.layout(period), slice(measure, measure + 1), slice(period, period + 1))

    def last_year(self, row: int, periods: slice) -> Ints:
        """The actual figures of the same periods last year, for every unit."""
        back = self.scheme.calendar.per_year
        start, stop = max(periods.start - back, 0), max(periods.stop - back, 0)
        found = np.full((periods.stop - periods.start, len(self.units)), MISSING, np.int64)
        if start < stop:
            found[start - stop :] = self.figures[row, ACTUAL, start:stop]
        return found

    def _counts(self, meaning: Meaning, period: int, unit: int) -> bool:
        """Whether what is said of a unit is a figure of its own."""
        if not 0 <= period < self.scheme.calendar.count or meaning.method in RATIOS:
            return False
        layout = self.layout(period)
        return unit in layout.leaves or (meaning.method is Method.NOT_ADDITIVE and unit in layout.inner)

    def _touched(self, row: int, measure: int, period: int) -> Iterator[tuple[int, int, int]]:
        yield row, measure, period
        for other in self._dependents.get(row, []):
            if self.scheme.meanings[other].method is not Method.INDEX:
                yield other, measure, period
            elif measure == ACTUAL and (later := period + self.scheme.calendar.per_year) < self.figures.shape[2]:
                yield from ((other, each, later) for each in range(len(MEASURES)))

    def _roll_row(self, row: int) -> None:
        for layout in self.layouts:
            self._roll(row, layout, slice(0, len(MEASURES)), layout.periods)

    def _roll(self, row: int, layout: Layout, measures: slice, periods: slice) -> None:
        meaning = self.scheme.meanings[row]
        if meaning.method in RATIOS:
            self._roll_ratio(row, layout, measures, periods)
        elif len(layout.inner) and meaning.method is not Method.NOT_ADDITIVE:
            bounds = Bounds(layout.low, layout.high)
            cells = self._leaves(row, layout, measures, periods)
            if meaning.method in ADDED:
                found = kernels.added(cells, bounds)
            elif meaning.method in MEANS:
                found = kernels.mean(cells, self._weights(meaning, layout, measures, periods), bounds)
            else:
                found = kernels.extreme(cells, bounds, meaning.method)
            self.figures[row, measures, periods][..., layout.inner] = found

    def _roll_ratio(self, row: int, layout: Layout, measures: slice, periods: slice) -> None:
        meaning = self.scheme.meanings[row]
        places, bounds = kernels.every_unit(layout)
        parts = self._leaves(self.row[meaning.part], layout, measures, periods)
        wholes = self._leaves(self.row[meaning.whole], layout, measures, periods)
        sums = kernels.ratio(parts, wholes, bounds, meaning.method)
        at = self.ratio_row[row]
        self.tops[at, measures, periods][..., places] = sums.tops
        self.bases[at, measures, periods][..., places] = sums.bases
        self.figures[row, measures, periods][..., places] = kernels.divided(sums, self.factors(row))

    def _leaves(self, row: int, layout: Layout, measures: slice, periods: slice) -> Ints:
        return np.take(self.figures[row, measures, periods], layout.leaves, axis=-1)

    def _weights(self, meaning: Meaning, layout: Layout, measures: slice, periods: slice) -> Ints:
        row = self.row[meaning.weight]
        if meaning.method is Method.INDEX:
            count = measures.stop - measures.start
            before = np.take(self.last_year(row, periods), layout.leaves, axis=-1)
            return np.broadcast_to(before, (count, *before.shape))
        return self._leaves(row, layout, measures, periods)


def last_digit(decimals: int) -> Decimal:
    """What a scaled number counts."""
    return Decimal(1).scaleb(-decimals)


def in_threads(work: Callable[[int], None], rows: Iterable[int]) -> None:
    """Do the work for every row, on every processor: numpy lets other threads run while it reckons."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(work, rows):
            pass
