"""Where units lie: seats out of lists, boundaries out of GeoJSON, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.factories.records import AT, OPERATOR, PUBLIC, unit
from tongket.access.policy import Refused
from tongket.base.errors import InvalidInput
from tongket.base.models import AuditEvent
from tongket.reorganisation import actions
from tongket.reorganisation.places import outlines, seats
from tongket.units.models import Boundary, Centre

DAY = date(2025, 7, 1)
HEADER = ["code", "name", "level", "parent", "lon", "lat"]
RING = [[106, 21], [107, 21], [107, 22], [106, 21]]


def collection(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def feature(code: object = "a", kind: str = "Polygon", coordinates: object = None) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


def test_seats_are_read_exactly_and_a_row_may_have_none() -> None:
    rows = [(2, ["a", "A", "commune", "", "105.8380", "21.0386"]), (3, ["b", "B", "commune", "", "", ""])]

    assert seats(HEADER, rows, name="list.csv") == {"a": ("105.8380", "21.0386")}


def test_a_list_without_the_columns_has_no_seats() -> None:
    assert seats(HEADER[:4], [(2, ["a", "A", "commune", ""])], name="list.csv") == {}


@pytest.mark.parametrize(("east", "north"), [("181", "0"), ("0", "-90.1"), ("105.8", ""), ("east", "21")])
def test_what_is_no_place_on_earth_is_refused_with_its_line(east: str, north: str) -> None:
    with pytest.raises(InvalidInput, match=f"list.csv, line 2: “{east}, {north}” is no longitude"):
        seats(HEADER, [(2, ["a", "A", "commune", "", east, north])], name="list.csv")


def test_boundaries_are_read_by_code() -> None:
    content = collection(feature("a"), feature("b", "MultiPolygon", [[RING], [RING]]))

    assert {code: shape["type"] for code, shape in outlines(content, property="code", name="x").items()} == {
        "a": "Polygon",
        "b": "MultiPolygon",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no GeoJSON"),
        ("[" * 100_000, "no GeoJSON"),
        ("{}", "no GeoJSON"),
        (collection(), "no GeoJSON"),
        (collection(feature("a"), feature("a")), "feature 2: “code” holds no code"),
        (collection(feature(None)), "feature 1: “code” holds no code"),
        (collection(feature(7)), "feature 1: “code” holds no code"),
        (collection(feature("a", "Point", [106, 21])), r"feature 1 \(a\): the geometry is no polygon"),
        (collection(feature("a", coordinates=[])), "the geometry is no polygon"),
        (collection(feature("a", coordinates=[RING[:3]])), "the geometry is no polygon"),
        (collection(feature("a", coordinates=[[*RING, [361, 0]]])), "the geometry is no polygon"),
        (collection(feature("a", coordinates=[[*RING, ["x", "y"]]])), "the geometry is no polygon"),
        (collection(feature("a", coordinates=[[*RING, [True, False]]])), "the geometry is no polygon"),
    ],
)
def test_what_is_no_boundary_is_refused_with_its_place(content: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        outlines(content, property="code", name="x.geojson")


@pytest.mark.django_db
def test_seats_and_boundaries_are_kept_changed_and_told() -> None:
    known = unit("a")

    assert actions.locate(by=OPERATOR, at=AT, day=DAY, seats={"a": ("105", "21"), "z": ("1", "1")}) == (1, ["z"])
    assert actions.locate(by=OPERATOR, at=AT, day=DAY, seats={"a": ("105", "21")}) == (0, [])
    assert actions.locate(by=OPERATOR, at=AT, day=DAY, seats={"a": ("106", "21")}) == (1, [])
    shape = {"type": "Polygon", "coordinates": [RING]}
    assert actions.outline(by=OPERATOR, at=AT, day=DAY, outlines={"a": shape}, source="x") == (1, [])
    assert actions.outline(by=OPERATOR, at=AT, day=DAY, outlines={"a": shape}, source="x") == (0, [])

    assert Centre.objects.get(unit=known).longitude == "106"
    assert Boundary.objects.get(unit=known).geometry == shape
    assert list(AuditEvent.objects.filter(verb__in=["locate", "outline"]).values_list("verb", flat=True)) == [
        "locate",
        "locate",
        "outline",
    ]


@pytest.mark.django_db
def test_the_public_says_nothing_about_places() -> None:
    with pytest.raises(Refused):
        actions.locate(by=PUBLIC, at=AT, day=DAY, seats={})
    with pytest.raises(Refused):
        actions.outline(by=PUBLIC, at=AT, day=DAY, outlines={}, source="x")
