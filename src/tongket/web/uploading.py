"""What an uploader is told of a file, and what somebody typed about a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tongket.base import localities
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.intake import queries, rules
from tongket.intake.actions import Description, Receipt
from tongket.intake.models import Upload
from tongket.publication import wording
from tongket.reading.packs import known_languages

FIELDS = ("title", "doc_type", "number", "symbol", "issuer", "issued_on", "covers", "language")
Typed = Mapping[str, str]


@dataclass(frozen=True)
class Outcome:
    """What became of one file, in words; ``address`` is that of its document, empty when there is none."""

    name: str
    state: str
    said: str
    address: str = ""

    def as_record(self) -> dict[str, str]:
        """The JSON form."""
        return {"name": self.name, "state": self.state, "said": self.said, "address": self.address}


def outcome(name: str, receipt: Receipt) -> Outcome:
    """A file that was taken in, or that is held already."""
    address = reverse("document", args=[receipt.document.slug])
    shown = rules.shown_name(name)
    if receipt.known:
        title = wording.name(receipt.document.titles)
        said = gettext("This is here already, as “{title}”. Nothing was added.").format(title=title)
        return Outcome(shown, "known", said, address)
    said = ngettext("Received, {count} figure waits.", "Received, {count} figures wait.", receipt.figures)
    return Outcome(shown, "received", said.format(count=receipt.figures), address)


def limits() -> dict[str, int]:
    """What is taken at most: files at once, megabytes a file, characters a text."""
    return {"files": rules.MAX_FILES, "megabytes": rules.MAX_BYTES // 1024**2, "characters": rules.MAX_CHARACTERS}


def proposed(upload: Upload) -> Typed:
    """The form about a document as nobody has typed anything yet: what its text says about itself."""
    found = queries.found_in(upload)
    return {**{name: getattr(found, name, "") for name in FIELDS}, "language": upload.document.language}


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
