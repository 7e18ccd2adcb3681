"""The database refuses to change or remove what the ledger holds, and what else is only ever added.

SQLite: triggers against UPDATE, DELETE, and an INSERT that would replace a row (``INSERT OR REPLACE`` deletes
without firing delete triggers unless ``recursive_triggers`` is on). A migration that remakes a table drops its
triggers, so they are put back after every migration and checked when the ledger is verified.
"""

from __future__ import annotations

from django.db import connection, transaction

# Every unique key of a guarded table: a REPLACE removes the row that any one of them collides with.
GUARDED_TABLES = {
    "tongket_observation": (("seq",), ("hash",), ("replaces_id",)),
    "tongket_evidence": (("id",), ("document_id", "start", "end")),
    "tongket_auditevent": (("id",),),
    "tongket_correction": (("id",), ("document_id", "start", "end")),
    "tongket_finding": (("id",), ("review_id", "kind", "evidence_id")),
    "tongket_statedcount": (("id",), ("review_id", "what", "evidence_id")),
    "tongket_award": (("id",), ("evidence_id",)),
    "tongket_decision": (("id",), ("claim_id", "number")),
    "tongket_settlement": (("id",), ("indicator_id", "unit_id", "period", "number")),
    "tongket_lot": (("id",), ("undoes_id",)),
    "tongket_edition": (("id",), ("review_id", "number")),
    "tongket_editiontext": (("id",), ("edition_id", "language")),
    "tongket_editionfile": (("id",), ("edition_id", "language", "format")),
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


@transaction.atomic
def install() -> None:
    """Put back every guard that is not in place; nobody ever finds the ledger without one that was there."""
    triggers = _triggers()
    with connection.cursor() as cursor:
        for name in missing():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(triggers[name])


def missing() -> list[str]:
    """The guards that are not in the database, or stand there with another text; empty when all is well."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        present = dict(cursor.fetchall())
    return [name for name, statement in sorted(_triggers().items()) if present.get(name) != statement]


def dangling() -> list[tuple[str, int, str]]:
    """Rows that name a row that is gone (table, row, table of the other), as after a deletion round the guards."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_key_check")
        return [(table, row, parent) for table, row, parent, _ in cursor.fetchall()]
