"""A correction teaches: the words of a figure become a name of its indicator, for what is read later."""

from __future__ import annotations

import pytest

from tests.factories.records import AT, PERSON
from tests.factories.uploads import described, uploaded
from tests.factories.year import HeldYear
from tongket.base.actors import Actor
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue import queries as catalogue
from tongket.catalogue.actions import revoke
from tongket.catalogue.models import Synonym
from tongket.deciding.actions import decide
from tongket.deciding.models import Verdict
from tongket.deciding.queries import figure
from tongket.deciding.rules import Terms
from tongket.intake.actions import Description
from tongket.reading.models import Claim

pytestmark = pytest.mark.django_db
BINH = Actor("person", "Binh")
FIRST = "Báo cáo năm 2023\n\nNăm 2023, tổng thu cân đối trên toàn tỉnh đạt 15.657 tỷ đồng.\n"
LATER = "Báo cáo năm 2022\n\nNăm 2022, tổng thu cân đối trên toàn tỉnh đạt 14.210 tỷ đồng.\n"


def read(held: HeldYear, text: str, year: int) -> Claim:
    document = uploaded(f"{year}.txt", text.encode()).document
    said = Description(title="Báo cáo", doc_type="report", language="vi", covers=Period.year(year))
    described(document, held.unit, said)
    return Claim.objects.get(document=document, claim_type="figure")


def name(claim: Claim, code: str, seen: int = 0) -> None:
    """Say which indicator a figure is of."""
    terms = Terms(
        indicator=code,
        period=Period.parse(claim.content["period"]),
        measure="actual",
        quantity=Quantity(figure(claim).value, figure(claim).half_unit),
        unit_of_measure="VND",
    )
    decide(by=BINH, at=AT, claim=claim, seen=seen, verdict=Verdict.CORRECT, terms=terms, reason="it is")


def test_what_a_person_named_is_linked_in_the_next_text_and_nothing_before_changes(held_year: HeldYear) -> None:
    first = read(held_year, FIRST, 2023)
    assert first.content["indicator_code"] is None
    name(first, "state-budget-revenue")

    [learned] = Synonym.objects.all()
    assert (learned.indicator, learned.language, learned.learned_by) == ("state-budget-revenue", "vi", "person:Binh")
    assert (learned.document, learned.phrase) == (first.document.slug, first.content["indicator"])
    later = read(held_year, LATER, 2022)
    assert later.content["indicator_code"] == "state-budget-revenue"
    first.refresh_from_db()
    assert first.content["indicator_code"] is None


def test_what_is_revoked_links_nothing_any_more(held_year: HeldYear) -> None:
    name(read(held_year, FIRST, 2023), "state-budget-revenue")
    revoke(by=PERSON, at=AT, synonym=Synonym.objects.get())

    assert read(held_year, LATER, 2022).content["indicator_code"] is None
    assert Synonym.objects.get().revoked_by == str(PERSON)


def test_undoing_the_decision_revokes_what_it_taught(held_year: HeldYear) -> None:
    first = read(held_year, FIRST, 2023)
    name(first, "state-budget-revenue")

    decide(by=BINH, at=AT, claim=first, seen=1, verdict=Verdict.UNDO)

    assert catalogue.learned() == {}


def test_a_phrase_that_names_another_indicator_is_not_learned(held_year: HeldYear) -> None:
    text = FIRST.replace("tổng thu cân đối trên toàn tỉnh", "thu ngân sách nhà nước")
    name(read(held_year, text, 2023), "grdp")

    assert not Synonym.objects.exists()


def test_to_accept_what_was_linked_teaches_nothing(held_year: HeldYear) -> None:
    text = FIRST.replace("tổng thu cân đối trên toàn tỉnh", "thu ngân sách nhà nước")
    decide(by=BINH, at=AT, claim=read(held_year, text, 2023), seen=0, verdict=Verdict.ACCEPT)

    assert not Synonym.objects.exists()
