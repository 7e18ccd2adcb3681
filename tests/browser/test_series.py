"""The three readings of a series, switched as people do: by links, by keyboard, and without scripts."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
ADDRESS = "/units/24/series/pci/"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_the_readings_are_switched_without_scripts(visit: Open, language: str, width: int) -> None:
    page = visit(f"/{language}{ADDRESS}", width=width, java_script_enabled=False)
    assert page.locator("svg.timeline circle").count() > 2

    page.locator("nav.readings a").click()
    assert page.url.endswith("?reading=today")
    assert page.locator('p.told a[href*="/24-2025/series/pci/"]').count() == 1

    page.locator('input[name="day"]').fill("2024-12-31")
    page.locator("nav.readings button").click()
    assert "day=2024-12-31" in page.url
    assert page.locator("svg.timeline path.line").count() > 1


def test_a_point_leads_to_what_it_rests_on(visit: Open) -> None:
    page = visit(f"/en{ADDRESS}")

    page.locator("svg.timeline a:has(circle)").first.click()

    assert "/units/24/explain/pci/?period=" in page.url
    assert page.locator("blockquote").count() > 0
