"""What the aims of Russian programmes are compared with, and the years that the head of a text tells."""

import pytest

from tests.chapters.reading.readings import read, timed

READ = {
    # «К 2020 году» beside words of a goal is until when, and nothing that is compared with.
    "Доля ветхих сетей снизится до 20 % к 2020 году.": ["20 % share"],
    "Программа позволит снизить уровень износа сетей к 2020 году до 60 %.": ["60 % share"],
    "В 2016 году выпуск сократился до 92 % к 2014 году.": ["92 % ratio down year:2014"],
    # By how much is behind what it was before.
    "Сбор повысится к 2020 году до 76 тыс. тонн против 50 тыс. тонн в среднем за 2008–2012 гг., или на 52 %.": [
        "76000 tonnes level",
        "50000 tonnes level",
        "52 % change up year:2008-2012",
    ],
    "Сбор снизился в 2015 году до 40 тыс. тонн против 50 тыс. тонн в 2014 году, или на 20 %.": [
        "40000 tonnes level",
        "50000 tonnes level",
        "20 % change down previous_year:2014",
    ],
    # Of what has no per cent of its own.
    "В 2011 году открыто 5 школ. По сравнению с 2007 годом сбор зерна составил всего 71,8 процента.": [
        "5 schools count",
        "71.8 % ratio year:2007",
    ],
    "По сравнению с 2007 годом доля производства хлеба составила 71,8 процента.": ["71.8 % share"],
}

TIMED = {
    "Муниципальная программа\nблагоустройства Ивановского района\nна 2016-2020 годы\nс. Ивановка\n2016 г.\n"
    "Исполнитель программы – отдел торговли.\nЗатраты на реализацию программы – 660 тыс. рублей.": [
        ("2016-2020", "estimate")
    ],
    "Если в 2000 году было 230 школ, то в 2007 году – 136 школ. В 2007 году открыто 2 клуба.": [
        ("2000", "actual"),
        ("2007", "actual"),
        ("2007", "actual"),
    ],
    "В пятницу, 29 декабря, подписан закон. С 1 января 2018 года он вступит в силу.\n"
    "Сотрудники министерства открыли 3 школы в этом году.": [("2017", "actual")],
    "В прошлом году экспорт сократился на 8 % по сравнению с 2015 годом. В этом году открыто 5 школ.": [
        ("2016", "actual"),
        ("2017", "actual"),
    ],
    "Прогнозируются:\nдоход на жителя в 2028 году – 30 тыс. рублей;\n"
    "уровень занятости к 2028 году – не менее 65 процентов;": [("2028", "estimate")] * 2,
    "Наибольший рост в 2030 году покажут Тува (124 % к уровню 2005 года) и Алтай (110 %).": [("2030", "estimate")] * 2,
}


@pytest.mark.parametrize("text", READ)
def test_aims_of_programmes(text: str) -> None:
    assert read(text) == READ[text]


@pytest.mark.parametrize("text", TIMED)
def test_years_of_heads(text: str) -> None:
    assert timed(text) == TIMED[text]
