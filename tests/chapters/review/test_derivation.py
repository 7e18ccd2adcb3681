"""What printed figures imply, and by how much two statements differ."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.base.quantities import Quantity
from tongket.review.derivation import Difference, difference, implied_base


def printed(value: str, half_unit: str) -> Quantity:
    return Quantity(Decimal(value), Decimal(half_unit))


BASES = [
    # value, half unit, comparison, percent, half unit -> from, to
    ("4370", "0.5", "change", "10.6", "0.05", "3949", "3953"),  # GRDP per head of 2023, USD
    ("20699.5", "0.05", "plan_excess", "32.2", "0.05", "15652", "15664"),  # central estimate, billion VND
    ("20699.5", "0.05", "plan_excess", "28.8", "0.05", "16065", "16077"),  # council's estimate, billion VND
    ("60", "0.5", "plan_ratio", "100", "0.5", "59", "61"),
    ("80", "0.5", "change", "-20", "0.5", "99", "101"),
]


@pytest.mark.parametrize(("value", "half", "comparison", "percent", "percent_half", "low", "high"), BASES)
def test_a_comparison_implies_its_base(
    value: str, half: str, comparison: str, percent: str, percent_half: str, low: str, high: str
) -> None:
    interval = implied_base(printed(value, half), comparison, printed(percent, percent_half))
    assert interval is not None
    assert interval.printed == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("comparison", "percent"),
    [("rank", "1"), ("value", "10"), ("change", "-100"), ("plan_ratio", "0")],
)
def test_no_base_is_made_up(comparison: str, percent: str) -> None:
    assert implied_base(printed("10", "0.5"), comparison, printed(percent, "0.5")) is None


@given(
    base=st.decimals(min_value=1, max_value=10**9, places=2),
    percent=st.decimals(min_value=-90, max_value=900, places=1),
)
def test_the_true_base_lies_in_the_interval(base: Decimal, percent: Decimal) -> None:
    value = (base * (1 + percent / 100)).quantize(Decimal("0.01"))
    interval = implied_base(Quantity(value, Decimal("0.005")), "change", Quantity(percent, Decimal("0.05")))
    assert interval is not None
    assert interval.low <= base <= interval.high


DIFFERENCES = [
    ("13.85", "0.005", "13.87", "0.005", Difference(Decimal("0.02"), False, None)),
    ("207", "0.5", "209.15", "0.005", Difference(Decimal("2.15"), False, None)),
    ("4370", "0.5", "4400", "0.5", Difference(Decimal("30"), False, Decimal("1E+2"))),
    ("209", "0.5", "209.15", "0.005", Difference(Decimal("0.15"), True, None)),
]


@pytest.mark.parametrize(("one", "one_half", "other", "other_half", "said"), DIFFERENCES)
def test_a_difference_says_what_rounding_explains(
    one: str, one_half: str, other: str, other_half: str, said: Difference
) -> None:
    assert difference(printed(one, one_half), printed(other, other_half)) == said
    assert difference(printed(other, other_half), printed(one, one_half)) == said
