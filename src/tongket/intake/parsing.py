"""What is read from a file, first as it comes in, then when somebody said what it is. Pure, so that a process without
a database can do it.

Files are hostile: a parser that runs away must not take the pages with it, see ``base.workers``.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue.definitions import Catalogue
from tongket.documents.sources import Source, declared_language, read
from tongket.intake import rules
from tongket.reading.claims import Claim, FigureClaim
from tongket.reading.detection import detect_language, is_recognised, may_be_in
from tongket.reading.notations import notations
from tongket.reading.packs import language_pack
from tongket.reading.pipeline import read_text

MEMORY = 2 * 1024**3
"""Bytes that the process which reads one file may address: four times what the longest text that is taken needs."""

SECONDS = 1_800
"""How long it may take: several times what the longest text needs, as others may be busy on the machine."""


class Parsed(NamedTuple):
    """A file as text, its language ("" for none that is read), what it says about itself, and how many figures."""

    source: Source
    language: str
    found: rules.Found
    figures: int


def parse(task: tuple[str, bytes, date]) -> Parsed:
    """Read a file, given its name, its bytes and the day it came.

    Raises InvalidInput for a file that cannot be read or is too long.
    """
    name, content, day = task
    source = read(content, name=name, notations=notations())
    if len(source.text) > rules.MAX_CHARACTERS:
        raise InvalidInput(
            gettext_noop("{name}: the text has {characters} characters; at most {limit} are taken here. Divide it."),
            name=name,
            characters=len(source.text),
            limit=rules.MAX_CHARACTERS,
        )
    language = _language(source.text, declared_language(content))
    if not language:
        return Parsed(source, "", rules.Found(title=""), 0)
    read_first = read_text(source.text, language=language, received_on=day)
    found = rules.about(source.text, read_first, language_pack(language), file_name=name)
    return Parsed(source, language, found, sum(isinstance(claim, FigureClaim) for claim in read_first))


class Described(NamedTuple):
    """A text with a name to call it by, the catalogue to link its figures to, and what somebody says of it."""

    name: str
    text: str
    language: str
    catalogue: Catalogue
    issued_on: date | None
    received_on: date | None
    covers: Period


def claims(task: Described) -> list[Claim]:
    """Read the claims of a text. Raises InvalidInput for an unknown language."""
    return read_text(
        task.text,
        language=task.language,
        catalogue=task.catalogue,
        document_date=task.issued_on,
        received_on=task.received_on,
        covers=task.covers,
    )


def _language(text: str, declared: str) -> str:
    lower = text.lower()
    if may_be_in(declared, lower):
        return declared
    return detect_language(lower) if is_recognised(lower) else ""
