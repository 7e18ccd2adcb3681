"""Deciding in a real browser: by pointer, by keyboard, by two people at once; and what the next edition then says."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PASSWORD, is_whole, serving

pytestmark = pytest.mark.browser

REPORT = "documents/2025-01-14-review-conference/"
Login = Callable[..., Page]


def tongket(workspace: Path, *arguments: str, typed: str = "") -> str:
    """Run the command; it must succeed."""
    command = [sys.executable, "-m", "tongket", *arguments, "--workspace", str(workspace)]
    done = subprocess.run(command, input=typed, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def desk(made_desk: Path, tmp_path: Path) -> Path:
    """A workspace of our own, with two people who may decide."""
    own = tmp_path / "workspace"
    shutil.copytree(made_desk, own)
    return own


@pytest.fixture
def login(browser: Browser, desk: Path) -> Iterator[Login]:
    """Log somebody in, in a window of their own, and lead them to a page."""
    with logging_in(browser, desk) as logged_in:
        yield logged_in


@pytest.fixture(scope="module")
def looking(browser: Browser, made_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Login]:
    """The same on one workspace and server for all tests of a file that only look."""
    own = tmp_path_factory.mktemp("looking") / "workspace"
    shutil.copytree(made_desk, own)
    with logging_in(browser, own) as logged_in:
        yield logged_in


@contextmanager
def logging_in(browser: Browser, workspace: Path) -> Iterator[Login]:
    """Serve a workspace; at the end, no page of it has complained."""
    with serving(workspace) as site:
        contexts, complaints = [], []

        def logged_in(name: str, path: str, *, language: str = "en", width: int = 1280) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900})
            contexts.append(context)
            page = context.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            enter(page, site, name, path, language=language)
            return page

        yield logged_in
        for context in contexts:
            context.close()
        assert complaints == []


def enter(page: Page, site: str, name: str, path: str, *, language: str = "en") -> None:
    """Log somebody in, and lead them to a page."""
    page.goto(f"{site}/{language}/login/?next=/{language}/{path}")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form.login button").click()
    page.wait_for_load_state()  # with its script
    assert page.url.endswith(f"/{language}/{path}")


def claim(page: Page, quote: str) -> Page:
    """The note of what was read from these words."""
    return page.locator("li", has=page.locator(".quoted", has_text=re.compile(f"^{re.escape(quote)}$")))  # type: ignore[return-value]


def correct(page: Page, quote: str, **typed: str) -> None:
    note = claim(page, quote)
    note.locator("summary").first.click()
    form = note.locator("details").first
    for name, value in typed.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button").click()


def reject(page: Page, quote: str, reason: str) -> None:
    details = claim(page, quote).locator("details").last
    details.locator("summary").click()
    details.locator("input[name=reason]").fill(reason)
    details.locator("button").click()


def edition(workspace: Path, number: int) -> dict[tuple[str, str], bytes]:
    """The files of an edition as they are kept."""
    with sqlite3.connect(workspace / "tongket.sqlite3") as database:
        rows = database.execute(
            "SELECT language, format, content FROM tongket_editionfile JOIN tongket_edition e ON e.id = edition_id "
            "WHERE number = ?",
            (number,),
        ).fetchall()
    return {(language, format): bytes(content) for language, format, content in rows}


def test_the_story_of_four_decisions(login: Login, desk: Path, tmp_path: Path) -> None:
    page = login("An", REPORT)
    reject(page, "19 коммун", "counted twice")
    tongket(desk, "report", "--year", "2024", "--lang", "en", "--out", str(tmp_path / "before.html"))
    before = edition(desk, 2)

    # One corrected, one rejected, one accepted after all, one dispute settled.
    correct(page, "20 699,5 млрд донгов", number="20,700.5", reason="the ministry has it so")
    assert "the ministry has it so" in claim(page, "20 699,5 млрд донгов").inner_text()
    assert "20 699,5 млрд донгов" in claim(page, "20 699,5 млрд донгов").inner_text()  # what was read stays
    reject(page, "70 коммун", "that is the plan")
    claim(page, "19 коммун").get_by_role("button", name="Undo").click()
    claim(page, "19 коммун").get_by_role("button", name="Accept").click()
    page.goto(page.url.partition("/documents/")[0] + "/indicators/grdp-growth/")
    page.locator(".dispute label", has_text="13.87%").locator("input").check()
    page.locator(".dispute input[name=reason]").fill("the later publication")
    page.locator(".dispute button").click()
    assert "Sources differ: none is picked" not in page.content()

    tongket(desk, "report", "--year", "2024", "--lang", "en", "--out", str(tmp_path / "after.html"))
    page.goto(page.url.partition("/indicators/")[0] + "/editions/2024/3/")
    rows = page.locator("section", has=page.locator("h2", has_text="What has changed")).locator("tbody tr")
    changed = {row.inner_text().replace("\n", " ").replace("\t", " ") for row in rows.all()}
    expected = {
        "the ministry has it so": ("20,699.5 billion VND", "20,700.5 billion VND"),
        "that is the plan": ("70", "\N{EM DASH}"),
        "the later publication": ("13.85%", "\N{EM DASH}"),
        "new": ("\N{EM DASH}", "19"),
    }
    assert len(changed) == len(expected), changed
    for reason, values in expected.items():
        [row] = [row for row in changed if row.rstrip().endswith(reason)]
        assert all(value in row for value in values), row

    assert edition(desk, 2) == before
    said = tongket(desk, "verify")
    assert "What was checked is as it was recorded." in said
    assert re.search(r"writes 27 of these files just as they are kept", said), said


def test_two_people_at_one_claim(login: Login) -> None:
    an, binh = login("An", REPORT), login("Binh", REPORT, language="vi")

    reject(an, "70 коммун", "that is the plan")
    correct(binh, "70 коммун", number="71", reason="tôi đã đếm lại")

    note = claim(binh, "70 коммун")
    assert "An đã quyết định về “70 коммун”" in note.locator(".told").inner_text()
    assert note.locator("input[name=number]").input_value() == "71"
    assert note.locator("details").first.locator("input[name=reason]").input_value() == "tôi đã đếm lại"
    note.locator("details").first.locator("button").click()  # Binh has seen An's decision now, and stays with his
    assert "tôi đã đếm lại" in claim(an, "70 коммун").inner_text() or an.reload() is not None
    assert "tôi đã đếm lại" in claim(an, "70 коммун").inner_text()


def test_one_hand_on_the_keyboard_is_enough(login: Login) -> None:
    page = login("An", REPORT)

    page.keyboard.press("j")
    first = page.locator("li:focus")
    quote = first.locator(".quoted").inner_text()
    assert page.locator(".mark.current").inner_text() == quote  # what is being decided is lit in the text
    with page.expect_navigation():
        page.keyboard.press("a")
    assert "accepted" in claim(page, quote).inner_text()
    assert page.locator("li:focus .quoted").inner_text() == quote  # one is led back to where one was
    with page.expect_navigation():
        page.keyboard.press("u")
    page.keyboard.press("r")
    page.keyboard.type("misread")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "rejected" in claim(page, quote).inner_text()
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.locator(".choose input:checked").count() == 1
    page.keyboard.press("k")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "number"
    page.keyboard.press("Escape")
    assert page.locator("li:focus .quoted").inner_text() == quote
    assert page.locator(".keys").evaluate("keys => keys.getBoundingClientRect().bottom <= innerHeight")


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_the_desk_is_whole_on_a_phone_and_in_each_language(looking: Login, language: str) -> None:
    page = looking("An", REPORT, language=language)
    page.locator("[data-desk] details").evaluate_all("all => all.forEach(one => one.open = true)")
    for path in ("", "../../indicators/grdp-growth/", "../../login/?next=x"):
        if path:
            page.goto(re.sub(r"/documents/.*|/indicators/.*", "/", page.url) + path.removeprefix("../../"))
        is_whole(page)
