"""Tables of a PDF without rules: rows of figures that stand in columns, below headings.

Columns of prose are none, as their lines are no figures; nor is a list with one figure to a row. Where columns have no
headings, or figures stand in none of them, the rows stay text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, pairwise

from tongket.documents.sources.lines import Cell
from tongket.documents.sources.pdf_letters import Piece
from tongket.documents.sources.pdf_tables import FIGURE, Table
from tongket.documents.sources.places import Place

_LEAST = 3  # rows of figures
_HEADINGS = 6
_ROW = 0.5  # in heights of a letter: what stands on one line
_OFF = 2.0  # … and how far a heading is from the middle of the columns that it covers
_WAYS = 2_000  # to share columns among headings are tried
_BACK = 5  # lines of one cell
_APART = 4.0  # … and how far rows of one table are apart at most


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands on one line: the words in front, and the figures."""

    pieces: Sequence[Piece]

    @property
    def figures(self) -> Sequence[Piece]:
        found = 0
        for piece in reversed(self.pieces):
            if not FIGURE.fullmatch(piece.text):
                break
            found += 1
        return self.pieces[len(self.pieces) - found :] if found < len(self.pieces) else self.pieces[1:]

    @property
    def words(self) -> Sequence[Piece]:
        return self.pieces[: len(self.pieces) - len(self.figures)]

    @property
    def is_of_figures(self) -> bool:
        """Whether it has words in front, a number of the row among them or not, and figures behind."""
        return len(self.figures) > 1 and 0 < len(self.words) < 3 and any(map(str.isalpha, self.words[-1].text))

    @property
    def is_of_words(self) -> bool:
        return len(self.pieces) == 1 and not FIGURE.fullmatch(self.pieces[0].text)


def with_tables(parts: Sequence[Piece | Table], page: int, before: Table | None) -> Iterator[Piece | Table]:
    """What stands on a page, rows of figures below headings made tables; ``before`` is the last one, overleaf."""
    rows: list[_Row] = []
    goes_on = before
    for part in (*parts, None):
        if isinstance(part, Piece):
            # The words of a cell may go on on lines below before the next cell of the row comes.
            level = (n for n in range(len(rows) - 1, max(len(rows) - 1 - _BACK, -1), -1) if _on_line(rows[n], part))
            number = next(level, None)
            if number is None:
                rows.append(_Row((part,)))
            else:
                rows[number] = _Row((*rows[number].pieces, part))
            continue
        yield from _found(rows, page, goes_on)
        rows, goes_on = [], None
        if part is not None:
            yield part


def _on_line(row: _Row, piece: Piece) -> bool:
    last = row.pieces[-1]
    return abs(last.bottom - piece.bottom) <= _ROW * piece.size and piece.left >= last.right


def _found(rows: Sequence[_Row], page: int, before: Table | None) -> Iterator[Piece | Table]:
    taken = place = 0
    while place < len(rows):
        end = _end(rows, place) if rows[place].is_of_figures else place
        made = None
        if end > place:
            first = max(taken, place - _HEADINGS)
            made = _table(rows[first:place], rows[place:end], page, before if not taken else None)
        if made is not None:
            headings, table = made
            yield from _in_order(rows[taken : place - headings])
            yield table
            taken = end
        place = max(end, place + 1)
    yield from _in_order(rows[taken:])


def _in_order(rows: Sequence[_Row]) -> list[Piece]:
    """The pieces of rows in the order of the page."""
    return sorted((piece for row in rows for piece in row.pieces), key=lambda piece: piece.number)


def _end(rows: Sequence[_Row], start: int) -> int:
    """Behind the last row of figures that follows closely; single lines of words may stand between."""
    end = start + 1
    for place in range(start + 1, len(rows)):
        above, row = rows[place - 1].pieces[0], rows[place].pieces[0]
        if not 0 < above.bottom - row.bottom <= _APART * row.size or place - end > _BACK:
            break
        if rows[place].is_of_figures:
            end = place + 1
        elif not rows[place].is_of_words:
            break
    return end


def _table(above: Sequence[_Row], body: Sequence[_Row], page: int, before: Table | None) -> tuple[int, Table] | None:
    """The table of rows of figures, and how many of the rows above are its headings; None where it is none."""
    filled = [row for row in body if row.is_of_figures]
    fronts = {len(row.words) for row in filled}
    figures = _columns([piece for row in filled for piece in row.figures])
    if figures is None or len(figures) < 2 or len(fronts) > 1:
        return None
    front = fronts.pop()
    words = [_reach([row.words[n] for row in filled]) for n in range(front)]
    columns = [*words, *figures]
    size = body[0].pieces[0].size
    apart = all(after[0] - before[1] >= size / 2 for before, after in pairwise(columns))
    if not apart or any(2 * len(row.figures) < len(figures) for row in filled):
        return None
    head: list[list[Cell]] = []
    lower = body[0].pieces[0]
    reaches = list(columns)
    for row in reversed(above):
        cells = _heading(row, reaches, front, page, lowest=not head)
        if cells is None or not 0 < row.pieces[0].bottom - lower.bottom <= _APART * size:
            break
        head.insert(0, cells)
        lower = row.pieces[0]
        said = iter(row.pieces)
        for cell in (cell for cell in cells if cell.lines):
            piece, n = next(said), cell.place.column - 1 if cell.place else 0
            if cell.across == 1:
                reaches[n] = min(reaches[n][0], piece.left), max(reaches[n][1], piece.right)
    xs = [a for a, _ in columns]
    spoken = {n for row in head for n in _spoken(row)}
    if not (set(range(front, len(columns))) <= spoken and len(filled) >= _LEAST):
        if head or before is None or before.kind != "bare" or len(before.xs) != len(xs):
            return None
        xs = list(before.xs)
    rows = [
        [replace(cell, place=cell.place and cell.place._replace(row=n)) for cell in row]
        for n, row in enumerate([*head, *_body(body, columns, front, page)], start=1)
    ]
    return len(head), Table("bare", xs, page, rows, len(head))


def _reach(pieces: Sequence[Piece]) -> tuple[float, float]:
    return min(piece.left for piece in pieces), max(piece.right for piece in pieces)


def _columns(figures: Sequence[Piece]) -> list[tuple[float, float]] | None:
    """From where to where columns reach: figures that stand above one another; None where they are not in line."""
    found: list[list[Piece]] = []
    reached = 0.0
    for piece in sorted(figures, key=lambda piece: piece.left):
        if not found or piece.left > reached:
            found.append([])
            reached = piece.right
        found[-1].append(piece)
        reached = max(reached, piece.right)
    for column in found:
        near = column[0].size / 2
        for ends in ([p.left for p in column], [p.right for p in column], [(p.left + p.right) / 2 for p in column]):
            if max(ends) - min(ends) <= near:
                break
        else:
            return None
        if len({round(p.bottom) for p in column}) < len(column):
            return None
    return [_reach(own) for own in found]


def _heading(
    row: _Row, columns: Sequence[tuple[float, float]], front: int, page: int, *, lowest: bool
) -> list[Cell] | None:
    """The cells of a row of headings; None where it is none, or is not sure of which columns its words are."""
    over = _single(row, columns)
    if over is None or (not lowest and not set(range(front, len(columns))) <= {own[0] for own in over}):
        over = None if lowest else _shared(row, columns, front) or over
    if over is None:
        return None
    cells: list[Cell] = []
    at = 0
    for piece, own in zip(row.pieces, over, strict=True):
        if own[0] < at:
            return None
        cells += [_blank(page, n) for n in range(at, own[0])]
        cells.append(Cell([piece.text], len(own), place=Place(page=page, column=own[0] + 1)))
        at = own[-1] + 1
    # A line of its own is a caption, or the unit of all at the right: a heading covers columns.
    if len(row.pieces) == 1 and (at <= front or cells[-1].across == 1 or ":" in row.pieces[0].text):
        return None
    return [*cells, *(_blank(page, n) for n in range(at, len(columns)))]


def _single(row: _Row, columns: Sequence[tuple[float, float]]) -> list[range] | None:
    """The column with which each piece is in line; None where one is with none."""
    over = []
    for piece in row.pieces:
        middle = (piece.left + piece.right) / 2
        for n, (left, right) in enumerate(columns):
            apart = min(abs(piece.left - left), abs(piece.right - right), abs(middle - (left + right) / 2))
            if apart <= piece.size / 2 and piece.left < right and piece.right > left:
                over.append(range(n, n + 1))
                break
        else:
            return None
    return over


def _shared(row: _Row, columns: Sequence[tuple[float, float]], front: int) -> list[range] | None:
    """All columns of figures shared among the pieces, each in the middle of its own; None where they are in none."""
    before = [piece for piece in row.pieces if piece.right <= columns[front][0] and piece.left < columns[front - 1][1]]
    names = row.pieces[len(before) :]
    if not names or len(before) > front:
        return None
    best: tuple[float, list[range]] | None = None
    for cuts in islice(combinations(range(front + 1, len(columns)), len(names) - 1), _WAYS):
        own = [range(a, b) for a, b in pairwise((front, *cuts, len(columns)))]
        off = [
            abs((piece.left + piece.right - columns[each[0]][0] - columns[each[-1]][1]) / 2) / piece.size
            for piece, each in zip(names, own, strict=True)
        ]
        if max(off) <= _OFF and (best is None or sum(off) < best[0]):
            best = sum(off), own
    return None if best is None else [*(range(n, n + 1) for n in range(len(before))), *best[1]]


def _blank(page: int, column: int) -> Cell:
    return Cell([], place=Place(page=page, column=column + 1))


def _spoken(row: Sequence[Cell]) -> Iterator[int]:
    at = 0
    for cell in row:
        if cell.lines:
            yield from range(at, at + cell.across)
        at += cell.across


def _body(rows: Sequence[_Row], columns: Sequence[tuple[float, float]], front: int, page: int) -> list[list[Cell]]:
    """The rows below the headings. Words that go on in small letters belong to the row whose words they go on with."""
    pending = ""
    made: list[list[Cell]] = []
    for number, row in enumerate(rows):
        if not row.is_of_figures:
            said = row.pieces[0].text
            goes_on = number + 1 < len(rows) and rows[number + 1].words[-1:]
            if said[:1].islower() and made and len(made[-1]) > 1:
                last = made[-1][front - 1]
                made[-1][front - 1] = replace(last, lines=[" ".join((*last.lines, said))])
            elif goes_on and goes_on[0].text[:1].islower():
                pending = said
            else:
                made.append([Cell([said], len(columns), place=Place(page=page, column=1))])
            continue
        cells = [Cell([piece.text], place=Place(page=page, column=n)) for n, piece in enumerate(row.words, start=1)]
        if pending:
            cells[-1] = replace(cells[-1], lines=[f"{pending} {cells[-1].lines[0]}"])
            pending = ""
        for n, (left, right) in enumerate(columns[front:], start=front):
            held = next((piece.text for piece in row.figures if piece.left < right and piece.right > left), None)
            cells.append(_blank(page, n) if held is None else Cell([held], place=Place(page=page, column=n + 1)))
        made.append(cells)
    return made
