"""Every setting of Tongket in one table: name, default, help. The environment is read here and nowhere else."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """One setting; the environment variable ``TONGKET_<NAME>`` overrides the default.

    ``usual`` is the variable where every program of its kind reads another one.
    """

    name: str
    default: str
    help: str
    usual: str = ""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return self.usual or f"TONGKET_{self.name}"


OPTIONS = (
    Option("WORKSPACE", "./tongket-data", "The folder that holds everything: the database and the editions made."),
    Option(
        "DATABASE_URL",
        "",
        "A PostgreSQL database for the tables, postgresql://USER:PASSWORD@HOST:PORT/NAME; without one, SQLite in the "
        "workspace.",
        usual="DATABASE_URL",
    ),
    Option("LANGUAGE", "en", "The language of pages when the browser asks for none we have: en, vi or ru."),
    Option("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]", "Host names the server answers to, with commas between."),
    Option("HTTPS", "no", "yes when served behind HTTPS: cookies are then sent over HTTPS only, with HSTS."),
)


def value(name: str) -> str:
    """The value of a setting; raises KeyError for a name that is not in the table."""
    option = next((option for option in OPTIONS if option.name == name), None)
    if option is None:
        raise KeyError(name)
    return os.environ.get(option.variable) or option.default
