"""What is cited, in the forms that reports have for it: congresses, items of a list, dates, years, symbols."""

import pytest

from tongket.reading.claims import ReferenceClaim
from tongket.reading.pipeline import read_text

CITED = {
    "По данным доклада о социально - экономическом положении края в мае 2018 года цены росли.": [
        ("report", None, None)
    ],
    "Как говорится в докладе о социально-экономическом развитии края, цены росли.": [("report", None, None)],
    "Доклад о социально-экономическом положении края за 2018 год\nЦены росли.": [],
    "Глава выступил с докладом о ценах.": [],
    # resolutions of congresses, whoever held them, and who made them
    "It follows the Resolutions of the XIIIth Party Congress and the Political Report.": [
        ("resolution", None, "XIIIth Party Congress")
    ],
    "The 15th Provincial Party Congress Resolution and the Resolution of the City's 7th Congress hold.": [
        ("resolution", None, None),
        ("resolution", None, "City's 7th Congress"),
    ],
    "Nghị quyết Đại hội Hội Nông dân huyện lần thứ IX và Nghị quyết Đảng bộ xã lần thứ XX được triển khai.": [
        ("resolution", None, "Đại hội Hội Nông dân huyện lần thứ IX"),
        ("resolution", None, "Đảng bộ xã lần thứ XX"),
    ],
    # what was passed, by who passed it and what it is about
    "Để hoàn thành Nghị quyết HĐND tỉnh về chỉ tiêu trồng rừng, các huyện vào cuộc.": [
        ("resolution", None, "HĐND tỉnh")
    ],
    "Đạt 98% nghị quyết HĐND đề ra. Quy hoạch cũng nêu rõ mục tiêu đến năm 2030.": [],
    "HĐND xã thông qua Nghị quyết quan trọng về quy hoạch chợ.": [("resolution", None, "HĐND xã")],
    "Three were passed, namely: Resolution on the fees for wells; Resolution amending the list of roads.": [
        ("resolution", None, None),
        ("resolution", None, None),
    ],
    "The drafting of the Resolution on these matters goes on; signed into law on Monday.": [],
    "Премьер подписал распоряжение о наградах, министр издал приказ о создании штаба.": [
        ("directive", None, None),
        ("order", None, None),
    ],
    "Закон области об инвестициях и закон Республики Коми о лесах действуют.": [
        ("law", None, None),
        ("law", None, "Республика Коми"),
    ],
    # in the nominative
    "Постановлением администрации Лесного района от 5.06.2024 № 12, решением Озёрской городской Думы от 7.06.2024 № 9, "
    "Законом Озёрской области № 5 и Стратегией развития Озёрского края до 2030 года.": [
        ("resolution", "12", "администрация Лесного района"),
        ("decision", "9", "Озёрская городская Дума"),
        ("law", "5", "Озёрская область"),
        ("strategy", None, "Озёрский край"),
    ],
    # by the day alone, by years and by initials
    "The member, in a decision notice dated 3 March 2022, approved the sum.": [("decision", None, None)],
    "It is in the socio-economic development plan for five years (2016-2020) and CIDP III (2023-2027).": [
        ("plan", None, None),
        ("plan", None, None),
    ],
    "The 2021–2025 medium-term public investment plan is half done.": [("plan", None, None)],
    "Growth is in the Final Budget Outcome for 2020-21, the 14th Five-Year Plan and the Together Now 2030 strategy.": [
        ("report", None, None),
        ("plan", None, None),
        ("strategy", None, None),
    ],
    "По программе развития сёл на 2020-2025 годы, Национальной стратегии охраны озёр на 2012-2017 годы и "
    "Стратегии-2030.": [("programme", None, None), ("strategy", None, None), ("strategy", None, None)],
    "Утверждён план мероприятий («дорожная карта») «Рост». Генеральный план города до 2035 года принят.": [
        ("plan", None, None),
        ("plan", None, None),
    ],
    "Quy hoạch phát triển mạng lưới đường thủy tỉnh đến năm 2030 được duyệt.": [("plan", None, None)],
    "Theo báo cáo kinh tế - xã hội tháng 5 năm 2024 của Cục Thống kê, giá tăng.": [("report", None, "Cục Thống kê")],
    "The river town backed the Otter Treaty and kept to the Constitution.": [
        ("agreement", None, None),
        ("constitution", None, None),
    ],
    "Договор аренды с ЗАО «Рассвет» расторгнут, договор поставки № 12 исполнен.": [],
    # numbers
    "Council carried Motion 2023-118, Resolution R23-045 and By-law 2021-034 on Proposition 13.": [
        ("resolution", "2023-118", None),
        ("resolution", "R23-045", None),
        ("regulation", "2021-034", None),
        ("law", "13", None),
    ],
    "Резолюция 57 изучена. Указ 7 мая 2018 года выполнен. Постановление 12 мая вышло.": [("resolution", "57", None)],
    "По Закону РФ от 07.02.1992 N 2300 -1 « О защите прав » и приказу.": [("law", "2300-1", None)],
    "Các Nghị quyết số 57-NQ/TW, 59-NQ/TW, 66-NQ/TW được học tập.": [
        ("resolution", "57", None),
        ("resolution", "59", None),
        ("resolution", "66", None),
    ],
    "Nghị quyết 18, 19 của Quốc hội và Quyết định 2045 của UBND huyện được thực hiện.": [
        ("resolution", "18", None),
        ("resolution", "19", None),
        ("decision", "2045", "UBND huyện"),
    ],
    "План нации «Сто шагов» и Кодекс об административных правонарушениях; скважина № 12-А.": [
        ("plan", None, None),
        ("law", None, None),
    ],
    "Case No. 2021-CV-12 was heard.": [],
    "UBND tỉnh ban hành Kế hoạch tổ chức thực hiện như sau.": [],
    # who made it stands in front, behind the date, or is said by the symbol
    "The Politburo’s Resolution No. 59, Government Decree 10/2024/ND-CP and Decision 490/QD-TTg apply.": [
        ("resolution", "59", "Politburo"),
        ("decree", "10/2024", "Government"),
        ("decision", "490", "Prime Minister"),
    ],
    "Resolution 68-NQ/TW, dated May 4, 2025, of the Politburo guides us.": [("resolution", "68", "Politburo")],
    "The Local Government Act, 2012 and the 2023 Housing Law apply.": [("law", None, None), ("law", None, None)],
}


@pytest.mark.parametrize(("text", "expected"), CITED.items())
def test_what_is_cited(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    cited = [claim for claim in read_text(text) if isinstance(claim, ReferenceClaim)]
    assert [(claim.doc_type, claim.number, claim.issuer) for claim in cited] == expected


DATED = {
    "It rests on the June 19, 2015 Law on Organization of Local Administration.": "2015-06-19",
    "The 2023 Housing Law holds.": "2023",
    "Decision No.1327/QĐ-TTg on August 24, 2020 holds.": "2020-08-24",
    "Постановление № 57-NQ/TW Политбюро от 22 декабря 2024 года важно.": "2024-12-22",
}


@pytest.mark.parametrize(("text", "date"), DATED.items())
def test_when_it_was_made(text: str, date: str) -> None:
    assert [claim.date for claim in read_text(text) if isinstance(claim, ReferenceClaim)] == [date]
