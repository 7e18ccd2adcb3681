"""What every test stands on: one language, and never the workspace of whoever runs them."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker

from tests.factories import year as years
from tools.postgresql import Server

# The first example often pays for loading a language; a slow machine is no defect.
hypothesis.register_profile("tongket", deadline=None, max_examples=100, database=None)
hypothesis.load_profile("tongket")

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Stored:
    """A workspace and the address of its database; none for the one inside it."""

    path: Path
    url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to work on it with Django."""
        return {
            **os.environ,
            "TONGKET_WORKSPACE": str(self.path),
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "tongket.settings",
            "PYTHONIOENCODING": "utf-8",
        }

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command on it."""
        return run_tongket(*arguments, "--workspace", self.path, database=self.url)

    def ask(self, *statements: str) -> list[tuple[object, ...]]:
        """What the last of some statements answers, past Tongket and its guards' settings; all are committed."""
        if self.url:
            with psycopg.connect(self.url) as server:
                for statement in statements:
                    answer = server.execute(statement)
                return answer.fetchall() if answer.description else []
        with contextlib.closing(sqlite3.connect(self.path / "tongket.sqlite3")) as file, file:
            for statement in statements:
                found = file.execute(statement)
            return found.fetchall()


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long a test that kills goes on."""
    text = "how often a process that records is killed on each database (otherwise 100)"
    parser.addoption("--kills", type=int, default=100, help=text)


def pytest_configure(config: pytest.Config) -> None:
    """Point everything at a folder of our own, before a test or a process of one opens a database."""
    folder = tempfile.mkdtemp(prefix="tongket-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ.pop("DATABASE_URL", None)  # no command of a test may touch a database of whoever started us
    # Playwright leaves its event loop running in the process, and other tests of the process ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ.update(TONGKET_WORKSPACE=str(Path(folder) / "workspace"), TONGKET_LANGUAGE="en")
    # pytest-django has read the settings by now; these two came from the environment of whoever started us.
    settings.WORKSPACE = Path(os.environ["TONGKET_WORKSPACE"])
    settings.LANGUAGE_CODE = "en"
    # To hash as slowly as it must be is left to commands and servers, which are processes of their own.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


_SLOWEST = (
    "test_on_spark.py",
    "test_on_postgresql.py",
    "test_kills.py",
    "test_pages_in_chromium.py",
    "test_read_large.py",
)
"""Files that take a minute or more by themselves: they begin first, so that no process is left alone with one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest files first, all others in their order."""
    items.sort(key=lambda item: item.path.name not in _SLOWEST)


def pytest_collection_finish() -> None:
    """What was loaded by now stays to the end: the garbage collector need not walk all of it again and again."""
    gc.collect()
    gc.freeze()


def pytest_report_header() -> str | None:
    """Say so where the tests do not run on SQLite."""
    used = settings.DATABASES["default"]
    return f"the database is postgresql:///{used['NAME']}" if "postgresql" in used["ENGINE"] else None


def run_tongket(
    *arguments: str | Path, language: str = "en", cwd: Path | None = None, database: str = "", **more: object
) -> subprocess.CompletedProcess[str]:
    """Run the command as users do: a process of its own."""
    environment = {**os.environ, "TONGKET_LANGUAGE": language, "PYTHONIOENCODING": "utf-8", "DATABASE_URL": database}
    return subprocess.run(
        [sys.executable, "-m", "tongket", *map(str, arguments)],
        env=environment,
        cwd=cwd,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=600,  # that of a process that hangs, on the busiest machine
        check=False,
        **more,  # type: ignore[call-overload]
    )


@pytest.fixture
def tongket() -> Run:
    """The command."""
    return run_tongket


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace as ``tongket demo`` makes it, made once; nobody may change it."""
    path = tmp_path_factory.mktemp("made") / "workspace"
    made = run_tongket("demo", "--no-serve", "--workspace", path)
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture
def workspace(made_workspace: Path, tmp_path: Path) -> Path:
    """A copy of that workspace, to do anything with."""
    copy = tmp_path / "workspace"
    shutil.copytree(made_workspace, copy)
    return copy


@pytest.fixture(scope="session")
def made_on_postgresql(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workspace with its tables in the database ``made``."""
    path = tmp_path_factory.mktemp("made-on-postgresql") / "workspace"
    made = run_tongket("demo", "--no-serve", "--workspace", path, database=postgresql.create("made"))
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Stored:
    """A copy of that workspace on each database, to do anything with."""
    copy = tmp_path / "workspace"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("made_workspace"), copy)
        return Stored(copy)
    shutil.copytree(request.getfixturevalue("made_on_postgresql"), copy)
    name = f"copy-{uuid.uuid4().hex}"
    return Stored(copy, request.getfixturevalue("postgresql").create(name, like="made"))


@pytest.fixture(scope="module")
def held_year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[years.HeldYear]:
    """The sample region's year as the demo leaves it, for a module's tests to read; undone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield years.kept()
        transaction.set_rollback(True)
