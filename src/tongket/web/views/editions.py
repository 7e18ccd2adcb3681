"""Editions: on screen, and as the file that leaves the house."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.publication import queries as editions
from tongket.publication import wording
from tongket.web.gate import page

# The file brings its style along and nothing else: no script, no frame, nothing fetched, no origin of its own.
STANDALONE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """All editions, newest first."""
    return render(request, "tongket/editions.html", {"editions": editions.every()})


@page(Permission.READ_PUBLISHED)
def edition(request: HttpRequest, period: str, number: int) -> HttpResponse:
    """An edition as it was frozen, in the reader's language."""
    frozen = editions.get(period, number)
    tree = editions.tree(frozen, language=wording.language())
    return render(request, "tongket/edition/page.html", {"edition": frozen, "report": tree})


@page(Permission.READ_PUBLISHED)
def file(request: HttpRequest, period: str, number: int, format: str = "html") -> HttpResponse:
    """The edition as one file, the same bytes that were fingerprinted when it was made."""
    frozen = editions.get(period, number)
    language = wording.language()
    kept = editions.file(frozen, language=language, format=format)
    response = HttpResponse(kept.content, content_type=_TYPES[format])
    name = f"review-{period}-{number}.{language}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = STANDALONE_POLICY
    return response
