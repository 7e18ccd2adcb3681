"""Opening the one folder that holds everything. Django starts here and not before."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from tongket.base import options
from tongket.base.errors import Conflict, InvalidInput, NotFound, gettext_noop

DATABASE = "tongket.sqlite3"


def folder(given: str | None) -> Path:
    """The workspace that is meant: the option, the environment, or the default."""
    return Path(given or options.value("WORKSPACE")).expanduser().resolve()


def create(path: Path, *, language: str) -> None:
    """Open a workspace, making it first when there is none; brings its tables up to date.

    Raises Conflict for a folder that holds something else, InvalidInput where nothing can be written.
    """
    known = (path / DATABASE).exists()
    if not known and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Conflict(
            gettext_noop("{folder} is not a workspace and is not empty. Name another folder with --workspace."),
            folder=path,
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
        key = path / "secret-key"
        if not key.exists():
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(50), encoding="ascii")
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{folder} cannot be written ({reason}). Name another folder with --workspace."),
            folder=path,
            reason=error.strerror,
        ) from None
    start(path, language=language)
    from django.core.management import call_command  # needs settings, which need the workspace

    call_command("migrate", verbosity=0, interactive=False)


def use(path: Path, *, language: str) -> None:
    """Open a workspace that is there. Raises NotFound, or Conflict when an older version left it behind."""
    if not (path / DATABASE).is_file():
        raise NotFound(
            gettext_noop("There is no workspace in {folder}. Make one with: tongket demo --workspace {folder}"),
            folder=path,
        )
    start(path, language=language)
    from django.db import DatabaseError, connection  # needs settings, which need the workspace
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        raise InvalidInput(
            gettext_noop("{file} is damaged or is not a database of Tongket."), file=path / DATABASE
        ) from None
    if behind:
        raise Conflict(
            gettext_noop(
                "The workspace in {folder} was made by an older Tongket. Bring it up to date with: "
                "tongket demo --no-serve --workspace {folder}"
            ),
            folder=path,
        )


def start(path: Path, *, language: str) -> None:
    """Start Django on a workspace; a process has one for its whole life."""
    os.environ["TONGKET_WORKSPACE"] = str(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.settings")
    import django  # started only by the commands that need it
    from django.utils import translation

    django.setup()
    translation.activate(language)
