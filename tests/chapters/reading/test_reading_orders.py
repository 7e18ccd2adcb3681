"""Who is told to do what in press, minutes, decrees and programmes, and what only looks like it: our own sentences."""

import pytest

from tongket.reading.claims import TaskClaim
from tongket.reading.pipeline import read_text

# The text, and for each task who is to do it and by when.
ORDERS = {
    # what a body will do, and who is to act by the last article of a decree
    "The municipal Department of Works and Housing will upgrade the ferries. According to the plan, the Ministry of "
    "Roads will preside over the review.": [
        ("The municipal Department of Works and Housing", None),
        ("the Ministry of Roads", None),
    ],
    "Article 3. Ministers and related organizations and individuals shall be responsible for implementing this "
    "Decision.": [("Ministers and related organizations and individuals", None)],
    # orders that name a deed, or nobody
    "She directed all offices to settle the bills by March 31, 2026 and directed the return of unspent funds in April "
    "2026.": [("all offices", "2026-03-31"), (None, "2026-04")],
    "He directed provision of funds to all offices and asked departments to use them.": [("departments", None)],
    "Time for units to send reports is no later than May 12, 2026.": [("units", "2026-05-12")],
    "The board REFERRED the request to the Finance Committee for a report.": [("the Finance Committee", None)],
    "The order directs “the chancellor and regents to carry out the plan by June 2026.”": [
        ("the chancellor and regents", "2026-06")
    ],
    "He asked that based on the funds above, the chairman of the committee will distribute the rice.": [
        ("the chairman of the committee", None)
    ],
    "Lan said the Lesna and Arden Departments needed to improve their work. Roe recommended Lesna devise a plan.": [
        ("the Lesna and Arden Departments", None),
        ("Lesna", None),
    ],
    # a request, and what somebody only turns to another with
    "Коммунальные службы обращаются к автомобилистам с просьбой не парковать машины во дворах.": [
        ("автомобилисты", None)
    ],
    "Глава района обратился к жителям с призывом убрать территории до 1 мая 2015 года.": [("жители", "2015-05-01")],
    "Депутаты обратились к главе района с вопросом о дорогах до 1 мая.": [],
    # the same body, in the imperative
    "The council requests the directors of offices to review the plans. On that basis, develop a schedule.": [
        ("the directors of offices", None),
        ("the directors of offices", None),
    ],
    # several orders in one sentence
    "The Secretary asked the clerks to send cards by March 15, 2026, and directed the Water Department to immediately "
    "repair the wells by August 15, 2026.": [
        ("the clerks", "2026-03-15"),
        ("the Water Department", "2026-08-15"),
    ],
    "The minister directed the wardens, assistant commissioners (AC) and surveyors (SV) to clear 900 cases over the "
    "next three months.": [("the wardens, assistant commissioners and surveyors", "over the next three months")],
    "“I want the officials to finish the repairs within the next 15 days,” he said.": [
        ("the officials", "within the next 15 days"),
    ],
    "“Higher officials (ACs and DCs) must set an example.”": [("Higher officials", None)],
    "He encouraged the Accounts Committee to follow the matter.": [("the Accounts Committee", None)],
    "The report proposed that the Central Government allocate the remaining capital.": [
        ("the Central Government", None),
    ],
    "The secretary said that the government would soon launch a dashboard.": [("the government", None)],
    "He promised that all owners would get their papers by August 15, 2026.": [(None, "2026-08-15")],
    "The city wants to invest $12 million in 18 streets by the end of FY 2026.": [("The city", "FY26")],
    "Lesna hopes to be a centre of trade by 2030.": [("Lesna", "2030")],
    "Further, the ministry was given two weeks to release the grants.": [("the ministry", "two weeks")],
    "It shall be the duty of the city manager to present an annual report.": [("the city manager", None)],
    "That the Acting Chair be and hereby is requested to appoint three members.": [("the Acting Chair", None)],
    "Not later than 60 days prior to the end of the fiscal year, the County Executive shall submit the budget.": [
        ("the County Executive", "Not later than 60 days prior to the end of the fiscal year"),
    ],
    "The Governor has ordered the Highways Department to reopen the road by Monday.": [
        ("the Highways Department", "by Monday"),
    ],
    "The committee resolved that the Town Clerk write to all contractors.": [("the Town Clerk", None)],
    "Recommendation 4: The County Treasury should file returns by the 15th of every month.": [
        ("The County Treasury", "by the 15th of every month"),
    ],
    "Chairpersons of provincial committees shall direct the work.": [("Chairpersons of provincial committees", None)],
    "Work is expected to start in June 2027.": [(None, "2027-06")],
    # lists in lists
    "Upon adoption, the city manager shall report to the council as follows:\n\n(1) Publish a review every two "
    "years.\n\n(2) If the review shows that targets are missed, the city manager or a deputy shall:\n\n(a) "
    "Name the causes in a paper.\n\n(b) Draft a new plan.\n\n(3) Renew the plan every five years.": [
        ("the city manager", None),
        ("the city manager", "every two years"),
        ("the city manager or a deputy", None),
        ("the city manager or a deputy", None),
        ("the city manager", "every five years"),
    ],
    "The County should carry out the following recommendations:\ni. The County Treasury should file its returns.": [
        ("The County Treasury", None),
    ],
    # cards
    "Action: Publish the tender\nLead: Head of Works\nDeadline: 1 May 2027": [("Head of Works", "2027-05-01")],
    "Мероприятие: ремонт школы\nСрок: до 1 мая 2027 года\nОтветственный: отдел образования": [
        ("отдел образования", "2027-05-01"),
    ],
    # decrees
    "2. Управлению культуры города (Орлова П.Н.), управлению образования города (Т.В. Лунина) обеспечить показ.": [
        ("управление культуры города, управление образования города", None),
    ],
    "4. Управлению внутренних дел города (Худой) обеспечить:\n4.1. Охрану порядка в местах гуляний.\n"
    "4.2. Перекрытие улицы Мира.\n5. Отделу связи подготовить план.": [
        ("управление внутренних дел города", None),
        ("управление внутренних дел города", None),
        ("отдел связи", None),
    ],
    "ПОСТАНОВЛЯЮ:\n1. Всем теплоснабжающим организациям, подающим тепло школам, проверить котлы.\n"
    "2. Балансодержателям домов утеплить подвалы.": [
        ("теплоснабжающие организации", None),
        ("Балансодержатели домов", None),
    ],
    "4. Возложить персональную ответственность за уборку парка на руководителей обслуживающих организаций.": [
        ("руководители обслуживающих организаций", None),
    ],
    "2. Куратором программы назначить заместителя главы Лесного района по экономике.": [
        ("заместитель главы Лесного района по экономике", None),
    ],
    "3. Просить руководителей предприятий принять участие в уборке.": [("руководители предприятий", None)],
    "4. Контроль за исполнением возложить на заместителя главы по социальным вопросам А.Л. Орлову.": [
        ("заместитель главы по социальным вопросам А.Л. Орлову", None),
    ],
    "А Управлению жилищного хозяйства администрации города поручено вывезти снег.": [
        ("управление жилищного хозяйства администрации города", None),
    ],
    # programmes
    "Экономический отдел администрации района ежегодно проводит оценку программ.": [
        ("Экономический отдел администрации района", "ежегодно"),
    ],
    "Заказчик программы ежегодно в срок до 10 февраля года, следующего за отчетным, направляет в отдел справку.": [
        ("Заказчик программы", "ежегодно до 10 февраля года, следующего за отчетным"),
    ],
    "Исполнители представляют отчет в срок до 3 (третьего) числа месяца, следующего за отчетным кварталом.": [
        ("Исполнители", "до 3 (третьего) числа месяца, следующего за отчетным кварталом"),
    ],
    "Управление реализацией программы осуществляет заказчик программы.": [("заказчик программы", None)],
    # read in no time, although no mark ends the name of the body
    "Контроль хода работ и расходования средств осуществляет Контрольно-наблюдательная комиссия Заречинского "
    "муниципального округа в соответствии с подписанным соглашением.": [],
    "Контроль за расходами осуществляется в установленном порядке министерством финансов области.": [
        ("министерство финансов области", None),
    ],
    # press
    "Так, до 1 марта 2026 года кабмин должен внести предложения.": [("кабмин", "2026-03-01")],
    "«Лесная область должна войти в число лидеров к 2030 году», — сказал он.": [("Лесная область", "2030")],
    "Глава потребовал от глав районов быстрее решать вопрос.": [("главы районов", None)],
    "Главам районов губернатор поставил задачу: навести порядок на дорогах.": [("главы районов", None)],
    "И поставил задачу: обеспечить готовность к 15 октября 2026 года.": [(None, "2026-10-15")],
    "Правительство заявило, что в 2027 году построит два моста.": [("Правительство", "2027")],
    "Губернатор обязал глав всех районов ежедневно отчитываться об уборке.": [("главы всех районов", "ежедневно")],
    "В планах местных властей удвоение экспорта к 2035 году.": [("местные власти", "2035")],
    "Chủ tịch UBND tỉnh yêu cầu các sở: Y tế, Nội vụ; Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh;Ban quản lý khu "
    "công nghiệp rà soát số liệu.": [
        ("các sở: Y tế, Nội vụ; Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh;Ban quản lý khu công nghiệp", None),
    ],
    "QUYẾT ĐỊNH:\nĐiều 1. Ban chỉ đạo phòng, chống dịch tỉnh Bình An triển khai các biện pháp.": [
        ("Ban chỉ đạo phòng, chống dịch tỉnh Bình An", None),
    ],
    "UBND tỉnh yêu cầu Ban Quản lý công trình giao thông Khu kinh tế mở Tân An rà soát vốn.": [
        ("Ban Quản lý công trình giao thông Khu kinh tế mở Tân An", None),
    ],
    "Văn phòng UBND tỉnh được giao hoàn thiện phần mềm.": [("Văn phòng UBND tỉnh", None)],
    "Sở Công Thương: Chủ trì kiểm tra các chợ.\nSở Y tế: Tổ chức đã ổn định.": [("Sở Công Thương", None)],
    "Подрядчику необходимо завершить работы к 25 декабря 2026 года.": [("подрядчик", "2026-12-25")],
    "Рекомендовать главам районов: до 1 июля 2026 года утвердить планы.": [("главы районов", "2026-07-01")],
    "Staff will return to Council in June 2026 with a report.": [("Staff", "2026-06")],
    "The Treasurer will present the figures at the next meeting.": [("The Treasurer", "next meeting")],
    # bodies with long names
    "The People's Committees of Tan An and Binh Hoa districts are responsible for checking wells.": [
        ("The People's Committees of Tan An and Binh Hoa districts", None),
    ],
    "The premier asked the ministries of trade and labour, water and roads to be responsible for the data.": [
        ("the ministries of trade and labour, water and roads", None),
    ],
    "From the beginning of the year, provincial departments, investors, districts and communes must focus on roads.": [
        ("provincial departments, investors, districts and communes", None),
    ],
    "The province requires departments, branches; districts and communes to review the wells.": [
        ("departments, branches; districts and communes", None),
    ],
    "The Department of Water was assigned to verify the wells. In addition, the department must pay by June 5, 2026.": [
        ("The Department of Water", None),
        ("The Department of Water", "2026-06-05"),
    ],
    "The Department of Health will be in charge of buying cots. The mayor will be in a hurry.": [
        ("The Department of Health", None),
    ],
    # the heads of those who are told, and their adjectives
    "3. Сельскому областному контрольному комитету до 15 апреля 2026 года утвердить план.": [
        ("Сельский областной контрольный комитет", "2026-04-15"),
    ],
    "3. Районному финансовому управлению обеспечить выделение средств.": [("Районное финансовое управление", None)],
    "Поручить юридическому отделу, отделу кадров и финансовому управлению провести проверку до 5 мая 2026 года.": [
        ("юридический отдел, отдел кадров и финансовое управление", "2026-05-05"),
    ],
    "3. Министерствам, ведомствам области до 1 марта 2026 г. представить сведения.": [
        ("министерства, ведомства области", "2026-03-01"),
    ],
    "2. Отделу по информации и общественным связям подготовить стенд.": [
        ("отдел по информации и общественным связям", None),
    ],
    "2. Общему отделу подготовить зал. Список гостей направить в администрацию до 1 марта 2026 года.": [
        ("Общий отдел", None),
        ("Общий отдел", "2026-03-01"),
    ],
    "- ОГКУ «Лесавтодор» планируют осуществить ремонт моста в 2027 году;": [("ОГКУ «Лесавтодор»", "2027")],
    "Строительство школы запланировано на 2027 год.": [(None, "2027")],
    "Министерство туризма будет создано до 15 июня 2026 года.": [(None, "2026-06-15")],
    "Phấn đấu đến năm 2030 xã Tân An đạt chuẩn nông thôn mới nâng cao.": [("xã Tân An", "2030")],
}

NO_ORDERS = [
    "The goal is to speed up work and to avoid delays.",
    "The year needs a change in directing and running the economy to fulfil the plan.",
    "The case was referred to in the report of the committee.",
    "Annual output per head is to stand at 5,000 dollars in 2027.",
    "Operating expense will increase by $0.2 billion in 2026-27.",
    "Community halls will run from Monday, Aug. 19 to Thursday, Aug. 29.",
    "The policy of the Left Government is to raise output.",
    "The survey was tabled a day before the annual budget is to be presented.",
    "It continues the direction to produce development plans to inform the budget every year.",
    "Investment will rise by 2030.",
    "Some provinces will benefit from stronger demand in 2027.",
    "Residents are urged to save water.",
    "The Treasury proposal should therefore be adopted.",
    "The minister encouraged residents to recycle.",
    "Главным получателем выгоды может стать Лесная область.",
    "Новые предприятия должны будут выпускать мебель.",
    "Муниципалитетам выделены средства, чтобы построить дороги.",
    "Прошу взять к сведению.",
    "Отдел культуры проводит праздники ежегодно.",
    "Новые меры должны дополнить принятый в 2025 году план.",
    "Средняя зарплата к 2028 году должна достигнуть 46 тыс. рублей.",
]


@pytest.mark.parametrize(("text", "expected"), ORDERS.items())
def test_who_is_told(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    tasks = [claim for claim in read_text(text) if isinstance(claim, TaskClaim)]
    assert [(task.assignee, task.deadline) for task in tasks] == expected


@pytest.mark.parametrize("text", NO_ORDERS)
def test_what_is_expected_or_described_is_no_task(text: str) -> None:
    assert [claim.quote for claim in read_text(text) if isinstance(claim, TaskClaim)] == []
