"""What the cube is measured against: the mere reading of the files; the same roll-up in DuckDB SQL, and by Ibis."""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tongket.cli import bench_rollup_data as data
from tongket.rollup import facts
from tongket.rollup.backends import DUCKDB, connected
from tongket.rollup.comparing import Comparisons
from tongket.rollup.cube import ACTUAL, ESTIMATE, TARGET, Cube
from tongket.rollup.exact import MISSING
from tongket.rollup.expressions import Source, views
from tongket.rollup.tables import tables

Result = TypeVar("Result")

_SQL = Path(__file__).with_name("bench_rollup.sql")
_MEMORY = "8GB"
"""What DuckDB may take before it writes to the disk."""

_HALF_EVEN = """
    CREATE MACRO half_even(top, base) AS CASE WHEN base > 0 THEN
        (top // base) - (top % base < 0)::BIGINT + CASE
            WHEN 2 * ((top % base + base) % base) > base THEN 1
            WHEN 2 * ((top % base + base) % base) = base THEN abs(((top // base) - (top % base < 0)::BIGINT) % 2)
            ELSE 0
        END
    END
"""

COLUMNS = ("actual", "target", "estimate", "plan_percent", "change_percent", "rank")

Answer = list[int]
"""The number of rows, and the sum of each of the columns: engines that say the same agree in these."""


def apart(work: Callable[..., Result], *arguments: object) -> tuple[Result, float]:
    """Work in a process of its own, so that nobody's memory is counted as another's; what it gives, its peak in MiB."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_with_peak, work, *arguments).result()


def _with_peak(work: Callable[..., Result], *arguments: object) -> tuple[Result, float]:
    return work(*arguments), peak_mib()


def peak_mib() -> float:
    """The most memory that this process has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def quickest(work: Callable[[], Result], rounds: int) -> tuple[float, Result]:
    """Wall-clock seconds of the quickest round (what is slower was disturbed), and what the last one gave."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - started)
    return best, result


def scan(paths: Sequence[Path], rounds: int) -> float:
    """The limit: every column read once, and added up so that nothing is left out."""
    with _connected(paths) as connection:
        sums = ", ".join(f"sum({column})" for column in facts.COLUMNS.names)
        query = f"SELECT {sums} FROM segments"  # noqa: S608
        return quickest(lambda: connection.execute(query).fetchall(), rounds)[0]


def hand_sql(paths: Sequence[Path], rows: int, rounds: int) -> tuple[float, Answer]:
    """The whole roll-up in hand-written SQL."""
    with _connected(paths, rows) as connection:
        sums = ", ".join(f"sum({column})" for column in COLUMNS)
        query = f"SELECT count(*), {sums} FROM ({_SQL.read_text(encoding='utf-8')})"  # noqa: S608
        return quickest(lambda: [int(number) for number in connection.execute(query).fetchall()[0]], rounds)


def by_ibis(paths: Sequence[Path], rows: int, rounds: int, postgres: str = "") -> tuple[float, Answer]:
    """The same by the expressions of ``rollup.expressions``, which also reckon coverage, path and places won.

    In DuckDB, or in the PostgreSQL at that address, where the facts are put into a temporary table first.
    """
    import ibis

    scheme = data.scheme(rows)
    known = {name: ibis.memtable(table) for name, table in tables(scheme).items()}
    engine = connected(postgres or DUCKDB)
    if postgres:
        content = pa.concat_tables(pq.read_table(path) for path in paths)
        held = engine.create_table("tongket_bench_facts", content, temp=True)
    else:
        engine.raw_sql("SET enable_progress_bar = false")
        held = engine.read_parquet([str(path) for path in paths])
    found = views(Source(facts=held, **known), scheme.calendar).rename(rank="place")
    sums = found.agg(rows=found.count(), **{name: found[name].sum() for name in COLUMNS})
    return quickest(lambda: [int(number) for number in engine.to_pyarrow(sums).to_pylist()[0].values()], rounds)


def differences(paths: Sequence[Path], rows: int, cube: Cube, comparisons: Comparisons) -> tuple[int, int]:
    """How many cells the SQL has that the cube has not, or otherwise; and how many it has in all."""
    different = cells = 0
    seen = np.zeros(comparisons.ranks.shape, np.bool_)
    with _connected(paths, rows) as connection:
        for batch in connection.sql(_SQL.read_text(encoding="utf-8")).to_arrow_reader(1 << 20):
            place = tuple(batch[name].to_numpy() for name in ("indicator", "period", "unit"))
            indicator, period, unit = place
            ranks = comparisons.ranks[place].astype(np.int64)
            seen[place] = True
            ours = {
                **{name: cube.figures[indicator, m, period, unit] for m, name in enumerate(COLUMNS[: ESTIMATE + 1])},
                "plan_percent": comparisons.plan_percent[place],
                "change_percent": comparisons.change_percent[place],
                "rank": np.where(ranks == 0, MISSING, ranks),
            }
            for name, column in ours.items():
                theirs = batch[name].cast(pa.int64()).fill_null(MISSING).to_numpy()
                different += int((theirs != column).sum())
                cells += len(theirs)
    stated = (cube.figures[:, [ACTUAL, TARGET, ESTIMATE]] != MISSING).any(axis=1)
    return different + int((stated & ~seen).sum()), cells


def _connected(paths: Sequence[Path], rows: int | None = None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    folder = paths[0].parent
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute(f"SET temp_directory = '{folder / 'spilled'}'")
    listed = ", ".join(f"'{path}'" for path in paths)
    connection.execute(f"CREATE VIEW segments AS SELECT * FROM read_parquet([{listed}])")  # noqa: S608
    connection.execute(_HALF_EVEN)
    if rows is not None:
        for name, table in tables(data.scheme(rows)).items():
            connection.register(name, table)
    return connection
