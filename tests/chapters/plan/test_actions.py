"""Promises: each with the place that states it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories.records import (
    AT,
    AUTHORS,
    RULE,
    count_rows,
    document,
    evidence,
    fields,
    indicator,
    names,
    observation,
    unit,
)
from tongket.base import events
from tongket.base.errors import Conflict
from tongket.base.models import AuditEvent
from tongket.base.periods import Period
from tongket.plan import queries
from tongket.plan.actions import Assignment, assign, note_outcome, promise, resolve
from tongket.plan.models import Outcome, Resolution, Task

pytestmark = pytest.mark.django_db
NEXT = Period.year(2025)


def resolved(**changes: Any) -> Resolution:
    values = {"document": document("plan"), "unit": unit(), "period": NEXT, "titles": names("Tasks for 2025")}
    return resolve(by=AUTHORS, at=AT, **{**values, **changes})


def assignment(quote: str, **changes: Any) -> Assignment:
    """A task as the report states it."""
    values = {"action": quote, "assignee": "", "deadline": ""}
    return Assignment(by=RULE, evidence=evidence(quote), **{**values, **changes})


def task(quote: str, **changes: Any) -> Task:
    """The same, kept."""
    stated = assignment(quote, **changes)
    assign(at=AT, unit=unit(), period=NEXT, tasks=[stated])
    return Task.objects.get(evidence=stated.evidence)


def test_a_document_resolves_a_period() -> None:
    resolution = resolved()

    assert resolved() == resolution
    assert list(queries.resolutions(unit(), NEXT)) == [resolution]
    assert list(queries.resolutions(unit(), Period.year(2024))) == []
    assert (str(resolution), resolution.period, resolution.titles) == ("plan", "2025", names("Tasks for 2025"))


@pytest.mark.parametrize("other", ["period", "unit"])
def test_a_document_that_resolves_something_else_is_a_conflict(other: str) -> None:
    resolution = resolved()
    change = {"period": Period.year(2026)} if other == "period" else {"unit": unit("south")}
    before, rows = fields(resolution), count_rows()

    with pytest.raises(Conflict) as refusal:
        resolved(**change)

    assert str(refusal.value) == "“plan” is already recorded as the resolution of north for 2025."
    assert (fields(Resolution.objects.get()), count_rows()) == (before, rows)


def test_a_target_is_an_observation_that_was_promised() -> None:
    recorded = observation("13.6", "0.05", measure="target", period=NEXT)

    target = promise(by=RULE, at=AT, observation=recorded)

    assert promise(by=RULE, at=AT, observation=recorded) == target
    assert list(queries.targets(unit(), NEXT)) == [target]
    assert fields(target) == {
        "id": target.pk,
        "indicator_id": recorded.indicator_id,
        "unit_id": recorded.unit_id,
        "period": "2025",
        "observation_id": recorded.seq,
        "resolution_id": None,  # nobody said where it was resolved, and nobody guesses
        "resolution_as_cited": "",
        "outcome": "open",
        "evidence_id": recorded.evidence_id,
    }


def test_what_came_of_a_target_is_kept_without_its_value() -> None:
    said = {
        "indicator": indicator(),
        "unit": unit(),
        "outcome": Outcome.MET_EARLY,
        "resolution": "the congress",
        "evidence": evidence(),
    }

    target = note_outcome(by=RULE, at=AT, **said)

    assert note_outcome(by=RULE, at=AT, **said) == target
    assert list(queries.outcomes(unit())) == [target]
    assert list(queries.targets(unit(), NEXT)) == []
    assert (target.outcome, target.resolution_as_cited, target.observation) == ("met_early", "the congress", None)


def test_tasks_stand_in_the_order_of_the_document() -> None:
    later, earlier = task("Nothing more"), task("Revenue reached")

    assert list(queries.tasks(unit(), NEXT)) == [earlier, later]
    assert list(queries.tasks(unit(), Period.year(2024))) == []
    assert str(earlier) == "Revenue reached"


def test_many_tasks_are_kept_once_each_with_its_audit_row() -> None:
    kept = task("Nothing more")
    rows = count_rows()
    several = [assignment(quote) for quote in ("Nothing more", "Revenue reached", "Growth was", "Growth was")]
    assert count_rows()["Evidence"] == rows["Evidence"] + 2

    assign(at=AT, unit=unit(), period=NEXT, tasks=several)

    assert Task.objects.get(evidence=kept.evidence) == kept
    assert [str(task) for task in queries.tasks(unit(), NEXT)] == ["Revenue reached", "Growth was", "Nothing more"]
    left = AuditEvent.objects.filter(verb="assign").order_by("pk")
    assert {event.by for event in left} == {str(RULE)}
    assert [event.thing for event in left] == [
        f"task:{pk}" for pk in Task.objects.order_by("pk").values_list("pk", flat=True)
    ]
    assert events.gaps() == 0


# The words of a deadline, and the period they fix.
DEADLINES = [
    ("", ""),
    ("2025", "2025"),
    ("2025-Q1", "2025-Q1"),
    ("2025-06", "2025-06"),
    ("2025-06-30", "2025-06-30/2025-06-30"),
    ("2025-06-31", ""),
    ("right after Tet", ""),
]


@pytest.mark.parametrize(("deadline", "due"), DEADLINES)
def test_words_that_fix_a_period_make_it_due(deadline: str, due: str) -> None:
    kept = task("Nothing more", deadline=deadline, assignee="the department")

    assert (kept.deadline, kept.due, kept.assignee) == (deadline, due, "the department")
    if due:
        assert Period.parse(due).code == due
