"""``tongket read`` on large files: in bounded memory and time, all of it or a clear message, and the next file goes on.

Nothing is timed: what runs away is stopped long after it should have ended.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.factories import files
from tongket.documents.text import MAX_BYTES

ROWS = 100_000
FEW = 10_000
"""Rows of a workbook, which take as long as those of a text; the suite may not."""

PAGES = 200
FIRST = 3_000  # a count such as 1950 is taken for a year
GROWTH = "Growth reached 5 % in 2024.\n"
KILOBYTES = 1024**2
"""A gigabyte for each process, a sixth of what a file may have elsewhere; the largest of these needs about a fifth."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def read(folder: Path, *arguments: str) -> tuple[int, Path, str]:
    """The command, in processes bounded in memory: its code, what it printed as a file, and what it complained of."""
    printed = folder / "printed"
    command = [sys.executable, "-m", "tongket", "read", *arguments, "--format", "jsonl"]
    with printed.open("wb") as out:
        done = subprocess.run(
            ["sh", "-c", 'ulimit -v "$0" && exec "$@"', str(KILOBYTES), *command],
            cwd=folder,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            timeout=900,
            check=False,
            env={**os.environ, "TONGKET_LANGUAGE": "en"},
        )
    return done.returncode, printed, done.stderr


def test_tables_of_a_hundred_thousand_rows_are_read_to_the_last_cell(tmp_path: Path) -> None:
    counts = range(FIRST, FIRST + ROWS)
    lines = "".join(f"Village,{count}\n" for count in counts)
    (tmp_path / "a.csv").write_text(f'Place,"Population, persons"\n{lines}', encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(
        files.xlsx([("Place", "Population, persons"), *(("Village", (str(count), "0")) for count in counts[:FEW])])
    )
    (tmp_path / "c.txt").write_text(GROWTH, encoding="utf-8")

    code, printed, complaints = read(tmp_path, "a.csv", "b.xlsx", "c.txt", "--lang", "en")

    assert (code, complaints) == (0, "")
    found: dict[str, list[tuple[str, str, object]]] = {}
    with printed.open(encoding="utf-8") as records:
        for record in map(json.loads, records):
            found.setdefault(record["file"], []).append((record["value"], record["unit"], record["place"]))
    numbered = list(enumerate(counts, start=2))
    assert found["a.csv"] == [(str(count), "persons", {"row": row, "column": 2}) for row, count in numbered]
    assert found["b.xlsx"] == [
        (str(count), "persons", {"sheet": "Sheet", "cell": f"B{row}"}) for row, count in numbered[:FEW]
    ]
    assert [value for value, _, _ in found["c.txt"]] == ["5"]


def test_every_page_of_a_long_pdf_is_read(tmp_path: Path) -> None:
    # Numbers that rose with the pages would count them, and be left.
    grown = [n * 7 % 11 + 1 for n in range(PAGES)]
    pages = "#pagebreak()".join(f"Growth of the district reached {value} % in 2024." for value in grown)
    (tmp_path / "a.pdf").write_bytes(files.pdf(pages))
    (tmp_path / "b.txt").write_text(GROWTH, encoding="utf-8")

    code, printed, complaints = read(tmp_path, "a.pdf", "b.txt")

    assert (code, complaints) == (0, "")
    found = [json.loads(line) for line in printed.read_text(encoding="utf-8").splitlines()]
    assert [(r["file"], r["value"], r["place"]) for r in found] == [
        *(("a.pdf", str(value), {"page": page}) for page, value in enumerate(grown, start=1)),
        ("b.txt", "5", None),
    ]


def test_a_table_of_two_hundred_pages_is_read_to_the_last_row_under_its_headings(tmp_path: Path) -> None:
    counts = range(FIRST, FIRST + 20 * PAGES)
    cells = "".join(f"[Village],[{count}]," for count in counts)
    (tmp_path / "a.pdf").write_bytes(
        files.pdf(f"#set page(height: 16cm)\n#table(columns: 2, table.header[Place][Population, persons], {cells})")
    )

    code, printed, complaints = read(tmp_path, "a.pdf", "--lang", "en")

    assert (code, complaints) == (0, "")
    found = [json.loads(line) for line in printed.read_text(encoding="utf-8").splitlines()]
    assert [(r["value"], r["unit"], r["place"]["table"], r["place"]["row"]) for r in found] == [
        (str(count), "persons", 1, row) for row, count in enumerate(counts, start=2)
    ]
    assert found[-1]["place"]["page"] >= PAGES


def test_the_largest_text_in_no_known_language_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    words = b"zzyzx qwrtp 5 vbnmk "
    (tmp_path / "a.txt").write_bytes((words * (MAX_BYTES // len(words) + 1))[:MAX_BYTES])
    (tmp_path / "b.txt").write_text(GROWTH, encoding="utf-8")

    code, printed, complaints = read(tmp_path, "a.txt", "b.txt")

    assert code == 1
    assert complaints.startswith("tongket: a.txt: the language is not one of ")
    assert complaints.count("\n") == 1
    assert [json.loads(line)["file"] for line in printed.read_text(encoding="utf-8").splitlines()] == ["b.txt"]
