"""What every file of the project keeps to: a size that can be read, words that mean something."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 500
# Written like this so that the pattern does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
SOMEONES_MACHINE = re.compile(r"(?<![\w.:/*~\"'])/(home|work|root|Users|opt|mnt)/[\w.]")
NAMELESS = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    """Every tracked text file but what a pack holds as received."""
    found = []
    for file in tracked():
        if "documents" in file.parts and "packs" in file.parts:
            continue
        try:
            found.append((file.relative_to(ROOT), file.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file}:{number}: {line.strip()}"
        for file, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_module_is_too_long_to_read() -> None:
    long = {
        str(file): length
        for file, text in texts()
        if (file.suffix == ".py" or file.name == "dev")
        and "migrations" not in file.parts  # written by Django
        and (length := len(text.splitlines())) > LONGEST
    }

    assert long == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(file) for file, _ in texts() if file.name in NAMELESS] == []


def test_nothing_is_left_for_later() -> None:
    assert lines_with(UNFINISHED) == []


def test_no_path_of_someones_machine() -> None:
    assert lines_with(SOMEONES_MACHINE) == []
