"""Units: their lives, what they came from and became, what stands below them, and what is on record about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.catalogue.models import Indicator
from tongket.ledger import queries as ledger
from tongket.ledger.models import Comparison, Observation
from tongket.plan import queries as plan
from tongket.publication import wording
from tongket.review import queries as reviews
from tongket.units import queries
from tongket.units.models import BEFORE_RECORDS, Succession, Unit
from tongket.web import lineages, maps, scores
from tongket.web.gate import page
from tongket.web.known import known_of
from tongket.web.locating import located


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """The units that stand below none, with what stands below them; decrees; and what a search finds."""
    day, hierarchy = _asked(request)
    wanted = request.GET.get("q", "").strip()
    roots = list(queries.children(None, day=day, hierarchy=hierarchy))
    content = {
        "on": day,
        "q": wanted,
        "found": list(queries.named(wanted, day=day, hierarchy=hierarchy)) if wanted else [],
        "branches": [(root, list(queries.children(root, day=day, hierarchy=hierarchy))) for root in roots],
        "decrees": queries.decrees().filter(hierarchy=hierarchy),
    }
    return render(request, "tongket/units.html", content)


@page(Permission.READ_PUBLISHED)
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """One unit as it is on a day; where its life is over by then, as it was, and what took its place."""
    day, hierarchy = _asked(request)
    lives = queries.lives(code, hierarchy=hierarchy)
    shown = queries.of_them(lives, day=day)
    # What stood below it is shown as on its own days.
    last = shown.valid_to - date.resolution if shown.valid_to and shown.valid_to <= day else day
    then = max(last, shown.valid_from)
    below = list(queries.children(shown, day=then, hierarchy=hierarchy))
    steps = queries.ancestry(shown)
    asked = [request.GET.get(name, "") for name in ("period", "theme", "page")]
    known = known_of(request)
    scored = scores.of(lives, *asked, known=known) if hierarchy == "territorial" else {}
    content = {
        "unit": shown,
        "on": then,
        "ended": bool(shown.valid_to and shown.valid_to <= day),
        "above": queries.path(shown),
        "since": None if shown.valid_from == BEFORE_RECORDS else shown.valid_from,
        "others": [life for life in lives if life.pk != shown.pk],
        "below": below,
        "map": maps.draw([located(u) for u in below or [shown]]),
        "picture": _picture(shown, steps),
        "steps": steps,
        "before": [step for step in steps if step.target_id == shown.pk],
        "after": [step for step in steps if step.origin_id == shown.pk],
        "latest": _latest(shown, list(scored["pages"].object_list) if scored.get("themes") else None, known),
        "promised": plan.promised_by(shown),
        "compared": bool(below) and ledger.values_of((u.pk for u in below), known=known).exists(),
        "known": known,
        "review": reviews.reviews().filter(unit=shown).first(),
        **scored,
    }
    return render(request, "tongket/unit.html", content)


def _asked(request: HttpRequest) -> tuple[date, str]:
    """The day and the hierarchy that the address asks for; today, and the territorial one, otherwise."""
    stated = request.GET.get("on", "")
    try:
        day = date.fromisoformat(stated) if stated else datetime.now(UTC).date()
    except ValueError:
        raise InvalidInput(
            gettext_noop("“{text}” is not a day. Write the year, the month and the day, such as 2025-07-01."),
            text=stated,
        ) from None
    return day, request.GET.get("hierarchy", "") or "territorial"


def _picture(shown: Unit, steps: Sequence[Succession]) -> lineages.Picture | None:
    """The lineage drawn; None where no decree that is recorded touched the unit."""
    if not steps:
        return None
    units = {unit.pk: unit for step in steps for unit in (step.origin, step.target) if unit} | {shown.pk: shown}
    divided = queries.divided(s.origin_id for s in steps if s.origin_id is not None)
    return lineages.draw(
        [lineages.Life(u.pk, u.code, wording.name(u.names), u.valid_from, u.valid_to) for u in units.values()],
        [
            lineages.Step(s.origin_id, s.target_id, s.reorganisation.day, whole=s.origin_id not in divided)
            for s in steps
        ],
        focus=shown.pk,
    )


def _latest(shown: Unit, codes: Collection[str] | None, known: datetime | None) -> list[list[Observation]]:
    """By indicator, in the order of the catalogue: each value that sources state for the newest period.

    Of some indicators, where the unit has too many figures to show all at once.
    """
    entries = ledger.about(shown, known=known).filter(comparison=Comparison.VALUE)
    indicators = Indicator.objects.all() if codes is None else Indicator.objects.filter(code__in=codes)
    # One look at an index for each: to group all entries would take the longer the more there are.
    newest_end = entries.filter(indicator=OuterRef("pk")).order_by("-period_end").values("period_end")[:1]
    last = dict(indicators.annotate(end=Subquery(newest_end)).exclude(end=None).values_list("pk", "end"))
    newest: dict[int, list[Observation]] = {}
    of_then = entries.filter(indicator__in=last, period_end__in=set(last.values())).order_by("-period_end", "seq")
    for observation in of_then.select_related(None).select_related("indicator"):
        if observation.period_end != last[observation.indicator_id]:
            continue
        held = newest.setdefault(observation.indicator_id, [])
        key = (observation.period, observation.measure)
        said = {other.quantity.value for other in held}
        if not held or (key == (held[0].period, held[0].measure) and observation.quantity.value not in said):
            held.append(observation)
    return sorted(newest.values(), key=lambda held: (held[0].indicator.position, held[0].indicator.code))
