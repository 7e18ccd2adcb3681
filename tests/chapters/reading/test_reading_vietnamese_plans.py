"""Vietnamese plans that are handed down, numbers that are to be reached, and days up to which something holds."""

from __future__ import annotations

import pytest

from tests.chapters.reading.readings import figures

STATUSES = {
    # money that a body is given to spend is a budget, with its parts, up to what was spent of it
    "Năm 2023, thị xã được giao 412 tỷ đồng vốn đầu tư công, đã giải ngân 301 tỷ đồng.": "ea",
    "Kế hoạch vốn năm 2024 là 3 tỷ đồng, trong đó vốn trung ương 1 tỷ đồng, vốn tỉnh 2 tỷ đồng.": "eee",
    "Thu 6 tháng đạt 325 tỷ đồng, bằng 52% dự toán HĐND tỉnh giao (625 tỷ đồng).": "aae",
    "Dự toán thu năm 2024 HĐND giao là 98 tỷ đồng; thực hiện 9 tháng đạt 71 tỷ đồng.": "ea",
    "Tổng vốn đầu tư toàn xã hội năm 2021 là 82 tỷ đồng, trong đó vốn ngân sách 19 tỷ đồng.": "aa",
    "Tổng nhu cầu vốn giai đoạn 2014-2020 là 198 tỷ đồng.": "t",
    # numbers that are to be reached, year by year, and those of what was measured
    "Chỉ tiêu bao phủ bảo hiểm giao cho tỉnh năm 2018 là 86%, năm 2019 là 88% và năm 2020 là 90%.": "ttt",
    "Để hoàn thành chỉ tiêu 92% dân số có thẻ bảo hiểm, UBND huyện yêu cầu các xã vào cuộc.": "t",
    "Nhằm đạt chỉ tiêu 95% hộ dân có nước sạch, xã đã huy động 4 tỷ đồng.": "ta",
    "Chỉ tiêu kết nạp đảng viên năm 2022 giao cho thành phố là 180 đảng viên.": "t",
    "Tỷ lệ hộ nghèo còn 3%, đạt 104% chỉ tiêu tỉnh giao, hộ cận nghèo còn 4%.": "aaa",
    "Chỉ tiêu giảm nghèo tỉnh giao là 1,5%; kết quả giảm 1,8%.": "ta",
    "UBND tỉnh giao chỉ tiêu cho các huyện như sau: Phú Lương 1.200 ha, Võ Nhai 1.100 ha.": "tt",
    "Kế hoạch năm 2023 trồng 500 ha cây, thực hiện 512 ha.": "ta",
    # what is asked for at least, and the victims that are told
    "Các xã tổ chức tiêm phòng đạt tối thiểu 80% tổng đàn.": "t",
    "Vụ cháy làm ít nhất 3 người bị thương.": "a",
    # who registers to reach something has not yet
    "Năm 2022, toàn tỉnh có 9 xã đăng ký về đích nông thôn mới.": "t",
    "Năm 2022, toàn tỉnh có 90 doanh nghiệp đăng ký thành lập mới.": "a",
    "Trong năm, có 12 xã phấn đấu đạt chuẩn; đến hết tháng 10 đã có 8 xã được công nhận.": "ta",
    "Để thi công tuyến đường, thành phố phải thu hồi 35 ha đất.": "t",
    "Do dịch bệnh, 45 doanh nghiệp phải tạm ngừng hoạt động.": "a",
    "Bảo hiểm xã hội tỉnh được giao phát triển 85 người tham gia; đến nay đạt 61 người.": "ta",
    "Năm 2024, xã tập trung thực hiện các chỉ tiêu: thu nhập 58 triệu đồng; hộ nghèo dưới 1,5%.": "tt",
    "Kết quả thực hiện các chỉ tiêu: thu ngân sách 58 tỷ đồng; hộ nghèo giảm 1,5%.": "aa",
    "Mục tiêu đón 3 triệu lượt khách trong năm 2022, 6 tháng đầu năm đã đón 1,7 triệu lượt.": "ta",
    "Phấn đấu 100% hộ dân dùng nước sạch, hiện nay tỷ lệ này là 92%.": "ta",
    "Quyết tâm đến hết năm giải ngân trên 95% kế hoạch vốn.": "t",
    # what investors were handed is no plan of spending
    "UBND tỉnh đã trao quyết định chủ trương đầu tư cho 12 dự án với tổng vốn 18 tỷ đồng.": "aa",
    # how many aims a body sets is an aim, how many documents it passed is told
    "Năm 2017, huyện đề ra 13 chỉ tiêu cụ thể, 5 nhiệm vụ trọng tâm.": "tt",
    "Kỳ họp đã thông qua 9 nghị quyết.": "a",
    "So với kế hoạch tỉnh giao năm 2025 (84 tỷ đồng), tỷ lệ giải ngân đạt 24%.": "ea",
    "Tổng chi sau điều chỉnh gần 216 tỷ đồng, tăng so với dự toán ban đầu, gồm: Chi đầu tư 18 tỷ đồng.": "ee",
    "Mục tiêu năm 2024 thu đạt 21 tỷ đồng, tăng 12% so với ước thực hiện năm 2023.": "tt",
}

PERIODS = {
    # how things stand at the end of a year is of that year, but for money in accounts
    "Tính đến ngày 31/12/2019, toàn tỉnh có 45 người tham gia bảo hiểm xã hội.": ["2019"],
    "Tính đến ngày 30/11/2020, toàn huyện có 23 người tham gia bảo hiểm y tế.": ["2020-11-30"],
    "Tính đến 31/12/2021, dư nợ tín dụng đạt 18 tỷ đồng.": ["2021-12-31"],
    "Tính đến hết quý III/2023, thu ngân sách đạt 65 tỷ đồng.": ["2023-01/2023-09"],
    "Đến hết quý I năm 2023, thu ngân sách đạt 84 tỷ đồng.": ["2023Q1"],
    "10T/2023: thu ngân sách 512 tỷ đồng.": ["2023-01/2023-10"],
    "6T đầu năm 2022, thu đạt 32 tỷ đồng.": ["2022-01/2022-06"],
    "Trong hai năm 2019 và 2020, huyện làm mới 68 km đường.": ["2019-2020"],
    # the year of a plan is not when it was spent
    "Đến ngày 30/9/2021, tổng kế hoạch vốn năm 2021 đã giải ngân 19 tỷ đồng.": ["2021-01-01/2021-09-30"],
    "Tỷ lệ năm 2018: 82%; năm 2019: 83% và năm 2020: 85%.": ["2018", "2019", "2020"],
    # what was sown so far is of the months, what stands now of the year
    "6 tháng đầu năm 2022, gieo 51 ha. Vụ Hè Thu tiến độ hiện nay gieo trồng được 18 ha.": ["2022-01/2022-06"] * 2,
    "6 tháng đầu năm 2018, thu 14 tỷ đồng. Toàn huyện hiện thu hút 57 dự án.": ["2018-01/2018-06", "2018"],
    "Vốn 9 tháng năm 2022 đạt 51 tỷ đồng. Vốn thực hiện toàn tỉnh đạt 12 tỷ đồng.": ["2022-01/2022-09"] * 2,
    "Tỉnh có 11 dự án mới.\nRiêng 6 tháng đầu năm 2019, thu đạt 47 tỷ đồng.": ["2019", "2019-01/2019-06"],
    "Ngày 7-10-2025, UBND tỉnh họp. Từ đầu năm đến nay có 32 dự án mới. Lũy kế đến nay, tỉnh có 90 dự án.": [
        "2025-01-01/2025-10-07",
        "2025",
    ],
    "Giai đoạn 1997-2021, GRDP tăng 14%/năm; riêng năm 2021, tốc độ tăng trưởng đạt 8%.": ["1997-2021", "2021"],
    "Nếu giai đoạn 2011-2015 huyện có 1 xã đạt chuẩn thì giai đoạn 2016-2020 có nhiều xã.": ["2011-2015"],
    "Ngày 14-5-2020, khai mạc Đại hội nhiệm kỳ 2020-2025. Dự Đại hội có lãnh đạo tỉnh; 81 đại biểu.": ["2020"],
    "Nhiệm kỳ 2025-2030\nSáng 19/8, Đại hội đã diễn ra.\nPhấn đấu đến năm 2030 thu 9 tỷ đồng\nXã có 39 tổ chức.": [
        "2030",
        "2025",
    ],
    "Ngày 26/5/2014, tỉnh phê duyệt danh sách 3 xã đăng ký hoàn thành trong năm 2015.": ["2015"],
}

BASES = {
    "Ngày 12/6/2020, Đại hội nhiệm kỳ 2020-2025 khai mạc. Năm 2020, thu tăng 45% so với nhiệm kỳ trước.": (
        "same_period:2010-2015"
    ),
    "Năm 2022, tỷ lệ giải ngân cao hơn 4% so với cùng kỳ và cao hơn mức bình quân chung cả nước 3%.": "none",
    "Năm 2022, tỷ lệ giải ngân cao hơn cùng kỳ 4%; cao hơn 3% so với tỷ lệ giải ngân chung của cả nước.": "none",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]


@pytest.mark.parametrize("text", PERIODS)
def test_period(text: str) -> None:
    assert [claim.period for claim in figures(text)] == PERIODS[text]


@pytest.mark.parametrize("text", BASES)
def test_basis_of_the_last(text: str) -> None:
    assert figures(text)[-1].basis == BASES[text]
