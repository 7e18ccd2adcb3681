"""What a table of figures says, row by row, and every cell of it that cannot be taken as it stands. Pure.

The columns are Tongket's own (indicator, unit, period, measure, value, unit_of_measure, half_unit, source) or those of
SDMX-CSV 2.0 (INDICATOR, REF_AREA, TIME_PERIOD, MEASURE, OBS_VALUE, UNIT_MEASURE, HALF_UNIT, SOURCE), whose columns
STRUCTURE, STRUCTURE_ID and ACTION are understood as well. A table comes as text (csv), or as a sheet that ``sheets``
wrote out as one, with the cell of the sheet as the place of each cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Literal

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import Quantity, parse_decimal
from tongket.documents.sources.places import NO_PLACES, Places
from tongket.reading.tables import Cell, Row, rows

Format = Literal["csv", "sdmx-csv", "xlsx"]

COLUMNS = ("indicator", "unit", "period", "measure", "value", "unit_of_measure", "half_unit", "source")
NUMBERS = frozenset({"value", "half_unit"})
SDMX = {
    "indicator": "INDICATOR",
    "unit": "REF_AREA",
    "period": "TIME_PERIOD",
    "measure": "MEASURE",
    "value": "OBS_VALUE",
    "unit_of_measure": "UNIT_MEASURE",
    "half_unit": "HALF_UNIT",
    "source": "SOURCE",
}
STRUCTURE = ("dataflow", "TONGKET:FIGURES(1.0)", "I")
"""What the first three columns of SDMX-CSV say: of which structure the data is, and that it informs."""

MEASURES = ("actual", "target", "estimate", "forecast")
_NEEDED = ("indicator", "unit", "period", "value")
_ADDING = frozenset({"", "I", "A", "R", "M"})


@dataclass(frozen=True)
class Stated:
    """A figure as a row states it; ``text[start:end]`` is the value as printed, ``cell`` names its cell.

    ``unit_of_measure`` is empty where the table leaves it to the indicator; ``cells`` names the row's cells by part.
    """

    line: int
    cell: str
    start: int
    end: int
    indicator: str
    unit: str
    period: Period
    measure: str
    quantity: Quantity
    unit_of_measure: str
    source: str
    cells: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the figure is of."""
        return self.indicator, self.unit, self.period.code, self.measure


@dataclass(frozen=True)
class Fault:
    """What is wrong in a cell of a line: a text template and the values that fill it."""

    line: int
    cell: str
    message: str
    details: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What fills the template."""
        return {"cell": self.cell, **dict(self.details)}


NO_DECIMAL = gettext_noop("{cell}: “{text}” is not a decimal number such as 20699.5.")
NO_PERIOD = gettext_noop("{cell}: “{text}” is not a period such as 2024, 2024-Q1 or 2024-03.")
NO_MEASURE = gettext_noop("{cell}: “{text}” is not a measure. There are: {measures}.")
EMPTY = gettext_noop("{cell}: the cell is empty. Every row needs it.")
NOT_REMOVED = gettext_noop("{cell}: “{text}” would remove figures. Nothing that is recorded is ever removed.")
TWICE = gettext_noop(
    "{cell}: line {line} states another value for the same indicator, unit, period, measure and source."
)
NO_INDICATOR = gettext_noop("{cell}: the catalogue has no indicator “{text}” on {day}.")
NO_UNIT = gettext_noop("{cell}: no unit had the code “{text}” in {period}.")
OTHER_UNIT = gettext_noop("{cell}: the indicator is measured in “{expected}”, and the figure is in “{text}”.")


def read(text: str, places: Places = NO_PLACES) -> tuple[list[Stated], list[Fault]]:
    """The figures of a table, and every cell that keeps a row from being one. A row without a value says nothing.

    Raises InvalidInput when it is no table, or lacks a column without which no row can be read.
    """
    table = rows(text)
    if not table:
        raise InvalidInput(gettext_noop("The table is empty."))
    header = list(table[0].cells)
    columns = {part: name for part in COLUMNS for name in (part, SDMX[part]) if name in header}
    missing = [part for part in _NEEDED if part not in columns]
    if missing:
        raise InvalidInput(
            gettext_noop("The table has no column “{column}”; it has: {columns}."),
            column=missing[0],
            columns=", ".join(header),
        )
    found: dict[tuple[tuple[str, str, str, str], str], Stated] = {}
    faults: list[Fault] = []
    for row in table:
        stated = _stated(row, columns, partial(_name, row, places))
        if isinstance(stated, Stated):
            first = found.setdefault((stated.key, stated.source), stated)
            if first.quantity != stated.quantity:
                faults.append(Fault(stated.line, stated.cell, TWICE, (("line", str(first.line)),)))
        else:
            faults += stated
    return list(found.values()), faults


def _name(row: Row, places: Places, heading: str) -> str:
    """A cell as its spreadsheet names it, ``Figures!E7``; in text by line and heading, ``7:value``."""
    place = places.at(row.cells[heading].start) if heading in row.cells else None
    return f"{place.sheet}!{place.cell}" if place is not None and place.cell else f"{row.line}:{heading}"


def _stated(row: Row, columns: Mapping[str, str], name: Callable[[str], str]) -> Stated | list[Fault]:
    blank = Cell(0, 0, "")
    cells = {part: row.cells[columns[part]] if part in columns else blank for part in COLUMNS}
    said = {part: cell.content.strip() for part, cell in cells.items()}
    if not said["value"]:
        return []
    names = {part: name(columns.get(part, part)) for part in COLUMNS}

    def fault(part: str, message: str, **details: str) -> Fault:
        return Fault(row.line, names[part], message, tuple(details.items()))

    faults = [fault(part, EMPTY) for part in ("indicator", "unit", "period") if not said[part]]
    action = row.cells.get("ACTION", blank).content.strip()
    if action not in _ADDING:
        faults.append(Fault(row.line, name("ACTION"), NOT_REMOVED, (("text", action),)))
    measure = said["measure"] or "actual"
    if measure not in MEASURES:
        faults.append(fault("measure", NO_MEASURE, text=measure, measures=", ".join(MEASURES)))
    period = _period(said["period"])
    if said["period"] and period is None:
        faults.append(fault("period", NO_PERIOD, text=said["period"]))
    value, half = _decimal(said["value"]), _decimal(said["half_unit"] or "0")
    if value is None:
        faults.append(fault("value", NO_DECIMAL, text=said["value"]))
    if half is None or half < 0:
        faults.append(fault("half_unit", NO_DECIMAL, text=said["half_unit"]))
    if faults or period is None or value is None or half is None:
        return faults
    if "half_unit" not in columns:
        half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1).normalize()
    start = cells["value"].start + cells["value"].content.index(said["value"])
    return Stated(
        line=row.line,
        cell=names["value"],
        start=start,
        end=start + len(said["value"]),
        indicator=said["indicator"],
        unit=said["unit"],
        period=period,
        measure=measure,
        quantity=Quantity(value, half),
        unit_of_measure=said["unit_of_measure"],
        source=said["source"],
        cells=names,
    )


def _decimal(text: str) -> Decimal | None:
    try:
        return parse_decimal(text)
    except InvalidInput:
        return None


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except InvalidInput:
        return None


def written(lines: Sequence[Mapping[str, str]], *, format: Format) -> list[list[str]]:
    """The header and the rows of a table with these figures, by column of Tongket."""
    if format != "sdmx-csv":
        return [list(COLUMNS), *([line[part] for part in COLUMNS] for line in lines)]
    header = ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(SDMX[part] for part in COLUMNS)]
    return [header, *([*STRUCTURE, *(line[part] for part in COLUMNS)] for line in lines)]
