"""Units beside each other: a table by rank, a map, and a matrix of units and indicators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.periods import Period
from tongket.catalogue.definitions import Direction
from tongket.catalogue.models import Indicator
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.rollup.rules import Rank, ranks
from tongket.units import queries as units
from tongket.units.models import Unit
from tongket.web import maps
from tongket.web.gate import page
from tongket.web.known import known_of
from tongket.web.locating import located

SHADES = 5
"""Classes of a heat matrix: the peers of an indicator fall into fifths by rank."""


class Stated(NamedTuple):
    """A value that a source states, and the entry that holds it."""

    seq: int
    value: Decimal


Values = Mapping[tuple[int, str], tuple[Stated, ...]]
"""By unit and indicator, each value that a source states."""


@dataclass(frozen=True)
class Line:
    """A unit in the table: its figure, its rank now and a year before; without a figure it has no rank."""

    unit: Unit
    observations: tuple[Observation, ...]
    rank: Rank | None
    before: Rank | None

    @property
    def gained(self) -> int | None:
        """Places won since the year before."""
        return self.before.place - self.rank.place if self.rank and self.before else None

    @property
    def lost(self) -> int:
        """Places lost since the year before; 0 where none were."""
        return max(-(self.gained or 0), 0)


@dataclass(frozen=True)
class Shade:
    """A cell of the matrix: the first figure stated, its entry, its rank, and its fifth; 0 where there is no rank."""

    stated: Stated | None
    rank: Rank | None

    @property
    def fifth(self) -> int:
        """Of those that have a figure, from 1 (the best) to 5."""
        return 1 + (self.rank.place - 1) * SHADES // self.rank.of if self.rank else 0


@dataclass(frozen=True)
class Held:
    """An indicator of which several units have figures, and in which periods, the newest first."""

    indicator: Indicator
    periods: list[str]


@page(Permission.READ_PUBLISHED)
def units_beside(request: HttpRequest, code: str) -> HttpResponse:
    """The units directly below one, by an indicator in a period; where none is asked for, the newest there is."""
    above = units.lives(code)[-1]
    known = known_of(request)
    held = _held(code, known)
    asked = request.GET.get("indicator", "")
    chosen = next((h for h in held if h.indicator.code == asked), held[0] if held else None)
    content: dict[str, object] = {"above": above, "held": held, "chosen": chosen, "known": known}
    if chosen is not None:
        stated = request.GET.get("period", "")
        content |= _beside(code, held, chosen, stated if stated in chosen.periods else chosen.periods[0], known)
    return render(request, "tongket/beside.html", content)


def _beside(code: str, held: Sequence[Held], chosen: Held, stated: str, known: datetime | None) -> dict[str, object]:
    period = Period.parse(stated)
    above = units.at(code, day=period.last_day)
    members = list(units.children(above, day=period.last_day))
    indicators = {h.indicator.code: h.indicator for h in held if period.code in h.periods}
    now, before = _values(members, period, known), _values(members, period.year_before, known)
    places = {key: _ranks(members, now, i) for key, i in indicators.items()}
    code = chosen.indicator.code
    last = _ranks(members, before, chosen.indicator)
    shown: dict[int, tuple[Observation, ...]] = {}
    for o in ledger.values_of((unit.pk for unit in members), known=known).filter(
        period=period.code, indicator__code=code
    ):
        shown[o.unit_id] = (*shown.get(o.unit_id, ()), o)
    lines = [Line(u, shown.get(u.pk, ()), places[code].get(str(u.pk)), last.get(str(u.pk))) for u in members]
    lines.sort(key=lambda line: (line.rank is None, line.rank.place if line.rank else 0, line.unit.code))
    return {
        "above": above,
        "period": period.code,
        "lines": lines,
        "silent": sum(line.rank is None for line in lines),
        "columns": list(indicators.values()),
        "matrix": [
            (u, [Shade(next(iter(now.get((u.pk, key), ())), None), places[key].get(str(u.pk))) for key in indicators])
            for u in (line.unit for line in lines)
        ],
        "map": maps.draw([_on_map(line) for line in lines]),
        "on": period.last_day,
    }


def _held(code: str, known: datetime | None) -> list[Held]:
    """In the order of the catalogue; one unit alone cannot be set beside others."""
    members: dict[tuple[int, str], set[int]] = {}
    values = ledger.values_of(units.ever_below(code).values_list("pk", flat=True), known=known)
    for indicator, period, unit in values.values_list("indicator", "period", "unit").distinct().order_by():
        members.setdefault((indicator, period), set()).add(unit)
    indicators = Indicator.objects.in_bulk({indicator for indicator, _ in members})
    found: dict[int, list[str]] = {}
    for (indicator, period), held in members.items():
        if len(held) > 1:
            found.setdefault(indicator, []).append(period)
    in_order = sorted(found, key=lambda key: (indicators[key].position, indicators[key].pk))
    newest = [(key, sorted(found[key], key=lambda period: Period.parse(period).end, reverse=True)) for key in in_order]
    return [Held(indicators[key], periods) for key, periods in newest]


def _values(members: Sequence[Unit], period: Period | None, known: datetime | None) -> Values:
    found: dict[tuple[int, str], tuple[Stated, ...]] = {}
    if period is not None:
        entries = ledger.values_of((unit.pk for unit in members), known=known).filter(period=period.code)
        for seq, unit, code, value in entries.values_list("seq", "unit", "indicator__code", "value"):
            found[unit, code] = (*found.get((unit, code), ()), Stated(seq, Decimal(value)))
    return found


def _ranks(members: Sequence[Unit], values: Values, indicator: Indicator) -> dict[str, Rank]:
    """By the key of the unit, among those below the same one."""
    return ranks(_single(members, values, indicator.code), cast(Direction, indicator.direction))


def _single(members: Sequence[Unit], values: Values, code: str) -> dict[str, Decimal | None]:
    """The value of each unit; none where sources state different ones."""
    found: dict[str, Decimal | None] = {}
    for unit in members:
        stated = {entry.value for entry in values.get((unit.pk, code), ())}
        found[str(unit.pk)] = stated.pop() if len(stated) == 1 else None
    return found


def _on_map(line: Line) -> maps.Located:
    value = line.observations[0].quantity.value if line.rank else None
    return located(line.unit, amount=float(value) if value is not None else None, known=line.rank is not None)
