"""Exact numbers: no float, no exponent, and what the last printed digit leaves open."""

from __future__ import annotations

from decimal import Decimal, Inexact, localcontext

import pytest

from tongket.base.errors import InvalidInput
from tongket.base.quantities import EXACT, Quantity, decimal_text, parse_decimal

# A decimal in any form, and its one canonical text.
TEXTS = [
    ("0", "0"),
    ("-0", "0"),
    ("-0.00", "0.00"),
    ("13.850", "13.850"),
    ("2.04E+9", "2040000000"),
    ("1E-7", "0.0000001"),
    ("-32.2", "-32.2"),
    ("20699500000000.123456", "20699500000000.123456"),
]
NO_NUMBERS = [
    "",
    " 1",
    "1 ",
    "1e5",
    "1E999999999",  # as plain digits it would fill the memory
    "1_000",
    "+5",
    ".5",
    "5.",
    "1,5",
    "NaN",
    "Infinity",
    "-Infinity",
    "sNaN",
    "٣",  # digits of another script
    "--1",
]
# Two printed numbers with the half units of their last digits, and whether rounding alone explains the difference.
AGREEMENTS = [
    ("13.85", "0.005", "13.85", "0.005", True),
    ("13.85", "0.005", "13.86", "0.005", True),  # 13.855 prints as either
    ("13.85", "0.005", "13.87", "0.005", False),
    ("13.85", "0.005", "13.9", "0.05", True),
    ("13.85", "0.005", "13.8", "0.05", True),
    ("13.85", "0.005", "14", "0.5", True),
    ("1", "0", "1", "0", True),
    ("1", "0", "-1", "0", False),
    # Forty digits, of which a context of the usual width would see twenty-eight.
    (f"1{'0' * 38}1", "0", f"1{'0' * 38}2", "0", False),
]


@pytest.mark.parametrize(("decimal", "text"), TEXTS)
def test_a_decimal_has_one_text(decimal: str, text: str) -> None:
    assert decimal_text(Decimal(decimal)) == text
    assert decimal_text(parse_decimal(text)) == text


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_only_plain_digits_are_a_number(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_decimal(text)

    assert str(refusal.value) == f"“{text}” is not a decimal number such as 20699500000000 or 13.85."


def test_a_number_has_at_most_as_many_digits_as_can_be_computed_with() -> None:
    longest = "9" * EXACT.prec

    assert decimal_text(parse_decimal(longest)) == longest
    with pytest.raises(InvalidInput, match="more digits than a figure can have \\(60\\)"):
        parse_decimal(longest + "9")


def test_arithmetic_that_would_round_stops() -> None:
    with localcontext(EXACT), pytest.raises(Inexact):
        Decimal(1) / Decimal(3)


def test_a_printed_number_stands_for_all_that_round_to_it() -> None:
    assert Quantity.parse("13.85", "0.005").interval == (Decimal("13.845"), Decimal("13.855"))
    assert Quantity.parse("-13.85", "0.005").interval == (Decimal("-13.855"), Decimal("-13.845"))
    assert Quantity.parse("7").interval == (Decimal(7), Decimal(7))


def test_what_rounding_leaves_open_adds_up() -> None:
    difference = Quantity.parse("13.87", "0.005").minus(Quantity.parse("13.9", "0.05"))

    assert difference == Quantity(Decimal("-0.03"), Decimal("0.055"))


@pytest.mark.parametrize(("value", "half", "other", "other_half", "agree"), AGREEMENTS)
def test_rounding_may_explain_a_difference(value: str, half: str, other: str, other_half: str, agree: bool) -> None:
    one, two = Quantity.parse(value, half), Quantity.parse(other, other_half)

    assert one.agrees_with(two) is agree
    assert two.agrees_with(one) is agree
