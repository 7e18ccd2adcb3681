"""Vietnamese reports: terms of congresses, what adds up over a year, what is so now, and aims that are set."""

import pytest

from tests.chapters.reading.readings import figures, timed

TIMED = {
    # a term that is over: what was done in it, how things stand at its end, and who attends the congress
    "Nhiệm kỳ 2020-2025, xã đạt nhiều kết quả. Kinh tế tăng bình quân 9%/năm; kết nạp 52 đảng viên; hộ nghèo còn 31 hộ."
    "\nNhiệm kỳ 2025-2030, Đảng bộ xã đề ra 14 chỉ tiêu.": [
        ("2020-2025", "actual"),
        ("2020-2025", "actual"),
        ("2025", "actual"),
        ("2025-2030", "target"),
    ],
    "Xã tổ chức Đại hội nhiệm kỳ 2025-2030. Dự Đại hội có 142 đại biểu.\nNhiệm kỳ 2020-2025, thu nhập bình quân đến "
    "cuối nhiệm kỳ đạt 58 triệu đồng.": [("2025", "actual"), ("2025", "actual")],
    "Ngày 18/7/2025, xã họp Đại hội nhiệm kỳ 2025-2030. Tham dự có 98 đại biểu.\nNhiệm kỳ 2020-2025, kinh tế tăng bình "
    "quân 9%/năm; năm 2025 thu nhập đạt 62 triệu đồng. Kết nạp 87 đảng viên.": [
        ("2025", "actual"),
        ("2020-2025", "actual"),
        ("2025", "actual"),
        ("2020-2025", "actual"),
    ],
    "Nhiệm kỳ 2011-2016, xã đạt nhiều kết quả. Tỷ lệ hộ nghèo giảm từ 6,9% xuống còn 5,4%. Năm 2016, có 9 xã.": [
        ("2011", "actual"),
        ("2016", "actual"),
        ("2016", "actual"),
    ],
    "5 năm qua, xã kết nạp 50 đảng viên. Đại hội nhiệm kỳ 2020-2025 diễn ra ngày 12/6/2020.": [("2015-2020", "actual")],
    "Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)\n(1) Thu nhập đến năm 2025: 45 triệu đồng.\n(2) Số trường: 04 trường.": [
        ("2025", "target"),
        ("2020-2025", "target"),
    ],
    # a season of two years is over with its clause
    "Trong 4 tháng đầu năm 2025, thu 12 tỷ đồng. Vụ đông xuân 2024-2025 gieo trồng 42 ha; trồng mới 12 ha rừng.": [
        ("2025-01/2025-04", "actual"),
        ("2024-2025", "actual"),
        ("2025-01/2025-04", "actual"),
    ],
    # what adds up to the month told before, or to the day of the text
    "Sáng 14/10/2025, UBND tỉnh họp. Doanh thu tháng 9 đạt 320 tỷ đồng; lũy kế đạt 2.750 tỷ đồng.": [
        ("2025-09", "actual"),
        ("2025-01/2025-09", "actual"),
    ],
    "Sáng 14/10/2025, UBND tỉnh họp. Từ đầu năm đến nay, có 42 dự án. Trong tháng 9 có 6 dự án. Lũy kế từ đầu năm, cấp "
    "mới 40 dự án.": [
        ("2025-01-01/2025-10-14", "actual"),
        ("2025-09", "actual"),
        ("2025-01/2025-09", "actual"),
    ],
    "Trong 7 tháng năm 2025, thu 9 tỷ đồng. Lũy kế từ đầu năm đến nay, đón 4.020 lượt khách.": [
        ("2025-01/2025-07", "actual"),
        ("2025-01/2025-07", "actual"),
    ],
    "Trong 9 tháng của năm 2022, thu 12 tỷ đồng.": [("2022-01/2022-09", "actual")],
    # what is so now is of the year; herds are of the months
    "Trong 9 tháng đầu năm 2024, thu 45 tỷ đồng. Đến nay, huyện có 14 xã đạt chuẩn. Hiện huyện còn 215 hộ nghèo.\n"
    "Tổng đàn bò hiện có 12.500 con.": [
        ("2024-01/2024-09", "actual"),
        ("2024", "actual"),
        ("2024", "actual"),
        ("2024-01/2024-09", "actual"),
    ],
    "Trong 9 tháng đầu năm 2024, có 120 doanh nghiệp mới, nâng tổng số doanh nghiệp lên 2.300 doanh nghiệp.": [
        ("2024-01/2024-09", "actual"),
        ("2024", "actual"),
    ],
    "Năm 2024, huyện trồng 20 ha rừng. Đến hết năm 2023, có 8 xã đạt chuẩn. Đến nay, huyện phê duyệt 7 dự án.": [
        ("2024", "actual"),
        ("2023", "actual"),
        ("2024", "actual"),
    ],
    # a state on a day, and what adds up over the months
    "6 tháng đầu năm 2024, thu 12 tỷ đồng. Đến cuối tháng 6, vốn huy động đạt 82 tỷ đồng. Dư nợ đạt 64 tỷ đồng. Vốn "
    "đầu tư toàn xã hội đạt 41 tỷ đồng.": [
        ("2024-01/2024-06", "actual"),
        ("2024-06", "actual"),
        ("2024-06", "actual"),
        ("2024-01/2024-06", "actual"),
    ],
    "Năm 2024, thu 54 tỷ đồng; giải ngân (tính đến ngày 30/11) đạt 10 tỷ đồng, bằng 71% kế hoạch; trồng 20 ha rừng.": [
        ("2024", "actual"),
        ("2024-01-01/2024-11-30", "actual"),
        ("2024-01-01/2024-11-30", "actual"),
        ("2024", "actual"),
    ],
    # the year of a text: of the line with its date, of the days it names, of the last month it tells
    "Phấn đấu năm 2024 thu nhập bình quân đạt 60 triệu đồng\nThứ 5, 21/12/2023\nNăm 2023, huyện trồng 12 ha rừng. Đến "
    "nay có 14 xã đạt chuẩn.": [("2024", "target"), ("2023", "actual"), ("2023", "actual")],
    "Tỉnh mới có 65 xã, vận hành từ ngày 01/7/2025.": [("2025", "actual")],
    "Tỉnh có diện tích tự nhiên 5.200 km2.\nTổng đàn gà hiện nay là 2.400 con.\nKhông có dịch vào năm 2006, 2007. "
    "Tháng 01/2014 có 2 ổ dịch.": [(None, "actual"), ("2014", "actual"), ("2014-01", "actual")],
    "GRDP 9 tháng năm 2022 đạt 52 tỷ đồng, mức cao thứ hai kể từ năm 2012. Thu 5 tỷ đồng.": [
        ("2022-01/2022-09", "actual"),
        ("2022-01/2022-09", "actual"),
    ],
    "Tính đến cuối tháng 9/2016, thu hút 9 tỷ đồng.\nTính từ trước đến nay, có 670 dự án. Có 633 dự án còn hiệu lực.": [
        ("2016-01/2016-09", "actual"),
        ("2016", "actual"),
        ("2016", "actual"),
    ],
    # the year of a plan is of its percentage; a time behind a semicolon is of what stands there
    "6 tháng đầu năm 2025, sản xuất ổn định. Công nghiệp đạt 46% kế hoạch năm 2025, tăng 8% so với cùng kỳ.": [
        ("2025", "actual"),
        ("2025-01/2025-06", "actual"),
    ],
    "Trong 9 tháng năm 2022, thu 5 tỷ đồng. Tổng đàn lợn có 4.600 con; sản lượng thịt tháng 9 đạt 83 tấn.": [
        ("2022-01/2022-09", "actual"),
        ("2022-01/2022-09", "actual"),
        ("2022-09", "actual"),
    ],
    "Nhiệm kỳ 2025-2030.\nPhấn đấu kinh tế tăng bình quân 9%/năm; thu nhập đến năm 2030 đạt 86 triệu đồng.": [
        ("2025-2030", "target"),
        ("2030", "target"),
    ],
    "Năm 2022, huyện thu 9 tỷ đồng.\nHĐND huyện thông qua 9 nghị quyết về kế hoạch năm 2023; quy hoạch 2021-2030.": [
        ("2022", "actual"),
        ("2022", "actual"),
    ],
    "Năm 2014, có 12 xã đạt chuẩn. Xã Hòa về đích trong năm 2015 (hiện nay đã đạt 19 tiêu chí).": [
        ("2014", "actual"),
        ("2014", "actual"),
    ],
    # aims that are set, and what was reached of them
    "Năm 2025, xã đạt 12/14 chỉ tiêu đề ra. Năm 2026, xã tiếp tục đề ra các chỉ tiêu như: GRDP tăng 11%; thu nhập đạt "
    "90 triệu đồng; 88% trường đạt chuẩn.": [
        ("2025", "actual"),
        ("2026", "target"),
        ("2026", "target"),
        ("2026", "target"),
    ],
    "UBND tỉnh ban hành chương trình với những chỉ tiêu chủ yếu sau: GRDP tăng 9%; thu đạt 52 tỷ đồng.": [
        (None, "target"),
        (None, "target"),
    ],
    "UBND tỉnh phê duyệt vùng quy hoạch trồng chè với tổng diện tích 1.200 ha, trong đó huyện Lộc Yên 800 ha.": [
        (None, "target"),
        (None, "target"),
    ],
    "UBND tỉnh phê duyệt quy hoạch. Huyện đã trồng 20 ha chè.": [(None, "actual")],
}

COMPARED = {
    # parts are compared as the whole was; a rank in brackets is of the year
    "Năm 2023, giá trị sản xuất tăng 6% so với cùng kỳ năm 2022 (xếp thứ 3/8 huyện). Trong đó, công nghiệp tăng 7%.": [
        ("change", "up", "same_period:2022", "2023"),
        ("rank", None, "none", "2023"),
        ("change", "up", "same_period:2022", "2023"),
    ],
    "Năm 2023, thu tăng 6% so với cùng kỳ năm 2022. Công nghiệp tăng 7%.": [
        ("change", "up", "same_period:2022", "2023"),
        ("change", "up", "previous_year:2022", "2023"),
    ],
    # parts of an economy that grew, but not its shares
    "Tăng trưởng kinh tế năm 2025 đạt 8,2%. Trong đó, khu vực nông nghiệp đạt 4,5%; khu vực dịch vụ đạt 8,6%.": [
        ("change", "up", "previous_year:2024", "2025"),
        ("change", "up", "previous_year:2024", "2025"),
        ("change", "up", "previous_year:2024", "2025"),
    ],
    "Tăng trưởng kinh tế năm 2025 đạt 8,2%. Trong đó, khu vực nông nghiệp chiếm 30%; tỷ lệ lao động đạt 64%.": [
        ("change", "up", "previous_year:2024", "2025"),
        ("share", None, "none", "2025"),
        ("share", None, "none", "2025"),
    ],
    # in brackets behind a plan, by how much it was exceeded
    "Năm 2016 gieo trồng 92 ha, đạt 102% so kế hoạch (tăng 2 ha) và tăng 4% so với cùng kỳ (tăng 3 ha).": [
        ("level", None, "none", "2016"),
        ("plan_ratio", None, "plan", "2016"),
        ("plan_excess", "up", "plan", "2016"),
        ("change", "up", "same_period:2015", "2016"),
        ("change", "up", "same_period:2015", "2016"),
    ],
    # by how much it moves in a year, or at least, and what it falls to
    "Năm 2025, tỷ lệ tăng dân số tự nhiên hàng năm: 1,1%; mục tiêu tăng thu bình quân hằng năm 8%; giảm tỷ lệ hộ nghèo "
    "từ 0,5% trở lên.": [
        ("change", "up", "previous_year:2024", "2025"),
        ("change", "up", "previous_year:2024", "2025"),
        ("change", "down", "previous_year:2024", "2025"),
    ],
    "Năm 2025, giảm tỷ lệ hộ nghèo xuống còn 3%; nâng tỷ lệ che phủ rừng từ 60% trở lên.": [
        ("share", None, "none", "2025"),
        ("share", None, "none", "2025"),
    ],
    # how much it grew in each year of a term
    "Nhiệm kỳ 2020-2025, huyện phấn đấu tốc độ tăng trưởng bình quân cả nhiệm kỳ đạt 7,8%.": [
        ("change", "up", "previous_year", "2020-2025"),
    ],
}


@pytest.mark.parametrize("text", TIMED)
def test_periods_and_status(text: str) -> None:
    assert timed(text, "vi") == TIMED[text]


@pytest.mark.parametrize("text", COMPARED)
def test_bases(text: str) -> None:
    found = [(claim.kind, claim.direction, claim.basis, claim.period) for claim in figures(text, "vi")]
    assert found == COMPARED[text]
