"""``tongket recast``: figures of one set of units for another. Needs no workspace."""

from __future__ import annotations

import argparse
from decimal import Decimal
from fractions import Fraction

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.quantities import decimal_text
from tongket.cli import tables as files
from tongket.cli.texts import complain, explain, gettext
from tongket.units import tables
from tongket.units.lineage import Lineage, chain, weigh
from tongket.units.recasting import DECIMALS, Method, Refusal, recast

HELP = gettext_noop("state figures for the units of another day, along their lineage")

MOST_DECIMALS = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    """Values, lineage, method and the result."""
    parser.add_argument(
        "values", metavar="VALUES.csv", help=gettext("a table with the column unit and columns of figures")
    )
    parser.add_argument(
        "--lineage",
        metavar="LINEAGE.csv",
        action="append",
        required=True,
        help=gettext("what became of the units: from,to,share (an empty share is unknown); repeat it for later steps"),
    )
    parser.add_argument(
        "--method",
        metavar="sum|mean:COLUMN|none",
        type=_method,
        default=Method("sum"),
        help=gettext("how figures join: added, as a mean weighted by a column, or not at all (otherwise sum)"),
    )
    parser.add_argument(
        "--decimals",
        metavar="N",
        type=_decimals,
        default=DECIMALS,
        help=gettext("the decimals to which divided figures and means are rounded (otherwise 6)"),
    )
    parser.add_argument("--strict", action="store_true", help=gettext("fail when a figure cannot be computed"))
    parser.add_argument("--out", metavar="OUT.csv", required=True, help=gettext("the file to write"))


def run(options: argparse.Namespace) -> int:
    """Write what can be computed and name the rest; with ``--strict``, 1 when there is a rest."""
    header, rows = files.read(options.values, expecting="unit")
    values = tables.values(header, rows, name=options.values)
    lineage = chain([_lineage(name) for name in options.lineage])
    result = recast(values, lineage, options.method, decimals=options.decimals)
    files.write(options.out, header, [_row(header, unit, figures) for unit, figures in result.rows.items()])
    for refusal in result.refusals:
        complain(_sentence(refusal, values.columns))
    empty = sum(figure is None for figures in result.rows.values() for figure in figures)
    print(
        gettext(
            "{out}: {units} units; {figures} figures, divided ones and means to {decimals} decimals; "
            "{empty} not computed.",
            out=options.out,
            units=len(result.rows),
            figures=len(result.rows) * len(values.columns) - empty,
            decimals=options.decimals,
            empty=empty,
        )
    )
    return 1 if options.strict and result.refusals else 0


def _lineage(name: str) -> Lineage:
    lineage, sums = weigh(tables.edges(*files.read(name, expecting="from"), name=name))
    for unit, total in sums.items():
        complain(
            gettext(
                "{name}: the shares of {unit} sum to {total} as printed; they are taken in proportion.",
                name=name,
                unit=unit,
                total=_printed(total),
            )
        )
    return lineage


def _printed(total: Fraction) -> str:
    """A sum of decimals in full."""
    places = 0
    while (total * 10**places).denominator != 1:
        places += 1
    return f"{int(total)}" if not places else f"{int(total)}.{int(total * 10**places) % 10**places:0{places}}"


def _row(header: list[str], unit: str, figures: tuple[Decimal | None, ...]) -> list[str]:
    cells = ["" if figure is None else decimal_text(figure) for figure in figures]
    cells.insert(header.index("unit"), unit)
    return cells


def _sentence(refusal: Refusal, columns: tuple[str, ...]) -> str:
    return gettext(
        refusal.reason.value,
        unit=refusal.unit,
        origin=refusal.origin,
        targets=", ".join(target for target in refusal.targets if target),
        columns=gettext("all columns") if refusal.columns == columns else ", ".join(refusal.columns),
    )


def _method(text: str) -> Method:
    try:
        return Method.parse(text)
    except InvalidInput as error:
        raise argparse.ArgumentTypeError(explain(error)) from None


def _decimals(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_DECIMALS):
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not a number of decimals from 0 to {most}.", text=text, most=MOST_DECIMALS)
        )
    return int(text)
