"""How much of a unit the figures of one period cover."""

from __future__ import annotations

from itertools import repeat

import numpy as np

from tongket.rollup import kernels
from tongket.rollup.cube import ACTUAL, Cube, Role
from tongket.rollup.exact import MISSING, Bools, Ints
from tongket.rollup.layout import UNKNOWN, Places
from tongket.rollup.rules import MEASURES, Coverage, Method

_MANY = 8
"""One in so many units."""


def covered(cube: Cube, at: int, place: int) -> list[list[Coverage]]:
    """The coverage of every figure of a unit in one period, both by their places: by measure and indicator."""
    layout = cube.layout(at)
    stretch = layout.stretch(place)
    leaves, people = layout.leaves[stretch], layout.people[stretch]
    there = _there(cube, at, leaves, inner=place in layout.inner)
    units, reached = there.sum(axis=-1), there @ people
    everybody = None
    if (people == UNKNOWN).any():
        reached[(there & (people == UNKNOWN)).any(axis=-1)] = UNKNOWN
    else:
        everybody = int(people.sum())
    found = []
    for measure in range(len(MEASURES)):
        known = [None if number == UNKNOWN else number for number in reached[:, measure].tolist()]
        coverage = list(map(Coverage, units[:, measure].tolist(), repeat(len(leaves)), known, repeat(everybody)))
        for row in cube.rows_of(Method.NOT_ADDITIVE).tolist():
            stated = cube.figures[row, measure, at, place] != MISSING
            coverage[row] = Coverage(int(stated), 1, everybody if stated else 0, everybody)
        found.append(coverage)
    return found


def _there(cube: Cube, at: int, leaves: Places, *, inner: bool) -> Bools:
    """Which leaves are part of which figure: by indicator, measure and leaf."""
    # To gather a few cells is quicker than to look at all, and to look at all than to gather many.
    few = leaves.size * _MANY < len(cube.units)
    block: Ints = cube.figures[:, :, at, leaves] if few else cube.figures[:, :, at]
    chosen = np.arange(leaves.size) if few else leaves
    there: Bools = np.take(kernels.present(block), chosen, axis=-1)

    def cells(method: Method, role: Role = "indicator") -> Ints:
        return np.take(block[cube.rows_of(method, role)], chosen, axis=-1)

    for method in (Method.RATIO_OF_SUMS, Method.SHARE):
        there[cube.rows_of(method)] = kernels.paired(cells(method, "part"), cells(method, "whole"), method)
    if inner:
        mean, index = Method.WEIGHTED_MEAN, Method.INDEX
        there[cube.rows_of(mean)] = kernels.weighed(cells(mean), cells(mean, "weight"))
        now, before = cells(index), at - cube.scheme.calendar.per_year
        weights = np.full_like(now, MISSING)
        if before >= 0:
            weights[:] = cube.figures[cube.rows_of(index, "weight"), ACTUAL, before][:, None, leaves]
        there[cube.rows_of(index)] = kernels.weighed(now, weights)
    return there
