"""Taking in files, and saying what document a file is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, workers
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.documents import actions as documents
from tongket.documents import queries as held
from tongket.documents.models import Document
from tongket.documents.text import fingerprint
from tongket.intake import parsing, queries, rules
from tongket.intake.models import Upload
from tongket.reading import actions as reading
from tongket.reading import queries as readings
from tongket.reading.packs import known_languages, language_pack
from tongket.units import queries as units
from tongket.units.models import Unit


@dataclass(frozen=True)
class Receipt:
    """What became of a file: its document, and whether that was held before; ``figures`` is how many were found."""

    document: Document
    figures: int
    known: bool


@dataclass(frozen=True, kw_only=True)
class Description:
    """What a person says an uploaded document is. ``covers`` is the period that it is about."""

    title: str
    doc_type: str
    language: str
    covers: Period
    issued_on: date | None = None
    number: str = ""
    symbol: str = ""
    issuer: str = ""


def upload(*, by: Actor, at: datetime, name: str, content: bytes) -> Receipt:
    """Take in a file. The same bytes, or the same text, a second time is the document that is held already.

    Everything that takes long comes before the one transaction that keeps it, in a process that is bounded in memory
    and time. Raises InvalidInput for a file that cannot be read within these bounds, is too long, or is in no language
    that is read; nothing is kept of it then.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    name = rules.shown_name(name)
    if len(content) > rules.MAX_BYTES:
        raise InvalidInput(
            gettext_noop("{name}: the file has {bytes} bytes; at most {limit} are taken here."),
            name=name,
            bytes=len(content),
            limit=rules.MAX_BYTES,
        )
    digest = sha256(content).hexdigest()
    known = _known(digest)
    if known:
        return known
    task = (name, content, at.date())
    parsed: parsing.Parsed = workers.one(parsing.parse, task, memory=parsing.MEMORY, seconds=parsing.SECONDS)
    text, found, language = parsed.source.text, parsed.found, parsed.language
    known = _known(digest, fingerprint(text))
    if known:
        return known
    if not language:
        raise InvalidInput(
            gettext_noop("{name}: the language is not one of {known}, which are read."),
            name=name,
            known=", ".join(known_languages()),
        )
    with transaction.atomic():
        known = _known(digest, fingerprint(text))  # somebody else may have brought it while it was read
        if known:
            return known
        particulars = documents.Particulars(
            slug=rules.slug(name, digest),
            doc_type=found.doc_type,
            titles={language: found.title},
            received_on=at.date(),
            language=language,
            media_type=parsed.source.media_type,
        )
        document = documents.receive(by=by, at=at, particulars=particulars, text=text, places=parsed.source.places)
        Upload.objects.create(
            document=document,
            file_name=name,
            content=content,
            size=len(content),
            sha256=digest,
            found=asdict(found),
            figures=parsed.figures,
            received_by=str(by),
            received_at=at,
        )
    return Receipt(document, parsed.figures, known=False)


def describe(*, by: Actor, at: datetime, document: Document, unit: Unit, description: Description) -> None:
    """Say what an uploaded document is; then it is read into claims, and every figure of it waits for a person.

    Raises Conflict when it was said already, InvalidInput for what was not uploaded, has no title, or is in no
    language that is read.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    if not description.title.strip():
        raise InvalidInput(gettext_noop("Give the document a title."))
    language_pack(description.language)
    _describable(document)
    document.doc_type = description.doc_type
    document.titles = {description.language: description.title.strip()}
    document.language = description.language
    document.issued_on = description.issued_on
    document.number, document.symbol = description.number.strip(), description.symbol.strip()
    document.issuer = {description.language: description.issuer.strip()} if description.issuer.strip() else {}
    document.covers = description.covers.code
    document.about_unit = unit
    known = catalogue.held()
    tasks_for = Period.year(description.covers.last_day.year + 1)
    context = reading.Context(unit, known, tasks_for, units.peer_phrases())
    claims = readings.claims_of(document, known)
    with transaction.atomic():
        received = _describable(document)
        received.described_by, received.described_at = str(by), at
        received.save(update_fields=["described_by", "described_at"])
        document.save()
        reading.keep_waiting(at=at, document=document, context=context, found=claims)
        events.leave(by=str(by), at=at, verb="describe", thing=f"document:{document.slug}", covers=document.covers)


def _describable(document: Document) -> Upload:
    received = queries.of_document(document)
    if received is None:
        raise InvalidInput(gettext_noop("“{slug}” was not uploaded here."), slug=document.slug)
    if received.described_at is not None:
        raise Conflict(
            gettext_noop("{who} has said already what document this is. Nothing of yours was recorded."),
            who=received.described_by.partition(":")[2],
        )
    return received


def _known(digest: str, text_digest: str = "") -> Receipt | None:
    """The document that is held already, by the bytes of the file or by its text."""
    same = queries.with_digest(digest)
    if same is not None:
        return Receipt(same.document, same.figures, known=True)
    document = held.with_text(text_digest) if text_digest else None
    return Receipt(document, 0, known=True) if document else None
