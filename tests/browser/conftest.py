"""A real server on a workspace that the real demo made, and a real browser that may talk to nobody else."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import run_tongket
from tools.programs import CHROMIUM_FLAGS

PASSWORD = "a long enough sentence"


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(made_workspace: Path) -> Iterator[str]:
    """The address of ``tongket serve`` on the demo's workspace."""
    with serving(made_workspace) as address:
        yield address


@pytest.fixture(scope="session")
def made_desk(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two people who may decide, made once; nobody may change it."""
    made = tmp_path_factory.mktemp("desk") / "workspace"
    shutil.copytree(made_workspace, made)
    for name in ("An", "Binh"):
        done = run_tongket("user", "add", name, "--workspace", made, input=f"{PASSWORD}\n")
        assert done.returncode == 0, done.stderr
    return made


@contextmanager
def serving(workspace: Path) -> Iterator[str]:
    """A server of our own on a workspace, as long as it is needed."""
    server, address = started(workspace)
    try:
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=20)


def started(workspace: Path) -> tuple[subprocess.Popen[str], str]:
    """A server of our own on a workspace, and its address; whoever asks for it ends it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tongket", "serve", "--workspace", workspace, "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, f"{address}/healthz")
    except BaseException:
        server.kill()
        raise
    return server, address


def _wait(server: subprocess.Popen[str], address: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                assert answer.read() == b"ok"
                return
        except OSError:
            assert server.poll() is None, server.communicate()[0]
            time.sleep(0.1)
    pytest.fail("The server did not answer in 30 seconds.")


PHONE, DESK = 360, 1280


def is_whole(page: Page) -> None:
    """A page as it stands, on a desk and then on a phone: it scrolls down only, and axe finds nothing.

    What is wide on one and narrow on the other is a matter of styles alone: a page need not be loaded for each.
    """
    page.wait_for_load_state()
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page).response["violations"]
        assert found == [], [width, *((one["id"], one["nodes"][0]["html"]) for one in found)]


Open = Callable[..., Page]


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> dict[str, BrowserContext]:
    """What pages are opened in, by its options: made where a test first asks, as each needs a process of its own."""
    return {}


@pytest.fixture
def visit(browser: Browser, contexts: dict[str, BrowserContext], site: str) -> Iterator[Open]:
    """Open a page in a window of its own; at the end, nothing was complained of, asked of others, or left behind."""
    complaints: list[str] = []

    def opened(path: str, *, width: int = 1280, **options: object) -> Page:
        context = contexts.get(repr(options))
        if context is None:
            context = contexts[repr(options)] = browser.new_context(**options)  # type: ignore[arg-type]
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
        page.on("request", lambda asked: _stays(asked.url, site, complaints))
        answer = page.goto(site + path)
        assert answer is not None
        assert answer.status == 200, path
        return page

    yield opened
    for context in contexts.values():
        complaints += [f"{cookie['domain']} leaves {cookie['name']}" for cookie in context.cookies()]
        for page in context.pages:
            page.close()
    assert complaints == []


def _stays(address: str, site: str, complaints: list[str]) -> None:
    if not address.startswith(f"{site}/"):
        complaints.append(f"asks {address}")
