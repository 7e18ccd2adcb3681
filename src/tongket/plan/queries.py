"""Reading promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, QuerySet

from tongket.base.periods import Period
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.plan.models import Resolution, Target, Task
from tongket.units.models import Unit


def resolutions(unit: Unit, period: Period) -> QuerySet[Resolution]:
    """What the unit resolved for the period."""
    return Resolution.objects.filter(unit=unit, period=period.code).select_related("document")


def targets(unit: Unit, period: Period, *, known: datetime | None = None) -> QuerySet[Target]:
    """The targets of the period whose value is known, and was neither corrected nor withdrawn until ``known``."""
    held = ledger.about(unit, known=known).values("seq")
    return (
        Target.objects.filter(unit=unit, period=period.code, observation__in=held)
        .select_related("indicator", "observation__indicator", "observation__evidence__document", "resolution")
        .order_by("indicator__position")
    )


def outcomes(unit: Unit) -> QuerySet[Target]:
    """Targets of which a source says what came of them, without giving their value."""
    return Target.objects.filter(unit=unit, observation__isnull=True).select_related("indicator", "evidence__document")


def tasks(unit: Unit, period: Period) -> QuerySet[Task]:
    """The tasks for the period, in the order of the documents that state them."""
    return Task.objects.filter(unit=unit, period=period.code).select_related("evidence__document")


_FEW = 500


@dataclass(frozen=True)
class Held:
    """What hangs on a unit: how many targets and tasks are its own, and of which indicators it has figures."""

    unit: Unit
    targets: int
    tasks: int
    series: tuple[tuple[str, str], ...]
    """Code and aggregation of each indicator."""


class Promised(NamedTuple):
    """How many targets and how many tasks are a unit's own."""

    targets: int
    tasks: int


def promised_by(unit: Unit) -> Promised:
    """What a unit has promised."""
    return Promised(Target.objects.filter(unit=unit).count(), Task.objects.filter(unit=unit).count())


def held_by(units: Iterable[Unit]) -> Iterator[Held]:
    """What hangs on each of the units; those on which nothing hangs are left out."""
    rows = {unit.pk: unit for unit in units}
    # A list of all the units of a country would be longer than a statement may be.
    few = {"unit__in": list(rows)} if len(rows) <= _FEW else {}
    targets, tasks = (
        dict(model.objects.filter(**few).values_list("unit").annotate(count=Count("pk")).order_by())
        for model in (Target, Task)
    )
    series: dict[int, list[tuple[str, str]]] = {}
    columns = ("unit", "indicator__code", "indicator__aggregation")
    for unit, code, aggregation in (
        Observation.objects.filter(**few).order_by(*columns).values_list(*columns).distinct()
    ):
        series.setdefault(unit, []).append((code, aggregation))
    for pk, unit in rows.items():
        if pk in targets or pk in tasks or pk in series:
            yield Held(unit, targets.get(pk, 0), tasks.get(pk, 0), tuple(series.get(pk, [])))
