"""Documents as received, with everything that was read in them at its place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.documents import queries as documents
from tongket.reading import queries as claims
from tongket.web import marking
from tongket.web.gate import page


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """All documents: those held, and those known because others cite them."""
    return render(request, "tongket/documents.html", {"documents": documents.every(), "counts": claims.counts()})


@page(Permission.READ_PUBLISHED)
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document: its text or table, marked; or who cites it when its text is not held."""
    shown = documents.get(slug)
    read = list(claims.of_document(shown))
    content = {"document": shown, "citing": claims.citing(shown), "claims": len(read)}
    marks = marking.marks(read, shown.corrections.all(), claims.evidence_beyond_claims(shown))
    if shown.media_type == "text/csv":
        content["table"] = marking.table(shown, marks)
    elif shown.text:
        content["passages"] = marking.passages(shown, marks)
    return render(request, "tongket/document.html", content)
