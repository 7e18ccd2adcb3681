"""A cube stated for the units of one era, along their lineage: what ``units.recasting`` does, for whole series at once.

Amounts are added and divided, each indicator to its own decimals; means take their weights along; everything else
goes on only where a unit simply continues. What cannot be computed stays without a figure. Ratios and shares come
from their recast parts, and every unit above from recast leaves.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import lcm

import numpy as np

from tongket.rollup.cube import Cube
from tongket.rollup.exact import MISSING, Ints, figures, prefix_sums, quotients
from tongket.rollup.layout import Layout
from tongket.rollup.rules import ADDED, RATIOS, Era, Meaning, Method
from tongket.units.lineage import WHOLE, Lineage

Origins = Mapping[str, Fraction]
"""The units that one comes from, each with the share of it that came."""


def recast(cube: Cube, era: Era, lineages: Mapping[int, Lineage], indicators: Collection[str] = ()) -> Cube:
    """The figures of ``indicators`` (of all, if none is named) for the units of ``era``, in every period.

    ``lineages`` leads from the first periods of the other eras to what became of their units by ``era``; the periods
    of an era that it does not name have no figures. Raises TooLarge.
    """
    wanted = set(indicators) or set(cube.row)
    for indicator in list(wanted):
        wanted |= set(cube.scheme.meanings[cube.row[indicator]].rests_on)
    meanings = tuple(meaning for meaning in cube.scheme.meanings if meaning.indicator in wanted)
    after = Cube(replace(cube.scheme, meanings=meanings, eras=(replace(era, first=cube.scheme.calendar.first),)))
    for layout in cube.layouts:
        lineage = Lineage({}) if layout.era == era else lineages.get(layout.era.first)
        if lineage is not None:
            _Step(cube, after, layout, lineage).take()
    after.roll()
    return after


class _Step:
    """The periods of one era, recast."""

    def __init__(self, cube: Cube, after: Cube, layout: Layout, lineage: Lineage) -> None:
        self.cube, self.after, self.layout, self.lineage = cube, after, layout, lineage
        leaves = after.layouts[0].leaves
        self.origins = self._known(layout.leaves, leaves)
        self.continued = self._continued(self.origins)
        # What is not additive is said of units that have parts, too.
        units = self._known([*layout.leaves, *layout.inner], [*leaves, *after.layouts[0].inner])
        self.alone = self._continued(units)

    def _known(self, before: Iterable[int], now: Iterable[int]) -> dict[str, Origins]:
        """For each unit now, where it comes from; not for those of which that is not known whole."""
        present = [self.cube.units[place] for place in before]
        origins = self.lineage.origins(present)
        found: dict[str, Origins] = {}
        for unit in (self.after.units[place] for place in now):
            shares = {origin: self.lineage.fate(origin).share(unit) for origin in origins.get(unit, [])}
            known = {origin: share for origin, share in shares.items() if share is not None}
            if known and len(known) == len(shares) and set(known) <= set(present):
                found[unit] = known
        return found

    def _continued(self, origins: Mapping[str, Origins]) -> dict[int, int]:
        """The places now and before of the units that are simply one from before."""
        single = {unit: next(iter(of)) for unit, of in origins.items() if len(of) == 1}
        return {
            self.after.unit_place[unit]: self.cube.unit_place[origin]
            for unit, origin in single.items()
            if self.lineage.fate(origin).targets == {unit}
        }

    def take(self) -> None:
        """Fill in every indicator that is recorded."""
        changed = [unit for unit in self.origins if self.after.unit_place[unit] not in self.continued]
        for row, meaning in enumerate(self.after.scheme.meanings):
            if meaning.method in RATIOS:
                continue
            cells = self._cells(meaning.indicator)
            block = self.after.figures[row][:, self.layout.periods]
            same = self.alone if meaning.method is Method.NOT_ADDITIVE else self.continued
            block[..., list(same)] = cells[..., list(same.values())]
            for unit in changed:
                found = self._changed(meaning, cells, unit)
                if found is not None:
                    block[..., self.after.unit_place[unit]] = found

    def _cells(self, indicator: str) -> Ints:
        cells: Ints = self.cube.figures[self.cube.row[indicator]][:, self.layout.periods]
        return cells

    def _changed(self, meaning: Meaning, cells: Ints, unit: str) -> Ints | None:
        """The figures of a unit that is more or less than one before; None where there is no method for it."""
        origins = {self.cube.unit_place[origin]: share for origin, share in self.origins[unit].items()}
        there = (cells[..., list(origins)] != MISSING).all(axis=-1)
        if meaning.method in ADDED:
            parts = [self._part(cells[..., place], unit, self.cube.units[place]) for place in origins]
            sums = prefix_sums(np.where(there[..., None], np.stack(parts, axis=-1), 0))[..., -1]
            return np.where(there, figures(sums), MISSING)
        if meaning.method is not Method.WEIGHTED_MEAN:
            return None
        whole = lcm(*(share.denominator for share in origins.values()))
        weights = self._cells(meaning.weight)[..., list(origins)]
        there &= (weights >= 0).all(axis=-1)
        shares = np.array([int(share * whole) for share in origins.values()], object)
        weighed = np.where(there[..., None], weights, 0) * shares
        tops = (np.where(there[..., None], cells[..., list(origins)], 0) * weighed).sum(axis=-1)
        return quotients(tops, weighed.sum(axis=-1))

    def _part(self, values: Ints, unit: str, origin: str) -> Ints:
        """What came of a unit: its share, half to even; its largest part takes what rounding leaves over."""
        fate = self.lineage.fate(origin)
        shares = fate.known
        if shares[unit] == WHOLE:
            return values
        largest = min(shares, key=lambda target: (-shares[target], target))
        if unit != largest or fate.open:
            return _shared(values, shares[unit])
        others = [_shared(values, share) for target, share in shares.items() if target != unit]
        left: Ints = values - sum(others, np.zeros_like(values))
        return left


def _shared(values: Ints, share: Fraction) -> Ints:
    there = values != MISSING
    return quotients(np.where(there, values, 0), there.astype(np.int64), share.numerator, share.denominator)
