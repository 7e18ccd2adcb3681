"""What a list and a decree would do to the units that are recorded, before anything is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongket.reorganisation import rules
from tongket.reorganisation.rules import Effect, Fault, Listed
from tongket.units import queries
from tongket.units.lineage import Edge
from tongket.units.models import Reorganisation, Succession, TakenList, Unit


@dataclass(frozen=True)
class Change:
    """A decree, ready to be applied: the rows it meets, what it makes of them, and what speaks against it."""

    day: date
    hierarchy: str
    rows: Mapping[str, Unit]
    before: Mapping[str, Listed]
    after: Mapping[str, Listed]
    edges: tuple[Edge, ...]
    effects: tuple[Effect, ...]
    untouched: frozenset[str]
    faults: tuple[Fault, ...]


def change(
    *,
    day: date,
    after: Mapping[str, Listed],
    edges: Iterable[Edge],
    root: Unit | None,
    hierarchy: str = "territorial",
) -> Change:
    """What follows for the units below ``root`` (all, without one) if ``after`` is in force from ``day``.

    Units that are recorded from that very day on under another code, with the name, level and parent of a unit of the
    list, are that unit.
    """
    rows = {unit.code: unit for unit in queries.below(root, day=day - timedelta(days=1), hierarchy=hierarchy)}
    before = {code: listed(unit) for code, unit in rows.items()}
    codes = known_as(
        after, [unit for unit in queries.below(root, day=day, hierarchy=hierarchy) if unit.valid_from == day]
    )
    after = rules.recoded(after, codes)
    stated = [replace(edge, target=codes.get(edge.target, edge.target)) for edge in edges]
    faults = rules.orphans(after, root.code if root else None) + rules.faults(before, after, stated)
    if faults:
        return Change(day, hierarchy, rows, before, after, tuple(stated), (), frozenset(), tuple(faults))
    whole = rules.complete(before, after, stated)
    return Change(
        day,
        hierarchy,
        rows,
        before,
        after,
        tuple(whole),
        tuple(rules.effects(before, after, whole)),
        frozenset(rules.untouched(before, after, whole)),
        (),
    )


@dataclass(frozen=True)
class Done:
    """What a recorded decree did: the units it touched, by their codes before and after it, and its effects."""

    rows: Mapping[str, Unit]
    made: Mapping[str, Unit]
    effects: tuple[Effect, ...]


def done(decree: Reorganisation) -> Done:
    """The effects of a decree as it was applied, reckoned again from what became of which unit."""
    rows = list(decree.successions.values_list("origin", "target"))
    lives = _with_those_above({pk for row in rows for pk in row if pk is not None})
    origins, targets = ({lives[row[end]].code: lives[row[end]] for row in rows if row[end]} for end in (0, 1))
    before, after = ({code: listed(unit) for code, unit in units.items()} for units in (origins, targets))
    edges = sorted(queries.edges(decree), key=lambda edge: (edge.origin, edge.target))
    return Done(origins, targets, tuple(rules.effects(before, after, edges)))


def _with_those_above(keys: set[int]) -> dict[int, Unit]:
    """Units by key, each with the chain of those above it: a level at a time, as a decree may touch thousands."""
    found: dict[int, Unit] = {}
    while keys:
        new = Unit.objects.in_bulk(keys)
        found |= new
        keys = {unit.parent_id for unit in new.values() if unit.parent_id is not None} - found.keys()
    for unit in found.values():
        unit.parent = found[unit.parent_id] if unit.parent_id is not None else None
    return found


def inside(listing: Mapping[str, Listed], root: Unit | None) -> dict[str, Listed]:
    """The list without the unit that it is of, and without what stands above that."""
    outside = set()
    unit = root
    while unit is not None:
        outside.add(unit.code)
        unit = unit.parent
    return {code: listed for code, listed in listing.items() if code not in outside}


def revived(
    listing: Mapping[str, Listed], *, day: date, root: Unit | None, hierarchy: str = "territorial"
) -> list[Fault]:
    """The units that a list has in force against the decrees that are recorded.

    They ended before, each named with the decree that abolished it; or they stand where a decree has said which
    units of their level there are, and it made others.
    """
    known = queries.below(root, day=day, hierarchy=hierarchy)
    here = rules.recoded(listing, known_as(listing, known))
    new = here.keys() - {unit.code for unit in known}
    decreed = set(Succession.objects.filter(target__in=[unit.pk for unit in known]).values_list("target", flat=True))
    settled = {(unit.level, unit.parent.code) for unit in known if unit.pk in decreed and unit.parent}
    found = {c: Fault(c, rules.MADE_BY_NONE) for c in here if c in new and (here[c].level, here[c].parent) in settled}
    ended = Unit.objects.filter(hierarchy=hierarchy, code__in=new, valid_to__lte=day).order_by("code", "valid_to")
    for unit in ended.prefetch_related("successions__reorganisation"):
        details: tuple[tuple[str, str], ...] = (("day", str(unit.valid_to)),)
        message = rules.ENDED_BEFORE
        for succession in unit.successions.all():
            message = rules.ABOLISHED_BEFORE
            details = (*details, ("number", succession.reorganisation.number))
        found[unit.code] = Fault(unit.code, message, details)
    return list(found.values())


@dataclass(frozen=True)
class Adoption:
    """What a list without a decree brings: what speaks against it, what is doubtful, and lives that have to end."""

    faults: tuple[Fault, ...]
    doubts: tuple[Fault, ...]
    ends: Mapping[str, date]
    """The first day on which a list lacks a unit that is new with this one, by its code here."""


def adoption(
    listing: Mapping[str, Listed], *, day: date, root: Unit | None, hierarchy: str = "territorial"
) -> Adoption:
    """What follows if a list is taken in, beside the decrees and the lists of other days that are recorded.

    A list speaks of a level below a unit if it has any such unit. New in a list after one that spoke of its like, a
    unit was made between them, by a decree; new in one before, it ended between them.
    """
    known = {unit.code: unit for unit in queries.below(root, day=day, hierarchy=hierarchy)}
    here = rules.recoded(listing, known_as(listing, known.values()))
    spoken = {_family(listed) for listed in here.values()}
    faults = revived(listing, day=day, root=root, hierarchy=hierarchy)
    doubts = [
        Fault(code, rules.MISSING, (("day", day.isoformat()),))
        for code, unit in known.items()
        if code not in here and _family(listed(unit)) in spoken
    ]
    ends: dict[str, date] = {}
    new = {code: _family(unit) for code, unit in here.items() if code not in known}
    for taken in TakenList.objects.filter(hierarchy=hierarchy).exclude(day=day) if new else ():
        top = queries.get(taken.root, day=taken.day, hierarchy=hierarchy) if taken.root else None
        then = {u.code: _family(listed(u)) for u in queries.below(top, day=taken.day, hierarchy=hierarchy)}
        families = set(then.values())
        lacking = [code for code, family in new.items() if code not in then and family in families]
        if taken.day < day:
            faults += [Fault(code, rules.NOT_YET, (("day", taken.day.isoformat()),)) for code in lacking]
        else:
            ends = {**dict.fromkeys(lacking, taken.day), **ends}
    doubts += [Fault(code, rules.GONE_LATER, (("day", end.isoformat()),)) for code, end in ends.items()]
    return Adoption(tuple(faults), tuple(doubts), ends)


def _family(unit: Listed) -> tuple[str, str | None]:
    """The level of a unit, and the code of the unit above it."""
    return unit.level, unit.parent


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
