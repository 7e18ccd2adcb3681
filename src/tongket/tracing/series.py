"""A series of one indicator about one unit: as it was reported, or recast to the units of a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue.models import Indicator
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Measure, Observation
from tongket.units import queries as units
from tongket.units.lineage import NOWHERE, Lineage
from tongket.units.models import Unit
from tongket.units.recasting import Cell, Gap, Method, Refusal, Values, recast

ByPeriod = dict[Period, dict[str, tuple[Observation, ...]]]
"""By period and code of the unit, each value that a source states."""

REPORTED, TODAY = "reported", "today"

_ADDED = frozenset({"sum", "last"})


@dataclass(frozen=True)
class Point:
    """A period of a series: its value, None where there is none, and the entries that it rests on.

    ``refusals`` say why there is none. ``unit`` is the unit that the value is of; as reported, the one that bore the
    code then.
    """

    period: Period
    unit: Unit
    value: Decimal | None
    entries: tuple[Observation, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def reasons(self) -> list[tuple[str, dict[str, str]]]:
        """Why there is no value: text templates, each with what fills it."""
        return [
            (
                refusal.reason.value,
                {
                    "unit": refusal.unit or self.unit.code,
                    "origin": refusal.origin,
                    "targets": ", ".join(filter(None, refusal.targets)),
                    "columns": self.period.code,
                },
            )
            for refusal in self.refusals
        ]


def day_of(reading: str, *, today: date) -> date | None:
    """The day in whose units a reading is: ``today`` or a day; None as reported. Raises InvalidInput."""
    if reading == REPORTED:
        return None
    try:
        return today if reading == TODAY else date.fromisoformat(reading)
    except ValueError:
        raise InvalidInput(
            gettext_noop("“{text}” is no reading: reported, today, or a day such as 2025-07-01."), text=reading
        ) from None


def reported(indicator: str, code: str, *, known: datetime | None = None) -> list[Point]:
    """Every actual value that was stated for whoever bore the code, by period; several where sources differ."""
    lives = {unit.pk: unit for unit in units.lives(code)}
    found = [Point(o.span, lives[o.unit_id], o.quantity.value, (o,)) for o in _values(indicator, lives, known)]
    return sorted(found, key=lambda point: (point.period, point.entries[0].seq))


def recast_to(day: date, indicator: str, code: str, *, known: datetime | None = None) -> list[Point]:
    """The series as it would be had the unit that bears the code on ``day`` always been there.

    Amounts are added and divided; a mean is formed anew by the weights that the units state, where its definition names
    what weighs it.
    A period for which neither it nor any unit that it comes from has a value is left out. Units of a period are those
    of its last day; a period that ends after ``day`` keeps the figures of units that did not change since.
    """
    target = units.get(code, day=day)
    lineages: dict[date, Lineage] = {}
    weights = cache(lambda code: _by_period(code, known))
    points = []
    for period, stated in _by_period(indicator, known).items():
        last = period.last_day
        if last > day:
            own = stated.get(code, ())
            if own and own[0].unit_id == target.pk:
                points += [Point(period, target, o.quantity.value, (o,)) for o in own]
            continue
        if last not in lineages:
            lineages[last] = units.lineage(last, day)
        point = _recast(period, target, stated, lineages[last], weights)
        if point is not None:
            points.append(point)
    return sorted(points, key=lambda point: point.period)


def _recast(
    period: Period,
    target: Unit,
    stated: Mapping[str, tuple[Observation, ...]],
    lineage: Lineage,
    weights: Callable[[str], ByPeriod],
) -> Point | None:
    """``weights``: what is stated of the indicator that weighs a mean, by its code."""
    origins = lineage.origins(stated).get(target.code, [])
    concerned = {unit: stated[unit] for unit in origins if unit in stated}
    if not concerned:
        return None
    indicator = next(iter(concerned.values()))[0].indicator
    weight = indicator.weight if indicator.aggregation == "weighted_mean" else ""
    beside = weights(weight).get(period, {}) if weight else {}
    if weight:
        columns = (indicator.code, weight)
        pairs = {unit: (_cell(held), _cell(beside.get(unit, ()))) for unit, held in concerned.items()}
        found = recast(Values(columns, pairs), lineage, Method("mean", weight), decimals=indicator.decimals)
    else:
        method = Method("sum" if indicator.aggregation in _ADDED else "none")
        cells = {unit: (_cell(held),) for unit, held in concerned.items()}
        found = recast(Values((indicator.code,), cells), lineage, method)
    value = found.rows.get(target.code, (None,))[0]
    refusals = tuple(
        refusal
        for refusal in found.refusals
        if refusal.unit in (target.code, NOWHERE) and indicator.code in refusal.columns
    )
    entries = tuple(o for unit, held in concerned.items() for o in (*held, *beside.get(unit, ())))
    return Point(period, target, value, entries, () if value is not None else refusals)


def _cell(held: Sequence[Observation]) -> Cell:
    """The value that all sources state."""
    stated = {o.quantity.value for o in held}
    if not stated:
        return Gap.EMPTY
    return stated.pop() if len(stated) == 1 else Gap.CONTRADICTED


def _by_period(indicator: str, known: datetime | None) -> ByPeriod:
    """What is stated of an indicator about units that live on the last day of the period."""
    found: ByPeriod = {}
    for o in _values(indicator, None, known):
        last, unit = o.span.last_day, o.unit
        if (
            unit.hierarchy == "territorial"
            and unit.valid_from <= last
            and (unit.valid_to is None or unit.valid_to > last)
        ):
            held = found.setdefault(o.span, {})
            held[unit.code] = (*held.get(unit.code, ()), o)
    return found


def _values(indicator: str, lives: Mapping[int, Unit] | None, known: datetime | None) -> list[Observation]:
    entries = ledger.standing(known=known).filter(
        indicator__code=indicator, comparison=Comparison.VALUE, measure=Measure.ACTUAL
    )
    return list((entries if lives is None else entries.filter(unit__in=lives)).order_by("seq"))


def known_indicator(code: str) -> Indicator | None:
    """Any version of the indicator; None when the catalogue never had it."""
    return Indicator.objects.filter(code=code).order_by("-valid_from").first()
