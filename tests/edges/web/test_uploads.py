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
from tongket.intake import rules
from tongket.intake.models import Upload
from tongket.web.views import uploads

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


def test_so_many_are_read_at_once_and_no_more(an: Client) -> None:
    places = 0
    while uploads._PLACES.acquire(blocking=False):
        places += 1
    try:
        [told] = an.post(PAGE, {"files": file()}, headers={"accept": "application/json"}).json()["files"]
        assert told["state"] == "busy"
        assert not Upload.objects.exists()
    finally:
        uploads._PLACES.release() if places == 1 else [uploads._PLACES.release() for _ in range(places)]
    assert an.post(PAGE, {"files": file()}).status_code == 200


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


def test_what_was_not_uploaded_is_not_described(an: Client) -> None:
    typed = {"title": "x", "doc_type": "report", "language": "en", "covers": "2024"}

    answer = an.post("/en/documents/published-figures/describe/", typed)

    assert answer.status_code == 409
    assert "was not uploaded here" in answer.content.decode()
