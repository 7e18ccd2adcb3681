"""The Word document in LibreOffice: it opens without repair, and everything that the tree says is on its pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.chapters.publication.test_editions import runs, tree
from tests.chapters.publication.test_pdf import squeezed, text_of
from tests.factories.year import HeldYear
from tongket.base.localities import LANGUAGES
from tongket.publication import docx
from tongket.publication.report import Tree

pytestmark = [pytest.mark.django_db, pytest.mark.office]

Convert = Callable[[Path], Path]


@pytest.fixture(scope="module")
def convert(libreoffice: str, tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert the Word documents of a folder to PDF; a file that will not open gives none, and nothing is repaired."""
    profile = tmp_path_factory.mktemp("office")

    def converted(folder: Path) -> Path:
        # A profile of its own: else one that runs on this machine would be asked, or its settings read.
        command = [libreoffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        return folder

    return converted


@pytest.fixture(scope="module")
def composed(held_year: HeldYear) -> dict[str, Tree]:
    return {language: tree(held_year, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def pages(composed: dict[str, Tree], convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition's Word documents as LibreOffice prints them, and one that was cut off on its way here."""
    folder = tmp_path_factory.mktemp("printed")
    for language, said in composed.items():
        (folder / f"{language}.docx").write_bytes(docx.write(said))
    whole = (folder / "en.docx").read_bytes()
    (folder / "cut.docx").write_bytes(whole[: len(whole) // 2])
    return convert(folder)


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_prints_all_of_it(composed: dict[str, Tree], pages: Path, language: str) -> None:
    tree, file = composed[language], PdfReader(pages / f"{language}.pdf")
    said = squeezed(text_of(file))

    sections = [section for section in tree["sections"] if section["blocks"]]
    for section in sections:
        assert said.count(squeezed(section["heading"])) >= 2  # in the contents, and where it stands
        for block in section["blocks"]:
            for label in (block.get("caption", ""), *block.get("columns", ())):
                assert squeezed(label) in said
    for run in runs(tree["sections"]):
        assert squeezed(run["text"] + (f"[{run['note']}]" if run["note"] else "")) in said, run
    for note in tree["notes"]:
        assert squeezed(note["quote"]) in said
    charts = [block for section in sections for block in section["blocks"] if block["kind"] == "chart"]
    drawn = b"".join(page.get_contents().get_data() for page in file.pages)  # type: ignore[union-attr]
    assert len(re.findall(rb"/Im\d+ Do\b", drawn)) == len(charts) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_numbered_and_none_is_empty(composed: dict[str, Tree], pages: Path, language: str) -> None:
    texts = [page.extract_text() for page in PdfReader(pages / f"{language}.pdf").pages]

    assert min(len(squeezed(text)) for text in texts) > 100
    assert [text.split()[0] for text in texts[1:]] == [str(n) for n in range(2, len(texts) + 1)]


def test_a_document_that_is_broken_is_not_opened(pages: Path) -> None:
    assert sorted(file.stem for file in pages.glob("*.pdf")) == sorted(LANGUAGES)
