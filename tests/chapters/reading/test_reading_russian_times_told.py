"""Which time a figure of a whole Russian text is of: by what the text tells of before, behind, and in its own words."""

import pytest

from tests.chapters.reading.readings import timed

TIMED = {
    # Who speaks of months without a year, of the whole year before and of the end of the next one, writes in the next.
    "В пятницу, 18 июля, прошло заседание Собрания. За шесть месяцев в бюджет поступило 412 млн рублей.\n"
    "Принят отчёт за 2024 год: доходы составили 891 млн рублей.\nДо конца 2025 года отремонтируют 14 км дорог.": [
        ("2025-01/2025-06", "actual"),
        ("2024", "actual"),
        ("2025", "target"),
    ],
    # Behind what a year came to, what is planned “this year” is of the next one, and so is how things stand now.
    "По итогам 2023 года в область привлечено 612 млрд тенге. В текущем году будет реализовано 28 проектов. Будет "
    "создано 1900 рабочих мест.\nСегодня газифицировано 64 села.": [
        ("2023", "actual"),
        ("2024", "target"),
        ("2024", "target"),
        ("2024", "actual"),
    ],
    "Прогноз развития района на 2018 год\nВ текущем году планируется открыть 3 школы.": [("2017", "target")],
    "За 9 месяцев 2018 года построено 5 школ. В этом году планируется построить ещё 3 школы.": [
        ("2018-01/2018-09", "actual"),
        ("2018", "target"),
    ],
    # Last year is the one behind that with which it is compared, also in the next sentence.
    "В прошлом году в районе надоили 38,2 тыс. тонн молока. Это на 4 % больше, чем в 2022 году.": [
        ("2023", "actual"),
        ("2023", "actual"),
    ],
    # Today is in the year of the text, wherever that is named.
    "Сейчас в городе работают 24 порта. Задачи на 2017 год надо выполнить.": [("2017", "actual")],
    # What is only meant to be built is of no time of the report.
    "По итогам 2024 года в регион привлекли 1,1 трлн тенге. Планируется строительство трёх заводов.": [
        ("2024", "actual"),
        (None, "target"),
    ],
    # The first time in so many years is no time; nor are those to come over.
    "В 2024 году впервые за 20 лет износ сетей снизился на 1,3 %.": [("2024", "actual")],
    "Прогноз\n29 октября 2015 года\nЗа три года население увеличится на 6 тысяч человек.": [("2015-2018", "estimate")],
    "29 октября 2015 года\nЗа три последних года население увеличилось на 6 тысяч человек.": [("2012-2015", "actual")],
    # Whether a year is what a level is compared with, or by when it was come to.
    "В 2021 году здесь живёт 5 тыс. человек. К 1959 году население выросло до 18 тыс. человек.": [
        ("2021", "actual"),
        ("1959", "actual"),
    ],
    "Проект бюджета на 2023 год\nДоходы вырастут к ожидаемому исполнению 2022 года на 6,3 %.": [("2023", "estimate")],
    # «За отчётный период» is all that the text reports on, «всего за год» all of the year.
    "В январе-сентябре 2024 года ВРП вырос на 5,6 %. В третьем квартале рост составил 5,1 %. За отчётный период "
    "продажи выросли на 4,2 %.": [("2024-01/2024-09", "actual"), ("2024Q3", "actual"), ("2024-01/2024-09", "actual")],
    "В третьем квартале 2022 года намолочено 118 тыс. тонн зерна. Всего за год прибыль составила 390 млн рублей.": [
        ("2022Q3", "actual"),
        ("2022", "actual"),
    ],
    # «За это время», since the year told before, and not what is so every day.
    "Программа действует с 2019 года. За это время расселено 64 дома. В 2022 году переселено 540 человек.": [
        ("2019-2022", "actual"),
        ("2022", "actual"),
    ],
    "В 2022 году открыт музей.\nСистема запущена в 2019 году. С тех пор оформлено 243 тысячи карт, и ежедневно "
    "выдаётся 500 карт.": [("2019-2022", "actual"), ("2022", "actual")],
    # What has come in since the year began, up to the day of the text, is over with its sentence.
    "На 1 июня 2016 года состоит на учёте 286 безработных. С начала года обратилось 712 граждан.": [
        ("2016-06-01", "actual"),
        ("2016-01-01/2016-06-01", "actual"),
    ],
    # What was built since a year is of all the years since then.
    "В 2017 году сдано 5 домов. С 2012 года построено 94 дома.": [
        ("2017", "actual"),
        ("2012-2017", "actual"),
    ],
    # Of several years, also in the next sentence; and a year told beside the one that a text is about is over with it.
    "За пять лет, с 2019 по 2023 год, построено 38 школ. Отремонтировано 142 км дорог. В 2023 году открыт музей.": [
        ("2019-2023", "actual"),
        ("2019-2023", "actual"),
    ],
    "В 2014 году получено 1,6 млрд рублей, в 2013 году – 1,3 млрд рублей. Средняя зарплата – 21 тыс. рублей.": [
        ("2014", "actual"),
        ("2013", "actual"),
        ("2014", "actual"),
    ],
    # A plan for a year is of the year.
    "За десять месяцев 2024 года сдано 412 тыс. кв. метров жилья.\nГодовой план – 520 тыс. кв. метров.": [
        ("2024-01/2024-10", "actual"),
        ("2024", "target"),
    ],
    # A list of years in a bracket is over with it; years on lines of their own are items.
    "В 2014 году занимаются спортом 19 тысяч человек (2013 год – 18 тысяч человек; 2012 год – 17 тысяч человек; 2011 "
    "год – 16 тысяч человек; 2010 год – 15 тысяч человек). В секциях состоит 5 тысяч человек.": [
        ("2014", "actual"),
        ("2013", "actual"),
        ("2012", "actual"),
        ("2011", "actual"),
        ("2010", "actual"),
        ("2014", "actual"),
    ],
    "Программа «Молодёжь» на 2022-2023 годы\nОбъём финансирования: 5 млн рублей, в том числе:\n2022 год - 2 млн "
    "рублей\n2023 год - 3 млн рублей\nРезультаты: увеличение числа волонтёров до 60 человек": [
        ("2022-2023", "estimate"),
        ("2022", "estimate"),
        ("2023", "estimate"),
        ("2022-2023", "estimate"),
    ],
}


@pytest.mark.parametrize("text", TIMED)
def test_period_and_status(text: str) -> None:
    assert timed(text) == TIMED[text]
