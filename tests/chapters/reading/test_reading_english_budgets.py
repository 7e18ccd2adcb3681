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
    # the plan of which a percentage was reached, of a whole year
    "In the first quarter of 2031 revenue was $2 million, reaching 22% of the estimate ($9 million), up 4% over the "
    "same period of 2030.": "2031Q1a 2031Q1a 2031e 2031Q1a",
    "By June 2031 it had spent $2 million, 40 percent of the annual plan ($5 million).": "2031-01/2031-06a 2031a 2031t",
    "In the second quarter of 2031 it spent $4 million, 80% of the plan for the quarter ($5 million).": (
        "2031Q2a 2031Q2a 2031Q2t"
    ),
    "In the first quarter of 2031 it spent $4 million, 80% of it on pay ($3 million).": ("2031Q1a 2031Q1a 2031Q1a"),
    # what is laid out or is not to be exceeded
    "The council has approved the draft outlay of Rs 120 crore for 2031.": "2031e",
    "The expenditure ceiling for 2031 is Rs 140 crore.": "2031e",
    "In 2031 the spending ceiling was exceeded by Rs 140 crore.": "2031a",
    # money that is promised, in headlines, items and news, and not what was given
    "2031-05-12\nThe premier announced gifts.\n- $5 million to build a pier;\n- $2 million for the nets.": (
        "2031e 2031e"
    ),
    "2031-05-12\nThe premier announced:\n- another $5 million to build a pier;\n- roughly $2 million for nets.": (
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
