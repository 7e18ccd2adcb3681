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
    "The minister tabled the province’s 2031-32 budget. Highlights:\n– Total spending of $4 billion.": "e",
    "Half-Year Update\nSpending is down $12 million from the first quarter.": "e",
    "It has 12 farms, which will be merged.": "a",
    "Debt is expected to be 38 per cent of output, lower than the 39 per cent projected last year.": "ee",
}


@pytest.mark.parametrize("sentence", EXPECTED)
def test_statuses(sentence: str) -> None:
    assert "".join(figure.status[0] for figure in figures(sentence)) == EXPECTED[sentence]


COUNTED = {
    # numbers in words, and ranges of them
    "The rise in fees was less than one per cent.": ["1 % share"],
    "Two or three villages have no road.": ["2 villages count", "3 villages count"],
    "Three to four villages have no road.": ["3 villages count", "4 villages count"],
    "The number of guests was 3.2-3.3 million.": ["3200000 persons count", "3300000 persons count"],
    # parts of a whole
    "It reviewed 82 works, of which, 17 have been tendered.": ["82 works count", "17 works count"],
    "Of the sanctioned 450 houses, 382 have been completed.": ["450 houses count", "382 houses count"],
    # other forms
    "The commune met 19 criteria.": ["19 criteria count"],
    "A 500-metre-long road was damaged.": ["500 m level"],
    "It was a 2.3- fold rise.": ["2.3 times change up previous_year"],
    "Lesna was the 3rd province in the region to reach the standard.": ["3 rank rank"],
    "It ranked ninth nationwide and second among the regions.": ["9 rank rank", "2 rank rank"],
    # no figures
    "The model was changed from 3 levels to 2 levels.": [],
    "The plan covers three financial years.": [],
    "They met ahead of the 14th party congress, leading up to the 14th term.": [],
}


@pytest.mark.parametrize("sentence", COUNTED)
def test_what_is_counted(sentence: str) -> None:
    assert read(sentence) == COUNTED[sentence]
