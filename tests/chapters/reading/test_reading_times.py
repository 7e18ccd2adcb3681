"""When the figures of a sentence hold, whether they were reached, and where."""

from datetime import date

import pytest

from tests.chapters.reading.readings import figures
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

TIMED = {
    "Quý II/2024, tỉnh thu hút 15 dự án.": ("2024Q2", "actual"),
    "9 tháng đầu năm 2023, cả tỉnh có 15 dự án.": ("2023-01/2023-09", "actual"),
    "Đến ngày 30/6/2024, tỉnh thu hút 15 dự án.": ("2024-01-01/2024-06-30", "actual"),
    "Năm 2024 ước đạt 5 tỷ đồng.": ("2024", "estimate"),
    "Mục tiêu đến năm 2030 đạt 7.500 USD.": ("2030", "target"),
    "В первом полугодии 2023 года введено 3 школы.": ("2023-01/2023-06", "actual"),
    "В 2025 году планируется построить 3 школы.": ("2025", "target"),
    "По оценке, в 2024 году собрано 5 тонн.": ("2024", "estimate"),
    "Spending reached ₹5 crore in FY25 (BE).": ("FY25", "estimate"),
    "In the first quarter of 2024 it built 15 schools.": ("2024Q1", "actual"),
    "The province aims to build 15 schools by 2030.": ("2030", "target"),
    "Lesna built 15 schools in Q1\n2024-05-08": ("2024Q1", "actual"),
    # so many months up to one; ends of periods
    "In the six months to June 2025 the shire built 15 schools.": ("2025-01/2025-06", "actual"),
    "In the year ended 30 June 2025 it built 15 schools.": ("2024-07/2025-06", "actual"),
    "As at 30 September 2025 it owned 45 buses.": ("2025-09-30", "actual"),
    "За девять месяцев 2025-го введено 3 школы.": ("2025-01/2025-09", "actual"),
    "Trong 4 tháng đầu năm 2025, tỉnh có 15 dự án.": ("2025-01/2025-04", "actual"),
    "Tính đến hết tháng 10/2025, tỉnh giải ngân 5 tỷ đồng.": ("2025-01/2025-10", "actual"),
    "В 2026 году отремонтируем 3 школы.": ("2026", "target"),
    "В текущем году введено 3 школы.": (None, "actual"),
    "Tính chung 9 tháng năm 2025, tỉnh có 15 dự án.": ("2025-01/2025-09", "actual"),
    "GRDP quý III-2025 tăng 6,5%.": ("2025Q3", "actual"),
    "The deficit would be $2 billion in 2025.": ("2025", "estimate"),
    # months that have passed, or that a text names by its first and last
    "Ngày 20/6/2024. 6 tháng qua tỉnh có 15 dự án.": ("2024-01/2024-06", "actual"),
    "10.07.2024. С января по июнь этого года введено 3 школы.": ("2024-01/2024-06", "actual"),
    "За период с января по май 2024 года введено 3 школы.": ("2024-01/2024-05", "actual"),
    # what a budget sets out is expected
    "The net budget is £5 million in 2024/25.": ("FY25", "estimate"),
    # two years that follow each other are one of accounts, in English; what prices are meant is no time
    "In 2022-2023 the council housed 40 families.": ("FY23", "actual"),
    "In 2018-19 output grew by 4 per cent at constant (2011-12) prices.": ("FY19", "actual"),
    "A pay award of £3 million was being budgeted for in 2025.": ("2025", "estimate"),
    "They agreed a capital programme for 2025/26 of £98.5 million.": ("FY26", "estimate"),
    "К 2027 году выпуск вырастет до 5 тонн.": ("2027", "estimate"),
    # plans that were met or passed, and plans that only name what was done
    "Năm 2025 kinh tế vượt kế hoạch đề ra, với 15 dự án mới.": ("2025", "actual"),
    "Năm 2025 tỉnh hoàn thành các chỉ tiêu đề ra, có 15 dự án mới.": ("2025", "actual"),
    "За счёт запланированных мероприятий в 2025 году введено 3 школы.": ("2025", "actual"),
    "В 2025 году району поручено построить 3 школы.": ("2025", "target"),
    "За 9 месяцев 2024 года введено 3 школы, что больше, чем в прошлом году.": ("2024-01/2024-09", "actual"),
    "За 9 месяцев 2024 года введены школы. По итогам года ожидается рост на 4,1 %.": ("2024", "estimate"),
    "Đại hội đề ra 20 chỉ tiêu cho nhiệm kỳ 2025-2030.": ("2025-2030", "target"),
    # the whole of last year is what is compared with
    "Quý I/2025 tỉnh có 15 dự án, vượt số dự án của cả năm ngoái.": ("2025Q1", "actual"),
    # a month of a year of accounts
    "The outcome of 2024-25 is out. In August it built 15 schools.": ("2024-08", "actual"),
    "The outcome of 2024-25 is out. In February it built 15 schools.": ("2025-02", "actual"),
    "Rs 15 crore has been set aside for 2025-26.": ("FY26", "estimate"),
    "Budget 2025 invests $15 million.": (None, "estimate"),
    "The budget of 2025 envisages receipts of Rs 15 crore.": ("2025", "estimate"),
    "Итоги полугодия 2025 года. По состоянию на 1 июля строится 3 школы.": ("2025-07-01", "actual"),
}


@pytest.mark.parametrize("sentence", TIMED)
def test_period_and_status(sentence: str) -> None:
    assert [(claim.period, claim.status) for claim in figures(sentence)] == [TIMED[sentence]]


TIMED_APART = {
    # what is the name of the figure behind it says nothing of the next; advance estimates; months by their letters
    "In 2024 it took in 96.4% against a target of 97.2%, and answered 1,350 calls.": [
        ("2024", "actual"),
        ("2024", "target"),
        ("2024", "actual"),
    ],
    "Output is ₹15 crore for 2025-26 (AE).\nIn Apr-Dec 2024 it was ₹9 crore.": [
        ("FY26", "estimate"),
        ("2024-04/2024-12", "actual"),
    ],
    # a part of last year that is compared with says which part of this year is meant; the plan of a year says nothing
    "Năm 2024 tỉnh có nhiều việc.\n\nThu ngân sách 5 tỷ đồng, tăng 9% so với 6 tháng đầu năm 2023.": [
        ("2024-01/2024-06", "actual")
    ]
    * 2,
    "6 tháng đầu năm 2024 thu 5 tỷ đồng.\nXuất khẩu đạt 3 tỷ đồng, bằng 52% kế hoạch cả năm.": [
        ("2024-01/2024-06", "actual"),
        ("2024-01/2024-06", "actual"),
        ("2024", "actual"),
    ],
    "В 2024 году оборот составил 5 млрд рублей, или 96 % к январю-июлю 2023 года.": [("2024", "actual")] * 2,
    # the period of a bracket is that of the figure in it
    "В 2024 году доля зерновых составила 57 % (61 % в прошлом году).": [("2024", "actual"), ("2023", "actual")],
    # spending of the budget is not a budget that looks ahead
    "Расходы бюджета на реализацию проектов по итогам 9 месяцев 2024 года\n\nКультура 173 млн рублей.": [
        ("2024-01/2024-09", "actual")
    ],
    # a level that is set against another one has its own time, and is not expected
    "GSDP is expected to grow at 7.1% in 2024-25 as against 6.8% in 2023-24.": [
        ("FY25", "estimate"),
        ("FY24", "actual"),
    ],
    "In 2024 the rate was 71 per 10,000, compared with 68 a year earlier.": [("2024", "actual"), ("2023", "actual")],
    "In 2024 it ranked 7th, up from 11th in 2021.": [("2024", "actual"), ("2021", "actual")],
    "В июне 2025 года цены выросли на 2%, индекс к декабрю 2024 года – 103,8%.": [("2025-06", "actual")] * 2,
    "В 2024 году область на 12-м месте (в 2022 году – 18-е место).": [("2024", "actual"), ("2022", "actual")],
    "Năm 2024, khách đạt 2,3 triệu lượt, bằng 96% năm 2019.": [("2024", "actual"), ("2024", "actual")],
    # the parts are as sure as the whole
    "Spending in 2025 is estimated at $9 billion. Of this, $2 billion is capital.": [("2025", "estimate")] * 2,
    "Năm 2024 GRDP ước tăng 7,5%. Trong đó: dịch vụ tăng 8,2%.": [("2024", "estimate")] * 2,
    "В 2024 году продолжительность жизни (ожидаемая продолжительность) – 73,4 года.": [("2024", "actual")],
    "November 2024\nFiscal update\nThe deficit for 2023-24 is $2 billion. Debt is $9 billion.": [("FY24", "actual")]
    * 2,
    # the head of a report says which months it is about
    "Kết quả nhiệm vụ 10 tháng và kế hoạch 2 tháng cuối năm 2025\nSản lượng đạt 920 tấn, bằng 84% kế hoạch năm.": [
        ("2025-01/2025-10", "actual"),
        ("2025", "actual"),
    ],
    # the day up to which one figure holds is not that of the next
    "Báo cáo 9 tháng năm 2025\nĐến ngày 25/9, tỉnh thu 5 tỷ đồng. Có 15 dự án.": [
        ("2025-01-01/2025-09-25", "actual"),
        ("2025-01/2025-09", "actual"),
    ],
    # the dot of a unit or a year ends a sentence in front of a capital
    "В 2024 г. Построено 3 школы. В прошлом году сдали 560 кв. м. По плану на 2026 год – 600 кв. м.": [
        ("2024", "actual"),
        ("2023", "actual"),
        ("2026", "target"),
    ],
    # so does a month without a year
    "Annual report 2024\nIn May it closed 3 schools and opened 2 parks. There are 45 buses.": [
        ("2024-05", "actual"),
        ("2024-05", "actual"),
        ("2024", "actual"),
    ],
    # a budget is a document, and no time
    "The 2025/26 update\nThe deficit is $9 million, a decrease of $2 million from Budget 2025.": [("FY26", "actual")]
    * 2,
    # a deadline holds for its own sentence
    "In 2024 it built 3 schools. It will open 2 parks by June 2026. There are 45 buses.": [
        ("2024", "actual"),
        ("2026-06", "target"),
        ("2024", "actual"),
    ],
    # a budget or a forecast says of its own year what is to come, and of the years before what was reached
    "Budget Speech 2026-27\nWe procured 12 tonnes. We shall build 40 hostels.": [
        ("FY26", "actual"),
        ("FY27", "target"),
    ],
    "ПРОГНОЗ\nсоциально-экономического развития на 2027 год\nЗа 2025 год собрано 5 тонн. Построено 3 школы.": [
        ("2025", "actual")
    ]
    * 2,
    # a list goes on with what its first line says
    "In 2025 the forecast overspend is £21m:\n£9m of costs\n£4m of pay.\nThere are 45 buses.": [
        *[("2025", "estimate")] * 3,
        ("2025", "actual"),
    ],
    # years that a text only compares with say that it is about the next one
    "6 tháng đầu năm, tỉnh thu 5 tỷ đồng, tăng 9% so với cùng kỳ năm 2023. Có 15 dự án.": [
        ("2024-01/2024-06", "actual")
    ]
    * 3,
    "Năm 2020, tỉnh thu 5 tỷ đồng, bằng 103% so với thực hiện năm 2019. Có 15 dự án.": [("2020", "actual")] * 3,
    # a headline is about what is told below it; months told of without “đầu năm”
    "Thu ngân sách 9 tháng đạt 5 tỷ đồng\n\nTrong 9 tháng năm 2025, tỉnh có 15 dự án.": [("2025-01/2025-09", "actual")]
    * 2,
    "Kinh tế tỉnh tăng trưởng 5%\n\nTrong 9 tháng năm 2025, tỉnh có 15 dự án.": [("2025-01/2025-09", "actual")] * 2,
    # the month of a session, and the year whose tasks it set
    "Họp phiên thường kỳ UBND tỉnh tháng 11\n\nTrong năm 2025 tỉnh có 15 dự án. Phiên họp bàn nhiệm vụ năm 2026.\n"
    "Thu ngân sách đạt 5 tỷ đồng.": [("2025", "actual")] * 2,
    # the part of a year that opens a paragraph; since when, and up to when
    "Trong 6 tháng đầu năm 2023, tỉnh thực hiện tốt kế hoạch năm 2023. Cả tỉnh có 15 dự án.": [
        ("2023-01/2023-06", "actual")
    ],
    "Tính đến 15/12/2021, tỉnh cấp phép 15 dự án, cao nhất kể từ năm 2015. Vốn đăng ký đạt 5 tỷ đồng.": [
        ("2021-01-01/2021-12-15", "actual")
    ]
    * 2,
    "Năm 2024, dự kiến đến cuối năm thu 5 tỷ đồng.": [("2024", "estimate")],
    "Năm 2024 xuất khẩu đạt 2 tỷ USD, vượt mục tiêu đến năm 2030 là 1,7 tỷ USD. Có 15 dự án.": [
        ("2024", "actual"),
        ("2030", "target"),
        ("2024", "actual"),
    ],
    "Báo cáo năm 2025\nQuí II năm nay tỉnh có 15 dự án. Dịp lễ 2/9 kéo dài.": [("2025Q2", "actual")],
    # what is compared is as sure as what it is of; a plan that was met is no aim
    "Năm 2024 ước thu 5 tỷ đồng; so với năm 2023 tăng 1 tỷ đồng.": [("2024", "estimate")] * 2,
    "Năm 2024 tỉnh thu 5 tỷ đồng, đạt 98% so với nghị quyết đề ra và tăng 2% so với năm 2023.": [("2024", "actual")]
    * 3,
    "В 2024 году область планирует бюджет. Власти ожидают, что оборот замедлится до 5 млрд рублей.": [
        ("2024", "estimate")
    ],
    "В январе-июне 2024 года оборот к соответствующему уровню 2023 года составляет 104,2 %. Введено 3 школы.": [
        ("2024-01/2024-06", "actual")
    ]
    * 2,
    # a period of one growth only; what a sentence expects at its head is so to its end
    "Quý I/2022 GRDP tăng 5,1%, cao hơn mức tăng 4,7% của quý I/2021 và 3,6% của quý I/2020.\nDịch vụ tăng 6%.": [
        ("2022Q1", "actual"),
        ("2021Q1", "actual"),
        ("2020Q1", "actual"),
        ("2022Q1", "actual"),
    ],
    "Tháng 11/2024 công nghiệp của Hải Sa ước tăng 9%; Sơn Hạ tăng 7%.": [("2024-11", "estimate")] * 2,
    "Tháng 11/2024 công nghiệp tăng 3% (cụ thể cùng kỳ là tăng 8%).": [("2024-11", "actual"), ("2023-11", "actual")],
    # a deadline at the head of a sentence of aims holds for the next
    "Phấn đấu tăng 8%/năm thời kỳ 2021-2030. Đến năm 2030, thu nhập đạt 90 triệu đồng.\n\nDịch vụ chiếm 50%.": [
        ("2021-2030", "target"),
        ("2030", "target"),
        ("2030", "target"),
    ],
    "Итоги 2024 года. В работе участвуют 22 бригады, им предстоит убрать 30 тыс. га.": [
        ("2024", "actual"),
        ("2024", "target"),
    ],
    "Министр подчеркнул цель – рост ВВП в 2025 году на 6 %.": [("2025", "target")],
    "В 2024 году за полгода оборот вырос на 6,4 % (против 3,8 % в прошлом году).": [
        ("2024-01/2024-06", "actual"),
        ("2023-01/2023-06", "actual"),
    ],
    "О прогнозе социально-экономического развития области на 2027 год\nОборот 5 млрд рублей будет выше.": [
        ("2027", "target")
    ],
    # a text that only says “this year”; the end of one that is not over
    "Cập nhật ngày 1/10/2024\nVụ đông năm nay gieo 16 ha. Khoai tây 2 ha.": [("2024", "actual")] * 2,
    "10 декабря 2024 года подвели предварительные итоги уходящего года. Введено 3 школы.": [("2024", "actual")],
    # a lead of months; the years that a budget adds; what a list of aims sets
    "Trong 09 tháng, tỉnh thực hiện nhiệm vụ năm 2019.\nThu ngân sách đạt 5 tỷ đồng.": [("2019-01/2019-09", "actual")],
    "Принят бюджет на 2025 год и плановый период 2026 и 2027 годов. Доходы составят 5 млрд рублей.": [
        ("2025", "estimate")
    ],
    "Năm 2025 huyện giữ vững ổn định và xác định các chỉ tiêu: thu 52 tỷ đồng; thu nhập 68 triệu đồng.": [
        ("2025", "target")
    ]
    * 2,
    # where a change began; what goes on from the sentence before
    "В 2024 году число аварий сократилось с 132 до 117 человек.": [("2023", "actual"), ("2024", "actual")],
    "В 2024 году по оценке собрано 5 тонн. Это на 3 % больше, чем годом ранее.": [("2024", "estimate")] * 2,
    "Итоги 2012 года. Безработных на 01.01.2013г. –141 человек.": [("2013-01-01", "actual")],
    # what stands in brackets behind the time compared with is of that time; a term that opens a text
    "Quý I/2024 vốn đạt 104 triệu USD, tăng 60% so với cùng kỳ năm 2023 (37 triệu USD).": [
        ("2024Q1", "actual"),
        ("2024Q1", "actual"),
        ("2023Q1", "actual"),
    ],
    "Nhiệm kỳ 2015-2020, tỉnh đạt nhiều thành tựu. Tổng thu ngân sách đạt 58 tỷ đồng.": [("2015-2020", "actual")],
    # a title that sets aims; a plan that was kept
    "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ 2020-2025\n1. Công nghiệp tăng 16%.\n2. Thu nhập năm 2025: 60 triệu đồng.": [
        ("2020-2025", "target"),
        ("2025", "target"),
    ],
    "6 tháng đầu năm 2015 thu ngân sách đảm bảo theo kế hoạch đề ra, trong đó thu từ đất 37 tỷ đồng.": [
        ("2015-01/2015-06", "actual")
    ],
    "10 tháng, khách đạt 3 triệu lượt\nTrong tháng 10-2012, khách đạt 139 nghìn lượt.": [
        ("2012-01/2012-10", "actual"),
        ("2012-10", "actual"),
    ],
    "В августе 2017 года выпуск к августу 2016 года вырос на 6,8 %, к июлю 2017 года – на 5,8 %.": [
        ("2017-08", "actual")
    ]
    * 2,
    # who reports on a year speaks of it as the last one; a report is named by its time
    "Глава отчитался о результатах работы в 2022 году. В прошлом году введено 3 школы.": [("2022", "actual")],
    "Theo Báo cáo Tình hình kinh tế - xã hội quý I năm 2022 của Cục Thống kê, tỉnh có 15 dự án.": [
        ("2022Q1", "actual")
    ],
    "Năm 2017 huyện có dân số (năm 2016) là 12.500 người.": [("2016", "actual")],
    "Báo cáo ngày 2/10/2021\nTrong 9 tháng năm nay, huyện huy động 23 tỷ đồng. Có 15 dự án.": [
        ("2021-01/2021-09", "actual")
    ]
    * 2,
}


@pytest.mark.parametrize("sentences", TIMED_APART)
def test_periods_and_statuses_side_by_side(sentences: str) -> None:
    assert [(claim.period, claim.status) for claim in figures(sentences)] == TIMED_APART[sentences]


def test_a_quarter_without_any_year_is_no_period() -> None:
    assert [claim.period for claim in figures("The ratio fell by 1.2 percentage points in the third quarter.")] == [
        None
    ]


def test_a_date_without_year_takes_the_year_of_the_document() -> None:
    (claim,) = read_text("Đến ngày 21.8, tỉnh thu hút 15 dự án.", document_date=date(2025, 8, 30))
    assert isinstance(claim, FigureClaim)
    assert claim.period == "2025-01-01/2025-08-21"


AREAS = {
    "Năm 2024, tỉnh Quảng Trị có 15 dự án.": "tỉnh Quảng Trị",
    "В Томской области введено 3 школы.": "Томская область",
    "Отчёт провинции Куангчи: построено 3 школы.": "провинция Куангчи",
    "In Hill County there are 15 schools.": "Hill County",
    # the head names the place, in capitals or not, whatever else the text speaks of
    "UBND HUYỆN ĐẢO BẠCH SA\nTheo tỉnh Hải Sa và tỉnh Hải Sa.\nCó 15 dự án.": "huyện đảo Bạch Sa",
    "Sơn Hạ: thu hút đầu tư\nCó 15 dự án.": "Sơn Hạ",
    "Chủ tịch UBND tỉnh Sơn Hạ thăm 15 trường.": "tỉnh Sơn Hạ",
    "GOVERNMENT OF ARVANA (an invented state)\nThere are 15 schools.": "Arvana",
    "In June it built 15 schools. Lorring Shire Council pays.": "Lorring Shire",
    "ОТЧЁТ СИНЕБОРСКОГО МУНИЦИПАЛЬНОГО РАЙОНА\nВ 2024 г. Построено 3 школы.": "Синеборский муниципальный район",
}


@pytest.mark.parametrize("sentence", AREAS)
def test_the_place_a_figure_is_about(sentence: str) -> None:
    assert [claim.area for claim in figures(sentence)] == [AREAS[sentence]]


@pytest.mark.parametrize(
    ("day", "period"), [(date(2025, 3, 30), "FY25"), (date(2025, 4, 30), "FY26"), (date(2025, 12, 1), "FY26")]
)
def test_the_current_year_of_accounts_is_the_one_open_on_the_day_of_the_document(day: date, period: str) -> None:
    text = "Tax of this financial year came to $5 million."
    assert [c.period for c in read_text(text, document_date=day) if isinstance(c, FigureClaim)][-1] == period
