"""A long document in a real browser: dropped, read, described, decided about part by part; also when a server dies."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import is_whole, started
from tests.browser.test_deciding import Login, claim, desk, enter, login, looking, reject, tongket
from tests.browser.test_uploading import TEXT, outcome
from tests.conftest import Stored
from tongket.web.parts import PLACES

pytestmark = pytest.mark.browser
__all__ = ["desk", "login", "looking"]  # fixtures
expect.set_options(timeout=60_000)

ROADS = "".join(f"Năm 2023, chiều dài con đường thứ nhất là {n},5 km.\n" for n in range(1, 2 * PLACES + 1))
LONG = f"{TEXT.splitlines()[0]}\n\n{ROADS}{''.join(TEXT.splitlines(keepends=True)[2:])}"
"""Two parts of roads, and a third with the figures of a report."""


def described(page: Page, text: str = LONG) -> str:
    """Drop the report, say what it is, and return the address of its page."""
    made = "text => { const d = new DataTransfer(); d.items.add(new File([text], 'long.txt')); return d; }"
    page.dispatch_event(".drop", "drop", {"dataTransfer": page.evaluate_handle(made, text)})
    outcome(page, "long.txt").get_by_role("link").click()
    page.locator(".describe input[name=covers]").fill("2023")
    page.locator(".describe button").click()
    expect(page.locator("#desk")).to_be_visible()
    return page.url.partition("?")[0].partition("#")[0]


@pytest.fixture(scope="module")
def long_report(looking: Login) -> str:
    """Where the report is that all may look at, behind the language: dropped, read and described once."""
    return re.sub(r".*/en/", "", described(looking("An", "documents/upload/")))


def quote(page: Page) -> str:
    """The words of the claim that one is at."""
    return page.locator("li:focus .quoted a").inner_text()


def test_one_walks_by_keyboard_over_the_border_of_a_part(login: Login) -> None:
    page = login("An", "documents/upload/")
    address = described(page)
    assert "Part 1 of 3" in page.locator("nav.parts").inner_text()
    page.goto(f"{address}?part=1#last")
    assert quote(page) == f"{PLACES},5 km"

    with page.expect_navigation():
        page.keyboard.press("j")
    assert quote(page) == f"{PLACES + 1},5 km"
    assert "part=2" in page.url
    with page.expect_navigation():
        page.keyboard.press("k")
    assert quote(page) == f"{PLACES},5 km"
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "number"
    assert page.evaluate("document.activeElement.value") == f"{PLACES}.5"
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("n")
    assert quote(page) == f"{PLACES + 1},5 km"
    page.goto(f"{address}?part=3#first")
    assert quote(page) == "15.657 tỷ đồng"
    with page.expect_navigation():
        page.keyboard.press("a")
    assert quote(page) == "15.657 tỷ đồng"  # one is led back to where one was
    assert "accepted" in page.locator("li:focus").inner_text()
    with page.expect_navigation():
        page.keyboard.press("u")
    assert "undone" in page.locator("li:focus").inner_text()
    page.keyboard.press("r")
    page.keyboard.type("misread")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.keyboard.press("n")
    assert quote(page) != "15.657 tỷ đồng"


def test_two_people_accept_a_part_together_and_undo(login: Login, desk: Path) -> None:
    an = login("An", "documents/upload/")
    address = described(an)
    assert an.locator(".offer").count() == 0  # nothing of the first part is linked to an indicator
    an.get_by_label("Go to part").fill("3")
    an.get_by_role("button", name="Show", exact=True).click()
    binh = login("Binh", re.sub(r".*/en/", "", f"{address}?part=3"))
    offer = binh.locator(".offer").first
    offer.locator("summary").click()
    assert offer.locator("ol li").count() == 4
    reject(an, "52,1 tỷ USD", "a draft")

    offer.get_by_role("button", name="Accept these 4 figures").click()

    assert "3 claims were decided." in binh.locator(".several .told").inner_text()
    assert "Part 3 of 3" in binh.locator("nav.parts").inner_text()
    an.goto(f"{address}?part=3")
    an.get_by_role("button", name="Undo all of them").click()
    assert "3 claims were decided." in an.locator(".several").inner_text()
    assert "Part 3 of 3" in an.locator("nav.parts").inner_text()
    assert "rejected" in claim(an, "52,1 tỷ USD").inner_text()
    assert "What was checked is as it was recorded." in tongket(desk, "verify")


def test_without_a_script_one_finds_every_part_and_the_form(browser: Browser, login: Login) -> None:
    cookies = login("An", "documents/upload/")
    address = described(cookies)
    context = browser.new_context(java_script_enabled=False, storage_state=cookies.context.storage_state())
    page = context.new_page()
    page.goto(address)

    page.locator("nav.parts").get_by_role("link", name="Next part").click()
    page.get_by_role("link", name="The next that waits in another part").click()
    assert page.url.partition("#")[2].startswith("read-at-")
    note = claim(page, "15.657 tỷ đồng")
    note.locator("summary").first.click()
    note.get_by_role("link", name="Show the form").click()
    note.locator("input[name=number]").fill("15.658")
    note.locator("details").first.locator("input[name=reason]").fill("as printed elsewhere")
    note.get_by_role("button", name="Record this").click()
    assert "as printed elsewhere" in claim(page, "15.657 tỷ đồng").inner_text()
    context.close()


def test_a_server_that_is_killed_goes_on_with_what_was_sent_and_said(browser: Browser, desk: Path) -> None:
    stored = Stored(desk)
    text = LONG + "".join(f"Năm 2023, chiều dài con đường là {n},5 km, bằng {n} % cả xã.\n" for n in range(1_900))
    server, site = started(desk)
    page = browser.new_page()
    try:
        enter(page, site, "An", "documents/upload/")
        made = "text => { const d = new DataTransfer(); d.items.add(new File([text], 'long.txt')); return d; }"
        page.dispatch_event(".drop", "drop", {"dataTransfer": page.evaluate_handle(made, text * 3)})
        _until(stored, "text")
        server.kill()
        server.communicate(timeout=30)  # nobody is left who reads on
        expect(outcome(page, "long.txt")).to_contain_text("The server did not answer.")

        server, site = started(desk)
        page.goto(f"{site}/en/documents/upload/")
        outcome(page, "long.txt").get_by_role("link").click()
        page.locator(".describe input[name=title]").fill("Hai nghìn con đường")
        page.locator(".describe input[name=covers]").fill("2023")
        page.locator(".describe button").click(no_wait_after=True)
        _until(stored, "claims")
        server.kill()
        server.communicate(timeout=30)  # nobody is left who reads on

        server, site = started(desk)
        [(slug,)] = stored.ask("SELECT slug FROM tongket_document WHERE slug LIKE 'long-%'")
        page.goto(f"{site}/en/documents/{slug}/")
        expect(page.locator("#desk")).to_be_visible(timeout=120_000)
        assert page.locator("h1").inner_text() == "Hai nghìn con đường"
        assert stored.ask("SELECT count(*) FROM tongket_claim WHERE state = 'coming'") == [(0,)]
        assert "What was checked is as it was recorded." in tongket(desk, "verify")
    finally:
        page.close()
        server.kill()
        server.communicate()


def _until(stored: Stored, due: str) -> None:
    """Wait until a reading has begun."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if (due, 1) in stored.ask("SELECT due, tries FROM tongket_upload"):
            return
        time.sleep(0.05)
    pytest.fail("Nothing was begun to be read.")


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_a_part_is_whole_on_a_phone_and_in_each_language(looking: Login, long_report: str, language: str) -> None:
    page = looking("An", long_report, language=language)
    address = page.url
    for part in ("?part=2", "?part=3"):
        page.goto(address + part)
        expect(page.locator("#desk")).to_be_visible()
        page.locator(".offer, [data-desk] details").evaluate_all("all => all.forEach(one => one.open = true)")
        is_whole(page)
