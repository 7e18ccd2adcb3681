"""Any table that Python's csv module writes is read with the same cells, each at its place."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.tables import rows

CELLS = st.text(st.sampled_from("ab1 ,\"\n\r'é𝟏;\t"), max_size=6) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[str]], str]:
    """Some rows of cells below a heading, and the text that csv writes of them."""
    width = draw(st.integers(1, 4))
    body = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))
    # Where lines end in one character only, csv leaves the other one bare, and cannot read it back itself.
    ending, quoting = draw(
        st.sampled_from(
            [("\r\n", csv.QUOTE_MINIMAL), ("\r\n", csv.QUOTE_ALL), ("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL)]
        )
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=ending, quoting=quoting)
    writer.writerows([[f"column {n}" for n in range(width)], *body])
    text = out.getvalue()
    return body, text.rstrip("\r\n") if draw(st.booleans()) and body and body[-1][-1].strip("\r\n") else text


@given(tables())
def test_a_written_table_is_read_as_it_was(table: tuple[list[list[str]], str]) -> None:
    body, text = table

    read = rows(text)

    assert [[cell.content for cell in row.cells.values()] for row in read] == body
    assert [[cell.content for cell in row.cells.values()] for row in read] == list(
        csv.reader(io.StringIO(text, newline=""))
    )[1:]


@given(tables())
def test_every_cell_stands_at_its_place(table: tuple[list[list[str]], str]) -> None:
    _, text = table
    ends = [0]

    for row in rows(text):
        for cell in row.cells.values():
            raw = text[cell.start : cell.end]
            quoted = text[cell.start - 1 : cell.start] == '"' and text[cell.end : cell.end + 1] == '"'
            assert (raw.replace('""', '"') if quoted else raw) == cell.content
            assert cell.start >= ends[-1]
            ends.append(cell.end)
