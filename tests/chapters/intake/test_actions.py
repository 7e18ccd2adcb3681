"""Taking in files: what is kept, what is recognised, what is refused; and saying what a document is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.factories.records import AT, PERSON, PUBLIC, count_rows
from tests.factories.uploads import described, uploaded
from tests.factories.year import HeldYear
from tongket.access.policy import Refused
from tongket.base.errors import Conflict, InvalidInput, TongketError
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.deciding.actions import decide, reopen
from tongket.deciding.models import Verdict
from tongket.documents.models import Document
from tongket.intake import parsing, queries, rules
from tongket.intake.actions import Description, read, receive, remove
from tongket.intake.models import Due, Upload
from tongket.ledger import queries as ledger
from tongket.plan.models import Task
from tongket.reading import actions as reading
from tongket.reading import queries as readings
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db
TEXT = (Path(__file__).parents[1] / "reading" / "own" / "201_vi.txt").read_bytes()


def take(name: str = "bao cao Đại Vân.txt", content: bytes = TEXT) -> Upload:
    return uploaded(name, content)


def document() -> Document:
    """The document of the text."""
    made = take().document
    assert made is not None
    return made


def faults(upload: Upload) -> str:
    """Why an upload could not be read."""
    return upload.fault["message"].format(**upload.fault["values"]) if upload.fault else ""


def said(**changes: object) -> Description:
    values = {"title": "Báo cáo năm 2024", "doc_type": "report", "language": "vi", "covers": Period.year(2024)}
    return Description(**{**values, "issued_on": date(2024, 12, 12), **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("BÁO CÁO\nTình hình năm 2024\n\n", "Báo cáo Tình hình năm 2024"),
        ("BÁO CÁO KẾT QUẢ NĂM 2024\n\n", "Báo cáo kết quả năm 2024"),
    ],
)
def test_a_title_goes_on_in_a_line_that_is_no_sentence(held_year: HeldYear, top: str, title: str) -> None:
    found = take("report.txt", f"{top}Thu ngân sách đạt 15 tỷ đồng.\n".encode()).found

    assert found["title"] == title


def test_a_file_is_kept_byte_for_byte_with_what_it_says_about_itself(held_year: HeldYear) -> None:
    kept = take()

    assert bytes(kept.content) == TEXT
    assert kept.document is not None
    assert kept.document.text.encode() == TEXT
    assert kept.document.slug.startswith("bao-cao-dai-van-")
    assert (kept.found["issued_on"], kept.found["covers"], kept.found["issuer"]) == (
        "2024-12-12",
        "2024",
        "UBND HUYỆN ĐẠI VÂN",
    )
    assert kept.figures > 30
    assert (kept.due, kept.fault) == (Due.NOTHING, None)
    assert not Claim.objects.filter(document=kept.document).exists()


def test_the_same_bytes_and_the_same_text_are_recognised(held_year: HeldYear) -> None:
    first = take()
    rows = count_rows()

    assert receive(by=PERSON, at=AT, name="other.txt", content=TEXT) == (first, True)
    assert count_rows() == rows
    page = f"<!doctype html><html><body><p>{TEXT.decode().splitlines()[0]}</p></body></html>".encode()
    plain = f"{TEXT.decode().splitlines()[0]}\n".encode()
    shown, same = take("page.html", page), take("page.txt", plain)
    assert (shown.document, shown.same_as) == (same.same_as, None)
    assert (same.document, bytes(same.content)) == (None, b"")
    assert receive(by=PERSON, at=AT, name="again.txt", content=plain) == (same, True)
    assert count_rows()["Document"] == rows["Document"] + 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"  \n", "empty"),
        ("scan.png", b"\x89PNG\r\n", "PNG"),
        ("report.txt", b"\xff\xfe", "UTF-16"),
        ("greek.txt", "Έκθεση για την οικονομία της περιφέρειας κατά το έτος".encode(), "language"),
        ("long.txt", b"The budget took in 5 dollars in 2024. " * 300_000, "characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_told_by_name_and_can_be_sent_again_or_removed(
    held_year: HeldYear, name: str, content: bytes, told: str
) -> None:
    rows = count_rows()

    kept = take(name, content)

    assert name in faults(kept)
    assert told in faults(kept)
    assert (kept.due, kept.document) == (Due.NOTHING, None)
    again, known = receive(by=PERSON, at=AT, name=name, content=content)
    assert (again.pk, again.due, again.fault, known) == (kept.pk, Due.TEXT, None, False)
    with pytest.raises(Conflict, match="It stays"):
        remove(by=PERSON, at=AT, upload=again)
    read(at=AT, key=kept.pk)
    remove(by=PERSON, at=AT, upload=kept)
    assert {**count_rows(), "AuditEvent": rows["AuditEvent"]} == rows


def test_a_file_that_is_too_large_is_not_kept(held_year: HeldYear) -> None:
    with pytest.raises(InvalidInput, match=r"large\.txt: the file has"):
        take("large.txt", b"a" * (rules.MAX_BYTES + 1))

    assert not Upload.objects.exists()


def test_a_file_that_takes_too_long_is_told(held_year: HeldYear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "SECONDS", 0)

    assert faults(take()).startswith("bao cao Đại Vân.txt: reading took more than 0 seconds")


def test_a_text_far_beyond_a_hundred_pages_is_taken(held_year: HeldYear) -> None:
    line = "In 2024, the budget took in {} million dollars, up {}.5 % year on year. What else it did is elsewhere.\n"
    text = "".join(line.format(n % 1_800 + 1, n % 90) for n in range(4_000))
    assert len(text) > 400_000

    assert take("long.txt", text.encode()).figures == 8_000


def test_a_reading_that_was_ended_is_begun_again_and_not_for_ever(held_year: HeldYear) -> None:
    kept, _ = receive(by=PERSON, at=AT, name="a.txt", content=TEXT)
    Upload.objects.filter(pk=kept.pk).update(tries=rules.MAX_TRIES - 1)  # as a server leaves it that was killed

    assert queries.due() == [kept.pk]
    read(at=AT, key=kept.pk)
    kept.refresh_from_db()
    assert (kept.document is not None, queries.due()) == (True, [])
    other, _ = receive(by=PERSON, at=AT, name="b.txt", content=TEXT[:2_000])
    Upload.objects.filter(pk=other.pk).update(tries=rules.MAX_TRIES)
    read(at=AT, key=other.pk)
    other.refresh_from_db()
    assert "b.txt: the server stopped 3 times while it was read" in faults(other)
    assert queries.due() == []


def test_nobody_uploads_without_an_account(held_year: HeldYear) -> None:
    with pytest.raises(Refused):
        receive(by=PUBLIC, at=AT, name="a.txt", content=TEXT)


def test_once_it_is_said_what_it_is_every_figure_waits_and_can_be_accepted(held_year: HeldYear) -> None:
    held, head = document(), ledger.head()

    described(held, held_year.unit, said(number="12", symbol="BC-UBND"))

    held.refresh_from_db()
    assert (held.covers, held.about_unit, held.designation) == ("2024", held_year.unit, "12/BC-UBND")
    claims = Claim.objects.filter(document=held, claim_type="figure")
    assert {claim.state for claim in claims} == {"open"}
    assert ledger.head() == head
    waiting = claims.get(evidence__quote="486,9 tỷ đồng")
    assert (waiting.waits_for, waiting.indicator.code) == ("not_accepted", "state-budget-revenue")  # type: ignore[union-attr]
    decide(by=PERSON, at=AT, claim=waiting, seen=0, verdict=Verdict.ACCEPT)
    assert ledger.get(ledger.head().count).value == "486900000000"
    assert ledger.verify().faults == []


def test_it_is_said_once(held_year: HeldYear) -> None:
    held = document()
    described(held, held_year.unit, said())
    rows = count_rows()

    with pytest.raises(Conflict, match="An has said already"):
        described(held, held_year.unit, said(title="Mine"))

    assert count_rows() == rows


def test_it_can_be_said_anew_while_nobody_has_decided(held_year: HeldYear) -> None:
    held = document()
    described(held, held_year.unit, said(covers=Period.year(2023)))
    first = Claim.objects.filter(document=held).count()
    other = Task.objects.exclude(evidence__document=held).count()

    reopen(by=PERSON, at=AT, document=held)

    again = Upload.objects.get(document=held)
    assert (again.described_at, again.stated["covers"], again.due) == (None, "2023", Due.NOTHING)
    assert not Claim.objects.filter(document=held).exists()
    assert not readings.evidence_beyond_claims(held, 0, len(held.text)).exists()
    assert not Task.objects.filter(evidence__document=held).exists()
    assert Task.objects.exclude(evidence__document=held).count() == other
    assert ledger.verify().faults == []
    described(held, held_year.unit, said())
    claims = Claim.objects.filter(document=held)
    assert claims.count() == first
    assert {task.period for task in Task.objects.filter(evidence__document=held)} == {"2025"}


def test_what_somebody_decided_about_stays_as_it_was_said(held_year: HeldYear) -> None:
    held = document()
    with pytest.raises(Conflict, match="Nobody has said yet"):
        reopen(by=PERSON, at=AT, document=held)
    described(held, held_year.unit, said())
    with pytest.raises(Refused):
        reopen(by=PUBLIC, at=AT, document=held)
    claim = Claim.objects.get(document=held, evidence__quote="486,9 tỷ đồng")
    decide(by=PERSON, at=AT, claim=claim, seen=0, verdict=Verdict.ACCEPT)
    decide(by=PERSON, at=AT, claim=claim, seen=1, verdict=Verdict.UNDO)
    rows = count_rows()

    with pytest.raises(Conflict, match="Somebody has decided"):
        reopen(by=PERSON, at=AT, document=held)

    assert count_rows() == rows


def test_figures_are_of_the_period_that_it_is_said_to_cover(held_year: HeldYear) -> None:
    held = take("jobs.txt", b"Unemployment reached 4.8 per cent. Exports came to $5 million in 2029.\n").document

    described(held, held_year.unit, said(title="Jobs", language="en", covers=Period.parse("2031-Q1"), issued_on=None))

    found = Claim.objects.filter(document=held, claim_type="figure")
    assert [claim.content["period"] for claim in found] == ["2031Q1", "2029"]


@pytest.mark.parametrize("changes", [{"title": " "}, {"language": "xx"}])
def test_what_says_nothing_is_refused(held_year: HeldYear, changes: dict[str, object]) -> None:
    held = document()

    with pytest.raises(TongketError):
        described(held, held_year.unit, said(**changes))

    assert Upload.objects.get(document=held).stated is None


def test_what_was_said_outlives_a_reading_that_fails(held_year: HeldYear, monkeypatch: pytest.MonkeyPatch) -> None:
    held = document()

    with monkeypatch.context() as short:
        short.setattr(parsing, "SECONDS", 0)
        failed = described(held, held_year.unit, said(title="Báo cáo", number="12"))

    assert "reading took more than 0 seconds" in faults(failed)
    assert (failed.stated["title"], failed.stated["number"]) == ("Báo cáo", "12")
    assert (failed.due, failed.described_at) == (Due.NOTHING, None)
    assert not Claim.objects.filter(document=held).exists()
    done = described(held, held_year.unit, said())  # it may be said again, as before or otherwise
    assert (done.fault, done.described_at) == (None, AT)


def test_claims_count_when_all_of_them_are_kept(held_year: HeldYear, monkeypatch: pytest.MonkeyPatch) -> None:
    held = document()
    kept: list[int] = []
    before = readings.waiting().count()

    def ended(**_: object) -> None:
        kept.append(readings.coming(held))
        raise KeyboardInterrupt

    with monkeypatch.context() as ending:
        ending.setattr(reading, "BATCH", 10)
        ending.setattr(reading, "release", ended)
        with pytest.raises(KeyboardInterrupt):
            described(held, held_year.unit, said())

    assert kept[0] > 30
    assert readings.waiting().count() == before
    assert (readings.counts().get(held.pk), Task.objects.filter(evidence__document=held).count()) == (None, 0)
    [key] = queries.due()
    read(at=AT, key=key)
    assert (readings.coming(held), readings.counts()[held.pk]) == (0, kept[0])
    tasks = Claim.objects.filter(document=held, claim_type="task")
    assert tasks.count() == Task.objects.filter(evidence__document=held).count() > 0


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
