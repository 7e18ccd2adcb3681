"""Tables of a PDF page: the text of ruled grids cell by cell, and rows of figures that stand in columns without rules.

Where it is not sure that something is a table it stays text: a word that crosses a wall, lines that fit no row, columns
without headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tongket.documents.sources.lines import Cell, Line, table, tidy
from tongket.documents.sources.pdf_letters import HYPHEN, NOTHING, Letter, elsewhere, said, size_of
from tongket.documents.sources.pdf_rules import Grid, Region
from tongket.documents.sources.places import Place

FIGURE = re.compile(r"[-–—\u2212+]?\s?[0-9][0-9.,\s\u00a0\u202f]*%?|[-–—…xX.*]{1,3}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NEAR = 3.0  # points: columns of two pages that lie as near are the same
_FILLED = 0.3  # of the cells; a grid with fewer is a form or a drawing
_HEADINGS = 6


@dataclass
class Table:
    """Rows of cells with their places, and where its columns begin; ``ruled`` or told by its figures alone."""

    kind: Literal["ruled", "bare"]
    xs: Sequence[float]
    page: int
    rows: list[list[Cell]]
    headings: int = 0

    def lines(self) -> Iterator[Line]:
        """The lines of the table, each cell behind its headings."""
        return table(self.rows, headings=self.headings)

    def fits(self, xs: Sequence[float]) -> bool:
        """Whether its columns begin there."""
        return len(self.xs) == len(xs) and all(abs(a - b) <= _NEAR for a, b in zip(self.xs, xs, strict=True))

    def takes(self, following: Table) -> bool:
        """Whether a table at the top of the next page goes on with this one; if so, its rows are taken over."""
        if self.kind != following.kind or not self.fits(following.xs) or following.page != self.page + 1:
            return False
        again = 0
        for own, new in zip(self.rows, following.rows, strict=False):
            if _said(own) != _said(new) or again == _HEADINGS:
                break
            again += 1
        if not again and not any(map(_is_figure, _words(following.rows[0]))):
            return False  # it has headings of its own, and they are others
        self.headings = max(self.headings, again)
        number = len(self.rows)
        for row in following.rows[again:]:
            number += 1
            self.rows.append([_at(cell, number) for cell in row])
        self.page = following.page
        return True


def _at(cell: Cell, row: int) -> Cell:
    return replace(cell, place=cell.place._replace(row=row)) if cell.place else cell


def _said(row: Sequence[Cell]) -> list[tuple[str, int]]:
    return [(" ".join(cell.lines), cell.across) for cell in row]


def _words(row: Sequence[Cell]) -> list[str]:
    return [" ".join(cell.lines) for cell in row if cell.lines]


def _is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None and not _YEAR.fullmatch(text)


@dataclass
class _Filling:
    """A grid and the letters in its cells, line by line; ``torn`` where a word crosses a wall."""

    grid: Grid
    cells: dict[Region, list[list[Letter]]] = field(default_factory=dict)
    torn: bool = False

    def add(self, letter: Letter, region: Region, *, starts: bool) -> None:
        """Put a letter into its cell, on a line of its own if it ``starts`` one, or stands on another line."""
        held = self.cells.setdefault(region, [])
        last = next((each for each in reversed(held[-1]) if each.sign not in NOTHING), None) if held else None
        if not held or starts or (last and letter.sign not in NOTHING and elsewhere(last, letter)):
            held.append([])
        held[-1].append(letter)


def ruled(
    lines: Sequence[list[Letter]], grids: Sequence[Grid], page: int, before: Table | None
) -> Iterator[list[Letter] | Table]:
    """The lines of a page outside its grids, and a table where the first letter of a grid stands.

    Of a table that is ``before``, overleaf, a single row may be left.
    """
    while True:
        flow, fillings = _filled(lines, grids)
        made = [_table(filling, page, before) for filling in fillings]
        if all(made):
            break
        grids = [grid for grid, done in zip(grids, made, strict=True) if done]
    for part in flow:
        found = made[part] if isinstance(part, int) else part
        if found:
            yield found


def _filled(lines: Sequence[list[Letter]], grids: Sequence[Grid]) -> tuple[list[list[Letter] | int], list[_Filling]]:
    """The lines without what stands in grids, the number of a grid where it begins, and what is in the grids."""
    fillings = [_Filling(grid) for grid in grids]
    if not grids:
        return list(lines), fillings
    flow: list[list[Letter] | int] = []
    begun: set[int] = set()
    for line in lines:
        outside: list[Letter] = []
        where: tuple[int, Region] | None = None
        before: Letter | None = None
        for letter in line:
            now = where
            if letter.sign not in NOTHING:
                now = _where(letter, grids)
                tight = before is not None and letter.left - before.right < 0.1 * (letter.top - letter.bottom)
                if before is not None and tight and now != where and not elsewhere(before, letter):
                    for held in (now, where):
                        if held is not None:
                            fillings[held[0]].torn = True
            if now is None:
                outside.append(letter)
            else:
                if now[0] not in begun:
                    begun.add(now[0])
                    flow.append(now[0])
                fillings[now[0]].add(letter, now[1], starts=now != where)
            where = now
            before = None if letter.sign in NOTHING else letter
        if outside:
            flow.append(outside)
    return flow, fillings


def _where(letter: Letter, grids: Sequence[Grid]) -> tuple[int, Region] | None:
    x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
    for number, grid in enumerate(grids):
        if grid.ys[-1] <= y <= grid.ys[0] and (region := grid.region(x, y)) is not None:
            return number, region
    return None


@dataclass(frozen=True, slots=True)
class _Row:
    """A line in a cell: its text, its lower end and the size of its letters."""

    text: str
    bottom: float
    size: float


def _rows(letters: Sequence[Sequence[Letter]]) -> list[_Row]:
    found = []
    for line in letters:
        signs = [letter for letter in line if letter.sign not in NOTHING]
        if signs and (size := size_of(signs)) > 0 and (text := tidy(said(line, size))):
            found.append(_Row(text, signs[0].bottom, size))
    return found


def _joined(rows: Sequence[_Row]) -> str:
    """What the lines of a cell say, a divided word made whole."""
    text = ""
    for row in rows:
        text += ("" if not text or text.endswith(HYPHEN) else " ") + row.text
        text = text.removesuffix(HYPHEN) + (HYPHEN if text.endswith(HYPHEN) and row is not rows[-1] else "")
    return text


def _table(filling: _Filling, page: int, before: Table | None) -> Table | None:
    """The table of a grid; None where it is not sure that it is one."""
    grid = filling.grid
    texts = {region: held for region, letters in filling.cells.items() if (held := _rows(letters))}
    every = {region for row in grid.regions for region in row}
    least = min(len({region.row for region in texts}), len({region.column for region in texts}))
    rest = bool(texts) and len(grid.regions) == 1 and before is not None and before.fits(grid.xs)
    if filling.torn or (least < 2 and not rest) or len(texts) < _FILLED * len(every):
        return None
    rows: list[list[Cell]] = []
    for number, regions in enumerate(grid.regions):
        own = [region for region in dict.fromkeys(regions) if region.row == number]
        said_in = [texts.get(region, []) for region in own]
        parts = [[_joined(held) for held in said_in]]
        if any(len(held) > 1 and all(FIGURE.fullmatch(row.text) for row in held) for held in said_in):
            divided = _divided(said_in)
            if divided is None or any(region.down > 1 for region in regions):
                return None
            parts = divided
        for part in parts:
            row = len(rows) + 1
            rows.append([_cell(text, region, page, row) for text, region in zip(part, own, strict=True)])
    return Table("ruled", grid.xs, page, rows, _headings(rows))


def _cell(text: str, region: Region, page: int, row: int) -> Cell:
    place = Place(page=page, row=row, column=region.column + 1)
    return Cell([text] if text else [], region.across, region.down, place=place)


def _divided(cells: Sequence[Sequence[_Row]]) -> list[list[str]] | None:
    """The rows of a field without rules across: one for each line of figures; None where lines fit none of them."""
    figures = [row for held in cells for row in held if FIGURE.fullmatch(row.text)]
    near = max(row.size for row in figures) / 2
    bottoms: list[float] = []
    for row in sorted(figures, key=lambda row: -row.bottom):
        if not bottoms or bottoms[-1] - row.bottom > near:
            bottoms.append(row.bottom)
    parts = [[""] * len(cells) for _ in bottoms]
    for column, held in enumerate(cells):
        for row in held:
            number = next((n for n, bottom in enumerate(bottoms) if abs(bottom - row.bottom) <= near), None)
            if number is not None and not parts[number][column]:
                parts[number][column] = row.text
                continue
            above = [n for n, bottom in enumerate(bottoms) if bottom > row.bottom and parts[n][column]]
            if number is not None or not above or not row.text[:1].islower():
                return None
            parts[above[-1]][column] += " " + row.text
    return parts


def _headings(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows are headings beyond what the first one's shape tells: those without figures or words in front."""
    head = 1
    while head < min(len(rows) - 1, _HEADINGS):
        row = rows[head]
        begins = any(cell.place is not None and cell.place.column == 1 and cell.lines for cell in row)
        words = _words(row)
        if begins or not words or any(map(_is_figure, words)):
            break
        head += 1
    return head if head > 1 else 0
