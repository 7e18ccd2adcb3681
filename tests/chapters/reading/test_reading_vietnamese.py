"""What Vietnamese reports and press carry over: a time, an aim, an estimate, and who is told."""

from __future__ import annotations

import pytest

from tests.chapters.reading.readings import figures
from tongket.reading.claims import FigureClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

STATUSES = {
    # a heading that lost its line break, and a heading that reports
    "CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020-2025 I. Về kinh tế 1. Thu nhập năm 2025 đạt 60 triệu đồng.": "t",
    "Các chỉ tiêu chủ yếu năm 2024 đều đạt, thu ngân sách 60 tỷ đồng.": "a",
    # what is striven for, up to what was reached
    "Phấn đấu năm 2025 thu đạt 5 tỷ đồng; 80% số hộ dùng nước sạch. Tối thiểu 20 hộ được vay vốn.": "ttt",
    "Phấn đấu năm 2025 thu đạt 5 tỷ đồng; hiện nay 70% số hộ dùng nước sạch.": "ta",
    "Phấn đấu năm 2025 thu đạt 5 tỷ đồng. Toàn xã đã có 20 hộ được vay vốn.": "ta",
    "Các chỉ tiêu chủ yếu đề ra là: thu đạt 5 tỷ đồng; có thêm 3 xã đạt chuẩn.": "tt",
    "Phấn đấu thu ngân sách năm 2025 tăng 5% so với kế hoạch tỉnh giao.": "t",
    # one estimate after the other, one for all, and a figure known by now
    "Năm 2024, thu ước đạt 5 tỷ đồng; trồng 20 ha rừng; chi ước đạt 4 tỷ đồng.": "eae",
    "Ước năm 2024, thu đạt 5 tỷ đồng; trồng 20 ha rừng; chi ước đạt 4 tỷ đồng.": "eee",
    "Năm 2024, GRDP ước tăng 7% (sơ bộ quý II tăng 6%).": "ea",
    "Năm 2024, thu ước đạt 25 tỷ đồng (tăng 4 tỷ đồng so với năm 2023, đạt 120% kế hoạch).": "eee",
    # a clause with a time of its own, and headings below a line that reports
    "Thu tháng 6/2024 ước đạt 8 tỷ đồng; lũy kế 6 tháng đạt 49 tỷ đồng.": "ea",
    "Thu tháng 6/2024 ước đạt 8 tỷ đồng; lũy kế 6 tháng ước đạt 49 tỷ đồng.": "ee",
    "Kết quả thực hiện các chỉ tiêu năm 2023 như sau:\n1. Chỉ tiêu kinh tế\n- Thu ngân sách đạt 5 tỷ đồng.\n"
    "II. Nhiệm vụ năm 2024\n1. Chỉ tiêu kinh tế\n- Thu ngân sách đạt 6 tỷ đồng.": "at",
    # a text that names only times to come, and one that says when it is
    "Phấn đấu đến năm 2030, An Bình là đô thị thông minh.\n\nĐến năm 2025, 70% thủ tục làm trên mạng; 40% hộ có.": "tt",
    "Năm 2026 thu đạt 5 tỷ đồng. Đến năm 2025, 70% thủ tục làm trên mạng.": "aa",
}


@pytest.mark.parametrize("text", STATUSES)
def test_status(text: str) -> None:
    assert "".join(claim.status[0] for claim in figures(text)) == STATUSES[text]


COMPARED = {
    # what was disbursed is of a plan, throughout the sentence; what makes up a total is a share
    "Năm 2024, giải ngân vốn ngành y tế đạt cao nhất với 81%; hạ tầng 75%, giáo dục 68%.": [
        ("plan_ratio", "plan", "2024"),
        ("plan_ratio", "plan", "2024"),
        ("plan_ratio", "plan", "2024"),
    ],
    "Năm 2024, vốn giải ngân của khu vực ngoài nhà nước chiếm 45%.": [("share", "none", "2024")],
    # whose plan it is, behind the kind of plan
    "Năm 2024, chi đạt 42% kế hoạch vốn đầu tư do HĐND tỉnh giao, 81% kế hoạch vốn do Chính phủ giao.": [
        ("plan_ratio", "council_estimate", "2024"),
        ("plan_ratio", "central_estimate", "2024"),
    ],
    "Năm 2024, thu đạt 90 tỷ đồng, giảm 12% (giảm tuyệt đối 14 tỷ đồng) so với năm 2023.": [
        ("level", "none", "2024"),
        ("change", "previous_year:2023", "2024"),
        ("change", "previous_year:2023", "2024"),
    ],
    # a stamp gives the year and is no time of its own
    "date 2024-05 Trong 4 tháng đầu năm, thu đạt 5 tỷ đồng, tăng 8%.": [
        ("level", "none", "2024-01/2024-04"),
        ("change", "same_period:2023-01/2023-04", "2024-01/2024-04"),
    ],
    "date 2024-05 Thu đạt 5 tỷ đồng.": [("level", "none", "2024")],
    # a term of years: growth over all of it, and what is so in each of its years
    "MỘT SỐ CHỈ TIÊU CHỦ YẾU (nhiệm kỳ 2020 - 2025) Kinh tế tăng trưởng bình quân 9%/năm. "
    "Phấn đấu đến năm 2025 có 4 xã đạt chuẩn. Mỗi năm trồng 500 ha rừng.": [
        ("change", "previous_year", "2020-2025"),
        ("count", "none", "2025"),
        ("level", "none", "2020-2025"),
    ],
    # what goes on with the sentence before is of its time, in the next paragraph as well
    "Năm 2023 đã qua.\nKhách 6 tháng đầu năm 2024 đạt 3 triệu lượt (quý I/2024 tăng 4%).\n\n"
    "Trong đó, khách quốc tế đạt 1 triệu lượt, tăng 9%.": [
        ("count", "none", "2024-01/2024-06"),
        ("change", "same_period:2023Q1", "2024Q1"),
        ("count", "none", "2024-01/2024-06"),
        ("change", "same_period:2023-01/2023-06", "2024-01/2024-06"),
    ],
    # growth set against another in brackets, and a level
    "6 tháng đầu năm 2024, GRDP tăng 7,2%, cao hơn cùng kỳ năm 2023 (6,1%) và cao hơn bình quân cả nước (6,9%).": [
        ("change", "same_period:2023-01/2023-06", "2024-01/2024-06"),
        ("change", "same_period:2022-01/2022-06", "2023-01/2023-06"),
        ("change", "same_period:2023-01/2023-06", "2024-01/2024-06"),
    ],
    "Năm 2024, tỷ lệ hộ nghèo là 3,2%, cao hơn bình quân cả nước (2,9%).": [
        ("share", "none", "2024"),
        ("share", "none", "2024"),
    ],
    # what bracketed words say moves nothing, and how many grew is no growth
    "Quý I/2024 thu hút 30 triệu USD (gồm cấp mới và tăng vốn), gấp 3,1 lần so với cùng kỳ.": [
        ("level", "none", "2024Q1"),
        ("ratio", "same_period:2023Q1", "2024Q1"),
    ],
    "Năm 2024, 4 ngành trọng điểm tăng 11%, và 3 ngành truyền thống tăng 6%.": [
        ("count", "none", "2024"),
        ("change", "previous_year:2023", "2024"),
        ("count", "none", "2024"),
        ("change", "previous_year:2023", "2024"),
    ],
    "Năm 2020, sản lượng đạt 80 tấn bằng 103% so với thực hiện năm 2019, 98% so với kế hoạch.": [
        ("level", "none", "2020"),
        ("ratio", "previous_year:2019", "2020"),
        ("plan_ratio", "plan", "2020"),
    ],
    # what a part is of is no time of the whole; the day of one figure is over with it; what a congress sets
    "Năm 2024 có 50 xã đạt chuẩn, trong đó quý I công nhận 5 xã.": [
        ("count", "none", "2024"),
        ("count", "none", "2024Q1"),
    ],
    "9 tháng đầu năm 2024, thu đạt 12 tỷ đồng. Đến ngày 15/9, giải ngân đạt 6 tỷ đồng. Sản lượng đạt 50 tấn.": [
        ("level", "none", "2024-01/2024-09"),
        ("level", "none", "2024-01-01/2024-09-15"),
        ("level", "none", "2024-01/2024-09"),
    ],
    "9 tháng năm 2024 thu đạt 12 tỷ đồng, trong khi năm ngoái đạt 9 tỷ đồng.": [
        ("level", "none", "2024-01/2024-09"),
        ("level", "none", "2023"),
    ],
    "Trong 8 tháng năm 2024, thu đạt 12 tỷ đồng. Tháng 8 năm 2024 đạt 2 tỷ đồng.\nTỉnh tiếp nhận 40 hồ sơ.": [
        ("level", "none", "2024-01/2024-08"),
        ("level", "none", "2024-08"),
        ("count", "none", "2024-01/2024-08"),
    ],
    "Đại hội nhiệm kỳ 2025-2030 đã bế mạc. Đến năm 2030 có 4 xã đạt chuẩn. Đại hội đề ra 24 chỉ tiêu.": [
        ("count", "none", "2030"),
        ("count", "none", "2025-2030"),
    ],
    # how things stand on a day, and what added up until then
    "Đến ngày 20/9/2024, có 120 doanh nghiệp đang hoạt động.": [("count", "none", "2024-09-20")],
    "Đến ngày 20/9/2024, có 120 doanh nghiệp thành lập mới.": [("count", "none", "2024-01-01/2024-09-20")],
    "Đến ngày 20/9/2024, dư nợ đạt 40 tỷ đồng, tăng 2 tỷ đồng so với ngày 20/8/2024.": [
        ("level", "none", "2024-09-20"),
        ("change", "none", "2024-09-20"),
    ],
    # the plan of the province in a district and in the province
    "Năm 2024 thu đạt 95% dự toán tỉnh giao, đạt 90% dự toán HĐND huyện giao.": [
        ("plan_ratio", "plan", "2024"),
        ("plan_ratio", "council_estimate", "2024"),
    ],
    "Năm 2024 thu đạt 95% dự toán tỉnh giao.": [("plan_ratio", "council_estimate", "2024")],
    "Năm 2024 thành lập 46 hợp tác xã, vượt 21 hợp tác xã so với kế hoạch.": [
        ("count", "none", "2024"),
        ("plan_excess", "plan", "2024"),
    ],
    # a plan that was exceeded before, and the growth behind it
    "Năm 2024 có 30/32 chỉ tiêu vượt kế hoạch đề ra, đưa tốc độ tăng trưởng kinh tế đạt 7,3%.": [
        ("ratio", "none", "2024"),
        ("change", "previous_year:2023", "2024"),
    ],
    # a growth by the year behind another, and a rate
    "Năm 2024 nông nghiệp tăng 3%/năm; công nghiệp, xây dựng 11%/năm.": [
        ("change", "previous_year:2023", "2024"),
        ("change", "previous_year:2023", "2024"),
    ],
    "Năm 2024 tỷ lệ lao động thuộc hộ nghèo qua đào tạo đạt 68%; tỷ lệ hộ nghèo còn 3%.": [
        ("share", "none", "2024"),
        ("share", "none", "2024"),
    ],
    # what is so now is not of the year ahead that was named last
    "Năm 2024, huyện xây 12 trường. Sẽ hoàn thành 3 trường trong năm 2026. Đến nay có 37 xã đạt chuẩn.": [
        ("count", "none", "2024"),
        ("count", "none", "2026"),
        ("count", "none", "2024"),
    ],
}


@pytest.mark.parametrize("text", COMPARED)
def test_kind_basis_and_period(text: str) -> None:
    assert [(claim.kind, claim.basis, claim.period) for claim in figures(text)] == COMPARED[text]


TASKS = {
    "Chủ tịch yêu cầu UBND các xã chỉ đạo các thôn rà soát hộ nghèo.": [("UBND các xã", None)],
    "Đề nghị UBND tỉnh chỉ đạo Sở Y tế kiểm tra các bệnh viện.": [("Sở Y tế", None)],
    "Chủ tịch UBND tỉnh yêu cầu: Sở Y tế rà soát thuốc; các Ban HĐND thẩm tra dự thảo.": [
        ("Sở Y tế", None),
        ("các Ban HĐND", None),
    ],
    "Giao các sở, ngành; UBND các huyện, thành phố báo cáo kết quả trước ngày 5/6/2024.": [
        ("các sở, ngành; UBND các huyện, thành phố", "2024-06-05")
    ],
    "Giao Sở Tài chính tổng hợp báo cáo. Yêu cầu gửi về Văn phòng trước ngày 24/5/2024.": [
        ("Sở Tài chính", None),
        ("Sở Tài chính", "2024-05-24"),
    ],
    "UBND tỉnh giao Sở Y tế kiểm tra. Đồng thời chỉ đạo các bệnh viện chuẩn bị thuốc.": [
        ("Sở Y tế", None),
        ("Sở Y tế", None),
    ],
    # what was done, and what only looks like a date
    "Năm 2024, UBND huyện đã tập trung chỉ đạo các xã triển khai kế hoạch.": [],
    "Ngành Công nghiệp chế biến tăng 10% so với tháng trước.": [],
}


@pytest.mark.parametrize("text", TASKS)
def test_tasks(text: str) -> None:
    found = [c for c in read_text(text, language="vi") if isinstance(c, TaskClaim)]
    assert [(c.assignee, c.deadline) for c in found] == TASKS[text]


CITED = {
    # both spellings of a word, and who made it as printed
    "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khoá XII về bộ máy.": [
        "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khoá XII"
    ],
    "Quyết định số 25/QĐ-BTC ngày 9/1/2024 của Bộ trưởng Bộ Tài chính về dự toán.": [
        "Quyết định số 25/QĐ-BTC ngày 9/1/2024 của Bộ trưởng Bộ Tài chính"
    ],
    "Xét Tờ trình của Ủy ban nhân dân huyện; Báo cáo thẩm tra của Ban Pháp chế Hội đồng nhân dân huyện; ý kiến.": [
        "Tờ trình của Ủy ban nhân dân huyện",
        "Báo cáo thẩm tra của Ban Pháp chế Hội đồng nhân dân huyện",
    ],
    "UBND huyện ban hành báo cáo đánh giá tình hình kinh tế - xã hội năm 2023.": [
        "báo cáo đánh giá tình hình kinh tế - xã hội năm 2023"
    ],
    "Thực hiện Luật Phòng chống bệnh truyền nhiễm và các quy định.": ["Luật Phòng chống bệnh truyền nhiễm"],
    "Bà học Trường Đại học Luật Hà Nội, nay làm ở Công ty Luật Minh Tâm.": [],
    "Phê duyệt Kế hoạch chuyển đổi cây trồng trên đất lúa giai đoạn 2021 - 2025.": [
        "Kế hoạch chuyển đổi cây trồng trên đất lúa giai đoạn 2021 - 2025"
    ],
    "Nghị quyết số 05/NQ-HĐND về nhiệm vụ thực hiện Kế hoạch phát triển kinh tế năm 2021.": [
        "Nghị quyết số 05/NQ-HĐND"
    ],
    "Thực hiện các Nghị quyết số 05/NQ-CP, số 09/NQ-CP và số 12/NQ-CP của Chính phủ.": [
        "Nghị quyết số 05/NQ-CP",
        "số 09/NQ-CP",
        "số 12/NQ-CP của Chính phủ",
    ],
    "Thực hiện Nghị quyết Đại hội Đảng bộ huyện Lâm Sơn lần thứ XX, các xã họp.": [
        "Nghị quyết Đại hội Đảng bộ huyện Lâm Sơn lần thứ XX"
    ],
    "UBND huyện đã phê duyệt Đề án phát triển du lịch cộng đồng của huyện.": ["Đề án phát triển du lịch cộng đồng"],
    "Huyện thực hiện tốt Chương trình xóa nhà tạm và quản lý quy hoạch đô thị.": [],
    "Vốn của Chương trình mục tiêu quốc gia giảm nghèo bền vững được phân bổ.": [
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững"
    ],
    "Ban chỉ đạo các chương trình mục tiêu quốc gia đã họp.": [],
    "Sở Tài chính vừa có báo cáo về tình hình giải ngân vốn đầu tư trên địa bàn.": [
        "báo cáo về tình hình giải ngân vốn đầu tư"
    ],
    "Nghị quyết HĐND tỉnh khóa XVII đề ra 15 chỉ tiêu.": ["Nghị quyết HĐND tỉnh khóa XVII"],
}


@pytest.mark.parametrize("text", CITED)
def test_documents(text: str) -> None:
    assert [c.quote for c in read_text(text, language="vi") if isinstance(c, ReferenceClaim)] == CITED[text]


SUMS = {
    # a line that a verb heads, and what was planned for it
    "- Giảm tỷ lệ hộ nghèo: tỉnh giao 1,5%, thực hiện 1,6%, đạt 106,7%. Báo cáo năm 2024.": [
        ("change", "down", "previous_year:2023", "2024", "target"),
        ("change", "down", "previous_year:2023", "2024", "actual"),
        ("plan_ratio", None, "plan", "2024", "actual"),
    ],
    "Kế hoạch năm 2025: thu ngân sách 65 tỷ đồng; có thêm 3 xã đạt chuẩn.": [
        ("level", None, "none", "2025", "target"),
        ("count", None, "none", "2025", "target"),
    ],
    # behind a comma and in brackets
    "Tăng trưởng tín dụng 6 tháng năm 2025 đạt 6,9%, cùng kỳ năm 2024 đạt 5,2%.": [
        ("change", "up", "same_period:2024-01/2024-06", "2025-01/2025-06", "actual"),
        ("change", "up", "same_period:2023-01/2023-06", "2024-01/2024-06", "actual"),
    ],
    "Quý I/2025 bắt giữ 45 vụ, 78 đối tượng (tăng 12 vụ, 25 đối tượng so với cùng kỳ).": [
        ("count", None, "none", "2025Q1", "actual"),
        ("count", None, "none", "2025Q1", "actual"),
        ("change", "up", "same_period:2024Q1", "2025Q1", "actual"),
        ("change", "up", "same_period:2024Q1", "2025Q1", "actual"),
    ],
    "GRDP năm 2024 tăng 8,3% so với năm trước (quý I tăng 6%).": [
        ("change", "up", "previous_year:2023", "2024", "actual"),
        ("change", "up", "same_period:2023Q1", "2024Q1", "actual"),
    ],
    "Năm 2024, tổng vốn ước đạt 35 tỷ đồng, tăng 10% (năm 2023 tăng 8%).": [
        ("level", None, "none", "2024", "estimate"),
        ("change", "up", "previous_year:2023", "2024", "estimate"),
        ("change", "up", "previous_year:2022", "2023", "actual"),
    ],
    # the same months of the year that is named; months told by the way
    "11 tháng năm 2024 đón 11 nghìn lượt khách, bằng 95% cùng kỳ năm 2019.": [
        ("count", None, "none", "2024-01/2024-11", "actual"),
        ("ratio", None, "same_period:2019-01/2019-11", "2024-01/2024-11", "actual"),
    ],
    "Trong 10 tháng năm 2025, kinh tế ổn định. GRDP 9 tháng đầu năm tăng 10%. Thu ngân sách đạt 3 tỷ đồng.": [
        ("change", "up", "same_period:2024-01/2024-09", "2025-01/2025-09", "actual"),
        ("level", None, "none", "2025-01/2025-10", "actual"),
    ],
    # what comes of works to be done, and each figure in its turn
    "Năm 2022 và 2023, thu lần lượt đạt 45 tỷ đồng và 49 tỷ đồng.": [
        ("level", None, "none", "2022", "actual"),
        ("level", None, "none", "2023", "actual"),
    ],
    "Tình hình quý I và nhiệm vụ quý II năm 2025. Thu ngân sách đạt 12 tỷ đồng.": [
        ("level", None, "none", "2025Q1", "actual")
    ],
    # the month that is reported, the last months, all years of a term, and a quarter that ends a sentence
    "Tính chung 5 tháng năm 2024 tăng 8%. Bán lẻ đạt 61 tỷ đồng, tăng 2% so với tháng trước. Trong tháng, có 21 hộ.": [
        ("change", "up", "same_period:2023-01/2023-05", "2024-01/2024-05", "actual"),
        ("level", None, "none", "2024-05", "actual"),
        ("change", "up", "same_period:2024-04", "2024-05", "actual"),
        ("count", None, "none", "2024-05", "actual"),
    ],
    "NHIỆM VỤ 3 THÁNG CUỐI NĂM 2024\n1. Trồng 45 ha rừng.": [("level", None, "none", "2024Q4", "target")],
    "Giai đoạn 2021-2025, kinh tế tăng 7%/năm. Năm 2025 thu 8 tỷ đồng. Thu ngân sách 5 năm đạt 65 tỷ đồng.": [
        ("change", "up", "previous_year", "2021-2025", "actual"),
        ("level", None, "none", "2025", "actual"),
        ("level", None, "none", "2021-2025", "actual"),
    ],
    "Quý III năm 2024, GRDP tăng 8,5%, cao hơn mức 6,1% của quý I. Tính chung 9 tháng, GRDP tăng 7,3%.": [
        ("change", "up", "same_period:2023Q3", "2024Q3", "actual"),
        ("change", "up", "same_period:2023Q1", "2024Q1", "actual"),
        ("change", "up", "same_period:2023-01/2023-09", "2024-01/2024-09", "actual"),
    ],
    # the change once more as a sum, in brackets in front of what both are compared with
    "Đến ngày 15/12/2022, thu đạt 1.090 tỷ đồng, giảm 12,4% (giảm tuyệt đối 210 tỷ đồng) so với cùng kỳ năm 2021.": [
        ("level", None, "none", "2022-01-01/2022-12-15", "actual"),
        ("change", "down", "same_period:2021", "2022-01-01/2022-12-15", "actual"),
        ("change", "down", "same_period:2021", "2022-01-01/2022-12-15", "actual"),
    ],
    # up to its last day is the whole year; behind a percentage of a plan stands what the plan is
    "Tổng thu đến 31/12/2022 là 402,8 tỷ đồng, bằng 82% dự toán giao năm 2022 (492 tỷ đồng).": [
        ("level", None, "none", "2022", "actual"),
        ("plan_ratio", None, "plan", "2022", "actual"),
        ("level", None, "none", "2022", "estimate"),
    ],
    "Đến ngày 31/10/2022, thu 4.344 tỷ đồng, đạt 98% so với chỉ tiêu phấn đấu 4.460 tỷ đồng; bằng 154% so cùng kỳ.": [
        ("level", None, "none", "2022-01-01/2022-10-31", "actual"),
        ("plan_ratio", None, "plan", "2022-01-01/2022-10-31", "actual"),
        ("level", None, "none", "2022", "target"),
        ("ratio", None, "same_period:2021", "2022-01-01/2022-10-31", "actual"),
    ],
    # whose plan it is
    "Năm 2022, tỉnh giải ngân đạt 81% kế hoạch vốn đầu tư công do Chính phủ giao.": [
        ("plan_ratio", None, "central_estimate", "2022", "actual")
    ],
    "Năm 2022, giải ngân bằng 43% kế hoạch vốn năm 2022 do HĐND tỉnh giao.": [
        ("plan_ratio", None, "council_estimate", "2022", "actual")
    ],
}


@pytest.mark.parametrize("text", SUMS)
def test_plans_and_sums(text: str) -> None:
    found = [c for c in read_text(text, language="vi") if isinstance(c, FigureClaim)]
    assert [(c.kind, c.direction, c.basis, c.period, c.status) for c in found] == SUMS[text]
