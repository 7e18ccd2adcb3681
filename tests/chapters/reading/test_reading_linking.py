"""A safe link to the catalogue, or none."""

from collections.abc import Mapping
from datetime import date

import pytest

from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.packs.loading import general_catalogue
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
        indicator("support", "VND", vi=("new-communes > vốn hỗ trợ",)),
        indicator("yield", "VND", vi=("năng suất",)),
        indicator("productivity", "VND", vi=("năng suất",)),
    )
)


def links(sentence: str) -> list[str | None]:
    claims = read_text(sentence, catalogue=CATALOGUE)
    return [claim.indicator_code for claim in claims if isinstance(claim, FigureClaim)]


LINKED = {
    # a part of what was just linked is not the whole; the same in a part of the time is
    "Thu ngân sách đạt 9 tỷ đồng, trong đó: thu ngân sách huyện 4 tỷ đồng.": ["revenue", None],
    "Budget revenue was VND 9 billion, of which budget revenue of towns was VND 4 billion.": ["revenue", None],
    "Les recettes budgétaires ont atteint 5 milliards de dongs en 2024.": ["revenue"],
    # what a percentage is of is named for it alone
    "The deficit was 3.4 % of GRDP (VND 1,592 billion).": [None, None],
    "Vốn đầu tư khoảng 35% GRDP (ước đạt 2.995 tỷ đồng).": [None, None],
    # the longest phrase wins
    "GRDP bình quân đầu người đạt 4.000 USD, tăng 10% so với năm 2023.": ["product-per-head", "product-per-head"],
    # growth has an indicator of its own, when the phrase speaks of it
    "Tốc độ tăng trưởng GRDP đạt 8%.": ["product-growth"],
    "Темпы роста ВРП составили 8 %.": ["product-growth"],
    "GRDP đạt 5 tỷ đồng, tăng 8%.": ["product", "product-growth"],
    "GRDP tăng 8%, đạt 5 tỷ đồng.": ["product-growth", "product"],
    "GRDP tăng 8%, đứng thứ 5 cả nước.": ["product-growth"] * 2,
    "GRDP đạt 5 tỷ đồng, đứng thứ 5 cả nước.": ["product"] * 2,
    "GRDP grew by 8 percent in 2031 and by 7 percent in 2030.": ["product-growth"] * 2,
    # growth at the prices of the day, or over several years, is a change of the level
    "GRDP theo giá hiện hành đạt 5 tỷ đồng, tăng 8%.": ["product", "product"],
    "ВРП вырос на 8 % в текущих ценах.": ["product"],
    "ВРП в текущих ценах 5 млрд донгов, в сопоставимых ценах вырос на 8 %.": ["product", "product-growth"],
    "GRDP rose by 20 percent from 2025 to 2031.": ["product"],
    "The growth of GRDP was 8 percent.": ["product-growth"],
    # rank, plan and growth belong to the figure before them
    "Thu ngân sách đạt 5 tỷ đồng (xếp thứ 3 cả nước), bằng 104% dự toán.": ["revenue"] * 3,
    "Доходы бюджета составили 5 млрд донгов, что на 4 % больше плана.": ["revenue"] * 2,
    "Budget revenue reached 5 billion dong, up 4 percent.": ["revenue"] * 2,
    "Có 15 xã đạt chuẩn nông thôn mới.": ["new-communes"],
    # places, openings and verbs leave the meaning as it is
    "Thu ngân sách của tỉnh Hải Lăng đạt 5 tỷ đồng.": ["revenue"],
    "В результате доходы бюджета Заречной области мобилизованы в сумме 5 млрд донгов.": ["revenue"],
    "As a result, budget revenue was projected to reach 5 billion dong.": ["revenue"],
    # what stands in front of “of which” belongs to something else
    "Các khoản tăng khá, trong đó thu ngân sách đạt 5 tỷ đồng.": ["revenue"],
    # an amount of what the next words name
    "The state collected 2.4 billion dong budget revenue, and more.": ["revenue"],
    # a clause that only points back, also from the next sentence
    "Доходы бюджета составили 5 млрд донгов, его величина выросла на 4 %.": ["revenue"] * 2,
    "Budget revenue reached 5 billion dong. This was an increase of 4 percent.": ["revenue"] * 2,
    # times another year's
    "Thu ngân sách đạt 5 tỷ đồng, gấp 1,4 lần cùng kỳ năm trước.": ["revenue"] * 2,
    # a phrase that counts beside another indicator only
    "Có 15 xã đạt chuẩn nông thôn mới. Vốn hỗ trợ đạt 5 tỷ đồng.": ["new-communes", "support"],
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
    # words between a number and what it counts
    "Có 15 xí nghiệp xã đạt chuẩn nông thôn mới.": [None],
    "Vốn hỗ trợ đạt 5 tỷ đồng.": [None],
    # two indicators are equally near
    "Năng suất đạt 5 tỷ đồng.": [None],
    # a subject of its own after a linked figure
    "Thu ngân sách đạt 5 tỷ đồng, chi ngân sách đạt 4 tỷ đồng.": ["revenue", None],
}


@pytest.mark.parametrize("sentence", LINKED)
def test_safe_links(sentence: str) -> None:
    assert links(sentence) == LINKED[sentence]


@pytest.mark.parametrize("sentence", NOT_LINKED)
def test_the_linker_abstains(sentence: str) -> None:
    assert links(sentence) == NOT_LINKED[sentence]


def reasons(sentence: str) -> list[Mapping[str, object] | None]:
    claims = read_text(sentence, catalogue=CATALOGUE)
    return [claim.link for claim in claims if isinstance(claim, FigureClaim)]


def test_a_link_says_why_and_what_is_next() -> None:
    first, second = reasons("GRDP bình quân đầu người đạt 4.000 USD, tăng 10% so với năm 2023.")
    assert first == {
        "why": "phrase",
        "phrase": "GRDP bình quân đầu người",
        "words": "GRDP bình quân đầu người",
        "unit": True,
        "score": 7,
        "next": None,
        "margin": None,
        "between": [],
    }
    assert second is not None
    assert second["why"] == "same"
    (third,) = reasons("Thứ hạng GRDP bình quân đầu người đứng thứ 3 cả nước.")
    assert third is None
    (fourth,) = reasons("GRDP bình quân đầu người xếp thứ 3 cả nước.")
    assert fourth is not None
    assert (fourth["next"], fourth["margin"]) == ("product", 4)


def test_an_abstention_says_why() -> None:
    (ambiguous,) = reasons("Năng suất đạt 5 tỷ đồng.")
    assert ambiguous is not None
    assert (ambiguous["why"], ambiguous["between"]) == ("ambiguous", ["yield", "productivity"])
    (unit,) = reasons("Доходы бюджета составили 5 тонн.")
    assert unit is not None
    assert (unit["why"], unit["between"]) == ("unit", ["revenue"])


# With the general catalogue: those who got something are not all that there are; a part is not the whole; a share that
# says of what it is.
OF_SOME = {
    "В 2031 году в районе 17 индивидуальных предпринимателей.": ["individual-entrepreneurs"],
    "В 2031 году грант получили 17 индивидуальных предпринимателей.": [None],
    "Năm 2031, tổng sản lượng thủy sản đạt 31 nghìn tấn.": ["fishery-output"],
    "Năm 2031, sản lượng nuôi trồng thủy sản đạt 29 nghìn tấn.": [None],
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 95%; duy trì 89% trường học.": ["health-insurance-coverage", None],
    "Industry and construction grew by 13% (industry by 14%).": ["industry-construction-growth", None],
    "The population grew by 1.2% in 2031.": ["population-growth"],
    "The province aims at 2 new rural communes meeting advanced rural standards.": ["advanced-new-rural-communes"],
    # what is said behind the counted things may tell some of them
    "In 2031 there were 35 schools.": ["schools"],
    "In 2031, 35 schools were damaged.": [None],
    "In 2031, 35 schools that flooded were mended.": [None],
    "В 2031 году работали 15 школ.": ["schools"],
    "В 2031 году проведено занятий в 15 школах, в которых есть спортзалы.": [None],
    "В 2031 году 7 предпринимателей, подавших заявки, учились.": [None],
    "Năm 2031, có 15 trường học bị hư hỏng do bão.": [None],
    "Năm 2031, tỉnh đón 270 nghìn lượt khách tham quan.": ["tourist-arrivals"],
    "Năm 2031, bảo tàng đón 270 nghìn lượt khách tham quan.": [None],
    "In 2031 the museum welcomed 15,000 visitors.": [None],
    # what many a body has some of is all of a place only where one is told
    "В 2031 году на территории Лесного района создано 120 новых рабочих мест.": ["jobs-created"],
    "В 2031 году завод даст 120 новых рабочих мест.": [None],
    "В 2031 году работали 17 индивидуальных предпринимателей.": [None],
    # what has a name of its own, what begins behind a comma, and targets of which only some were surpassed
    "Năm 2031, đại hội có 70 đại biểu khách mời.": [None],
    "В 2031 году табун достиг 85 тыс. голов, овец и коз – 357 тыс. голов.": [None, "sheep-goats"],
    "Nhiệm kỳ 2026-2031 có 8 chỉ tiêu vượt.": [None],
    # money paid out is public investment's only where that is spoken of
    "Năm 2031, huyện giải ngân 216 tỷ đồng.": [None],
    # people of some sort, and what one place has only
    "На территории района проживает 1231 человек.": ["population"],
    "На территории района проживает 1231 инвалид.": [None],
    "В 2031 году дружинниками раскрыто 4 преступления.": [None],
    # who was given something, what visited one place, came from one country or works in one line of business
    "Năm 2031, toàn tỉnh còn 500 hộ nghèo.": ["poor-households"],
    "Năm 2031, hội tặng quà cho 500 hộ nghèo.": [None],
    "Năm 2031, vịnh Hải Lăng đón 270 nghìn lượt khách.": [None],
    "Năm 2031, tỉnh có 12 dự án FDI của Hàn Quốc.": [None],
    "Năm 2031, có 40 doanh nghiệp đang hoạt động trong lĩnh vực du lịch.": [None],
    # what the next figure, or the one before, counts
    "Dân số thành thị là 203.014 người và dân số nông thôn là 23.722 người.": [None, None],
    "Năm 2031, xảy ra 39 vụ tai nạn giao thông, làm 3 người chết, 31 người bị thương.": [
        "traffic-accidents",
        "traffic-deaths",
        None,
    ],
    # a part of what is not all itself
    "Kim ngạch xuất nhập khẩu với Lào đạt 18 tỷ USD, trong đó xuất khẩu đạt 9 tỷ USD.": [None, None],
    # growth of the output of sectors, and of their value added
    "Năm 2031, giá trị sản xuất ngành công nghiệp - xây dựng tăng 9%, khu vực dịch vụ tăng 7%.": [None, None],
    "Năm 2031, GRDP tăng 9%, khu vực dịch vụ tăng 7%.": ["grdp-growth", "services-growth"],
    "Năm 2031, giá trị sản xuất tăng 9%. Trong đó: khu vực công nghiệp tăng 8%; khu vực dịch vụ tăng 6%.": [None] * 3,
    "Năm 2031, tỉnh có tiến bộ. Trong đó: khu vực dịch vụ tăng 6%.": ["services-growth"],
    # the sources of investment
    "Vốn nhà nước đạt 9 nghìn tỷ đồng, vốn đầu tư nước ngoài đạt 7 nghìn tỷ đồng.": [None, None],
    "Năm 2031, vốn đầu tư nước ngoài đạt 7 tỷ USD.": ["foreign-direct-investment"],
    # an amount that is a part of the one before, and a comparison of something else
    "Chi ngân sách địa phương đạt 51 tỷ đồng (bao gồm 3 tỷ đồng từ trái phiếu).": ["state-budget-expenditure", None],
    "Vốn đầu tư đăng ký đạt 180 triệu USD, tăng 33% về số dự án.": ["registered-investment", None],
    # a subject of its own that is not understood
    "GRDP đạt 611 tỷ đồng, tăng 7,8%; thu ngân sách có hiệu quả, đạt 193 tỷ đồng.": ["grdp", "grdp-growth", None],
    # some of a sort
    "Năm 2031, có 20.000 hộ kinh doanh thức ăn đường phố.": [None],
    "Năm 2031, thành lập mới 3 hợp tác xã.": [None],
    "Năm 2031, công an làm rõ 34 vụ phạm pháp hình sự.": [None],
    "Năm 2031, công ty thu lãi, kim ngạch xuất khẩu đạt 800 triệu USD.": [None],
    "Năm 2031, tỉnh đón 95.000 lượt khách quốc tế.": [None],
    "Năm 2031, đơn vị phục vụ 5.000 lượt khách.": [None],
    "Khoảng 419 nghìn người trong dân số của tỉnh có bằng.": [None],
    "Mật độ dân số là 517 người.": [None],
    "Có 882 doanh nghiệp thành lập mới. Lũy kế có 42.269 doanh nghiệp, tổng vốn đăng ký 357 tỷ đồng.": [
        "new-enterprises",
        None,
        None,
    ],
    "In 2031 total production value rose by 9%, of which services increased by 7%.": ["total-gross-output", None],
    "In 2031 there was an 8% increase in services, and a 4% rise in farming.": [None, None],
    "Khách quốc tế chiếm 85% lượng khách đến tỉnh (51.000 lượt khách).": [None, None],
    "Năm 2031, công ty bị truy thu 5 tỷ đồng thuế thu nhập doanh nghiệp.": [None],
    "Năm 2031, có 183 doanh nghiệp thành lập mới và quay trở lại hoạt động.": [None],
    "Thu hút FDI: có 4 dự án được cấp giấy chứng nhận đầu tư mới.": [None],
    "Năm 2031, tỉnh có 8 dự án FDI điều chỉnh tăng vốn.": [None],
    # what is attracted says itself of what it is
    "FDI reached 280 million USD. The province drew 4 million USD in domestic investment.": [
        "foreign-direct-investment",
        None,
    ],
    "Năm 2031, tỉnh từ chối hai dự án FDI.": [None],
    "Năm 2031, xảy ra 24 vụ tai nạn. Số người chết là 13 người.": [None, None],
    "Tốc độ tăng năng suất lao động của tỉnh từ 5% trở xuống.": [None],
    # the yield of rice, and of something else
    "Diện tích lúa đạt 500 ha, năng suất 60 tạ/ha.": ["rice-area", "rice-yield"],
    "Huyện trồng 1.200 ha lạc, năng suất 20 tạ/ha.": [None, None],
    # of two amounts with a name behind each the second is not of the first's
    "In 2031 it drew 33 billion USD in foreign investment capital and 4 billion USD in other capital.": [None, None],
}


@pytest.mark.parametrize("text", OF_SOME)
def test_of_some(text: str) -> None:
    claims = read_text(text, catalogue=general_catalogue())
    assert [claim.indicator_code for claim in claims if isinstance(claim, FigureClaim)] == OF_SOME[text]
