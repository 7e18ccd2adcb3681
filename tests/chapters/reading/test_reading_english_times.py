"""Which time a figure of an English report or budget is about, where the text says it once or only by the way."""

import pytest

from tests.chapters.reading.readings import timed

TIMED = {
    # years of accounts that are spoken of, parts of years, budgets, frameworks, deadlines that carry
    "Lesna plans to spend $15 million in the next fiscal year. The 2031-32 budget puts $4 million into roads.": [
        ("FY32", "target"),
        ("FY32", "estimate"),
    ],
    "The 2031-32 budget is out. It foresees a deficit of $5 million for the upcoming fiscal year.": [
        ("FY32", "estimate")
    ],
    "The 2031-32 budget is out. Debt will reach $5 million next fiscal year.": [("FY33", "target")],
    "The 2031-32 budget is out. It hired 20 nurses over the last fiscal year.": [("FY31", "actual")],
    "The 2031-32 budget is out. Spending will rise by $7 million this fiscal year, an increase of 3 per cent "
    "over the last fiscal year.": [
        ("FY32", "target"),
        ("FY32", "target"),
    ],
    "Members mulled over the estimates for 2031-32. Roads get $4 million.": [("FY32", "actual")],
    "Output rose to $5 million in 2031, up 3 per cent over the estimates for 2030.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    "In the last six months of 2031 the town will build 12 schools.": [("2031-07/2031-12", "target")],
    "In 2031 it built 12 schools. In the last quarter of the year it opened 3 clinics, and 2 in the final two "
    "months of the year.": [
        ("2031", "actual"),
        ("2031Q4", "actual"),
    ],
    "For the period April - November 2031, it built 12 schools. It opened 3 clinics.": [
        ("2031-04/2031-11", "actual"),
        ("2031-04/2031-11", "actual"),
    ],
    "In March 2031 to May 2031 it built 12 schools.": [("2031-05", "actual")],
    "The council approved the targets for 2031, tasks and solutions for the last 6 months of 2031. Output "
    "will reach 5 million VND.": [("2031", "target")],
    "County sets its roads first\nThe 2031-32 budget calls for lower taxes. The last one was raised in 2013.\n"
    "Roads will get $4 million. The deficit is $3 million.": [
        ("FY32", "estimate"),
        ("FY32", "actual"),
    ],
    "MEC tables budget speech for 2031/32\nThe sum appropriated to all votes is R58 million. Clinics were "
    "built for R3 million.": [
        ("FY32", "estimate"),
        ("FY31", "actual"),
    ],
    "The budget for 2031/32 is tabled. Schools receive R4 million per annum over the MTEF.": [
        ("FY32-FY34", "estimate")
    ],
    "The 2031-32 budget was presented. Highlights are the hiring of 4,000 teachers over the next five years, "
    "the building of nine roads and 2 ports.": [
        ("FY32-FY36", "target"),
        ("FY32", "actual"),
        ("FY32", "actual"),
    ],
    "The surplus of 2031-32 is $3 million. Roads get $5 million over the forward estimates.": [
        ("FY32", "actual"),
        (None, "actual"),
    ],
    "By 2040, output will reach 5 million VND, of which farms make up 12%.\nIncome will be 140 million VND. "
    "Forests cover 55% of the land. Poverty is to fall by 2-3% per year.": [
        ("2040", "target"),
        ("2040", "target"),
        ("2040", "target"),
        ("2040", "target"),
        ("2040", "target"),
        ("2040", "target"),
    ],
    "In the period 2031-2040 output will grow by 8% per year, and by 2040 it will reach 5 million VND. The "
    "town share is 40%.": [
        ("2031-2040", "target"),
        ("2040", "target"),
        ("2040", "target"),
    ],
    "The act passed. By December 2031 the office shall list all towns. A town spends less than 60 percent of "
    "its budget on schools.": [(None, "actual")],
    # figures before as many years, a month against itself a year before, days by which something stands
    "Output grew by 4.6 percent, 5.7 percent, and 2.2 percent in FY 2030-31, FY 2031-32, and FY 2032-33, "
    "respectively.": [
        ("FY31", "actual"),
        ("FY32", "actual"),
        ("FY33", "actual"),
    ],
    "Exports and imports rose by 3 per cent and 4 per cent in 2031 and 2032 respectively.": [
        ("2031", "actual"),
        ("2032", "actual"),
    ],
    "Exports and imports rose by 3 per cent and 4 per cent in 2031, respectively. Wages rose by 5 per cent in 2030.": [
        ("2031", "actual"),
        ("2031", "actual"),
        ("2030", "actual"),
    ],
    "The towns of Arden and Lesna had 5 schools and 6 schools respectively in 2031.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    "The rate was 7 per cent in 2029. It was 3 per cent and 4 per cent in 2031 and 2032, respectively, with "
    "12 towns.": [
        ("2029", "actual"),
        ("2031", "actual"),
        ("2032", "actual"),
        ("2032", "actual"),
    ],
    "Sales grew by 2.0% from August 2013 to August 2014. Farm sales rose 3%.": [
        ("2014-08", "actual"),
        ("2014-08", "actual"),
    ],
    "It built 12 schools from August 2013 to August 2014.": [("2013-08/2014-08", "actual")],
    "A record works program of $35 million over 2031-32 to 2034-35 was planned in 2031.": [("FY32-FY35", "actual")],
    "The 2031-32 budget is out. Debt is forecast to hit $155 million by July 2032, equal to 24.2 per cent of output.": [
        ("2032-07", "estimate"),
        ("2032-07", "estimate"),
    ],
    "Net debt is estimated to reach $48 million by 30 June 2032. In 2031 it was $40 million.": [
        ("2032-06-30", "estimate"),
        ("2031", "actual"),
    ],
    # “last year”, in a text about one whole year and in others
    "Lesna's economy grew by 6.2% in 2021. Farms gained 3%. The economy was valued at P900 million last year.": [
        ("2021", "actual"),
        ("2021", "actual"),
        ("2021", "actual"),
    ],
    "Output of the province rose by 5 per cent in 2022, the statistics office said on Thursday, April 27, "
    "2023. Services made up 60 per cent of the economy last year. It also built 12 schools.": [
        ("2022", "actual"),
        ("2022", "actual"),
        ("2022", "actual"),
    ],
    "The city plans to build 12 schools in 2022. Last year it built 9 schools.": [
        ("2022", "target"),
        ("2021", "actual"),
    ],
    "Revenue was $6 million in 2022, up from $5 million last year.": [("2022", "actual"), ("2021", "actual")],
    "In 2022 it built 12 schools. In May 2022 it opened 3 clinics. Last year it built 9 schools.": [
        ("2022", "actual"),
        ("2022-05", "actual"),
        ("2021", "actual"),
    ],
    "In 2024, the city will hire 40 nurses. It hired 30 nurses last year.": [
        ("2024", "target"),
        ("2023", "actual"),
    ],
    "In 2023 it hired 40 nurses. This year it will hire 30. Last year 20 left.": [("2023", "actual")],
}


@pytest.mark.parametrize("text", TIMED)
def test_when_it_was(text: str) -> None:
    assert timed(text) == TIMED[text]
