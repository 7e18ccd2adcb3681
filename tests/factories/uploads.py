"""Uploaded files and documents, as they are after their readings."""

from __future__ import annotations

from tests.factories.records import AT, PERSON
from tongket.documents.models import Document
from tongket.intake import actions
from tongket.intake.actions import Description
from tongket.intake.models import Upload
from tongket.units.models import Unit


def uploaded(name: str, content: bytes) -> Upload:
    """A file that was sent, after its first reading; whether it could be read stands in it."""
    kept, _ = actions.receive(by=PERSON, at=AT, name=name, content=content)
    actions.read(at=AT, key=kept.pk)
    kept.refresh_from_db()
    return kept


def described(document: Document | None, unit: Unit, said: Description) -> Upload:
    """A document of which somebody said what it is, after its claims were read."""
    assert document is not None
    received = actions.describe(by=PERSON, at=AT, document=document, unit=unit, description=said)
    actions.read(at=AT, key=received.pk)
    received.refresh_from_db()
    document.refresh_from_db()
    return received
