"""Vietnamese news of provinces and districts: schemes, terms, the year so far, events, and levels that are reached."""

import pytest

from tests.chapters.reading.readings import figures, timed

TIMED = {
    # what a text tells of a scheme is planned, but for what is so already
    "HĐND tỉnh vừa thông qua Đề án phát triển chợ giai đoạn 2022-2025.\nTheo đó, tỉnh xây mới 24 chợ với tổng "
    "kinh phí 180 tỷ đồng.\nHiện toàn tỉnh có 112 chợ.": [
        ("2022-2025", "target"),
        ("2022-2025", "target"),
        (None, "actual"),
    ],
    "Thực hiện Quyết định phê duyệt Đề án nhà ở giai đoạn 2021-2025, huyện xây 120 căn nhà.": [(None, "actual")],
    "UBND huyện vừa phê duyệt Kế hoạch trồng rừng giai đoạn 2023-2025. 6 tháng đầu năm 2023, huyện trồng 50 ha.": [
        ("2023-01/2023-06", "actual"),
    ],
    "Tổng nhu cầu vốn đầu tư là 98 tỷ đồng.": [(None, "target")],
    # how things stood at the end of a year that is over, and what is to be by then
    "Đến cuối năm 2015, tỉnh có 8 xã đạt chuẩn.": [("2015", "actual")],
    "Năm 2019 là năm bứt phá. Đến hết năm 2019 có 12 xã đạt chuẩn. Đến năm 2025 có 20 xã đạt chuẩn.": [
        ("2019", "actual"),
        ("2025", "target"),
    ],
    # the year up to the day of the text, the months it reports on, or as it is named
    "Sáng 14/8/2023, UBND huyện họp. Từ đầu năm đến nay, xã đã làm 12 km đường.": [
        ("2023-01-01/2023-08-14", "actual"),
    ],
    "Trong 9 tháng đầu năm 2021 thu 5 tỷ đồng. Từ đầu năm đến nay có 6 vụ.": [
        ("2021-01/2021-09", "actual"),
        ("2021-01/2021-09", "actual"),
    ],
    "Từ đầu năm 2023 đến nay, xã đã làm 12 km đường.": [("2023", "actual")],
    "Lũy kế đến tháng 8/2022, giải ngân đạt 120 tỷ đồng.": [("2022-01/2022-08", "actual")],
    "Tháng tư năm 2022 thu 5 tỷ đồng.": [("2022-04", "actual")],
    # terms that open a paragraph, the one before and the one to come
    "Trong nhiệm kỳ 2015-2020, huyện đạt 20/22 chỉ tiêu. Kinh tế tăng bình quân 11%. Đầu năm 2020 có 56.000 người.": [
        ("2015-2020", "actual"),
        ("2015-2020", "actual"),
        ("2020", "actual"),
    ],
    "Năm 2015, Đảng bộ huyện họp đại hội nhiệm kỳ 2015-2020. Nhiệm kỳ qua, huyện kết nạp 450 đảng viên.": [
        ("2010-2015", "actual"),
    ],
    "Nhiệm kỳ 2015-2020 vừa qua, huyện đạt 20/22 chỉ tiêu. Nhiệm kỳ mới, Đảng bộ huyện đề ra 18 chỉ tiêu.": [
        ("2015-2020", "actual"),
        ("2020-2025", "target"),
    ],
    "Giai đoạn 2016-2019 kinh tế tăng 8%/năm; quy mô hiện nay đạt 65 tỷ đồng. Năm 2020 có 12 xã.": [
        ("2016-2019", "actual"),
        ("2020", "actual"),
        ("2020", "actual"),
    ],
    "HĐND tỉnh khóa X, nhiệm kỳ 2021-2026 họp. Có 48 đại biểu dự.": [(None, "actual")],
    # the next quarter of which tasks are told, and the year of the plan that is exceeded
    "Ngày 8/4, Tỉnh ủy sơ kết nhiệm vụ quý I và đề ra chương trình chỉ đạo quý II/2025.\nThu đạt 5 tỷ đồng.": [
        ("2025Q1", "actual"),
    ],
    "Tính đến hết tháng 6, có 75 xã đạt chuẩn.\nCó 9 huyện về đích (vượt mục tiêu năm 2022).": [
        ("2022-06", "actual"),
        ("2022-06", "actual"),
    ],
    # each with its own year, and a bracket of the year that was spoken of
    "Năm 2014, đến năm 2020 đạt 14% diện tích và định hướng đến năm 2030 đạt 16%.": [
        ("2020", "target"),
        ("2030", "target"),
    ],
    "Năm 2022 tăng cao hơn cả nước (ước tăng 8%), đưa mức tăng giai đoạn 2020-2022 lên 9%.": [
        ("2022", "estimate"),
        ("2020-2022", "actual"),
    ],
    # aims that hold, are reached, or are said of another figure
    "Về giải ngân, từ nay đến cuối năm tập trung giải ngân 100% kế hoạch. Yêu cầu 100% cán bộ chấp hành.": [
        (None, "target"),
        (None, "target"),
    ],
    "Năm 2024 tỉnh cũng đạt mục tiêu huy động 45 tỷ đồng. Theo kế hoạch, tỉnh đã phân bổ 13 tỷ đồng.": [
        ("2024", "actual"),
        ("2024", "actual"),
    ],
    "Năm 2023, tỉnh đặt mục tiêu tăng trưởng 8%. Vốn thực hiện toàn xã hội chiếm 30% GRDP.": [
        ("2023", "target"),
        ("2023", "target"),
    ],
    "Năm 2020 ký 38 biên bản ghi nhớ với tổng vốn dự kiến khoảng 28 tỷ USD.": [
        ("2020", "actual"),
        ("2020", "estimate"),
    ],
    # of the year that aims are set for, and not of the one that is decided on
    "Năm 2021 thu 5 tỷ đồng. HĐND huyện thống nhất các chỉ tiêu năm 2022. Trong đó, phấn đấu thu 6 tỷ đồng.": [
        ("2021", "actual"),
        ("2022", "target"),
    ],
    "Năm 2022 đạt 23/27 chỉ tiêu. HĐND huyện thông qua 9 nghị quyết về phát triển kinh tế năm 2023.": [
        ("2022", "actual"),
        ("2022", "actual"),
    ],
    "Trong tháng 5/2018 có 390 lao động được tuyển. Lũy kế từ đầu năm có 1.350 lao động.": [
        ("2018-05", "actual"),
        ("2018-01/2018-05", "actual"),
    ],
    "Về một số chỉ tiêu chủ yếu, giai đoạn 2021-2025: Năng suất tăng 7%/năm.": [("2021-2025", "target")],
    # the year of an item is over with it
    "Một số thành tựu nhiệm kỳ 2015-2020\n- Hộ nghèo năm 2020 còn 1,92%.\n- Kết nạp 1.200 đảng viên.": [
        ("2020", "actual"),
        ("2015-2020", "actual"),
    ],
    "Đến hết tháng 8, huy động vốn đạt 98 tỷ đồng, tăng 2% so với thời điểm cuối năm 2022; dư nợ đạt 86 tỷ đồng.": [
        ("2023-08", "actual"),
        ("2023-08", "actual"),
        ("2023-08", "actual"),
    ],
    # a year alone in brackets is of the figure behind them, and a programme is named by a number
    "Năm 2017 huyện có 22 xã với dân số (năm 2016) là 9.889 người; 5 xã thuộc Chương trình 135.": [
        ("2017", "actual"),
        ("2016", "actual"),
        ("2017", "actual"),
    ],
    # a budget that is decided gives estimates
    "NGHỊ QUYẾT\nVề dự toán năm 2024\nĐiều 1. Thông qua dự toán ngân sách năm 2024:\n1. Tổng thu: 50 tỷ đồng.": [
        ("2024", "estimate"),
    ],
    "Tổng số vốn kế hoạch năm 2024 được giao trên 776 tỷ đồng.": [("2024", "estimate")],
}

COMPARED = {
    "Năm 2022, số khách tăng 3 lần so với Lễ hội năm 2018, thu tăng 20% so với vụ hè thu năm 2021.": [
        ("change", "up", "year:2018"),
        ("change", "up", "previous_year:2021"),
    ],
    "Năm 2023 tăng 5 lần so với Hội nghị gặp gỡ doanh nghiệp 2019.": [("change", "up", "year:2019")],
    "Năm 2020 thu 9 tỷ đồng, tăng 5% so với nhiệm kỳ trước.": [("level", None, "none"), ("change", "up", "none")],
    # of the plan as well
    "Năm 2022 thu 60 tỷ đồng, đạt hơn 100% kế hoạch; sản lượng 13 nghìn tấn, đạt gần 104%.": [
        ("level", None, "none"),
        ("plan_ratio", None, "plan"),
        ("level", None, "none"),
        ("plan_ratio", None, "plan"),
    ],
    # told without what it is set against, and against the end of a year
    "Năm 2023 có 52 dự án được điều chỉnh, tổng vốn tăng 228 tỷ đồng.": [
        ("count", None, "none"),
        ("change", "up", "none"),
    ],
    "Đến hết tháng 8/2023 dư nợ tăng 2% so với thời điểm cuối năm 2022.": [("change", "up", "previous_year:2022")],
    "Năm 2019 tốc độ tăng trưởng đạt mức cao nhất 16,2%.": [("change", "up", "previous_year:2018")],
    "Giai đoạn 2021-2025, phấn đấu thu nhập tăng ít nhất 1,5 lần so với năm 2020.": [("change", "up", "year:2020")],
    # by how much it is more stands behind
    "Năng suất lúa năm 2024 đạt 62 tạ/ha, cao hơn năm trước 1,2 tạ/ha.": [
        ("level", None, "none"),
        ("change", "up", "previous_year:2023"),
    ],
    # a level that is reached has no way
    "Năm 2023, huyện giảm tỷ lệ hộ nghèo xuống còn 3,5%; thu nhập tăng lên 52 triệu đồng; rừng che phủ 45%.": [
        ("share", None, "none"),
        ("level", None, "none"),
        ("share", None, "none"),
    ],
    "Mục tiêu năm 2025: Tăng tỷ lệ lao động qua đào tạo đạt 70%. Doanh thu tăng khá, đạt 5 tỷ đồng.": [
        ("share", None, "none"),
        ("level", None, "none"),
    ],
    # by how much that is, behind a percentage; and not what it is of a plan or of another level
    "Đàn trâu có 28.000 con, tăng 2,6%, bằng 730 con so với cùng kỳ năm trước.": [
        ("count", None, "none"),
        ("change", "up", "same_period"),
        ("change", "up", "same_period"),
    ],
    "Xã trồng 4.334 ha, tăng 0,7% so với cùng kỳ năm 2017 (bằng 32 ha).": [
        ("level", None, "none"),
        ("change", "up", "same_period:2017"),
        ("change", "up", "same_period:2017"),
    ],
    "Năm 2022 đạt 90 tấn, tăng 5%, bằng 96% kế hoạch.": [
        ("level", None, "none"),
        ("change", "up", "previous_year:2021"),
        ("plan_ratio", None, "plan"),
    ],
    "Năm 2022 thu 300 tỷ đồng, tăng 5%, bằng 310 tỷ đồng của năm 2019.": [
        ("level", None, "none"),
        ("change", "up", "previous_year:2021"),
        ("level", None, "none"),
    ],
}

COUNTED = {
    "Lũy kế đến tháng 9/2022, số dự án trên địa bàn tỉnh còn hiệu lực là 156.": [("156", "projects")],
    "Năm 2023, tổng số hộ nghèo toàn huyện là 1.234. Chỉ số PAPI đạt 43,2.": [("1234", "households")],
    "Năm 2020 kết nạp trên 1.000 đảng viên mới.": [("1000", "persons")],
    "Năm 2023 kết nạp 77 quần chúng ưu tú.": [("77", "persons")],
}


@pytest.mark.parametrize("text", TIMED)
def test_times_and_statuses(text: str) -> None:
    assert timed(text) == TIMED[text]


@pytest.mark.parametrize("text", COMPARED)
def test_comparisons(text: str) -> None:
    assert [(c.kind, c.direction, c.basis) for c in figures(text)] == COMPARED[text]


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted(text: str) -> None:
    assert [(f"{c.value.normalize():f}", c.unit) for c in figures(text)] == COUNTED[text]
