"""Estimates and plans that hold beyond their sentence, and what stands aside in brackets."""

import pytest

from tests.chapters.reading.readings import figures

STATUSES = {
    # parts of a total that is an estimate, and what is said in the same breath without being one of them
    "Năm 2024, GRDP ước tăng 7%.\nKhu vực dịch vụ tăng 8%, đóng góp 4 điểm %. Dân số tăng 1%.": "eeea",
    "GRDP năm 2024 ước tăng 7% (cùng kỳ tăng 5%). Trong đó, xây dựng tăng 9%.": "eae",
    "GRDP năm 2024 ước tăng 7%.\nKhu vực công nghiệp nộp 200 tỷ đồng, tăng 5%.": "eaa",
    # a paragraph that opens with an estimate, until another time is named
    "Ước 6 tháng đầu năm 2024, thu đạt 500 tỷ đồng. Chi đạt 300 tỷ đồng. Năm 2023 chi 280 tỷ đồng.": "eea",
    # a heading that gives estimates for one of its times
    "Kết quả 9 tháng, ước cả năm 2024\nThu 9 tháng đạt 500 tỷ đồng; cả năm 2024 đạt 700 tỷ đồng.": "ae",
    # what a council gives to be raised, up to what was reached of it
    "Năm 2025, HĐND tỉnh giao dự toán thu 900 tỷ đồng; trong đó: thu nội địa 850 tỷ đồng, thu xuất nhập khẩu 50 tỷ "
    "đồng. Ước thực hiện 910 tỷ đồng.": "ttte",
    # what is under way in a clause of its own
    "Dự kiến năm 2025 có 16 nhà máy vận hành; 5 nhà máy hoàn thành; 10 dự án đang được thi công.": "eea",
    # decisions about what is to be spent, and accounts that are settled
    "Nghị quyết về việc điều chỉnh kế hoạch vốn năm 2023\nGiảm 3 dự án từ 25 tỷ đồng xuống còn 10 tỷ đồng.": "ttt",
    "Nghị quyết về việc phê chuẩn quyết toán năm 2022\nTổng thu 1.200 tỷ đồng.": "a",
    "Báo cáo kết quả phân bổ vốn năm 2023\nĐã phân bổ 1.200 tỷ đồng cho 15 dự án.": "aa",
    "Kế hoạch vốn năm 2023 là 3.500 tỷ đồng; đã giải ngân 2.100 tỷ đồng.": "ea",
    "Năm 2023 thu nhập đạt 63 triệu đồng (mục tiêu là 60 triệu đồng).": "at",
    "Theo chỉ tiêu đề ra, năm 2025 GRDP tăng 9%.": "t",
    # what a framework of years plans, and what was before it
    "Clinics get R24 million over the 2024 MTEF. They need R8 million in 2024/25; R6 million was spent in 2023.": "eea",
    # estimates freed of the seasons are what statistics give, and what is compared with in a bracket is over
    "The trend estimate of vacancies for May 2024 was 1,200.": "a",
    "Output in 2023-24 is estimated at Rs 9 crore, 12 per cent higher than in 2022-23 (Rs 8 crore).": "eea",
    # shares of a budget that is tabled
    "The minister tabled the budget for 2023-24. Of the budget, schools get 14 per cent and roads 9 per cent.": "ee",
    "The mayor presented the budget for 2024. In 2022 roads got 9 per cent of spending.": "a",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]


COMPARED = {
    "Tốc độ tăng trưởng 6 tháng đầu năm 2021 đạt 8,1% (cùng kỳ năm 2020 đạt 5,2%).": [
        ("change", "same_period:2020-01/2020-06", "2021-01/2021-06"),
        ("change", "same_period:2019-01/2019-06", "2020-01/2020-06"),
    ],
    "Năm 2023, GRDP tăng 8,2% (vượt mục tiêu Nghị quyết 0,7%).": [
        ("change", "previous_year:2022", "2023"),
        ("plan_excess", "plan", "2023"),
    ],
    "Năm 2023 thu đạt 98% kế hoạch HĐND huyện giao, bằng 105% dự toán HĐND tỉnh giao.": [
        ("plan_ratio", "plan", "2023"),
        ("plan_ratio", "council_estimate", "2023"),
    ],
    "Năm 2023 thu 40 tỷ đồng, so dự toán giao đạt 42%.": [
        ("level", "none", "2023"),
        ("plan_ratio", "plan", "2023"),
    ],
    "Quý I/2023 sản xuất đạt 39 tỷ đồng, đạt 69% so với cùng kỳ.": [
        ("level", "none", "2023Q1"),
        ("ratio", "same_period:2022Q1", "2023Q1"),
    ],
    # the first months of a year are no beginning that is compared with
    "6 tháng đầu năm 2024, thu đạt 4 tỷ đồng, tăng 5%. Đàn bò tăng 3% so với đầu năm.": [
        ("level", "none", "2024-01/2024-06"),
        ("change", "same_period:2023-01/2023-06", "2024-01/2024-06"),
        ("change", "none", "2024-01/2024-06"),
    ],
    "6 tháng đầu năm 2022 dư nợ tăng 3,2% so với cuối năm 2021.": [("change", "previous_year:2021", "2022-01/2022-06")],
    "Tháng 11/2023 sản xuất tăng 3% so với tháng Mười và tăng 6% so với cùng kỳ.": [
        ("change", "same_period:2023-10", "2023-11"),
        ("change", "same_period:2022-11", "2023-11"),
    ],
    "Năm 2023 có 15 trường, tăng thêm 7 trường.": [("count", "none", "2023"), ("change", "none", "2023")],
    "Năm 2018 công nghiệp đóng góp vào tăng trưởng chung 5,6 điểm %.": [("share", "none", "2018")],
    # the period that something is higher than goes with its own clause only
    "Năm 2024 nông nghiệp tăng nhanh, cao hơn tốc độ tăng trưởng của năm 2023.\nDịch vụ tăng 8%.": [
        ("change", "previous_year:2023", "2024")
    ],
    "Quý I/2017 xây dựng tăng 6%, thấp nhất kể từ năm 2011, trong đó nhà ở tăng 2%.": [
        ("change", "same_period:2016Q1", "2017Q1"),
        ("change", "same_period:2016Q1", "2017Q1"),
    ],
}


@pytest.mark.parametrize("text", COMPARED)
def test_comparison(text: str) -> None:
    assert [(claim.kind, claim.basis, claim.period) for claim in figures(text)] == COMPARED[text]


def test_names_with_numbers_are_no_counts() -> None:
    assert not figures("Nhà ở hẻm 72 đường Hoa Sen phòng dịch Covid 19 tốt.")
