"""The PDF: everything that the tree says can be read in it, reached in it, and kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.utils import translation
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from tests.chapters.publication.test_editions import runs, tree
from tests.factories.reports import HOSTILE, bare, report
from tests.factories.year import HeldYear
from tongket.base.localities import LANGUAGES
from tongket.publication import paper, pdf, typeface
from tongket.publication.report import Tree


def read(tree: Tree) -> PdfReader:
    return PdfReader(BytesIO(pdf.write(tree)))


def squeezed(text: str) -> str:
    """Without blanks and hyphens, which the end of a line may add."""
    return re.sub(r"[\s\u00ad-]", "", text)


def text_of(file: PdfReader) -> str:
    """The text of all pages without what stands above and below each: its number, and what the report is."""
    cover, *pages = [page.extract_text().splitlines() for page in file.pages]
    return "\n".join(line for lines in (cover, *(lines[1:-1] for lines in pages)) for line in lines)


def links(file: PdfReader) -> Iterator[Any]:
    for page in file.pages:
        for annotation in page.get("/Annots", ()):
            yield annotation.get_object()


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_tree_says_stands_in_the_pdf(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)
    file = read(composed)
    said = text_of(file)

    for run in runs(composed["sections"]):
        assert squeezed(run["text"] + (f"[{run['note']}]" if run["note"] else "")) in squeezed(said), run
    for note in composed["notes"]:
        assert squeezed(note["quote"]) in squeezed(said)
    for line in (composed["unit"], composed["headline"], composed["subtitle"], *composed["colophon"]):
        assert squeezed(line) in squeezed(said)
    # What is copied out of a number must be that number: nothing unseen between its digits.
    assert {character for character in said if unicodedata.category(character) == "Cf"} <= {"\u00ad"}
    assert typeface.LACKING not in said


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_what_it_is(held_year: HeldYear, language: str) -> None:
    composed = tree(held_year, language)
    file = read(composed)
    root, metadata = file.trailer["/Root"], file.metadata
    packet = root["/Metadata"].get_data().decode("utf-8")

    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (paper.LOCALES[language], True)
    assert metadata is not None
    assert (metadata.title, metadata.author) == (composed["title"], composed["unit"])
    assert metadata.creation_date == metadata.modification_date == paper.moment(composed)
    assert "<pdfaid:part>2<" in packet
    assert "<pdfaid:conformance>A<" in packet
    assert "<pdfuaid:part>1<" in packet
    assert [round(float(side) / 72 * 25.4) for side in file.pages[0].mediabox[2:]] == [210, 297]


@pytest.mark.django_db
def test_no_font_comes_from_the_machine(held_year: HeldYear) -> None:
    file = read(tree(held_year, "vi"))
    fonts = {font.get_object()["/BaseFont"] for page in file.pages for font in page["/Resources"]["/Font"].values()}

    families = {re.sub(r"^/[A-Z]{6}\+|-.*$", "", font) for font in fonts}
    assert families <= {"LibertinusSerif", "NewCM10", "DejaVuSansMono"}


@pytest.mark.django_db
def test_every_number_leads_to_its_note_and_back(held_year: HeldYear) -> None:
    composed = tree(held_year, "en")
    file = read(composed)
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(file.pages) if page.indirect_reference}
    ways = [link["/Dest"] for link in links(file) if "/Dest" in link]
    targets = [pages[destination(way).idnum] for way in ways]
    mentions = sum(1 for run in runs(composed["sections"]) if run["note"])
    sections = [section for section in composed["sections"] if section["blocks"]]

    # The contents, a way to the note for each mention, a way back for each note.
    assert len(ways) == len(sections) + 1 + mentions + len(composed["notes"])
    first_of_notes = targets[len(sections)]
    there, back = targets[len(sections) + 1 :][:mentions], targets[-len(composed["notes"]) :]
    assert min(there) == first_of_notes > max(back) >= min(back) == 1
    assert all(link["/Contents"] for link in links(file))  # said to those who listen


def destination(way: Any) -> IndirectObject:
    page = way.get_object()[0] if isinstance(way, IndirectObject) else way[0]
    assert isinstance(page, IndirectObject)
    return page


def structure(node: Any, kind: str) -> Iterator[Any]:
    """The elements of a kind in the tree that readers of screens follow."""
    node = node.get_object()
    if isinstance(node, list):
        for part in node:
            yield from structure(part, kind)
    elif isinstance(node, dict):
        if node.get("/S") == kind:
            yield node
        if "/K" in node:
            yield from structure(node["/K"], kind)


@pytest.mark.django_db
def test_charts_have_words_tables_have_heads_and_foreign_words_their_language(held_year: HeldYear) -> None:
    composed = tree(held_year, "vi")
    file = read(composed)
    root = file.trailer["/Root"]["/StructTreeRoot"]
    blocks = [block for section in composed["sections"] for block in section["blocks"]]

    told = {element["/Alt"] for element in structure(root, "/Figure")}
    assert told == {block["alternative"] for block in blocks if block["kind"] == "chart"}
    heads = [element for table in structure(root, "/Table") for element in structure(table["/K"], "/TH")]
    assert len(heads) == sum(len(block["columns"]) for block in blocks if block["kind"] == "table")
    drawn = b"".join(page.get_contents().get_data() for page in file.pages)  # type: ignore[union-attr]
    assert set(re.findall(rb"/Lang ?\((.*?)\)", drawn)) == {b"vi-VN", b"ru-RU", b"en-GB"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_printed_as_it_stands(language: str) -> None:
    said = text_of(read(report(HOSTILE["typst"], language=language).tree()))

    assert squeezed(said).count(squeezed(HOSTILE["typst"])) >= 12


@pytest.mark.parametrize(("text", "told"), [("13,85 %", False), ("汉字 13,85 %", True), ("given: □", False)])
def test_what_cannot_be_shown_is_admitted_on_the_cover(text: str, told: bool) -> None:
    tree = report(text).tree()
    with translation.override("en"):
        remark = paper.words(tree).unprintable

    assert (squeezed(remark) in squeezed(text_of(read(tree)))) == told


def test_the_typeface_has_every_character_that_it_is_said_to_have() -> None:
    everything = " ".join(typeface.characters())
    tree = {**bare().tree(), "colophon": [everything]}

    assert not pdf._data(tree)["lacking"]
    pdf.write(tree)  # refuses a character without a glyph, as PDF/A does


def test_a_word_that_no_line_can_hold_is_cut() -> None:
    said = text_of(read(report("W" * 300).tree()))

    assert max(map(len, re.findall("W+", said))) < 100
