"""Leaving an audit row: called by every action, inside its transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tongket.base.models import AuditEvent

_BATCH = 500


def things(verb: str) -> list[str]:
    """Everything that was ever done so, in order."""
    return list(AuditEvent.objects.filter(verb=verb).values_list("thing", flat=True))


def newest(kind: str) -> str | None:
    """The thing of a kind (``observation:…``) that something was done to last."""
    done = AuditEvent.objects.filter(thing__startswith=kind).order_by("-pk")
    return done.values_list("thing", flat=True).first()


def gaps() -> int:
    """How many rows the trail lacks: its numbers run without a gap, since nothing is ever removed."""
    newest = AuditEvent.objects.order_by("-pk").first()
    return newest.pk - AuditEvent.objects.count() if newest else 0


def leave(*, by: str, at: datetime, verb: str, thing: str, **details: Any) -> AuditEvent:
    """Write the audit row of one change; ``details`` must be JSON values.

    The row takes the next number: PostgreSQL's own counter would leave a gap for each transaction that is undone.
    """
    event = AuditEvent(pk=_newest() + 1, by=by, at=at, verb=verb, thing=thing, details=details)
    event.save(force_insert=True)
    return event


def leave_many(*, at: datetime, verb: str, done: Sequence[tuple[str, str]]) -> None:
    """Write the audit rows of many changes of one kind: who made each, and to which thing."""
    rows = [
        AuditEvent(pk=number, by=by, at=at, verb=verb, thing=thing, details={})
        for number, (by, thing) in enumerate(done, start=_newest() + 1)
    ]
    AuditEvent.objects.bulk_create(rows, batch_size=_BATCH)


def _newest() -> int:
    return AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
