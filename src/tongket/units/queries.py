"""Reading units: always as they stood on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.units.lineage import NOWHERE, UNNAMED, Edge, Lineage, chain, weigh
from tongket.units.models import PeerGroup, Reorganisation, Unit


def in_force(day: date) -> QuerySet[Unit]:
    """The units that exist on ``day``."""
    return Unit.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def get(code: str, *, day: date, hierarchy: str = "territorial") -> Unit:
    """The unit that carries ``code`` on ``day``; raises NotFound."""
    unit = in_force(day).filter(code=code, hierarchy=hierarchy).first()
    if unit is None:
        raise NotFound(gettext_noop("No unit has the code “{code}” on {day}."), code=code, day=day.isoformat())
    return unit


def below(root: Unit | None, *, day: date, hierarchy: str = "territorial") -> list[Unit]:
    """The units that stand below ``root`` on ``day`` at any depth, parents first; all of them without a root."""
    children: dict[int | None, list[Unit]] = {}
    for unit in in_force(day).filter(hierarchy=hierarchy).select_related("parent").order_by("code"):
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


def edges(decree: Reorganisation) -> set[Edge]:
    """What became of which unit by a decree, by their codes before and after it."""
    rows = decree.successions.values_list("origin__code", "target__code", "share")
    return {
        Edge(UNNAMED if origin is None else origin, NOWHERE if target is None else target, _share(share))
        for origin, target, share in rows
    }


def _share(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def peer_names(code: str, language: str) -> str:
    """The name of a peer group; its code when it is not known here."""
    group = PeerGroup.objects.filter(code=code).first()
    return group.names[language] if group else code
