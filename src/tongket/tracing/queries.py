"""What a figure rests on: entries, what they correct, what was decided, and the words of the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext

from tongket.base.errors import NotFound, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import EXACT
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Measure, Observation
from tongket.reading import queries as claims
from tongket.reading.models import Claim
from tongket.tracing.series import known_indicator
from tongket.units import queries as units
from tongket.units.models import Unit

_ADDED = frozenset({"sum", "last"})


@dataclass(frozen=True)
class Leaf:
    """An entry of the ledger, the claim that it was read from, if any, and the entries that it took the place of."""

    entry: Observation
    claim: Claim | None
    before: tuple[Observation, ...]


@dataclass(frozen=True)
class Tree:
    """A figure of a unit: what is reported for it, and what the units below it come to.

    ``total`` is the sum of ``parts``; None where figures are not added up, where sources differ about a part, or where
    there is none. ``below`` counts the units below that could have one.
    """

    unit: Unit
    unit_of_measure: str
    reported: tuple[Leaf, ...]
    parts: tuple[tuple[Unit, tuple[Leaf, ...]], ...]
    below: int
    added: bool
    total: Decimal | None


def explain(indicator: str, code: str, period: Period, *, known: datetime | None = None) -> Tree:
    """What is known of an indicator about a unit in a period, down to its entries.

    Raises NotFound for an indicator or a unit that there never was.
    """
    definition = known_indicator(indicator)
    if definition is None:
        raise NotFound(gettext_noop("The catalogue has no indicator “{code}”."), code=indicator)
    unit = _bearer(code, period)
    below = list(units.children(unit, day=min(period.last_day, _last_day(unit, period))))
    entries = stated(indicator, [unit, *below], period, known=known)
    leaves = {key: tuple(map(_leaf, held)) for key, held in entries.items()}
    parts = tuple((u, leaves[u.pk]) for u in below if u.pk in leaves)
    added = definition.aggregation in _ADDED
    return Tree(
        unit,
        definition.unit_of_measure,
        leaves.get(unit.pk, ()),
        parts,
        len(below),
        added,
        _total(parts) if added else None,
    )


def stated(
    indicator: str, of: Sequence[Unit], period: Period, *, known: datetime | None = None
) -> dict[int, list[Observation]]:
    """The entries that state an indicator of some units in a period, by the key of the unit."""
    entries = ledger.standing(known=known).filter(
        indicator__code=indicator, comparison=Comparison.VALUE, measure=Measure.ACTUAL, period=period.code
    )
    found: dict[int, list[Observation]] = {}
    for entry in entries.filter(unit__in=of).order_by("seq"):
        found.setdefault(entry.unit_id, []).append(entry)
    return found


def _bearer(code: str, period: Period) -> Unit:
    """The last unit that bore the code in the period, or else the one nearest to it."""
    within = [
        unit
        for unit in units.lives(code)
        if unit.valid_from < period.end and (unit.valid_to is None or unit.valid_to > period.start)
    ]
    return within[-1] if within else units.at(code, day=period.last_day)


def _last_day(unit: Unit, period: Period) -> date:
    return period.last_day if unit.valid_to is None else min(period.last_day, unit.valid_to - date.resolution)


def _leaf(entry: Observation) -> Leaf:
    return Leaf(entry, claims.behind(entry), tuple(ledger.corrected_by(entry)))


def _total(parts: tuple[tuple[Unit, tuple[Leaf, ...]], ...]) -> Decimal | None:
    values = [{leaf.entry.quantity.value for leaf in leaves} for _, leaves in parts]
    if not values or any(len(stated) != 1 for stated in values):
        return None
    with localcontext(EXACT):
        return sum((value for stated in values for value in stated), Decimal(0))
