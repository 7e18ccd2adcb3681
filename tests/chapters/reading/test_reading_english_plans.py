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
    "In May 2031 jobs fell by 2,300 from April.": ["2300 jobs change down"],
    "In May 2031 jobs fell by 2.3% from April and by 4% since May of last year.": [
        "2.3 % change down",
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
    # what is cut once
    "In 2031 Arden will reduce processing times by 30%.": ["30 % change down"],
}


@pytest.mark.parametrize(("sentence", "expected"), COMPARED.items())
def test_what_it_is_compared_with(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected
"""What English texts of our own plan, give out or promise, and for when."""

import pytest

from tests.chapters.reading.readings import figures

GIVEN = {
    # who decides on a budget gives estimates, whatever else the minutes say
    "Minutes, June 26, 2031\nThird reading of the FY 2031-32 budget ordinance.\n1. Amended the library budget to "
    "increase it by $192,000 for a total of $12.4 million.\n2. Added $1.5 million to budget revenue.": (
        "FY32e FY32e FY32e"
    ),
    "The MEC tabled the 2031 adjustments budget. For the 2031/32 year clinics gain R40 million; the roads budget rises "
    "by 6 per cent.": "FY32e FY32e",
    "The board adopted a budget amendment for 2031. The fire district gets $205,000.": "2031e",
    "The committee reviewed the budget revenue of 2031. Roads cost $40 million.": "2031a",
    # an approved budget is one, what came of it is not
    "In 2031 the town had an approved budget of $9 million, comprising $4 million for pay and $5 million for roads.": (
        "2031e 2031e 2031e"
    ),
    "In 2031 funds expected were $7 million, out of which $6 million was received.": "2031e 2031a",
    "In 2031 the county spent $4 million against a total budget of $5 million.": "2031a 2031e",
    # capital that is planned or assigned, and the parts of a sum that is given
    "In 2031 the planned investment capital from the state budget is $9 million, of which $4 million is local. So far "
    "it has disbursed $3 million of the planned capital.": "2031e 2031e 2031a",
    "Spending in 2031 came to 24 per cent of the allocated capital, or $4 million.": "2031a 2031a",
    "In 2031 the council assigned a total public investment plan of $9 million.": "2031e",
    "In 2031 the premier agreed to add $9 million from the reserve fund for dykes in Arden ($4 million), in Brook ($3 "
    "million) and, for the last of the coasts where the sea has come nearest, in Cowley ($2 million).": (
        "2031e 2031e 2031e 2031e"
    ),
    "In 2031 the city approved the list of projects for its schools with a total cost of $9 million.": "2031e",
    # money that is promised, in headlines, items and news, and not what was given
    "2031-05-12\nThe premier announced gifts.\n- $5 million to build a pier;\n- $2 million for the nets.": (
        "2031e 2031e"
    ),
    "In 2031 it was cheap. $5 million to build a pier was spent.": "2031a",
    # what is so now is of the year
    "Lesna, December 2031: The board met. There are currently 452 doctors there. Of these, 347 doctors work.": (
        "2031a 2031a"
    ),
    "2031-05-12\nArden is launching a $370-million training program that will pay 25 per cent of wages.": "Nonee Nonet",
    "2031-05-12\nThe agreement will provide $8 million for bridges and create 400 jobs.": "Nonee Nonet",
    "In 2031 the town received $8 million and spent $5 million to build a pier.": "2031a 2031a",
    "The minister presented the budget for 2031-32. It makes a provision of $5 million for clinics and $2 million to "
    "double incomes by 2040. $4 million was provisioned for rice, $3 million for tea.": "FY32e FY32e FY32e FY32e",
    "The minister presented the budget for 2031-32. The roof that was damaged will be mended with $2 million.": "FY32e",
    # the parts of what is estimated, whatever was aimed at
    "In 2031 output is estimated to grow by 7 per cent, short of the target of 9 per cent. Specifically, trade grew by "
    "8 per cent and farms by 3 per cent.": "2031e 2031t 2031e 2031e",
    "In 2031 output grew by 7 per cent, short of the target of 9 per cent. Specifically, trade grew by 8 per cent.": (
        "2031a 2031t 2031a"
    ),
    "In 2031 output is estimated to grow by 7 per cent. Specifically, 60 hectares were sown, and the rice crop was "
    "estimated at 4,000 tonnes.": "2031e 2031a 2031e",
    # what is expected under a plan is its aim
    "Under the province's master plan, the poverty rate is expected to fall to 5 per cent in 2031.": "2031t",
    "The share of poor households is expected to fall to 5 per cent in 2031.": "2031e",
    # passive deeds to come
    "The minister said in 2031 that 40 bridges would be repaired and 12 wells would be completed.": "2031t 2031t",
    "The minister said in 2031 that the repair would cost $4 million.": "2031e",
}


@pytest.mark.parametrize(("text", "expected"), GIVEN.items())
def test_what_is_given_out_and_for_when(text: str, expected: str) -> None:
    assert " ".join(f"{claim.period}{claim.status[0]}" for claim in figures(text)) == expected
