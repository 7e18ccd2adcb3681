"""Aims that are announced, what is set against an estimate, and growths in lists, in English sentences of our own."""

import pytest

from tests.chapters.reading.readings import figures, read

STATUSES = {
    # whoever says that aims were set tells them in what follows, be it said that they were reached
    "The council passed a resolution setting out the targets for 2026. Accordingly, growth reaches 9.5%, revenue "
    "reached VND 21,400 billion and the poverty rate is 1.2%.": "ttt",
    "The city approved the goals for 2027. Specifically: exports reached USD 3 billion; 450 workers were hired.": "tt",
    "The district adopted its objectives for 2026-2030 as follows: 95% of households have clean water.": "t",
    # unless it is of another time, or was there already
    "The council set the targets for 2026. In the first nine months of 2025, revenue reached VND 12,000 billion.": "a",
    "The province set targets for the new year. Last year output grew by 6.4%. It currently has 12 hospitals.": "aa",
    "The county met the targets set by the council. Revenue reached Kshs 4.5 billion.": "a",
    "The plan was adopted with its objectives. So far, 120 schools have been repaired.": "a",
    "The city set targets for 2026. There are 39 targets.": "a",
    # what is there, whatever is to be done with it
    "The office is to speed up the three programmes in the two districts. It will build 12 schools.": "aat",
    # what an estimate is set against, and what says it again
    "GSDP is estimated at Rs 4.8 crore in 2024-25 from Rs 4.2 crore in 2023-24. This marks a growth of 8 per cent, "
    "compared to the 7 per cent recorded in 2023-24.": "eaea",
    "The economy is estimated to have grown by 2.1% in 2022 against an expectation of 1.8%.": "ee",
    "The jobless rate was 4.0 per cent in 2023 but the treasury expects this to rise to 4.5 per cent.": "ae",
    "Spending is projected to rise this year to $17 billion, up 0.3 per cent over the last fiscal year.": "ee",
    "GDP in 2023 rose by 6.0% (the plan was 8%).": "at",
    # what a budget is, and what people are given
    "The mayor tabled the 2026 budget. It was approved, marking an increase from $87 million in 2025 to $88 million in "
    "2026. Last year $85 million was spent.": "aea",
    "In its 2025-26 budget released Wednesday, the ministries will receive $10 billion in 2025-26.": "e",
    "Every day 1,700 people have to be provided work. By now, 1,400 people have been provided work.": "ta",
    # words of expectation, of aims and of law
    "On the basis of what was achieved, the city set out its goals for 2026. Exports reach USD 5 billion.": "t",
    "Of the 16 set targets, 8 were reached. Growth fell short of the 6 to 7 percent target.": "aatt",
    "The expected growth rate of the year is 7%; the baseline calls for growth of 2 percent.": "ee",
    "Officials predicted that visits will rise by 5 per cent. Transfers are slated to rise by $30 million.": "ee",
    "They have taken up 2,100 works at an estimated cost of Rs 19 crore. Sixteen camps would be organised.": "aet",
    "Debt stood at 22 per cent of revenue, below the ceiling of 25 per cent.": "at",
    "The town has achieved the goal of the resolution, with 80% of streets lit.": "a",
    "Growth of 2.1 per cent was ahead of the budget forecasts.": "a",
    # what is striven for goes on, until something was reached
    "The province strives for revenue of $4 million in 2027. Farms account for 25%, trade for 41%.": "ttt",
    "It aims for growth of 7 per cent in 2027. In 2026 growth was 6 per cent.": "ta",
    "The city has named its tasks and solutions to spur growth of 11 per cent in 2027.": "t",
    # below “targets”, what is set beside its plan was reached
    "Economic targets:\n- Output grew by 4.5% in 2026 (the plan: 8%);\n- Trade grew by 9% (the plan rose 10%);": "atat",
    "Economic targets for 2026:\n- Output grows by 4.5% (equal to 2025);\n- Trade grows by 9%;": "tt",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]


COMPARED = {
    # growths that stand before their part or their year
    "In 2024 there was a 14 per cent rise in transport, 13 per cent in mining and 6 per cent in trade.": [
        "14 % change up previous_year:2023",
        "13 % change up previous_year:2023",
        "6 % change up previous_year:2023",
    ],
    "Exports rose 4 percent in 2024, while 60 percent in the survey saw none.": [
        "4 % change up previous_year:2023",
        "60 % share",
    ],
    "In 2023, industry increased by 10.9%, services 9.6% and farming 0.2%.": [
        "10.9 % change up previous_year:2022",
        "9.6 % change up previous_year:2022",
        "0.2 % change up previous_year:2022",
    ],
    "In 2023 building rose by 7.1%, with its share of 12%, mining 30%.": [
        "7.1 % change up previous_year:2022",
        "12 % share",
        "30 % share",
    ],
    "Growth in 2024 was 3%, and the forecast for 2025 is 2%.": [
        "3 % change up previous_year:2023",
        "2 % change up previous_year:2024",
    ],
    # growths below zero
    "The sector left a negative 1.6 percent growth in 2016.": ["1.6 % change down previous_year:2015"],
    "In 2020 the growth rate plunged to (-)3.4 per cent.": ["3.4 % change down previous_year:2019"],
    # what a plan is, and what it is only said of
    "The 2011 plan has a goal of reducing emissions by 15% relative to 2005 levels.": ["15 % change down year:2005"],
    "Growth in 2023 of 2.1 per cent was ahead of the budget forecasts.": ["2.1 % change up previous_year:2022"],
    "Revenue exceeded the target by 4 per cent.": ["4 % plan_excess up plan"],
    "FDI came to $2 million, exceeding the goal set for the whole year by 19 percent.": [
        "2000000 USD level",
        "19 % plan_excess up plan",
    ],
    "Unemployment is forecast at 3.5 per cent, down from 3.8 per cent forecast in the budget.": [
        "3.5 % level",
        "3.8 % level",
    ],
    "The office has disbursed 45% of the capital and spends 60 per cent of its budget on roads.": [
        "45 % plan_ratio plan",
        "60 % share",
    ],
    "In 2023 growth of 5 % fell short of the 6 to 7 percent target.": [
        "5 % change up previous_year:2022",
        "6 % change up previous_year:2022",
        "7 % change up previous_year:2022",
    ],
    "Exports in 2023 were -2 %, against a target of 5 %.": [
        "2 % change down previous_year:2022",
        "5 % change up previous_year:2022",
    ],
    # parts of a budget are no parts of a plan
    "Health makes up 52% of the total budget, and at least 5% of the budget should go to roads.": [
        "52 % share",
        "5 % share",
    ],
    "Revenue reached 93% of the estimate assigned by the Central Government, 85% assigned by the People's Council.": [
        "93 % plan_ratio central_estimate",
        "85 % plan_ratio council_estimate",
    ],
    # what a text names as the level before
    "Visits in 2023 were 11 per cent above their pre-pandemic level of 2019.": ["11 % change up year:2019"],
    "The economy in 2023 grew 3.5 times, from $2 billion in 2011 to $7 billion in 2023.": [
        "3.5 times change up year:2011",
        "2000000000 USD level",
        "7000000000 USD level",
    ],
    "In 2025, 625 firms resumed work, equal to 84.5% over the same period.": [
        "625 enterprises count",
        "84.5 % ratio previous_year:2024",
    ],
    # more and fewer than the time that the sentence opens with
    "Compared with 2023, the district recorded 14 more cases in 2024.": ["14 cases change up previous_year:2023"],
    "The company had 30 more buses.": ["30 buses count"],
    "In 2024 a rise of over 10% in spending, and at least $3 billion in loans was reached.": [
        "10 % change up previous_year:2023",
        "3000000000 USD level",
    ],
    # translated rates that are shares
    "The rate of trained workers reached 65% and the poverty rate 2%.": ["65 % share", "2 % level"],
}


@pytest.mark.parametrize("sentence", COMPARED)
def test_kind_and_basis(sentence: str) -> None:
    assert read(sentence) == COMPARED[sentence]
