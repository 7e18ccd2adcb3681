"""The guide to add a language names every table that a language pack may have."""

import re
import tomllib
from pathlib import Path

import pytest

from tongket.reading.packs import known_languages

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ROOT / "src" / "tongket" / "reading" / "languages"
GUIDE = (ROOT / "docs" / "guides" / "add-a-language.md").read_text(encoding="utf-8")
# Their keys are the names of things, and no part of the form.
NAMES = {"dollars", "dollar_hints", "rupees", "shillings", "kwachas"}


@pytest.mark.parametrize("code", known_languages())
def test_the_guide_names_every_table(code: str) -> None:
    words = set(re.findall(r"\w+", GUIDE))
    for file in sorted((LANGUAGES / code).glob("*.toml")):
        for table, content in tomllib.loads(file.read_text(encoding="utf-8")).items():
            keys = content if isinstance(content, dict) and table not in NAMES else ()
            assert {table, *keys} <= words, f"{file.name}: {({table, *keys}) - words}"


@pytest.mark.parametrize("code", known_languages())
def test_no_top_table_stands_in_two_files(code: str) -> None:
    seen: dict[str, str] = {}
    for file in sorted((LANGUAGES / code).glob("*.toml")):
        for table in tomllib.loads(file.read_text(encoding="utf-8")):
            assert seen.setdefault(table, file.name) == file.name, f"{table}: {seen[table]}, {file.name}"
