"""The commands that work on a workspace: done twice is done once, and a fault is one sentence and exit code 1."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import Run
from tongket.base.localities import LANGUAGES
from tongket.publication.report import FORMATS

DATABASE = "tongket.sqlite3"


def counts(workspace: Path) -> dict[str, int]:
    """The number of rows of every table."""
    database = sqlite3.connect(workspace / DATABASE)
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = {name: database.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in tables}  # noqa: S608
    database.close()
    return rows


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def said(done: subprocess.CompletedProcess[str]) -> tuple[int, str, int]:
    """The exit code, what was said of the fault, and in how many lines."""
    return done.returncode, done.stderr.strip().removeprefix("tongket: "), len(done.stderr.splitlines())


def test_help_lists_every_command_with_what_it_is_for(tongket: Run) -> None:
    done = tongket("--help")

    listed = re.findall(r"^    (demo|read|serve|report|verify) +(\S.{20,})$", done.stdout, re.MULTILINE)
    assert (done.returncode, [name for name, _ in listed]) == (0, ["demo", "read", "serve", "report", "verify"])


@pytest.mark.parametrize("language", ["vi", "ru", "xx", ""])
def test_help_is_there_in_every_language(tongket: Run, language: str) -> None:
    done = tongket("report", "--help", language=language)

    assert (done.returncode, done.stderr) == (0, "")
    assert "--year" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["report"],
        ["report", "--year", "soon", "--lang", "en", "--out", "x"],
        ["report", "--year", "2024", "--lang", "en", "--format", "odt", "--out", "x"],
        ["serve", "--port", "http"],
        ["verify", "now"],
    ],
)
def test_what_is_asked_wrongly_is_usage(tongket: Run, tmp_path: Path, arguments: list[str]) -> None:
    done = tongket(*arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert done.stderr.startswith("usage: tongket")


def test_a_second_demo_adds_nothing(tongket: Run, workspace: Path) -> None:
    rows, files = counts(workspace), contents(workspace / "editions")

    again = tongket("demo", "--no-serve", "--workspace", workspace)

    assert (again.returncode, again.stderr) == (0, "")
    assert counts(workspace) == rows
    assert contents(workspace / "editions") == files
    printed = [f"bacgiang-2024-1.{language}.{format}" for language, format in product(LANGUAGES, FORMATS)]
    assert sorted(files) == sorted(printed)


def test_a_workspace_keeps_its_key_to_itself(made_workspace: Path) -> None:
    key = made_workspace / "secret-key"

    assert len(key.read_text(encoding="ascii")) > 50
    assert key.stat().st_mode & 0o777 == 0o600
    # A server of another test may have the database open; SQLite then keeps two files beside it.
    files = sorted(f.name for f in made_workspace.iterdir() if not f.name.endswith(("-shm", "-wal")))
    assert files == ["editions", "ledger-anchors", "secret-key", DATABASE]


def test_verify_says_how_much_it_checked(tongket: Run, made_workspace: Path) -> None:
    done = tongket("verify", "--workspace", made_workspace)

    rows = counts(made_workspace)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Checked: {rows['tongket_observation']} entries of the ledger, {rows['tongket_evidence']} evidence spans, "
        "3 documents, 9 files of editions.\n"
        "This release writes 9 of these files just as they are kept.\nWhat was checked is as it was recorded.\n"
    )


def test_what_was_removed_round_the_guards_is_missed(tongket: Run, workspace: Path) -> None:
    with sqlite3.connect(workspace / DATABASE) as database:
        triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.execute(f"DROP TRIGGER {name}")
        database.execute("DELETE FROM tongket_editionfile")
        database.execute("DELETE FROM tongket_editiontext")
        database.execute("DELETE FROM tongket_edition")
        database.execute("DELETE FROM tongket_auditevent WHERE id = 5")
        for _, statement in triggers:
            database.execute(statement)
    database.close()

    found = tongket("verify", "--workspace", workspace)

    assert (found.returncode, found.stderr.splitlines()) == (
        1,
        ["The audit trail lacks 1 of its rows.", "Edition 1 of 2024 was made and is gone."],
    )


def test_a_lost_guard_is_named_and_put_back(tongket: Run, workspace: Path) -> None:
    with sqlite3.connect(workspace / DATABASE) as database:
        database.execute("DROP TRIGGER tongket_observation_no_update")
        database.execute("UPDATE tongket_observation SET value = '99' WHERE seq = 5")
    database.close()

    found = tongket("verify", "--workspace", workspace)
    tongket("demo", "--no-serve", "--workspace", workspace)
    after = tongket("verify", "--workspace", workspace)

    assert (found.returncode, found.stderr.splitlines()) == (
        1,
        [
            "The database has lost its guard “tongket_observation_no_update”.",
            "Observation 5 is not what was recorded.",
        ],
    )
    assert found.stdout.endswith("\nSomething is not as it was recorded.\n")
    assert (after.returncode, after.stderr.splitlines()) == (1, ["Observation 5 is not what was recorded."])


@pytest.mark.parametrize(("language", "format"), [("en", "html"), ("vi", "docx"), ("ru", "pdf")])
def test_a_report_is_the_file_of_the_edition(
    tongket: Run, workspace: Path, tmp_path: Path, language: str, format: str
) -> None:
    out = tmp_path / "report"
    out.write_text("what stood here before", encoding="utf-8")

    asked = ["--year", "2024", "--lang", language, "--format", format]

    done = tongket("report", *asked, "--workspace", workspace, "--out", out)

    assert (done.returncode, done.stdout, done.stderr) == (0, f"Edition 1 of 2024: {out}\n", "")
    assert out.read_bytes() == (workspace / "editions" / f"bacgiang-2024-1.{language}.{format}").read_bytes()
    assert sorted(f.name for f in tmp_path.iterdir()) == ["report", "workspace"]


def test_a_report_of_what_was_known_is_no_edition(tongket: Run, workspace: Path, tmp_path: Path) -> None:
    rows = counts(workspace)
    asked = ["report", "--year", "2024", "--lang", "en", "--workspace", workspace]

    before = tongket(*asked, "--as-known-at", "2020-01-31", "--out", tmp_path / "before.html")
    now = tongket(*asked, "--as-known-at", "9000-01-31T17:00", "--out", tmp_path / "now.html")
    never = tongket(*asked, "--as-known-at", "soon", "--out", tmp_path / "never.html")

    assert before.stdout == f"2024 as known at 2020-01-31: {tmp_path / 'before.html'}\n"
    assert (before.returncode, now.returncode, counts(workspace)) == (0, 0, rows)
    assert said(never) == (1, "“soon” is neither a day (2025-01-31) nor a moment (2025-01-31T17:00).", 1)
    texts = [(tmp_path / name).read_text("utf-8") for name in ("before.html", "now.html")]
    assert ["13.85" in text for text in texts] == [False, True]
    assert "Not an edition: the figures as known at January 31, 2020, 23:59" in texts[0]
    assert "Rests on 0 entries of the ledger" in texts[0]


def test_a_report_that_cannot_be_written_leaves_nothing(tongket: Run, made_workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    before = contents(tmp_path)

    for out, reason in (
        ("absent/report.html", "No such file or directory"),
        ("folder", "Is a directory"),
    ):
        done = tongket(
            "report", "--year", "2024", "--lang", "en", "--workspace", made_workspace, "--out", out, cwd=tmp_path
        )
        assert said(done) == (1, f"{out} cannot be written ({reason}).", 1)

    assert contents(tmp_path) == before


def test_a_report_to_a_pipe_replaces_nothing(tongket: Run, made_workspace: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        done = tongket("report", "--year", "2024", "--lang", "en", "--workspace", made_workspace, "--out", pipe)
        assert reader.stdout is not None
        received = reader.stdout.read()

    assert done.returncode == 0
    assert received == (made_workspace / "editions" / "bacgiang-2024-1.en.html").read_bytes()
    assert pipe.is_fifo()


@pytest.mark.parametrize("year", ["2023", "0", "99999"])
def test_a_year_without_a_review_is_told(tongket: Run, made_workspace: Path, tmp_path: Path, year: str) -> None:
    out = tmp_path / "report.html"

    done = tongket("report", "--year", year, "--lang", "en", "--workspace", made_workspace, "--out", out)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines()), out.exists()) == (1, "", 1, False)


def test_a_report_in_an_unknown_language_is_told(tongket: Run, made_workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"

    done = tongket("report", "--year", "2024", "--lang", "fr", "--workspace", made_workspace, "--out", out)

    assert (done.returncode, done.stdout, len(done.stderr.splitlines()), out.exists()) == (1, "", 1, False)


REPORT = ["report", "--year", "2024", "--lang", "en", "--out", "report.html"]


@pytest.mark.parametrize("command", [["verify"], ["serve", "--port", "0"], REPORT])
def test_a_workspace_that_is_not_there_is_told_and_not_made(tongket: Run, tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "absent"

    done = tongket(*command, "--workspace", path, cwd=tmp_path)

    assert said(done) == (1, f"There is no workspace in {path}. Make one with: tongket demo --workspace {path}", 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["demo", "--no-serve"], ["verify"], REPORT])
def test_a_folder_that_holds_something_else_is_left_alone(tongket: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mother.txt").write_text("Dear mother", encoding="utf-8")
    before = contents(tmp_path)

    for path in (tmp_path, tmp_path / "letters" / "mother.txt"):
        done = tongket(*command, "--workspace", path, cwd=tmp_path)
        code, sentence, lines = said(done)
        assert (code, lines, str(path) in sentence) == (1, 1, True)

    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", [["demo", "--no-serve"], ["verify"]])
@pytest.mark.parametrize("damage", ["no database", "pages"])
def test_a_damaged_database_is_told(
    tongket: Run, workspace: Path, tmp_path: Path, command: list[str], damage: str
) -> None:
    file = workspace / DATABASE
    whole = file.read_bytes()
    kept = 0 if damage == "no database" else 200_000
    file.write_bytes(whole[:kept] + random.Random(7).randbytes(len(whole) - kept))  # noqa: S311

    done = tongket(*command, "--workspace", workspace, cwd=tmp_path)

    assert said(done) == (1, f"{file} is damaged or is not a database of Tongket.", 1)
    assert not (tmp_path / "report.html").exists()


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_in_use_is_told_before_any_work(
    tongket: Run, made_workspace: Path, tmp_path: Path, command: str
) -> None:
    workspace = made_workspace if command == "serve" else tmp_path / "new"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = tongket(command, "--port", str(port), "--workspace", workspace)

    assert said(done) == (
        1,
        f"Port {port} of 127.0.0.1 is in use or not allowed. Choose another one with --port.",
        1,
    )
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_cannot_be_is_told(tongket: Run, made_workspace: Path, port: str) -> None:
    done = tongket("serve", f"--port={port}", "--workspace", made_workspace)

    assert said(done)[::2] == (1, 1)


# Django commits the tables of some migrations before it notes that they are there.
_KILLED_BEFORE_A_NOTE = """
import os, signal, sys
from django.db.migrations.recorder import MigrationRecorder
def record(self, app, name):
    if app == "auth":
        os.kill(os.getpid(), signal.SIGKILL)
    noted(self, app, name)
noted, MigrationRecorder.record_applied = MigrationRecorder.record_applied, record
from tongket.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_tables_are_made_whole_or_not_at_all(tongket: Run, tmp_path: Path) -> None:
    path = tmp_path / "workspace"
    arguments = ["demo", "--no-serve", "--workspace", str(path)]
    killed = subprocess.run([sys.executable, "-c", _KILLED_BEFORE_A_NOTE, *arguments], check=False)

    done = tongket(*arguments)

    assert (killed.returncode, done.returncode, done.stderr) == (-signal.SIGKILL, 0, "")


def test_a_demo_killed_at_any_moment_can_be_run_again(tongket: Run, made_workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "workspace"
    path.mkdir()
    (path / "secret-key").touch()  # killed in its first moment: made, and nothing written to it yet
    (path / ".secret-key.abc").touch()
    command = [sys.executable, "-m", "tongket", "demo", "--no-serve", "--workspace", str(path)]
    for moment in range(10):  # spread over the two seconds or so that a demo takes
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as demo:
            try:
                demo.wait(timeout=(moment + random.random()) / 8)  # noqa: S311
            except subprocess.TimeoutExpired:
                demo.send_signal(signal.SIGKILL)
            assert demo.wait() in (0, -signal.SIGKILL), demo.stderr.read() if demo.stderr else ""

    done = tongket("demo", "--no-serve", "--workspace", path)
    verified = tongket("verify", "--workspace", path)

    assert (done.returncode, done.stderr) == (0, "")
    assert (verified.returncode, verified.stderr) == (0, "")
    assert len((path / "secret-key").read_text(encoding="ascii")) > 50
    assert counts(path) == counts(made_workspace)
