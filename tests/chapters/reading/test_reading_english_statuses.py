"""Whether a figure is reached, aimed at or expected, by all the words for it, in English sentences of our own."""

import pytest

from tests.chapters.reading.readings import figures

STATUSES = {
    # who means to reach something, in all the words for it
    "The district has committed itself to building 45 classrooms before the next school year.": "t",
    "Officials have set their sights on 5 million visitors in 2026.": "t",
    "The region has its sights set on growth of 9 percent this year.": "t",
    "With a view to raising the share of processed goods to 40 percent, the department issued Plan No. 12.": "t",
    "The department is tasked with building 25 bridges this year.": "t",
    "The city aspires to be home to 10,000 tech firms by 2030.": "t",
    "There are plans to open 14 new clinics next year.": "t",
    "The plan provides for the construction of 700 flats.": "t",
    "The strategy envisages 15 industrial clusters by 2030.": "t",
    "The board resolved to bring the loss ratio down to 12 percent.": "t",
    "Each school was charged with enrolling 30 more girls.": "t",
    "In pursuit of a 10 percent growth rate, the province issued 14 directives.": "ta",
    "Kumara District has its eye on 1.5 million tourists next season.": "t",
    "The department is working to bring 25,000 more people into the scheme.": "t",
    # what the aim is
    "The goal for 2025 is 7.5 percent growth.": "t",
    "The 2025 target for poverty reduction is 1.2 percent.": "t",
    "Growth target: 8 percent or more.": "t",
    "The annual quota is 1,200 recruits, of whom 780 have been enlisted so far.": "ta",
    "The programme has three objectives: cut losses to 15 percent, connect 8,000 homes and train 200 plumbers.": "attt",
    "The target for 2024 was 7 percent, but growth came to 6.2 percent.": "ta",
    "Plan 2025: 1,200 tonnes; actual: 1,340 tonnes.": "ta",
    "Its goal is a poverty rate of 2 percent.": "t",
    # what is to be, told in front of the figure or behind it
    "At least 95 percent of applications are to be handled online.": "t",
    "Under the plan, 400 hectares of old forest are to be replanted each year.": "t",
    "Another 70 km of road are due to be paved by 2027.": "t",
    "Disbursement has to reach 95 percent by the end of the year.": "t",
    "Localities need to disburse another VND 320 billion before the end of January.": "t",
    "Poverty is to drop below 3 percent.": "t",
    "Savings of £6.2 million must be found.": "t",
    "A further £4 million of savings is required.": "t",
    # what is so, beside words of what is to be
    "So far the programme, which aims to halve poverty, has reached 42,000 families.": "a",
    "The city, which plans to host the games in 2027, has 14 stadiums.": "a",
    "The mayor, who will step down in May, said unemployment fell to 4.2 percent last year.": "a",
    "The two projects, expected to open in 2026, are 65 percent complete.": "aa",
    "Current capacity is 400 tonnes a day, which will double by 2028.": "a",
    "At present, the district has 56 cooperatives; it aims for 80 by 2027.": "at",
    "Farmers who lost more than 30 percent of their crop will be compensated.": "a",
    "The chairman asked units to clear the backlog of 340 cases.": "a",
    "Although it had been forecast to shrink, the economy grew 2.1 percent in 2023.": "a",
    "The secretary informed the meeting that 82 percent of the work had been completed and the remaining 18 "
    "percent would be completed by June.": "at",
    "With the aim of easing traffic, the city opened 12 bus lanes last year.": "a",
    "The village, which hopes to double its herd, owns 420 cows.": "a",
    "The fleet of 60 buses will be enlarged to 95.": "at",
    "It was planned to sow 40,000 hectares; 38,500 hectares were sown.": "ta",
    "Unemployment, forecast at 6 percent, came in at 5.4 percent.": "ea",
    "Literacy rose to 88 percent and is to reach 95 percent by 2030.": "at",
    # what was planned or foreseen, set beside what came of it
    "Growth was 5.4 percent, above the forecast 5.0 percent.": "ae",
    "Spending was Ksh 3.2 billion out of a planned Ksh 4 billion.": "at",
    "Instead of the planned 60 km, only 41 km were laid.": "ta",
    "Analysts had expected 3.5 percent, but the economy grew 3.9 percent.": "ea",
    "Structure: farming 20 percent, industry 45 percent, services 35 percent (target: farming 18 percent; industry "
    "46 percent; services 36 percent).": "aaattt",
    "Tree cover: 43 percent (plan: 42.5 percent; 2020: 41 percent).": "ata",
    "Contrary to forecasts of a 1 percent fall, output rose 0.6 percent.": "ea",
    # words of expectation
    "The population is put at 1.2 million.": "e",
    "Output may reach 90,000 tonnes this season.": "e",
    "Inflation could climb to 6 percent by the end of the year.": "e",
    "The outlook for 2025 is for growth of 2 percent.": "e",
    "By official estimates, 230,000 people live along the river.": "e",
    "Own-source revenue was revised down to $2.1 billion.": "e",
    "Rice output is reckoned at 640,000 tonnes.": "e",
    "Under the baseline scenario, GDP grows 2.1 percent in 2025 and 2.4 percent in 2026.": "ee",
    "We project revenue growth of 4 percent a year.": "e",
    "Revenue for the year to March is provisionally Rs 6,500 crore.": "e",
    "The consensus is for growth of 3 percent.": "e",
    "The programme will run for five years and cost Rs 300 crore.": "e",
    "It expects a deficit of $40 million, compared with a surplus of $15 million a year earlier.": "ea",
    # money that is set aside, handed on or will be spent
    "The council approved spending of £3.4 million on new pipes.": "e",
    "Supplementary grants of Rs 1,450 crore were tabled in the assembly.": "e",
    "Funding of $3.5 million over four years will support 12 shelters.": "et",
    # lists, by their heads
    "In 2026 the district will focus on the following:\n- plant 300 ha of forest;\n- repair 12 bridges.": "tt",
    "Tasks for next year:\n• raise coverage to 70%\n• train 400 staff": "tt",
    "The following were achieved in 2024:\n- 500 homes built;\n- 12,000 jobs created.": "aa",
    "Outlook\nThe economy grew 3.2 percent in 2023. It is projected to grow 2.4 percent in 2024.": "ae",
    # as such reports tell it
    "The province strives to complete 100% of the plan by the end of the year; as of October 20, it had "
    "disbursed VND 3,400 billion, reaching 62%.": "taa",
    "In the first nine months, GRDP was estimated to increase by 7.4%, of which industry increased by 9.1%; the "
    "whole year is expected to increase by 7.8%.": "eee",
    "The district set a target of reducing the poverty rate to below 3% in 2025; currently the rate is 4.1%.": "ta",
    "To achieve growth of over 8% for the whole year, the fourth quarter must grow by 10.2%.": "tt",
    "According to the growth scenario, the second quarter must reach 8.6% and the third quarter 9%.": "tt",
    "The conference discussed 12 reports and 5 draft resolutions that will be submitted to the council.": "aa",
    "After the merger, the province will have 124 communes and wards, down from 218.": "ta",
    "Of the sanctioned 45,000 houses, 38,200 have been completed.": "aa",
    "The state's own tax revenue was Rs 23,400 crore in 2022-23 (Actuals) and is budgeted at Rs 27,000 crore in "
    "2024-25.": "ae",
    "Total expense is up $190 million from budget due to higher health costs, the mid-year report says.": "e",
    "The province is now forecasting a surplus of $35 million, compared with the $12 million deficit projected "
    "in the budget.": "ee",
    "Net debt is expected to be 38 per cent of GDP, lower than the 39.5 per cent projected last year.": "ee",
    "The department spent R1.8 billion or 97 percent of its R1.86 billion budget.": "aae",
    "An additional R45 million is made available for fire services.": "e",
    "Recycling was 42% (target 45%).": "at",
    "After handing out 5,000 kits in May, the ministry will hand out 8,000 kits in June.": "at",
    "The net operating balance for 2021-22 was a deficit of $220 million, compared with the budgeted deficit of "
    "$340 million.": "ae",
    "The council must save £9 million, having saved £6 million last year.": "ta",
    "Plans call for 1,800 new homes.": "t",
    "Officials had hoped for 50,000 visitors, but only 31,000 visitors came.": "ta",
    "The minister was confident that growth would exceed 6 percent this year.": "e",
    "Under the budget, health gets Rs 4,100 crore.": "e",
    "Expected results: 40 km of road.": "e",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]
