"""Reading units: always as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.units.lineage import NOWHERE, UNNAMED, Edge, Lineage, chain, weigh
from tongket.units.models import PeerGroup, Reorganisation, Succession, Unit


def in_force(day: date) -> QuerySet[Unit]:
    """The units that exist on ``day``."""
    return Unit.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def get(code: str, *, day: date, hierarchy: str = "territorial") -> Unit:
    """The unit that carries ``code`` on ``day``; raises NotFound."""
    unit = in_force(day).filter(code=code, hierarchy=hierarchy).first()
    if unit is None:
        raise NotFound(gettext_noop("No unit has the code “{code}” on {day}."), code=code, day=day.isoformat())
    return unit


def lives(code: str, *, hierarchy: str = "territorial") -> list[Unit]:
    """Every unit that bore a code, the oldest first; raises NotFound."""
    found = list(Unit.objects.filter(code=code, hierarchy=hierarchy).select_related("parent").order_by("valid_from"))
    if not found:
        raise NotFound(gettext_noop("No unit has or had the code “{code}”."), code=code)
    return found


def at(code: str, *, day: date, hierarchy: str = "territorial") -> Unit:
    """The unit that bears a code on ``day``; where none does, the last one before it, else the first after it."""
    return of_them(lives(code, hierarchy=hierarchy), day=day)


def of_them(known: Sequence[Unit], *, day: date) -> Unit:
    """Of those that bore a code, the oldest first, the one that bears it on ``day``, as ``at`` has it."""
    return next((unit for unit in reversed(known) if unit.valid_from <= day), known[0])


def path(unit: Unit) -> list[Unit]:
    """The units that a unit stands below, the highest first."""
    above: list[Unit] = []
    while unit.parent is not None:
        unit = unit.parent
        above.insert(0, unit)
    return above


def children(unit: Unit | None, *, day: date, hierarchy: str = "territorial") -> QuerySet[Unit]:
    """The units directly below one on ``day``, with where they lie; those that stand below none, without one."""
    return in_force(day).filter(hierarchy=hierarchy, parent=unit).select_related("centre", "boundary").order_by("code")


def ever_below(code: str, *, hierarchy: str = "territorial") -> QuerySet[Unit]:
    """The units that stood directly below one that bore a code, at any time."""
    return Unit.objects.filter(hierarchy=hierarchy, parent__code=code)


def named(text: str, *, day: date, hierarchy: str = "territorial", most: int = 50) -> list[Unit]:
    """The units of ``day`` whose code is ``text``, or whose name holds it, in any language and letter case."""
    needle = text.casefold()
    found = []
    for unit in in_force(day).filter(hierarchy=hierarchy).select_related("parent").order_by("code"):
        if unit.code == text or any(needle in name.casefold() for name in unit.names.values()):
            found.append(unit)
            if len(found) == most:
                break
    return found


def divided(units: Iterable[int]) -> set[int]:
    """Those of the units, by key, that decrees divided among several."""
    parts = Succession.objects.filter(origin__in=list(units)).values_list("origin").annotate(count=Count("target"))
    return {pk for pk, count in parts.order_by() if count > 1}


def ancestry(unit: Unit) -> list[Succession]:
    """What a unit was formed from, what that was formed from, and so on; and in the same way what became of it."""
    related = Succession.objects.select_related("origin", "target", "reorganisation")
    found: dict[int, Succession] = {}
    for end, other in (("target", "origin"), ("origin", "target")):
        reached, left = {unit.pk}, {unit.pk}
        while left:
            rows = list(related.filter(**{f"{end}__in": left}))
            found |= {row.pk: row for row in rows}
            left = {pk for row in rows if (pk := getattr(row, f"{other}_id")) is not None} - reached
            reached |= left
    return sorted(found.values(), key=lambda row: (row.reorganisation.day, row.pk))


def below(root: Unit | None, *, day: date, hierarchy: str = "territorial") -> list[Unit]:
    """The units that stand below ``root`` on ``day`` at any depth, parents first; all of them without a root."""
    children: dict[int | None, list[Unit]] = {}
    units = {unit.pk: unit for unit in in_force(day).filter(hierarchy=hierarchy).order_by("code")}
    for unit in units.values():
        if unit.parent_id in units:  # not read once more for each of thousands of units
            unit.parent = units[unit.parent_id]
        children.setdefault(unit.parent_id, []).append(unit)
    found = list(children.get(root.pk if root else None, []))
    for unit in found:  # grows while it is walked
        found += children.get(unit.pk, [])
    return found


def country(day: date, *, hierarchy: str = "territorial") -> Unit | None:
    """The country, if it is recorded and the only one."""
    found = list(in_force(day).filter(level="country", hierarchy=hierarchy)[:2])
    return found[0] if len(found) == 1 else None


def reorganisations(start: date, end: date, *, hierarchy: str = "territorial") -> QuerySet[Reorganisation]:
    """The decrees that took effect after ``start``, up to and with ``end``, in their order."""
    return Reorganisation.objects.filter(hierarchy=hierarchy, day__gt=start, day__lte=end)


def lineage(start: date, end: date, *, hierarchy: str = "territorial") -> Lineage:
    """What became of the units of ``start`` by ``end``, by their codes on these days, through every decree between."""
    decrees = reorganisations(start, end, hierarchy=hierarchy)
    return chain(weigh(sorted(edges(decree), key=lambda edge: (edge.origin, edge.target)))[0] for decree in decrees)


def decree(number: str) -> Reorganisation:
    """The decree with a number and symbol, the newest of several; raises NotFound."""
    found = decrees().filter(number=number).first()
    if found is None:
        raise NotFound(gettext_noop("No decree {number} is held here."), number=number)
    return found


def decrees() -> QuerySet[Reorganisation]:
    """All decrees, the newest first."""
    return Reorganisation.objects.order_by("-day", "-pk")


def edges(decree: Reorganisation) -> set[Edge]:
    """What became of which unit by a decree, by their codes before and after it."""
    rows = decree.successions.values_list("origin__code", "target__code", "share")
    return {
        Edge(UNNAMED if origin is None else origin, NOWHERE if target is None else target, _share(share))
        for origin, target, share in rows
    }


def _share(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def peer_phrases() -> dict[str, str]:
    """The codes of the peer groups, by the phrases by which texts mean them."""
    groups = PeerGroup.objects.all()
    return {phrase: group.code for group in groups for said in group.phrases.values() for phrase in said}


def peer_names(code: str, language: str) -> str:
    """The name of a peer group; its code when it is not known here."""
    group = PeerGroup.objects.filter(code=code).first()
    return group.names[language] if group else code
