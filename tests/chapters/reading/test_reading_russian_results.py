"""How Russian reports of results count, list and compare: parts without a unit, lists of indexes, split numbers."""

import pytest

from tests.chapters.reading.test_reading_figures import figures, read
from tongket.reading.claims import ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

READ = {
    # a decimal that lost its place, scales and units of plain speech
    "Оборот торговли в июне составил 312, 418 млрд рублей.": ["312418000000 RUB level"],
    "Доходы бюджета составили 4, 8 миллиарда рублей.": ["4800000000 RUB level"],
    "В 2022, 318 млн рублей направлено на дороги.": ["318000000 RUB level"],
    "Произведено 35,2 тыщ тонн мяса, введено 120 тысяч квадратов жилья.": ["35200 tonnes level", "120000 m2 level"],
    # heads and items of lists that end with a blank, and indexes in brackets that go on as the first did
    "За 2023 год собрано больше: \n- мяса – на 23 %; \n- яиц – на 4 %, и др. \n": [
        "23 % change up previous_year:2022",
        "4 % change up previous_year:2022",
    ],
    "В 2018 году рост отмечен в обработке древесины (153,3 %), производстве прочих машин (115,5 %).": [
        "153.3 % ratio up previous_year:2017",
        "115.5 % ratio up previous_year:2017",
    ],
    # “more by so much” is a change, and no “more than so much”
    "По сравнению с 2014 годом налогов поступило больше на 179,3 тыс. рублей.": ["179300 RUB change up year:2014"],
    "Всего поступило больше 100 тыс. рублей налогов.": ["100000 RUB level"],
    # parts of what was counted or measured before
    "Годовой план ввода – 480 тысяч кв. м. Из них около 310 тысяч – дома, более 150 тысяч – пристройки.": [
        "480000 m2 level",
        "310000 m2 level",
        "150000 m2 level",
    ],
    "Из 64 поручений губернатора выполнены только 41.": ["64 губернатора count", "41 губернатора count"],
    "Из 38 муниципальных районов и 2 городских округов 17 являются дотационными.": [
        "38 districts count",
        "2 municipalities count",
        "17 municipalities count",
    ],
    "Из 40 школ района отремонтированы в 2020 году 12 зданий.": ["40 schools count", "12 зданий count"],
    "Проект поддержали 27 депутатов, 5 проголосовали против, 3 воздержались.": [
        "27 депутатов count",
        "5 депутатов count",
        "3 депутатов count",
    ],
    "На учёте 14 семей, 5 сдали документы.": ["14 households count"],
    "Заготовлено сена 1350 тонн, силоса – 2350 и сенажа 9800 тонн.": [
        "1350 tonnes level",
        "2350 tonnes level",
        "9800 tonnes level",
    ],
    "Из 214 заявок одобрено 180, отклонено 34.": ["214 заявок count", "180 заявок count", "34 заявок count"],
    "За год зарегистрировано 312 преступлений, раскрыто 241.": ["312 crimes count", "241 crimes count"],
    "Из 15 депутатов присутствовали 12.": ["15 депутатов count", "12 депутатов count"],
    "Естественный прирост населения в 2020 году составил 45 человек.": ["45 persons count"],
    "Из 38 котельных к газу подключены 11.": ["38 boiler houses count", "11 boiler houses count"],
    "Посажено 120 деревьев, обработано 5 га.": ["120 деревьев count", "5 ha level"],
    "Рассмотрено 56 обращений, из них 12 – коллективные, 8 – повторные.": [
        "56 complaints count",
        "12 complaints count",
        "8 complaints count",
    ],
    "Естественный прирост населения составил 45 человек, миграционная убыль – 112 человек.": [
        "45 persons count",
        "112 persons count",
    ],
    "Собрано зерна 120 тыс. тонн, картофеля – 35, овощей – 12 тыс. тонн.": [
        "120000 tonnes level",
        "35000 tonnes level",
        "12000 tonnes level",
    ],
    # which way the indexes of a list went
    "Рост выпуска в 2022 году составил 112 %, в городском округе Юрга – более 118 %, 107 % – в Тайгинском районе.": [
        "112 % ratio up previous_year:2021",
        "118 % ratio up previous_year:2021",
        "107 % ratio up previous_year:2021",
    ],
    "В 2022 году рос ввод жилья в Марьинском районе – 154,2 %, Уваровском – 141 %, а в Моршанском – 92 %.": [
        "154.2 % ratio up previous_year:2021",
        "141 % ratio up previous_year:2021",
        "92 % ratio previous_year:2021",
    ],
    "Индекс выпуска в 2022 году составил 108 %, добычи – 111 %.": [
        "108 % ratio previous_year:2021",
        "111 % ratio previous_year:2021",
    ],
    # levels in brackets, and what goes on behind them
    "Экспорт в 2022 году снизился в Тверской – на 3,2 % (до 4 млрд рублей), в Орловской – на 1,4 % (2,8 млрд).": [
        "3.2 % change down previous_year:2021",
        "4000000000 RUB level",
        "1.4 % change down previous_year:2021",
        "2800000000 RUB level",
    ],
    "Рост ВРП в 2022 году составил 2,8 % (до 960 млрд рублей), Томской области – 2,1 % (610 млрд рублей).": [
        "2.8 % change up previous_year:2021",
        "960000000000 RUB level",
        "2.1 % change up previous_year:2021",
        "610000000000 RUB level",
    ],
    "Рост торговли в 2022 году составил 6,2 % (до 1,4 млрд рублей), доля сетей – 48 %.": [
        "6.2 % change up previous_year:2021",
        "1400000000 RUB level",
        "48 % share",
    ],
    "Зарплата ниже среднеобластной на 22 % (41500 рублей).": ["22 % change down", "41500 RUB level"],
    # places in an order whose noun is left out, or another one
    "По надою район занимает 3 место в области. По урожайности – второе. По поголовью – тоже третий результат.": [
        "3 rank rank",
        "2 rank rank",
        "3 rank rank",
    ],
    "Область на первом месте в округе и на пятом – в России, по весу – 4-й показатель в регионе.": [
        "1 rank rank",
        "5 rank rank",
        "4 rank rank",
    ],
    "Район занял пятое место. Направление – первое из новых. Первый результат программы – новый мост.": ["5 rank rank"],
    # what goes on with a basis, and what is of the level of others
    "К 2022 году число жителей сократится на 5 % по сравнению с 2018 годом, по второму варианту на 3,1 %.": [
        "5 % change down year:2018",
        "3.1 % change down year:2018",
    ],
    "По области – 30100 рублей, или 70,8 % областного уровня, пенсия – 65 % от среднереспубликанского уровня.": [
        "30100 RUB level",
        "70.8 % ratio",
        "65 % ratio",
    ],
    "По прогнозу, в 2026 году оборот вырастет на 3,5 % к уровню 2025 года, в 2027 году – на 4,1 %.": [
        "3.5 % change up previous_year:2025",
        "4.1 % change up previous_year:2026",
    ],
    "В 2022 году темп роста к 2021 году – 104,3 %, к уровню 2019 года – 97,6 %.": [
        "104.3 % ratio previous_year:2021",
        "97.6 % ratio year:2019",
    ],
    # plans
    "Реализовано проектов на 3,4 млн рублей, что составляет 86 % от запланированного.": [
        "3400000 RUB level",
        "86 % plan_ratio plan",
    ],
    "Национальные проекты реализованы на 92,1 %, муниципальные программы на 98 %.": [
        "92.1 % plan_ratio plan",
        "98 % plan_ratio plan",
    ],
    "План по налогам выполнен на 104,2 %, перевыполнение составило 12,6 млн рублей.": [
        "104.2 % plan_ratio plan",
        "12600000 RUB plan_excess up plan",
    ],
    "Налога на имущество собрано 33 % к утверждённому объёму.": ["33 % plan_ratio plan"],
    "Расходы аппарата в 2012 году оптимизированы на 12 %.": ["12 % change down previous_year:2011"],
    "Средняя зарплата в 2020 году – 31200 руб., или 109 % от уровня зарплаты за 2019 год.": [
        "31200 RUB level",
        "109 % ratio previous_year:2019",
    ],
}

TIMED = {
    "Прожиточный минимум в 3 кв. 2018 г. составил 10450 руб.": [("2018Q3", "actual")],
    "За 1 квартал 2018г. принято 1480 человек, или 97,2 % к 1 кварталу 2017г.": [
        ("2018Q1", "actual"),
        ("2018Q1", "actual"),
    ],
    "Торговля в 2016 году составит 14 млн рублей, или 104 % к обороту 2015 года.": [
        ("2016", "estimate"),
        ("2016", "estimate"),
    ],
    "С начала 2014 года выпущено на 51 млн рублей, что выше уровня января-июня 2013 года на 3,5 %.": [
        ("2014", "actual"),
        ("2014-01/2014-06", "actual"),
    ],
    "Выпуск в 2014 году на 3,5 % выше уровня декабря 2013 года.": [("2014", "actual")],
    "План на 2010 г. – 30 тыс. кв. м. Из них введено уже 9,1 тыс. кв. м.": [("2010", "target"), ("2010", "actual")],
    "План на 2010 г. – 30 тыс. кв. м. Из них 9,1 тыс. кв. м – дома.": [("2010", "target"), ("2010", "target")],
    "По предварительным расчётам, сбор в 2022 году составил 61 млн рублей.": [("2022", "estimate")],
    "Объём доходов на 2024 год рассчитан в сумме 61 млн рублей.": [("2024", "estimate")],
}

CITED = {
    "Согласно приказу Министерства финансов от 12.10.2011 № 84Н ведётся реестр.": [("order", "84", "Н", "2011-10-12")],
    "Руководствуясь Уставом муниципального образования «Город Бийск».": [("regulation", None, None, None)],
    "Руководствуясь Уставом Чердынского муниципального района.": [("regulation", None, None, None)],
    "Согласно уставу общества директор избирается на год.": [],
    "Глава выступил с ежегодным посланием Госсовету РТ.": [("address", None, None, None)],
}

TASKS = {
    "2. Районной комиссии в срок до 15 апреля 2012 года определить меры.": [("Районная комиссия", "2012-04-15")],
    "Контроль за исполнением возложить на заместителя главы района (А. П. Сидоров).": [
        ("заместитель главы района", None)
    ],
    "Распоряжение опубликовать в газете «Вестник района» (И.И. Петрова).": [("И.И. Петрова", None)],
    "Перечень мероприятий представить в комитет по культуре до 1 октября 2011 года.": [(None, "2011-10-01")],
    "Заявки можно направить в администрацию до 1 июня 2020 года.": [],
    "До 15 ноября 2024 года зампред Иван Петров должен «подготовить план».": [("зампред Иван Петров", "2024-11-15")],
    "К концу 2021 года численность населения сократится на 3 %.": [],
    "Ответственным за исполнение назначить начальника отдела связи.": [("начальника отдела связи", None)],
    "До конца 2022 года завершить ремонт школы.": [(None, "2022")],
}


@pytest.mark.parametrize("text", READ)
def test_value_kind_direction_and_basis(text: str) -> None:
    assert read(text) == READ[text]


@pytest.mark.parametrize("text", TIMED)
def test_period_and_status(text: str) -> None:
    assert [(figure.period, figure.status) for figure in figures(text)] == TIMED[text]


@pytest.mark.parametrize("text", CITED)
def test_what_is_cited(text: str) -> None:
    cited = [claim for claim in read_text(text, language="ru") if isinstance(claim, ReferenceClaim)]
    assert [(claim.doc_type, claim.number, claim.symbol, claim.date) for claim in cited] == CITED[text]


@pytest.mark.parametrize("text", TASKS)
def test_who_is_told(text: str) -> None:
    tasks = [claim for claim in read_text(text, language="ru") if isinstance(claim, TaskClaim)]
    assert [(task.assignee, task.deadline) for task in tasks] == TASKS[text]
