"""What became of units: where the amounts of each unit lie after one or several reorganisations.

Pure: no database, no clock. The idea of a correspondence table with shares is that of Eurostat; here a share that
nobody stated stays unknown, and is known again only where all that it divided comes together again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import reduce

NOWHERE = ""
"""The target of a unit that ended without a successor."""

UNNAMED = "\0"
"""The origin of what a unit was formed from without the table naming it. No file that is read holds this sign."""

WHOLE = Fraction(1)


@dataclass(frozen=True)
class Edge:
    """One row of a correspondence table: ``share`` of ``origin`` (from 0 to 1 as printed) became part of ``target``."""

    origin: str
    target: str
    share: Decimal | None = None


class Kind(StrEnum):
    """What befell a unit, seen from before."""

    ONE_TO_ONE = "one-to-one"
    MERGE = "merge"
    SPLIT = "split"
    ENDED = "ended"


@dataclass(frozen=True)
class Fate:
    """Where one unit's amounts lie afterwards.

    ``known``: target to share. ``open``: sets of targets to the share that lies somewhere among them. All shares
    together are 1.
    """

    known: Mapping[str, Fraction]
    open: Mapping[frozenset[str], Fraction] = field(default_factory=dict)

    @property
    def targets(self) -> frozenset[str]:
        """Every unit that got, or may have got, a part."""
        return frozenset(self.known).union(*self.open)

    def share(self, target: str) -> Fraction | None:
        """The share of ``target``; None when it is unknown."""
        if any(target in among for among in self.open):
            return None
        return self.known.get(target, Fraction(0))

    def then(self, later: Lineage) -> Fate:
        """Where the amounts lie after ``later`` has happened as well.

        What lies somewhere among several units is known again as far as their fates are alike.
        """
        known: defaultdict[str, Fraction] = defaultdict(Fraction)
        unknown: defaultdict[frozenset[str], Fraction] = defaultdict(Fraction)
        for target, share in self.known.items():
            _add(later.fate(target), share, known, unknown)
        for among, share in self.open.items():
            fates = [later.fate(target) for target in among]
            _add(_in_common(fates), share, known, unknown)
        return Fate(dict(known), dict(unknown))


def _add(fate: Fate, part: Fraction, known: dict[str, Fraction], unknown: dict[frozenset[str], Fraction]) -> None:
    for target, share in fate.known.items():
        known[target] += part * share
    for among, share in fate.open.items():
        unknown[among] += part * share


def _anywhere(targets: frozenset[str]) -> Fate:
    return Fate(dict.fromkeys(targets, WHOLE)) if len(targets) == 1 else Fate({}, {targets: WHOLE})


def _in_common(fates: list[Fate]) -> Fate:
    """What is certain of an amount that has one of these fates, or some of each."""
    targets = frozenset[str]().union(*(fate.targets for fate in fates))
    least = {target: min(fate.known.get(target, Fraction(0)) for fate in fates) for target in targets}
    left = WHOLE - sum(least.values())
    contested = frozenset(
        target
        for target in targets
        if any(fate.share(target) is None or fate.known.get(target, Fraction(0)) > least[target] for fate in fates)
    )
    # A share of zero that all agree on stays: the target is named.
    known = {target: share for target, share in least.items() if share or target not in contested}
    return Fate(known, {contested: left} if left else {})


@dataclass(frozen=True)
class Lineage:
    """The fates of the units that a reorganisation names; all others stay what they are.

    ``received`` holds units that have a fate only because an earlier step made or enlarged them: nobody says
    that they existed before, so that a missing value of theirs is no gap.
    """

    fates: Mapping[str, Fate]
    received: frozenset[str] = frozenset()

    def fate(self, unit: str) -> Fate:
        """The fate of a unit; of one that is not named, to stay."""
        return self.fates.get(unit) or Fate({unit: WHOLE})

    @property
    def targets(self) -> frozenset[str]:
        """Every unit that a named unit became, or may have become, a part of."""
        return frozenset[str]().union(*(fate.targets for fate in self.fates.values()))

    def then(self, later: Lineage) -> Lineage:
        """Both reorganisations, one after the other."""
        new = later.fates.keys() - self.fates.keys()
        fates = {unit: self.fate(unit).then(later) for unit in (*self.fates, *sorted(new))}
        if UNNAMED in self.fates and UNNAMED in later.fates:
            fates[UNNAMED] = _anywhere(fates[UNNAMED].targets | later.fates[UNNAMED].targets)
        received = {unit for unit in new if unit in self.targets or unit in later.received}
        return Lineage(fates, self.received | received)

    def origins(self, present: Iterable[str]) -> dict[str, list[str]]:
        """For each unit afterwards, the units that it comes from: those named, and those of ``present``."""
        units = dict.fromkeys((*present, *(unit for unit in self.fates if unit not in self.received)))
        result: dict[str, list[str]] = {}
        for unit in units:
            for target in sorted(self.fate(unit).targets - {NOWHERE}):
                result.setdefault(target, []).append(unit)
        return result

    def kinds(self, present: Iterable[str] = ()) -> Iterator[tuple[str, Kind]]:
        """What befell each named unit and each of ``present``."""
        origins = self.origins(present := list(present))
        for unit in dict.fromkeys((*present, *(unit for unit in self.fates if unit != UNNAMED))):
            targets = self.fate(unit).targets
            if targets == {NOWHERE}:
                yield unit, Kind.ENDED
            elif len(targets) > 1:
                yield unit, Kind.SPLIT
            else:
                [target] = targets
                yield unit, Kind.MERGE if set(origins.get(target, [])) - {unit} else Kind.ONE_TO_ONE


def chain(lineages: Iterable[Lineage]) -> Lineage:
    """Reorganisations in their order as one. Taken from the end, as that keeps most of what is known."""
    return reduce(lambda later, earlier: earlier.then(later), reversed(list(lineages)), Lineage({}))


def weigh(edges: Iterable[Edge]) -> tuple[Lineage, dict[str, Fraction]]:
    """The lineage that rows state; and for each unit whose shares do not sum to 1 as printed, their sum.

    The shares of a unit are normalised by their sum. A unit with a single target went there whole, whether or not a
    share is printed. Where any share of several is missing, stated twice and differently, or all are zero, none
    is known. The same row twice counts once.
    """
    stated: dict[str, dict[str, set[Decimal | None]]] = {}
    for edge in edges:
        stated.setdefault(edge.origin, {}).setdefault(edge.target, set()).add(edge.share)
    fates: dict[str, Fate] = {}
    sums: dict[str, Fraction] = {}
    for origin, targets in stated.items():
        shares = {target: next(iter(given)) for target, given in targets.items() if len(given) == 1}
        printed = {target: Fraction(share) for target, share in shares.items() if share is not None}
        total = sum(printed.values(), Fraction(0))
        if len(printed) == len(targets) and total != 1 and origin != UNNAMED:
            sums[origin] = total
        if len(printed) == len(targets) > 1 and total:
            fates[origin] = Fate({target: share / total for target, share in printed.items()})
        else:
            fates[origin] = _anywhere(frozenset(targets))
    return Lineage(fates), sums
