"""Deciding over the pages: who may, what is kept of what was typed, and what strangers send."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.records import AT, OPERATOR
from tests.factories.uploads import described, uploaded
from tests.factories.year import HeldYear
from tongket.access.actions import add_account, close_account
from tongket.base.periods import Period
from tongket.deciding.models import Decision, Settlement
from tongket.intake.actions import Description
from tongket.ledger import queries as ledger
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough sentence"
REPORT = "/en/documents/2025-01-14-review-conference/"


@pytest.fixture
def an(held_year: HeldYear) -> Client:
    """Somebody who has logged in by the page."""
    add_account(by=OPERATOR, at=AT, name="An", password=PASSWORD)
    client = Client()
    answer = client.post("/en/login/", {"username": "An", "password": PASSWORD, "next": REPORT})
    assert (answer.status_code, answer["Location"]) == (302, REPORT)
    return client


def claim(quote: str) -> Claim:
    return Claim.objects.get(evidence__quote=quote, claim_type="figure", document__slug="2025-01-14-review-conference")


def form(held: Claim, **typed: str) -> dict[str, str]:
    """The form of a number of communes as the page fills it in."""
    fields = {
        "claim": f"{held.pk}:0",
        "verdict": "correct",
        "number": "70",
        "scale": "0",
        "indicator": "advanced-new-rural-communes",
        "period": "2024",
        "measure": "actual",
        "comparison": "value",
        "basis": "",
        "denominator": "",
        "modifier": "",
        "reason": "",
    }
    return {**fields, **typed}


def test_the_public_sees_no_way_to_decide(client: Client, held_year: HeldYear) -> None:
    page = client.get(REPORT).content.decode()

    assert "data-desk" not in page
    assert "<script" not in page
    assert client.post(f"{REPORT}decide/", form(claim("70 коммун"))).status_code == 403


def test_a_closed_account_opens_nothing(an: Client) -> None:
    close_account(by=OPERATOR, at=AT, name="An")

    assert "data-desk" not in an.get(REPORT).content.decode()
    answer = Client().post("/en/login/", {"username": "An", "password": PASSWORD})
    assert "do not go together" in answer.content.decode()


def test_logging_in_leads_nowhere_else(an: Client) -> None:
    answer = Client().post("/en/login/", {"username": "An", "password": PASSWORD, "next": "https://elsewhere.example/"})

    assert answer["Location"] == "/en/"


def test_a_correction_is_typed_in_the_way_of_the_language(an: Client) -> None:
    revenue = claim("20 699,5 млрд донгов")
    typed = form(revenue, number="20.700,25", scale="9", indicator="state-budget-revenue", reason="Bộ Tài chính")

    answer = an.post(f"/vi/documents/{revenue.document.slug}/decide/", typed)

    assert answer.status_code == 302
    newest = ledger.get(ledger.head().count)
    assert (newest.value, newest.half_unit) == ("20700250000000", "5000000")
    assert newest.recorded_by == "person:An"
    shown = Client().get(REPORT).content.decode()
    assert "Bộ Tài chính" in shown
    assert "20,700.25 billion VND" in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"number": "seventy"}, "“seventy” is not a number"),
        ({"number": "7,0"}, "“7,0” is not a number"),
        ({"number": "71", "reason": " "}, "needs a reason"),
        ({"period": "next year"}, "“next year” is not a period"),
        ({"indicator": "happiness"}, "no indicator “happiness”"),
        ({"comparison": "change"}, "compared with"),
        ({"denominator": "0"}, "more than zero"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_typed_is_lost(
    an: Client, typed: dict[str, str], said: str
) -> None:
    sent = form(claim("70 коммун"), **{"reason": "as I counted", **typed})

    answer = an.post(f"{REPORT}decide/", sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert said in page
    assert f'value="{sent["number"]}"' in page
    assert f'value="{sent["period"]}"' in page
    assert f'value="{sent["reason"]}"' in page
    assert not Decision.objects.exists()


def test_who_comes_second_is_told_and_keeps_what_they_typed(an: Client) -> None:
    held = claim("70 коммун")
    an.post(f"{REPORT}decide/", {"claim": f"{held.pk}:0", "verdict": "reject", "reason": "not ours"})
    head = ledger.head()

    answer = an.post(f"{REPORT}decide/", form(held, number="71", reason="as I counted"))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "An decided about “70 коммун” while you had it open." in page
    assert 'value="71"' in page
    assert 'value="as I counted"' in page
    assert ledger.head() == head


def test_several_are_decided_at_once_and_those_that_cannot_are_named(an: Client) -> None:
    waiting = Claim.objects.get(claim_type="figure", state="open")
    chosen = [f"{claim(quote).pk}:0" for quote in ("70 коммун", "19 коммун")]

    answer = an.post(f"{REPORT}decide/", {"several": "1", "verdict": "accept", "claim": [*chosen, f"{waiting.pk}:0"]})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "2 claims were decided." in page
    assert f"“{waiting.evidence.quote}” cannot be accepted as it was read" in page
    assert Decision.objects.count() == 2
    undone = an.post(
        f"{REPORT}decide/", {"several": "1", "verdict": "undo", "claim": [c.replace(":0", ":1") for c in chosen]}
    )
    assert undone.status_code == 302
    assert "2 claims were decided." in an.get(undone["Location"].partition("#")[0]).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"verdict": "accept"},
        {"verdict": "burn", "claim": "1:0"},
        {"verdict": "accept", "claim": "one:0"},
        {"verdict": "accept", "claim": "1"},
        {"verdict": "accept", "claim": "99999:0"},
        {"verdict": "accept", "claim": "99999999999999999999999:0"},
        {"verdict": "accept", "claim": ["1:0", "2:0"]},
    ],
)
def test_what_no_form_of_ours_sends_is_refused(an: Client, sent: dict[str, str]) -> None:
    answer = an.post(f"{REPORT}decide/", sent)

    assert answer.status_code in (400, 404)
    assert not Decision.objects.exists()


def test_a_claim_of_another_document_is_refused(an: Client) -> None:
    answer = an.post("/en/documents/published-figures/decide/", form(claim("70 коммун")))

    assert answer.status_code == 400
    assert "does not belong to" in answer.content.decode()


def test_a_dispute_is_settled_on_the_page_of_its_indicator(an: Client) -> None:
    growth = ledger.standing().filter(indicator__code="grdp-growth", period="2024", comparison="value")
    values = {o.value: o.seq for o in growth}
    sent = {"seen": "0", "between": [str(o.seq) for o in growth], "chosen": str(values["13.87"])}
    address = "/en/indicators/grdp-growth/settle/"

    unsaid = an.post(address, {**sent, "reason": ""})
    assert unsaid.status_code == 409
    assert "needs a reason" in unsaid.content.decode()
    assert not Settlement.objects.exists()

    assert an.post(address, {**sent, "reason": "the later figure"}).status_code == 302
    page = Client().get("/en/indicators/grdp-growth/").content.decode()
    assert "the later figure" in page
    assert "Sources differ: none is picked" not in page
    second = an.post(address, {**sent, "reason": "mine"})
    assert "An settled this while you had it open" in second.content.decode()
    assert 'value="mine"' in second.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"seen": "0", "chosen": "x", "reason": "r"},
        {"seen": "0", "chosen": "1", "reason": "r"},
        {"seen": "-1", "chosen": "1", "reason": "r"},
        {"seen": "0", "chosen": "123456", "reason": "r"},
    ],
)
def test_what_settles_nothing_is_refused(an: Client, sent: dict[str, str]) -> None:
    assert an.post("/en/indicators/grdp-growth/settle/", sent).status_code == 409
    assert not Settlement.objects.exists()


def test_logging_out_needs_a_click(an: Client) -> None:
    assert an.get("/en/logout/").status_code == 405
    assert an.post("/en/logout/").status_code == 302
    assert "data-desk" not in an.get(REPORT).content.decode()


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Linked by the words “"), ("vi", "Gắn theo cụm từ “"), ("ru", "Связано по словам «")]
)
def test_the_desk_says_why_a_figure_is_linked(an: Client, language: str, told: str) -> None:
    page = an.get(REPORT.replace("/en/", f"/{language}/")).content.decode()

    linked = [
        c for c in Claim.objects.filter(claim_type="figure") if (c.content.get("link") or {}).get("why") == "phrase"
    ]
    assert linked
    assert told in page


@pytest.mark.parametrize(
    ("language", "told"), [("en", "mean a part of"), ("vi", "chỉ một phần"), ("ru", "означают часть")]
)
def test_the_desk_says_that_a_figure_is_a_part_of_one_before_it(
    an: Client, held_year: HeldYear, language: str, told: str
) -> None:
    text = "Thu ngân sách nhà nước đạt 15 tỷ đồng, trong đó: thu ngân sách nhà nước của huyện đạt 4 tỷ đồng."
    document = uploaded("report.txt", f"BÁO CÁO KẾT QUẢ NĂM 2024\n\n{text}".encode()).document
    said = Description(title="Báo cáo", doc_type="report", language="vi", covers=Period.year(2024))
    described(document, held_year.unit, said)
    assert document is not None

    page = an.get(f"/{language}/documents/{document.slug}/").content.decode()

    assert page.count(told) == 1


def test_words_that_name_another_indicator_are_told_with_its_name(an: Client) -> None:
    held = claim("20 699,5 млрд донгов")
    typed = form(held, indicator="grdp", number="20699.5", scale="9", reason="the table says so")
    assert an.post(f"{REPORT}decide/", typed).status_code in (200, 302)

    told = [line for line in an.get(REPORT).content.decode().splitlines() if "was not learned for" in line]
    assert len(told) == 1
    assert "общий годовой доход" in told[0]
    assert "state-budget-revenue" not in told[0]
    assert "grdp" not in told[0]
