"""What a decree does, reckoned from the units before it, the units after it, and what became of which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tongket.base.errors import gettext_noop
from tongket.units.lineage import NOWHERE, UNNAMED, Edge, Kind


@dataclass(frozen=True)
class Listed:
    """A unit as a list of units in force states it."""

    code: str
    name: str
    level: str
    parent: str | None = None


Listing = Mapping[str, Listed]


class EffectKind(StrEnum):
    """The typed effects of a decree. A merger and a division may touch the same unit."""

    CREATE = "create"
    RENAME = "rename"
    RECODE = "recode"
    MOVE = "move"
    MERGE = "merge"
    SPLIT = "split"
    DISSOLVE = "dissolve"


@dataclass(frozen=True)
class Effect:
    """One effect: on which units before it, to which units after it."""

    kind: EffectKind
    origins: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """What keeps a list and a decree from being believed together: a text template and the values that fill it."""

    code: str
    message: str
    details: tuple[tuple[str, str], ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """What fills the template."""
        return {"code": self.code, **dict(self.details)}


ABOLISHED = gettext_noop("{code}: in force in the list, abolished by the decree.")
ABOLISHED_BEFORE = gettext_noop("{code}: in force in the list, abolished by the decree {number} of {day}.")
ENDED_BEFORE = gettext_noop("{code}: in force in the list, but it ended on {day}, as is recorded here.")
MADE_BY_NONE = gettext_noop("{code}: in force in the list, but no decree that is recorded here made it.")
MISSING = gettext_noop(
    "{code}: recorded here as in force on {day}, but missing in the list. It was left as it is; a decree should end it."
)
GONE_LATER = gettext_noop(
    "{code}: in force in the list, but not in that of {day}, and no decree says what became of it. "
    "It is recorded as ending by that day."
)
NOT_YET = gettext_noop(
    "{code}: in force in the list, but not in that of {day}, and no decree made it. Take in the list with its decree."
)
UNEXPLAINED = gettext_noop("{code}: in force in the list, but the decree neither keeps nor makes it.")
NOT_BEFORE = gettext_noop("{code}: named by the decree, but not in force on the day before.")
NOTHING_BEFORE = gettext_noop("{code}, and all that the decree names: not recorded. Take in the list before it first.")
NOT_AFTER = gettext_noop("{code}: made or kept by the decree, but missing in the list.")
ORPHAN = gettext_noop("{code}: the unit above it is not in the list.")


def orphans(after: Listing, root: str | None) -> list[Fault]:
    """The units of a list whose parent is neither in it nor the unit that the list is of."""
    return [Fault(code, ORPHAN) for code, unit in after.items() if unit.parent not in after and unit.parent != root]


def faults(before: Listing, after: Listing, edges: Iterable[Edge]) -> list[Fault]:
    """Every code on which the list of units in force and the decree contradict each other, in their order."""
    edges = list(edges)
    origins = {edge.origin: None for edge in edges if edge.origin != UNNAMED}
    targets = {edge.target: None for edge in edges if edge.target != NOWHERE}
    # Of a level that the decree does not speak of, the list alone is believed.
    spoken = {unit.level for code in origins if (unit := before.get(code))}
    found = []
    for code, unit in after.items():
        if code not in targets and code in origins:
            found.append(Fault(code, ABOLISHED))
        elif code not in targets and code not in before and unit.level in spoken:
            found.append(Fault(code, UNEXPLAINED))
    named = {fault.code for fault in found}
    missing = [code for code in origins if code not in before and code not in named]
    nothing = len(missing) > 1 and not any(code in before for code in origins)
    found += [Fault(missing[0], NOTHING_BEFORE)] if nothing else [Fault(code, NOT_BEFORE) for code in missing]
    found += [Fault(code, NOT_AFTER) for code in targets if code not in after]
    return found


def complete(before: Listing, after: Listing, edges: Iterable[Edge]) -> list[Edge]:
    """The edges with those that go without saying: who is in both lists stays, who is in one only ends or begins."""
    stated = list(dict.fromkeys(edges))
    origins = {edge.origin for edge in stated}
    for code in before:
        if code not in origins:
            stated.append(Edge(code, code if code in after else NOWHERE))
    targets = {edge.target for edge in stated}
    return stated + [Edge(UNNAMED, code) for code in after if code not in targets]


def effects(before: Listing, after: Listing, edges: Iterable[Edge]) -> list[Effect]:
    """The typed effects of a decree, by kind; ``edges`` must be complete. Units that stay as they are have none."""
    by_origin: dict[str, list[str]] = {}
    by_target: dict[str, list[str]] = {}
    for edge in edges:
        by_origin.setdefault(edge.origin, []).append(edge.target)
        by_target.setdefault(edge.target, []).append(edge.origin)
    found = []
    for origin, targets in by_origin.items():
        if origin == UNNAMED:
            found += [Effect(EffectKind.CREATE, (), (target,)) for target in targets]
        elif targets == [NOWHERE]:
            found.append(Effect(EffectKind.DISSOLVE, (origin,), ()))
        elif len(targets) > 1:
            found.append(Effect(EffectKind.SPLIT, (origin,), tuple(targets)))
        elif by_target[targets[0]] == [origin]:
            found += _succession(before[origin], after[targets[0]], by_origin)
    merged = (t for t, origins in by_target.items() if t != NOWHERE and len(set(origins) - {UNNAMED}) > 1)
    found += [Effect(EffectKind.MERGE, tuple(by_target[target]), (target,)) for target in merged]
    order = list(EffectKind)
    return sorted(found, key=lambda effect: order.index(effect.kind))


def _succession(old: Listed, new: Listed, by_origin: Mapping[str, list[str]]) -> Iterable[Effect]:
    """The effects on a unit that has one successor and is its only origin. To follow one's parent is no move."""
    followed = by_origin.get(old.parent, []) if old.parent else []
    expected = followed[0] if len(followed) == 1 and followed != [NOWHERE] else old.parent
    if new.code != old.code:
        yield Effect(EffectKind.RECODE, (old.code,), (new.code,))
    if new.name != old.name:
        yield Effect(EffectKind.RENAME, (old.code,), (new.code,))
    if new.parent != expected:
        yield Effect(EffectKind.MOVE, (old.code,), (new.code,))


def untouched(before: Listing, after: Listing, edges: Iterable[Edge]) -> set[str]:
    """The codes of units that go on as they are: same name, level and parent, which goes on as well."""
    edges = list(edges)
    alone = {edge.origin for edge in edges if edge.origin == edge.target}
    alone -= {end for edge in edges if edge.origin != edge.target for end in (edge.origin, edge.target)}
    same = {code for code in alone if before[code] == after[code]}
    while changed := {code for code in same if (parent := before[code].parent) in before and parent not in same}:
        same -= changed
    return same


def recoded(listing: Listing, codes: Mapping[str, str]) -> dict[str, Listed]:
    """The list under the codes that the same units already bear here."""
    return {
        (code := codes.get(unit.code, unit.code)): replace(
            unit, code=code, parent=codes.get(unit.parent, unit.parent) if unit.parent else None
        )
        for unit in listing.values()
    }


def covering(codes: Iterable[str], listing: Listing) -> str | None:
    """The lowest unit that all these stand below, or that they are; None when there is none."""
    paths = [_path(code, listing) for code in codes]
    common = [code for code in paths[0] if all(code in path for path in paths)]
    return common[0] if common else None


def _path(code: str, listing: Listing) -> list[str]:
    path = [code]
    while (unit := listing.get(path[-1])) and unit.parent:
        path.append(unit.parent)
    return path


def prospects(kind: Kind, *, known: bool, aggregation: str) -> str:
    """What becomes of a unit's series when the unit has this fate, as a text to show."""
    if kind is Kind.ENDED:
        return gettext_noop("ends with the unit")
    if kind is Kind.ONE_TO_ONE:
        return gettext_noop("goes on as it is")
    if not known:
        return gettext_noop("cannot be recast: nobody states what share went where")
    if aggregation in {"sum", "last"}:
        return gettext_noop("can be recast: amounts are added or divided")
    if aggregation == "not_additive":
        return gettext_noop("cannot be recast: such figures cannot be added or divided")
    return gettext_noop("can be recast only with weights")
