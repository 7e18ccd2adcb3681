"""Reading what people decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime

from django.db.models import QuerySet

from tongket.base.errors import InvalidInput, NotFound, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import Quantity, parse_decimal
from tongket.catalogue import queries as catalogue
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.catalogue.models import Indicator
from tongket.deciding.models import Decision, Settlement, Verdict
from tongket.deciding.rules import Terms, as_read, stack
from tongket.documents.models import Document
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation, Verification
from tongket.reading.claims import FigureClaim
from tongket.reading.models import Claim, ClaimState
from tongket.reading.rules import Doubt
from tongket.units.models import Unit


def claim(key: int) -> Claim:
    """The claim with this key; raises NotFound."""
    found = Claim.objects.select_related("evidence", "document__about_unit", "indicator", "observation").filter(pk=key)
    for held in found:
        return held
    raise NotFound(gettext_noop("There is no claim {key}."), key=key)


def of_claim(held: Claim) -> list[Decision]:
    """The decisions about a claim, oldest first."""
    return list(held.decisions.select_related("observation"))


def of_claims(held: Iterable[Claim]) -> Mapping[int, list[Decision]]:
    """The decisions about each of some claims, oldest first, by the claim's key."""
    found: dict[int, list[Decision]] = defaultdict(list)
    for decision in Decision.objects.filter(claim__in=[one.pk for one in held]).select_related("observation"):
        found[decision.claim_id].append(decision)
    return found


def decided_in(document: Document) -> bool:
    """Whether anybody has decided about a figure of a document."""
    return Decision.objects.filter(claim__document=document).exists()


def may_be_decided(held: Claim) -> bool:
    """Whether a claim is a figure that is an observation or could become one; the others belong to a finding,
    an award or a task."""
    if held.claim_type != "figure":
        return False
    return held.observation_id is not None or held.state != ClaimState.TAKEN


def figure(held: Claim) -> FigureClaim:
    """A figure as the reader stated it."""
    content = held.content
    numbers = {
        name: None if content[name] is None else parse_decimal(content[name])
        for name in ("value", "raw_value", "half_unit", "of")
    }
    # A claim kept by an earlier version lacks what was added to figures since.
    said = [part.name for part in fields(FigureClaim) if part.name in content and part.name not in numbers]
    rest = {name: content[name] for name in said}
    return FigureClaim(**rest, **numbers)  # type: ignore[arg-type]


def as_signed(held: Claim) -> Quantity:
    """The value of a figure that waits, as its acceptance would record it: what falls is negative."""
    read = figure(held)
    falls = read.direction == "down" and read.kind in ("change", "plan_excess")
    return Quantity(-read.value if falls else read.value, read.half_unit)


def before_people(held: Claim) -> Terms | None:
    """What a rule recorded of a claim before anybody decided; None when it left the claim to people."""
    if held.observation is None:
        return None
    first = ledger.first_of(held.observation)
    return terms_of(first) if first.recorded_by.startswith("rule:") else None


class Indicators:
    """Indicators as defined on a day, each looked up once: for many claims that are looked at together."""

    def __init__(self) -> None:
        self._versions: dict[str, list[Indicator]] = {}

    def on(self, code: str, day: date) -> Indicator | None:
        """The indicator as defined on the day; None where the catalogue has none."""
        if code not in self._versions:
            self._versions[code] = list(Indicator.objects.filter(code=code))
        return next((version for version in self._versions[code] if catalogue.definition(version).holds_on(day)), None)


def acceptable(held: Claim, indicators: Indicators | None = None) -> Terms | Doubt:
    """What it records to accept a claim just as it was read, or what is in the way of that."""
    return before_people(held) or as_read(figure(held), _definitions(held, indicators or Indicators()))


def held_now(held: Claim) -> Terms | None:
    """What is on record of a claim."""
    newest = newest_entry(held)
    return None if newest is None or newest.verification == Verification.WITHDRAWN else terms_of(newest)


def newest_entry(held: Claim) -> Observation | None:
    """The entry of the ledger that rests on a claim and that no later one corrects."""
    return ledger.newest_of(held.observation) if held.observation else None


def undoable(decisions: list[Decision]) -> Decision | None:
    """The newest decision that was not undone."""
    places = stack([decision.verdict for decision in decisions])
    return decisions[places[-1]] if places else None


def before(decisions: list[Decision]) -> Decision | None:
    """The decision that holds again when the newest one that was not undone is."""
    places = stack([decision.verdict for decision in decisions])
    return decisions[places[-2]] if len(places) > 1 else None


def terms_of(observation: Observation) -> Terms:
    """What an entry of the ledger says."""
    return Terms(
        indicator=observation.indicator.code,
        period=observation.span,
        measure=observation.measure,
        quantity=observation.quantity,
        unit_of_measure=observation.unit_of_measure,
        comparison=observation.comparison,
        basis=observation.basis,
        denominator=parse_decimal(observation.denominator) if observation.denominator else None,
        modifier=observation.modifier,
    )


def settlements(unit: Unit, *, known: datetime | None = None) -> dict[tuple[str, str], Settlement]:
    """The newest settlement of each dispute of a unit, by indicator and period; without those opened again.

    ``known``: as it was decided until that moment.
    """
    found = _holding(Settlement.objects.filter(unit=unit).select_related("indicator", "chosen"), known)
    return {(code, period): settled for (code, _, period), settled in found.items()}


def settled_among(
    codes: Collection[str], units: Collection[int], periods: Collection[str], *, known: datetime | None = None
) -> dict[tuple[str, int, str], Settlement]:
    """The same about some units, by indicator, key of the unit and period."""
    found = Settlement.objects.filter(indicator__code__in=codes, unit__in=units, period__in=periods)
    return _holding(found.select_related("indicator"), known)


def _holding(found: QuerySet[Settlement], known: datetime | None) -> dict[tuple[str, int, str], Settlement]:
    if known is not None:
        found = found.filter(decided_at__lte=known)
    rows = found.order_by("number")
    newest = {(settled.indicator.code, settled.unit_id, settled.period): settled for settled in rows}
    return {key: settled for key, settled in newest.items() if settled.chosen_id is not None}


def last_settlement(code: str, unit: Unit, period: str) -> int:
    """The number of the newest settlement of a dispute; 0 when nobody has decided about it."""
    numbers = Settlement.objects.filter(indicator__code=code, unit=unit, period=period).values_list("number", flat=True)
    return max(numbers, default=0)


def settlement_history(code: str, unit: Unit, period: str) -> QuerySet[Settlement]:
    """Every settlement of a dispute, oldest first."""
    return (
        Settlement.objects.filter(indicator__code=code, unit=unit, period=period)
        .select_related("chosen__indicator", "chosen__evidence__document")
        .order_by("number")
    )


def phrase_of(held: Claim) -> tuple[str, str]:
    """The words of the text by which a figure speaks of its indicator, and the language they are in."""
    return held.content["indicator"] or "", held.rule.partition(".")[0]


def was_rejected(decisions: list[Decision]) -> bool:
    """Whether the decision that holds is a rejection."""
    held = undoable(decisions)
    return held is not None and held.verdict == Verdict.REJECT


def _definitions(held: Claim, indicators: Indicators) -> dict[str, IndicatorDefinition]:
    """What the indicator that the reader linked meant when the figure's period ended."""
    code = held.content["indicator_code"]
    try:
        day = Period.told(held.content["period"] or "").last_day
    except InvalidInput:
        return {}
    found = indicators.on(code, day) if code else None
    return {found.code: catalogue.definition(found)} if found else {}
