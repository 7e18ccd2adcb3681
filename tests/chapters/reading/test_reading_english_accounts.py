"""Years of accounts in English budgets and surveys: which one is meant, and what is only estimated for it."""

import pytest

from tests.chapters.reading.readings import figures

ACCOUNTS = {
    # a budget is of the next year, and the one under way is the year before
    "LESNA: The minister on Friday unveiled a budget of Rs450 billion for the fiscal year 2031-32. In the current year "
    "the deficit is expected at Rs40 billion. In the next fiscal year Rs90 billion has been set aside for schools. Tax "
    "receipts of the outgoing fiscal year were Rs60 billion.": "FY32e FY31e FY32e FY31a",
    "The economy shrank by 2 per cent in 2031-32. In the current fiscal year it is expected to grow by 3 per cent.": (
        "FY32a FY32e"
    ),
    # a survey is of the latest one that it names
    "Lesna's output grew by 6 per cent in 2030-31 but is estimated to fall by 2 per cent in the ongoing fiscal year, "
    "the Economic Survey says. Debt will be back at the level of 2031-32.": "FY31a FY32e",
    # dashes that were lost
    "The Mid year Review forecasts a surplus of $2 million in 2031 32, after $3 million in 2030 31.": "FY32e FY31a",
    "Spending for 2031 32 to 2033 34 is estimated at $9 million. Over the decade to 2030 31 it grew by 2 per cent.": (
        "FY32-FY34e FY22-FY31a"
    ),
    "In 2031 32 households moved.": "2031a",
    # where they open in July
    "In the first nine months of FY 2031/32, Lesna County in Kenya collected Kshs 4 million.": "2031-07/2032-03a",
    "In the first nine months of FY 2031/32, the district collected Rs 4 crore.": "2031-04/2031-12a",
    "For the fiscal year beginning July 1, 2031, and ending June 30, 2032, there is appropriated $4 million.": "FY32e",
    # estimates noted with their year, behind a figure and in front of it
    "Pensions: Rs 4 crore (2030-31 actuals), Rs 5 crore (2031-32 RE), Rs 6 crore (2032-33 BE).": "FY31a FY32e FY33e",
    "In 2031-32 salaries (RE 2031-32) come to Rs 4 crore.": "FY32e",
    "In 2032-33 capital outlay is 7% higher than the revised estimates of 2031-32 (Rs 4 crore).": "FY33e FY32e",
    # what follows a title of several years, and the years behind the first
    "Revenue and capital budget 2031/32 to 2033/34\nThe council approves a revenue budget of £4 million.": "FY32e",
    "The minister tabled Budget 2031. The deficit for 2031-32 is projected at $4 million, $3 million in 2032-33 and $2 "
    "million in 2033-34. Health receives $5 million.": "FY32e FY33e FY34e FY32e",
    "The growth forecast for the next two fiscal years is 1.5% and 1.7% respectively, he said in tabling the 2031/32 "
    "budget.": "FY32e FY33e",
    # what a budget comes to, and what was taken of it
    "The approved FY 2031/32 budget was Kshs 9 million, comprising Kshs 4 million for works.": "FY32e FY32e",
    "The approved budget for 2031 was $9 million, out of which $4 million was mobilised.": "2031e 2031a",
    "The total capital to implement the programme in 2031 is $9 million, of which $4 million is local.": "2031e 2031e",
    # parts of the year of accounts that is under way, and their annual plan
    "The annual budget for 2031-32 was Rs 90 crore. Rs 40 crore was received in the first eight months of the current "
    "fiscal.": "FY32e 2031-04/2031-11a",
    "Its approved budget for FY 2031/32 was Kshs 9 million. In the first half of FY 2031/32 the county raised Kshs 2 "
    "million, 36 per cent of the annual target of Kshs 6 million.": "FY32e 2031-07/2031-12a FY32a FY32t",
    # another budget is only what one is set against
    "FY32 Proposed Budget\nThe mayor has proposed a budget of $9 million for fiscal year 2032, an increase of $2 "
    "million, or 6%, over the FY31 adopted budget.\nThe proposal adds 38 positions.": "FY32e FY32e FY32e FY32t",
    # two figures, and the two years behind them; what was so in a relative clause
    "He forecast deficits of $5 million and $4 million for 2031-32 and 2032-33.": "FY32e FY33e",
    "Output will grow by 7 per cent in 2031-32, says the Economic Survey. Income, which was Rs 5 crore in 2030-31, is "
    "estimated at Rs 6 crore.": "FY32e FY31a FY32e",
    # the year in a bracket behind “the year under review”, and the calendar year of a budget
    "In the year under review (2031/32) the town spent R3 million, against R2 million in 2030/31. It laid 90 pipes.": (
        "FY32a FY31a FY32a"
    ),
    "The governor signed the 2032 appropriation bill.\nHe said the 2031 budget was met. Schools get $9 million.": (
        "2032e"
    ),
    # what a council sets
    "RESOLVED that\n1. the revenue budget of £9 million for 2031/32 be approved;\n2. Council Tax be increased by 3%;\n"
    "3. Set the precept for band D at £1,400.": "FY32e FY32t FY32t",
    "In 2031/32 the council tax was increased by 3%.": "FY32a",
}


@pytest.mark.parametrize("text", ACCOUNTS)
def test_what_is_of_which_year_of_accounts(text: str) -> None:
    assert [f"{f.period}{f.status[0]}" for f in figures(text)] == ACCOUNTS[text].split()
