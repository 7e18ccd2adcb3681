"""A unit's rolled-up figures, its series in three readings, and what a figure rests on, as pages."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.chapters.totals.test_actions import METHODS, build, merge, record, said
from tests.edges.web.test_pages import Anchors, get, words
from tests.factories.records import AT, OPERATOR, document, evidence, indicator, unit
from tongket.base.periods import Period
from tongket.catalogue.definitions import FormulaDefinition
from tongket.formulas import actions as formulas
from tongket.units import queries as units
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def figures() -> None:
    """Two provinces; a and b of P become one in 2025."""
    build()
    record(
        *(said("output", of, 2023, value) for of, value in (("a", "4"), ("b", "6"), ("e", "1"))),
        *(said("output", of, 2024, value) for of, value in (("a", "5"), ("b", "7.5"), ("e", "50"))),
        said("output", "a", 2024, "10", "target"),
        said("output", "P", 2024, "14"),
    )


def test_the_page_of_a_unit_shows_what_its_parts_come_to(client: Client) -> None:
    page = get(client, "/en/units/P/?period=2024")
    shown = words(page.partition('<h2 id="scores">')[2].partition("</section>")[0])

    for told in ("12.5", "from 2 of 4 units", "Plan10 · 125%", "10 · +25%", "2 of 2", "▼ 1", "14", "parts: +1.5"):
        assert told in shown
    assert "/en/units/P/explain/output/?period=2024" in page
    assert '<rect class="actual" x="0" y="2" width="200"' in page
    assert '<option value="2023">' in page


def test_sources_that_differ_are_told(client: Client) -> None:
    record(said("output", "a", 2024, "9", evidence=evidence(of=document("other"))))

    assert "sources differ about 1 unit, which is left out" in words(get(client, "/en/units/P/?period=2024"))


def test_an_estimate_stands_where_there_is_nothing_more(client: Client) -> None:
    [estimate] = record(said("output", "c", 2024, "8", "estimate"))

    page = get(client, "/en/units/c/?period=2024")
    assert "8 estimate" in words(page.partition('<h2 id="scores">')[2].partition("</section>")[0])
    assert f"/en/observations/{estimate.seq}/" in page


def test_a_unit_without_totals_has_no_scores(client: Client) -> None:
    assert 'id="scores"' not in get(client, "/en/units/c/")


def test_a_page_asks_as_much_for_many_units_as_for_few(client: Client) -> None:
    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as context:
            get(client, address)
        return len(context)

    addresses = ("/en/units/P/?period=2024", "/en/units/P/series/output/", "/en/units/P/explain/output/?period=2024")
    few = [asked(address) for address in addresses]
    above = units.get("P", day=Period.year(2024).last_day)
    for number in range(20):
        unit(f"n{number}", parent=above, level="commune")
    codes = Unit.objects.filter(parent=above).values_list("code", flat=True)
    record(*(said(code, of, year, "3") for code, of, year in product(METHODS, codes, (2022, 2023, 2024))))

    assert [asked(address) for address in addresses] == few


def test_a_series_is_read_as_reported_or_in_the_units_of_a_day(client: Client) -> None:
    merge()
    record(said("output", "ab", 2025, "20"))

    reported = get(client, "/en/units/ab/series/output/")
    recast = get(client, "/en/units/ab/series/output/?reading=day&day=2025-06-01")

    assert [value for value in ("10", "12.5", "20") if f">{value}</a>" in reported] == ["20"]
    assert [value for value in ("10", "12.5", "20") if f">{value}</a>" in recast] == ["10", "12.5", "20"]
    assert recast.count('class="line"') == 2
    assert "/en/decrees/1/NQ/" in [href for href, _ in Anchors(recast).links]
    assert 'class="decree" d="M' in recast


def test_what_cannot_be_recast_is_a_gap_with_its_reason(client: Client) -> None:
    merge()
    record(said("growth", "a", 2023, "7"), said("growth", "b", 2023, "8"), said("growth", "ab", 2025, "9"))

    page = get(client, "/en/units/ab/series/growth/?reading=day&day=2025-06-01")

    assert 'class="gap"' in page
    assert page.count('<p class="missing">') == 2
    assert '<details class="figures" open>' in page


def test_a_unit_that_is_no_more_leads_to_what_it_became(client: Client) -> None:
    merge()

    page = get(client, "/en/units/a/series/output/?reading=today")

    assert "A is no unit on" in words(page)
    assert any(href.startswith("/en/units/ab/series/output/?reading=") for href, _ in Anchors(page).links)


def test_a_series_of_a_whole_is_made_from_its_parts_where_nothing_is_reported_for_it(client: Client) -> None:
    shown = words(get(client, "/en/units/P/series/output/").partition("<tbody>")[2])

    assert shown.startswith("2023 P 10 made from the units below it2024 P 14 no.")


def test_a_series_as_it_was_known(client: Client) -> None:
    assert "No figure about it is recorded." in words(get(client, "/en/units/P/series/output/?known=2020-01-01"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/units/P/series/hope/", 404),
        ("/en/units/nowhere/series/output/", 404),
        ("/en/units/P/series/output/?reading=never", 400),
        ("/en/units/P/series/output/?reading=day&day=31.12.2024", 400),
        ("/en/units/P/series/output/?reading=1900-01-01", 200),
        ("/en/units/ab/series/output/?reading=2024-01-01", 404),
        ("/en/units/P/explain/hope/", 404),
        ("/en/units/P/explain/people/", 404),
        ("/en/units/P/explain/output/?period=never", 400),
        ("/en/units/P/explain/output/?page=x", 200),
    ],
)
def test_what_is_asked_for_wrongly_is_told(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_figure_leads_down_to_the_words_of_its_sources(client: Client) -> None:
    country = get(client, "/en/units/VN/explain/output/?period=2024")
    assert "made from the figures of 3 units" in words(country)
    assert "/en/units/P/explain/output/?period=2024" in country

    page = get(client, "/en/units/P/explain/output/?period=2024")
    assert words(page).count("13.85 %") == 3  # of a and b, and what P says itself
    assert page.count('<details class="part">') == 2
    assert page.count('<p class="part none">') == 2


def test_what_is_not_added_up_has_no_sum(client: Client) -> None:
    record(said("growth", "P", 2024, "7"), said("growth", "a", 2024, "8"))

    page = words(get(client, "/en/units/P/explain/growth/?period=2024"))

    assert "made from the figure" not in page
    assert "A · 8" in page


def test_many_parts_are_shown_some_at_a_time(client: Client) -> None:
    above = units.get("P", day=Period.year(2024).last_day)
    for number in range(60):
        unit(f"n{number:02}", parent=above, level="commune")

    first = get(client, "/en/units/P/explain/output/?period=2024")
    second = get(client, "/en/units/P/explain/output/?period=2024&page=2")

    assert (first.count('class="part'), second.count('class="part')) == (50, 14)
    assert 'rel="next"' in first
    assert 'rel="prev"' in second


def test_a_mean_is_walked_back_to_what_weighs_it(client: Client) -> None:
    record(said("income", "a", 2024, "10"), said("income", "b", 2024, "20"))
    record(said("people", "a", 2024, "1"), said("people", "b", 2024, "3"))

    card = get(client, "/en/units/P/?period=2024")
    page = get(client, "/en/units/P/explain/income/?period=2024")
    share = get(client, "/en/units/P/explain/poor/?period=2024")

    assert "17.5" in card
    assert "17.5" in page
    assert "made from the figures of 2 units" in page
    assert "weighed by People, 2024: 4" in " ".join(words(page).split())
    assert 'part: <a href="/en/units/P/explain/people/?period=2024">' in share


def test_a_formula_is_computed_from_what_the_parts_of_a_unit_come_to(client: Client) -> None:
    record(said("people", "a", 2024, "1"), said("people", "b", 2024, "3"), said("output", "b", 2023, "6"))
    indicator("per-head", aggregation="not_additive", unit_of_measure="%")
    held = FormulaDefinition("per-head", "output / people", date(2000, 1, 1))
    formulas.define(by=OPERATOR, at=AT, definition=held)

    page = get(client, "/en/units/Q/explain/per-head/?period=2024")
    below = get(client, "/en/units/P/explain/per-head/?period=2024")

    assert "output</a>" not in page
    shown = " ".join(words(below).split())
    assert "Computed, not reported" in shown
    # 14 is stated for P itself; nobody states its people: 1 and 3.
    assert "350" in shown
    assert '/en/units/P/explain/people/?period=2024">4' in below
