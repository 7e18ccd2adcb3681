"""Taking in files, saying what document a file is, and reading what is due.

Whatever takes long is done in a process that is bounded in memory and time, before the one short transaction that it
ends in. A reading that somebody ends halfway leaves the upload as it was, still due.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Self

from django.db import transaction
from django.db.models import F

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, workers
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.documents import actions as documents
from tongket.documents import queries as held
from tongket.documents.models import Document
from tongket.documents.text import fingerprint
from tongket.intake import parsing, queries, rules
from tongket.intake.models import Due, Upload
from tongket.reading import actions as reading
from tongket.reading.packs import known_languages, language_pack
from tongket.units import queries as units
from tongket.units.models import Unit


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

    def as_record(self) -> dict[str, str]:
        """The JSON form, which is that of the filled form, too."""
        issued_on = self.issued_on.isoformat() if self.issued_on else ""
        return {**asdict(self), "covers": self.covers.code, "issued_on": issued_on}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Self:
        """From the JSON form; what else stands in it is left out."""
        parts = {name: record[name] for name in cls.__dataclass_fields__}
        issued_on = date.fromisoformat(parts["issued_on"]) if parts["issued_on"] else None
        return cls(**{**parts, "covers": Period.parse(parts["covers"]), "issued_on": issued_on})


@transaction.atomic
def receive(*, by: Actor, at: datetime, name: str, content: bytes) -> tuple[Upload, bool]:
    """Keep a file as it came, to be read next, and say whether it was held already: the same bytes are kept once.

    One that could not be read is to be read again. Raises InvalidInput for a file that is too large.
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
    same = queries.with_digest(digest)
    if same is not None:
        if same.fault is not None and same.document is None:
            same.due, same.due_at, same.tries, same.fault, same.file_name = Due.TEXT, at, 0, None, name
            same.save(update_fields=["due", "due_at", "tries", "fault", "file_name"])
            events.leave(by=str(by), at=at, verb="upload", thing=f"upload:{same.pk}", sha256=digest)
            return same, False
        return same, True
    made = Upload.objects.create(
        file_name=name,
        content=content,
        size=len(content),
        sha256=digest,
        received_by=str(by),
        received_at=at,
        due=Due.TEXT,
        due_at=at,
    )
    events.leave(by=str(by), at=at, verb="upload", thing=f"upload:{made.pk}", sha256=digest)
    return made, False


@transaction.atomic
def remove(*, by: Actor, at: datetime, upload: Upload) -> None:
    """Let go of a file that could not be read. Raises Conflict for one that is read, or became a document."""
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    gone, _ = Upload.objects.filter(pk=upload.pk, document=None, same_as=None, fault__isnull=False).delete()
    if not gone:
        raise Conflict(gettext_noop("“{name}” is being read, or was read. It stays."), name=upload.file_name)
    events.leave(by=str(by), at=at, verb="remove", thing=f"upload:{upload.pk}", sha256=upload.sha256)


@transaction.atomic
def describe(*, by: Actor, at: datetime, document: Document, unit: Unit, description: Description) -> Upload:
    """Say what an uploaded document is. It is to be read next; then every figure of it waits for a person.

    Raises Conflict when it was said already, InvalidInput for what was not uploaded, has no title, or is in no
    language that is read.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    if not description.title.strip():
        raise InvalidInput(gettext_noop("Give the document a title."))
    language_pack(description.language)
    received = queries.of_document(document)
    if received is None:
        raise InvalidInput(gettext_noop("“{slug}” was not uploaded here."), slug=document.slug)
    if received.described_at is not None or received.due:
        raise Conflict(
            gettext_noop("{who} has said already what document this is. Nothing of yours was recorded."),
            who=received.described_by.partition(":")[2],
        )
    received.stated = {**description.as_record(), "unit": unit.pk}
    received.described_by, received.due, received.due_at, received.tries = str(by), Due.CLAIMS, at, 0
    received.fault = None
    received.save(update_fields=["stated", "described_by", "due", "due_at", "tries", "fault"])
    events.leave(by=str(by), at=at, verb="describe", thing=f"document:{document.slug}", covers=description.covers.code)
    return received


def reopen(*, at: datetime, received: Upload) -> None:
    """Note that it is to be said anew what an uploaded document is; what was said before stands in the form again."""
    received.described_at, received.due_at = None, at
    received.save(update_fields=["described_at", "due_at"])


def read(*, at: datetime, key: int) -> None:
    """Do what is due of an upload; what is wrong with it is kept with it, for whoever brought it. Nothing is done when
    nothing is due any more."""
    upload = Upload.objects.exclude(due=Due.NOTHING).filter(pk=key).first()
    if upload is None:
        return
    try:
        if upload.tries >= rules.MAX_TRIES:
            raise InvalidInput(
                gettext_noop("{name}: the server stopped {times} times while it was read. Divide it."),
                name=upload.file_name,
                times=upload.tries,
            )
        Upload.objects.filter(pk=key).update(tries=F("tries") + 1)
        _read_text(upload, at=at) if upload.due == Due.TEXT else _read_claims(upload, at=at)
    except TongketError as error:
        fault = {"message": error.message, "values": {name: str(value) for name, value in error.values.items()}}
        Upload.objects.filter(pk=key, due=upload.due).update(due=Due.NOTHING, fault=fault)


def _read_text(upload: Upload, *, at: datetime) -> None:
    """Make the document of a file; the same text a second time is the document that is held already."""
    name = upload.file_name
    task = (name, bytes(upload.content), upload.received_at.date())
    parsed: parsing.Parsed = workers.one(parsing.parse, task, memory=parsing.MEMORY, seconds=parsing.SECONDS)
    text, found, language = parsed.source.text, parsed.found, parsed.language
    if not language:
        raise InvalidInput(
            gettext_noop("{name}: the language is not one of {known}, which are read."),
            name=name,
            known=", ".join(known_languages()),
        )
    with transaction.atomic():
        if not Upload.objects.filter(pk=upload.pk, due=Due.TEXT).exists():
            return  # another server has read it meanwhile
        same = held.with_text(fingerprint(text))
        if same is not None:
            Upload.objects.filter(pk=upload.pk).update(due=Due.NOTHING, same_as=same, content=b"")
            return
        particulars = documents.Particulars(
            slug=rules.slug(name, upload.sha256),
            doc_type=found.doc_type,
            titles={language: found.title},
            received_on=upload.received_at.date(),
            language=language,
            media_type=parsed.source.media_type,
        )
        upload.document = documents.receive(
            by=Actor.parse(upload.received_by), at=at, particulars=particulars, text=text, places=parsed.source.places
        )
        upload.found, upload.figures, upload.due = asdict(found), parsed.figures, Due.NOTHING
        upload.save(update_fields=["document", "found", "figures", "due"])


def _read_claims(upload: Upload, *, at: datetime) -> None:
    """Read a document into claims, as what somebody said it is. Nobody sees them before all are kept."""
    document, stated = upload.document, upload.stated
    if document is None or stated is None:  # cannot be: nobody says what a file is before it is a document
        raise AssertionError(upload)
    description = Description.from_record(stated)
    unit = Unit.objects.get(pk=stated["unit"])
    _describe(document, description, unit)
    known = catalogue.held()
    tasks_for = Period.year(description.covers.last_day.year + 1)
    context = reading.Context(unit, known, tasks_for, units.peer_phrases())
    task = parsing.Described(
        upload.file_name,
        document.text,
        description.language,
        known,
        document.issued_on,
        document.received_on,
        description.covers,
    )
    claims = workers.one(parsing.claims, task, memory=parsing.MEMORY, seconds=parsing.SECONDS)
    reading.keep_waiting(at=at, document=document, context=context, found=claims)
    with transaction.atomic():
        if not Upload.objects.filter(pk=upload.pk, due=Due.CLAIMS).exists():
            return  # another server has read it meanwhile
        document.save()
        reading.release(at=at, document=document, context=context)
        upload.described_at, upload.due = at, Due.NOTHING
        upload.save(update_fields=["described_at", "due"])


def _describe(document: Document, description: Description, unit: Unit) -> None:
    document.doc_type = description.doc_type
    document.titles = {description.language: description.title.strip()}
    document.language = description.language
    document.issued_on = description.issued_on
    document.number, document.symbol = description.number.strip(), description.symbol.strip()
    document.issuer = {description.language: description.issuer.strip()} if description.issuer.strip() else {}
    document.covers = description.covers.code
    document.about_unit = unit
