"""Bring a pack into a workspace: units, peers, indicators, documents, the decisions in reading them, the plan.

Installing the same pack again changes nothing.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongket.base.actors import Actor
from tongket.base.periods import Period
from tongket.catalogue import actions as catalogue
from tongket.documents import actions as documents
from tongket.documents import queries
from tongket.documents.sources import read
from tongket.documents.sources.places import NO_PLACES, Places
from tongket.documents.text import decode
from tongket.formulas import actions as formulas
from tongket.packs.definitions import DocumentDefinition, Pack, UnitDefinition
from tongket.plan import actions as plan
from tongket.reading.notations import notations
from tongket.reorganisation import actions as reorganisation
from tongket.units.models import BEFORE_RECORDS, Unit


@transaction.atomic
def install(pack: Pack, *, at: datetime) -> Unit:
    """Record everything the pack holds; returns the unit whose year it is."""
    by = Actor("pack", pack.code)
    units = _units(pack, by=by, at=at)
    for peers in pack.peers:
        reorganisation.name_peers(by=by, at=at, code=peers.code, names=peers.names, phrases=peers.phrases)
    for position, definition in enumerate(pack.catalogue.indicators):
        catalogue.define(by=by, at=at, definition=definition, position=position)
    for formula in pack.formulas:
        formulas.define(by=by, at=at, definition=formula)
    for document in pack.documents:
        _document(pack, document, units, by=by, at=at)
    for correction in pack.corrections:
        documents.correct(
            by=by,
            at=at,
            document=queries.get(correction.document),
            kind=correction.kind,
            start=correction.start,
            quote=correction.quote,
            reading=correction.reading,
            reason=correction.reason,
        )
    for resolved in pack.plans:
        plan.resolve(
            by=by,
            at=at,
            document=queries.get(resolved.document),
            unit=units[pack.unit],
            period=Period.year(resolved.year),
            titles=resolved.title,
        )
    return units[pack.unit]


def _units(pack: Pack, *, by: Actor, at: datetime) -> dict[str, Unit]:
    definitions = {definition.code: definition for definition in pack.units}
    units: dict[str, Unit] = {}

    def establish(definition: UnitDefinition) -> Unit:
        if definition.code not in units:
            parent = establish(definitions[definition.parent]) if definition.parent else None
            units[definition.code] = reorganisation.establish(
                by=by,
                at=at,
                code=definition.code,
                hierarchy=definition.hierarchy,
                level=definition.level,
                names=definition.names,
                parent=parent,
                valid_from=definition.valid_from or BEFORE_RECORDS,
                valid_to=definition.valid_to,
            )
        return units[definition.code]

    for definition in pack.units:
        establish(definition)
    return units


def _document(pack: Pack, definition: DocumentDefinition, units: dict[str, Unit], *, by: Actor, at: datetime) -> None:
    text, places = _content(pack, definition)
    documents.receive(
        by=by,
        at=at,
        text=text,
        places=places,
        about_unit=units[definition.about_unit] if definition.about_unit else None,
        particulars=documents.Particulars(
            slug=definition.slug,
            doc_type=definition.doc_type,
            titles=definition.title,
            original_title=definition.original_title or "",
            number=definition.number or "",
            symbol=definition.symbol or "",
            issuer=definition.issuer,
            issued_on=definition.date,
            received_on=definition.received,
            language=definition.language or "",
            media_type=(definition.media_type or "").partition(";")[0],
            source_url=definition.source_url or "",
            licences=definition.licence or {},
            notes=definition.notes or {},
            covers=definition.covers_period or "",
        ),
    )


def _content(pack: Pack, definition: DocumentDefinition) -> tuple[str, Places]:
    """What a document says, and where in its file; a table that the pack says how to read stays as it is."""
    if not definition.file:
        return "", NO_PLACES
    content = pack.content(definition.slug)
    if any(table.document == definition.slug for table in pack.tables):
        return decode(content, name=definition.file), NO_PLACES
    source = read(content, name=definition.file, notations=notations(definition.language or "auto"))
    return source.text, source.places
