"""English as reports of states and councils write it: quarters, years spoken of, growths of growths, minutes."""

import pytest

from tests.chapters.reading.readings import figures, timed, told

# What is compared: kind, direction, basis and period of each figure.
COMPARED = {
    # quarters by their last month, by number, and years that end with one
    "Prices rose 1.2 per cent in the March quarter 2023.": [("change", "up", "none", "2023Q1")],
    "In Quarter 3 2024/25 the rate of road accidents was 71.3 per 10,000.": [("level", None, "none", "FY25Q3")],
    "Output fell by 2% in quarter 3 of 2022.": [("change", "down", "same_period:2021Q3", "2022Q3")],
    "Exports grew 4 per cent in the year to the December quarter 2014.": [
        ("change", "up", "previous_year:2013", "2014")
    ],
    "Sales grew 3% over the year to June 2024.": [("change", "up", "previous_year:2022", "2023-07/2024-06")],
    # a list of amounts shares its verb and its unit
    "Crops, livestock and fish grew by 4.7, 14.9 and 7.2 per cent respectively in 2024.": [
        ("change", "up", "previous_year:2023", "2024"),
        ("change", "up", "previous_year:2023", "2024"),
        ("change", "up", "previous_year:2023", "2024"),
    ],
    # a growth that goes on, slows down or comes back is one in each year
    "Growth is expected to moderate to 1.7 per cent in 2025 before picking up to 2.4 per cent in 2026.": [
        ("change", "up", "previous_year:2024", "2025"),
        ("change", "up", "previous_year:2025", "2026"),
    ],
    "Output growth slowed from 3.6 per cent in 2022 to 1.2 per cent in 2023.": [
        ("change", "up", "previous_year:2021", "2022"),
        ("change", "up", "previous_year:2022", "2023"),
    ],
    "Output growth was 1.4 per cent in 2015. It bounced back to 2.4 per cent in 2016.": [
        ("change", "up", "previous_year:2014", "2015"),
        ("change", "up", "previous_year:2015", "2016"),
    ],
    # what others are forecast to grow by, growth below so much, and growth with so much
    "The economy is forecast to grow by 1.3% in 2024, outpacing the national forecast of 1.1%.": [
        ("change", "up", "previous_year:2023", "2024"),
        ("change", "up", "previous_year:2023", "2024"),
    ],
    "The county recorded growth below 3.0% in 2020.": [("change", "up", "previous_year:2019", "2020")],
    "There was high growth in mining with 15.8% in 2018.": [("change", "up", "previous_year:2017", "2018")],
    "Unemployment fell below 5.0% in 2023.": [("level", None, "none", "2023")],
    # towns that were above their targets, one behind the other, and those below a part of the plan
    "In 2025 some towns exceeded their annual targets: Arden at 178 per cent, and Upper Brook at 101 per cent.": [
        ("plan_ratio", None, "plan", "2025"),
        ("plan_ratio", None, "plan", "2025"),
    ],
    "In 2025 some recorded revenue performance of less than 70 per cent, including Arden at 66 per cent.": [
        ("plan_ratio", None, "plan", "2025"),
        ("plan_ratio", None, "plan", "2025"),
    ],
    "The 2025 estimates are $156 million, a 63 percent increase from the 2024 Budget Estimates of $95 million.": [
        ("level", None, "none", "2025"),
        ("change", "up", "previous_year:2024", "2025"),
        ("level", None, "none", "2024"),
    ],
    "In 2023 Arden generated 38 million megawatt hours, making it 3rd among all towns.": [
        ("level", None, "none", "2023"),
        ("rank", None, "none", "2023"),
    ],
    "Mining grew to 9.0 percent in 2016.": [("change", "up", "previous_year:2015", "2016")],
    "Building plunged to 7.1 percent in 2016 from the 42.5 percent expansion in 2015.": [
        ("change", "up", "previous_year:2015", "2016"),
        ("change", "up", "previous_year:2014", "2015"),
    ],
    "In 2011 trade and farming saw growth of 2.3 percent and 5.1 percent from 11.6 percent.": [
        ("change", "up", "previous_year:2010", "2011"),
        ("change", "up", "previous_year:2010", "2011"),
        ("change", "up", "previous_year:2009", "2010"),
    ],
    "Spending grows at an average annual rate of 3.1 per cent in 2025.": [
        ("change", "up", "previous_year:2024", "2025")
    ],
    # a verb of growth behind which a level stands, a share of the whole, and a share of a growth
    "Services grew to 20 percent of GDP in 2016.": [("share", None, "none", "2016")],
    "Industry contributed 1.9 percentage points in 2016.": [("share", None, "none", "2016")],
    # what is the highest for long is compared with nothing
    "In 2024 thefts fell by 7%, the fewest since 2009.": [("change", "down", "previous_year:2023", "2024")],
    # an aim below a level, a growth that was outpaced, and what was only taken up
    "The order sets a target for 2030 at 40 percent below 1990 levels.": [("change", "down", "year:1990", "2030")],
    "In 2016 the region outpaced the 8.2% of 2015.": [("change", "up", "previous_year:2014", "2015")],
    "In 2016 they have taken up 2,177 works.": [("count", None, "none", "2016")],
    # what was spent of the plan of a year
    "As of May 20, 2024, it disbursed VND 83 billion, 28% of the assigned plan and 31% of the allocated capital.": [
        ("level", None, "none", "2024-01-01/2024-05-20"),
        ("plan_ratio", None, "plan", "2024"),
        ("plan_ratio", None, "plan", "2024"),
    ],
    "In 2024 the town built a plant, cutting waste 5 percent from 2019 levels.": [
        ("change", "down", "year:2019", "2024")
    ],
    # what a line is headed by
    "+ Average growth rate of GRDP: period 2021-2025: about 8%; period 2026-2030: about 9%;": [
        ("change", "up", "year:2021", "2021-2025"),
        ("change", "up", "year:2026", "2026-2030"),
    ],
    # jobs that were won
    "In 2018 private firms added 48,500 new positions.": [("change", "up", "none", "2018")],
    # counted in the next place
    "In 2024 there were 420 houses at the first stage, 185 at the second and 73 at the last.": [
        ("count", None, "none", "2024"),
        ("count", None, "none", "2024"),
        ("count", None, "none", "2024"),
    ],
    # parts of what was counted, behind its share
    "In 2024, 87 out of 112 communes (77.7%) had met the standard, of which 21 were advanced.": [
        ("ratio", None, "none", "2024"),
        ("share", None, "none", "2024"),
        ("count", None, "none", "2024"),
    ],
}


@pytest.mark.parametrize("text", COMPARED)
def test_what_is_compared(text: str) -> None:
    found = [(claim.kind, claim.direction, claim.basis, claim.period) for claim in figures(text)]

    assert found == COMPARED[text]


# Period and status of each figure.
TIMED = {
    # this, last and next year are counted from the year of the text, and are years of accounts where that is one
    "The survey of 2025 is out. This year we built 40 schools, last year 35 schools.": [
        ("2025", "actual"),
        ("2024", "actual"),
    ],
    "In 2023-24 the state spent Rs 45 crore on roads. Last year 40 bridges were built.": [
        ("FY24", "actual"),
        ("FY23", "actual"),
    ],
    "The budget of 2025 is due. Sales are projected to grow 2 per cent this year and 3 per cent next year.": [
        ("2025", "estimate"),
        ("2026", "estimate"),
    ],
    "The jobs report for July 2018 is out. Jobs rose by 4% since July of last year.": [("2018-07", "actual")],
    # what was so before is known, whatever is expected now
    "Output is estimated at Rs 784 crore in 2025-26, a growth of 11.6 per cent over ₹702 crore in the previous year.": [
        ("FY26", "estimate"),
        ("FY26", "estimate"),
        ("FY25", "actual"),
    ],
    "The economy is expected to expand by 3 per cent in 2026, after a contraction of 0.4 per cent in 2024.": [
        ("2026", "estimate"),
        ("2024", "actual"),
    ],
    "The state was placed sixth among 18 states in 2025, up from eleventh.": [("2025", "actual"), ("2024", "actual")],
    "In 2011 growth was slowest in Arden, 0.1 percent from 3.6 percent.": [("2011", "actual"), ("2010", "actual")],
    # a text that names one quarter is about it; of two, the first is what the other is compared with
    "Jobs are up by 22 000.\nMost of them between quarter 3 of 2022 and quarter 3 of 2023.": [],
    "Jobs rose by 0.8%.\nThe survey is of the third quarter of 2023.": [("2023Q3", "actual")],
    # aims
    "The plan sets the main targets, specifically:\n+ Income: period 2021-2025: 5100 USD; 2026-2030: 8550 USD.": [
        ("2021-2025", "target"),
        ("2026-2030", "target"),
    ],
    "The province has set a target of disbursing at least 95% of the plan.": [(None, "target")],
    "In 2023, 14,000 houses were given as a target.": [("2023", "target")],
    "The clinic should recruit 20 nurses.": [(None, "target")],
    "He said it would build 1,200 affordable homes.": [(None, "target")],
}


@pytest.mark.parametrize("text", TIMED)
def test_period_and_status(text: str) -> None:
    assert timed(text, "en") == TIMED[text]


# Who is to act, and by when.
ORDERS = {
    # behind the place of a report, and in a list under who is named
    "Arden: Water department officials have been told to repair 40 wells.": [
        ("Water department officials", None),
    ],
    "Implement Directive No. 4/CT-TTg\n\n1. Heads of departments; Chairman of the People's Committee\n\n"
    "Urgently organize training for all staff.\n\n- Review and overcome shortcomings in procedures."
    "\n\n2. The Department of Finance\n\n"
    "- Prepare the budget of the year.": [
        ("Heads of departments; Chairman of the People's Committee", None),
        ("Heads of departments; Chairman of the People's Committee", None),
        ("The Department of Finance", None),
    ],
    "It was RESOLVED that the Clerk write to the Council by 30 April 2025.": [("the Clerk", "2025-04-30")],
    "Cllr Brown to chase the builder.": [("Cllr Brown", None)],
    "Highways – Cllr Brown agreed to get prices for gravel.": [("Cllr Brown", None)],
    "Clerk to send the form back.": [("Clerk", None)],
    "The Head of Service agreed to circulate the figures.": [("The Head of Service", None)],
    "Recommendations:\n1. County governments to give at least a tenth of their budgets to health.": [
        ("County governments", None)
    ],
    "He said all shopkeepers should use the new form by 31 January 2025.": [("all shopkeepers", "2025-01-31")],
    "Rural officials have been told to install taps.": [("Rural officials", None)],
    "The town has aims.\nBy 2025, to build a modern port.": [(None, "2025")],
    # a law tells what its bodies are for, and an economy is told nothing
    "The Roads Act, 2012 provides that counties are responsible for local roads.": [],
    "The economy is expected to expand in 2026.": [],
    "In the order the city mayor emphasized the urgent need to measure what was done.": [],
}


@pytest.mark.parametrize("text", ORDERS)
def test_who_is_told(text: str) -> None:
    assert told(text, "en") == ORDERS[text]
