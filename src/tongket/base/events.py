"""Leaving an audit row: called by every action, inside its transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tongket.base.models import AuditEvent


def leave(*, by: str, at: datetime, verb: str, thing: str, **details: Any) -> AuditEvent:
    """Write the audit row of one change; ``details`` must be JSON values."""
    return AuditEvent.objects.create(by=by, at=at, verb=verb, thing=thing, details=details)
