"""Reading documents."""

from __future__ import annotations

from django.db.models import QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.documents.models import Document


def every() -> QuerySet[Document]:
    """All documents, oldest first; those known only by citation included."""
    return Document.objects.all()


def get(slug: str) -> Document:
    """The document held under ``slug``; raises NotFound."""
    document = Document.objects.filter(slug=slug).first()
    if document is None:
        raise NotFound(gettext_noop("No document is held under the name “{slug}”."), slug=slug)
    return document


def cited(*, number: str, symbol: str) -> Document | None:
    """The document with this number and symbol, if it is known without doubt; one whose text is held comes before
    those that were only cited until it arrived."""
    named = Document.objects.filter(number=number, symbol=symbol)
    found = list(named.exclude(text="")[:2]) or list(named[:2])
    return found[0] if len(found) == 1 else None


def with_text(sha256: str) -> Document | None:
    """The document whose text has this fingerprint."""
    return Document.objects.filter(sha256=sha256).first()
