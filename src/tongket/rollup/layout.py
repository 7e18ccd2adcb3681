"""The units of an era in pre-order: all that stands below a unit is then one stretch of the leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tongket.rollup.exact import Ints
from tongket.rollup.rules import Era, Scheme

Places = NDArray[np.intp]

UNKNOWN = -1
"""The number of people of a unit where nobody states it."""


@dataclass(frozen=True)
class Layout:
    """An era in numbers; units by their places on the axis of units.

    ``start`` and ``stop`` bound its periods on the axis of periods. ``leaves`` are the units without parts in
    pre-order, ``inner`` the others; the leaves below ``inner[k]`` are ``leaves[low[k]:high[k]]``. ``people`` goes
    with ``leaves``. ``groups`` are the units whose ranks are counted together, ``outside`` those of other eras.
    """

    era: Era
    start: int
    stop: int
    leaves: Places
    inner: Places
    low: Places
    high: Places
    people: Ints
    groups: tuple[Places, ...]
    outside: Places

    @property
    def periods(self) -> slice:
        """Its periods on the axis of periods."""
        return slice(self.start, self.stop)

    def stretch(self, unit: int) -> slice:
        """Where the leaves of a unit lie among all leaves; nowhere for one of another era."""
        at = np.flatnonzero(self.inner == unit)
        if at.size:
            return slice(int(self.low[at[0]]), int(self.high[at[0]]))
        at = np.flatnonzero(self.leaves == unit)
        return slice(int(at[0]), int(at[0]) + 1) if at.size else slice(0, 0)

    def group(self, unit: int) -> Places:
        """The units that the rank of one is counted among; none for a unit of another era."""
        return next((group for group in self.groups if unit in group), np.empty(0, np.intp))


def units(scheme: Scheme) -> tuple[str, ...]:
    """Every unit of every era: the newest era's leaves first, in pre-order, so that they lie side by side."""
    found: dict[str, None] = {}
    for era in reversed(scheme.eras):
        stretches = _stretches(era)
        found |= dict.fromkeys(unit for unit in stretches if _is_leaf(stretches[unit], unit))
        found |= dict.fromkeys(stretches)
    return tuple(found)


def layouts(scheme: Scheme, place: Mapping[str, int]) -> tuple[Layout, ...]:
    """The layout of every era that has any period, with each unit at its place on the axis."""
    first, count = scheme.calendar.first, scheme.calendar.count
    starts = [max(0, min(era.first - first, count)) for era in scheme.eras]
    stops = [*starts[1:], count]
    return tuple(
        _layout(era, place, start, stop)
        for era, start, stop in zip(scheme.eras, starts, stops, strict=True)
        if start < stop
    )


def _layout(era: Era, place: Mapping[str, int], start: int, stop: int) -> Layout:
    below = _stretches(era)
    leaves = [unit for unit, under in below.items() if _is_leaf(under, unit)]
    at = {leaf: position for position, leaf in enumerate(leaves)}
    inner = [unit for unit, under in below.items() if not _is_leaf(under, unit)]
    groups: dict[tuple[str, str], list[int]] = {}
    for unit in era.parents:
        groups.setdefault(era.group(unit), []).append(place[unit])
    return Layout(
        era=era,
        start=start,
        stop=stop,
        leaves=_places(place[unit] for unit in leaves),
        inner=_places(place[unit] for unit in inner),
        low=_places(at[below[unit][0]] for unit in inner),
        high=_places(at[below[unit][-1]] + 1 for unit in inner),
        people=np.array([era.people.get(unit, UNKNOWN) for unit in leaves], np.int64),
        groups=tuple(_places(group) for group in groups.values()),
        outside=_places(position for unit, position in place.items() if unit not in era.parents),
    )


def _places(numbers: Iterable[int]) -> Places:
    return np.array(list(numbers), np.intp)


def _is_leaf(under: list[str], unit: str) -> bool:
    return under == [unit]


def _stretches(era: Era) -> dict[str, list[str]]:
    """For each unit, in pre-order, the leaves below it; a unit without parts is its own."""
    children: dict[str | None, list[str]] = {}
    for unit, parent in era.parents.items():
        children.setdefault(parent, []).append(unit)
    found: dict[str, list[str]] = {}

    def walk(unit: str) -> list[str]:
        found[unit] = under = []
        parts = children.get(unit, [])
        for part in parts:
            under += walk(part)
        if not parts:
            under.append(unit)
        return under

    for top in children.get(None, []):
        walk(top)
    return found
