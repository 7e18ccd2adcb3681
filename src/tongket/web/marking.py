"""A document with its marks: what was read at each place, and how a passage is to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tongket.documents.models import Correction, Document
from tongket.documents.sources import places as sources
from tongket.ledger.models import Evidence
from tongket.reading.models import Claim
from tongket.reading.tables import rows
from tongket.web.highlighting import Piece, Place, paragraphs, pieces
from tongket.web.parts import Part

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass
class Mark:
    """Everything that concerns one place of a text; ``here`` unless it begins in an earlier part than is shown."""

    place: Place
    quote: str
    claims: list[Claim] = field(default_factory=list)
    correction: Correction | None = None
    evidence: Evidence | None = None
    where: sources.Place | None = None
    here: bool = True

    @property
    def kind(self) -> str:
        """What the mark looks like: the kind of its first claim, else a correction, else mere evidence."""
        if self.claims:
            return self.claims[0].claim_type
        return "correction" if self.correction else "evidence"

    @property
    def waits(self) -> bool:
        """Whether something read here waits for a person."""
        return any(claim.state == "open" for claim in self.claims)


@dataclass(frozen=True)
class Passage:
    """A paragraph cut into pieces, and the marks that begin in it."""

    text: str
    pieces: tuple[Piece, ...]
    marks: list[Mark]
    by_place: dict[Place, Mark]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``mark`` when something was read in it."""

    content: str
    mark: Mark | None
    address: bool


@dataclass(frozen=True)
class Table:
    """A table as received: its headings, and its rows by line number; of a long one, those of a part."""

    headings: list[str]
    rows: list[tuple[int, list[Cell]]]
    marks: list[Mark]


def marks(
    claims: Iterable[Claim],
    corrections: Iterable[Correction] = (),
    evidence: Iterable[Evidence] = (),
    places: sources.Places = sources.NO_PLACES,
    *,
    start: int = 0,
) -> dict[Place, Mark]:
    """The marks of a part of a document by place, in the order of the text; ``evidence`` is what no claim stands at.

    ``places`` lead from the text to the file that it was read of; the part begins at ``start``.
    """
    found: dict[Place, Mark] = {}
    for claim in claims:
        place = Place(claim.evidence.start, claim.evidence.end)
        found.setdefault(place, Mark(place, claim.evidence.quote)).claims.append(claim)
    for correction in corrections:
        place = Place(correction.start, correction.end)
        found.setdefault(place, Mark(place, correction.quote)).correction = correction
    for cited in evidence:
        place = Place(cited.start, cited.end)
        found.setdefault(place, Mark(place, cited.quote)).evidence = cited
    for place, mark in found.items():
        mark.where = places.at(place.start)
        mark.here = place.start >= start
    return dict(sorted(found.items()))


def passages(document: Document, by_place: dict[Place, Mark], part: Part) -> list[Passage]:
    """The paragraphs of a part of a text, each with the marks that begin in it."""
    spans = paragraphs(document.text[part.start : part.end])
    return [_passage(document.text, part.start + start, part.start + end, by_place) for start, end in spans]


def _passage(text: str, start: int, end: int, by_place: dict[Place, Mark]) -> Passage:
    begun = [mark for place, mark in by_place.items() if start <= place.start < end]
    return Passage(text, pieces(start, end, by_place), begun, by_place)


def table(document: Document, by_place: dict[Place, Mark], part: Part) -> Table:
    """The rows of a part of a table, with the marks in their cells."""
    heading = _heading(document.text)
    first = max(part.start, heading)
    read = rows(document.text[:heading] + document.text[first : part.end])
    before, moved = len(_LINE_BREAK.findall(document.text, heading, first)), first - heading
    return Table(
        headings=list(read[0].cells) if read else [],
        rows=[
            (
                row.line + before,
                [
                    Cell(
                        cell.content,
                        by_place.get(Place(cell.start + moved, cell.end + moved)),
                        cell.content.startswith(("https://", "http://")),
                    )
                    for cell in row.cells.values()
                ],
            )
            for row in read
        ],
        marks=list(by_place.values()),
    )


def _heading(text: str) -> int:
    """Where the first row of a table ends, the one with its headings; empty lines before it belong to it."""
    end, quotes = 0, 0
    for line in text.splitlines(keepends=True):
        end += len(line)
        quotes += line.count('"')
        if line.strip() and quotes % 2 == 0:
            break
    return end
