"""What holds for every lineage and every figure, against slow and obvious reckoning.

An unknown share is tried in every extreme way: all of it here, all of it there. What is computed must come out the
same in each of these worlds.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tongket.units.lineage import Edge, Lineage, chain, weigh
from tongket.units.recasting import Method, Obstacle, Values, recast

UNITS = "ABCD"
SUM = Method("sum")
CLOSE = Fraction(1, 10_000)
"""More than what rounding to six decimals can move in steps as short as these."""

SHARES = st.sampled_from([None, *map(Decimal, ("0", "0.1", "0.25", "0.3", "0.5", "0.75", "1"))])
STEPS = st.dictionaries(
    st.sampled_from(UNITS), st.dictionaries(st.sampled_from(UNITS), SHARES, min_size=1, max_size=3), max_size=3
)
FIGURES = st.dictionaries(
    st.sampled_from(UNITS), st.decimals(-(10**6), 10**6, places=2, allow_nan=False), min_size=1, max_size=4
)
Step = dict[str, dict[str, Decimal | None]]


def lineage(step: Step) -> Lineage:
    return weigh(Edge(unit, target, share) for unit, parts in step.items() for target, share in parts.items())[0]


def worlds(step: Step) -> Iterator[dict[str, dict[str, Fraction]]]:
    """Every extreme way in which a step may have happened: for each unit its share of each target."""
    ways = []
    for parts in step.values():
        printed = [share for share in parts.values() if share is not None]
        if len(parts) == 1:
            ways.append([dict.fromkeys(parts, Fraction(1))])
        elif len(printed) < len(parts) or not sum(printed):
            ways.append([{target: Fraction(target == all_to) for target in parts} for all_to in parts])
        else:
            total = Fraction(sum(printed, Decimal(0)))
            ways.append([{target: Fraction(share or 0) / total for target, share in parts.items()}])
    return (dict(zip(step, way, strict=True)) for way in product(*ways))


def happen(figures: dict[str, Fraction], world: dict[str, dict[str, Fraction]]) -> dict[str, Fraction]:
    """The figures after one step, by the book."""
    after: dict[str, Fraction] = {}
    for unit, figure in figures.items():
        for target, share in world.get(unit, {unit: Fraction(1)}).items():
            after[target] = after.get(target, Fraction(0)) + figure * share
    return after


def table(figures: dict[str, Decimal]) -> Values:
    return Values(("n",), {unit: (figure,) for unit, figure in figures.items()})


@given(st.lists(STEPS, min_size=1, max_size=2), FIGURES)
def test_what_is_computed_is_so_in_every_world(steps: list[Step], figures: dict[str, Decimal]) -> None:
    result = recast(table(figures), chain(map(lineage, steps)), SUM)

    for way in product(*map(list, map(worlds, steps))):
        want = {unit: Fraction(figure) for unit, figure in figures.items()}
        for world in way:
            want = happen(want, world)
        for unit, (figure,) in result.rows.items():
            assert figure is None or abs(Fraction(figure) - want.get(unit, Fraction(0))) < CLOSE


@given(STEPS, FIGURES)
def test_a_share_is_called_unknown_only_where_worlds_differ(step: Step, figures: dict[str, Decimal]) -> None:
    result = recast(table({unit: Decimal(1) for unit in figures}), lineage(step), SUM)

    for refusal in result.refusals:
        if refusal.reason is Obstacle.UNKNOWN_SHARE:
            shares = {world[refusal.origin].get(refusal.unit, Fraction(0)) for world in worlds(step)}
            assert len(shares) > 1


@given(st.lists(STEPS, min_size=1, max_size=3), FIGURES)
def test_totals_are_conserved_to_the_last_digit(steps: list[Step], figures: dict[str, Decimal]) -> None:
    result = recast(table(figures), chain(map(lineage, steps)), SUM)

    if not result.refusals:
        computed = [figure for (figure,) in result.rows.values() if figure is not None]
        assert sum(computed, Decimal(0)) == sum(figures.values(), Decimal(0))


@given(STEPS, STEPS, FIGURES)
def test_two_steps_equal_their_composition(one: Step, two: Step, figures: dict[str, Decimal]) -> None:
    first = recast(table(figures), lineage(one), SUM)
    if first.refusals:
        return
    halfway = {unit: figure for unit, (figure,) in first.rows.items() if figure is not None}
    stepwise = recast(table(halfway), lineage(two), SUM)
    together = recast(table(figures), lineage(one).then(lineage(two)), SUM)

    for unit, (figure,) in together.rows.items():
        [other] = stepwise.rows[unit]
        if figure is not None and other is not None:
            assert abs(Fraction(figure) - Fraction(other)) < CLOSE


@given(st.permutations(UNITS), FIGURES)
def test_there_and_back_is_where_it_began_if_each_unit_has_one_successor(
    codes: list[str], figures: dict[str, Decimal]
) -> None:
    there = {unit: {code: None} for unit, code in zip(UNITS, codes, strict=True)}
    back = {code: {unit: None} for unit, code in zip(UNITS, codes, strict=True)}
    for method in (SUM, Method("none"), Method("mean", "n")):
        result = recast(table(figures), lineage(there).then(lineage(back)), method)

        got = {unit: figure for unit, (figure,) in result.rows.items()}
        assert {unit: str(figure) for unit, figure in got.items()} == {u: str(f) for u, f in figures.items()}
