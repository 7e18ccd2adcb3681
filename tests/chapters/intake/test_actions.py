"""Taking in files: what is kept, what is recognised, what is refused; and saying what a document is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.factories.records import AT, PERSON, PUBLIC, count_rows
from tests.factories.year import HeldYear
from tongket.access.policy import Refused
from tongket.base.errors import Conflict, InvalidInput, TongketError
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.deciding.actions import decide
from tongket.deciding.models import Verdict
from tongket.intake import parsing, rules
from tongket.intake.actions import Description, Receipt, describe, upload
from tongket.intake.models import Upload
from tongket.ledger import queries as ledger
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db
TEXT = (Path(__file__).parents[1] / "reading" / "own" / "201_vi.txt").read_bytes()


def take(name: str = "bao cao Đại Vân.txt", content: bytes = TEXT) -> Receipt:
    return upload(by=PERSON, at=AT, name=name, content=content)


def said(**changes: object) -> Description:
    values = {"title": "Báo cáo năm 2024", "doc_type": "report", "language": "vi", "covers": Period.year(2024)}
    return Description(**{**values, "issued_on": date(2024, 12, 12), **changes})  # type: ignore[arg-type]


def test_a_file_is_kept_byte_for_byte_with_what_it_says_about_itself(held_year: HeldYear) -> None:
    receipt = take()

    kept = Upload.objects.get(document=receipt.document)
    assert bytes(kept.content) == TEXT
    assert receipt.document.text.encode() == TEXT
    assert receipt.document.slug.startswith("bao-cao-dai-van-")
    assert (kept.found["issued_on"], kept.found["covers"], kept.found["issuer"]) == (
        "2024-12-12",
        "2024",
        "UBND HUYỆN ĐẠI VÂN",
    )
    assert receipt.figures == kept.figures > 30
    assert not Claim.objects.filter(document=receipt.document).exists()


def test_the_same_bytes_and_the_same_text_are_recognised(held_year: HeldYear) -> None:
    first = take()
    rows = count_rows()

    again = take(name="other.txt")
    assert (again.document, again.known) == (first.document, True)
    page = f"<!doctype html><html><body><p>{TEXT.decode().splitlines()[0]}</p></body></html>".encode()
    plain = f"{TEXT.decode().splitlines()[0]}\n".encode()
    shown = take("page.html", page)
    assert not shown.known
    assert take("page.txt", plain).document == shown.document
    assert count_rows()["Upload"] == rows["Upload"] + 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("scan.png", b"\x89PNG\r\n", "PNG"),
        ("report.txt", b"\xff\xfe", "UTF-16"),
        ("greek.txt", "Έκθεση για την οικονομία της περιφέρειας κατά το έτος".encode(), "language"),
        ("large.txt", b"a" * (rules.MAX_BYTES + 1), "bytes"),
        ("long.txt", b"The budget took in 5 dollars in 2024. " * 10_000, "characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_taken_is_told_by_name_and_leaves_nothing(
    held_year: HeldYear, name: str, content: bytes, told: str
) -> None:
    rows = count_rows()

    with pytest.raises(InvalidInput) as refusal:
        take(name, content)

    assert name in str(refusal.value)
    assert told in str(refusal.value)
    assert count_rows() == rows


def test_a_file_that_takes_too_long_is_told_and_leaves_nothing(
    held_year: HeldYear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "SECONDS", 0)
    rows = count_rows()

    with pytest.raises(InvalidInput, match=r"bao cao Đại Vân\.txt: reading took more than 0 seconds"):
        take()

    assert count_rows() == rows


def test_nobody_uploads_without_an_account(held_year: HeldYear) -> None:
    with pytest.raises(Refused):
        upload(by=PUBLIC, at=AT, name="a.txt", content=TEXT)


def test_once_it_is_said_what_it_is_every_figure_waits_and_can_be_accepted(held_year: HeldYear) -> None:
    document, head = take().document, ledger.head()

    describe(by=PERSON, at=AT, document=document, unit=held_year.unit, description=said(number="12", symbol="BC-UBND"))

    document.refresh_from_db()
    assert (document.covers, document.about_unit, document.designation) == ("2024", held_year.unit, "12-BC-UBND")
    claims = Claim.objects.filter(document=document, claim_type="figure")
    assert {claim.state for claim in claims} == {"open"}
    assert ledger.head() == head
    waiting = claims.get(evidence__quote="486,9 tỷ đồng")
    assert (waiting.waits_for, waiting.indicator.code) == ("not_accepted", "state-budget-revenue")  # type: ignore[union-attr]
    decide(by=PERSON, at=AT, claim=waiting, seen=0, verdict=Verdict.ACCEPT)
    assert ledger.get(ledger.head().count).value == "486900000000"
    assert ledger.verify().faults == []


def test_it_is_said_once(held_year: HeldYear) -> None:
    document = take().document
    describe(by=PERSON, at=AT, document=document, unit=held_year.unit, description=said())
    rows = count_rows()

    with pytest.raises(Conflict, match="An has said already"):
        describe(by=PERSON, at=AT, document=document, unit=held_year.unit, description=said(title="Mine"))

    assert count_rows() == rows


@pytest.mark.parametrize("changes", [{"title": " "}, {"language": "xx"}])
def test_what_says_nothing_is_refused(held_year: HeldYear, changes: dict[str, object]) -> None:
    document = take().document

    with pytest.raises(TongketError):
        describe(by=PERSON, at=AT, document=document, unit=held_year.unit, description=said(**changes))

    assert Upload.objects.get(document=document).described_at is None


def test_the_catalogue_of_a_workspace_links_as_its_pack_does(held_year: HeldYear) -> None:
    assert {(i.code, i.valid_from): i for i in catalogue.held().indicators} == {
        (i.code, i.valid_from): i for i in held_year.pack.catalogue.indicators
    }


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\x\\báo.docx", "báo.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("", "?"),
    ],
)
def test_the_name_of_a_file_shows_what_it_is(given: str, shown: str) -> None:
    assert rules.shown_name(given) == shown
