"""What Russian reports compare with: several bases in a row, at the head of a list, and in other words of change."""

import pytest

from tests.chapters.reading.readings import read

READ = {
    # a verb right behind an amount is its own, also behind what that led to
    "Выросло производство тканей, на 4 % сократилось производство обуви.": ["4 % change down previous_year"],
    "Сборы зерна упали на 3 %, на 2 % выросли сборы грибов.": [
        "3 % change down previous_year",
        "2 % change up previous_year",
    ],
    "Стадо коз сократилось на 8 % – до 51 тыс. голов, а на 0,7 % – до 22,4 тыс. возросло стадо овец.": [
        "8 % change down previous_year",
        "51000 heads count",
        "0.7 % change up previous_year",
        "22400 heads count",
    ],
    "Сборы тыкв снизились на 3 % (до 47 тыс. тонн), на 5 % (до 36 тыс. тонн) увеличились сборы ягод.": [
        "3 % change down previous_year",
        "47000 tonnes level",
        "5 % change up previous_year",
        "36000 tonnes level",
    ],
    "Сборы зерна упали на 3 %, надои – на 5 %, до 36 тыс. тонн, выросли цены.": [
        "3 % change down previous_year",
        "5 % change down previous_year",
        "36000 tonnes level",
    ],
    "Рост цен на 4 % снизил спрос.": ["4 % change up previous_year"],
    "Доходы выросли на 4 %, сократились расходы.": ["4 % change up previous_year"],
    # indexes of other places, as the end of a range or in the next sentence
    "Индекс производства варьировал от 109,5 % в Ардене до 81,2 % в Бруке.": [
        "109.5 % ratio previous_year",
        "81.2 % ratio previous_year",
    ],
    "Доля селян варьировала от 59,5 % в Ардене до 81,2 % в Бруке.": ["59.5 % share", "81.2 % share"],
    "Индекс производства составил 102,5 % к 2021 году. По стране этот показатель держится на 99,4 %.": [
        "102.5 % ratio year:2021",
        "99.4 % ratio previous_year",
    ],
    "Доля газа составила 92,5 %. По стране этот показатель держится на 79,4 %.": ["92.5 % share", "79.4 % share"],
    "Индекс цен составил 102,5 %. Доля хлеба – 70 %. Этот показатель в Бруке – 75,4 %.": [
        "102.5 % ratio previous_year",
        "70 % share",
        "75.4 % share",
    ],
    # what a share is to be by a year is not set against that
    "Доля газифицированных сёл – не менее 56,4 % к 2030 году.": ["56.4 % share"],
    "В 2026 году выпуск тканей составил 96,4 % к 2024 году.": ["96.4 % ratio year:2024"],
    "Достижение в 2030 г. значения показателя «Охват» 7,5 %, к 2028 г. – 13,1 %.": ["7.5 % share", "13.1 % share"],
    # other things and places are no other time
    "Зарплата швей составила 30 тысяч рублей, в 3 раза меньше, чем в строительстве.": [
        "30000 RUB level",
        "3 times ratio",
    ],
    "Врачи получают в 1,6 раза больше средней зарплаты по краю.": ["1.6 times ratio"],
    "Рост пенсий в три раза опережает рост тарифов.": ["3 times ratio"],
    "Пенсия на 75 % превышает прожиточный минимум.": ["75 % ratio up"],
    "Цены на хлеб на 5 % ниже, чем в соседней области.": ["5 % ratio down"],
    "Выпуск мебели стал в 2 раза больше, чем в прошлом году.": ["2 times change up previous_year"],
    "Сборы в 1,4 раза больше, чем в том же периоде прошлого года.": ["1.4 times change up same_period"],
    "Пенсия на 40 % превысила уровень прошлого года.": ["40 % change up previous_year"],
    "Доходы на 12 % больше, чем в 2019 году.": ["12 % change up year:2019"],
    # over years that no year of the text tells, and over known ones
    "За последние 5 лет площадь садов увеличилась в 1,7 раза.": ["1.7 times change up"],
    "За последние три года выпуск кирпича вырос на 30 %.": ["30 % change up"],
    "В 2024 году в стаде 5 тысяч голов. За последние 5 лет оно увеличилось в 1,7 раза.": [
        "5000 heads count",
        "1.7 times change up year:2019",
    ],
    "Сады заняли 620 га и в сравнении с прошлым годом выросли на 55 га.": [
        "620 ha level",
        "55 ha change up previous_year",
    ],
    # one thing after another that a change is set against
    "В 2023 году зарплата составила 41 тысячу рублей, рост к 2022 году – 12,6 %, к 2020 году – 38 %.": [
        "41000 RUB level",
        "12.6 % change up previous_year:2022",
        "38 % change up year:2020",
    ],
    "Рост к плану – 6 %, к прошлому году – 9 %.": [
        "6 % plan_excess up plan",
        "9 % change up previous_year",
    ],
    "Отставание от плана – 4 %, от уровня прошлого года – 9 %.": [
        "4 % plan_excess down plan",
        "9 % change down previous_year",
    ],
    "В 2022 году рост к факту 2021 года – 20 %, к первоначальному плану – 6 %.": [
        "20 % change up previous_year:2021",
        "6 % plan_excess up plan",
    ],
    "В 2023 году рост составил 7 % по отношению к 2022 году и 19 % – к 2019 году.": [
        "7 % change up previous_year:2022",
        "19 % change up year:2019",
    ],
    "Доходы в 2022 году выросли к плану на 6 %, к 2021 году – на 9 %.": [
        "6 % plan_excess up plan",
        "9 % change up previous_year:2021",
    ],
    "По плану на 2023 год объём работ вырастет на 4 %.": ["4 % change up previous_year:2022"],
    "За 2017 год прирост числа мастерских к 2016 году составил 4 %, к 2015 году 11 %.": [
        "4 % change up previous_year:2016",
        "11 % change up year:2015",
    ],
    # what was set against a year goes on so, where nothing else is said
    "Сбор зерна к 2020 году возрастёт на 15 % по сравнению с 2011 годом, надои достигнут 26 тонн, прибавив 21 %.": [
        "15 % change up year:2011",
        "26 tonnes level",
        "21 % change up year:2011",
    ],
    "Пожаров стало меньше: с 11 случаев в 2004 году до 3 случаев в 2012 году. Также снизился ущерб (на 17 %).": [
        "11 cases count",
        "3 cases count",
        "17 % change down year:2004",
    ],
    "В 2012 году пожаров было на 5 % меньше, чем в 2004 году. Ущерб снизился на 17 %.": [
        "5 % change down year:2004",
        "17 % change down previous_year:2011",
    ],
    "В 2010 году засуха. По сравнению с 2007 годом сбор зерна составил всего 71 %, овощей – 193 %.": [
        "71 % ratio year:2007",
        "193 % ratio year:2007",
    ],
    "В 2024 году впервые за 20 лет износ сетей снизился на 1,3 %.": ["1.3 % change down previous_year:2023"],
    # the head of a list tells it for all items, also for those with a verb
    "За 2023 год к уровню 2018 года:\n- отгрузка выросла на 42 %;\n- инвестиции увеличились в 1,6 раза;": [
        "42 % change up year:2018",
        "1.6 times change up year:2018",
    ],
    "За девять месяцев 2023 года к тому же периоду 2022 года:\n- отгрузка – 104,2 %,\n- инвестиции – 98 %.": [
        "104.2 % ratio same_period:2022-01/2022-09",
        "98 % ratio same_period:2022-01/2022-09",
    ],
    "За 2023 год:\n- отгрузка выросла на 42 %;\n- посевы сократились на 3 %.": [
        "42 % change up previous_year:2022",
        "3 % change down previous_year:2022",
    ],
    # what an index is of
    "За 9 месяцев 2023 года введено 14 тыс. кв. м жилья (87,5 % к АППГ).": [
        "14000 m2 level",
        "87.5 % ratio same_period:2022-01/2022-09",
    ],
    "Отгрузка за 2022 год составила 109 процентов от прошлогодней.": ["109 % ratio previous_year:2021"],
    "За 2017 год оборот составил 102 % к аналогичному периоду 2016 года.": ["102 % ratio previous_year:2016"],
    "В 2021 году зарплата учителей составила 98 % от средней по экономике региона.": ["98 % ratio"],
    "В июне 2023 года овощи подешевели на 8,2 % к маю и подорожали на 3 % к июню прошлого года.": [
        "8.2 % change down same_period:2023-05",
        "3 % change up same_period:2022-06",
    ],
    # more words of change
    "В 2022 году площадь теплиц расширилась на 4 га, удой понизился на 2,4 %.": [
        "4 ha change up previous_year:2021",
        "2.4 % change down previous_year:2021",
    ],
    "В 2022 году пассажиропоток восстановился на 12 %, расходы урезаны на 8 %.": [
        "12 % change up previous_year:2021",
        "8 % change down previous_year:2021",
    ],
    "По отношению к 2018 году рост в 2022 году – 1,4 раза.": ["1.4 times change up year:2018"],
    "За 2022 год зарегистрировано 42 пожара, это на 3 больше, чем в 2021 году.": [
        "42 пожара count",
        "3 пожара change up previous_year:2021",
    ],
    "Водоём восстановлен на 80 %.": ["80 % share"],
    # a part of last year; a dash behind which it is told how much more a level is; a plan that people think of
    "Введено 900 кв. метров, что на 58 % больше аналогичного прошлогоднего периода.": [
        "900 m2 level",
        "58 % change up same_period",
    ],
    "Отгружено продукции на 35 млрд рублей — это больше на 58 % к 2020 году.": [
        "35000000000 RUB level",
        "58 % change up year:2020",
    ],
    "На 5,4 % – в основном за счёт угля – выросла добыча.": ["5.4 % change up previous_year"],
    "Более 80 % жителей согласны с планом застройки парка.": ["80 % share"],
    "73 % горожан поддержали план застройки, план по сбору выполнен на 80 %.": ["73 % share", "80 % plan_ratio plan"],
}


@pytest.mark.parametrize("text", READ)
def test_value_kind_direction_and_basis(text: str) -> None:
    assert read(text) == READ[text]
