"""What a kept total is made of, and what a new entry changes in it. The meaning is that of ``rollup.rules``.

Where sources state different values for one cell, it has none here until that is corrected: to choose is a decision.
Means, indices, ratios and shares are taken as stated, as long as the catalogue names nothing to weigh or divide by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from typing import NamedTuple

from tongket.base.quantities import EXACT, decimal_text
from tongket.rollup.rules import ADDED, Method

# A value has at most EXACT.prec digits before or after its point; a sum of them needs both, and what is carried.
SUMS = Context(prec=2 * EXACT.prec + 30, traps=[Inexact, InvalidOperation])

KEPT = ADDED | {Method.MIN, Method.MAX}
"""The methods by which units below one come to a figure of it; all others are kept as stated."""


class Cell(NamedTuple):
    """A figure, from how many units without parts, and about how many more sources differ."""

    value: Decimal | None
    units: int
    differing: int


EMPTY = Cell(None, 0, 0)


class Life(NamedTuple):
    """A unit by its key, the one above it, and ``[first, end)``; open where there is no end."""

    key: int
    parent: int | None
    first: date
    end: date | None

    def holds(self, day: date) -> bool:
        """Whether the unit exists on the day."""
        return self.first <= day and (self.end is None or day < self.end)


class Territory:
    """Units with their lives: all of them, or some with all that stand above these and directly below them."""

    def __init__(self, lives: Iterable[Life]) -> None:
        self.lives = {life.key: life for life in lives}
        self._below: dict[int, list[Life]] = {}
        for life in self.lives.values():
            if life.parent is not None:
                self._below.setdefault(life.parent, []).append(life)

    def below(self, unit: int, day: date) -> list[int]:
        """The units directly below one on a day."""
        return [life.key for life in self._below.get(unit, ()) if life.holds(day)]

    def reporting(self, unit: int, method: Method, day: date) -> bool:
        """Whether what is stated for the unit itself counts: it exists, and has no parts that count instead."""
        return self.lives[unit].holds(day) and (method not in KEPT or not self.below(unit, day))

    def above(self, unit: int, day: date) -> Iterator[int]:
        """The units that a unit stands below on a day, the nearest first."""
        parent = self.lives[unit].parent
        while parent is not None and self.lives[parent].holds(day):
            yield parent
            parent = self.lives[parent].parent


def said(values: Iterable[Decimal]) -> Cell:
    """What sources state about one unit."""
    distinct = set(values)
    if len(distinct) > 1:
        return Cell(None, 0, 1)
    return Cell(distinct.pop(), 1, 0) if distinct else EMPTY


def combined(cells: Collection[Cell], method: Method) -> Cell:
    """What the units below one come to."""
    values = [cell.value for cell in cells if cell.value is not None]
    value: Decimal | None = None
    if values:
        with localcontext(SUMS):
            value = sum(values, Decimal(0)) if method in ADDED else _extreme(values, method)
    return Cell(value, sum(cell.units for cell in cells), sum(cell.differing for cell in cells))


def _extreme(values: Collection[Decimal], method: Method) -> Decimal:
    return min(values) if method is Method.MIN else max(values)


def moved(total: Cell, before: Cell, after: Cell) -> Cell:
    """A sum in which one unit below states something else than before."""
    units = total.units - before.units + after.units
    value = None
    if units:
        with localcontext(SUMS):
            value = (total.value or Decimal(0)) - (before.value or Decimal(0)) + (after.value or Decimal(0))
    return Cell(value, units, total.differing - before.differing + after.differing)


def folded(stated: Mapping[int, Cell], method: Method, day: date, territory: Territory) -> dict[int, Cell]:
    """From what units state on a day to the figures of these and of all above them."""
    found = {unit: cell for unit, cell in stated.items() if territory.reporting(unit, method, day)}
    if method in KEPT:
        parts: dict[int, list[Cell]] = {}
        for unit, cell in found.items():
            for above in territory.above(unit, day):
                parts.setdefault(above, []).append(cell)
        found |= {unit: combined(cells, method) for unit, cells in parts.items()}
    return found


def written(value: Decimal | None) -> str:
    """The canonical text of a total; empty for none."""
    return "" if value is None else decimal_text(value)


def sorting(value: Decimal | None) -> bytes | None:
    """Bytes that compare as numbers do, so that a database, which knows no exact decimals, can rank them.

    Sign; then the power of ten of the first digit and the digits, all inverted where less is more.
    """
    if value is None:
        return None
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    if not digits:
        return b"\x80"
    size = (value.adjusted() + (1 << 15)).to_bytes(2, "big") + digits.encode("ascii")
    return b"\x81" + size if value > 0 else b"\x7f" + bytes(255 - byte for byte in size) + b"\xff"
