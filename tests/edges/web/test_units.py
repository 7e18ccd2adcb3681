"""Units and decrees as pages: a life, what became of it, and what changes hands."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.chapters.reorganisation.test_rules import listing
from tests.chapters.units.test_lineage import edge
from tests.edges.web.test_pages import Anchors, get, words
from tests.factories.records import AT, OPERATOR
from tongket.reorganisation import queries
from tongket.reorganisation.actions import locate, reorganise
from tongket.units import queries as units

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]
DAY = date(2025, 7, 1)
DECREE = "1191/NQ-UBTVQH15"


@pytest.fixture(autouse=True)
def merger(edition: object) -> None:
    """Two districts become one commune, one is divided, one ends, below the province that the year is of."""
    root = units.get("24", day=date(2025, 6, 30))
    below = {unit.code for unit in units.below(root, day=date(2025, 6, 30))}
    one, other, third, *_ = sorted(below)
    after = listing("new::24", "left::24", "right::24")
    change = queries.change(
        day=date(2025, 6, 30),
        after=after,
        edges=[edge(f"{one}>new"), edge(f"{other}>new"), edge(f"{third}>left"), edge(f"{third}>right")],
        root=root,
    )
    assert not change.faults
    reorganise(by=OPERATOR, at=AT, number=DECREE, change=change)
    locate(by=OPERATOR, at=AT, day=date(2025, 6, 30), seats={"new": ("106.2", "21.3"), "left": ("106.4", "21.1")})


def test_a_province_shows_its_life_its_year_and_what_stands_below_it(client: Client) -> None:
    shown = words(get(client, "/en/units/24/?on=2024-06-01"))

    assert "Bac Giang province" in shown
    assert "before our records begin" in shown
    assert "Its year 2024, against plan, last year and peers" in shown
    assert "Bac Giang city" in shown
    assert "4,370 USD" in shown
    assert "4,400 USD" in shown


def test_a_unit_that_ended_says_so_and_leads_to_its_heirs(client: Client) -> None:
    page = get(client, "/en/units/213/?on=2026-01-01")

    assert "This unit ended on June 30, 2025" in words(page)
    assert "/en/units/new/?on=2025-06-30" in [href for href, _ in Anchors(page).links]
    assert f"/en/decrees/{DECREE}/" in [href for href, _ in Anchors(page).links]


def test_a_merger_is_drawn_from_both_origins(client: Client) -> None:
    page = get(client, "/en/units/new/?on=2025-06-30")

    assert page.count('<path class="whole"') == 2 + 1  # and the legend
    assert page.count("<circle") == 1


def test_numbers_of_a_picture_are_not_written_for_people(client: Client) -> None:
    page = get(client, "/ru/units/new/?on=2025-06-30")

    assert 'r="6.0"' in page


def test_a_unit_is_found_by_name_or_code_on_a_day(client: Client) -> None:
    found = words(get(client, "/en/units/?q=bac+giang+city&on=2024-06-01"))
    assert "1 unit found" in found
    assert "No unit of" in words(get(client, "/en/units/?q=nowhere&on=2024-06-01"))


def test_a_decree_says_what_it_did_and_what_changes_hands(client: Client) -> None:
    shown = words(get(client, f"/en/decrees/{DECREE}/"))

    assert "1 merged" in shown
    assert "1 divided" in shown
    assert "ended without a successor" in shown


def test_a_decree_may_be_asked_for_one_unit_only(client: Client) -> None:
    inside = words(get(client, f"/en/decrees/{DECREE}/?within=24"))
    elsewhere = words(get(client, f"/en/decrees/{DECREE}/?within=27"))

    assert "merged: 1" in inside
    assert "merged: 1" not in elsewhere


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/units/nowhere/", 404),
        ("/en/units/24/?on=yesterday", 400),
        ("/en/units/24/?on=2025-02-30", 400),
        ("/en/units/24/?hierarchy=party", 404),
        ("/en/decrees/no/such/", 404),
    ],
)
def test_what_is_not_there_is_said(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status
