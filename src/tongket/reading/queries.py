"""Reading claims back: by document, and those that wait."""

from __future__ import annotations

from django.db.models import QuerySet

from tongket.documents.models import Document
from tongket.reading.models import Claim, ClaimState


def of_document(document: Document) -> QuerySet[Claim]:
    """Every claim of a document in the order of its text."""
    return Claim.objects.filter(document=document).select_related("evidence", "indicator", "observation", "cited")


def waiting() -> QuerySet[Claim]:
    """Figures that a person has to decide about."""
    return Claim.objects.filter(claim_type="figure", state=ClaimState.OPEN).select_related(
        "evidence__document", "indicator"
    )
