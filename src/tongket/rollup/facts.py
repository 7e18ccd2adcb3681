"""Facts as Parquet files, in the order of the ledger's entries: what the bench draws, and what engines are given.

Columns: ``seq``, the places ``indicator``, ``measure``, ``period`` and ``unit`` on the axes of a cube, and ``value``, a
whole number scaled by the decimals of the indicator, null where an entry withdraws. Needs the extra ``engines``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tongket.rollup.cube import Rows
from tongket.rollup.exact import MISSING

COLUMNS = pa.schema(
    [
        pa.field("seq", pa.int64(), nullable=False),
        pa.field("indicator", pa.int16(), nullable=False),
        pa.field("measure", pa.int8(), nullable=False),
        pa.field("period", pa.int16(), nullable=False),
        pa.field("unit", pa.int32(), nullable=False),
        pa.field("value", pa.int64()),
    ]
)
"""An indicator is one of at most 32,767, a period likewise."""

_BATCH = 1 << 20


def write(path: Path, parts: Iterable[tuple[int, Rows]], about: Mapping[str, str] | None = None) -> int:
    """Write facts, each part with the number of its first entry; the rows written. ``about`` goes into the file.

    The file appears whole or not at all.
    """
    count = 0
    unfinished = path.with_name(path.name + ".new")
    with pq.ParquetWriter(unfinished, COLUMNS.with_metadata(dict(about or {})), compression="snappy") as writer:
        for first, rows in parts:
            writer.write_table(table(first, rows).replace_schema_metadata(writer.schema.metadata))
            count += len(rows.value)
    unfinished.replace(path)
    return count


def table(first: int, rows: Rows) -> pa.Table:
    """Facts as a table; the first is the entry ``first``."""
    seq = np.arange(first, first + len(rows.value))
    values = pa.array(rows.value, mask=rows.value == MISSING)
    places = (rows.indicator, rows.measure, rows.period, rows.unit)
    columns = [pa.array(column).cast(kind) for column, kind in zip((seq, *places), COLUMNS.types, strict=False)]
    return pa.table([*columns, values], schema=COLUMNS)


def read(paths: Iterable[Path]) -> Iterator[Rows]:
    """The facts of files in their order, some at a time, as :meth:`Cube.load` takes them."""
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH, columns=["indicator", "measure", "period", "unit", "value"]):
                *places, value = batch.columns
                indicator, measure, period, unit = (column.to_numpy() for column in places)
                yield Rows(indicator, measure, period, unit, value.fill_null(MISSING).to_numpy())
