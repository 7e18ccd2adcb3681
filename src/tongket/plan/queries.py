"""Reading promises."""

from __future__ import annotations

from django.db.models import QuerySet

from tongket.base.periods import Period
from tongket.ledger import queries as ledger
from tongket.plan.models import Resolution, Target, Task
from tongket.units.models import Unit


def resolutions(unit: Unit, period: Period) -> QuerySet[Resolution]:
    """What the unit resolved for the period."""
    return Resolution.objects.filter(unit=unit, period=period.code).select_related("document")


def targets(unit: Unit, period: Period) -> QuerySet[Target]:
    """The targets of the period whose value is known, and was neither corrected nor withdrawn."""
    return (
        Target.objects.filter(unit=unit, period=period.code, observation__in=ledger.about(unit).values("seq"))
        .select_related("indicator", "observation__indicator", "observation__evidence__document", "resolution")
        .order_by("indicator__position")
    )


def outcomes(unit: Unit) -> QuerySet[Target]:
    """Targets of which a source says what came of them, without giving their value."""
    return Target.objects.filter(unit=unit, observation__isnull=True).select_related("indicator", "evidence__document")


def tasks(unit: Unit, period: Period) -> QuerySet[Task]:
    """The tasks for the period, in the order of the documents that state them."""
    return Task.objects.filter(unit=unit, period=period.code).select_related("evidence__document")
