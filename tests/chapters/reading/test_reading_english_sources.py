"""English labour releases, budget reports and lists of growths, in sentences of our own and near-misses beside them."""

import pytest

from tests.chapters.reading.readings import read, timed, told

COMPARED = {
    # percentages of plans for parts of the year and for the year, side by side
    "Arden raised $90 million in the third quarter of 2031, 88 percent of the quarterly estimate.": [
        "90000000 USD level",
        "88 % plan_ratio plan",
    ],
    "By March 2031 fees came to 14 percent of the annual revenue projection of $9 million.": [
        "14 % plan_ratio plan",
        "9000000 USD level",
    ],
    "Spending reached 31 percent of the Year 2031 capital budget.": ["31 % plan_ratio plan"],
    "Wages made up 31 percent of the total quarterly revenue in 2031.": ["31 % share"],
    "The annual fair drew 12 percent of the total annual revenue.": ["12 % share"],
    # the month just before, named with its year
    "In June 2031 Brook had 310 fewer vacancies compared to May 2031.": [
        "310 vacancies change down same_period:2031-05"
    ],
    "In June 2031 rents in Brook fell by 2% compared to May 2031 and by 6% compared to June 2030.": [
        "2 % change down same_period:2031-05",
        "6 % change down same_period:2030-06",
    ],
    # the figure for a month, in numbers freed of the seasons
    "Seasonally adjusted wages in May 2031 were up 2% compared to the figure for May 2030.": [
        "2 % change up same_period:2030-05"
    ],
    "Seasonally adjusted wages in May 2031 were up 2%.": ["2 % change up"],
    # jobs that are new, or were created over the year
    "In May 2031 Colne had 1,300 new jobs when compared to May 2030.": ["1300 jobs change up same_period:2030-05"],
    "In May 2031 Colne saw 800 jobs added year-over-year.": ["800 jobs change up same_period:2030-05"],
    "In 2031 the harbour added nearly 2,400 jobs.": ["2400 jobs change up"],
    "The plant brings 1,300 new jobs to Colne.": ["1300 jobs count"],
    "Colne opened 12 new schools, compared with 9 in 2030.": ["12 schools count", "9 schools count"],
    "In 2031 the council added a hall with 400 seats.": ["400 seats count"],
    # lists of growths, each from another
    "Sectors with faster growth in 2031 are: Mining, by 9 percent from 4 percent; Hotels and Inns, by 7 percent from "
    "the 5 percent; and Rail, by 6 percent from 2 percent in 2030.": [
        "9 % change up previous_year:2030",
        "4 % change up previous_year:2029",
        "7 % change up previous_year:2030",
        "5 % change up previous_year:2029",
        "6 % change up previous_year:2030",
        "2 % change up previous_year:2029",
    ],
    "In 2031 the vacancy rate rose by 2 points from 4 percent.": ["2 points change up previous_year:2030", "4 % level"],
    "All sectors grew at a slower pace in 2031, except for forestry which accelerated to 7 percent, from "
    "3 percent in 2030.": [
        "7 % change up previous_year:2030",
        "3 % change up previous_year:2029",
    ],
    "In 2031 the jobless rate accelerated to 7 percent.": ["7 % level"],
    # what something moved by, whatever it is less or more than
    "In 2031 forestry expanded by 4 percent, slower than the 6 percent in the previous year.": [
        "4 % change up previous_year:2030",
        "6 % change up previous_year:2029",
    ],
    "In 2031 imports shrank by 4 percent, higher than the 3 percent in the previous year.": [
        "4 % change down previous_year:2030",
        "3 % change down previous_year:2029",
    ],
    "In 2031 the ferry was 4 percent slower than in the previous year.": ["4 % change down previous_year:2030"],
    # no growth, but a part of the product of a state
    "A growth in fees has kept the deficit of 2031 at 2 per cent of the GSDP.": ["2 % share"],
    "The growth in debt was 5 per cent in 2031.": ["5 % change up previous_year:2030"],
    # what was forecast before, of a rate
    "The jobless rate is expected to be 6 per cent in 2031, down from the 7 per cent forecast at budget.": [
        "6 % level",
        "7 % level",
    ],
    "Revenue in 2031 was 7 per cent above the forecast at budget.": ["7 % plan_excess up plan"],
}


@pytest.mark.parametrize("sentence", COMPARED)
def test_what_figures_are_compared_with(sentence: str) -> None:
    assert read(sentence) == COMPARED[sentence]


TIMED = {
    # the plan of a quarter and that of the year
    "In the third quarter of 2031 fees came to $9 million, reaching 90 percent of the quarterly target of $10 million "
    "and 20 percent of the annual revenue projection of $45 million.": [
        ("2031Q3", "actual"),
        ("2031Q3", "actual"),
        ("2031Q3", "target"),
        ("2031", "actual"),
        ("2031", "estimate"),
    ],
    # a text about one month, set against that of the year before
    "Released on June 4, 2031\n\nNumbers for May show growth in Dene.\n\nThe jobless rate was 5 per cent, down from "
    "6 per cent in May 2030.\n\nTrade employment rose by 1,400.": [
        ("2031-05", "actual"),
        ("2030-05", "actual"),
        ("2031-05", "actual"),
    ],
    "Released on June 4, 2031\n\nThe mayor came in May.\n\nThe jobless rate was 5 per cent, down from 6 per cent "
    "in 2030.": [
        ("2031", "actual"),
        ("2030", "actual"),
    ],
    # what a source shows is as sure as that
    "Provisional data show that in May 2031, Dene had 900 vacancies.": [("2031-05", "estimate")],
    "The preliminary talks are over. In May 2031, Dene had 900 vacancies.": [("2031-05", "actual")],
    "Trade is expected to grow by 2 per cent in 2031, compared with -3 per cent in 2030.": [
        ("2031", "estimate"),
        ("2030", "actual"),
    ],
    # projects are things, unless somebody projects
    "The ports board will have to name 12 projects that can be finished by May 2032.": [("2032-05", "target")],
    "The ports board projects that exports of 12 tonnes will be reached in 2032.": [("2032", "estimate")],
    # what a plan or an agreement sets out, and what is so already
    "The growth plan from 2030 sets out a $3 million package to train 400 workers.": [
        (None, "target"),
        (None, "target"),
    ],
    "The audit from 2030 sets out how $3 million was lost.": [(None, "actual")],
    "Dene signed a deal to form a company for building a 90 MW dam.": [(None, "target")],
    "Under the deal the company has built a 90 MW dam.": [(None, "actual")],
    "Traffic, which is growing by 4 per cent a year, will go by rail.": [(None, "actual")],
    "Traffic, which will be growing by 4 per cent a year, goes by rail.": [(None, "target")],
    # what is passed by is of its own time
    "In 2032 output came to $3 million, which has already exceeded its peak of $2 million in 2029.": [
        ("2032", "actual"),
        ("2029", "actual"),
    ],
    # names with years, deadlines by years of accounts, years of other items
    "Money was given for a team at the School Games 2031 in Dene. The cabinet passed a grant of $6 million.": [
        (None, "actual")
    ],
    "In 2031 Dene held its games. It gave a grant of $6 million.": [("2031", "actual")],
    "Dene aims to build 30 clinics by the end of FY31.\n\nThe state gave land for four parks.": [
        ("FY31", "target"),
        (None, "actual"),
    ],
    "The treasury has proposed to build a court at a cost of $25 million for the financial year 2031/32.\n\nThe money "
    "goes out as follows: $3 million on halls; $2 million on the youth summit in 2033.\n\nA total of $7 million will "
    "be spent on farms.": [
        ("FY32", "estimate"),
        ("FY32", "estimate"),
        ("2033", "estimate"),
        ("FY32", "estimate"),
    ],
}


@pytest.mark.parametrize("text", TIMED)
def test_when_it_was_and_how_sure(text: str) -> None:
    assert timed(text, "en") == TIMED[text]


TASKS = {
    "She stressed on the need to look for other roads.": [],
    "She stressed upon the roads department to explore other roads.": ["roads department"],
}


@pytest.mark.parametrize("text", TASKS)
def test_who_is_told(text: str) -> None:
    assert [who.removeprefix("the ") for who, _ in told(text, "en") if who] == TASKS[text]
