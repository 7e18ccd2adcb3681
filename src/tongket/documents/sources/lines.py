"""Paragraphs and tables, from whatever file, as the lines of one text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count
from typing import Literal

from tongket.documents.sources.places import NOWHERE, Place

_BLANK = re.compile(r"[ \t\r\n\f\v]+")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
# A heading is repeated in front of every cell that it speaks of: of a longer one, its beginning will do.
_HEADING = 200
_COLUMNS = 16_384  # as many as a spreadsheet has
_ORDINAL = re.compile(r"(?:[0-9]{1,3}(?:[.][0-9]{1,3})*|[IVX]{1,5}|[A-Za-z])[.)]?")
_DIGITS = re.compile(r"[0-9]")
_SERIAL = count(1)


def tidy(text: str) -> str:
    """A paragraph on one line: blanks that only lay out the file become one; NO-BREAK SPACE and its kin stay."""
    return _BLANK.sub(" ", text).strip(" ")


def raised(text: str) -> str:
    """Text that stands above the line, so that its digits do not run into the number before it: ``m²``, ``10⁶``."""
    return text.translate(_RAISED)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and how many columns and rows it covers.

    Where the file keeps a number and not how it is printed, ``number`` is it, as shown, and the only line is what
    shows it; ``grouped`` when its thousands are set apart, ``around`` what is printed before and behind it. ``place``
    is where the cell is, unless its position in the table says it.
    """

    lines: Sequence[str]
    across: int = 1
    down: int = 1
    number: Decimal | None = None
    grouped: bool = False
    around: tuple[str, str] = ("", "")
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell that a line is of. The first ``front`` characters repeat what it is about, from the cell ``about``.

    ``units`` are what may name its unit of measure, as they stand in the row and the headings, best first.
    """

    kind: Literal["title", "about", "value"]
    table: int
    place: Place
    front: int = 0
    about: Place = NOWHERE
    units: tuple[str, ...] = ()
    number: Decimal | None = None
    grouped: bool = False
    around: tuple[str, str] = ("", "")


class Line(str):
    """A line of a text that stands in a cell."""

    __slots__ = ("origin",)
    origin: Origin

    @classmethod
    def of(cls, text: str, origin: Origin) -> Line:
        line = cls(text)
        line.origin = origin
        return line


class Spread(str):
    """A line whose parts stand in different places, such as a paragraph that goes on overleaf."""

    __slots__ = ("parts",)
    parts: Sequence[tuple[str, Place]]

    @classmethod
    def of(cls, parts: Sequence[tuple[str, Place]]) -> Spread:
        line = cls("".join(text for text, _ in parts))
        line.parts = parts
        return line


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in its place: the columns from ``start`` on, up to but not with ``end``; ``new`` in its first row."""

    cell: Cell
    start: int
    end: int
    row: int
    new: bool

    @property
    def place(self) -> Place:
        return self.cell.place or Place(row=self.row, column=self.start + 1)

    @property
    def said(self) -> str:
        return " ".join(self.cell.lines)


def table(rows: Sequence[Sequence[Cell]], *, headings: int = 0) -> Iterator[Line]:
    """The lines of a table whose first column and first rows are headings, each cell behind those that speak of it.

    ``Revenue – Result 2024: 20,699.5 billion VND``. ``headings`` is how many rows the file says are headings; where
    it does not say, they are as many as the first row's cells reach down, and one more below cells that cover several
    columns. What covers the whole width is a title. A row of another width than the headings gets none: better none
    than a wrong one. A table of one row or one column is read cell by cell.
    """
    serial = next(_SERIAL)
    placed = list(_placed(rows))
    width = max((cell.end for row in placed for cell in row), default=0)
    if len(placed) < 2 or width < 2:
        yield from (line for row in placed for cell in row for line in _title(cell, serial))
        return
    titles = next((n for n, row in enumerate(placed) if not _is_title(row, width)), len(placed))
    yield from (line for row in placed[:titles] for cell in row for line in _title(cell, serial))
    placed = placed[titles:]
    head = placed[: max(headings - titles, _depth(placed))]
    columns = _headings(head, width)
    full = max((cell.end for row in head for cell in row), default=0)
    for row in placed[len(head) :]:
        if _is_title(row, width):
            yield from (line for cell in row for line in _title(cell, serial))
        else:
            yield from _row(row, columns if row and row[-1].end == full else [], serial)


def _title(cell: _Placed, serial: int) -> Iterator[Line]:
    if cell.new:
        held = cell.cell
        origin = Origin("title", serial, cell.place, number=held.number, grouped=held.grouped, around=held.around)
        yield from (Line.of(line, origin) for line in cell.cell.lines if line)


def _row(row: Sequence[_Placed], columns: Sequence[Sequence[str]], serial: int) -> Iterator[Line]:
    """The lines of a row: what it is about on a line of its own, then the cells. What reaches down leads the way."""
    leading = next((n for n, cell in enumerate(row) if cell.cell.down == 1), len(row) - 1)
    if leading and any(map(str.isdigit, row[leading].said)):
        leading -= 1  # a value, and not what it is about
    leaders = [cell for cell in row[: leading + 1] if cell.said]
    if not leading and len(row) > 2 and _ORDINAL.fullmatch(row[0].said) and not _is_value(row[1]) and row[1].said:
        leading, leaders = 1, [row[1]]  # the number of a row says nothing of it
    about = " – ".join(cell.said for cell in leaders)
    place = leaders[-1].place if leaders else NOWHERE
    if about:
        yield Line.of(about, Origin("about", serial, place))
    beside = [about]
    for cell in row[leading + 1 :]:
        spoken = {tuple(columns[column]) for column in range(cell.start, cell.end)} if columns else set()
        parts = spoken.pop() if len(spoken) == 1 else ()
        front = " – ".join(part for part in (_shortened(about), _shortened(" ".join(parts))) if part)
        front = f"{front}: " if front else ""
        if cell.new:
            is_value = _is_value(cell)
            units = (parts[-1] if parts else "", *reversed(beside)) if is_value else ()
            yield from (
                Line.of(front + line, _value(cell, serial, len(front), place, units)) for line in cell.cell.lines
            )
        if cell.said and not _is_value(cell):
            beside.append(cell.said)


def _value(cell: _Placed, serial: int, front: int, about: Place, units: tuple[str, ...]) -> Origin:
    held = cell.cell
    return Origin("value", serial, cell.place, front, about, units, held.number, held.grouped, held.around)


def _is_value(cell: _Placed) -> bool:
    """Whether a cell holds a figure rather than words."""
    return cell.cell.number is not None or bool(_DIGITS.search(cell.said[:2]))


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[list[_Placed]]:
    """Each row's cells in their columns, those that reach down from rows above among them."""
    reaching: list[tuple[_Placed, int]] = []
    for number, row in enumerate(rows, start=1):
        found = [cell for cell, _ in reaching]
        taken = {column for cell in found for column in range(cell.start, cell.end)}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            end = min(column + max(cell.across, 1), _COLUMNS)
            if column >= end:
                break
            found.append(_Placed(cell, column, end, number, new=True))
            column = end
        yield sorted(found, key=lambda cell: cell.start)
        left = [(cell, down - 1) for cell, down in reaching if down > 1]
        new = [(replace(cell, new=False), cell.cell.down - 1) for cell in found if cell.new and cell.cell.down > 1]
        reaching = left + new


def _is_title(row: Sequence[_Placed], width: int) -> bool:
    return len(row) == 1 and row[0].start == 0 and row[0].end == width


def _depth(rows: Sequence[Sequence[_Placed]]) -> int:
    """How many rows are headings, by the shape of the first."""
    if not rows:
        return 0
    reach = max((cell.cell.down for cell in rows[0]), default=1)
    groups = any(cell.end - cell.start > 1 for cell in rows[0])
    return min(max(reach, 2 if groups else 1), len(rows) - 1)


def _headings(head: Sequence[Sequence[_Placed]], width: int) -> list[Sequence[str]]:
    """For each column, the headings above it from the top down, each once."""
    above: list[dict[str, None]] = [{} for _ in range(width)]
    for row in head:
        for cell in row:
            if cell.said:
                for column in range(cell.start, min(cell.end, width)):
                    above[column].setdefault(cell.said)
    return [tuple(said) for said in above]


def _shortened(heading: str) -> str:
    return heading if len(heading) <= _HEADING else heading[:_HEADING].rpartition(" ")[0] + "…"
