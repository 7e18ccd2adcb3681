"""A unit's lineage as a picture: a column for every era, a box for every life, a line for each succession. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT, ACROSS, BETWEEN = 216, 46, 76, 10
"""Of a box, and of the gaps between columns and rows, in pixels."""

MOST = 24
"""Boxes of a column; what is beyond is counted in its last one."""

_LETTERS = 29


@dataclass(frozen=True)
class Life:
    """A unit as the picture shows it; ``name`` in the language of the page."""

    key: int
    code: str
    name: str
    start: date
    end: date | None


@dataclass(frozen=True)
class Step:
    """One succession, by the keys of lives; a part of ``origin`` became part of ``target`` on ``day``."""

    origin: int | None
    target: int | None
    day: date
    whole: bool


@dataclass(frozen=True)
class Box:
    """A life in its place, or how many lives (``more``) had no room there."""

    life: Life | None
    x: int
    y: int
    focus: bool = False
    more: int = 0

    @property
    def title(self) -> str:
        """The name, shortened to what fits the box."""
        name = self.life.name if self.life else ""
        return name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"


@dataclass(frozen=True)
class Line:
    """A succession as a curve; ``whole`` where all of the origin went that way."""

    path: str
    whole: bool


@dataclass(frozen=True)
class Column:
    """The day from which the lives of a column are; None for those since before our records."""

    day: date | None
    x: int


@dataclass(frozen=True)
class Picture:
    """Everything in its place, and the size of the whole."""

    boxes: Sequence[Box]
    lines: Sequence[Line]
    columns: Sequence[Column]
    width: int
    height: int


_TOP = 30


def draw(lives: Iterable[Life], steps: Sequence[Step], *, focus: int) -> Picture:
    """The picture of a unit's lineage; ``focus`` is the key of the unit."""
    days = sorted({step.day for step in steps})
    columns: dict[int, list[Life]] = {}
    for life in sorted(lives, key=lambda life: (life.key != focus, life.code, life.start)):
        columns.setdefault(sum(day <= life.start for day in days), []).append(life)
    tallest = max(min(len(column), MOST) for column in columns.values())
    boxes: list[Box] = []
    places: dict[int, tuple[int, int]] = {}
    starts = {column: place * (WIDTH + ACROSS) for place, column in enumerate(sorted(columns))}
    for column, members in columns.items():
        shown = members if len(members) <= MOST else members[: MOST - 1]
        left = len(members) - len(shown)
        top = _TOP + (tallest - min(len(members), MOST)) * (HEIGHT + BETWEEN) // 2
        # The unit itself is never among those left out; it stands in the order of the codes all the same.
        for row, life in enumerate(sorted(shown, key=lambda life: (life.code, life.start))):
            places[life.key] = (starts[column], top + row * (HEIGHT + BETWEEN))
            boxes.append(Box(life, *places[life.key], focus=life.key == focus))
        if left:
            boxes.append(Box(None, starts[column], top + len(shown) * (HEIGHT + BETWEEN), more=left))
    ends = [(places.get(s.origin or 0), places.get(s.target or 0), s.whole) for s in steps]
    return Picture(
        boxes,
        [_line(origin, target, whole=whole) for origin, target, whole in ends if origin and target],
        [Column(days[column - 1] if column else None, x) for column, x in sorted(starts.items())],
        max(starts.values()) + WIDTH,
        _TOP + tallest * (HEIGHT + BETWEEN) - BETWEEN,
    )


def _line(origin: tuple[int, int], target: tuple[int, int], *, whole: bool) -> Line:
    """From the right edge of a box to the left edge of another."""
    x, y = origin[0] + WIDTH, origin[1] + HEIGHT // 2
    end, level = target[0], target[1] + HEIGHT // 2
    half = (x + end) // 2
    return Line(f"M{x} {y}C{half} {y} {half} {level} {end} {level}", whole)
