"""Recording promises as documents state them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger.models import Evidence, Observation
from tongket.plan.models import Outcome, Resolution, Target, Task
from tongket.units.models import Unit


@transaction.atomic
def resolve(
    *, by: Actor, at: datetime, document: Document, unit: Unit, period: Period, titles: Mapping[str, str]
) -> Resolution:
    """Note that a document resolves what a unit will do in a period. Raises Conflict when it resolves another one."""
    policy.require(by, Permission.RECORD_PLAN)
    resolution, new = Resolution.objects.get_or_create(
        document=document, defaults={"unit": unit, "period": period.code, "titles": dict(titles)}
    )
    if new:
        events.leave(by=str(by), at=at, verb="resolve", thing=f"resolution:{document.slug}")
    elif (resolution.unit, resolution.period) != (unit, period.code):
        raise Conflict(
            gettext_noop("“{slug}” is already recorded as the resolution of {unit} for {period}."),
            slug=document.slug,
            unit=resolution.unit.code,
            period=resolution.period,
        )
    return resolution


@transaction.atomic
def promise(*, by: Actor, at: datetime, observation: Observation) -> Target:
    """Make the target of an observation that was recorded as one; which resolution it stands in is not said.

    A corrected observation takes the place of the one it replaces.
    """
    policy.require(by, Permission.RECORD_PLAN)
    target, new = Target.objects.get_or_create(
        indicator=observation.indicator,
        evidence=observation.evidence,
        defaults={"unit": observation.unit, "period": observation.period, "observation": observation},
    )
    moved = target.observation_id != observation.seq
    if moved:
        target.observation, target.period = observation, observation.period
        target.save(update_fields=["observation", "period"])
    if new or moved:
        events.leave(by=str(by), at=at, verb="promise", thing=f"target:{target.pk}", observation=observation.seq)
    return target


@transaction.atomic
def note_outcome(
    *,
    by: Actor,
    at: datetime,
    indicator: Indicator,
    unit: Unit,
    outcome: Outcome,
    resolution: str,
    evidence: Evidence,
) -> Target:
    """Keep what a document says of a target whose value it does not give ("the term's task was met early")."""
    policy.require(by, Permission.RECORD_PLAN)
    target, new = Target.objects.get_or_create(
        indicator=indicator,
        evidence=evidence,
        defaults={"unit": unit, "outcome": outcome, "resolution_as_cited": resolution},
    )
    if new:
        events.leave(by=str(by), at=at, verb="note outcome", thing=f"target:{target.pk}", outcome=str(outcome))
    return target


@transaction.atomic
def assign(
    *,
    by: Actor,
    at: datetime,
    unit: Unit,
    period: Period,
    evidence: Evidence,
    action: str,
    assignee: str,
    deadline: str,
) -> Task:
    """Keep a task as a document states it."""
    policy.require(by, Permission.RECORD_PLAN)
    task, new = Task.objects.get_or_create(
        evidence=evidence,
        defaults={
            "unit": unit,
            "period": period.code,
            "action": action,
            "assignee": assignee,
            "deadline": deadline,
            "due": _due(deadline),
        },
    )
    if new:
        events.leave(by=str(by), at=at, verb="assign", thing=f"task:{task.pk}")
    return task


def _due(deadline: str) -> str:
    """The period code or day that the deadline's words fix; empty when they do not."""
    for text in (deadline, f"{deadline}/{deadline}"):
        try:
            return Period.parse(text).code
        except InvalidInput:
            continue
    return ""
