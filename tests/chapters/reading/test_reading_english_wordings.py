"""The same few comparisons in many English wordings, each a sentence of our own."""

import pytest

from tests.chapters.reading.readings import figures, read

COMPARED = {
    # a growth by its noun or particle, right behind the percentage
    "Mining posted 3.8% real GDP growth in 2023.": ["3.8 % change up previous_year:2022"],
    "In 2018 the sector registered 5.3% annual expansion.": ["5.3 % change up previous_year:2017"],
    "Freight in 2023 was 9% up against 2022.": ["9 % change up previous_year:2022"],
    "Receipts in 2022-23 ran 11.3 per cent ahead of those of 2021-22.": ["11.3 % change up previous_year:FY22"],
    # verbs of change that stand right in front
    "Net profit for 2022 slid 18 percent from 2021.": ["18 % change down previous_year:2021"],
    "Timber sales plummeted 31% in 2020.": ["31 % change down previous_year:2019"],
    # the year compared with, at the head of the sentence, and the years over which something grew
    "Compared with 2015, energy use in 2023 was down 14%.": ["14 % change down year:2015"],
    "Over 2010-2020 the herd shrank by 14%.": ["14 % change down year:2010"],
    "Over the period 2012 to 2020, irrigated area expanded 23%.": ["23 % change up year:2012"],
    "Over 2011-2015 output rose 6.4% a year.": ["6.4 % change up previous_year"],
    "In 6M 2024, cargo handled rose 8.2% y/y.": ["8.2 % change up same_period:2023-01/2023-06"],
    # plans
    "Receipts for 2023 came to 96% of the assigned estimate.": ["96 % plan_ratio plan"],
    "Absorption of the roads vote stood at 71% in 2022.": ["71 % plan_ratio plan"],
    "The target for tree planting was met by 120% in 2021.": ["120 % plan_ratio plan"],
    "The trade plan for 2019 was overfulfilled by 2.6%.": ["2.6 % plan_excess up plan"],
    "Spending overran the appropriation by 2 per cent in 2018.": ["2 % plan_excess up plan"],
    "Total revenue in 2023 was 5.5% higher than the estimate assigned.": ["5.5 % plan_excess up plan"],
}


@pytest.mark.parametrize("sentence", COMPARED)
def test_comparisons(sentence: str) -> None:
    assert read(sentence) == COMPARED[sentence]


EXPECTED = {
    "Economists see growth at 2.6% in 2026.": "e",
    "Output is seen expanding 4% in 2026.": "e",
    "The deficit is set to hit $900 million in 2025-26.": "e",
    "The county seeks to enrol 4,000 farmers in 2027.": "t",
    "Growth of 9% is the target for 2026.": "t",
    "The strategy calls for 300 km of new road in 2028.": "t",
}


@pytest.mark.parametrize("sentence", EXPECTED)
def test_statuses(sentence: str) -> None:
    assert "".join(figure.status[0] for figure in figures(sentence)) == EXPECTED[sentence]
