"""Receiving documents, and deciding how a passage is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.documents.models import Correction, Document
from tongket.documents.sources.places import NO_PLACES, Places
from tongket.documents.text import fingerprint
from tongket.units.models import Unit


@dataclass(frozen=True, kw_only=True)
class Particulars:
    """What is known of a document besides its text."""

    slug: str
    doc_type: str
    titles: Mapping[str, str]
    original_title: str = ""
    number: str = ""
    symbol: str = ""
    issuer: Mapping[str, str] = field(default_factory=dict)
    issued_on: date | None = None
    received_on: date | None = None
    language: str = ""
    media_type: str = ""
    source_url: str = ""
    licences: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    covers: str = ""


@transaction.atomic
def receive(
    *,
    by: Actor,
    at: datetime,
    particulars: Particulars,
    text: str = "",
    places: Places = NO_PLACES,
    about_unit: Unit | None = None,
) -> Document:
    """Keep a document as received; receiving the same one again returns the one we hold.

    ``text`` and ``places`` are what ``documents.sources.read`` makes of a file.

    One known only by citation, and held without a text, takes the text when it arrives.
    Raises Conflict when another text is already held under the slug: a new text is a new document.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    digest = fingerprint(text) if text else ""
    held = Document.objects.filter(slug=particulars.slug).first()
    if held is not None:
        if digest and not held.sha256:
            values = {**_values(particulars), "places": places.as_record()}
            return _complete(held, values, by=by, at=at, text=text, about_unit=about_unit)
        if digest not in ("", held.sha256):
            raise Conflict(
                gettext_noop(
                    "The document “{slug}” is already held with another text. "
                    "A text that changed is a new document: give it a name of its own."
                ),
                slug=particulars.slug,
            )
        return held
    document = Document.objects.create(
        **_values(particulars), text=text, sha256=digest, places=places.as_record(), about_unit=about_unit
    )
    events.leave(by=str(by), at=at, verb="receive", thing=f"document:{document.slug}", sha256=digest)
    return document


def _complete(
    document: Document, values: dict[str, Any], *, by: Actor, at: datetime, text: str, about_unit: Unit | None
) -> Document:
    """Add the text, and what is known with it, to a document that was only cited until now."""
    for name, value in {**values, "text": text, "sha256": fingerprint(text), "about_unit": about_unit}.items():
        setattr(document, name, value)
    document.save()
    events.leave(by=str(by), at=at, verb="receive", thing=f"document:{document.slug}", sha256=document.sha256)
    return document


def _values(particulars: Particulars) -> dict[str, Any]:
    return {name: _plain(getattr(particulars, name)) for name in particulars.__dataclass_fields__}


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


@transaction.atomic
def correct(
    *,
    by: Actor,
    at: datetime,
    document: Document,
    kind: str,
    start: int,
    quote: str,
    reading: Mapping[str, str],
    reason: Mapping[str, str],
) -> Correction:
    """Decide how a passage is read. The quote must stand at ``start``; deciding the same again changes nothing.

    Raises InvalidInput when the quote stands elsewhere, Conflict when the passage is read otherwise already.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    end = start + len(quote)
    if start < 0 or not quote or document.text[start:end] != quote:
        raise InvalidInput(
            gettext_noop("“{quote}” does not stand at character {start} of “{slug}”."),
            quote=quote,
            start=start,
            slug=document.slug,
        )
    correction, new = Correction.objects.get_or_create(
        document=document,
        start=start,
        end=end,
        defaults={
            "kind": kind,
            "quote": quote,
            "reading": dict(reading),
            "reason": dict(reason),
            "decided_by": str(by),
            "decided_at": at,
        },
    )
    if new:
        events.leave(by=str(by), at=at, verb="correct", thing=f"document:{document.slug}:{start}-{end}")
    elif (correction.kind, correction.reading) != (kind, dict(reading)):
        raise Conflict(
            gettext_noop("It is already decided how “{quote}” at character {start} of “{slug}” is read: otherwise."),
            quote=quote,
            start=start,
            slug=document.slug,
        )
    return correction
