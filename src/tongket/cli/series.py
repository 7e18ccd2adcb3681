"""``tongket series``: one indicator of one unit over time, as reported or in the units of any day."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tongket.base import localities
from tongket.base.errors import NotFound, gettext_noop
from tongket.base.quantities import decimal_text
from tongket.cli import known, texts, workspace
from tongket.cli.texts import complain, gettext, language

if TYPE_CHECKING:
    from tongket.tracing.series import Point

HELP = gettext_noop("print an indicator of a unit over time, as reported or in the units of any day")

COLUMNS = ("period", "unit", "value", "unit_of_measure", "entries", "reasons")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What of whom, how read, and how printed."""
    parser.add_argument("indicator", metavar=gettext("INDICATOR"), help=gettext("the code of the indicator"))
    parser.add_argument("--unit", metavar=gettext("CODE"), required=True, help=gettext("the code of the unit"))
    parser.add_argument(
        "--reading",
        metavar="reported|today|" + gettext("DAY"),
        default="reported",
        help=gettext("as it was reported, or recast to the units of today or of a day (otherwise reported)"),
    )
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help=gettext("otherwise table"))
    known.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print every period there is; what cannot be recast is named with its reason."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    from tongket.tracing import series  # Django has started by now

    definition = series.known_indicator(options.indicator)
    if definition is None:
        raise NotFound(gettext_noop("The catalogue has no indicator “{code}”."), code=options.indicator)
    moment = known.moment(options)
    day = series.day_of(options.reading, today=datetime.now(UTC).date())
    if day is None:
        points = series.reported(options.indicator, options.unit, known=moment)
    else:
        points = series.recast_to(day, options.indicator, options.unit, known=moment)
    rows = [_row(point, definition.unit_of_measure) for point in points]
    match options.format:
        case "json":
            print(json.dumps(rows, ensure_ascii=False, indent=2))
        case "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows([_cell(row[column]) for column in COLUMNS] for row in rows)
        case _:
            _print(points, rows)
    return 0


def _row(point: Point, unit_of_measure: str) -> dict[str, object]:
    return {
        "period": point.period.code,
        "unit": point.unit.code,
        "value": None if point.value is None else decimal_text(point.value),
        "unit_of_measure": unit_of_measure,
        "entries": [entry.seq for entry in point.entries],
        "reasons": _reasons(point),
    }


def _reasons(point: Point) -> list[str]:
    return [gettext(message, **values) for message, values in point.reasons]


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _print(points: list[Point], rows: list[dict[str, object]]) -> None:
    if not points:
        complain(gettext("No figure is on record."))
    for point, row in zip(points, rows, strict=True):
        said = "–" if point.value is None else localities.number(point.value, language())
        entries = ", ".join(str(entry.seq) for entry in point.entries)
        print(f"{point.period.code}  {point.unit.code}  {said} {row['unit_of_measure']}  [{entries}]")
        for reason in _reasons(point):
            print(f"    {reason}")
