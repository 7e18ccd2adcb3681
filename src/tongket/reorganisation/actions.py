"""Establishing units with their dated lives, changing them by decree, and saying where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction
from django.db.models import Q

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, signals
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, gettext_noop
from tongket.base.localities import LANGUAGES
from tongket.base.quantities import decimal_text
from tongket.reorganisation import queries, rules
from tongket.reorganisation.places import Seat
from tongket.reorganisation.queries import Change
from tongket.reorganisation.rules import Listed
from tongket.units import queries as units
from tongket.units.models import (
    BEFORE_RECORDS,
    Boundary,
    Centre,
    PeerGroup,
    Reorganisation,
    Succession,
    TakenList,
    Unit,
)

NO_PHRASES: Mapping[str, Sequence[str]] = MappingProxyType({})


@transaction.atomic
def establish(
    *,
    by: Actor,
    at: datetime,
    code: str,
    hierarchy: str,
    level: str,
    names: Mapping[str, str],
    parent: Unit | None,
    valid_from: date = BEFORE_RECORDS,
    valid_to: date | None = None,
) -> Unit:
    """Add a unit with its life; stating the same again returns it.

    Raises Conflict when the code is known from the same day with another end, level or parent, or when another
    unit bears it at the same time.
    """
    policy.require(by, Permission.INSTALL_PACK)
    other = _bearer(hierarchy=hierarchy, code=code, valid_from=valid_from, valid_to=valid_to)
    if other is not None:
        raise Conflict(
            gettext_noop("The code {code} is borne from {day} by another unit, which has to end before."),
            code=code,
            day=other.valid_from.isoformat(),
        )
    unit, new = Unit.objects.get_or_create(
        hierarchy=hierarchy,
        code=code,
        valid_from=valid_from,
        defaults={"level": level, "names": dict(names), "parent": parent, "valid_to": valid_to},
    )
    if new:
        events.leave(by=str(by), at=at, verb="establish", thing=f"unit:{hierarchy}:{code}")
        if parent is not None:
            signals.lives_changed.send(Unit, day=valid_from, above={parent.pk})
    elif (unit.level, unit.valid_to, unit.parent) != (level, valid_to, parent):
        raise Conflict(
            gettext_noop("The unit {code} is already recorded from {day} with another life, level or parent."),
            code=code,
            day=valid_from.isoformat(),
        )
    return unit


def _bearer(*, hierarchy: str, code: str, valid_from: date, valid_to: date | None) -> Unit | None:
    """The unit from another day that bears the code during some of this life."""
    others = Unit.objects.filter(hierarchy=hierarchy, code=code).exclude(valid_from=valid_from)
    others = others.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=valid_from))
    return (others.filter(valid_from__lt=valid_to) if valid_to else others).first()


@transaction.atomic
def name_peers(
    *,
    by: Actor,
    at: datetime,
    code: str,
    names: Mapping[str, str],
    phrases: Mapping[str, Sequence[str]] = NO_PHRASES,
) -> PeerGroup:
    """Name a group of units that ranks are counted among, and the phrases by which texts mean it."""
    policy.require(by, Permission.INSTALL_PACK)
    values = {"names": dict(names), "phrases": {language: list(said) for language, said in phrases.items()}}
    group, new = PeerGroup.objects.get_or_create(code=code, defaults=values)
    if not new and phrases and group.phrases != values["phrases"]:
        group.phrases, new = values["phrases"], True
        group.save(update_fields=["phrases"])
    if new:
        events.leave(by=str(by), at=at, verb="name", thing=f"peers:{code}")
    return group


@transaction.atomic
def adopt(
    *,
    by: Actor,
    at: datetime,
    day: date,
    listing: Mapping[str, Listed],
    root: Unit | None,
    hierarchy: str = "territorial",
) -> list[Unit]:
    """Record the units of a list in force on ``day`` that are not known yet; returns them.

    They have existed since before our records, as far as nothing that is recorded says otherwise: that the code was
    another unit's before or is one's afterwards, that a list of a later day lacks them, or that the unit above began
    later. Raises Conflict when a code is borne by a unit of another level or parent, when its unit has ended (codes are
    given again by decree only), when a list of an earlier day lacks it, or when a parent is missing.
    """
    policy.require(by, Permission.REORGANISE)
    known = units.below(root, day=day, hierarchy=hierarchy)
    here = rules.recoded(listing, queries.known_as(listing, known))
    rows = {unit.code: unit for unit in (*known, *([root] if root else ()))}
    adoption = queries.adoption(listing, day=day, root=root, hierarchy=hierarchy)
    for fault in adoption.faults:
        raise Conflict(fault.message, **fault.values)
    new: list[Unit] = []
    for generation in _generations(here, rows):
        made = [_row(listed, rows, hierarchy=hierarchy, valid_from=BEFORE_RECORDS) for listed in generation.values()]
        for unit in made:
            unit.valid_to = adoption.ends.get(unit.code)
        _between(made, day=day, hierarchy=hierarchy)
        Unit.objects.bulk_create(made)
        rows |= {unit.code: unit for unit in made}
        new += made
    TakenList.objects.get_or_create(
        hierarchy=hierarchy,
        day=day,
        root=root.code if root else "",
        defaults={"recorded_at": at, "recorded_by": str(by)},
    )
    if new:
        details = {"listed": len(here), "new": len(new)}
        events.leave(by=str(by), at=at, verb="adopt", thing=f"units:{day.isoformat()}", **details)
        above = {unit.parent_id for unit in new if unit.parent_id is not None}
        signals.lives_changed.send(Unit, day=min(unit.valid_from for unit in new), above=above)
    return new


def _between(made: Iterable[Unit], *, day: date, hierarchy: str) -> None:
    """Limit lives that hold ``day`` to what the other lives of their codes, and those above them, leave."""
    by_code = {unit.code: unit for unit in made}
    for code, start, end in Unit.objects.filter(hierarchy=hierarchy, code__in=by_code).values_list(
        "code", "valid_from", "valid_to"
    ):
        unit = by_code[code]
        if start > day:
            unit.valid_to = min(start, unit.valid_to or start)
        elif end is not None:
            unit.valid_from = max(end, unit.valid_from)
    for unit in by_code.values():
        if unit.parent is not None:
            unit.valid_from = max(unit.valid_from, unit.parent.valid_from)


def _generations(listing: Mapping[str, Listed], rows: Mapping[str, Unit]) -> Iterable[dict[str, Listed]]:
    """The units that are new, those first whose parents are there; raises Conflict."""
    placed = set(rows)
    left = {}
    for code, listed in listing.items():
        unit = rows.get(code)
        if unit is None:
            left[code] = listed
        elif unit.level != listed.level or (unit.parent.code if unit.parent else None) != listed.parent:
            raise Conflict(
                gettext_noop("The list has {code} {name} below {parent}; it is recorded here below another unit."),
                code=code,
                name=listed.name,
                parent=listed.parent,
            )
    while left:
        ready = {code: listed for code, listed in left.items() if listed.parent is None or listed.parent in placed}
        if not ready:
            code = next(iter(left))
            raise Conflict(rules.ORPHAN, code=code)
        yield ready
        placed |= set(ready)
        left = {code: listed for code, listed in left.items() if code not in ready}


@transaction.atomic
def reorganise(*, by: Actor, at: datetime, number: str, change: Change) -> Reorganisation:
    """Apply a decree: end the lives that it ends, begin those that it begins, and keep what became of which.

    Stating it again returns it. Raises Conflict when the list and the decree contradict each other, or the decree is
    recorded with other effects.
    """
    policy.require(by, Permission.REORGANISE)
    if change.faults:
        raise Conflict(change.faults[0].message, **change.faults[0].values)
    effective = [edge for edge in change.edges if edge.origin not in change.untouched]
    held = Reorganisation.objects.filter(hierarchy=change.hierarchy, number=number, day=change.day).first()
    if held is not None:
        if units.edges(held) != set(effective):
            message = gettext_noop("The decree {number} of {day} is recorded already, with other effects.")
            raise Conflict(message, number=number, day=change.day)
        return held
    decree = Reorganisation.objects.create(
        number=number, hierarchy=change.hierarchy, day=change.day, recorded_at=at, recorded_by=str(by)
    )
    Unit.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=change.day),
        pk__in=[unit.pk for code, unit in change.rows.items() if code not in change.untouched],
    ).update(valid_to=change.day)
    rows = _begin(change)
    Succession.objects.bulk_create(
        Succession(
            reorganisation=decree,
            origin=change.rows.get(edge.origin),
            target=rows.get(edge.target),
            share="" if edge.share is None else decimal_text(edge.share),
        )
        for edge in effective
    )
    counts = dict.fromkeys((effect.kind.value for effect in change.effects), 0)
    for effect in change.effects:
        counts[effect.kind.value] += 1
    events.leave(by=str(by), at=at, verb="reorganise", thing=f"decree:{number}", day=change.day.isoformat(), **counts)
    signals.lives_changed.send(Unit, day=change.day, above=None)
    return decree


@transaction.atomic
def locate(
    *, by: Actor, at: datetime, day: date, seats: Mapping[str, Seat], hierarchy: str = "territorial"
) -> tuple[int, list[str]]:
    """Keep where the units of ``day`` have their seats: how many are new or changed, and which codes are unknown."""
    policy.require(by, Permission.REORGANISE)
    rows, unknown = _here(seats, day=day, hierarchy=hierarchy)
    held = {
        centre.unit_id: (centre.longitude, centre.latitude) for centre in Centre.objects.filter(unit__in=rows.values())
    }
    changed = [
        Centre(unit=unit, longitude=seats[code][0], latitude=seats[code][1])
        for code, unit in rows.items()
        if held.get(unit.pk) != seats[code]
    ]
    Centre.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["unit"], update_fields=["longitude", "latitude"]
    )
    if changed:
        events.leave(by=str(by), at=at, verb="locate", thing=f"units:{day.isoformat()}", seats=len(changed))
    return len(changed), unknown


@transaction.atomic
def outline(
    *,
    by: Actor,
    at: datetime,
    day: date,
    outlines: Mapping[str, Mapping[str, Any]],
    source: str,
    hierarchy: str = "territorial",
) -> tuple[int, list[str]]:
    """Keep the boundaries of the units of ``day``: how many are new or changed, and which codes are unknown."""
    policy.require(by, Permission.REORGANISE)
    rows, unknown = _here(outlines, day=day, hierarchy=hierarchy)
    held = {boundary.unit_id: boundary.geometry for boundary in Boundary.objects.filter(unit__in=rows.values())}
    changed = [
        Boundary(unit=unit, geometry=outlines[code], source=source)
        for code, unit in rows.items()
        if held.get(unit.pk) != outlines[code]
    ]
    Boundary.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["unit"], update_fields=["geometry", "source"]
    )
    if changed:
        details = {"boundaries": len(changed), "source": source}
        events.leave(by=str(by), at=at, verb="outline", thing=f"units:{day.isoformat()}", **details)
    return len(changed), unknown


def _here(codes: Iterable[str], *, day: date, hierarchy: str) -> tuple[dict[str, Unit], list[str]]:
    """The units of a day by those of the codes that they bear, and the codes that no unit bears."""
    borne = {unit.code: unit for unit in units.in_force(day).filter(hierarchy=hierarchy)}
    codes = list(codes)
    return {code: borne[code] for code in codes if code in borne}, [code for code in codes if code not in borne]


def _begin(change: Change) -> dict[str, Unit]:
    """The rows in force from the day of the decree on: those that go on, and new ones below them."""
    here = {unit.code: unit for unit in units.in_force(change.day).filter(hierarchy=change.hierarchy)}
    rows = {code: unit for code, unit in here.items() if code in change.untouched or unit.valid_from == change.day}
    above = {code: unit for code, unit in here.items() if code not in change.after}
    left = {code: listed for code, listed in change.after.items() if code not in rows}
    while left:
        ready = {c: listed for c, listed in left.items() if listed.parent in rows or listed.parent not in left}
        made = [
            _row(listed, {**above, **rows}, hierarchy=change.hierarchy, valid_from=change.day)
            for listed in ready.values()
        ]
        Unit.objects.bulk_create(made)
        rows |= {unit.code: unit for unit in made}
        left = {code: listed for code, listed in left.items() if code not in ready}
    return rows


def _row(listed: Listed, rows: Mapping[str, Unit], *, hierarchy: str, valid_from: date) -> Unit:
    """A new life. Lists give one name, the official one: it stands for all languages until a pack knows others."""
    return Unit(
        code=listed.code,
        hierarchy=hierarchy,
        level=listed.level,
        names=dict.fromkeys(LANGUAGES, listed.name),
        parent=rows[listed.parent] if listed.parent else None,
        valid_from=valid_from,
    )
