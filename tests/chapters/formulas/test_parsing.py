"""What a formula says, and where one that says nothing goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.base.errors import InvalidInput
from tongket.formulas.parsing import MAX_CHARACTERS, MAX_SIGNS, parse
from tongket.formulas.terms import Call, Compared, Joined, Named, Negated, Number, Term


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("= exports + imports", "exports + imports"),
        ("revenue/target(revenue)", "revenue / target(revenue)"),
        ("state-budget - grants", "state-budget - grants"),
        ("a − (b − c) × 2.50", "a - (b - c) * 2.50"),
        ("(a + b) ÷ c", "(a + b) / c"),
        ("-(a + b)", "-(a + b)"),
        ("+a", "a"),
        ("share ≤ 100 %", "share <= 100%"),
        ("total == parts", "total = parts"),
        ("streak(revenue >= target(revenue))", "streak(revenue >= target(revenue))"),
        ("“Total trade” / 2", "trade / 2"),
        ("«Total trade»", "trade"),
    ],
)
def test_a_formula_has_one_form(text: str, said: str) -> None:
    term = parse(text, {"Total trade": "trade"}.get)

    assert str(term) == said
    assert parse(said) == term


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at character 1, “”: a number, an indicator"),
        ("= a +", "at character 6, “”: a number, an indicator"),
        ("a b", "at character 3, “b”: a sign"),
        ("a = b = c", "at character 7, “= c”: a sign"),
        ("a + $", "at character 5, “$”: a number"),
        ("sqrt(a)", "no function “sqrt”. There are: target"),
        ("min(a)", "takes from 2 to 20 arguments, and is given 1"),
        ("rank(a < b)", "Only “streak”"),
        ("round(a, b)", "from 0 to 12"),
        ("round(a, 0.5)", "from 0 to 12"),
        ("“nothing”", "no indicator that is called “nothing”"),
        ("a" * (MAX_CHARACTERS + 1), "more than 1000 characters"),
        ("(" * (MAX_SIGNS + 1) + "a" + ")" * (MAX_SIGNS + 1), "more than 80 signs"),
    ],
)
def test_what_is_no_formula_is_told_with_its_place(text: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said.replace("+", r"\+").replace("(", r"\(").replace("$", r"\$")):
        parse(text)


CODES = st.sampled_from(["exports", "state-budget", "papi", "x1"])
NUMBERS = st.builds(Number, st.decimals(0, 10**6, places=2), st.booleans())


def _larger(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return st.one_of(
        st.builds(Negated, terms),
        st.builds(Joined, st.sampled_from(["+", "-", "*", "/"]), terms, terms),
        st.builds(Call, st.sampled_from(["target", "previous_year", "rank", "abs"]), st.tuples(terms)),
        st.builds(Call, st.sampled_from(["min", "max"]), st.tuples(terms, terms)),
    )


TERMS = st.recursive(st.one_of(st.builds(Named, CODES), NUMBERS), _larger, max_leaves=8)


@given(st.one_of(TERMS, st.builds(Compared, st.sampled_from(["=", "<=", ">=", "<", ">"]), TERMS, TERMS)))
def test_what_is_written_down_is_read_again(term: Term) -> None:
    if len(str(term)) <= MAX_CHARACTERS:
        assert parse(str(term)) == term


@given(st.text(alphabet=st.one_of(st.sampled_from("ab1.+-*/()=<>%,«»“” _"), st.characters()), max_size=60))
def test_any_text_is_a_formula_or_told_what_is_wrong(text: str) -> None:
    try:
        term = parse(text)
    except InvalidInput:
        return
    assert parse(str(term)) == term


def test_the_deepest_formula_is_read() -> None:
    assert parse("(" * MAX_SIGNS + "a" + ")" * MAX_SIGNS) == Named("a")
    assert str(parse("-" * MAX_SIGNS + "a")).count("-") == MAX_SIGNS
    assert str(parse("a" + " + a" * MAX_SIGNS)).count("+") == MAX_SIGNS
