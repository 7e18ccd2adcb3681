"""Units beside each other: ranks with ties, those without a figure, places won, and the matrix."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.edges.web.test_pages import Anchors, get, words
from tests.factories.records import AT, OPERATOR, indicator
from tongket.exchange.actions import take_in
from tongket.exchange.sheets import table_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]
ADDRESS = "/en/units/24/beside/?indicator=readiness&period=2023"
DISTRICTS = ("213", "215", "217", "218")
TABLE = "indicator,unit,period,value\n" + "".join(
    f"{code},{unit},{year},{value}\n"
    for code, year, values in (
        ("readiness", 2022, ("1", "2", "3", "")),
        ("readiness", 2023, ("9.5", "7", "7", "")),
        ("openness", 2023, ("1", "2", "", "4")),
    )
    for unit, value in zip(DISTRICTS, values, strict=True)
)


@pytest.fixture(autouse=True)
def figures(edition: object) -> None:
    indicator("readiness", unit_of_measure="points")
    indicator("openness", unit_of_measure="points")
    take_in(by=OPERATOR, at=AT, name="Survey", table=table_of(TABLE.encode(), name="survey.csv"))


def rows(page: str) -> list[str]:
    table = page.partition('<table class="ranked">')[2].partition("</table>")[0]
    return [words(row) for row in table.partition("<tbody>")[2].split("</tr>")[:-1]]


def test_ties_share_a_place_and_places_won_are_told(client: Client) -> None:
    first, second, third, *rest = rows(get(client, ADDRESS))

    assert first.startswith("1 ")
    assert first.endswith("9.5 ▲ 2") or "▲ 2" in first
    assert second.startswith("2 ")
    assert third.startswith("2 ")
    assert "=" in second or "▼" in second
    assert all(row.startswith("– ") and "no value" in row for row in rest)


def test_who_has_no_figure_is_counted(client: Client) -> None:
    shown = words(get(client, ADDRESS))

    assert "units have no figure, or sources differ about it: they have no rank" in shown


def test_sources_that_differ_give_no_rank(client: Client) -> None:
    take_in(
        by=OPERATOR,
        at=AT,
        name="Other",
        table=table_of(b"indicator,unit,period,value\nreadiness,213,2023,1.5\n", name="other.csv"),
    )

    first, *_ = rows(get(client, ADDRESS))

    assert "9.5" not in first
    assert any("9.5" in row and "1.5" in row and row.startswith("– ") for row in rows(get(client, ADDRESS)))


def test_the_matrix_leads_to_the_entries(client: Client) -> None:
    page = get(client, ADDRESS)
    heat = page.partition('<table class="heat">')[2].partition("</table>")[0]

    assert heat.count('class="fifth-0"') > 0
    assert len([href for href, _ in Anchors(heat).links if href.startswith("/en/observations/")]) == 6


def test_without_a_choice_the_newest_figures_are_shown(client: Client) -> None:
    assert "2023" in get(client, "/en/units/24/beside/").partition("<h1>")[2].partition("</h1>")[0]
    assert client.get("/en/units/24/beside/?indicator=none&period=never").status_code == 200


def test_a_unit_without_figures_below_it_says_so(client: Client) -> None:
    assert "No figures of several units below it" in words(get(client, "/en/units/27/beside/"))
