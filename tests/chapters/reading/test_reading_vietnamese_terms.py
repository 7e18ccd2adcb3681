"""What Vietnamese news say at their head, of a term that is over, and of plans that were met."""

from __future__ import annotations

import pytest

from tests.chapters.reading.readings import figures

PERIODS = {
    # a headline is of the time of the text that tells it again
    "Thu ngân sách đạt 61 tỷ đồng\n6 tháng đầu năm 2021, huyện trồng 20 ha chè. Thu ngân sách đạt 61 tỷ đồng.": [
        "2021-01/2021-06",
        "2021-01/2021-06",
        "2021-01/2021-06",
    ],
    "Năm 2020, thu đạt 61 tỷ đồng\nTrong 6 tháng đầu năm 2021, thu ngân sách đạt 61 tỷ đồng.": [
        "2020",
        "2021-01/2021-06",
    ],
    # “the last six months” are no “last month”
    "Tổng kết 6 tháng đầu năm 2018. Đặc biệt, 6 tháng qua huyện đón 2.000 lượt khách.": ["2018-01/2018-06"],
    # between two terms, the year in which one ends
    "Ngày 13/3, xã họp Đại hội khóa XIII, nhiệm kỳ 2020-2025.\nXã đã làm nhiều việc được Đại hội khóa XII, nhiệm kỳ "
    "2015-2020, đề ra.\nĐến nay, xã có 20 hộ giàu. Thu nhập tăng 70% so với năm 2015.": ["2020", "2020"],
    "Đại hội nhiệm kỳ 2020-2025.\nTheo báo cáo, trong nhiệm kỳ 2015-2020, xã đạt nhiều kết quả. Nổi bật là: trồng 34 "
    "ha chè; xã về đích vào năm 2018; hộ nghèo còn 7%, mỗi năm giảm 4%; kết nạp 50 đảng viên.": [
        "2015-2020",
        "2020",
        "2015-2020",
        "2015-2020",
    ],
    # the years of a scheme that was carried out
    "9 tháng đầu năm 2019, huyện trồng 40 ha rừng. Thực hiện đề án kinh tế vườn giai đoạn 2016-2020, huyện lập 58 "
    "vườn.": ["2019-01/2019-09", "2019-01/2019-09"],
    "Giai đoạn 2016-2020, huyện lập 58 vườn.": ["2016-2020"],
}
STATUSES = {
    "9 tháng đầu năm 2024, huyện đạt tiến độ kế hoạch đề ra, có 23/26 chỉ tiêu đạt khá. Cụ thể, thu 37 tỷ đồng.": "aa",
    "Năm 2020, huyện đã hoàn thành một số chỉ tiêu quan trọng như: trồng 15 ha rừng; thu đạt 7 tỷ đồng.": "aa",
    "Năm 2023, huyện đặt ra một số chỉ tiêu chủ yếu, gồm: thu đạt 14 tỷ đồng; trồng 15 ha rừng.": "tt",
    "Năm 2018, huyện đề ra 27 chỉ tiêu, kết quả đạt 25 chỉ tiêu. Thu ngân sách 55 tỷ đồng.": "aaa",
    "Năm 2025, theo kế hoạch, tỉnh đã phân bổ 13 tỷ đồng, đạt 94% kế hoạch.": "aa",
    "Theo kế hoạch năm 2025, tỉnh giải ngân đạt 94% kế hoạch.": "t",
    "Năm 2024, bán lẻ ước đạt 63 tỷ đồng; du lịch ghi nhận tín hiệu tốt với 2 triệu lượt khách.": "ea",
    "Năm 2025, huyện được giao kế hoạch vốn 56 tỷ đồng, đã giải ngân 50 tỷ đồng.": "ea",
}


@pytest.mark.parametrize("text", PERIODS)
def test_period(text: str) -> None:
    assert [claim.period for claim in figures(text)] == PERIODS[text]


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]
