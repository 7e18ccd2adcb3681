"""Who is to do what in Vietnamese notices, lists and reports, and by when: our own sentences."""

from __future__ import annotations

import pytest

from tongket.reading.claims import TaskClaim
from tongket.reading.pipeline import read_text

DAY = "Ngày 5/3/2026. "

# The text behind the day, and for each task who is to do it and by when.
TASKS = {
    # two orders of one sentence, what a decision issues, and a plan that was made
    "Chủ tịch UBND huyện Lâm Sơn Nguyễn Văn A yêu cầu các xã rà soát toàn bộ hộ nghèo, hộ cận nghèo trên địa bàn "
    "và giao Phòng Nội vụ tổng hợp kết quả.": [
        ("các xã", None),
        ("Phòng Nội vụ", None),
    ],
    "\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng rừng đến năm 2027.": [],
    "UBND tỉnh đã ban hành Kế hoạch chỉ đạo các cấp tập trung phát triển kinh tế.": [],
    # orders that a comma sets apart, and those that a document gives
    "Phó Chủ tịch UBND tỉnh cũng yêu cầu, các địa phương chủ động rà soát quỹ đất.": [("các địa phương", None)],
    "UBND huyện vừa có văn bản yêu cầu các phòng, ban tăng cường chống cháy rừng.": [("các phòng, ban", None)],
    "Các văn bản yêu cầu các đơn vị báo cáo được ban hành kịp thời.": [],
    # what is said by the way before the one who is to act is named, and days that come again
    "Sau khi được phê duyệt, các xã, phường định kỳ báo cáo UBND huyện trước ngày 15 hàng tháng.": [
        ("các xã, phường", "trước ngày 15 hàng tháng")
    ],
    "Sở Nội vụ tổng hợp kết quả; báo cáo UBND tỉnh trước ngày 10/6 và ngày 10/12 hằng năm.": [
        ("Sở Nội vụ", "trước ngày 10/6 và ngày 10/12 hằng năm"),
        ("Sở Nội vụ", "trước ngày 10/6 và ngày 10/12 hằng năm"),
    ],
    "Các địa phương gửi báo cáo về Chi cục Thủy lợi trước 16 giờ ngày 12/4/2026.": [("Các địa phương", "2026-04-12")],
    # by when the result is told, all of it is to be done
    "Giao Phòng Kinh tế chủ trì, phối hợp với các xã rà soát. Hoàn thành và báo cáo UBND huyện trong quý II/2026.": [
        ("Phòng Kinh tế", "2026Q2"),
        ("Phòng Kinh tế", "2026Q2"),
    ],
    "Chủ tịch đề nghị: Sở Y tế hoàn thành đề án trước ngày 20/5/2026; Công an tỉnh bảo đảm an ninh.": [
        ("Sở Y tế", "2026-05-20"),
        ("Công an tỉnh", None),
    ],
    # several of a kind behind a colon, who acts together, and what is said between the order and the one who is told
    "Chủ tịch UBND tỉnh giao các Sở: Tài chính, Xây dựng rà soát các dự án.": [("các Sở: Tài chính, Xây dựng", None)],
    "Các xã phải phối hợp với Công ty Hoàng Gia tổ chức dạy nghề.": [("Các xã; Công ty Hoàng Gia", None)],
    "Yêu cầu UBND xã An Hòa chủ trì cùng Ban Quản lý dự án tỉnh thông báo kế hoạch.": [
        ("UBND xã An Hòa; Ban Quản lý dự án tỉnh", None)
    ],
    "Sở Y tế chủ trì, phối hợp với các đơn vị liên quan tham mưu UBND tỉnh.": [("Sở Y tế", None)],
    "Chủ tịch UBND tỉnh yêu cầu, ngay sau hội nghị, các cấp ủy, tổ chức đảng, chỉ huy các cấp khẩn trương họp.": [
        ("các cấp ủy, tổ chức đảng, chỉ huy các cấp", "ngay sau hội nghị")
    ],
    "UBND tỉnh đề nghị các đơn vị định kỳ 6 tháng, hàng năm báo cáo kết quả.": [
        ("các đơn vị", "định kỳ 6 tháng, hàng năm")
    ],
    "Giai đoạn 2026-2030, huyện An Lão đặt mục tiêu có 5 xã đạt chuẩn.": [("huyện An Lão", "2030")],
    # what was done, or was not
    "Cùng với trồng rừng, các xã đã khẩn trương nạo vét kênh mương.": [],
    "Cùng với trồng rừng, các xã khẩn trương nạo vét kênh mương.": [("các xã", None)],
    "Huyện ủy đã tập trung lãnh đạo, chỉ đạo các đơn vị phát triển kinh tế.": [],
    "Vẫn chưa có sự vào cuộc của các đơn vị được phân công chủ trì triển khai kế hoạch.": [],
    # nobody is named
    "Hồ sơ thi đua gửi về Phòng Nội vụ trước ngày 20/4/2026.": [(None, "2026-04-20")],
    "Khẩn trương hoàn thành giải phóng mặt bằng trước ngày 30/6/2026.": [(None, "2026-06-30")],
    "Hoàn thành 12 công trình trường học trong quý I.": [],
    "Các xã hoàn thành chi trả cho 1.250 đối tượng trước ngày 1/3, đạt 100% kế hoạch.": [],
    # what is striven for, and what is expected to be done
    "Tỉnh phấn đấu năm 2026 thu ngân sách 500 tỷ đồng.": [("Tỉnh", "2026")],
    "Phấn đấu cả năm thu hút 20 dự án.": [(None, "2026")],
    "Tuyến đường ven biển dự kiến hoàn thành trong năm 2027.": [(None, "2027")],
    "Dự kiến cả năm 2026 thu ngân sách đạt 5.000 tỷ đồng.": [],
    "Sở Xây dựng được giao nhiệm vụ lập quy hoạch, hoàn thành trong năm 2026.": [("Sở Xây dựng", "2026")],
    # tasks are told in the sentences behind
    "Từ nay đến cuối năm, UBND thành phố xác định nhiều nhiệm vụ. Thành phố tập trung hoàn tất hồ sơ quy hoạch.": [
        ("Thành phố", None)
    ],
    # what somebody had to do
    "Trước đó, huyện phải dừng hai dự án.": [],
    "Huyện phải điều chỉnh kế hoạch do thiếu vốn.": [],
    "Huyện phải điều chỉnh kế hoạch trước ngày 1/5.": [("Huyện", "2026-05-01")],
    # whose list it is
    "\n1. Giao Cơ quan Uỷ ban Kiểm tra Huyện uỷ:\n- Chủ trì tham mưu kế hoạch kiểm tra.\n"
    "2. Các chi bộ trực thuộc Đảng uỷ:\n- Tổ chức học tập nghị quyết trong tháng 4.\n"
    "3. Văn phòng Huyện uỷ:\n- Đôn đốc các đơn vị thực hiện.": [
        ("Cơ quan Uỷ ban Kiểm tra Huyện uỷ", None),
        ("Các chi bộ trực thuộc Đảng uỷ", "2026-04"),
        ("Văn phòng Huyện uỷ", None),
    ],
    "Chủ tịch UBND huyện yêu cầu:\n1. Phòng Tài chính - Kế hoạch\n- Tham mưu phân bổ vốn trước ngày 20/3.\n"
    "2. UBND các xã, thị trấn\n- Kiểm tra các công trình.": [
        ("Phòng Tài chính - Kế hoạch", "2026-03-20"),
        ("UBND các xã, thị trấn", None),
    ],
    "Chủ tịch Uỷ ban nhân dân tỉnh chỉ thị:\n1. Sở Y tế\na) Chủ trì rà soát thuốc.\n"
    "2. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh:\n- Sẵn sàng lực lượng, phương tiện.": [
        ("Sở Y tế", None),
        ("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", None),
    ],
    "Lãnh đạo tỉnh yêu cầu nhà thầu tăng ca; Kho bạc Nhà nước tỉnh tạo điều kiện thanh toán./.": [
        ("nhà thầu", None),
        ("Kho bạc Nhà nước tỉnh", None),
    ],
    "Hội nghị thống nhất: hoàn thành đại hội chi bộ trước ngày 30/4.": [(None, "2026-04-30")],
    "Các cấp cần thực hiện: Một là, đẩy mạnh tuyên truyền. Hai là, hoàn thành sắp xếp trước ngày 30/6/2026.": [
        ("Các cấp", None),
        ("Các cấp", "2026-06-30"),
    ],
    "\nIII. TỔ CHỨC THỰC HIỆN\n1. UBND các xã, phường\na) Tuyên truyền đến người dân.": [("UBND các xã, phường", None)],
    # headings that name whose the deeds below them are, and by when
    "\n3. Sở Du lịch - Cơ quan thường trực\na) Rà soát các điểm đến, yêu cầu chủ cơ sở niêm yết giá.\nb) Tổ chức hội "
    "thi.\nThời gian thực hiện: Tháng 4 - 5/2026.\n4. Đề nghị Hội Nông dân tỉnh\nTuyên truyền đến hội viên.\n"
    "Thời gian: từ tháng 4/2026.": [
        ("Sở Du lịch", None),
        ("Sở Du lịch", "2026-05"),
        ("Hội Nông dân tỉnh", None),
    ],
    "\n2. Công an tỉnh\n- Kiểm tra các cơ sở.\nThời gian thực hiện: Từ tháng 4/2026 đến khi kết thúc chiến dịch.": [
        ("Công an tỉnh", "khi kết thúc chiến dịch")
    ],
    # aims in a list are no tasks of their own, and who was reminded
    "\nPHÁT TRIỂN DU LỊCH TỈNH BÌNH AN NĂM 2026\nPhấn đấu đến hết năm 2026 đạt các chỉ tiêu sau:\n- 40% cơ sở đạt "
    "chuẩn.": [("tỉnh Bình An", "2026")],
    "Bí thư Huyện ủy nhắc nhở Đảng bộ xã phải tính toán lại quy hoạch chợ.": [("Đảng bộ xã", None)],
    # behind a colon
    "Đề nghị Hội Nông dân huyện và các tổ chức chính trị - xã hội: Vận động người dân tham gia.": [
        ("Hội Nông dân huyện và các tổ chức chính trị - xã hội", None)
    ],
    # what is to be done above lines that say by whom and until when
    "\nII. NHIỆM VỤ\n1. Tuyên truyền, phổ biến pháp luật\n- Đơn vị chủ trì: Sở Tư pháp.\n- Đơn vị phối hợp: Các sở.\n"
    "- Thời gian thực hiện: Quý II/2026.\n2. Kiểm tra các bến xe\n- Cơ quan chủ trì: Thanh tra tỉnh.": [
        ("Sở Tư pháp", "2026Q2"),
        ("Thanh tra tỉnh", None),
    ],
    "\na) Nội dung: Rà soát văn bản.\nb) Đơn vị chủ trì: Sở Tư pháp.\nc) Thời gian hoàn thành: Tháng 6/2026.": [
        ("Sở Tư pháp", "2026-06")
    ],
    "\nHuyện đạt 12 chỉ tiêu trong năm qua.\nNgười thực hiện: Nguyễn Văn A.": [],
    # what is announced to be told, the formula that opens a plan, and what a document is about
    "Chủ tịch huyện đã phân công nhiệm vụ cụ thể cho từng đơn vị. Trong đó, Phòng Y tế sớm trình phương án.": [
        ("Phòng Y tế", None)
    ],
    "\nQUYẾT ĐỊNH:\nUBND huyện ban hành Kế hoạch chống hạn với các nội dung sau:": [],
    "Căn cứ Công điện của UBND tỉnh về khẩn trương chống hạn.": [],
    "\nII. NHIỆM VỤ TRỌNG TÂM THÁNG 5\n1. Đẩy nhanh tiến độ các dự án.\n2. Giải ngân vốn; hoàn thành trong tháng 5.": [
        (None, "2026-05")
    ],
    # names with the sound of a verb in them, what somebody owns, and names that go on behind a semicolon
    "Chủ tịch tỉnh yêu cầu Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã An Phú rà soát các tiêu chí.": [
        ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia xã An Phú", None)
    ],
    "UBND tỉnh yêu cầu các công ty có vốn Nhà nước thuộc tỉnh quản lý công khai tài chính.": [
        ("các công ty có vốn Nhà nước thuộc tỉnh quản lý", None)
    ],
    "Lãnh đạo Sở Y tế thành phố Cần Thơ phát biểu tại buổi lễ.": [],
    "Chủ tịch tỉnh giao Sở Y tế chủ trì, phối hợp với các sở, ngành; UBND các huyện kiểm tra các chợ.": [
        ("Sở Y tế", None)
    ],
    # what they were asked, what somebody is asked in the passive, what a paper is about
    "Đồng chí Bí thư đã đề nghị các phòng, ban, ngành sớm hỗ trợ người dân.": [("các phòng, ban, ngành", None)],
    "Các xã, thị trấn được yêu cầu hoàn thành kiểm kê trong quý III/2026.": [("Các xã, thị trấn", "2026Q3")],
    "UBND tỉnh vừa ký văn bản chỉ đạo các sở, ngành về đẩy nhanh chuyển đổi số.": [],
    # of two orders joined by «và» each has its own term; a clause that only gives the term is no task
    "Chủ tịch yêu cầu các xã bàn giao đất trước ngày 5/6/2026 và giao Sở Xây dựng rà soát quy hoạch.": [
        ("các xã", "2026-06-05"),
        ("Sở Xây dựng", None),
    ],
    "Giao Sở Y tế rà soát các trạm; hoàn thành trước ngày 5/6/2026.": [("Sở Y tế", "2026-06-05")],
    # an aim that a place sets itself, but not one that it reached
    "Huyện có 12 xã.\nNăm 2026, An Phú phấn đấu có thêm 3 sản phẩm.": [("An Phú", "2026")],
    # what a body turns to in a year after that of the text
    "Xã đạt 15 tiêu chí.\nNăm 2027, Đảng bộ xã tập trung xây dựng tổ chức vững mạnh.": [("Đảng bộ xã", "2027")],
    "Có 12 tổ.\nBước sang năm 2027, phường Bàn Cờ tiếp tục chuyển đổi số.": [("phường Bàn Cờ", "2027")],
    "Huyện có 12 xã.\nNăm 2025, huyện tập trung đẩy mạnh chuyển đổi số.": [],
    "Huyện có 12 xã.\nNăm 2027, kinh tế tiếp tục phát triển.": [],
    "Huyện có 12 xã.\nAn Phú phấn đấu và đã có thêm 3 sản phẩm.": [],
}


@pytest.mark.parametrize("text", TASKS)
def test_tasks(text: str) -> None:
    found = [c for c in read_text(DAY + text, language="vi") if isinstance(c, TaskClaim)]
    assert [(c.assignee, c.deadline) for c in found] == TASKS[text]


# Of a text, whom its tasks are for: a headline, which the text below tells again, sets none.
HEADED = {
    "Arden: Phấn đấu năm 2026 trồng mới 40 ha rừng\n\nTỉnh phấn đấu trồng rừng xong vào năm 2026.": ["Tỉnh"],
    "Phấn đấu năm 2026 trồng mới 40 ha rừng.\nSở Y tế báo cáo trước ngày 5/6/2026.": [None, "Sở Y tế"],
    "Yêu cầu các xã rà soát hộ nghèo trước ngày 5/6/2026": ["các xã"],
}


@pytest.mark.parametrize("text", HEADED)
def test_a_headline_sets_no_task(text: str) -> None:
    assert [c.assignee for c in read_text(text, language="vi") if isinstance(c, TaskClaim)] == HEADED[text]


REPORTED = (
    "BÁO CÁO\nKết quả công tác năm 2026\n",
    "Hoàn thành xây dựng 5 km đường trước ngày 30/9, đưa vào sử dụng.",
    "Báo cáo của các xã gửi về trước ngày 5/12 cho thấy tình hình ổn định.",
    "Sở Công Thương phối hợp tổ chức hội chợ trong tháng 10 với 120 gian hàng.",
    "Công an huyện tập trung đấu tranh với tội phạm, bắt 45 đối tượng.",
    "Một số đơn vị còn phải nhắc nhở.",
    "Tỉnh phấn đấu và đã hoàn thành 15/15 chỉ tiêu.",
)


def test_what_a_report_says_was_done_is_no_task() -> None:
    assert [c.quote for c in read_text("\n".join(REPORTED), language="vi") if isinstance(c, TaskClaim)] == []


def test_what_a_report_sets_for_the_time_ahead_is_a_task() -> None:
    ahead = "Phần thứ hai: Phương hướng, nhiệm vụ năm 2027\n1. Hoàn thành kiểm kê đất đai trước ngày 30/6/2027."
    found = [c for c in read_text("\n".join((*REPORTED, ahead)), language="vi") if isinstance(c, TaskClaim)]
    assert [(c.assignee, c.deadline) for c in found] == [(None, "2027-06-30")]
