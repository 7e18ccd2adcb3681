"""Receiving documents, and deciding how a passage is read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.records import AT, AUTHORS, TEXT, count_rows, document, fields, names, particulars, unit
from tongket.base.errors import Conflict, InvalidInput, NotFound
from tongket.base.models import AuditEvent
from tongket.documents import queries
from tongket.documents.actions import correct, receive
from tongket.documents.models import Correction, Document
from tongket.documents.sources.places import Places
from tongket.documents.text import fingerprint

pytestmark = pytest.mark.django_db

PLACES = Places([0, 3], [0, 1], [0, 0], [0, 0], ((1, 0, ""), (2, 0, "")))


def cite(**changes: Any) -> Document:
    """A document of which only the citation is known."""
    known = particulars("plan", doc_type="resolution", number="381", symbol="NQ/TU", **changes)
    return receive(by=AUTHORS, at=AT, particulars=known)


def test_a_document_is_kept_as_received() -> None:
    north = unit()
    known = particulars(
        "report",
        original_title="Báo cáo",
        number="381",
        symbol="NQ/TU",
        issuer=names("Committee"),
        issued_on=date(2025, 1, 14),
        received_on=date(2025, 1, 15),
        media_type="text/plain",
        source_url="https://example.org/report",
        licences=names("Press"),
        notes=names("A note"),
        covers="2024",
    )

    kept = receive(by=AUTHORS, at=AT, particulars=known, text=TEXT, places=PLACES, about_unit=north)

    assert fields(Document.objects.get()) == {
        "id": kept.pk,
        "slug": "report",
        "doc_type": "press-report",
        "number": "381",
        "symbol": "NQ/TU",
        "issuer": names("Committee"),
        "titles": names("A report"),
        "original_title": "Báo cáo",
        "issued_on": date(2025, 1, 14),
        "received_on": date(2025, 1, 15),
        "language": "en",
        "media_type": "text/plain",
        "source_url": "https://example.org/report",
        "licences": names("Press"),
        "notes": names("A note"),
        "about_unit_id": north.pk,
        "covers": "2024",
        "text": TEXT,
        "sha256": fingerprint(TEXT),
        "places": PLACES.as_record(),
    }
    assert (str(kept), kept.designation) == ("report", "381-NQ/TU")


def test_line_ends_and_odd_letters_come_back_as_they_went_in() -> None:
    odd = "a\r\nb\u00a0\u200b\ufeff e\u0301 𝟏\n"

    document(text=odd)

    assert Document.objects.get().text == odd


def test_the_same_document_again_is_the_one_we_hold() -> None:
    held = document()
    rows = count_rows()

    assert document() == held
    assert count_rows() == rows


def test_another_text_is_another_document() -> None:
    held = document()
    rows = count_rows()

    with pytest.raises(Conflict) as refusal:
        document(text=TEXT + "More.")

    assert str(refusal.value) == (
        "The document “report” is already held with another text. "
        "A text that changed is a new document: give it a name of its own."
    )
    assert (Document.objects.get().text, count_rows()) == (held.text, rows)


def test_a_cited_document_takes_its_text_when_it_arrives() -> None:
    cited = cite()

    arrived = document("plan", number="381", symbol="NQ/TU", issued_on=date(2024, 12, 10))

    assert arrived == cited
    kept = Document.objects.get()
    assert (kept.text, kept.sha256, kept.issued_on) == (TEXT, fingerprint(TEXT), date(2024, 12, 10))
    assert [row.verb for row in AuditEvent.objects.all()] == ["receive", "receive"]


def test_citing_a_document_that_we_hold_keeps_its_text() -> None:
    held = document("plan")

    assert cite() == held
    assert Document.objects.get().text == TEXT


def test_a_document_is_found_by_its_name() -> None:
    held = document()

    assert queries.get("report") == held
    with pytest.raises(NotFound) as refusal:
        queries.get("retort")
    assert str(refusal.value) == "No document is held under the name “retort”."


def test_a_citation_means_a_document_only_without_doubt() -> None:
    plan = cite()

    assert queries.cited(number="381", symbol="NQ/TU") == plan
    assert queries.cited(number="382", symbol="NQ/TU") is None
    held = document("twin", number="381", symbol="NQ/TU")
    assert queries.cited(number="381", symbol="NQ/TU") == held  # what is held comes before what was only cited
    document("other", text="Another text.\n", number="381", symbol="NQ/TU")
    assert queries.cited(number="381", symbol="NQ/TU") is None
    assert set(queries.every()) == {plan, held, queries.get("other")}


def decide(**changes: Any) -> Correction:
    """Read the growth in the report as that of the province."""
    values: dict[str, Any] = {
        "document": document(),
        "kind": "translation",
        "start": TEXT.index("Growth"),
        "quote": "Growth",
        "reading": names("Growth of the province"),
        "reason": names("The source speaks of the province."),
    }
    return correct(by=AUTHORS, at=AT, **{**values, **changes})


def test_a_decision_keeps_the_quote_and_says_how_it_is_read() -> None:
    decision = decide()

    assert fields(Correction.objects.get()) == {
        "id": decision.pk,
        "document_id": queries.get("report").pk,
        "kind": "translation",
        "start": 39,
        "end": 45,
        "quote": "Growth",
        "reading": names("Growth of the province"),
        "reason": names("The source speaks of the province."),
        "decided_by": "pack:sample",
        "decided_at": AT,
    }
    assert queries.get("report").text == TEXT


def test_deciding_the_same_again_changes_nothing() -> None:
    decision = decide()
    rows = count_rows()

    assert decide() == decision
    assert count_rows() == rows


@pytest.mark.parametrize("change", [{"kind": "ambiguity"}, {"reading": names("Growth of the country")}])
def test_deciding_otherwise_is_a_conflict(change: dict[str, Any]) -> None:
    decision = decide()
    before, rows = fields(decision), count_rows()

    with pytest.raises(Conflict) as refusal:
        decide(**change)

    assert str(refusal.value) == ("It is already decided how “Growth” at character 39 of “report” is read: otherwise.")
    assert (fields(Correction.objects.get()), count_rows()) == (before, rows)


@pytest.mark.parametrize(
    ("start", "quote"),
    [
        (38, "Growth"),
        (39, "growth"),
        (39, ""),  # no passage
        (len(TEXT), "Growth"),
        (-60, "Growth"),  # counted from the end, it would stand there
    ],
)
def test_a_quote_has_to_stand_where_it_is_said_to(start: int, quote: str) -> None:
    held = document()
    rows = count_rows()

    with pytest.raises(InvalidInput) as refusal:
        decide(document=held, start=start, quote=quote)

    assert str(refusal.value) == f"“{quote}” does not stand at character {start} of “report”."
    assert count_rows() == rows
    assert TEXT[-60:].startswith("Growth")
