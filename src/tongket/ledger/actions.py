"""Writing to the ledger: the only way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, signals
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import Quantity, decimal_text
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger import anchors
from tongket.ledger.chain import GENESIS, entry_hash
from tongket.ledger.models import Comparison, Evidence, Measure, Observation, Verification
from tongket.ledger.queries import content_of
from tongket.units.models import Unit

_BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is to be recorded; see Observation for the meaning of each part."""

    indicator: Indicator
    unit: Unit
    period: Period
    measure: Measure
    quantity: Quantity
    unit_of_measure: str
    evidence: Evidence
    comparison: Comparison = Comparison.VALUE
    basis: str = ""
    denominator: str = ""
    modifier: str = ""
    verification: Verification = Verification.DOCUMENTED

    @classmethod
    def of(cls, observation: Observation) -> Entry:
        """What an entry that is held says."""
        return cls(
            indicator=observation.indicator,
            unit=observation.unit,
            period=observation.span,
            measure=Measure(observation.measure),
            quantity=observation.quantity,
            unit_of_measure=observation.unit_of_measure,
            evidence=observation.evidence,
            comparison=Comparison(observation.comparison),
            basis=observation.basis,
            denominator=observation.denominator,
            modifier=observation.modifier,
            verification=Verification(observation.verification),
        )


@dataclass(frozen=True)
class Span:
    """A place in a document: ``text[start:end]``; its cell, when it is a table; and the source that the row names."""

    start: int
    end: int
    cell: str = ""
    source: str = ""


def cite(*, document: Document, start: int, end: int, cell: str = "", source: str = "") -> Evidence:
    """The evidence for a place in a document; the same place is the same evidence.

    Raises InvalidInput when the place is not inside the text.
    """
    return cite_many(document=document, spans=[Span(start, end, cell, source)])[0]


@transaction.atomic
def cite_many(*, document: Document, spans: Sequence[Span]) -> list[Evidence]:
    """The evidence for several places in a document, in their order; as ``cite``."""
    for span in spans:
        if not 0 <= span.start < span.end <= len(document.text):
            raise InvalidInput(
                gettext_noop("“{slug}” has {length} characters; there is no place {start} to {end} in it."),
                slug=document.slug,
                length=len(document.text),
                start=span.start,
                end=span.end,
            )
    starts = [span.start for span in spans]
    held = Evidence.objects.filter(document=document, start__gte=min(starts), start__lte=max(starts)) if spans else []
    known = {(evidence.start, evidence.end): evidence for evidence in held}
    new = {
        (span.start, span.end): Evidence(
            document=document,
            start=span.start,
            end=span.end,
            quote=document.text[span.start : span.end],
            cell=span.cell,
            source=span.source,
        )
        for span in spans
        if (span.start, span.end) not in known
    }
    known |= {(e.start, e.end): e for e in Evidence.objects.bulk_create(new.values(), batch_size=_BATCH)}
    return [known[span.start, span.end] for span in spans]


def record(*, by: Actor, at: datetime, entry: Entry) -> Observation:
    """Add an observation to the end of the chain."""
    return _append(by=by, at=at, entry=entry, replaces=None, reason="")


@transaction.atomic
def record_many(*, by: Actor, at: datetime, entries: Sequence[Entry]) -> list[Observation]:
    """Add several observations to the end of the chain, in their order, with one audit row for all."""
    policy.require(by, Permission.RECORD_OBSERVATION)
    head = _head()
    made: list[Observation] = []
    for entry in entries:
        head = _next(head, entry, by=by, at=at, replaces=None, reason="")
        made.append(head)
    Observation.objects.bulk_create(made, batch_size=_BATCH)
    if made:
        first, last = made[0], made[-1]
        anchors.keep_when_committed(last.seq, last.hash)
        thing = f"observations:{first.seq}-{last.seq}"
        events.leave(by=str(by), at=at, verb="record", thing=thing, hash=last.hash)
        signals.recorded.send(Observation, observations=made)
    return made


def correct(*, by: Actor, at: datetime, replaces: Observation, entry: Entry, reason: str) -> Observation:
    """Add an observation that takes the place of an earlier one, which stays as it was.

    Raises InvalidInput without a reason, Conflict when the earlier one was corrected already.
    """
    if not reason.strip():
        raise InvalidInput(gettext_noop("A correction of observation {seq} needs a reason."), seq=replaces.seq)
    return _append(by=by, at=at, entry=entry, replaces=replaces, reason=reason)


def withdraw(*, by: Actor, at: datetime, replaces: Observation, reason: str) -> Observation:
    """Add an observation that says that an earlier one no longer holds, and that puts nothing in its place.

    Raises InvalidInput without a reason, Conflict when the earlier one was corrected or withdrawn already.
    """
    entry = replace(Entry.of(replaces), verification=Verification.WITHDRAWN)
    if replaces.verification == Verification.WITHDRAWN:
        raise Conflict(gettext_noop("Observation {seq} was withdrawn already."), seq=replaces.seq)
    return correct(by=by, at=at, replaces=replaces, entry=entry, reason=reason)


@transaction.atomic
def _append(*, by: Actor, at: datetime, entry: Entry, replaces: Observation | None, reason: str) -> Observation:
    policy.require(by, Permission.RECORD_OBSERVATION)
    if replaces is not None and Observation.objects.filter(replaces=replaces).exists():
        raise Conflict(
            gettext_noop("Observation {seq} was corrected already; correct the newer one."), seq=replaces.seq
        )
    observation = _next(_head(), entry, by=by, at=at, replaces=replaces, reason=reason)
    observation.save(force_insert=True)
    anchors.keep_when_committed(observation.seq, observation.hash)
    events.leave(
        by=str(by),
        at=at,
        verb="record" if replaces is None else "correct",
        thing=f"observation:{observation.seq}",
        hash=observation.hash,
    )
    signals.recorded.send(Observation, observations=[observation])
    return observation


def _head() -> Observation | None:
    """The end of the chain. One writer at a time (``base.databases``), so nobody can take the same number."""
    return Observation.objects.order_by("-seq").first()


def _next(
    head: Observation | None, entry: Entry, *, by: Actor, at: datetime, replaces: Observation | None, reason: str
) -> Observation:
    """The observation that follows ``head``, not stored yet."""
    observation = Observation(
        seq=1 if head is None else head.seq + 1,
        indicator=entry.indicator,
        unit=entry.unit,
        period=entry.period.code,
        period_start=entry.period.start,
        period_end=entry.period.end,
        measure=entry.measure,
        comparison=entry.comparison,
        basis=entry.basis,
        value=decimal_text(entry.quantity.value),
        unit_of_measure=entry.unit_of_measure,
        half_unit=decimal_text(entry.quantity.half_unit),
        denominator=entry.denominator,
        modifier=entry.modifier,
        evidence=entry.evidence,
        verification=entry.verification,
        recorded_at=at,
        recorded_by=str(by),
        reason=reason,
        replaces=replaces,
        previous_hash=GENESIS if head is None else head.hash,
    )
    observation.hash = entry_hash(observation.previous_hash, content_of(observation))
    return observation
