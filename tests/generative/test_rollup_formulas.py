"""A formula over the fast engine gives what it gives over the oracle, cell by cell."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generative.test_rollup import CALENDAR, FIRST, MEANINGS, SCHEMES, SEEDS, Seed, facts, loaded
from tongket.formulas import rules
from tongket.formulas.evaluating import Where, evaluate
from tongket.formulas.parsing import parse
from tongket.formulas.rolled import RolledUp
from tongket.formulas.terms import Term
from tongket.rollup import queries
from tongket.rollup.oracle import Oracle
from tongket.rollup.rules import Meaning, Measure, Method, Scheme, rounded

UNITS = {meaning.indicator: "" for meaning in MEANINGS}
FORMULAS = (
    "sum + stock",
    "sum / target(sum)",
    "stock - previous_year(stock)",
    "rank(sum - stock)",
    "streak(sum)",
    "rank(less)",
)


@settings(max_examples=50)
@given(SCHEMES, SEEDS, st.sampled_from(FORMULAS).map(parse))
def test_a_formula_over_the_cube_equals_one_over_the_oracle(scheme: Scheme, seed: Seed, term: Term) -> None:
    said = facts(*seed)
    oracle, cube = Oracle(scheme, said), loaded(scheme, said)

    def by_oracle(code: str, unit: str, period: int, measure: Measure) -> Decimal | None:
        return oracle.figure(code, unit, period, measure).value if unit in scheme.era(period).parents else None

    def by_cube(code: str, unit: str, period: int, measure: Measure) -> Decimal | None:
        if unit not in scheme.era(period).parents:
            return None
        return queries.matrix(cube, [unit], [code], period, measure)[code][0]

    for period in range(FIRST, FIRST + CALENDAR.count):
        for unit in scheme.era(period).parents:
            where = Where(unit, period)
            slow, fast = (evaluate(term, where, RolledUp(scheme, cell, UNITS)) for cell in (by_oracle, by_cube))
            assert (fast.span, fast.gaps) == (slow.span, slow.gaps), (unit, period)


@settings(max_examples=50)
@given(SCHEMES, SEEDS)
def test_a_quotient_is_rolled_up_as_a_ratio_of_sums(scheme: Scheme, seed: Seed) -> None:
    quotient = rules.meaning("made", parse("= sum / stock"), decimals=1, percent=True)
    assert quotient == Meaning("made", Method.RATIO_OF_SUMS, 1, part="sum", whole="stock", factor=100)
    scheme = Scheme((*scheme.meanings, quotient), scheme.eras, scheme.calendar)
    oracle = Oracle(scheme, facts(*seed))
    parts = RolledUp(scheme, lambda *cell: oracle.figure(*cell).value, UNITS)

    for period in range(FIRST, FIRST + CALENDAR.count):
        for unit in scheme.era(period).parents:
            asked = [oracle.figure(code, unit, period) for code in ("sum", "stock", "made")]
            if asked[0].coverage == asked[1].coverage == asked[2].coverage and asked[2].value is not None:
                span = evaluate(parse("sum / stock"), Where(unit, period), parts).span
                assert span is not None
                assert rounded(span.value * 100, 1) == asked[2].value
    assert rules.meaning("made", parse("sum / stock + 1"), decimals=1, percent=True) is None
