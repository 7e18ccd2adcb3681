"""``tongket explain``: a figure down to the entries that it rests on, and the words of their sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from tongket.base import localities
from tongket.base.errors import gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import decimal_text
from tongket.cli import known, texts, workspace
from tongket.cli.texts import gettext, language, ngettext

if TYPE_CHECKING:
    from tongket.formulas.queries import Computed
    from tongket.tracing.queries import Leaf, Tree

HELP = gettext_noop("print what a figure rests on, down to the words of its sources")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What of whom, and when."""
    parser.add_argument("indicator", metavar=gettext("INDICATOR"), help=gettext("the code of the indicator"))
    parser.add_argument("--unit", metavar=gettext("CODE"), required=True, help=gettext("the code of the unit"))
    parser.add_argument("--period", metavar=gettext("PERIOD"), required=True, help=gettext("such as 2024 or 2024-Q1"))
    known.arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the tree; 1 when nothing is on record."""
    period = Period.parse(options.period)
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    from tongket.formulas import queries as formulas
    from tongket.tracing.queries import explain  # Django has started by now

    moment = known.moment(options)
    tree = explain(options.indicator, options.unit, period, known=moment)
    for line in _lines(tree, period):
        print(line)
    rolled = list(_rolled(options.indicator, tree, period)) if moment is None else []
    for line in rolled:
        print(f"  {line}")
    made = formulas.computed(options.indicator, tree.unit, period, known=moment)
    if made is not None:
        for line in _computed(made, tree.unit_of_measure):
            print(line)
    return 0 if tree.reported or tree.parts or rolled or (made and made.result.span) else 1


def _computed(made: Computed, unit_of_measure: str) -> Iterator[str]:
    """The formula, what it comes to, and each figure in it with its entry."""
    from tongket.cli.formulas import lines
    from tongket.formulas.rules import printed

    span = made.result.in_unit(unit_of_measure)
    value = "–" if span is None else f"{_number(decimal_text(printed(span)))} {unit_of_measure}"
    yield "  " + gettext("Computed: {value}, as {formula}", value=value, formula=f"= {made.formula.text}")
    for line in lines(made.result):
        yield f"    {line}"


def _rolled(indicator: str, tree: Tree, period: Period) -> Iterator[str]:
    """A mean, index, ratio or share as it is kept, and what it is weighed by or made of."""
    from tongket.publication.wording import ROLES, name, say
    from tongket.totals import cards

    resting = cards.resting(indicator, tree.unit, period)
    total = cards.totals_in(period, indicator, [tree.unit]).get(tree.unit.pk)
    if not resting or total is None or total.number is None:
        return
    yield ngettext(
        "Rolled up: {value} {unit_of_measure}, from {count} unit",
        "Rolled up: {value} {unit_of_measure}, from {count} units",
        total.units,
        value=_number(total.value),
        unit_of_measure=tree.unit_of_measure,
    )
    for rest in resting:
        value = "–" if rest.total is None or rest.total.number is None else _number(rest.total.value)
        yield (
            f"  {say(ROLES, rest.role)} {name(rest.indicator.names)} ({rest.indicator.code}), {rest.period.code}: "
            f"{value} {rest.indicator.unit_of_measure}"
        )


def _lines(tree: Tree, period: Period) -> Iterator[str]:
    from tongket.publication.wording import name

    yield f"{tree.unit.code} {name(tree.unit.names)}, {period.code}"
    if not tree.reported:
        yield "  " + gettext("Nothing is reported for the unit itself.")
    for leaf in tree.reported:
        yield from _leaf(leaf, "  ")
    if not tree.parts:
        return
    coverage = gettext("from {stated} of {below} units below it", stated=len(tree.parts), below=tree.below)
    if tree.total is not None:
        yield "  " + gettext("Sum: {value}, {coverage}", value=_number(decimal_text(tree.total)), coverage=coverage)
    elif tree.added:
        yield "  " + gettext("No sum, as sources differ about a part; figures {coverage}", coverage=coverage)
    else:
        yield "  " + gettext("Figures that are not added up, {coverage}", coverage=coverage)
    for unit, leaves in tree.parts:
        yield f"    {unit.code} {name(unit.names)}"
        for leaf in leaves:
            yield from _leaf(leaf, "      ")


def _leaf(leaf: Leaf, indent: str) -> Iterator[str]:
    from tongket.publication.wording import VERIFICATION, assigned_to, name, place, say

    entry = leaf.entry
    value = f"{_number(entry.value)} {entry.unit_of_measure}"
    yield (
        f"{indent}{value} · "
        + gettext("observation {seq}", seq=entry.seq)
        + f" · {say(VERIFICATION, entry.verification)}"
    )
    evidence = entry.evidence
    document = f"{name(evidence.document.titles)} ({evidence.document.slug})"
    yield f"{indent}  “{evidence.quote}” · {document} · {place(evidence)}"
    if evidence.source:
        yield f"{indent}  {evidence.source}"
    yield f"{indent}  " + gettext(
        "recorded by {who}, {when}", who=assigned_to(entry.recorded_by), when=entry.recorded_at.isoformat()
    )
    if leaf.claim:
        yield f"{indent}  " + gettext("read by the rule {rule}", rule=leaf.claim.rule)
    if entry.reason:
        yield f"{indent}  " + gettext("because: {reason}", reason=entry.reason)
    for before in leaf.before:
        yield f"{indent}  " + gettext(
            "in place of observation {seq}: {value}", seq=before.seq, value=_number(before.value)
        )


def _number(canonical: str) -> str:
    return localities.number(Decimal(canonical), language())
