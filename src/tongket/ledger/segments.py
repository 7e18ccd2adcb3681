"""The ledger's entries as Parquet files, cut from it as it grows: what engines outside the database read.

A file holds ``SIZE`` entries in their order and is named by its first; the last one is not full yet, and is written
anew with the entries since. A file appears whole or not at all, so whoever kills the process leaves what was there
before. They say nothing that the ledger does not: they can be removed and cut again at any time. Needs the extra
``engines``.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings
from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat

from tongket.base.errors import Conflict, gettext_noop
from tongket.ledger import queries
from tongket.ledger.models import Observation
from tongket.ledger.queries import Fault

FOLDER = "segments"
SIZE = 1 << 16
"""Entries in a file."""

_WORD = pa.dictionary(pa.int32(), pa.string())
COLUMNS = pa.schema(
    [
        pa.field("seq", pa.int64(), nullable=False),
        pa.field("indicator", _WORD, nullable=False),
        pa.field("unit", _WORD, nullable=False),
        pa.field("unit_from", pa.date32(), nullable=False),
        pa.field("period", _WORD, nullable=False),
        pa.field("measure", _WORD, nullable=False),
        pa.field("comparison", _WORD, nullable=False),
        pa.field("value", pa.string(), nullable=False),
        pa.field("unit_of_measure", _WORD, nullable=False),
        pa.field("half_unit", _WORD, nullable=False),
        pa.field("modifier", _WORD, nullable=False),
        pa.field("verification", _WORD, nullable=False),
        pa.field("recorded_at", pa.timestamp("us", "UTC"), nullable=False),
        pa.field("replaces", pa.int64()),
    ]
)
"""As in ``Observation``; an indicator by its code, a unit as ``hierarchy:code`` with the first day of its life."""

_STATED: dict[str, Combinable] = {
    "seq": F("seq"),
    "indicator": F("indicator__code"),
    "unit": Concat("unit__hierarchy", Value(":"), "unit__code"),
    "unit_from": F("unit__valid_from"),
    "replaces": F("replaces_id"),
}
_HASH = b"hash"


class Segment(NamedTuple):
    """A file: its entries ``first`` to ``last``, and the hash that the ledger's chain has at the last."""

    path: Path
    first: int
    last: int
    hash: str


def folder() -> Path:
    """Where the files of the workspace in use lie."""
    return Path(settings.WORKSPACE) / FOLDER


def held() -> list[Segment]:
    """The files in the order of their entries; raises Conflict where one cannot be read."""
    return [_opened(path) for path in sorted(folder().glob("*.parquet"))]


def cut() -> int:
    """Bring the files up to the end of the ledger, lost ones too; how many entries were written that were not there.

    Raises Conflict where what lies there was not cut from this ledger, or cannot be read.
    """
    with _alone():
        there = {segment.first: segment for segment in held()}
        for segment in there.values():
            _must_be_ours(segment)
        end, added = queries.head().count, 0
        for first in range(1, end + 1, SIZE):
            kept = there[first].last if first in there else first - 1
            last = min(first + SIZE - 1, end)
            if kept < last:
                _write(first, last, kept=kept)
                added += last - kept
        return added


def faults() -> Iterator[Fault]:
    """What the files say otherwise than the ledger; what is not cut yet is no fault."""
    for path in sorted(folder().glob("*.parquet")):
        try:
            _must_be_ours(segment := _opened(path))
            said = _read(path)
        except Conflict as conflict:
            yield Fault(conflict.message, conflict.values)
            continue
        wrong = _different(said, _entries(segment.first, segment.last))
        if wrong is not None:
            yield Fault(
                gettext_noop("{file}: entry {seq} is not what the ledger says. Remove the file; it is cut again then."),
                {"file": path, "seq": wrong},
            )


def _different(said: pa.Table, due: pa.Table) -> int | None:
    """The first entry that is not the same; None where all are."""
    if said.equals(due):
        return None
    # The same words may be kept in dictionaries of another order; and the ledger may have lost what the file has.
    pairs = zip_longest(said.to_pylist(), due.to_pylist())
    return next(((one or other)["seq"] for one, other in pairs if one != other), None)


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time cuts: the system gives the place free when a process ends, however it does."""
    folder().mkdir(exist_ok=True)
    handle = os.open(folder() / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _must_be_ours(segment: Segment) -> None:
    """It ends with an entry that the ledger has."""
    if not queries.reaches(segment.last, segment.hash):
        raise Conflict(
            gettext_noop(
                "{file} was cut from another ledger: it ends with entry {seq}, which this one does not have with that "
                "hash. Remove the file; it is cut again then."
            ),
            file=segment.path,
            seq=segment.last,
        )


def _write(first: int, last: int, *, kept: int) -> None:
    """A file with some entries; those up to ``kept`` are taken from the file that it replaces."""
    path = folder() / f"{first:015}.parquet"
    old = _read(path) if kept >= first else None
    new = _entries(max(first, kept + 1), last)
    content = new if old is None else pa.concat_tables([old, new])
    unfinished = path.with_suffix(".new")
    about = {_HASH: Observation.objects.values_list("hash", flat=True).get(seq=last).encode()}
    with unfinished.open("wb") as file:
        pq.write_table(content.replace_schema_metadata(about), file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _entries(first: int, last: int) -> pa.Table:
    """Entries of the ledger, by number."""
    rows = Observation.objects.filter(seq__range=(first, last)).order_by("seq")
    # Their names are those of other columns of the table, so they are given in the order of the columns.
    stated = [_STATED.get(name, F(name)) for name in COLUMNS.names]
    columns = zip(*rows.values_list(*stated).iterator(chunk_size=10_000), strict=True)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, COLUMNS, strict=False)], COLUMNS)


def _opened(path: Path) -> Segment:
    with _readable(path) as file:
        first, about = int(path.stem), file.metadata.metadata or {}
        return Segment(path, first, first + file.metadata.num_rows - 1, about.get(_HASH, b"").decode())


def _read(path: Path) -> pa.Table:
    with _readable(path) as file:
        return file.read().cast(COLUMNS)


@contextmanager
def _readable(path: Path) -> Iterator[pq.ParquetFile]:
    try:
        with pq.ParquetFile(path) as file:
            yield file
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Conflict(
            gettext_noop("{file} cannot be read ({reason}). Remove the file; it is cut again then."),
            file=path,
            reason=str(error).splitlines()[0],
        ) from None
