"""A scheme as plain tables, for engines that know tables only. Needs the extra ``engines``.

Indicators, measures, periods and units stand in them by their places on the axes of a cube, as in the facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from tongket.rollup.cube import Axes
from tongket.rollup.layout import UNKNOWN
from tongket.rollup.rules import RATIOS, Scheme

_NONE = -1

_COLUMNS = {
    "meanings": {
        "indicator": pa.int16(),
        "method": pa.string(),
        "direction": pa.string(),
        **dict.fromkeys(("weight", "part", "whole"), pa.int16()),
        **dict.fromkeys(("times", "by"), pa.int64()),
    },
    "eras": {"period": pa.int16(), "era": pa.int16()},
    "below": {"era": pa.int16(), "unit": pa.int32(), "leaf": pa.int32(), "is_leaf": pa.bool_(), "people": pa.int64()},
    "peers": {"era": pa.int16(), "unit": pa.int32(), "peers": pa.int32(), "people": pa.int64()},
    "so_far": {"period": pa.int16(), "month": pa.int16(), "needed": pa.int64()},
}


def tables(scheme: Scheme) -> dict[str, pa.Table]:
    """``meanings``, one row for each indicator; ``eras``, the era of each period; ``below``, for each era the leaves
    of each unit, a leaf being its own; ``peers``, for each era the group that a unit's rank is counted in;
    ``so_far``, for each period those of its year up to it, and how many they should be.

    People are null where anybody's number is unknown.
    """
    axes = Axes(scheme)
    found: dict[str, list[tuple[object, ...]]] = {name: [] for name in _COLUMNS}
    found["meanings"] = list(_meanings(axes))
    for era, layout in enumerate(axes.layouts):
        found["eras"] += [(period, era) for period in range(layout.start, layout.stop)]
        people = [None if number == UNKNOWN else number for number in layout.people.tolist()]
        leaves = list(zip(layout.leaves.tolist(), people, strict=True))
        everybody = dict(leaves)
        found["below"] += [(era, leaf, leaf, True, number) for leaf, number in leaves]
        for unit, low, high in zip(layout.inner.tolist(), layout.low.tolist(), layout.high.tolist(), strict=True):
            found["below"] += [(era, unit, leaf, False, number) for leaf, number in leaves[low:high]]
            known = [number for number in people[low:high] if number is not None]
            everybody[unit] = sum(known) if len(known) == high - low else None
        for at, group in enumerate(layout.groups):
            found["peers"] += [(era, unit, at, everybody[unit]) for unit in group.tolist()]
    for period in range(scheme.calendar.count):
        year = scheme.calendar.year_to(scheme.calendar.first + period)
        months = (month - scheme.calendar.first for month in year)
        found["so_far"] += [(period, month, len(year)) for month in months if month >= 0]
    return {name: _table(rows, _COLUMNS[name]) for name, rows in found.items()}


def _meanings(axes: Axes) -> Iterator[tuple[int | str, ...]]:
    for row, meaning in enumerate(axes.scheme.meanings):
        others = [axes.row.get(code, _NONE) for code in (meaning.weight, meaning.part, meaning.whole)]
        times, by = axes.factors(row) if meaning.method in RATIOS else (1, 1)
        yield row, meaning.method.value, meaning.direction, *others, times, by


def _table(rows: Sequence[tuple[object, ...]], columns: Mapping[str, pa.DataType]) -> pa.Table:
    values = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = [pa.array(column, kind) for column, kind in zip(values, columns.values(), strict=True)]
    return pa.table(arrays, names=list(columns))
