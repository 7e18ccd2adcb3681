"""The awards of the sample year, in the words of its report."""

from __future__ import annotations

import pytest

from tests.factories.records import AT, count_rows
from tests.factories.year import HeldYear
from tongket.awards import queries
from tongket.awards.actions import take_awards
from tongket.base.models import AuditEvent
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db


def test_every_award_stands_at_its_place_in_the_order_of_the_report(held_year: HeldYear) -> None:
    awards = list(queries.of(held_year.review))

    starts = [award.evidence.start for award in awards]
    assert starts == sorted(starts)
    assert len(awards) == Claim.objects.filter(claim_type="award").count() > 0
    text = held_year.review.report.text
    assert [a for a in awards if text[a.evidence.start : a.evidence.end] != a.evidence.quote] == []
    assert [a for a in awards if a.recipients not in a.evidence.quote and a.count is None and not a.recipients] == []


def test_figures_inside_an_award_wait_for_nobody(held_year: HeldYear) -> None:
    inside = [
        claim
        for claim in Claim.objects.filter(claim_type="figure", document=held_year.review.report)
        for award in queries.of(held_year.review)
        if award.evidence.start <= claim.evidence.start and claim.evidence.end <= award.evidence.end
    ]

    assert inside
    assert [claim for claim in inside if (claim.state, claim.waits_for) != ("taken", "")] == []


def test_taking_the_awards_again_changes_nothing(held_year: HeldYear) -> None:
    rows = count_rows()

    take_awards(at=AT, review=held_year.review)

    assert count_rows() == rows


def test_each_award_leaves_a_row_in_the_name_of_its_rule(held_year: HeldYear) -> None:
    left = {row.thing: row.by for row in AuditEvent.objects.filter(verb="award")}
    rules = {claim.evidence_id: claim.rule for claim in Claim.objects.filter(claim_type="award")}

    assert left == {f"award:{a.pk}": f"rule:{rules[a.evidence_id]}" for a in queries.of(held_year.review)}
