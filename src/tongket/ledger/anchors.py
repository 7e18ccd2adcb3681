"""How far the ledger reached, kept in the workspace's folder beside the database: a cut tail shows against it.

A line for each transaction that recorded something: the number of entries and the newest hash, added once the
transaction is committed. So a process that dies may leave the newest line out, and never one too many.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

FILE = "ledger-anchors"
_LINE = re.compile(r"([1-9]\d{0,18}) ([0-9a-f]{64})")
_appended = threading.local()


@dataclass(frozen=True)
class Anchor:
    """A line of the file: the ledger ended with this entry then. No count where the line is none of ours."""

    line: int
    count: int | None = None
    hash: str = ""


def place() -> Path:
    """The file of the workspace in use."""
    return Path(settings.WORKSPACE) / FILE


def keep_when_committed(count: int, hash: str) -> None:
    """Keep an entry as an anchor if the transaction in hand ends with it."""
    _appended.newest = count
    # Robust: what is committed is recorded, and nobody may be told otherwise.
    transaction.on_commit(partial(_keep_newest, count, hash), robust=True)


def _keep_newest(count: int, hash: str) -> None:
    if count == _appended.newest and place().parent.is_dir():
        keep(count, hash)


def keep(count: int, hash: str) -> None:
    """Add a line. Whole lines: the system puts what several processes append one after the other."""
    handle = os.open(place(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, f"{count} {hash}\n".encode("ascii"))
        os.fsync(handle)
    finally:
        os.close(handle)


def kept() -> Iterator[Anchor]:
    """The lines of the file, in order; nothing where there is none."""
    if not place().is_file():
        return
    with place().open(encoding="ascii", errors="replace", newline="\n") as file:
        for number, line in enumerate(file, start=1):
            found = _LINE.fullmatch(line.removesuffix("\n"))
            yield Anchor(number, int(found[1]), found[2]) if found else Anchor(number)
