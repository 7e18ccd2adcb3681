"""From lines to the text that is read: numbers as the language writes them, units of measure behind them, places."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from tongket.documents.sources.lines import Line, Origin, Spread
from tongket.documents.sources.notation import Notation, Notations, written
from tongket.documents.sources.places import Place, Source, Writing

# So many lines tell the language; the rest is written as it is read.
_SAMPLE = 2_000
_CAPTIONS = 3
_CAPTION = 200
NO_UNIT = ("", "")
# A number and nothing else, but the blanks, signs and separators that belong to one.
_BARE = re.compile(r"[-\u2212+]?[0-9](?:[0-9.,\s]*[0-9])?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# Where a caption, a heading or a row names a unit: “Revenue (billion VND)”, “Unit: billion VND”, “Growth, %”.
_TAILS = (re.compile(r"\(([^()]{1,40})\)\s*$"), re.compile(r"[:,]\s*([^:,()]{1,40})$"))


def whole(lines: Iterable[str], *, name: str, notations: Notations, media_type: str) -> Source:
    """The text of lines, a line for each that is not empty, with the places of those that stand in cells.

    A bare number of a table takes the unit of measure that its row, its heading or the table's caption names. Raises
    InvalidInput when nothing is left, or the text grows beyond measure.
    """
    kept = (line for line in lines if line)
    sample = list(islice(kept, _SAMPLE))
    notation = notations("\n".join(sample))
    writing = Writing(name)
    units = _Units(notation)
    tables: dict[int, int] = {}
    for line in chain(sample, kept):
        origin = line.origin if isinstance(line, Line) else None
        units.notice(line, origin)
        if origin is None:
            writing.line(*(line.parts if isinstance(line, Spread) else ((line, None),)))
            continue
        said = str(line)[origin.front :]
        unit = units.of(said, origin) if origin.kind == "value" else NO_UNIT
        if origin.number is not None:
            before, behind = origin.around
            said = before + written(origin.number, notation, grouped=origin.grouped or unit != NO_UNIT) + behind
        place, about = _numbered((origin.place, origin.about), origin.table, tables)
        said = " ".join(part for part in (unit[0], said, unit[1]) if part)
        if origin.kind == "value" and _BARE.fullmatch(said) and not place.table:
            said += ";"  # the first word of the next line counts nothing
        writing.line((str(line)[: origin.front], about), (said, place))
    return writing.source(media_type)


def _numbered(places: Iterable[Place], serial: int, tables: dict[int, int]) -> Iterator[Place]:
    """The places with the table's number in the file; a sheet has a name instead."""
    for place in places:
        if place.sheet or place.table < 0:
            yield place._replace(table=0)
        else:
            yield place._replace(table=tables.setdefault(serial, len(tables) + 1))


class _Units:
    """Finds the unit of measure of a number in a table, and remembers the captions of the table."""

    def __init__(self, notation: Notation) -> None:
        self._notation = notation
        self._known: dict[str, tuple[str, str] | None] = {}
        self._captions: deque[str] = deque(maxlen=_CAPTIONS)
        self._in_table = False

    def notice(self, line: str, origin: Origin | None) -> None:
        """A line that is no cell, or a title within a table, may be a caption of what follows."""
        if origin is None or origin.kind == "title":
            if self._in_table and origin is None:
                self._captions.clear()
            if len(line) <= _CAPTION:
                self._captions.append(line)
        self._in_table = origin is not None

    def of(self, said: str, origin: Origin) -> tuple[str, str]:
        """The unit of a bare number, in front of it and behind; nothing where it has its own, or none is named."""
        if any(origin.around) or not _BARE.fullmatch(said) or not origin.units:
            return NO_UNIT
        heading, *beside = origin.units
        if "%" in heading and not _BARE.search(heading.partition("%")[0][-6:]):
            return "", "%"
        *others, about = beside or [""]
        for words in (*others, *_tails(about), *_tails(heading)):
            if unit := self._unit(words):
                return unit
        if _YEAR.fullmatch(said) and not origin.grouped:
            return NO_UNIT
        captions = [tail for caption in reversed(self._captions) for tail in (caption.strip("()"), *_tails(caption))]
        return next((unit for words in (*captions, heading) if (unit := self._unit(words))), NO_UNIT)

    def _unit(self, words: str) -> tuple[str, str] | None:
        if words not in self._known:
            self._known[words] = self._notation.unit(words) if words and len(words) <= 40 else None
        return self._known[words]


def _tails(text: str) -> Iterator[str]:
    for tail in _TAILS:
        if found := tail.search(text):
            yield found[1].strip()
            yield from _tails(found[1])  # “Revenue (unit: billion VND)”
