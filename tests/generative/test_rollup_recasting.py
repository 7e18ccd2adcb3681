"""Series recast in the cube equal figures recast one by one by the rules of units, and rolled up by the oracle."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.generative.test_recasting import STEPS, Step, lineage
from tests.generative.test_rollup import CALENDAR, FIRST, MEANINGS, SEEDS, STATED, UNITS, Seed, agrees, facts, loaded
from tongket.rollup.oracle import Oracle, leaves
from tongket.rollup.recasting import recast
from tongket.rollup.rules import ADDED, MEASURES, Era, Fact, Meaning, Method, Scheme
from tongket.units import recasting
from tongket.units.lineage import Lineage

SPLIT = 3
"""The place of the period with which the second era begins."""

TREES = st.lists(st.sampled_from([None, "P"]), min_size=len("ABCD"), max_size=len("ABCD"))


def era(first: int, parents: list[str | None]) -> Era:
    return Era(first, {"P": None, **dict(zip("ABCD", parents, strict=True))}, {}, {})


def renamed(said: list[Fact]) -> list[Fact]:
    """The facts of the units that lineages are drawn for."""
    names = dict(zip(UNITS, "PPABCDAB", strict=True))
    return [replace(fact, unit=names[fact.unit]) for fact in said]


def stated(oracle: Oracle, before: Era, after: Lineage) -> list[Fact]:
    """Every cell of an era, recast by the book."""
    found = []
    reporting = [unit for unit in before.parents if leaves(unit, before) == [unit]]
    for at in range(SPLIT):
        for measure in MEASURES:
            for meaning in STATED:
                columns = (meaning.indicator, *meaning.rests_on) if method(meaning).weight else (meaning.indicator,)
                asked = before.parents if meaning.method is Method.NOT_ADDITIVE else reporting
                cells = {unit: [oracle.stated.get((c, unit, FIRST + at, measure)) for c in columns] for unit in asked}
                rows = {
                    unit: tuple(recasting.Gap.EMPTY if v is None else v for v in row) for unit, row in cells.items()
                }
                values = recasting.Values(columns, rows)
                result = recasting.recast(values, after, method(meaning), decimals=meaning.decimals)
                for unit, (value, *_) in result.rows.items():
                    found.append(Fact(len(found), meaning.indicator, unit, FIRST + at, measure, value))
    return found


def method(meaning: Meaning) -> recasting.Method:
    if meaning.method in ADDED:
        return recasting.Method("sum")
    return (
        recasting.Method("mean", meaning.weight) if meaning.method is Method.WEIGHTED_MEAN else recasting.Method("none")
    )


@given(SEEDS, STEPS, TREES, TREES)
def test_a_recast_cube_equals_figures_recast_one_by_one(
    seed: Seed, step: Step, parents: list[str | None], parents_after: list[str | None]
) -> None:
    said = renamed(facts(*seed))
    before, now = era(FIRST, parents), era(FIRST + SPLIT, parents_after)
    after = lineage(step)
    scheme = Scheme(MEANINGS, (before, now), CALENDAR)
    recast_scheme = Scheme(MEANINGS, (replace(now, first=FIRST),), CALENDAR)
    old = stated(Oracle(scheme, said), before, after)
    new = [fact for fact in said if fact.period >= FIRST + SPLIT]

    found = recast(loaded(scheme, said), now, {FIRST: after})

    agrees(found, Oracle(recast_scheme, [*old, *(replace(fact, seq=fact.seq + len(old)) for fact in new)]))


def test_a_recast_cube_holds_what_was_asked_for_and_what_that_rests_on() -> None:
    scheme = Scheme(MEANINGS, (era(FIRST, [None] * 4),), CALENDAR)
    said = [Fact(1, "sum", "A", FIRST, "actual", Decimal(3))]

    found = recast(loaded(scheme, said), scheme.eras[0], {}, {"ratio"})

    assert set(found.row) == {"ratio", "sum", "less"}
