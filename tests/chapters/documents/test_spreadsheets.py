"""Workbooks, spreadsheets and delimited tables: what a table says of each cell, and what hostile files come to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.factories import files
from tongket.base.errors import InvalidInput
from tongket.documents.sources import Source, delimited, formats, grid, packages, read
from tongket.reading.claims import FigureClaim
from tongket.reading.notations import notations
from tongket.reading.pipeline import read_text

BUDGET: list[list[files.Value]] = [
    ["Kết quả thu ngân sách tỉnh năm 2024"],
    [None, None, None, "Đơn vị tính: tỷ đồng"],
    ["STT", "Chỉ tiêu", "Năm 2024", None, "So với dự toán (%)"],
    [None, None, "Dự toán", "Thực hiện", None],
    [("1", "General"), ("2", "General"), ("3", "General"), ("4", "General"), ("5", "General")],
    ["I", "Tổng thu", ("18000", "General"), ("20699.5", "#,##0.0"), ("1.15", "0.0%")],
    [("1", "General"), "Thu nội địa", ("0.1", "General"), ("123.456", "General"), ("0.30000000000000004", "0%")],
]


def figures(source: Source) -> list[tuple[str, Decimal, str, str]]:
    """Value, unit and place of each figure, and what is quoted."""
    found = [claim for claim in read_text(source.text) if isinstance(claim, FigureClaim)]
    assert all(source.text[claim.start : claim.end] == claim.quote for claim in found)
    places = [source.places.at(claim.start) for claim in found]
    assert all(places)
    return [
        (c.quote, c.value, c.unit, p.cell or f"{p.row}:{p.column}") for c, p in zip(found, places, strict=True) if p
    ]


def test_headings_captions_and_formats_speak_of_a_workbooks_cells() -> None:
    merged = ["A1:E1", "C3:D3", "A3:A4", "B3:B4", "E3:E4"]
    source = read(files.xlsx(BUDGET, sheet="Thu", merged=merged), name="b.xlsx", notations=notations())

    assert source.text.splitlines() == [
        "Kết quả thu ngân sách tỉnh năm 2024",
        "Đơn vị tính: tỷ đồng",
        "Tổng thu",
        "Tổng thu – Năm 2024 Dự toán: 18.000 tỷ đồng",
        "Tổng thu – Năm 2024 Thực hiện: 20.699,5 tỷ đồng",
        "Tổng thu – So với dự toán (%): 115,0 %",
        "Thu nội địa",
        "Thu nội địa – Năm 2024 Dự toán: 0,1 tỷ đồng",
        "Thu nội địa – Năm 2024 Thực hiện: 123,456 tỷ đồng",
        "Thu nội địa – So với dự toán (%): 30 %",
    ]
    billion = 10**9
    assert figures(source) == [
        ("18.000 tỷ đồng", 18_000 * billion, "VND", "C6"),
        ("20.699,5 tỷ đồng", Decimal("20699.5") * billion, "VND", "D6"),
        ("115,0 %", Decimal("115.0"), "%", "E6"),
        ("0,1 tỷ đồng", Decimal("0.1") * billion, "VND", "C7"),
        ("123,456 tỷ đồng", Decimal("123.456") * billion, "VND", "D7"),
        ("30 %", 30, "%", "E7"),
    ]
    place = source.places.at(source.text.index("20.699,5"))
    assert place is not None
    assert place.as_record() == {"sheet": "Thu", "cell": "D6"}


def test_a_spreadsheet_is_read_as_a_workbook_is() -> None:
    rows: list[list[files.Value]] = [
        ["Показатель", "Единица", "2023", "2024"],
        ["Доходы бюджета", "млрд руб.", ("18000.5", "18 000,50"), ("20699.5", "20 699,5")],
        ["Рост", "%", ("0.0725", "7,25%"), ("0.08", "8%")],
    ]
    source = read(files.ods(rows, sheet="Итоги"), name="b.ods", notations=notations())

    assert figures(source) == [
        ("18 000,50 млрд руб.", Decimal("18000.50") * 10**9, "RUB", "C2"),
        ("20 699,5 млрд руб.", Decimal("20699.5") * 10**9, "RUB", "D2"),
        ("7,25 %", Decimal("7.25"), "%", "C3"),
        ("8 %", 8, "%", "D3"),
    ]


TABLE = "Показатель;Единица;2023;2024\r\nДоходы бюджета;млрд руб.;18000,5;20699,5\r\nНаселение;тыс. человек;12,5;13\r\n"
VIETNAMESE = "Chỉ tiêu;Đơn vị;2024\nThu ngân sách;tỷ đồng;20699,5\nHộ nghèo;%;4,2\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_the_encoding_of_a_table_is_told_by_its_bytes(encoding: str) -> None:
    source = read(TABLE.encode(encoding), name="t", notations=notations())

    assert source.media_type == "text/csv"
    assert figures(source)[:2] == [
        ("18000,5 млрд руб.", Decimal("18000.5") * 10**9, "RUB", "2:3"),
        ("20699,5 млрд руб.", Decimal("20699.5") * 10**9, "RUB", "2:4"),
    ]


def test_vietnamese_of_windows_is_told_from_russian() -> None:
    # As Windows-1258 writes it: tones apart from their letters.
    marks = {"ỉ": "i\u0309", "ị": "i\u0323", "ỷ": "y\u0309", "ồ": "ô\u0300", "ộ": "ô\u0323", "è": "è"}
    content = "".join(marks.get(sign, sign) for sign in VIETNAMESE).encode("cp1258")

    source = read(content, name="t", notations=notations())

    assert [(value, unit) for _, value, unit, _ in figures(source)] == [
        (Decimal("20699.5") * 10**9, "VND"),
        (Decimal("4.2"), "%"),
    ]


def test_bytes_that_do_not_fit_are_named_by_their_line() -> None:
    content = TABLE.encode().replace("Население".encode(), b"\xff\xfe")

    with pytest.raises(InvalidInput, match="t: line 3 has bytes that do not fit the encoding utf-8"):
        read(content, name="t")


def test_a_point_that_computers_write_groups_no_thousands() -> None:
    table = "Chỉ tiêu,Đơn vị,Năm 2023,Năm 2024\nThu ngân sách,tỷ đồng,18000.5,123.456\n"

    assert figures(read(table.encode(), name="t", notations=notations()))[1][1] == Decimal("123.456") * 10**9


@pytest.mark.parametrize(
    "text",
    ["Growth was 5 %, up.\nRevenue was 6 %, down.\n", "Доход 13,85\nРасход 20,5\n", "one line, only", "a|b\nc\n"],
)
def test_prose_is_no_table(text: str) -> None:
    assert delimited.delimiter(text) is None
    assert read(text.encode(), name="t").text == text


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("20699.55", "#,##0.0", "20699.6"),
        ("0.1385", "0.00%", "13.85 %"),
        ("1E+3", "General", "1000"),
        ("12500000", '0.0,, "million"', "12.5 million"),
        ("5", '"$"#,##0', "$5"),
        ("45657", "dd/mm/yyyy", "2024-12-31"),
        ("45657", "yyyy", "2024"),
        ("0.5", "hh:mm", ""),
    ],
)
def test_a_number_is_what_its_cell_shows(stored: str, code: str, text: str) -> None:
    shown = formats.show(stored, code)

    assert shown.around[0] + shown.text + shown.around[1] == text
    assert (shown.number is None) == (code[0] in "dyh")


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        files.xlsx([["a", "b"]], **{"xl/workbook.xml": LAUGHS + "<workbook>&b;</workbook>"}),
        files.ods([["a"]], head=LAUGHS),
        files.xlsx([["a", "b"]], **{"xl/worksheets/sheet1.xml": "<worksheet"}),
        files.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"\x00encrypted"}),
    ],
    ids=["laughs in xlsx", "laughs in ods", "torn", "encrypted"],
)
def test_a_spreadsheet_that_cannot_be_read_is_named(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="s: the spreadsheet is damaged or encrypted"):
        read(content, name="s")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MAX_UNPACKED", 1_000_000)
    bomb = files.xlsx([["ha" * 2_000_000, "b"]])
    assert len(bomb) < 100_000

    with pytest.raises(InvalidInput, match="unpacks to more than 1000000 bytes"):
        read(bomb, name="s")


def test_more_cells_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_CELLS", 50)
    rows: list[list[files.Value]] = [["a", "b"]] * 30

    for content in (files.xlsx(rows), files.ods(rows), b"a;b\n" * 30):
        with pytest.raises(InvalidInput, match="more than 50 filled cells"):
            read(content, name="s")
