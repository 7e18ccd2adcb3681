"""Long documents: where they are cut, what a part shows, and that a page costs no more when the document is longer."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import records as make
from tests.factories.records import AT, OPERATOR
from tests.factories.uploads import described, uploaded
from tests.factories.year import HeldYear
from tongket.access.actions import add_account
from tongket.base.periods import Period
from tongket.deciding.models import Decision, Lot
from tongket.documents.models import Document
from tongket.intake.actions import Description
from tongket.ledger import actions as ledger
from tongket.reading.models import Claim
from tongket.web import parts
from tongket.web.parts import CHARACTERS, LINE, PLACES

PASSWORD = "a long enough sentence"
LINE_OF_TEXT = "Năm 2023, thu ngân sách nhà nước trên địa bàn đạt {} tỷ đồng. Kết quả này là của cả năm.\n"


def long_document(held_year: HeldYear, lines: int) -> Document:
    """A report with a figure in every line, of which somebody said what it is."""
    text = "Báo cáo kết quả năm 2023\n\n" + "".join(LINE_OF_TEXT.format(15_657 + n) for n in range(lines))
    document = uploaded("long.txt", text.encode()).document
    said = Description(title="Báo cáo", doc_type="report", language="vi", covers=Period.year(2023))
    described(document, held_year.unit, said)
    assert document is not None
    return document


@pytest.fixture
def an(held_year: HeldYear) -> Client:
    """Somebody who has logged in."""
    client = Client()
    client.force_login(add_account(by=OPERATOR, at=AT, name="An", password=PASSWORD))
    return client


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", []),
        ("short\n", [0]),
        ("one two three four\n" * 10_000, list(range(0, 190_000, 700))),
        ("word " * 30_000, list(range(0, 150_000, 11))),
        ("x" * 100_000, []),
        ("12345 " * 100, [0] * 500),
        ("a\n" * 5_000, []),
    ],
)
def test_parts_are_the_text_and_none_shows_too_much(text: str, places: list[int]) -> None:
    starts = parts.cut(text, places)

    assert starts[0] == 0
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        lines = text[start:end].splitlines()
        assert len(text[start:end]) + LINE * (len(lines) - 1) <= CHARACTERS + LINE
        inside = [place for place in places if start <= place < end]
        assert len(inside) <= PLACES or len(set(inside)) == 1
        assert start == 0 or text[start - 1] in "\n " or " " not in text[start - 100 : start]


def test_a_table_is_cut_between_rows_only() -> None:
    row = '1,"two\nlines, and ""more"" of it"\n'
    text = "a,b\n" + row * 3_000

    starts = parts.cut(text, [], rows=True)

    assert len(starts) > 2
    assert all(text[start:].startswith(row) for start in starts[1:])


def test_a_part_is_found_by_its_number_and_by_a_place() -> None:
    starts = [0, 100, 250]

    assert [parts.part(starts, 300, number=n).start for n in (1, 2, 3, 4, 10**9)] == [0, 100, 250, 250, 250]
    assert [parts.part(starts, 300, at=place).number for place in (0, 99, 100, 249, 250, 10**9)] == [1, 1, 2, 2, 3, 3]
    assert (parts.part(starts, 300).previous, parts.part(starts, 300, number=3).next) == (0, 0)
    assert (parts.part(starts, 300, number=2).previous, parts.part(starts, 300, number=2).next) == (1, 3)


@pytest.mark.django_db
def test_a_page_costs_as_much_when_the_document_is_longer(an: Client, held_year: HeldYear) -> None:
    costs = []
    for lines in (2 * PLACES, 8 * PLACES):
        address = f"/en/documents/{long_document(held_year, lines).slug}/?part=1"
        for client in (Client(), an):
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                page = client.get(address).content
            assert page.count(b'class="claim"') == PLACES
            assert len(page) < 300 * 1024
            costs.append(len(asked))

    assert costs[:2] == costs[2:]


@pytest.mark.django_db
def test_every_place_is_in_one_part_and_links_lead_there(an: Client, held_year: HeldYear) -> None:
    document = long_document(held_year, 3 * PLACES)
    address = f"/en/documents/{document.slug}/"
    pages = [an.get(f"{address}?part={n}").content.decode() for n in (1, 2, 3)]

    places = [f"at-{c.evidence.start}-{c.evidence.end}" for c in Claim.objects.filter(document=document)]
    assert [sum(f'id="{place}"' in page for page in pages) for place in places] == [1] * len(places) == [1] * 3 * PLACES
    assert [page.count(f'href="{address}?part=2#text"') for page in pages] == [2, 0, 2]
    assert ["Part 2 of 3" in page for page in pages] == [False, True, False]
    last = Claim.objects.filter(document=document).latest("evidence__start")
    assert "Part 3 of 3" in an.get(f"{address}?at={last.evidence.start}").content.decode()
    assert "240 figures wait. 80 of them are in this part" in re.sub(r"\s+", " ", pages[0])
    following = re.search(r'class="next-waiting" href="([^"]+)"', pages[0])
    assert following is not None
    assert f'id="{following.group(1).partition("#")[2].removeprefix("read-")}"' in pages[1]
    for odd in ("?part=0", "?part=x", "?part=-1", "?at=99999999999", "?part=99999999", "?open=1&part=2"):
        assert an.get(address + odd).status_code == 200


@pytest.mark.django_db
def test_who_decides_is_led_back_to_the_part(an: Client, held_year: HeldYear) -> None:
    document = long_document(held_year, 2 * PLACES)
    address = f"/en/documents/{document.slug}/"
    claim = Claim.objects.filter(document=document).latest("evidence__start")
    place = f"at-{claim.evidence.start}-{claim.evidence.end}"

    answer = an.post(f"{address}decide/", {"claim": f"{claim.pk}:0", "verdict": "reject", "reason": "a draft"})
    assert answer["Location"] == f"{address}?at={claim.evidence.start}#read-{place}"
    stale = an.post(f"{address}decide/", {"claim": f"{claim.pk}:0", "verdict": "reject", "reason": "mine"})
    assert stale.status_code == 409
    assert f'id="read-{place}"' in stale.content.decode()
    assert 'value="mine"' in stale.content.decode()
    form = an.get(f"{address}?at={claim.evidence.start}&open={claim.pk}").content.decode()
    assert form.count('name="number"') == 2  # the one that every form is made of, and this one
    assert f'name="claim" value="{claim.pk}:1"' in form
    both = {"several": "1", "verdict": "undo", "claim": f"{claim.pk}:1", "at": str(claim.evidence.start)}
    assert an.post(f"{address}decide/", both)["Location"] == f"{address}?at={claim.evidence.start}&decided=1#desk"


@pytest.mark.django_db
def test_together_means_the_part_and_exactly_what_it_lists(an: Client, held_year: HeldYear) -> None:
    text = "Báo cáo kết quả năm 2023\n\n" + "".join(
        f"Năm {1900 + n}, kết nạp {2_000 + n} đảng viên mới.\n" for n in range(90, 124)
    )
    text += "Khác.\n" * 600 + "Năm 2023, kim ngạch xuất nhập khẩu đạt 52,1 tỷ USD.\n"
    document = uploaded("members.txt", text.encode()).document
    assert document is not None
    said = Description(title="Báo cáo", doc_type="report", language="vi", covers=Period.year(2023))
    described(document, held_year.unit, said)
    address = f"/en/documents/{document.slug}/"

    page = an.get(f"{address}?part=2").content.decode()
    assert "Accept together, in this part" in page
    [shown] = re.findall(r'name="shown" value="([^"]+)"', page)
    [at] = set(re.findall(r'name="at" value="(\d+)"', page))
    answer = an.post(f"{address}together/", {"grade": "A", "shown": shown, "at": at})

    assert answer["Location"] == f"{address}?at={at}&decided=1#desk"
    assert {f"{d.claim_id}:0" for d in Decision.objects.all()} == set(shown.split(","))
    [lot] = Lot.objects.all()
    assert f'name="undo" value="{lot.pk}"' in an.get(f"{address}?part=2").content.decode()
    assert f'name="undo" value="{lot.pk}"' not in an.get(address).content.decode()
    assert an.post(f"{address}together/", {"undo": lot.pk, "at": at}).status_code == 302
    assert Claim.objects.filter(pk=int(shown.partition(":")[0]), state="open").exists()


@pytest.mark.django_db
def test_a_long_table_keeps_its_headings_and_line_numbers(client: Client) -> None:
    text = "code,value\n" + "".join(f'c{n},"{n}\nof {n}"\n' for n in range(2_000))
    table = make.document("table", text, media_type="text/csv")
    start = text.index("1500\nof 1500")
    make.observation(evidence=ledger.cite(document=table, start=start, end=start + len("1500\nof 1500")))

    page = client.get(f"/en/documents/table/?at={start}").content.decode()

    assert '<th scope="col">value</th>' in page
    assert f'<th scope="row" class="figure">{2 + 2 * 1_500}</th><td>c1500</td>' in page
    assert f'id="at-{start}-{start + 12}"' in page
    assert "<td>c0</td>" not in page
