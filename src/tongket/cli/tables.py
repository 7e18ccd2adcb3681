"""CSV files as people keep them, for the commands that take tables."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.text import decode, read_limited

Row = tuple[int, list[str]]


def read(name: str, *, expecting: str) -> tuple[list[str], list[Row]]:
    """The header and the rows (each with the line it starts in) of a CSV file in UTF-8, cells without outer blanks.

    Columns are separated by commas; by semicolons or tabs where only that makes the header name ``expecting``.
    Raises InvalidInput when the file cannot be read or a row has another number of cells than the header.
    """
    try:
        with Path(name).open("rb") as file:
            content = read_limited(file)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=name, reason=error.strerror
        ) from None
    text = decode(content, name=name).removeprefix("\ufeff")
    found = [_parse(text, delimiter, name=name) for delimiter in _delimiters(text)]
    header, rows = next((table for table in found if expecting in table[0]), found[0])
    for line, cells in rows:
        if len(cells) != len(header):
            raise InvalidInput(
                gettext_noop("{name}, line {line}: the row has {cells} cells, and the header {columns}."),
                name=name,
                line=line,
                cells=len(cells),
                columns=len(header),
            )
    return header, rows


def _delimiters(text: str) -> list[str]:
    first = text.lstrip().partition("\n")[0]
    return [",", *(sign for sign in ";\t" if sign in first)]


def _parse(text: str, delimiter: str, *, name: str) -> tuple[list[str], list[Row]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InvalidInput(
            gettext_noop("{name}, line {line}: this is not CSV ({reason})."),
            name=name,
            line=reader.line_num,
            reason=str(error),
        ) from None
    (_, header), *rest = rows
    return header, rest


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    """Write a CSV file whole; raises InvalidInput when the place cannot be written to."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([header, *rows])
    try:
        Path(name).write_text(text.getvalue(), encoding="utf-8", newline="")
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be written ({reason})."), name=name, reason=error.strerror
        ) from None
