"""Whoever goes round the guards and changes the ledger is found out, whatever they change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from tests.factories.records import AT, RULE, document, entry, evidence, indicator, observation, unit
from tongket.documents.models import Document
from tongket.documents.text import fingerprint
from tongket.ledger import guard
from tongket.ledger.actions import correct
from tongket.ledger.chain import entry_hash
from tongket.ledger.models import Evidence, Observation
from tongket.ledger.queries import content_of, get, head, reaches, verify

pytestmark = pytest.mark.django_db
POSTGRESQL = connection.vendor == "postgresql"
TAMPERED = 3
"""The entry that is changed: it corrects entry 2, and entry 4 follows it."""

Execute = Callable[[str, list[Any]], None]


@pytest.fixture
def tamper(db: None) -> Iterator[Execute]:
    """Four entries, and a way round the guards, which stand again afterwards. All is undone in the end."""
    with transaction.atomic():
        observation("13.84")
        wrong = observation("13.87", evidence=evidence("13.87 %"))
        cited = evidence("20,699.5", cell="2:value", source="https://example.org/page")
        right = entry("13.85", evidence=cited, denominator="182", modifier="about", basis="plan")
        assert correct(by=RULE, at=AT, replaces=wrong, entry=right, reason="misread").seq == TAMPERED
        observation("13.86")
        # Others that a changed entry could name instead.
        unit("south")
        indicator("inflation")
        document("other")
        assert verify().faults == []
        yield _execute
        transaction.set_rollback(True)


def _execute(statement: str, values: list[Any]) -> None:
    # What else would stand in the way of whoever may do anything with the database.
    before, after = ["PRAGMA ignore_check_constraints = ON"], "PRAGMA ignore_check_constraints = OFF"
    if POSTGRESQL:
        before = ["SET CONSTRAINTS ALL IMMEDIATE", "SET LOCAL session_replication_role = replica"]
        after = "SET LOCAL session_replication_role = origin"
    with connection.cursor() as cursor:
        for preparation in before:
            cursor.execute(preparation)
        for name in guard.guards():
            guard.remove(name)
        cursor.execute(statement, values)
        assert cursor.rowcount == 1
        cursor.execute(after)
    guard.install()
    assert guard.missing() == []


def faults() -> list[str]:
    return [str(fault) for fault in verify().faults]


# Every stored field of an observation, and something else that could stand there.
OBSERVATION: dict[str, Any] = {
    "seq": 7,
    "indicator_id": lambda: indicator("inflation").pk,
    "unit_id": lambda: unit("south").pk,
    "period": "2023",
    "period_start": "2023-01-01",
    "period_end": "2026-01-01",
    "measure": "target",
    "comparison": "change",
    "basis": "council_estimate",
    "value": "13.850",
    "unit_of_measure": "VND",
    "half_unit": "0.5",
    "denominator": "183",
    "modifier": "",
    "evidence_id": lambda: evidence("13.85 %").pk,
    "verification": "spot_checked",
    "recorded_at": "2025-01-15 08:00:00.000001",
    "recorded_by": "person:An",
    "reason": "",
    "replaces_id": 1,
    "previous_hash": "0" * 64,
    "hash": "f" * 64,
}
EVIDENCE: dict[str, Any] = {
    "id": 77,
    "document_id": lambda: document("other").pk,
    "start": 15,
    "end": 25,
    "quote": "20,699.6",
    "cell": "3:value",
    "source": "",
}
DOCUMENT: dict[str, Any] = {"slug": "another", "text": "Revenue reached 20,699.6 billion dong.", "sha256": "f" * 64}
UNREADABLE = ["period_start", "period_end", "recorded_at"]


def changed(value: Any) -> Any:
    return value() if callable(value) else value


def test_no_field_is_forgotten() -> None:
    assert list(OBSERVATION) == [field.attname for field in Observation._meta.concrete_fields]
    assert list(EVIDENCE) == [field.attname for field in Evidence._meta.concrete_fields]
    assert set(DOCUMENT) <= {field.attname for field in Document._meta.concrete_fields}


@pytest.mark.parametrize("field", OBSERVATION)
def test_a_changed_field_of_an_entry_is_found(tamper: Execute, field: str) -> None:
    tamper(f'UPDATE tongket_observation SET "{field}" = %s WHERE seq = {TAMPERED}', [changed(OBSERVATION[field])])  # noqa: S608

    seq = OBSERVATION["seq"] if field == "seq" else TAMPERED
    assert f"Observation {seq} is not what was recorded." in faults()
    assert "Observation 2 is not what was recorded." not in faults()


@pytest.mark.parametrize("field", UNREADABLE)
@pytest.mark.parametrize("rubbish", ["rubbish", "2024-99-99", 7])
def test_an_entry_that_cannot_be_read_hides_no_other(tamper: Execute, field: str, rubbish: object) -> None:
    tamper(f'UPDATE tongket_observation SET "{field}" = %s WHERE seq = {TAMPERED}', [rubbish])  # noqa: S608

    assert faults() == [f"Observation {TAMPERED} is not what was recorded."]
    assert verify().entries == 4


@pytest.mark.parametrize("field", EVIDENCE)
def test_a_changed_field_of_the_evidence_is_found(tamper: Execute, field: str) -> None:
    cited = evidence("20,699.5").pk

    tamper(f'UPDATE tongket_evidence SET "{field}" = %s WHERE id = {cited}', [changed(EVIDENCE[field])])  # noqa: S608

    assert f"Observation {TAMPERED} is not what was recorded." in faults()


@pytest.mark.parametrize("field", DOCUMENT)
def test_a_changed_document_is_found(tamper: Execute, field: str) -> None:
    tamper(f'UPDATE tongket_document SET "{field}" = %s WHERE slug = %s', [DOCUMENT[field], "report"])  # noqa: S608

    text = "Document “report”: the text is not the one that was received."
    assert (f"Observation {TAMPERED} is not what was recorded." if field == "slug" else text) in faults()


@pytest.mark.parametrize("text", ["", "Less."])
def test_a_document_that_nobody_cites_is_checked_too(tamper: Execute, text: str) -> None:
    tamper("UPDATE tongket_document SET text = %s WHERE slug = %s", [text, "other"])

    assert faults() == ["Document “other”: the text is not the one that was received."]


def test_a_document_with_another_text_and_its_fingerprint_is_found(tamper: Execute) -> None:
    text = document().text.replace("13.85", "13.95")
    tamper("UPDATE tongket_document SET text = %s, sha256 = %s WHERE slug = %s", [text, fingerprint(text), "report"])

    found = faults()
    assert [f"Observation {seq} is not what was recorded." in found for seq in (1, 2, 3, 4)] == [True] * 4
    assert any(fault.endswith("the quote does not stand at characters 50 to 57 of “report”.") for fault in found)


@pytest.mark.parametrize("seq", [1, 2])
def test_an_entry_deleted_from_the_middle_is_found(tamper: Execute, seq: int) -> None:
    tamper("DELETE FROM tongket_observation WHERE seq = %s", [seq])

    assert f"Observation {seq} is missing: the next entry is {seq + 1}." in faults()
    assert f"Observation {seq + 1} does not name the entry before it." in faults()


def test_an_entry_whose_evidence_is_gone_is_found(tamper: Execute) -> None:
    last = observation("14", evidence=evidence("Nothing more"))

    tamper("DELETE FROM tongket_evidence WHERE id = %s", [last.evidence_id])

    assert faults() == [
        "Row 5 of tongket_observation names a row of tongket_evidence that is gone.",
        "Observation 5 is not what was recorded.",
    ]


def test_a_chain_written_anew_from_some_entry_on_breaks_every_anchor(tamper: Execute) -> None:
    """Rehashing what follows makes the chain whole again: only hashes that are kept elsewhere tell."""
    anchor = head()
    tamper("UPDATE tongket_observation SET value = %s WHERE seq = 3", ["99"])
    previous = get(2).hash
    for seq in (3, 4):
        rehashed = get(seq)
        hash = entry_hash(previous, content_of(rehashed))
        tamper("UPDATE tongket_observation SET previous_hash = %s, hash = %s WHERE seq = %s", [previous, hash, seq])
        previous = hash

    assert faults() == []
    assert not reaches(anchor.count, anchor.hash)
