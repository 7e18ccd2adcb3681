"""Sheets and delimited tables, which say nothing of where a table begins or which rows are headings, as lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import lines
from tongket.documents.sources.lines import Cell, Line

MAX_CELLS = 3_000_000
"""So many filled cells are read of a file, at most."""

Row = Mapping[int, Cell]
Merged = Mapping[tuple[int, int], tuple[int, int]]
"""From the first cell of merged ones, by row and column, to how many columns and rows they cover."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FIGURE = re.compile(r"[-\u2212+]?[0-9][0-9.,\s]*%?")
_HEADINGS = 6
_DEEPEST = 10_000  # more rows or columns than these no cell covers in earnest
_NOTHING = Cell(())


def too_many(name: str) -> InvalidInput:
    """The refusal of a file with more cells than are read."""
    return InvalidInput(
        gettext_noop("{name}: the file has more than {limit} filled cells, and is not read. Divide it."),
        name=name,
        limit=MAX_CELLS,
    )


def read(rows: Mapping[int, Row], merged: Merged) -> Iterator[Line]:
    """The lines of a sheet, by its filled cells by row and column. Empty rows part its tables."""
    covered: dict[int, set[int]] = {}
    for (top, left), (across, down) in merged.items():
        for number in range(top + 1, min(top + down, top + _DEEPEST)):
            covered.setdefault(number, set()).update(range(left, min(left + across, left + _DEEPEST)))
    for block in _blocks(rows):
        numbers = [number for number in block if rows[number]]
        columns = [column for number in numbers for column in rows[number]]
        first, last = min(columns), max(columns)
        head = _headings([rows[number] for number in numbers], first)
        filled = [
            _row(rows[number], number, range(first, last + 1), merged, covered.get(number, set()), spread=n + 1 < head)
            for n, number in enumerate(numbers)
        ]
        kept = [row for n, row in enumerate(filled) if not _counts_columns(row, n, head)]
        yield from lines.table(kept, headings=head)


def _blocks(rows: Mapping[int, Row]) -> Iterator[list[int]]:
    """The numbers of the rows of each table: an empty row ends it, unless the next goes on with figures."""
    block: list[int] = []
    for number in sorted(number for number, row in rows.items() if row):
        if block and number > block[-1] + 1 and not _goes_on(rows, number):
            yield block
            block = []
        block.append(number)
    if block:
        yield block


def _goes_on(rows: Mapping[int, Row], number: int) -> bool:
    """Whether the next row of several cells holds figures, and so no headings."""
    while number in rows and len(rows[number]) < 2:
        number += 1
    return any(_is_figure(cell) for cell in rows.get(number, {}).values())


def _is_figure(cell: Cell) -> bool:
    said = cell.lines[0]
    return bool(_FIGURE.fullmatch(said)) and not _YEAR.fullmatch(said)


def _headings(rows: Sequence[Row], first: int) -> int:
    """How many rows come before the figures: titles, the first row of several cells, and rows that say nothing in
    the first column."""
    titles = next((n for n, row in enumerate(rows) if len(row) > 1), len(rows))
    head = titles + 1
    while head < min(len(rows), titles + _HEADINGS) and first not in rows[head] and len(rows[head]) > 1:
        if any(map(_is_figure, rows[head].values())):
            break
        head += 1
    return head


def _row(row: Row, number: int, columns: range, merged: Merged, covered: Container[int], *, spread: bool) -> list[Cell]:
    """A row with a cell for each column; words alone in a row cover it, a heading of several columns their blanks."""
    if len(row) == 1:
        [cell] = row.values()
        if cell.number is None and not _is_figure(cell):
            return [replace(cell, across=len(columns))]
    found: list[Cell] = []
    taken = columns.start
    for column in columns:
        if column < taken or column in covered:
            continue
        cell = row.get(column, _NOTHING)
        across, down = merged.get((number, column), (1, 1))
        if spread and cell.lines and column > columns.start and (number, column) not in merged:
            across = next((c for c in columns if c > column and (c in row or c in covered)), columns.stop) - column
        across = min(across, columns.stop - column)
        found.append(replace(cell, across=across, down=down) if (across, down) != (1, 1) else cell)
        taken = column + across
    return found


def _counts_columns(row: Sequence[Cell], index: int, head: int) -> bool:
    """Whether a row below the headings only counts the columns: 1, 2, 3 … or A, B, 1, 2 …"""
    said = [cell.lines[0] for cell in row if cell.lines]
    digits = [int(text) for text in said if text.isascii() and text.isdigit() and len(text) < 3]
    if index != head or len(said) < 3 or len(digits) < 2 or any(len(text) > 2 for text in said):
        return False
    return digits[0] <= len(said) and digits == list(range(digits[0], digits[0] + len(digits)))
