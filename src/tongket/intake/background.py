"""Threads of a server that read what is due, so that no request lasts as long as a reading does.

What is due stands in the database (``Upload.due``) and nowhere else: a server that starts goes on with what the last
one left. Where no such threads were begun, as in a test, whoever asks for a reading does it.
"""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime
from threading import Condition, Thread

from django.db import close_old_connections, connection

from tongket.intake import actions, queries

THREADS = 2
"""So many readings at once: each keeps a processor busy, and the pages need one, too."""

_LOOKS = 15.0  # seconds between looks at what is due without being told: another process may have left something
_changed = Condition()
_at_work: set[int] = set()
_begun: list[Thread] = []
_log = logging.getLogger("django.request")


def begin() -> None:
    """Begin to read what is due, in this process, until it ends."""
    if not _begun:
        _begun.extend(Thread(target=_work, name=f"reading-{n}", daemon=True) for n in range(THREADS))
        for thread in _begun:
            thread.start()


def wait_for(key: int, *, seconds: float) -> None:
    """Have an upload read that is due, and wait until it is, at most so long; afterwards it goes on all the same."""
    if not _begun:
        actions.read(at=datetime.now(UTC), key=key)
        return
    until = time.monotonic() + seconds
    with _changed:
        _changed.notify_all()
        while (left := until - time.monotonic()) > 0 and key in queries.due():
            _changed.wait(min(left, 1.0))


def _work() -> None:
    while True:
        try:
            key = _next()
            if key is not None:
                _read(key)
        except Exception:  # the thread has to outlive whatever happens, such as a database that is away
            _log.exception("A reading failed.")
            time.sleep(_LOOKS)
        finally:
            close_old_connections()


def _next() -> int | None:
    """The next upload that nobody is at; waits for one."""
    with _changed:
        key = next((key for key in queries.due() if key not in _at_work), None)
        if key is None:
            connection.close()  # nothing may hold the database open while there is nothing to do
            _changed.wait(_LOOKS)
        else:
            _at_work.add(key)
        return key


def _read(key: int) -> None:
    try:
        actions.read(at=datetime.now(UTC), key=key)
    finally:
        with _changed:
            _at_work.discard(key)
            _changed.notify_all()
