"""Reading what was uploaded."""

from __future__ import annotations

from dataclasses import fields

from django.db.models import QuerySet

from tongket.documents.models import Document
from tongket.intake.models import Upload
from tongket.intake.rules import Found


def undescribed() -> QuerySet[Upload]:
    """What waits for somebody to say what document it is, oldest first."""
    return Upload.objects.filter(described_at__isnull=True).select_related("document").defer("content")


def of_document(document: Document) -> Upload | None:
    """How a document came here, when it was uploaded."""
    return Upload.objects.filter(document=document).defer("content").first()


def with_digest(sha256: str) -> Upload | None:
    """The upload of a file with these bytes."""
    return Upload.objects.filter(sha256=sha256).select_related("document").defer("content").first()


def found_in(upload: Upload) -> Found:
    """What the text of an upload says about itself."""
    return Found(**{part.name: upload.found[part.name] for part in fields(Found)})
