"""Programs that tests drive and Python does not bring along: where they are, and how CI gets them."""

import glob
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.environment import Environment, SetupError, run_quietly, step


@dataclass(frozen=True)
class Program:
    """A program of the machine: ``packages`` gives what Debian calls it, each with a file that tells it is there.

    Tests that need it are marked ``mark``. The variable ``named_by`` names one that has another name; ``folders`` are
    where to look beside the PATH, by pattern.
    """

    title: str
    mark: str
    names: tuple[str, ...]
    named_by: str
    packages: dict[str, Path]
    folders: str = ""
    module: str = ""
    requirements: str = ""

    @property
    def missing(self) -> str:
        """What to say where it is not."""
        if self.path():
            return f"no {self.module} here (TONGKET_INSTALL=1 ./dev test installs it)"
        return f"no {self.title} here (Debian: apt-get install {' '.join(self.packages)})"

    def path(self) -> str | None:
        """Return the program to run."""
        named = os.environ.get(self.named_by)
        if named:
            return shutil.which(named)
        found = next(filter(None, map(shutil.which, self.names)), None)
        if found is None and self.folders:
            beside = os.pathsep.join(glob.glob(self.folders))
            found = next(filter(None, (shutil.which(name, path=beside) for name in self.names)), None)
        return found


CHROMIUM = Program(
    title="Chromium",
    mark="browser",
    names=("chromium", "chromium-browser", "google-chrome"),
    named_by="TONGKET_CHROMIUM",
    # The fonts have every letter of Vietnamese and Cyrillic.
    packages={"chromium": Path("/usr/bin/chromium"), "fonts-noto-core": Path("/usr/share/fonts/truetype/noto")},
)
LIBREOFFICE = Program(
    title="LibreOffice Writer",
    mark="office",
    names=("soffice", "libreoffice"),
    named_by="TONGKET_LIBREOFFICE",
    # The part that reads Word documents; the Writer with windows has it too.
    packages={"libreoffice-writer-nogui": Path("/usr/lib/libreoffice/program/libswlo.so")},
)
POSTGRESQL = Program(
    title="PostgreSQL",
    mark="postgresql",
    names=("pg_ctl",),
    named_by="TONGKET_POSTGRESQL",
    packages={"postgresql": Path("/usr/lib/postgresql")},
    folders="/usr/lib/postgresql/*/bin",  # where Debian keeps what is started for a user
)
SPARK = Program(
    title="Java for Spark",
    mark="spark",
    names=("java",),
    named_by="TONGKET_JAVA",
    packages={"default-jre-headless": Path("/usr/lib/jvm")},
    module="pyspark",
    requirements="requirements/spark.txt",
)
PROGRAMS = (CHROMIUM, LIBREOFFICE, POSTGRESQL, SPARK)

# Nothing asked of the network, and as root, as in a container, no sandbox: Chromium then has none.
CHROMIUM_FLAGS = (
    *("--no-sandbox",) * (os.geteuid() == 0),
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def required() -> bool:
    """In CI a test that does not run is a failure, never a skip."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def provide(env: Environment) -> None:
    """Install the programs where that was asked for; elsewhere say what the tests will miss."""
    if required() or os.environ.get("TONGKET_INSTALL") == "1":
        packages = [name for program in PROGRAMS for name, file in program.packages.items() if not file.exists()]
        if packages and shutil.which("apt-get"):
            install(packages)
        for program in PROGRAMS:
            if program.requirements and program.path():
                with step(f"Installing {program.module}"):
                    env.pip("install", "--require-hashes", "--no-build-isolation", "-r", program.requirements)
    for program in PROGRAMS:
        if program.path() and (not program.module or env.has(program.module)):
            continue
        if required():
            raise SetupError(f"CI needs {program.title}, and there is none: on Debian as root, it installs itself.")
        print(f"Note: {program.missing}: tests marked {program.mark} will be skipped.", file=sys.stderr)


def install(packages: list[str]) -> None:
    if os.geteuid() != 0:
        raise SetupError(f"installing {' and '.join(packages)} needs root: sudo apt-get install them first.")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with step(f"Installing {' and '.join(packages)}"):
        run_quietly(["apt-get", "update", "-qq"], quiet)
        run_quietly(["apt-get", "install", "-qq", "--no-install-recommends", *packages], quiet)
