"""Who is to do what by when, in English sentences of our own: aims of a place, ends of a month, orders in passing."""

import pytest

from tests.chapters.reading.readings import told

TASKS = {
    # what a place aims at has the year it is told of, or said as “this year”, for its end
    "2024-05-10 Lorin: The province aims to complete its investment plan this year.": [("The province", "2024")],
    "In 2027, Mirava Province aims to earn $700 million from exports.": [("Mirava Province", "2027")],
    "By 2030, Mirava strives to have 12 industrial parks.": [("Mirava", "2030")],
    "Velin Province targets growth of 8 percent in 2026.": [("Velin Province", "2026")],
    "The state government plans to set up 40 clinics by 2027.": [("The state government", "2027")],
    "The policy aims to raise coverage to 95 % by 2028.": [],
    "2023-08-04 The coastal province of Binh Loc aims to welcome 3 million visitors this year.": [("Binh Loc", "2023")],
    "2023-08-04 The province plans to clear all sites before the end of this year.": [("The province", "2023-12-31")],
    # what a place will go on with needs no date
    "Under the plan, the province will continue to modernise its offices.": [("the province", None)],
    "The centre will lead and advise on measures to improve one-stop units.": [("The centre", None)],
    "The tax cut will save the average family $239 in 2025.": [],
    # the end of a month or year, where the text says when it was issued
    "2025-03-12 Ardova: The Collector asked officials to complete the survey by the end of this month.": [
        ("officials", "2025-03-31")
    ],
    "2024-02-05 Velin: The secretary told the engineers to finish the drains by this month-end.": [
        ("the engineers", "2024-02-29")
    ],
    "2024-11-05 Velin: The chairman instructed the units to clear all arrears before the end of the year.": [
        ("the units", "2024-12-31")
    ],
    "The Collector asked officials to complete the survey by the end of this month.": [
        ("officials", "by the end of this month")
    ],
    # orders in passing
    "Council voted to direct Administration to prepare a bylaw by Q3 2024.": [("Administration", "2024Q3")],
    "The governor advised to begin the works within three weeks.": [(None, "within three weeks")],
    "All block officers were asked to send fortnightly reports to the commissioner.": [
        ("All block officers", "fortnightly")
    ],
    "The ministry has until 30 June 2025 to present a plan.": [("The ministry", "2025-06-30")],
    "Work on the hall will be finished in March 2026.": [(None, "2026-03")],
    "The Deputy Commissioner gave the contractors until 30 April 2024 to finish the road.": [
        ("the contractors", "2024-04-30")
    ],
    "The Governor has set a deadline of 31 May 2025 for completing the land records.": [(None, "2025-05-31")],
    "Departments and localities were asked to report results before the 25th of each month.": [
        ("Departments and localities", "before the 25th of each month")
    ],
    "The mayor pledged to repair all schools by August 2025.": [("The mayor", "2025-08")],
    "The Chief Secretary stressed the need to complete all schemes by June 2025.": [(None, "2025-06")],
    # no orders
    "The department told the council that the work had been finished in May 2025.": [],
    "The highest allocation is to the Health Department at Sh3 billion.": [],
    "The order will expire on 11 May 2025.": [],
    "The plan was assigned to 14 units in January 2025.": [],
    "Progress is low compared to the assigned plan and the plan to implement the growth scenario.": [],
}


@pytest.mark.parametrize("text", TASKS)
def test_who_is_to_do_it_and_by_when(text: str) -> None:
    assert told(text) == TASKS[text]
