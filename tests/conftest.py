"""What every test stands on: one language, and never the workspace of whoever runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker

from tests.factories import year as years

# The first example often pays for loading a language; a slow machine is no defect.
hypothesis.register_profile("tongket", deadline=None, max_examples=100, database=None)
hypothesis.load_profile("tongket")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure(config: pytest.Config) -> None:
    """Point everything at a folder of our own, before a test or a process of one opens a database."""
    folder = tempfile.mkdtemp(prefix="tongket-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ.update(TONGKET_WORKSPACE=str(Path(folder) / "workspace"), TONGKET_LANGUAGE="en")
    # pytest-django has read the settings by now; these two came from the environment of whoever started us.
    settings.WORKSPACE = Path(os.environ["TONGKET_WORKSPACE"])
    settings.LANGUAGE_CODE = "en"


def run_tongket(
    *arguments: str | Path, language: str = "en", cwd: Path | None = None, **more: object
) -> subprocess.CompletedProcess[str]:
    """Run the command as users do: a process of its own."""
    environment = {**os.environ, "TONGKET_LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "tongket", *map(str, arguments)],
        env=environment,
        cwd=cwd,
        text=True,
        encoding="utf-8",
        capture_output=True,
        timeout=120,
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


@pytest.fixture(scope="module")
def held_year(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[years.HeldYear]:
    """The sample region's year as the demo leaves it, for a module's tests to read; undone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield years.hold()
        transaction.set_rollback(True)
