"""Whose tasks they are, by when, and what is none, in sentences of our own."""

import pytest

from tongket.reading.claims import ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

# The text, and for each task who is to do it and by when.
TASKS = {
    "The Director of Works is instructed to:\n(i) publish the tender for the bridge;\n"
    "(ii) report to the committee by 30 June 2026; and\n(iii) consult residents of Ward 4.": [
        ("The Director of Works", None),
        ("The Director of Works", "2026-06-30"),
        ("The Director of Works", None),
    ],
    "Постановляю:\n1.Всем теплосетевым предприятиям и организациям независимо от формы:\n"
    "1.1.До 1 мая 2026 года промыть трубы.\n1.2.Покрасить котлы.": [
        ("теплосетевые предприятия и организации", "2026-05-01"),
        ("теплосетевые предприятия и организации", None),
    ],
    "Контроль возложить на заместителя главы района  Орлову.": [("заместитель главы района Орлову", None)],
    "6. Контроль возложить на главного специалиста по лесу С.П.Орлову.": [
        ("главного специалиста по лесу С.П.Орлову", None)
    ],
    "Не позднее 20 марта года, следующего за отчетным, финансовый отдел готовит сводный отчет.": [
        ("финансовый отдел", "Не позднее 20 марта года, следующего за отчетным")
    ],
    "После окончания работ координатор представляет Главе не позднее 1 мая года, следующего за последним годом "
    "реализации Программы, итоговый отчет.": [
        ("координатор", "не позднее 1 мая года, следующего за последним годом реализации Программы")
    ],
    "После обеда отдел готовит отчет.": [],
    "В 2027 году планируется построить 3 моста на 1,2 млрд рублей.": [(None, "2027")],
    "В 2028-2030 годах намечена реконструкция 12 школ на 4 млрд рублей.": [(None, "2028-2030")],
    "Дома и котельные должны быть полностью готовы в сентябре 2026 года.": [(None, "2026-09")],
    "Рекомендовать главам сельских поселений:\nа) организовать обход дворов до 1 мая 2026 года;\n"
    "б) обновить паспорта дорог.": [
        ("главы сельских поселений", "2026-05-01"),
        ("главы сельских поселений", None),
    ],
    "Chủ tịch UBND huyện Hòa Lộ yêu cầu:\n1. Phòng Nông nghiệp: Rà soát diện tích ngập, báo cáo trước ngày 20/9/2026.\n"
    "2. UBND các xã tuyên truyền, vận động nhân dân thu hoạch sớm.": [
        ("Phòng Nông nghiệp", "2026-09-20"),
        ("UBND các xã", None),
    ],
    "Đề nghị Sở Tài chính, các sở, ngành liên quan và UBND các huyện khẩn trương giải ngân; báo cáo UBND tỉnh trước "
    "ngày 15/10/2026.": [
        ("Sở Tài chính, các sở, ngành liên quan và UBND các huyện", "2026-10-15"),
        ("Sở Tài chính, các sở, ngành liên quan và UBND các huyện", "2026-10-15"),
    ],
    "Thời gian tới, Hòa Lộ tiếp tục đẩy mạnh cải cách hành chính.": [("Hòa Lộ", None)],
    "Điều 3. Văn phòng UBND huyện theo dõi việc thực hiện Quyết định này.": [("Văn phòng UBND huyện", None)],
    "In the coming months, the province will focus on clearing land. It will also upgrade two hospitals.": [
        ("the province", None),
        ("the province", None),
    ],
    "That the Bureau of Statistics publish the census tables quarterly.": [("the Bureau of Statistics", None)],
    "The clerk ordered that the survey of wells be finished by 5 May 2026.": [(None, "2026-05-05")],
    "Officials said the bridge should be completed by October 2026.": [(None, "2026-10")],
    "Governor Roe said she would submit the roads bill.": [("Governor Roe", None)],
    "Управляющему делами Сомову П.Р. до 10 февраля 2026 года подготовить перечень обязанностей.": [
        ("управляющий делами Сомову П.Р.", "2026-02-10"),
    ],
    "Главам управ (Орлова И.П., Лунин А.А., Белов С.Т., Крылов Н.Н., Ветрова О.Д.) в срок до 22.08.2026 года провести "
    "субботник.": [("главы управ", "2026-08-22")],
    "Отчёт о ходе работ составляется отделом архитектуры в срок до 25 июля 2026 года.": [
        ("отдел архитектуры", "2026-07-25"),
    ],
    "Общественная комиссия обеспечивает приём заявок в срок не позднее 10 июня 2026 года.": [
        ("Общественная комиссия", "2026-06-10"),
    ],
    "4. Контроль за исполнением постановления оставляю за собой.\nГлава Лесного района П.Р. Сомов": [
        ("Глава Лесного района", None),
    ],
    "Строительство школы планируется завершить в 2027 году.": [(None, "2027")],
    "Провести 12 мая 2026 года публичные слушания по проекту бюджета.": [(None, "2026-05-12")],
    # behind “1)” and “2)” of an inner list “3.” goes on with the outer one
    "Постановляю:\n2. Главам районов:\n1) принять меры по уборке;\n2) до 10 мая 2026 года представить отчет.\n"
    "3. Министерству труда до 25 мая 2026 года обобщить отчеты.": [
        ("главы районов", None),
        ("главы районов", "2026-05-10"),
        ("министерство труда", "2026-05-25"),
    ],
    "Акимы всех районов и городов, руководители управлений должны качественно вести работу.": [
        ("Акимы всех районов и городов, руководители управлений", None),
    ],
    # “they” are those who were told before; a task or duty is given, and what; an order opens an item
    "The chairman called on heads of departments to act. They are instructed to carry out the plan in full.": [
        ("heads of departments", None),
        ("heads of departments", None),
    ],
    "District governments have been assigned the responsibility of managing funds. They were told to check wells.": [
        ("District governments", None),
        ("District governments", None),
    ],
    "The chairman assigned specific tasks to each provincial unit, within its scope, to advise the committee.": [
        ("each provincial unit", None),
    ],
    "2. Assigning the Department of Health to check all wells.": [("the Department of Health", None)],
    "To strive for the objective that by 2030, Lesna will be rich.": [(None, "2030")],
    "Authorities aim to complete the bridge by June 2027.": [("Authorities", "2027-06")],
    "The minister said that the Lesna Housing Trust should prepare plans and recommended Arden submit its own.": [
        ("the Lesna Housing Trust", None),
        ("Arden", None),
    ],
    "Губернатор поручил членам кабинета министров обновить планы.": [("члены кабинета министров", None)],
    "Theo đó, đối với thành phố Tân An, huyện Bến Lức: Tiếp tục thực hiện giãn cách xã hội.": [
        ("thành phố Tân An, huyện Bến Lức", None),
    ],
    "Tỉnh đề nghị bộ trưởng quan tâm, sớm trình Chính phủ phê duyệt đề xuất dự án.": [("bộ trưởng", None)],
}

NO_TASKS = [
    "Brown said Lesna makes good tea. They are told tales.",
    "The main aim to be met by 2027 is growth.",
    "Đối với huyện Đức Huệ: Đã hoàn thành 5 công trình.",
    "В соответствии с решением\nАдминистрации города от 3.02.2020 № 12, с целью очистки дворов:\n1. Парки города.",
    "В 2027 году планируется увеличить выпуск кирпича до 3 млрд рублей.",
    "В 2027 году планируется рост надоев на 3 %.",
    "The council shall be composed of nine members.",
    "The report should be read together with the tables.",
    "The agency said it had directed schools to close in 2023.",
    "Figures showed the agency also:\n* Helped create 717 businesses\n* Reclaimed 128 acres of land",
    "That council approves the budget.",
    "Управление образования провело 12 семинаров.",
    "Министерство обеспечивает школы учебниками.",
    "Правительству удалось уговорить банки отказаться от сборов.",
    "Численность населения района на 1 января 2026 года составила 24 тысячи человек.",
    "На 2027 год и плановый период планируется сохранить объёмы выпуска.",
    "Одобрить прогноз развития района на плановый период до 2029 года.",
    "Sở Y tế tổ chức 5 lớp tập huấn trong năm 2025.",
    "Các văn bản giao nhiệm vụ cho các cơ quan, đơn vị được rà soát.",
    "Các xã thực hiện tốt công tác thu ngân sách.",
]

# The text, and for each document its kind, number and symbol.
DOCUMENTS = {
    "Работа ведётся по Регламенту администрации города.": [("regulation", None, None)],
    "Улов упал из-за соглашения о квотах между Ардой и Белью.": [("agreement", None, None)],
    "Công văn số 158/SXD- QLN ngày 18-6-2026 của Sở Xây dựng.": [("official letter", "158", "SXD-QLN")],
    "As set out in Notice No. 22 / TB-UBND of 3 May 2026.": [("notice", "22", "TB-UBND")],
    "Федерального закона от 06.10.2003 г. № 131 - ФЗ": [("law", "131", "ФЗ")],
    "В постановление администрации от 13.03.2026 года № 150а внести правки.": [("resolution", "150а", None)],
    "постановлений Правительства области от 30 апреля 2026 года № 271-пп, от 26 июня 2026 года № 444-пп": [
        ("resolution", "271", "пп"),
        ("resolution", "444", "пп"),
    ],
    "Изложить паспорт Программы в редакции согласно приложению № 6.": [],
    "The street sweeping by-law 93-2026 applies.": [("regulation", "93-2026", None)],
    "Council noted the Treasurer’s report (FIN.7) in full.": [("report", "FIN.7", None)],
    "It follows Article 220 of the Constitution and the draft Coastal Erosion Action Plan.": [
        ("constitution", None, None),
        ("plan", None, None),
    ],
    "Ministers signed the Safe Harbour Agreement, in line with Lesna Vision 2040.": [
        ("agreement", None, None),
        ("strategy", None, None),
    ],
    "Căn cứ Luật Tổ chức chính quyền địa phương và Luật Thủy sản.": [("law", None, None), ("law", None, None)],
    "Ban hành kèm theo là Kế hoạch hành động vì trẻ em huyện Hòa Lộ giai đoạn 2026 - 2030.": [("plan", None, None)],
    "Дело по статье 159 УК РФ закрыто.": [("law", None, None)],
    "по Закону города Лесна «О тишине» и областной программе «Чистый двор»": [
        ("law", None, None),
        ("programme", None, None),
    ],
}


@pytest.mark.parametrize(("text", "expected"), TASKS.items())
def test_who_is_to_do_it_and_by_when(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    tasks = [claim for claim in read_text(text) if isinstance(claim, TaskClaim)]
    assert [(task.assignee, task.deadline) for task in tasks] == expected


@pytest.mark.parametrize("text", NO_TASKS)
def test_what_was_done_or_is_so_is_no_task(text: str) -> None:
    assert [claim.quote for claim in read_text(text) if isinstance(claim, TaskClaim)] == []


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS.items())
def test_documents_with_numbers_set_apart_and_with_names_only(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    cited = [claim for claim in read_text(text) if isinstance(claim, ReferenceClaim)]
    assert [(claim.doc_type, claim.number, claim.symbol) for claim in cited] == expected
