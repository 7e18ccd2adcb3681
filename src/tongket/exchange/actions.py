"""Taking in a table of figures: all of it or nothing, and the same table only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, gettext_noop
from tongket.base.localities import LANGUAGES
from tongket.documents import actions as documents
from tongket.documents.actions import Particulars
from tongket.documents.models import Document
from tongket.documents.sources.places import Source
from tongket.documents.text import fingerprint
from tongket.exchange import queries
from tongket.exchange.queries import Preview, Ready
from tongket.ledger import actions as ledger
from tongket.ledger.models import Measure, Observation
from tongket.plan import actions as plan

_SLUG, _DIGEST = 80, 12


@dataclass(frozen=True)
class Taken:
    """What was recorded, and what had been before."""

    recorded: list[Observation]
    corrected: list[Observation]
    held: int


@transaction.atomic
def take_in(
    *, by: Actor, at: datetime, name: str, table: Source, reason: str = "", particulars: Particulars | None = None
) -> Taken:
    """Record the figures of a table that are not on record, each with its cell as evidence.

    A value other than one on record is recorded beside it, for a person to decide between the sources; with a
    ``reason`` it corrects the one entry on record instead. Raises InvalidInput for no table, Conflict while any cell is
    at fault, or when several entries are on record that a reason would correct.
    """
    policy.require(by, Permission.RECORD_OBSERVATION)
    found = queries.preview(table.text, table.places)
    if found.faults:
        fault = found.faults[0]
        raise Conflict(fault.message, **fault.values)
    several = [ready for ready in found.differing if reason and len(ready.standing) > 1]
    if several:
        raise Conflict(
            gettext_noop("{cell}: sources differ already. Settle that first; a table cannot correct them all."),
            cell=several[0].stated.cell,
        )
    if not (found.new or found.differing):
        return Taken([], [], len(found.held))
    document = documents.receive(
        by=by,
        at=at,
        particulars=particulars or _particulars(name, table, at),
        text=table.text,
        places=table.places,
    )
    return _record(found, document, by=by, at=at, reason=reason)


def _record(found: Preview, document: Document, *, by: Actor, at: datetime, reason: str) -> Taken:
    replacing = found.differing if reason else []
    adding = found.new if reason else [*found.new, *found.differing]
    entries = _entries([*adding, *replacing], document)
    recorded = ledger.record_many(by=by, at=at, entries=entries[: len(adding)])
    corrected = [
        ledger.correct(by=by, at=at, replaces=ready.standing[0], entry=entry, reason=reason)
        for ready, entry in zip(replacing, entries[len(adding) :], strict=True)
    ]
    for observation in recorded:
        if observation.measure == Measure.TARGET:
            plan.promise(by=by, at=at, observation=observation)
    return Taken(recorded, corrected, len(found.held))


def _particulars(name: str, table: Source, at: datetime) -> Particulars:
    """What is known of a table; another one under the same name is another document."""
    slug = f"{slugify(name)[:_SLUG].strip('-') or 'table'}-{fingerprint(table.text)[:_DIGEST]}"
    return Particulars(
        slug=slug,
        doc_type="table",
        titles=dict.fromkeys(LANGUAGES, name),
        received_on=at.date(),
        media_type=table.media_type,
    )


def _entries(figures: Sequence[Ready], document: Document) -> list[ledger.Entry]:
    spans = [ledger.Span(s.start, s.end, s.cell, s.source) for s in (ready.stated for ready in figures)]
    return [
        ledger.Entry(
            indicator=ready.indicator,
            unit=ready.unit,
            period=ready.stated.period,
            measure=Measure(ready.stated.measure),
            quantity=ready.stated.quantity,
            unit_of_measure=ready.indicator.unit_of_measure,
            evidence=evidence,
        )
        for ready, evidence in zip(figures, ledger.cite_many(document=document, spans=spans), strict=True)
    ]
