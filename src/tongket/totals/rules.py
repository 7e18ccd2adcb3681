"""What a kept total is made of, and what a new entry changes in it. The meaning is that of ``rollup.rules``.

Where sources state different values for one cell, it has none here until that is corrected or settled: to choose is a
decision.
Means, indices, ratios and shares are taken as stated where the catalogue names nothing to weigh or divide by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from fractions import Fraction
from typing import NamedTuple

from tongket.base.quantities import EXACT, decimal_text
from tongket.rollup.rules import ADDED, MEANS, RATIOS, Meaning, Method, quotient

# A value has at most EXACT.prec digits before or after its point, a product of two twice as many; a sum of them needs
# both, and what is carried.
SUMS = Context(prec=4 * EXACT.prec + 30, traps=[Inexact, InvalidOperation])

EXTREMES = frozenset({Method.MIN, Method.MAX})
QUOTIENTS = MEANS | RATIOS


class Rest(NamedTuple):
    """An indicator that another is weighed by or made of: how it is added up, and in which unit of measure."""

    code: str
    method: Method
    unit_of_measure: str


class Version(NamedTuple):
    """How figures of an indicator are kept, and in which unit of measure those have to be that are added up.

    ``rests_on`` is the weight of a mean or index, or the part and the whole of a ratio or share. ``method`` is
    ``not_additive`` where nothing is named, or what is named is not added up: then figures are kept as stated.
    """

    method: Method
    unit_of_measure: str
    rests_on: tuple[Rest, ...] = ()
    factor: int = 1
    decimals: int = 0

    @property
    def rolls(self) -> bool:
        """Whether units below one come to a figure of it."""
        return self.method is not Method.NOT_ADDITIVE


class Cell(NamedTuple):
    """A figure, from how many units without parts, and about how many more sources differ.

    Of a quotient also the sums above and below the line; none where nothing adds to them.
    """

    value: Decimal | None
    units: int
    differing: int
    top: Decimal | None = None
    base: Decimal | None = None

    @property
    def parts(self) -> int:
        """From how many units the sums are: a unit that states a mean without a weight adds to none."""
        return self.units if self.base is not None else 0


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

    def reporting(self, unit: int, version: Version, day: date) -> bool:
        """Whether what is stated for the unit itself counts: it exists, and has no parts that count instead."""
        return self.lives[unit].holds(day) and (not version.rolls or not self.below(unit, day))

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


def put_in(version: Version, own: Cell, rests: Collection[Cell]) -> Cell:
    """The cell of a unit without parts, from what is stated about it: its own figure, the weight, or part and whole.

    The rules are those of ``rollup.rules``: a unit without a weight, or with a negative one, is no part of a mean.
    """
    values = [rest.value for rest in rests]
    if version.method in MEANS:
        [weight] = values
        if own.value is None or weight is None or weight < 0:
            return own
        with localcontext(SUMS):
            return own._replace(top=own.value * weight, base=weight)
    if version.method in RATIOS:
        part, whole = values
        if part is None or whole is None or (version.method is Method.SHARE and not 0 <= part <= whole):
            return EMPTY._replace(differing=int(any(rest.differing for rest in rests)))
        return Cell(divided(version, part, whole), 1, 0, part, whole)
    return own


def divided(version: Version, top: Decimal, base: Decimal) -> Decimal | None:
    """A quotient of sums, rounded as the catalogue says; None where the base is not positive."""
    factor = version.factor if version.method in RATIOS else 1
    return quotient(Fraction(top), Fraction(base), Meaning("", version.method, version.decimals, factor=factor))


def combined(cells: Collection[Cell], version: Version) -> Cell:
    """What the units below one come to."""
    differing = sum(cell.differing for cell in cells)
    if version.method in QUOTIENTS:
        there = [cell for cell in cells if cell.base is not None]
        with localcontext(SUMS):
            top = sum((cell.top or Decimal(0) for cell in there), Decimal(0))
            base = sum((cell.base or Decimal(0) for cell in there), Decimal(0))
        return _quotient(version, top, base, sum(cell.units for cell in there), differing)
    values = [cell.value for cell in cells if cell.value is not None]
    value: Decimal | None = None
    if values:
        with localcontext(SUMS):
            value = sum(values, Decimal(0)) if version.method in ADDED else _extreme(values, version.method)
    return Cell(value, sum(cell.units for cell in cells), differing)


def _extreme(values: Collection[Decimal], method: Method) -> Decimal:
    return min(values) if method is Method.MIN else max(values)


def _quotient(version: Version, top: Decimal, base: Decimal, units: int, differing: int) -> Cell:
    return Cell(divided(version, top, base), units, differing, top, base) if units else Cell(None, 0, differing)


def moved(total: Cell, before: Cell, after: Cell, version: Version) -> Cell:
    """A sum, or a quotient of sums, in which one unit below states something else than before."""
    differing = total.differing - before.differing + after.differing
    if version.method in QUOTIENTS:
        with localcontext(SUMS):
            top = (total.top or Decimal(0)) - (before.top or Decimal(0)) + (after.top or Decimal(0))
            base = (total.base or Decimal(0)) - (before.base or Decimal(0)) + (after.base or Decimal(0))
        return _quotient(version, top, base, total.parts - before.parts + after.parts, differing)
    units = total.units - before.units + after.units
    value = None
    if units:
        with localcontext(SUMS):
            value = (total.value or Decimal(0)) - (before.value or Decimal(0)) + (after.value or Decimal(0))
    return Cell(value, units, differing)


def folded(stated: Mapping[int, Cell], version: Version, day: date, territory: Territory) -> dict[int, Cell]:
    """From what is put in for units on a day to the figures of these and of all above them."""
    found = {unit: cell for unit, cell in stated.items() if territory.reporting(unit, version, day)}
    if version.rolls:
        parts: dict[int, list[Cell]] = {}
        for unit, cell in found.items():
            for above in territory.above(unit, day):
                parts.setdefault(above, []).append(cell)
        found |= {unit: combined(cells, version) for unit, cells in parts.items()}
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
