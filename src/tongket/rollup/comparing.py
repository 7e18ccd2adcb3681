"""Comparisons of every figure of a cube at once: percent of plan, change to last year, rank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tongket.rollup.cube import ACTUAL, TARGET, Cube, in_threads
from tongket.rollup.exact import MISSING, Ints, percents
from tongket.rollup.ranking import Ranks, ranked
from tongket.rollup.rules import PERCENT_DECIMALS


@dataclass(frozen=True)
class Comparisons:
    """By indicator, period and unit. Percentages are scaled by ``PERCENT_DECIMALS``, MISSING where there is none."""

    plan_percent: Ints
    change_percent: Ints
    ranks: Ranks


def compare(cube: Cube) -> Comparisons:
    """Set every actual figure beside its target, the same period last year, and its peers."""
    indicators, _, periods, units = cube.figures.shape
    shape = (indicators, periods, units)
    found = Comparisons(np.empty(shape, np.int64), np.empty(shape, np.int64), np.zeros(shape, np.int32))

    def fill(row: int) -> None:
        actual = cube.figures[row, ACTUAL]
        found.plan_percent[row] = percents(actual, cube.figures[row, TARGET], PERCENT_DECIMALS)
        before = cube.last_year(row, slice(0, periods))
        known = (actual != MISSING) & (before != MISSING)
        change = np.where(known, actual, 0) - np.where(known, before, 0)
        found.change_percent[row] = percents(change, np.where(known, before, 0), PERCENT_DECIMALS)
        for layout in cube.layouts:
            direction = cube.scheme.meanings[row].direction
            found.ranks[row, layout.periods] = ranked(actual[layout.periods], layout.groups, direction)

    in_threads(fill, range(indicators))
    return found
