"""What pages ask of a cube, by a province of two communes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tongket.base.errors import NotFound
from tongket.rollup.cube import Cube
from tongket.rollup.queries import matrix, scorecard
from tongket.rollup.rules import Calendar, Coverage, Era, Fact, Meaning, Method, Rank, Scheme

FIRST = 2024 * 12
SCHEME = Scheme(
    (Meaning("output", Method.SUM, decimals=1), Meaning("people", Method.LAST)),
    (
        Era(FIRST, {"p": None, "a": "p", "b": "p"}, {"a": 10, "b": 30}, {}),
        Era(FIRST + 6, {"p": None, "ab": "p"}, {"ab": 40}, {}),
    ),
    Calendar(FIRST, 12, 12),
)


@pytest.fixture
def cube() -> Cube:
    cube = Cube(SCHEME)
    cube.record(
        [Fact(1, "output", "a", FIRST, "actual", Decimal("1.5")), Fact(2, "people", "b", FIRST, "actual", Decimal(0))]
    )
    return cube


def test_a_scorecard_has_every_indicator_with_its_coverage(cube: Cube) -> None:
    cards = scorecard(cube, "p", FIRST)

    assert list(cards) == ["output", "people"]
    assert cards["output"].actual == (Decimal("1.5"), Coverage(1, 2, 10, 40))
    assert cards["people"].actual == (0, Coverage(1, 2, 30, 40))
    assert scorecard(cube, "a", FIRST)["output"].rank == Rank(1, 1, 1)


def test_a_matrix_has_the_figures_of_units_in_the_order_asked_for(cube: Cube) -> None:
    assert matrix(cube, ["b", "p", "a"], ["people", "output"], FIRST) == {
        "people": [0, 0, None],
        "output": [None, Decimal("1.5"), Decimal("1.5")],
    }
    assert matrix(cube, ["a"], ["output"], FIRST, "target") == {"output": [None]}


def test_what_the_roll_up_does_not_hold_is_not_found(cube: Cube) -> None:
    for unit, period in (("x", FIRST), ("ab", FIRST), ("a", FIRST + 6), ("p", FIRST + 12), ("p", FIRST - 1)):
        with pytest.raises(NotFound, match=f"no unit “{unit}”"):
            scorecard(cube, unit, period)
    with pytest.raises(NotFound, match="no indicator “gone”"):
        matrix(cube, ["p"], ["gone"], FIRST)


def test_what_is_said_of_units_that_have_parts_or_are_gone_changes_no_total(cube: Cube) -> None:
    cube.record(
        [
            Fact(3, "output", "p", FIRST, "actual", Decimal(99)),
            Fact(4, "output", "ab", FIRST, "actual", Decimal(99)),
            Fact(5, "output", "a", FIRST + 12, "actual", Decimal(99)),
        ]
    )

    assert scorecard(cube, "p", FIRST)["output"].actual.value == Decimal("1.5")
