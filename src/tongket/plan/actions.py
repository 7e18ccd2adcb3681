"""Recording promises as documents state them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

_BATCH = 500


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


@dataclass(frozen=True)
class Assignment:
    """A task as a document states it, at its place, and the rule that read it."""

    by: Actor
    evidence: Evidence
    action: str
    assignee: str
    deadline: str


@transaction.atomic
def assign(*, at: datetime, unit: Unit, period: Period, tasks: Sequence[Assignment]) -> None:
    """Keep tasks as a document states them; one that is held at its place already stays as it is."""
    held = set(Task.objects.filter(evidence__in=[task.evidence for task in tasks]).values_list("evidence", flat=True))
    new: dict[int, Assignment] = {}
    for task in tasks:
        policy.require(task.by, Permission.RECORD_PLAN)
        if task.evidence.pk not in held:
            new.setdefault(task.evidence.pk, task)
    rows = [
        Task(
            unit=unit,
            period=period.code,
            evidence=task.evidence,
            action=task.action,
            assignee=task.assignee,
            deadline=task.deadline,
            due=_due(task.deadline),
        )
        for task in new.values()
    ]
    made = Task.objects.bulk_create(rows, batch_size=_BATCH)
    done = [(str(new[task.evidence_id].by), f"task:{task.pk}") for task in made]
    events.leave_many(at=at, verb="assign", done=done)


def forget(document: Document) -> None:
    """Let go of the tasks that a document set, as it is to be read anew."""
    Task.objects.filter(evidence__document=document).delete()


def _due(deadline: str) -> str:
    """The period code or day that the deadline's words fix; empty when they do not."""
    for text in (deadline, f"{deadline}/{deadline}"):
        try:
            return Period.parse(text).code
        except InvalidInput:
            continue
    return ""
