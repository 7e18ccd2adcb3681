"""How far what a text has said carries: forecasts over their paragraph, plans over their district, signs over dashes."""

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
    "Quý I/2021 kinh tế ổn định. Lũy kế 3 tháng đầu năm đạt 150 tấn.": [
        ("level", None, "none", "2021-01/2021-03", "actual")
    ],
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
