"""What every page shows around its content: the year at hand, and the same page in the other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.publication import wording
from tongket.review import queries as reviews
from tongket.review.models import Review
from tongket.web import gate


@dataclass(frozen=True)
class InLanguage:
    """The page that is open, in one of the languages."""

    code: str
    name: str
    url: str
    active: bool


def site(request: HttpRequest) -> dict[str, Any]:
    """The newest review (looked up only where a page shows it) and the language switch."""
    return {
        "kept": _kept(request),
        "kept_too": _kept(request).replace("?", "&"),
        "newest": SimpleLazyObject(_newest),
        "person": SimpleLazyObject(lambda: gate.actor_of(request).name),
        "may_upload": SimpleLazyObject(lambda: policy.may(gate.actor_of(request), Permission.RECEIVE_DOCUMENT)),
        "in_languages": [_in_language(request, code, name) for code, name in settings.LANGUAGES],
    }


def _kept(request: HttpRequest) -> str:
    """What links to other pages add, so that they too show what was known at the moment asked for."""
    known = request.GET.get("known")
    return "?" + urlencode({"known": known}) if known else ""


def _newest() -> Review | None:
    return reviews.reviews().first()


def _in_language(request: HttpRequest, code: str, name: str) -> InLanguage:
    url = translate_url(request.path, code)
    # An address that is no page translates to itself; the way out is then that language's first page.
    there = url if url.startswith(f"/{code}/") else f"/{code}/"
    return InLanguage(code, name, there + _kept(request), active=code == wording.language())
