"""How much of a unit the figures of one period cover."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tongket.rollup import kernels
from tongket.rollup.cube import Cube
from tongket.rollup.exact import MISSING, Bools, Ints
from tongket.rollup.layout import UNKNOWN
from tongket.rollup.rules import MEANS, MEASURES, RATIOS, Coverage, Method

Covered = Callable[[int, int], Coverage]
"""The coverage of the figure of an indicator (its row) and measure."""


def covered(cube: Cube, at: int, place: int) -> Covered:
    """The coverage of every figure of a unit in one period, both by their places."""
    layout = cube.layout(at)
    stretch = layout.stretch(place)
    leaves, people = layout.leaves[stretch], layout.people[stretch]
    there = _there(cube, at, np.take(cube.figures[:, :, at], leaves, axis=-1), leaves, inner=place in layout.inner)
    own = (cube.figures[:, :, at, place] != MISSING).tolist()
    units = there.sum(axis=-1).tolist()
    reached = np.where(there, np.where(people == UNKNOWN, 0, people), 0).sum(axis=-1).tolist()
    unknown = (there & (people == UNKNOWN)).any(axis=-1).tolist()
    everybody = None if (people == UNKNOWN).any() else int(people.sum())

    def coverage(row: int, measure: int) -> Coverage:
        if cube.scheme.meanings[row].method is Method.NOT_ADDITIVE:
            stated = own[row][measure]
            return Coverage(int(stated), 1, everybody if stated else 0, everybody)
        counted = None if unknown[row][measure] else reached[row][measure]
        return Coverage(units[row][measure], len(leaves), counted, everybody)

    return coverage


def _there(cube: Cube, at: int, cells: Ints, leaves: np.typing.NDArray[np.intp], *, inner: bool) -> Bools:
    """Which leaves are part of which figure: by indicator, measure and leaf."""
    there = kernels.present(cells)
    for row, meaning in enumerate(cube.scheme.meanings):
        if meaning.method in RATIOS:
            there[row] = kernels.paired(cells[cube.row[meaning.part]], cells[cube.row[meaning.whole]], meaning.method)
        elif meaning.method in MEANS and inner:
            weights = cells[cube.row[meaning.weight]]
            if meaning.method is Method.INDEX:
                before = cube.last_year(cube.row[meaning.weight], slice(at, at + 1))[0]
                weights = np.broadcast_to(before[leaves], (len(MEASURES), len(leaves)))
            there[row] = kernels.weighed(cells[row], weights)
    return there
