"""A pack that does not hold together is refused with the file, the entry and what was expected."""

from pathlib import Path

import pytest

from tongket.base.errors import InvalidInput, NotFound
from tongket.packs.loading import load

NAMES = 'names = { en = "Place", vi = "Nơi", ru = "Место" }'

PACK = f"""
code = "small"
default_language = "en"
unit = "P"
review_year = 2024
{NAMES}
"""

UNITS = f"""
[[unit]]
code = "P"
level = "province"
hierarchy = "territorial"
{NAMES}

[[unit]]
code = "D"
parent = "P"
level = "district"
hierarchy = "territorial"
valid_from = 2020-01-01
valid_to = 2025-01-01
{NAMES}
"""

INDICATORS = f"""
[[indicator]]
code = "births"
unit_of_measure = "persons"
aggregation = "sum"
direction = "neither"
theme = "social"
valid_from = 2020-01-01
{NAMES}
definition = {{ en = "Live births.", vi = "Số trẻ sinh ra sống.", ru = "Живорождённые." }}
synonyms = {{ en = ["births"] }}
"""

DOCUMENTS = """
[[document]]
slug = "report"
file = "report.txt"
sha256 = "7605fdbf9dde32b7bd11d8875c34c926fe029ef7be9c4d91b376ccd26bf2b4ce"
doc_type = "report"
title = { en = "Report", vi = "Báo cáo", ru = "Отчёт" }
issuer = { en = "Office", vi = "Văn phòng", ru = "Канцелярия" }
"""

PARTS = ("indicator", "period", "value", "unit", "kind", "source", "note")

CORRECTIONS = """
[[correction]]
code = "slip"
document = "report"
kind = "translation"
quote = "school year"
start = 4
reading = { en = "term", vi = "nhiệm kỳ", ru = "срок" }
reason = { en = "A slip.", vi = "Lỗi.", ru = "Ошибка." }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small pack that is whole, for a test to break in one place."""
    texts = {
        "pack.toml": PACK,
        "units.toml": UNITS,
        "indicators.toml": INDICATORS,
        "documents.toml": DOCUMENTS,
        "corrections.toml": CORRECTIONS,
        "documents/report.txt": "the school year",
    }
    (tmp_path / "documents").mkdir()
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_folder_is_loaded_by_its_path(folder: Path) -> None:
    pack = load(str(folder))

    assert pack.code == "small"
    assert pack.content("report") == b"the school year"
    assert [unit.code for unit in pack.units] == ["P", "D"]


def test_synonyms_may_be_in_any_language_that_is_read(folder: Path) -> None:
    change(folder, "indicators.toml", 'synonyms = { en = ["births"] }', 'synonyms = { fr = ["naissances"] }')

    assert load(str(folder)).catalogue.indicators[0].synonyms == {"fr": ("naissances",)}


def test_a_name_that_is_no_pack_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound, match=r"no pack “nowhere”. Installed packs: .*bacgiang.* path of its folder"):
        load("nowhere")


def test_a_document_that_is_not_held_has_no_content() -> None:
    with pytest.raises(NotFound, match=r"“381-nq-tu” is known by citation only"):
        load("bacgiang").content("381-nq-tu")


def test_a_document_that_does_not_exist_is_answered_with_those_that_do(folder: Path) -> None:
    with pytest.raises(NotFound, match=r"“small” has no document “letter”; it has: report"):
        load(str(folder)).document("letter")


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "units.toml",
            "level =",
            "rank =",
            r"units.toml, unit 1 \(“P”\): unknown key “rank”; expected.*level",
        ),
        (
            "units.toml",
            "[[unit]]",
            "[[units]]",
            r"units.toml: unknown key “units”; expected keys: unit, reorg",
        ),
        ("units.toml", 'level = "province"\n', "", r"units.toml, unit 1 \(“P”\): the key “level” is missing"),
        (
            "units.toml",
            ', ru = "Место"',
            "",
            r"unit 1 \(“P”\), names: the language “ru” is missing; give all",
        ),
        ("units.toml", "Nơi", " ", r"unit 1 \(“P”\), names.vi: “ ” does not fit; expected a text in quotes"),
        ("units.toml", "ru =", "de =", r"unit 1 \(“P”\), names: expected a table by language.*en, vi, ru"),
        (
            "units.toml",
            "2025-01-01",
            '"1/1/2025"',
            r"unit 2 \(“D”\), valid_to: “1/1/2025” is no date; .*2024-12",
        ),
        (
            "units.toml",
            "2025-01-01",
            "2020-01-01",
            r"unit “D”: valid_to 2020-01-01 must be later than valid_from",
        ),
        ("units.toml", 'code = "D"', 'code = "P"', r"units.toml, unit: “P” is given twice"),
        (
            "units.toml",
            'parent = "P"',
            'parent = "X"',
            r"unit “D”, parent .*: “X” is not defined; defined are: P",
        ),
        (
            "units.toml",
            'code = "D"',
            'code = "D"\nofficial_code = "P"',
            r"“P” and “D” bear the official code P",
        ),
        ("pack.toml", 'unit = "P"', 'unit = "X"', r"pack.toml, unit: “X” is not defined; defined are: D, P"),
        (
            "pack.toml",
            "2024",
            '"2024"',
            r"pack.toml, review_year: “2024” does not fit; expected a whole number",
        ),
        ("pack.toml", '"en"', '"de"', r"pack.toml, default_language: “de” does not fit; .*: en, vi, ru"),
        ("pack.toml", "code =", "code", r"pack.toml: not valid TOML: .*line 2"),
        (
            "indicators.toml",
            "sum",
            "average",
            r"indicator 1 \(“births”\), aggregation: “average” .*weighted_mean",
        ),
        ("indicators.toml", "en = [", "tlh = [", r"synonyms: expected a table by language.*en, fr, ru, vi"),
        ("indicators.toml", '["births"]', '"births"', r"\(“births”\), synonyms.en: expected a list of texts"),
        (
            "indicators.toml",
            "theme",
            'growth_of = "people"\ntheme',
            r"“births”, growth_of: “people” is not def",
        ),
        (
            "documents.toml",
            "7605f",
            "00000",
            r"document “report”: the sha256 of “report.txt” is 7605f.*00000",
        ),
        ("documents.toml", "report.txt", "../pack.toml", r"“../pack.toml” must lie in the pack's folder"),
        (
            "documents.toml",
            "report.txt",
            "lost.txt",
            r"document “report”: the file “lost.txt” cannot be read",
        ),
        (
            "documents.toml",
            "doc_type",
            'about_unit = "X"\ndoc_type',
            r"about_unit: “X” is not defined; .*D, P",
        ),
        (
            "corrections.toml",
            "start = 4",
            "start = 3",
            r"“slip”: “school year” does not stand at 3; .* at: 4",
        ),
        (
            "corrections.toml",
            '"report"',
            '"letter"',
            r"“slip”, document: “letter” is not defined; .*: report",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_was_expected(
    folder: Path, name: str, old: str, new: str, message: str
) -> None:
    change(folder, name, old, new)

    with pytest.raises(InvalidInput, match=message):
        load(str(folder))


def test_two_versions_of_an_indicator_may_follow_but_not_overlap(folder: Path) -> None:
    file = folder / "indicators.toml"
    later = INDICATORS.replace("2020-01-01", "2024-01-01")
    ended = INDICATORS.replace("valid_from = 2020-01-01", "valid_from = 2020-01-01\nvalid_to = 2024-01-01")

    file.write_text(ended + later, encoding="utf-8")
    assert len(load(str(folder)).catalogue.indicators) == 2

    file.write_text(INDICATORS + later, encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"“births”: the versions of 2020-01-01 and 2024-01-01 overlap"):
        load(str(folder))


def test_one_phrase_cannot_mean_two_indicators(folder: Path) -> None:
    other = INDICATORS.replace('"births"', '"newborn"', 1).replace('["births"]', '["Births"]')
    (folder / "indicators.toml").write_text(INDICATORS + other, encoding="utf-8")

    with pytest.raises(InvalidInput, match=r"“newborn”, en: the phrase “Births” already means “births”"):
        load(str(folder))


def test_a_reorganisation_and_the_lives_of_its_units_agree(folder: Path) -> None:
    change(
        folder,
        "units.toml",
        "[[unit]]",
        f'[[reorganisation]]\ncode = "end"\ndate = 2025-02-01\nsource = "A decree"\n{NAMES}\n'
        'effects = [{ kind = "dissolve", from = ["D"], to = [] }]\n\n[[unit]]',
    )

    with pytest.raises(InvalidInput, match=r"reorganisation “end”: “D” .* so its valid_to must be 2025-02-01"):
        load(str(folder))


def test_a_table_reading_says_why_a_label_means_no_indicator(folder: Path) -> None:
    columns = ", ".join(f'{c} = "{c}"' for c in PARTS)
    (folder / "tables.toml").write_text(
        f'[[table]]\ndocument = "report"\ncolumns = {{ {columns} }}\n'
        'indicators = [{ label = "Rain" }]\nunits = []\nkinds = []\n',
        encoding="utf-8",
    )

    with pytest.raises(InvalidInput, match=r"table “report”, “Rain”: give an indicator, or say in notes why"):
        load(str(folder))


def test_a_file_that_must_be_there_is_asked_for(folder: Path) -> None:
    (folder / "units.toml").unlink()

    with pytest.raises(InvalidInput, match=r"units.toml: the pack must have such a file"):
        load(str(folder))


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "pack.toml").write_bytes(PACK.encode("utf-16"))

    with pytest.raises(InvalidInput, match=r"pack.toml: byte 0 is not UTF-8; save the file as UTF-8"):
        load(str(folder))
