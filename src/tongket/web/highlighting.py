"""Cutting a text into pieces, so that every place that was read can be marked where it stands. Pure.

Places overlap: a task holds the figures of its sentence, a correction may cross the end of a figure. Markup
must nest, so a place that crosses the end of another is cut there and goes on behind it. Whatever the places
are, the pieces put together are the text, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A span ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    @property
    def anchor(self) -> str:
        """What the place is called within its page; the same in every workspace."""
        return f"at-{self.start}-{self.end}"


@dataclass(frozen=True)
class Piece:
    """A stretch of text: plain when ``place`` is None, else marked, with pieces inside.

    ``first`` is set on the piece where its place begins: that one carries the anchor.
    """

    start: int
    end: int
    place: Place | None = None
    first: bool = False
    inside: tuple[Piece, ...] = ()

    @property
    def innermost(self) -> bool:
        """Whether no other place is marked within this piece."""
        return all(piece.place is None for piece in self.inside)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that say something, as spans; what lies between them is blank."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip()
        if content:
            found.append((start, start + len(content)))
        start += len(line)
    return found


def pieces(start: int, end: int, places: Iterable[Place]) -> tuple[Piece, ...]:
    """The pieces of ``[start, end)``, marked where the places lie; places outside are left out."""
    cuts = [
        (max(place.start, start), min(place.end, end), place)
        for place in set(places)
        if place.start < end and place.end > start
    ]
    return tuple(_pieces(start, end, cuts))


def _pieces(start: int, end: int, cuts: list[tuple[int, int, Place]]) -> Iterator[Piece]:
    """Outermost first: of those that begin at one place, the longest holds the others."""
    position = start
    waiting = sorted(cuts, key=_outermost)
    while waiting:
        begin, stop, place = waiting.pop(0)
        if position < begin:
            yield Piece(position, begin)
        within = [(b, min(e, stop), p) for b, e, p in waiting if b < stop]
        beyond = [(max(b, stop), e, p) for b, e, p in waiting if e > stop]
        yield Piece(begin, stop, place, begin == place.start, tuple(_pieces(begin, stop, within)))
        position = stop
        waiting = sorted(beyond, key=_outermost)
    if position < end:
        yield Piece(position, end)


def _outermost(cut: tuple[int, int, Place]) -> tuple[int, int, Place]:
    begin, stop, place = cut
    return begin, -stop, place
