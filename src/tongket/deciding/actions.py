"""Deciding: about claims one by one or several, and between sources that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, signals
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.catalogue import actions as catalogue_actions
from tongket.catalogue import queries as catalogue
from tongket.catalogue.models import Indicator
from tongket.deciding import lots, queries
from tongket.deciding.grades import Grade
from tongket.deciding.models import Decision, Lot, Settlement, Verdict
from tongket.deciding.rules import Terms, check, contradicts
from tongket.documents.models import Document
from tongket.intake import actions as intake_actions
from tongket.intake import queries as intake
from tongket.ledger import actions as ledger
from tongket.ledger.models import Comparison, Measure, Observation, Verification
from tongket.plan import actions as plan
from tongket.reading import actions as reading
from tongket.reading.models import Claim, ClaimState
from tongket.reading.rules import Doubt
from tongket.units.models import PeerGroup, Unit


class DecidedMeanwhile(Conflict):
    """Somebody else decided since the decider looked; nothing was recorded."""

    code = "tongket.decided_meanwhile"


@transaction.atomic
def decide(
    *,
    by: Actor,
    at: datetime,
    claim: Claim,
    seen: int,
    verdict: Verdict,
    terms: Terms | None = None,
    reason: str = "",
    lot: Lot | None = None,
) -> Decision:
    """Decide about a figure that was read, and bring the ledger to what was decided.

    ``seen`` is how many decisions about the claim its decider knew of. ``terms`` are needed to correct, and to accept
    what the text leaves open; without them, a claim is accepted as it was read. What contradicts the reading is a
    correction, whatever it is called. Corrections and rejections need a reason.

    Raises DecidedMeanwhile when there are more decisions than were seen, InvalidInput for what cannot be decided so.
    """
    policy.require(by, Permission.DECIDE_CLAIM)
    claim = queries.claim(claim.pk)  # as it is now: the caller may have read it before another decision
    decisions = queries.of_claim(claim)
    if len(decisions) != seen:
        newest = decisions[-1] if decisions else None
        raise DecidedMeanwhile(
            gettext_noop(
                "{who} decided about “{quote}” while you had it open. Nothing of yours was recorded. "
                "See what was decided, and decide again if you must."
            ),
            who=newest.decided_by.partition(":")[2] if newest else "",
            quote=claim.evidence.quote,
        )
    if not queries.may_be_decided(claim):
        raise InvalidInput(
            gettext_noop("“{quote}” belongs to a finding, an award or a task, and cannot be decided about here."),
            quote=claim.evidence.quote,
        )
    held, state = _resolved(claim, decisions, verdict, terms)
    if verdict is Verdict.ACCEPT and held is not None and contradicts(held, queries.figure(claim)):
        verdict = Verdict.CORRECT if held != queries.before_people(claim) else verdict
    if verdict in (Verdict.CORRECT, Verdict.REJECT) and not reason.strip():
        raise InvalidInput(gettext_noop("Say why: a correction or a rejection needs a reason."))
    observation = _bring(claim, held, verdict, by=by, at=at, reason=reason.strip())
    reading.become(claim, state, observation)
    decision = Decision.objects.create(
        claim=claim,
        number=seen + 1,
        verdict=verdict,
        terms=held.as_record() if held else None,
        reason=reason.strip(),
        lot=lot,
        observation=observation,
        decided_by=str(by),
        decided_at=at,
    )
    _teach(claim, held, by=by, at=at)
    together = {"lot": lot.pk} if lot else {}
    events.leave(by=str(by), at=at, verb=verdict.value, thing=f"claim:{claim.pk}", number=decision.number, **together)
    return decision


def _teach(claim: Claim, held: Terms | None, *, by: Actor, at: datetime) -> None:
    """Let the catalogue learn the words of a figure whose indicator a person named; what it learned from an earlier
    decision about the same figure, and is said no more, is revoked."""
    evidence, figure = claim.evidence, queries.figure(claim)
    document = claim.document.slug
    for synonym in catalogue.learned_from(document).get((evidence.start, evidence.end), ()):
        if held is None or synonym.indicator != held.indicator:
            catalogue_actions.revoke(by=by, at=at, synonym=synonym)
    if held is None or held.indicator == figure.indicator_code or queries.before_people(claim) == held:
        return
    phrase, language = queries.phrase_of(claim)
    try:
        catalogue_actions.learn(
            by=by,
            at=at,
            code=held.indicator,
            language=language,
            phrase=phrase,
            document=document,
            start=evidence.start,
            end=evidence.end,
        )
    except Conflict:
        return  # the page of the document says so, as long as it is so


def _resolved(
    claim: Claim, decisions: list[Decision], verdict: Verdict, terms: Terms | None
) -> tuple[Terms | None, ClaimState]:
    """What holds after a decision, and the state that leaves the claim in."""
    match verdict:
        case Verdict.REJECT:
            return None, ClaimState.REJECTED
        case Verdict.UNDO:
            if queries.undoable(decisions) is None:
                raise InvalidInput(gettext_noop("Nothing was decided about this yet: there is nothing to undo."))
            earlier = queries.before(decisions)
            if earlier is None:
                original = queries.before_people(claim)
                return original, ClaimState.TAKEN if original else ClaimState.OPEN
            if earlier.terms is None:
                return None, ClaimState.REJECTED
            return Terms.from_record(earlier.terms), ClaimState.TAKEN
        case _:
            return _checked(terms) if terms else _acceptable(claim), ClaimState.TAKEN


def _acceptable(claim: Claim) -> Terms:
    read = queries.acceptable(claim)
    if isinstance(read, Doubt):
        raise InvalidInput(
            gettext_noop("“{quote}” cannot be accepted as it was read: add what is missing first."),
            quote=claim.evidence.quote,
        )
    return read


def _checked(terms: Terms) -> Terms:
    indicator = catalogue.get(terms.indicator, day=terms.period.last_day)
    peers = tuple(PeerGroup.objects.values_list("code", flat=True))
    check(terms, unit_of_measure=indicator.unit_of_measure, peers=peers)
    return terms


def _bring(
    claim: Claim, terms: Terms | None, verdict: Verdict, *, by: Actor, at: datetime, reason: str
) -> Observation | None:
    """Bring the ledger to what was decided; returns the newest entry that rests on the claim."""
    held, on_record = queries.newest_entry(claim), queries.held_now(claim)
    if terms == on_record:
        return held
    said = reason or verdict.value
    if terms is None:
        return ledger.withdraw(by=by, at=at, replaces=held, reason=said) if held else None
    entry = ledger.Entry(
        indicator=catalogue.get(terms.indicator, day=terms.period.last_day),
        unit=_unit(claim),
        period=terms.period,
        measure=Measure(terms.measure),
        quantity=terms.quantity,
        unit_of_measure=terms.unit_of_measure,
        evidence=claim.evidence,
        comparison=Comparison(terms.comparison),
        basis=terms.basis,
        denominator="" if terms.denominator is None else decimal_text(terms.denominator),
        modifier=terms.modifier,
        verification=Verification.CORRECTED if verdict is Verdict.CORRECT else Verification.DOCUMENTED,
    )
    if held is None:
        observation = ledger.record(by=by, at=at, entry=entry)
    else:
        observation = ledger.correct(by=by, at=at, replaces=held, entry=entry, reason=said)
    if observation.measure == Measure.TARGET:
        plan.promise(by=by, at=at, observation=observation)
    return observation


def _unit(claim: Claim) -> Unit:
    if claim.observation is not None:
        return claim.observation.unit
    if claim.document.about_unit is None:
        raise InvalidInput(gettext_noop("It is not known about which unit “{slug}” speaks."), slug=claim.document.slug)
    return claim.document.about_unit


@dataclass(frozen=True)
class LotOutcome:
    """What became of a lot: how many claims were decided, and why each of the others was not, by its key."""

    decided: int
    skipped: Mapping[int, TongketError]


@transaction.atomic
def accept_lot(
    *, by: Actor, at: datetime, document: Document, grade: Grade, shown: Sequence[tuple[int, int]]
) -> LotOutcome:
    """Accept the claims that were shown (each with the number of decisions its decider had seen), as they were read.

    One transaction, and a decision for each. A claim that somebody decided about meanwhile, or that may not be accepted
    so any more by its grade or a check, is skipped and named; the others go on. Without one left, nothing is kept.
    """
    policy.require(by, Permission.DECIDE_CLAIM)
    start, end = lots.span(document, [key for key, _ in shown])
    candidates = {candidate.claim.pk: candidate for candidate in lots.candidates(document, start, end)}
    lot = Lot.objects.create(document=document, grade=grade, decided_by=str(by), decided_at=at)
    skipped: dict[int, TongketError] = {}
    for key, seen in shown:
        claim = _of_document(key, document)
        try:
            candidate = candidates.get(key)
            if len(queries.of_claim(claim)) == seen and (candidate is None or not candidate.passes(grade)):
                raise Conflict(
                    gettext_noop("“{quote}” cannot be accepted together with others any more. Look at it by itself."),
                    quote=claim.evidence.quote,
                )
            decide(by=by, at=at, claim=claim, seen=seen, verdict=Verdict.ACCEPT, lot=lot)
        except (Conflict, InvalidInput) as error:
            skipped[key] = error
    return _kept(lot, skipped)


@transaction.atomic
def reopen(*, by: Actor, at: datetime, document: Document) -> None:
    """Take back what was said of an uploaded document, and all that was read in it, to say anew what it is.

    Raises InvalidInput for what was not uploaded, Conflict where it was not said or read yet, or somebody decided about
    a figure of it, be it undone: that decision was made about what was read.
    """
    policy.require(by, Permission.RECEIVE_DOCUMENT)
    received = intake.of_document(document)
    if received is None:
        raise InvalidInput(gettext_noop("“{slug}” was not uploaded here."), slug=document.slug)
    if received.described_at is None or received.due:
        raise Conflict(gettext_noop("Nobody has said yet what document this is, or it is being read."))
    if queries.decided_in(document):
        raise Conflict(
            gettext_noop("Somebody has decided about a figure of this document. What it was said to be stays.")
        )
    reading.forget(document)
    intake_actions.reopen(at=at, received=received)
    events.leave(by=str(by), at=at, verb="reopen", thing=f"document:{document.slug}", covers=document.covers)


@transaction.atomic
def undo_lot(*, by: Actor, at: datetime, lot: Lot) -> LotOutcome:
    """Undo what was accepted together; what somebody decided about since then stays as they decided, and is named.

    Raises DecidedMeanwhile when the lot was undone before.
    """
    policy.require(by, Permission.DECIDE_CLAIM)
    earlier = Lot.objects.filter(undoes=lot).first()
    if earlier is not None or lot.undoes_id is not None:
        raise DecidedMeanwhile(
            gettext_noop("{who} undid this already. Nothing of yours was recorded."),
            who=(earlier or lot).decided_by.partition(":")[2],
        )
    undoing = Lot.objects.create(document=lot.document, grade=lot.grade, undoes=lot, decided_by=str(by), decided_at=at)
    skipped: dict[int, TongketError] = {}
    for decision in lot.decisions.select_related("claim__evidence"):
        seen = decision.number
        try:
            decide(by=by, at=at, claim=decision.claim, seen=seen, verdict=Verdict.UNDO, lot=undoing)
        except DecidedMeanwhile as error:
            skipped[decision.claim_id] = error
    return _kept(undoing, skipped)


def _kept(lot: Lot, skipped: dict[int, TongketError]) -> LotOutcome:
    """The outcome of a lot; one in which nothing was decided is not kept."""
    decided = lot.decisions.count()
    if not decided:
        transaction.set_rollback(True)
    return LotOutcome(decided, skipped)


def _of_document(key: int, document: Document) -> Claim:
    claim = queries.claim(key)
    if claim.document_id != document.pk:
        raise InvalidInput(
            gettext_noop("Claim {key} does not belong to “{slug}”."),
            key=key,
            slug=document.slug,
        )
    return claim


@transaction.atomic
def settle(
    *,
    by: Actor,
    at: datetime,
    indicator: Indicator,
    unit: Unit,
    period: Period,
    seen: int,
    between: list[int],
    chosen: Observation | None,
    reason: str,
) -> Settlement:
    """Decide which of several entries stands, or open the question again with ``chosen`` None.

    ``seen`` is the number of the newest settlement that the decider knew of, ``between`` the entries that were shown.
    Raises DecidedMeanwhile when there is a newer one, InvalidInput without a reason or for an entry not shown.
    """
    policy.require(by, Permission.SETTLE_DISPUTE)
    if queries.last_settlement(indicator.code, unit, period.code) != seen:
        newest = queries.settlement_history(indicator.code, unit, period.code).last()
        raise DecidedMeanwhile(
            gettext_noop("{who} settled this while you had it open. Nothing of yours was recorded."),
            who=newest.decided_by.partition(":")[2] if newest else "",
        )
    if not reason.strip():
        raise InvalidInput(gettext_noop("Say why: which source stands is a decision, and needs a reason."))
    if chosen is not None and chosen.seq not in between:
        raise InvalidInput(gettext_noop("Observation {seq} is not among those that differ."), seq=chosen.seq)
    settlement = Settlement.objects.create(
        indicator=indicator,
        unit=unit,
        period=period.code,
        number=seen + 1,
        between=sorted(between),
        chosen=chosen,
        reason=reason.strip(),
        decided_by=str(by),
        decided_at=at,
    )
    thing = f"dispute:{indicator.code}:{unit.code}:{period.code}"
    events.leave(by=str(by), at=at, verb="settle" if chosen else "open again", thing=thing, number=settlement.number)
    weighed = Observation.objects.filter(seq__in=between).select_related("indicator", "replaces__indicator")
    signals.settled.send(Settlement, observations=list(weighed))
    return settlement
