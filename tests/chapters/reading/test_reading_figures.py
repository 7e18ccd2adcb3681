"""Sentences in the style of regional reports, and what is read in them, in all three languages."""

import pytest

from tests.chapters.reading.readings import figures, read
from tongket.base.errors import InvalidInput
from tongket.reading.pipeline import read_text

# sentence | its figures
READ = {
    # amounts, scales, separators
    "Thu ngân sách đạt 12.345,6 tỷ đồng.": ["12345600000000 VND level"],
    "Tổng vốn đầu tư đạt 10,5 nghìn tỷ đồng.": ["10500000000000 VND level"],
    "Cả năm giải ngân 842,238 tỷ đồng.": ["842238000000 VND level"],
    "Tỷ lệ 0.125 % và 1.5 tỷ đồng.": ["0.125 % share", "1500000000 VND level"],
    "Оборот составил 1,2 трлн рублей.": ["1200000000000 RUB level"],
    "Введено 245 тыс. кв. м жилья.": ["245000 m2 level"],
    "Зарплата составила 45 678 рублей.": ["45678 RUB level"],
    "Численность населения составила 1 млн 45 тыс. человек.": ["1045000 persons count"],
    "Exports totalled US$1.25 billion.": ["1250000000 USD level"],
    "The outlay was Rs. 11.2 lakh crore.": ["11200000000000 INR level"],
    "The dam cost ₹ 1,23,456 crore.": ["1234560000000 INR level"],
    "The county planted 65,000 hectares.": ["65000 ha level"],
    # raised digits: units, notes, powers
    "The county sowed 5 m², 7%² of 120 km² and 2,938² members.": [
        "5 m2 level",
        "7 % share",
        "120 km2 level",
        "2938 persons count",
    ],
    # numbers of several words
    "В районы приехали сто двадцать пять врачей, куплено двести машин.": ["125 doctors count", "200 машин count"],
    "We hired twenty-three nurses.": ["23 nurses count"],
    # growth and decline
    "GRDP tăng 8,12% so với năm 2023 trong năm 2024.": ["8.12 % change up previous_year:2023"],
    "Năm 2024, xuất khẩu giảm 3,4% so với cùng kỳ.": ["3.4 % change down same_period:2023"],
    "Tỷ lệ giảm nghèo tăng lên 45%.": ["45 % share"],
    "В 2023 году выпуск снизился к уровню 2022 года на 6,4 %.": ["6.4 % change down previous_year:2022"],
    "В 2023 году надои выросли до 45 %.": ["45 % share"],
    "Экспорт за 2023 год на 3,4 % больше уровня 2022 года.": ["3.4 % change up previous_year:2022"],
    "Зарплата в 2023 году: 45 678 рублей (рост на 12,3 % к 2022 году).": [
        "45678 RUB level",
        "12.3 % change up previous_year:2022",
    ],
    "Sales fell 8.5% to 45,830 units in 2023.": ["8.5 % change down previous_year:2022", "45830 units count"],
    "Output grew by 7.5 percent between 2011 and 2014.": ["7.5 % change up year:2011"],
    "In 2018 the share rose by 1.4% from 40.1% in 2017.": ["1.4 % change up previous_year:2017", "40.1 % share"],
    "GSDP grew by 9.2% in 2023-24, compared to 8.1% in 2022-23.": [
        "9.2 % change up previous_year:FY23",
        "8.1 % change up previous_year:FY22",
    ],
    # plan and estimate
    "Thu nội địa bằng 115% dự toán Trung ương giao.": ["115 % plan_ratio central_estimate"],
    "Thu ngân sách vượt 15% dự toán Trung ương giao và 8% dự toán HĐND tỉnh giao.": [
        "15 % plan_excess up central_estimate",
        "8 % plan_excess up council_estimate",
    ],
    "Доходы исполнены на 102,5 % от плана.": ["102.5 % plan_ratio plan"],
    "Сбор превышает план на 4 %.": ["4 % plan_excess up plan"],
    "Revenue exceeded the central government's estimate by 15% and the people's council's estimate by 8%.": [
        "15 % plan_excess up central_estimate",
        "8 % plan_excess up council_estimate",
    ],
    "Jobs reached 102.4% of the annual plan.": ["102.4 % plan_ratio plan"],
    # index, share, rate, ratio, count
    "За 2023 год индекс составил 104,1 % к предыдущему году.": ["104.1 % ratio previous_year:2022"],
    "Dịch vụ chiếm 35,1% GRDP.": ["35.1 % share"],
    "Уровень безработицы составил 3,1 %.": ["3.1 % level"],
    "Toàn tỉnh có 125/136 xã đạt chuẩn.": ["125 communes ratio"],
    "By then 125 of 136 communes met the standard.": ["125 communes ratio"],
    "Из них 7 из 10 районов выполнили план.": ["7 districts ratio"],
    "Трём районам переданы 12 автобусов.": ["3 districts count", "12 vehicles count"],
    "Hai huyện và 15 dự án mới.": ["2 districts count", "15 projects count"],
    # ranges share scale and unit
    "Phấn đấu tăng trưởng GRDP đạt từ 10 - 11%.": [
        "10 % change up previous_year",
        "11 % change up previous_year",
    ],
    "Сбор зерна – от 1,5 до 1,7 млн тонн.": ["1500000 tonnes level", "1700000 tonnes level"],
    "Growth of between 6.3 and 6.8 per cent in FY26.": [
        "6.3 % change up previous_year:FY25",
        "6.8 % change up previous_year:FY25",
    ],
    "The cost is Rs 500-600 crore.": ["5000000000 INR level", "6000000000 INR level"],
    "It raised $500 million to $1.2 billion.": ["500000000 USD level", "1200000000 USD level"],
    "Đầu tư 300 - 400 triệu USD.": ["300000000 USD level", "400000000 USD level"],
    # a number alone in brackets has the unit of the one before
    # what is written against, or joined to, a number
    "With an outlay of Rs.1,450 crore we start.": ["14500000000 INR level"],
    "A $2.3-billion plan and a 650-bed hospital.": ["2300000000 USD level", "650 beds count"],
    "They hired 3,200 full-time staff members and 40 more nurses.": ["3200 persons count", "40 nurses count"],
    "One in six households moved.": ["1 households ratio"],
    "Tuyến đường 14,5 km; mật độ dân số 312 người/km2.": ["14.5 km level", "312 persons per km2 level"],
    "Построены школы на 7 450 мест; из 98 дворов готово 87.": ["7450 places count", "98 дворов count"],
    "Отремонтировано 87 дворов из 120 запланированных.": ["87 дворов ratio"],
    "Выделено 1 млрд 340 млн рублей, зарплата – 67 тысяч 250 рублей.": ["1340000000 RUB level", "67250 RUB level"],
    "Вложено 217 миллиардов, это плюс 17,4 процента.": ["217000000000 RUB level", "17.4 % change up previous_year"],
    # from one level to another
    "The grant was increased from ₹700 to ₹1,100.": ["700 INR level", "1100 INR level"],
    "Число занятых увеличилось с 115 до 128 тыс. человек.": ["115000 persons count", "128000 persons count"],
    "Space came to 3.1 million square feet, up from 2.8 million a year earlier.": [
        "3100000 sq ft level",
        "2800000 sq ft level",
    ],
    # growth beside growth
    "Real GDP growth slowed to 1.3 per cent in 2023 from 3.7 per cent in 2022.": [
        "1.3 % change up previous_year:2022",
        "3.7 % change up previous_year:2021",
    ],
    "Output is to grow by 0.4 per cent in 2024, 1.8 per cent in 2025 and 2.1 per cent in 2026.": [
        "0.4 % change up previous_year:2023",
        "1.8 % change up previous_year:2024",
        "2.1 % change up previous_year:2025",
    ],
    "Spending rose by $1.7 billion, or 5.9 per cent.": [
        "1700000000 USD change up previous_year",
        "5.9 % change up previous_year",
    ],
    "Поголовье – 4906 голов (94,6 % от 2016г), у населения 1299 голов или  83,3 % к 2016 году.": [
        "4906 heads count",
        "94.6 % ratio previous_year:2016",
        "1299 heads count",
        "83.3 % ratio previous_year:2016",
    ],
    "Прирост отмечен в обработке древесины (на 13 %), производстве обуви (на 6 %).": [
        "13 % change up previous_year",
        "6 % change up previous_year",
    ],
    "Нужно прибавить ещё 0,4 процентного пункта, соседям – 0,5 п.п.": [
        "0.4 percentage points change up previous_year",
        "0.5 percentage points change up previous_year",
    ],
    "Оборот составил три триллиона 100 миллиардов тенге.": ["3100000000000 KZT level"],
    "Выделено 4 млрд 300 млн сомов, 2,5 млн сумов, 3 млн гривен и 7 млн манатов.": [
        "4300000000 KGS level",
        "2500000 UZS level",
        "3000000 UAH level",
        "7000000 AZN level",
    ],
    "Kinh tế vượt kế hoạch đề ra, với công nghiệp tăng 11,03%.": ["11.03 % change up previous_year"],
    "Sản lượng đạt 61,8 vạn tấn.": ["618000 tonnes level"],
    "Выпуск шин увеличился в 2,4 раза, цемента – на 13 %.": [
        "2.4 times change up previous_year",
        "13 % change up previous_year",
    ],
    "Năm 2025 giảm tỷ lệ hộ nghèo 1 - 1,3%.": [
        "1 % change down previous_year:2024",
        "1.3 % change down previous_year:2024",
    ],
    "Quý I/2025, GRDP tăng 8,4% (cùng kỳ năm 2024 tăng 6,2%).": [
        "8.4 % change up same_period:2024Q1",
        "6.2 % change up same_period:2023Q1",
    ],
    # amounts against a plan, and once more in brackets or behind “or”
    "Năm 2024 thu 3.150 tỷ đồng, tăng 120 tỷ đồng so với dự toán.": [
        "3150000000000 VND level",
        "120000000000 VND plan_excess up plan",
    ],
    "Năm 2024 sản lượng vượt kế hoạch 3,5%.": ["3.5 % plan_excess up plan"],
    "Năm 2024 trồng 2.150 ha, đạt 103% kế hoạch, tăng 0,6% (14 ha) so với năm 2023.": [
        "2150 ha level",
        "103 % plan_ratio plan",
        "0.6 % change up previous_year:2023",
        "14 ha change up previous_year:2023",
    ],
    # in brackets behind a growth: by how much, where the level is said; otherwise what it came to
    "Năm 2024 số doanh nghiệp tăng 4,5% (620 doanh nghiệp) so với năm 2023.": [
        "4.5 % change up previous_year:2023",
        "620 enterprises count",
    ],
    "Сборы превысили план на 1,2 млрд рублей, или на 3,8 %.": [
        "1200000000 RUB plan_excess up plan",
        "3.8 % plan_excess up plan",
    ],
    "Взносы недовыполнены на 2,5 %, освоено 91 % лимита.": ["2.5 % plan_excess down plan", "91 % plan_ratio plan"],
    "Spending was £62.4m, £1.8m below budget (2.8%).": [
        "62400000 GBP level",
        "1800000 GBP plan_excess down plan",
        "2.8 % plan_excess down plan",
    ],
    "Mục tiêu tăng trưởng năm 2026 là 9%.": ["9 % change up previous_year:2025"],
    "Collection was 96.4%, against a target of 97%.": ["96.4 % share", "97 % share"],
    "Thu phí được 640 tỷ đồng, đạt 58%.": ["640000000000 VND level", "58 % plan_ratio plan"],
    # signs, year on year, late verbs
    "В 2024 году доля снизилась до 9,8 % (–2,1 п.п. г/г).": [
        "9.8 % share",
        "2.1 percentage points change down previous_year:2023",
    ],
    "In 2024 receipts were $412 million, +3.4% y/y.": ["412000000 USD level", "3.4 % change up previous_year:2023"],
    "На 4 %, по сравнению с прошлым годом, вырос оборот.": ["4 % change up previous_year"],
    # lists of growth in which the verb stands once
    "Năm 2024 công nghiệp tăng 9,4%, dịch vụ 7,2%.": [
        "9.4 % change up previous_year:2023",
        "7.2 % change up previous_year:2023",
    ],
    "In 2024 farming grew by 4.1 per cent, mining by 7.5 per cent and trade by 9.2 per cent.": [
        "4.1 % change up previous_year:2023",
        "7.5 % change up previous_year:2023",
        "9.2 % change up previous_year:2023",
    ],
    # growth as a noun, of amounts as well; a growth by a factor, and a factor of a plan or of another level; an index
    "Прибавка за 2024 год — 1,4 тыс. человек.": ["1400 persons change up previous_year:2023"],
    "В 2024 году вложено в 1,3 раза больше уровня 2023 года.": ["1.3 times change up previous_year:2023"],
    "Số lao động xuất khẩu gấp 1,3 lần kế hoạch.": ["1.3 times ratio plan"],
    "Năm 2024 số khách tăng gấp 2,4 lần so với năm 2023.": ["2.4 times change up previous_year:2023"],
    "Năm 2024 số khách bằng 2,4 lần năm 2023.": ["2.4 times ratio previous_year:2023"],
    "Убыль в 2024 году сократилась в 1,5 раза.": ["1.5 times change down previous_year:2023"],
    "In 2024 arrivals were 1.6 times higher than in 2023.": ["1.6 times change up previous_year:2023"],
    "Income is 1.2 times the national average.": ["1.2 times ratio"],
    "Товарооборот составил 101,6 % в сопоставимых ценах к соответствующему периоду.": ["101.6 % ratio same_period"],
    "Безработица сократилась до 0,5 % (в 2023 году — 0,7 %).": ["0.5 % level", "0.7 % level"],
    # a number without a unit: more or less of the same, a part of a whole, another time in brackets, a list
    "Total employment stood at 48,300, up 1,200 on 2023.": ["48300 jobs count", "1200 jobs change up year:2023"],
    "Of the 212 schools, 148 were rated good.": ["212 schools count", "148 schools count"],
    "Построено 14 школ, это на 3 больше, чем в 2023 году.": ["14 schools count", "3 schools change up year:2023"],
    "The authority delivered 412 homes in 2023/24 (2022/23: 365).": ["412 houses count", "365 houses count"],
    "In 2024 industry grew by 7.9, services by 8.1 per cent.": [
        "7.9 % change up previous_year:2023",
        "8.1 % change up previous_year:2023",
    ],
    "Поголовье выросло с 5,2 тыс. до 5,8 тыс. голов.": ["5200 heads count", "5800 heads count"],
    "Housing completions were 1,840.": ["1840 completions count"],
    "Spending is to be between $30 million and $34 million.": ["30000000 USD level", "34000000 USD level"],
    # from one place in an order to another
    "The county ranks fifth, up from eleventh in 2022.": ["5 rank rank", "11 rank rank"],
    "We are placed sixth among 18 States.": ["6 rank rank"],
    "Регион поднялся с 41-го на 27-е место.": ["41 rank rank", "27 rank rank"],
    "Năm 2024 tỉnh tăng 5 bậc, từ 32 lên 27.": [
        "5 places change up previous_year:2023",
        "32 rank rank",
        "27 rank rank",
    ],
    # lists of numbers before one word; amounts and the level they lead to; a level exceeded
    "Their shares are 22, 38 and 40 per cent.": ["22 % share", "38 % share", "40 % share"],
    "В 2024 году оборот и объём услуг увеличились на 8,9 и 3,7 % соответственно.": [
        "8.9 % change up previous_year:2023",
        "3.7 % change up previous_year:2023",
    ],
    "In 2024 income increased by Rs 16,250 to Rs 1,76,900.": [
        "16250 INR change up previous_year:2023",
        "176900 INR level",
    ],
    "Доходы 2024 года выросли на 10 млрд рублей и превысили 79,5 млрд рублей.": [
        "10000000000 RUB change up previous_year:2023",
        "79500000000 RUB level",
    ],
    "Thu hút đầu tư vượt 107.500 tỷ đồng.": ["107500000000000 VND level"],
    "В 2024 году засеяли на 29,3 тыс. га (2,7 %) больше.": [
        "29300 ha change up previous_year:2023",
        "2.7 % change up previous_year:2023",
    ],
    "Giải ngân của tỉnh đạt 51,2%; giải ngân 3.200/6.400 tỷ đồng.": [
        "51.2 % plan_ratio plan",
        "3200000000000 VND ratio",
    ],
    # an index said as a growth, in a list, in brackets
    "В 2024 году рост наблюдается в связи — 106,4 %, в торговле — 98,9 %.": [
        "106.4 % ratio up previous_year:2023",
        "98.9 % ratio previous_year:2023",
    ],
    "В 2024 году собрано налогов 30,8 млрд рублей с приростом 14,1 %.": [
        "30800000000 RUB level",
        "14.1 % change up previous_year:2023",
    ],
    "Бюджет области – 441,4 млрд тенге, из них в район – 316,7 млрд.": [
        "441400000000 KZT level",
        "316700000000 KZT level",
    ],
    # what belongs to the figure before, and what does not
    "Năm 2024 sản lượng tăng 1,8 nghìn tấn (+4,1%) so với cùng kỳ.": [
        "1800 tonnes change up same_period:2023",
        "4.1 % change up same_period:2023",
    ],
    "Năm 2024 lúa đạt 100,4% KH, bằng 99,2% so cùng kỳ.": ["100.4 % plan_ratio plan", "99.2 % ratio same_period:2023"],
    "In 2024 exports were $310m more than in 2023 and 12% of the national total.": [
        "310000000 USD change up previous_year:2023",
        "12 % share",
    ],
    "In 2024 enrolment increased from 12,400 to 13,150, or by 6 per cent.": [
        "12400 persons count",
        "13150 persons count",
        "6 % change up previous_year:2023",
    ],
    "In 2024 the population grew 1.4% to 1,846,000.": ["1.4 % change up previous_year:2023", "1846000 persons count"],
    "В 2024 году доходы выросли в полтора раза, с 40 до 60 млрд рублей.": [
        "1.5 times change up previous_year:2023",
        "40000000000 RUB level",
        "60000000000 RUB level",
    ],
    "Регион занимает 12-е место в стране и 3-е в округе.": ["12 rank rank", "3 rank rank"],
    "За 2024 год родилось 198 детей (в 2023 году – 214).": ["198 persons count", "214 persons count"],
    "Индекс составил 102,7 % к соответствующему периоду прошлого года, в том числе в добыче – 98,4 %.": [
        "102.7 % ratio same_period",
        "98.4 % ratio same_period",
    ],
    "Tháng 8/2025 số vụ cháy giảm 12% so với năm 2024.": ["12 % change down previous_year:2024"],
    # whose level, whose plan
    "Thu nội địa bằng 101,3% so với kế hoạch và bằng 95% năm 2019.": [
        "101.3 % plan_ratio plan",
        "95 % ratio year:2019",
    ],
    "Receipts in 2024-25 show an increase of 9.5 per cent over the Revised Estimates for 2023-24.": [
        "9.5 % change up previous_year:FY24"
    ],
    "The port has 12,300 jobs, after Hill County (14,100).": ["12300 jobs count", "14100 jobs count"],
    # what could be a year and is counted or measured, unless the words in front or elsewhere say that it is one
    "We reached 2000 households and 1950 people.": ["2000 households count", "1950 persons count"],
    "In 2019 households spent more; the 2020 household survey says so.": [],
    "The 2024 projects began before 2025 projects.": [],
    "In 2015, more than 2000 hectares were planted and 2015 jobs created.": ["2000 ha level"],
    "Hỗ trợ cho 1950 hộ nghèo, từ 2020 doanh nghiệp tăng.": ["1950 households count"],
    "Построено 2000 домов, отремонтировано 2020 км дорог.": ["2000 houses count", "2020 km level"],
    # fewer of what is counted; a place in an order parts no comparison; the same period of the last year goes on
    "In August 2024 there were 1,420 fewer jobs than in May.": ["1420 jobs change down"],
    "In 2024 output grew by 1.2 per cent, the third fastest, and up from the 0.9 per cent of 2023.": [
        "1.2 % change up previous_year:2023",
        "3 rank rank",
        "0.9 % change up previous_year:2022",
    ],
    "Output was VND 4,792 billion, up 8% over the same period; sales were VND 7,394 billion, up 9%.": [
        "4792000000000 VND level",
        "8 % change up same_period",
        "7394000000000 VND level",
        "9 % change up same_period",
    ],
    # parts of a whole that go on; what is built; a pound with “circa”; no plan that something is compared with
    "31 of the 56 farms were sold, 21 were let and 3 were burnt.": [
        "31 farms ratio",
        "21 farms count",
        "3 farms count",
    ],
    "Of the 31 schools, 12 were closed and 9 were merged.": ["31 schools count", "12 schools count", "9 schools count"],
    "We go on building 1.2 million new homes and 14 schools.": ["1200000 houses count", "14 schools count"],
    "The gap was c£11m.": ["11000000 GBP level"],
    "In 2024 they set a target of decreasing poverty by 2 per cent.": ["2 % change down previous_year:2023"],
    # one with a scale; times the figure of a year; a target in front that was met
    "It grows one million hectares of rice.": ["1000000 ha level"],
    "In 2024 it had three times the figure of 2021.": ["3 times ratio year:2021"],
    "Output rose 5.4% in 2024, higher than the 4.2% increase of 2023.": [
        "5.4 % change up previous_year:2023",
        "4.2 % change up previous_year:2022",
    ],
    # “B” for billions; posts
    "It spends $4.1B on roads and $350M on transit, and 120 FTE.": [
        "4100000000 USD level",
        "350000000 USD level",
        "120 positions count",
    ],
    # scales of scales
    "Output was Rs 214.6 thousand crore.": ["2146000000000 INR level"],
    "Revenue is about 2.1 million billion VND, spending 1.4 quadrillion VND.": [
        "2100000000000000 VND level",
        "1400000000000000 VND level",
    ],
    # part of a whole, growth in a table line, growth set against growth
    "Guests from abroad came to 41,200, making up 6.4 per cent of the total.": [
        "41200 persons count",
        "6.4 % share",
    ],
    "In 2024 * Employment growth: 1.4 per cent": ["1.4 % change up previous_year:2023"],
    "Output grew by 2.9 per cent in 2024, slowing from the 3.4 per cent of 2023.": [
        "2.9 % change up previous_year:2023",
        "3.4 % change up previous_year:2022",
    ],
    "In 2024 costs were over the approved budget by £3.4m.": ["3400000 GBP plan_excess up plan"],
    "Debt is $12.4 million, a rise of $210,000 compared to the budget.": [
        "12400000 USD level",
        "210000 USD plan_excess up plan",
    ],
    "Domestic revenue was 9,180 billion VND, reaching 61.3%.": ["9180000000000 VND level", "61.3 % plan_ratio plan"],
}


@pytest.mark.parametrize("sentence", READ)
def test_value_unit_kind_and_basis(sentence: str) -> None:
    assert read(sentence) == READ[sentence]


NOT_FIGURES = [
    "Theo Điều 15, khoản 2 và Bảng 3.",
    "Đại hội lần thứ 19, khóa XIX, nhiệm kỳ 2020-2025.",
    "Chính quyền địa phương 2 cấp họp lúc 14h30 ngày 9.5.",
    "Số điện thoại 0241.385.1234, quốc lộ 1A.",
    "Статья 15, пункт 3, таблица 4; ГОСТ 12345.",
    "На 10 тыс. населения, в 2023 году, с 5 по 7 мая.",
    "Дом 5, кв. 12, тел. +7 495 123-45-67.",
    "See section 4.2, table 3 and page 17 at https://example.org/2024/15/percent5.",
    "1. First item\n2) Second item\n3.1 Third heading",
    "At 14:30 on 5 May 2024 the 19th congress met in phase 2.",
]


@pytest.mark.parametrize("sentence", NOT_FIGURES)
def test_names_dates_and_ordinals_are_no_figures(sentence: str) -> None:
    assert [claim.quote for claim in figures(sentence)] == []


RANKS = {
    "Мы поднялись на двадцать седьмое место в России.": (27, None, "в России", "country"),
    "GRDP đạt 5 tỷ đồng, xếp thứ 5/14 tỉnh trong vùng.": (5, 14, "tỉnh trong vùng", None),
    "Chỉ số PAPI đứng thứ 12 cả nước.": (12, None, "cả nước", "country"),
    "GRDP tăng 7,9%, xếp thứ 9/63 tỉnh, thành phố.": (9, 63, "tỉnh, thành phố", "country"),
    "GRDP tăng 7,9%, xếp thứ 9/63 tỉnh, thành phố trong cả nước.": (9, 63, "tỉnh, thành phố trong cả nước", "country"),
    "GRDP tăng 7,9%, xếp thứ 4/13 tỉnh, thành vùng đồng bằng.": (4, 13, "tỉnh, thành vùng đồng bằng", None),
    "Область занимает 23-е место в Российской Федерации по объёму работ.": (
        23,
        None,
        "в Российской Федерации",
        "country",
    ),
    "Край занял седьмое место среди регионов России.": (7, None, "среди регионов России", "country"),
    "The province ranked second nationwide.": (2, None, "nationwide", "country"),
    "It has the fourth highest share in the country.": (4, None, "in the country", "country"),
}


@pytest.mark.parametrize("sentence", RANKS)
def test_ranks_keep_their_field(sentence: str) -> None:
    rank = figures(sentence)[-1]
    assert (rank.kind, rank.value, rank.of, rank.field, rank.peers) == ("rank", *(RANKS[sentence][i] for i in range(4)))


MODIFIED = {
    "Thu hút hơn 350 triệu USD.": "more_than",
    "Phấn đấu ít nhất 55% hộ dân.": "at_least",
    "Đạt khoảng 350 nghìn tấn.": "approx",
    "Освоено свыше 12 000 га.": "more_than",
    "Не менее 85 % дорог.": "at_least",
    "Up to 40 percent of homes.": "up_to",
    "Nearly 30 percent of homes.": "approx",
    "Thu ngân sách vượt 15% kế hoạch.": None,
}


@pytest.mark.parametrize("sentence", MODIFIED)
def test_modifiers(sentence: str) -> None:
    assert [claim.modifier for claim in figures(sentence)] == [MODIFIED[sentence]]


def test_half_a_unit_of_the_last_printed_digit() -> None:
    records = [claim.as_record() for claim in figures("Оборот 207 триллионов рублей вырос на 13,85 %, на 500 рублей.")]
    assert [record["half_unit"] for record in records] == ["500000000000", "0.005", "0.5"]


def test_the_dollar_is_that_of_the_country_the_text_names() -> None:
    assert [claim.unit for claim in figures("Sales in Ontario reached $5 billion.")] == ["CAD"]
    assert [claim.unit for claim in figures("Sales in Hue reached $5 billion.")] == ["USD"]
    assert [claim.unit for claim in figures("Statistics Canada puts sales of potash at $5 billion.")] == ["CAD"]


DOLLARS = {
    "The Province’s deficit is $214 million; its real GDP grew 1.4 per cent.": "CAD",
    "The province’s labour market held up, and revenue rose to $214 million.": "CAD",
    "The province earned $214 million from exports, up 4 percent.": "USD",
    "The province earned $214 million from exports and VND 30 billion from fees, up 4 per cent.": "USD",
    "The province in Viet Nam earned $214 million, up 4 per cent.": "USD",
    "The province targets VNĐ70 million a head and exports of $1.2 billion, up 4 per cent.": "VND",
    "The provincial People’s Committee wants $1.2 billion, up 4 per cent.": "USD",
    "The council’s shires raised council rates by $14 million, or 2 per cent.": "AUD",
    "Victoria raised $14 million, or 2 per cent.": "AUD",
    "VICTORIA – The Province raised $14 million, or 2 per cent, and provincial debt fell.": "CAD",
}


@pytest.mark.parametrize("sentence", DOLLARS)
def test_a_text_that_names_no_country_still_tells_its_dollar(sentence: str) -> None:
    assert figures(sentence)[0].unit == DOLLARS[sentence]


def test_languages_are_told_apart() -> None:
    assert [claim.rule[:2] for claim in figures("Thu ngân sách đạt 5 tỷ đồng.")] == ["vi"]
    assert [claim.rule[:2] for claim in figures("Доходы составили 5 млрд рублей.")] == ["ru"]
    assert [claim.rule[:2] for claim in figures("Revenue was 5 billion dong.")] == ["en"]
    assert [claim.rule[:2] for claim in figures("Les recettes ont atteint 5 milliards d'euros.")] == ["fr"]


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(InvalidInput, match=r"“tlh”.*en, fr, ru, vi"):
        read_text("5 %", language="tlh")


def test_nothing_is_read_in_nothing() -> None:
    assert read_text("") == []
