"""Reading units: always as they stood on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.units.models import PeerGroup, Unit


def in_force(day: date) -> QuerySet[Unit]:
    """The units that exist on ``day``."""
    return Unit.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def get(code: str, *, day: date, hierarchy: str = "territorial") -> Unit:
    """The unit that carries ``code`` on ``day``; raises NotFound."""
    unit = in_force(day).filter(code=code, hierarchy=hierarchy).first()
    if unit is None:
        raise NotFound(gettext_noop("No unit has the code “{code}” on {day}."), code=code, day=day.isoformat())
    return unit


def peer_names(code: str, language: str) -> str:
    """The name of a peer group; its code when it is not known here."""
    group = PeerGroup.objects.filter(code=code).first()
    return group.names[language] if group else code
