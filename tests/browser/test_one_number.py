"""One number, walked by clicking: from the printed edition to its sentence, and from the sentence to the edition."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

REVENUE = {"en": "20,699.5 billion VND", "vi": "20.699,5 tỷ đồng", "ru": "20\N{NO-BREAK SPACE}699,5 млрд донгов"}
SENTENCE = "20 699,5 млрд донгов"
languages = pytest.mark.parametrize("language", REVENUE)


@languages
def test_from_the_edition_to_the_sentence(visit: Open, language: str) -> None:
    page = visit(f"/{language}/editions/2024/1/")

    page.get_by_role("link", name=REVENUE[language]).first.click()
    note = page.locator(":target")
    assert SENTENCE in note.inner_text()

    note.locator("a[href*='/documents/']").first.click()
    assert page.locator(":target").inner_text() == SENTENCE
    assert "/documents/2025-01-14-review-conference/" in page.url


@languages
def test_from_the_sentence_to_the_edition(visit: Open, language: str) -> None:
    page = visit(f"/{language}/documents/2025-01-14-review-conference/")

    page.locator("main a", has_text=SENTENCE).first.click()
    reading = page.locator(":target")
    assert REVENUE[language] in reading.inner_text()

    reading.locator("a[href*='/observations/']").first.click()
    assert page.locator("h1").inner_text().replace("\n", " ").count(REVENUE[language]) == 1
    page.locator("main a[href*='/editions/2024/1/']").first.click()
    assert SENTENCE in page.locator(":target").inner_text()


@languages
def test_each_step_of_the_picture_leads_to_its_place(visit: Open, language: str) -> None:
    page = visit(f"/{language}/indicators/state-budget-revenue/")
    steps = page.locator(".trail > li .step a")
    arrived = []

    for n in range(5):
        with page.expect_navigation():
            steps.nth(n).click()
        target = page.locator(":target")
        arrived.append((target if target.count() else page.locator("h1")).inner_text().replace("\n", " "))
        page.go_back()

    sentence, claim, observation, comparison, note = arrived
    assert sentence == SENTENCE
    assert all(REVENUE[language] in said for said in (claim, observation, comparison))
    assert SENTENCE in note


def test_the_picture_runs_down_on_a_phone_and_across_on_a_desk(visit: Open) -> None:
    def corners(width: int) -> list[tuple[float, float]]:
        steps = visit("/ru/indicators/state-budget-revenue/", width=width).locator(".trail > li")
        boxes = [step.bounding_box() for step in steps.all()]
        return [(box["x"], box["y"]) for box in boxes if box]

    phone, desk = corners(360), corners(1280)
    assert len(phone) == len(desk) == 5
    assert len({x for x, _ in phone}) == 1
    assert [y for _, y in phone] == sorted({y for _, y in phone})
    assert [x for x, _ in desk] == sorted({x for x, _ in desk})
    assert len({y for _, y in desk}) == 1


def test_the_keyboard_walks_the_picture_step_by_step(visit: Open) -> None:
    page = visit("/vi/indicators/state-budget-revenue/")
    page.locator(".trail .step a").first.focus()
    step = "[...document.querySelectorAll('.trail > li')].indexOf(document.activeElement.closest('li'))"
    walked = []

    while (n := page.evaluate(step)) >= 0:
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid" or not walked
        walked.append(n)
        page.keyboard.press("Tab")

    assert walked == sorted(walked)
    assert set(walked) == set(range(5))
