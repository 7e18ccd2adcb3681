"""Where in a file a text stands: page, table, sheet, cell. A small map from the text to places in the file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tongket.base.errors import InvalidInput, gettext_noop

MAX_CHARACTERS = 50 * 1024 * 1024
"""No file becomes a longer text than the largest one that is read as it is."""

_LETTERS = 26


class Place(NamedTuple):
    """A place in a file; rows and columns count from 1, what does not apply is 0 or empty."""

    page: int = 0
    table: int = 0
    sheet: str = ""
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell of a sheet as spreadsheets name it, ``B7``; empty elsewhere."""
        return f"{letters(self.column)}{self.row}" if self.sheet and self.row and self.column else ""

    def as_record(self) -> dict[str, int | str]:
        """``{"page": 3}``, ``{"table": 1, "row": 2, "column": 4}``, ``{"sheet": "Budget", "cell": "B7"}``."""
        if self.sheet:
            return {"sheet": self.sheet, "cell": self.cell}
        return {name: value for name, value in self._asdict().items() if value}


NOWHERE = Place()


def letters(column: int) -> str:
    """The name of a column of a sheet: A, …, Z, AA, …"""
    name = ""
    while column:
        column, digit = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + digit) + name
    return name


@dataclass(frozen=True)
class Places:
    """From every character of a text to its place in the file; a place holds until the next one begins.

    Kept as columns of numbers: a table of half a million cells needs 14 MB.
    """

    starts: Sequence[int] = ()
    frames: Sequence[int] = ()
    rows: Sequence[int] = ()
    columns: Sequence[int] = ()
    names: tuple[tuple[int, int, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.starts)

    def at(self, position: int) -> Place | None:
        """The place in the file of a character of the text; None where it has none but the text."""
        index = bisect_right(self.starts, position) - 1
        if index < 0 or self.frames[index] < 0:
            return None
        return Place(*self.names[self.frames[index]], self.rows[index], self.columns[index])

    def as_record(self) -> dict[str, Any]:
        """What JSON can hold; ``from_record`` gives the places back. Empty where there are none."""
        if not self:
            return {}
        columns = {name: list(getattr(self, name)) for name in ("starts", "frames", "rows", "columns")}
        return {**columns, "names": [list(name) for name in self.names]}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Places:
        """The places that ``as_record`` gave."""
        return cls(**{**record, "names": tuple(map(tuple, record.get("names", ())))})


NO_PLACES = Places()


@dataclass(frozen=True)
class Source:
    """A file as it is read: its text, where in the file each part of it stands, and of what type the file is."""

    text: str
    places: Places
    media_type: str


@dataclass
class Writing:
    """A text in the making, part by part, with the place of each. Raises InvalidInput when it grows beyond measure."""

    name: str
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _names: dict[tuple[int, int, str], int] = field(default_factory=dict)
    _starts: array[int] = field(default_factory=lambda: array("Q"))
    _frames: array[int] = field(default_factory=lambda: array("l"))
    _rows: array[int] = field(default_factory=lambda: array("L"))
    _columns: array[int] = field(default_factory=lambda: array("L"))

    def add(self, text: str, place: Place | None = None) -> None:
        """The next part of the text."""
        if not text:
            return
        frame, row, column = -1, 0, 0
        if place is not None:
            frame = self._names.setdefault((place.page, place.table, place.sheet), len(self._names))
            row, column = place.row, place.column
        known = self._starts and (self._frames[-1], self._rows[-1], self._columns[-1])
        if known != (frame, row, column) and (self._starts or place is not None):
            self._starts.append(self._length)
            self._frames.append(frame)
            self._rows.append(row)
            self._columns.append(column)
        self._parts.append(text)
        self._length += len(text)
        if self._length > MAX_CHARACTERS:
            raise InvalidInput(
                gettext_noop("{name}: written out, it has more than {limit} characters, and is not read. Divide it."),
                name=self.name,
                limit=MAX_CHARACTERS,
            )

    def line(self, *parts: tuple[str, Place | None]) -> None:
        """A line of several parts; nothing where all are blank."""
        if any(text.strip() for text, _ in parts):
            for text, place in parts:
                self.add(text, place)
            self.add("\n", parts[-1][1])

    def lines(self, lines: Iterable[str], place: Place | None = None) -> None:
        """Lines of one place."""
        for line in lines:
            self.line((line, place))

    def source(self, media_type: str) -> Source:
        """The text with its places. Raises InvalidInput when nothing stands in it."""
        text = "".join(self._parts)
        if not text.strip():
            raise InvalidInput(
                gettext_noop("{name}: the document has no text. There is nothing to read."), name=self.name
            )
        places = Places(self._starts, self._frames, self._rows, self._columns, tuple(self._names))
        return Source(text, places, media_type)
