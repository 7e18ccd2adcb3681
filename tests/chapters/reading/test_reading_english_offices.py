"""Documents and tasks as English-speaking offices write them, in sentences of our own."""

import pytest

from tests.chapters.reading.readings import cited, read, told

# The text, and of each document its kind, number and symbol.
CITED = {
    "A criterion under Regulation No. 366-QD/TW. He called for more.": [("regulation", "366", "QD/TW")],
    "The governor signed AB 214 and S.B. No. 31; HF8 failed.": [
        ("law", "214", "AB"),
        ("law", "31", "SB"),
        ("law", "8", "HF"),
    ],
    "Read: 1) Roads Department, Government Resolution No.- Sanka-2025/ PR No. 18/ K. 44, Dt. 3/5/2025": [
        ("resolution", "Sanka-2025/ PR No. 18/ K. 44", None),
    ],
    "vide letter No. F.7(2)/FD/2024-25 dated 3.5.2025": [("official letter", "F.7(2)/FD/2024-25", None)],
    "As per Notification No. S.O. 214(E) the fee is waived.": [("announcement", "S.O. 214(E)", None)],
    "Executive Order No. 31-B, Series of 2025 and Executive Order No. 2025-07D hold.": [
        ("decree", "31-B", None),
        ("decree", "2025-07D", None),
    ],
    "Resolution No. 25-R-7 and Ordinance 25-O-9 were adopted.": [
        ("resolution", "25-R-7", None),
        ("law", "25-O-9", None),
    ],
    "Staff report PL-7-25 and the forecast of the Treasurer (F-31-25) were received.": [
        ("report", "PL-7-25", None),
        ("report", "F-31-25", None),
    ],
    "Council read Report FIN25-031 and report ENG-R-23-12; SB23-114 and Local Law 97 hold.": [
        ("report", "FIN25-031", None),
        ("report", "ENG-R-23-12", None),
        ("law", "23-114", "SB"),
        ("law", "97", None),
    ],
    "It was made under Act 31 of 2019, Republic Act 9876 and RA No. 9875.": [
        ("law", "31", None),
        ("law", "9876", None),
        ("law", "9875", None),
    ],
    "Under G.O.(Ms).No.67 and Lesna Act No. XIV of 2019 and Act IX of 2006; Bylaw 2061 and Bylaw 44M2006 too.": [
        ("order", "67", None),
        ("law", "XIV", None),
        ("law", "IX", None),
        ("regulation", "2061", None),
        ("regulation", "44M2006", None),
    ],
    "It follows the Lake Levels Act (No. 7 of 2009).": [("law", "7", None)],
    "The 2026/27 Lesna County ADP follows the 2023-2027 CIDP and the Lesna Constitution, 2010.": [
        ("plan", None, None),
        ("plan", None, None),
        ("constitution", None, None),
    ],
    "The Lake Fisheries Act, 2016 (Act 731) applies.": [("law", "731", None)],
    "Executive Order (EO) No. 31 and Republic Act (RA) 9876 hold, as do GOs 31, 32 and 40.": [
        ("decree", "31", None),
        ("law", "9876", None),
        ("order", "31", None),
        ("order", "32", None),
        ("order", "40", None),
    ],
    "Go 31 miles north.": [],
    "Statutory Instrument No. 31 of 2021 and Legal Notice No. 7 of 2020 apply.": [
        ("regulation", "31", None),
        ("regulation", "7", None),
    ],
    "By the 2024 Land Law and the 2013 Constitution the plots are theirs.": [
        ("law", None, None),
        ("constitution", None, None),
    ],
    "The Spring Economic Statement and the Third Quarter Harbour Report came late.": [
        ("report", None, None),
        ("report", None, None),
    ],
    "The ADP FY 2026-27 follows the 2nd RDP 2023-2028.": [("plan", None, None), ("plan", None, None)],
    "He said so in the Budget Speech 2026-27.": [("address", None, None)],
    "According to the May 2026 report of the Lesna Statistics Office, rents fell.": [("report", None, None)],
    "Lesna Economic Survey 2025-26: rents fall\nAs per the Lesna Economic Survey 2025-26, rents fell.": [
        ("report", None, None),
        ("report", None, None),
    ],
    "The clerk spoke.\n7/26 Village Hall Report – The boiler is old.": [],
    "Sessional Paper Number 7 of 2015 says so.": [("strategy", "7", None)],
}

# The text, and for each task who is to do it and by when.
TOLD = {
    "Minutes of the parish council\nPW to circulate the letter. It is wet - the Chair and Clerk will look again.": [
        ("PW", None),
        ("the Chair and Clerk", None),
    ],
    "Minutes of the committee\nLegal Services to draw down the money.\nNothing to report.": [("Legal Services", None)],
    "It was resolved that Cllr Lomov and Cllr Orlova would interview both.": [("Cllr Lomov and Cllr Orlova", None)],
    "The Collector, warning the district officers, directed them to visit the wells.": [("district officers", None)],
    "The Secretary issued clear directions to the wardens to open the gates.": [("the wardens", None)],
    "The Secretary directed Officer S.N. Lomov to set up a desk.": [("Officer S.N. Lomov", None)],
    "The order requires the Secretary to report back twice.": [("the Secretary", None)],
    "The minister set the deadline of 15 October 2026 for the secretaries to issue orders.": [
        ("the secretaries", "2026-10-15")
    ],
    "It is learnt that officials in many offices have been ordered to list the works.": [
        ("officials in many offices", None)
    ],
    "The roads are poor, and the County is advised to hire engineers.": [("the County", None)],
    "The chair asked that the Parish Clerk confirms the price.": [("the Parish Clerk", None)],
    "She feared a loss and that the Parish Clerk should ensure a copy is kept.": [("the Parish Clerk", None)],
    "He stressed that Lesnians should save water.": [("Lesnians", None)],
    "Final approval is due by July 15, 2026.": [(None, "2026-07-15")],
    "Ward meetings will be organised on April 2, 2026.": [(None, "2026-04-02")],
    "Disputes should be strictly dealt with by the heads of the departments.": [("the departments", None)],
    "RESOLVED, that the President appoint a clerk.": [("the President", None)],
    "Members felt that it was late and that officers were requested to list the wells.": [("officers", None)],
    "The chairman requested departments to: list the wells.": [("departments", None)],
    "Ministers now have 90 days to draw up plans.": [("Ministers", "90 days")],
    "RESOLVED: that Cllr Lomov obtain three quotes.": [("Cllr Lomov", None)],
    "Officials were instructed not to leave town.": [("Officials", None)],
    "The Department of Roads will mend the bridge by May 2026; the Department of Water will dig wells by June 2026.": [
        ("The Department of Roads", "2026-05"),
        ("the Department of Water", "2026-06"),
    ],
    "The plan has two aims: By 2031, to build a port of 3 berths.": [(None, "2031")],
    "The chairman requested departments to list the wells.\nStrengthen the inspection of wells.": [
        ("departments", None),
        ("departments", None),
    ],
    "The District Supplies Manager, Lomov, was directed to open the stores.": [
        ("The District Supplies Manager, Lomov", None)
    ],
    "INSTRUCT the Board of Works to list the wells.": [("the Board of Works", None)],
    "Minutes of the meeting\n(5.6) Brambles on the walk - SV to ask.\nThe chair and vice-chair will decide.": [
        ("SV", None),
        ("The chair and vice-chair", None),
    ],
    "The members said wells should be dug before the end of the current financial year.": [
        (None, "before the end of the current financial year")
    ],
    "She wanted the wardens to close the gates.": [("the wardens", None)],
    "The Roads Authority (RA) is tasked with mending the bridge.": [("The Roads Authority", None)],
    "(b) The comptroller shall submit a list.": [("The comptroller", None)],
}

NOBODY_TOLD = [
    "That Council close the meeting to the public under section 5.",
    "All departments at all levels actively carried out the plan.",
    "He empowered the Water Board to prohibit washing.",
    "The Budget making process will coincide with the general election in August 2027.",
    "Lesna will lead all provinces in growth, says a forecast of 30 January 2026.",
    "The act says that counties are responsible for sound planning.",
]


@pytest.mark.parametrize(("text", "expected"), CITED.items())
def test_what_is_cited(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [document[:3] for document in cited(text, "en")] == expected


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_who_is_told(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize("text", NOBODY_TOLD)
def test_nobody_is_told(text: str) -> None:
    assert told(text, "en") == []


# Fractions in words, decimals without a nought, parts of a named whole, and rates of which only the number is told.
COUNTED = {
    "The rate fell one-tenth of a percentage point.": ["0.1 percentage points change down previous_year"],
    "Rents rose by half a percentage point in May.": ["0.5 percentage points change up same_period"],
    "They received half-a-billion euros.": ["500000000 EUR level"],
    "A quarter of a million people came.": ["250000 persons count"],
    "Half a dozen villages flooded.": ["6 villages count"],
    "Half a day was lost.": [],
    "Rents rose .4 percent.": ["0.4 % change up previous_year"],
    "Some 12 of Lesna's 36 counties are dry.": ["12 counties ratio"],
    "The sex ratio of the district is 974.": ["974 females per 1000 males level"],
    "Maternal mortality (per one lakh live births) fell from 97 in 2031 to 69 in 2032.": [
        "97 deaths per 100000 persons level",
        "69 deaths per 100000 persons level",
    ],
    "The county spent KES. 12,190,032,536.": ["12190032536 KES level"],
    "Against a total of 80 wells 40 have been dug, 19 lined and 11 are in progress.": [
        "80 wells count",
        "40 wells count",
        "19 wells count",
        "11 wells count",
    ],
    "The Zambian council took K9, 471, 368.": ["9471368 ZMW level"],
    "The town pays 713 casual staff.": ["713 persons count"],
    "The city has 80 projects, out of which 19 have been completed while 40 were in progress.": [
        "80 projects count",
        "19 projects count",
        "40 projects count",
    ],
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.items())
def test_what_is_counted(text: str, expected: list[str]) -> None:
    assert read(text) == expected
