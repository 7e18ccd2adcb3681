"""Which year a text is about, after it has told of another; what a change began from; promises without a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tongket
from tests.chapters.reading.readings import timed

TIMED = {
    # a year told by the way is over with its paragraph
    "In 2031 output grew by 5 per cent.\nThe mean of rich towns was $6,000 in 2030.\nFarms grew by 3 per cent.": [
        ("2031", "actual"),
        ("2030", "actual"),
        ("2031", "actual"),
    ],
    "Output in 2031: 5 tonnes.\n2030\nFarms made $2 million.": [("2031", "actual"), ("2030", "actual")],
    # before any year is named it is the one of most of the text
    "There are 12 works in the town.\nOf these, 4 works were finished in 2031.\nTwo more works began in 2031.": [
        ("2031", "actual"),
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    "В районе 12 школ.\nВ 2016 году открыты 2 школы. В 2016 году закрыта 1 школа.": [
        ("2016", "actual"),
        ("2016", "actual"),
        ("2016", "actual"),
    ],
    # of as many years the one in which it was published, on a line of its own
    "Published Feb 25, 2031\nThe ministry has released $5 million for bridges.\nIt gave $4 million to Arden.\nLast "
    "year the town saw a growth of 3.8 per cent after 2.3 per cent in 2029.": [
        ("2031", "actual"),
        ("2031", "actual"),
        ("2030", "actual"),
        ("2029", "actual"),
    ],
    # a time behind “while” is of what follows; the term of which a session was held is no time of what it passed
    "In 2030 income was $4 million while in 2031 it was $5 million.": [("2030", "actual"), ("2031", "actual")],
    "The income for FY 2030-31 was $4 million while for the current FY 2031-32, it is estimated at $5 million.": [
        ("FY31", "actual"),
        ("FY32", "estimate"),
    ],
    "In 2031 trade rose by 5 per cent while prices fell by 4 per cent in May 2031.": [
        ("2031", "actual"),
        ("2031-05", "actual"),
    ],
    "The council passed 21 resolutions at its 14th session of the 9th term in the period 2026-2031.": [
        (None, "actual")
    ],
    "In the 9th term, 2026-2031, the council passed 21 resolutions.": [("2026-2031", "actual")],
    # what is only promised has no time
    "2031-02-25\nThe mayor spoke in the hall.\nThe new port will create 500 jobs.\nIt has cost $3 million.": [
        (None, "target"),
        ("2031", "actual"),
    ],
    # what a change began from is of the year before
    "In 2031 receipts rose from $4 million to $5 million.": [("2030", "actual"), ("2031", "actual")],
    "In 2031 the town spent $5 million, up from $4 million.": [("2031", "actual"), ("2030", "actual")],
    "In 2031 the town spent $5 million, more than last year's $4 million.": [("2031", "actual"), ("2030", "actual")],
    "The 2031-32 deficit is $5 million, down from $6 million at Budget.": [("FY32", "actual"), ("FY32", "estimate")],
    "Output fell by 1.6 per cent in 2031, revised up from 1.7 per cent.": [("2031", "actual"), ("2031", "actual")],
    # the hour above a text; a rank in an estimate; what a sentence says again
    "October 04, 2022 | 11:05 GMT+7\nLũy kế 9 tháng thu 5 tỷ đồng.\nXuất khẩu đạt 3 tỷ đồng.": [
        ("2022-01/2022-09", "actual"),
        ("2022-01/2022-09", "actual"),
    ],
    "GRDP năm 2031 ước tăng 8 %, đứng thứ 3 cả nước.": [("2031", "estimate"), ("2031", "actual")],
    "In 2031 output is estimated at $5 million. This marks a growth rate of 7 per cent.": [
        ("2031", "estimate"),
        ("2031", "estimate"),
    ],
    # behind a bracket; months as an adjective; years of accounts with blanks
    "The 2031-32 debt is $5 million. It will reach $7 million (14 per cent of output) by 2034-35.": [
        ("FY32", "actual"),
        ("FY35", "target"),
        ("FY35", "target"),
    ],
    "In 2031 the 11-month rate was 60 per cent.": [("2031-01/2031-11", "actual")],
    "Staff raised the FY 2031 - 2032 budget by $5 million.": [("FY32", "actual")],
    "По итогам 2031 года зарплата составила 41 тысячу рублей против 40 тысяч в прошлом году.": [
        ("2031", "actual"),
        ("2030", "actual"),
    ],
    # what a budget gives
    "The MEC has tabled a R53 million for the 2031/32 financial year.\nThe school was allocated R2 million.": [
        ("FY32", "estimate"),
        ("FY32", "estimate"),
    ],
    "О бюджете города Энск на 2031-2033 годы\nУтвердить бюджет, в том числе на 2031 год:\n1) доходы – 5 млн рублей;": [
        ("2031", "estimate"),
    ],
    # a time beside the one that the text is about holds for its own sentence
    "In the first half of 2031 trade was $5 million. In May alone it was $2 million.\nFarms made $3 million.": [
        ("2031-01/2031-06", "actual"),
        ("2031-05", "actual"),
        ("2031-01/2031-06", "actual"),
    ],
    "In 2031 buses ran from 5 stations to 7 towns.": [("2031", "actual"), ("2031", "actual")],
    # the year of a law, of prices or of a cause is no time of a figure
    "In 2031 pay was set under the Pay Act, 2010. Staff cost $5 million.": [("2031", "actual")],
    "Aden's output was $5 million in chained 2012 dollars in 2031.": [("2031", "actual")],
    "In 2031 harvests fell by 3 per cent, owing to a drought in 2029. Herds shrank by 2 per cent.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    # the period behind the level that was come to
    "Income in 2030 was $50, which is expected to grow by 10 per cent to $55 in 2031.": [
        ("2030", "actual"),
        ("2031", "estimate"),
        ("2031", "estimate"),
    ],
    # shares of plans of the year are of the year, those of a plan are of the time in which it was met so far
    "In the first quarter of 2031 the town collected $4 million, 25 per cent of the year's plan. In May it had 40% of "
    "the plan.": [
        ("2031Q1", "actual"),
        ("2031", "actual"),
        ("2031-05", "actual"),
    ],
    "In the first quarter of 2031 taxes reached 25 per cent of the annual plan, fees 40% of the plan.": [
        ("2031", "actual"),
        ("2031", "actual"),
    ],
    "In the first quarter of 2031 the town met 95 per cent of the quarterly plan.": [("2031Q1", "actual")],
    "In the first quarter of 2031 the town collected $4 million, 25 per cent of the plan for the quarter.": [
        ("2031Q1", "actual"),
        ("2031Q1", "actual"),
    ],
    "With a first-quarter 2031 growth rate of 5%, the town grew. It has 12 works.": [
        ("2031Q1", "actual"),
        ("2031Q1", "actual"),
    ],
    "They met on the Budget Estimates for 2031-32.\nThe town spent $5 million.": [("FY32", "actual")],
    "Rs 2000 crore went to roads in 2031.": [("2031", "actual")],
    "In the first nine months of this year exports rose by 3%. In 2031 wages rose by 2%.": [
        ("2031-01/2031-09", "actual"),
        ("2031", "actual"),
    ],
    "The town was founded in May 1930.\nIt has 12 schools.\nIn 2017 it built 2 schools more. In 2017 it had 5 clubs.": [
        ("2017", "actual"),
        ("2017", "actual"),
        ("2017", "actual"),
    ],
    # spans
    "Jobs grew by 5 per cent between 2031 and 2032.": [("2031-2032", "actual")],
    "Jobs grew by 2.9 per cent a year from 2031-2036.": [("2031-2036", "actual")],
    "In FY31 output was $5 million. It grew by 22 per cent over the last six years.": [
        ("FY31", "actual"),
        ("FY25-FY31", "actual"),
    ],
    # months, and all months up to the last of them
    "Tình hình kinh tế - xã hội tháng 12 và 12 tháng năm 2016\nThu ngân sách đạt 5 tỷ đồng.": [("2016", "actual")],
    "Tình hình kinh tế - xã hội tháng 9 và 9 tháng năm 2016\nThu ngân sách đạt 5 tỷ đồng.": [
        ("2016-01/2016-09", "actual")
    ],
    "Thu ngân sách từ đầu năm đến tháng 9-2016 là 9 tỷ đồng.": [("2016-01/2016-09", "actual")],
    # what is aimed at is a target, whatever was reached
    "In 2031 the town grew by 8 per cent, surpassing the target of 7 per cent.": [
        ("2031", "actual"),
        ("2031", "target"),
    ],
    "In 2031 the board estimates that the rules save 5,000 tonnes of coal.": [("2031", "estimate")],
}


@pytest.mark.parametrize("text", TIMED)
def test_when_it_was(text: str) -> None:
    assert timed(text) == TIMED[text]


TWO_MONTHS = (
    "In March 2031, the office of Lesna announced the conclusion of its chairman at the meeting in "
    "February 2031 held on March 6.\n"
    "According to the office, in February 2031, although Lesna moved its offices, all of them kept to "
    "their tasks.\n"
    "Therefore the first two months of 2031 brought growth of 3 per cent against the same period last year.\n"
    "Revenue reached 5 million dollars.\n"
    "In March 2031, the chairman asked to finish the move."
)
HERE = (str(Path(tongket.__file__).parents[1]), str(Path(__file__).parents[3]))
READ = (
    "import sys; from tests.chapters.reading.readings import timed; "
    "print(*(period for period, _ in timed(sys.argv[1])))"
)


@pytest.mark.parametrize("seed", range(4))
def test_a_text_is_read_alike_in_every_run(seed: int) -> None:
    told = subprocess.run(  # two months are named as often: which one counts must hang on no order of a set
        [sys.executable, "-c", READ, TWO_MONTHS],
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(HERE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["2031-01/2031-02", "2031-03"]
