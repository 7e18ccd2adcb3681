"""What an indicator is rolled up with has to fit the way in which it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories.records import definition, indicator
from tongket.base.errors import InvalidInput
from tongket.catalogue import rules
from tongket.catalogue.models import Indicator

PAIR = {"part": "poor", "whole": "households"}
# How it is rolled up, what it names, and a word of what does not fit; none where all does.
CASES: list[tuple[str, dict[str, Any], str]] = [
    ("sum", {}, ""),
    ("weighted_mean", {}, ""),
    ("weighted_mean", {"weight": "persons"}, ""),
    ("index", {"weight": "output"}, ""),
    ("share", PAIR | {"factor": 100}, ""),
    ("ratio_of_sums", PAIR | {"unit_of_measure": "doctors", "factor": 10_000, "decimals": 1}, ""),
    ("sum", {"weight": "persons"}, "a weight is for"),
    ("not_additive", PAIR, "a weight is for"),
    ("weighted_mean", PAIR, "a weight is for"),
    ("share", {"part": "poor"}, "both"),
    ("share", {"whole": "households"}, "both"),
    ("ratio_of_sums", PAIR | {"weight": "persons"}, "a weight is for"),
    ("weighted_mean", {"weight": "rate"}, "cannot weigh itself"),
    ("share", {"part": "poor", "whole": "rate", "factor": 100}, "cannot weigh itself"),
    ("share", PAIR, "100 where the unit of measure is %"),
    ("ratio_of_sums", PAIR | {"unit_of_measure": "doctors", "factor": 0}, "factor"),
    ("weighted_mean", {"decimals": 13}, "decimals"),
]


@pytest.mark.parametrize(("method", "named", "told"), CASES)
def test_what_does_not_fit_is_told(method: str, named: dict[str, Any], told: str) -> None:
    found = rules.unfit(definition("rate", aggregation=method, **{"unit_of_measure": "%"} | named))

    assert (told in found) if found and told else (found is None and not told)


@pytest.mark.django_db
def test_what_does_not_fit_is_not_defined() -> None:
    with pytest.raises(InvalidInput, match="rate: a weight is for a weighted mean"):
        indicator("rate", aggregation="sum", weight="persons")

    assert not Indicator.objects.exists()
