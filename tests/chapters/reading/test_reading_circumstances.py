"""What is known of a text beside what it says: the day on which it came, and what it is said to cover."""

from __future__ import annotations

from datetime import date

import pytest

from tongket.base.periods import Period
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

COVERED = [
    # nothing names a time
    ("2031-04", "Exports reached $5 million. Imports came to $3 million.", ["2031-04", "2031-04"]),
    ("2031-Q1", "Thu ngân sách đạt 15 tỷ đồng.", ["2031Q1"]),
    ("2031-01-01/2031-06-30", "Построено 3 школы.", ["2031-01/2031-06"]),
    ("2031/2035", "Построено 3 школы.", ["2031-2035"]),
    # another time holds for its sentence and its paragraph, not below it
    ("2031", "In 2030 exports reached $5 million. Imports came to $3 million.", ["2030", "2030"]),
    ("2031", "Exports of 2029 reached $5 million.\nImports came to $3 million.", ["2029", "2031"]),
    ("2031", "В 2029 году построено 3 школы.\nОтремонтировано 7 больниц.", ["2029", "2031"]),
    # a term says less than a year of it, and a year of accounts cannot be said
    ("2031/2033", "Бюджет на 2031 год утверждён.\nДоходы составят 5 млрд рублей.", ["2031"]),
    ("2031", "The budget of 2031-32 is balanced.\nRevenue reached $5 million.", ["FY32"]),
    # a heading says more than the document
    ("2031", "I. Kết quả năm 2031\nXây 5 trường.\nII. Nhiệm vụ năm 2032\nXây 9 trường.", ["2031", "2032"]),
    # the year alone is less than the month that is said
    ("2031-04", "Jobs of 2031.\nUnemployment reached 4.8 per cent.", ["2031-04"]),
]


@pytest.mark.parametrize(("covers", "text", "periods"), COVERED, ids=[text for _, text, _ in COVERED])
def test_what_a_text_is_said_to_cover_holds_where_it_names_no_other_time(
    covers: str, text: str, periods: list[str]
) -> None:
    found = read_text(text, covers=Period.parse(covers))

    assert [claim.period for claim in found if isinstance(claim, FigureClaim)] == periods


def test_a_basis_goes_by_what_the_text_covers() -> None:
    found = read_text("Thu ngân sách tăng 5% so với cùng kỳ.", covers=Period.parse("2031-Q1"))

    assert [claim.basis for claim in found if isinstance(claim, FigureClaim)] == ["same_period:2030Q1"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Đến ngày 21.8, tỉnh thu hút 15 dự án.", "2026-01-01/2026-08-21"),
        # what was brought in 2026 may be years old
        ("Báo cáo năm 2023\nĐến ngày 21.8, tỉnh thu hút 15 dự án.", "2023-01-01/2023-08-21"),
        ("Năm 2023, xã có 3 trường.\nĐến ngày 21.8, tỉnh thu hút 15 dự án.", "2023-01-01/2023-08-21"),
    ],
)
def test_the_day_on_which_a_text_came_gives_the_year_only_where_the_text_gives_none(text: str, period: str) -> None:
    found = read_text(text, received_on=date(2026, 11, 30))

    assert [claim.period for claim in found if isinstance(claim, FigureClaim)][-1] == period


def test_what_a_text_covers_gives_the_year_before_the_day_on_which_it_came() -> None:
    found = read_text(
        "Đến ngày 21.8, tỉnh thu hút 15 dự án.", received_on=date(2026, 1, 5), covers=Period.parse("2025")
    )

    assert [claim.period for claim in found if isinstance(claim, FigureClaim)] == ["2025-01-01/2025-08-21"]
