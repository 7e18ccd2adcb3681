"""Synthetic figures to measure roll-ups with: drawn at random and marked so; no region ever reported them.

A province of 20 districts and 300 communes over ten years of months; from July of the sixth year on there are no
districts, some communes have merged and some were divided. The number of indicators grows with that of the rows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import numpy as np

from tongket.rollup import facts
from tongket.rollup.cube import Axes, Rows
from tongket.rollup.exact import MISSING
from tongket.rollup.rules import ADDED, MEASURES, Calendar, Era, Meaning, Method, Scheme
from tongket.units.lineage import Edge, Lineage, weigh

MARK = {"tongket": "synthetic figures for measuring; nobody reported them"}
FIRST, YEARS, PER_YEAR, CHANGE = 2020, 10, 12, 66
DISTRICTS, COMMUNES, MERGED, DIVIDED = 20, 300, 40, 10
CORRECTED = 0.03
"""The share of entries that correct or withdraw an earlier one."""

# In this order, so that already ten indicators have every method; the sums of each ten are weights, parts, wholes.
_METHODS = (
    *(Method.SUM, Method.LAST, Method.WEIGHTED_MEAN, Method.MIN, Method.MAX),
    *(Method.INDEX, Method.NOT_ADDITIVE, Method.SUM, Method.SUM, Method.SUM),
)
_TEN = len(_METHODS)
_AXES = ("indicator", "measure", "period", "unit")


def scheme(rows: int) -> Scheme:
    """Indicators enough for so many entries, with a ratio and a share for every ten of them."""
    communes = [f"c{number:03}" for number in range(COMMUNES)]
    districts = {f"d{number:02}": "p" for number in range(DISTRICTS)}
    under = {commune: f"d{at * DISTRICTS // COMMUNES:02}" for at, commune in enumerate(communes)}
    after = dict.fromkeys(sorted(lineage().targets), "p") | dict.fromkeys(communes[MERGED + DIVIDED :], "p")
    first = FIRST * PER_YEAR
    eras = (
        Era(first, {"p": None, **districts, **under}, _people(communes), {}),
        Era(first + CHANGE, {"p": None, **after}, _people(after), {}),
    )
    recorded = max(_TEN, math.ceil(rows / sum(cells * len(MEASURES) for cells in _cells(len(after)))))
    meanings = [_meaning(at) for at in range(recorded)]
    for ten in range(0, recorded - _TEN + 1, _TEN):
        part, other, whole = (f"i{ten + place:04}" for place in (0, 9, 1))
        meanings.append(Meaning(f"r{ten:04}", Method.RATIO_OF_SUMS, decimals=3, part=part, whole=whole, factor=1000))
        meanings.append(Meaning(f"s{ten:04}", Method.SHARE, decimals=2, part=other, whole=whole, factor=100))
    return Scheme(tuple(meanings), eras, Calendar(first, YEARS * PER_YEAR, PER_YEAR))


def lineage() -> Lineage:
    """What became of the communes that merged in pairs, and of those divided 0.6 to 0.4."""
    merged = [Edge(f"c{number:03}", f"m{number // 2:03}") for number in range(MERGED)]
    divided = [
        Edge(f"c{number:03}", f"s{number:03}{part}", Decimal(share))
        for number in range(MERGED, MERGED + DIVIDED)
        for part, share in (("a", "0.6"), ("b", "0.4"))
    ]
    return weigh([*merged, *divided])[0]


def write(folder: Path, rows: int) -> list[Path]:
    """The files: exactly so many entries, a year of them in each file."""
    cube_scheme = scheme(rows)
    paths = []
    parts = _parts(cube_scheme, rows)
    for year in range(YEARS):
        paths.append(folder / f"synthetic-{year:02}.parquet")
        facts.write(paths[-1], (next(parts) for _ in range(PER_YEAR)), MARK)
    return paths


def _cells(units_after: int) -> list[int]:
    """The units that report, period by period."""
    return [COMMUNES] * CHANGE + [units_after] * (YEARS * PER_YEAR - CHANGE)


def _people(units: Iterable[str]) -> dict[str, int]:
    draw = np.random.default_rng(1)
    return {unit: int(draw.integers(2_000, 30_000)) for unit in units}


def _meaning(at: int) -> Meaning:
    method, ten = _METHODS[at % _TEN], at - at % _TEN
    weight = {Method.WEIGHTED_MEAN: f"i{ten + 1:04}", Method.INDEX: f"i{ten:04}"}.get(method, "")
    decimals = 1 if method not in ADDED else (0, 0, 2, 3)[at % 4]
    if at % _TEN in (1, 9):  # counts: parts and wholes of shares
        decimals = 0
    direction = ("more", "more", "less", "neither")[at % 4]
    return Meaning(f"i{at:04}", method, decimals, direction, weight)  # type: ignore[arg-type]


def _parts(of: Scheme, rows: int) -> Iterator[tuple[int, Rows]]:
    """Month by month the entries, by unit and indicator as they come in, and corrections of the month before."""
    draw = np.random.default_rng(2)
    axes = Axes(of)
    recorded = np.array([at for at, meaning in enumerate(of.meanings) if not meaning.part], np.int16)
    reporting = [layout.leaves for layout in axes.layouts for _ in range(layout.start, layout.stop)]
    cells = [len(units) * len(recorded) * len(MEASURES) for units in reporting]
    due = [rows * reached // sum(cells) for reached in np.cumsum(cells).tolist()]
    written = 0
    before: Rows | None = None
    for period, (units, count) in enumerate(zip(reporting, cells, strict=True)):
        quota = due[period] - written
        corrections = int(quota * CORRECTED) if before is not None else 0
        kept = np.sort(draw.permutation(count)[: quota - corrections])
        unit, rest = np.divmod(kept, len(recorded) * len(MEASURES))
        indicator, measure = np.divmod(rest, len(MEASURES))
        new = Rows(recorded[indicator], measure, np.full(len(kept), period), units[unit], _values(indicator, draw))
        batch = new
        if before is not None:
            again = draw.integers(0, len(before.value), corrections)
            values = _values(before.indicator[again], draw)
            values[draw.random(corrections) < 0.1] = MISSING
            older = before._replace(value=values, **{axis: getattr(before, axis)[again] for axis in _AXES})
            batch = Rows._make(map(np.concatenate, zip(older, new, strict=True)))
        yield written + 1, batch
        written += len(batch.value)
        before = new


def _values(indicator: np.typing.NDArray[np.integer], draw: np.random.Generator) -> np.typing.NDArray[np.int64]:
    """Amounts, some small so that ranks tie, some negative; stocks large enough to hold what is part of them."""
    kind = indicator % _TEN
    low = np.array([0, 2_000, 0, -500, 0, 900, 0, -1_000_000, 0, 0])[kind]
    high = np.array([1_000_000, 90_000, 1_000, 500, 500, 1_100, 1_000, 1_000_000, 40, 2_000])[kind]
    return draw.integers(low, high)
