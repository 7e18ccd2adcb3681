"""All writers: the same tree is the same bytes, in any process, folder, time zone and language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from django.utils import translation

from tests.factories.reports import HOSTILE, bare, report
from tests.factories.year import HeldYear
from tongket.base.localities import LANGUAGES
from tongket.publication import paper, typeface
from tongket.publication.composing import compose
from tongket.publication.report import FORMATS, Tree
from tongket.publication.writers import WRITERS

SCRIPT = """
import django, hashlib, json, sys
django.setup()
from tongket.publication.writers import WRITERS
trees = json.load(sys.stdin)
written = {f"{n} {format}": hashlib.sha256(write(tree)).hexdigest()
           for n, tree in enumerate(trees) for format, write in WRITERS.items()}
print(json.dumps(written))
"""


def test_every_format_has_its_writer() -> None:
    assert tuple(WRITERS) == FORMATS


@pytest.mark.django_db
def test_the_same_trees_are_the_same_bytes_in_another_process(held_year: HeldYear, tmp_path: Path) -> None:
    trees = [report(HOSTILE["typst"]).tree(), *(composed(held_year, language) for language in LANGUAGES)]
    elsewhere = dict(
        os.environ,
        DJANGO_SETTINGS_MODULE="tongket.settings",
        HOME=str(tmp_path),
        LC_ALL="C.UTF-8",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="0",
        TONGKET_LANGUAGE="ru",
        TZ="Pacific/Kiritimati",
        XDG_DATA_HOME=str(tmp_path),
    )
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(trees),
        env=elsewhere,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    here = {
        f"{n} {format}": sha256(write(tree)).hexdigest()
        for n, tree in enumerate(trees)
        for format, write in WRITERS.items()
    }
    assert json.loads(done.stdout) == here


def composed(held: HeldYear, language: str) -> Tree:
    with translation.override(language):
        return compose(held.review, number=1, language=language).tree()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_breaks_a_file(text: str, format: str) -> None:
    tree = report(text).tree()

    assert WRITERS[format](tree) == WRITERS[format](tree)


@pytest.mark.parametrize("format", FORMATS)
def test_a_report_may_have_nothing_to_say(format: str) -> None:
    assert len(WRITERS[format](bare().tree())) > 1000


@pytest.mark.parametrize("format", FORMATS)
def test_another_date_or_word_is_another_file(format: str) -> None:
    tree = report().tree()

    assert WRITERS[format]({**tree, "colophon": ["Another"]}) != WRITERS[format](tree)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "//example.org", ""])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    tree = report().tree()
    tree["notes"][0]["source_url"] = address

    assert paper.ready(tree)["notes"][0]["host"] == ""
    for format in ("docx", "pdf"):
        assert b"example.org" not in WRITERS[format](tree)


def test_a_square_stands_for_what_the_typeface_lacks() -> None:
    assert typeface.shown("Năm 2024: 13,85 % — ВРП ≥ €5") == "Năm 2024: 13,85 % — ВРП ≥ €5"
    assert typeface.shown("汉\u200b字\x00\n😀") == "□□□ □"
