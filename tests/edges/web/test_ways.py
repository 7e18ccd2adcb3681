"""A figure's way on the page of its indicator: five steps, each with what it holds and a link to its place."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests.edges.web.test_pages import LANGUAGES, REPORT, Anchors, get, words
from tests.factories.records import AT, OPERATOR
from tests.factories.year import HeldYear
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.ledger import actions as ledger
from tongket.ledger.models import Observation
from tongket.publication import actions as publication
from tongket.publication import queries as editions
from tongket.publication.models import Edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def ways(page: str) -> list[list[str]]:
    """The steps of each way of a page, as markup."""
    return [re.findall(r"<li>(.*?)</li>", way, re.S) for way in re.findall(r'<ol class="trail".*?</ol>', page, re.S)]


def step(markup: str) -> str:
    """Where a step leads."""
    return Anchors(markup).links[0][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_goes_from_its_sentence_to_its_edition(client: Client, language: str, edition: Edition) -> None:
    known = Observation.objects.get(indicator__code="state-budget-revenue", comparison="value")
    notes = editions.tree(edition, language=language)["notes"]
    [note] = [note["number"] for note in notes if note["observation"] == known.seq]

    [way] = ways(get(client, f"/{language}/indicators/state-budget-revenue/"))

    value = {"en": "20,699.5 billion VND", "vi": "20.699,5 tỷ đồng", "ru": "20 699,5 млрд донгов"}[language]
    sentence, claim, observation, comparison, printed = way
    assert [step(markup) for markup in way] == [
        f"/{language}/documents/{REPORT}/?at=6589#at-6589-6609",
        f"/{language}/documents/{REPORT}/?at=6589#read-at-6589-6609",
        f"/{language}/observations/{known.seq}/",
        f"/{language}/years/2024/#state-budget-revenue",
        f"/{language}/editions/2024/1/#n{note}",
    ]
    assert "общий годовой доход составил <mark>20 699,5 млрд донгов</mark>, что на 32,2%" in sentence
    assert value in words(claim)
    assert "ru.level" in words(claim)
    assert value in words(observation)
    assert {"en": "+32.2%", "vi": "+32,2%", "ru": "+32,2 %"}[language] in words(comparison)
    assert str(note) in words(printed)


def test_every_step_of_every_indicator_leads_somewhere(client: Client, held_year: HeldYear) -> None:
    places: dict[str, list[str]] = {}
    walked = 0
    for indicator in Indicator.objects.all():
        for way in ways(get(client, f"/en/indicators/{indicator.code}/")):
            assert len(way) == 5
            walked += 1
            for address, _, anchor in (step(markup).partition("#") for markup in way):
                places.setdefault(address, Anchors(get(client, address)).ids)
                assert not anchor or anchor in places[address], (indicator, address, anchor)
    assert walked > 15


def test_where_sources_differ_each_has_its_way(client: Client) -> None:
    page = get(client, "/en/indicators/grdp-per-capita/")

    said = [words(way[2]) for way in ways(page)]
    assert ["4,370 USD" in said[0], "4,400 USD" in said[1], len(said)] == [True, True, 2]


def test_an_indicator_of_which_nothing_is_held_has_no_way(client: Client, held_year: HeldYear) -> None:
    held = set(Observation.objects.filter(period="2024").values_list("indicator__code", flat=True))
    empty = Indicator.objects.exclude(code__in=held).first()
    assert empty is not None

    page = get(client, f"/en/indicators/{empty.code}/")

    assert ways(page) == []
    assert 'id="way"' not in page


def test_a_correction_keeps_the_claim_and_is_printed_by_the_edition_after_it(
    client: Client, held_year: HeldYear
) -> None:
    known = Observation.objects.get(indicator__code="state-budget-revenue", comparison="value")
    entry = ledger.Entry(
        indicator=known.indicator,
        unit=known.unit,
        period=known.span,
        measure=known.measure,  # type: ignore[arg-type]
        quantity=Quantity.parse("20699600000000", known.half_unit),
        unit_of_measure=known.unit_of_measure,
        evidence=known.evidence,
    )
    new = ledger.correct(by=OPERATOR, at=AT, replaces=known, entry=entry, reason="A slip of the pen")

    [before] = ways(get(client, "/en/indicators/state-budget-revenue/"))
    publication.make(by=OPERATOR, at=later(AT), review=held_year.review)
    [after] = ways(get(client, "/en/indicators/state-budget-revenue/"))

    assert "No edition prints it." in words(before[4])
    assert "20,699.5 billion VND" in words(before[1])  # what was read stands beside what was decided
    assert "20,699.6 billion VND" in words(before[2])
    assert f"Corrects observation {known.seq}" in words(before[2])
    assert step(after[2]) == f"/en/observations/{new.seq}/"
    assert step(after[4]) == "/en/editions/2024/2/#n2"
    corrected = Anchors(get(client, f"/en/observations/{known.seq}/")).links
    assert next(href for href, _ in corrected if "/editions/2024/" in href) == "/en/editions/2024/2/#n1"


def later(moment: datetime) -> datetime:
    return moment + timedelta(days=1)
