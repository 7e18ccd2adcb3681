"""``tongket figures``: tables of figures into the ledger, every cell checked first; and out of it."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli import known, texts, workspace
from tongket.cli.report import write_whole
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext, ngettext
from tongket.documents.text import read_limited

HELP = gettext_noop("take in tables of figures, each cell checked before anything is stored; write them out")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The two acts."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    text = gettext("take in a table of figures, all of it or nothing; the same figures only once")
    taking = acts.add_parser("import", help=text, description=text)
    taking.add_argument(
        "file",
        metavar=gettext("FILE"),
        help=gettext(
            "a table (csv, xlsx) with indicator,unit,period,value (and measure,unit_of_measure,half_unit,source)"
            " or SDMX-CSV"
        ),
    )
    taking.add_argument("--preview", action="store_true", help=gettext("only say what would follow"))
    taking.add_argument(
        "--correct",
        metavar=gettext("REASON"),
        default="",
        help=gettext("let values that differ from those on record take their place, and say why"),
    )
    taking.set_defaults(do=_import)
    text = gettext("write the values on record as a table")
    giving = acts.add_parser("export", help=text, description=text)
    giving.add_argument("--format", choices=("csv", "sdmx-csv", "xlsx"), default="csv", help=gettext("otherwise csv"))
    giving.add_argument("--indicator", metavar=gettext("CODE"), help=gettext("of one indicator only"))
    giving.add_argument("--unit", metavar=gettext("CODE"), help=gettext("of one unit only"))
    known.arguments(giving)
    giving.add_argument("--out", metavar=gettext("FILE"), help=gettext("the file to write (otherwise standard output)"))
    giving.set_defaults(do=_export)
    for act in (taking, giving):
        shared(act, default=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Do one of the acts on a workspace."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    code: int = options.do(options)
    return code


def _import(options: argparse.Namespace) -> int:
    """Name every cell at fault, and store nothing then; else record what is not on record."""
    from tongket.exchange import actions, queries, sheets  # Django has started by now

    table = sheets.table_of(_content(options.file), name=options.file)
    found = queries.preview(table.text, table.places)
    for fault in found.faults:
        complain(gettext(fault.message, **fault.values))
    if found.faults:
        complain(
            ngettext(
                "tongket: {count} cell is at fault. Nothing was stored.",
                "tongket: {count} cells are at fault. Nothing was stored.",
                len(found.faults),
            )
        )
        return 1
    for ready in found.differing:
        for standing in ready.standing:
            complain(
                gettext(
                    "{cell}: {value}; on record is {held} (observation {seq}, from {document}).",
                    cell=ready.stated.cell,
                    value=str(ready.stated.quantity.value),
                    held=standing.value,
                    seq=standing.seq,
                    document=standing.evidence.document.slug,
                )
            )
    if options.preview:
        print(
            gettext(
                "{new} figures are new, {differing} differ from what is on record, {held} are on record already.",
                new=len(found.new),
                differing=len(found.differing),
                held=len(found.held),
            )
        )
        print(gettext("This is a preview: nothing was stored."))
        return 0
    taken = actions.take_in(
        by=Actor("system"), at=datetime.now(UTC), name=Path(options.file).stem, table=table, reason=options.correct
    )
    print(
        gettext(
            "{file}: {recorded} figures recorded, {corrected} corrected, {held} on record before.",
            file=Path(options.file).name,
            recorded=len(taken.recorded),
            corrected=len(taken.corrected),
            held=taken.held,
        )
    )
    return 0


def _export(options: argparse.Namespace) -> int:
    from tongket.exchange import queries  # Django has started by now
    from tongket.exchange.rules import written
    from tongket.exchange.sheets import workbook
    from tongket.ledger import queries as ledger

    order = ("indicator__position", "indicator__code", "unit__code", "period", "seq")
    observations = ledger.standing(known=known.moment(options)).order_by(*order)
    if options.indicator:
        observations = observations.filter(indicator__code=options.indicator)
    if options.unit:
        observations = observations.filter(unit__code=options.unit)
    table = written(queries.lines(observations), format=options.format)
    if options.format == "xlsx":
        content = workbook(table)
    else:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(table)
        content = text.getvalue().encode()
    if options.out is None:
        sys.stdout.buffer.write(content)
        return 0
    write_whole(Path(options.out), content)
    print(gettext("{out}: {count} figures.", out=options.out, count=len(table) - 1))
    return 0


def _content(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return read_limited(file)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=name, reason=error.strerror
        ) from None
