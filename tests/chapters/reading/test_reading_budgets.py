"""What budgets, forecasts and their updates give out, and what statistics of a month or quarter compare with."""

import pytest

from tests.chapters.reading.readings import figures

HELD = {
    # money set aside is expected, other things so set aside are aims
    "The Treasurer has earmarked $40 million for wharves in 2031.": ["40000000 USD level 2031 estimate"],
    "In 2031 the Prime Minister agreed to add VND 4 trillion for dykes.": ["4000000000000 VND level 2031 estimate"],
    "Rs 45 crore has been proposed for the weavers in 2031-32.": ["450000000 INR level FY32 estimate"],
    "In 2031 the mayor proposes to bring 600 hectares under irrigation.": ["600 ha level 2031 target"],
    "In 2031 it aims to plant 600 hectares.": ["600 ha level 2031 target"],
    # so is all that a budget gives out, and not what it says was done
    "Governor signs the 2031 Appropriation Bill\nIt comprises N2.5 billion for roads. Health gets N1.2 billion.\n"
    "So far N80,000 was spent.": [
        "2500000000 NGN level 2031 estimate",
        "1200000000 NGN level 2031 estimate",
        "80000 NGN level 2031 actual",
    ],
    "Kirrawe tables the budget for 2031/32\nRoads will receive Sh40 million (8 per cent).": [
        "40000000 KES level FY32 estimate",
        "8 % share FY32 estimate",
    ],
    "Lesna presented the budget for 2031 at the third meeting of its assembly.\nIn 2031 rent is worth $40 million.": [
        "40000000 USD level 2031 estimate",
    ],
    # so is what the words of a Russian budget plan of its money, and not of other things
    "Дума рассмотрела проект краевого бюджета на 2031 год. Доходы запланированы в размере 41 млрд "
    "рублей. Планируется построить 3 школы.": [
        "41000000000 RUB level 2031 estimate",
        "3 schools count 2031 target",
    ],
    "Депутаты приняли бюджет округа на ближайшие три года.\nПланируется, что в 2031 году доходы составят 12 млрд "
    "рублей, дефицит будет равен 100 млн рублей (1,4 %). В 2032-м в казну должно поступить 11 млрд рублей.": [
        "12000000000 RUB level 2031 estimate",
        "100000000 RUB level 2031 estimate",
        "1.4 % share 2031 estimate",
        "11000000000 RUB level 2032 estimate",
    ],
    "Завод отчитался за год. В 2031 году планируется, что доходы составят 12 млрд рублей.": [
        "12000000000 RUB level 2031 target"
    ],
    "Депутаты приняли бюджет округа. В 2031 году собрано 12 млрд рублей, как и планировалось.": [
        "12000000000 RUB level 2031 actual"
    ],
    # what a text foresees is no aim, and below a line of estimates all are
    "Lesna, 2030: the bureau forecasts that growth will hold\nIn 2031 600 jobs will be filled.": [
        "600 jobs count 2031 estimate"
    ],
    "Provisional estimates for the year to 2031 show:\n\n- Trade was $40 million.": [
        "40000000 USD level 2031 estimate"
    ],
    "Budget execution in 2031\nRoads cost $40 million.": ["40000000 USD level 2031 actual"],
    # what a budget put first stands against is one as well
    "The 2031-32 surplus is now $3 million, up from $2 million at Budget.": [
        "3000000 USD level FY32 actual",
        "2000000 USD level FY32 estimate",
    ],
    # words of expectation hold for their own figure
    "In 2031 revenue for March is estimated at $5 million, and that for the first quarter of 2031 was $14 million.": [
        "5000000 USD level 2031-03 estimate",
        "14000000 USD level 2031Q1 actual",
    ],
    "In 2031 collections were $4 million more than expected.": ["4000000 USD plan_excess up plan 2031 actual"],
    "In 2031 output should see expected growth of 4 per cent.": ["4 % change up previous_year:2030 2031 estimate"],
    "As per quick estimates, output grew by 4 per cent in 2031-32.": ["4 % change up previous_year:FY31 FY32 estimate"],
    "In 2031 it will grow by 8 per cent, against the national average of 7 per cent.": [
        "8 % change up previous_year:2030 2031 target",
        "7 % change up previous_year:2030 2031 target",
    ],
    # an update is against the budget, in per cent as an excess
    "Fiscal update\nRevenue in 2031-32 is forecast at $14 billion, up $300 million, or 2.1 per cent, from the budget. "
    "The update forecasts a $56 million rise in rents.": [
        "14000000000 USD level FY32 estimate",
        "300000000 USD plan_excess up plan FY32 estimate",
        "2.1 % plan_excess up plan FY32 estimate",
        "56000000 USD change up plan FY32 estimate",
    ],
    "In June 2031 receipts were $6 million (3.4%) higher than the May forecast.": [
        "6000000 USD plan_excess up plan 2031-06 actual",
        "3.4 % plan_excess up plan 2031-06 actual",
    ],
    # a target is not above itself
    "It strives for a growth target of over 9% in 2031.": ["9 % change up previous_year:2030 2031 target"],
    "Spending rose by 9% in 2031, compared with the budget of 2030.": ["9 % change up previous_year:2030 2031 actual"],
}

TIMED = {
    # a period in brackets behind a figure is its own
    "Output grew by 9 per cent from Rs 82 crore (2030-31) to Rs 90 crore (2031-32).": [
        "9 % change up previous_year:FY31 FY32 actual",
        "820000000 INR level FY31 actual",
        "900000000 INR level FY32 actual",
    ],
    "In 2031 pay is $900, up by 8 per cent from $830 in the previous year.": [
        "900 USD level 2031 actual",
        "8 % change up previous_year:2030 2031 actual",
        "830 USD level 2030 actual",
    ],
    # what was summed up to a day, and what holds on it
    "As of September 15, 2031, spending reached $4 million.": ["4000000 USD level 2031-01-01/2031-09-15 actual"],
    "As of September 15, 2031, debt stood at $4 million.": ["4000000 USD level 2031-09-15 actual"],
    "Quarter by quarter\nReceipts were $90M in FY32 Q2.": ["90000000 USD level FY32Q2 actual"],
    "Receipts were $90M in the second quarter of 2031-32.": ["90000000 USD level FY32Q2 actual"],
    "Between January and September 2031 it sold 40 boats.": ["40 boats count 2031-01/2031-09 actual"],
    "In the first three quarters of 2031 it sold 40 boats.": ["40 boats count 2031-01/2031-09 actual"],
    "It has $42 million for sheds over the four years to 2031-32.": ["42000000 USD level FY29-FY32 actual"],
    # the month or quarter before
    "In May 2031 sales rose by 2 per cent over the month.": ["2 % change up same_period:2031-04 2031-05 actual"],
    "In the second quarter of 2031 sales rose by 2 per cent on the first quarter of 2031.": [
        "2 % change up none 2031Q2 actual"
    ],
    "In May 2031 sales rose by 2 per cent in the quarter from a year earlier.": [
        "2 % change up same_period:2030-05 2031-05 actual"
    ],
    "The jobless rate was 6.6 per cent in May 2031, below the 6.9 per cent in the previous month.": [
        "6.6 % level 2031-05 actual",
        "6.9 % level 2031-04 actual",
    ],
    # rates and moves of a list in brackets
    "In May 2031 the rates in Aden (2.8 percent) and Brook (3.9 percent) were low.": [
        "2.8 % level 2031-05 actual",
        "3.9 % level 2031-05 actual",
    ],
    "In 2031 employment rose in mining (up 5,800 or 6 per cent) and fell in trade (-1,200).": [
        "5800 persons change up previous_year:2030 2031 actual",
        "6 % change up previous_year:2030 2031 actual",
        "1200 persons change down previous_year:2030 2031 actual",
    ],
    "In 2031 debt fell below $5 million.": ["5000000 USD level 2031 actual"],
    "In 2031 pay rose (+$1.50 to $31.20).": [
        "1.5 USD change up previous_year:2030 2031 actual",
        "31.2 USD level 2031 actual",
    ],
    # money in two currencies; who names a name
    "In 2031 it drew 9.8 trillion VND (410 million USD).": [
        "9800000000000 VND level 2031 actual",
        "410000000 USD level 2031 actual",
    ],
    "In 2031 it drew 51 foreign direct investment (FDI) projects.": ["51 projects count 2031 actual"],
    "In 2031 Kampala spent Shs 4 million.": ["4000000 UGX level 2031 actual"],
    "In 2031 Sindh spent Rs 4 million.": ["4000000 PKR level 2031 actual"],
    # the K of three countries, and no other one
    "In 2031 the council in Lusaka spent K87,322,876.": ["87322876 ZMW level 2031 actual"],
    "In 2031 the council in Blantyre spent K9.5 million.": ["9500000 MWK level 2031 actual"],
    "In 2031 the council in Port Moresby spent K1.5 million on K-12 schools.": ["1500000 PGK level 2031 actual"],
    "In 2031 the dam held 88,000 acre-feet of water.": ["88000 acre-feet level 2031 actual"],
    # what a budget gives stays its own, whatever it is set against
    "The minister tabled her budget for 2031.\n– Health spending of $4 million — the same as what was spent before.": [
        "4000000 USD level 2031 estimate"
    ],
    "The minister tabled her budget for 2031, with a 6 per cent increase in spending.": [
        "6 % change up previous_year:2030 2031 estimate"
    ],
    "The minister tabled her budget for 2031. Trade saw a 6 per cent increase in tourists.": [
        "6 % change up previous_year:2030 2031 actual"
    ],
    "The minister tabled her budget for 2031. So far roads have cost $4 million.": ["4000000 USD level 2031 actual"],
    # an update is set against its budget
    "The minister gave an update on the budget for 2031. The deficit is forecast to fall by $7 million.": [
        "7000000 USD change down plan 2031 estimate"
    ],
    "In 2031 the county spent $15 million against a revised budget estimate of $18 million, an 83 % burn rate.": [
        "15000000 USD level 2031 actual",
        "18000000 USD level 2031 estimate",
        "83 % plan_ratio 2031 actual",
    ],
    "In 2031 the county is heading toward a $5 million deficit.": ["5000000 USD level 2031 estimate"],
    "In 2031 the programme on poverty reduction was $5 million.": ["5000000 USD level 2031 actual"],
}


@pytest.mark.parametrize(("text", "expected"), [*HELD.items(), *TIMED.items()])
def test_what_is_given_out_and_against_what(text: str, expected: list[str]) -> None:
    said = [
        " ".join(
            str(part)
            for part in (
                format(claim.value.normalize(), "f"),
                claim.unit,
                claim.kind,
                claim.direction or "",
                claim.basis if claim.direction else "",
                claim.period,
                claim.status,
            )
            if part != ""
        )
        for claim in figures(text)
    ]
    assert said == expected
