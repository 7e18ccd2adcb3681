"""The locks are whole: every package pinned with hashes, and nothing about where they were made."""

import re
import tomllib
from pathlib import Path

import pytest

from tools import environment

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(environment.LOCKS)
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; ([^\\]+))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def entries(lock: str) -> list[str]:
    """The lock's packages, each with its hashes: comments out, continued lines kept together."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return re.split(r"\n(?=\S)", text.strip())


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    for entry in entries(lock):
        first, *hashes = entry.splitlines()
        assert PACKAGE.match(first), f"{lock}: not pinned: {first}"
        assert hashes, f"{lock}: no hash: {first}"
        assert all(HASH.match(line) for line in hashes), f"{lock}: not a hash in {entry}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_nothing_of_where_it_was_made(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert not re.search(r"(^|\s)(/|--(index|extra|find|trusted))", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_everything_that_was_asked_for(lock: str) -> None:
    wanted = {
        normal(line)
        for source in environment.LOCKS[lock]
        for line in (ROOT / source).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-"))
    }

    assert wanted <= {normal(entry) for entry in entries(lock)}


def test_what_the_project_depends_on_is_what_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()

    declared = {normal(dependency) for dependency in project["project"]["dependencies"]}

    assert declared == {normal(line) for line in asked if line and not line.startswith("#")}


def normal(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()
