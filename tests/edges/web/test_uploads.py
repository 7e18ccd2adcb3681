"""Uploading over the pages: who may, file by file, and what a document is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.records import AT, OPERATOR
from tests.factories.year import HeldYear
from tongket.access.actions import add_account
from tongket.documents.models import Document
from tongket.intake import background, parsing, rules
from tongket.intake.models import Upload

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough sentence"
PAGE = "/en/documents/upload/"
TEXT = (Path(__file__).parents[2] / "chapters" / "reading" / "own" / "201_vi.txt").read_bytes()


@pytest.fixture
def an(held_year: HeldYear) -> Client:
    """Somebody who has logged in."""
    client = Client()
    client.force_login(add_account(by=OPERATOR, at=AT, name="An", password=PASSWORD))
    return client


def file(name: str = "report.txt", content: bytes = TEXT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_only_who_may_finds_the_way(client: Client, an: Client) -> None:
    assert PAGE not in client.get("/en/documents/").content.decode()
    assert client.post(PAGE, {"files": file()}).status_code == 403
    assert not Upload.objects.exists()
    assert PAGE in an.get("/en/documents/").content.decode()
    page = an.get(PAGE).content.decode()
    assert "At most 30 files at once, 20 MB each" in page


def test_without_a_script_several_files_are_taken_and_a_bad_one_stops_none(an: Client) -> None:
    answer = an.post(PAGE, {"files": [file(), file("scan.png", b"\x89PNG\r\n"), file("again.txt")]})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "figures wait." in page
    assert "<b>scan.png</b>" in page
    assert "PNG" in page
    assert "This is here already, as" in page
    [kept] = Upload.objects.all()
    assert f"/en/documents/{kept.document.slug}/" in page


def test_the_script_is_answered_in_json(an: Client) -> None:
    answer = an.post(PAGE, {"files": file()}, headers={"accept": "application/json"})

    [told] = answer.json()["files"]
    assert (told["name"], told["state"]) == ("report.txt", "received")
    assert an.get(told["address"]).status_code == 200


def test_no_more_files_than_are_stated(an: Client) -> None:
    assert an.post(PAGE, {}).status_code == 400
    many = [file(f"{n}.txt", b"\x89PNG") for n in range(rules.MAX_FILES + 1)]
    assert an.post(PAGE, {"files": many}).status_code == 400


def test_what_is_still_being_read_is_kept_and_can_be_asked_for(an: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(background, "wait_for", lambda key, *, seconds: None)
        [told] = an.post(PAGE, {"files": file()}, headers={"accept": "application/json"}).json()["files"]

    kept = Upload.objects.get()
    assert (told["state"], told["ask"]) == ("reading", f"{PAGE}{kept.pk}/")
    assert an.get(told["ask"]).json()["state"] == "reading"
    assert f'data-ask="{told["ask"]}"' in an.get(PAGE).content.decode()
    assert Client().get(told["ask"]).status_code == 403
    background.wait_for(kept.pk, seconds=0)
    done = an.get(told["ask"]).json()
    assert (done["state"], done["ask"]) == ("received", "")
    assert an.get(f"{PAGE}999999/").status_code == 404


def test_what_fails_while_nobody_asks_is_told_until_it_is_removed(an: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(background, "wait_for", lambda key, *, seconds: None)
        an.post(PAGE, {"files": file("scan.png", b"\x89PNG\r\n")})
    kept = Upload.objects.get()
    background.wait_for(kept.pk, seconds=0)

    page = an.get(PAGE).content.decode()
    assert "<b>scan.png</b> <span>the file is of the type PNG" in page
    assert an.post(f"{PAGE}{kept.pk}/remove/").status_code == 302
    assert "scan.png" not in an.get(PAGE).content.decode()


def test_of_a_document_that_is_being_read_the_page_says_so(an: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    an.post(PAGE, {"files": file()})
    held = Upload.objects.get()
    address = f"/en/documents/{held.document.slug}/"  # type: ignore[union-attr]
    typed = {"title": "Mine", "doc_type": "report", "language": "vi", "covers": "2024", "issued_on": ""}
    typed |= {"number": "7", "symbol": "", "issuer": ""}

    with monkeypatch.context() as slow:
        slow.setattr(background, "wait_for", lambda key, *, seconds: None)
        assert an.post(f"{address}describe/", typed).status_code == 302
    page = an.get(address).content.decode()
    assert "This document is being read" in page
    assert "An said that it is “Mine”." in page
    assert f'data-ask="{PAGE}{held.pk}/"' in page
    assert Client().get(address).status_code == 403
    monkeypatch.setattr(parsing, "SECONDS", 0)
    background.wait_for(held.pk, seconds=0)
    failed = an.get(address).content.decode()
    assert "reading took more than 0 seconds" in failed
    assert 'value="Mine"' in failed
    assert 'value="7"' in failed


def test_what_nobody_has_looked_at_is_not_public(an: Client) -> None:
    an.post(PAGE, {"files": file()})
    document = Document.objects.get(upload__isnull=False)
    address = f"/en/documents/{document.slug}/"

    assert Client().get(address).status_code == 403
    assert address not in Client().get("/en/documents/").content.decode()
    assert 'value="2024-12-12"' in an.get(address).content.decode()


def test_what_it_is_said_to_be_counts_and_what_was_typed_is_not_lost(an: Client) -> None:
    an.post(PAGE, {"files": file()})
    document = Document.objects.get(upload__isnull=False)
    address = f"/en/documents/{document.slug}/"
    typed = {
        "title": "Báo cáo <b>của huyện</b>",
        "doc_type": "report",
        "language": "vi",
        "covers": "last year",
        "issued_on": "2024-12-12",
        "number": "",
        "symbol": "",
        "issuer": "UBND huyện",
    }

    wrong = an.post(f"{address}describe/", typed)
    assert wrong.status_code == 409
    assert "“last year” is not a period" in wrong.content.decode()
    assert 'value="Báo cáo &lt;b&gt;của huyện&lt;/b&gt;"' in wrong.content.decode()
    assert an.post(f"{address}describe/", {**typed, "doc_type": "poem"}).status_code == 409
    assert an.post(f"{address}describe/", {**typed, "issued_on": "soon"}).status_code == 409

    assert an.post(f"{address}describe/", {**typed, "covers": "2024"}).status_code == 302
    page = Client().get(address).content.decode()
    assert "UBND huyện" in page
    assert "nobody has accepted it yet" in page
    assert address in Client().get("/en/documents/").content.decode()
    assert "An has said already" in an.post(f"{address}describe/", {**typed, "covers": "2024"}).content.decode()


def test_what_was_said_wrongly_is_said_anew(an: Client) -> None:
    an.post(PAGE, {"files": file()})
    document = Document.objects.get(upload__isnull=False)
    address = f"/en/documents/{document.slug}/"
    typed = {"title": "Báo cáo", "doc_type": "report", "language": "vi", "covers": "2023", "issued_on": "2024-12-12"}
    typed |= {"number": "", "symbol": "", "issuer": ""}
    an.post(f"{address}describe/", typed)
    assert "Read as a document about 2023." in an.get(address).content.decode()
    assert "Say anew what document this is" not in Client().get(address).content.decode()
    assert Client().post(f"{address}reopen/").status_code == 403

    assert an.post(f"{address}reopen/").status_code == 302

    page = an.get(address).content.decode()
    assert 'value="2023"' in page
    assert "What document is this?" in page
    assert Client().get(address).status_code == 403
    assert "Nobody has said yet what document this is" in an.post(f"{address}reopen/").content.decode()
    an.post(f"{address}describe/", {**typed, "covers": "2024"})
    assert "Read as a document about 2024." in an.get(address).content.decode()


def test_what_was_not_uploaded_is_not_described(an: Client) -> None:
    typed = {"title": "x", "doc_type": "report", "language": "en", "covers": "2024"}

    answer = an.post("/en/documents/published-figures/describe/", typed)

    assert answer.status_code == 409
    assert "was not uploaded here" in answer.content.decode()
