"""The sample region's documents: what is recorded by rule, what waits and why, and that nothing happens twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from tests.factories import year as years
from tests.factories.records import AT, count_rows, definition, document, unit
from tests.factories.year import HeldYear
from tongket.base.models import AuditEvent
from tongket.base.periods import Period
from tongket.catalogue.actions import define
from tongket.catalogue.definitions import Catalogue
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.reading import queries
from tongket.reading.actions import Context, read_document
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db
REPORT, TABLE = "2025-01-14-review-conference", "published-figures"


def recorded(held: HeldYear, quote: str) -> Observation:
    [observation] = Observation.objects.filter(evidence__quote=quote, evidence__document__slug=REPORT)
    return observation


def test_every_figure_is_recorded_or_waits_with_a_reason(held_year: HeldYear) -> None:
    figures = Claim.objects.filter(claim_type="figure")

    assert [c for c in figures if c.observation is None and c.state == "open" and not c.waits_for] == []
    assert [c for c in figures if c.observation is not None and (c.state, c.waits_for) != ("taken", "")] == []
    assert [c for c in queries.waiting() if c.observation is not None] == []


def test_the_whole_table_is_recorded_with_cells_and_sources(held_year: HeldYear) -> None:
    claims = held_year.claims[TABLE]

    assert len(claims) == 18
    assert Counter(claim.state for claim in claims) == {"taken": 18}
    assert [claim.evidence.cell for claim in claims] == [f"{line}:value" for line in range(2, 20)]
    assert [claim.evidence.pk for claim in claims if not claim.evidence.source.startswith("http")] == []


# A quote of the report, and how it is filed: indicator, period, comparison, basis, value, whole, modifier.
FILED = [
    ("13,85%", "grdp-growth", "2024", "value", "", "13.85", "", ""),
    ("207 триллионов донгов", "grdp", "2024", "value", "", "207000000000000", "", ""),
    ("20 699,5 млрд донгов", "state-budget-revenue", "2024", "value", "", "20699500000000", "", ""),
    ("32,2%", "state-budget-revenue", "2024", "plan_excess", "central_estimate", "32.2", "", ""),
    ("28,8%", "state-budget-revenue", "2024", "plan_excess", "council_estimate", "28.8", "", ""),
    ("2,04 млрд долларов США", "registered-investment", "2024", "value", "", "2040000000", "", "more_than"),
    ("12-е место в стране", "grdp", "2024", "rank", "peers:country", "12", "", ""),
    ("07/10 единиц районного уровня", "new-rural-districts", "2024", "value", "", "7", "10", ""),
    ("159/182 коммун", "new-rural-communes", "2024", "value", "", "159", "182", ""),
    ("94,7%", "village-heads-party-share", "2024", "value", "", "94.7", "", ""),
]


@pytest.mark.parametrize("filed", FILED, ids=[case[0] for case in FILED])
def test_what_is_without_doubt_is_filed_by_the_rule_that_read_it(held_year: HeldYear, filed: tuple[str, ...]) -> None:
    o = recorded(held_year, filed[0])

    assert (
        o.evidence.quote,
        o.indicator.code,
        o.period,
        o.comparison,
        o.basis,
        o.value,
        o.denominator,
        o.modifier,
    ) == filed
    [claim] = Claim.objects.filter(observation=o)
    assert o.recorded_by == f"rule:{claim.rule}"
    assert (o.unit, o.verification) == (held_year.unit, "documented")


def test_what_is_recorded_is_the_claim_to_the_last_digit(held_year: HeldYear) -> None:
    for claim in Claim.objects.filter(observation__isnull=False).select_related("observation"):
        assert claim.observation is not None
        said = Decimal(claim.content["value"])
        assert claim.observation.quantity.value in (said, -said)
        assert claim.observation.quantity.half_unit == Decimal(claim.content["half_unit"])


def test_targets_are_promises_and_nobody_guesses_their_resolution(held_year: HeldYear) -> None:
    targets = Observation.objects.filter(measure="target")

    assert targets.count() == 6
    assert [o.target.observation_id for o in targets] == [o.seq for o in targets]
    assert {o.target.resolution_id for o in targets} == {None}


def test_all_of_it_can_be_walked_back(held_year: HeldYear) -> None:
    verdict = ledger.verify()

    assert verdict.faults == []
    assert verdict.entries == Observation.objects.count()


def test_reading_and_installing_again_changes_nothing(held_year: HeldYear) -> None:
    rows, head = count_rows(), ledger.head()

    again = years.hold()

    assert (count_rows(), ledger.head()) == (rows, head)
    assert again.claims == held_year.claims


TEXT = "Budget revenue reached 20,699.5 billion dong in {year}.\n"


def read(year: int, *versions: tuple[date, date | None, str]) -> Claim:
    """The figure of a text on some year, read with an indicator in several versions."""
    definitions = tuple(
        definition(
            "revenue",
            valid_from=start,
            valid_to=end,
            unit_of_measure=measure,
            synonyms={"en": ("budget revenue",)},
        )
        for start, end, measure in versions
    )
    for one in definitions:
        define(by=years.OPERATOR, at=AT, definition=one)
    text = document(f"budget-{year}", TEXT.format(year=year), issued_on=date(2025, 1, 14))
    context = Context(unit(), Catalogue(definitions), Period.year(2025))
    [claim] = [c for c in read_document(at=AT, document=text, context=context) if c.claim_type == "figure"]
    return claim


def test_a_figure_is_filed_under_what_the_indicator_meant_in_its_period() -> None:
    change = date(2025, 1, 1)

    claim = read(2024, (date(2000, 1, 1), change, "VND"), (change, None, "USD"))

    assert claim.observation is not None
    assert (claim.observation.indicator.valid_to, claim.observation.unit_of_measure) == (change, "VND")


def test_a_figure_from_before_its_indicator_waits() -> None:
    claim = read(2019, (date(2020, 1, 1), None, "VND"))

    assert (claim.observation, claim.waits_for) == (None, "no_indicator")
    assert not Observation.objects.filter(evidence__document=claim.document).exists()


def test_a_reading_leaves_one_row_of_its_own(held_year: HeldYear) -> None:
    rows = AuditEvent.objects.filter(verb="read")

    assert {row.thing: row.details for row in rows} == {
        f"document:{slug}": {"claims": len(claims)} for slug, claims in held_year.claims.items()
    }
