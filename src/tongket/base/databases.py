"""Which database holds the tables: a file of the workspace, or the PostgreSQL that DATABASE_URL names."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from tongket.base.errors import InvalidInput, gettext_noop

FILE = "tongket.sqlite3"
"""The database of a workspace that has its own."""

_SCHEMES = ("postgresql", "postgres")
# A writer waits as long for another one on either database; what was committed is on the disk.
_PATIENCE = 20
_POSTGRESQL = f"-c synchronous_commit=on -c lock_timeout={_PATIENCE}s"


def configuration(url: str, *, workspace: Path) -> dict[str, object]:
    """Django's settings of the database that ``url`` names; of the workspace's own file where it is empty.

    ``postgresql://USER:PASSWORD@HOST:PORT/NAME``; ``?host=/FOLDER`` is a socket's folder, other parameters go to
    libpq. Raises InvalidInput for anything else, and where the driver is not installed.
    """
    return _postgresql(url) if url else _sqlite(workspace / FILE)


def shown(url: str) -> str:
    """The database of an address, without what opens it."""
    parts = urlsplit(url)
    return f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _sqlite(file: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            # A writer takes its place at once: two can then never give the same number to an observation.
            "transaction_mode": "IMMEDIATE",
            "timeout": _PATIENCE,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;"
            ),
        },
    }


def _postgresql(url: str) -> dict[str, object]:
    try:
        parts = urlsplit(url)
        port = parts.port
        parameters = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        raise _unclear() from None
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in _SCHEMES or not name or "/" in name or parts.fragment:
        raise _unclear()
    if find_spec("psycopg") is None:
        raise InvalidInput(
            gettext_noop(
                "DATABASE_URL names a PostgreSQL database, and its driver is not installed. "
                "Install it with: pip install 'tongket[postgres]'"
            )
        )
    return {
        "ENGINE": "tongket.base.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parameters.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": parameters.pop("port", "") or str(port or ""),
        "OPTIONS": _options(parameters),
    }


def _options(parameters: Mapping[str, str]) -> dict[str, str]:
    return {**parameters, "options": f"{_POSTGRESQL} {parameters.get('options', '')}".rstrip()}


def _unclear() -> InvalidInput:
    # The address may hold a password: it is not repeated.
    return InvalidInput(
        gettext_noop("DATABASE_URL is not of the form postgresql://USER:PASSWORD@HOST:PORT/NAME. Without it, SQLite.")
    )
