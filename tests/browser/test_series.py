"""The three readings of a series, switched as people do: by links, by keyboard, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
ADDRESS = "/units/24/series/pci/"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_the_readings_are_switched_without_scripts(visit: Open, language: str, width: int) -> None:
    page = visit(f"/{language}{ADDRESS}", width=width, java_script_enabled=False)
    assert page.locator("svg.timeline circle").count() > 2

    page.locator("nav.readings a").click()
    expect(page).to_have_url(re.compile(r"\?reading=today$"))
    expect(page.locator('p.told a[href*="/24-2025/series/pci/"]')).to_have_count(1)

    page.locator('input[name="day"]').fill("2024-12-31")
    page.locator("nav.readings button").click()
    expect(page).to_have_url(re.compile("day=2024-12-31"))
    expect(page.locator("svg.timeline path.line").nth(1)).to_be_attached()


def test_a_point_leads_to_what_it_rests_on(visit: Open) -> None:
    page = visit(f"/en{ADDRESS}")

    page.locator("svg.timeline a:has(circle)").first.click()

    expect(page).to_have_url(re.compile(r"/units/24/explain/pci/\?period="))
    expect(page.locator("blockquote").first).to_be_attached()
