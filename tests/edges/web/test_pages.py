"""The pages on the sample region's year: what they say, and where each number leads."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import Client

from tests.factories import files, records
from tests.factories.records import AT, OPERATOR
from tongket.catalogue.models import Indicator
from tongket.documents import actions as documents
from tongket.documents.models import Document
from tongket.documents.sources import read
from tongket.ledger import actions as ledger
from tongket.ledger.models import Observation
from tongket.plan.models import Task
from tongket.reading.models import Claim
from tongket.web import claims

LANGUAGES = ("en", "vi", "ru")
REPORT = "2025-01-14-review-conference"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def get(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def words(page: str) -> str:
    """What a reader sees: no tags, every blank one blank."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).replace("\N{NO-BREAK SPACE}", " ").split())


class Anchors(HTMLParser):
    """The ids of a page, and its links with their words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if name := given.get("id"):
            self.ids.append(name)
        if tag == "a":
            self._open.append(given.get("href") or "")
            self.links.append((self._open[-1], ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            href, text = self.links[-1]
            self.links[-1] = (href, text + data)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["13.85%", "13.87%", "207 trillion VND", "20,699.5 billion VND", "+32.2%", "more than 2.04 billion USD"],
        ),
        ("vi", ["13,85%", "13,87%", "207 nghìn tỷ đồng", "20.699,5 tỷ đồng", "+32,2%", "2,04 tỷ USD", "159/182"]),
        ("ru", ["13,85 %", "13,87 %", "207 трлн донгов", "20 699,5 млрд донгов", "+32,2 %", "2,04 млрд долл. США"]),
    ],
)
def test_the_year_says_its_numbers(client: Client, language: str, expected: list[str]) -> None:
    shown = words(get(client, f"/{language}/years/2024/"))

    for number in expected:
        assert number in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_year_leads_to_the_sentence_that_says_it(client: Client, language: str) -> None:
    linked = {
        int(found[1])
        for href, _ in Anchors(get(client, f"/{language}/years/2024/")).links
        if (found := re.fullmatch(rf"/{language}/observations/(\d+)/", href))
    }

    # Quarters of the year after are on the pages of their indicators; everything else stands on this one.
    assert {o.seq for o in Observation.objects.filter(period="2024")} <= linked
    for seq in linked:
        observation = Observation.objects.select_related("evidence__document").get(seq=seq)
        page = get(client, f"/{language}/observations/{seq}/")
        place = f"at-{observation.evidence.start}-{observation.evidence.end}"
        source = f"/{language}/documents/{observation.evidence.document.slug}/"
        assert observation.evidence.quote in words(page)
        part = f"{source}?at={observation.evidence.start}"
        assert f"{part}#{place}" in [href for href, _ in Anchors(page).links]
        assert place in Anchors(get(client, part)).ids


def test_sources_that_differ_are_both_shown_and_none_is_picked(client: Client) -> None:
    shown = words(get(client, "/en/indicators/grdp-per-capita/"))

    assert "Sources differ: none is picked" in shown
    assert "4,370 USD" in shown
    assert "4,400 USD" in shown


def test_a_target_of_the_term_met_early_has_no_value(client: Client) -> None:
    card = get(client, "/en/years/2024/").partition('id="village-heads-party-share"')[2].partition("</article>")[0]

    assert "94.7%" in words(card)
    assert "met early" in words(card)
    assert "a target whose value is not given" in words(card)


def test_what_has_no_value_is_listed(client: Client) -> None:
    section = get(client, "/en/years/2024/").partition('id="without"')[2].partition("</section>")[0]

    assert "Domestic budget revenue" in words(section)


def test_the_targets_of_the_next_year_stand_beside_this_years_results(client: Client) -> None:
    section = get(client, "/en/years/2024/").partition('id="next"')[2].partition("</section>")[0]

    assert "13.6% 13.85% · 13.87% not stated in the source" in words(section)
    assert "18/18" in words(section)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_has_a_page_with_its_evidence(client: Client, language: str) -> None:
    for indicator in Indicator.objects.all():
        page = get(client, f"/{language}/indicators/{indicator.code}/")
        assert indicator.names[language] in words(page)
        assert indicator.definition[language] in words(page)
        for observation in indicator.observations.select_related("evidence"):
            assert f'id="why-{observation.seq}"' in page
            assert observation.evidence.quote in words(page)
            assert observation.hash[:12] in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_holds_the_text_as_received_with_every_claim_marked(client: Client, language: str) -> None:
    document = Document.objects.get(slug=REPORT)
    page = get(client, f"/{language}/documents/{REPORT}/")
    anchors = Anchors(page)

    received = re.sub(r'<a class="chip"[^>]*>[^<]*</a> ', "", page)
    paragraphs = re.findall(r'<div class="passage">\s*<p lang="ru">(.*?)</p>', received, re.DOTALL)
    shown = [unescape(re.sub(r"<[^>]+>", "", paragraph)) for paragraph in paragraphs]
    assert shown == [line.rstrip() for line in document.text.splitlines() if line.strip()]

    targets = {href for href, _ in anchors.links}
    for claim in Claim.objects.filter(document=document).select_related("evidence"):
        place = f"at-{claim.evidence.start}-{claim.evidence.end}"
        assert {place, f"read-{place}"} <= set(anchors.ids)
        assert {f"#{place}", f"#read-{place}"} <= targets
        if claim.observation_id:
            assert f"/{language}/observations/{claim.observation_id}/" in targets


@pytest.mark.parametrize("slug", [REPORT, "published-figures"])
def test_an_anchor_is_there_once_and_every_link_within_finds_it(client: Client, slug: str) -> None:
    anchors = Anchors(get(client, f"/en/documents/{slug}/"))

    assert len(anchors.ids) == len(set(anchors.ids))
    assert {href[1:] for href, _ in anchors.links if href.startswith("#")} <= set(anchors.ids)


def test_decisions_on_how_to_read_stand_in_the_margin(client: Client) -> None:
    shown = words(get(client, f"/en/documents/{REPORT}/"))

    assert "gross regional domestic product (GRDP) of the province" in shown
    assert "A province has no GDP." in shown


def test_a_document_known_by_citation_says_who_cites_it(client: Client) -> None:
    page = get(client, "/en/documents/381-nq-tu/")

    assert "The text is not held" in words(page)
    assert "№ 381-NQ/TU от 6 декабря 2024 года" in words(page)
    assert any(href.startswith(f"/en/documents/{REPORT}/?at=") for href, _ in Anchors(page).links)


def test_a_table_is_shown_as_a_table_with_the_source_of_each_row(client: Client) -> None:
    page = get(client, "/en/documents/published-figures/")
    links = Anchors(page).links

    assert page.count("<tr>") == 19
    assert ("http://baokiemtoan.vn/muc-tieu-2025-ptag.html",) * 2 in links
    assert any(text == "181900" for _, text in links)


def test_a_number_goes_its_whole_way(client: Client) -> None:
    seq = Observation.objects.get(basis="central_estimate").seq
    page = get(client, f"/en/observations/{seq}/")
    observation = Observation.objects.get(seq=seq)
    links = [href for href, _ in Anchors(page).links]

    assert "на 32,2% превышает оценку центрального правительства" in words(page)
    assert observation.hash in page
    assert observation.previous_hash in page
    assert f"/en/observations/{seq - 1}/" in links
    assert "/en/years/2024/#state-budget-revenue" in links
    note = next(href for href in links if href.startswith("/en/editions/2024/1/#n"))
    edition = get(client, "/en/editions/2024/1/")
    assert f'id="{note.partition("#")[2]}"' in edition


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_review_gives_what_the_report_gives(client: Client, language: str) -> None:
    page = get(client, f"/{language}/reviews/2024/")
    shown = words(page)

    assert "некоторые цели и задачи не оправдали ожиданий" in shown
    for task in Task.objects.all():
        assert task.action in unescape(page)
    assert "Знамена" in shown


def test_the_review_invents_nothing(client: Client) -> None:
    shown = words(get(client, "/en/reviews/2024/"))

    assert "6 limitations: counted in the report; their text is not given." in shown
    assert "15 groups of tasks: counted in the report; their text is not given." in shown
    assert "nobody is named" in shown
    assert "is left open by the text" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_edition_every_number_leads_to_its_note_and_on_to_its_source(client: Client, language: str) -> None:
    page = get(client, f"/{language}/editions/2024/1/")
    anchors = Anchors(page)
    ids, links = set(anchors.ids), [href for href, _ in anchors.links]

    assert len(anchors.ids) == len(ids)
    assert {href[1:] for href in links if href.startswith("#")} <= ids
    places = [href.split("#") for href in links if re.fullmatch(rf"/{language}/documents/.+#at-\d+-\d+", href)]
    sources = {source: get(client, source) for source in {source for source, _ in places}}
    assert places
    assert [place for source, place in places if f'id="{place}"' not in sources[source]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_stands_on_its_own(client: Client, language: str) -> None:
    answer = client.get(f"/{language}/editions/2024/1/file/")
    text = answer.content.decode()
    links = {href for href, _ in Anchors(text).links}

    assert answer["Content-Disposition"] == f'attachment; filename="review-2024-1.{language}.html"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert f'<html lang="{language}">' in text
    assert "<script" not in text
    assert not re.search(r"\b(src|srcset|data|action)=|url\(|@import|<link", text)
    assert all(href.startswith("#") for href in links)


@pytest.mark.parametrize(
    ("language", "address", "said"),
    [
        ("en", "/en/indicators/nothing/", "nothing"),
        ("vi", "/vi/documents/nothing/", "nothing"),
        ("ru", "/ru/observations/99999/", "99999"),
        ("en", "/en/reviews/1999/", "No review of 1999 is held here."),
        ("en", "/en/editions/2024/77/", "There is no edition 77 of the review of 2024."),
        ("ru", "/ru/nothing-at-all/", ""),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(client: Client, language: str, address: str, said: str) -> None:
    answer = client.get(address)
    page = answer.content.decode()

    assert answer.status_code == 404
    assert f'<html lang="{language}">' in page
    assert said in words(page)
    assert next(link for link, text in Anchors(page).links if text == "English").startswith("/en/")


def test_a_period_that_is_none_is_a_bad_request(client: Client) -> None:
    assert client.get("/en/years/2024-13/").status_code == 400


def test_our_own_fault_is_said_without_asking_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("tongket.web.views.years.reviews.year", fail)
    client.raise_request_exception = False

    answer = client.get("/vi/years/2024/")

    assert answer.status_code == 500
    assert '<html lang="vi">' in answer.content.decode()


@pytest.mark.parametrize(("asked", "given"), [("vi,en;q=0.5", "vi"), ("ru", "ru"), ("fr", "en")])
def test_the_first_page_is_in_the_language_the_browser_asks_for(client: Client, asked: str, given: str) -> None:
    answer = client.get("/", headers={"accept-language": asked})

    assert (answer.status_code, answer["Location"]) == (302, f"/{given}/")


def test_the_language_switch_stays_on_the_page(client: Client) -> None:
    page = get(client, "/en/indicators/grdp/")

    assert 'lang="vi" hreflang="vi"' in page
    assert ("/vi/indicators/grdp/", "Tiếng Việt") in Anchors(page).links
    assert ("/ru/indicators/grdp/", "Русский") in Anchors(page).links


def test_a_claim_of_a_fall_is_said_with_a_minus() -> None:
    content = {"value": "3.5", "unit": "%", "kind": "change", "direction": "down", "of": None, "modifier": "more_than"}

    assert claims.amount(Claim(content=content)) == "more than \N{MINUS SIGN}3.5%"


def test_a_document_of_pages_says_where_in_its_file_a_figure_stands(client: Client) -> None:
    source = read(files.xlsx([["Indicator", "2024"], ["Growth", ("0.1385", "0.00%")]], sheet="Year"), name="y.xlsx")
    received = documents.receive(
        by=OPERATOR,
        at=AT,
        particulars=documents.Particulars(slug="year", doc_type="report", titles={"en": "Year"}, language="en"),
        text=source.text,
        places=source.places,
    )
    start = source.text.index("13.85")
    records.observation(evidence=ledger.cite(document=received, start=start, end=start + len("13.85 %")))

    assert "13.85 % sheet “Year”, cell B2" in words(get(client, "/en/documents/year/"))
