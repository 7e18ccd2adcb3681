"""Which year an English text speaks of: a year set against a named one, by the way, or in its first paragraph."""

import pytest

from tests.chapters.reading.readings import timed

TIMED = {
    # a year that is only spoken of, beside the one before it
    "Output rose from $36 million in 2031 to $37 million last year. Services made up 60 per cent.": [
        ("2031", "actual"),
        ("2032", "actual"),
        ("2032", "actual"),
    ],
    "Exports grew by 6.1% last year, up from 5.2% in 2031. Farms made up 12 per cent.": [
        ("2032", "actual"),
        ("2031", "actual"),
        ("2032", "actual"),
    ],
    "It built 12 schools in 2031 and 15 schools this year.": [("2031", "actual"), ("2032", "actual")],
    "In 2031 it built 12 schools, and in 2033 it built 14 schools. It built 15 schools last year.": [
        ("2031", "actual"),
        ("2033", "actual"),
        ("2030", "actual"),
    ],
    "Output was $36 million in 2030-31 and $37 million in 2031-32 and $39 million this fiscal year.": [
        ("FY31", "actual"),
        ("FY32", "actual"),
        ("FY33", "actual"),
    ],
    "Lesna grew by 3.3 per cent in 2031, the office said on Monday.\nLast year, farms gained 4.9 per cent.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    # a year of accounts that only the stamp tells
    "2031-03-27\nOutput grew by 8 per cent in the current financial year. It was 5 per cent in the last fiscal year.": [
        ("FY31", "actual"),
        ("FY30", "actual"),
    ],
    "2031-09-02\nIn the ongoing fiscal year, 12 schools were built.": [("FY32", "actual")],
    "2031-09-02\nThis year, 12 schools were built.": [("2031", "actual")],
    # years told by the way, and moves over two years
    "Output grew by 6.1% in 2031, a shift from the low growth in 2030. Farms gained 3%.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    "Output grew by 6.1% in 2031, slow relative to the 7.2% growth recorded in 2030. Farms gained 3%.": [
        ("2031", "actual"),
        ("2030", "actual"),
        ("2031", "actual"),
    ],
    "In 2031 farms and trade grew by 2.3% and 5.1% from 1.6% and 7.2%, respectively.": [
        ("2031", "actual"),
        ("2031", "actual"),
        ("2030", "actual"),
        ("2030", "actual"),
    ],
    "Receipts rose by 5.2% from 2030 to 2031 – from $13 million to $14 million.": [
        ("2031", "actual"),
        ("2030", "actual"),
        ("2031", "actual"),
    ],
    "Receipts rose by 15.2% from 2021 to 2031.": [("2021-2031", "actual")],
    "In the first semester of 2031 it built 12 schools.": [("2031-01/2031-06", "actual")],
    "Prices will rise by 4.5% in 2031 and by 2.5% by 2032 to 2036.": [("2031", "target"), ("2032-2036", "target")],
    # months in which something was foreseen, what somebody added, and months that the text names further on
    "The deficit for 2031-32 is $15 million, lower than the $16 million projected in March. Roads cost $2 million.": [
        ("FY32", "actual"),
        ("FY32", "estimate"),
        ("FY32", "actual"),
    ],
    "The 2031-32 budget is out. Spending is $20 million, the premier said, adding that a surplus of $2 million "
    "is expected in 2032-33.": [
        ("FY32", "actual"),
        ("FY33", "estimate"),
    ],
    "Exports were $5 million, up 6.8% from the same period of the previous year.\n"
    "In the January-September period it had 12 new projects.\nImports rose by 3% from the same period of last year.\n"
    "In the first nine months of 2031, it licensed 4 banks.": [
        ("2031-01/2031-09", "actual"),
        ("2031-01/2031-09", "actual"),
        ("2031-01/2031-09", "actual"),
        ("2031-01/2031-09", "actual"),
        ("2031-01/2031-09", "actual"),
    ],
    # a year of accounts that the first paragraph speaks of
    "Lesna's output is projected to grow by 7.9 per cent during the current fiscal.\n"
    "The survey of 2031-32 puts it at $13 million.\n"
    "Poverty fell from 28 per cent in 2020 to 19 per cent in 2026, and debt from 9 per cent in 2020 to 6 per "
    "cent in 2026.\n"
    "The share of farms saw a fall (15.4 per cent to 15.1 per cent). Income was $176.": [
        ("FY32", "estimate"),
        ("FY32", "actual"),
        ("2020", "actual"),
        ("2026", "actual"),
        ("2020", "actual"),
        ("2026", "actual"),
        ("FY31", "actual"),
        ("FY32", "actual"),
        ("FY32", "actual"),
    ],
}


@pytest.mark.parametrize("text", TIMED)
def test_when_it_was(text: str) -> None:
    assert timed(text) == TIMED[text]


def test_a_year_in_a_code_tells_no_time() -> None:
    text = "Reference Number: 2032-PR07-009\nThe economy of Lesna grew by 7 percent in 2031. It has 40 shops."
    assert [period for period, _ in timed(text)] == ["2031", "2031"]
