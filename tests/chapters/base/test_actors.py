"""Actors and the audit rows that name them."""

from __future__ import annotations

import pytest

from tests.factories.records import AT
from tongket.base import events
from tongket.base.actors import PUBLIC, Actor
from tongket.base.models import AuditEvent


@pytest.mark.parametrize(
    ("actor", "stored"),
    [
        (Actor("rule", "ru.change.up"), "rule:ru.change.up"),
        (Actor("pack", "bacgiang"), "pack:bacgiang"),
        (Actor("person", "An"), "person:An"),
        (Actor("system"), "system"),
        (PUBLIC, "public"),
    ],
)
def test_an_actor_is_stored_by_kind_and_name(actor: Actor, stored: str) -> None:
    assert str(actor) == stored


@pytest.mark.django_db
def test_an_audit_row_says_who_did_what_to_which_thing() -> None:
    events.leave(by="system", at=AT, verb="open", thing="review:north:2024", report="a")

    [row] = AuditEvent.objects.all()
    assert (row.by, row.at, row.verb, row.thing, row.details) == (
        "system",
        AT,
        "open",
        "review:north:2024",
        {"report": "a"},
    )
    assert str(row) == "2025-01-15 08:00 system open review:north:2024"
