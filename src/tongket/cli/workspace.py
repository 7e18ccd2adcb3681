"""Opening the one folder that holds everything. Django starts here and not before."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from pathlib import Path

from tongket.base import databases, options
from tongket.base.errors import Conflict, InvalidInput, NotFound, TongketError, gettext_noop

KEY = "secret-key"


def folder(given: str | None) -> Path:
    """The workspace that is meant: the option, the environment, or the default."""
    return Path(given or options.value("WORKSPACE")).expanduser().resolve()


def create_within(path: Path, *, language: str) -> None:
    """As ``create``, with the tables in the folder, whatever database somebody named; for this process alone."""
    os.environ["DATABASE_URL"] = ""
    create(path, language=language)


def create(path: Path, *, language: str) -> None:
    """Open a workspace, making it first when there is none; brings its tables up to date.

    Raises Conflict for a folder that holds something else, InvalidInput where nothing can be written.
    """
    try:
        if _holds_something_else(path):
            raise Conflict(
                gettext_noop("{folder} is not a workspace and is not empty. Name another folder with --workspace."),
                folder=path,
            )
        path.mkdir(parents=True, exist_ok=True)
        _keep_key(path)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{folder} cannot be written ({reason}). Name another folder with --workspace."),
            folder=path,
            reason=error.strerror,
        ) from None
    start(path, language=language)
    if _elsewhere():
        _require_order()
    _bring_up_to_date()
    _anchor()


def _holds_something_else(path: Path) -> bool:
    """Whether the folder is neither empty, nor a workspace, nor one whose making was interrupted."""
    if not path.exists() or _is_workspace(path):
        return False
    return not path.is_dir() or any(not file.name.lstrip(".").startswith(KEY) for file in path.iterdir())


def _bring_up_to_date() -> None:
    """Make or change the tables, all or none of them, for the work may stop at any moment.

    Django alone would note some migrations as done only after it has committed their tables.
    """
    from django.core.management import call_command  # need settings, which need the workspace
    from django.db import connection, transaction

    connection.disable_constraint_checking()  # SQLite cannot do it within a transaction
    try:
        with transaction.atomic():
            if _elsewhere():  # PostgreSQL changes no table while a check of its rows is put off
                connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
            call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.enable_constraint_checking()


def _anchor() -> None:
    """Begin to keep how far the ledger reaches, where an older Tongket made the workspace and kept nothing."""
    from tongket.ledger import anchors, queries  # need settings, which need the workspace

    head = queries.head()
    if head.count and not anchors.place().exists():
        anchors.keep(head.count, head.hash)


def _elsewhere() -> str:
    """The address of the database that holds the tables; empty when the workspace does."""
    return options.value("DATABASE_URL")


def _is_workspace(path: Path) -> bool:
    """Whether a workspace was made here: one whose tables are elsewhere has its key only."""
    return ((path / KEY) if _elsewhere() else (path / databases.FILE)).is_file()


def _require_order() -> None:
    """Raise InvalidInput for a PostgreSQL database that would sort or store texts otherwise than SQLite does."""
    from django.db import connection  # needs settings, which need the workspace

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = current_database()"
        )
        encoding, order = cursor.fetchone()
    if encoding != "UTF8" or order.partition(".")[0] not in ("C", "POSIX"):
        raise InvalidInput(
            gettext_noop(
                "{database} keeps texts in {encoding}, sorted by {order}; Tongket needs UTF8 and C, so that every "
                "edition comes out the same. Make one with: createdb --template template0 --encoding UTF8 --locale C"
            ),
            database=databases.shown(_elsewhere()),
            encoding=encoding,
            order=order,
        )


def _keep_key(path: Path) -> None:
    """Make the workspace's own key unless it has one; whole or not at all, for the work may stop at any moment."""
    key = path / KEY
    if key.exists() and key.stat().st_size:
        return
    handle, temporary = tempfile.mkstemp(dir=path, prefix=f".{KEY}.")  # readable by its owner only
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    os.replace(temporary, key)


def use(path: Path, *, language: str) -> None:
    """Open a workspace that is there. Raises NotFound, or Conflict when an older version left it behind."""
    if not _is_workspace(path):
        raise NotFound(
            gettext_noop("There is no workspace in {folder}. Make one with: tongket demo --workspace {folder}"),
            folder=path,
        )
    start(path, language=language)
    from django.db import connection  # needs settings, which need the workspace
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        raise NotFound(
            gettext_noop("{database} holds no workspace. Make one with: tongket demo --workspace {folder}"),
            database=databases.shown(_elsewhere()) if _elsewhere() else path / databases.FILE,
            folder=path,
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Conflict(
            gettext_noop(
                "The workspace in {folder} was made by an older Tongket. Bring it up to date with: "
                "tongket demo --no-serve --workspace {folder}"
            ),
            folder=path,
        )


def fault(error: Exception) -> TongketError | None:
    """What an error of the database tells the user; None when the error is ours."""
    if "django.db.utils" not in sys.modules:
        return None
    from django.db.utils import DatabaseError, OperationalError  # loaded by now

    # ``start`` has named the workspace in the environment.
    used = databases.shown(_elsewhere()) if _elsewhere() else folder(None) / databases.FILE
    if isinstance(error, OperationalError):
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        return InvalidInput(gettext_noop("{file} cannot be used ({reason})."), file=used, reason=reason)
    if type(error) is DatabaseError:
        return InvalidInput(gettext_noop("{file} is damaged or is not a database of Tongket."), file=used)
    return None


def start(path: Path, *, language: str) -> None:
    """Start Django on a workspace; a process has one for its whole life."""
    os.environ["TONGKET_WORKSPACE"] = str(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.settings")
    import django  # started only by the commands that need it
    from django.utils import translation

    django.setup()
    translation.activate(language)
