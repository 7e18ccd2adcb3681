"""The database refuses to change or remove what the ledger holds.

SQLite: triggers against UPDATE, DELETE, and an INSERT that would replace a row (``INSERT OR REPLACE`` deletes
without firing delete triggers unless ``recursive_triggers`` is on). A migration that remakes a table drops its
triggers, so they are put back after every migration and checked when the ledger is verified.
"""

from __future__ import annotations

from django.db import connection

# Every unique key of a guarded table: a REPLACE removes the row that any one of them collides with.
GUARDED_TABLES = {
    "tongket_observation": (("seq",), ("hash",), ("replaces_id",)),
    "tongket_evidence": (("id",), ("document_id", "start", "end")),
}


def _triggers() -> dict[str, str]:
    statements = {}
    for table, keys in GUARDED_TABLES.items():
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            statements[name] = (
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        name = f"{table}_no_replace"
        taken = " OR ".join("(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in key) + ")" for key in keys)
        statements[name] = (
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} "  # noqa: S608  the names are constants of this module
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    return statements


def install() -> None:
    """Put every guard in place; harmless when they are there."""
    with connection.cursor() as cursor:
        for name, statement in _triggers().items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(statement)


def missing() -> list[str]:
    """The guards that are not in the database; empty when all is well."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {row[0] for row in cursor.fetchall()}
    return sorted(set(_triggers()) - present)
