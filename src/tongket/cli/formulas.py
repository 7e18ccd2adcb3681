"""``tongket formulas``: what indicators are computed from, and whether figures agree as they should."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tongket.base import localities
from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli import known, texts, workspace
from tongket.cli.shared import shared
from tongket.cli.texts import gettext, language, ngettext

if TYPE_CHECKING:
    from tongket.formulas.evaluating import Result

HELP = gettext_noop("what indicators are computed from, and checks that figures should pass")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The three acts."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    text = gettext("list the formulas and checks, with all their versions")
    listing = acts.add_parser("list", help=text, description=text)
    listing.set_defaults(do=_list)
    text = gettext("define a formula, or a new version of one, in force from a day")
    defining = acts.add_parser("define", help=text, description=text)
    defining.add_argument(
        "code", metavar=gettext("CODE"), help=gettext("of the indicator it computes, or of the check")
    )
    defining.add_argument("formula", metavar=gettext("FORMULA"), help="'= exports + imports', 'part <= whole'")
    defining.add_argument("--from", dest="start", metavar=gettext("DAY"), required=True, help=gettext("the first day"))
    defining.add_argument("--to", dest="end", metavar=gettext("DAY"), help=gettext("the first day after it"))
    defining.add_argument(
        "--document", default="", metavar=gettext("DOCUMENT"), help=gettext("the document that says so")
    )
    defining.set_defaults(do=_define)
    text = gettext("do every check on every unit and period on record")
    checking = acts.add_parser("check", help=text, description=text)
    checking.add_argument("code", nargs="?", metavar=gettext("CODE"), help=gettext("one check only"))
    known.arguments(checking)
    checking.set_defaults(do=_check)
    for act in (listing, defining, checking):
        shared(act, default=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Do one of the acts on a workspace."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    code: int = options.do(options)
    return code


def _list(options: argparse.Namespace) -> int:
    from tongket.formulas import queries  # Django has started by now

    for formula in queries.every():
        end = formula.valid_to.isoformat() if formula.valid_to else ""
        print(f"{formula}  [{formula.valid_from.isoformat()}, {end})")
    return 0


def _define(options: argparse.Namespace) -> int:
    from tongket.catalogue.definitions import FormulaDefinition
    from tongket.formulas import actions

    definition = FormulaDefinition(
        options.code,
        options.formula,
        _day(options.start),
        _day(options.end) if options.end else None,
        document=options.document,
    )
    print(actions.define(by=Actor("system"), at=datetime.now(UTC), definition=definition))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Name every check that fails; 1 when one does."""
    from tongket.formulas import queries

    held = failed = unknown = 0
    for formula in queries.every():
        if formula.kind != "check" or options.code not in (None, formula.code):
            continue
        for result in queries.checked(formula, known=known.moment(options)):
            held += result.holds is True
            unknown += result.holds is None
            if result.holds is False:
                failed += 1
                print(f"{formula.code}  {result.where.unit.code}  {result.where.period.code}: {formula.text}")
                for line in lines(result):
                    print(f"  {line}")
    print(
        gettext(
            "{held} hold, {failed} do not, {unknown} cannot be told, as figures are missing.",
            held=held,
            failed=failed,
            unknown=unknown,
        )
    )
    return 1 if failed else 0


def lines(result: Result) -> Iterator[str]:
    """What a formula came to, figure by figure."""
    from tongket.formulas.queries import Rolled
    from tongket.formulas.rules import printed

    for leaf in result.leaves():
        where = f"{leaf.where.unit.code}, {leaf.where.period.code}, {leaf.where.measure}"
        if leaf.origin is None:
            yield f"{leaf.term} ({where}): –"
        elif isinstance(leaf.origin, Rolled):
            value = localities.number(leaf.origin.value, language())
            made = ngettext("from {count} unit", "from {count} units", leaf.origin.total.units)
            yield f"{leaf.term} ({where}): {value} {leaf.origin.unit_of_measure} · {made}"
        else:
            value = localities.number(leaf.origin.quantity.value, language())
            seq = gettext("observation {seq}", seq=leaf.origin.seq)
            yield f"{leaf.term} ({where}): {value} {leaf.origin.unit_of_measure} · {seq}"
    if result.holds is not None and result.span is not None:
        one, other = (localities.number(printed(part.span, 6), language()) for part in result.parts if part.span)
        yield gettext("{one} on the left, {other} on the right", one=one, other=other)
    for gap in result.gaps:
        yield gettext(gap.message, **dict(gap.details))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(gettext_noop("“{text}” is no day such as 2025-07-01."), text=text) from None
