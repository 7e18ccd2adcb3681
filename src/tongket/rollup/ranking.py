"""Ranks of many units in many periods at once; ties share the best place, a missing figure has none (0)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tongket.catalogue.definitions import Direction
from tongket.rollup.exact import MISSING, Ints
from tongket.rollup.layout import Places

Ranks = NDArray[np.int32]

_SMALL = 24
"""Up to this size of group, comparing everyone with everyone is quicker than sorting."""


def keys(cells: Ints, direction: Direction) -> Ints:
    """Figures turned so that the greatest is the best; MISSING stays the least."""
    return np.where(cells == MISSING, MISSING, -cells) if direction == "less" else cells


def ranked(cells: Ints, groups: tuple[Places, ...], direction: Direction) -> Ranks:
    """The place of every unit (last axis) among its group in every period (first axis)."""
    ranks = np.zeros(cells.shape, np.int32)
    if direction == "neither":
        return ranks
    by_size: dict[int, list[Places]] = {}
    for group in groups:
        by_size.setdefault(len(group), []).append(group)
    for size, alike in by_size.items():
        members = np.stack(alike, axis=-1)
        found = keys(np.take(cells, members, axis=-1), direction)
        places = _compared(found) if size <= _SMALL else _sorted(found)
        places[found == MISSING] = 0
        ranks[:, members] = places
    return ranks


def _compared(found: Ints) -> Ranks:
    """Members along the middle axis: each beside each."""
    rows = np.ascontiguousarray(np.moveaxis(found, 1, 0))
    better = np.ones(rows.shape, np.uint8)
    for row in rows:
        better += row > rows
    return np.moveaxis(better, 0, 1).astype(np.int32)


def _sorted(found: Ints) -> Ranks:
    """The same by sorting: a place is one more than how many stand behind the end of the run of equals."""
    rows = np.ascontiguousarray(np.moveaxis(found, 1, 2))
    order = np.argsort(rows, axis=-1)
    ascending = np.take_along_axis(rows, order, axis=-1)
    size = rows.shape[-1]
    ends = np.full(rows.shape, size, np.int32)
    ends[..., :-1] = np.where(ascending[..., 1:] != ascending[..., :-1], np.arange(1, size, dtype=np.int32), size)
    ends = np.minimum.accumulate(ends[..., ::-1], axis=-1)[..., ::-1]
    places = np.empty(rows.shape, np.int32)
    np.put_along_axis(places, order, np.int32(size + 1) - ends, axis=-1)
    return np.moveaxis(places, 2, 1)
