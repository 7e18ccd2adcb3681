"""When the figures of whole English texts were so: what the title, the first lines and the paragraphs before decide."""

import pytest

from tests.chapters.reading.readings import timed

PERIODS = {
    # a month told in the first sentence of a paragraph, and the months that another opens with
    "On 4 June 2031 the committee of Lesna met to review May.\n"
    "The economy kept its pace in May. Output rose by 6.2%; sales reached $41 million.\n"
    "In the first five months, revenue was $38 million. Exports were $5 million.": [
        *["2031-05"] * 2,
        *["2031-01/2031-05"] * 2,
    ],
    "In 2031 revenue was $12 million.\nIt reached $2 million at the end of June. There are 40 shops.": [
        "2031",
        "2031-06",
        "2031",
    ],
    "Employment was 1.2 per cent lower in May 2031.\nIt had risen by 3 per cent in April. Prices rose by 2 per cent.": [
        "2031-05",
        *["2031-04"] * 2,
    ],
    # days in the first line of a text
    "During the holiday, from February 8 to 14, 2032, Lesna welcomed 312,000 visitors. Hotels were 76% full.\n"
    "Guests from abroad made up 12%.\nIn 2032, Lesna aims at 5 million visitors.": [
        *["2032-02-08/2032-02-14"] * 3,
        "2032",
    ],
    # what a first paragraph without a figure is about, and not the month in which it was told
    "In March 2031, the office of Lesna announced what its chairman said at the meeting held on March 6.\n"
    "Growth went on in the first 2 months of 2031.\nRevenue reached $5 million.": ["2031-01/2031-02"],
    # up to a day: only what adds up
    "By 25 October 2031, Lesna had disbursed $54 million. It approved 2 projects.": ["2031-01-01/2031-10-25", "2031"],
    # so far, and still to come
    "Lesna's economy grew by 6% in the first half of 2031. To date, 40 of 60 villages have a school.": [
        "2031-01/2031-06",
        "2031",
    ],
    "Output rose by 3% in the first nine months of 2031. Growth for the whole year is forecast at 4%.\n"
    "In the remaining three months, Lesna will strive to sell 5 million tons.": [
        "2031-01/2031-09",
        "2031",
        "2031Q4",
    ],
    "Prices rose by 1.3% in July 2031. For seven months, output rose by 1.9%. Mining fell by 3%.": [
        "2031-07",
        *["2031-01/2031-07"] * 2,
    ],
    "In 2031, the bridge was built in nine months. It took 40 workers.": ["2031"],
    # since a year, and since then
    "The fund of Lesna was established in 2026. Since then it has helped 600 families.\n"
    "In 2031, it gave $3.4 million.": ["2026-2031", "2031"],
    "Lesna opened 12 parks in 2031. Since 2028, it has planted 900 trees. Since 2028 sales have grown by 12%.": [
        "2031",
        "2028-2031",
        "2031",
    ],
    # set for the year to come
    "On 12 December 2031, the council set these targets for 2032: growth of 8%; revenue of $21 million.\n"
    "The rate of trained workers is 71%; 900 new jobs are to be created.": ["2032"] * 4,
    # a document that is older than what is told, or alone tells the year
    "Implementing Decision No. 16/QD dated December 26, 2030, Lesna helps its farms. It has received $10 million.\n"
    "As of October 25, 2031, $5 million had been disbursed.": ["2031", "2031-01-01/2031-10-25"],
    "On April 17, Lesna began to ask voters, according to Plan No. 44/KH dated April 11, 2031.\n"
    "It will arrange 104 communes into 41 communes.": ["2031"] * 2,
    # what a work costs, how long a road is: of no time
    "On 5 May 2031 work began in Lesna. The project has a total investment of $46 million, the road is 18 km long.": [
        None
    ]
    * 2,
    "In 2031, Lesna had 12 schools. They replace a building built in 1998.": ["2031"],
    # compared with another time, and going on with its own
    "The pass rate this year was 87 per cent, compared with 85 per cent last year, Lesna said in July 2031.\n"
    "Girls reached 90 per cent.": ["2031", "2030", "2031"],
    "Lesna raised $28 million in 2031. This is an increase of 19 per cent over the $24 million raised in 2030. "
    "It has 11 offices.": ["2031", "2031", "2030", "2031"],
    "Lesna has lent to farms for long. In 2031 alone, 740 loans were given. Women took 34 per cent.": ["2031"] * 2,
    "In January 2031, exports fell by 14% and imports by 11%.\nTwo new projects were licensed.": ["2031-01"] * 3,
    "Prices in March 2031\nThey fell by 1% in March, after a rise of 2% in February. Food was 5% dearer.": [
        "2031-03",
        "2031-02",
        "2031-03",
    ],
    # of all the years, with nothing that moved from one level to another
    "From 2029 to 2031, Lesna lent $148 million to 3,900 households.": ["2029-2031"] * 2,
    "In 2030, Lesna felled 40,000 trees. Timber was $142 in 2030, $97 a year later.": ["2030", "2030", "2031"],
    "At the beginning of the 2031-2035 period, 24% of families were poor.": ["2031"],
    "In the 2030-2031 school year, 84,210 students were enrolled.": ["2030-2031"],
    "Governor's address, January 2032\nLast year, we made 38,000 jobs. Poverty fell to 3.9 per cent.": ["2031"] * 2,
}


@pytest.mark.parametrize("text", PERIODS)
def test_when_it_was(text: str) -> None:
    assert [period for period, _ in timed(text)] == PERIODS[text]
