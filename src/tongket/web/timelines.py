"""A series as a picture: a line, broken where a value is missing, and a mark at each decree. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

WIDTH, HEIGHT, EDGE, FOOT = 720, 220, 24, 40
"""Of the picture, its margin, and the room for words below the line, in pixels."""

_NARROWEST = 64
"""Pixels between two words below the line; others are left out."""


@dataclass(frozen=True)
class Stop:
    """A period of the series: its last day, its value if there is one, its code, and the word for it."""

    day: date
    value: Decimal | None
    code: str
    label: str


@dataclass(frozen=True)
class Dot:
    """A stop in its place; a gap has no height.

    ``worded``: its label stands below the line; ``told``: its value stands over it, or ``under`` it.
    """

    stop: Stop
    x: int
    y: int | None
    worded: bool
    told: bool
    under: bool = False

    @property
    def anchor(self) -> str:
        """Where words at the stop begin, so that they stay inside the picture."""
        return "start" if self.x < _NARROWEST else "end" if self.x > WIDTH - _NARROWEST else "middle"


@dataclass(frozen=True)
class Timeline:
    """The whole picture: dots, the lines between neighbours that both have a value, and where decrees took effect."""

    dots: tuple[Dot, ...]
    lines: tuple[str, ...]
    marks: tuple[tuple[int, int], ...]
    zero: int | None

    width, height, foot = WIDTH, HEIGHT, HEIGHT - FOOT


def draw(stops: Sequence[Stop], decrees: Iterable[date]) -> Timeline | None:
    """The picture of stops in their order; ``marks`` are the places of decrees in theirs, by number. None for no value.

    The line starts at zero where all values lie near enough to it to be told apart.
    """
    values = [stop.value for stop in stops if stop.value is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    if low >= 0 and 2 * low <= high:
        low = Decimal(0)
    first, last = stops[0].day, stops[-1].day
    days = max((last - first).days, 1)

    def across(day: date) -> int:
        return EDGE + (WIDTH - 2 * EDGE) * (day - first).days // days if last > first else WIDTH // 2

    def up(value: Decimal) -> int:
        room = HEIGHT - FOOT - 2 * EDGE
        return EDGE + (int(room * (high - value) / (high - low)) if high > low else room // 2)

    highest, lowest = (next(stop for stop in stops if stop.value == end) for end in (max(values), min(values)))
    newest = next(stop for stop in reversed(stops) if stop.value is not None)
    dots: list[Dot] = []
    worded = -_NARROWEST
    for stop in stops:
        x = across(stop.day)
        if shown := x - worded >= _NARROWEST:
            worded = x
        told = stop.value is not None and stop in (highest, lowest, newest)
        under = stop == lowest != highest
        dots.append(Dot(stop, x, None if stop.value is None else up(stop.value), shown, told, under))
    lines = tuple(f"M{a.x} {a.y}L{b.x} {b.y}" for a, b in pairwise(dots) if a.y is not None and b.y is not None)
    marks = tuple((number, across(day)) for number, day in enumerate(decrees) if first <= day <= last)
    return Timeline(tuple(dots), lines, marks, up(Decimal(0)) if low <= 0 <= high and high > low else None)
