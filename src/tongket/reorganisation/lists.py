"""From the rows of tables to lists of units and to what a decree did. Pure.

A list has the columns code, name, level and parent; or, as the General Statistics Office of Viet Nam lays its lists
out, one row for each commune with its district, if there is one, and its province. A decree has from, to and
share; or old_ward_code and new_ward_code, with the provinces, as the tables of 1 July 2025 have.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.reorganisation.rules import Listed
from tongket.units import tables
from tongket.units.lineage import UNNAMED, Edge

Row = tuple[int, Sequence[str]]

_OFFICE = (("province", "province"), ("district", "district"), ("ward", "commune"))


def listing(header: Sequence[str], rows: Iterable[Row], *, name: str, root: str | None = None) -> dict[str, Listed]:
    """The units of a list by code; those without a parent stand below ``root``.

    Raises InvalidInput when a column is missing, Conflict when a code stands for two units.
    """
    found: dict[str, Listed] = {}
    for line, unit in _office(header, rows, root) if "ward_code" in header else _plain(header, rows, name, root):
        if not unit.code:
            raise InvalidInput(
                gettext_noop("{name}, line {line}: the column “{column}” is empty. Every row needs a code there."),
                name=name,
                line=line,
                column="code",
            )
        if found.setdefault(unit.code, unit) != unit:
            raise Conflict(
                gettext_noop("{name}, line {line}: the code {code} stands for two units: {one}, {other}."),
                name=name,
                line=line,
                code=unit.code,
                one=found[unit.code].name,
                other=unit.name,
            )
    return found


def _plain(header: Sequence[str], rows: Iterable[Row], name: str, root: str | None) -> Iterable[tuple[int, Listed]]:
    code, called, level, parent = tables.places(header, ("code", "name", "level", "parent"), name=name)
    for line, cells in rows:
        yield line, Listed(cells[code], cells[called], cells[level], cells[parent] or root)


def _office(header: Sequence[str], rows: Iterable[Row], root: str | None) -> Iterable[tuple[int, Listed]]:
    there = [(f"{column}_code", f"{column}_name", level) for column, level in _OFFICE if f"{column}_code" in header]
    places = [(header.index(code), header.index(called), level) for code, called, level in there if called in header]
    for line, cells in rows:
        parent = root
        for code, called, level in places:
            yield line, Listed(cells[code], cells[called], level, parent)
            parent = cells[code]


def edges(header: Sequence[str], rows: Iterable[Row], *, name: str) -> list[Edge]:
    """What became of which unit, as a decree's table states it. Raises InvalidInput."""
    if "old_ward_code" not in header:
        return tables.edges(header, rows, name=name)
    found: dict[Edge, None] = {}
    for level in ("province", "ward"):
        columns = (f"old_{level}_code", f"new_{level}_code")
        if level == "ward" or set(columns) <= set(header):
            old, new = tables.places(header, columns, name=name)
            found |= {Edge(cells[old] or UNNAMED, cells[new]): None for _, cells in rows}
    return list(found)
