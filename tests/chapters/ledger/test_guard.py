"""The database in use refuses to change the ledger, and verify says when it no longer would. On each database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from tests.factories.records import observation
from tongket.ledger import guard, queries
from tongket.ledger.models import Evidence, Observation

pytestmark = pytest.mark.django_db
POSTGRESQL = connection.vendor == "postgresql"


def test_the_orm_is_refused_too() -> None:
    recorded = observation()

    for change in (
        lambda: Observation.objects.update(value="1"),
        lambda: recorded.delete(),
        lambda: recorded.save(),
        lambda: Evidence.objects.update(quote=""),
        lambda: Evidence.objects.bulk_create([Evidence(pk=recorded.evidence_id, **_place(recorded))]),
    ):
        with pytest.raises(IntegrityError, match=r"is append-only|duplicate key"), transaction.atomic():
            change()

    assert queries.verify().faults == []


def _place(recorded: Observation) -> dict[str, object]:
    evidence = recorded.evidence
    return {"document_id": evidence.document_id, "start": 0, "end": 1, "quote": "x"}


VERBS = ("delete", "truncate", "update") if POSTGRESQL else ("delete", "replace", "update")
NAMES = [f"{table}_no_{verb}" for table in sorted(guard.GUARDED_TABLES) for verb in VERBS]


def weaken(name: str) -> None:
    """Put a guard in place that has the name and lets everything pass."""
    table, _, verb = name.rpartition("_no_")
    guard.remove(name)
    each = "STATEMENT" if verb == "truncate" else "ROW"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH {each} EXECUTE FUNCTION tongket_append_only()"
            if POSTGRESQL  # not for every session, as ours
            else f"CREATE TRIGGER {name} BEFORE DELETE ON {table} WHEN 0 BEGIN SELECT 1; END"
        )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lose", [guard.remove, weaken], ids=["lost", "weakened"])
def test_a_guard_that_is_lost_or_weakened_is_named_and_put_back(name: str, lose: Callable[[str], None]) -> None:
    lose(name)

    assert guard.missing() == [name]
    assert [str(fault) for fault in queries.verify().faults] == [f"The database has lost its guard “{name}”."]
    call_command("migrate", verbosity=0)
    assert queries.verify().faults == []


def test_no_guard_is_missing_to_begin_with() -> None:
    assert guard.missing() == []
    assert sorted(guard.guards()) == NAMES


@pytest.mark.parametrize("table", guard.GUARDED_TABLES)
def test_every_unique_key_of_a_guarded_table_is_guarded(table: str) -> None:
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)
    unique = {tuple(c["columns"]) for c in constraints.values() if c["unique"] or c["primary_key"]}

    assert set(guard.GUARDED_TABLES[table]) == unique
