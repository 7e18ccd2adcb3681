"""Taking the awards that a report states."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.awards.models import Award
from tongket.base import events
from tongket.base.actors import Actor
from tongket.reading import actions as reading
from tongket.reading import queries as claims
from tongket.review.models import Review


@transaction.atomic
def take_awards(*, at: datetime, review: Review) -> None:
    """Keep every award of the review's report; figures inside an award's words are part of it."""
    found = list(claims.of_document(review.report))
    taken = [claim for claim in found if claim.claim_type == "award"]
    for claim in taken:
        actor = Actor("rule", claim.rule)
        policy.require(actor, Permission.RECORD_AWARD)
        content = claim.content
        award, new = Award.objects.get_or_create(
            evidence=claim.evidence,
            defaults={
                "review": review,
                "title": content["title"],
                "recipients": content["recipients"],
                "count": int(Decimal(content["count"])) if content["count"] is not None else None,
                # A clause that may hold for others of the list leaves open for which period this one was given.
                "period": "" if content["note"] else content["period"] or "",
                "ambiguity": content["note"] or "",
            },
        )
        if new:
            events.leave(by=str(actor), at=at, verb="award", thing=f"award:{award.pk}")
    counts = [
        claim
        for claim in found
        if claim.claim_type == "figure"
        and any(a.evidence.start <= claim.evidence.start and claim.evidence.end <= a.evidence.end for a in taken)
    ]
    reading.mark_taken([*taken, *counts])
