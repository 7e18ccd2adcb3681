"""Leaving an audit row: called by every action, inside its transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tongket.base.models import AuditEvent


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
    newest = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    event = AuditEvent(pk=(newest or 0) + 1, by=by, at=at, verb=verb, thing=thing, details=details)
    event.save(force_insert=True)
    return event
