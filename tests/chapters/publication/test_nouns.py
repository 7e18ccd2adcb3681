"""What numbers count and measure, in three languages."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from tongket.base import localities
from tongket.publication.nouns import NOUNS, UNITS, counted, unit_label, unit_name
from tongket.reading.packs import known_languages, language_pack

SAID = [
    ("schools", "1", None, "school", "trường", "школа"),
    ("schools", "3", None, "schools", "trường", "школы"),
    ("schools", "25", None, "schools", "trường", "школ"),
    ("communes", "159", "182", "communes", "xã", "коммун"),
    ("tonnes", "2.5", None, "tonnes", "tấn", "тонны"),
    ("tonnes per ha", "6.2", None, "tonnes/ha", "tấn/ha", "тонны/га"),
    ("doctors per 10000 persons", "12", None, "doctors/10000 persons", "bác sĩ/10000 người", "врачей/10000 человек"),
    ("%", "5", None, "", "", ""),
    ("RUB", "5", None, "", "", ""),
    ("đại biểu", "70", None, "đại biểu", "đại biểu", "đại biểu"),
]


@pytest.mark.parametrize(("unit", "number", "of", "en", "vi", "ru"), SAID)
def test_the_form_that_a_number_asks_for(unit: str, number: str, of: str | None, en: str, vi: str, ru: str) -> None:
    for language, said in (("en", en), ("vi", vi), ("ru", ru)):
        with override(language):
            assert counted(unit, Decimal(number), of) == said


def test_every_unit_that_a_language_reads_has_a_word() -> None:
    read = {unit["unit"] for code in known_languages() for unit in language_pack(code).get("units", [])}
    unsaid = {u for u in read if " per " not in u and not localities.stands_with_the_number(u)} - {*NOUNS, *UNITS}
    assert unsaid == {"centners", "TEU", "$"}  # a centner is said as a quintal, the others as themselves
    with override("vi"):
        assert unit_label("centners") == unit_label("quintals") == "tạ"


def test_a_unit_alone_is_a_sign_a_currency_or_a_noun() -> None:
    with override("ru"):
        assert [unit_name(u) for u in ("%", "VND", "RUB", "schools")] == ["%", "донгов", "российских рублей", "школ"]
