"""The browser that the tests marked ``browser`` drive: where it is, and how CI gets it."""

import os
import shutil
import sys
from pathlib import Path

from tools.environment import SetupError, run_quietly, step

NAMES = ("chromium", "chromium-browser", "google-chrome")
# What Debian calls the browser, and the fonts that have every letter of Vietnamese and Cyrillic.
PACKAGES = {"chromium": Path("/usr/bin/chromium"), "fonts-noto-core": Path("/usr/share/fonts/truetype/noto")}
# Nothing asked of the network, and as root, as in a container, no sandbox: Chromium then has none.
FLAGS = (
    *("--no-sandbox",) * (os.geteuid() == 0),
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = "no Chromium here (Debian: apt-get install chromium fonts-noto-core)"


def path() -> str | None:
    """Return the browser to drive; ``TONGKET_CHROMIUM`` names one that has another name."""
    named = os.environ.get("TONGKET_CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)


def required() -> bool:
    """In CI a browser test that does not run is a failure, never a skip."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def provide() -> None:
    """Install the browser where that was asked for; elsewhere say what the tests will miss."""
    if required() or os.environ.get("TONGKET_INSTALL") == "1":
        missing = [package for package, file in PACKAGES.items() if not file.exists()]
        if missing and shutil.which("apt-get"):
            install(missing)
    if path():
        return
    if required():
        raise SetupError("CI needs Chromium, and there is none: on Debian as root, it installs itself.")
    print(f"Note: {MISSING}: the browser tests will be skipped.", file=sys.stderr)


def install(packages: list[str]) -> None:
    if os.geteuid() != 0:
        raise SetupError(f"installing {' and '.join(packages)} needs root: sudo apt-get install them first.")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with step(f"Installing {' and '.join(packages)}"):
        run_quietly(["apt-get", "update", "-qq"], quiet)
        run_quietly(["apt-get", "install", "-qq", "--no-install-recommends", *packages], quiet)
