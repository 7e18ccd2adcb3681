"""What a table of figures would add, before anything is stored; and what is on record, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.catalogue import queries as catalogue
from tongket.catalogue.models import Indicator
from tongket.documents.sources.places import NO_PLACES, Places
from tongket.exchange import rules
from tongket.exchange.rules import Fault, Stated
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Observation
from tongket.units.models import Unit


@dataclass(frozen=True)
class Ready:
    """A figure with what it is of; ``standing`` are the entries on record under the same key, of any source."""

    stated: Stated
    indicator: Indicator
    unit: Unit
    standing: tuple[Observation, ...]

    @property
    def held(self) -> bool:
        """Whether the same value is on record already."""
        return any(o.quantity == self.stated.quantity for o in self.standing)


@dataclass(frozen=True)
class Preview:
    """What would follow: the figures that would be recorded, those that are on record, and what speaks against it."""

    new: list[Ready]
    differing: list[Ready]
    held: list[Ready]
    faults: list[Fault]


def preview(text: str, places: Places = NO_PLACES) -> Preview:
    """Check every cell against the catalogue, the units of the day and the ledger. Raises InvalidInput for no table."""
    stated, faults = rules.read(text, places)
    days = {s.period.last_day for s in stated}
    indicators = {day: {i.code: i for i in catalogue.in_force(day)} for day in days}
    lives: dict[str, list[Unit]] = {}
    for unit in Unit.objects.filter(hierarchy="territorial", code__in={s.unit for s in stated}).order_by("valid_from"):
        lives.setdefault(unit.code, []).append(unit)
    standing = _standing(stated)
    found: list[Ready] = []
    for s in stated:
        day = s.period.last_day
        indicator = indicators[day].get(s.indicator)
        # A year's figure may be of a unit that ended within the year.
        alive = [
            unit
            for unit in lives.get(s.unit, [])
            if unit.valid_from < s.period.end and (unit.valid_to is None or unit.valid_to > s.period.start)
        ]
        if indicator is None:
            faults.append(_fault(s, "indicator", rules.NO_INDICATOR, text=s.indicator, day=str(day)))
        elif s.unit_of_measure not in ("", indicator.unit_of_measure):
            details = {"expected": indicator.unit_of_measure, "text": s.unit_of_measure}
            faults.append(_fault(s, "unit_of_measure", rules.OTHER_UNIT, **details))
        if not alive:
            faults.append(_fault(s, "unit", rules.NO_UNIT, text=s.unit, period=s.period.code))
        if indicator is not None and alive:
            found.append(Ready(s, indicator, alive[-1], tuple(standing.get(s.key, ()))))
    return Preview(
        new=[ready for ready in found if not ready.standing],
        differing=[ready for ready in found if ready.standing and not ready.held],
        held=[ready for ready in found if ready.held],
        faults=sorted(faults, key=lambda fault: fault.line),
    )


def _fault(stated: Stated, part: str, message: str, **details: str) -> Fault:
    return Fault(stated.line, stated.cells[part], message, tuple(details.items()))


def _standing(stated: Sequence[Stated]) -> dict[tuple[str, str, str, str], list[Observation]]:
    """What is on record under the keys of the figures."""
    wanted = {s.key for s in stated}
    entries = ledger.standing().filter(
        comparison=Comparison.VALUE,
        indicator__code__in={s.indicator for s in stated},
        period__in={s.period.code for s in stated},
    )
    found: dict[tuple[str, str, str, str], list[Observation]] = {}
    for entry in entries:
        key = (entry.indicator.code, entry.unit.code, entry.period, str(entry.measure))
        if key in wanted and entry.unit.hierarchy == "territorial":
            found.setdefault(key, []).append(entry)
    return found


def lines(observations: Iterable[Observation]) -> list[dict[str, str]]:
    """Values on record as the rows of a table; each with the document that states it as its source."""
    return [
        {
            "indicator": o.indicator.code,
            "unit": o.unit.code,
            "period": o.period,
            "measure": str(o.measure),
            "value": o.value,
            "unit_of_measure": o.unit_of_measure,
            "half_unit": o.half_unit,
            "source": o.evidence.source or o.evidence.document.slug,
        }
        for o in observations
        if o.comparison == Comparison.VALUE and not o.denominator and not o.modifier
    ]
