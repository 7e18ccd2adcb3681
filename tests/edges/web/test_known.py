"""What was known when: pages as of an earlier moment, by what was recorded and decided until then."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from tests.factories.records import AT, PERSON
from tests.factories.year import HeldYear
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.deciding import actions as deciding
from tongket.ledger import actions as ledger
from tongket.ledger import queries
from tongket.review import queries as reviews

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=30)
BEFORE, BETWEEN, AFTER = "2025-01-14", "2025-01-15", "2025-02-14"
"""The days before anything was recorded, of the recording, and of the correction."""


@pytest.fixture
def corrected(held_year: HeldYear) -> None:
    """A figure of the year corrected, and a dispute settled, thirty days later."""
    [held] = queries.standing().filter(indicator__code="new-party-members", period="2024", comparison="value")
    entry = ledger.Entry.of(held)
    changed = ledger.Entry(**{**vars(entry), "quantity": Quantity.parse("777777")})
    ledger.correct(by=PERSON, at=LATER, replaces=held, entry=changed, reason="misread")
    growth = queries.standing().filter(indicator__code="grdp-growth", period="2024", comparison="value")
    deciding.settle(
        by=PERSON,
        at=LATER,
        indicator=growth[0].indicator,
        unit=held_year.unit,
        period=Period.year(2024),
        seen=0,
        between=[o.seq for o in growth],
        chosen=growth[0],
        reason="the later figure",
    )


def page(address: str, known: str = "") -> str:
    answer = Client().get(address, {"known": known} if known else {})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("address", ["/en/indicators/new-party-members/", "/en/indicators/", "/en/years/2024/"])
def test_a_page_shows_what_was_known_and_says_so(corrected: None, address: str) -> None:
    now, then, later = page(address), page(address, BETWEEN), page(address, AFTER)

    assert ["777,777" in shown for shown in (now, then, later)] == [True, False, True]
    banner = "As known at January 15, 2025, 23:59."
    assert [banner in shown for shown in (now, then)] == [False, True]
    assert "As known at February 14, 2025" in later
    assert "corrected by entry" not in then


def test_a_decision_that_came_later_was_not_known(corrected: None) -> None:
    then, later = page("/en/indicators/grdp-growth/", BETWEEN), page("/en/indicators/grdp-growth/", AFTER)

    assert ("Sources differ: none is picked" in then, "the later figure" in then) == (True, False)
    assert ("Sources differ: none is picked" in later, "the later figure" in later) == (False, True)


def test_before_anything_was_recorded_nothing_was_known(held_year: HeldYear) -> None:
    year = reviews.year(held_year.review, known=AT - timedelta(microseconds=1))

    assert (year.stated, year.next_targets, year.waiting) == ([], [], 0)
    assert reviews.year(held_year.review, known=AT).stated
    assert 'class="value none"' in page("/en/indicators/new-party-members/", BEFORE)


def test_links_and_languages_keep_the_moment(held_year: HeldYear) -> None:
    shown = page("/en/years/2024/", "2025-01-15T08:00:00+00:00")

    assert "As known at January 15, 2025, 15:00." in shown  # in the time of the office
    assert 'href="/vi/years/2024/?known=2025-01-15T08%3A00%3A00%2B00%3A00"' in shown
    assert 'href="/en/indicators/grdp-growth/?known=2025-01-15T08%3A00%3A00%2B00%3A00"' in shown


@pytest.mark.parametrize("known", ["yesterday", "2025-13-01", "9999-12-31", "2025-01-15T99:00", "<b>", "-" * 10])
def test_what_is_no_moment_is_told(held_year: HeldYear, known: str) -> None:
    answer = Client().get("/en/years/2024/", {"known": known})

    assert answer.status_code == 400
    assert "is neither a day" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/en/units/24/?on=2025-01-14&period=2024", "/en/reviews/2024/", "/en/units/VN/beside/"]
)
def test_pages_of_units_and_reviews_are_of_the_moment(corrected: None, address: str) -> None:
    client = Client()
    path, _, asked = address.partition("?")
    wanted = dict(pair.split("=") for pair in asked.split("&") if pair)
    now, then = (client.get(path, {**wanted, **known}).content.decode() for known in ({}, {"known": BETWEEN}))

    assert "As known at January 15, 2025, 23:59." in then
    assert "As known at" not in now
    assert ("777,777" in now, "777,777" in then) == ("VN" not in address, False)
    assert f'name="known" value="{BETWEEN}"' in then
    for name, value in wanted.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in then


def test_links_from_a_unit_keep_the_moment(held_year: HeldYear) -> None:
    shown = Client().get("/en/units/24/", {"on": "2025-01-14", "known": BETWEEN}).content.decode()

    assert f"/en/units/VN/?on=2025-01-14&amp;known={BETWEEN}" in shown
    assert f"/en/indicators/new-party-members/?known={BETWEEN}" in shown
    assert re.search(rf"/en/units/24/series/[\w-]+/\?known={BETWEEN}", shown)
