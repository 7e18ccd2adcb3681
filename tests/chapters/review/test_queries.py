"""A year beside its plan, last year and peers: what differs stays apart, what is missing is not zero."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.factories.records import (
    AT,
    OPERATOR,
    RULE,
    count_rows,
    document,
    entry,
    evidence,
    indicator,
    observation,
    unit,
)
from tests.factories.year import HeldYear
from tongket.base.errors import Conflict, NotFound
from tongket.base.periods import Period
from tongket.ledger.actions import correct
from tongket.ledger.models import Observation
from tongket.review import queries
from tongket.review.actions import open_review
from tongket.review.models import Review
from tongket.review.rules import Standing

pytestmark = pytest.mark.django_db
YEAR = Period.year(2024)


def card(**changes: Any) -> queries.Scorecard:
    return queries.scorecard(indicator(), unit(), YEAR)


def values(card: queries.Scorecard) -> list[list[str]]:
    return [[o.value for o in value.observations] for value in card.values]


def test_values_that_differ_are_both_kept_and_none_is_picked() -> None:
    observation("13.85")
    observation("13.87", evidence=evidence("13.87 %"))

    assert values(card()) == [["13.85"], ["13.87"]]
    assert card().differs


def test_the_same_value_from_two_sources_is_one_value() -> None:
    first = observation("13.85")
    observation("13.850", evidence=evidence("13.87 %"))

    assert values(card()) == [["13.85", "13.850"]]
    assert card().values[0].first == first
    assert not card().differs


def test_a_value_of_zero_is_a_value_and_no_value_is_none() -> None:
    indicator()
    missing = card()
    observation("0")

    assert (values(missing), missing.stated, missing.differs) == ([], False, False)
    assert (values(card()), card().stated) == ([["0"]], True)


def test_a_corrected_value_gives_way_to_its_correction() -> None:
    wrong = observation("13.87")
    correct(by=RULE, at=AT, replaces=wrong, entry=entry("13.85"), reason="misread")

    assert values(card()) == [["13.85"]]


# How an observation of growth is filed, and the parts of the year's scorecard that it stands in.
PARTS: list[tuple[dict[str, Any], set[str]]] = [
    ({}, {"values", "series"}),
    ({"measure": "estimate"}, {"values", "series"}),
    ({"measure": "target"}, {"series"}),
    ({"measure": "forecast"}, {"series"}),
    ({"period": Period.year(2023)}, {"last_year", "series"}),
    ({"period": Period.year(2023), "measure": "target"}, {"series"}),
    ({"period": Period.year(2022)}, {"series"}),
    ({"period": Period.parse("2024-Q1")}, {"series"}),
    ({"comparison": "plan_ratio", "basis": "plan"}, {"against_plan"}),
    ({"comparison": "plan_excess", "basis": "plan"}, {"against_plan"}),
    ({"comparison": "change", "basis": "previous_year"}, {"changes"}),
    ({"comparison": "rank", "basis": "peers:country"}, {"ranks"}),
    ({"comparison": "rank", "basis": "peers:country", "period": Period.year(2023)}, set()),
]


@pytest.mark.parametrize(("filed", "parts"), PARTS)
def test_an_observation_stands_where_it_belongs(filed: dict[str, Any], parts: set[str]) -> None:
    recorded = observation(**filed)
    shown = card()

    sections = ("values", "against_plan", "changes", "last_year", "ranks", "series")
    assert {name for name in sections if getattr(shown, name)} == parts
    flat = [o for v in (*shown.values, *shown.last_year) for o in v.observations]
    assert {*flat, *shown.against_plan, *shown.changes, *shown.ranks, *shown.series} == ({recorded} if parts else set())


def test_against_several_plans_the_weakest_standing_counts() -> None:
    observation("32.2", comparison="plan_excess", basis="central_estimate")
    assert card().standing is Standing.AHEAD

    observation("-0.1", comparison="plan_excess", basis="council_estimate")

    assert card().standing is Standing.BEHIND
    assert [o.basis for o in card().against_plan] == ["central_estimate", "council_estimate"]


def test_another_units_figures_are_not_ours() -> None:
    observation("13.85", unit=unit("south"))

    assert values(card()) == []


def opened(**changes: Any) -> Review:
    values = {"unit": unit(), "period": YEAR, "report": document()}
    return open_review(by=OPERATOR, at=AT, **{**values, **changes})


def test_a_period_has_one_review() -> None:
    review = opened()
    rows = count_rows()

    assert opened() == review
    with pytest.raises(Conflict) as refusal:
        opened(report=document("other"))
    assert str(refusal.value) == "The review of 2024 is already open on the report “report”."
    assert count_rows() == {**rows, "Document": 2, "AuditEvent": rows["AuditEvent"] + 1}


def test_a_review_is_found_by_its_period() -> None:
    review, other = opened(), opened(period=Period.year(2023))

    assert list(queries.reviews()) == [review, other]
    assert queries.get(YEAR) == queries.get(YEAR, unit()) == review
    for asked in (lambda: queries.get(Period.year(2022)), lambda: queries.get(YEAR, unit("south"))):
        with pytest.raises(NotFound, match=r"No review of \d{4} is held here\."):
            asked()


@pytest.fixture
def year(held_year: HeldYear) -> queries.Year:
    """The sample region's year."""
    return queries.year(held_year.review)


def test_every_indicator_has_a_card_in_the_order_of_the_catalogue(year: queries.Year, held_year: HeldYear) -> None:
    assert [c.indicator.code for c in year.scorecards] == [i.code for i in held_year.pack.catalogue.indicators]
    assert {*[c.indicator.code for c in year.stated], *[c.indicator.code for c in year.missing]} == {
        c.indicator.code for c in year.scorecards
    }
    assert all(not c.values for c in year.missing)


def test_the_cards_of_the_sample_year(year: queries.Year) -> None:
    cards = {c.indicator.code: c for c in year.scorecards}

    assert values(cards["grdp-growth"]) == [["13.85", "13.85"], ["13.87"]]
    assert [v.first.value for v in cards["grdp-growth"].last_year] == ["13.45"]
    assert values(cards["state-budget-revenue"]) == [["20699500000000"]]
    assert (cards["state-budget-revenue"].standing, cards["trade-turnover"].standing) == ("ahead", "met")
    assert values(cards["public-investment-disbursement-share"]) == []
    assert [(o.basis, o.value) for o in cards["grdp"].ranks] == [
        ("peers:country", "12"),
        ("peers:northern-midlands-mountains", "1"),
    ]
    [target] = cards["village-heads-party-share"].outcomes
    assert (target.outcome, target.observation) == ("met_early", None)


def test_one_card_is_the_card_of_the_year(year: queries.Year, held_year: HeldYear) -> None:
    for shown in year.scorecards:
        alone = queries.scorecard(shown.indicator, year.unit, year.period)
        assert {**vars(alone), "indicator": alone.indicator.pk} == {**vars(shown), "indicator": shown.indicator.pk}


def test_what_is_set_for_the_next_year_stands_beside(year: queries.Year) -> None:
    assert (year.period.code, year.next_period.code) == ("2024", "2025")
    assert [str(r) for r in year.next_resolutions] == ["381-nq-tu"]
    assert sorted(Decimal(t.observation.value) for t in year.next_targets if t.observation) == [
        Decimal(v) for v in ("3.8", "7.5", "10", "13.6", "16", "18")
    ]
    assert len(year.tasks) == 11


def test_what_is_counted_without_being_listed_is_a_number_and_no_text(held_year: HeldYear) -> None:
    counts = [(c.what, c.count) for c in queries.stated_counts(held_year.review)]

    assert counts == [("limitations", 6), ("lessons", 5), ("task groups", 5), ("task groups", 15)]
    assert {f.kind for f in queries.findings(held_year.review)} <= {"limitation", "cause", "strength", "lesson"}


def test_no_observation_of_the_year_is_lost_on_the_cards(year: queries.Year) -> None:
    shown: set[int] = set()
    for c in year.scorecards:
        for v in (*c.values, *c.last_year):
            shown |= {o.seq for o in v.observations}
        shown |= {o.seq for o in (*c.against_plan, *c.changes, *c.ranks, *c.series)}

    assert shown == set(Observation.objects.values_list("seq", flat=True))
