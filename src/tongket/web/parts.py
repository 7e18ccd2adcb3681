"""A long document in parts: a page shows one, and what it costs does not grow with the document. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

CHARACTERS = 40_000
"""So much text a page shows at most, some twelve printed pages; each line counts for as many more as its markup has."""

LINE = 80
"""What a line costs besides its letters."""

PLACES = 80
"""In so many places of it something was read, at most: each brings its note, and for who may decide its form."""


@dataclass(frozen=True)
class Part:
    """One part of a text, ``[start, end)``; ``number`` counts from 1."""

    number: int
    count: int
    start: int
    end: int

    @property
    def previous(self) -> int:
        """The number of the part before; 0 for none."""
        return self.number - 1

    @property
    def next(self) -> int:
        """The number of the part that follows; 0 for none."""
        return self.number + 1 if self.number < self.count else 0


def cut(text: str, places: Sequence[int], *, rows: bool = False) -> list[int]:
    """Where the parts of a text begin, of which something was read at ``places``, in order.

    A part ends where a line does, and only one line that is too much by itself is cut between words; with ``rows``,
    which are those of a table, nothing is cut but between rows.
    """
    found, begun, reached, lines, end, quotes = [0], 0, 0, 0, 0, 0
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        before = reached
        while reached < len(places) and places[reached] < end:
            reached += 1
        lines += 1
        within_row = rows and quotes % 2 == 1
        quotes += line.count('"') if rows else 0
        much = end - found[-1] + LINE * lines > CHARACTERS or reached - begun > PLACES
        if much and start > found[-1] and not within_row:
            found.append(start)
            begun, lines = before, 1
        while not rows and (end - found[-1] > CHARACTERS or reached - begun > PLACES):
            border = _between_words(text, places, found[-1], begun)
            if not found[-1] < border < end:
                break
            found.append(border)
            begun, lines = bisect_left(places, border), 1
    return found


def part(starts: Sequence[int], length: int, *, number: int = 0, at: int = 0) -> Part:
    """The part with a number, or where that is 0, the one that holds a place; the nearest there is."""
    number = min(max(number, 1), len(starts)) if number else max(bisect_right(starts, at), 1)
    end = starts[number] if number < len(starts) else length
    return Part(number, len(starts), starts[number - 1], end)


def _between_words(text: str, places: Sequence[int], start: int, begun: int) -> int:
    """Where a line is cut that is too much: behind the last blank before it becomes so."""
    border = start + CHARACTERS
    if begun + PLACES < len(places):
        border = min(border, places[begun + PLACES])
    return text.rfind(" ", start + 1, border) + 1 or border
