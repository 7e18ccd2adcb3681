"""Opening a review, and taking into it what its report found."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, gettext_noop
from tongket.base.periods import Period
from tongket.documents.models import Document
from tongket.reading import actions as reading
from tongket.reading import queries as claims
from tongket.review.models import Counted, Finding, Review, StatedCount
from tongket.units.models import Unit


@transaction.atomic
def open_review(*, by: Actor, at: datetime, unit: Unit, period: Period, report: Document) -> Review:
    """Open the review of a period; a period has one. Raises Conflict when it rests on another report."""
    policy.require(by, Permission.OPEN_REVIEW)
    review, new = Review.objects.get_or_create(unit=unit, period=period.code, defaults={"report": report})
    if review.report != report:
        raise Conflict(
            gettext_noop("The review of {period} is already open on the report “{slug}”."),
            period=period.code,
            slug=review.report.slug,
        )
    if new:
        events.leave(by=str(by), at=at, verb="open", thing=f"review:{unit.code}:{period.code}")
    return review


@transaction.atomic
def take_findings(*, at: datetime, review: Review) -> None:
    """Take what the report found, and the numbers of things it counts without listing them."""
    taken = []
    for claim in claims.of_document(review.report):
        actor = Actor("rule", claim.rule)
        content = claim.content
        if claim.claim_type == "finding":
            policy.require(actor, Permission.RECORD_FINDING)
            _, new = Finding.objects.get_or_create(review=review, kind=content["finding_kind"], evidence=claim.evidence)
        elif claim.claim_type == "figure" and content["kind"] == "count" and content["unit"] in Counted.values:
            policy.require(actor, Permission.RECORD_FINDING)
            _, new = StatedCount.objects.get_or_create(
                review=review,
                what=content["unit"],
                evidence=claim.evidence,
                defaults={"count": int(Decimal(content["value"])), "period": content["period"] or ""},
            )
        else:
            continue
        taken.append(claim)
        if new:
            events.leave(by=str(actor), at=at, verb="find", thing=f"review:{review.period}", evidence=claim.evidence_id)
    reading.mark_taken(taken)
