"""How Russian programmes, forecasts, budgets, reports and papers say figures."""

import pytest

from tests.chapters.reading.test_reading_figures import figures, read

COMPARED = {
    # factors, and times that count occasions
    "За год оклад повышался 18 раз.": ["18 times count"],
    "В этом году в два раза выросло пособие.": ["2 times change up previous_year"],
    "Поголовье скота выросло в 5 раз и достигло 869 голов, овец – в 2,5 раза, птицы в 10 раз.": [
        "5 times change up previous_year",
        "869 heads count",
        "2.5 times change up previous_year",
        "10 times change up previous_year",
    ],
    "Рост обеспечен, и это в 3 раза больше плана.": ["3 times ratio plan"],
    # a growth as an adjective, by its name alone, beside what was foreseen
    "Заводы показали 6,4-процентный рост, цены – 3-процентное снижение.": [
        "6.4 % change up previous_year",
        "3 % change down previous_year",
    ],
    "Район выходит на темпы экономического роста не менее 4,5—5 % в год.": [
        "4.5 % change up previous_year",
        "5 % change up previous_year",
    ],
    "Темп роста 104 %.": ["104 % ratio previous_year"],
    "Оборот вырос на 10,4 % против прогноза в 10,8 %.": [
        "10.4 % change up previous_year",
        "10.8 % change up previous_year",
    ],
    "Доходы выросли на 8 %, что выше прогноза на 3 %.": ["8 % change up previous_year", "3 % plan_excess up plan"],
    "Доходы исполнены на 102 % против плана.": ["102 % plan_ratio plan"],
    # levels in brackets behind a change
    "Расходы вырастут с увеличением оклада на 48,8 % (с 13500 до 20094 рублей).": [
        "48.8 % change up previous_year",
        "13500 RUB level",
        "20094 RUB level",
    ],
    "Число краж сократилось (с 482 до 465 , -3,5  %).": [
        "482 краж count",
        "465 краж count",
        "3.5 % change down previous_year",
    ],
    # other places are no other time
    "Зарплата выше на 600 рублей, чем в целом по стране.": ["600 RUB change up"],
    # a year without a space behind it; so many years back
    "Надоено 9298 тонн (90% к уровню 2015года), мяса – 2728 тонн (91% к 2015году).": [
        "9298 tonnes level",
        "90 % ratio previous_year:2015",
        "2728 tonnes level",
        "91 % ratio previous_year:2015",
    ],
    "В 2024 году стало известно: за пять лет выпуск вырос в 1,5 раза.": ["1.5 times change up year:2019"],
    # bare numbers of a move, and which way the percentage behind them goes
    "В 2024 году в Сосновском районе стало меньше краж с 113 до 99 (на 12,4 %), угонов с 3 до 5 (на 66,7 %).": [
        "113 краж count",
        "99 краж count",
        "12.4 % change down previous_year:2023",
        "3 угонов count",
        "5 угонов count",
        "66.7 % change up previous_year:2023",
    ],
    "В 2024 году число пожаров сократилось с 14 до 9.": ["14 пожаров count", "9 пожаров count"],
    "Число краж снизилось на 12 % (с 245 до 216).": [
        "12 % change down previous_year",
        "245 краж count",
        "216 краж count",
    ],
    "Школа работает с 9 до 18, принимает детей с 6 до 8 лет.": [],
    # what is counted stands in front
    "За год родилось – 353, умерло – 512.": ["353 persons count", "512 persons count"],
    "В 2022 году подано 680 заявок, в 2023 году – 1180, в 2024 – 1343.": [
        "680 заявок count",
        "1180 заявок count",
        "1343 заявок count",
    ],
    "Родилось: 2022 год – 255 человек, 2023-291 человек.": ["255 persons count", "291 persons count"],
    # round numbers in words; signs in front of a scale
    "Премия составила тысячу рублей, собрано полтора миллиона рублей.": ["1000 RUB level", "1500000 RUB level"],
    "Страна привлекла $480 млрд.": ["480000000000 USD level"],
    # the larger bound in front; variants, columns and list numbers are no figures
    "Население сократится на 0,17-0,11 % по 1-3 вариантам.": [
        "0.17 % change down previous_year",
        "0.11 % change down previous_year",
    ],
    "ПОСТАНОВЛЯЮ:\n1\nВнести изменения в столбец 2 таблицы.": [],
    "Оценка равна (факт / план) * 100 %.": [],
    # per one; fractions of people; what comes and goes
    "Надой на 1 корову составил 5400 кг.": ["5400 kg level"],
    "Число врачей увеличилось на 1 человека.": ["1 persons change up previous_year"],
    "Напряжённость составила 1,1 человека на одну вакансию.": ["1.1 persons level"],
    "Естественная убыль составила 159 человек, миграционный прирост – 34 человека.": [
        "159 persons count",
        "34 persons count",
    ],
    "Число умерших превышает число родившихся; превышение умерших над родившимися в 1,8 раза.": ["1.8 times ratio"],
    # growths that go on, speed up, slow down
    "В 2023 году темп роста составлял 6 %, но в 2024 году снизился до 5 %.": [
        "6 % change up previous_year:2022",
        "5 % change up previous_year:2023",
    ],
    "В 2024 году инфляция замедлилась до 5,1 %, рост выпуска ускорился до 6,8 %.": [
        "5.1 % change up previous_year:2023",
        "6.8 % change up previous_year:2023",
    ],
    "Темпы роста доходов замедлились, доля налогов выросла до 35 %.": ["35 % share"],
    "Замедлились темпы роста. В 2020 году этот показатель составлял 4,4 %.": ["4.4 % change up previous_year:2019"],
    "Население сократится по первому варианту на 4 % и составит 7,2 тыс. человек, по второму варианту на 2,7 %.": [
        "4 % change down previous_year",
        "7200 persons count",
        "2.7 % change down previous_year",
    ],
    "Хлеб подорожал на 3 %. Молоко – на 2 %.": ["3 % change up previous_year", "2 % change up previous_year"],
    "Зарплата выросла с 32 тыс. рублей до 38 тыс. рублей, или в 1,2 раза.": [
        "32000 RUB level",
        "38000 RUB level",
        "1.2 times change up previous_year",
    ],
    "В 2024 году население сократилось на 1,2 % (81 человек).": [
        "1.2 % change down previous_year:2023",
        "81 persons change down previous_year:2023",
    ],
    # prices are compared with the month before
    "В мае 2025 года цены на хлеб выросли на 0,4 %.": ["0.4 % change up"],
    "В мае 2025 года выпуск хлеба вырос на 0,4 %.": ["0.4 % change up same_period:2024-05"],
    # indexes said once more
    "В 2024 году получено молока 191 тонна (98,4 % к уровню 2023 года), мяса 52 тонны (91,2 %).": [
        "191 tonnes level",
        "98.4 % ratio previous_year:2023",
        "52 tonnes level",
        "91.2 % ratio previous_year:2023",
    ],
    "Объёмы составят 97,7-100,3 % в сопоставимых ценах.": ["97.7 % ratio previous_year", "100.3 % ratio previous_year"],
    "В 2024 году введено 52 дома, из них кирпичных – 91 %.": ["52 houses count", "91 % share"],
}


@pytest.mark.parametrize("sentence", COMPARED)
def test_value_kind_and_basis(sentence: str) -> None:
    assert read(sentence) == COMPARED[sentence]


PROGRAMME = "Программа на 2026-2028 годы\nЦели программы и подпрограммы, мероприятия программы.\n"

TIMED = {
    # plans, expectations, funding
    "На 2025 год планируется рост зарплаты, она составит 45 тыс. рублей.": [("2025", "target")],
    "На 2025 год прогнозируется рост зарплаты, она составит 45 тыс. рублей.": [("2025", "estimate")],
    "В прогнозируемом периоде планируется ввести 5600 кв. м жилья.": [(None, "target")],
    "Власти области потратят на мосты 1,2 млрд рублей.": [(None, "target")],
    "Биржи могут упасть на 30 %.": [(None, "estimate")],
    "Объём финансирования мероприятий в 2025 году – 3,5 млн рублей.": [("2025", "estimate")],
    "Объём финансирования мероприятий в 2024 году составил 3,5 млн рублей.": [("2024", "actual")],
    "Жители (по оценке службы, их ждут многие) купили 30 домов.": [(None, "actual")],
    "В 2024 году 60 % жителей не ждут, что цены будут снижаться.": [("2024", "actual")],
    "В 2024 году площадь составила 59 га и будет сохранена до 2030 года.": [("2024", "actual")],
    # programmes: their goals, and what is spent on them
    PROGRAMME + "Доля дорог составит не менее 40 %.": [("2026-2028", "target")],
    PROGRAMME + "Общий объём финансирования программы составит 9 млн рублей.": [("2026-2028", "estimate")],
    "Доля дорог в 2025 году составит 40 %.": [("2025", "estimate")],
    "Сумма составит 9 млн рублей, в том числе по годам:\n2025 год – 4 млн рублей;\n2026 год – 5 млн рублей.": [
        ("2025-2026", "estimate"),
        ("2025", "estimate"),
        ("2026", "estimate"),
    ],
    # a dash for the verb said before
    "В 2025 году число безработных составит 120 человек.\nУровень безработицы – 0,8 %.": [
        ("2025", "estimate"),
        ("2025", "estimate"),
    ],
    "В 2025 году выпуск оценивается в 14 млрд рублей.\nПоголовье скота – 112 голов.": [
        ("2025", "estimate"),
        ("2025", "actual"),
    ],
    # periods
    "В январе-декабре 2024 года введено 3 школы.": [("2024", "actual")],
    "В 2025 году ожидается рост на 8 % к факту 2021 года, и зарплата составит 45 тыс. рублей.": [
        ("2025", "estimate"),
        ("2025", "estimate"),
    ],
    "В 2024 году было 96 мест, показатель к 2030 году достигнет 98 мест.": [("2024", "actual"), ("2030", "estimate")],
    "В 2024 году открыт завод. Стоимость проекта – 7 млрд рублей.": [(None, "actual")],
    # years counted from that of the text; today
    "Сегодня в районе работает 12 музеев. В 2019 году открыт ещё один.": [(None, "actual")],
    "18.03.2025\nСегодня в районе работает 12 музеев.": [("2025", "actual")],
    "В 2019 году открыт музей. Пять лет назад долг составлял 3 млрд рублей.": [("2014", "actual")],
    "В 2024 году подведены итоги: за пять лет создано 900 рабочих мест.": [("2019-2024", "actual")],
    "В 2023 году принят план. Через три года район должен получать 2 млн тонн молока.": [("2026", "target")],
    "Прогноз на 2017 год готов. В ближайшие три года цены вырастут на 7 %.": [("2017-2019", "estimate")],
    "Закон принят в 2001 году. В 2019 году создан фонд, на 1 декабря в нём 5 млн рублей.": [("2019-12-01", "actual")],
    "В первой половине 2023 года введено 3 школы.": [("2023-01/2023-06", "actual")],
    "В январе – сентябре т.г. введено 3 школы. В 2023 году их было 5.": [("2023-01/2023-09", "actual")],
    "В 2013 году выпуск вырос на 5 %, к 2020 году он возрастёт. Доля сбыта составляет 62 %.": [
        ("2013", "actual"),
        ("2013", "actual"),
    ],
    # what ends an aim: speech, a clause of what is or was, where a move begins
    "Каждый дом должен быть газифицирован, напомнил глава: «Используется 80 % земель».": [(None, "actual")],
    "В 2024 году планируется открыть цех, и под него уже есть три инвестора.": [("2024", "actual")],
    "В 2024 году планируется открыть цех, где появится 30 мест.": [("2024", "target")],
    "Необходимо отметить, что в 2024 году выделено 240 тыс. рублей.": [("2024", "actual")],
    "На развитие будут выделены средства: доля расходов вырастет с 10 до 15 %.": [(None, "actual"), (None, "estimate")],
    # expected to the end of a list; forecasts of others
    "К концу 2025 года ожидается снижение: угля – 5,6 млн тонн; руды – 2,1 млн тонн.": [
        ("2025", "estimate"),
        ("2025", "estimate"),
    ],
    "По их прогнозам, технологии обеспечат рост на 6 %.": [(None, "estimate")],
    "Оборот вырос на 10,4 % против прогноза в 10,8 %.": [(None, "actual"), (None, "estimate")],
}


@pytest.mark.parametrize("text", TIMED)
def test_period_and_status(text: str) -> None:
    assert [(claim.period, claim.status) for claim in figures(text)] == TIMED[text]


MODIFIED = {
    "Собрано почти на 5 млн рублей больше.": "approx",
    "Экспорт оценён примерно в 5 млн рублей.": "approx",
    "Обеспечить рост не менее чем на 7 %.": "at_least",
    "Рост более чем на 7 %.": "more_than",
}


@pytest.mark.parametrize("sentence", MODIFIED)
def test_modifiers_in_front_of_a_preposition(sentence: str) -> None:
    assert [claim.modifier for claim in figures(sentence)] == [MODIFIED[sentence]]
