"""When a figure enters the ledger by itself, filed as what; and when it waits, with the first reason why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.factories.claims import figure
from tests.factories.records import definition
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.reading.rules import Doubt, Recordable, judge, peers_named

INDICATORS = {
    i.code: i
    for i in (
        definition("growth", growth_of="grdp"),
        definition("grdp", unit_of_measure="VND"),
        definition("poverty", direction="less"),
        definition("communes", unit_of_measure="communes"),
    )
}
# Kind, unit, basis and indicator of a figure; the comparison and the basis under which it is filed.
FILED = [
    ("level", "%", "none", "poverty", "value", ""),
    ("share", "%", "none", "poverty", "value", ""),
    ("level", "VND", "none", "grdp", "value", ""),
    ("ratio", "communes", "none", "communes", "value", ""),
    ("count", "communes", "none", "communes", "value", ""),
    ("change", "%", "previous_year", "grdp", "change", "previous_year"),
    ("change", "%", "year:2020", "grdp", "change", "year:2020"),
    ("change", "%", "same_period:2023-Q1", "grdp", "change", "same_period:2023-Q1"),
    ("plan_ratio", "%", "plan", "grdp", "plan_ratio", "plan"),
    ("plan_excess", "%", "central_estimate", "grdp", "plan_excess", "central_estimate"),
    ("plan_excess", "%", "council_estimate", "grdp", "plan_excess", "council_estimate"),
    # A yearly growth is the value of the indicator that measures it, and no comparison.
    ("change", "%", "none", "growth", "value", ""),
    ("change", "%", "previous_year", "growth", "value", ""),
    ("change", "%", "previous_year:2023", "growth", "value", ""),
    ("change", "%", "year:2023", "growth", "value", ""),
    ("change", "%", "same_period:2023", "growth", "value", ""),
    ("level", "%", "none", "growth", "value", ""),
]
# What is in doubt about a figure that is otherwise the growth of 2024, and why it waits.
DOUBTS: list[tuple[dict[str, Any], Doubt]] = [
    ({"indicator_code": None}, Doubt.NO_INDICATOR),
    ({"indicator_code": "inflation"}, Doubt.NO_INDICATOR),
    ({"bound": "min"}, Doubt.RANGE),
    ({"bound": "max"}, Doubt.RANGE),
    ({"period": None}, Doubt.NO_PERIOD),
    ({"period": "FY25"}, Doubt.OTHER_PERIOD),
    ({"unit": "VND"}, Doubt.OTHER_UNIT),
    ({"kind": "share", "unit": "persons"}, Doubt.OTHER_UNIT),
    ({"kind": "change", "unit": "pp"}, Doubt.OTHER_UNIT),
    ({"kind": "change", "basis": "year:2020"}, Doubt.NO_INDICATOR),  # growth since 2020 is not growth in 2024
    ({"kind": "change", "basis": "plan"}, Doubt.NO_INDICATOR),
    ({"kind": "change", "indicator_code": "grdp"}, Doubt.NO_BASIS),
    ({"kind": "change", "unit": "times", "basis": "previous_year"}, Doubt.OTHER_UNIT),
    ({"kind": "change", "indicator_code": "grdp", "unit": "times", "basis": "previous_year"}, Doubt.OTHER_UNIT),
    ({"kind": "change", "indicator_code": "grdp", "unit": "VND", "basis": "plan"}, Doubt.OTHER_UNIT),
    ({"kind": "plan_ratio"}, Doubt.NO_BASIS),
    ({"kind": "plan_ratio", "unit": "VND", "basis": "plan"}, Doubt.OTHER_UNIT),
    ({"kind": "plan_excess"}, Doubt.NO_BASIS),
    ({"kind": "rank", "unit": "rank"}, Doubt.NO_FIELD),
    # The first of several reasons is given.
    ({"indicator_code": None, "period": None, "unit": "VND"}, Doubt.NO_INDICATOR),
    ({"period": None, "unit": "VND"}, Doubt.NO_PERIOD),
]
# Kind and direction of a figure that prints 7; the value that is filed.
SIGNED = [
    ("change", "up", "7"),
    ("change", "down", "-7"),
    ("change", None, "7"),
    ("plan_excess", "up", "7"),
    ("plan_excess", "down", "-7"),
    # "Down to 7 %" says that the rate is 7 %.
    ("level", "down", "7"),
    ("share", "down", "7"),
    ("plan_ratio", "down", "7"),
]


@pytest.mark.parametrize(("kind", "unit", "basis", "code", "comparison", "filed_under"), FILED)
def test_what_leaves_no_doubt_is_filed(
    kind: str, unit: str, basis: str, code: str, comparison: str, filed_under: str
) -> None:
    judged = judge(figure(kind=kind, unit=unit, basis=basis, indicator_code=code), INDICATORS)

    assert judged == Recordable(
        indicator=INDICATORS[code],
        period=Period.year(2024),
        measure="actual",
        comparison=comparison,
        basis=filed_under,
        quantity=Quantity.parse("13.85", "0.005"),
        unit_of_measure=unit,
        denominator=None,
        modifier="",
    )


@pytest.mark.parametrize(("change", "doubt"), DOUBTS)
def test_what_is_in_doubt_waits_and_says_why(change: dict[str, Any], doubt: Doubt) -> None:
    assert isinstance(judge(figure(), INDICATORS), Recordable)
    assert judge(figure(**change), INDICATORS) is doubt


@pytest.mark.parametrize("code", ["growth", "grdp"])
@pytest.mark.parametrize(("kind", "direction", "value"), SIGNED)
def test_only_a_movement_has_a_sign(kind: str, direction: str | None, value: str, code: str) -> None:
    read = figure("7", kind=kind, direction=direction, basis="previous_year", indicator_code=code)

    judged = judge(read, {**INDICATORS, "grdp": definition("grdp")})

    assert isinstance(judged, Recordable)
    assert judged.quantity == Quantity.parse(value, "0.005")


def test_a_rank_is_filed_with_the_field_it_counts_in() -> None:
    read = figure("12", kind="rank", unit="rank", peers="provinces", of=Decimal(63), direction="down")

    judged = judge(read, INDICATORS)

    assert isinstance(judged, Recordable)
    assert (judged.comparison, judged.basis, judged.quantity.value, judged.denominator) == (
        "rank",
        "peers:provinces",
        Decimal(12),
        Decimal(63),
    )


def test_what_was_read_beside_the_value_is_kept() -> None:
    read = figure("159", unit="communes", kind="ratio", of=Decimal(182), status="target", modifier="more_than")

    judged = judge(figure("159", **{**_changes(read), "indicator_code": "communes"}), INDICATORS)

    assert isinstance(judged, Recordable)
    assert (judged.denominator, judged.measure, judged.modifier) == (Decimal(182), "target", "more_than")


def _changes(read: Any) -> dict[str, Any]:
    return {name: getattr(read, name) for name in ("unit", "kind", "of", "status", "modifier")}


PHRASES = {"in the country": "provinces", "in the north": "north", "in the north of the country": "mountains"}
NAMED = [
    (" in the country, and first elsewhere", "provinces"),
    (" In The North", "north"),
    (" in the north of the country", "mountains"),  # the longest phrase
    (" in the region", None),
    ("; in the country it rained", None),  # another clause
    (" of 2024. In the north, too", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "peers"), NAMED)
def test_the_field_of_a_rank_is_named_behind_it(words: str, peers: str | None) -> None:
    assert peers_named(words, PHRASES) == peers
