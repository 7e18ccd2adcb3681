"""``tongket units``: lists of units, decrees and boundaries in; what became of units out."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli import tables, texts, workspace
from tongket.cli.effects import print_counts, print_effects, printed
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext, ngettext
from tongket.documents.text import decode, read_limited
from tongket.packs.around import around
from tongket.reorganisation import lists, places
from tongket.reorganisation.rules import Fault, Listed, complete, covering, effects, prospects
from tongket.units.lineage import NOWHERE, UNNAMED, Edge, weigh

if TYPE_CHECKING:
    from tongket.reorganisation.queries import Change
    from tongket.units.models import Unit

HELP = gettext_noop("take in lists of units and decrees; say what became of units between two days")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The acts, each with its own arguments."""
    acts = parser.add_subparsers(dest="act", metavar=gettext("ACT"), required=True)
    taking = acts.add_parser("import", help=(text := gettext("take in a list of units in force")), description=text)
    taking.add_argument(
        "list",
        metavar=gettext("LIST"),
        help=gettext("a table with code,name,level,parent, or as the statistics office of Viet Nam has it; or vietnam"),
    )
    taking.add_argument("--on", metavar=gettext("DAY"), type=_day, help=gettext("a day on which the list is in force"))
    taking.add_argument(
        "--decree",
        metavar="DECREE.csv",
        help=gettext("what became of the units on that day: from,to,share; the list is then the one after it"),
    )
    taking.add_argument("--number", metavar=gettext("NUMBER"), help=gettext("the number and symbol of the decree"))
    taking.add_argument(
        "--within", metavar=gettext("CODE"), help=gettext("the unit whose list it is (otherwise the country)")
    )
    taking.add_argument("--preview", action="store_true", help=gettext("only say what would follow"))
    taking.set_defaults(do=_import)
    differing = acts.add_parser("diff", help=(text := gettext("say what changed between two days")), description=text)
    differing.add_argument(
        "--format",
        choices=("table", "csv"),
        default="table",
        help=gettext("how to print; csv is from,to,share, as tongket recast takes it (otherwise table)"),
    )
    differing.set_defaults(do=_diff)
    text = gettext("say what a unit became, and what it was formed from")
    tracing = acts.add_parser("lineage", help=text, description=text)
    tracing.add_argument("code", metavar=gettext("CODE"), help=gettext("the code of the unit on either day"))
    tracing.set_defaults(do=_lineage)
    text = gettext("take in the boundaries of units, which maps then show")
    outlining = acts.add_parser("boundaries", help=text, description=text)
    outlining.add_argument("file", metavar="FILE.geojson", help=gettext("polygons in degrees (WGS 84)"))
    outlining.add_argument(
        "--on", metavar=gettext("DAY"), type=_day, required=True, help=gettext("a day on which they are in force")
    )
    outlining.add_argument(
        "--code",
        metavar=gettext("NAME"),
        default="code",
        help=gettext("the property of a feature that holds the unit's code (otherwise code)"),
    )
    outlining.set_defaults(do=_outline)
    for act in (taking, differing, tracing, outlining):
        shared(act, default=argparse.SUPPRESS)
        act.add_argument(
            "--hierarchy",
            metavar=gettext("NAME"),
            default="territorial",
            help=gettext("the hierarchy that the units form, such as territorial or party (otherwise territorial)"),
        )
    for act in (differing, tracing):
        for option, place, text in (
            ("--from", "start", gettext("the first day")),
            ("--to", "end", gettext("the last day")),
        ):
            act.add_argument(option, dest=place, metavar=gettext("DAY"), type=_day, required=True, help=text)


def run(options: argparse.Namespace) -> int:
    """Do one of the acts on a workspace."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    code: int = options.do(options)
    return code


@dataclass(frozen=True)
class Source:
    """A list to take in, and the decree that it follows, if any."""

    list: str
    day: date
    decree: str | None = None
    number: str = ""


def shipped(name: str) -> list[Source]:
    """The lists and decrees that come with the program under a name; none when it is no such name."""
    found = around(name)
    if found is None:
        return []
    folder = found.folder
    return [
        Source(str(folder / held.file), held.on, str(folder / held.decree) if held.decree else None, held.number)
        for held in found.lists
    ]


def _stated(options: argparse.Namespace) -> Source:
    if options.on is None:
        raise InvalidInput(gettext_noop("Say with --on on which day the list is in force."))
    if options.decree and not options.number:
        raise InvalidInput(gettext_noop("Say with --number which decree it is, such as 1191/NQ-UBTVQH15."))
    return Source(options.list, options.on, options.decree, options.number or "")


def _import(options: argparse.Namespace) -> int:
    """All lists and decrees or none: what contradicts is named, and a preview is undone."""
    from django.db import transaction  # Django has started by now

    sources = shipped(options.list) or [_stated(options)]
    with transaction.atomic():
        done = all(
            take_in(source, hierarchy=options.hierarchy, within=options.within, preview=options.preview)
            for source in sources
        )
        transaction.set_rollback(options.preview or not done)
    if options.preview and done:
        print(gettext("This is a preview: nothing was stored."))
    return 0 if done else 1


def take_in(
    source: Source, *, hierarchy: str = "territorial", within: str | None = None, preview: bool = False
) -> bool:
    """Record a list, and the decree that it follows; False when they contradict each other, which is told."""
    from tongket.reorganisation import actions, queries  # Django has started by now
    from tongket.units import queries as units

    if within:
        root: Unit | None = units.get(within, day=source.day, hierarchy=hierarchy)
    else:
        root = units.country(source.day, hierarchy=hierarchy)
    table = tables.read(source.list, expecting="code")
    listing = queries.inside(lists.listing(*table, name=source.list, root=root.code if root else None), root)
    seats = places.seats(*table, name=source.list)
    by, at = Actor("system"), datetime.now(UTC)
    if source.decree is None:
        adoption = queries.adoption(listing, day=source.day, root=root, hierarchy=hierarchy)
        if _contradicted(adoption.faults):
            return False
        for doubt in adoption.doubts:
            complain(gettext(doubt.message, **doubt.values))
        new = actions.adopt(by=by, at=at, day=source.day, listing=listing, root=root, hierarchy=hierarchy)
        print(
            gettext(
                "{list}: {listed} units in force on {day}, {new} of them new.",
                list=Path(source.list).name,
                listed=len(listing),
                day=source.day,
                new=len(new),
            )
        )
        actions.locate(by=by, at=at, day=source.day, seats=seats, hierarchy=hierarchy)
        return True
    edges = lists.edges(*tables.read(source.decree, expecting="from"), name=source.decree)
    change = queries.change(day=source.day, after=listing, edges=edges, root=root, hierarchy=hierarchy)
    if _contradicted(change.faults):
        return False
    print(gettext("{number}, in force from {day}:", number=source.number, day=source.day))
    print_counts(change.effects)
    if preview:
        print_effects(change.effects, change.before, change.after)
        _print_affected(change)
    else:
        actions.reorganise(by=by, at=at, number=source.number, change=change)
        actions.locate(by=by, at=at, day=source.day, seats=seats, hierarchy=hierarchy)
    return True


def _contradicted(faults: Sequence[Fault]) -> bool:
    for fault in faults:
        complain(gettext(fault.message, **fault.values))
    if faults:
        complain(
            ngettext(
                "tongket: the list and the decrees contradict each other on {count} unit. Nothing was stored.",
                "tongket: the list and the decrees contradict each other on {count} units. Nothing was stored.",
                len(faults),
            )
        )
    return bool(faults)


def _print_affected(change: Change) -> None:
    """Whose series, targets and tasks the decree touches, and who comes after them."""
    from tongket.plan.queries import held_by  # Django has started by now

    lineage = weigh(change.edges)[0]
    kinds = dict(lineage.kinds())
    for held in held_by(unit for code, unit in change.rows.items() if code not in change.untouched):
        code = held.unit.code
        heirs = ", ".join(sorted(lineage.fate(code).targets - {NOWHERE})) or "-"
        print(
            gettext(
                "{code} {name}: targets {targets}, tasks {tasks}; from then on they are those of {heirs}.",
                code=code,
                name=change.before[code].name,
                targets=held.targets,
                tasks=held.tasks,
                heirs=heirs,
            )
        )
        for indicator, aggregation in held.series:
            prospect = prospects(kinds[code], known=not lineage.fate(code).open, aggregation=aggregation)
            print(f"  {indicator}: {gettext(prospect)}")


def _diff(options: argparse.Namespace) -> int:
    from tongket.units import queries as units  # Django has started by now

    before, after = (_listing(day, options.hierarchy) for day in (options.start, options.end))
    lineage = units.lineage(options.start, options.end, hierarchy=options.hierarchy)
    edges = [
        Edge(origin, target)
        for origin, fate in lineage.fates.items()
        if origin not in lineage.received
        for target in sorted(fate.targets)
    ]
    if options.format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["from", "to", "share"])
        writer.writerows(
            ["" if edge.origin == UNNAMED else edge.origin, edge.target, printed(lineage, edge)] for edge in edges
        )
        return 0
    changes = effects(before, after, complete(before, after, edges))
    print_counts(changes)
    print_effects(changes, before, after)
    return 0


def _lineage(options: argparse.Namespace) -> int:
    from tongket.units import queries as units  # Django has started by now

    before, after = (_listing(day, options.hierarchy) for day in (options.start, options.end))
    code = options.code
    if code not in before and code not in after:
        units.get(code, day=options.start, hierarchy=options.hierarchy)  # says that there is none
    lineage = units.lineage(options.start, options.end, hierarchy=options.hierarchy)
    if code in before:
        fate = lineage.fate(code)
        print(gettext("{code} {name} on {day} became:", code=code, name=before[code].name, day=options.start))
        for target in sorted(fate.targets):
            name = after[target].name if target in after else gettext("nothing: it has no successor")
            print(f"  {target} {name}: {printed(lineage, Edge(code, target)) or gettext('share unknown')}")
        if fate.open:
            cover = covering(frozenset[str]().union(*fate.open), after)
            print(gettext("What is unknown can be shown only on {code}, which covers them all.", code=cover))
    if code in after:
        print(gettext("{code} {name} on {day} was formed from:", code=code, name=after[code].name, day=options.end))
        for origin in lineage.origins([code] if code in before else []).get(code, []):
            name = before[origin].name if origin in before else gettext("what the decree does not name")
            share = printed(lineage, Edge(origin, code)) or gettext("share unknown")
            print(f"  {'' if origin == UNNAMED else origin} {name}: {share}")
    return 0


def _outline(options: argparse.Namespace) -> int:
    """Codes that no unit bears on the day are named; the others are taken in."""
    from tongket.reorganisation import actions  # Django has started by now

    try:
        with Path(options.file).open("rb") as file:
            content = decode(read_limited(file), name=options.file)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{name}: the file cannot be read ({reason})."), name=options.file, reason=error.strerror
        ) from None
    outlines = places.outlines(content, property=options.code, name=options.file)
    new, unknown = actions.outline(
        by=Actor("system"),
        at=datetime.now(UTC),
        day=options.on,
        outlines=outlines,
        source=Path(options.file).name,
        hierarchy=options.hierarchy,
    )
    print(
        gettext(
            "{file}: {count} boundaries of units in force on {day}, {new} of them new or changed.",
            file=Path(options.file).name,
            count=len(outlines) - len(unknown),
            day=options.on,
            new=new,
        )
    )
    for code in unknown:
        complain(
            gettext("{code}: no unit has this code on {day}. Its boundary was left aside.", code=code, day=options.on)
        )
    return 1 if unknown else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(gettext("“{text}” is not a day such as 2025-07-01.", text=text)) from None


def _listing(day: date, hierarchy: str) -> dict[str, Listed]:
    from tongket.reorganisation.queries import listed  # Django has started by now
    from tongket.units import queries as units

    return {unit.code: listed(unit) for unit in units.below(None, day=day, hierarchy=hierarchy)}
