"""Make the private environment in .venv, with whatever parts of Python are there.

Debian and its kin split ``ensurepip``, sometimes ``venv`` and ``pip``, off from python3. So: the ``venv``
module where it is, else its few files by hand; the pip that comes with it, else the one pinned in
``requirements/pip.txt``. Packages are installed by pip alone, told what the user's own configuration says.

A stamp, written last, says for which requirements and which Python the environment was made. Without a
fitting stamp it is remade, so that an interrupted set-up does no harm; a lock makes a second one wait.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
LOCALE = ROOT / "src" / "tongket" / "locale"

LOCKS = {
    "requirements/pip.txt": ["requirements/pip.in"],
    "requirements/run.txt": ["requirements/run.in", "requirements/build.in"],
    "requirements/dev.txt": ["requirements/dev.in"],
    "requirements/engines.txt": ["requirements/engines.in"],
    "requirements/bench.txt": ["requirements/bench.in"],
    "requirements/spark.txt": ["requirements/spark.in"],
    "requirements/postgres.txt": ["requirements/postgres.in"],
}

# Only a folder with this file in it is ever removed: TONGKET_VENV may point anywhere.
MARKER = "made-by-tongket"
STAMP = "tongket-stamp.json"


class SetupError(Exception):
    """The environment cannot be made; the message says why and what to do about it."""


class Step:
    """One line of progress; ``ending`` is what stands at its end when nothing was raised."""

    ending = "done"


@contextlib.contextmanager
def step(label: str) -> Iterator[Step]:
    """Say ``label …``, then how it ended and how long it took, on one line of standard error."""
    print(f"{label} … ", end="", file=sys.stderr, flush=True)
    started = time.monotonic()
    now = Step()
    try:
        yield now
    except BaseException:
        print("failed", file=sys.stderr, flush=True)
        raise
    print(f"{now.ending} ({time.monotonic() - started:.0f} s)", file=sys.stderr, flush=True)


class Environment:
    """A virtual environment: where it is, and what a command in it sees."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.python = self.bin / "python"

    def variables(self) -> dict[str, str]:
        """The caller's variables, with this environment's commands first."""
        variables = dict(os.environ, VIRTUAL_ENV=str(self.folder))
        variables["PATH"] = os.pathsep.join([str(self.bin), os.environ.get("PATH", os.defpath)])
        variables.pop("PYTHONHOME", None)
        return variables

    def pip(self, *arguments: str) -> None:
        """Run pip here, with the user's configuration, index and certificates."""
        # PYTHONPATH would make pip take for installed what is not; a user's install cannot be in here.
        variables = {k: v for k, v in self.variables().items() if k != "PYTHONPATH"} | {"PIP_USER": "0"}
        command = [str(self.python), "-m", "pip", arguments[0], "--disable-pip-version-check", "--no-input"]
        run_quietly([*command, "--quiet", *arguments[1:]], variables)

    def has(self, module: str) -> bool:
        """Whether a package of Python is installed here."""
        code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
        return succeeds([str(self.python), "-c", code])


def run_quietly(command: list[str], variables: dict[str, str] | None = None) -> None:
    """Run ``command``; only if it fails is what it said of interest, and of that the end."""
    result = subprocess.run(
        command, env=variables, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if result.returncode:
        tail = "\n".join("    " + line for line in result.stdout.strip().splitlines()[-12:])
        raise SetupError(
            f"this command failed with exit code {result.returncode}:\n    {' '.join(command)}\n{tail}\n"
            "If it could not download, check the network and pip's settings (pip config list: index-url, "
            "proxy, cert);\nif it could not write, check the space and the rights here. "
            "Then start again: what was half made is made anew."
        )


def ready(*, for_development: bool = False) -> Environment:
    """Return the environment, made or brought up to date if it has to be."""
    env = Environment(Path(os.environ.get("TONGKET_VENV") or ROOT / ".venv").absolute())
    # Who tested here will test here again.
    wanted = wanted_stamp(env, for_development=for_development or "dev" in read_stamp(env))
    if not fits(env, wanted):
        with only_one(env.folder):
            if not fits(env, wanted):
                make(env, wanted)
    if stale_messages():
        with step("Compiling the translations"):
            run_quietly([str(env.python), "-m", "tools.messages", "compile"], env.variables())
    return env


def wanted_stamp(env: Environment, *, for_development: bool) -> dict[str, str]:
    """What an environment must have been made from, by layer: ``run`` and, on top of it, ``dev``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        *(sys.version, sys.base_prefix, str(ROOT), str(env.folder)),
        json.dumps([project["build-system"], project["project"], project["tool"]["setuptools"]]),
        (ROOT / "setup.py").read_text(encoding="utf-8"),
        (REQUIREMENTS / "run.txt").read_text(encoding="utf-8"),
    ]
    stamp = {"run": hashlib.sha256("\0".join(parts).encode()).hexdigest()}
    if for_development:
        stamp["dev"] = hashlib.sha256((REQUIREMENTS / "dev.txt").read_bytes()).hexdigest()
    return stamp


def read_stamp(env: Environment) -> dict[str, str]:
    try:
        stamp = json.loads((env.folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def fits(env: Environment, wanted: dict[str, str]) -> bool:
    return env.python.exists() and wanted.items() <= read_stamp(env).items()


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Let one process at a time set up ``folder``; the system frees the lock of one that died."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(folder.with_name(folder.name + ".lock"), "a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with step("Waiting for another ./dev that is setting up"):
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make(env: Environment, wanted: dict[str, str]) -> None:
    """Install what is missing: on top of an environment that fits so far, else in a new one."""
    has = read_stamp(env)
    if not fits(env, {"run": wanted["run"]}):
        has = {}
        with step(f"Making the environment in {shown(env.folder)}"):
            make_empty(env)
        with step("Installing what the product needs"):
            env.pip("install", "--require-hashes", "-r", "requirements/run.txt")
        with step("Installing the product itself"):
            env.pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        write_stamp(env, has | {"run": wanted["run"]})
    if "dev" in wanted and has.get("dev") != wanted["dev"]:
        with step("Installing what the tests need"):
            env.pip("install", "--require-hashes", "-r", "requirements/dev.txt")
        write_stamp(env, wanted)


def write_stamp(env: Environment, stamp: dict[str, str]) -> None:
    unfinished = env.folder / (STAMP + ".new")
    unfinished.write_text(json.dumps(stamp), encoding="utf-8")
    unfinished.replace(env.folder / STAMP)


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def make_empty(env: Environment) -> None:
    """Make an environment with pip and nothing else, by the first way that works here."""
    folder = str(env.folder)
    clear(env)
    if succeeds([sys.executable, "-m", "venv", folder]) and has_pip(env):
        return
    clear(env)
    if not succeeds([sys.executable, "-m", "venv", "--without-pip", folder]):
        clear(env)
        make_by_hand(env)
    add_pip(env)


def clear(env: Environment) -> None:
    """Empty the folder, if it is ours to empty."""
    marker = env.folder / MARKER
    if env.folder.exists() and any(env.folder.iterdir()):
        if not marker.exists():
            raise SetupError(
                f"{env.folder} was not made by ./dev, so ./dev will not remove it.\n"
                "Move it away, or name another folder: TONGKET_VENV=FOLDER ./dev ..."
            )
        for entry in env.folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry != marker:
                entry.unlink()
    env.folder.mkdir(parents=True, exist_ok=True)
    marker.write_text("./dev makes and remakes this folder; nothing in it is yours.\n", encoding="utf-8")


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def has_pip(env: Environment) -> bool:
    return succeeds([str(env.python), "-m", "pip", "--version"])


def make_by_hand(env: Environment) -> None:
    """Lay out what PEP 405 asks for: what ``python -m venv`` does, for a Python that lost that module."""
    base = Path(getattr(sys, "_base_executable", None) or sys.executable)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    (env.folder / "lib" / version / "site-packages").mkdir(parents=True)
    env.bin.mkdir()
    env.python.symlink_to(base)
    (env.bin / "python3").symlink_to("python")
    settings = f"home = {base.parent}\ninclude-system-site-packages = false\n"
    (env.folder / "pyvenv.cfg").write_text(settings, encoding="utf-8")


def add_pip(env: Environment) -> None:
    """Put the pinned pip into ``env``, whoever can fetch it: a pip outside, or Python itself."""
    downloads = env.folder / "downloads"
    downloads.mkdir()
    lock = REQUIREMENTS / "pip.txt"
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    if not succeeds([*fetch, "--require-hashes", "-r", str(lock), "-d", str(downloads)]):
        # Imported only here: it needs ssl, which the smallest Pythons lack.
        from tools import wheel

        try:
            wheel.fetch(lock, downloads)
        except (wheel.FetchError, OSError) as error:
            raise SetupError(
                "this Python came without pip, and pip could not be fetched either:\n"
                f"    {error}\n"
                "Check the network and pip's settings (PIP_INDEX_URL, PIP_PROXY, PIP_CERT or pip.conf), or "
                "install pip with the system's\npackages: on Debian and Ubuntu, "
                "sudo apt-get install python3-venv. Then start again."
            ) from None
    [found] = downloads.glob("pip-*.whl")
    run_quietly(
        [str(env.python), f"{found}/pip", "install", "--quiet", "--no-index", "--no-deps", str(found)],
        {k: v for k, v in env.variables().items() if k != "PYTHONPATH"} | {"PIP_USER": "0"},
    )
    shutil.rmtree(downloads)


def stale_messages() -> bool:
    """Whether a translation was changed since it was compiled (git keeps only the source of it)."""
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            return True
    return False
