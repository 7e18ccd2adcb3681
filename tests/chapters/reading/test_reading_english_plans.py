"""What English reports measure against a plan, a forecast or the time before, and what only looks like it."""

import pytest

from tests.chapters.reading.readings import read

COMPARED = {
    # by how much of a plan it was exceeded, and what was reached of it
    "Arden took in 9,100 billion dong, exceeding 12.5% of the estimate.": [
        "9100000000000 VND level",
        "12.5 % plan_excess up plan",
    ],
    "Arden has disbursed 900 billion dong, exceeding 12.5% of the plan.": [
        "900000000000 VND level",
        "12.5 % plan_ratio plan",
    ],
    # of two sums the one is the plan, and the percentage what the other is of it
    "The budget for levies was 1.2 million dollars, out of which 900,000 dollars, representing 75%, was raised.": [
        "1200000 USD level",
        "900000 USD level",
        "75 % plan_ratio plan",
    ],
    "Arden collected 45 million dollars out of the 60 million dollars projected, representing 75 per cent.": [
        "45000000 USD level",
        "60000000 USD level",
        "75 % plan_ratio plan",
    ],
    "Of the budget of 60 million dollars, 45 million dollars, representing 75 per cent, goes to roads.": [
        "60000000 USD level",
        "45000000 USD level",
        "75 % share",
    ],
    "Arden spent 91% of its adjusted capital budget and 60% of its local revenue projection.": [
        "91 % plan_ratio plan",
        "60 % plan_ratio plan",
    ],
    # the rate of a plan, whatever it is set beside
    "In Arden the budget utilisation rate stood at 76.4 per cent.": ["76.4 % plan_ratio plan"],
    "Nine towns have a disbursement rate above the county average of 75.2%.": [
        "9 towns count",
        "75.2 % plan_ratio plan",
    ],
    "The disbursement rate was low, and the jobless rate stood at 7.2%.": ["7.2 % level"],
    "The budget was 5 million dollars, of which 2 million dollars (40%) was spent on roads.": [
        "5000000 USD level",
        "2000000 USD level",
        "40 % share",
    ],
    # a part of what has a plan, and a part given out of a budget
    "Revenue reached 98% of the estimate, of which fees were 91% and customs revenue 120%.": [
        "98 % plan_ratio plan",
        "91 % plan_ratio plan",
        "120 % plan_ratio plan",
    ],
    "Revenue reached 98% of the plan, while the jobless rate was 4.2%.": ["98 % plan_ratio plan", "4.2 % level"],
    "Arden must allocate at least 30% of the budget to roads; wages make up 44% of the budget.": [
        "30 % share",
        "44 % share",
    ],
    "By March Arden had used up 71% of the budget and 45% of its development budget.": [
        "71 % plan_ratio plan",
        "45 % plan_ratio plan",
    ],
    # against what was foreseen
    "The debt ratio will be 36.5%, a decrease of 2.0 percentage points from the 38.5% forecast in spring.": [
        "36.5 % share",
        "2 percentage points plan_excess down plan",
        "38.5 % share",
    ],
    "Net debt fell by 14 million dollars relative to the budgeted level.": ["14000000 USD plan_excess down plan"],
    "In 2031 the growth of 6.2% exceeded the target of 6.0%.": [
        "6.2 % change up previous_year:2030",
        "6 % change up previous_year:2030",
    ],
    # the month before, or that month a year ago
    "In May 2031 jobs fell by 2,300 from April.": ["2300 jobs change down same_period:2031-04"],
    "In May 2031 jobs fell by 2.3% from April and by 4% since May of last year.": [
        "2.3 % change down same_period:2031-04",
        "4 % change down same_period:2030-05",
    ],
    # a whole year on the same time of the last
    "In 2031 sales grew by 9% compared to the same period last year.": ["9 % change up previous_year:2030"],
    "In the first half of 2031 sales grew by 9% compared to the same period last year.": [
        "9 % change up same_period:2030-01/2030-06"
    ],
    # growth foreseen for a term is that of each of its years, and growth told of it that of all
    "Arden aims for an average growth rate of 7.5% in 2031-2035.": ["7.5 % change up previous_year"],
    "Output grew by 7.5% between 2021 and 2025.": ["7.5 % change up year:2021"],
    # a scenario is a plan, and in brackets the growth that it foresaw
    "In 2031 growth in trade will reach 4% (initial scenario 5%).": [
        "4 % change up previous_year:2030",
        "5 % change up previous_year:2030",
    ],
    "In 2031 growth was 0.5 percentage points lower than the scenario.": [
        "0.5 percentage points plan_excess down plan"
    ],
    "The town raised 2 million dollars (48%) of its annual target.": ["2000000 USD level", "48 % plan_ratio plan"],
    "In 2031 disbursement hit 28.7 percent, higher than the national average of 24.1 percent.": [
        "28.7 % plan_ratio plan",
        "24.1 % plan_ratio plan",
    ],
    "The under-collection of 3 million dollars was met from reserves.": ["3000000 USD plan_excess down plan"],
    # a level long ago, the growth elsewhere, and a tax, which is a level
    "In 2031 visits were 5% below the 2019 level.": ["5 % change down year:2019"],
    "In 2031 growth of 8.2% was higher than the national 6.9%.": [
        "8.2 % change up previous_year:2030",
        "6.9 % change up previous_year:2030",
    ],
    "The sales tax was raised to eight per cent in 2031.": ["8 % level"],
    "In 2031 firms rose by 4,300 (2.1%).": [
        "4300 enterprises change up previous_year:2030",
        "2.1 % change up previous_year:2030",
    ],
    # a line of its own says what its years have, and a word what a sum is over
    "In 2031 all grew.\n\nECONOMIC GROWTH\n* 2032/33: 2.5%\n* 2033/34: 2%": [
        "2.5 % change up previous_year:FY32",
        "2 % change up previous_year:FY33",
    ],
    "UNEMPLOYMENT RATE\n* 2032/33: 5%": ["5 % level"],
    "OUR SHARE\n* 2032/33: 5%": ["5 % share"],
    "Arden is forecasting a £6m overspend.": ["6000000 GBP plan_excess up plan"],
    "In 2031 there was a £6m rise.": ["6000000 GBP change up previous_year:2030"],
    # the parts of a list behind a percentage of a plan are parts of their plans, unless a share is spoken of
    "Towns passed 52% of the capital plan, with large funds at some, such as: Arden 91%, Brook 83%; towns: Dee 77%.": [
        "52 % plan_ratio plan",
        "91 % plan_ratio plan",
        "83 % plan_ratio plan",
        "77 % plan_ratio plan",
    ],
    "Receipts reached 81% of the estimate, of which: fees accounted for 61%, fines 39%.": [
        "81 % plan_ratio plan",
        "61 % share",
        "39 % share",
    ],
    "Many had low disbursement rates, such as the Forest Office (2.4%); Board for the Building of Transport, Civil and"
    " Industrial Works of the Whole of the Province of Arden (8.6%); Board for the Upkeep of Inland Ports and Canals"
    " (11.5%).": ["2.4 % plan_ratio plan", "8.6 % plan_ratio plan", "11.5 % plan_ratio plan"],
    # a sum that is given out, and one that is spent
    "Health receives a large R6 billion, or 21% of the budget.": ["6000000000 ZAR level", "21 % share"],
    "Health spent R6 billion, or 21% of the budget.": ["6000000000 ZAR level", "21 % plan_ratio plan"],
    # what a growth achieved is one
    "In 2031 growth achieved 4.6% (the plan: 8%).": [
        "4.6 % change up previous_year:2030",
        "8 % change up previous_year:2030",
    ],
    # what fell short did so of what was planned
    "In 2031 the number of wells dug fell short by 14%, and rents fell by 3%.": [
        "14 % plan_excess down plan",
        "3 % change down previous_year:2030",
    ],
    # what is cut once
    "In 2031 Arden will reduce processing times by 30%.": ["30 % change down"],
}


@pytest.mark.parametrize(("sentence", "expected"), COMPARED.items())
def test_what_it_is_compared_with(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected
