"""A safe link to the catalogue, or none."""

from datetime import date

import pytest

from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text


def indicator(code: str, unit: str, growth_of: str | None = None, **synonyms: tuple[str, ...]) -> IndicatorDefinition:
    return IndicatorDefinition(
        code=code,
        names={},
        definition={},
        unit_of_measure=unit,
        aggregation="sum",
        direction="more",
        theme="test",
        valid_from=date(2020, 1, 1),
        growth_of=growth_of,
        synonyms=synonyms,
    )


CATALOGUE = Catalogue(
    (
        indicator("product", "VND", vi=("GRDP",), ru=("ВРП",), en=("GRDP",)),
        indicator("product-growth", "%", "product", vi=("tăng trưởng GRDP",), ru=("темпы роста ВРП",)),
        indicator("product-per-head", "USD", vi=("GRDP bình quân đầu người",), en=("GRDP per capita",)),
        indicator(
            "revenue",
            "VND",
            vi=("thu ngân sách",),
            ru=("доходы бюджета",),
            en=("budget revenue",),
            fr=("recettes budgétaires",),
        ),
        indicator("new-communes", "communes", vi=("xã đạt chuẩn nông thôn mới",)),
    )
)


def links(sentence: str) -> list[str | None]:
    claims = read_text(sentence, catalogue=CATALOGUE)
    return [claim.indicator_code for claim in claims if isinstance(claim, FigureClaim)]


LINKED = {
    "Les recettes budgétaires ont atteint 5 milliards de dongs en 2024.": ["revenue"],
    # the longest phrase wins
    "GRDP bình quân đầu người đạt 4.000 USD, tăng 10% so với năm 2023.": ["product-per-head", "product-per-head"],
    # growth has an indicator of its own, when the phrase speaks of it
    "Tốc độ tăng trưởng GRDP đạt 8%.": ["product-growth"],
    "Темпы роста ВРП составили 8 %.": ["product-growth"],
    "GRDP đạt 5 tỷ đồng, tăng 8%.": ["product", "product"],
    "The growth of GRDP was 8 percent.": ["product-growth"],
    # rank, plan and growth belong to the figure before them
    "Thu ngân sách đạt 5 tỷ đồng (xếp thứ 3 cả nước), bằng 104% dự toán.": ["revenue"] * 3,
    "Доходы бюджета составили 5 млрд донгов, что на 4 % больше плана.": ["revenue"] * 2,
    "Budget revenue reached 5 billion dong, up 4 percent.": ["revenue"] * 2,
    "Có 15 xã đạt chuẩn nông thôn mới.": ["new-communes"],
}
NOT_LINKED = {
    # words around the phrase change what it means
    "Доходы бюджета от пошлин составили 5 млрд донгов.": [None],
    "Налоговые доходы бюджета составили 5 млрд донгов.": [None],
    "Phần của dịch vụ trong GRDP đạt 27,3%.": [None],
    # the unit does not fit
    "Доходы бюджета составили 5 тонн.": [None],
    "Доля услуг в ВРП составила 35 %.": [None],
    # nothing in the catalogue
    "Rừng có 15 dự án.": [None],
    # a subject of its own after a linked figure
    "Thu ngân sách đạt 5 tỷ đồng, chi ngân sách đạt 4 tỷ đồng.": ["revenue", None],
}


@pytest.mark.parametrize("sentence", LINKED)
def test_safe_links(sentence: str) -> None:
    assert links(sentence) == LINKED[sentence]


@pytest.mark.parametrize("sentence", NOT_LINKED)
def test_the_linker_abstains(sentence: str) -> None:
    assert links(sentence) == NOT_LINKED[sentence]
