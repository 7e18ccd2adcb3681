"""Growths that their pace, their list or the sentence before tells, and what only looks like one."""

import pytest

from tests.chapters.reading.readings import read

GROWTHS = {
    # what only a growth does, whatever it falls to
    "In 2031 mining slowed down to 2% from 5%.": [
        "2 % change up previous_year:2030",
        "5 % change up previous_year:2029",
    ],
    "In 2031 mining decelerated, to 2%, from 5% previously.": [
        "2 % change up previous_year:2030",
        "5 % change up previous_year:2030",
    ],
    "In 2031 trade accelerated from 4.1% to 5.7%.": [
        "4.1 % change up previous_year:2029",
        "5.7 % change up previous_year:2030",
    ],
    "In 2031 inflation slowed to 5%.": ["5 % level"],
    "In 2031 the deficit contracted to 2% of output.": ["2 % share"],
    # the next part has no verb
    "In 2031 trade slowed to 4% from 6%; and fishing (FI), to 2% from 3%.": [
        "4 % change up previous_year:2030",
        "6 % change up previous_year:2029",
        "2 % change up previous_year:2030",
        "3 % change up previous_year:2029",
    ],
    # of what is only known by its growth, named in full
    "In 2031 the gross regional domestic product (GRDP) of Arden slowed to 7 percent from 8.6 percent in 2030.": [
        "7 % change up previous_year:2030",
        "8.6 % change up previous_year:2029",
    ],
    "In 2031 the gross domestic product (GDP) is estimated to be 5.7%.": ["5.7 % change up previous_year:2030"],
    "In 2031 the share of trade in the county's gross county product (GCP) was 8%.": ["8 % share"],
    "In 2031 services made up most of gross regional domestic product (GRDP)—with industry at 30%.": ["30 % share"],
    "In 2031 the ratio between GDP and loans was 39%.": ["39 % share"],
    # growth that goes on as an average, and what is no growth
    "Output will grow by 3 % in 2031 and is forecast to average 2.5 % annually over the next four years.": [
        "3 % change up previous_year:2030",
        "2.5 % change up previous_year",
    ],
    "In 2031 unemployment will be 4 % and is forecast to average 4.2 %.": ["4 % level", "4.2 % level"],
    "In 2031 the county raised its spending by more than 16% to 5 billion dong.": [
        "16 % change up previous_year:2030",
        "5000000000 VND level",
    ],
    # a list below what it is about, and what is last on it
    "In 2031 Arden grew by 9%. Second on the list are Brook and Colne, both with 8%.": [
        "9 % change up previous_year:2030",
        "8 % change up previous_year:2030",
    ],
    "In 2031 other growth rates were:\nBrook Valley, 7.6%\nColne, 7%": [
        "7.6 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "In 2031 the share of growth by district was:\nBrook Valley, 7.6%\nColne, 7%": ["7.6 % share", "7 % share"],
    # below zero, and out of it
    "In 2031 fishing rebounded from negative 0.4% to 3.9%.": [
        "0.4 % change down previous_year:2030",
        "3.9 % change up previous_year:2030",
    ],
    "In 2031 the recovery of farming to 2.7% from a decline of 0.2% helped.": [
        "2.7 % change up previous_year:2030",
        "0.2 % change down previous_year:2030",
    ],
    # how little, between the verb and the figure
    "In 2031 spending grew just 0.6 per cent.": ["0.6 % change up previous_year:2030"],
    "In 2031 output has risen 5.6% from a year earlier.": ["5.6 % change up previous_year:2030"],
    # the head of a sentence
    "At 8.1%, growth in 2031 was the fastest.": ["8.1 % change up previous_year:2030"],
    "At 8.1%, unemployment in 2031 was the lowest.": ["8.1 % level"],
    # the rate and the leaders of the sentence before
    "In 2031 the economy grew by 6%. Trade had the highest rate at 9%, followed by mining at 8%; hotels at 7%.": [
        "6 % change up previous_year:2030",
        "9 % change up previous_year:2030",
        "8 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "In 2031 Aden outgrew the national average of 4%.\nLeading performers: Brook (9%), and Colne (7%).": [
        "4 % change up previous_year:2030",
        "9 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "With 38%, Aden recorded the highest growth in 2031.": ["38 % change up previous_year:2030"],
    "In 2031 the nine-month figure was 7.4% year-on-year.": ["7.4 % change up same_period:2030-01/2030-09"],
    "In 2031 growth was led by trade, from 5% to 9%; and mining, from 7% to 8%.": [
        "5 % change up previous_year:2029",
        "9 % change up previous_year:2030",
        "7 % change up previous_year:2029",
        "8 % change up previous_year:2030",
    ],
    "In 2031 Aden led in growth with a rate of 5%, followed by Brook with rates of 4% and 3%, respectively.": [
        "5 % change up previous_year:2030",
        "4 % change up previous_year:2030",
        "3 % change up previous_year:2030",
    ],
    "In 2031 growth will be 5%. It is expected to further dip to 2% in 2032.": [
        "5 % change up previous_year:2030",
        "2 % change up previous_year:2031",
    ],
    "In 2031 Aden (9%), Brook (8%) and Colne (7%) are set to grow at rates above the national average of 4%.": [
        "9 % change up previous_year:2030",
        "8 % change up previous_year:2030",
        "7 % change up previous_year:2030",
        "4 % change up previous_year:2030",
    ],
    "In 2031 agricultural growth amounted to 5.5% compared to the year before.": ["5.5 % change up previous_year:2030"],
    "In 2031 exports and imports were $9 million and $8 million, down 7% and 6% year-on-year, respectively.": [
        "9000000 USD level",
        "8000000 USD level",
        "7 % change down previous_year:2030",
        "6 % change down previous_year:2030",
    ],
    "In 2031 output rose by 9% and came to three times the Russian average.": [
        "9 % change up previous_year:2030",
        "3 times ratio",
    ],
    "In January-March 2031 output rose by 9% compared with the first quarter of 2030.": [
        "9 % change up same_period:2030Q1"
    ],
    # a list whose head says that all grew
    "In 2031 those which accelerated were: Trade (TR) from 5% to 9%; Mining from 7% to 8%.": [
        "5 % change up previous_year:2029",
        "9 % change up previous_year:2030",
        "7 % change up previous_year:2029",
        "8 % change up previous_year:2030",
    ],
    "Fees range from 5% to 9%.": ["5 % share", "9 % share"],
    # the quarter before
    "Output grew by 0.9% in the June quarter 2031.": ["0.9 % change up"],
    "Output grew by 0.9% in the June quarter 2031 compared with a year earlier.": [
        "0.9 % change up same_period:2030Q2"
    ],
    "It fell by $8 million to $5 million in May 2031, compared to $13 million in the preceding month.": [
        "8000000 USD change down",
        "5000000 USD level",
        "13000000 USD level",
    ],
    "Output grew by 6.2% in the first quarter of 2031 at an annualized rate.": ["6.2 % change up"],
    # what was then, and before whatever came between
    "In 2031 arrivals recovered to 97% of the 2019 level.": ["97 % ratio year:2019"],
    "In 2031 arrivals recovered to 97% of pre-pandemic levels.": ["97 % ratio"],
    "In March 2031 sales were 45% higher than in March 2024.": ["45 % change up year:2024"],
    "In 2031 exports were 6% lower than the record set in 2030.": ["6 % change down previous_year:2030"],
    "In 2031 growth at constant prices was 6% and at current prices was 9%.": [
        "6 % change up previous_year:2030",
        "9 % change up previous_year:2030",
    ],
    # no growths
    "The expansion of the port will attract an investment of R3 billion.": ["3000000000 ZAR level"],
    "Its average share in the GDP is highest at 14%.": ["14 % share"],
    "In 2031 a slowdown was noted in water supply, which was down to 9%.": ["9 % change up previous_year:2030"],
    # other places and aims beside a growth
    "In 2031 output climbed 5.1%, higher than Aden with 3.6%, Brook 0.6%, Colne 2.1%.": [
        "5.1 % change up previous_year:2030",
        "3.6 % change up previous_year:2030",
        "0.6 % change up previous_year:2030",
        "2.1 % change up previous_year:2030",
    ],
    "In 2031 unemployment was 3.3%, down 0.9 percentage points, and below the UK rate of 3.9%.": [
        "3.3 % level",
        "0.9 percentage points change down previous_year:2030",
        "3.9 % level",
    ],
    "In 2031 Aden with 7.3% has the highest growth in farming.": ["7.3 % change up previous_year:2030"],
    "In 2031 output grew by 8.9%, higher than the target of 7.5%.": [
        "8.9 % change up previous_year:2030",
        "7.5 % change up previous_year:2030",
    ],
    "In 2031 income was $9,000, surpassing the national per capita income by $400.": [
        "9000 USD level",
        "400 USD change up",
    ],
    "In 2031 the city gained $9 million from exports.": ["9000000 USD level"],
    "In 2031 output saw a surge of 159%.": ["159 % change up previous_year:2030"],
    "In 2031 Aden was given 8.5% growth; Brook, Colne and Dene 9%; Esk 7%; and Frome 6%.": [
        "8.5 % change up previous_year:2030",
        "9 % change up previous_year:2030",
        "7 % change up previous_year:2030",
        "6 % change up previous_year:2030",
    ],
    "In 2031 the economy grew by 6%. It was boosted by mining (9%) followed by trade (7%) and transport (5%).": [
        "6 % change up previous_year:2030",
        "9 % change up previous_year:2030",
        "7 % change up previous_year:2030",
        "5 % change up previous_year:2030",
    ],
    "In 2031 the largest decrease in crime rates was recorded for theft (66%), followed by arson (28%).": [
        "66 % change down previous_year:2030",
        "28 % change down previous_year:2030",
    ],
    "In 2031 the deficit fell by $7 million since the first quarter of 2031.": ["7000000 USD change down"],
    "The slowest growing places in 2031 were Esk at 0.4% and Frome at 0.9%.": [
        "0.4 % change up previous_year:2030",
        "0.9 % change up previous_year:2030",
    ],
    "In 2031 services grew by 7.4%, followed by industry (5.6%); farming lagged at 2.1%.": [
        "7.4 % change up previous_year:2030",
        "5.6 % change up previous_year:2030",
        "2.1 % change up previous_year:2030",
    ],
    "In 2031 building dropped to 3% growth from 12%.": [
        "3 % change up previous_year:2030",
        "12 % change up previous_year:2030",
    ],
    "In 2031 the economy grew by 6%. Exports were led by tea (45%).": [
        "6 % change up previous_year:2030",
        "45 % share",
    ],
    # the move whose growth it is
    "The number of shops grew from 12,300 in 2019 to 15,700 in 2031, a rise of 27.6%.": [
        "12300 shops count",
        "15700 shops count",
        "27.6 % change up year:2019",
    ],
    "In 2031 pay is $11,200, or 8% less than the provincial average.": ["11200 USD level", "8 % ratio down"],
    # amounts in brackets
    "In 2031 sales rose 2.7% ($8 million).": [
        "2.7 % change up previous_year:2030",
        "8000000 USD change up previous_year:2030",
    ],
    "In 2031 the largest increases were in fuel ($8 million) and grain ($5 million).": [
        "8000000 USD change up previous_year:2030",
        "5000000 USD change up previous_year:2030",
    ],
    "In 2031 the largest parks were in Aden ($8 million) and Brook ($5 million).": [
        "8000000 USD level",
        "5000000 USD level",
    ],
    # a record is compared with no year of the one before
    "In 2031 sales rose the most (3.6%) since 2022.": ["3.6 % change up previous_year:2030"],
    "In 2031 sales rose by 3.6% since 2022.": ["3.6 % change up year:2022"],
    # beside those of others
    "In 2031 Aden had 9% growth, as against New Brook's 4%.": [
        "9 % change up previous_year:2030",
        "4 % change up previous_year:2030",
    ],
    "In 2031 Aden had 9% growth at Rs 50 crore.": ["9 % change up previous_year:2030", "500000000 INR level"],
    # other places are no basis of a growth, and no growth of a rate
    "In 2031 its growth of 8.2% was above the national average of 7%.": [
        "8.2 % change up previous_year:2030",
        "7 % change up previous_year:2030",
    ],
    "In 2031 unemployment was 7.1%, while the same was 6.1% in the country.": ["7.1 % level", "6.1 % level"],
}

PARTS = {
    # of a budget to be given out, and of one that was carried out
    "By law at least 30% of the budget should be allocated to works.": ["30 % share"],
    "About 40% of the budget was allocated to health.": ["40 % share"],
    "In 2031 it spent 68% of the budget.": ["68 % plan_ratio plan"],
    # money beside a plan
    "The deficit is $9 million lower than the original budget projection.": ["9000000 USD plan_excess down plan"],
    "In 2031 revenue is up $9 million from budget.": ["9000000 USD plan_excess up plan"],
    "The forecast shows an overspend on the general fund of £2m.": ["2000000 GBP plan_excess up plan"],
    "It was £9m lower than the approved revised budget.": ["9000000 GBP plan_excess down plan"],
    "The deficit rose by £9m since the previous quarterly report.": ["9000000 GBP change up"],
    "Revenue reached 46% of the target, as against 58% a year ago.": ["46 % plan_ratio plan", "58 % plan_ratio plan"],
    "It was 6.9% of output, from 6.8%, as revenue exceeded the budget estimates by 5%.": [
        "6.9 % share",
        "6.8 % share",
        "5 % plan_excess up plan",
    ],
    "Receipts were $9 million against $13 million budgeted, reflecting a shortfall of $4 million.": [
        "9000000 USD level",
        "13000000 USD level",
        "4000000 USD plan_excess down plan",
    ],
    "Non-plan spending rose by $4 million in 2031.": ["4000000 USD change up previous_year:2030"],
    "In 2031 receipts were $12 million, or 2%, above the consensus forecast.": [
        "12000000 USD plan_excess up plan",
        "2 % plan_excess up plan",
    ],
    "Compared with expectations, Aden saw $12 million more revenue in 2031.": ["12000000 USD plan_excess up plan"],
    "Receipts came in $12 million under projections.": ["12000000 USD plan_excess down plan"],
    "Local revenue performed at 31%, other transfers at 22% and donor funds at only 9%.": [
        "31 % plan_ratio plan",
        "22 % plan_ratio plan",
        "9 % plan_ratio plan",
    ],
    "Spending has increased by a net total of $5 million from budget.": ["5000000 USD plan_excess up plan"],
    "In 2031 spending was $9 million or 98% against $10 million adjusted budget.": [
        "9000000 USD level",
        "98 % plan_ratio plan",
        "10000000 USD level",
    ],
    "It raised 64% of its Sh5 billion target.": ["64 % plan_ratio plan", "5000000000 KES level"],
    "In 2031 the surplus is $13 million, a rise of $9 million compared to the estimate in the spring budget.": [
        "13000000 USD level",
        "9000000 USD plan_excess up plan",
    ],
    "Spending is higher compared to what was estimated in the budget, rising by $15 million.": [
        "15000000 USD plan_excess up plan"
    ],
    "The projected overspend at month 6 was £5 million.": ["5000000 GBP plan_excess up plan"],
    "Council business is £181,000 underspent at outturn.": ["181000 GBP plan_excess down plan"],
    "Aden and Brook both have a 12% target.": ["12 % share"],
    "The forest coverage rate is to reach 55%.": ["55 % share"],
    "It raised $6 million against a planned $10 million, which represented 60%.": [
        "6000000 USD level",
        "10000000 USD level",
        "60 % plan_ratio plan",
    ],
    "Revenue was 18% short of the $15 million target.": ["18 % plan_excess down plan", "15000000 USD level"],
    "The act requires counties to spend at least 30% of their budgets on works.": ["30 % share"],
    # the plan of the sentence before
    "Aden reached 87% of its annual revenue targets, while Brook followed closely with 60%.": [
        "87 % plan_ratio plan",
        "60 % plan_ratio plan",
    ],
    "Few got above 25% of the target.\n\nAden led with 81%, followed by Brook (60%) and Colne (36%).": [
        "25 % plan_ratio plan",
        "81 % plan_ratio plan",
        "60 % plan_ratio plan",
        "36 % plan_ratio plan",
    ],
    "Few got 20% of their targets. These were Aden and Brook at 9% each; Colne at 7% and Dene at 6%.": [
        "20 % plan_ratio plan",
        "9 % plan_ratio plan",
        "7 % plan_ratio plan",
        "6 % plan_ratio plan",
    ],
    "Works cost Sh56 million (26% absorption rate).": ["56000000 KES level", "26 % plan_ratio plan"],
    "It was 84% of the county's budget.": ["84 % plan_ratio plan"],
    "It reached 81% of the target population.": ["81 % share"],
    # a tax, and the rate of a tax
    "GST was the main source of revenue in Aden at 78%.": ["78 % share"],
    "A GST rate of 15% applies.": ["15 % level"],
    "The urbanization rate will reach 48%.": ["48 % share"],
}


@pytest.mark.parametrize(("text", "expected"), [*GROWTHS.items(), *PARTS.items()])
def test_growths_and_parts(text: str, expected: list[str]) -> None:
    assert read(text) == expected
