"""How far what a text has said carries: forecasts, plans of a district, dashes, heads of items."""

import pytest

from tongket.reading.claims import FigureClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

# Kind, direction, basis, period and status of each figure.
CARRIED = {
    # a year that is foreseen is not that of the text, and is over with its paragraph
    "За 2016 год отгружено 12 тонн. На 2020 год прогнозируется рост на 3,5 %.\nДоля отрасли составляет 50 %.": [
        ("level", None, "none", "2016", "actual"),
        ("change", "up", "previous_year:2019", "2020", "estimate"),
        ("share", None, "none", "2016", "actual"),
    ],
    # a dash behind a year is no minus
    "На программу в 2014 году –21,7 млн руб.; в 2015 году –34,5 млн руб.": [
        ("level", None, "none", "2014", "actual"),
        ("level", None, "none", "2015", "actual"),
    ],
    # what is more is the percentage
    "За 2017 год отгружено товаров на 160,2 млрд рублей, что на 12,8 % больше уровня 2016 года.": [
        ("level", None, "none", "2017", "actual"),
        ("change", "up", "previous_year:2016", "2017", "actual"),
    ],
    # three months are told as months, though the quarter was named
    "Quý I/2021 kinh tế ổn định. Lũy kế 3 tháng đầu năm đạt 150 tấn.": [("level", None, "none", "2021Q1", "actual")],
    # whose plan it is depends on who tells of it
    "Năm 2024 toàn huyện thu đạt 69% dự toán tỉnh giao.": [("plan_ratio", None, "plan", "2024", "actual")],
    "Năm 2024 giải ngân đạt 69% kế hoạch Thủ tướng Chính phủ giao.": [("plan_ratio", None, "plan", "2024", "actual")],
    "Năm 2024 thu đạt 69% dự toán Trung ương giao.": [("plan_ratio", None, "central_estimate", "2024", "actual")],
}


@pytest.mark.parametrize("text", CARRIED)
def test_how_far_it_carries(text: str) -> None:
    found = [claim for claim in read_text(text) if isinstance(claim, FigureClaim)]

    assert [(c.kind, c.direction, c.basis, c.period, c.status) for c in found] == CARRIED[text]


CITED = {
    "Внести изменения в постановление администрации района от 30.10.2013 № 243 па.": [("243", "па", "2013-10-30")],
    "Приказом Министерства строительства от 18.03.2019 № 162 / пр утверждены правила.": [("162", "пр", "2019-03-18")],
    "Во исполнение Указа Президента Республики Карелия от 26 июля 2013 № УП-695 принят план.": [
        ("695", "УП", "2013-07-26")
    ],
}


@pytest.mark.parametrize("text", CITED)
def test_numbers_and_symbols(text: str) -> None:
    found = [claim for claim in read_text(text, language="ru") if isinstance(claim, ReferenceClaim)]

    assert [(claim.number, claim.symbol, claim.date) for claim in found] == CITED[text]


TOLD = {
    "5. Управлению образования разработать план .\n6. Контроль возложить на Министерство юстиции Карелии .\n": [
        "управление образования",
        "Министерство юстиции Карелии",
    ],
    # heads of items, with and without a mark below them
    "III. TỔ CHỨC THỰC HIỆN\n1. Sở Khoa học và Công nghệ\na) Chủ trì triển khai Kế hoạch này.\n"
    "2. Sở Tài chính\nCân đối, bố trí kinh phí thực hiện.\n3. Sở Công Thương\nHỗ trợ các hợp tác xã kinh doanh.\n": [
        "Sở Khoa học và Công nghệ",
        "Sở Tài chính",
        "Sở Công Thương",
    ],
}


@pytest.mark.parametrize("text", TOLD)
def test_whose_items_they_are(text: str) -> None:
    found = [claim for claim in read_text(text) if isinstance(claim, TaskClaim)]

    assert [claim.assignee for claim in found] == TOLD[text]


# What a bare number counts, by the words in front of its verb or dash, or as a part of what was counted.
COUNTED = {
    "Количество малых предприятий – 312 (в 2022 году – 298).": ["312 enterprises", "298 enterprises"],
    "Количество преступлений составило 312, на 5 % меньше.": ["312 crimes", "5 %"],
    "Введено 12 объектов, из них 7 – за счёт района.": ["12 objects", "7 objects"],
    "In town 87 of 112 communes (77%) are advanced, of which 21 were new.": ["87 communes", "77 %", "21 communes"],
    "The population is growing, reaching 61,480 in June.": ["61480 persons"],
    "Exports were valued at P12.4 billion.": ["1.24E+10 PHP"],
}


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted(text: str) -> None:
    found = [claim for claim in read_text(text) if isinstance(claim, FigureClaim)]

    assert [f"{claim.value} {claim.unit}" for claim in found] == COUNTED[text]
