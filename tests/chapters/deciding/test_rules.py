"""What may be decided, as a table; and that undoing is a stack."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.claims import figure
from tests.factories.records import definition
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.deciding.rules import Terms, as_read, check, contradicts, stack
from tongket.reading.rules import Doubt

GROWTH = Terms("growth", Period.year(2024), "actual", Quantity(Decimal("13.85"), Decimal("0.005")), "%")
RANK = replace(
    GROWTH, quantity=Quantity(Decimal(4)), unit_of_measure="rank", comparison="rank", basis="peers:provinces"
)
KNOWN = {"growth": definition()}


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (GROWTH, None),
        (RANK, None),
        (replace(GROWTH, comparison="change", basis="previous_year"), None),
        (replace(GROWTH, comparison="change", basis="year:2020"), None),
        (replace(GROWTH, comparison="plan_ratio", basis="plan"), None),
        (replace(GROWTH, unit_of_measure="VND"), "must be in “%”"),
        (replace(GROWTH, basis="plan"), "compared with nothing"),
        (replace(GROWTH, comparison="change"), "compared with"),
        (replace(GROWTH, comparison="change", basis="plan"), "compared with"),
        (replace(GROWTH, comparison="plan_ratio", basis="year:2020"), "compared with"),
        (replace(GROWTH, denominator=Decimal(0)), "more than zero"),
        (replace(RANK, basis=""), "among whom"),
        (replace(RANK, basis="peers:planets"), "among whom"),
        (replace(RANK, quantity=Quantity(Decimal("1.5"))), "whole number"),
        (replace(RANK, quantity=Quantity(Decimal(0))), "whole number"),
        (replace(RANK, denominator=Decimal(3)), "larger than"),
    ],
)
def test_the_parts_go_together(terms: Terms, said: str | None) -> None:
    if said is None:
        check(terms, unit_of_measure="%", peers=["provinces"])
        return
    with pytest.raises(InvalidInput, match=said):
        check(terms, unit_of_measure="%", peers=["provinces"])


@pytest.mark.parametrize(
    ("terms", "read", "contradicted"),
    [
        (GROWTH, figure(), False),
        (GROWTH, figure(indicator_code=None), False),
        (GROWTH, figure(period=None), False),
        (GROWTH, figure("13.87"), True),
        (GROWTH, figure(period="2023"), True),
        (GROWTH, figure(indicator_code="revenue"), True),
        (GROWTH, figure(status="target"), True),
        (replace(GROWTH, comparison="change", basis="previous_year"), figure(kind="change", direction="down"), True),
        (replace(GROWTH, comparison="change", basis="previous_year"), figure(kind="change", direction="up"), False),
    ],
)
def test_to_add_is_not_to_contradict(terms: Terms, read: object, contradicted: bool) -> None:
    assert contradicts(terms, read) is contradicted  # type: ignore[arg-type]


def test_one_end_of_a_range_is_accepted_as_a_bound() -> None:
    read = as_read(figure(bound="min"), KNOWN)

    assert isinstance(read, Terms)
    assert (read.modifier, read.quantity) == ("at_least", GROWTH.quantity)
    assert as_read(figure(bound="min", period=None), KNOWN) is Doubt.NO_PERIOD


def test_terms_are_kept_whole() -> None:
    assert Terms.from_record(RANK.as_record()) == RANK
    assert Terms.from_record(GROWTH.as_record()) == GROWTH


@given(st.lists(st.sampled_from(["accept", "correct", "reject"]), max_size=8), st.integers(0, 8))
def test_undoing_takes_the_newest_away(made: list[str], undone: int) -> None:
    undone = min(undone, len(made))

    assert stack([*made, *["undo"] * undone]) == list(range(len(made) - undone))
