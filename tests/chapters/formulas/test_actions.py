"""Formulas in the workspace: dated, checked before they are kept, walked back to entries."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.records import AT, OPERATOR, PUBLIC, count_rows, entry, indicator, unit
from tongket.access.policy import Refused
from tongket.base.errors import Conflict, InvalidInput, NotFound
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.catalogue.definitions import FormulaDefinition
from tongket.formulas import queries
from tongket.formulas.actions import define
from tongket.formulas.evaluating import Span, Where, evaluate
from tongket.formulas.models import Formula
from tongket.formulas.parsing import parse
from tongket.ledger import actions as ledger

pytestmark = pytest.mark.django_db
YEAR = Period.year(2024)


@pytest.fixture(autouse=True)
def known() -> None:
    unit()
    for code, measure in {"exports": "USD", "imports": "USD", "trade": "USD", "people": "persons"}.items():
        indicator(code, unit_of_measure=measure)


def formula(code: str, text: str, start: date = date(2020, 1, 1), end: date | None = None) -> Formula:
    return define(by=OPERATOR, at=AT, definition=FormulaDefinition(code, text, start, end))


def stated(code: str, value: str, half: str = "0.5") -> int:
    measured = catalogue.get(code, day=YEAR.last_day)
    said = entry(value, half, indicator=measured, unit_of_measure=measured.unit_of_measure)
    return ledger.record(by=OPERATOR, at=AT, entry=said).seq


def test_a_computed_figure_names_the_entries_it_is_made_from() -> None:
    formula("trade", "= exports + imports")
    seqs = [stated("exports", "12"), stated("imports", "30")]

    found = queries.computed("trade", unit(), YEAR)

    assert found is not None
    assert found.result.span is not None
    assert (found.result.span.value, found.result.span.least) == (42, 41)
    assert [leaf.origin.seq for leaf in found.result.leaves()] == seqs
    assert queries.computed("trade", unit(), YEAR, known=AT.replace(year=2000)).result.span is None  # type: ignore[union-attr]
    assert queries.computed("exports", unit(), YEAR) is None


def test_a_new_version_ends_the_one_before() -> None:
    first = formula("trade", "exports + imports")
    formula("trade", "exports + imports - 0", date(2023, 1, 1))

    assert Formula.objects.get(pk=first.pk).valid_to == date(2023, 1, 1)
    assert [str(queries.in_force(date(year, 6, 1)).get()) for year in (2022, 2023)] == [
        "trade = exports + imports",
        "trade = exports + imports - 0",
    ]
    with pytest.raises(Conflict, match="has a version from 2023-01-01"):
        formula("trade", "imports", date(2021, 1, 1))


def test_the_same_again_changes_nothing() -> None:
    formula("trade", "exports + imports")
    rows = count_rows()

    formula("trade", "=exports+imports")

    assert count_rows() == rows


@pytest.mark.parametrize(
    ("code", "text", "kind", "said"),
    [
        ("trade", "exports + people", InvalidInput, "in USD and “people” in persons"),
        ("people", "exports", InvalidInput, "gives USD"),
        ("trade", "exports + hope", NotFound, "“hope”"),
        ("hope", "exports", NotFound, "“hope”"),
        ("trade", "trade + exports", Conflict, "computed from itself: trade ← trade"),
        ("imports", "trade - exports", Conflict, "imports ← trade ← imports"),
        ("trade", "exports +", InvalidInput, "character 10"),
    ],
)
def test_what_cannot_be_is_refused(code: str, text: str, kind: type[Exception], said: str) -> None:
    if code == "imports":
        formula("trade", "exports + imports")
    rows = count_rows()

    with pytest.raises(kind, match=said):
        formula(code, text)
    assert count_rows() == rows


def test_the_public_defines_nothing() -> None:
    with pytest.raises(Refused):
        define(by=PUBLIC, at=AT, definition=FormulaDefinition("trade", "exports", date(2020, 1, 1)))


def test_a_check_says_where_it_fails() -> None:
    rule = formula("trade-is-the-sum", "trade = exports + imports")
    for code, value in {"exports": "12", "imports": "30", "trade": "44"}.items():
        stated(code, value)

    [result] = queries.checked(rule)

    assert (result.holds, result.span and result.span.value) == (False, 2)
    assert [check.formula for check in queries.checks_of("imports", unit(), YEAR)] == [rule]
    assert queries.checks_of("people", unit(), YEAR) == []


def test_sources_that_differ_leave_a_gap() -> None:
    formula("trade", "exports + imports")
    stated("exports", "12")
    stated("imports", "30")
    stated("imports", "40")

    found = queries.computed("trade", unit(), YEAR)

    assert found is not None
    assert [gap.message for gap in found.result.gaps] == ["{indicator}: sources differ ({unit}, {period})."]


def test_only_the_units_that_are_asked_about_are_read() -> None:
    north, south = unit(), unit("south")
    stated("exports", "12")
    measured = catalogue.get("exports", day=YEAR.last_day)
    ledger.record(by=OPERATOR, at=AT, entry=entry("7", "0.5", indicator=measured, unit=south, unit_of_measure="USD"))
    held = queries.Recorded(["exports"])

    evaluate(parse("exports"), Where(north, YEAR), held)
    assert set(held.units) == {north.pk}
    assert evaluate(parse("rank(exports)"), Where(north, YEAR), held).span == Span.exactly(1)
    assert set(held.units) == {north.pk, south.pk}
