"""What a list and a decree would do to the units that are recorded, before anything is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongket.reorganisation import rules
from tongket.reorganisation.rules import Effect, Fault, Listed
from tongket.units import queries
from tongket.units.lineage import Edge
from tongket.units.models import Unit


@dataclass(frozen=True)
class Change:
    """A decree, ready to be applied: the rows it meets, what it makes of them, and what speaks against it."""

    day: date
    rows: Mapping[str, Unit]
    before: Mapping[str, Listed]
    after: Mapping[str, Listed]
    edges: tuple[Edge, ...]
    effects: tuple[Effect, ...]
    untouched: frozenset[str]
    faults: tuple[Fault, ...]


def change(*, day: date, after: Mapping[str, Listed], edges: Iterable[Edge], root: Unit | None) -> Change:
    """What follows for the units below ``root`` (all, without one) if ``after`` is in force from ``day``.

    Units that are recorded from that very day on under another code, with the name, level and parent of a unit of the
    list, are that unit.
    """
    rows = {unit.code: unit for unit in queries.below(root, day=day - timedelta(days=1))}
    before = {code: listed(unit) for code, unit in rows.items()}
    codes = known_as(after, [unit for unit in queries.below(root, day=day) if unit.valid_from == day])
    after = rules.recoded(after, codes)
    if root:
        after.pop(root.code, None)
    stated = [replace(edge, target=codes.get(edge.target, edge.target)) for edge in edges]
    if root:
        stated = [edge for edge in stated if root.code not in (edge.origin, edge.target)]
    faults = rules.orphans(after, root.code if root else None) + rules.faults(before, after, stated)
    if faults:
        return Change(day, rows, before, after, tuple(stated), (), frozenset(), tuple(faults))
    whole = rules.complete(before, after, stated)
    return Change(
        day,
        rows,
        before,
        after,
        tuple(whole),
        tuple(rules.effects(before, after, whole)),
        frozenset(rules.untouched(before, after, whole)),
        (),
    )


def listed(unit: Unit) -> Listed:
    """A recorded unit as a list would state it."""
    return Listed(unit.code, unit.names["vi"], unit.level, unit.parent.code if unit.parent else None)


def known_as(listing: Mapping[str, Listed], units: Iterable[Unit]) -> dict[str, str]:
    """The codes of a list whose units are recorded under another code, and that code."""
    units = list(units)
    known = {unit.code for unit in units}
    by_name = {(unit.level, unit.names["vi"], unit.parent.code if unit.parent else None): unit.code for unit in units}
    found: dict[str, str] = {}
    for code, unit in listing.items():
        parent = found.get(unit.parent, unit.parent) if unit.parent else None
        other = by_name.get((unit.level, unit.name, parent))
        if code not in known and other is not None and other not in listing:
            found[code] = other
    return found
