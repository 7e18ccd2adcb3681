"""How a result stands against the plan it was set beside."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tongket.review.rules import Standing, overall, standing

# A comparison with a plan, its value, and the standing where more is better, and where less is.
STANDINGS = [
    ("plan_ratio", "100", "met", "met"),
    ("plan_ratio", "100.00", "met", "met"),
    ("plan_ratio", "100.1", "ahead", "behind"),
    ("plan_ratio", "99.9", "behind", "ahead"),
    ("plan_ratio", "0", "behind", "ahead"),
    ("plan_excess", "32.2", "ahead", "behind"),
    ("plan_excess", "-0.1", "behind", "ahead"),
    ("plan_excess", "0", "met", "met"),
    ("plan_excess", "-0.0", "met", "met"),
    ("change", "10.6", "unknown", "unknown"),
    ("value", "13.85", "unknown", "unknown"),
    ("rank", "1", "unknown", "unknown"),
]
# Standings against several plans, and the one that counts.
OVERALL = [
    ([], "unknown"),
    (["unknown"], "unknown"),
    (["ahead"], "ahead"),
    (["ahead", "unknown"], "ahead"),
    (["ahead", "met"], "met"),
    (["met", "behind", "ahead"], "behind"),
    (["behind", "unknown"], "behind"),
]


@pytest.mark.parametrize(("comparison", "value", "more", "less"), STANDINGS)
def test_the_standing_depends_on_which_way_is_better(comparison: str, value: str, more: str, less: str) -> None:
    stands = [standing(comparison, Decimal(value), direction) for direction in ("more", "less", "neither")]

    assert stands == [more, less, "unknown"]


@pytest.mark.parametrize(("standings", "counts"), OVERALL)
def test_the_weakest_known_standing_counts(standings: list[str], counts: str) -> None:
    assert overall(Standing(s) for s in standings) == counts
    assert overall(Standing(s) for s in reversed(standings)) == counts
