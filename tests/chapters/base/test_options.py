"""The table of options is the only place that reads the environment."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import tongket
from tongket.base import options

# The terminal's own language variables, and passing the workspace on to Django.
OTHER_READERS = {"base/options.py", "cli/texts.py", "cli/workspace.py"}


def test_a_setting_has_a_variable_a_default_and_help() -> None:
    assert {option.variable: option.default for option in options.OPTIONS} == {
        "TONGKET_WORKSPACE": "./tongket-data",
        "DATABASE_URL": "",
        "TONGKET_LANGUAGE": "en",
        "TONGKET_ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "TONGKET_HTTPS": "no",
    }
    assert [option.name for option in options.OPTIONS if not option.help.endswith(".")] == []


@pytest.mark.parametrize(("environment", "value"), [(None, "no"), ("", "no"), ("yes", "yes")])
def test_the_environment_overrides_the_default(
    monkeypatch: pytest.MonkeyPatch, environment: str | None, value: str
) -> None:
    if environment is None:
        monkeypatch.delitem(os.environ, "TONGKET_HTTPS", raising=False)
    else:
        monkeypatch.setitem(os.environ, "TONGKET_HTTPS", environment)

    assert options.value("HTTPS") == value


def test_a_setting_that_is_not_in_the_table_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="COLOUR"):
        options.value("COLOUR")


def test_nobody_else_reads_the_environment() -> None:
    source = Path(tongket.__file__).parent
    readers = {
        file.relative_to(source).as_posix()
        for file in source.rglob("*.py")
        if re.search(r"os\.environ|os\.getenv", file.read_text(encoding="utf-8"))
    }

    assert readers == OTHER_READERS
