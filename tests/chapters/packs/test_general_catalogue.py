"""The general catalogue: what it holds, and that a pack's own indicators mean the same there."""

import pytest

from tongket.catalogue.definitions import MONEY
from tongket.packs import loading
from tongket.reading import synonyms
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

CATALOGUE = loading.general_catalogue()


def test_every_indicator_has_a_code_of_its_own_and_phrases_in_vietnamese_russian_or_english() -> None:
    codes = [indicator.code for indicator in CATALOGUE.indicators]
    assert len(set(codes)) == len(codes) >= 130
    assert all(indicator.synonyms for indicator in CATALOGUE.indicators)


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_choices_are_not_nested(language: str) -> None:
    phrases = [phrase for phrase, _ in synonyms.of(CATALOGUE, language)]
    assert [phrase for phrase in phrases if "|" in phrase] == []


def test_an_indicator_that_the_sample_pack_has_too_means_the_same() -> None:
    general = {indicator.code: indicator for indicator in CATALOGUE.indicators}
    for own in loading.load("bacgiang").catalogue.indicators:
        other = general[own.code]
        assert (own.aggregation, own.direction) == (other.aggregation, other.direction), own.code
        assert own.unit_of_measure == other.unit_of_measure or (
            other.unit_of_measure == MONEY and own.unit_of_measure in ("VND", "USD")
        ), own.code


PHRASES = {
    "Kim ngạch xuất khẩu đạt 5 tỷ USD, tăng 8% so với cùng kỳ.": ["exports", "exports"],
    "Tỷ lệ hộ nghèo còn 2,5%.": ["poverty-rate"],
    "Tổng mức bán lẻ hàng hóa đạt 900 tỷ đồng.": ["retail-sales"],
    "Chỉ số sản xuất công nghiệp (IIP) tăng 11%.": ["industrial-production-index-growth"],
    "Оборот розничной торговли составил 2 млрд рублей.": ["retail-sales"],
    "Индекс потребительских цен вырос на 7,4 %.": ["consumer-price-index"],
    "Среднемесячная заработная плата составила 50 000 рублей.": ["average-wage"],
    "Unemployment rate was 4.4 percent.": ["unemployment-rate"],
    "Exports reached 5 billion dollars.": ["exports"],
    # the unit of measure does not fit
    "Kim ngạch xuất khẩu đạt 5 tấn.": [None],
    # other words change what it means
    "Kim ngạch xuất khẩu gạo đạt 5 tỷ USD.": [None],
    "Оборот розничной торговли лекарствами составил 2 млрд рублей.": [None],
}


@pytest.mark.parametrize("sentence", PHRASES)
def test_a_phrase_means_one_indicator_or_none(sentence: str) -> None:
    claims = read_text(sentence, catalogue=CATALOGUE)
    assert [c.indicator_code for c in claims if isinstance(c, FigureClaim)] == PHRASES[sentence]
