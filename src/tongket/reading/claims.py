"""What a text says, before anyone accepted it: the immutable results of reading.

A claim's ``start`` and ``end`` are code points of the text as given, ``end`` exclusive, and
``quote`` is exactly ``text[start:end]``. ``rule`` is the stable id of the rule that made the claim.
Numbers are Decimals here and plain decimal strings (no exponent, no float) in records.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import ClassVar, Literal

FigureKind = Literal["level", "change", "share", "ratio", "rank", "count", "plan_ratio", "plan_excess"]
Direction = Literal["up", "down"]
Status = Literal["actual", "target", "estimate"]
Modifier = Literal["more_than", "less_than", "at_least", "up_to", "approx"]
FindingKind = Literal["limitation", "cause", "lesson", "strength"]
Record = dict[str, object]
PREVIOUS_PERIOD = "previous_period"


def plain(number: Decimal) -> str:
    """The number in plain decimal notation, without exponent and superfluous zeros: ``207000000000000``."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text or "0"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the text, what stands there, and the rule that noticed it."""

    type: ClassVar[str] = ""

    start: int
    end: int
    quote: str
    rule: str

    def as_record(self) -> Record:
        """A JSON-able record: ``type`` and every field, Decimals as plain decimal strings."""
        record: Record = {"type": self.type}
        for field in fields(self):
            value = getattr(self, field.name)
            record[field.name] = plain(value) if isinstance(value, Decimal) else value
        return record


@dataclass(frozen=True, slots=True)
class FigureClaim(Span):
    """A number with its meaning.

    ``value`` is scale-resolved and, for a change, a magnitude whose sign is ``direction``.
    ``raw_value`` is the number as printed, before scale. ``half_unit`` is half a unit of the last
    printed digit times the scale: the value stands for ``value ± half_unit``; trailing zeros of an
    integer are not taken for rounding. ``of`` is the whole of ``m/n`` or the size of a ranking.
    ``field`` says among whom a rank counts, in words of the text; ``peers`` is its slug in the
    language pack ("country"), where there is one. ``basis`` says what a change or ratio is against in the closed
    words of exchange (previous_year:YYYY, same_period:PERIOD, year:YYYY, plan, central_estimate, council_estimate,
    none); for the month or quarter before ``against`` is "previous_period", and ``basis`` names a month as same_period
    where the text says so. ``bound`` marks one end of a range, whose two claims share a span. ``word`` means that the
    number is written in words. ``link`` says why the figure is linked to ``indicator_code``, or why it is not where a
    phrase of the catalogue stands (``links.Link``).
    """

    type: ClassVar[str] = "figure"

    value: Decimal
    raw_value: Decimal
    half_unit: Decimal
    unit: str
    kind: FigureKind
    direction: Direction | None = None
    basis: str = "none"
    against: str | None = None
    of: Decimal | None = None
    period: str | None = None
    area: str | None = None
    status: Status = "actual"
    modifier: Modifier | None = None
    bound: Literal["min", "max"] | None = None
    word: bool = False
    field: str | None = None
    peers: str | None = None
    indicator: str | None = None
    indicator_code: str | None = None
    link: Record | None = None

    @property
    def compared_with(self) -> str:
        """The basis, be it one that exchange has a word for or not."""
        return self.against or self.basis


@dataclass(frozen=True, slots=True)
class ReferenceClaim(Span):
    """A document that the text cites.

    ``number`` is as printed, ``symbol`` in Latin letters (Cyrillic look-alikes folded), ``date`` an
    ISO date or year.
    """

    type: ClassVar[str] = "reference"

    doc_type: str
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class TaskClaim(Span):
    """A directive, request or planned action with an assignee or a deadline, in words of the text.

    ``deadline`` is an ISO date, year or quarter, or the event as the text names it.
    """

    type: ClassVar[str] = "task"

    action: str
    assignee: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class FindingClaim(Span):
    """A judgement of the text about the work: a limitation, a cause, a lesson or a strength."""

    type: ClassVar[str] = "finding"

    finding_kind: FindingKind
    text: str


@dataclass(frozen=True, slots=True)
class AwardClaim(Span):
    """A title given to recipients.

    ``count`` says how many recipients, as far as the text does. ``note`` is a clause of which the text
    leaves open whether it holds for the last recipients of a list or for all of them.
    """

    type: ClassVar[str] = "award"

    title: str
    recipients: str
    count: Decimal | None = None
    period: str | None = None
    note: str | None = None


Claim = FigureClaim | ReferenceClaim | TaskClaim | FindingClaim | AwardClaim
