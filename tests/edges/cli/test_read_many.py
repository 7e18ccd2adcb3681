"""``tongket read`` on folders and many files: the order of one after another, and no file takes another with it."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.factories import files
from tongket.base import workers
from tongket.base.errors import InvalidInput

GROWTH = "Growth reached {} % in 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files of several types, in folders, and some that are none."""
    within = tmp_path / "all" / "within"
    within.mkdir(parents=True)
    for number in range(6):
        (within / f"{number}.txt").write_text(GROWTH.format(number + 1), encoding="utf-8")
    (within.parent / "b.xlsx").write_bytes(
        files.xlsx([["Indicator", "Unit", "2024"], ["Growth", "%", ("13.85", "General")]], sheet="Year")
    )
    (within.parent / "a.pdf").write_bytes(files.pdf("Growth reached 7 % in 2024."))
    (within.parent / "c.docx").write_bytes(b"PK\x03\x04 torn")
    (within.parent / "d.txt").write_bytes(b"NUL \x00")
    (within / ".hidden").write_bytes(b"\x00")
    return within.parent


def test_a_folder_is_read_in_order_with_every_place(tongket: Run, folder: Path) -> None:
    done = tongket("read", "all", "--format", "jsonl", "--jobs", "3", cwd=folder.parent)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(r["file"], r["value"], r["place"]) for r in found] == [
        ("all/a.pdf", "7", {"page": 1}),
        ("all/b.xlsx", "13.85", {"sheet": "Year", "cell": "C2"}),
        *((f"all/within/{n}.txt", str(n + 1), None) for n in range(6)),
    ]
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["all/c.docx", "all/d.txt"]


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_several_at_once_print_what_one_after_another_does(tongket: Run, folder: Path, form: str) -> None:
    one, several = (tongket("read", "all", "--format", form, "--jobs", jobs, cwd=folder.parent) for jobs in ("1", "4"))

    assert (one.returncode, one.stdout, one.stderr) == (several.returncode, several.stdout, several.stderr)
    assert one.stdout


def _job(task: tuple[str, str]) -> None:
    name, what = task
    match what:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "slow":
            time.sleep(600)
        case "large":
            bytearray(workers.MEMORY)
        case "wrong":
            raise InvalidInput("{name}: wrong", name=name)
        case _:
            Path(name).touch()


def test_a_process_that_dies_takes_no_other_file_with_it(tmp_path: Path) -> None:
    whats = ["good", "killed", "good", "slow", "large", "wrong", "good"]
    tasks = [(str(tmp_path / str(n)), what) for n, what in enumerate(whats)]

    names = [name for name, _ in tasks]
    done = {task: fault for task, _, fault in workers.each(_job, tasks, names=names, jobs=2, seconds=3)}

    said = {n: str(fault).removeprefix(f"{tmp_path}/") for n, fault in done.items() if fault is not None}
    assert said == {
        1: "1: the process that read it was ended from outside, or broke down. Read it alone.",
        3: "3: reading took more than 3 seconds, and was stopped. Divide it.",
        4: f"4: reading needs more than {workers.MEMORY} bytes of memory. Divide it.",
        5: "5: wrong",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0", "2", "6"]


HOSTILE = {
    "right to left": "\u202eGrowth\u202c reached \u200f5 %\u200e in 2024.\n",
    "languages": "Growth reached 5 % in 2024. Thu ngân sách đạt 7 tỷ đồng. Рост составил 9 %.\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_marks_and_mixed_languages_are_read(tongket: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")

    done = tongket("read", "t.txt", "--format", "jsonl", cwd=tmp_path)

    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert found
    assert all(text[r["start"] : r["end"]] == r["quote"] for r in found)


def test_a_text_beyond_the_limit_is_refused_and_the_next_is_read(tongket: Run, tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as large:
        large.write(b"Growth.\n" * (7 * 1024 * 1024))
    (tmp_path / "b.txt").write_text(GROWTH.format(5), encoding="utf-8")

    done = tongket("read", "a.txt", "b.txt", "--format", "jsonl", cwd=tmp_path)

    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert done.stderr.startswith("tongket: a.txt: the file has ")
    assert done.stderr.endswith("at most 52428800 are read.\n")


def test_a_question_for_no_files_is_told(tongket: Run, tmp_path: Path) -> None:
    done = tongket("read", ".", "--jobs", "-1", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (1, "tongket: --jobs -1: give a number of files, such as 2.\n")
