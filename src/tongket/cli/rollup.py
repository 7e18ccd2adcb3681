"""``tongket rollup``: the totals that are kept, beside the ledger and other engines; made anew; and as a table."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tongket.base import localities
from tongket.base.errors import gettext_noop
from tongket.base.periods import Period
from tongket.cli import known, texts, workspace
from tongket.cli.shared import need_engines, shared
from tongket.cli.texts import complain, gettext, language, ngettext

if TYPE_CHECKING:
    from tongket.totals.queries import Different
    from tongket.totals.rules import Cell

HELP = gettext_noop(
    "compare the totals that are kept with the ledger, make them anew from it, or print them as a table"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The acts."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    text = gettext("compare every total that is kept with what the ledger comes to, and name those that differ")
    check = acts.add_parser("check", help=text, description=text)
    check.set_defaults(do=_check)
    check.add_argument(
        "--engine",
        metavar="cube|duckdb|" + gettext("ADDRESS"),
        default="",
        help=gettext(
            "by an engine that reads the segments: the embedded one, DuckDB, or what answers at postgresql:// or "
            "spark://; otherwise by the database's own entries"
        ),
    )
    text = gettext("make all totals anew from the ledger")
    acts.add_parser("rebuild", help=text, description=text).set_defaults(do=_rebuild)
    text = gettext("bring the segments, the ledger as Parquet files for other engines, up to its end")
    acts.add_parser("cut", help=text, description=text).set_defaults(do=_cut)
    text = gettext("print all figures of a period rolled up, each beside plan, last year and rank")
    table = acts.add_parser("table", help=text, description=text)
    table.set_defaults(do=_table)
    table.add_argument("--period", metavar=gettext("PERIOD"), required=True, help=gettext("a year, quarter or month"))
    table.add_argument("--unit", metavar=gettext("CODE"), help=gettext("only of this unit"))
    table.add_argument("--format", choices=("csv", "json"), default="csv", help=gettext("otherwise csv"))
    known.arguments(table)
    for act in acts.choices.values():
        shared(act, default=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Do one of the acts on a workspace; 1 when totals differ."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    code: int = options.do(options)
    return code


def _check(options: argparse.Namespace) -> int:
    if compare(options.engine):
        complain(gettext("Make them anew with: tongket rollup rebuild"))
        return 1
    print(gettext("Every total is what the ledger comes to."))
    return 0


def compare(engine: str = "") -> int:
    """Name every cell that is not kept as the ledger has it, or as an engine has it; how many there are."""
    from tongket.totals import queries  # Django has started by now

    count = 0
    for different in _differing(engine) if engine else queries.differing():
        count += 1
        complain(_told(different))
    return count


def _differing(engine: str) -> Iterator[Different]:
    need_engines()
    from tongket.ledger import segments
    from tongket.totals import engines

    segments.cut()
    return engines.differing(engine)


def _cut(options: argparse.Namespace) -> int:
    need_engines()
    from tongket.ledger import segments

    count = segments.cut()
    print(ngettext("{count} entry was added to the segments.", "{count} entries were added to the segments.", count))
    return 0


def _table(options: argparse.Namespace) -> int:
    need_engines()
    from tongket.ledger import segments
    from tongket.totals import tables

    moment = known.moment(options)
    segments.cut()
    rows = tables.of(Period.parse(options.period), known=moment, code=options.unit)
    if options.format == "json":
        print(json.dumps(list(rows), ensure_ascii=False, indent=2))
        return 0
    writer = csv.DictWriter(sys.stdout, tables.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return 0


def _told(different: Different) -> str:
    place = different.place
    return gettext(
        "{indicator}, {unit}, {period}, {measure}: {kept} is kept, and the ledger comes to {due}.",
        **place._asdict(),
        unit=different.unit,
        kept=_figure(different.kept),
        due=_figure(different.due),
    )


def _figure(cell: Cell) -> str:
    """A figure, from how many units, and about how many sources differ: ``15 (2; 0)``."""
    value = "–" if cell.value is None else localities.number(cell.value, language())
    return f"{value} ({cell.units}; {cell.differing})"


def _rebuild(options: argparse.Namespace) -> int:
    from tongket.totals import actions  # Django has started by now

    count = actions.rebuild()
    print(ngettext("{count} total was made.", "{count} totals were made.", count))
    return 0
