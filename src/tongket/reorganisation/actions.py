"""Establishing units with their dated lives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, gettext_noop
from tongket.units.models import BEFORE_RECORDS, PeerGroup, Unit


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
def name_peers(*, by: Actor, at: datetime, code: str, names: Mapping[str, str]) -> PeerGroup:
    """Name a group of units that ranks are counted among."""
    policy.require(by, Permission.INSTALL_PACK)
    group, new = PeerGroup.objects.get_or_create(code=code, defaults={"names": dict(names)})
    if new:
        events.leave(by=str(by), at=at, verb="name", thing=f"peers:{code}")
    return group
