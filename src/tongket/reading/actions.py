"""From a document to claims, and from claims that leave no doubt to the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.catalogue import queries as catalogue
from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.documents import queries as documents
from tongket.documents.models import Document
from tongket.ledger import actions as ledger
from tongket.ledger.models import Comparison, Evidence, Measure, Observation
from tongket.packs.definitions import Pack, TableReading
from tongket.plan import actions as plan
from tongket.plan.models import Outcome
from tongket.reading import claims as kinds
from tongket.reading.achievements import Achievement, find_achievements
from tongket.reading.models import Claim, ClaimState
from tongket.reading.queries import claims_of
from tongket.reading.rules import Doubt, Recordable, judge, peers_named
from tongket.reading.tables import read_table
from tongket.units.models import Unit

# How far behind a rank its field is named, in characters.
_FIELD_REACH = 80


@dataclass(frozen=True)
class Context:
    """What a document is read with: about whom it speaks, the catalogue, the phrases by which texts of the region
    mean groups of peers, and for when the tasks are that it sets."""

    unit: Unit
    catalogue: Catalogue
    tasks_for: Period
    peers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, unit: Unit) -> Context:
        """The context of a pack's documents: they sum up its review year, and set tasks for the next."""
        peers = {phrase: group.code for group in pack.peers for by in group.phrases.values() for phrase in by}
        return cls(unit, pack.catalogue.with_synonyms(catalogue.learned()), Period.year(pack.review_year + 1), peers)


@transaction.atomic
def read_document(*, at: datetime, document: Document, context: Context) -> list[Claim]:
    """Read a text into claims; what links safely is recorded by the rule that read it, the rest waits.

    A document that was read already is left as it is: its claims are returned.
    """
    if not document.claims.exists():
        found = claims_of(document, context.catalogue)
        _keep(at=at, document=document, context=context, found=[_Read(claim) for claim in found])
        for achievement in find_achievements(document.text, found, language=document.language or "auto"):
            _note(achievement, at=at, document=document, unit=context.unit)
    return list(document.claims.select_related("evidence", "indicator", "observation"))


@transaction.atomic
def keep_waiting(*, at: datetime, document: Document, context: Context, found: Sequence[kinds.Claim]) -> None:
    """Keep the claims of a text that ``claims_of`` read, as ``read_document`` does; but every figure waits.

    To read takes long and this does not: nobody else has to wait with a write of theirs meanwhile.
    """
    _keep(at=at, document=document, context=context, found=[_Read(claim) for claim in found], recording=False)


@transaction.atomic
def read_table_document(*, at: datetime, document: Document, context: Context, reading: TableReading) -> list[Claim]:
    """Read a table into claims, as ``read_document`` does a text."""
    if not document.claims.exists():
        found = [_Read(c.figure, c.cell, c.source, dict(c.notes)) for c in read_table(document.text, reading)]
        _keep(at=at, document=document, context=context, found=found)
    return list(document.claims.select_related("evidence", "indicator", "observation"))


def mark_taken(claims: Iterable[Claim]) -> None:
    """Note that claims became part of a review."""
    Claim.objects.filter(pk__in=[claim.pk for claim in claims]).update(state=ClaimState.TAKEN, waits_for="")


def become(claim: Claim, state: ClaimState, observation: Observation | None) -> None:
    """Note what a person made of a claim; the entry that rests on it names the indicator."""
    claim.state, claim.observation = state, observation
    if observation is not None:
        claim.indicator = observation.indicator
    claim.save(update_fields=["state", "observation", "indicator"])


@dataclass(frozen=True)
class _Read:
    """A claim as read; for a table also its cell, the source its row names, and notes on the row."""

    claim: kinds.Claim
    cell: str = ""
    source: str = ""
    notes: dict[str, str] = field(default_factory=dict)


def _keep(*, at: datetime, document: Document, context: Context, found: list[_Read], recording: bool = True) -> None:
    ordinals: dict[tuple[str, int, int], int] = {}
    for item in found:
        read = item.claim
        actor = Actor("rule", read.rule)
        policy.require(actor, Permission.READ_INTO_CLAIMS)
        place = (read.type, read.start, read.end)
        ordinals[place] = ordinals.get(place, -1) + 1
        evidence = ledger.cite(document=document, start=read.start, end=read.end, cell=item.cell, source=item.source)
        claim = Claim(
            document=document,
            evidence=evidence,
            claim_type=read.type,
            ordinal=ordinals[place],
            rule=read.rule,
            content={**read.as_record(), "notes": item.notes},
        )
        match read:
            case kinds.FigureClaim():
                if read.kind == "rank" and read.peers is None:
                    beside = document.text[read.start : read.end + _FIELD_REACH]
                    read = replace(read, peers=peers_named(beside, context.peers))
                judged = judge(read, _definitions(context.catalogue, read, document, at))
                _take_figure(claim, judged, actor=actor, at=at, unit=context.unit if recording else None)
            case kinds.ReferenceClaim():
                if read.number and read.symbol:
                    claim.cited = documents.cited(number=read.number, symbol=read.symbol)
                    claim.state = ClaimState.TAKEN if claim.cited else ClaimState.OPEN
            case kinds.TaskClaim():
                plan.assign(
                    by=actor,
                    at=at,
                    unit=context.unit,
                    period=context.tasks_for,
                    evidence=evidence,
                    action=read.action,
                    assignee=read.assignee or "",
                    deadline=read.deadline or "",
                )
                claim.state = ClaimState.TAKEN
        claim.save()
    if found:  # a document that says nothing is read again every time, and leaves no trace of it
        events.leave(
            by=f"rule:{document.language or 'auto'}",
            at=at,
            verb="read",
            thing=f"document:{document.slug}",
            claims=len(found),
        )


def _definitions(
    catalogue: Catalogue, figure: kinds.FigureClaim, document: Document, at: datetime
) -> dict[str, IndicatorDefinition]:
    """What the indicators meant when the figure's period ended, or else on the day of the document."""
    try:
        day = Period.parse(figure.period or "").last_day
    except InvalidInput:
        day = document.issued_on or document.received_on or at.date()
    return {i.code: i for i in catalogue.on(day).indicators}


def _note(achievement: Achievement, *, at: datetime, document: Document, unit: Unit) -> None:
    """Keep that a target was met, where the figure that shows it is without doubt."""
    observation = Observation.objects.filter(
        evidence__document=document,
        evidence__start=achievement.figure.start,
        evidence__end=achievement.figure.end,
    ).first()
    if observation is not None:
        plan.note_outcome(
            by=Actor("rule", achievement.rule),
            at=at,
            indicator=observation.indicator,
            unit=unit,
            outcome=Outcome(achievement.outcome),
            resolution=achievement.set_by,
            evidence=ledger.cite(document=document, start=achievement.start, end=achievement.end),
        )


def _take_figure(claim: Claim, judged: Recordable | Doubt, *, actor: Actor, at: datetime, unit: Unit | None) -> None:
    """Record a figure of a unit; what is in doubt waits, and everything does without a unit to record it of."""
    if isinstance(judged, Doubt) or unit is None:
        claim.waits_for = judged if isinstance(judged, Doubt) else Doubt.NOT_ACCEPTED
        code = claim.content.get("indicator_code")
        if code and judged is not Doubt.NO_INDICATOR:
            claim.indicator = catalogue.in_force(at.date()).filter(code=code).first()
        return
    claim.observation = _record(claim.evidence, judged, actor=actor, at=at, unit=unit)
    claim.indicator = claim.observation.indicator
    claim.state = ClaimState.TAKEN


def _record(evidence: Evidence, judged: Recordable, *, actor: Actor, at: datetime, unit: Unit) -> Observation:
    observation = ledger.record(
        by=actor,
        at=at,
        entry=ledger.Entry(
            indicator=catalogue.get(judged.indicator.code, day=judged.period.last_day),
            unit=unit,
            period=judged.period,
            measure=Measure(judged.measure),
            quantity=judged.quantity,
            unit_of_measure=judged.unit_of_measure,
            evidence=evidence,
            comparison=Comparison(judged.comparison),
            basis=judged.basis,
            denominator="" if judged.denominator is None else decimal_text(judged.denominator),
            modifier=judged.modifier,
        ),
    )
    if observation.measure == Measure.TARGET:
        plan.promise(by=actor, at=at, observation=observation)
    return observation
