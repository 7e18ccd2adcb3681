"""A workspace's SQLite file refuses to change the ledger, whoever opens it and with whatever settings."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

OBSERVATION, EVIDENCE = "tongket_observation", "tongket_evidence"
# The columns of a copy of the first row, with some of them changed.
NEW_ENTRY = {"seq": "(SELECT MAX(seq) + 1 FROM tongket_observation)", "hash": "'new'"}
NEW_PLACE = {"id": "NULL", "start": "0", '"end"': "3"}
CHANGES = [
    "UPDATE tongket_observation SET value = '1' WHERE seq = 1",
    "UPDATE tongket_observation SET value = value",
    "UPDATE OR IGNORE tongket_observation SET value = '1' WHERE seq = 1",
    "UPDATE OR REPLACE tongket_observation SET seq = 2 WHERE seq = 1",
    "DELETE FROM tongket_observation WHERE seq = 1",
    "DELETE FROM tongket_observation",
    "UPDATE tongket_evidence SET quote = '' WHERE id = 1",
    "UPDATE OR REPLACE tongket_evidence SET id = 2 WHERE id = 1",
    "DELETE FROM tongket_evidence WHERE id = 1",
    "DELETE FROM tongket_evidence",
    "UPDATE tongket_auditevent SET verb = ''",
    "DELETE FROM tongket_auditevent",
]
# The table, and what is new in a copy of its first row: what is left collides with a row that is there.
COLLISIONS = [
    (OBSERVATION, {"value": "'1'"}),
    (OBSERVATION, {**NEW_ENTRY, "hash": "hash"}),
    (OBSERVATION, {**NEW_ENTRY, "seq": "seq"}),
    (OBSERVATION, {**NEW_ENTRY, "replaces_id": "2"}),  # 2 is replaced already, see below
    (EVIDENCE, {"quote": "''"}),
    (EVIDENCE, {**NEW_PLACE, "id": "id"}),
    (EVIDENCE, {"id": "NULL", "quote": "''"}),
]


def insertion(verb: str, table: str, changes: dict[str, str], database: sqlite3.Connection) -> str:
    """A copy of the table's first row with changes."""
    columns = [f'"{row[1]}"' for row in database.execute(f"PRAGMA table_info({table})")]
    values = [changes.get(column, changes.get(column.strip('"'), column)) for column in columns]
    key = "seq" if table == OBSERVATION else "id"
    return (
        f"{verb} INTO {table} ({', '.join(columns)}) "  # noqa: S608  constants of this test
        f"SELECT {', '.join(values)} FROM {table} WHERE {key} = 1"
    )


@pytest.fixture(scope="module")
def database_file(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace's database in which entry 2 was corrected."""
    file = tmp_path_factory.mktemp("guard") / "tongket.sqlite3"
    shutil.copy(made_workspace / "tongket.sqlite3", file)
    with sqlite3.connect(file) as database:
        database.execute(
            insertion("INSERT", OBSERVATION, {**NEW_ENTRY, "hash": "'first'", "replaces_id": "2"}, database)
        )
    database.close()
    return file


@pytest.fixture
def database(database_file: Path) -> Iterator[sqlite3.Connection]:
    """The database as anybody opens it who knows nothing of Tongket's settings."""
    opened = sqlite3.connect(database_file)
    assert opened.execute("PRAGMA recursive_triggers").fetchone() == (0,)
    yield opened
    opened.rollback()
    opened.close()


def held(database: sqlite3.Connection) -> list[list[object]]:
    return [database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in (OBSERVATION, EVIDENCE)]  # noqa: S608


@pytest.mark.parametrize("statement", CHANGES)
def test_a_change_is_refused(database: sqlite3.Connection, statement: str) -> None:
    before = held(database)

    with pytest.raises(sqlite3.IntegrityError, match="is append-only"):
        database.execute(statement)

    assert held(database) == before


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
@pytest.mark.parametrize(("table", "changes"), COLLISIONS)
def test_an_insertion_that_would_take_a_place_is_refused(
    database: sqlite3.Connection, verb: str, table: str, changes: dict[str, str]
) -> None:
    before = held(database)

    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        database.execute(insertion(verb, table, changes, database))

    assert held(database) == before


def test_an_insertion_that_turns_into_an_update_is_refused(database: sqlite3.Connection) -> None:
    statement = insertion("INSERT", OBSERVATION, {}, database)

    with pytest.raises(sqlite3.IntegrityError, match="is append-only"):
        database.execute(f"{statement} ON CONFLICT (seq) DO UPDATE SET value = '1'")


@pytest.mark.parametrize(("table", "changes"), [(OBSERVATION, NEW_ENTRY), (EVIDENCE, NEW_PLACE)])
@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE"])
def test_what_is_new_is_added(database: sqlite3.Connection, verb: str, table: str, changes: dict[str, str]) -> None:
    assert database.execute(insertion(verb, table, changes, database)).rowcount == 1
