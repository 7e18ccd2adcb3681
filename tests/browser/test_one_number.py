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
