"""Percentages that a sentence, a list or the sentence before makes growths; places and figures are invented."""

import pytest

from tests.chapters.reading.readings import figures, read

GROWTHS = {
    "In 2023 some trades saw a sharp decline, such as linen (down 22%); rope and nets (19.5%); soap (7%).": [
        "22 % change down previous_year:2022",
        "19.5 % change down previous_year:2022",
        "7 % change down previous_year:2022",
    ],
    "In 2023 several sectors posted strong growth, including mining (12%) and haulage (9%).": [
        "12 % change up previous_year:2022",
        "9 % change up previous_year:2022",
    ],
    "In 2023 services saw a small rise (61 per cent to 62 per cent).": ["61 % share", "62 % share"],
    # a decimal comma, as translators leave it
    "In 2023 mining and trade expanded by 9,8% and 3,2%.": [
        "9.8 % change up previous_year:2022",
        "3.2 % change up previous_year:2022",
    ],
    "Rs 84, 310 crore was collected, and 1,25,400 farms opened.": ["843100000000 INR level", "125400 farms count"],
    "Changes in the number of farms in 2023 were Arden (4.2%) and Brook (3.1%); farms fell by 2% in Colne.": [
        "4.2 % change up previous_year:2022",
        "3.1 % change up previous_year:2022",
        "2 % change down previous_year:2022",
    ],
    "Arden and Brook reached 55 percent and 61 percent of the annual plan, respectively.": [
        "55 % plan_ratio plan",
        "61 % plan_ratio plan",
    ],
    "Women hold 40 percent and men 60 percent of the seats.": ["40 % share", "60 % share"],
    "In 2022 Arden posted the fastest growth at 9.3%. Brook ranked second at 8.7%, followed by Colne at 8.1%.": [
        "9.3 % change up previous_year:2021",
        "2 rank rank",
        "8.7 % change up previous_year:2021",
        "8.1 % change up previous_year:2021",
    ],
    "The sectors with the highest growths in 2022 were: trade, 7.2%; transport, 6.1%; and mining, 2%.": [
        "7.2 % change up previous_year:2021",
        "6.1 % change up previous_year:2021",
        "2 % change up previous_year:2021",
    ],
    "Growth rates by sub-sector in 2022:\n– Trade (2.2%);\n– Transport (1.1%).": [
        "2.2 % change up previous_year:2021",
        "1.1 % change up previous_year:2021",
    ],
    "In 2024 the largest increases were in Arden (4.2%), while the largest decreases were in Colne (1.2%).": [
        "4.2 % change up previous_year:2023",
        "1.2 % change down previous_year:2023",
    ],
    "In 2022 the economy registered a 5.2% (in real terms) and 9.1% (in nominal terms) growth.": [
        "5.2 % change up previous_year:2021",
        "9.1 % change up previous_year:2021",
    ],
    "The growth rate for the year 2022 is 7.8% and for the year 2023 is 8.1%.": [
        "7.8 % change up previous_year:2021",
        "8.1 % change up previous_year:2022",
    ],
    "In 2025 GRDP strives to reach 10.5%; the debt to GDP is 40%.": [
        "10.5 % change up previous_year:2024",
        "40 % share",
    ],
    "Output grew by a feeble 3.9% in 2011 from 7.6% in 2010.": [
        "3.9 % change up previous_year:2010",
        "7.6 % change up previous_year:2009",
    ],
    "Growth in 2023 ranged from 0.1% in Arden to 0.7% in Brook.": [
        "0.1 % change up previous_year:2022",
        "0.7 % change up previous_year:2022",
    ],
    "In 2022 Arden had the largest percentage increase (8.6%), ahead of Brook (7.5%) and Colne (7.3%).": [
        "8.6 % change up previous_year:2021",
        "7.5 % change up previous_year:2021",
        "7.3 % change up previous_year:2021",
    ],
    # what is a share, a rate or a level stays one
    "In 2022 Arden had the largest share of output (38.6%), ahead of Brook (27.5%).": ["38.6 % share", "27.5 % share"],
    "Colne had the largest share at 25%, followed by Dene, 19%; and Arden, 15%.": [
        "25 % share",
        "19 % share",
        "15 % share",
    ],
    "In 2024 growth was led by trade, which accounts for 23% of output.": ["23 % share"],
    "In March 2022 food inflation stood at -0.7%.": ["0.7 % level"],
    "The vacancy rate was 5% in 2023. It was followed by Brook at 6%.": ["5 % level", "6 % level"],
    # a plan that an earlier sentence names; and what another place has is no basis
    "Sales were 5 tonnes, accounting for 21% of the year plan. Exports were 4 tonnes, accounting for 26%.": [
        "5 tonnes level",
        "21 % plan_ratio plan",
        "4 tonnes level",
        "26 % plan_ratio plan",
    ],
    "Revenue reached 49% of the provincial People's Council's estimate.": ["49 % plan_ratio council_estimate"],
    "In 2023 the rate was 6 percentage points lower than the next province.": ["6 percentage points change down"],
    "In 2024 the county added 23 000 jobs.": ["23000 jobs change up"],
    "The bridge cost $23 000.": ["23000 USD level"],
    "Revenue was $7 848.2 million.": ["7848200000 USD level"],
    # how fast something grew is told by two growths
    "Trade grew at a faster rate from 5.8 percent in 2015 to 8.0 percent in 2016.": [
        "5.8 % change up previous_year:2014",
        "8 % change up previous_year:2015",
    ],
    "In 2016 mining accelerated by 8.4 percent from 5.4 percent in 2015.": [
        "8.4 % change up previous_year:2015",
        "5.4 % change up previous_year:2014",
    ],
    "In 2020 exports grew at 3.4 percent from the estimated 3.0 percent in 2019.": [
        "3.4 % change up previous_year:2019",
        "3 % change up previous_year:2018",
    ],
    "Trade, hotels and mining posted growths at 11.2, 8.0, and 7.3 percent, respectively.": [
        "11.2 % change up previous_year",
        "8 % change up previous_year",
        "7.3 % change up previous_year",
    ],
    "Revenue reached 94% of the local estimate and 96% of the central estimate.": [
        "94 % plan_ratio council_estimate",
        "96 % plan_ratio central_estimate",
    ],
    "The districts recorded a disbursement rate of only 59.7 percent.": ["59.7 % plan_ratio plan"],
    "The bed utilisation rate was 80 per cent.": ["80 % level"],
    "Of the 58 farms 34 were sold. An additional 13 (22%) are let.": [
        "58 farms count",
        "34 farms count",
        "13 farms count",
        "22 % share",
    ],
    "The number of open cases has increased to 173.": ["173 cases count"],
}


@pytest.mark.parametrize("sentence", GROWTHS)
def test_what_a_percentage_is_of(sentence: str) -> None:
    assert read(sentence) == GROWTHS[sentence]


TIMES = {
    "Spending comes to R24 million over the 2024 MTEF and grows to R9 million in the outer year of the 2024 MTEF.": [
        ("FY25-FY27", "estimate"),
        ("FY27", "estimate"),
    ],
    "In the first half of 2015 trade reached 4 billion VND, equal to 61 percent of the plan for the entire year.": [
        ("2015-01/2015-06", "actual"),
        ("2015", "actual"),
    ],
    "Output rose by 15% in the first quarter, more than that of the first quarter of 2007. In March 2008 it fell.": [
        ("2008Q1", "actual")
    ],
    "Output for the year 2022-23 is Rs 5 crore and for the year 2023-24 is Rs 6 crore.": [
        ("FY23", "actual"),
        ("FY24", "actual"),
    ],
    "In March 2023 inflation eased to 7%, from 9% in the previous month; transport was at 5%, from 6%.": [
        ("2023-03", "actual"),
        ("2023-02", "actual"),
        ("2023-03", "actual"),
        ("2023-02", "actual"),
    ],
    "As of 30 September 2018, 96 farms in reports issued in July 2015 were sold. 40 farms were let.": [
        ("2018-09-30", "actual"),
        ("2018-09-30", "actual"),
    ],
    "The average from January to March 2023 was 8%.": [("2023Q1", "actual")],
    "Revenue through July 2024 was $5 million.": [("2024-01/2024-07", "actual")],
    "In 2023 the index was 8%, more than in the fourth quarter of 2022, which was 6%.": [
        ("2023", "actual"),
        ("2022Q4", "actual"),
    ],
    "The resolution is out. In the 2020-2025 period, the city expects growth of 9%. Exports are to reach 5 tonnes.": [
        ("2020-2025", "target"),
        ("2020-2025", "target"),
    ],
    "The revenue estimate for 2025 is $8, collected in the first half of 2025 was $5, 62% of the estimate.": [
        ("2025", "actual"),
        ("2025-01/2025-06", "actual"),
        ("2025", "actual"),
    ],
    "In 2025 output, already exceeding 5 tonnes, will grow.": [("2025", "actual")],
}


@pytest.mark.parametrize("sentences", TIMES)
def test_when_a_figure_holds_and_whether_it_is_reached(sentences: str) -> None:
    assert [(claim.period, claim.status) for claim in figures(sentences)] == TIMES[sentences]


# Behind the growth of the whole economy what its parts reached is their growth; what is no economy, or a share, is not.
SECTORS = {
    "Năm 2031, tốc độ tăng trưởng kinh tế đạt 8,2%. Trong đó, nông, lâm nghiệp đạt 4,5%; dịch vụ đạt 5%.": [
        "8.2 % change up previous_year:2030",
        "4.5 % change up previous_year:2030",
        "5 % change up previous_year:2030",
    ],
    "Năm 2031, GRDP tăng 8,2%, xếp thứ 5 cả nước, trong đó công nghiệp đạt 9%.": [
        "8.2 % change up previous_year:2030",
        "5 rank rank",
        "9 % change up previous_year:2030",
    ],
    "Năm 2031, GRDP tăng 8,2%, trong đó tỷ trọng nông nghiệp đạt 24%.": [
        "8.2 % change up previous_year:2030",
        "24 % share",
    ],
    "Năm 2031, khu vực công nghiệp và xây dựng tăng 6,7% (trong đó công nghiệp là 6,35%).": [
        "6.7 % change up previous_year:2030",
        "6.35 % change up previous_year:2030",
    ],
    # the same elsewhere
    "Темп роста инвестиций в 2031 году составил 11,6 % (по стране – 8,9 %).": [
        "11.6 % change up previous_year:2030",
        "8.9 % change up previous_year:2030",
    ],
    "Доходы в 2031 году выросли на 5 % (доля налогов – 40 %).": ["5 % change up previous_year:2030", "40 % share"],
    "Năm 2031, tổng vốn đầu tư tăng 8%, trong đó công nghiệp đạt 45%.": [
        "8 % change up previous_year:2030",
        "45 % share",
    ],
    "В 2031 году ВРП вырос на 8,2 %, в том числе: сельское хозяйство – 4,5 %; промышленность – 9 %.": [
        "8.2 % change up previous_year:2030",
        "4.5 % change up previous_year:2030",
        "9 % change up previous_year:2030",
    ],
    "In 2031 GRDP grew by 8.2%, of which agriculture reached 4.5%; industry accounted for 40%.": [
        "8.2 % change up previous_year:2030",
        "4.5 % change up previous_year:2030",
        "40 % share",
    ],
    "In 2031 GRDP grew by 8.2% and GRDP reached 5 billion dong, of which agriculture had 45%.": [
        "8.2 % change up previous_year:2030",
        "5000000000 VND level",
        "45 % share",
    ],
}


@pytest.mark.parametrize("text", SECTORS)
def test_sectors(text: str) -> None:
    assert read(text) == SECTORS[text]
