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


def test_a_line_as_long_as_those_that_were_broken_goes_on_with_a_capital_too() -> None:
    broken = (
        "The council of the shire met in spring and looked back at what it had\n"
        "done for the roads, the schools and the wells of each place in all of\n"
        "the villages that it looks after, and was glad of the wells at Upper\n"
        "Brook and at Long Hill, where most of the old pumps had been out of\n"
        "order for a year\n"
        "Roads and bridges\n"
        "Nothing was built."
    )

    assert unwrapped(broken).splitlines() == [
        broken.replace("\n", " ", 4).splitlines()[0],
        "Roads and bridges",
        "Nothing was built.",
    ]
