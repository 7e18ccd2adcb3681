"""What pytest does with tests that drive a program: skip them where there is none, saying so; in CI, never."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from tools import postgresql as servers
from tools import programs, spark


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if programs.required():
        return
    for program in programs.PROGRAMS:
        if program.path() is None or (program.module and find_spec(program.module) is None):
            skip = pytest.mark.skip(reason=f"{program.missing}: tests marked {program.mark} are skipped")
            for item in items:
                if item.get_closest_marker(program.mark):
                    item.add_marker(skip)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program, for a test to launch with ``tools.programs.CHROMIUM_FLAGS``."""
    return _found(programs.CHROMIUM)


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The office program, to be started with a user profile of its own."""
    return _found(programs.LIBREOFFICE)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[servers.Server]:
    """A PostgreSQL of our own, that nobody else can reach; it and its databases are gone afterwards."""
    with servers.started(_found(programs.POSTGRESQL)) as server:
        yield server


@pytest.fixture(scope="session")
def cluster() -> Iterator[spark.Cluster]:
    """A Spark of our own, of a master and two workers; all of it is gone afterwards."""
    _found(programs.SPARK)
    with spark.started() as running, pytest.MonkeyPatch.context() as patch:
        for name, value in running.environment.items():
            patch.setenv(name, value)
        yield running


def _found(program: programs.Program) -> str:
    path = program.path()
    if path is None:
        pytest.fail(program.missing)
    return path
