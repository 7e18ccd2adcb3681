"""Every engine of the roll-up equals the oracle, cell by cell: small trees, two eras, gaps, ties, anything negative."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tongket.rollup import queries
from tongket.rollup.comparing import compare
from tongket.rollup.cube import Axes, Cube, Rows
from tongket.rollup.exact import MISSING
from tongket.rollup.oracle import Oracle
from tongket.rollup.rules import (
    MEASURES,
    PERCENT_DECIMALS,
    Calendar,
    Era,
    Fact,
    Meaning,
    Method,
    Scheme,
    scaled,
)

UNITS = "PQabcdef"
FIRST = 2024 * 2
CALENDAR = Calendar(FIRST, 6, 2)  # three years of two halves

MEANINGS = (
    Meaning("sum", Method.SUM, decimals=1),
    Meaning("less", Method.SUM, direction="less"),
    Meaning("stock", Method.LAST, direction="neither"),
    Meaning("min", Method.MIN, decimals=2, direction="less"),
    Meaning("max", Method.MAX),
    Meaning("mean", Method.WEIGHTED_MEAN, decimals=1, weight="stock"),
    Meaning("index", Method.INDEX, decimals=1, weight="sum"),
    Meaning("ratio", Method.RATIO_OF_SUMS, decimals=2, part="less", whole="sum", factor=3),
    Meaning("coarse", Method.RATIO_OF_SUMS, part="sum", whole="stock", direction="less"),
    Meaning("share", Method.SHARE, decimals=1, part="less", whole="stock", factor=100),
    Meaning("own", Method.NOT_ADDITIVE),
)
STATED = [meaning for meaning in MEANINGS if not meaning.part]


@st.composite
def eras(draw: st.DrawFn, first: int) -> Era:
    """Some of the units, each below one drawn before it or at the top."""
    names = draw(st.lists(st.sampled_from(UNITS), unique=True, min_size=3))
    parents = {name: draw(st.sampled_from([None, *names[:at]])) for at, name in enumerate(names)}
    people = draw(st.dictionaries(st.sampled_from(names), st.integers(0, 9)))
    return Era(first, parents, people, draw(st.dictionaries(st.sampled_from(names), st.just("peers"))))


Seed = tuple[int, float]
SEEDS = st.tuples(st.integers(0, 2**32), st.sampled_from([0.1, 0.6, 0.95]))


def facts(seed: int, density: float) -> list[Fact]:
    """Entries in their order, some withdrawn or newer; small values, so that ties and sums of zero come about.

    A table as full as this is too much to be drawn cell by cell.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    cells = [
        (meaning, unit, FIRST + period, measure)
        for meaning, unit, period, measure in product(STATED, UNITS, range(CALENDAR.count), MEASURES)
        if chance.random() < density
    ]
    chance.shuffle(cells)
    said = [(cell, chance.randint(-3, 12)) for cell in cells]
    said += [(cell, chance.choice([None, chance.randint(0, 6)])) for cell in cells[:100]]
    return [
        Fact(seq, m.indicator, unit, period, measure, None if v is None else Decimal(v).scaleb(-m.decimals))
        for seq, ((m, unit, period, measure), v) in enumerate(said)
    ]


SCHEMES = st.builds(
    lambda one, other: Scheme(MEANINGS, (one, other), CALENDAR),
    eras(FIRST),
    st.integers(1, 6).flatmap(lambda n: eras(FIRST + n)),
)


def rows(axes: Axes, said: list[Fact]) -> Rows:
    known = [fact for fact in said if fact.unit in axes.unit_place]
    meanings = [axes.scheme.meanings[axes.row[fact.indicator]] for fact in known]
    columns = [
        [axes.row[fact.indicator] for fact in known],
        [MEASURES.index(fact.measure) for fact in known],
        [fact.period - FIRST for fact in known],
        [axes.unit_place[fact.unit] for fact in known],
        [MISSING if f.value is None else scaled(f.value, m) for f, m in zip(known, meanings, strict=True)],
    ]
    return Rows(*(np.array(column, np.int64) for column in columns))


def loaded(scheme: Scheme, said: list[Fact]) -> Cube:
    cube = Cube(scheme)
    cube.load(rows(cube, said))
    cube.roll()
    return cube


def agrees(cube: Cube, oracle: Oracle) -> None:
    for at in range(CALENDAR.count):
        period = FIRST + at
        for unit in oracle.scheme.era(period).parents:
            found = queries.scorecard(cube, unit, period)
            for meaning in MEANINGS:
                assert found[meaning.indicator] == oracle.view(meaning.indicator, unit, period), (meaning, unit, at)


@given(SCHEMES, SEEDS)
def test_the_cube_equals_the_oracle(scheme: Scheme, seed: Seed) -> None:
    said = facts(*seed)

    agrees(loaded(scheme, said), Oracle(scheme, said))


@given(SCHEMES, SEEDS, st.integers(0, 1400))
def test_what_is_recorded_later_changes_what_it_must(scheme: Scheme, seed: Seed, first: int) -> None:
    said = facts(*seed)
    cube = loaded(scheme, said[:first])

    cube.record(fact for fact in said[first:] if fact.unit in cube.unit_place)

    whole = loaded(scheme, said)
    assert np.array_equal(cube.figures, whole.figures)
    assert np.array_equal(cube.tops, whole.tops)
    assert np.array_equal(cube.bases, whole.bases)


@given(SCHEMES, SEEDS)
def test_all_comparisons_at_once_equal_the_oracle(scheme: Scheme, seed: Seed) -> None:
    said = facts(*seed)
    cube, oracle = loaded(scheme, said), Oracle(scheme, said)
    found = compare(cube)

    for row, meaning in enumerate(MEANINGS):
        for at in range(CALENDAR.count):
            for unit in scheme.era(FIRST + at).parents:
                view = oracle.view(meaning.indicator, unit, FIRST + at)
                cell = row, at, cube.unit_place[unit]
                for percent, kept in (
                    (view.plan_percent, found.plan_percent),
                    (view.change_percent, found.change_percent),
                ):
                    wanted = MISSING if percent is None else int(percent.scaleb(PERCENT_DECIMALS))
                    assert kept[cell] == wanted
                assert found.ranks[cell] == (view.rank.place if view.rank else 0)
