"""Reading a year: every indicator beside its plan, last year and peers, with what is missing or only claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.catalogue.models import Indicator
from tongket.deciding import queries as deciding
from tongket.deciding.models import Settlement
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Measure, Observation
from tongket.plan import queries as plan
from tongket.plan.models import Resolution, Target, Task
from tongket.reading import queries as reading
from tongket.reading.queries import Waiting
from tongket.review.derivation import Difference, Interval, difference, implied_base
from tongket.review.models import Finding, Review, StatedCount
from tongket.review.rules import Standing, overall, standing
from tongket.units.models import Unit

Settlements = Mapping[tuple[str, str], Settlement]
"""By indicator and period."""

_OUTCOMES = (Measure.ACTUAL, Measure.ESTIMATE)


@dataclass(frozen=True)
class StatedValue:
    """One value that was stated for an indicator and period, by one or several sources."""

    observations: tuple[Observation, ...]

    @property
    def first(self) -> Observation:
        """The entry to show; the others say the same."""
        return self.observations[0]


@dataclass(frozen=True)
class ImpliedBase:
    """What a value and the comparison printed beside it imply for the plan or the year it was compared with."""

    value: Observation
    comparison: Observation
    interval: Interval


@dataclass(frozen=True)
class Disagreement:
    """Two different values that sources state for one thing."""

    one: Observation
    other: Observation
    difference: Difference


@dataclass
class Scorecard:
    """One indicator in one period.

    ``values`` has several members when sources give different values and nobody has decided which one stands; when
    somebody has, ``settled`` says who and why, and ``set_aside`` has the others.
    """

    indicator: Indicator
    period: Period
    values: list[StatedValue] = field(default_factory=list)
    against_plan: list[Observation] = field(default_factory=list)
    changes: list[Observation] = field(default_factory=list)
    last_year: list[StatedValue] = field(default_factory=list)
    ranks: list[Observation] = field(default_factory=list)
    series: list[Observation] = field(default_factory=list)
    waiting: Waiting | None = None
    outcomes: list[Target] = field(default_factory=list)
    settled: Settlement | None = None
    set_aside: list[StatedValue] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether sources give different values; none is picked until a person decides."""
        return len(self.values) > 1

    @property
    def all_values(self) -> list[StatedValue]:
        """What stands and what was set aside."""
        return [*self.values, *self.set_aside]

    @property
    def disagreements(self) -> list[Disagreement]:
        """Each value beside the first one, where sources differ."""
        first = self.values[0].first if self.values else None
        others = [value.first for value in self.all_values[1:]]
        return [Disagreement(first, o, difference(first.quantity, o.quantity)) for o in others if first]

    @property
    def implied(self) -> list[ImpliedBase]:
        """The bases of the printed comparisons, each from the value that the same document gives."""
        found = []
        stated = [observation for value in self.values for observation in value.observations]
        for comparison in (*self.against_plan, *self.changes):
            for value in stated:
                if value.evidence.document_id == comparison.evidence.document_id and not value.modifier:
                    interval = implied_base(value.quantity, str(comparison.comparison), comparison.quantity)
                    if interval is not None:
                        found.append(ImpliedBase(value, comparison, interval))
        return found

    @property
    def stated(self) -> bool:
        """Whether anything at all is recorded for the period."""
        return bool(self.values or self.against_plan or self.changes or self.ranks)

    @property
    def standing(self) -> Standing:
        """The weakest standing against the plans that were reported."""
        return overall(
            standing(str(o.comparison), o.quantity.value, self.indicator.direction) for o in self.against_plan
        )


@dataclass(frozen=True)
class Entered:
    """An entry, and the later one that corrects or withdraws it; None where none did."""

    entry: Observation
    corrected: Observation | None


@dataclass(frozen=True)
class Year:
    """A unit's year: the scorecards, and what is resolved for the next."""

    unit: Unit
    period: Period
    review: Review
    scorecards: list[Scorecard]
    next_period: Period
    next_resolutions: list[Resolution]
    next_targets: list[Target]
    tasks: list[Task]
    waiting: int

    @property
    def stated(self) -> list[Scorecard]:
        """The indicators of which something is recorded."""
        return [card for card in self.scorecards if card.stated]

    @property
    def missing(self) -> list[Scorecard]:
        """The indicators of the catalogue without any value for the year."""
        return [card for card in self.scorecards if not card.stated]


def reviews() -> QuerySet[Review]:
    """All reviews, newest first."""
    return Review.objects.select_related("unit", "report")


def get(period: Period, unit: Unit | None = None) -> Review:
    """The review of a period; raises NotFound. Without a unit: the one that the workspace holds."""
    found = reviews().filter(period=period.code)
    review = (found.filter(unit=unit) if unit else found).first()
    if review is None:
        raise NotFound(gettext_noop("No review of {period} is held here."), period=period.code)
    return review


def findings(review: Review) -> QuerySet[Finding]:
    """The findings in the order of the report."""
    return Finding.objects.filter(review=review).select_related("evidence__document")


def stated_counts(review: Review) -> QuerySet[StatedCount]:
    """What the report counts without listing it."""
    return StatedCount.objects.filter(review=review).select_related("evidence__document")


def year(review: Review, *, known: datetime | None = None) -> Year:
    """The whole year behind a review.

    ``known``: by what the ledger held and people had decided until that moment. What waited then is not kept, nor
    what was said of targets without a figure: both are left out.
    """
    period = Period.parse(review.period)
    following = Period.year(period.end.year)
    return Year(
        unit=review.unit,
        period=period,
        review=review,
        scorecards=scorecards(review.unit, period, known=known),
        next_period=following,
        next_resolutions=list(plan.resolutions(review.unit, following)),
        next_targets=list(plan.targets(review.unit, following, known=known)),
        tasks=list(plan.tasks(review.unit, following)),
        waiting=reading.waiting().count() if known is None else 0,
    )


def scorecards(unit: Unit, period: Period, *, known: datetime | None = None) -> list[Scorecard]:
    """A scorecard for every indicator in force at the end of the period, in the order of the catalogue."""
    recorded: dict[str, list[Observation]] = defaultdict(list)
    for observation in ledger.about(unit, known=known):
        recorded[observation.indicator.code].append(observation)
    outcomes: dict[str, list[Target]] = defaultdict(list)
    for target in plan.outcomes(unit) if known is None else ():
        outcomes[target.indicator.code].append(target)
    settled = deciding.settlements(unit, known=known)
    waiting = reading.waiting_for() if known is None else {}
    cards = []
    for indicator in catalogue.in_force(period.last_day):
        card = _scorecard(indicator, period, recorded[indicator.code], settled)
        card.outcomes = outcomes[indicator.code]
        card.waiting = waiting.get(indicator.code)
        cards.append(card)
    return cards


def scorecard(indicator: Indicator, unit: Unit, period: Period, *, known: datetime | None = None) -> Scorecard:
    """The scorecard of one indicator; see ``year`` for ``known``."""
    observations = list(ledger.about(unit, known=known).filter(indicator__code=indicator.code))
    card = _scorecard(indicator, period, observations, deciding.settlements(unit, known=known))
    if known is not None:
        return card
    card.outcomes = list(plan.outcomes(unit).filter(indicator__code=indicator.code))
    card.waiting = reading.waiting_for(indicator.code).get(indicator.code)
    return card


def entries(indicator: Indicator, unit: Unit, *, known: datetime | None = None) -> list[Entered]:
    """Every entry about an indicator, corrected ones included, in the order of time; ``known``: until that moment."""
    found = (
        Observation.objects.filter(indicator__code=indicator.code, unit=unit)
        .select_related("indicator", "unit", "evidence__document", "replaced_by")
        .order_by("period_start", "period_end", "comparison", "seq")
    )
    if known is not None:
        found = found.filter(recorded_at__lte=known)
    return [Entered(o, _corrected(o, known)) for o in found]


def _corrected(entry: Observation, known: datetime | None) -> Observation | None:
    later: Observation | None = getattr(entry, "replaced_by", None)  # Django raises where there is none
    return None if later is None or (known is not None and later.recorded_at > known) else later


def _scorecard(
    indicator: Indicator, period: Period, observations: list[Observation], settled: Settlements
) -> Scorecard:
    now = [o for o in observations if o.period == period.code and o.measure in _OUTCOMES]
    card = Scorecard(
        indicator,
        period,
        against_plan=[o for o in now if o.comparison in (Comparison.PLAN_RATIO, Comparison.PLAN_EXCESS)],
        changes=[o for o in now if o.comparison == Comparison.CHANGE],
        ranks=[o for o in now if o.comparison == Comparison.RANK],
    )
    before = Period.year(period.start.year - 1)
    card.values, card.set_aside, card.settled = _settled(indicator, period, observations, settled)
    card.last_year, _, _ = _settled(indicator, before, observations, settled)
    aside = {o.seq for value in card.set_aside for o in value.observations}
    card.series = sorted(
        (o for o in observations if o.comparison == Comparison.VALUE and o.seq not in aside),
        key=lambda o: (o.period_start, o.period_end, o.seq),
    )
    return card


def _settled(
    indicator: Indicator, period: Period, observations: list[Observation], settled: Settlements
) -> tuple[list[StatedValue], list[StatedValue], Settlement | None]:
    """The values of a period that stand, those set aside, and the settlement that says so.

    A settlement holds as long as no value has come or was corrected since: it was weighed between others then.
    """
    results = (o for o in observations if o.period == period.code and o.measure in _OUTCOMES)
    values = _stated(o for o in results if o.comparison == Comparison.VALUE)
    settlement = settled.get((indicator.code, period.code))
    entries = {o.seq for value in values for o in value.observations}
    if settlement is None or len(values) < 2 or not entries <= set(settlement.between):
        return values, [], None
    stands = [v for v in values if any(o.seq == settlement.chosen_id for o in v.observations)]
    return (stands, [v for v in values if v not in stands], settlement) if stands else (values, [], None)


def _stated(observations: Iterable[Observation]) -> list[StatedValue]:
    """Group entries that state the same value, the earliest recorded first."""
    groups: dict[tuple[Decimal, str, str], list[Observation]] = defaultdict(list)
    for observation in observations:
        key = (observation.quantity.value, observation.unit_of_measure, observation.denominator)
        groups[key].append(observation)
    return [StatedValue(tuple(group)) for group in groups.values()]
