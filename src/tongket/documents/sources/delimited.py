"""Tables of plain text (RFC 4180 and its kin): delimiter and encoding are told by what the file holds."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import grid
from tongket.documents.sources.lines import Cell, Line, tidy
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.places import Place, Source
from tongket.documents.sources.writing import whole
from tongket.documents.text import MAX_BYTES

MEDIA_TYPE = "text/csv"

_DELIMITERS = "\t;,|"
_SAMPLE = 50
_HEAD = 20_000
_CELL = 60  # longer on average are only the clauses of prose
_FIELD = 1_000_000
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_HIGH = re.compile(rb"[\x80-\xff]+")
_BETWEEN_DIGITS = re.compile(r"[0-9],[0-9]")
# A number as computers write it, and one that can be read in no other way: neither groups of three nor a list.
_COMPUTED = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TELLING = re.compile(r"-?(?:[0-9]{4,}\.[0-9]+|0\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def decode(content: bytes, *, name: str) -> str | None:
    """The text of a table that is not in UTF-8: UTF-16 with its mark, Windows-1251 or Windows-1258; None of no table.

    In Russian a word is of high bytes altogether; in Vietnamese they stand among plain letters. Raises InvalidInput,
    naming the line, when a table has bytes that its encoding does not know.
    """
    if len(content) > MAX_BYTES:
        return None
    encoding = _encoding(content)
    text = content.decode(encoding, errors="replace")
    if (b"\x00" in content and encoding != "utf-16") or delimiter(text) is None:
        return None
    bad = text.find("\ufffd")
    if bad >= 0:
        raise InvalidInput(
            gettext_noop("{name}: line {line} has bytes that do not fit the encoding {encoding}. Save it as UTF-8."),
            name=name,
            line=text.count("\n", 0, bad) + 1,
            encoding=encoding,
        )
    return text


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    by_utf_8 = content.decode("utf-8", errors="replace")
    bad = by_utf_8.count("\ufffd")
    if sum(sign > "\x7f" for sign in by_utf_8) > 2 * bad:
        return "utf-8"
    words = [word for word in _WORD.findall(content[:_HEAD]) if _HIGH.search(word)]
    return "cp1251" if 2 * sum(map(bool, map(_HIGH.fullmatch, words))) > len(words) else "cp1258"


def delimiter(text: str) -> str | None:
    """What parts the cells of a table; None of a text that is no table.

    A table's first lines all have as many cells, short ones, and there are at least two of either.
    """
    lines = [line for line in text[:_HEAD].lstrip("\ufeff").splitlines() if line.strip()]
    lines = lines[: _SAMPLE + 1][: None if len(text) <= _HEAD else -1]
    for mark in _DELIMITERS:
        cut = sum(line.count(mark) for line in lines)
        if len(lines) < 2 or cut < len(lines):
            continue
        if mark == "," and (
            sum(line.count(", ") for line in lines) * 5 > cut
            or sum(len(_BETWEEN_DIGITS.findall(line)) for line in lines) == cut
        ):
            continue
        try:
            rows = list(islice(csv.reader(lines, delimiter=mark, strict=False), _SAMPLE))
        except csv.Error:
            continue
        widths = {len(row) for row in rows}
        cells = [cell for row in rows for cell in row]
        if len(widths) == 1 and len(rows) > 1 and min(widths) > 1 and sum(map(len, cells)) <= _CELL * len(cells):
            return mark
    return None


def read(text: str, *, name: str, notations: Notations) -> Source:
    """The text of a table, with row and column as places; rows are counted as records, the heading among them.

    Raises InvalidInput when the table holds nothing, is not well formed, or would grow beyond measure.
    """
    return whole(_lines(text, name), name=name, notations=notations, media_type=MEDIA_TYPE)


def _lines(text: str, name: str) -> Iterator[Line]:
    mark = delimiter(text) or ","
    rows: dict[int, dict[int, Cell]] = {}
    cells = 0
    # Without blanks behind delimiters, as people write them: what they quote would not be taken for quoted.
    csv.field_size_limit(_FIELD)
    records = csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True), delimiter=mark, skipinitialspace=True)
    try:
        for number, record in enumerate(records, start=1):
            rows[number] = {}
            for column, said in enumerate(record, start=1):
                kept = tuple(filter(None, map(tidy, said.split("\n"))))
                if kept:
                    rows[number][column] = Cell(kept, place=Place(table=-1, row=number, column=column))
            cells += len(rows[number])
            if cells > grid.MAX_CELLS:
                raise grid.too_many(name)
    except csv.Error:
        raise InvalidInput(
            gettext_noop("{name}: line {line} of the table is not well formed. Save the table again."),
            name=name,
            line=records.line_num,
        ) from None
    if _is_computed(rows):
        rows = {number: {column: _numeric(cell) for column, cell in row.items()} for number, row in rows.items()}
    yield from grid.read(rows, {})


def _is_computed(rows: dict[int, dict[int, Cell]]) -> bool:
    """Whether numbers are written as computers do: some can be read in no other way, and none has groups by points."""
    said = [cell.lines[0] for row in rows.values() for cell in row.values()]
    return any(map(_TELLING.fullmatch, said)) and not any(
        text.count(".") > 1 and _AMBIGUOUS.fullmatch(text) for text in said
    )


def _numeric(cell: Cell) -> Cell:
    said = cell.lines[0]
    if "." not in said or not _COMPUTED.fullmatch(said):
        return cell
    return Cell(cell.lines, 1, 1, Decimal(said), place=cell.place)
