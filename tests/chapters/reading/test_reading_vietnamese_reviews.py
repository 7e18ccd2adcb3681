"""Vietnamese texts that look back on a year and ahead to the next, and what is so today in a text about months."""

import pytest

from tests.chapters.reading.readings import timed

TIMED = {
    # the whole of the year that is told, in January of the next; or the year that is over by then
    "Thứ tư, 10/01/2024 | 08:20\nNăm 2023, xã thu 12 tỷ đồng.\nCả năm có 6 hộ thoát nghèo. Năm 2024, phấn đấu thu "
    "14 tỷ đồng.": [("2023", "actual"), ("2023", "actual"), ("2024", "target")],
    "12/01/2022\nNgày 11/1, xã tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022.\nTrong năm qua, xã làm 5 km "
    "đường. Thu nhập đạt 46 triệu đồng.\nNăm nay, xã phấn đấu làm 6 km đường.": [
        ("2021", "actual"),
        ("2021", "actual"),
        ("2022", "target"),
    ],
    # a title about the next year, in December
    "HĐND tỉnh thông qua chỉ tiêu năm 2025\n(Tân Sơn) - Ngày 10/12/2024, HĐND tỉnh họp.\nNăm 2024, tỉnh xuất khẩu 2 tỷ "
    "USD.\nTrong năm, tỉnh thu hút 45 dự án.\nNăm 2025, phấn đấu thu hút 50 dự án.": [
        ("2024", "actual"),
        ("2024", "actual"),
        ("2025", "target"),
    ],
    # today is in the year behind the one of which something bears the name, and so are orders
    "Bình An có thêm 3 xã đạt chuẩn năm 2022\nCập nhật: 16/01/2023 09:30\nUBND tỉnh yêu cầu 3 xã giữ vững danh hiệu.\n"
    "Như vậy, đến nay toàn tỉnh có 64 xã đạt chuẩn.": [("2022", "actual"), ("2023", "target"), ("2023", "actual")],
    "Năm 2019, xã về đích với 19 tiêu chí.\nĐến nay, có 3 thôn kiểu mẫu. Năm 2021, thu nhập đạt 52 triệu đồng.": [
        ("2019", "actual"),
        ("2021", "actual"),
        ("2021", "actual"),
    ],
    "Huyện có 9 xã năm 2020. Năm 2017, huyện đạt chuẩn, và đến nay có 7 xã nâng cao.": [
        ("2020", "actual"),
        ("2020", "actual"),
    ],
    # what stands so today, in a text about months; what adds up or is set against something is of these
    "Tháng 5/2024, tỉnh cấp mới 17 dự án.\nLũy kế 5 tháng đầu năm, tỉnh thu hút 63 dự án.\nHiện Tân Hà có 15 khu công "
    "nghiệp. Tỷ lệ lấp đầy đạt 72%.": [
        ("2024-05", "actual"),
        ("2024-01/2024-05", "actual"),
        ("2024", "actual"),
        ("2024", "actual"),
    ],
    "Trong 9 tháng năm 2024, huyện trồng 40 ha rừng.\nToàn huyện hiện có 14 cụm công nghiệp, thu hút 31 dự án. Thu "
    "ngân sách đạt 96 tỷ đồng.": [
        ("2024-01/2024-09", "actual"),
        ("2024", "actual"),
        ("2024", "actual"),
        ("2024-01/2024-09", "actual"),
    ],
    # an answer is of the time for which is asked
    "Đầu xuân 2023, Giám đốc Sở trả lời phỏng vấn.\n- Kết quả năm 2022 ra sao?\n- Tỉnh cấp mới 64 dự án.\n- Còn "
    "mục tiêu năm nay?\n- Chúng tôi phấn đấu khởi công 2 khu công nghiệp.": [("2022", "actual"), ("2023", "target")],
    # terms of years spoken of again, their end, and what is founded
    "Ngày 12/4/2024, Đoàn giám sát kết quả giai đoạn 2021 - 2023.\nTrong giai đoạn này, huyện giải ngân 301 tỷ đồng. "
    "Huyện xây mới 74 công trình.": [("2021-2023", "actual"), ("2021-2023", "actual")],
    "Từ khi thành lập (năm 2009) đến nay, Quỹ vận động 38 tỷ đồng.\nRiêng năm 2022, Quỹ tặng 96 căn nhà.": [
        ("2009-2022", "actual"),
        ("2022", "actual"),
    ],
    "Đại hội nhiệm kỳ 2020 - 2025\nMỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2020 - 2025\n1. Tăng bình quân 12%/năm.\n2. Thu nhập "
    "đến năm 2025 đạt 70 triệu đồng.\n3. Kết nạp 800 đảng viên.": [
        ("2020-2025", "target"),
        ("2025", "target"),
        ("2020-2025", "target"),
    ],
    # a quarter is of the later year that its paragraph has named
    "Năm 2022, tỉnh xuất khẩu 412.000 tấn gạo.\nBước vào năm 2023, thị trường thuận lợi. Trong quý I, tỉnh xuất khẩu "
    "118.000 tấn.": [("2022", "actual"), ("2023Q1", "actual")],
    # what is done at a meeting, and by the way of a list; the rest of the year behind a day
    "Chiều 20/2/2025, tỉnh gặp mặt doanh nghiệp. Năm 2024, tỉnh thu hút 62 dự án.\nTại hội nghị, tỉnh trao giấy chứng "
    "nhận cho 11 dự án.": [("2024", "actual"), ("2025", "actual")],
    "TIN VẮN\n- Sáng 5/6/2024, huyện khánh thành 3 cây cầu.\n- 5 tháng đầu năm 2024, huyện tạo 120 việc làm.": [
        ("2024", "actual"),
        ("2024-01/2024-05", "actual"),
    ],
    "Đến ngày 25/12/2019, tổng thu đạt 6.840 tỷ đồng.\nTrong năm, ngành thuế thực hiện 512 cuộc thanh tra.": [
        ("2019-01-01/2019-12-25", "actual"),
        ("2019", "actual"),
    ],
    "08/01/2018 10:30\nTỉnh vượt kế hoạch năm 2017.\nNăm qua, tỉnh bố trí 420 tỷ đồng.": [("2017", "actual")],
    "Số liệu tháng 7/2025\nBán lẻ: 6.320 tỷ đồng\nXuất khẩu 7 tháng: 2,9 tỷ USD": [
        ("2025-07", "actual"),
        ("2025-01/2025-07", "actual"),
    ],
    "Đầu năm 2021 nhìn lại một nhiệm kỳ\nNhiệm kỳ 2015 - 2020 khép lại, thị xã đạt 19 chỉ tiêu.": [
        ("2015-2020", "actual"),
    ],
    "Khi tái lập (năm 1997), huyện có 9 xã.\nNăm 2022, huyện thu 356 tỷ đồng.\nGiai đoạn 2016 - 2022, huyện thu hút "
    "112 dự án.": [("1997", "actual"), ("2022", "actual"), ("2016-2022", "actual")],
    "Nhiệm kỳ 2020 - 2025, huyện thu 9 tỷ đồng. Giai đoạn 2021 - 2023, huyện thu 5 tỷ đồng.\nTừ nay đến cuối nhiệm kỳ, "
    "huyện phấn đấu thu 4 tỷ đồng.": [("2020-2025", "actual"), ("2021-2023", "actual"), ("2025", "target")],
    # last year, beside months of this one; and a day below the name of a resolution
    "Năm ngoái, huyện tiêu hủy 8.400 con lợn.\nĐến hết tháng 9/2020, tổng đàn lợn đạt 46.500 con.": [
        ("2019", "actual"),
        ("2020-09", "actual"),
    ],
    "Sơ kết Nghị quyết Đại hội Đảng bộ huyện\nNgày 15/6/2023, Huyện ủy họp. Năm 2022, huyện thu 680 tỷ đồng.\nĐến nay, "
    "có 12 xã đạt chuẩn.": [("2022", "actual"), ("2023", "actual")],
    # the horizon in the name of what was carried out is no time of what was done, and of two the first is aimed at
    "Bình An, ngày 12 tháng 8 năm 2021\nBÁO CÁO\nTổng kết thực hiện Nghị quyết số 12-NQ/TW, ngày 05/3/2005 về phát "
    "triển vùng trung du đến năm 2020\nBình An có 12 xã.": [("2021", "actual")],
    "Năm 2023, thực hiện Nghị quyết số 5 về phát triển du lịch đến năm 2025, xã đã đón 30 nghìn lượt khách.": [
        ("2023", "actual")
    ],
    "Năm 2022, huyện ban hành Nghị quyết số 2 về nông thôn mới đến năm 2030, tầm nhìn đến năm 2045. Đến nay, diện mạo "
    "đã đổi thay. Toàn huyện có 12 trường.": [("2022", "actual")],
    "Năm 2023, thực hiện Nghị quyết số 5 về du lịch đến năm 2025, xã phấn đấu đón 30 nghìn lượt khách.": [
        ("2025", "target")
    ],
    "Năm 2022, huyện ban hành Nghị quyết số 2 về du lịch đến năm 2030, tầm nhìn đến năm 2045. Nghị quyết đặt mục tiêu "
    "đón 90 nghìn lượt khách.": [("2030", "target")],
    "Quy hoạch tỉnh thời kỳ 2021-2030, tầm nhìn đến năm 2050 được phê duyệt. Toàn tỉnh có 12 khu công nghiệp.": [
        (None, "actual")
    ],
    "Định hướng đến năm 2030\nTrồng 400 ha rừng.": [("2030", "target")],
    "Tổng kết thực hiện Nghị quyết số 2 về trồng rừng và nhiệm vụ đến năm 2030\nTrồng 400 ha rừng.": [
        ("2030", "target")
    ],
}


@pytest.mark.parametrize("text", TIMED)
def test_times_and_statuses(text: str) -> None:
    assert timed(text) == TIMED[text]
