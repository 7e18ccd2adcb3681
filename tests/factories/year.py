"""The sample region's year, as the demo leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.factories.kept import Kept
from tests.factories.records import AT, OPERATOR
from tongket.awards import actions as awards
from tongket.base.periods import Period
from tongket.documents import queries as documents
from tongket.packs import loading
from tongket.packs.definitions import Pack
from tongket.packs.installing import install
from tongket.publication import actions as publication
from tongket.publication.models import Edition
from tongket.reading import actions as reading
from tongket.reading.models import Claim
from tongket.review import actions as reviewing
from tongket.review.models import Review
from tongket.units.models import Unit

_PACK = "bacgiang"


@dataclass(frozen=True)
class HeldYear:
    """A pack installed, its documents read, its year reviewed; no edition is made of it yet."""

    pack: Pack
    unit: Unit
    review: Review
    claims: dict[str, list[Claim]]


def hold() -> HeldYear:
    """Do what the demo does, up to the edition."""
    return HeldYear(loading.load(_PACK), *_hold())


def kept() -> HeldYear:
    """The same, made once in a process and put back wherever it is asked for again."""
    return HeldYear(loading.load(_PACK), *_kept())


def published(held: HeldYear) -> Edition:
    """The first edition of a year that is held, likewise."""
    return _published(held.review)


def _hold() -> tuple[Unit, Review, dict[str, list[Claim]]]:
    pack = loading.load(_PACK)
    unit = install(pack, at=AT)
    claims = read(pack, unit)
    report = documents.get(next(d.slug for d in pack.documents if d.doc_type == "press-report"))
    period = Period.year(pack.review_year)
    review = reviewing.open_review(by=OPERATOR, at=AT, unit=unit, period=period, report=report)
    reviewing.take_findings(at=AT, review=review)
    awards.take_awards(at=AT, review=review)
    return unit, review, claims


def read(pack: Pack, unit: Unit) -> dict[str, list[Claim]]:
    """The claims of every document of the pack that has a text."""
    context = reading.Context.of(pack, unit)
    tables = {table.document: table for table in pack.tables}
    claims = {}
    for definition in pack.documents:
        if definition.file is None:
            continue
        document = documents.get(definition.slug)
        claims[definition.slug] = (
            reading.read_table_document(at=AT, document=document, context=context, reading=tables[document.slug])
            if document.slug in tables
            else reading.read_document(at=AT, document=document, context=context)
        )
    return claims


_kept = Kept(_hold)
_published = Kept(lambda review: publication.make(by=OPERATOR, at=AT, review=review))
