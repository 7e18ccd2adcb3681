"""Work on many files in processes of their own, bounded in memory and time; one that dies takes no other with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from tongket.base.errors import InvalidInput, TongketError, gettext_noop

MEMORY = 6 * 1024**3
"""Bytes that the process of one file may address, where the system can be told."""

SECONDS = 1_800
"""Half an hour for one file: ten times what the largest takes that is read."""

Job = Callable[[Any], None]


# A fork starts at once; elsewhere it is not safe, or not there.
_CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


class Done(NamedTuple):
    """What came of one task: nothing but ``fault``, if it failed."""

    task: int
    fault: TongketError | None


class _Worker:
    """A process that does one task after another, and what it is doing."""

    def __init__(self, job: Job) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_work, args=(theirs, job), daemon=True)
        self.process.start()
        theirs.close()
        self.task = -1
        self.since = 0.0

    def give(self, task: int, argument: object) -> None:
        self.task, self.since = task, time.monotonic()
        self.connection.send(argument)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def each(
    job: Job, tasks: Sequence[Any], *, names: Sequence[str], jobs: int, seconds: float = SECONDS
) -> Iterator[Done]:
    """Do every task, so many at once, and say of each that it is done, as it is.

    A task fails by itself: with an error that it raises, when it needs more memory or time than it may have, or when
    its process is killed.
    """
    waiting = iter(range(len(tasks)))
    workers = [_Worker(job) for _ in range(min(jobs, len(tasks)))]
    try:
        for worker in workers:
            worker.give(number := next(waiting), tasks[number])
        while busy := [worker for worker in workers if worker.task >= 0]:
            left = min(worker.since for worker in busy) + seconds - time.monotonic()
            ready = wait([worker.connection for worker in busy], max(left, 0))
            for worker in busy:
                if worker.connection in ready:
                    fault = _told(worker, names[worker.task])
                elif time.monotonic() - worker.since > seconds:
                    fault = InvalidInput(
                        gettext_noop("{name}: reading took more than {seconds} seconds, and was stopped. Divide it."),
                        name=names[worker.task],
                        seconds=int(seconds),
                    )
                    worker.stop()
                else:
                    continue
                yield Done(worker.task, fault)
                worker.task = -1
                number = next(waiting, -1)
                if number >= 0:
                    if worker.process.exitcode is not None:
                        workers[workers.index(worker)] = worker = _Worker(job)
                    worker.give(number, tasks[number])
    finally:
        for worker in workers:
            worker.stop()


def _told(worker: _Worker, name: str) -> TongketError | None:
    try:
        fault: TongketError | None = worker.connection.recv()
        return fault
    except (EOFError, OSError):
        worker.stop()
        return InvalidInput(
            gettext_noop("{name}: the process that read it was ended from outside, or broke down. Read it alone."),
            name=name,
        )


def _work(connection: Connection, job: Job) -> None:
    """In the process: one task after another, until there are no more."""
    _bound_memory()
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            argument = connection.recv()
            try:
                job(argument)
                connection.send(None)
            except TongketError as error:
                connection.send(error)
            except MemoryError:
                connection.send(
                    InvalidInput(
                        gettext_noop("{name}: reading needs more than {limit} bytes of memory. Divide it."),
                        name=argument[0],
                        limit=MEMORY,
                    )
                )


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
