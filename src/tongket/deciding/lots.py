"""Which figures of a document may be accepted together: their grade, and what the checks say. Only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import localcontext
from itertools import islice

from django.db.models import Count

from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import EXACT, Quantity
from tongket.deciding import queries
from tongket.deciding.grades import Grade, graded
from tongket.deciding.models import Decision, Lot
from tongket.deciding.rules import Terms, check
from tongket.documents.models import Document
from tongket.ledger import queries as ledger
from tongket.reading import queries as reading
from tongket.reading.models import Claim, ClaimState
from tongket.reading.rules import Doubt
from tongket.units.models import PeerGroup

# A value more than so many times what is on record, or so small a part of it, looks like a slip of scale.
_LEAP = 5
# What speaks against a figure is named so often at most.
_NAMED = 3
# With so many values that a text gives for one thing, each of them differs from another.
_COMPARED = 50
# So many claims are decided about in one transaction at most, as others wait for it with theirs.
_AT_ONCE = 500


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


def candidates(document: Document, start: int = 0, end: int | None = None) -> list[Candidate]:
    """Every figure that begins in ``[start, end)`` of a document, waits and lacks nothing, in the order of the text."""
    end = len(document.text) if end is None else end
    figures = reading.within(document, start, end).filter(claim_type="figure")
    claims = [claim for claim in figures if start <= claim.evidence.start < end]
    grades = graded([queries.figure(claim) for claim in claims], covers=document.covers)
    decisions = queries.of_claims(claims)
    indicators = queries.Indicators()
    found = []
    for claim, grade in zip(claims, grades, strict=True):
        read = queries.acceptable(claim, indicators) if claim.state == ClaimState.OPEN else Doubt.NOT_A_FIGURE
        if isinstance(read, Terms):
            found.append(Candidate(claim, read, grade, len(decisions.get(claim.pk, []))))
    _object(document, found, indicators)
    return found


def span(document: Document, keys: Sequence[int]) -> tuple[int, int]:
    """The part of a text in which claims begin that were shown together. Raises InvalidInput for more than a page
    shows, or from all over a long text."""
    start, end = reading.span(document, keys) if len(keys) <= _AT_ONCE else (0, 0)
    if len(keys) > _AT_ONCE or reading.within(document, start, end).count() > _AT_ONCE:
        raise InvalidInput(gettext_noop("These are more figures than are accepted at once. Load the page again."))
    return start, end


def deciding(decisions: Iterable[Decision]) -> list[Lot]:
    """The lots that decisions were made in and that nobody has undone, oldest first, each with how many claims it
    decided about as ``size``."""
    keys = {decision.lot_id for decision in decisions if decision.lot_id}
    return list(Lot.objects.filter(pk__in=keys, undoes=None, undone_by=None).annotate(size=Count("decisions")))


def _object(document: Document, found: Sequence[Candidate], indicators: queries.Indicators) -> None:
    """Check each figure by itself, against the others of its text, and against what is on record."""
    peers = tuple(PeerGroup.objects.values_list("code", flat=True))
    said = _said(document, found)
    recorded: dict[str, list[Quantity]] = defaultdict(list)
    results: dict[tuple[str, Period], list[Quantity]] = defaultdict(list)
    if document.about_unit is not None and found:
        spans = {period.code for c in found for period in (c.terms.period, _before(c.terms.period))}
        codes = {candidate.terms.indicator for candidate in found}
        entries = ledger.about(document.about_unit).filter(indicator__code__in=codes, period__in=spans)
        for entry in entries:
            recorded[_about(queries.terms_of(entry))].append(entry.quantity)
            if entry.comparison == "value" and entry.measure in ("actual", "estimate"):
                results[entry.indicator.code, entry.span].append(entry.quantity)
    for candidate in found:
        terms, key = candidate.terms, _about(candidate.terms)
        indicator = indicators.on(terms.indicator, terms.period.last_day)
        try:
            check(terms, unit_of_measure=indicator.unit_of_measure if indicator else "", peers=peers)
        except InvalidInput as error:
            candidate.objections.append(error)
        for other in _differing(terms.quantity, said[key]):
            message = gettext_noop("The text also gives {value} for the same.")
            candidate.objections.append(InvalidInput(message, value=other.value))
        for other in _differing(terms.quantity, recorded[key]):
            message = gettext_noop("On record is {value} for the same.")
            candidate.objections.append(InvalidInput(message, value=other.value))
        leaps: list[TongketError] = []
        for period in {terms.period, _before(terms.period)} if terms.comparison == "value" else ():
            for other in results[terms.indicator, period]:
                if _leaps(terms.quantity, other):
                    message = gettext_noop("On record is {value} for {period}: {times} times as much or as little.")
                    said_so = {"value": other.value, "period": period.code, "times": _LEAP}
                    leaps.append(InvalidInput(message, **said_so))
        candidate.objections.extend(leaps[:_NAMED])


def _said(document: Document, found: Sequence[Candidate]) -> dict[str, list[Quantity]]:
    """The values that wait in the text, anywhere, for what the figures are about; of very many, some."""
    said: dict[str, list[Quantity]] = defaultdict(list)
    for candidate in found:
        said[_about(candidate.terms)].append(candidate.terms.quantity)
    for key in list(said):
        said[key] += [queries.as_signed(claim) for claim in reading.differing(document, key, most=_COMPARED)]
    return said


def _about(terms: Terms) -> str:
    return reading.about(terms.indicator, terms.period.code, terms.measure, terms.comparison, terms.basis)


def _before(period: Period) -> Period:
    """The year before a year; any other period is itself: values of unlike spans cannot be set side by side."""
    return Period.year(period.start.year - 1) if period.frequency == "year" and period.start.year > 1 else period


def _differing(quantity: Quantity, others: Iterable[Quantity]) -> list[Quantity]:
    """The others that rounding cannot explain; of many, the first few."""
    with localcontext(EXACT):
        differ = (o for o in others if abs(o.value - quantity.value) > o.half_unit + quantity.half_unit)
        return list(islice(dict.fromkeys(differ), _NAMED))


def _leaps(now: Quantity, before: Quantity) -> bool:
    with localcontext(EXACT):
        small, large = sorted((abs(now.value), abs(before.value)))
        return small > 0 and large > _LEAP * small
