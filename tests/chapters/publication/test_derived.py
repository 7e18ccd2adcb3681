"""What the sample year implies and where its sources disagree, in words."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.factories.year import HeldYear
from tongket.base.periods import Period
from tongket.publication import derived
from tongket.review import queries as reviews
from tongket.review.queries import Scorecard

pytestmark = pytest.mark.django_db

IMPLIED = {
    "grdp-per-capita": {"3,949–3,953 USD": "4,370 USD ÷ (1 + 10.6%)"},
    "state-budget-revenue": {
        "15,652–15,664 billion VND": "20,699.5 billion VND ÷ (1 + 32.2%)",
        "16,065–16,077 billion VND": "20,699.5 billion VND ÷ (1 + 28.8%)",
    },
    # More than 63,510 billion: the value is a lower bound, and implies no range.
    "services-gross-output": {},
}

DISAGREEMENTS = {
    "grdp-growth": "13.85% and 13.87% differ by 0.02 percentage points. Rounding does not explain it.",
    "grdp": "207 trillion VND and 209.15 trillion VND differ by 2.15 trillion VND. Rounding does not explain it.",
    "grdp-per-capita": "4,370 USD and 4,400 USD differ by 30 USD. "
    "It would be explained if 4,400 USD was rounded to multiples of 100 USD.",
}


def card(held: HeldYear, code: str) -> Scorecard:
    cards = reviews.scorecards(held.unit, Period.parse("2024"))
    return next(card for card in cards if card.indicator.code == code)


@pytest.mark.parametrize(("code", "said"), IMPLIED.items())
def test_bases_are_derived_with_their_arithmetic(held_year: HeldYear, code: str, said: dict[str, str]) -> None:
    with translation.override("en"):
        bases = card(held_year, code).implied
        assert {derived.implied(b).rpartition(": ")[2]: derived.arithmetic(b) for b in bases} == said


@pytest.mark.parametrize(("code", "said"), DISAGREEMENTS.items())
def test_disagreements_say_what_rounding_explains(held_year: HeldYear, code: str, said: str) -> None:
    with translation.override("en"):
        [found] = card(held_year, code).disagreements
        assert derived.disagreement(found) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "15.652–15.664 tỷ đồng"),
        ("ru", "15\N{NO-BREAK SPACE}652–15\N{NO-BREAK SPACE}664 млрд донгов"),
    ],
)
def test_ranges_share_their_scale_in_each_language(held_year: HeldYear, language: str, said: str) -> None:
    with translation.override(language):
        central = card(held_year, "state-budget-revenue").implied[0]
        assert derived.implied(central).endswith(said)


def test_nothing_derived_is_recorded(held_year: HeldYear) -> None:
    central = card(held_year, "state-budget-revenue").implied[0]
    assert central.value.value == "20699500000000"
    assert not [o for o in card(held_year, "state-budget-revenue").series if o.period != "2024"]
