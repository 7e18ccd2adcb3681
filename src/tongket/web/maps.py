"""A map of units: a symbol at each seat, an area where a boundary is known. Pure.

The projection is equirectangular about the middle of what is shown: for a province, or a country as tall as
Viet Nam, what it distorts is less than a symbol is wide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

SIZE = 640
"""Of the longer side, in pixels."""

_MARGIN = 14
_SMALLEST, _LARGEST, _PLAIN = 3.0, 22.0, 6.0

Place = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True)
class Located:
    """A unit with its seat, its boundary, or both; ``amount`` sizes its symbol. ``said`` is what it says in words."""

    code: str
    said: str
    seat: Place | None
    geometry: dict[str, Any] | None = None
    amount: float | None = None
    known: bool = True


@dataclass(frozen=True)
class Symbol:
    """A circle on the map; hollow where the amount is not known."""

    code: str
    said: str
    x: float
    y: float
    radius: float
    known: bool


@dataclass(frozen=True)
class Area:
    """An outline on the map."""

    code: str
    said: str
    path: str


@dataclass(frozen=True)
class Drawn:
    """A map in its place."""

    width: int
    height: int
    areas: Sequence[Area]
    symbols: Sequence[Symbol]


def draw(units: Sequence[Located]) -> Drawn | None:
    """The map of those units that lie somewhere; None when none does. The largest symbols are drawn first."""
    corners = [place for unit in units for place in _places(unit)]
    if not corners:
        return None
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    narrowed = math.cos(math.radians((south + north) / 2))
    wide, tall = (east - west) * narrowed, north - south
    scale = (SIZE - 2 * _MARGIN) / max(wide, tall, 1e-6)

    def at(place: Place) -> Place:
        return (
            round(_MARGIN + (place[0] - west) * narrowed * scale, 1),
            round(_MARGIN + (north - place[1]) * scale, 1),
        )

    most = max((abs(unit.amount) for unit in units if unit.amount is not None), default=0.0)
    crowded = _PLAIN if len(units) <= 200 else _SMALLEST
    symbols = [
        Symbol(unit.code, unit.said, *at(unit.seat), radius=_radius(unit.amount, most, crowded), known=unit.known)
        for unit in units
        if unit.seat
    ]
    return Drawn(
        round(2 * _MARGIN + wide * scale),
        round(2 * _MARGIN + tall * scale),
        [Area(unit.code, unit.said, _outline(unit.geometry, at)) for unit in units if unit.geometry],
        sorted(symbols, key=lambda symbol: -symbol.radius),
    )


def _radius(amount: float | None, most: float, plain: float) -> float:
    """By area, as the eye compares areas."""
    if amount is None or not most:
        return plain
    return round(max(_SMALLEST, _LARGEST * math.sqrt(abs(amount) / most)), 1)


def _places(unit: Located) -> Iterator[Place]:
    if unit.seat:
        yield unit.seat
    if unit.geometry:
        for ring in rings(unit.geometry):
            yield from ring


def rings(geometry: dict[str, Any]) -> Iterator[list[Place]]:
    """The rings of a polygon or of several."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]


def _outline(geometry: dict[str, Any], at: Any) -> str:
    return "".join("M" + "L".join(_distinct(at(place) for place in ring)) + "Z" for ring in rings(geometry))


def _distinct(points: Iterable[Place]) -> Iterator[str]:
    """Points as text; one that falls on the one before it is left out."""
    last = None
    for x, y in points:
        if (x, y) != last:
            yield f"{x:g} {y:g}"
        last = (x, y)
