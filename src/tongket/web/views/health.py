"""For those who watch over a server."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from tongket.access.roles import Permission
from tongket.web.gate import page


@page(Permission.READ_PUBLISHED)
def health(request: HttpRequest) -> HttpResponse:
    """Whether pages are answered at all."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")
