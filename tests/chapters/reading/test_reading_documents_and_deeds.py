"""Cited documents, tasks, findings and awards, in sentences of our own."""

from datetime import date

import pytest

from tongket.reading.claims import AwardClaim, FindingClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

REFERENCES = {
    "Постановление Правительства области от 19.09.2007 № 705/34": (
        "resolution",
        "705/34",
        None,
        "2007-09-19",
        "Правительство области",
    ),
    "Thực hiện Nghị định số 98/2018/NĐ-CP ngày 05/7/2018 của Chính phủ.": (
        "decree",
        "98/2018",
        "NĐ-CP",
        "2018-07-05",
        "Chính phủ",
    ),
    "Ngày 15/3/2024, UBND tỉnh ban hành Quyết định số 512/QĐ-UBND về kế hoạch.": (
        "decision",
        "512",
        "QĐ-UBND",
        "2024-03-15",
        "UBND tỉnh",
    ),
    "Theo Luật số 31/2024/QH15, tỉnh rà soát lại.": ("law", "31/2024", "QH15", None, None),
    "Căn cứ Hiến pháp năm 2013.": ("constitution", None, None, "2013", None),
    "Указом Президента Российской Федерации от 7 мая 2018 года № 204.": (
        "decree",
        "204",
        None,
        "2018-05-07",
        "Президент Российской Федерации",
    ),
    "Федеральный закон от 06.10.2003 № 131-ФЗ действует.": ("law", "131", "ФЗ", "2003-10-06", None),
    "В духе Директивы № 7-СТ/ТУ комитеты работают.": ("directive", "7", "CT/TU", None, None),
    "Закона о рыболовстве никто не отменял.": ("law", None, None, None, None),
    "В силу Указа\nГубернатора от 28 сентября 2006\nгода № 91 созван штаб.": (
        "decree",
        "91",
        None,
        "2006-09-28",
        "Губернатор",
    ),
    "Tỉnh thi hành Luật Ngân sách nhà nước.": ("law", None, None, None, None),
    "Bylaw 2021-05 applies.": ("regulation", "2021-05", None, None, None),
    "Under the Lake Taxation (on Specified Wharves) Act, 1990 they pay.": ("law", None, None, "1990", None),
    "The Industrial Policy 2023 stands.": ("strategy", None, None, None, None),
    "Triển khai Nghị quyết 61 của Bộ Chính trị ở xã.": ("resolution", "61", None, None, "Bộ Chính trị"),
    "The districts follow Decision 734 to the letter.": ("decision", "734", None, None, None),
    "Căn cứ Luật Tổ chức Chính phủ và chính quyền xã ngày 19 tháng 6 năm 2015.": (
        "law",
        None,
        None,
        "2015-06-19",
        None,
    ),
    "Nghị quyết số 38-NQ/HU ngày 29/11/2024 của Ban Chấp hành Đảng bộ huyện.": (
        "resolution",
        "38",
        "NQ/HU",
        "2024-11-29",
        "Ban Chấp hành Đảng bộ huyện",
    ),
    "Законом области от 7 июля 2015 года № 722-5-ОЗ установлено.": ("law", "722-5", "ОЗ", "2015-07-07", None),
    "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015.": ("law", None, None, "2015", None),
    "It follows the Medium Term Outlook 2023-2028.": ("plan", None, None, None, None),
    "The Economic Survey for 2021-2022 says so.": ("report", None, None, None, None),
    "Decision No. 512/QD-UBND dated March 15, 2024 applies.": ("decision", "512", "QD-UBND", "2024-03-15", None),
    "Decree No. 98/2018/ND-CP of the Government applies.": ("decree", "98/2018", "ND-CP", None, "Government"),
}


@pytest.mark.parametrize("sentence", REFERENCES)
def test_cited_documents(sentence: str) -> None:
    found = [c for c in read_text(sentence) if isinstance(c, ReferenceClaim)]
    assert [(c.doc_type, c.number, c.symbol, c.date, c.issuer) for c in found] == [REFERENCES[sentence]]


@pytest.mark.parametrize(
    "sentence", ["Các nghị quyết đã ban hành.", "Резолюция одобрена.", "The law is good.", "Нацпроект «Семья» идёт."]
)
def test_a_kind_of_document_is_no_document(sentence: str) -> None:
    assert [c for c in read_text(sentence) if isinstance(c, ReferenceClaim)] == []


TASKS = {
    "Giao Sở Tài chính hoàn thành báo cáo trước ngày 15/12/2024.": ("Sở Tài chính", "2024-12-15"),
    "Các địa phương khẩn trương rà soát, báo cáo trước 30/9.": ("Các địa phương", "2024-09-30"),
    "Yêu cầu huyện Lạng Sơn rà soát lại nhân sự.": ("huyện Lạng Sơn", None),
    "Органам власти следует до 1 марта 2024 года представить отчёты.": ("органы власти", "2024-03-01"),
    "Поручено учреждениям и подразделениям усилить контроль.": ("учреждения и подразделения", None),
    "The Ministry asked the Department of Finance to report by 15 December 2024.": (
        "the Department of Finance",
        "2024-12-15",
    ),
    "Districts must finish the work before 30 June 2025.": ("Districts", "2025-06-30"),
    "Прошу министерство здравоохранения до 1 июля представить график.": ("министерство здравоохранения", "2024-07-01"),
    "Финансовому управлению подготовить отчёт.": ("Финансовое управление", None),
    "Губернатор поручил профильным ведомствам усилить контроль.": ("профильные ведомства", None),
    "The minister instructed the collectors to count all wells.": ("the collectors", None),
    "Within ten days, the department should report on every well.": ("the department", "Within ten days"),
    "Cabinet will receive a plan in October 2024.": ("Cabinet", "2024-10"),
    "The Cabinet instructed officers to continue the work.": ("officers", None),
    # items of a list: behind a line that opens it, or with a colon behind the body
    "2. Cục Thuế tỉnh: Tăng cường quản lý thu.": ("Cục Thuế tỉnh", None),
    "Nhiệm vụ thời gian tới\nCông an tỉnh tăng cường tuần tra.": ("Công an tỉnh", None),
    "Chủ tịch kết luận như sau:\n1. Sở Y tế rà soát danh sách.": ("Sở Y tế", None),
    "2. Sở Nội vụ:\n- Chủ trì lập kế hoạch đào tạo trước ngày 15/3/2024.": ("Sở Nội vụ", "2024-03-15"),
    # a sentence of its own gives the deadline
    "Министерству строительства подготовить график. Срок – 20 ноября 2024 года.": (
        "министерство строительства",
        "2024-11-20",
    ),
    "Giao Sở Xây dựng rà soát quy hoạch; hoàn thành trong tháng 7/2024.": ("Sở Xây dựng", "2024-07"),
    "The Director of Works has been assigned to lead the review.": ("The Director of Works", None),
    "Relevant departments, according to their duties and functions, shall guide the town.": (
        "Relevant departments",
        None,
    ),
    "Ministers and localities must send their plans prior to September 15.": ("Ministers and localities", "2024-09-15"),
    "The Collector directed officials to clear the files by Oct 5.": ("officials", "2024-10-05"),
    "Collectors have been instructed to send lists by the 8th of every month.": (
        "Collectors",
        "by the 8th of every month",
    ),
    "THAT Council direct staff to amend Bylaw No. 4310 by March 2025.": ("staff", "2025-03"),
    "Các đơn vị đã rà soát; Sở Xây dựng tham mưu ban hành quyết định trước 20/12/2024.": ("Sở Xây dựng", "2024-12-20"),
    "Authority be delegated to the Leader to make minor amendments.": ("the Leader", None),
    "Reports will be submitted quarterly by the Director of Lakes.": ("the Director of Lakes", None),
    "Members asked that the Head of Housing provide an update.": ("the Head of Housing", None),
    "The Portfolio Holder agreed to provide an answer by 5 May 2024.": ("The Portfolio Holder", "2024-05-05"),
    "The Chair requested that officers circulate the data before the end of June 2024.": ("officers", "2024-06"),
    "Action: Clerk to write to the lake trust.": ("Clerk", None),
    "Минздраву поручено проработать закупку к 1 июня 2024 года.": ("Минздрав", "2024-06-01"),
    "Губернатор потребовал от глав муниципалитетов ускорить работу.": ("главы муниципалитетов", None),
    "Глава поставил задачу завершить ремонт до 1 ноября 2024 года.": (None, "2024-11-01"),
    "It was agreed that the Clerk would write to the lake trust.": ("the Clerk", None),
    "Свести предложения министерств поручено вице-губернатору.": ("вице-губернатор", None),
    # an order inside a sentence, to whom its form tells
    "The Chief Secretary has instructed collectors to finish the survey by October 15.": ("collectors", "2024-10-15"),
    "The Collector told tehsildars to verify the lists within ten days.": ("tehsildars", "within ten days"),
    "The Committee requested the Head of Housing to circulate the figures before its next meeting.": (
        "the Head of Housing",
        "before its next meeting",
    ),
    "Directions were given to all wardens to clear old cases within a week.": ("all wardens", "within a week"),
    "The minister asked to complete the checks by January next year.": (None, "2025-01"),
    "The proposals will then go to the Executive on 6 February.": ("Executive", "2024-02-06"),
    "RESOLVED that the Chief Executive be asked to report back by 1 April 2025.": ("the Chief Executive", "2025-04-01"),
    "Action: Head of Transport to bring a plan to the board by 10 July 2025.": ("Head of Transport", "2025-07-10"),
    "Within the next two weeks, the department should issue the tender.": (
        "the department",
        "Within the next two weeks",
    ),
    "All the blocks will send their lists within five days.": ("All the blocks", "within five days"),
    "Make sure that every village has a library by March 2026.": (None, "2026-03"),
    "Министр поручил начальникам районных отделов проверить готовность школ к 25 августа.": (
        "начальники районных отделов",
        "2024-08-25",
    ),
    "Глав сельских поселений обязали завершить ремонт до 15 сентября.": ("главы сельских поселений", "2024-09-15"),
    "Контроль за исполнением поручен начальнику отдела строительства.": ("начальник отдела строительства", None),
    "Контроль возложить на первого заместителя председателя правительства.": (
        "первый заместитель председателя правительства",
        None,
    ),
    "Главам муниципальных районов в недельный срок представить отчёт.": (
        "главы муниципальных районов",
        "в недельный срок",
    ),
    "Возьмите на контроль и в двухнедельный срок представьте отчёт.": (None, "в двухнедельный срок"),
    "Вице-губернатору взять под личный контроль ремонт моста.": ("вице-губернатор", None),
    "3. Рабочей группе представить до 23 мая 2024 г. план мероприятий.": ("рабочая группа", "2024-05-23"),
    "1.4.Комитету области по молодёжной политике (Петров Г. И.)  обеспечить показ хода работ.": (
        "комитет области по молодёжной политике",
        None,
    ),
    "Главам районов до 1 марта 2024 г. представить прогнозы.": ("главы районов", "2024-03-01"),
    "Đề nghị các cấp ủy, chính quyền tiếp tục cải cách hành chính.": ("các cấp ủy, chính quyền", None),
    "Ban Quản lý dự án đầu tư xây dựng tỉnh phải hoàn thành gói thầu trong tháng 11.": (
        "Ban Quản lý dự án đầu tư xây dựng tỉnh",
        "2024-11",
    ),
    # rows of a table
    "Action | Lead | Deadline\nSurvey the stock | Head of Housing | 31 March 2025": ("Head of Housing", "2025-03-31"),
    "Мероприятие\tСрок\tОтветственный\nРемонт школы\tдо 1 мая 2024 года\tОтдел образования": (
        "Отдел образования",
        "2024-05-01",
    ),
    "Nhiệm vụ | Cơ quan chủ trì | Thời hạn\nLập đề án | Sở Y tế | thường xuyên": ("Sở Y tế", "thường xuyên"),
}


def test_documents_of_one_kind_in_a_row() -> None:
    listed = "Действуют постановления администрации от 16.02.2021 № 83, от 05.04.2023 № 414."
    found = [c for c in read_text(listed) if isinstance(c, ReferenceClaim)]
    assert [(c.doc_type, c.number, c.date) for c in found] == [
        ("resolution", "83", "2021-02-16"),
        ("resolution", "414", "2023-04-05"),
    ]
    titled = 'Постановления от 26.05.2004 № 354 "О совещании"\nи от 27.11.2006 № 67 "О районе" действуют.'
    assert [c.number for c in read_text(titled) if isinstance(c, ReferenceClaim)] == ["354", "67"]
    apart = "The Lake Levels Act and the Harbour Plan 2030 hold."
    assert [c.quote for c in read_text(apart) if isinstance(c, ReferenceClaim)] == [
        "The Lake Levels Act",
        "Harbour Plan 2030",
    ]
    titles = "They paid under the Lake Fisheries Act 2014, and the Harbour Act 2019 did the rest."
    assert [c.quote for c in read_text(titles) if isinstance(c, ReferenceClaim)] == [
        "Lake Fisheries Act 2014",
        "the Harbour Act 2019",
    ]


@pytest.mark.parametrize("sentence", TASKS)
def test_tasks_name_who_and_when(sentence: str) -> None:
    found = [c for c in read_text(sentence, document_date=date(2024, 1, 10)) if isinstance(c, TaskClaim)]
    assert [(c.assignee, c.deadline) for c in found] == [TASKS[sentence]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm qua huyện đã rà soát nhân sự.",
        "Районы выполнили работу в срок.",
        "The district finished its work.",
        "Chủ tịch UBND tỉnh chủ trì phiên họp.",
        "Sở Y tế tổ chức lễ ra quân.",
        "Trong 9 tháng năm 2025, tỉnh đạt kết quả để phấn đấu hoàn thành mục tiêu.",
        "The company was required to submit an annual statement.",
        "Any grants must comply with our own rules.",
        "Our ambition was to achieve a better rate.",
        "The mortality rate declined to 24 in 2022.",
        "The policy aims to raise coverage to 95 % by 2028.",
        "Chỉ tiêu | Đơn vị | Thực hiện\nSản lượng | tấn | 920",
    ],
)
def test_past_work_is_no_task(sentence: str) -> None:
    assert [c for c in read_text(sentence) if isinstance(c, TaskClaim)] == []


FINDINGS = {
    "Tuy nhiên, còn một số hạn chế: giải ngân chậm; cải cách chưa đạt yêu cầu.": (
        "limitation",
        ["giải ngân chậm", "cải cách chưa đạt yêu cầu"],
    ),
    "Причины отставания: нехватка кадров; задержки выплат. Эти вопросы обсудят.": (
        "cause",
        ["нехватка кадров", "задержки выплат"],
    ),
    "Lessons learned: plan early; measure often.": ("lesson", ["plan early", "measure often"]),
}


@pytest.mark.parametrize("sentence", FINDINGS)
def test_each_clause_of_a_list_is_a_finding(sentence: str) -> None:
    kind, quotes = FINDINGS[sentence]
    found = [c for c in read_text(sentence) if isinstance(c, FindingClaim)]
    assert [(c.finding_kind, c.quote) for c in found] == [(kind, quote) for quote in quotes]


def test_awards_by_group_of_recipients() -> None:
    found = read_text("Tỉnh tặng Bằng khen cho 12 tập thể và 30 cá nhân vì công tác năm 2024.")
    awards = [(c.title, c.recipients, c.count, c.period) for c in found if isinstance(c, AwardClaim)]
    assert awards == [("Bằng khen", "12 tập thể", 12, "2024"), ("Bằng khen", "30 cá nhân", 30, "2024")]


def test_a_report_on_a_past_year_sets_tasks_for_the_next() -> None:
    found = read_text("Отчёт за 2024 год\nУправлению образования до 15 августа подготовить школы.")
    assert [c.deadline for c in found if isinstance(c, TaskClaim)] == ["2025-08-15"]
