"""Whatever a file says, and of whatever type it is: what is quoted of it stands at its place in the text."""

from __future__ import annotations

from html import escape
from io import BytesIO

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import files
from tongket.base.errors import InvalidInput
from tongket.documents.sources import read
from tongket.documents.sources.places import Places
from tongket.reading.notations import notations
from tongket.reading.pipeline import read_text

LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=8)
PIECES = st.sampled_from(
    [
        *("năm 2024 ", "tăng ", "20.699,5 tỷ đồng", "13,85%", "в 2023 году ", "на 5,5 % ", "20 699,5 млрд рублей"),
        *(
            "by 5 percent ",
            "$5 billion",
            "(%)",
            "Unit: billion VND",
            "1",
            "37",
            "\u200f",
            "\u00ad",
            "\u00a0",
            ", ",
            ". ",
        ),
    ]
)
SAID = st.lists(st.one_of(PIECES, LETTERS), max_size=4).map("".join)
ROWS = st.lists(st.lists(SAID, min_size=3, max_size=3), min_size=2, max_size=5)
NUMBERS = st.tuples(st.decimals(-(10**9), 10**9, places=3).map(str), st.sampled_from(["0.0%", "#,##0.00", "General"]))


def holds(content: bytes) -> None:
    """The file is read or refused; what is read has exact quotes, and the same places after they were kept."""
    try:
        source = read(content, name="f", notations=notations())
    except InvalidInput:
        return
    kept = Places.from_record(source.places.as_record())
    for claim in read_text(source.text):
        assert source.text[claim.start : claim.end] == claim.quote
        assert kept.at(claim.start) == source.places.at(claim.start)
    assert read(content, name="f", notations=notations()).text == source.text


@given(st.binary(max_size=200))
def test_bytes(content: bytes) -> None:
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"a;b\n1;2\n", b"\xff\xfe"):
        holds(head + content)


@given(ROWS)
def test_texts_and_tables_of_text(rows: list[list[str]]) -> None:
    holds("\n".join(" ".join(row) for row in rows).encode())
    for encoding in ("utf-8", "utf-16"):
        holds("\r\n".join(";".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows).encode(encoding))


@given(ROWS)
def test_pages(rows: list[list[str]]) -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    holds(f"<html><body><p>{escape(rows[0][0])}</p><table>{cells}</table>".encode())


@settings(max_examples=25)
@given(ROWS)
def test_word_documents(rows: list[list[str]]) -> None:
    made = docx.Document()
    made.add_paragraph(rows[0][0])
    table = made.add_table(len(rows), 3)
    for cell, said in zip(table._cells, (said for row in rows for said in row), strict=True):
        cell.text = said
    file = BytesIO()
    made.save(file)
    holds(file.getvalue())


@given(ROWS, st.lists(st.lists(NUMBERS, min_size=3, max_size=3), max_size=3))
def test_workbooks_and_spreadsheets(rows: list[list[str]], numbers: list[list[tuple[str, str]]]) -> None:
    filled: list[list[files.Value]] = [*[list(row) for row in rows], *[list(row) for row in numbers]]
    holds(files.xlsx(filled))
    holds(files.ods(filled))


@settings(max_examples=25)
@given(ROWS)
def test_pdf(rows: list[list[str]]) -> None:
    holds(
        files.pdf("\n\n".join(" ".join(map(files.drawn, row)) for row in rows) + "\n\n#pagebreak()\n\nGrowth was 5 %.")
    )
