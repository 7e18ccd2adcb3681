"""Tables in PDF: read as the same table in a Word document, place by place; what may be none stays text."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from tests.chapters.documents.test_pdf import one_page
from tests.factories import files
from tongket.documents.sources import Source, pdf_rules, read
from tongket.reading.claims import FigureClaim
from tongket.reading.notations import notations
from tongket.reading.pipeline import read_text

Rows = list[list[str]]
PAGE = '#set page(width: 18cm, height: {height}cm)\n#set text(lang: "{language}")\n'

# Of each language: caption, headings in two rows (a name for three columns, their own), and the rows below.
TABLES: dict[str, tuple[str, list[str], Rows]] = {
    "vi": (
        "Biểu 1. Thu ngân sách nhà nước (Đơn vị: tỷ đồng)",
        ["Chỉ tiêu", "Năm 2024", "Dự toán", "Thực hiện", "So với cùng kỳ (%)"],
        [
            ["Thu nội địa", "18.000", "20.699,5", "115,0"],
            ["Thu từ hoạt động xuất khẩu và nhập khẩu hàng hóa của các doanh nghiệp", "1.500", "1.700", "113,3"],
            ["Thu khác", "300", "310", "103,3"],
        ],
    ),
    "ru": (
        "Таблица 1. Доходы бюджета, млн руб.",
        ["Показатель", "2024 год", "План", "Факт", "Рост, %"],
        [
            ["Налоговые доходы", "18 000", "20 699,5", "115,0"],
            ["Доходы от внешнеэкономической деятельности предприятий и организаций", "1 500", "1 700", "113,3"],
            ["Прочие доходы", "300", "310", "103,3"],
        ],
    ),
    "en": (
        "Table 1. Receipts of the state (Rs crore)",
        ["Item", "2024-25", "Budget", "Actual", "Growth, %"],
        [
            ["Tax revenue", "18,000", "20,699.5", "115.0"],
            ["Revenue from the foreign trade of enterprises and of all other organisations", "1,500", "1,700", "113.3"],
            ["Other revenue", "300", "310", "103.3"],
        ],
    ),
}


def printed(language: str, *, height: float = 14, stroke: str = "0.5pt", repeated: bool = True) -> bytes:
    """The table of a language as a PDF; ``stroke`` is how it is ruled."""
    caption, (item, over, plan, actual, growth), rows = TABLES[language]
    head = (
        f"table.cell(rowspan: 2)[{item}], table.cell(colspan: 2, align: center)[{over}],"
        f"table.cell(rowspan: 2)[{growth}], [{plan}], [{actual}]"
    )
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    columns = f"columns: (6cm, 2.8cm, 2.8cm, 2.8cm), stroke: {stroke}, align: (left, right, right, right)"
    return files.pdf(
        PAGE.format(height=height, language=language)
        + f"{caption}\n#table({columns}, table.header(repeat: {str(repeated).lower()}, {head}), {cells})\n"
    )


def in_word(language: str) -> bytes:
    """The same table as a Word document."""
    caption, (item, over, plan, actual, growth), rows = TABLES[language]
    made = docx.Document()
    made.add_paragraph(caption)
    table = made.add_table(2 + len(rows), 4)
    for number, row in enumerate([[item, over, "", growth], ["", plan, actual, ""], *rows]):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 3).merge(table.cell(1, 3))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def taken(content: bytes) -> Source:
    return read(content, name="x", notations=notations("auto"))


def figures(source: Source, language: str) -> list[tuple[object, ...]]:
    """Value, unit, indicator and what it is compared with of each figure, and its table, row and column."""
    claims = [c for c in read_text(source.text, language=language) if isinstance(c, FigureClaim)]
    found = [(c, source.places.at(c.start)) for c in claims]
    return [
        (c.value, c.unit, c.indicator, c.kind, c.period, c.status, p and (p.table, p.row, p.column)) for c, p in found
    ]


@pytest.mark.parametrize("language", TABLES)
@pytest.mark.parametrize("stroke", ["0.5pt", "none"], ids=["ruled", "unruled"])
def test_a_table_says_what_it_says_in_a_word_document(language: str, stroke: str) -> None:
    source = taken(printed(language, stroke=stroke))
    expected = figures(taken(in_word(language)), language)

    found = figures(source, language)
    assert [figure for figure in found if figure[-1] and figure[-1][1]] == [  # type: ignore[index]
        figure
        for figure in expected
        if figure[-1] and figure[-1][1]  # type: ignore[index]
    ]
    assert len({figure[-1] for figure in found}) >= 9
    assert source.places.at(source.text.index("310")) == (1, 1, "", 5, 3)


@pytest.mark.parametrize("repeated", [True, False], ids=["repeated", "once"])
def test_headings_go_on_overleaf(repeated: bool) -> None:
    whole, parted = taken(printed("vi")), taken(printed("vi", height=6.2, repeated=repeated))

    assert parted.text == whole.text
    pages = [parted.places.at(parted.text.index(words)) for words in ("18.000", "1.500", "310")]
    assert [(place.page, place.table, place.row) for place in pages if place] == [(1, 1, 3), (1, 1, 4), (2, 1, 5)]


def test_an_unruled_table_without_rules_of_rows_is_parted_by_its_figures() -> None:
    rule = "(x, y) => if y == 0 { 0.5pt } else { (left: 0.5pt, right: 0.5pt, bottom: if y == 3 { 0.5pt }) }"
    source = taken(
        files.pdf(
            f"#table(columns: 3, stroke: {rule}, [Item], [Plan], [Actual], [Revenue], [18,000], [20,699],"
            "[Taxes], [1,500], [1,700], [Fees], [300], [310])"
        )
    )

    assert source.text.splitlines() == [
        *("Revenue", "Revenue – Plan: 18,000", "Revenue – Actual: 20,699"),
        *("Taxes", "Taxes – Plan: 1,500", "Taxes – Actual: 1,700"),
        *("Fees", "Fees – Plan: 300", "Fees – Actual: 310"),
    ]


NO_TABLES = {
    "columns": "#set page(columns: 2)\n"
    + "Revenue reached 20,699 billion VND and taxes 300. The plan was 18 000. Growth came to 5 % in 2024.\n\n" * 30,
    "letterhead": "#grid(columns: (1fr, 1fr), [PEOPLE'S COMMITTEE], [SOCIALIST REPUBLIC], [No. 12/BC-UBND], "
    "[Bac Giang, 5 January 2025])\nRevenue reached 5 billion VND.",
    "contents": "\n\n".join(f"Chapter {n} #h(1fr) {n * 7}" for n in range(1, 9)),
    "scattered": "\n\n".join(f"#h({n}cm) Item {n} #h(2cm) {n}00 #h(3cm) {n}50" for n in range(1, 7)),
    "no headings": "#table(columns: 3, stroke: none, [Taxes], [500], [700], [Fees], [300], [310], [Rents], [40], [50])",
    "boxes": "#grid(columns: 2, gutter: 1cm, rect[Revenue reached 5 billion VND], rect[Taxes reached 3 billion VND])",
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_stays_text(name: str) -> None:
    source = taken(files.pdf("#set page(width: 16cm)\n" + NO_TABLES[name]))

    assert {table for _, table, _ in source.places.names} == {0}
    assert " – " not in source.text


def test_a_word_across_a_wall_is_in_no_table() -> None:
    cells = "[Revenue], [20,699], [Taxes], [300]"
    crossed = "#place(dx: 1cm, dy: 0.12cm)[Internationalisation]"

    assert taken(files.pdf(f"#table(columns: (2cm, 2cm), {cells})")).places.names[-1][1] == 1
    assert taken(files.pdf(f"{crossed}#table(columns: (2cm, 2cm), {cells})")).places.names[-1][1] == 0


def test_page_numbers_and_footers_are_no_rows() -> None:
    rows = ", ".join(f"[District {n}], [{3_000 + n}], [{n}.5]" for n in range(1, 90))
    source = taken(
        files.pdf(
            "#set page(height: 20cm, header: [Yearbook], footer: context [Page #counter(page).display() of 5])\n"
            f"#table(columns: 3, table.header([Place], [Population, persons], [Growth, %]), {rows})"
        )
    )

    lines = source.text.splitlines()
    assert len(lines) == 3 * 89
    assert "District 89 – Population, persons: 3089 persons" in lines
    assert "Yearbook" not in source.text
    assert {table for _, table, _ in source.places.names} == {1}
    assert source.places.at(source.text.index("3089")) == (source.places.names[-1][0], 1, "", 90, 2)


def test_two_tables_are_two_whatever_page_they_stand_on() -> None:
    def table(heading: str) -> str:
        return f"#table(columns: 2, [Item], [{heading}], [Revenue], [20,699], [Taxes], [300])"

    source = taken(files.pdf(f"{table('Plan')} #pagebreak() {table('Actual')}"))

    assert source.text.splitlines()[1::2] == [
        *("Revenue – Plan: 20,699", "Taxes – Plan: 300"),
        *("Revenue – Actual: 20,699", "Taxes – Actual: 300"),
    ]
    assert [table for _, table, _ in source.places.names] == [1, 2]


def test_more_rules_than_a_table_has_are_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    table = "#table(columns: 2, [Item], [Plan], [Revenue], [20,699])"
    many = b"\n".join(b"%d %d m %d %d l S" % (n % 190, n % 199, n % 190 + 9, n % 199) for n in range(100_000))
    text = b"BT /F1 8 Tf 9 99 Td (Revenue reached 5 %.) Tj ET"

    assert "Plan: 20,699" in taken(files.pdf(table)).text
    assert taken(one_page(many + b"\n" + text)).text.strip() == "Revenue reached 5 %."
    monkeypatch.setattr(pdf_rules, "MAX_OBJECTS", 3)
    assert "Plan: 20,699" not in taken(files.pdf(table)).text
