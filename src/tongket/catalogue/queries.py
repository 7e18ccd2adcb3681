"""Reading the catalogue: the version of an indicator that holds on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.catalogue.models import Indicator


def in_force(day: date) -> QuerySet[Indicator]:
    """Every indicator as defined on ``day``."""
    return Indicator.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def get(code: str, *, day: date) -> Indicator:
    """The definition of ``code`` in force on ``day``; raises NotFound."""
    indicator = in_force(day).filter(code=code).first()
    if indicator is None:
        raise NotFound(
            gettext_noop("The catalogue has no indicator “{code}” on {day}."), code=code, day=day.isoformat()
        )
    return indicator
