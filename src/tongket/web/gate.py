"""The gate in front of every page: one permission, the methods it answers, failures said in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base.actors import PUBLIC, Actor
from tongket.base.errors import Conflict, InvalidInput, NotFound, TongketError

View = Callable[..., HttpResponse]

_STATUS: tuple[tuple[type[TongketError], int], ...] = (
    (policy.Refused, 403),
    (NotFound, 404),
    (InvalidInput, 400),
    (Conflict, 409),
)
READING = ("GET", "HEAD")


def actor_of(request: HttpRequest) -> Actor:
    """Who asks: the person who logged in, else the public."""
    return Actor("person", request.user.get_username()) if request.user.is_authenticated else PUBLIC


def page(permission: Permission, *, methods: Sequence[str] = READING) -> Callable[[View], View]:
    """Declare what a view's visitor must be permitted, and the methods it answers when it does not only read.

    A test refuses views that declare nothing.
    """

    def declare(view: View) -> View:
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                policy.require(actor_of(request), permission)
                return view(request, *args, **kwargs)
            except TongketError as error:
                return _say(request, error)

        guarded.permission = permission  # type: ignore[attr-defined]
        guarded.methods = tuple(methods)  # type: ignore[attr-defined]
        return guarded

    return declare


def _say(request: HttpRequest, error: TongketError) -> HttpResponse:
    """The page that tells what happened; an error that is none of the visitor's making is raised again."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), None)
    if status is None:
        raise error
    return render(request, f"tongket/errors/{status}.html", {"sentence": sentence(error)}, status=status)


def sentence(error: TongketError) -> str:
    """What an error says, in the reader's language."""
    return gettext(error.message).format(**error.values)
