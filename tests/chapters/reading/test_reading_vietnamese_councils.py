"""What Vietnamese councils resolve, where ranks and starting points stand beside aims, and stocks of a month."""

from __future__ import annotations

import pytest

from tests.chapters.reading.readings import figures

STATUSES = {
    # the first article says what the resolution sets; what is settled is none of it
    "NGHỊ QUYẾT\nVề dự toán ngân sách năm 2031\nCăn cứ Luật Ngân sách;\nĐiều 1. Phê chuẩn dự toán ngân sách tỉnh năm "
    "2031 như sau:\n1. Tổng thu: 9.400 tỷ đồng\nTrong đó:\n- Thu nội địa: 8.100 tỷ đồng": "ee",
    "NGHỊ QUYẾT\nVề quyết toán ngân sách năm 2031\nĐiều 1. Phê chuẩn quyết toán ngân sách tỉnh năm 2031 như sau:\n"
    "1. Tổng thu: 9.400 tỷ đồng": "a",
    "NGHỊ QUYẾT\nVề nhiệm vụ phát triển kinh tế - xã hội năm 2031\nĐiều 1. Thông qua nhiệm vụ phát triển kinh tế - xã "
    "hội\nnăm 2031\n(1) GRDP tăng 9%.\n(2) Thu nhập đạt\n90 triệu đồng.\n(3) Nông nghiệp 20%; dịch vụ 45%.": "tttt",
    "NGHỊ QUYẾT\nVề việc điều chỉnh, bổ sung một số chỉ tiêu phát triển kinh tế\nnăm 2031\n(1) Đô thị hóa 40%.\n(2) "
    "Thu nhập đạt 95 triệu đồng.": "tt",
    "NGHỊ QUYẾT\nVề nhiệm vụ năm 2031\nĐiều 1. Đánh giá kết quả thực hiện nhiệm vụ phát triển kinh tế năm 2030\n(1) "
    "GRDP tăng 9%.": "a",
    # what a resolution sets in the news of it, and what was reached
    "Năm 2030, HĐND thông qua Nghị quyết về kế hoạch phát triển kinh tế – xã hội với các chỉ tiêu lớn như: GRDP "
    "tăng 9%, giải ngân đạt 100%.": "tt",
    "Năm 2030, tỉnh hoàn thành nghị quyết về kinh tế - xã hội với nhiều kết quả như: GRDP tăng 9%, giải ngân đạt "
    "100%.": "aa",
    "Chủ tịch HĐND tỉnh đề nghị các cấp tập trung triển khai 7 nhóm nhiệm vụ trọng tâm.": "t",
    "Sáu tháng đầu năm, tỉnh đã tập trung triển khai 7 nhóm nhiệm vụ trọng tâm.": "a",
    # where a place stands is told as it is behind what is estimated, whatever its aims
    "9 tháng năm 2031, tỉnh kiên trì mục tiêu phát triển khi xuất khẩu ước tăng 9%, xếp thứ 5/34 tỉnh.": "ea",
    "Năm 2032, tỉnh phấn đấu GRDP đạt 9%, đứng thứ 5/34 tỉnh.": "tt",
    # from where an aim starts is so already; a floor is none
    "Năm 2031, huyện phấn đấu nâng tỷ lệ đô thị hóa từ 36% năm 2030 lên 44% vào năm 2035.": "at",
    "Cả năm 2031, tỉnh phấn đấu thu nhập tăng từ 8% trở lên.": "t",
    "Phấn đấu đến năm 2035 tăng trưởng từ 8% đến 9%.": "tt",
}

READ = {
    # the parts of a list are set against what the last of them tells, or are of its plan
    "Năm 2031, diện tích: Arden 12 ha, bằng 98%; Brook 9 ha, tăng 3%; Corby 7 ha, bằng 97% so cùng kỳ.": [
        "level none",
        "ratio same_period:2030",
        "level none",
        "change same_period:2030",
        "level none",
        "ratio same_period:2030",
    ],
    "Năm 2031, diện tích: Arden tăng 3%; Brook bằng 98%; Corby tăng 5% so với năm trước.": [
        "change previous_year:2030",
        "ratio previous_year:2030",
        "change previous_year:2030",
    ],
    "Năm 2031, thu ngân sách: Arden 12 tỷ đồng, bằng 98%; Brook 9 tỷ đồng, bằng 97% kế hoạch.": [
        "level none",
        "plan_ratio plan",
        "level none",
        "plan_ratio plan",
    ],
    "Năm 2031, thu: Arden tăng 3%; Brook 9 tỷ đồng; Corby tăng 5% so cùng kỳ.": [
        "change previous_year:2030",
        "level none",
        "change same_period:2030",
    ],
    # parts in a sentence of their own
    "Năm 2031, ngô 240 ha, tăng 3% so cùng kỳ. Trong đó: ngô lai 80 ha, bằng 94%.": [
        "level none",
        "change same_period:2030",
        "level none",
        "ratio same_period:2030",
    ],
    "Năm 2031, ngô 240 ha, đạt 96% kế hoạch. Trong đó: ngô lai 80 ha, bằng 94%.": [
        "level none",
        "plan_ratio plan",
        "level none",
        "plan_ratio plan",
    ],
    # the same month, and the same season
    "Trong tháng 9 năm 2031, sản lượng đạt 64 tấn, giảm 5% so cùng tháng năm trước.": [
        "level none",
        "change same_period:2030-09",
    ],
    "Vụ xuân 2031, huyện gieo 90 ha, giảm 2% so vụ xuân năm trước.": ["level none", "change same_period:2030"],
    "Năm 2031, huyện gieo 90 ha, giảm 2% so với năm trước.": ["level none", "change previous_year:2030"],
}

PERIODS = {
    # a stock holds in the month, what adds up from the start of the year to it
    "Đến cuối tháng 5 năm 2031, toàn tỉnh có 1.230 con trâu, tăng 3%; đàn bò có 45.100 con.": ["2031-05"] * 3,
    "Đến cuối tháng 5 năm 2031, toàn tỉnh có 230 con lợn bị tiêu hủy.": ["2031-01/2031-05"],
    "Đến cuối tháng 5 năm 2031, thu ngân sách đạt 230 tỷ đồng.": ["2031-01/2031-05"],
    # a bracket that lists how things stood, and one that only compares
    "Cơ cấu quý I năm 2034: dịch vụ chiếm 32% (tỷ trọng của cùng kỳ năm 2033 là: 27,5%; 41%; 6%).": [
        "2034Q1",
        "2033Q1",
        "2033Q1",
        "2033Q1",
    ],
    "Cơ cấu quý I năm 2034 (so với cùng kỳ năm 2033 có thay đổi): dịch vụ 31%; xây dựng 42%.": ["2034Q1"] * 2,
    # the horizon of what was carried out is over with its sentence
    "Ngày 4/10/2018\nSau 5 năm thực hiện Nghị quyết 08 về thủy sản, thu nhập tăng. Cụ thể, năm 2013 thu nhập là 12 "
    "triệu đồng, đến năm 2017 tăng lên 19 triệu đồng.": ["2013", "2017"],
    "Ngày 4/10/2018\nSau 5 năm thực hiện Nghị quyết 08 về thủy sản đến năm 2017, tỉnh đã làm 19 km đường.": ["2018"],
    # no May
    "Trong tháng 9 năm 2031, bán 64 tấn, giảm 5% (-3 tấn) so cùng tháng năm trước.": ["2031-09"] * 3,
    "Năm 2031, trong tháng năm, huyện bán 9 tấn.": ["2031-05"],
    # what a resolution sets for the year
    "6 tháng năm 2031, thu 42 tỷ đồng, đạt 52% so với nghị quyết đề ra (81 tỷ đồng).": [
        "2031-01/2031-06",
        "2031-01/2031-06",
        "2031",
    ],
    "6 tháng năm 2031, thu 42 tỷ đồng, tăng 52% so cùng kỳ (28 tỷ đồng).": [
        "2031-01/2031-06",
        "2031-01/2031-06",
        "2030-01/2030-06",
    ],
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]


@pytest.mark.parametrize("text", READ)
def test_kind_and_basis(text: str) -> None:
    assert [f"{claim.kind} {claim.basis}" for claim in figures(text)] == READ[text]


@pytest.mark.parametrize("text", PERIODS)
def test_period(text: str) -> None:
    assert [claim.period for claim in figures(text)] == PERIODS[text]
