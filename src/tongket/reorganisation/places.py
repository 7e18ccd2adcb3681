"""Where units lie, from the rows of a list and from GeoJSON (RFC 7946). Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.quantities import decimal_text
from tongket.units import tables

Seat = tuple[str, str]
"""Longitude and latitude in degrees (WGS 84), as canonical decimal text."""

_EAST, _NORTH = 180, 90
_CODES = ("code", "ward_code")


def seats(header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], *, name: str) -> dict[str, Seat]:
    """The seats by code of a list with the columns lon and lat; empty for a list without them.

    A row with neither has no seat. Raises InvalidInput, naming the line, for what is no place on earth.
    """
    code = next((header.index(column) for column in _CODES if column in header), None)
    if code is None or not {"lon", "lat"} <= set(header):
        return {}
    east, north = header.index("lon"), header.index("lat")
    found = {}
    for line, cells in rows:
        if cells[east] or cells[north]:
            place = [tables.number(cells[column]) for column in (east, north)]
            if not _on_earth(*place):
                raise InvalidInput(
                    gettext_noop("{name}, line {line}: “{east}, {north}” is no longitude and latitude in degrees."),
                    name=name,
                    line=line,
                    east=cells[east],
                    north=cells[north],
                )
            found[cells[code]] = (decimal_text(place[0]), decimal_text(place[1]))  # type: ignore[arg-type]
    return found


def _on_earth(east: Decimal | None, north: Decimal | None) -> bool:
    return east is not None and north is not None and abs(east) <= _EAST and abs(north) <= _NORTH


def outlines(content: str, *, property: str, name: str) -> dict[str, dict[str, Any]]:
    """The polygons of a GeoJSON feature collection, by the code that ``property`` of each feature holds.

    Raises InvalidInput, naming the feature by its number from 1, for what is no such file, for a feature without a
    code or with one that another has, and for what is no polygon on earth.
    """
    try:
        collection = json.loads(content)
        features = collection["features"] if collection["type"] == "FeatureCollection" else None
    except (ValueError, KeyError, TypeError, RecursionError):
        features = None
    if not isinstance(features, list) or not features:
        raise InvalidInput(
            gettext_noop("{name}: this is no GeoJSON with a FeatureCollection. Export the boundaries as GeoJSON."),
            name=name,
        )
    found: dict[str, dict[str, Any]] = {}
    for number, feature in enumerate(features, 1):
        code, geometry = _feature(feature, property)
        if not code or code in found:
            raise InvalidInput(
                gettext_noop("{name}, feature {number}: “{property}” holds no code, or one that another feature has."),
                name=name,
                number=number,
                property=property,
            )
        if geometry is None:
            raise InvalidInput(
                gettext_noop("{name}, feature {number} ({code}): the geometry is no polygon in degrees (WGS 84)."),
                name=name,
                number=number,
                code=code,
            )
        found[code] = geometry
    return found


def _feature(feature: object, property: str) -> tuple[str, dict[str, Any] | None]:
    if not isinstance(feature, Mapping):
        return "", None
    properties, geometry = feature.get("properties"), feature.get("geometry")
    code = properties.get(property) if isinstance(properties, Mapping) else None
    if not isinstance(code, str) or not isinstance(geometry, Mapping):
        return code if isinstance(code, str) else "", None
    coordinates = geometry.get("coordinates")
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(geometry.get("type")))
    good = isinstance(polygons, list) and polygons and all(_is_polygon(polygon) for polygon in polygons)
    return code, {"type": geometry["type"], "coordinates": coordinates} if good else None


def _is_polygon(rings: object) -> bool:
    return isinstance(rings, list) and bool(rings) and all(_is_ring(ring) for ring in rings)


def _is_ring(ring: object) -> bool:
    return isinstance(ring, list) and len(ring) > 3 and all(_is_position(position) for position in ring)


def _is_position(position: object) -> bool:
    return (
        isinstance(position, list)
        and len(position) >= 2
        and all(isinstance(degree, int | float) and not isinstance(degree, bool) for degree in position[:2])
        and abs(position[0]) <= _EAST
        and abs(position[1]) <= _NORTH
    )
