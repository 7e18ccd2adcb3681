"""What holds for every period, every decimal and every language."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from babel.numbers import get_decimal_symbol, get_group_symbol
from hypothesis import given
from hypothesis import strategies as st

from tongket.base.localities import LANGUAGES, money, number
from tongket.base.periods import Period
from tongket.base.quantities import Quantity, decimal_text, parse_decimal

YEARS = st.integers(1, 9998)
DAYS = st.dates(max_value=date(9999, 12, 30))
DECIMALS = st.builds(
    lambda sign, digits, places: Decimal((sign, tuple(digits), -places)),
    st.integers(0, 1),
    st.lists(st.integers(0, 9), min_size=1, max_size=45),
    st.integers(-5, 14),
)
CODES = st.one_of(
    YEARS.map(lambda y: f"{y:04}"),
    st.builds(lambda y, q: f"{y:04}-Q{q}", YEARS, st.integers(1, 4)),
    st.builds(lambda y, m: f"{y:04}-{m:02}", YEARS, st.integers(1, 12)),
    st.builds(lambda a, b: f"{min(a, b):04}/{max(a, b):04}", YEARS, YEARS),
    st.builds(lambda a, b: f"{min(a, b)}/{max(a, b)}", DAYS, DAYS),
)
POWERS = {"trillion": 12, "nghìn": 12, "трлн": 12, "billion": 9, "tỷ": 9, "млрд": 9, "million": 6, "triệu": 6, "млн": 6}
QUANTITIES = st.builds(Quantity, DECIMALS, DECIMALS.map(lambda half: half.copy_abs()))


@given(CODES)
def test_a_code_says_its_period_and_a_period_its_code(code: str) -> None:
    period = Period.parse(code)

    assert period.code == code
    assert Period.parse(period.code) == period


@given(CODES.map(Period.parse))
def test_a_period_ends_where_the_next_one_begins(period: Period) -> None:
    assert period.contains(period.start)
    assert period.contains(period.last_day)
    assert not period.contains(period.end)
    assert period.last_day + timedelta(days=1) == period.end
    assert period.start == date.min or not period.contains(period.start - timedelta(days=1))


@given(DECIMALS)
def test_the_text_of_a_decimal_is_exact_and_plain(value: Decimal) -> None:
    text = decimal_text(value)

    assert parse_decimal(text) == value
    assert set(text) <= set("-.0123456789")
    assert decimal_text(parse_decimal(text)) == text


@given(DECIMALS, st.sampled_from(LANGUAGES))
def test_a_printed_number_is_the_number(value: Decimal, language: str) -> None:
    printed = number(value, language)

    plain = printed.replace(get_group_symbol(language), "").replace(get_decimal_symbol(language), ".")
    assert plain == decimal_text(value)


@given(DECIMALS, st.sampled_from(LANGUAGES))
def test_a_printed_amount_is_the_amount(value: Decimal, language: str) -> None:
    printed, *words = money(value, "VND", language).split(" ")

    plain = printed.replace(get_group_symbol(language), "").replace(get_decimal_symbol(language), ".")
    assert Decimal(f"{plain}E{POWERS.get(words[0], 0)}") == value


@given(QUANTITIES, QUANTITIES)
def test_quantities_agree_where_their_intervals_meet(one: Quantity, two: Quantity) -> None:
    (low, high), (other_low, other_high) = one.interval, two.interval

    assert one.agrees_with(two) is (low <= other_high and other_low <= high)
