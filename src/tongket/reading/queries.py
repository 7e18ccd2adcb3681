"""Reading claims back: by document, and those that wait."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from tongket.catalogue.definitions import Catalogue
from tongket.documents.models import Document
from tongket.ledger import queries as ledger
from tongket.ledger.models import Evidence, Observation
from tongket.reading import claims as kinds
from tongket.reading.models import Claim, ClaimState
from tongket.reading.pipeline import read_text


def of_document(document: Document) -> QuerySet[Claim]:
    """Every claim of a document in the order of its text."""
    return Claim.objects.filter(document=document).select_related(
        "evidence", "indicator", "observation__indicator", "observation__replaces", "cited"
    )


def claims_of(document: Document, catalogue: Catalogue) -> list[kinds.Claim]:
    """What a text says, read anew with a catalogue; nothing is kept. Raises InvalidInput for an unknown language."""
    return read_text(
        document.text,
        language=document.language or "auto",
        catalogue=catalogue,
        document_date=document.issued_on or document.received_on,
    )


def waiting() -> QuerySet[Claim]:
    """Figures that a person has to decide about."""
    return Claim.objects.filter(claim_type="figure", state=ClaimState.OPEN).select_related(
        "evidence__document", "indicator"
    )


def counts() -> dict[int, int]:
    """How many claims each document gave, by the document's key."""
    found = Claim.objects.exclude(state=ClaimState.COMING).order_by()
    return dict(found.values_list("document").annotate(count=Count("pk")))


def coming(document: Document) -> int:
    """How many claims of a document are kept so far, while its others are still to come."""
    return Claim.objects.filter(document=document, state=ClaimState.COMING).count()


def citing(document: Document) -> QuerySet[Claim]:
    """Where other documents cite this one."""
    found = Claim.objects.filter(cited=document).exclude(state=ClaimState.COMING)
    return found.select_related("evidence__document")


def behind(observation: Observation) -> Claim | None:
    """The claim that this observation, corrected or not, rests on; None for one that was not read from a text."""
    newest = ledger.newest_of(observation)
    line = [newest, *ledger.corrected_by(newest)]
    return Claim.objects.filter(observation__in=line).select_related("evidence__document", "indicator").first()


def evidence_beyond_claims(document: Document) -> QuerySet[Evidence]:
    """Places of a document that something rests on though no claim stands at exactly them."""
    return (
        Evidence.objects.filter(document=document, claims__isnull=True)
        .prefetch_related("targets__indicator")
        .order_by("start")
    )


def taken_otherwise(document: Document) -> int:
    """How many figures of a document became part of a finding or an award and no observation."""
    return of_document(document).filter(claim_type="figure", state=ClaimState.TAKEN, observation__isnull=True).count()
