"""The gate in front of every page: one permission, reading only, and failures said in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base.actors import PUBLIC, Actor
from tongket.base.errors import InvalidInput, NotFound, TongketError

View = Callable[..., HttpResponse]

_STATUS: tuple[tuple[type[TongketError], int], ...] = (
    (policy.Refused, 403),
    (NotFound, 404),
    (InvalidInput, 400),
)


def actor_of(request: HttpRequest) -> Actor:
    """Who asks. Nobody logs in yet, so it is the public."""
    return PUBLIC


def page(permission: Permission) -> Callable[[View], View]:
    """Declare what a view's visitor must be permitted; a test refuses views that declare nothing."""

    def declare(view: View) -> View:
        @require_safe
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                policy.require(actor_of(request), permission)
                return view(request, *args, **kwargs)
            except TongketError as error:
                return _say(request, error)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return declare


def _say(request: HttpRequest, error: TongketError) -> HttpResponse:
    """The page that tells what happened; an error that is none of the visitor's making is raised again."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), None)
    if status is None:
        raise error
    sentence = gettext(error.message).format(**error.values)
    return render(request, f"tongket/errors/{status}.html", {"sentence": sentence}, status=status)
