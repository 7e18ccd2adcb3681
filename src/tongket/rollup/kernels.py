"""Rolling a block of cells up to the units above: arrays whose last axis holds the leaves of an era in pre-order.

The sum below a unit is the difference of two prefix sums: exact, and bound by memory. Each function takes the bounds
of the stretches of leaves below units, and gives arrays with these units along the last axis.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tongket.rollup.exact import LIMIT, MISSING, Bools, Ints, figures, prefix_sums, product, quotients
from tongket.rollup.layout import Layout, Places
from tongket.rollup.rules import Meaning, Method


class Bounds(NamedTuple):
    """The stretches of leaves below units."""

    low: Places
    high: Places


class Ratio(NamedTuple):
    """Sums above and below the line, over the leaves that have both; MISSING above where none has."""

    tops: Ints
    bases: Ints


def present(cells: Ints) -> Bools:
    """Where there is a figure."""
    return np.not_equal(cells, MISSING)


def within(numbers: NDArray[Any], bounds: Bounds) -> NDArray[Any]:
    """The sums over the stretches."""
    sums = prefix_sums(numbers)
    found: NDArray[Any] = np.take(sums, bounds.high, axis=-1) - np.take(sums, bounds.low, axis=-1)
    return found


def counted(there: Bools, bounds: Bounds) -> NDArray[np.int32]:
    """How many leaves of each stretch are there."""
    sums = np.zeros((*there.shape[:-1], there.shape[-1] + 1), np.int32)
    np.cumsum(there, axis=-1, out=sums[..., 1:], dtype=np.int32)
    found: NDArray[np.int32] = np.take(sums, bounds.high, axis=-1) - np.take(sums, bounds.low, axis=-1)
    return found


def added(cells: Ints, bounds: Bounds) -> Ints:
    """Sums of what is there; MISSING where nothing is."""
    there = present(cells)
    sums = figures(within(np.where(there, cells, 0), bounds))
    sums[counted(there, bounds) == 0] = MISSING
    return sums


def extreme(cells: Ints, bounds: Bounds, method: Method) -> Ints:
    """The least or greatest of what is there."""
    least = method is Method.MIN
    cells = np.where(present(cells), cells, LIMIT + 1) if least else cells
    reach = np.minimum.reduce if least else np.maximum.reduce
    found = np.empty((*cells.shape[:-1], len(bounds.low)), np.int64)
    for at, (low, high) in enumerate(zip(*bounds, strict=True)):
        found[..., at] = reach(cells[..., low:high], axis=-1)
    if least:
        found[found == LIMIT + 1] = MISSING
    return found


def weighed(cells: Ints, weights: Ints) -> Bools:
    """The leaves that are part of a mean."""
    return present(cells) & (weights >= 0)


def mean(cells: Ints, weights: Ints, bounds: Bounds) -> Ints:
    """Weighted means; MISSING where the weights do not sum to anything."""
    there = weighed(cells, weights)
    cells, weights = np.where(there, cells, 0), np.where(there, weights, 0)
    return quotients(within(product(cells, weights), bounds), within(weights, bounds))


def paired(parts: Ints, wholes: Ints, method: Method) -> Bools:
    """The leaves that are part of a ratio or share."""
    there = present(parts) & present(wholes)
    return there & (parts >= 0) & (parts <= wholes) if method is Method.SHARE else there


def ratio(parts: Ints, wholes: Ints, bounds: Bounds, method: Method) -> Ratio:
    """The sums of a ratio of sums or a share."""
    there = paired(parts, wholes, method)
    tops = figures(within(np.where(there, parts, 0), bounds))
    tops[counted(there, bounds) == 0] = MISSING
    return Ratio(tops, figures(within(np.where(there, wholes, 0), bounds)))


def divided(sums: Ratio, factors: tuple[int, int]) -> Ints:
    """The ratios themselves, at the decimals of their indicator; for the factors see :func:`scale`."""
    return quotients(sums.tops, np.where(sums.tops == MISSING, 0, sums.bases), *factors)


def scale(meaning: Meaning, part: Meaning, whole: Meaning) -> tuple[int, int]:
    """What to multiply the scaled sums by, above and below the line, so that their quotient is scaled as it should."""
    shift = meaning.decimals + whole.decimals - part.decimals
    return meaning.factor * 10 ** max(shift, 0), 10 ** max(-shift, 0)


def every_unit(layout: Layout) -> tuple[Places, Bounds]:
    """All units of an era, the leaves first, each with its stretch."""
    alone = np.arange(len(layout.leaves))
    bounds = Bounds(np.concatenate([alone, layout.low]), np.concatenate([alone + 1, layout.high]))
    return np.concatenate([layout.leaves, layout.inner]), bounds
