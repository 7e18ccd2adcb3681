"""A scheme as plain tables, for engines that know tables only. Needs the extra ``engines``.

Indicators, measures, periods and units stand in them by their places on the axes of a cube, as in the segments.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa

from tongket.rollup.cube import Axes
from tongket.rollup.rules import RATIOS, Scheme

_NONE = -1


def tables(scheme: Scheme) -> dict[str, pa.Table]:
    """``meanings``, one row for each indicator; ``eras``, the era of each period; ``below``, for each era the leaves
    of each unit, a leaf being its own; ``peers``, for each era the group that a unit's rank is counted in."""
    axes = Axes(scheme)
    below: list[tuple[int, int, int, bool]] = []
    peers: list[tuple[int, int, int]] = []
    for era, layout in enumerate(axes.layouts):
        below += [(era, leaf, leaf, True) for leaf in layout.leaves.tolist()]
        for unit, low, high in zip(layout.inner.tolist(), layout.low.tolist(), layout.high.tolist(), strict=True):
            below += [(era, unit, leaf, False) for leaf in layout.leaves[low:high].tolist()]
        peers += [(era, unit, at) for at, group in enumerate(layout.groups) for unit in group.tolist()]
    eras = [(period, era) for era, at in enumerate(axes.layouts) for period in range(at.start, at.stop)]
    return {
        "meanings": _table(_meanings(axes), "indicator method direction weight part whole times by"),
        "eras": _table(eras, "period era"),
        "below": _table(below, "era unit leaf is_leaf"),
        "peers": _table(peers, "era unit peers"),
    }


def _meanings(axes: Axes) -> Iterable[tuple[int | str, ...]]:
    for row, meaning in enumerate(axes.scheme.meanings):
        others = [axes.row.get(code, _NONE) for code in (meaning.weight, meaning.part, meaning.whole)]
        times, by = axes.factors(row) if meaning.method in RATIOS else (1, 1)
        yield row, meaning.method.value, meaning.direction, *others, times, by


def _table(rows: Iterable[tuple[object, ...]], names: str) -> pa.Table:
    columns = names.split()
    return pa.Table.from_pylist([dict(zip(columns, row, strict=True)) for row in rows])
