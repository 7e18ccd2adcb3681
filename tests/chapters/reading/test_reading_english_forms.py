"""How English reports write the time of a figure: years of accounts, parts of years, days, and what tells no time."""

import pytest

from tests.chapters.reading.readings import figures

WRITTEN = {
    # years of accounts
    "2020-’21": "FY21",
    "2020-'21": "FY21",
    "2020/’21": "FY21",
    "'20-'21": "FY21",
    "2020 - 21": "FY21",
    "FY20-’21": "FY21",
    "FY 2020 / 21": "FY21",
    "FY’21": "FY21",
    "FY-21": "FY21",
    "F.Y. 2020-21": "FY21",
    "fiscal ’21": "FY21",
    "fiscal 2020-’21": "FY21",
    "the fiscal year ended March 31, 2021": "FY21",
    "the financial year ending 30 June 2021": "FY21",
    "FY 2021 – FY 2023": "FY21-FY23",
    "FY 2020/21 to FY 2022/23": "FY21-FY23",
    "the winter of 2020-21": "FY21",
    "the three years from 2020-21": "FY21-FY23",
    # quarters, halves and months
    "the first quarter (April-June) of 2020-21": "FY21Q1",
    "Q1 FY2020-21": "FY21Q1",
    "the first nine months of 2020-21": "2020-04/2020-12",
    "the first eleven months of FY21": "2020-04/2021-02",
    "the second half of 2020-21": "2020-10/2021-03",
    "H1 FY21": "2020-04/2020-09",
    "Q1'25": "2025Q1",
    "1Q 2025": "2025Q1",
    "1Q25": "2025Q1",
    "2025Q1": "2025Q1",
    "Quarter I/2025": "2025Q1",
    "QII/2025": "2025Q2",
    "the opening quarter of 2025": "2025Q1",
    "the closing quarter of 2025": "2025Q4",
    "the quarter ended 30 June 2025": "2025Q2",
    "1H 2025": "2025-01/2025-06",
    "1H25": "2025-01/2025-06",
    "H1'25": "2025-01/2025-06",
    "May '25": "2025-05",
    "May-2025": "2025-05",
    "05/2025": "2025-05",
    "the five-month period ended May 31, 2025": "2025-01/2025-05",
    "January and February 2025": "2025-01/2025-02",
    # days
    "the week of May 5-11, 2025": "2025-05-05/2025-05-11",
    # near misses
    "2020-2025": "2020-2025",
    "2021-2022": "FY22",
    "2025": "2025",
    "the 2025 fiscal year": "2025",
}

CARRIED = {
    "From January 1 to May 15, 2025 it built 12 schools.": ["2025-01-01/2025-05-15"],
    "Between 1 January and 15 May 2025 it built 12 schools.": ["2025-01-01/2025-05-15"],
    "From December 15 to January 14, 2025 it put out 12 fires.": ["2024-12-15/2025-01-14"],
    "From the beginning of the year to May 15, 2025 it built 12 schools.": ["2025-01-01/2025-05-15"],
    "The congress sat from May 5 to 7, 2025. It has 12 members.": ["2025"],
    "In 2025 - 18 bridges, in 2024 - 12 bridges were built.": ["2025", "2024"],
    "In the twelve months to May 2025 prices rose by 3.2%.": ["2024-06/2025-05"],
    "By the end of May 15, 2025 it had disbursed 5 million VND.": ["2025-01-01/2025-05-15"],
    "By the end of May 2025 it had disbursed 5 million VND.": ["2025-01/2025-05"],
    "By the end of May 2025 it had 12 parks.": ["2025-05"],
    "It aims to disburse 5 million VND by the end of May 2025.": ["2025-05"],
    # when a text was issued, and what is still to be done
    "Published on May 15, 2025\nIn April it built 12 schools.": ["2025-04"],
    "In 2024 it built 12 schools. Another is planned for January 2025. It has 3 parks.": ["2024", "2024"],
    "In 2024 it built 12 schools under a plan adopted in 2019. It has 3 parks.": ["2024", "2024"],
    "In 2024 it built 12 schools. The office was set up in 2022. It has 3 parks.": ["2024", "2024"],
    "In 2024 it built 12 schools. In 2022 it built 9 clinics. It has 3 parks.": ["2024", "2022", "2022"],
    "In 2024-25, the last year of the term, it built 12 schools.": ["FY25"],
    # updates of a budget within its year
    "Mid-Year Report Released\nExpense is up $2 million from the 2024-25 Budget. Revenue is down $3 million since "
    "first quarter. The deficit is $4 million lower than at Q1.": ["FY25", "FY25", "FY25"],
    "The first quarter report for 2024-25 is out. The deficit is $4 million. Since the budget, 5 clinics opened.": [
        "FY25",
        "FY25",
    ],
    "In the second quarter of 2024 output grew by 2%. Since the first quarter, 5 clinics opened.": ["2024Q2", "2024Q2"],
    # budgets
    "Presenting the budget for 2024-25, he said the current year is expected to close with a deficit of $4 million.": [
        "FY24"
    ],
    "The budget for 2024-25 is out. Owing to low sales, 2023-24 will close with a deficit of $4 million.\n"
    "This is $2 million less than it was.": ["FY24", "FY24"],
    "The 2024-25 budget gives $4 million over three years to schools, and $5 million to roads.": ["FY25-FY27", "FY25"],
    "The 2024-25 budget is out. Over three years the number of schools grew by 5 per cent.": ["FY25"],
    "The 2024-25 budget totals $9 million, up from $8 million this year.": ["FY25", "FY24"],
    "The deficit is forecast at $4 million this year and $3 million in 2025-26.": ["FY25", "FY26"],
    "The deficit is $4 million in 2024-25, narrowing to $3 million the following year.": ["FY25", "FY26"],
    "The 2024-25 budget totals $9 million. Last year's budget was $8 million. Roads get $2 million.": [
        "FY25",
        "FY24",
        "FY25",
    ],
    "It had 12 parks in 2022. The following year it opened 3 parks.": ["2022", "2023"],
    "It had 12 parks. The following year it opened 3 parks. That was in 2022.": ["2022", "2022"],
    # parts of a year that the text does not name, and what they are set against
    "In the first nine months of this year 12 schools opened, against 9 schools in the first nine months of 2023.": [
        "2024-01/2024-09",
        "2023-01/2023-09",
    ],
    "January-September exports were $5 million, up 5% on the same period of 2023.": [
        "2024-01/2024-09",
        "2024-01/2024-09",
    ],
    "Inflation was 3.1% in May 2024, down from 3.4% a month earlier.": ["2024-05", "2024-04"],
    "In 2022 it had 18 parks and in 2023 21 parks.": ["2022", "2023"],
    "2024-10-03\nSo far this year it built 12 schools.": ["2024-01-01/2024-10-03"],
    "2024-10-03\nIn September it built 2 schools; year to date, it built 12 schools.": ["2024-09", "2024-01/2024-09"],
    "From 2021 to date it built 12 schools. The text was issued in 2024.": ["2021-2024"],
    "Over the last three years (2021 to 2023) it built 12 schools.": ["2021-2023"],
    "In 2023-24 and 2024-25 it paid $4 million and $5 million, respectively.": ["FY24", "FY25"],
}


@pytest.mark.parametrize("time", WRITTEN)
def test_the_form_of_a_time(time: str) -> None:
    assert [figure.period for figure in figures(f"In {time} it built 30 clinics.", "en")] == [WRITTEN[time]]


@pytest.mark.parametrize("text", CARRIED)
def test_which_time_holds(text: str) -> None:
    assert [figure.period for figure in figures(text, "en")] == CARRIED[text]
