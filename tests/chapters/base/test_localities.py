"""Numbers, amounts, days and periods as the three languages write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tongket.base.localities import LANGUAGES, day, money, number, period, quantity
from tongket.base.periods import Period

# A value and its unit, as English, Vietnamese and Russian print it. (~ is a no-break space, ^ a narrow one.)
QUANTITIES = [
    ("207000000000000", "VND", "207 trillion VND", "207 nghìn tỷ đồng", "207 трлн донгов"),
    ("20699500000000", "VND", "20,699.5 billion VND", "20.699,5 tỷ đồng", "20~699,5 млрд донгов"),
    ("-20699500000000", "VND", "-20,699.5 billion VND", "-20.699,5 tỷ đồng", "-20~699,5 млрд донгов"),
    ("4370", "USD", "4,370 USD", "4.370 USD", "4~370 долл. США"),
    ("2040000000", "USD", "2.04 billion USD", "2,04 tỷ USD", "2,04 млрд долл. США"),
    ("999999", "VND", "999,999 VND", "999.999 đồng", "999~999 донгов"),
    ("1000000", "VND", "1 million VND", "1 triệu đồng", "1 млн донгов"),
    ("1234567", "VND", "1,234,567 VND", "1.234.567 đồng", "1~234~567 донгов"),
    ("0", "VND", "0 VND", "0 đồng", "0 донгов"),
    ("13.85", "%", "13.85%", "13,85%", "13,85~%"),
    ("13.850", "%", "13.850%", "13,850%", "13,850~%"),
    ("-0.5", "%", "-0.5%", "-0,5%", "-0,5~%"),
    ("159", "communes", "159", "159", "159"),
    ("1234.5", "persons", "1,234.5", "1.234,5", "1~234,5"),
]
PERIODS = [
    ("2024", "2024", "2024", "2024"),
    ("2025-Q1", "Q1 2025", "quý I/2025", "I кв. 2025^г."),
    ("2024-Q4", "Q4 2024", "quý IV/2024", "IV кв. 2024^г."),
    ("2025-03", "March 2025", "tháng 3 năm 2025", "март 2025^г."),
    ("2020/2025", "2020–2025", "2020–2025", "2020–2025"),
    (
        "2025-01-01/2025-04-17",
        "January 1, 2025 – April 17, 2025",
        "1 tháng 1 năm 2025 – 17 tháng 4 năm 2025",
        "1 января 2025^г. – 17 апреля 2025^г.",
    ),
    ("2025-01/2025-06", "January_–_June 2025", "tháng 1_–_tháng 6 năm 2025", "январь – июнь 2025^г."),
    ("2025-04-17/2025-04-17", "April 17, 2025", "17 tháng 4 năm 2025", "17 апреля 2025^г."),
]


@pytest.mark.parametrize(("value", "unit", "en", "vi", "ru"), QUANTITIES)
def test_a_quantity_in_three_languages(value: str, unit: str, en: str, vi: str, ru: str) -> None:
    printed = [quantity(Decimal(value), unit, language) for language in LANGUAGES]

    assert printed == [_spaced(text) for text in (en, vi, ru)]


@pytest.mark.parametrize(("code", "en", "vi", "ru"), PERIODS)
def test_a_period_in_three_languages(code: str, en: str, vi: str, ru: str) -> None:
    printed = [period(Period.parse(code), language) for language in LANGUAGES]

    assert printed == [_spaced(text) for text in (en, vi, ru)]


def test_a_day_in_three_languages() -> None:
    assert [day(date(2025, 1, 14), language) for language in LANGUAGES] == [
        "January 14, 2025",
        "14 tháng 1 năm 2025",
        _spaced("14 января 2025^г."),
    ]


def test_no_digit_of_a_long_number_is_lost() -> None:
    assert number(Decimal(f"1{'0' * 33}1.10"), "en") == f"10{',000' * 10},001.10"
    assert money(Decimal(f"1{'0' * 43}"), "VND", "en") == f"10{',000' * 10} trillion VND"
    # Which scale word would keep this exact? None: so every digit is printed.
    assert money(Decimal(f"1{'0' * 33}1"), "VND", "en") == f"10{',000' * 10},001 VND"


def test_any_currency_is_named_and_what_is_none_is_printed_by_its_code() -> None:
    assert [money(Decimal("2500000"), "EUR", language) for language in LANGUAGES] == [
        "2.5 million euros",
        "2,5 triệu euro",
        "2,5 млн евро",
    ]
    assert money(Decimal("2500000"), "QQQ", "vi") == "2,5 triệu QQQ"


def _spaced(text: str) -> str:
    text = text.replace("~", "\N{NO-BREAK SPACE}").replace("^", "\N{NARROW NO-BREAK SPACE}")
    return text.replace("_", "\N{THIN SPACE}")
