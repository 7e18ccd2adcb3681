"""Figures for other units: added, divided, averaged, or refused with a reason."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.chapters.units.test_lineage import lineage
from tongket.base.errors import InvalidInput
from tongket.units.recasting import Gap, Method, Obstacle, Recast, Values, divide, recast

SUM = Method("sum")


def values(columns: str, **rows: str) -> Values:
    """From ``A="1 2"``; a dash is an empty cell."""
    cells = {
        unit: tuple(Gap.EMPTY if cell == "-" else Decimal(cell) for cell in row.split()) for unit, row in rows.items()
    }
    return Values(tuple(columns.split()), cells)


def texts(result: Recast) -> dict[str, str]:
    return {unit: " ".join("-" if f is None else str(f) for f in row) for unit, row in result.rows.items()}


def reasons(result: Recast) -> list[tuple[object, ...]]:
    return [(r.unit, r.reason, r.origin, *r.columns) for r in result.refusals]


def test_merged_units_add_up_and_others_carry_over_as_printed() -> None:
    result = recast(values("n", A="1.50", B="2", C="3.0"), lineage("A>X", "B>X"), SUM)

    assert texts(result) == {"X": "3.50", "C": "3.0"}
    assert result.refusals == ()


def test_a_unit_may_stay_and_take_in_another() -> None:
    assert texts(recast(values("n", A="1", B="2"), lineage("A>B"), SUM)) == {"B": "3"}


def test_the_largest_part_takes_what_rounding_leaves() -> None:
    third = Fraction(1, 3)

    assert divide(Decimal("100"), {"A": third, "B": 2 * third}, decimals=0) == {"A": 33, "B": 67}
    assert divide(Decimal("1"), {"B": third, "A": third, "C": third}, decimals=1) == {
        "A": Decimal("0.4"),
        "B": Decimal("0.3"),
        "C": Decimal("0.3"),
    }


def test_parts_are_exact_where_the_stated_decimals_allow_it() -> None:
    result = recast(values("n", A="101"), lineage("A>X:0.5", "A>Y:0.5"), SUM)

    assert texts(result) == {"X": "50.5", "Y": "50.5"}


def test_a_figure_with_more_decimals_keeps_them() -> None:
    parts = divide(Decimal("0.00000003"), {"A": Fraction(1, 3), "B": Fraction(2, 3)}, decimals=2)

    assert parts == {"A": Decimal("0.00000001"), "B": Decimal("0.00000002")}


def test_an_unknown_share_is_refused_and_named() -> None:
    result = recast(values("n m", A="4 5", B="1 1"), lineage("A>X", "A>Y", "B>Y"), SUM)

    assert texts(result) == {"X": "- -", "Y": "- -"}
    assert reasons(result) == [
        ("X", Obstacle.UNKNOWN_SHARE, "A", "n", "m"),
        ("Y", Obstacle.UNKNOWN_SHARE, "A", "n", "m"),
    ]
    assert result.refusals[0].targets == ("X", "Y")


def test_missing_is_not_zero() -> None:
    result = recast(values("n", A="4", B="-", C="-"), lineage("A>X", "B>X", "D>Y", "A2>X"), SUM)

    assert texts(result) == {"X": "-", "C": "-"}
    assert reasons(result) == [
        ("X", Gap.EMPTY, "B", "n"),
        ("X", Obstacle.ABSENT, "A2", "n"),
        ("C", Gap.EMPTY, "C", "n"),
    ]


def test_a_unit_without_successor_is_said() -> None:
    result = recast(values("n", A="4"), lineage("A>"), SUM)

    assert (texts(result), reasons(result)) == ({}, [("", Obstacle.ENDED, "A", "n")])


def test_a_unit_formed_from_what_nobody_names_has_no_figure() -> None:
    steps = lineage("\0>X", "\0>B").then(lineage("\0>Z", "X>Y"))

    result = recast(values("n", A="4", B="5"), steps, SUM)

    assert texts(result) == {"A": "4", "B": "-", "Y": "-", "Z": "-"}
    assert {(r.unit, r.reason) for r in result.refusals} == {(unit, Obstacle.UNNAMED) for unit in "BYZ"}


def test_a_mean_is_weighted_and_its_weight_added_up() -> None:
    result = recast(values("people mean", A="1 10", B="3 20"), lineage("A>X", "B>X"), Method("mean", "people"))

    assert texts(result) == {"X": "4 17.5"}


def test_a_mean_weighs_a_divided_unit_by_its_part() -> None:
    steps = lineage("A>X:0.25", "A>Y:0.75", "B>Y")

    result = recast(values("people mean", A="4 10", B="1 20"), steps, Method("mean", "people"))

    assert texts(result) == {"X": "1 10", "Y": "4 12.5"}


def test_a_mean_without_weights_is_refused() -> None:
    several = values("w m", A="0 1", B="0 2", C="- 1", D="1 1", E="-1 1", F="2 2", G="- 7")
    steps = lineage("A>X", "B>X", "C>Y", "D>Y", "E>Z", "F>Z", "G>H")

    result = recast(several, steps, Method("mean", "w"))

    assert texts(result) == {"X": "0 -", "Y": "- -", "Z": "1 -", "H": "- 7"}
    assert reasons(result) == [
        ("X", Obstacle.NO_WEIGHT, "A", "m"),
        ("Y", Gap.EMPTY, "C", "w"),
        ("Y", Obstacle.WEIGHT, "C", "m"),
        ("Z", Obstacle.WEIGHT, "E", "m"),
        ("H", Gap.EMPTY, "G", "w"),
    ]


def test_what_is_not_additive_carries_over_one_to_one_only() -> None:
    steps = lineage("A>X", "B>Y", "C>Y", "D>E", "F>G:0.5", "F>H:0.5")

    result = recast(values("n", A="1", B="2", C="3", D="4", E="5", F="6"), steps, Method("none"))

    assert texts(result) == {"X": "1", "Y": "-", "E": "-", "G": "-", "H": "-"}
    assert [r.unit + r.origin for r in result.refusals] == ["YB", "YC", "ED", "EE", "GF", "HF"]
    assert {r.reason for r in result.refusals} == {Obstacle.NOT_ADDITIVE}


@pytest.mark.parametrize("text", ["", "mean", "mean:", "sum:", "none:x", "median"])
def test_a_method_must_be_known(text: str) -> None:
    with pytest.raises(InvalidInput, match="is not a method"):
        Method.parse(text)


def test_the_weighing_column_must_be_there() -> None:
    with pytest.raises(InvalidInput, match="no column “p” to weigh by; the columns are: a, b"):
        recast(values("a b", A="1 2"), lineage(), Method.parse("mean:p"))
