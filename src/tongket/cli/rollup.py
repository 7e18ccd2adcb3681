"""``tongket rollup``: the totals that are kept, beside the ledger; and made from it anew."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tongket.base import localities
from tongket.base.errors import gettext_noop
from tongket.cli import texts, workspace
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext, language, ngettext

if TYPE_CHECKING:
    from tongket.totals.queries import Different
    from tongket.totals.rules import Cell

HELP = gettext_noop("compare the totals that are kept with the ledger, or make them anew from it")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The two acts."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    text = gettext("compare every total that is kept with what the ledger comes to, and name those that differ")
    acts.add_parser("check", help=text, description=text).set_defaults(do=_check)
    text = gettext("make all totals anew from the ledger")
    acts.add_parser("rebuild", help=text, description=text).set_defaults(do=_rebuild)
    for act in acts.choices.values():
        shared(act, default=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Do one of the acts on a workspace; 1 when totals differ."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    code: int = options.do()
    return code


def _check() -> int:
    if compare():
        complain(gettext("Make them anew with: tongket rollup rebuild"))
        return 1
    print(gettext("Every total is what the ledger comes to."))
    return 0


def compare() -> int:
    """Name every cell that is not kept as the ledger has it; how many there are."""
    from tongket.totals import queries  # Django has started by now

    count = 0
    for different in queries.differing():
        count += 1
        complain(_told(different))
    return count


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


def _rebuild() -> int:
    from tongket.totals import actions  # Django has started by now

    count = actions.rebuild()
    print(ngettext("{count} total was made.", "{count} totals were made.", count))
    return 0
