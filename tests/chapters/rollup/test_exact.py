"""Arithmetic beyond 64 bits on the way is exact, and a result beyond them is refused; ranks of large groups."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.rollup.cube import Cube, Rows
from tongket.rollup.exact import LIMIT, MISSING, TooLarge, prefix_sums, product, quotient, quotients
from tongket.rollup.ranking import ranked
from tongket.rollup.rules import Calendar, Era, Fact, Meaning, Method, Scheme, ranks

WHOLE = st.integers(-LIMIT, LIMIT)
SCHEME = Scheme(
    (Meaning("sum", Method.SUM), Meaning("mean", Method.WEIGHTED_MEAN, weight="sum")),
    (Era(0, {"P": None, "a": "P", "b": "P"}, {}, {}),),
    Calendar(0, 1, 1),
)


@given(st.lists(st.tuples(WHOLE, WHOLE), min_size=1), st.sampled_from([1, 100, 10**6]), st.sampled_from([1, 10]))
def test_quotients_are_exact_whatever_their_size(pairs: list[tuple[int, int]], times: int, by: int) -> None:
    tops, bases = np.array(pairs, np.int64).T
    wanted = [round(Fraction(top * times, base * by)) if base > 0 else MISSING for top, base in pairs]

    if any(abs(number) > LIMIT for number in wanted if number != MISSING):
        with pytest.raises(TooLarge):
            quotients(tops, bases, times, by)
    else:
        assert quotients(tops, bases, times, by).tolist() == wanted


@given(st.integers(-30, 30), st.integers(1, 12))
def test_halves_go_to_the_even_neighbour(top: int, base: int) -> None:
    assert quotient(top, base) == round(Fraction(top, base))
    assert quotients(np.array([top]), np.array([base])).tolist() == [round(Fraction(top, base))]


@given(st.lists(WHOLE, min_size=1))
def test_sums_and_products_widen_instead_of_wrapping(numbers: list[int]) -> None:
    array = np.array(numbers, np.int64)

    assert prefix_sums(array).tolist() == [sum(numbers[:at]) for at in range(len(numbers) + 1)]
    assert product(array, array).tolist() == [number * number for number in numbers]


def test_a_mean_is_exact_where_its_products_need_more_than_64_bits() -> None:
    cube = Cube(SCHEME)
    said = {("sum", "a"): 10**15, ("sum", "b"): 3 * 10**15, ("mean", "a"): 10**15 + 1, ("mean", "b"): -(10**15)}

    cube.record(Fact(1, indicator, unit, 0, "actual", Decimal(v)) for (indicator, unit), v in said.items())

    assert cube.figures[1, 0, 0, cube.unit_place["P"]] == round(Fraction(10**15 + 1 - 3 * 10**15, 4))


def test_a_figure_that_does_not_fit_is_refused() -> None:
    cube = Cube(SCHEME)

    with pytest.raises(TooLarge, match="more than 64 bits"):
        cube.record([Fact(1, "sum", "a", 0, "actual", Decimal(LIMIT + 1))])
    with pytest.raises(TooLarge):
        cube.load(Rows(*(np.zeros(1, np.int64) for _ in range(4)), np.array([-LIMIT - 1])))
    with pytest.raises(TooLarge):
        cube.record(Fact(1, "sum", unit, 0, "actual", Decimal(LIMIT)) for unit in "ab")


@given(
    st.lists(st.none() | st.integers(-5, 5), min_size=20, max_size=60),
    st.sampled_from(["more", "less", "neither"]),
)
def test_ranks_of_large_and_small_groups_are_those_of_the_rules(figures: list[int | None], direction: str) -> None:
    cells = np.array([[MISSING if figure is None else figure for figure in figures]] * 2)
    named = {str(at): None if figure is None else Decimal(figure) for at, figure in enumerate(figures)}
    wanted = ranks(named, direction)  # type: ignore[arg-type]

    found = ranked(cells, (np.arange(len(figures)),), direction)  # type: ignore[arg-type]

    assert found.tolist() == [[wanted[unit].place if unit in wanted else 0 for unit in named]] * 2
