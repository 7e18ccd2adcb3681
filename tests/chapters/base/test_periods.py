"""Periods: what people write, what is stored, and which days lie inside."""

from __future__ import annotations

from datetime import date

import pytest

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period

# What is written, the canonical code, the first day, the first day after, and what sort it is.
CODES = [
    ("2024", "2024", date(2024, 1, 1), date(2025, 1, 1), "year"),
    (" 2024 ", "2024", date(2024, 1, 1), date(2025, 1, 1), "year"),
    ("0001", "0001", date(1, 1, 1), date(2, 1, 1), "year"),
    ("2025-Q1", "2025-Q1", date(2025, 1, 1), date(2025, 4, 1), "quarter"),
    ("2025Q4", "2025-Q4", date(2025, 10, 1), date(2026, 1, 1), "quarter"),
    ("2025-03", "2025-03", date(2025, 3, 1), date(2025, 4, 1), "month"),
    ("2024-02", "2024-02", date(2024, 2, 1), date(2024, 3, 1), "month"),
    ("2025-12", "2025-12", date(2025, 12, 1), date(2026, 1, 1), "month"),
    ("2020/2025", "2020/2025", date(2020, 1, 1), date(2026, 1, 1), "years"),
    ("2020-2025", "2020/2025", date(2020, 1, 1), date(2026, 1, 1), "years"),
    ("2025-01/2025-06", "2025-01-01/2025-06-30", date(2025, 1, 1), date(2025, 7, 1), "days"),
    ("2025-01-01/2025-04-17", "2025-01-01/2025-04-17", date(2025, 1, 1), date(2025, 4, 18), "days"),
    ("2025-04-17/2025-04-17", "2025-04-17/2025-04-17", date(2025, 4, 17), date(2025, 4, 18), "days"),
    ("2024-12-31/2025-01-01", "2024-12-31/2025-01-01", date(2024, 12, 31), date(2025, 1, 2), "days"),
]
NO_PERIODS = [
    "",
    "24",
    "2025-13",
    "2025-00",
    "2025-Q5",
    "2025-Q0",
    "0000",
    "9999",  # its end would lie after the last day of the calendar
    "2025/2020",
    "2025-02-30/2025-03-01",
    "2025-03-02/2025-03-01",
    "2025-01-01",
    "2025-01-01/9999-12-31",
    "the year 2024",
]


@pytest.mark.parametrize(("written", "code", "start", "end", "frequency"), CODES)
def test_a_code_is_a_span_of_days(written: str, code: str, start: date, end: date, frequency: str) -> None:
    period = Period.parse(written)

    assert (period.code, period.start, period.end, period.frequency) == (code, start, end, frequency)
    assert str(period) == code


@pytest.mark.parametrize("text", NO_PERIODS)
def test_what_is_no_period_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        Period.parse(text)

    assert str(refusal.value) == (
        f"“{text}” is not a period. Write a year (2024), a quarter (2025-Q1), a month (2025-03), "
        "several years (2020/2025) or days (2025-01-01/2025-04-17)."
    )


@pytest.mark.parametrize("told", ["2025-01-01", "2025-01-01/2025-01-01"])
def test_a_text_may_tell_of_a_day(told: str) -> None:
    assert Period.told(told).code == "2025-01-01/2025-01-01"


@pytest.mark.parametrize(
    "told",
    [
        "2025",
        "2025Q1",
        "2025-03",
        "2020-2025",
        "2025-01/2025-06",
        "2025-01-01/2025-04-17",
        "2024-11/2025-02",
        "2025-01-01",
    ],
)
def test_a_period_is_told_as_claims_write_it(told: str) -> None:
    assert Period.told(told).told_code == told


@pytest.mark.parametrize("told", ["", "FY25", "2025-02-30"])
def test_what_a_text_tells_may_be_no_period(told: str) -> None:
    with pytest.raises(InvalidInput):
        Period.told(told)


def test_the_end_is_the_first_day_outside() -> None:
    year = Period.year(2024)

    assert year.last_day == date(2024, 12, 31)
    assert [year.contains(day) for day in (date(2023, 12, 31), year.start, year.last_day, year.end)] == [
        False,
        True,
        True,
        False,
    ]


def test_periods_are_ordered_by_time() -> None:
    in_order = ["2023", "2024-Q1", "2024", "2024-02", "2025"]

    assert sorted(in_order, key=Period.parse) == in_order
