"""How Russian reports of results count, list and compare: parts without a unit, lists of indexes, split numbers."""

import pytest

from tests.chapters.reading.test_reading_figures import figures, read

READ = {
    # a decimal that lost its place, scales and units of plain speech
    "Оборот торговли в июне составил 312, 418 млрд рублей.": ["312418000000 RUB level"],
    "Доходы бюджета составили 4, 8 миллиарда рублей.": ["4800000000 RUB level"],
    "В 2022, 318 млн рублей направлено на дороги.": ["318000000 RUB level"],
    "Произведено 35,2 тыщ тонн мяса, введено 120 тысяч квадратов жилья.": ["35200 tonnes level", "120000 m2 level"],
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
    # plans
    "Национальные проекты реализованы на 92,1 %, муниципальные программы на 98 %.": [
        "92.1 % plan_ratio plan",
        "98 % plan_ratio plan",
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
}


@pytest.mark.parametrize("text", READ)
def test_value_kind_direction_and_basis(text: str) -> None:
    assert read(text) == READ[text]


@pytest.mark.parametrize("text", TIMED)
def test_period_and_status(text: str) -> None:
    assert [(figure.period, figure.status) for figure in figures(text)] == TIMED[text]
