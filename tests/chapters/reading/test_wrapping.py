"""Line ends inside sentences are blanks; those between lines, items and rows stay."""

import pytest

from tongket.reading.wrapping import unwrapped

JOINED = {
    "dịch vụ tăng\n8,35%, thuế": "dịch vụ tăng 8,35%, thuế",
    "công nghiệp ước\ntăng 5%": "công nghiệp ước tăng 5%",
    "thu nội địa,\nthu xuất khẩu": "thu nội địa, thu xuất khẩu",
    "the shire built\n15 schools": "the shire built 15 schools",
    "за год введено\n3 школы": "за год введено 3 школы",
}
APART = [
    "Thu đạt 5 tỷ đồng.\nchi đạt 4 tỷ đồng.",
    "Các chỉ tiêu:\ntăng trưởng 8%",
    "Mục tiêu chung\n2. Về kinh tế",
    "Mục tiêu chung\n1.2. Về kinh tế",
    "nội dung sau\na) điều chỉnh",
    "bản tin tổng hợp\n15/06/2023 09:12",
    "xã | hộ\nhộ nghèo | 5",
    "Dân số\n\n15 xã",
    "Thành phố Hồ Chí Minh\n15 quận",
    "phát triển\n2 Kinh tế",
]


@pytest.mark.parametrize("text", JOINED)
def test_goes_on(text: str) -> None:
    assert unwrapped(text) == JOINED[text]


@pytest.mark.parametrize("text", APART)
def test_stays_apart(text: str) -> None:
    assert unwrapped(text) == text
