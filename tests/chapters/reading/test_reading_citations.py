"""Numbers of documents as offices print them, in rows, glued to their words and in forms, in sentences of our own."""

import pytest

from tongket.reading.claims import ReferenceClaim
from tongket.reading.pipeline import read_text

# The text, and of each document its kind, number and symbol.
CITED = {
    "The Arden Growth Plan (2021) replaces the Housing Strategy (2014).": [
        ("plan", None, None),
        ("strategy", None, None),
    ],
    "In 2022 came the Land Use Plan for the Lower Arden, 2022 (“Land Use Plan (2022)”).": [("plan", None, None)],
    "Under Chapter 4 of the Code of Ordinances no fee is due.": [("law", None, None)],
    "Origin\n\n(May 5, 2021) Report from the City Clerk, Legal Services": [("report", None, None)],
    "The report from the clerk was late.": [],
    "In the Matter of Repealing Resolution No. 31-\n22 on fees": [("resolution", "31-22", None)],
    "Four texts (Resolution Nos. 71-144, 75-24, 75-99, and 81-96) are repealed.": [
        ("resolution", "71-144", None),
        ("resolution", "75-24", None),
        ("resolution", "75-99", None),
        ("resolution", "81-96", None),
    ],
    "The council passed Resolution 25-1046 and Ordinance 25-58.": [
        ("resolution", "25-1046", None),
        ("law", "25-58", None),
    ],
    "Resolution 57, 12 members being present, was adopted.": [("resolution", "57", None)],
    "Under Decision No.772/QD-UBND the wells were closed.": [("decision", "772", "QD-UBND")],
    "Under Proclamation 8123 and Executive Order 44 the park stays open.": [
        ("proclamation", "8123", None),
        ("decree", "44", None),
    ],
    "EXECUTIVE ORDER\n\nNO. 84\n\nAN ORDER AMENDING EXECUTIVE\n\nORDER NO. 83, SERIES OF 2026": [
        ("decree", "83", None)
    ],
    "The mayor kept to Executive Order # B-32-26 and to EO 83.": [("decree", "B-32-26", None), ("decree", "83", None)],
    "в соответствии с Законом Лесной области N 11/96-ОЗ": [("law", "11/96", "ОЗ")],
    "В отчетном периоде на территории района «Лесной» построен мост.": [],
    "Приказы № 12, № 15 и № 20 отменены.": [("order", "12", None), ("order", "15", None), ("order", "20", None)],
    "решением Собрания депутатов района от 29.12.2026 №20": [("decision", "20", None)],
    "по постановлению Совета города от 22 января 2026 года №1576-6/14": [("resolution", "1576-6/14", None)],
    "в постановление администрации от 13.12.2026г. № 1717": [("resolution", "1717", None)],
    "постановлением администрации города Лесного от 21.09.2026 г. № 62-ПА/н": [("resolution", "62", "ПА/н")],
    "ОДОБРЕН\nпостановлением администрации\nЛесной области\nот «10» октября 2026 г. № 409-а": [
        ("resolution", "409", "а"),
    ],
    "Приложение к постановлению администрации района от ______2026 года № ____": [("resolution", None, None)],
    'Закона Лесной области "О передаче районам\nполномочий области" и плана «Сто школ»': [
        ("law", None, None),
        ("plan", None, None),
    ],
    "Утвердить Инструкцию об учёте писем граждан.": [("regulation", None, None)],
    "Стратегический план развития области до 2035 года принят.": [("plan", None, None)],
    "It follows Chapter 12 of the Legislative Code and the Lesna Constitution of 1993.": [
        ("law", None, None),
        ("constitution", None, None),
    ],
    "Theo quyết định 105, phí tăng; Chỉ thị số 16 CT-TTg, Tờ trình 77 và NQ 57 được đọc.": [
        ("decision", "105", None),
        ("directive", "16", "CT-TTg"),
        ("submission", "77", None),
        ("resolution", "57", None),
    ],
    "Hội đồng quyết định 3 nội dung, theo luật bảo vệ môi trường 2020.": [("law", None, None)],
    "Приказами № 115 и 116, указом губернатора от 7 мая 2026 года, по областному Плану действий на зиму": [
        ("order", "115", None),
        ("order", "116", None),
        ("decree", None, None),
        ("plan", None, None),
    ],
    "по адресной программе сноса ветхих домов на 2023-2027 годы; программа действует на 2027 год": [
        ("programme", None, None),
    ],
    "проект постановления «О программе «Лес»; руководствуясь Уставом Лесного сельского муниципального образования": [
        ("resolution", None, None),
        ("regulation", None, None),
    ],
    "Code 4.2 (Ord. 2026-12s) stays, CIRCULAR NO: 1/2026 and S.I. No. 12 of 2020 too.": [
        ("law", "2026-12s", None),
        ("circular", "1/2026", None),
        ("regulation", "12", None),
    ],
    "Under the master plan on tourism of Arden up to 2030, the Ten-Towns Strategy and the 2024 Budget Review.": [
        ("plan", None, None),
        ("strategy", None, None),
        ("report", None, None),
    ],
    # with a capital inside a sentence, and what is none: a department, a plan still to be made, a show
    "Xã làm theo Kế hoạch phòng chống hạn hán; Đề án nuôi ong lấy mật được duyệt.": [
        ("plan", None, None),
        ("programme", None, None),
    ],
    "Sở Kế hoạch và Đầu tư sẽ xây dựng Đề án phát triển làng nghề, trình trước các Kế hoạch này.": [],
    "Chi bộ triển khai Nghị quyết Đại hội Đảng bộ Công an huyện.": [("resolution", None, None)],
    "Theo Nghị quyết (NQ) 12/NQ HĐND, Kế hoạch 5/KH UBND và quy hoạch điện VIII.": [
        ("resolution", "12", "NQHĐND"),
        ("plan", "5", "KHUBND"),
        ("plan", None, None),
    ],
    "Under Decree No. 92/ 2026/ND-CP fees rise.": [("decree", "92/2026", "ND-CP")],
    # a title in quotation marks names no other document
    "постановлением от 5 мая 2026 г. № 7 «О Стратегии развития лесов до 2035 года»": [("resolution", "7", None)],
    "Kế hoạch số 3/KH-UBND về việc thực hiện Chiến lược phát triển gia đình đến năm 2030": [
        ("plan", "3", "KH-UBND"),
        ("strategy", None, None),
    ],
    # Plans and reports by their names alone; a body that is called after one is none.
    "The board bared its regional development plan for 2026-2031.": [("plan", None, None)],
    "The Shaping Arden Together 2040 plan and the Arden Plan for Growth hold.": [
        ("plan", None, None),
        ("plan", None, None),
    ],
    "The Coastal Plan Committee met two years ahead of the Fiscal Strategy Panel’s target.": [],
    "The Mid-Year Economic and Fiscal Outlook agrees with the 12th Annual Statistical Review.": [
        ("report", None, None),
        ("report", None, None),
    ],
    "Arden backed its Long-term Road Building Plan for the period 2031-2035 and the Forest Strategy for the period of"
    " 2031-2040.": [("plan", None, None), ("strategy", None, None)],
    "It passed a Resolution on socio-economic development tasks and a strategy for tourism to 2035.": [
        ("resolution", None, None),
        ("strategy", None, None),
    ],
    "The chair heard a report of the committee. The strategy for the coast aims to end floods by 2030.": [],
    "The chair presented the report of the District Council on its work.": [("report", None, None)],
    "Совещание посвятили согласованию Программы содействия инвестициям и Плана привлечения средств на 2027 год.": [
        ("programme", None, None),
        ("plan", None, None),
    ],
    "Обеспечена реализация плана мероприятий района «Лесной» по росту доходов.": [("plan", None, None)],
    "До мая подготовить план мероприятий по уборке улиц. Программа поддержки садов помогла.": [],
    "Утвердить прилагаемую Дорожную карту занятости на 2026 - 2027 годы.": [("plan", None, None)],
    "Утвердить прилагаемый Порядок ведения реестра и прилагаемые правила.": [("regulation", None, None)],
    "В рамках Государственной программы по содействию переселению строят дома.": [("programme", None, None)],
    "The province kept to the 13th provincial Party Congress’s Resolution.": [("resolution", None, None)],
    "Public Law 117-58, Executive Order N-79-20 and Order in Council 123/2026 apply.": [
        ("law", "117-58", None),
        ("decree", "N-79-20", None),
        ("order", "123/2026", None),
    ],
    "vide G.O.Ms.No.123 dated 5 May 2026": [("order", "123", None)],
    "Directive 2014/24/EU and Article 228 (6) of the Constitution hold.": [
        ("directive", "2014/24", "EU"),
        ("constitution", None, None),
    ],
    "Закупки идут по 44-ФЗ, Решению Думы от 25 декабря 2026 года № 45/3-VI и ФЗ «О тишине».": [
        ("law", "44", "ФЗ"),
        ("decision", "45/3", "VI"),
        ("law", None, None),
    ],
    "The rate is estimated from the Labour Force Survey.": [],
    "The Annual Labour Force Survey was published.": [("report", None, None)],
    # blanks and letters in numbers and symbols
    "Thực hiện Nghị quyết số 31c/NQ-CP và Nghị quyết 31a/2009/NQ-CP, Quyết định số77/QĐ-UBND.": [
        ("resolution", "31c", "NQ-CP"),
        ("resolution", "31a/2009", "NQ-CP"),
        ("decision", "77", "QĐ-UBND"),
    ],
    "Xét Tờ trình số 41/TTr - NN&PTNT ngày 2/5/2017 và văn bản số 88/ UBND –KT.": [
        ("submission", "41", "TTr-NN&PTNT"),
        ("official letter", "88", "UBND-KT"),
    ],
    "Nghị quyết số 41/NQ-HĐND - Đổi mới để phát triển.": [("resolution", "41", "NQ-HĐND")],
    "các chỉ thị số 5-CT/TU ngày 22/01/2020 số 6-CT/TU ngày 30/01/2020 của Tỉnh ủy": [
        ("directive", "5", "CT/TU"),
        ("directive", "6", "CT/TU"),
    ],
    "Tỉnh quán triệt các Nghị quyết 51, 52 và 53 của Bộ Chính trị.": [
        ("resolution", "51", None),
        ("resolution", "52", None),
        ("resolution", "53", None),
    ],
    "Xã có Nghị quyết 51, 52 hộ thoát nghèo.": [("resolution", "51", None)],
    "по закону № 112 - ФЗ и ФЗ-58, далее – Постановление 31-П": [
        ("law", "112", "ФЗ"),
        ("law", "58", "ФЗ"),
        ("resolution", "31", "П"),
    ],
    "В пункте № 3 - ВВП области за год.": [],
    "по перечню поручений Президента от 15.09.2026 № Пр-165": [("order", "165", "Пр")],
    "Отменить постановления администрации города:\nот 27.08.2023 № 52 «О порядке»;\n- от 14.01.2024 № 12;": [
        ("resolution", "52", None),
        ("resolution", "12", None),
    ],
    "Совещания проведены:\nот 27.08.2023 № 52 «О порядке»;": [],
    "по Указу  Президента от 18.01.2026 N\n21": [("decree", "21", None)],
    "Bylaws 1234 and 1235, 2023 were read.": [("regulation", "1234", None), ("regulation", "1235", None)],
    # what is named without a number
    "В разделе 3 программы «Сроки» и муниципальной программе «Чистый лес» слова исключены.": [
        ("programme", None, None)
    ],
    "Совет принял постановление о поддержке пасек и принял решение о выделении средств.": [("resolution", None, None)],
    "Готовится постановление о поддержке пасек.": [],
    "Уставом города Лесного, Положением района": [("regulation", None, None)],
    "UBND tỉnh ban hành Kế hoạch tổ chức các lớp học bơi cho trẻ em.": [("plan", None, None)],
    "Sở tham mưu UBND tỉnh ban hành Kế hoạch tổ chức các lớp học bơi cho trẻ em.": [],
    "HĐND huyện thông qua Nghị quyết về nhiệm vụ năm 2027 và 9 nghị quyết về đầu tư.": [("resolution", None, None)],
    "The council passed a resolution on the tasks of the year and 9 resolutions on roads.": [
        ("resolution", None, None)
    ],
    "It runs the national target program on new rural development for the period 2026-2030.": [
        ("programme", None, None)
    ],
    "We read the Growth Needs Assessment, the Coastal Plan and the Water Use Law.": [
        ("report", None, None),
        ("plan", None, None),
        ("law", None, None),
    ],
}


@pytest.mark.parametrize(("text", "expected"), CITED.items())
def test_what_is_cited(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    cited = [claim for claim in read_text(text) if isinstance(claim, ReferenceClaim)]
    assert [(claim.doc_type, claim.number, claim.symbol) for claim in cited] == expected


def test_a_number_of_a_series_is_dated_by_its_year() -> None:
    claims = read_text("The wells stay closed under Executive Order No. 83, Series of 2026.")

    assert [(c.quote, c.date) for c in claims if isinstance(c, ReferenceClaim)] == [
        ("Executive Order No. 83, Series of 2026", "2026")
    ]


MADE = {
    # who made the last of a row of one body's documents made them all
    "Thực hiện Chỉ thị số 4/CT-UBND ngày 2/3/2024, Phương án số 9/PA-UBND của UBND tỉnh; Nghị quyết số 3/NQ-CP.": [
        "UBND tỉnh",
        "UBND tỉnh",
        "Chính phủ",
    ],
    "Quyết định số 8/QĐ-TTg và Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ.": ["Thủ tướng Chính phủ"] * 2,
    "Nghị quyết số 5/NQ-HĐND, Kế hoạch số 7/KH-UBND của UBND tỉnh.": [None, "UBND tỉnh"],
}


@pytest.mark.parametrize(("text", "expected"), MADE.items())
def test_who_made_what_is_cited(text: str, expected: list[str | None]) -> None:
    assert [claim.issuer for claim in read_text(text) if isinstance(claim, ReferenceClaim)] == expected
