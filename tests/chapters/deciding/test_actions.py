"""People decide about claims on the real year: what the ledger then holds, and that nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.factories.records import AT, PERSON
from tests.factories.year import HeldYear
from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.deciding import queries
from tongket.deciding.actions import DecidedMeanwhile, decide, settle
from tongket.deciding.models import Decision, Settlement, Verdict
from tongket.deciding.rules import Terms
from tongket.ledger import queries as ledger
from tongket.plan import queries as plan
from tongket.reading.models import Claim
from tongket.review import queries as reviews

BINH = Actor("person", "Binh")


def read(year: HeldYear, quote: str) -> Claim:
    """The figure that was read from these words."""
    return next(c for claims in year.claims.values() for c in claims if c.evidence.quote == quote)


def again(claim: Claim) -> Claim:
    return queries.claim(claim.pk)


def on_record(claim: Claim) -> Terms | None:
    return queries.held_now(again(claim))


def act(claim: Claim, verdict: Verdict, **more: object) -> Decision:
    """Decide, having seen everything."""
    values = {"by": PERSON, "at": AT, "claim": claim, "seen": claim.decisions.count(), "verdict": verdict, **more}
    return decide(**values)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_to_accept_what_a_rule_recorded_changes_no_number(held_year: HeldYear) -> None:
    claim = read(held_year, "20 699,5 млрд донгов")
    head = ledger.head()

    decision = act(claim, Verdict.ACCEPT)

    assert ledger.head() == head
    assert (decision.verdict, decision.observation, decision.decided_by) == ("accept", claim.observation, "person:An")


@pytest.mark.django_db
def test_a_correction_keeps_what_was_read_beside_what_was_decided(held_year: HeldYear) -> None:
    claim = read(held_year, "20 699,5 млрд донгов")
    terms = on_record(claim)
    assert terms is not None
    decided = replace(terms, quantity=Quantity(Decimal(20700000000000), Decimal(50000000000)))

    decision = act(claim, Verdict.ACCEPT, terms=decided, reason="the ministry has it so")

    assert decision.verdict == "correct"  # whatever it is called
    assert claim.content["value"] == "20699500000000"
    assert on_record(claim) == decided
    newest = again(claim).observation
    assert newest is not None
    assert (newest.replaces, newest.reason, newest.verification) == (
        claim.observation,
        "the ministry has it so",
        "corrected",
    )
    assert newest.evidence == claim.evidence
    assert ledger.verify().faults == []


@pytest.mark.django_db
def test_a_waiting_claim_becomes_an_observation_when_what_is_missing_is_added(held_year: HeldYear) -> None:
    [claim] = Claim.objects.filter(claim_type="figure", state="open")
    with pytest.raises(InvalidInput, match="cannot be accepted as it was read"):
        act(claim, Verdict.ACCEPT)
    terms = Terms("advanced-new-rural-communes", Period.year(2024), "actual", Quantity(Decimal(10)), "communes")

    decision = act(claim, Verdict.ACCEPT, terms=terms)

    assert decision.verdict == "accept"  # nothing that was read is contradicted
    assert decision.observation is not None
    assert (decision.observation.evidence, decision.observation.replaces) == (claim.evidence, None)
    assert again(claim).state == "taken"


@pytest.mark.django_db
def test_a_rejected_number_is_withdrawn_and_comes_back_when_that_is_undone(held_year: HeldYear) -> None:
    claim = read(held_year, "2,04 млрд долларов США")
    terms = on_record(claim)

    act(claim, Verdict.REJECT, reason="that is the plan")
    assert on_record(claim) is None
    assert again(claim).state == "rejected"
    assert not ledger.standing().filter(indicator__code="registered-investment").exists()

    act(claim, Verdict.UNDO)
    assert on_record(claim) == terms
    assert again(claim).state == "taken"
    assert [d.verdict for d in queries.of_claim(claim)] == ["reject", "undo"]
    assert ledger.verify().faults == []


@pytest.mark.django_db
def test_undoing_goes_back_step_by_step(held_year: HeldYear) -> None:
    claim = read(held_year, "70 коммун")
    first = on_record(claim)
    assert first is not None
    second = replace(first, quantity=Quantity(Decimal(71)))
    act(claim, Verdict.CORRECT, terms=second, reason="counted again")
    act(claim, Verdict.REJECT, reason="not ours")
    states = []
    for _ in range(2):
        act(claim, Verdict.UNDO)
        states.append(on_record(claim))

    assert states == [second, first]
    with pytest.raises(InvalidInput, match="nothing to undo"):
        act(claim, Verdict.UNDO)


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.CORRECT])
def test_a_reason_is_needed(held_year: HeldYear, verdict: Verdict) -> None:
    claim = read(held_year, "70 коммун")
    terms = on_record(claim)
    assert terms is not None

    with pytest.raises(InvalidInput, match="needs a reason"):
        act(claim, verdict, terms=replace(terms, quantity=Quantity(Decimal(71))), reason="  ")

    assert not Decision.objects.exists()
    assert on_record(claim) == terms


@pytest.mark.django_db
def test_a_corrected_target_is_the_target(held_year: HeldYear) -> None:
    claim = read(held_year, "13.6")
    terms = on_record(claim)
    assert terms is not None

    act(claim, Verdict.CORRECT, terms=replace(terms, quantity=Quantity(Decimal("13.7"))), reason="amended")

    [target] = plan.targets(held_year.unit, Period.year(2025)).filter(indicator__code="grdp-growth")
    assert target.observation is not None
    assert target.observation.value == "13.7"
    act(claim, Verdict.REJECT, reason="repealed")
    assert not plan.targets(held_year.unit, Period.year(2025)).filter(indicator__code="grdp-growth").exists()


@pytest.mark.django_db
def test_who_decides_on_what_they_have_not_seen_is_told(held_year: HeldYear) -> None:
    claim = read(held_year, "70 коммун")
    act(claim, Verdict.REJECT, reason="not ours")
    head = ledger.head()

    with pytest.raises(DecidedMeanwhile, match="An decided about “70 коммун”"):
        decide(by=BINH, at=AT, claim=claim, seen=0, verdict=Verdict.ACCEPT)

    assert ledger.head() == head
    assert Decision.objects.count() == 1


@pytest.mark.django_db
def test_a_settled_dispute_shows_the_value_that_stands_until_another_comes(held_year: HeldYear) -> None:
    code, unit, period = "grdp-growth", held_year.unit, Period.year(2024)
    card = next(c for c in reviews.year(held_year.review).scorecards if c.indicator.code == code)
    between = [o.seq for value in card.values for o in value.observations]
    chosen = card.values[1].first

    settle(
        by=PERSON,
        at=AT,
        indicator=card.indicator,
        unit=unit,
        period=period,
        seen=0,
        between=between,
        chosen=chosen,
        reason="the later publication",
    )

    settled = reviews.scorecard(card.indicator, unit, period)
    assert ([v.first for v in settled.values], settled.differs) == ([chosen], False)
    assert [v.first.value for v in settled.set_aside] == ["13.85"]
    assert chosen.seq in [o.seq for o in settled.series]
    assert not {v.first.seq for v in settled.set_aside} & {o.seq for o in settled.series}

    claim = read(held_year, "13,85%")
    terms = on_record(claim)
    assert terms is not None
    act(claim, Verdict.CORRECT, terms=replace(terms, quantity=Quantity(Decimal("13.9"))), reason="a third value")
    assert reviews.scorecard(card.indicator, unit, period).differs


@pytest.mark.django_db
def test_a_dispute_is_settled_with_a_reason_by_who_has_seen_the_last_word(held_year: HeldYear) -> None:
    card = next(c for c in reviews.year(held_year.review).scorecards if c.indicator.code == "grdp")
    given = {
        "by": PERSON,
        "at": AT,
        "indicator": card.indicator,
        "unit": held_year.unit,
        "period": Period.year(2024),
        "between": [o.seq for value in card.values for o in value.observations],
        "chosen": card.values[0].first,
    }

    with pytest.raises(InvalidInput, match="needs a reason"):
        settle(**given, seen=0, reason=" ")  # type: ignore[arg-type]
    settle(**given, seen=0, reason="rounded")  # type: ignore[arg-type]
    with pytest.raises(DecidedMeanwhile, match="An settled this"):
        settle(**{**given, "by": BINH}, seen=0, reason="mine")  # type: ignore[arg-type]
    settle(**{**given, "chosen": None}, seen=1, reason="ask the office of statistics")  # type: ignore[arg-type]

    assert Settlement.objects.count() == 2
    assert reviews.scorecard(card.indicator, held_year.unit, Period.year(2024)).differs
