"""Which figures of a document may be accepted together: their grade, and what the checks say. Only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import localcontext

from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import EXACT, Quantity
from tongket.catalogue import queries as catalogue
from tongket.deciding import queries
from tongket.deciding.grades import Grade, graded
from tongket.deciding.models import Lot
from tongket.deciding.rules import Terms, check
from tongket.documents.models import Document
from tongket.ledger import queries as ledger
from tongket.reading import queries as reading
from tongket.reading.models import Claim, ClaimState
from tongket.reading.rules import Doubt
from tongket.units.models import PeerGroup

# A value more than so many times what is on record, or so small a part of it, looks like a slip of scale.
_LEAP = 5

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Candidate:
    """A figure that waits and could be accepted as it was read; ``objections`` are what the checks say against it."""

    claim: Claim
    terms: Terms
    grade: Grade
    seen: int
    objections: list[TongketError] = field(default_factory=list)

    def passes(self, grade: Grade) -> bool:
        """Whether it is of the grade or a better one, and nothing speaks against it."""
        return self.grade <= grade and not self.objections


def candidates(document: Document) -> list[Candidate]:
    """Every figure of a document that waits and lacks nothing, in the order of the text."""
    figures = list(reading.of_document(document).filter(claim_type="figure"))
    grades = graded(document.text, [queries.figure(claim) for claim in figures], covers=document.covers)
    decisions = queries.of_document(document)
    found = []
    for claim, grade in zip(figures, grades, strict=True):
        read = queries.acceptable(claim) if claim.state == ClaimState.OPEN else Doubt.NOT_A_FIGURE
        if isinstance(read, Terms):
            found.append(Candidate(claim, read, grade, len(decisions.get(claim.pk, []))))
    _object(document, found)
    return found


def of_document(document: Document) -> list[Lot]:
    """The lots of a document that nobody has undone, oldest first."""
    return list(Lot.objects.filter(document=document, undoes=None, undone_by=None).prefetch_related("decisions"))


def _object(document: Document, found: Sequence[Candidate]) -> None:
    """Check each figure by itself, against the others of its text, and against what is on record."""
    peers = tuple(PeerGroup.objects.values_list("code", flat=True))
    said: dict[Key, list[Quantity]] = defaultdict(list)
    for candidate in found:
        said[_key(candidate.terms)].append(candidate.terms.quantity)
    recorded: dict[Key, list[Quantity]] = defaultdict(list)
    results: dict[tuple[str, Period], list[Quantity]] = defaultdict(list)
    if document.about_unit is not None:
        for entry in ledger.about(document.about_unit):
            recorded[_key(queries.terms_of(entry))].append(entry.quantity)
            if entry.comparison == "value" and entry.measure in ("actual", "estimate"):
                results[entry.indicator.code, entry.span].append(entry.quantity)
    for candidate in found:
        terms, key = candidate.terms, _key(candidate.terms)
        indicator = catalogue.get(terms.indicator, day=terms.period.last_day)
        try:
            check(terms, unit_of_measure=indicator.unit_of_measure, peers=peers)
        except InvalidInput as error:
            candidate.objections.append(error)
        for other in _differing(terms.quantity, said[key]):
            message = gettext_noop("The text also gives {value} for the same.")
            candidate.objections.append(InvalidInput(message, value=other.value))
        for other in _differing(terms.quantity, recorded[key]):
            message = gettext_noop("On record is {value} for the same.")
            candidate.objections.append(InvalidInput(message, value=other.value))
        for period in {terms.period, _before(terms.period)} if terms.comparison == "value" else ():
            for other in results[terms.indicator, period]:
                if _leaps(terms.quantity, other):
                    message = gettext_noop("On record is {value} for {period}: {times} times as much or as little.")
                    said_so = {"value": other.value, "period": period.code, "times": _LEAP}
                    candidate.objections.append(InvalidInput(message, **said_so))


def _key(terms: Terms) -> Key:
    """What a figure is about: two that differ in nothing of it should say the same."""
    return (terms.indicator, terms.period.code, terms.measure, terms.comparison, terms.basis)


def _before(period: Period) -> Period:
    """The year before a year; any other period is itself: values of unlike spans cannot be set side by side."""
    return Period.year(period.start.year - 1) if period.frequency == "year" and period.start.year > 1 else period


def _differing(quantity: Quantity, others: Iterable[Quantity]) -> list[Quantity]:
    """The others that rounding cannot explain."""
    with localcontext(EXACT):
        return [o for o in others if abs(o.value - quantity.value) > o.half_unit + quantity.half_unit]


def _leaps(now: Quantity, before: Quantity) -> bool:
    with localcontext(EXACT):
        small, large = sorted((abs(now.value), abs(before.value)))
        return small > 0 and large > _LEAP * small
