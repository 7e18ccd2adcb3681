"""The database refuses to change or remove what the ledger holds, and what else is only ever added.

SQLite: triggers against UPDATE, DELETE, and an INSERT that would replace a row (``INSERT OR REPLACE`` deletes
without firing delete triggers unless ``recursive_triggers`` is on). A migration that remakes a table drops its
triggers, so they are put back after every migration and checked when the ledger is verified.

PostgreSQL: triggers against UPDATE, DELETE and TRUNCATE, which no setting of a session turns off. No INSERT replaces a
row there without an UPDATE.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef

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


_FUNCTION = "tongket_append_only"
_BODY = "BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END"


@dataclass(frozen=True)
class Guard:
    """One trigger: what makes it, and what the database says of it while it is whole."""

    table: str
    create: tuple[str, ...]
    present: str


def guards() -> dict[str, Guard]:
    """The guards of the database in use, by name."""
    return _on_postgresql() if connection.vendor == "postgresql" else _on_sqlite()


def _on_sqlite() -> dict[str, Guard]:
    statements = {}
    for table, keys in GUARDED_TABLES.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        taken = " OR ".join("(" + " AND ".join(f'"{column}" = NEW."{column}"' for column in key) + ")" for key in keys)
        for verb, when in (
            ("update", f"BEFORE UPDATE ON {table}"),
            ("delete", f"BEFORE DELETE ON {table}"),
            # The names are constants of this module.
            ("replace", f"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})"),  # noqa: S608
        ):
            name = f"{table}_no_{verb}"
            statement = f"CREATE TRIGGER {name} {when} {refuse}"
            statements[name] = Guard(table, (statement,), statement)
    return statements


def _on_postgresql() -> dict[str, Guard]:
    statements = {}
    for table in GUARDED_TABLES:
        for verb, each in (("update", "ROW"), ("delete", "ROW"), ("truncate", "STATEMENT")):
            name = f"{table}_no_{verb}"
            statement = (
                f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}()"
            )
            always = f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"
            statements[name] = Guard(table, (statement, always), f"A {statement} {_BODY}")
    return statements


@transaction.atomic
def install() -> None:
    """Put back every guard that is not in place; nobody ever finds the ledger without one that was there."""
    lost = missing()
    with connection.cursor() as cursor:
        if lost and connection.vendor == "postgresql":
            cursor.execute(f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $${_BODY}$$")
        for name in lost:
            remove(name)
            for statement in guards()[name].create:
                cursor.execute(statement)


def remove(name: str) -> None:
    """Take a guard away, for one to be put in its place."""
    where = f" ON {guards()[name].table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}{where}")


def missing() -> list[str]:
    """The guards that are not in the database, or stand there with another text; empty when all is well."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT tgname, concat_ws(' ', tgenabled, pg_get_triggerdef(t.oid, true), prosrc)"
                " FROM pg_trigger t JOIN pg_proc p ON p.oid = tgfoid WHERE NOT tgisinternal"
            )
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = dict(cursor.fetchall())
    return [name for name, guard in sorted(guards().items()) if found.get(name) != guard.present]


def dangling() -> list[tuple[str, object, str]]:
    """Rows that name a row that is gone (table, row, table of the other), as after a deletion round the guards."""
    found: list[tuple[str, object, str]] = []
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            parent = field.related_model
            if isinstance(parent, type) and issubclass(parent, Model):
                there = Exists(parent._default_manager.filter(pk=OuterRef(field.attname)))
                named = model._default_manager.filter(**{f"{field.name}__isnull": False}).order_by("pk")
                tables = model._meta.db_table, parent._meta.db_table
                found += [(tables[0], row, tables[1]) for row in named.exclude(there).values_list("pk", flat=True)]
    return found
