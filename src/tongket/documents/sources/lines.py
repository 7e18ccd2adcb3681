"""Paragraphs and tables, from whatever file, as the lines of one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tongket.base.errors import InvalidInput, gettext_noop

MAX_CHARACTERS = 50 * 1024 * 1024
"""No file becomes a longer text than the longest that is read as it is."""

_BLANK = re.compile(r"[ \t\r\n\f\v]+")
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
# A heading is repeated in front of every cell that it speaks of: of a longer one, its beginning will do.
_HEADING = 200
_COLUMNS = 16_384  # as many as a spreadsheet has


def tidy(text: str) -> str:
    """A paragraph on one line: blanks that only lay out the file become one; NO-BREAK SPACE and its kin stay."""
    return _BLANK.sub(" ", text).strip(" ")


def raised(text: str) -> str:
    """Text that stands above the line, so that its digits do not run into the number before it: ``m²``, ``10⁶``."""
    return text.translate(_RAISED)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its lines, and how many columns and rows it covers."""

    lines: Sequence[str]
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class _Placed:
    """A cell in its place: the columns from ``start`` on, up to but not with ``end``; ``new`` in its first row."""

    cell: Cell
    start: int
    end: int
    new: bool

    @property
    def said(self) -> str:
        return " ".join(self.cell.lines)


def table(rows: Sequence[Sequence[Cell]], *, headings: int = 0) -> Iterator[str]:
    """The lines of a table whose first column and first rows are headings, each cell behind those that speak of it.

    ``Revenue – Result 2024: 20,699.5 billion VND``. ``headings`` is how many rows the file says are headings; where
    it does not say, they are as many as the first row's cells reach down, and one more below cells that cover several
    columns. What covers the whole width is a title. A row of another width than the headings gets none: better none
    than a wrong one. A table of one row or one column is read cell by cell.
    """
    placed = list(_placed(rows))
    width = max((cell.end for row in placed for cell in row), default=0)
    if len(placed) < 2 or width < 2:
        yield from (line for row in rows for cell in row for line in cell.lines)
        return
    titles = next((n for n, row in enumerate(placed) if not _is_title(row, width)), len(placed))
    yield from (line for row in placed[:titles] for cell in row for line in cell.cell.lines)
    placed = placed[titles:]
    head = placed[: max(headings - titles, _depth(placed))]
    columns = _headings(head, width)
    full = max((cell.end for row in head for cell in row), default=0)
    for row in placed[len(head) :]:
        if _is_title(row, width):
            yield from (line for cell in row if cell.new for line in cell.cell.lines)
            continue
        yield from _row(row, columns if row and row[-1].end == full else [])


def _row(row: Sequence[_Placed], columns: Sequence[str]) -> Iterator[str]:
    """The lines of a row: what it is about on a line of its own, then the cells. What reaches down leads the way."""
    leading = next((n for n, cell in enumerate(row) if cell.cell.down == 1), len(row) - 1)
    if leading and any(map(str.isdigit, row[leading].said)):
        leading -= 1  # a value, and not what it is about
    about = " – ".join(cell.said for cell in row[: leading + 1] if cell.said)
    if about:
        yield about
    for cell in row[leading + 1 :]:
        spoken = {columns[column] for column in range(cell.start, cell.end)} if columns else set()
        heading = spoken.pop() if len(spoken) == 1 else ""
        front = " – ".join(part for part in (_shortened(about), heading) if part)
        yield from (f"{front}: {line}" if front else line for line in cell.cell.lines if cell.new)


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[list[_Placed]]:
    """Each row's cells in their columns, those that reach down from rows above among them."""
    reaching: list[tuple[_Placed, int]] = []
    for row in rows:
        found = [cell for cell, _ in reaching]
        taken = {column for cell in found for column in range(cell.start, cell.end)}
        column = 0
        for cell in row:
            while column in taken:
                column += 1
            end = min(column + max(cell.across, 1), _COLUMNS)
            if column >= end:
                break
            found.append(_Placed(cell, column, end, new=True))
            column = end
        yield sorted(found, key=lambda cell: cell.start)
        left = [(cell, down - 1) for cell, down in reaching if down > 1]
        new = [
            (_Placed(c.cell, c.start, c.end, new=False), c.cell.down - 1) for c in found if c.new and c.cell.down > 1
        ]
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


def _headings(head: Sequence[Sequence[_Placed]], width: int) -> list[str]:
    """For each column, the headings above it from the top down, each once."""
    above: list[dict[str, None]] = [{} for _ in range(width)]
    for row in head:
        for cell in row:
            for column in range(cell.start, min(cell.end, width)):
                above[column].setdefault(cell.said)
    return [_shortened(" ".join(filter(None, said))) for said in above]


def _shortened(heading: str) -> str:
    return heading if len(heading) <= _HEADING else heading[:_HEADING].rpartition(" ")[0] + "…"


def whole(lines: Iterable[str], *, name: str) -> str:
    """The text: a line for each line, and a last line end. Raises InvalidInput when it grows beyond measure."""
    kept: list[str] = []
    length = 0
    for line in lines:
        if line:
            kept.append(line)
            length += len(line) + 1
        if length > MAX_CHARACTERS:
            raise InvalidInput(
                gettext_noop("{name}: written out, it has more than {limit} characters, and is not read. Divide it."),
                name=name,
                limit=MAX_CHARACTERS,
            )
    return "\n".join(kept) + "\n" if kept else ""
