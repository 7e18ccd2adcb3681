"""A tail cut off, a chain made anew, a file damaged: the workspace and the editions keep what shows it."""

from __future__ import annotations

import pytest

from tests.conftest import Stored

GUARDS = {
    "": "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT 'DROP TRIGGER ' || tgname || ' ON ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal"
    ),
}
# What rests on the newest entry would keep it from being removed.
FREE = {"": "PRAGMA foreign_keys = OFF", "postgresql": "SET session_replication_role = replica"}


def tamper(stored: Stored, *statements: str) -> None:
    """Change the tables past every guard."""
    kind = "postgresql" if stored.url else ""
    remove = [str(statement) for [statement] in stored.ask(GUARDS[kind])]
    stored.ask(*remove, FREE[kind], *statements)


def faults(stored: Stored) -> list[str]:
    """What verify says, but for the guards that we took away."""
    done = stored.run("verify")
    found = [line for line in done.stderr.splitlines() if "has lost its guard" not in line]
    assert done.returncode == 1, done.stdout
    return found


def test_each_transaction_leaves_an_anchor(stored: Stored) -> None:
    lines = [line.split(" ") for line in (stored.path / "ledger-anchors").read_text("ascii").splitlines()]

    entries = dict(stored.ask("SELECT seq, hash FROM tongket_observation"))
    # The report, the table, and what is known of all units: a document is recorded in one transaction.
    assert [int(count) for count, _ in lines] == [25, 43, len(entries)]
    assert [entries[int(count)] for count, _ in lines] == [hash for _, hash in lines]


@pytest.mark.parametrize("cut", [1, 3])
@pytest.mark.parametrize("trail", [False, True], ids=["ledger", "ledger and audit trail"])
def test_a_tail_that_is_cut_off_is_missed(stored: Stored, cut: int, trail: bool) -> None:
    [[count]] = stored.ask("SELECT MAX(seq) FROM tongket_observation")
    assert isinstance(count, int)
    last = count - cut
    statements = [f"DELETE FROM tongket_observation WHERE seq > {last}"]  # noqa: S608  numbers of our own, here and below
    if trail:
        [[event]] = stored.ask("SELECT id FROM tongket_auditevent WHERE thing LIKE 'observations:%'")
        statements.append(f"DELETE FROM tongket_auditevent WHERE id >= {event}")  # noqa: S608
    tamper(stored, *statements)

    found = faults(stored)

    gone = f"Observation {count} was recorded and is gone: the ledger ends with {last}."
    assert (gone in found) is not trail
    anchors = stored.path / "ledger-anchors"
    assert f"{anchors}, line 3: observation {count} was recorded with another hash, or is gone." in found
    assert "Edition 1 of 2024 names a state of the ledger that it no longer has." in found


def test_a_file_of_anchors_that_was_changed_or_removed_is_told(stored: Stored) -> None:
    anchors = stored.path / "ledger-anchors"
    whole = anchors.read_bytes()

    anchors.write_bytes(whole.replace(whole[3:67], b"f" * 64))
    assert faults(stored) == [f"{anchors}, line 1: observation 25 was recorded with another hash, or is gone."]
    anchors.write_bytes(whole[:40])
    assert faults(stored) == [f"{anchors}, line 1: this is not what Tongket wrote there."]
    anchors.unlink()
    assert faults(stored) == [f"{anchors} is gone, in which the workspace keeps how far its ledger reached."]
