"""What only PostgreSQL can be asked to do to the ledger, and refuses; run by tests/story/test_on_postgresql.py."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories.records import observation
from tongket.ledger import guard, queries

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tongket_observation SET value = '1' WHERE seq = 1",
        "DELETE FROM tongket_observation",
        "TRUNCATE tongket_observation CASCADE",
        "INSERT INTO tongket_observation SELECT * FROM tongket_observation ON CONFLICT (seq) DO UPDATE SET value = '1'",
        "UPDATE tongket_evidence SET quote = ''",
        "DELETE FROM tongket_auditevent",
        "TRUNCATE tongket_auditevent",
    ],
)
def test_postgresql_refuses_a_change_whatever_a_session_sets(statement: str, role: str) -> None:
    observation()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL session_replication_role = {role}")
        with pytest.raises(IntegrityError, match="is append-only"), transaction.atomic():
            cursor.execute(statement)

    assert queries.verify().faults == []


def test_a_function_that_refuses_nothing_is_found_and_put_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION tongket_append_only() RETURNS trigger LANGUAGE plpgsql"
            " AS 'BEGIN RETURN NEW; END'"
        )

    assert guard.missing() == sorted(guard.guards())
    guard.install()
    assert guard.missing() == []
