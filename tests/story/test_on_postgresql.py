"""What the database has a part in holds on PostgreSQL too: those tests are run again, on a server of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tools.postgresql import Server

TESTS = Path(__file__).resolve().parents[1]
CHAPTERS = {
    "ledger": ["test_actions.py", "test_guard.py", "test_tampering.py", "test_segments.py", "on_postgresql.py"],
    "deciding": ["test_actions.py"],
    "totals": ["test_actions.py", "test_cards.py", "test_engines.py"],
    "reorganisation": ["test_actions.py", "test_decrees.py", "test_lists.py", "test_places.py"],
}
FILES = [TESTS / "chapters" / chapter / name for chapter, files in CHAPTERS.items() for name in files]
FILES.append(TESTS / "story" / "test_story.py")


@pytest.mark.postgresql
def test_the_chapters_and_the_story_hold_on_postgresql(postgresql: Server) -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *map(str, FILES)]
    # PostgreSQL keeps no text where a date is expected; and one test of segments is asked of both databases anyway.
    command += ["-k", "not cannot_be_read and not has_lost_since"]

    done = subprocess.run(
        command,
        env={**os.environ, "DATABASE_URL": postgresql.url("chapters")},
        cwd=TESTS.parent,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert " skipped" not in done.stdout, done.stdout
    # Or else they were asked of something else.
    assert "the database is postgresql:///chapters" in done.stdout, done.stdout


# The demo at a moment of ours: what is recorded, and so every hash, is then the same.
DEMO = """
import sys
from datetime import UTC, datetime
from tongket.cli import demo, main
demo._now = lambda: datetime(2025, 1, 15, 8, tzinfo=UTC)
sys.exit(main.main(["demo", "--no-serve"]))
"""


@pytest.mark.postgresql
def test_the_demo_makes_the_same_editions_on_both_databases(postgresql: Server, tmp_path: Path) -> None:
    made = {}
    for name, url in (("sqlite", ""), ("postgresql", postgresql.create("demo"))):
        folder = tmp_path / name
        environment = {**os.environ, "TONGKET_WORKSPACE": str(folder), "DATABASE_URL": url}
        done = subprocess.run(
            [sys.executable, "-c", DEMO], env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        made[name] = {file.name: file.read_bytes() for file in (folder / "editions").iterdir()}
        made[name]["ledger-anchors"] = (folder / "ledger-anchors").read_bytes()

    assert len(made["sqlite"]) == 10
    assert made["sqlite"].keys() == made["postgresql"].keys()
    assert [name for name, content in made["sqlite"].items() if made["postgresql"][name] != content] == []


@pytest.mark.postgresql
def test_a_database_that_sorts_otherwise_is_refused(postgresql: Server, tmp_path: Path, tongket: Run) -> None:
    refused = tongket(
        "demo", "--no-serve", "--workspace", tmp_path / "new", database=postgresql.create("latin", encoding="LATIN1")
    )

    assert refused.returncode == 1
    assert "postgresql:///latin keeps texts in LATIN1, sorted by C; Tongket needs UTF8 and C" in refused.stderr


@pytest.mark.postgresql
def test_a_database_without_a_workspace_and_one_that_is_not_there_are_told(
    postgresql: Server, made_on_postgresql: Path, tongket: Run
) -> None:
    empty = tongket("verify", "--workspace", made_on_postgresql, database=postgresql.create("empty"))
    absent = tongket("verify", "--workspace", made_on_postgresql, database=postgresql.url("absent"))

    assert (empty.returncode, absent.returncode) == (1, 1)
    assert empty.stderr.startswith("tongket: postgresql:///empty holds no workspace. Make one with: tongket demo")
    assert absent.stderr.startswith("tongket: postgresql:///absent cannot be used (")
    assert len(absent.stderr.splitlines()) == 1


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host", "postgresql://host:port/x", "nonsense"])
def test_an_address_that_is_none_is_told_without_repeating_it(tmp_path: Path, tongket: Run, url: str) -> None:
    done = tongket("demo", "--no-serve", "--workspace", tmp_path / "new", database=url)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "tongket: DATABASE_URL is not of the form postgresql://USER:PASSWORD@HOST:PORT/NAME. Without it, SQLite."
    ]
