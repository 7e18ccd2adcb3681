"""What pages ask of a cube: a unit's scorecard with every comparison, and a matrix of units and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from tongket.base.errors import NotFound, gettext_noop
from tongket.rollup.covering import covered
from tongket.rollup.cube import ACTUAL, ESTIMATE, TARGET, Cube
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
    cells = cube.figures[:, :, at, place]
    last_year = _at(cube, at - cube.scheme.calendar.per_year, place)
    change = _difference(cells[:, ACTUAL], last_year)
    to_date = _to_date(cube, at, place)
    known = covered(cube, at, place)
    ranks = _ranks(cube, at, place)
    last_ranks = _ranks(cube, at - cube.scheme.calendar.per_year, place)
    plan_percent = percents(cells[:, ACTUAL], cells[:, TARGET], PERCENT_DECIMALS).tolist()
    change_percent = percents(change, last_year, PERCENT_DECIMALS).tolist()
    path_percent = percents(to_date[:, ACTUAL], to_date[:, TARGET], PERCENT_DECIMALS).tolist()
    columns = zip(
        cube.scheme.meanings, cells.tolist(), last_year.tolist(), change.tolist(), to_date.tolist(), strict=True
    )
    found: dict[str, View] = {}
    for row, (meaning, values, before, difference, so_far) in enumerate(columns):
        stated = [Figure(_stated(value, meaning.decimals), known(row, m)) for m, value in enumerate(values)]
        rank, last_rank = ranks[row], last_ranks[row]
        found[meaning.indicator] = View(
            actual=stated[ACTUAL],
            target=stated[TARGET],
            estimate=stated[ESTIMATE],
            plan_percent=_stated(plan_percent[row], PERCENT_DECIMALS),
            last_year=_stated(before, meaning.decimals),
            change=_stated(difference, meaning.decimals),
            change_percent=_stated(change_percent[row], PERCENT_DECIMALS),
            to_date=_stated(so_far[ACTUAL], meaning.decimals),
            target_to_date=_stated(so_far[TARGET], meaning.decimals),
            path_percent=_stated(path_percent[row], PERCENT_DECIMALS),
            rank=rank,
            last_rank=last_rank,
            gained=last_rank.place - rank.place if rank and last_rank else None,
        )
    return found


def matrix(
    cube: Cube, units: Sequence[str], indicators: Iterable[str], period: int, measure: Measure = "actual"
) -> dict[str, list[Decimal | None]]:
    """For each indicator the figures of the units, in their order; raises NotFound."""
    places = [_place(cube, unit, period) for unit in units]
    rows = {indicator: _row(cube, indicator) for indicator in indicators}
    return {
        indicator: [
            _stated(int(cube.figures[row, MEASURES.index(measure), at, place]), cube.scheme.meanings[row].decimals)
            for place, at in places
        ]
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


def _stated(number: int, decimals: int) -> Decimal | None:
    return None if number == MISSING else Decimal(number).scaleb(-decimals)


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
    cells, own = np.take(cube.figures[:, ACTUAL, at], group, axis=-1), cube.figures[:, ACTUAL, at, place, None]
    there = cells != MISSING
    higher = (cells > own).sum(axis=-1).tolist()
    lower = ((cells < own) & there).sum(axis=-1).tolist()
    count = there.sum(axis=-1).tolist()
    return [
        None
        if meaning.direction == "neither" or value == MISSING
        else Rank(1 + (higher if meaning.direction == "more" else lower)[row], count[row], len(group) - count[row])
        for row, (meaning, value) in enumerate(zip(cube.scheme.meanings, own[:, 0].tolist(), strict=True))
    ]
