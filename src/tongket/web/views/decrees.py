"""Decrees: what each did to which units, and what that means for the figures and promises that hang on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from tongket.access.roles import Permission
from tongket.plan import queries as plan
from tongket.plan.queries import Held
from tongket.publication import wording
from tongket.reorganisation import queries as reorganisations
from tongket.reorganisation.queries import Done
from tongket.reorganisation.rules import Effect, EffectKind, prospects
from tongket.units import queries as units
from tongket.units.lineage import NOWHERE, Lineage, weigh
from tongket.units.models import Unit
from tongket.web.gate import page

MOST = 60
"""Effects of a kind that a page lists; the command ``tongket units diff`` prints them all."""


@dataclass(frozen=True)
class Kind:
    """The effects of one kind: how many there are, and those listed."""

    code: str
    count: int
    listed: list[tuple[list[Unit], list[Unit]]]

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.listed)


@dataclass(frozen=True)
class Inherited:
    """What hung on a unit that the decree touched, who has it since, and what becomes of each series."""

    held: Held
    heirs: list[Unit]
    series: list[tuple[str, str]]
    ends: bool


@page(Permission.READ_PUBLISHED)
def decree(request: HttpRequest, number: str) -> HttpResponse:
    """One decree; with ``?within=CODE``, only what it did below that unit."""
    shown = units.decree(number)
    done = reorganisations.done(shown)
    within = request.GET.get("within", "").strip()
    counts = Counter(effect.kind for effect in done.effects)
    listed: dict[EffectKind, list[tuple[list[Unit], list[Unit]]]] = {}
    matching: Counter[EffectKind] = Counter()
    for effect in done.effects:
        ends = _units(effect, done)
        if not within or any(_is_within(within, unit) for end in ends for unit in end):
            matching[effect.kind] += 1
            if matching[effect.kind] <= MOST:
                listed.setdefault(effect.kind, []).append(ends)
    content = {
        "decree": shown,
        "within": within,
        "counts": [(kind.value, counts[kind]) for kind in EffectKind if counts[kind]],
        "kinds": [Kind(kind.value, matching[kind], listed[kind]) for kind in EffectKind if kind in listed],
        "inherited": [
            row
            for row in _inherited(done, weigh(units.edges(shown))[0])
            if not within or any(_is_within(within, unit) for unit in (row.held.unit, *row.heirs))
        ],
    }
    return render(request, "tongket/decree.html", content)


def _units(effect: Effect, done: Done) -> tuple[list[Unit], list[Unit]]:
    return (
        [done.rows[code] for code in effect.origins if code in done.rows],
        [done.made[code] for code in effect.targets if code in done.made],
    )


def _is_within(code: str, unit: Unit | None) -> bool:
    """Whether a unit bears the code or stands below one that does."""
    while unit is not None and unit.code != code:
        unit = unit.parent
    return unit is not None


def _inherited(done: Done, lineage: Lineage) -> list[Inherited]:
    kinds = dict(lineage.kinds())
    found = []
    for held in plan.held_by(done.rows.values()):
        code = held.unit.code
        fate = lineage.fate(code)
        heirs = [done.made[target] for target in sorted(fate.targets - {NOWHERE}) if target in done.made]
        series = [
            (indicator, gettext(prospects(kinds[code], known=not fate.open, aggregation=aggregation)))
            for indicator, aggregation in held.series
        ]
        ends = all(wording.name(heir.names) != wording.name(held.unit.names) for heir in heirs)
        found.append(Inherited(held, heirs, series, ends))
    return found
