"""The Word document: everything that the tree says stands in it, is marked, and leads to its note and back."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from tests.chapters.publication.test_editions import runs, tree
from tests.factories.reports import HOSTILE, bare, report
from tests.factories.year import HeldYear
from tongket.base.localities import LANGUAGES
from tongket.publication import docx, paper, wordml
from tongket.publication.report import Tree


def read(tree: Tree) -> Opened:
    return Document(BytesIO(docx.write(tree)))


def paragraphs(document: Opened) -> list[str]:
    """Every paragraph of the body, those in tables too, in the order of reading."""
    body = document.element.body
    return ["".join(text.text or "" for text in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def attributes(document: Opened, tag: str, name: str) -> list[str]:
    return [element.get(qn(name)) for element in document.element.body.iter(qn(tag)) if element.get(qn(name))]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_tree_says_stands_in_the_document(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)
    said = paragraphs(read(composed))
    whole = "\n".join(said)

    for run in runs(composed["sections"]):
        assert run["text"] + (f"[{run['note']}]" if run["note"] else "") in whole, run
    for note in composed["notes"]:
        assert note["quote"] in whole
        assert note["entry_hash"][:16] in whole
    for line in (composed["unit"], composed["headline"], composed["subtitle"], *composed["colophon"]):
        assert line in said


@pytest.mark.django_db
def test_every_number_leads_to_its_note_and_back(held_year: HeldYear) -> None:
    composed = tree(held_year, "en")
    document = read(composed)
    places = attributes(document, "w:bookmarkStart", "w:name")
    ways = Counter(attributes(document, "w:hyperlink", "w:anchor"))

    assert len(places) == len(set(places)) == len(set(attributes(document, "w:bookmarkStart", "w:id")))
    assert set(ways) == set(places)
    mentions = Counter(f"n{run['note']}" for run in runs(composed["sections"]) if run["note"])
    assert {way: count for way, count in ways.items() if way.startswith("n")} == mentions
    assert {way for way in ways if way.startswith("r")} == {f"r{note['number']}" for note in composed["notes"]}


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_says_what_it_is(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)
    document = read(composed)
    core, [first, notes] = document.core_properties, document.sections
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")

    assert (core.title, core.author, core.language) == (
        composed["title"],
        composed["unit"],
        paper.LOCALES[language],
    )
    assert core.created is not None
    assert core.created.replace(tzinfo=UTC) == paper.moment(composed)
    assert default.get(qn("w:val")) == paper.LOCALES[language]
    for section in (first, notes):
        assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
        assert abs(section.left_margin - Mm(30)) < Mm(0.1) > abs(section.right_margin - Mm(15))
    # The number of the page, from the second page on.
    assert (first.different_first_page_header_footer, notes.different_first_page_header_footer) == (True, False)
    [instruction] = first.header.paragraphs[0]._p.iter(qn("w:instrText"))
    assert instruction.text == "PAGE"
    assert notes.header.is_linked_to_previous


@pytest.mark.django_db
def test_charts_have_words_tables_have_heads_and_foreign_words_their_language(held_year: HeldYear) -> None:
    composed = tree(held_year, "vi")
    document = read(composed)
    blocks = [block for section in composed["sections"] for block in section["blocks"]]
    charts = [block for block in blocks if block["kind"] == "chart"]
    tables = [block for block in blocks if block["kind"] == "table"]

    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [chart["alternative"] for chart in charts]
    assert len(document.tables) == len(tables)
    for made, block in zip(document.tables, tables, strict=True):
        repeated = [row for row in made.rows if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        assert [[cell.text for cell in row.cells] for row in repeated] == [block["columns"]]
        assert len(made.rows) == len(block["rows"]) + 1
    foreign = {run["text"] for run in runs(composed) if run["lang"]}
    marked = {
        "".join(text.text for text in run.iter(qn("w:t"))).strip()
        for run in document.element.body.iter(qn("w:r"))
        if (language := run.find(f"{qn('w:rPr')}/{qn('w:lang')}")) is not None and language.get(qn("w:val")) == "ru-RU"
    }
    assert foreign
    assert foreign <= marked


def test_the_package_tells_no_time_and_depends_on_no_library_of_the_machine() -> None:
    with ZipFile(BytesIO(docx.write(report().tree()))) as package:
        parts = package.infolist()

    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {part.compress_type for part in parts} == {ZIP_STORED}
    names = [part.filename for part in parts]
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_words_and_nothing_else(text: str) -> None:
    tree, plain = report(text).tree(), report().tree()
    said = paragraphs(read(tree))

    assert elements(tree) == elements(plain)
    assert said.count(wordml.legal(text)) >= 5 or not text.strip()


def elements(tree: Tree) -> Counter[str]:
    """How often each element stands in each part of the document."""
    with ZipFile(BytesIO(docx.write(tree))) as package:
        roots: list[Any] = [etree.fromstring(package.read(n)) for n in package.namelist() if n.endswith(".xml")]
    return Counter(re.sub(r"^\{.*\}", "", str(element.tag)) for root in roots for element in root.iter())


def test_a_report_with_nothing_to_say_has_no_sections_and_no_notes() -> None:
    document = read(bare().tree())

    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"] == []
    assert len(document.sections) == 1
    assert "Nothing stands here" not in "\n".join(paragraphs(read(report().tree())))
