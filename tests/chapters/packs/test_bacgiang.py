"""The sample pack says what its sources say: dated units, three languages, quotes at their places."""

import csv
import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tongket.packs.definitions import Pack
from tongket.packs.loading import available, load

REPORT = "2025-01-14-review-conference"
NEW_YEAR = date(2025, 1, 1)
NEW_YEARS_EVE = NEW_YEAR - timedelta(days=1)
END_OF_DISTRICTS = date(2025, 7, 1)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load("bacgiang")


@pytest.fixture(scope="module")
def report(pack: Pack) -> str:
    return pack.content(REPORT).decode("utf-8")


def codes(pack: Pack, day: date, level: str = "district") -> set[str]:
    return {unit.code for unit in pack.units_on(day, level)}


def by_language(value: object, path: str = "pack") -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every mapping of a pack, with the way to it."""
    if isinstance(value, Mapping):
        yield path, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from by_language(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from by_language(item, f"{path}[{number}]")


def test_it_is_installed() -> None:
    assert "bacgiang" in available()


def test_every_name_and_every_list_of_phrases_is_in_three_languages(pack: Pack) -> None:
    incomplete = [path for path, texts in by_language(pack) if set(texts) != {"en", "vi", "ru"}]

    assert incomplete == []


# ---------------------------------------------------------------------------------------------- units


def test_ten_district_level_units_close_2024_and_ten_open_2025(pack: Pack) -> None:
    before, after = codes(pack, NEW_YEARS_EVE), codes(pack, NEW_YEAR)

    assert len(before) == len(after) == 10
    assert before - after == {"221"}  # Yên Dũng
    assert after - before == {"224"}  # the town of Chũ


def test_a_life_does_not_include_its_last_date(pack: Pack) -> None:
    assert codes(pack, END_OF_DISTRICTS - timedelta(days=1)) != set()
    assert codes(pack, END_OF_DISTRICTS) == set()


def test_a_code_that_the_office_gave_again_is_two_units_one_after_the_other(pack: Pack) -> None:
    assert codes(pack, END_OF_DISTRICTS - timedelta(days=1), "province") == {"24", "27"}
    [bac_ninh] = pack.units_on(END_OF_DISTRICTS, "province")

    assert (bac_ninh.code, bac_ninh.official_code) == ("24-2025", "24")
    assert bac_ninh.names["vi"] == "Tỉnh Bắc Ninh"


def test_a_start_that_no_source_states_is_left_open(pack: Pack) -> None:
    started = {unit.code: unit.valid_from for unit in pack.units if unit.valid_from}

    assert started == {"224": NEW_YEAR, "24-2025": END_OF_DISTRICTS}


def test_what_begins_or_ends_does_so_by_a_reorganisation(pack: Pack) -> None:
    effects = [(change.date, effect) for change in pack.reorganisations for effect in change.effects]
    ended = {(day, code) for day, effect in effects for code in set(effect.from_) - set(effect.to)}
    begun = {(day, code) for day, effect in effects for code in set(effect.to) - set(effect.from_)}

    assert ended == {(unit.valid_to, unit.code) for unit in pack.units if unit.valid_to}
    assert begun == {(unit.valid_from, unit.code) for unit in pack.units if unit.valid_from}


# ----------------------------------------------------------------------------------------- indicators


def test_versions_of_an_indicator_do_not_overlap(pack: Pack) -> None:
    for day in (NEW_YEARS_EVE, NEW_YEAR):
        found = [indicator.code for indicator in pack.catalogue.on(day).indicators]
        assert len(found) == len(set(found)) == 24


@pytest.mark.parametrize(
    ("passage", "indicator"),
    [
        ("Темпы роста валового внутреннего продукта (ВВП)", "grdp-growth"),
        ("Масштаб ВРП", "grdp"),
        ("ВРП на душу населения", "grdp-per-capita"),
        ("Индекс конкурентоспособности провинции (ИПК)", "provincial-competitiveness-index"),
        ("привлечение инвестиций достигло", "registered-investment"),
        ("привлечение прямых иностранных инвестиций", "foreign-direct-investment"),
        (
            "Доходы бюджета достигли весьма выдающихся результатов: общий годовой доход",
            "state-budget-revenue",
        ),
        ("Общий объём производства в отрасли", "services-gross-output"),
        ("Общий объём импорта и экспорта", "trade-turnover"),
        (
            "07/10 единиц районного уровня, соответствующих стандартам и выполняющих задачу",
            "new-rural-districts",
        ),
        ("159/182 коммун соответствуют новым сельским стандартам", "new-rural-communes"),
        ("70 коммун соответствуют передовым новым сельским стандартам", "advanced-new-rural-communes"),
        ("19 коммун соответствуют образцовым новым сельским стандартам", "model-new-rural-communes"),
        ("2938 новых членов партии", "new-party-members"),
        ("доля сельских старост, являющихся членами партии", "village-heads-party-share"),
    ],
)
def test_the_longest_phrase_in_a_passage_of_the_report_means_its_indicator(
    pack: Pack, report: str, passage: str, indicator: str
) -> None:
    assert passage in report
    found = {
        phrase: known.code
        for known in pack.catalogue.indicators
        for phrase in known.synonyms["ru"]
        if phrase.casefold() in passage.casefold()
    }

    assert found, passage
    assert found[max(found, key=len)] == indicator, (passage, found)


# ------------------------------------------------------------------------------------------ documents


def test_the_report_is_kept_byte_for_byte(pack: Pack) -> None:
    content = pack.content(REPORT)

    # As received: 42,158 bytes, a title-less first line, no line end after the last.
    assert hashlib.sha256(content).hexdigest() == ("bbbe4e395e1d542b771b171513a48153162b1f92bc33dcdc5fee37074865ea05")
    assert (len(content), len(content.decode("utf-8"))) == (42158, 22955)


def test_cited_documents_have_number_and_symbol_and_no_file(pack: Pack) -> None:
    cited = {f"{d.number}-{d.symbol}": d.date for d in pack.documents if d.file is None}

    assert cited == {
        "381-NQ/TU": date(2024, 12, 6),
        "18-NQ/TW": date(2017, 10, 25),
        "26-CT/TU": date(2023, 6, 2),
        "40-CT/TW": None,  # the report prints no date
        "3634-CV/TU": date(2024, 12, 24),
    }


def test_a_correction_keeps_the_quote_at_its_place(pack: Pack, report: str) -> None:
    for correction in pack.corrections:
        end = correction.start + len(correction.quote)
        assert report[correction.start : end] == correction.quote
        assert correction.reading["ru"] != correction.quote


@pytest.mark.parametrize(
    "misread",
    [
        "ВВП",
        "Северный Центр и Горы",
        "учебный год",
        "семей состоятельных граждан",
        "Всекитайскому съезду",
        "159/182",
        "5 лет подряд",
    ],
)
def test_every_place_of_a_known_misreading_is_corrected(pack: Pack, report: str, misread: str) -> None:
    places = [n for n in range(len(report)) if report.startswith(misread, n)]
    corrected = {n for c in pack.corrections for n in range(c.start, c.start + len(c.quote)) if misread in c.quote}

    assert places
    assert set(places) <= corrected


# ---------------------------------------------------------------------------------------------- table


def test_every_row_of_the_table_is_read_or_named(pack: Pack) -> None:
    [table] = pack.tables
    rows = list(csv.DictReader(pack.content(table.document).decode("utf-8").splitlines()))
    indicators = {reading.label: reading for reading in table.indicators}
    units = {reading.label: reading for reading in table.units}
    measured_in = {i.code: i.unit_of_measure for i in pack.catalogue.indicators}

    assert len(rows) == 18
    for row in rows:
        indicator = indicators[row[table.columns.indicator]].indicator
        assert indicator is not None, "all rows are mapped; a row that is not would say why in its notes"
        assert units[row[table.columns.unit]].unit_of_measure == measured_in[indicator]
        assert row[table.columns.kind] in {kind.label for kind in table.kinds}
        assert Decimal(row[table.columns.value])
    assert {row[table.columns.indicator] for row in rows} == set(indicators)
    assert {row[table.columns.unit] for row in rows} == set(units)


@pytest.mark.parametrize(
    ("line", "label", "period"),
    [
        (4, "GRDP at current prices", "2023"),
        (10, "GRDP growth", "2025"),
        (15, "GRDP growth", "2025-Q1"),
        (16, "Main socio-economic targets", "2025"),
        (17, "Domestic budget revenue", "2025-Q1"),
        (18, "Import-export tax revenue", "2025-Q1"),
        (19, "Public investment disbursement share", "2025-Q1"),
    ],
)
def test_a_remark_on_a_row_stands_at_that_row(pack: Pack, line: int, label: str, period: str) -> None:
    [table] = pack.tables
    printed = pack.content(table.document).decode("utf-8").splitlines()[line - 1]

    assert printed.startswith(f"{label},{period},")
    assert line in {row.line for row in table.rows}


def test_what_the_source_calls_an_estimate_is_not_an_actual(pack: Pack) -> None:
    [table] = pack.tables

    assert {row.line for row in table.rows if row.measure == "estimate"} == {4, 15}
