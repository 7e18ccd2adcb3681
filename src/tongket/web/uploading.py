"""What an uploader is told of a file, and what somebody typed about a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tongket.base import localities
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.intake import queries, rules
from tongket.intake.actions import Description
from tongket.intake.models import Upload
from tongket.publication import wording
from tongket.reading import queries as reading
from tongket.reading.packs import known_languages

FIELDS = ("title", "doc_type", "number", "symbol", "issuer", "issued_on", "covers", "language")
Typed = Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """What became of one file, in words; ``address`` is that of its document, ``ask`` that at which to ask again, while
    it is being read. ``key`` is that of the upload, when one is kept."""

    name: str
    state: str
    said: str
    address: str = ""
    ask: str = ""
    key: int = 0

    def as_record(self) -> dict[str, str]:
        """The JSON form."""
        return {"name": self.name, "state": self.state, "said": self.said, "address": self.address, "ask": self.ask}


def outcome(upload: Upload, *, known: bool = False, name: str = "") -> Outcome:
    """What has become of an upload so far; ``known`` when it was held before it was sent, ``name`` as it was sent."""
    shown = rules.shown_name(name) if name else upload.file_name
    document = upload.document or upload.same_as
    if upload.due:
        return Outcome(shown, "reading", _going(upload), ask=reverse("asked", args=[upload.pk]), key=upload.pk)
    if document is None:
        said = fault(upload).removeprefix(f"{shown}: ")  # the name stands beside it already
        return Outcome(shown, "failed", said, key=upload.pk)
    address = reverse("document", args=[document.slug])
    if known or upload.document is None:
        title = wording.name(document.titles)
        said = gettext("This is here already, as “{title}”. Nothing was added.").format(title=title)
        return Outcome(shown, "known", said, address)
    said = ngettext("Received, {count} figure waits.", "Received, {count} figures wait.", upload.figures)
    return Outcome(shown, "received", said.format(count=upload.figures), address)


def _going(upload: Upload) -> str:
    """How far the reading of an upload is."""
    kept = reading.coming(upload.document) if upload.document else 0
    if kept:
        said = ngettext("is being kept: {count} claim so far", "is being kept: {count} claims so far", kept)
        return said.format(count=localities.number(Decimal(kept), wording.language()))
    before = queries.due().index(upload.pk) if not upload.tries else 0
    if before:
        said = ngettext("waits its turn: {count} file before it", "waits its turn: {count} files before it", before)
        return said.format(count=before)
    seconds = max(0, int((datetime.now(UTC) - (upload.due_at or upload.received_at)).total_seconds()))
    return gettext("is being read, for {seconds} s so far").format(seconds=seconds)


def fault(upload: Upload) -> str:
    """Why an upload could not be read, in the reader's language; empty when nothing is wrong with it."""
    if not upload.fault:
        return ""
    message = upload.fault["message"]
    return gettext(message).format(**upload.fault["values"])


def limits() -> dict[str, int]:
    """What is taken at most: files at once, megabytes a file, characters a text."""
    return {"files": rules.MAX_FILES, "megabytes": rules.MAX_BYTES // 1024**2, "characters": rules.MAX_CHARACTERS}


def proposed(upload: Upload) -> Typed:
    """The form about a document: what somebody typed, else what its text says about itself."""
    if upload.stated:
        return {name: upload.stated[name] for name in FIELDS}
    found = queries.found_in(upload)
    return {
        **{name: getattr(found, name, "") for name in FIELDS},
        "language": upload.document.language if upload.document else "",
    }


def choices() -> dict[str, list[tuple[str, str]]]:
    """What the fields of that form offer, as pairs of code and words."""
    kinds = sorted(((code, str(words)) for code, words in wording.DOCUMENT_TYPES.items()), key=lambda pair: pair[1])
    return {
        "kinds": kinds,
        "languages": [(code, localities.language(code, wording.language())) for code in known_languages()],
    }


def description(typed: Typed) -> Description:
    """What the filled form says. Raises InvalidInput where a field cannot be understood."""
    issued = typed["issued_on"].strip()
    try:
        issued_on = date.fromisoformat(issued) if issued else None
    except ValueError:
        raise InvalidInput(gettext_noop("“{text}” is not a day. Write it as 2024-12-31."), text=issued) from None
    if typed["doc_type"] not in wording.DOCUMENT_TYPES:
        raise InvalidInput(gettext_noop("Choose what kind of document it is."))
    return Description(
        title=typed["title"],
        doc_type=typed["doc_type"],
        language=typed["language"],
        covers=Period.parse(typed["covers"]),
        issued_on=issued_on,
        number=typed["number"],
        symbol=typed["symbol"],
        issuer=typed["issuer"],
    )
