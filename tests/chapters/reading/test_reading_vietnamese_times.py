"""Which time Vietnamese sentences are of that name none, or name one that is not theirs."""

from __future__ import annotations

import pytest

from tests.chapters.reading.readings import figures

TIMED = {
    # an aim without a time is of the year, and so is what follows it, until something was reached
    "Trong 6 tháng đầu năm 2024, thu đạt 3 tỷ đồng. Huyện phấn đấu đón 9.000 lượt khách. Tổng vốn 20 tỷ đồng. Kết quả "
    "thu hút 5 dự án.": ["2024-01/2024-06 a", "2024 t", "2024 t", "2024-01/2024-06 a"],
    "Báo cáo quý I năm 2025\nThu đạt 3 tỷ đồng.\nII. Nhiệm vụ quý II năm 2025\n- Phấn đấu trồng 40 ha rừng.": [
        "2025Q1 a",
        "2025Q2 t",
    ],
    # what adds up from the start of the year, and the month in front of it
    "Tình hình tháng 3 năm 2021\nThu ngân sách tháng 3 đạt 97 tỷ đồng. Xuất khẩu đạt 85 triệu USD, lũy kế 180 triệu "
    "USD. Tai nạn xảy ra 5 vụ; lũy kế 12 vụ.": ["2021-03 a", "2021-03 a", "2021Q1 a", "2021-03 a", "2021Q1 a"],
    "Tháng 3 năm 2021, thu đạt 9 tỷ đồng, tăng 5% so với tháng trước; lũy kế 3 tháng đạt 20 tỷ đồng.": [
        "2021-03 a",
        "2021-03 a",
        "2021Q1 a",
    ],
    # “so far”: of the months where it adds up, else of the year
    "Trong 7 tháng đầu năm 2024, huyện xuất khẩu 3 triệu USD. Đến nay, huyện giải ngân 20 tỷ đồng. Đến nay, huyện có 6 "
    "xã đạt chuẩn.": ["2024-01/2024-07 a", "2024-01/2024-07 a", "2024 a"],
    "Trong quý I năm 2023, huyện kết nạp 30 đảng viên.\nTrong quý, xã kết nạp 9 đảng viên, nâng tổng số đảng viên lên "
    "300 đảng viên.": ["2023Q1 a", "2023Q1 a", "2023 a"],
    # up to a day, only what stands behind it; up to a month, only its sentence
    "5 tháng đầu năm 2023, huyện thu ngân sách 130 tỷ đồng, giải ngân tính đến ngày 15/5 đạt 20 tỷ đồng.": [
        "2023-01/2023-05 a",
        "2023-01-01/2023-05-15 a",
    ],
    "Theo báo cáo, trong quý I/2022, bán lẻ đạt 11 tỷ đồng. Tổng thu ngân sách đến hết tháng 4/2022 được 6 tỷ đồng. Tỷ "
    "lệ hộ nghèo còn 2%.": ["2022Q1 a", "2022-01/2022-04 a", "2022Q1 a"],
    "Phấn đấu đến ngày 30/6/2018 có 100% học sinh tham gia bảo hiểm y tế.": ["2018 t"],
    "Tính đến ngày 30/9/2022, tỷ lệ lao động tham gia BHXH đạt 38%.": ["2022-09-30 a"],
    "Tính đến ngày 30/9/2022, thu ngân sách đạt 38 tỷ đồng.": ["2022-01-01/2022-09-30 a"],
    # the only month that a text names is what it is about
    "Theo báo cáo của Sở, lượng khách trong tháng 5 năm 2017 tăng khá.\nTheo đó, tỉnh đón 9.000 lượt khách.\nHuyện đón "
    "300 lượt khách.": ["2017-05 a", "2017-05 a"],
    # the year of a plan that was reached is over with its paragraph
    "Trong 7 tháng đầu năm 2022, tỉnh đón 9.000 lượt khách, đạt 90% kế hoạch năm 2022.\nDoanh thu đạt 6 tỷ đồng.": [
        "2022-01/2022-07 a",
        "2022 a",
        "2022-01/2022-07 a",
    ],
    # months that open a paragraph of a text about more of them
    "Trong 6 tháng đầu năm 2023, tỉnh đón 9.000 lượt khách.\nQuảng Hà\n5 tháng đầu năm, huyện đón 70 lượt khách. Doanh "
    "thu đạt 6 tỷ đồng.": ["2023-01/2023-06 a", "2023-01/2023-05 a", "2023-01/2023-05 a"],
    # from one year to that of the text
    "Từ năm 2018 đến nay, tỉnh xây dựng 45 trường học. Năm 2022, thu đạt 5 tỷ đồng.": ["2018-2022 a", "2022 a"],
    "Năm 2022, kinh tế tăng 9%, mức cao nhất từ năm 2014 đến nay.": ["2022 a"],
    # money of one year that is spent in the next
    "Trong 5 tháng đầu năm, thu đạt 3 tỷ đồng.\nHĐND xem xét việc chuyển nguồn vốn năm 2022 sang năm 2023.": [
        "2023-01/2023-05 a"
    ],
    # a congress is held in the year in which its term begins
    "Sáng 12/8, huyện khai mạc Đại hội lần thứ XX, nhiệm kỳ 2020-2025. Dự đại hội có 250 đại biểu.\nTrong 5 năm qua, "
    "kinh tế tăng bình quân 9%. Năm 2019, thu đạt 9 tỷ đồng. Mỗi năm huyện huy động 3 tỷ đồng. Hiện nay huyện có 12 xã "
    "đạt chuẩn.": ["2020 a", "2015-2020 a", "2019 a", "2015-2020 a", "2020 a"],
    "Ngày 15/10/2025, tỉnh họp Đại hội nhiệm kỳ 2025-2030 cùng 250 đại biểu.\nĐại hội xác định giai đoạn 2025-2030, "
    "kinh tế phát triển nhanh.\nThu ngân sách tăng bình quân 7%.": ["2025 a", "2025-2030 t"],
    "Hội nghị học tập Nghị quyết Đại hội nhiệm kỳ 2020-2025.\nNăm 2023, thu đạt 9 tỷ đồng. Mỗi năm trồng 3 ha.": [
        "2023 a",
        "2020-2025 a",
    ],
    "Nhiệm kỳ 2020-2025, xã đạt nhiều kết quả. Năm 2023, diện tích cây hằng năm là 30 ha.": ["2023 a"],
}


@pytest.mark.parametrize("text", TIMED)
def test_times(text: str) -> None:
    assert [f"{claim.period} {claim.status[0]}" for claim in figures(text, "vi")] == TIMED[text]


def test_a_year_long_ago_is_no_year_of_a_text() -> None:
    text = "Ngày 6/11/1996, tỉnh được tái lập.\nRiêng năm 2021, kinh tế tăng 8%; năm 2022 tăng 9%. Hiện có 7 huyện."
    assert [claim.period for claim in figures(text)] == ["2021", "2022", "2022"]
