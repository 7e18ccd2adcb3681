"""``tongket read``: texts in, claims out, no database."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import tongket
from tests.conftest import Run
from tongket.reading.claims import Claim

REPORT = next((Path(tongket.__file__).parent / "packs/bacgiang/documents").glob("*review-conference*.txt"))
TEXT = "GRDP growth reached 13.85 % in 2024. The budget took in 20,699.5 billion dong.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good file, and files that are none."""
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n")
    (tmp_path / "cyrillic.txt").write_bytes("Рост 13,85 %".encode("cp1251"))
    (tmp_path / "folder").mkdir()
    return tmp_path


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_record_says_what_stands_where(tongket: Run) -> None:
    done = tongket("read", REPORT, "--format", "jsonl", "--pack", "bacgiang")

    text = REPORT.read_bytes().decode("utf-8")
    found = records(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert {record["type"] for record in found} == {"figure", "reference", "task", "finding", "award"}
    assert [r for r in found if text[r["start"] : r["end"]] != r["quote"]] == []
    assert {r["file"] for r in found} == {str(REPORT)}
    kinds = {
        kind.type: {"type", "file", "place", *[f.name for f in dataclasses.fields(kind)]} for kind in get_args(Claim)
    }
    assert [r for r in found if set(r) != kinds[r["type"]]] == []
    [revenue] = [r for r in found if r["quote"] == "20 699,5 млрд донгов"]
    assert (revenue["value"], revenue["unit"], revenue["period"], revenue["indicator_code"]) == (
        "20699500000000",
        "VND",
        "2024",
        "state-budget-revenue",
    )
    assert [r for r in found for value in r.values() if isinstance(value, float)] == []


def test_reading_leaves_nothing_behind(tongket: Run, folder: Path) -> None:
    before = sorted(folder.rglob("*"))

    done = tongket("read", "good.txt", cwd=folder)

    assert (done.returncode, sorted(folder.rglob("*"))) == (0, before)


def test_standard_input_is_a_file_named_by_a_dash(tongket: Run, folder: Path) -> None:
    piped = tongket("read", "-", "--format", "jsonl", input=TEXT)
    from_file = tongket("read", folder / "good.txt", "--format", "jsonl")

    assert (piped.returncode, piped.stderr) == (0, "")
    assert {r["file"] for r in records(piped.stdout)} == {"-"}
    assert records(piped.stdout) == [{**r, "file": "-"} for r in records(from_file.stdout)] != []


BAD = [
    ("empty.txt", "the file is empty. There is nothing to read."),
    ("report.pdf", "the PDF is damaged. Write it again where it was made, and read that."),
    ("cyrillic.txt", "the text is not in UTF-8 (byte 1 does not fit). Save it again with the encoding UTF-8."),
    ("absent.txt", "the file cannot be read (No such file or directory)."),
    ("folder", "the folder holds no file. There is nothing to read."),
]


@pytest.mark.parametrize(("name", "reason"), BAD)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    tongket: Run, folder: Path, name: str, reason: str
) -> None:
    done = tongket("read", "good.txt", name, "other.txt", "--format", "jsonl", cwd=folder)

    assert (done.returncode, done.stderr) == (1, f"tongket: {name}: {reason}\n")
    assert {r["file"] for r in records(done.stdout)} == {"good.txt", "other.txt"}


def test_a_table_of_csv_has_every_field(tongket: Run) -> None:
    done = tongket("read", REPORT, "--format", "csv")
    lines = tongket("read", REPORT, "--format", "jsonl")

    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    columns = list(rows[0])
    # A column that a type of claim does not have is empty in its rows; why a figure is linked is JSON in its cell.
    assert any(row["link"] for row in rows)
    assert [json.loads(row.pop("link") or "null") for row in rows] == [r.get("link") for r in records(lines.stdout)]
    assert rows == [
        {column: "" if record.get(column) is None else str(record[column]) for column in columns if column != "link"}
        for record in records(lines.stdout)
    ]
    assert set(columns) == {key for record in records(lines.stdout) for key in record}


def test_why_says_for_each_figure_by_which_words_it_is_linked(tongket: Run) -> None:
    done = tongket("read", REPORT, "--why")
    plain = tongket("read", REPORT)

    added = [line for line in done.stdout.splitlines() if line not in plain.stdout.splitlines()]
    figures = [r for r in records(tongket("read", REPORT, "--format", "jsonl").stdout) if r.get("link")]
    assert len(added) == len(figures)
    assert all(" ".join(r["link"]["words"].split()) in line for r, line in zip(figures, added, strict=True))


def test_a_table_for_people_ends_with_the_sums(tongket: Run, folder: Path) -> None:
    done = tongket("read", folder / "good.txt")

    first, *_, last = done.stdout.splitlines()
    assert (done.returncode, first) == (0, str(folder / "good.txt"))
    assert last == "  2 figures, 0 cited documents, 0 tasks, 0 findings, 0 awards"
    assert "13.85 %" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["read"], 2),
        (["read", "good.txt", "--format", "xml"], 2),
        (["read", "good.txt", "--lang", "xx"], 1),
        (["read", "good.txt", "--pack", "atlantis"], 1),
        (["read", "good.txt", "--pack", "folder"], 1),
    ],
)
def test_what_is_asked_wrongly_is_told_and_nothing_is_read(
    tongket: Run, folder: Path, arguments: list[str], code: int
) -> None:
    done = tongket(*arguments, cwd=folder)

    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("tongket")


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = [sys.executable, "-m", "tongket", "read", *[str(REPORT)] * 12, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        said = reading.stderr.read()

    assert (reading.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("GRDP tăng 13,85%.\n" * 2000, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tongket", "read", "a.txt", "--format", "jsonl"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "TONGKET_LANGUAGE": "en"},
        )
    assert (done.returncode, done.stderr) == (
        1,
        "tongket: The output cannot be written (No space left on device).\n",
    )
