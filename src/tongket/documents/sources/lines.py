"""Paragraphs and tables, from whatever file, as the lines of one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

Cell = Sequence[str]
"""The lines of a cell."""

_BLANK = re.compile(r"[ \t\r\n\f\v]+")


def tidy(text: str) -> str:
    """A paragraph on one line: blanks that only lay out the file become one; NO-BREAK SPACE and its kin stay."""
    return _BLANK.sub(" ", text).strip(" ")


def table(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """The lines of a table whose first row and first column are headings.

    ``Revenue – Result 2024: 20,699.5 billion VND``. A table of one row or one column is read cell by cell.
    """
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        yield from (line for row in rows for cell in row for line in cell if line)
        return
    headings = [" ".join(cell) for cell in rows[0]]
    for row in rows[1:]:
        about = " ".join(row[0]) if row else ""
        yield from [about] if about else []
        for column, cell in enumerate(row[1:], start=1):
            heading = headings[column] if column < len(headings) else ""
            front = " – ".join(part for part in (about, heading) if part)
            yield from (f"{front}: {line}" if front else line for line in cell if line)


def whole(lines: Iterable[str]) -> str:
    """The text: a line for each line, and a last line end."""
    kept = [line for line in lines if line]
    return "\n".join(kept) + "\n" if kept else ""
