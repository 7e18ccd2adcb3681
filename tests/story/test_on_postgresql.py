"""What the database has a part in holds on PostgreSQL too: those tests are run again, on a server of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.postgresql import Server

TESTS = Path(__file__).resolve().parents[1]
CHAPTERS = {
    "ledger": ["test_actions.py", "test_guard.py", "test_tampering.py", "on_postgresql.py"],
    "deciding": ["test_actions.py"],
    "reorganisation": ["test_actions.py", "test_decrees.py", "test_lists.py", "test_places.py"],
}
RUNS = {chapter: [TESTS / "chapters" / chapter / name for name in files] for chapter, files in CHAPTERS.items()}
RUNS["story"] = [TESTS / "story" / "test_story.py"]


@pytest.mark.postgresql
@pytest.mark.parametrize("run", RUNS)
def test_a_chapter_holds_on_postgresql(postgresql: Server, run: str) -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *map(str, RUNS[run])]
    command += ["-k", "not cannot_be_read"]  # PostgreSQL keeps no text where a date is expected

    done = subprocess.run(
        command,
        env={**os.environ, "DATABASE_URL": postgresql.url(run)},
        cwd=TESTS.parent,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert " skipped" not in done.stdout, done.stdout
    # Or else they were asked of something else.
    assert f"the database is postgresql:///{run}" in done.stdout, done.stdout
