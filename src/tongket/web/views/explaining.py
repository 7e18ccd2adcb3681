"""Why a figure is what it is: from a total down, level by level, to the entries and the words of their sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.errors import NotFound, gettext_noop
from tongket.base.periods import Period
from tongket.formulas import queries as formulas
from tongket.ledger.models import Observation
from tongket.totals import cards
from tongket.totals import queries as totals
from tongket.totals.models import Total
from tongket.tracing import queries as tracing
from tongket.tracing.series import known_indicator
from tongket.units import queries as units
from tongket.units.models import Unit
from tongket.web.computing import Computation
from tongket.web.gate import page
from tongket.web.known import known_of

PART_BY_PART = 50
"""Units of one page."""


@dataclass(frozen=True)
class Part:
    """A unit directly below: its total, if one is kept, and what is stated for it itself."""

    unit: Unit
    total: Total | None
    entries: tuple[Observation, ...]


@page(Permission.READ_PUBLISHED)
def explained(request: HttpRequest, code: str, indicator: str) -> HttpResponse:
    """The figure of a unit, the units below it with theirs, and the entries of those shown; some units at a time."""
    definition = known_indicator(indicator)
    if definition is None:
        raise NotFound(gettext_noop("The catalogue has no indicator “{code}”."), code=indicator)
    known = known_of(request)
    asked = request.GET.get("period", "")
    held = [total.period for total in cards.totals_of(code, indicator)]
    if not asked and not held:
        raise NotFound(
            gettext_noop("Nothing is on record of “{indicator}” about {unit}."), indicator=indicator, unit=code
        )
    period = Period.parse(asked or held[0])
    unit = units.at(code, day=period.last_day)
    below = units.children(unit, day=period.last_day)
    paged = Paginator(below, PART_BY_PART).get_page(request.GET.get("page"))
    shown = list(paged.object_list)
    kept = cards.totals_in(period, indicator, [unit, *shown], known=known)
    stated = tracing.stated(indicator, [unit, *shown], period, known=known)
    kept_by = totals.versions([indicator])(indicator, period.last_day)
    content = {
        "unit": unit,
        "indicator": definition,
        "period": period.code,
        "known": known,
        "total": kept.get(unit.pk) if kept_by.rolls and paged.paginator.count else None,
        "computed": Computation.of(formulas.computed(indicator, unit, period, known=known), definition),
        "rests": cards.resting(indicator, unit, period, known=known),
        "own": stated.get(unit.pk, []),
        "parts": [Part(u, kept.get(u.pk), tuple(stated.get(u.pk, ()))) for u in shown],
        "page": paged,
    }
    return render(request, "tongket/explain.html", content)
