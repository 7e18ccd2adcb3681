"""A map of units: north is up, east is right, and everything lies inside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tongket.web.maps import SIZE, Located, draw

SQUARE = {"type": "Polygon", "coordinates": [[[106, 21], [107, 21], [107, 22], [106, 22], [106, 21]]]}
places = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def test_north_is_up_and_east_is_right() -> None:
    drawn = draw([Located("south-west", "", (105.0, 20.0)), Located("north-east", "", (106.0, 22.0))])

    assert drawn is not None
    by_code = {symbol.code: symbol for symbol in drawn.symbols}
    assert by_code["north-east"].x > by_code["south-west"].x
    assert by_code["north-east"].y < by_code["south-west"].y


def test_a_boundary_is_closed_and_its_doubled_points_fall_together() -> None:
    dense = {"type": "MultiPolygon", "coordinates": [[[*SQUARE["coordinates"][0], [106.000001, 21], [106, 21]]]]}

    drawn = draw([Located("a", "A", None, dense)])

    assert drawn is not None
    [area] = drawn.areas
    assert area.path.startswith("M")
    assert area.path.endswith("Z")
    assert area.path.count("L") == 4


def test_an_amount_is_shown_by_area_and_a_missing_one_is_told() -> None:
    small = Located("small", "", (105.0, 20.0), amount=1.0)
    large = Located("large", "", (106.0, 21.0), amount=16.0)
    missing = Located("missing", "", (105.5, 20.5), known=False)

    drawn = draw([small, large, missing])

    assert drawn is not None
    radius = {symbol.code: symbol.radius for symbol in drawn.symbols}
    assert radius["large"] == 4 * radius["small"]
    assert [symbol.code for symbol in drawn.symbols if not symbol.known] == ["missing"]


def test_units_that_lie_nowhere_make_no_map() -> None:
    assert draw([Located("a", "", None)]) is None


@given(st.lists(places, min_size=1, max_size=20))
def test_every_symbol_lies_on_the_map(seats: list[tuple[float, float]]) -> None:
    drawn = draw([Located(str(n), "", seat) for n, seat in enumerate(seats)])

    assert drawn is not None
    assert max(drawn.width, drawn.height) <= SIZE + 1
    assert all(0 <= s.x <= drawn.width + 1 and 0 <= s.y <= drawn.height + 1 for s in drawn.symbols)
