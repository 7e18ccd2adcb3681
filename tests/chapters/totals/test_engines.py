"""Engines that read segments say what the kept totals and the pages say; and what was known earlier."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.chapters.totals.test_actions import build, merge, record, said, total
from tests.factories.records import AT, PERSON, RULE, document, evidence
from tongket.base.errors import InvalidInput, NotFound
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.deciding import actions as deciding
from tongket.ledger import actions as ledger
from tongket.ledger import segments
from tongket.ledger.models import Observation
from tongket.ledger.queries import standing
from tongket.rollup.exact import TooLarge
from tongket.totals import cards, engines, ledgers, queries, tables
from tongket.totals.models import Total
from tongket.totals.rules import sorting
from tongket.units import queries as units

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def territory(tmp_path: Path, settings: Settings) -> None:
    """Two provinces with their communes, and a workspace of their own."""
    settings.WORKSPACE = tmp_path
    build()


def fill() -> None:
    """Figures of two years, with plans, gaps, ties and sources that differ."""
    record(
        *(said("output", of, 2023, value) for of, value in zip("abcde", ("1", "2.5", "3", "4", "10.5"), strict=True))
    )
    record(*(said("output", of, 2024, value) for of, value in zip("abde", ("2", "2", "4.25", "9"), strict=True)))
    record(*(said("output", of, 2024, value, "target") for of, value in zip("abe", ("3", "2", "0"), strict=True)))
    record(said("least", "a", 2024, "-3"), said("least", "c", 2024, "7"), said("growth", "P", 2024, "7.1"))
    record(said("people", "d", 2024, "100"), said("people", "d", 2024, "101", evidence=evidence(of=document("other"))))
    for year in (2023, 2024):
        record(*(said("people", of, year, value) for of, value in zip("abce", ("3", "1", "7", "2"), strict=True)))
        record(*(said("income", of, year, value) for of, value in zip("abde", ("20.5", "11", "9", "3"), strict=True)))
        record(*(said("prices", of, year, value) for of, value in zip("abe", ("104.1", "99", "101"), strict=True)))


@pytest.mark.parametrize(
    "engine",
    [
        engines.CUBE,
        engines.DUCKDB,
        pytest.param("postgresql", marks=pytest.mark.postgresql),
    ],
)
def test_an_engine_names_what_is_kept_otherwise(engine: str, request: pytest.FixtureRequest) -> None:
    if engine == "postgresql":
        engine = request.getfixturevalue("postgresql").create("engines")
    fill()
    segments.cut()
    assert list(engines.differing(engine)) == []

    Total.objects.filter(indicator="output", unit__code="VN", period="2023").update(
        value="20", sorting=sorting(Decimal(20))
    )
    Total.objects.filter(indicator="least", unit__code="P").delete()

    found = {(d.place.indicator, d.unit, d.kept.value, d.due.value) for d in engines.differing(engine)}
    assert found == {("output", "VN", Decimal(20), Decimal(21)), ("least", "P", None, Decimal(-3))}


@pytest.mark.parametrize("engine", ["excel", "postgresql://127.0.0.1:1/none", "nothing://there"])
def test_what_is_no_engine_is_told(engine: str) -> None:
    fill()
    segments.cut()

    with pytest.raises(InvalidInput, match="engine"):
        list(engines.differing(engine))


def test_periods_of_each_length_are_rolled_up() -> None:
    spans = [Period.parse(code) for code in ("2024", "2024-Q2", "2024-04", "2024-05", "2024-01-01/2024-04-17")]
    record(*(said("output", "a", 2024, str(at), period=span) for at, span in enumerate(spans)))
    segments.cut()

    found = {
        place.period: cell.value
        for frequency in ledgers.PER_YEAR
        if (held := ledgers.ledger(frequency))
        for (place, _), cell in engines.rolled_up(held).items()
    }

    assert found == {"2024": 0, "2024-Q2": 1, "2024-04": 2, "2024-05": 3}
    assert list(engines.differing(engines.CUBE)) == []


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_a_table_says_of_every_unit_what_its_page_says(year: int) -> None:
    fill()
    merge()
    record(said("output", "ab", 2025, "9"), said("output", "d", 2025, "1"), said("output", "d", 2025, "2", "estimate"))
    segments.cut()
    period = Period.year(year)

    rows = {(row["unit"], row["indicator"]): row for row in tables.of(period)}

    shown = {
        (code, card.indicator.code): card.view for code in ("VN", *"PQabcde", "ab") for card in _cards(code, period)
    }
    told = {at: view for at, view in shown.items() if any(f.value is not None for f in view[:3])}  # type: ignore[union-attr]
    assert rows.keys() == told.keys()
    for at, view in told.items():
        row = rows[at]
        assert (row["units"], row["of_units"]) == view.actual.coverage[:2]
        assert (row["rank"], row["among"], row["silent"]) == (view.rank or (None, None, None))
        assert row["gained"] == view.gained
        figures = {"actual": view.actual.value, "target": view.target.value, "estimate": view.estimate.value}
        names = ("plan_percent", "last_year", "change", "change_percent", "to_date", "target_to_date", "path_percent")
        figures |= {name: getattr(view, name) for name in names}
        stated = {name: None if row[name] is None else Decimal(str(row[name])) for name in figures}
        assert stated == figures, at


def _cards(code: str, period: Period) -> list[cards.Card]:
    try:
        return cards.scorecard(units.lives(code), period)
    except NotFound:
        return []


def test_a_table_of_an_earlier_moment_is_the_one_of_then() -> None:
    fill()
    segments.cut()
    then = list(tables.of(Period.year(2024)))
    later = AT + timedelta(days=1)
    first = ledger.record(by=RULE, at=later, entry=said("output", "c", 2024, "5"))
    ledger.withdraw(by=RULE, at=later, replaces=first, reason="wrong")
    ledger.record(by=RULE, at=later, entry=said("output", "c", 2024, "6"))
    segments.cut()

    assert list(tables.of(Period.year(2024), known=AT)) == then
    [now] = [row for row in tables.of(Period.year(2024), code="P") if row["indicator"] == "output"]
    assert (now["actual"], now["units"]) == ("14.25", 4)


def test_what_no_table_can_be_made_of_is_told() -> None:
    segments.cut()
    with pytest.raises(InvalidInput, match="is no year, quarter or month"):
        list(tables.of(Period.parse("2020/2025")))
    with pytest.raises(NotFound):
        list(tables.of(Period.year(2024), code="nobody"))
    assert list(tables.of(Period.year(2024))) == []


def test_figures_that_do_not_fit_are_refused() -> None:
    record(said("output", "a", 2024, decimal_text(Decimal(10) ** 30)))
    segments.cut()

    with pytest.raises(TooLarge):
        ledgers.ledger("year")


@pytest.mark.parametrize("year", [2023, 2024])
def test_cards_of_an_earlier_moment_are_those_of_then(year: int) -> None:
    fill()
    period, codes = Period.year(year), ("VN", *"PQabcde")
    then = {code: cards.scorecard(units.lives(code), period) for code in codes}
    periods = {code: cards.periods(units.lives(code)) for code in codes}
    later = AT + timedelta(days=1)
    first = ledger.record(by=RULE, at=later, entry=said("output", "c", 2024, "5"))
    ledger.withdraw(by=RULE, at=later, replaces=first, reason="wrong")
    [weight] = standing().filter(indicator__code="people", unit__code="b", period="2024")
    changed = said("people", "b", 2024, "4")
    ledger.correct(by=RULE, at=later, replaces=weight, entry=changed, reason="misread")
    for code in ("output", "income", "prices"):
        ledger.record(by=RULE, at=later, entry=said(code, "c", 2023, "6"))
        ledger.record(by=RULE, at=later, entry=said(code, "c", 2022, "6"))

    for code in codes:
        lives = units.lives(code)
        assert cards.scorecard(lives, period, known=AT) == then[code]
        assert cards.periods(lives, known=AT) == periods[code]
    assert cards.scorecard(units.lives("P"), period) != then["P"]
    assert cards.scorecard(units.lives("P"), period, known=later) == cards.scorecard(units.lives("P"), period)
    assert cards.scorecard(units.lives("P"), period, known=AT - timedelta(days=1)) == []


def test_what_was_settled_counts_until_another_source_comes() -> None:
    fill()
    first, second = standing().filter(indicator__code="people", unit__code="d", period="2024")
    later, period = AT + timedelta(days=1), Period.year(2024)

    def settle(chosen: Observation | None, seen: int) -> None:
        deciding.settle(
            by=PERSON,
            at=later,
            indicator=first.indicator,
            unit=first.unit,
            period=period,
            seen=seen,
            between=[first.seq, second.seq],
            chosen=chosen,
            reason="the later count",
        )

    def people() -> tuple[str, int, int] | None:
        segments.cut()
        assert list(queries.differing()) == list(engines.differing(engines.DUCKDB)) == []
        return total("people", "P", 2024)

    assert people() == ("11", 3, 1)
    settle(second, 0)
    assert people() == ("112", 4, 0)
    [then] = [c for c in cards.scorecard(units.lives("P"), period, known=AT) if c.indicator.code == "people"]
    assert (then.view.actual.value, then.differing) == (11, 1)
    settle(None, 1)
    assert people() == ("11", 3, 1)
    settle(first, 2)
    assert people() == ("111", 4, 0)

    record(said("people", "d", 2024, "105", evidence=evidence(of=document("third"))))
    assert people() == ("11", 3, 1)
