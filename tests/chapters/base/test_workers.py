"""One task in a process of its own: what it gives back, and what becomes of one that runs away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from tongket.base import workers
from tongket.base.errors import InvalidInput

MEMORY = 1024**3


def job(task: tuple[str, str]) -> tuple[str, int]:
    """A task that does what it is called to do."""
    name, what = task
    match what:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "slow":
            time.sleep(600)
        case "told":
            print(os.getpid(), flush=True)  # noqa: T201 - to the process that started this one
            time.sleep(600)
        case "large":
            bytearray(MEMORY)
        case "deep":
            job((name, what))
        case "wrong":
            raise InvalidInput("{name}: wrong", name=name)
    return name.upper(), os.getpid()


def one(what: str, seconds: float = 60) -> Any:
    return workers.one(job, ("a.txt", what), memory=MEMORY, seconds=seconds)


def test_a_result_comes_from_another_process_also_into_a_thread() -> None:
    results: list[tuple[str, int]] = []
    thread = threading.Thread(target=lambda: results.append(one("good")))
    thread.start()
    thread.join()

    assert results[0][0] == "A.TXT"
    assert results[0][1] != os.getpid()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("killed", "a.txt: the process that read it was ended from outside, or broke down. Read it alone."),
        ("deep", "a.txt: the process that read it was ended from outside, or broke down. Read it alone."),
        ("slow", "a.txt: reading took more than 1 seconds, and was stopped. Divide it."),
        ("large", f"a.txt: reading needs more than {MEMORY} bytes of memory. Divide it."),
        ("wrong", "a.txt: wrong"),
    ],
)
def test_one_that_fails_says_why_and_the_next_goes_on(what: str, told: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        one(what, seconds=1 if what == "slow" else 60)

    assert str(refusal.value) == told
    assert one("good")[0] == "A.TXT"


_WAITS = """
from tests.chapters.base import test_workers
if __name__ == "__main__":
    test_workers.one("told", 600)
"""


def test_a_task_ends_with_whoever_gave_it() -> None:
    with subprocess.Popen([sys.executable, "-c", _WAITS], stdout=subprocess.PIPE, text=True) as giver:
        assert giver.stdout is not None
        worker = int(giver.stdout.readline())
        os.kill(worker, 0)

        giver.kill()

        assert giver.stdout.read() == ""  # nobody is left who could say anything: the worker is gone, too
