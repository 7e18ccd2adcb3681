"""Tables to claims: cells with their place in the text, read by a stated meaning of the columns.

The file stays text with addresses: a cell is the span of its content, so a figure from a table is walked
back exactly as one from prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.quantities import EXACT, parse_decimal
from tongket.catalogue.definitions import Names
from tongket.packs.definitions import RowReading, TableReading
from tongket.reading.claims import FigureClaim

# RFC 4180: a field is quoted, with doubled quotes inside, or runs to the next comma or line end.
_FIELD = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^",\r\n]*)')
_MODIFIERS = {"more_than": "more_than", "less_than": "less_than", "about": "approx"}


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where: ``text[start:end]`` is the content without enclosing quotes."""

    start: int
    end: int
    content: str


@dataclass(frozen=True)
class Row:
    """A line of the table by heading; ``line`` counts from 1 and the heading is line 1."""

    line: int
    cells: dict[str, Cell]


def rows(text: str) -> list[Row]:
    """The rows below the heading. Raises InvalidInput when a row has more or fewer cells than the heading."""
    lines = list(_lines(text))
    if not lines:
        raise InvalidInput(gettext_noop("The table is empty."))
    heading = [cell.content for cell in lines[0]]
    table = []
    for line, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(heading):
            raise InvalidInput(
                gettext_noop("Line {line} of the table has {cells} cells; the heading has {headings}."),
                line=line,
                cells=len(cells),
                headings=len(heading),
            )
        table.append(Row(line, dict(zip(heading, cells, strict=True))))
    return table


def _lines(text: str) -> Iterator[list[Cell]]:
    cells: list[Cell] = []
    position = 0
    while position < len(text):
        found = _FIELD.match(text, position)
        if found is None:  # cannot be: the second alternative matches the empty field
            raise AssertionError(position)
        group = "quoted" if found["quoted"] is not None else "plain"
        start, end = found.span(group)
        cells.append(Cell(start, end, found[group].replace('""', '"') if group == "quoted" else found[group]))
        position = found.end()
        if text.startswith(",", position):
            position += 1
            if position == len(text):
                cells.append(Cell(position, position, ""))
            continue
        ending = re.compile(r"\r\n|\r|\n|$").match(text, position)
        if ending is None:
            raise InvalidInput(
                gettext_noop("The table is not well formed at character {position}: a quote is out of place."),
                position=position,
            )
        position = ending.end()
        yield cells
        cells = []
    if cells:
        yield cells


@dataclass(frozen=True)
class TableClaim:
    """A figure, the cell it stands in, the source that the row names, and what is known of the row besides."""

    figure: FigureClaim
    cell: str
    source: str
    notes: Names


def read_table(text: str, reading: TableReading) -> list[TableClaim]:
    """Every value of the table as a claim; a label that means no indicator gives a claim without one.

    Raises InvalidInput when a unit or kind is printed whose meaning was not stated.
    """
    by_line = {row.line: row for row in reading.rows}
    return [_claim(row, reading, by_line.get(row.line)) for row in rows(text)]


def _claim(row: Row, reading: TableReading, notes: RowReading | None) -> TableClaim:
    columns = reading.columns
    cells = {part: row.cells[getattr(columns, part)] for part in ("indicator", "period", "value", "unit", "kind")}
    printed = {part: cell.content for part, cell in cells.items()}
    unit = next((unit for unit in reading.units if unit.label == printed["unit"]), None)
    kind = next((kind for kind in reading.kinds if kind.label == printed["kind"]), None)
    if unit is None or kind is None:
        raise InvalidInput(
            gettext_noop("Line {line} of the table: it is not stated what “{unit}” and “{kind}” mean."),
            line=row.line,
            unit=printed["unit"],
            kind=printed["kind"],
        )
    indicator = next((i.indicator for i in reading.indicators if i.label == printed["indicator"]), None)
    raw = parse_decimal(printed["value"])
    measure = notes.measure if notes and notes.measure else kind.measure
    modifier = _MODIFIERS[notes.modifier] if notes and notes.modifier else None
    with localcontext(EXACT):
        exponent = int(raw.as_tuple().exponent)
        value, half_unit = raw * unit.scale, Decimal(5).scaleb(exponent - 1) * unit.scale
    figure = FigureClaim(
        start=cells["value"].start,
        end=cells["value"].end,
        quote=cells["value"].content,  # a number holds no quotes that would need unescaping
        rule=f"table.{reading.document}",
        value=value,
        raw_value=raw,
        half_unit=half_unit,
        unit=unit.unit_of_measure,
        kind="level",
        period=printed["period"],
        status="estimate" if measure == "forecast" else measure,
        modifier=modifier,  # type: ignore[arg-type]
        indicator=printed["indicator"],
        indicator_code=indicator,
        of=Decimal(notes.of) if notes and notes.of else None,
    )
    source = row.cells[columns.source].content
    return TableClaim(figure, f"{row.line}:{columns.value}", source, notes.notes if notes else {})
