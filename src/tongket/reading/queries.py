"""Reading claims back: by document, and those that wait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from tongket.base.periods import Period
from tongket.catalogue.definitions import Catalogue
from tongket.documents.models import Document
from tongket.ledger import queries as ledger
from tongket.ledger.models import Evidence, Observation
from tongket.reading import claims as kinds
from tongket.reading.models import Claim, ClaimState
from tongket.reading.pipeline import read_text

_SHOWN = 10  # claims that wait, beside an indicator: the page of their document shows all of them


def of_document(document: Document) -> QuerySet[Claim]:
    """Every claim of a document in the order of its text."""
    return Claim.objects.filter(document=document).select_related(
        "evidence", "indicator", "observation__indicator", "observation__replaces", "cited"
    )


def places_of(document: Document) -> list[int]:
    """Where in the text of a document something begins that was read, or that something rests on, in order."""
    return list(Evidence.objects.filter(document=document).order_by("start", "end").values_list("start", flat=True))


def within(document: Document, start: int, end: int) -> QuerySet[Claim]:
    """The claims of a document that stand in, or reach into, ``[start, end)`` of its text, in its order."""
    keys = _reaching(document, start, end).order_by().values_list("pk", flat=True)
    return of_document(document).filter(evidence__in=list(keys)).exclude(state=ClaimState.COMING)


def span(document: Document, keys: Sequence[int]) -> tuple[int, int]:
    """The stretch of a document's text in which some of its claims begin; nothing where there are none."""
    found = Claim.objects.filter(document=document, pk__in=keys)
    ends = found.aggregate(first=Min("evidence__start"), last=Max("evidence__start"))
    return (0, 0) if ends["first"] is None else (ends["first"], ends["last"] + 1)


def about(indicator: str, period: str, measure: str, comparison: str, basis: str) -> str:
    """What a figure is about, as ``Claim.about`` keeps it: two that differ in nothing of it should say the same."""
    return "|".join((indicator, period, measure, comparison, basis))


def differing(document: Document, about: str, *, most: int) -> list[Claim]:
    """Figures of a document that wait and are about one thing, one for each value that they say; so many at most."""
    found = Claim.objects.filter(document=document, about=about, state=ClaimState.OPEN).order_by()
    values = found.values("content__value", "content__half_unit", "content__direction").annotate(key=Min("pk"))
    return list(Claim.objects.filter(pk__in=[value["key"] for value in values[:most]]))


def next_waiting(document: Document, position: int) -> Evidence | None:
    """The place of the first figure, at a position of the text or behind it, that waits for a person."""
    waits = Claim.objects.filter(evidence=OuterRef("pk"), claim_type="figure", state=ClaimState.OPEN)
    found = Evidence.objects.filter(Exists(waits), document=document, start__gte=position)
    return found.order_by("start", "end").first()


def _reaching(document: Document, start: int, end: int) -> QuerySet[Evidence]:
    return Evidence.objects.filter(document=document, start__lt=end, end__gt=start)


def claims_of(document: Document, catalogue: Catalogue) -> list[kinds.Claim]:
    """What a text says, read anew with a catalogue; nothing is kept. Raises InvalidInput for an unknown language."""
    return read_text(
        document.text,
        language=document.language or "auto",
        catalogue=catalogue,
        document_date=document.issued_on,
        received_on=document.received_on,
        covers=Period.parse(document.covers) if document.covers else None,
    )


class Waiting(NamedTuple):
    """The figures that were linked to an indicator and wait for a person: how many, and the first few of them."""

    total: int
    first: list[Claim]


def waiting() -> QuerySet[Claim]:
    """Figures that a person has to decide about."""
    found = Claim.objects.filter(claim_type="figure", state=ClaimState.OPEN)
    found = found.select_related("evidence__document", "indicator")
    return found.defer("evidence__document__text", "evidence__document__places")


def waiting_for(code: str = "") -> dict[str, Waiting]:
    """What waits of every indicator by its code, or of one; those of which nothing waits are left out."""
    linked = waiting().filter(indicator__isnull=False)
    found = linked.filter(indicator__code=code) if code else linked
    counted = found.order_by().values_list("indicator__code").annotate(count=Count("pk"))
    return {
        known: Waiting(count, list(linked.filter(indicator__code=known).order_by("pk")[:_SHOWN]))
        for known, count in counted
    }


def counts() -> dict[int, int]:
    """How many claims each document gave, by the document's key."""
    found = Claim.objects.exclude(state=ClaimState.COMING).order_by()
    return dict(found.values_list("document").annotate(count=Count("pk")))


def count(document: Document) -> int:
    """How many claims a document gave."""
    return Claim.objects.filter(document=document).count() - coming(document)


def waiting_in(document: Document) -> int:
    """How many figures of a document wait for a person."""
    return Claim.objects.filter(document=document, claim_type="figure", state=ClaimState.OPEN).count()


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


def evidence_beyond_claims(document: Document, start: int, end: int) -> QuerySet[Evidence]:
    """Places in ``[start, end)`` of a document that something rests on though no claim stands at exactly them."""
    others = (relation.name for relation in Evidence._meta.related_objects if relation.name != "claims")
    rests = reduce(or_, (Q(**{f"{name}__isnull": False}) for name in others))
    found = _reaching(document, start, end).filter(rests, claims__isnull=True)
    return found.distinct().prefetch_related("targets__indicator")


def taken_otherwise(document: Document) -> int:
    """How many figures of a document became part of a finding or an award and no observation."""
    return of_document(document).filter(claim_type="figure", state=ClaimState.TAKEN, observation__isnull=True).count()
