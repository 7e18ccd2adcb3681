"""What formulas come to: exactly, with what rounding leaves open, and with every gap named."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.chapters.formulas.test_parsing import TERMS
from tongket.base.quantities import Quantity
from tongket.formulas.evaluating import NO_FIGURE, Gap, Span, Stated, Where, evaluate
from tongket.formulas.parsing import parse
from tongket.formulas.rules import printed
from tongket.formulas.terms import Call, Joined, Named, Negated, Number, Term


class Held:
    """Figures in a dictionary; units by name, periods are years."""

    def __init__(self, **figures: str) -> None:
        self.figures = {tuple(key.split("_")): value for key, value in figures.items()}

    def stated(self, code: str, where: Where) -> Stated | Gap:
        text = self.figures.get((code, where.unit, str(where.period), where.measure))
        if text is None:
            return Gap(NO_FIGURE, (("indicator", code), ("unit", where.unit), ("period", str(where.period))))
        value = Quantity.parse(text, str(Decimal(5).scaleb(int(Decimal(text).as_tuple().exponent) - 1)))
        low, high = value.interval
        return Stated(Span(Fraction(value.value), Fraction(low), Fraction(high)), text)

    def unit_of(self, code: str) -> str:
        return {"share": "%"}.get(code, "VND")

    def less_is_better(self, code: str) -> bool:
        return code == "poor"

    def year_before(self, where: Where) -> Where | None:
        return where._replace(period=where.period - 1) if where.period > 2020 else None

    def peers(self, where: Where) -> Sequence[str]:
        return ["a", "b", "c", "d"]


YEARS = Held(
    x_a_2021_actual="1.0", x_a_2022_actual="2.0", x_a_2023_actual="3.0", x_a_2024_actual="4.0", x_a_2020_actual="2.0",
    x_a_2024_target="5.0", x_b_2024_actual="4.0", x_c_2024_actual="7.0", poor_a_2024_actual="3", poor_b_2024_actual="2",
    y_a_2024_actual="0.50", share_a_2024_actual="12.5", z_a_2024_actual="0.0",
)  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("x + y", "4.5"),
        ("x - y * 2", "3"),
        ("x / target(x)", "0.8"),
        ("x / 3", "1.33"),
        ("x * (1 + share)", "4.5"),
        ("previous_year(x)", "3"),
        ("previous_year(previous_year(x))", "2"),
        ("x / previous_year(x) - 1", "0.33"),
        ("rank(x)", "2"),  # behind c, level with b; d says nothing
        ("rank(poor)", "2"),  # fewer are better
        ("streak(x)", "3"),
        ("streak(x >= 3)", "2"),
        ("streak(x > 9)", "0"),
        ("min(x, y)", "0.5"),
        ("max(x, y, 4.25)", "4.25"),
        ("abs(y - x)", "3.5"),
        ("round(x / 3, 0)", "1"),
    ],
)
def test_what_a_formula_comes_to(formula: str, value: str) -> None:
    found = evaluate(parse(formula), Where("a", 2024), YEARS)

    assert found.gaps == ()
    assert found.span is not None
    assert printed(found.span) == Decimal(value)


@pytest.mark.parametrize(
    ("formula", "holds"),
    [
        ("x = 4.05", True),  # 4.0 may have been 4.05
        ("x = 4.06", False),
        ("x <= 3.95", True),
        ("x <= 3.9", False),
        ("x >= 4.1", False),
        ("x < 4", False),
        ("share <= 100%", True),
        ("x = poor + 1", True),
        ("x = missing", None),
    ],
)
def test_a_check_holds_as_far_as_rounding_lets_it_be_told(formula: str, holds: bool | None) -> None:
    assert evaluate(parse(formula), Where("a", 2024), YEARS).holds is holds


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("x + none", "none: no figure (a, 2024)."),
        ("previous_year(y)", "y: no figure (a, 2023)."),
        ("target(y) + 1", "y: no figure (a, 2024)."),
        ("x / z", "“x / z” divides by what is zero"),
        ("x / (y - y)", "“x / (y - y)” divides by what is zero"),
        ("rank(y + none)", "none: no figure (a, 2024)."),
    ],
)
def test_missing_is_not_zero(formula: str, said: str) -> None:
    found = evaluate(parse(formula), Where("a", 2024), YEARS)

    assert found.span is None
    assert found.gaps[0].message.format(**dict(found.gaps[0].details)).startswith(said)


def test_before_the_first_year_there_is_none() -> None:
    assert evaluate(parse("previous_year(x)"), Where("a", 2020), YEARS).gaps[0].details == (("period", "2020"),)
    assert evaluate(parse("streak(x >= 0)"), Where("a", 2024), YEARS).span == Span.exactly(5)


def test_every_figure_in_a_formula_is_known_by_its_origin() -> None:
    found = evaluate(parse("x / target(x) + rank(y)"), Where("a", 2024), YEARS)

    assert [(str(leaf.term), leaf.where.measure, leaf.origin) for leaf in found.leaves()] == [
        ("x", "actual", "4.0"),
        ("x", "target", "5.0"),
        ("y", "actual", "0.50"),
    ]


def _simply(term: Term, values: dict[str, Fraction]) -> Fraction | None:
    """The same arithmetic in the shortest way; none where something is divided by zero."""
    match term:
        case Number():
            return Fraction(term.value) / (100 if term.percent else 1)
        case Named():
            return values[term.code]
        case Negated():
            inner = _simply(term.term, values)
            return None if inner is None else -inner
        case Joined():
            left, right = _simply(term.left, values), _simply(term.right, values)
            if left is None or right is None or (term.sign == "/" and right == 0):
                return None
            return {"+": left + right, "-": left - right, "*": left * right}.get(
                term.sign, left / right if right else Fraction(0)
            )
        case Call():
            several = [_simply(argument, values) for argument in term.arguments]
            known = [value for value in several if value is not None]
            if len(known) < len(several):
                return None
            return {"min": min, "max": max}[term.function](known) if len(known) > 1 else abs(known[0])
        case _:
            raise AssertionError(term)


def _plain(term: Term) -> bool:
    if isinstance(term, Call) and term.function not in ("abs", "min", "max"):
        return False
    parts = {Negated: ("term",), Joined: ("left", "right")}.get(type(term), ())
    inner = term.arguments if isinstance(term, Call) else tuple(getattr(term, part) for part in parts)
    return all(map(_plain, inner))


class Exact(Held):
    """Figures that leave nothing open."""

    def __init__(self, values: dict[str, Fraction]) -> None:
        super().__init__()
        self.values = values

    def stated(self, code: str, where: Where) -> Stated | Gap:
        return Stated(Span.exactly(self.values[code]))


@given(
    TERMS.filter(_plain),
    st.fixed_dictionaries(
        {code: st.fractions(-100, 100, max_denominator=9) for code in ("exports", "state-budget", "papi", "x1")}
    ),
)
def test_arithmetic_is_exact(term: Term, values: dict[str, Fraction]) -> None:
    found = evaluate(term, Where("a", 2024), Exact(values))

    assert (found.span.value if found.span else None) == _simply(term, values)
    if found.span is not None:
        assert found.span.least == found.span.value == found.span.greatest


@given(TERMS.filter(_plain), st.lists(st.fractions(-1, 1, max_denominator=7), min_size=4, max_size=4))
def test_whatever_was_rounded_away_the_value_lies_within(term: Term, shifts: list[Fraction]) -> None:
    codes = ("exports", "state-budget", "papi", "x1")
    middle = {code: Fraction(10 + 5 * n) for n, code in enumerate(codes)}

    class Rounded(Exact):
        def stated(self, code: str, where: Where) -> Stated | Gap:
            value = self.values[code]
            return Stated(Span(value, value - 1, value + 1))

    found = evaluate(term, Where("a", 2024), Rounded(middle))
    true = _simply(term, {code: middle[code] + shift for code, shift in zip(codes, shifts, strict=True)})
    if found.span is not None:
        assert true is not None
        assert found.span.least <= true <= found.span.greatest
