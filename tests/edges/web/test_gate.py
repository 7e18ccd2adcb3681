"""Who may see what, by which method, and what else a page may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from tongket.access.roles import ROLES, Permission, Role
from tongket.base.actors import Actor
from tongket.deciding.models import Decision
from tongket.publication.models import Edition
from tongket.web import gate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("decree")]

# A real address for each page, so that it is asked as a visitor would.
ADDRESSES = {
    "health": "/healthz",
    "home": "/en/",
    "year": "/en/years/2024/",
    "indicators": "/en/indicators/",
    "indicator": "/en/indicators/grdp/",
    "documents": "/en/documents/",
    "document": "/en/documents/published-figures/",
    "observation": "/en/observations/1/",
    "review": "/en/reviews/2024/",
    "editions": "/en/editions/",
    "edition": "/en/editions/2024/1/",
    "edition_file": "/en/editions/2024/1/file/",
    "edition_as": "/en/editions/2024/1/file/pdf/",
    "login": "/en/login/",
    "units": "/en/units/",
    "unit": "/en/units/24/",
    "beside": "/en/units/VN/beside/",
    "series": "/en/units/24/series/grdp/",
    "explain": "/en/units/24/explain/grdp/?period=2024",
    "decree": "/en/decrees/1/NQ/",
}
# What shows something only to those who may send something there.
CLOSED = {"upload": "/en/documents/upload/", "asked": "/en/documents/upload/999/"}
# What only takes what somebody sends.
TAKING = {
    "logout": "/en/logout/",
    "decide": "/en/documents/published-figures/decide/",
    "revoke": "/en/indicators/grdp/revoke/",
    "together": "/en/documents/published-figures/together/",
    "describe": "/en/documents/published-figures/describe/",
    "reopen": "/en/documents/published-figures/reopen/",
    "settle": "/en/indicators/grdp/settle/",
    "remove": "/en/documents/upload/999/remove/",
}
# What is about a file that nobody sent.
MISSING = ("asked", "remove")


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern)
        else:
            yield pattern


PATTERNS = list(patterns(get_resolver()))


def test_every_address_is_known_here() -> None:
    assert {pattern.name for pattern in PATTERNS} == set(ADDRESSES) | set(CLOSED) | set(TAKING)
    assert all(isinstance(pattern.pattern, RoutePattern) for pattern in PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_every_view_declares_its_permission(pattern: URLPattern) -> None:
    assert isinstance(getattr(pattern.callback, "permission", None), Permission)


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.name)
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_role_sees_what_its_permissions_say(
    pattern: URLPattern, role: Role, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "actor_of", lambda request: Actor(role.name, "somebody"))  # type: ignore[arg-type]
    permitted = pattern.callback.permission in role.permissions

    taken = pattern.name in TAKING
    answer = client.post(TAKING[pattern.name]) if taken else client.get({**ADDRESSES, **CLOSED}[pattern.name])

    # Who may, and sends nothing that can be understood, is told so; nobody else gets as far as that.
    told = (404,) if pattern.name in MISSING else (302, 400, 409) if taken else (200,)
    assert answer.status_code in (told if permitted else (403,))


@pytest.mark.parametrize("name", ADDRESSES)
def test_who_lacks_the_permission_is_refused(
    name: str, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = Role("public", "Nobody may do anything.", frozenset())
    monkeypatch.setattr("tongket.access.policy.ROLES", {"public": nobody})

    answer = client.get(ADDRESSES[name])

    assert answer.status_code == 403
    assert "This is not open to you" in answer.content.decode()


@pytest.mark.parametrize("address", TAKING.values(), ids=TAKING)
def test_what_takes_something_shows_nothing(address: str, edition: Edition) -> None:
    answer = Client().get(address)

    assert (answer.status_code, answer["Allow"]) == (405, "POST")


@pytest.mark.parametrize(
    "address", [*TAKING.values(), *CLOSED.values(), ADDRESSES["login"]], ids=[*TAKING, *CLOSED, "login"]
)
def test_nothing_is_taken_that_no_page_of_ours_asked_for(address: str, edition: Edition) -> None:
    answer = Client(enforce_csrf_checks=True).post(address, {"verdict": "reject", "claim": "1:0"})

    assert answer.status_code == 403
    assert not Decision.objects.exists()


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - {"login"}))
def test_pages_are_read_only(name: str, edition: Edition) -> None:
    client = Client(enforce_csrf_checks=False)

    assert client.head(ADDRESSES[name]).status_code == 200
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)(ADDRESSES[name])
        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("name", ADDRESSES)
def test_pages_defend_themselves(name: str, client: Client, edition: Edition) -> None:
    answer = client.get(ADDRESSES[name])

    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "unsafe-eval" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    if name not in ("edition_file", "edition_as"):
        assert "unsafe-inline" not in policy
        assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - {"health", "edition_file", "edition_as"}))
def test_pages_need_no_script_and_no_style_of_their_own(name: str, client: Client, edition: Edition) -> None:
    text = client.get(ADDRESSES[name]).content.decode()

    assert "<script" not in text
    assert "<style" not in text
    assert ' style="' not in text


@pytest.mark.parametrize("name", sorted(set(ADDRESSES) - {"health", "edition_as"}))
def test_headings_descend_step_by_step(name: str, client: Client, edition: Edition) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", client.get(ADDRESSES[name]).content.decode())]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
