"""The pages for what goes wrong before or beneath a view. Django calls these."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request cannot be understood."""
    return render(request, "tongket/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the visitor may not do this."""
    return render(request, "tongket/errors/403.html", status=403)


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: something was sent that no page of ours had asked for."""
    return render(request, "tongket/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no page has this address."""
    return render(request, "tongket/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Nothing is asked of the database, which may be what failed."""
    return HttpResponse(render_to_string("tongket/errors/500.html"), status=500)
