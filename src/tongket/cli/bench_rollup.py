"""``tongket bench rollup``: how fast synthetic figures are rolled up, beside others that do the same."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import tempfile
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from tongket import __version__
from tongket.base import localities
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli.shared import need_engines, shared
from tongket.cli.texts import complain, gettext, language

Report = dict[str, Any]

LONG = 20_000_000
"""From so many rows on, two rounds are enough."""

HOLDS = {"ibis_duckdb": 43_000_000, "polars": 43_000_000, "pandas": 10_000_000, "ibis_postgres": 3_000_000}
"""How many rows other engines hold in some 16 GiB and answer in minutes; of more, they are asked so many."""

PAGES = 50_000_000
"""Of more rows, no workspace is made whose pages could be asked: its tables would fill the disk."""

LEAST = 10_000
"""Fewer rows would measure nothing but the starting of engines."""


LABELS = {
    "rows": gettext_noop("entries of the ledger"),
    "indicators": gettext_noop("indicators"),
    "units": gettext_noop("units"),
    "periods": gettext_noop("months"),
    "scan_s": gettext_noop("seconds: all columns read once from the files (the limit)"),
    "build_s": gettext_noop("seconds: the cube built from the files"),
    "rollup_s": gettext_noop("seconds: everything rolled up, with ratios, last year and ranks"),
    "hand_sql_s": gettext_noop("seconds: the same from the files in SQL written by hand for DuckDB"),
    "dashboard_p95_ms": gettext_noop("milliseconds: the scorecard of a unit (95 of 100 are faster)"),
    "page_p95_ms": gettext_noop("milliseconds: the same as a page, of a workspace that keeps every total (95 of 100)"),
    "visible_p95_ms": gettext_noop("milliseconds: a new entry seen in the scorecard of the province (95 of 100)"),
    "recast_s": gettext_noop("seconds: the series of an indicator recast to the units of today"),
    "peak_mib": gettext_noop("MiB of memory at most, for the cube and all that was asked of it"),
    "compared_cells": gettext_noop("cells compared with what the SQL gives"),
    "different_cells": gettext_noop("cells that differ"),
}
"""What is printed for people, in this order."""

ENGINES = {
    "ibis_duckdb": gettext_noop("the same and more by Ibis in DuckDB"),
    "ibis_postgres": gettext_noop("the same and more by Ibis in PostgreSQL"),
    "polars": gettext_noop("the same in Polars"),
    "pandas": gettext_noop("the same in pandas"),
}
"""The other engines, as people are told of them."""


def arguments(acts: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """How much is rolled up, and how the answer is printed."""
    text = gettext("measure the roll-up of synthetic figures, beside hand-written SQL and other engines")
    parser = acts.add_parser("rollup", help=text, description=text)
    shared(parser, default=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help=gettext("print one JSON object"))
    parser.add_argument(
        "--rows",
        metavar=gettext("NUMBER"),
        type=int,
        default=1_000_000,
        help=gettext("entries of the ledger to draw (otherwise 1000000)"),
    )
    parser.add_argument(
        "--growth",
        metavar=gettext("NUMBER"),
        type=int,
        nargs="+",
        help=gettext("measure with each of these numbers of entries, one after another, side by side"),
    )
    parser.add_argument(
        "--postgres",
        metavar=gettext("ADDRESS"),
        default="",
        help=gettext("also measure in this PostgreSQL database, in a temporary table"),
    )
    parser.add_argument(
        "--folder",
        metavar=gettext("FOLDER"),
        type=Path,
        help=gettext("where the files are written, and removed again (otherwise among the temporary files)"),
    )


def run(options: argparse.Namespace) -> int:
    """Measure, and print what was measured; 1 when the engines differ in any cell."""
    sizes = options.growth or [options.rows]
    for rows in sizes:
        if rows < LEAST:
            raise InvalidInput(
                gettext_noop("--rows {rows}: to measure anything, at least {least} are needed."), rows=rows, least=LEAST
            )
    need_engines()
    reports = [_measured(options, rows) for rows in sizes]
    if options.json:
        print(json.dumps({"data": "synthetic", "growth": reports} if options.growth else reports[0], indent=2))
    else:
        _print(reports)
    return 1 if any(r["different_cells"] or any(value is False for value in r.values()) for r in reports) else 0


def _measured(options: argparse.Namespace, rows: int) -> Report:
    folder = Path(tempfile.mkdtemp(prefix="tongket-bench-", dir=options.folder))
    try:
        return measure(folder, rows, options.postgres)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, rows: int, postgres: str) -> Report:
    """Everything measured in one run; each engine in a process of its own."""
    from tongket.cli import bench_rollup_cube as cube
    from tongket.cli import bench_rollup_data as data
    from tongket.cli import bench_rollup_page as page
    from tongket.cli import bench_rollup_peers as peers

    rounds = 3 if rows < LONG else 2
    paths, _ = peers.apart(data.write, folder, rows)
    scan, _ = peers.apart(peers.scan, paths, rounds)
    report, _ = peers.apart(cube.measure, paths, rows, rounds)
    (hand_sql, answer), hand_sql_peak = peers.apart(peers.hand_sql, paths, rows, rounds)
    pages = peers.apart(page.measure, paths, rows, folder)[0] if rows <= PAGES else {"page_p95_ms": None}
    ours = {rows: _Ours(paths, answer, report["rollup_s"])}
    for name in HOLDS:
        if name != "ibis_postgres" or postgres:
            report |= _engine(name, rows, ours, folder, postgres)
    return {
        "data": "synthetic",
        "rows": rows,
        "scan_s": scan,
        "hand_sql_s": hand_sql,
        "hand_sql_peak_mib": hand_sql_peak,
        **pages,
        **report,
        "hand_sql_per_rollup": hand_sql / report["rollup_s"],
        "rollup_per_scan": report["rollup_s"] / scan,
        "build_per_scan": report["build_s"] / scan,
        "rounds": rounds,
        "parquet_mib": sum(path.stat().st_size for path in paths) / 2**20,
        "processors": os.cpu_count(),
        "versions": {
            "tongket": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in ("numpy", "duckdb", "ibis-framework", "pyarrow")},
        },
    }


class _Ours(NamedTuple):
    """Files with so many entries, what the hand-written SQL makes of them, and how long ours takes."""

    paths: list[Path]
    answer: list[int]
    rollup_s: float


def _engine(name: str, rows: int, ours: dict[int, _Ours], folder: Path, postgres: str) -> Report:
    """What another engine takes, of as many entries as it holds, and whether it says the same; it may give up."""
    from tongket.cli import bench_rollup_cube as cube
    from tongket.cli import bench_rollup_data as data
    from tongket.cli import bench_rollup_frames as frames
    from tongket.cli import bench_rollup_peers as peers

    count = min(rows, HOLDS[name])
    if count not in ours:
        smaller = folder / str(count)
        smaller.mkdir()
        paths, _ = peers.apart(data.write, smaller, count)
        (_, answer), _ = peers.apart(peers.hand_sql, paths, count, 1)
        ours[count] = _Ours(paths, answer, peers.apart(cube.roll_up, paths, count, 3)[0])
    paths, answer, rollup = ours[count]
    work = {"polars": frames.by_polars, "pandas": frames.by_pandas}.get(name, peers.by_ibis)
    extra = [postgres] if name == "ibis_postgres" else []
    try:
        (seconds, found), peak = peers.apart(work, paths, count, 1, *extra)
    except (ImportError, BrokenProcessPool) as error:
        complain(gettext("{engine} is left out: {reason}", engine=name, reason=error))
        return {f"{name}_s": None, f"{name}_rows": count}
    return {
        f"{name}_s": seconds,
        f"{name}_rows": count,
        f"{name}_per_rollup": seconds / rollup,
        f"{name}_peak_mib": peak,
        f"{name}_agrees": found == answer,
    }


def _print(reports: Sequence[Report]) -> None:
    """For people: what was measured, in the units that JSON has it in, a column for each number of entries."""
    print(gettext("Synthetic figures, drawn at random; nobody reported them."))
    print()
    for key, label in LABELS.items():
        if any(report.get(key) is not None for report in reports):
            print("  " + "".join(f"{_cell(report.get(key)):>14}" for report in reports) + f"  {gettext(label)}")
    for name, label in ENGINES.items():
        for report in reports:
            if report.get(f"{name}_s") is not None:
                told = gettext(
                    "seconds: {work}, of {rows} entries; {times} times as long as ours",
                    work=gettext(label),
                    rows=_cell(report[f"{name}_rows"]),
                    times=_cell(report[f"{name}_per_rollup"]),
                )
                print(f"  {_cell(report[f'{name}_s']):>14}  {told}")


def _cell(value: float | None) -> str:
    """To four digits that say something; whole numbers as they are."""
    if value is None:
        return "–"
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.4g}")
    return localities.number(exact, language())
