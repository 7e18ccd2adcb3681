"""Blanks that a text lost are put back, and quotes still are what stands in the text."""

import pytest

from tongket.reading.claims import FigureClaim
from tongket.reading.normalise import normalise
from tongket.reading.pipeline import read_text

GLUED = {
    "khai khoáng tăng1,75%": "khai khoáng tăng 1,75%",
    "chế tạotăng1,36%": "chế tạo tăng 1,36%",
    "hơi nướcgiảm 2%": "hơi nước giảm 2%",
    "output rose by3.5% in May": "output rose by 3.5% in May",
    "the A4 sheet and CO2": "the A4 sheet and CO2",
}


@pytest.mark.parametrize("text", GLUED)
def test_blanks_come_back(text: str) -> None:
    assert normalise(text).text == GLUED[text]


def test_quotes_are_of_the_text() -> None:
    text = "Năm 2024 khai khoáng tăng1,75%; chế tạotăng1,36%."
    found = [claim for claim in read_text(text, language="vi") if isinstance(claim, FigureClaim)]
    assert [(claim.quote, claim.direction) for claim in found] == [("1,75%", "up"), ("1,36%", "up")]
    assert [text[claim.start : claim.end] for claim in found] == ["1,75%", "1,36%"]
