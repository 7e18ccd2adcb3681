"""Several figures accepted together: which are offered, what checks hold back, what is skipped, and the undoing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories.records import AT, PERSON, PUBLIC, count_rows
from tests.factories.uploads import described, uploaded
from tests.factories.year import HeldYear
from tongket.access.policy import Refused
from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.deciding import lots
from tongket.deciding.actions import DecidedMeanwhile, accept_lot, decide, undo_lot
from tongket.deciding.grades import Grade
from tongket.deciding.models import Decision, Lot, Verdict
from tongket.documents import queries as documents
from tongket.documents.models import Document
from tongket.intake.actions import Description
from tongket.ledger import queries as ledger
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db
BINH = Actor("person", "Binh")
TEXT = (
    "Báo cáo kết quả năm 2023\n\n"
    "Năm 2023, thu ngân sách nhà nước trên địa bàn đạt 15.657 tỷ đồng, đạt 108% kế hoạch.\n"
    "Năm 2023, kim ngạch xuất nhập khẩu đạt 52,1 tỷ USD.\n"
    "Năm 2023, kết nạp 2.104 đảng viên mới.\n"
    "Năm 2022, kim ngạch xuất nhập khẩu đạt 48,5 tỷ USD.\n"
    "Năm 2023, tổng sản phẩm trên địa bàn (GRDP) đạt 9.999 tỷ đồng.\n"
)


@pytest.fixture
def document(held_year: HeldYear) -> Iterator[Document]:
    """A report that was uploaded and described."""
    held = uploaded("report.txt", TEXT.encode()).document
    said = Description(title="Báo cáo", doc_type="report", language="vi", covers=Period.year(2023))
    described(held, held_year.unit, said)
    assert held is not None
    return held


def offered(document: Document, grade: Grade = Grade.A) -> dict[str, lots.Candidate]:
    return {c.claim.evidence.quote: c for c in lots.candidates(document) if c.passes(grade)}


def shown(document: Document, grade: Grade = Grade.A) -> list[tuple[int, int]]:
    return [(c.claim.pk, c.seen) for c in offered(document, grade).values()]


def lots_of(document: Document) -> list[Lot]:
    return lots.deciding(Decision.objects.filter(claim__document=document))


def test_what_is_offered_is_of_the_period_that_the_document_covers_and_passes_the_checks(document: Document) -> None:
    found = {c.claim.evidence.quote: (c.grade, [str(o) for o in c.objections]) for c in lots.candidates(document)}

    assert {quote for quote, (grade, objections) in found.items() if grade == Grade.A and not objections} == {
        "15.657 tỷ đồng",
        "108%",
        "52,1 tỷ USD",
        "2.104 đảng viên",
    }, found
    assert found["48,5 tỷ USD"][0] == Grade.B
    [said] = found["9.999 tỷ đồng"][1]
    assert said.startswith("On record is ")


def test_all_that_was_shown_is_accepted_at_once_and_undone_at_once(document: Document) -> None:
    head, sent = ledger.head(), shown(document)

    outcome = accept_lot(by=PERSON, at=AT, document=document, grade=Grade.A, shown=sent)

    assert (outcome.decided, outcome.skipped) == (4, {})
    assert ledger.head().count == head.count + 4
    [lot] = lots_of(document)
    assert {d.verdict for d in lot.decisions.all()} == {Verdict.ACCEPT}
    assert offered(document) == {}
    undone = undo_lot(by=BINH, at=AT, lot=lot)
    assert (undone.decided, undone.skipped) == (4, {})
    assert lots_of(document) == []
    assert set(Claim.objects.filter(pk__in=[key for key, _ in sent]).values_list("state", flat=True)) == {"open"}
    assert ledger.verify().faults == []
    with pytest.raises(DecidedMeanwhile, match="Binh undid this already"):
        undo_lot(by=PERSON, at=AT, lot=lot)


def test_what_somebody_decided_meanwhile_is_named_and_the_rest_goes_on(document: Document) -> None:
    sent = shown(document)
    taken = offered(document)["52,1 tỷ USD"].claim
    decide(by=BINH, at=AT, claim=taken, seen=0, verdict=Verdict.REJECT, reason="a draft")

    outcome = accept_lot(by=PERSON, at=AT, document=document, grade=Grade.A, shown=sent)

    assert outcome.decided == 3
    [(key, told)] = outcome.skipped.items()
    assert key == taken.pk
    assert str(told).startswith("Binh decided about “52,1 tỷ USD”")
    [lot] = lots_of(document)
    one = lot.decisions.first()
    decide(by=BINH, at=AT, claim=one.claim, seen=1, verdict=Verdict.REJECT, reason="mine")  # type: ignore[union-attr]
    undone = undo_lot(by=PERSON, at=AT, lot=lot)
    assert undone.decided == 2
    assert list(undone.skipped) == [one.claim_id]  # type: ignore[union-attr]


def test_what_is_of_a_lower_grade_or_fails_a_check_is_not_accepted_so(document: Document) -> None:
    lower = [(c.claim.pk, c.seen) for c in lots.candidates(document) if not c.passes(Grade.A)]
    rows = count_rows()

    outcome = accept_lot(by=PERSON, at=AT, document=document, grade=Grade.A, shown=lower)

    assert outcome.decided == 0
    assert len(outcome.skipped) == len(lower) >= 2
    assert count_rows() == rows
    assert not Lot.objects.exists()


def test_strangers_and_claims_of_others_are_refused(document: Document) -> None:
    with pytest.raises(Refused):
        accept_lot(by=PUBLIC, at=AT, document=document, grade=Grade.A, shown=shown(document))
    with pytest.raises(Refused):
        undo_lot(by=PUBLIC, at=AT, lot=Lot(document=document))
    with pytest.raises(InvalidInput, match="does not belong"):
        accept_lot(by=PERSON, at=AT, document=documents.get("published-figures"), grade=Grade.A, shown=shown(document))
    assert not Decision.objects.exists()


def test_of_a_part_of_a_text_the_same_is_offered_as_of_the_whole(document: Document) -> None:
    whole = {c.claim.pk: (c.grade, [str(o) for o in c.objections]) for c in lots.candidates(document)}
    border = document.text.index("108%")

    parts = [*lots.candidates(document, 0, border), *lots.candidates(document, border)]

    assert {c.claim.pk: (c.grade, [str(o) for o in c.objections]) for c in parts} == whole
    assert len(parts) == len(whole) > 3


def test_what_another_part_of_the_text_contradicts_is_held_back(held_year: HeldYear) -> None:
    text = TEXT.replace("9.999", "8.888") + "Khác.\n" * 50 + "Năm 2023, kim ngạch xuất nhập khẩu đạt 54,3 tỷ USD.\n"
    held = uploaded("second.txt", text.encode()).document
    described(held, held_year.unit, Description(title="B", doc_type="report", language="vi", covers=Period.year(2023)))
    assert held is not None

    found = {c.claim.evidence.quote: [str(o) for o in c.objections] for c in lots.candidates(held, 0, len(TEXT))}

    assert found["52,1 tỷ USD"] == ["The text also gives 54300000000 for the same."]
    assert found["2.104 đảng viên"] == []


def test_no_more_are_accepted_at_once_than_others_can_wait_for(document: Document) -> None:
    sent = [(key, 0) for key in range(1, 600)]

    with pytest.raises(InvalidInput, match="more figures than are accepted at once"):
        accept_lot(by=PERSON, at=AT, document=document, grade=Grade.A, shown=sent)

    assert not Lot.objects.exists()
