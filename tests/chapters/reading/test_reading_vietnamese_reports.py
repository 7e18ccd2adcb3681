"""Vietnamese reports: growth by the year, days from one to another, rates with two units, and levels in brackets."""

import pytest

from tests.chapters.reading.readings import figures

READ = {
    # by how much a year, on average, and by how much over the term
    "Giai đoạn 2021-2025, thu ngân sách tăng bình quân mỗi năm 8%; vốn đầu tư tăng 1,5 lần.": [
        ("8", "%", "change", "previous_year", "2021-2025"),
        ("1.5", "times", "change", "year:2021", "2021-2025"),
    ],
    "MỤC TIÊU GIAI ĐOẠN 2026 - 2030\nPhấn đấu năng suất lao động tăng bình quân 7%/năm.": [
        ("7", "%", "change", "previous_year", "2026-2030"),
    ],
    # from one day to another, and how things stood at an hour
    "Từ ngày 12/9 đến ngày 15/9/2024, mưa lũ làm ngập 24 xã.\nĐến 9h30 ngày 16/9/2024, đã sơ tán 300 hộ.": [
        ("24", "communes", "count", "none", "2024-09-12/2024-09-15"),
        ("300", "households", "count", "none", "2024-09-16"),
    ],
    "Từ 15/12/2023 đến 14/6/2024, xảy ra 12 vụ tai nạn.": [
        ("12", "cases", "count", "none", "2023-12-15/2024-06-14"),
    ],
    # counted up to a year's end, and so no aim
    "Tính đến cuối năm 2015, tỉnh có 8 xã được công nhận.": [("8", "communes", "count", "none", "2015")],
    # of then, and by how much
    "Năm 2024 thu 528 tỷ đồng, tăng 10% so cùng kỳ (480 tỷ đồng).": [
        ("528000000000", "VND", "level", "none", "2024"),
        ("10", "%", "change", "same_period:2023", "2024"),
        ("480000000000", "VND", "level", "none", "2023"),
    ],
    "Năm 2024 thu 528 tỷ đồng, tăng 10% (48 tỷ đồng) so cùng kỳ.": [
        ("528000000000", "VND", "level", "none", "2024"),
        ("10", "%", "change", "same_period:2023", "2024"),
        ("48000000000", "VND", "change", "same_period:2023", "2024"),
    ],
    # what is cut, once; what a factor has come to; a share that is called one
    "Năm 2024 tỉnh giảm 30% thời gian giải quyết. Số vụ giảm 12% so với cùng kỳ.": [
        ("30", "%", "change", "none", "2024"),
        ("12", "%", "change", "same_period:2023", "2024"),
    ],
    "Phấn đấu giảm 40% số vụ cháy, giảm 25% số người bị nạn.": [
        ("40", "%", "change", "none", None),
        ("25", "%", "change", "none", None),
    ],
    "Phấn đấu năm 2024 giảm chênh lệch thu nhập còn 1,6 lần. Hộ nghèo còn chiếm 0,9%.": [
        ("1.6", "times", "level", "none", "2024"),
        ("0.9", "%", "share", "none", "2024"),
    ],
    "Phấn đấu giảm 5% số vụ cháy hằng năm.": [("5", "%", "change", "previous_year", None)],
    # months from one to another
    "Từ tháng 3 đến tháng 6/2024 xử lý 15 vụ. Trong tháng 10 và 11/2024 có 9 vụ. Tháng 3-2024 có 2 vụ.": [
        ("15", "cases", "count", "none", "2024-03/2024-06"),
        ("9", "cases", "count", "none", "2024-10/2024-11"),
        ("2", "cases", "count", "none", "2024-03"),
    ],
    # what was reached of a plan, be it exceeded, and two sums with their units
    "Năm 2024 gieo trồng 12.500/12.800 ha, tạo 1.250/1.200 việc làm, thu 5.200/5.000 tỷ đồng.": [
        ("12500", "ha", "ratio", "none", "2024"),
        ("1250", "jobs", "ratio", "none", "2024"),
        ("5200000000000", "VND", "ratio", "none", "2024"),
    ],
    "Giải ngân vốn năm 2024 đạt 45 tỷ đồng/60 tỷ đồng; khoán 12 triệu đồng/ha. Kỷ niệm ngày 20/11.": [
        ("45000000000", "VND", "level", "none", "2024"),
        ("60000000000", "VND", "level", "none", "2024"),
        ("12000000", "VND", "level", "none", "2024"),
    ],
    "Năm 2024 tạo việc làm cho 18.500 người/17.000 người, bình quân 5 người/hộ.": [
        ("18500", "persons", "count", "none", "2024"),
        ("17000", "persons", "count", "none", "2024"),
        ("5", "persons per household", "level", "none", "2024"),
    ],
    # by how much more, and how many times as much, with the time in between or behind
    "Năm 2024 thu 90 tỷ đồng, tăng so với năm 2023 là 5 tỷ đồng; giải ngân thấp hơn cùng kỳ năm trước 4 điểm %.": [
        ("90000000000", "VND", "level", "none", "2024"),
        ("5000000000", "VND", "change", "previous_year:2023", "2024"),
        ("4", "percentage points", "change", "same_period:2023", "2024"),
    ],
    "Năm 2024 thu nhập đạt 68 triệu đồng, tăng 5% so với năm 2023, gấp 1,5 lần năm 2020; số khách gấp đôi năm 2022.": [
        ("68000000", "VND", "level", "none", "2024"),
        ("5", "%", "change", "previous_year:2023", "2024"),
        ("1.5", "times", "ratio", "year:2020", "2024"),
        ("2", "times", "ratio", "year:2022", "2024"),
    ],
    # a word that labels numbers, as a part of another word or behind “each”
    "Năm 2024, khu vực thành thị còn 70 hộ, khu vực nông thôn 420 hộ. Mỗi tháng 15 hồ sơ được giải quyết.": [
        ("70", "households", "count", "none", "2024"),
        ("420", "households", "count", "none", "2024"),
        ("15", "documents", "count", "none", "2024"),
    ],
    "Năm 2024 tổng tỷ suất sinh đạt 2,08 con/phụ nữ, tỷ số giới tính là 110 bé trai/100 bé gái.": [
        ("2.08", "children per woman", "level", "none", "2024"),
        ("110", "boys per 100 girls", "level", "none", "2024"),
    ],
    # two amounts around a slash, which are no rate
    "Năm 2024 trồng 140 ha/26 xã, thả nuôi 1.240 ha/315 hộ; có 60 ca/100.000 dân, năng suất 5 tấn/2 vụ.": [
        ("140", "ha", "level", "none", "2024"),
        ("26", "communes", "count", "none", "2024"),
        ("1240", "ha", "level", "none", "2024"),
        ("315", "households", "count", "none", "2024"),
        ("60", "cases per 100000 persons", "level", "none", "2024"),
        ("5", "tonnes", "level", "none", "2024"),
    ],
    # round numbers in words
    "Năm 2024 thu gần một nghìn tỷ đồng, hỗ trợ hơn năm trăm hộ, đón một triệu khách, hàng trăm đoàn viên.": [
        ("1000000000000", "VND", "level", "none", "2024"),
        ("500", "households", "count", "none", "2024"),
        ("1000000", "persons", "count", "none", "2024"),
    ],
    # what voters say
    "Năm 2024 tiếp nhận 84 lượt ý kiến, kiến nghị, 5 kiến nghị và 12 ý kiến góp ý của cử tri.": [
        ("84", "petitions", "count", "none", "2024"),
        ("5", "petitions", "count", "none", "2024"),
        ("12", "opinions", "count", "none", "2024"),
    ],
    # against the term before
    "Giai đoạn 2016-2020, vốn đầu tư tăng 2,5 lần so với giai đoạn trước.": [
        ("2.5", "times", "change", "same_period:2011-2015", "2016-2020"),
    ],
    "Nhiệm kỳ 2015-2020, thu ngân sách tăng bình quân 9%/năm và 40% so nhiệm kỳ trước.": [
        ("9", "%", "change", "previous_year", "2015-2020"),
        ("40", "%", "change", "same_period:2010-2015", "2015-2020"),
    ],
    "Ngày 9/6/2020, Đại hội Đảng bộ huyện nhiệm kỳ 2020-2025 khai mạc.\nTrong 5 năm, huyện trồng 400 ha rừng.": [
        ("400", "ha", "level", "none", "2015-2020"),
    ],
    "Năm 2023, xã có đề án. Trong 5 năm, xã trồng 40 ha rừng.": [("40", "ha", "level", "none", "2023")],
    "Năm 2024 có 7 điểm ngập úng, 12 điểm tiềm ẩn tai nạn.": [
        ("7", "sites", "count", "none", "2024"),
        ("12", "sites", "count", "none", "2024"),
    ],
}

MODIFIED = {
    "Kinh tế tăng với tốc độ 8%.": None,
    "Mật độ 245 người/km2.": None,
    "Có độ 300 người tham gia.": "approx",
    "Tỷ lệ đạt trên 95%.": "more_than",
}


@pytest.mark.parametrize("text", MODIFIED)
def test_modifiers(text: str) -> None:
    assert [claim.modifier for claim in figures(text)] == [MODIFIED[text]]


@pytest.mark.parametrize("text", READ)
def test_reports(text: str) -> None:
    told = [(f"{c.value.normalize():f}", c.unit, c.kind, c.basis, c.period) for c in figures(text)]
    assert told == READ[text]
