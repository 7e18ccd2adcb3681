"""The pages as people meet them: on a phone, by keyboard, without scripts, with help to read the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

REPORT = "2025-01-14-review-conference"
MAIN = {
    "year": "/years/2024/",
    "indicator": "/indicators/grdp/",
    "document": f"/documents/{REPORT}/",
    "review": "/reviews/2024/",
    "edition": "/editions/2024/1/",
}
OTHERS = {
    "indicators": "/indicators/",
    "documents": "/documents/",
    "table": "/documents/published-figures/",
    "cited": "/documents/381-nq-tu/",
    "observation": "/observations/12/",
    "editions": "/editions/",
    "units": "/units/",
    "province": "/units/24-2025/",
    "commune": "/units/00004/",
    "beside": "/units/VN/beside/?indicator=pci&period=2016",
    "series": "/units/24/series/pci/",
    "explain": "/units/24/explain/pci/?period=2016",
    "decree": "/decrees/202/2025/QH15/",
}
EVERY = MAIN | OTHERS
languages = pytest.mark.parametrize("language", ["en", "vi", "ru"])
# The main pages in each language, the others in the one with the longest words: a visit costs a second.
every_page = pytest.mark.parametrize(
    ("language", "path"),
    [
        *((language, path) for path in MAIN.values() for language in ("en", "vi", "ru")),
        *(("ru", path) for path in OTHERS.values()),
    ],
)


@languages
@pytest.mark.parametrize("name", EVERY)
def test_axe_finds_nothing(visit: Open, language: str, name: str) -> None:
    page = visit(f"/{language}{EVERY[name]}")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", MAIN)
def test_axe_finds_nothing_in_the_dark(visit: Open, name: str) -> None:
    page = visit(f"/en{MAIN[name]}", color_scheme="dark")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", MAIN)
def test_axe_finds_nothing_on_a_phone(visit: Open, name: str) -> None:
    page = visit(f"/vi{MAIN[name]}", width=360)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


@every_page
def test_a_phone_scrolls_down_only(visit: Open, language: str, path: str) -> None:
    page = visit(f"/{language}{path}", width=360)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


@every_page
def test_pages_are_whole_without_javascript(visit: Open, language: str, path: str) -> None:
    page = visit(f"/{language}{path}", java_script_enabled=False)

    assert page.locator("main h1").count() == 1
    assert page.locator("script").count() == 0
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("name", MAIN)
def test_the_keyboard_reaches_the_content(visit: Open, name: str) -> None:
    page = visit(f"/en{MAIN[name]}")

    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    assert page.locator(":focus").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_mark_leads_to_its_note_and_back(visit: Open) -> None:
    page = visit(f"/en/documents/{REPORT}/")

    page.locator("a.mark.figure", has_text="32,2%").click()
    assert page.url.endswith("#read-at-6618-6623")
    note = page.locator(":target")
    assert "+32.2%" in note.inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor") != "rgba(0, 0, 0, 0)"
    note.locator(".quoted a").click()
    assert page.locator(":target").inner_text() == "32,2%"


def test_a_number_is_walked_back_to_its_sentence(visit: Open) -> None:
    page = visit("/vi/years/2024/")

    page.locator("#state-budget-revenue a.number").first.click()
    page.locator("blockquote a").click()

    assert page.locator(":target").inner_text() == "20 699,5 млрд донгов"


@languages
def test_the_file_of_the_edition_stands_on_its_own(visit: Open, language: str, tmp_path: Path) -> None:
    page = visit(f"/{language}/editions/2024/1/")
    with page.expect_download() as download:
        page.locator("a[download]").first.click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)

    asked: list[str] = []
    alone = page.context.new_page()
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto(kept.as_uri())

    assert asked == [kept.as_uri()]
    assert Axe().run(alone).violations_count == 0
