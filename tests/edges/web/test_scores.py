"""A unit with many figures shows them by theme, and a long theme in pages."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.factories.records import AT, RULE, entry, evidence, indicator, unit
from tongket.ledger import actions as ledger
from tongket.web.scores import MOST

pytestmark = pytest.mark.django_db
PLACE = "/en/units/north/"


def fill(themes: dict[str, int]) -> None:
    """So many indicators of each theme, each with a figure of 2024."""
    north, source = unit(), evidence()
    codes = [(theme, f"{theme}-{at:02}") for theme, count in themes.items() for at in range(count)]
    entries = [entry(indicator=indicator(code, theme=theme), unit=north, evidence=source) for theme, code in codes]
    ledger.record_many(by=RULE, at=AT, entries=entries)


def shown(page: str) -> list[str]:
    """The codes of the cards."""
    return re.findall(r"/units/north/series/([\w-]+)/", page)


def test_few_figures_are_shown_at_once(client: Client) -> None:
    fill({"growth": MOST - 1, "budget": 1})

    page = client.get(PLACE).content.decode()

    assert len(shown(page)) == MOST
    assert 'name="theme"' not in page
    assert 'class="pages"' not in page


def test_many_are_shown_by_theme_and_page(client: Client) -> None:
    fill({"budget": MOST + 3, "growth": 2})

    first = client.get(PLACE).content.decode()
    second = client.get(f"{PLACE}?theme=budget&page=2").content.decode()
    other = client.get(f"{PLACE}?theme=growth&page=7").content.decode()

    assert set(shown(first)) == {f"budget-{at:02}" for at in range(MOST)}
    assert set(shown(second)) == {f"budget-{at:02}" for at in range(MOST, MOST + 3)}
    assert '<strong aria-current="page">2</strong>' in second
    assert set(shown(other)) == {"growth-00", "growth-01"}
    assert '<option value="growth" selected>' in other
    # What is newest on record is of the same indicators.
    assert re.findall(r'<th scope="row"><a href="/en/indicators/([\w-]+)/', other) == ["growth-00", "growth-01"]


def test_a_theme_that_is_none_is_the_first(client: Client) -> None:
    fill({"budget": MOST, "growth": 1})

    page = client.get(f"{PLACE}?theme=nothing&page=x").content.decode()

    assert len(shown(page)) == MOST
