"""What is measured of the embedded engine, in one process: build, roll-up, one scorecard, one new entry, one series."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from typing import Any

from tongket.cli import bench_rollup_data as data
from tongket.cli.bench_rollup_peers import differences, peak_mib, quickest
from tongket.rollup import facts, queries
from tongket.rollup.comparing import Comparisons, compare
from tongket.rollup.cube import ACTUAL, Cube
from tongket.rollup.exact import MISSING
from tongket.rollup.recasting import recast
from tongket.rollup.rules import RATIOS, Fact

_TIMES = 300
"""How often one scorecard is asked for, and one new entry recorded."""


def measure(paths: Sequence[Path], rows: int, rounds: int) -> dict[str, Any]:
    """Every figure of the cube; last, and no longer measured, all its cells beside those of the hand-written SQL."""
    started = time.perf_counter()
    cube = _built(paths, rows)
    build = time.perf_counter() - started
    rollup, comparisons = _rolled(cube, rounds)
    gc.freeze()  # as serve does: what is held for good is not walked again for every answer
    scheme = cube.scheme
    report = {
        "build_s": build,
        "rollup_s": rollup,
        **_percentiles("dashboard", _dashboards(cube)),
        **_percentiles("visible", _entries(cube)),
        "recast_s": quickest(lambda: _recast(cube), rounds)[0],
        "peak_mib": peak_mib(),
        "indicators": len(scheme.meanings),
        "units": len(cube.units),
        "periods": scheme.calendar.count,
        "cube_mib": (cube.figures.nbytes + cube.tops.nbytes + cube.bases.nbytes) / 2**20,
    }
    gc.unfreeze()
    different, compared = differences(paths, rows, cube, comparisons)
    return report | {"compared_cells": compared, "different_cells": different}


def roll_up(paths: Sequence[Path], rows: int, rounds: int) -> float:
    """Seconds of the whole roll-up alone."""
    return _rolled(_built(paths, rows), rounds)[0]


def _built(paths: Sequence[Path], rows: int) -> Cube:
    cube = Cube(data.scheme(rows))
    for part in facts.read(paths):
        cube.load(part)
    return cube


def _rolled(cube: Cube, rounds: int) -> tuple[float, Comparisons]:
    kept: list[Comparisons] = []

    def roll() -> None:
        kept.clear()
        cube.roll()
        kept.append(compare(cube))

    return quickest(roll, rounds)[0], kept[0]


def _percentiles(name: str, seconds: Iterable[float]) -> dict[str, float]:
    hundredths = quantiles(seconds, n=100)
    return {f"{name}_p50_ms": hundredths[49] * 1000, f"{name}_p95_ms": hundredths[94] * 1000}


def _dashboards(cube: Cube) -> list[float]:
    """The seconds of scorecards of units drawn at random, the province among them, each with all comparisons."""
    chance = random.Random(3)  # noqa: S311 - nothing is kept secret by it
    asked = []
    for at in range(_TIMES):
        period = cube.scheme.calendar.first + chance.randrange(cube.scheme.calendar.count)
        unit = "p" if at % 3 == 0 else chance.choice(list(cube.scheme.era(period).parents))
        asked.append((unit, period))
    return [_timed(queries.scorecard, cube, unit, period) for unit, period in asked]


def _entries(cube: Cube) -> list[float]:
    """The seconds from a new entry to the scorecard of the province with it; in the end all is as it was."""
    chance = random.Random(4)  # noqa: S311
    recorded = [meaning for meaning in cube.scheme.meanings if meaning.method not in RATIOS]
    seconds = []
    for _ in range(_TIMES):
        at = chance.randrange(cube.scheme.calendar.count)
        period, meaning = cube.scheme.calendar.first + at, chance.choice(recorded)
        place = int(chance.choice(cube.layout(at).leaves))
        before = int(cube.figures[cube.row[meaning.indicator], ACTUAL, at, place])
        old = None if before == MISSING else Decimal(before).scaleb(-meaning.decimals)
        new = Decimal(chance.randrange(1000)).scaleb(-meaning.decimals)
        fact = Fact(0, meaning.indicator, cube.units[place], period, "actual", new)
        started = time.perf_counter()
        cube.record([fact])
        queries.scorecard(cube, "p", period)
        seconds.append(time.perf_counter() - started)
        cube.record([Fact(0, meaning.indicator, cube.units[place], period, "actual", old)])
    return seconds


def _recast(cube: Cube) -> Cube:
    """The whole series of one indicator, of every unit of today."""
    before, now = cube.scheme.eras
    return recast(cube, now, {before.first: data.lineage()}, {cube.scheme.meanings[0].indicator})


def _timed(work: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started
