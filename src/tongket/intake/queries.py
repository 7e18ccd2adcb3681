"""Reading what was uploaded."""

from __future__ import annotations

from dataclasses import fields

from django.db.models import QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.documents.models import Document
from tongket.intake.models import Due, Upload
from tongket.intake.rules import Found


def undescribed() -> QuerySet[Upload]:
    """What nobody has said yet what document it is, or what is being read since somebody did, oldest first."""
    found = Upload.objects.filter(document__isnull=False, described_at__isnull=True)
    return found.select_related("document").defer("content", "document__text", "document__places")


def unread() -> QuerySet[Upload]:
    """Files that are no document yet, oldest first: they are being read, or could not be."""
    return Upload.objects.filter(document__isnull=True, same_as__isnull=True).defer("content")


def due() -> list[int]:
    """The keys of the uploads of which something is to be read, in the order in which it was asked for."""
    return list(Upload.objects.exclude(due=Due.NOTHING).order_by("due_at", "pk").values_list("pk", flat=True))


def get(key: int) -> Upload:
    """The upload with this key; raises NotFound."""
    found = _light().filter(pk=key).first()
    if found is None:
        raise NotFound(gettext_noop("This file is not here any more. Send it again."))
    return found


def of_document(document: Document) -> Upload | None:
    """How a document came here, when it was uploaded."""
    return Upload.objects.filter(document=document).defer("content").first()


def with_digest(sha256: str) -> Upload | None:
    """The upload of a file with these bytes."""
    return _light().filter(sha256=sha256).first()


def _light() -> QuerySet[Upload]:
    """Uploads with their documents, without what makes either long."""
    heavy = ("content", "document__text", "document__places", "same_as__text", "same_as__places")
    return Upload.objects.select_related("document", "same_as").defer(*heavy)


def found_in(upload: Upload) -> Found:
    """What the text of an upload says about itself."""
    return Found(**{part.name: upload.found[part.name] for part in fields(Found)})
