"""The reading holds for every text: exact quotes, no exception, the same answer twice."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.claims import FigureClaim
from tongket.reading.packs import known_languages, language_pack
from tongket.reading.pipeline import read_text

PIECES = [
    *("năm 2024 ", "tăng ", "giảm 5% ", "đạt 12.345,6 tỷ đồng", "xếp thứ 5/14 tỉnh", "Nghị quyết số 5-NQ/TU "),
    *("в 2023 году ", "на 5,5 % ", "12-е место", "№ 26-СТ/ТУ", "млрд рублей", "от 6 мая 2020 года", "должны "),
    *("en 2023 ", "de 5,5 % ", "3e rang", "18 communes sur 24", "842,6 M€", "d'", "loi n° 5-14 "),
    *("by 5 percent ", "$5 billion", "1,23,456", " to ", "fourth highest ", "must ", "limitations: "),
    *(
        "\u0000",
        "\ud800",
        "\u200f",
        "\u00ad",
        "\u00a0",
        "\n",
        ". ",
        "; ",
        " , ",
        " . ",
        "( ",
        "(",
        ")",
        "e\u0302\u0301",
        "\u0130",
        "07/10 ",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
LANGUAGES = st.sampled_from(["auto", *known_languages()])


@given(TEXTS, LANGUAGES)
def test_every_quote_is_exact(text: str, language: str) -> None:
    claims = read_text(text, language=language)

    assert all(text[claim.start : claim.end] == claim.quote and claim.quote for claim in claims)
    assert [(c.start, c.end, c.type) for c in claims] == sorted((c.start, c.end, c.type) for c in claims)


@given(TEXTS)
def test_reading_twice_gives_the_same_records(text: str) -> None:
    first, second = ([claim.as_record() for claim in read_text(text)] for _ in range(2))

    assert json.dumps(first) == json.dumps(second)


def printed(number: Decimal, code: str) -> str:
    """A number as the language writes it, by the separators of its pack."""
    pack = language_pack(code)
    whole, _, fraction = format(number, ",f").partition(".")
    grouped = whole.replace(",", pack.get("numbers.group", ","))
    return grouped + (pack.get("numbers.decimal", ".") + fraction if fraction else "")


@pytest.mark.parametrize("code", known_languages())
@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_numbers_survive_printing_and_reading(code: str, number: Decimal) -> None:
    text = f"= {printed(number, code)} %"
    (claim,) = read_text(text, language=code)

    assert isinstance(claim, FigureClaim)
    assert claim.value == number
    assert claim.half_unit == Decimal("0.005")
    assert Decimal(str(claim.as_record()["value"])) == number
