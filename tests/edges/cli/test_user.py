"""Accounts, as whoever runs the installation keeps them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PASSWORD = "a long enough sentence\n"


def user(workspace: Path, *arguments: str, typed: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tongket", "user", *arguments, "--workspace", str(workspace)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, timeout=60)


@pytest.fixture
def accounts(workspace: Path) -> sqlite3.Cursor:
    return sqlite3.connect(workspace / "tongket.sqlite3").cursor()


def test_an_account_is_added_changed_and_closed(workspace: Path, accounts: sqlite3.Cursor) -> None:
    added = user(workspace, "add", "An")
    assert (added.returncode, added.stderr) == (0, "")
    assert "may decide" in added.stdout
    [(kept, active)] = accounts.execute("SELECT password, is_active FROM auth_user").fetchall()
    assert PASSWORD.strip() not in kept
    assert active

    assert user(workspace, "password", "An", typed="another long sentence\n").returncode == 0
    assert user(workspace, "close", "An").returncode == 0
    [(changed, active)] = accounts.execute("SELECT password, is_active FROM auth_user").fetchall()
    assert changed != kept
    assert not active


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "An"), "short\n", "The password will not do"),
        (("add", "An"), "", "The password will not do"),
        (("add", "a b"), PASSWORD, "cannot be the name of an account"),
        (("password", "Nobody"), PASSWORD, "There is no account “Nobody”."),
        (("close", "Nobody"), PASSWORD, "There is no account “Nobody”."),
    ],
)
def test_what_cannot_be_is_said(workspace: Path, arguments: tuple[str, str], typed: str, said: str) -> None:
    answer = user(workspace, *arguments, typed=typed)

    assert answer.returncode == 1
    assert said in answer.stderr


def test_a_name_is_given_once(workspace: Path) -> None:
    assert user(workspace, "add", "An").returncode == 0
    again = user(workspace, "add", "an")

    assert again.returncode == 1
    assert "There is an account “an” already." in again.stderr
