"""The ruled grids of a PDF page: the lines that are drawn on it, and the cells that they enclose.

A page draws lines and not tables: as strokes, as thin boxes that are filled, as the edges of boxes. What crosses is
taken together; walls that are missing join cells. Where joined cells are no rectangle, it is a drawing and no table.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

MAX_OBJECTS = 1_000_000
"""Of a file, so many things that are drawn are looked at for lines; behind them tables are read as text."""

_OF_PAGE = 60_000
_LINES = 600  # either way; a page with more is a drawing
_PATH = 2_000  # points of one path; longer ones are curves
_THIN = 3.0
_SHORT = 8.0
_NEAR = 2.0  # points: what lies as near is one line
_REACH = 4.0  # … and ends as near meet

_Rule = tuple[float, float, float]
"""Where a line lies, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: its first row and column from 0, and how many it covers."""

    row: int
    column: int
    down: int
    across: int


@dataclass(frozen=True)
class Grid:
    """A ruled table: ``xs`` from left to right, ``ys`` from the top down, and the cell of each field between them."""

    xs: Sequence[float]
    ys: Sequence[float]
    regions: Sequence[Sequence[Region]]

    def region(self, x: float, y: float) -> Region | None:
        """The cell at a point of the page; None outside."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda end: -end) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.regions[row][column] if inside else None


class Rules:
    """Finds the grids of the pages of one file, as long as what is drawn there is within bounds."""

    def __init__(self) -> None:
        self._left = MAX_OBJECTS

    def grids(self, page: pypdfium2.PdfPage) -> list[Grid]:
        """The grids of a page from the top down."""
        count = raw.FPDFPage_CountObjects(page)
        self._left -= count
        if count > _OF_PAGE:
            return []
        across: list[_Rule] = []
        down: list[_Rule] = []
        for index in range(count):
            drawn = raw.FPDFPage_GetObject(page, index)
            if raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH:
                self._left -= _add(drawn, across, down)
            if self._left < 0:
                return []
        across, down = _merged(across), _merged(down)
        if not (across and down) or max(len(across), len(down)) > _LINES:
            return []
        found = (_grid(*lines) for lines in _crossing(across, down))
        return sorted((grid for grid in found if grid is not None), key=lambda grid: -grid.ys[0])


def _add(path: raw.FPDF_PAGEOBJECT, across: list[_Rule], down: list[_Rule]) -> int:
    """The lines of a path: itself where it is thin, else its straight strokes. How many points were looked at."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return 0
    x1, y1, x2, y2 = left.value, bottom.value, right.value, top.value
    if y2 - y1 <= _THIN or x2 - x1 <= _THIN:
        _line((x1, y1), (x2, y2), across, down)
        return 0
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, filled, stroked)
    points = raw.FPDFPath_CountSegments(path)
    if not stroked.value or not 1 < points <= _PATH:
        return 0
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    first = before = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(points):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            _line(before, point, across, down)
        before = point
        if raw.FPDFPathSegment_GetClose(segment):
            _line(before, first, across, down)
            before = first
    return points


def _line(start: tuple[float, float], end: tuple[float, float], across: list[_Rule], down: list[_Rule]) -> None:
    (x1, y1), (x2, y2) = start, end
    if abs(y2 - y1) <= _THIN and abs(x2 - x1) > abs(y2 - y1):
        across.append(((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
    elif abs(x2 - x1) <= _THIN and abs(y2 - y1) > abs(x2 - x1):
        down.append(((x1 + x2) / 2, min(y1, y2), max(y1, y2)))


def _merged(rules: list[_Rule]) -> list[_Rule]:
    """Lines that go on from each other, or lie on each other, made one: dashes, double lines, a cell's own edges."""
    rules.sort()
    found: list[_Rule] = []
    band: list[tuple[float, float]] = []
    at = 0.0

    def close() -> None:
        band.sort()
        begun: float | None = None
        reached = 0.0
        for start, end in band:
            if begun is None or start > reached + _REACH:
                if begun is not None and reached - begun >= _SHORT:
                    found.append((at, begun, reached))
                begun, reached = start, end
            else:
                reached = max(reached, end)
        if begun is not None and reached - begun >= _SHORT:
            found.append((at, begun, reached))

    for place, start, end in rules:
        if band and place - at > _NEAR:
            close()
            band = []
        if not band:
            at = place
        band.append((start, end))
    close()
    return found


def _crossing(across: Sequence[_Rule], down: Sequence[_Rule]) -> Iterable[tuple[list[_Rule], list[_Rule]]]:
    """The lines that hang together, each with some that cross it."""
    group = list(range(len(across) + len(down)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for h, (y, left, right) in enumerate(across):
        for v, (x, bottom, top) in enumerate(down):
            if left - _REACH <= x <= right + _REACH and bottom - _REACH <= y <= top + _REACH:
                group[root(h)] = root(len(across) + v)
    found: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for number in range(len(group)):
        own = found.setdefault(root(number), ([], []))
        if number < len(across):
            own[0].append(across[number])
        else:
            own[1].append(down[number - len(across)])
    return found.values()


def _grid(across: list[_Rule], down: list[_Rule]) -> Grid | None:
    """The cells between lines; None where there are not two columns, or one of a shape that no cell has."""
    if len(across) < 2 or not down:
        return None
    # Many tables have no line at the left and right, where the lines across end.
    left, right = min(rule[1] for rule in across), max(rule[2] for rule in across)
    bottom, top = min(rule[0] for rule in across), max(rule[0] for rule in across)
    xs = _distinct([left, right, *(rule[0] for rule in down)])
    ys = _distinct([bottom, top, *(rule[0] for rule in across)])[::-1]
    if len(xs) < 3:
        return None
    rows, columns = len(ys) - 1, len(xs) - 1
    beside = [_ranges(down, x) for x in xs]
    above = [_ranges(across, y) for y in ys]
    middles = [(ys[row] + ys[row + 1]) / 2 for row in range(rows)]
    centres = [(xs[column] + xs[column + 1]) / 2 for column in range(columns)]
    walls = [[n == 0 or _covers(beside[n], middle) for n in range(columns)] for middle in middles]
    floors = [[n == 0 or _covers(above[n], centre) for centre in centres] for n in range(rows)]
    regions: list[list[Region | None]] = [[None] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if regions[row][column] is not None:
                continue
            wide = next((n for n in range(column + 1, columns) if walls[row][n]), columns) - column
            deep = next((n for n in range(row + 1, rows) if floors[n][column]), rows) - row
            region = Region(row, column, deep, wide)
            for r in range(row, row + deep):
                for c in range(column, column + wide):
                    inner_wall = c > column and walls[r][c]
                    inner_floor = r > row and floors[r][c]
                    if inner_wall or inner_floor or regions[r][c] is not None:
                        return None
                    regions[r][c] = region
            edges = all(column + wide == columns or walls[r][column + wide] for r in range(row, row + deep))
            if not edges or not all(row + deep == rows or floors[row + deep][c] for c in range(column, column + wide)):
                return None
    return Grid(xs, ys, [[region for region in own if region is not None] for own in regions])


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _REACH:
            found.append(place)
    return found


def _ranges(rules: Sequence[_Rule], place: float) -> list[tuple[float, float]]:
    """From where to where lines run at a place."""
    return [(start, end) for at, start, end in rules if abs(at - place) <= _REACH]


def _covers(ranges: Sequence[tuple[float, float]], place: float) -> bool:
    return any(start <= place <= end for start, end in ranges)
