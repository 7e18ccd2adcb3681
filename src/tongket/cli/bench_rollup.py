"""``tongket bench rollup``: how fast synthetic figures are rolled up, beside others that do the same."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import shutil
import tempfile
from concurrent.futures.process import BrokenProcessPool
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tongket import __version__
from tongket.base import localities
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.cli.shared import shared
from tongket.cli.texts import complain, gettext, language

Report = dict[str, Any]

LONG = 20_000_000
"""From so many rows on, two rounds are enough, and engines that want more memory than there may be are left out."""

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
    "ibis_duckdb_s": gettext_noop("seconds: the same and more by Ibis in DuckDB"),
    "ibis_postgres_s": gettext_noop("seconds: the same and more by Ibis in PostgreSQL"),
    "polars_s": gettext_noop("seconds: the same in Polars"),
    "pandas_s": gettext_noop("seconds: the same in pandas"),
    "dashboard_p95_ms": gettext_noop("milliseconds: the scorecard of a unit (95 of 100 are faster)"),
    "visible_p95_ms": gettext_noop("milliseconds: a new entry seen in the scorecard of the province (95 of 100)"),
    "recast_s": gettext_noop("seconds: the series of an indicator recast to the units of today"),
    "peak_mib": gettext_noop("MiB of memory at most, for the cube and all that was asked of it"),
    "compared_cells": gettext_noop("cells compared with what the SQL gives"),
    "different_cells": gettext_noop("cells that differ"),
}
"""What is printed for people, in this order."""


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
    if options.rows < LEAST:
        raise InvalidInput(
            gettext_noop("--rows {rows}: to measure anything, at least {least} are needed."),
            rows=options.rows,
            least=LEAST,
        )
    folder = Path(tempfile.mkdtemp(prefix="tongket-bench-", dir=options.folder))
    try:
        report = measure(folder, options.rows, options.postgres)
    finally:
        shutil.rmtree(folder)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    return 1 if report["different_cells"] or any(value is False for value in report.values()) else 0


def measure(folder: Path, rows: int, postgres: str) -> Report:
    """Everything measured in one run; each engine in a process of its own."""
    for name in ("duckdb", "ibis", "pyarrow"):
        _need(name)
    from tongket.cli import bench_rollup_cube as cube
    from tongket.cli import bench_rollup_data as data
    from tongket.cli import bench_rollup_frames as frames
    from tongket.cli import bench_rollup_peers as peers

    rounds = 3 if rows < LONG else 2
    paths, _ = peers.apart(data.write, folder, rows)
    scan, _ = peers.apart(peers.scan, paths, rounds)
    report, _ = peers.apart(cube.measure, paths, rows, rounds)
    (hand_sql, answer), hand_sql_peak = peers.apart(peers.hand_sql, paths, rows, rounds)
    engines: dict[str, tuple[Any, ...]] = {
        "ibis_duckdb": (peers.by_ibis, paths, rows, 1),
        "polars": (frames.by_polars, paths, rows, 1),
        "pandas": (frames.by_pandas, paths, rows, 1),
    }
    if postgres:
        engines["ibis_postgres"] = (peers.by_ibis, paths, rows, 1, postgres)
    for name, work in engines.items():
        report |= _engine(name, answer, work) if rows < LONG else {f"{name}_s": None}
    return {
        "data": "synthetic",
        "rows": rows,
        "scan_s": scan,
        "hand_sql_s": hand_sql,
        "hand_sql_peak_mib": hand_sql_peak,
        "page_p95_ms": None,
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


def _engine(name: str, answer: list[int], work: tuple[Any, ...]) -> Report:
    """What another engine takes, and whether it says the same; nothing where it is not there or gave up."""
    from tongket.cli import bench_rollup_peers as peers

    try:
        (seconds, found), peak = peers.apart(*work)
    except (ImportError, BrokenProcessPool) as error:
        complain(gettext("{engine} is left out: {reason}", engine=name, reason=error))
        return {f"{name}_s": None}
    return {f"{name}_s": seconds, f"{name}_peak_mib": peak, f"{name}_agrees": found == answer}


def _need(name: str) -> None:
    try:
        importlib.import_module(name)
    except ImportError:
        raise InvalidInput(
            gettext_noop(
                "{name} is not installed. For the comparison: "
                "./dev run pip install --require-hashes -r requirements/engines.txt"
            ),
            name=name,
        ) from None


def _print(report: Report) -> None:
    """The report for people: what was measured, in the units that JSON has it in."""
    print(gettext("Synthetic figures, drawn at random; nobody reported them."))
    print()
    for key, label in LABELS.items():
        if (value := report.get(key)) is not None:
            print(f"  {localities.number(_shortened(value), language()):>14}  {gettext(label)}")


def _shortened(value: float) -> Decimal:
    """To four digits that say something; whole numbers as they are."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.4g}")
