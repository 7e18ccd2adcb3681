"""What Vietnamese and Russian figures are compared with, where the sentence says it of their neighbours only."""

import pytest

from tests.chapters.reading.readings import read

COMPARED = {
    # what a growth is against, where only its neighbours say it
    "Thu ngân sách tăng 9% so với cùng kỳ; chi tăng 4%, nợ giảm 2%.": [
        "9 % change up same_period",
        "4 % change up same_period",
        "2 % change down same_period",
    ],
    "Vốn đăng ký tăng 9% và số dự án giảm 4% so với cùng kỳ.": [
        "9 % change up same_period",
        "4 % change down same_period",
    ],
    "Sản lượng tăng lần lượt 5,4% và 7,2% so với cùng kỳ.": [
        "5.4 % change up same_period",
        "7.2 % change up same_period",
    ],
    "GRDP tăng 7,1%, cao hơn mức bình quân của cả nước (6,2%).": [
        "7.1 % change up previous_year",
        "6.2 % change up previous_year",
    ],
    "Собрано 320 тонн молока против 330 тонн за аналогичный период прошлого года, или ниже на 3 %.": [
        "320 tonnes level",
        "330 tonnes level",
        "3 % change down same_period",
    ],
    "Долг составил 14,6 % уровня прошлого года.": ["14.6 % ratio previous_year"],
    "Выпуск вырос на 3 % по сравнению с январем-августом прошлого года.": ["3 % change up same_period"],
    "6 tháng đầu năm, thu ngân sách tăng 6,5%.": ["6.5 % change up same_period"],
    "Năm 2024 chỉ số chỉ nhích nhẹ được 1%; tăng trưởng âm 2%.": [
        "1 % change up previous_year:2023",
        "2 % change down previous_year:2023",
    ],
    "Năm 2024 giảm tỷ trọng nông nghiệp; tốc độ tăng trưởng đạt bình quân 12,4%.": [
        "12.4 % change up previous_year:2023"
    ],
    "Năm 2024 đóng góp của năng suất vào tăng trưởng đạt trên 55%.": ["55 % share"],
    "Рост по сравнению с первым полугодием прошлого года составил в округе 1,1 %.": ["1.1 % change up same_period"],
    "В 2024 году произведено продукции на 118 млрд рублей (рост – 2,4 %).": [
        "118000000000 RUB level",
        "2.4 % change up previous_year:2023",
    ],
    "В 2024 году прирост ожидается в 79 районах.": ["79 districts count"],
    "Tỉnh điều chỉnh mục tiêu tăng trưởng năm 2025 từ 5,5% lên 8%.": [
        "5.5 % change up previous_year:2024",
        "8 % change up previous_year:2024",
    ],
    "В 2024 году зарплата увеличилась на 16,2 %, а реальная, учитывающая инфляцию, – на 10 %.": [
        "16.2 % change up previous_year:2023",
        "10 % change up previous_year:2023",
    ],
    "В 2024 году на 18 % снизился выпуск руды, на 14,5 % – тканей, на 11,2 % – табака.": [
        "18 % change down previous_year:2023",
        "14.5 % change down previous_year:2023",
        "11.2 % change down previous_year:2023",
    ],
    "В отраслях занято 4,8 тыс. чел. –61 %.": ["4800 persons count", "61 % share"],
    "В 2024 году область обогнала прошлогодний показатель на 5,2 %.": ["5.2 % change up previous_year:2023"],
    "Năm 2024 công nghiệp tăng bình quân hàng năm 22%; vốn đăng ký tăng thêm 1,5 tỷ USD.": [
        "22 % change up previous_year:2023",
        "1500000000 USD level",
    ],
    "По сравнению с таким же периодом прошлого года продали на 30 машин больше.": ["30 машин change up same_period"],
    "Намолочено на 7 тысяч тонн больше, чем в прошлом году на эту дату.": ["7000 tonnes change up same_period"],
    "Получено 318 млрд рублей, что составляет 99,5 % от заложенного объема доходов.": [
        "318000000000 RUB level",
        "99.5 % plan_ratio plan",
    ],
    "В 2024 году доходы увеличились на 13,8 %, то есть на 13 млрд рублей.": [
        "13.8 % change up previous_year:2023",
        "13000000000 RUB change up previous_year:2023",
    ],
    "В 2024 году расходы на школы увеличились на 5,1 млрд рублей, культуры – на 628 млн.": [
        "5100000000 RUB change up previous_year:2023",
        "628000000 RUB change up previous_year:2023",
    ],
    "Доходы составили 107,1 млрд.\nРасходы бюджета ниже.": ["107100000000 RUB level"],
    "Tỷ lệ tăng thu ngân sách bình quân hàng năm: 12%; tỷ lệ xã nông thôn mới nâng cao 6%.": [
        "12 % change up previous_year",
        "6 % share",
    ],
    "На 18,3 % по сравнению с аналогичным показателем прошлого года вырос выпуск.": ["18.3 % change up same_period"],
    "В 2024 году доходы 5 млрд рублей выросли на 3,4 %, или на 415,9 млн.": [
        "5000000000 RUB level",
        "3.4 % change up previous_year:2023",
        "415900000 RUB change up previous_year:2023",
    ],
    # abbreviations without a blank behind them; one thing of which so much is got
    "Собрано 32,0 тыс.тонн зерна, получено 100 млн.руб. и 36 млрд уже освоено.": [
        "32000 tonnes level",
        "100000000 RUB level",
        "36000000000 RUB level",
    ],
    "Надой с 1 фуражной коровы составил 4,6 кг.": ["4.6 kg level"],
    # what was reached of a plan, and all of it
    "Diện tích gieo trồng đạt trên 100% kế hoạch; thu ngân sách 36 tỷ đồng (đạt 122%); trồng 98 ha đạt 91,5%.": [
        "100 % plan_ratio plan",
        "36000000000 VND level",
        "122 % plan_ratio plan",
        "98 ha level",
        "91.5 % plan_ratio plan",
    ],
    # the level that a growth led to stands between it and the next
    "Оборот в 2024 году вырос на 10,8 % – до 616 млрд рублей, в городе – на 11,6 %, до 340 млрд рублей.": [
        "10.8 % change up previous_year:2023",
        "616000000000 RUB level",
        "11.6 % change up previous_year:2023",
        "340000000000 RUB level",
    ],
    "Оборот составил 1 трлн 464 млрд 355,1 млн рублей.": ["1464355100000 RUB level"],
    "Tỉnh xuất khẩu thêm 4 mặt hàng mới.": ["4 products count"],
}


@pytest.mark.parametrize("sentence", COMPARED)
def test_what_figures_are_compared_with(sentence: str) -> None:
    assert read(sentence) == COMPARED[sentence]
