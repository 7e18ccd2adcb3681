"""From the rows of two tables to values and lineage: ``unit`` with figures, and ``from,to,share``. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.units.lineage import UNNAMED, Edge
from tongket.units.recasting import Cell, Gap, Values

# An exponent has two digits at most: three characters of "1e999999999" would fill the memory as plain digits.
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,60}(?:\.[0-9]{0,60})?|\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)

Row = tuple[int, Sequence[str]]
"""The line a row starts in, and its cells."""


def number(text: str) -> Decimal | None:
    """The decimal that a cell holds, or None when it holds something else (NaN and infinity included)."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def values(header: Sequence[str], rows: Iterable[Row], *, name: str) -> Values:
    """The figures of a table with a column ``unit``. Cells that are no number become gaps.

    A unit listed again with the same cells counts once; where they differ, there is no value. Raises InvalidInput for
    a header without ``unit`` or with a column twice, and for a row without a unit.
    """
    [at] = places(header, ("unit",), name=name)
    columns = tuple(column for index, column in enumerate(header) if index != at)
    found: dict[str, tuple[Cell, ...]] = {}
    for line, cells in rows:
        unit = cells[at]
        if not unit:
            raise InvalidInput(
                gettext_noop("{name}, line {line}: the column “{column}” is empty. Every row needs a code there."),
                name=name,
                line=line,
                column="unit",
            )
        figures = tuple(_cell(cell) for index, cell in enumerate(cells) if index != at)
        if unit in found:
            both = zip(found[unit], figures, strict=True)
            figures = tuple(one if one == other else Gap.CONTRADICTED for one, other in both)
        found[unit] = figures
    return Values(columns, found)


def edges(header: Sequence[str], rows: Iterable[Row], *, name: str) -> list[Edge]:
    """The rows of a correspondence table with the columns ``from``, ``to`` and ``share``; others are left aside.

    An empty ``from`` says that something unnamed went into the unit, an empty ``to`` that the unit ended without a
    successor, an empty ``share`` that nobody states one.
    Raises InvalidInput, naming file and line.
    """
    origin, target, share = places(header, ("from", "to", "share"), name=name)
    found: list[Edge] = []
    for line, cells in rows:
        part = number(cells[share]) if cells[share] else None
        if cells[share] and (part is None or part < 0):
            raise InvalidInput(
                gettext_noop("{name}, line {line}: “{text}” is not a share, which is 0 or more, such as 0.25."),
                name=name,
                line=line,
                text=cells[share],
            )
        if not cells[origin] and not cells[target]:
            raise InvalidInput(
                gettext_noop("{name}, line {line}: neither from nor to is given. A row needs one of them."),
                name=name,
                line=line,
            )
        found.append(Edge(cells[origin] or UNNAMED, cells[target], part))
    return found


def places(header: Sequence[str], wanted: Sequence[str], *, name: str) -> list[int]:
    """Where the wanted columns stand; raises InvalidInput when one is missing, or any column is there twice."""
    twice = sorted({column for column in header if header.count(column) > 1})
    if twice:
        raise InvalidInput(
            gettext_noop("{name}: the column “{column}” is there more than once. Give each column its own name."),
            name=name,
            column=twice[0],
        )
    missing = [column for column in wanted if column not in header]
    if missing:
        raise InvalidInput(
            gettext_noop("{name}: there is no column “{column}”. The first line must name the columns {wanted}."),
            name=name,
            column=missing[0],
            wanted=", ".join(wanted),
        )
    return [header.index(column) for column in wanted]


def _cell(text: str) -> Cell:
    if not text:
        return Gap.EMPTY
    figure = number(text)
    return Gap.NOT_A_NUMBER if figure is None else figure
