"""From a document to claims, and from claims that leave no doubt to the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Case, Q, Value, When

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.catalogue import queries as catalogue
from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.catalogue.models import Indicator
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
from tongket.reading.queries import about, claims_of
from tongket.reading.rules import Doubt, Recordable, judge, peers_named
from tongket.reading.tables import read_table
from tongket.units.models import Unit

BATCH = 1_000
"""So many claims are kept at once: enough that statements cost little, few enough that memory does."""

_ROWS = 500
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


def keep_waiting(*, at: datetime, document: Document, context: Context, found: Sequence[kinds.Claim]) -> None:
    """Keep the claims of a text that ``claims_of`` read, as ``read_document`` does; but every figure is to wait.

    None of them counts before ``release``, so that they can be kept in several transactions: nobody else has to wait
    long with a write of theirs, however many there are. What was kept before and never released goes first.
    """
    coming = Claim.objects.filter(document=document, state=ClaimState.COMING)
    while left := list(coming.values_list("pk", flat=True)[:BATCH]):
        Claim.objects.filter(pk__in=left).delete()
    _keep(at=at, document=document, context=context, found=[_Read(claim) for claim in found], recording=False)


@transaction.atomic
def release(*, at: datetime, document: Document, context: Context) -> None:
    """Let the claims count that ``keep_waiting`` kept: the figures wait, the tasks are set."""
    coming = Claim.objects.filter(document=document, state=ClaimState.COMING)
    tasks = coming.filter(claim_type="task").select_related("evidence")
    for first in range(0, tasks.count(), BATCH):
        _assign(tasks[first : first + BATCH], at=at, context=context)
    taken = When(Q(claim_type="task") | Q(cited__isnull=False), then=Value(ClaimState.TAKEN))
    count = coming.update(state=Case(taken, default=Value(ClaimState.OPEN)))
    _say_read(count, at=at, document=document)


@transaction.atomic
def read_table_document(*, at: datetime, document: Document, context: Context, reading: TableReading) -> list[Claim]:
    """Read a table into claims, as ``read_document`` does a text."""
    if not document.claims.exists():
        found = [_Read(c.figure, c.cell, c.source, dict(c.notes)) for c in read_table(document.text, reading)]
        _keep(at=at, document=document, context=context, found=found)
    return list(document.claims.select_related("evidence", "indicator", "observation"))


@transaction.atomic
def forget(document: Document) -> None:
    """Let go of all claims of a document about which nobody decided, and of its tasks: it is to be read anew."""
    plan.forget(document)
    document.claims.all().delete()


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
    """Keep claims, and record what leaves no doubt; where rules are not to record, keep them until their release."""
    keeper = _Keeper(at, document, context, recording)
    for first in range(0, len(found), BATCH):
        with transaction.atomic():
            claims = keeper.keep(found[first : first + BATCH])
            if recording:
                _assign([claim for claim in claims if claim.claim_type == "task"], at=at, context=context)
    if recording:
        _say_read(len(found), at=at, document=document)


def _say_read(count: int, *, at: datetime, document: Document) -> None:
    """Leave the audit row. A document that says nothing is read again every time, and leaves no trace of it."""
    if count:
        by, thing = f"rule:{document.language or 'auto'}", f"document:{document.slug}"
        events.leave(by=by, at=at, verb="read", thing=thing, claims=count)


def _assign(claims: Iterable[Claim], *, at: datetime, context: Context) -> None:
    """Set the tasks that were read."""
    tasks = [
        plan.Assignment(
            by=Actor("rule", claim.rule),
            evidence=claim.evidence,
            action=claim.content["action"],
            assignee=claim.content["assignee"] or "",
            deadline=claim.content["deadline"] or "",
        )
        for claim in claims
    ]
    plan.assign(at=at, unit=context.unit, period=context.tasks_for, tasks=tasks)


class _Keeper:
    """Keeps the claims of a document, many at once; what each needs to be looked up is looked up once."""

    def __init__(self, at: datetime, document: Document, context: Context, recording: bool) -> None:
        self._at, self._document, self._context, self._recording = at, document, context, recording
        self._ordinals: dict[tuple[str, int, int], int] = {}
        self._indicators: dict[str, Indicator | None] = {}
        self._definitions: dict[date, dict[str, IndicatorDefinition]] = {}
        self._cited: dict[tuple[str, str], Document | None] = {}

    def keep(self, found: Sequence[_Read]) -> list[Claim]:
        """The next claims of the text, in its order."""
        spans = [ledger.Span(item.claim.start, item.claim.end, item.cell, item.source) for item in found]
        places = ledger.cite_many(document=self._document, spans=spans)
        claims = [self._claim(item, evidence) for item, evidence in zip(found, places, strict=True)]
        return Claim.objects.bulk_create(claims, batch_size=_ROWS)

    def _claim(self, item: _Read, evidence: Evidence) -> Claim:
        """A claim, not stored yet; a figure that leaves no doubt is recorded."""
        read = item.claim
        actor = Actor("rule", read.rule)
        policy.require(actor, Permission.READ_INTO_CLAIMS)
        place = (read.type, read.start, read.end)
        self._ordinals[place] = self._ordinals.get(place, -1) + 1
        claim = Claim(
            document=self._document,
            evidence=evidence,
            claim_type=read.type,
            ordinal=self._ordinals[place],
            rule=read.rule,
            content={**read.as_record(), "notes": item.notes},
        )
        match read:
            case kinds.FigureClaim():
                figure = self._with_peers(read)
                claim.about = self._about(figure)
                self._take_figure(claim, judge(figure, self._meant(figure)), actor)
            case kinds.ReferenceClaim():
                if read.number and read.symbol:
                    claim.cited = self._known(read.number, read.symbol)
                    claim.state = ClaimState.TAKEN if claim.cited else ClaimState.OPEN
            case kinds.TaskClaim():
                claim.state = ClaimState.TAKEN
        if not self._recording:
            claim.state = ClaimState.COMING
        return claim

    def _with_peers(self, figure: kinds.FigureClaim) -> kinds.FigureClaim:
        """A rank with those it is counted among, as far as the words behind it name them."""
        if figure.kind != "rank" or figure.peers is not None:
            return figure
        beside = self._document.text[figure.start : figure.end + _FIELD_REACH]
        return replace(figure, peers=peers_named(beside, self._context.peers))

    def _about(self, figure: kinds.FigureClaim) -> str:
        """What a figure is about, one end of a range, too, which people may accept."""
        judged = judge(replace(figure, bound=None), self._meant(figure))
        if isinstance(judged, Doubt):
            return ""
        return about(judged.indicator.code, judged.period.code, judged.measure, judged.comparison, judged.basis)

    def _meant(self, figure: kinds.FigureClaim) -> dict[str, IndicatorDefinition]:
        """What the indicators meant when the figure's period ended, or else on the day of the document."""
        try:
            day = Period.told(figure.period or "").last_day
        except InvalidInput:
            day = self._document.issued_on or self._document.received_on or self._at.date()
        if day not in self._definitions:
            self._definitions[day] = {i.code: i for i in self._context.catalogue.on(day).indicators}
        return self._definitions[day]

    def _take_figure(self, claim: Claim, judged: Recordable | Doubt, actor: Actor) -> None:
        """Record a figure; what is in doubt waits, and everything does where rules are not to record."""
        if isinstance(judged, Doubt) or not self._recording:
            claim.waits_for = judged if isinstance(judged, Doubt) else Doubt.NOT_ACCEPTED
            code = claim.content.get("indicator_code")
            if code and judged is not Doubt.NO_INDICATOR:
                claim.indicator = self._indicator(code)
            return
        claim.observation = _record(claim.evidence, judged, actor=actor, at=self._at, unit=self._context.unit)
        claim.indicator = claim.observation.indicator
        claim.state = ClaimState.TAKEN

    def _indicator(self, code: str) -> Indicator | None:
        if code not in self._indicators:
            self._indicators[code] = catalogue.in_force(self._at.date()).filter(code=code).first()
        return self._indicators[code]

    def _known(self, number: str, symbol: str) -> Document | None:
        if (number, symbol) not in self._cited:
            self._cited[number, symbol] = documents.cited(number=number, symbol=symbol)
        return self._cited[number, symbol]


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
