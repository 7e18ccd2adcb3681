"""Changes in English: stressed and headlined, led and listed, aimed at, more than planned, decided on."""

import pytest

from tests.chapters.reading.readings import read

READ = {
    # what only stresses the amount
    "In 2031 output plunged a further 9.5 percent.": ["9.5 % change down previous_year:2030"],
    "In the first quarter of 2031 sales grew at a 6.3% clip.": ["6.3 % change up same_period:2030Q1"],
    "In 2031 prices edged up only 0.4 percent.": ["0.4 % change up previous_year"],
    "In 2031 only 40 percent of the farms grew rice.": ["40 % share"],
    # verbs of headlines, and words behind the amount
    "Arden's exports surge 22% in 2031.": ["22 % change up previous_year:2030"],
    "Output leaps 14% in 2031.": ["14 % change up previous_year:2030"],
    "Rolls have fallen 9 percent since 2028.": ["9 % change down year:2028"],
    "In 2031 output was 12 per cent up, and exports were 9 per cent down.": [
        "12 % change up previous_year:2030",
        "9 % change down previous_year:2030",
    ],
    "In 2031 the number of firms was larger by 7.5 percent than in 2030.": ["7.5 % change up previous_year:2030"],
    "The 2031 budget is 7.7 percent bigger than that of 2030.": ["7.7 % change up previous_year:2030"],
    "In 2031 the surplus narrowed by $60 million.": ["60000000 USD change down previous_year:2030"],
    "Resolution 31-14 increases the contract with Brook by $400.": ["400 USD change up"],
    # the most, the next and their percentages
    "In 2031 transport suffered the steepest decline with 31 percent, followed by hotels with 28 percent.": [
        "31 % change down previous_year:2030",
        "28 % change down previous_year:2030",
    ],
    "The fastest growing industry in 2031 was tourism with 44 percent, trailed by mining with 23 percent.": [
        "44 % change up previous_year:2030",
        "23 % change up previous_year:2030",
    ],
    "In 2031 Arden had the fastest growth with 9 percent while Brook had the slowest with 2 percent.": [
        "9 % change up previous_year:2030",
        "2 % change up previous_year:2030",
    ],
    "In 2031 health grew with 11 percent growth, finance with 7 percent and trade with 6 percent.": [
        "11 % change up previous_year:2030",
        "7 % change up previous_year:2030",
        "6 % change up previous_year:2030",
    ],
    "The decline in 2031 was observed in trade, 8 percent; fishing, 4 percent; and forestry, 1 percent.": [
        "8 % change down previous_year:2030",
        "4 % change down previous_year:2030",
        "1 % change down previous_year:2030",
    ],
    "In 2031 steel grew 9%, of which rails 11%, pipes 4%; trade 7%.": [
        "9 % change up previous_year:2030",
        "11 % change up previous_year:2030",
        "4 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "In 2031 tin output was 98% of the plan, of which pipes 45%.": ["98 % plan_ratio plan", "45 % share"],
    "The largest share in 2031 was held by trade with 58 percent, followed by mining with 31 percent.": [
        "58 % share",
        "31 % share",
    ],
    "The fastest growing county, Arden, made up 14 percent of output in 2031.": ["14 % share"],
    "In 2031 growth made Brook the fourth largest economy with a 6 percent share of output.": [
        "4 rank rank",
        "6 % share",
    ],
    # of the decline of all, and who contributed to it
    "Of the 9.6 percent economic decline in 2031, Arden contributed -0.1 percentage point.": [
        "9.6 % change down previous_year:2030",
        "0.1 percentage points share",
    ],
    "Half of the growth in 2031 came from tourism, whose share rose to 17 percent.": ["17 % share"],
    "In 2031 growth of 6 percent was 1.4 percentage points higher than the 4.6 percent of 2030.": [
        "6 % change up previous_year:2030",
        "1.4 percentage points change up previous_year:2030",
        "4.6 % change up previous_year:2029",
    ],
    # growth that is aimed at is no excess over a plan
    "The 2031 growth scenario of 8.5% remains within reach.": ["8.5 % change up previous_year:2030"],
    "The 10% growth target for 2031 is hard to reach.": ["10 % change up previous_year:2030"],
    "In the first quarter of 2031 growth was 6%, missing the growth target in the first quarter of 7%.": [
        "6 % change up same_period:2030Q1",
        "7 % change up same_period:2030Q1",
    ],
    "In 2031 services grew by 5.5% (the plan was 7%), and industry by 8% (the plan: 9%).": [
        "5.5 % change up previous_year:2030",
        "7 % change up previous_year:2030",
        "8 % change up previous_year:2030",
        "9 % change up previous_year:2030",
    ],
    "Growth in 2031 (6.4%) fell short of the goal (7%).": [
        "6.4 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    # more or less than a plan
    "In 2031 the town collected 14 billion dong, 8 percent over the estimate.": [
        "14000000000 VND level",
        "8 % plan_excess up plan",
    ],
    "In 2031 collections underperformed by 18 per cent against the target.": ["18 % plan_excess down plan"],
    "Revenue in 2031 was $402 million, $98 million less than the target of $500 million.": [
        "402000000 USD level",
        "98000000 USD plan_excess down plan",
        "500000000 USD level",
    ],
    "The deficit of 2031 is $410 million against the budget estimate of $380 million, an increase of $30 million.": [
        "410000000 USD level",
        "380000000 USD level",
        "30000000 USD plan_excess up plan",
    ],
    "Revenue in 2031 fell from the budget estimate of $128 million to $120 million, a drop of 6 percent.": [
        "128000000 USD level",
        "120000000 USD level",
        "6 % plan_excess down plan",
    ],
    "The outcome for 2031 was a $2 billion improvement on the $5 billion deficit estimated at budget.": [
        "2000000000 USD plan_excess up plan",
        "5000000000 USD level",
    ],
    "The 2031 target was beaten by 11 percent.": ["11 % plan_excess up plan"],
    # a plan that itself raises something, and what a decision changes
    "The adjustment budget raises the grant for roads by R45 million in 2031.": ["45000000 ZAR change up"],
    "The council amended the 2031 budget to increase the appropriation for parks by $58,000.": ["58000 USD change up"],
    "Council approved an increase of $18,500 in the contract with Delta Paving in 2031.": ["18500 USD change up"],
    "The government decided to cut travel by 15 percent in 2031.": ["15 % change down"],
    "The 2031 budget increases health spending by $85 million.": ["85000000 USD change up previous_year:2030"],
    # against an update of the same year
    "Expense in 2031 is down $62 million from first quarter but up $99 million from budget.": [
        "62000000 USD change down",
        "99000000 USD plan_excess up plan",
    ],
    "The deficit in 2031 has narrowed by $60 million since the mid-year update.": ["60000000 USD change down"],
    "Revenue dropped nearly $400 million since the 2031 budget was introduced.": ["400000000 USD change down"],
    # how much of a plan
    "Disbursement by the end of June 2031 was 48%.": ["48 % plan_ratio plan"],
    "Absorption of the development budget in 2031 was only 41 per cent.": ["41 % plan_ratio plan"],
    "In 2031 disbursement grew, and services were 48% of output.": ["48 % share"],
    "In 2031 the county spent 94% of its R1.2 billion capital budget.": [
        "94 % plan_ratio plan",
        "1200000000 ZAR level",
    ],
    "In 2031 revenue was 88% of the estimate approved by the city People's Council.": [
        "88 % plan_ratio council_estimate"
    ],
    "In 2031 revenue was 91% of the estimate assigned by the Ministry of Finance.": [
        "91 % plan_ratio central_estimate"
    ],
    "In 2031 spending was 34% of the capital plan assigned by the Prime Minister.": ["34 % plan_ratio plan"],
    # lists that real reports have
    "Fishing shrank by 9 percent in 2031. Those with highest growths were: trade, 14 percent; and mining, 9 percent.": [
        "9 % change down previous_year:2030",
        "14 % change up previous_year:2030",
        "9 % change up previous_year:2030",
    ],
    "In 2031 Arden had the highest growth at 10 percent. Following the lead was Brook at 9 percent.": [
        "10 % change up previous_year:2030",
        "9 % change up previous_year:2030",
    ],
    "In 2031 Arden (4.6%), Brook (3.3%) and Colne (2.2%) all exceeded the nation's growth rate of 2%.": [
        "4.6 % change up previous_year:2030",
        "3.3 % change up previous_year:2030",
        "2.2 % change up previous_year:2030",
        "2 % change up previous_year:2030",
    ],
    "In 2031 Arden realised 99 percent of its full-year goal, Brook (85 percent), and Colne (78 percent).": [
        "99 % plan_ratio plan",
        "85 % plan_ratio plan",
        "78 % plan_ratio plan",
    ],
    "In 2031 Arden met 65.9pc of its target.": ["65.9 % plan_ratio plan"],
    "In the first half of 2031 rice was 24,041 ha, rose by 2%; maize 553 ha, equal to 99%.": [
        "24041 ha level",
        "2 % change up same_period:2030-01/2030-06",
        "553 ha level",
        "99 % ratio same_period:2030-01/2030-06",
    ],
    "In 2031 exports were $5 million, a 34% increase, reaching 90% over the year plan.": [
        "5000000 USD level",
        "34 % change up previous_year:2030",
        "90 % plan_ratio plan",
    ],
    "In the third quarter of 2031 trade grew 10% (Q2: 8%).": [
        "10 % change up same_period:2030Q3",
        "8 % change up same_period:2030Q2",
    ],
    "At the national level, output rebounded by 5.7 percent in 2031.": ["5.7 % change up previous_year:2030"],
    "Farms grew by 1.4% in 2031, at the constant price of 2010. Trade grew by 7%.": [
        "1.4 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "In 2031 the growth of trade was still 2.3%.": ["2.3 % change up previous_year:2030"],
    "Total debt in 2031 is up $388 million from budget, but a $12 million decrease from the first quarter.": [
        "388000000 USD plan_excess up plan",
        "12000000 USD change down",
    ],
    "In 2031 the town raised 98 million dong against a target of 140 million dong, a shortfall of 30 per cent.": [
        "98000000 VND level",
        "140000000 VND level",
        "30 % plan_excess down plan",
    ],
    # amounts and what they led to, what moves, and where
    "Transfers are to rise $319 million to $4.8 billion in 2031.": [
        "319000000 USD change up previous_year:2030",
        "4800000000 USD level",
    ],
    "Fees of $3 million to $5 million rose in 2031.": ["3000000 USD level", "5000000 USD level"],
    "The county aims to increase the output of its farms 7 percent in 2031.": ["7 % change up previous_year:2030"],
    "In 2031 the highest growth in Region 12 was in hotels with 28 percent.": ["28 % change up previous_year:2030"],
    "In 2031 the growth of debt slowed to 10% from 14%, and the debt-GDP ratio to 24% from 26%.": [
        "10 % change up previous_year:2030",
        "14 % change up previous_year:2029",
        "24 % share",
        "26 % share",
    ],
    "The first supplementary estimates for 2031 were tabled. Roads see an increase of $14 million.": [
        "14000000 USD change up"
    ],
    "In 2031 there were 12,000 workers, down 1,100 on 2030.": [
        "12000 persons count",
        "1100 persons change down previous_year:2030",
    ],
    # of a plan or of a whole, and what a plan itself is said to be
    "In 2031 the county drew $280 million, accounting for 18% of the target. The budget grew.": [
        "280000000 USD level",
        "18 % plan_ratio plan",
    ],
    "In 2031 the district spent $3 million, accounting for 62% of the total investment capital.": [
        "3000000 USD level",
        "62 % share",
    ],
    "In 2031 the county exceeded the revenue estimate for the whole year by 10%.": ["10 % plan_excess up plan"],
    "In 2031 output grew by 9%, higher than the proposed scenario (8%).": [
        "9 % change up previous_year:2030",
        "8 % change up previous_year:2030",
    ],
    "The 2031 rebound of 5% followed a fall of 8% in 2030.": [
        "5 % change up previous_year:2030",
        "8 % change down previous_year:2029",
    ],
    "In 2031 tax grew 14%, though the growth was lower than the budgeted 18%.": [
        "14 % change up previous_year:2030",
        "18 % change up previous_year:2030",
    ],
    # factors in one word, rates behind their number, and levels
    "The number of mills has doubled since 2028.": ["2 times change up year:2028"],
    "Exports rose threefold in 2031.": ["3 times change up previous_year:2030"],
    "In 2031 the deficit is more than double the deficit projected in May.": ["2 times ratio"],
    "Growth is expected to be in double digits in 2031.": [],
    "In 2031 the county had a 5% unemployment rate.": ["5 % level"],
    "In 2031 the jobless rate rose by 0.2 per cent to 5.7 per cent.": [
        "0.2 % change up previous_year:2030",
        "5.7 % level",
    ],
    "In 2031 the jobless rate fell to 4.9 per cent below that of Brook.": ["4.9 % level"],
    # others, and the same part of another year
    "In 2031 income was 9.6 per cent below the national average.": ["9.6 % ratio down"],
    "In 2031 sales rose by 19 percent, in contrast to a 10 percent decline at the national level.": [
        "19 % change up previous_year:2030",
        "10 % change down",
    ],
    "In the first nine months of 2031 exports were up 25% over 2030.": ["25 % change up same_period:2030-01/2030-09"],
    "On 30 June 2031 loans were up 3% from 2030.": ["3 % change up previous_year:2030"],
    "By June 2031 loans were up 3% from end-2030.": ["3 % change up previous_year:2030"],
    "In the first half of 2031 exports were 7 percent below those of the same half of 2030.": [
        "7 % change down same_period:2030-01/2030-06"
    ],
    "The 2031 growth of 4.6 percent compares with 3.9 percent nationally.": [
        "4.6 % change up previous_year:2030",
        "3.9 % change up previous_year:2030",
    ],
    # a recession is a decline; no plan of a year is a share
    "Output grew 3.1% in 2031 after a deep recession of 5.4% in 2030.": [
        "3.1 % change up previous_year:2030",
        "5.4 % change down previous_year:2029",
    ],
    "The recession of 2030 cost the town $5 million.": ["5000000 USD level"],
    "Spending came to 48.2 percent of the adopted 2031 budget.": ["48.2 % plan_ratio plan"],
    "Receipts were 31.9 percent of the total 2031 General Fund budget.": ["31.9 % plan_ratio plan"],
    "Pay makes up 61 percent of the 2031 budget.": ["61 % share"],
    # the growth that is aimed at, and what is above it
    "The district wants its growth target for 2031 to reach 6.5%.": ["6.5 % change up previous_year:2030"],
    "The national growth target in 2031 reaches 6.5% or more.": ["6.5 % change up previous_year:2030"],
    "In 2031 the district exceeded its growth target by 2.5%.": ["2.5 % plan_excess up plan"],
    # the day on which something was said is no time that it is set against, unlike the month before
    "In 2031 trade was dull. The mayor said on March 3 that sales rose 4 percent.": [
        "4 % change up previous_year:2030"
    ],
    "Services grew by 8.8 percent in 2031 on April 25.": ["8.8 % change up previous_year:2030"],
    "Farming grew by 6.2 percent in 2031 from a decline in 2030, she said on April 25.": [
        "6.2 % change up previous_year:2030"
    ],
    "In May 2031 output rose by 3 percent on April.": ["3 % change up same_period:2031-04"],
}


@pytest.mark.parametrize("text", READ)
def test_value_kind_direction_and_basis(text: str) -> None:
    assert read(text) == READ[text]
