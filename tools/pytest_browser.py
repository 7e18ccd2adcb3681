"""What pytest does with tests marked ``browser``: skip them where there is none, saying so; in CI, never."""

import pytest

from tools import browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if browser.path() is None and not browser.required():
        skip = pytest.mark.skip(reason=f"{browser.MISSING}: browser tests are skipped")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program, for a test to launch with ``tools.browser.FLAGS``."""
    program = browser.path()
    if program is None:
        pytest.fail(browser.MISSING)
    return program
