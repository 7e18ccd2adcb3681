"""What pages ask of a cube: a unit's scorecard with every comparison, and a matrix of units and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from tongket.base.errors import NotFound, gettext_noop
from tongket.rollup.covering import covered
from tongket.rollup.cube import ACTUAL, ESTIMATE, TARGET, Cube, last_digit
from tongket.rollup.exact import LARGEST, MISSING, Ints, figures, magnitude, percents, quotient
from tongket.rollup.rules import (
    MEASURES,
    OVER_TIME,
    PERCENT_DECIMALS,
    RATIOS,
    Figure,
    Measure,
    Rank,
    View,
)


def scorecard(cube: Cube, unit: str, period: int) -> dict[str, View]:
    """Every indicator of a unit in a period, in the order of the scheme, beside all that it is compared with.

    Raises NotFound for a unit or period that the cube does not hold.
    """
    place, at = _place(cube, unit, period)
    before = at - cube.scheme.calendar.per_year
    cells = cube.figures[:, :, at, place]
    last_year = _at(cube, before, place)
    change = _difference(cells[:, ACTUAL], last_year)
    to_date = _to_date(cube, at, place)
    last_digits = cube.last_digits
    hundredths = [last_digit(PERCENT_DECIMALS)] * len(last_digits)
    coverage = covered(cube, at, place)
    actual, target, estimate = (
        list(map(Figure, _stated(cells[:, measure], last_digits), coverage[measure]))
        for measure in (ACTUAL, TARGET, ESTIMATE)
    )
    ranks, last_ranks = _ranks(cube, at, place), _ranks(cube, before, place)
    views = map(
        View,
        actual,
        target,
        estimate,
        _stated(percents(cells[:, ACTUAL], cells[:, TARGET], PERCENT_DECIMALS), hundredths),
        _stated(last_year, last_digits),
        _stated(change, last_digits),
        _stated(percents(change, last_year, PERCENT_DECIMALS), hundredths),
        _stated(to_date[:, ACTUAL], last_digits),
        _stated(to_date[:, TARGET], last_digits),
        _stated(percents(to_date[:, ACTUAL], to_date[:, TARGET], PERCENT_DECIMALS), hundredths),
        ranks,
        last_ranks,
        [old.place - new.place if new and old else None for new, old in zip(ranks, last_ranks, strict=True)],
    )
    return dict(zip(cube.row, views, strict=True))


def matrix(
    cube: Cube, units: Sequence[str], indicators: Iterable[str], period: int, measure: Measure = "actual"
) -> dict[str, list[Decimal | None]]:
    """For each indicator the figures of the units, in their order; raises NotFound."""
    places = [_place(cube, unit, period) for unit in units]
    rows = {indicator: _row(cube, indicator) for indicator in indicators}
    chosen = np.array([place for place, _ in places], np.intp)
    at = period - cube.scheme.calendar.first
    return {
        indicator: _stated(
            cube.figures[row, MEASURES.index(measure), at, chosen],
            [cube.last_digits[row]] * len(places),
        )
        for indicator, row in rows.items()
    }


def _place(cube: Cube, unit: str, period: int) -> tuple[int, int]:
    at = period - cube.scheme.calendar.first
    place = cube.unit_place.get(unit)
    if place is None or not 0 <= at < cube.scheme.calendar.count or place in cube.layout(at).outside:
        raise NotFound(gettext_noop("The roll-up holds no unit “{unit}” in that period."), unit=unit)
    return place, at


def _row(cube: Cube, indicator: str) -> int:
    if indicator not in cube.row:
        raise NotFound(gettext_noop("The roll-up holds no indicator “{indicator}”."), indicator=indicator)
    return cube.row[indicator]


def _stated(numbers: Ints, last_digits: Sequence[Decimal]) -> list[Decimal | None]:
    """Scaled numbers as they are written, each a whole number of its last digits; None for MISSING."""
    pairs = zip(numbers.tolist(), last_digits, strict=True)
    return [None if number == MISSING else number * digit for number, digit in pairs]


def _at(cube: Cube, at: int, place: int) -> Ints:
    if at < 0:
        return np.full(len(cube.figures), MISSING, np.int64)
    found: Ints = cube.figures[:, ACTUAL, at, place]
    return found


def _difference(now: Ints, before: Ints) -> Ints:
    known = (now != MISSING) & (before != MISSING)
    return np.where(known, np.where(known, now, 0) - np.where(known, before, 0), MISSING)


def _to_date(cube: Cube, at: int, place: int) -> Ints:
    """Actual and target since the beginning of the year; MISSING where a period is, or where nothing adds up."""
    start = at - (cube.scheme.calendar.first + at) % cube.scheme.calendar.per_year
    found = np.full((len(cube.figures), 2), MISSING, np.int64)
    if start < 0:
        return found
    added = [row for row, m in enumerate(cube.scheme.meanings) if m.method in OVER_TIME - RATIOS]
    periods = slice(start, at + 1)
    found[added] = _whole_sums(cube.figures[added, : TARGET + 1, periods, place])
    tops = _whole_sums(cube.tops[:, : TARGET + 1, periods, place]).tolist()
    bases = _whole_sums(cube.bases[:, : TARGET + 1, periods, place]).tolist()
    for row, ratio in cube.ratio_row.items():
        times, by = cube.factors(row)
        for measure, (top, base) in enumerate(zip(tops[ratio], bases[ratio], strict=True)):
            if top != MISSING and base > 0:
                found[row, measure] = quotient(top * times, base * by)
    return found


def _whole_sums(cells: Ints) -> Ints:
    """Sums along the last axis; MISSING where any member is."""
    there = cells != MISSING
    cells = np.where(there, cells, 0)
    wide: NDArray[np.object_] | Ints = cells
    if magnitude(cells) * cells.shape[-1] > LARGEST:
        wide = cells.astype(object)
    return np.where(there.all(axis=-1), figures(wide.sum(axis=-1)), MISSING)


def _ranks(cube: Cube, at: int, place: int) -> list[Rank | None]:
    """The unit's rank in every indicator, as :func:`ranking.ranked` has it."""
    group = cube.layout(at).group(place) if at >= 0 else np.empty(0, np.intp)
    if not len(group):
        return [None] * len(cube.figures)
    cells, own = cube.figures[:, ACTUAL, at, group], cube.figures[:, ACTUAL, at, place, None]
    there = cells != MISSING
    higher, lower = np.count_nonzero(cells > own, axis=-1), np.count_nonzero((cells < own) & there, axis=-1)
    better = np.where(cube.higher_is_better, higher, lower).tolist()
    counts = np.count_nonzero(there, axis=-1).tolist()
    ranked = (cube.ranked & (own[:, 0] != MISSING)).tolist()
    size = len(group)
    return [
        Rank(1 + ahead, count, size - count) if known else None
        for known, ahead, count in zip(ranked, better, counts, strict=True)
    ]
