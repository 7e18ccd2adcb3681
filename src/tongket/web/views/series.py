"""An indicator of a unit over time, read in three ways: as reported, or in the units of today or of a chosen day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from tongket.access.roles import Permission
from tongket.base.errors import NotFound, gettext_noop
from tongket.base.periods import Period
from tongket.ledger.models import Observation
from tongket.publication import wording
from tongket.totals import cards
from tongket.tracing import series as tracing
from tongket.tracing.series import REPORTED, TODAY, Point
from tongket.units import queries as units
from tongket.units.models import Reorganisation, Succession, Unit
from tongket.web import timelines
from tongket.web.gate import page
from tongket.web.known import known_of


@dataclass(frozen=True)
class Row:
    """A period of the page: its value or the reasons why there is none; ``rolled`` where it is made from parts."""

    period: Period
    unit: Unit
    value: Decimal | None
    entries: tuple[Observation, ...] = ()
    reasons: tuple[str, ...] = ()
    rolled: bool = False


@page(Permission.READ_PUBLISHED)
def series(request: HttpRequest, code: str, indicator: str) -> HttpResponse:
    """The line, a mark at every decree that changed the unit, and the figures as a table with what is missing, why."""
    known = known_of(request)
    definition = tracing.known_indicator(indicator)
    if definition is None:
        raise NotFound(gettext_noop("The catalogue has no indicator “{code}”."), code=indicator)
    lives = units.lives(code)
    asked = request.GET.get("reading", REPORTED)
    chosen = request.GET.get("day", "") if asked == "day" else asked
    day = tracing.day_of(chosen, today=datetime.now(UTC).date())
    if day is None:
        rows = [_row(point) for point in tracing.reported(indicator, code, known=known)]
        rows += _rolled(code, indicator, {row.period.code for row in rows}) if known is None else []
        rows.sort(key=lambda row: row.period)
        unit, over = lives[-1], False
    else:
        unit = units.at(code, day=day)
        over = not unit.valid_from <= day or (unit.valid_to is not None and unit.valid_to <= day)
        rows = [] if over else [_row(point) for point in tracing.recast_to(day, indicator, code, known=known)]
    steps = units.ancestry(unit)
    decrees = _decrees(steps)
    spans = [(row.period, row.value) for row in _drawn(rows)]
    stops = [timelines.Stop(span.last_day, value, span.code, wording.period(span.code)) for span, value in spans]
    picture = timelines.draw(stops, [decree.day for decree in decrees])
    content = {
        "unit": unit,
        "indicator": definition,
        "known": known,
        "reading": asked if asked in (REPORTED, TODAY) else "day",
        "day": day,
        "readings": {name: "?" + urlencode(_kept(request) | {"reading": name}) for name in (REPORTED, TODAY)},
        "rows": rows,
        "picture": picture,
        "marks": [(decrees[number], x) for number, x in picture.marks] if picture else [],
        "decrees": decrees,
        "over": over,
        "successors": [step.target for step in steps if step.origin_id == unit.pk and step.target] if over else [],
        "gaps": sum(row.value is None for row in rows),
    }
    return render(request, "tongket/series.html", content)


def _kept(request: HttpRequest) -> dict[str, str]:
    return {"known": known} if (known := request.GET.get("known")) else {}


def _row(point: Point) -> Row:
    reasons = tuple(gettext(message).format(**values) for message, values in point.reasons)
    return Row(point.period, point.unit, point.value, point.entries, reasons)


def _rolled(code: str, indicator: str, stated: set[str]) -> list[Row]:
    """What the parts of the unit come to in periods for which nothing is reported of the unit itself."""
    return [
        Row(Period.parse(total.period), total.unit, total.number, rolled=True)
        for total in cards.totals_of(code, indicator)
        if total.period not in stated
    ]


def _drawn(rows: list[Row]) -> list[Row]:
    """One value for each period of the kind that most are of; where sources differ, none is drawn."""
    if not rows:
        return []
    kind = Counter(row.period.frequency for row in rows).most_common(1)[0][0]
    found: dict[Period, Row] = {}
    for row in rows:
        if row.period.frequency == kind:
            other = found.get(row.period)
            same = other is None or other.value == row.value
            found[row.period] = row if same else Row(row.period, row.unit, None, reasons=(_differ(),))
    return [found[period] for period in sorted(found)]


def _differ() -> str:
    return gettext("sources state different values")


def _decrees(steps: list[Succession]) -> list[Reorganisation]:
    """The decrees that changed a unit, what it came from and what it became, in their order."""
    found = {step.reorganisation_id: step.reorganisation for step in steps}
    return sorted(found.values(), key=lambda decree: (decree.day, decree.pk))
