"""Work on many files in processes of their own, bounded in memory and time; one that dies takes no other with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, NamedTuple

from tongket.base.errors import InvalidInput, TongketError, gettext_noop

MEMORY = 6 * 1024**3
"""Bytes that the process of one file may address, where the system can be told."""

SECONDS = 1_800
"""Half an hour for one file: ten times what the largest takes that is read."""

Job = Callable[[Any], Any]
"""What a process does with one task: a tuple that begins with the name to call it by in messages."""

# A fork starts at once; elsewhere it is not safe, or not there.
_FORK: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
# Nor is it where threads run, as in a server: there a process without any is forked in its stead.
_SERVER: Any = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


class Done(NamedTuple):
    """What came of one task: what the job returned, or ``fault``, if it failed."""

    task: int
    result: Any
    fault: TongketError | None


class _Worker:
    """A process that does one task after another, and what it is doing."""

    def __init__(self, job: Job, *, context: Any = _FORK, memory: int = MEMORY) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(theirs, job, memory), daemon=True)
        self.process.start()
        theirs.close()
        self.task = -1
        self.since = 0.0
        self.done = 0

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
                result, fault = None, None
                if worker.connection in ready:
                    result, fault = _told(worker, names[worker.task])
                elif time.monotonic() - worker.since > seconds:
                    fault = _late(names[worker.task], seconds)
                    worker.stop()
                else:
                    continue
                yield Done(worker.task, result, fault)
                worker.task = -1
                number = next(waiting, -1)
                if number >= 0:
                    if worker.process.exitcode is not None:
                        workers[workers.index(worker)] = worker = _Worker(job)
                    worker.give(number, tasks[number])
    finally:
        for worker in workers:
            worker.stop()


# To start costs more than most tasks do, as rules are compiled; what tasks leave behind in memory must not add up.
_LASTS = 50
_idle: list[tuple[Job, int, _Worker]] = []


def one(job: Job, task: tuple[Any, ...], *, memory: int, seconds: float) -> Any:
    """Do one task in a process of its own, also from a thread of a server, and give what the job returned.

    Raises what the job raises, and InvalidInput when it needs more memory or time than it may have, or its process
    is killed. The job's module is imported by its name, and must not need a database.
    """
    worker = _idle_or_new(job, memory)
    try:
        worker.give(0, task)
        if not worker.connection.poll(seconds):
            raise _late(task[0], seconds)
        result, fault = _told(worker, task[0])
    except BaseException:
        worker.stop()
        raise
    worker.done += 1
    if worker.process.is_alive() and worker.done < _LASTS:
        _idle.append((job, memory, worker))
    else:
        worker.stop()
    if fault is not None:
        raise fault
    return result


def _idle_or_new(job: Job, memory: int) -> _Worker:
    """A process that did such a task before and waits for the next, or a new one."""
    for kept in list(_idle):
        if kept[:2] == (job, memory):
            with contextlib.suppress(ValueError):  # another thread took it
                _idle.remove(kept)
                if kept[2].process.is_alive():
                    return kept[2]
    if sys.platform == "linux":
        _SERVER.set_forkserver_preload([job.__module__])
    return _Worker(job, context=_SERVER, memory=memory)


def _late(name: str, seconds: float) -> InvalidInput:
    return InvalidInput(
        gettext_noop("{name}: reading took more than {seconds} seconds, and was stopped. Divide it."),
        name=name,
        seconds=int(seconds),
    )


def _told(worker: _Worker, name: str) -> tuple[Any, TongketError | None]:
    try:
        told: tuple[Any, TongketError | None] = worker.connection.recv()
        return told
    except (EOFError, OSError):
        worker.stop()
        return None, InvalidInput(
            gettext_noop("{name}: the process that read it was ended from outside, or broke down. Read it alone."),
            name=name,
        )


def _work(connection: Connection, job: Job, memory: int) -> None:
    """In the process: one task after another, until there are no more."""
    Thread(target=_end_with_parent, daemon=True).start()
    _bound_memory(memory)
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        while True:
            argument = connection.recv()
            try:
                connection.send((job(argument), None))
            except TongketError as error:
                connection.send((None, error))
            except MemoryError:
                fault = InvalidInput(
                    gettext_noop("{name}: reading needs more than {limit} bytes of memory. Divide it."),
                    name=argument[0],
                    limit=memory,
                )
                connection.send((None, fault))


def _end_with_parent() -> None:
    """Nobody waits for what is done here when whoever gave it was killed; another one does it again."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _bound_memory(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
