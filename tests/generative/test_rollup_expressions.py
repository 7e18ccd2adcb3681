"""The Ibis expressions equal the oracle, cell by cell, in DuckDB and in PostgreSQL; in Spark by ``on_spark``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generative.test_rollup import CALENDAR, FIRST, MEANINGS, SCHEMES, SEEDS, Seed, facts, rows
from tongket.rollup.backends import answer, source
from tongket.rollup.cube import Axes
from tongket.rollup.exact import LIMIT
from tongket.rollup.exact import quotient as exact_quotient
from tongket.rollup.expressions import quotient, views
from tongket.rollup.facts import table
from tongket.rollup.oracle import Oracle
from tongket.rollup.rules import PERCENT_DECIMALS, Coverage, Fact, Figure, Scheme, View
from tongket.rollup.tables import tables
from tools.postgresql import Server

Row = dict[str, Any]


@pytest.fixture(scope="module")
def duckdb() -> Iterator[ibis.BaseBackend]:
    engine = ibis.duckdb.connect()
    yield engine
    engine.disconnect()


@pytest.fixture(scope="module")
def in_postgresql(postgresql: Server) -> Iterator[ibis.BaseBackend]:
    engine = ibis.connect(postgresql.create("rollup"))
    yield engine
    engine.disconnect()


def asked(engine: ibis.BaseBackend, scheme: Scheme, said: list[Fact]) -> dict[tuple[int, int, int], Row]:
    """Every row that an engine gives, by indicator, period and unit."""
    contents = {"facts": table(1, rows(Axes(scheme), said)), **tables(scheme)}
    found = answer(engine, views(source(engine, contents), scheme.calendar)).to_pylist()
    keyed = {(row["indicator"], row["period"], row["unit"]): row for row in found}
    assert len(keyed) == len(found)
    return keyed


def wanted(view: View, decimals: int) -> Row:
    """What an engine has to give for a view; nothing is said of the coverage of what is missing."""
    row: Row = {}
    for name in ("actual", "target", "estimate"):
        figure: Figure = getattr(view, name)
        row[name] = whole(figure.value, decimals)
        counted: Coverage | None = figure.coverage if figure.coverage.units else None
        row[f"units_{name}"], row[f"people_{name}"] = (counted.units, counted.people) if counted else (None, None)
    for name in ("last_year", "change", "to_date", "target_to_date"):
        row[name] = whole(getattr(view, name), decimals)
    for name in ("plan_percent", "change_percent", "path_percent"):
        row[name] = whole(getattr(view, name), PERCENT_DECIMALS)
    row["place"], row["among"] = (view.rank.place, view.rank.of) if view.rank else (None, None)
    row["last_place"] = view.last_rank.place if view.last_rank else None
    row["gained"] = view.gained
    return row


def whole(value: Decimal | None, decimals: int) -> int | None:
    return None if value is None else int(value.scaleb(decimals))


def agrees(engine: ibis.BaseBackend, scheme: Scheme, said: list[Fact]) -> None:
    found, oracle, axes = asked(engine, scheme, said), Oracle(scheme, said), Axes(scheme)
    seen = set()
    for at in range(CALENDAR.count):
        for unit in scheme.era(FIRST + at).parents:
            for row, meaning in enumerate(MEANINGS):
                key = row, at, axes.unit_place[unit]
                expected = wanted(oracle.view(meaning.indicator, unit, FIRST + at), meaning.decimals)
                given_row = found.get(key, dict.fromkeys(expected))
                has = {name: given_row[name] for name in expected}
                if key in found or any(expected[f"units_{name}"] for name in ("actual", "target", "estimate")):
                    assert has == expected, (meaning, unit, at)
                seen.add(key)
    assert found.keys() <= seen


@settings(max_examples=20)
@given(scheme=SCHEMES, seed=SEEDS)
def test_duckdb_equals_the_oracle(duckdb: ibis.BaseBackend, scheme: Scheme, seed: Seed) -> None:
    agrees(duckdb, scheme, facts(*seed))


@pytest.mark.postgresql
@settings(max_examples=20)
@given(scheme=SCHEMES, seed=SEEDS)
def test_postgresql_equals_the_oracle(in_postgresql: ibis.BaseBackend, scheme: Scheme, seed: Seed) -> None:
    agrees(in_postgresql, scheme, facts(*seed))


@settings(max_examples=30)
@given(pairs=st.lists(st.tuples(st.integers(-LIMIT, LIMIT), st.integers(1, LIMIT)), min_size=1))
def test_quotients_are_exact_although_engines_divide_floats(
    duckdb: ibis.BaseBackend, pairs: list[tuple[int, int]]
) -> None:
    tops, bases = zip(*pairs, strict=True)
    numbers = ibis.memtable(pa.table({"top": tops, "base": bases}))
    expression = numbers.select(numbers.top, numbers.base, whole=quotient(numbers.top, numbers.base))

    found = duckdb.to_pyarrow(expression).to_pylist()

    for row in found:
        assert row["whole"] == exact_quotient(row["top"], row["base"]), row
