"""A quantity read in a text: a number with its scale, unit and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from tongket.reading.claims import Modifier
from tongket.reading.measures import Family
from tongket.reading.numerals import EXACT

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; ``value`` and ``half_unit`` are scaled, ``printed`` is not.

    ``field`` is where the text says among whom a rank counts, ``peers`` the pack's slug for them.
    """

    start: int
    end: int
    printed: Decimal
    value: Decimal
    half_unit: Decimal
    unit: str
    family: Family
    of: Decimal | None = None
    bound: Literal["min", "max"] | None = None
    modifier: Modifier | None = None
    word: bool = False
    field: Place | None = None
    peers: str | None = None


def with_small_change(found: Sequence[Quantity]) -> list[Quantity]:
    """«34 руб. 50 коп.» is one sum: hundredths of a currency directly behind a whole number of it belong to it."""
    summed: list[Quantity] = []
    for quantity in found:
        last = summed[-1] if summed else None
        small = quantity.family == "currency" and 0 < quantity.value < 1 <= quantity.printed
        if small and last and last.unit == quantity.unit and quantity.start - last.end == 1:
            value = EXACT.add(last.value, quantity.value)
            summed[-1] = replace(last, end=quantity.end, value=value, half_unit=quantity.half_unit)
        else:
            summed.append(quantity)
    return summed


def outermost(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """«три триллиона 100 миллиардов тенге»: what was read once more inside a number in words is left out."""
    start = end = 0
    for quantity in found:
        if quantity.start >= end or (quantity.start, quantity.end) == (start, end):
            start, end = quantity.start, quantity.end
            yield quantity
