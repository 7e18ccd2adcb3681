"""Tables to claims: cells with their place in the text, read by a stated meaning of the columns.

The file stays text with addresses: a cell is the span of its content, so a figure from a table is walked
back exactly as one from prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, Inexact, localcontext

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.quantities import EXACT, parse_decimal
from tongket.catalogue.definitions import Names
from tongket.packs.definitions import RowReading, TableReading
from tongket.reading.claims import FigureClaim, Modifier

# RFC 4180: a field is quoted, with doubled quotes inside, or runs to the next comma or line end.
_FIELD = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^",\r\n]*)')
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_LINE_END = re.compile(r"\r\n|\r|\n|$")
_PARTS = ("indicator", "period", "value", "unit", "kind", "source")
_MODIFIERS: dict[str, Modifier] = {"more_than": "more_than", "less_than": "less_than", "about": "approx"}


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and where: ``text[start:end]`` is the content without enclosing quotes."""

    start: int
    end: int
    content: str


@dataclass(frozen=True)
class Row:
    """A row of the table by heading; ``line`` is the line of the file that it begins on, as an editor counts."""

    line: int
    cells: dict[str, Cell]


def rows(text: str) -> list[Row]:
    """The rows below the heading; empty lines are none.

    Raises InvalidInput when two headings are the same, or a row has more or fewer cells than the heading.
    """
    lines = list(_lines(text))
    if not lines:
        raise InvalidInput(gettext_noop("The table is empty."))
    heading = [cell.content for cell in lines[0][1]]
    twice = [name for name, times in Counter(heading).items() if times > 1]
    if twice:
        raise InvalidInput(gettext_noop("The table has two columns with the heading “{heading}”."), heading=twice[0])
    table = []
    for line, cells in lines[1:]:
        if len(cells) != len(heading):
            raise InvalidInput(
                gettext_noop("Line {line} of the table has {cells} cells; the heading has {headings}."),
                line=line,
                cells=len(cells),
                headings=len(heading),
            )
        table.append(Row(line, dict(zip(heading, cells, strict=True))))
    return table


def _lines(text: str) -> Iterator[tuple[int, list[Cell]]]:
    cells: list[Cell] = []
    position = 0
    line = next_line = 1
    while position < len(text):
        if not cells:
            line = next_line
        found = _FIELD.match(text, position)
        if found is None:  # cannot be: the second alternative matches the empty field
            raise AssertionError(position)
        group = "quoted" if found["quoted"] is not None else "plain"
        start, end = found.span(group)
        cells.append(Cell(start, end, found[group].replace('""', '"') if group == "quoted" else found[group]))
        next_line += len(_LINE_BREAK.findall(found[0]))
        position = found.end()
        if text.startswith(",", position):
            position += 1
            if position == len(text):
                cells.append(Cell(position, position, ""))
            continue
        ending = _LINE_END.match(text, position)
        if ending is None:
            raise InvalidInput(
                gettext_noop("The table is not well formed at character {position}: a quote is out of place."),
                position=position,
            )
        position = ending.end()
        next_line += 1
        if found[0] or len(cells) > 1:
            yield line, cells
        cells = []
    if cells:
        yield line, cells


@dataclass(frozen=True)
class TableClaim:
    """A figure, the cell it stands in, the source that the row names, and what is known of the row besides."""

    figure: FigureClaim
    cell: str
    source: str
    notes: Names


def read_table(text: str, reading: TableReading) -> list[TableClaim]:
    """Every value of the table as a claim; a label that means no indicator gives a claim without one.

    A row without a value says nothing. Raises InvalidInput when a column is not there, a value is no number, or a
    unit or kind is printed whose meaning was not stated.
    """
    by_line = {row.line: row for row in reading.rows}
    table = rows(text)
    needed = [getattr(reading.columns, part) for part in _PARTS]
    absent = [column for column in needed if table and column not in table[0].cells]
    if absent:
        raise InvalidInput(
            gettext_noop("The table has no column “{column}”; it has: {columns}."),
            column=absent[0],
            columns=", ".join(table[0].cells),
        )
    valued = [row for row in table if row.cells[reading.columns.value].content.strip()]
    return [_claim(row, reading, by_line.get(row.line)) for row in valued]


def _claim(row: Row, reading: TableReading, notes: RowReading | None) -> TableClaim:
    columns = reading.columns
    cells = {part: row.cells[getattr(columns, part)] for part in _PARTS}
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
    raw, value, half_unit = _value(printed["value"], unit.scale, row.line)
    measure = notes.measure if notes and notes.measure else kind.measure
    modifier = _MODIFIERS[notes.modifier] if notes and notes.modifier else None
    figure = FigureClaim(
        start=cells["value"].start,
        end=cells["value"].end,
        quote=cells["value"].content,  # a number holds no quotes that would need unescaping
        rule=f"table.{reading.document}",
        value=value,
        raw_value=raw,
        half_unit=half_unit.normalize(),
        unit=unit.unit_of_measure,
        kind="level",
        period=printed["period"],
        status="estimate" if measure == "forecast" else measure,
        modifier=modifier,
        indicator=printed["indicator"],
        indicator_code=indicator,
        of=Decimal(notes.of) if notes and notes.of else None,
    )
    return TableClaim(figure, f"{row.line}:{columns.value}", printed["source"], notes.notes if notes else {})


def _value(printed: str, scale: int, line: int) -> tuple[Decimal, Decimal, Decimal]:
    """The number as printed, its value, and half a unit of its last printed digit."""
    try:
        with localcontext(EXACT):
            raw = parse_decimal(printed)
            exponent = int(raw.as_tuple().exponent)
            return raw, raw * scale, Decimal(5).scaleb(exponent - 1) * scale
    except (InvalidInput, Inexact):
        raise InvalidInput(
            gettext_noop("Line {line} of the table: “{value}” is not a decimal number such as 20699.5."),
            line=line,
            value=printed,
        ) from None
