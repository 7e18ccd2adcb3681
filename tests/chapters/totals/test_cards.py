"""The scorecard from kept totals equals the oracle's views, and asks as much of the database for many as for few."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tests.chapters.totals.test_actions import METHODS, YEARS, build, merge, oracle, record, said
from tests.factories.records import indicator, unit
from tongket.base.periods import Period
from tongket.rollup.rules import Rank
from tongket.totals.cards import Card, periods, scorecard
from tongket.units import queries as units
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db


def card(code: str, of: str, period: str = "2024") -> Card:
    return next(card for card in scorecard(units.lives(of), Period.parse(period)) if card.indicator.code == code)


def _cell(told: tuple[str, str, int, int, str]) -> tuple[object, ...]:
    return told[0], told[1], told[2], told[4]


TOLD = st.lists(
    st.tuples(
        st.sampled_from(list(METHODS)),
        st.sampled_from("Pabcde"),
        st.sampled_from(YEARS[:2]),
        st.integers(-5, 9),
        st.sampled_from(["actual", "target", "estimate"]),
    ),
    min_size=5,
    max_size=40,
    unique_by=_cell,
)


@hypothesis(max_examples=8, deadline=None)
@given(TOLD)
def test_a_scorecard_is_what_the_oracle_says(told: list[tuple[str, str, int, int, str]]) -> None:
    with transaction.atomic():
        build()
        record(*(said(code, of, year, str(value), measure) for code, of, year, value, measure in told))
        due = oracle()
        for year in YEARS[:2]:
            for of in due.scheme.era(year).parents:
                for found in scorecard(units.lives(of), Period.year(year)):
                    assert found.view == due.view(found.indicator.code, of, year)
        transaction.set_rollback(True)


def test_a_figure_is_beside_plan_last_year_and_peers() -> None:
    build()
    record(
        *(said("output", of, 2023, value) for of, value in (("a", "4"), ("b", "6"), ("e", "9"))),
        *(said("output", of, 2024, value) for of, value in (("a", "5"), ("b", "7"), ("e", "9"))),
        said("output", "a", 2024, "8", "target"),
    )

    found = card("output", "P")

    assert (found.view.actual.value, found.view.actual.coverage[:2]) == (12, (2, 4))
    assert (found.view.plan_percent, found.view.last_year, found.view.change_percent) == (150, 10, 20)
    assert (found.view.rank, found.view.gained) == (Rank(1, 2, 0), 0)
    assert (card("output", "Q").view.rank, found.rolled) == (Rank(2, 2, 0), True)
    assert periods(units.lives("P")) == ["2024", "2023"]


def test_after_a_decree_last_year_is_that_of_the_code() -> None:
    build()
    merge()
    record(said("output", "d", 2024, "3"), said("output", "ab", 2025, "5"), said("output", "d", 2025, "4"))

    assert card("output", "P", "2025").view.last_year == 3
    assert card("output", "d", "2025").view.change == 1
    assert card("output", "ab", "2025").view.last_year is None
    assert scorecard(units.lives("ab"), Period.year(2024)) == []


def test_months_are_added_up_beside_the_expected_path() -> None:
    build()
    for month, value in (("01", "2"), ("02", "3")):
        period = Period.parse(f"2024-{month}")
        record(said("output", "a", 2024, value, period=period), said("output", "a", 2024, "4", "target", period=period))

    view = card("output", "P", "2024-02").view

    assert (view.to_date, view.target_to_date, view.path_percent) == (5, 8, Decimal("62.5"))


def test_people_are_known_where_everybody_is() -> None:
    build()
    indicator("population", aggregation="last", unit_of_measure="tonnes")
    record(said("output", "a", 2024, "1"), *(said("population", of, 2024, "10") for of in "abc"))
    assert card("output", "P").view.actual.coverage == (1, 4, None, None)

    record(said("population", "d", 2024, "70"))
    assert card("output", "P").view.actual.coverage == (1, 4, 10, 100)


def test_the_statements_of_a_scorecard_do_not_grow_with_what_it_shows() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as context:
            scorecard(units.lives("P"), Period.year(2024))
        return len(context)

    build()
    record(said("output", "a", 2024, "1"))
    few = asked()
    above = units.get("P", day=Period.year(2024).last_day)
    for number in range(30):
        unit(f"n{number}", parent=above, level="commune")
    codes = Unit.objects.filter(parent=above).values_list("code", flat=True)
    record(*(said(code, of, year, "1") for code, of, year in product(METHODS, codes, YEARS[:2])))

    assert asked() == few <= 14
