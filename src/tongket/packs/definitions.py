"""What a pack holds, as plain values. Field names are the keys of the TOML files (``from_`` is ``from``).

A life is half-open, ``[valid_from, valid_to)``. A start that is left out means "before our records", an
end that is left out "still". ``Names`` always hold all three languages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Literal

from tongket.base.errors import InvalidInput, NotFound, gettext_noop
from tongket.catalogue.definitions import Catalogue, FormulaDefinition, Names

Phrases = Mapping[str, tuple[str, ...]]
Measure = Literal["actual", "target", "estimate", "forecast"]


@dataclass(frozen=True)
class PeerGroup:
    """Units a rank is held against, and the phrases by which texts mean them."""

    code: str
    names: Names
    phrases: Phrases


@dataclass(frozen=True)
class UnitDefinition:
    """A unit and its life. ``official_code`` is given where the official list uses a code again."""

    code: str
    level: str
    hierarchy: str
    names: Names
    parent: str | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    official_code: str | None = None

    def lives_on(self, day: dt.date) -> bool:
        """Whether the unit exists on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Effect:
    """What a reorganisation does: a unit named on both sides lives on, one only in ``from_`` ends."""

    kind: Literal["create", "merge", "split", "dissolve"]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    notes: Names | None = None


@dataclass(frozen=True)
class ReorganisationDefinition:
    """A change of units on a date. ``decree`` is its number and symbol where a source states them."""

    code: str
    date: dt.date
    names: Names
    source: str
    effects: tuple[Effect, ...]
    decree: str | None = None
    decree_date: dt.date | None = None


@dataclass(frozen=True)
class DocumentDefinition:
    """A document: held (``file``), or known only because another one cites it.

    ``received`` is the day we hold it from; left out, that is the day the pack is loaded.
    """

    slug: str
    title: Names
    doc_type: str
    issuer: Names
    file: str | None = None
    sha256: str | None = None
    media_type: str | None = None
    original_title: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: dt.date | None = None
    language: str | None = None
    source_url: str | None = None
    licence: Names | None = None
    received: dt.date | None = None
    about_unit: str | None = None
    covers_period: str | None = None
    notes: Names | None = None


@dataclass(frozen=True)
class TableColumns:
    """Under which heading each part of a row stands."""

    indicator: str
    period: str
    value: str
    unit: str
    kind: str
    source: str
    note: str


@dataclass(frozen=True)
class IndicatorReading:
    """A name printed in the table, and the indicator it means; without one, ``notes`` says why."""

    label: str
    indicator: str | None = None
    notes: Names | None = None


@dataclass(frozen=True)
class UnitReading:
    """A unit printed in the table: a value times ``scale`` is in ``unit_of_measure``."""

    label: str
    unit_of_measure: str
    scale: int = 1


@dataclass(frozen=True)
class KindReading:
    """A kind printed in the table, and the measure it means."""

    label: str
    measure: Measure


@dataclass(frozen=True)
class RowReading:
    """What the table's note, or its source, says of one row beyond its cells."""

    line: int  # of the file; the heading is line 1
    notes: Names
    measure: Measure | None = None
    modifier: Literal["more_than", "less_than", "about"] | None = None
    of: int | None = None  # the denominator the note prints


@dataclass(frozen=True)
class TableReading:
    """How a table's cells become observations."""

    document: str
    columns: TableColumns
    indicators: tuple[IndicatorReading, ...]
    units: tuple[UnitReading, ...]
    kinds: tuple[KindReading, ...]
    rows: tuple[RowReading, ...] = ()


@dataclass(frozen=True)
class Correction:
    """A decision on what a passage means: the quote stays as printed, ``reading`` is what we take it for."""

    code: str
    document: str
    kind: Literal["translation", "ambiguity", "conflict"]
    quote: str
    start: int  # code points from the beginning of the text
    reading: Names
    reason: Names


@dataclass(frozen=True)
class PlanDefinition:
    """The resolution that sets a year's plan."""

    document: str
    year: int
    title: Names


@dataclass(frozen=True)
class PackHeader:
    """What ``pack.toml`` says: whose pack this is, and which year it reviews."""

    code: str
    names: Names
    default_language: Literal["en", "vi", "ru"]
    unit: str
    review_year: int
    units_around: str = ""
    """The name of shipped lists of units (``lists.toml``), for the map and the lineage of what surrounds the region."""
    peers: tuple[PeerGroup, ...] = ()


@dataclass(frozen=True)
class Pack(PackHeader):
    """A region: units with their lives, indicators, documents, and the decisions made in reading them."""

    units: tuple[UnitDefinition, ...] = ()
    reorganisations: tuple[ReorganisationDefinition, ...] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)
    formulas: tuple[FormulaDefinition, ...] = ()
    documents: tuple[DocumentDefinition, ...] = ()
    tables: tuple[TableReading, ...] = ()
    corrections: tuple[Correction, ...] = ()
    plans: tuple[PlanDefinition, ...] = ()
    root: Traversable = field(kw_only=True, repr=False, compare=False)

    def units_on(self, day: dt.date, level: str | None = None) -> tuple[UnitDefinition, ...]:
        """The units that exist on ``day``, of one level if it is named."""
        return tuple(u for u in self.units if u.lives_on(day) and level in (None, u.level))

    def document(self, slug: str) -> DocumentDefinition:
        """The document of that name."""
        for document in self.documents:
            if document.slug == slug:
                return document
        known = ", ".join(d.slug for d in self.documents)
        message = gettext_noop("The pack “{pack}” has no document “{slug}”; it has: {known}.")
        raise NotFound(message, pack=self.code, slug=slug, known=known)

    def content(self, slug: str) -> bytes:
        """The bytes of a document that we hold."""
        document = self.document(slug)
        if document.file is None:
            message = gettext_noop("The document “{slug}” is known by citation only: its text is not held.")
            raise NotFound(message, slug=slug)
        try:
            return self.root.joinpath("documents", *document.file.split("/")).read_bytes()
        except OSError as error:
            message = gettext_noop("documents.toml, document “{slug}”: the file “{file}” cannot be read.")
            raise InvalidInput(message, slug=slug, file=document.file) from error
