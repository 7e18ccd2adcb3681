"""The report tree as a Word document, which people quote from, comment in and paste out of."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils import translation
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Twips
from docx.text.paragraph import Paragraph

from tongket.publication import paper, wordml
from tongket.publication.report import Tree

_WIDTH = 9354  # of the text, in twentieths of a point: what the margins of the template leave of A4
_LONGEST_PROPERTY = 255  # as the standard has it
_QUOTES = {"en": "“”", "vi": "“”", "ru": "«»"}


def write(tree: Tree) -> bytes:
    """The bytes of the edition's Word document; the same tree gives the same bytes."""
    with translation.override(tree["language"]):
        writer = _Writer(wordml.legal(paper.ready(tree)), paper.words(tree))
    writer.cover()
    for section in writer.tree["sections"]:
        writer.section(section)
    if writer.tree["notes"]:
        writer.notes()
    return wordml.packed(writer.document)


class _Writer:
    """One document in the making."""

    def __init__(self, tree: Tree, words: paper.Words) -> None:
        self.tree, self.words = tree, words
        self.document = wordml.opened()
        self._bookmarks = 0
        self._noted = {note["number"] for note in tree["notes"]}
        self._mentioned: set[int] = set()
        self._tell()
        self._page_marks()

    def _tell(self) -> None:
        """Title, dates and language, for catalogues and for those who listen."""
        locale, when = paper.LOCALES[self.tree["language"]], paper.moment(self.tree).replace(tzinfo=None)
        core = self.document.core_properties
        title, unit = (self.tree[name][:_LONGEST_PROPERTY] for name in ("title", "unit"))
        core.title, core.author, core.last_modified_by = title, unit, unit
        core.created = core.modified = when
        core.language, core.revision, core.comments = locale, 1, ""
        default = self.document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        for script in ("val", "eastAsia"):
            default.set(qn(f"w:{script}"), locale)

    def _page_marks(self) -> None:
        """The number in the middle above, from the second page on, as Decree 30/2020 has it; below, what this is."""
        [page] = self.document.sections
        wordml.field(page.header.paragraphs[0], "PAGE", "2")
        what = f"{self.tree['headline']}, {self.tree['subtitle']}"
        page.footer.paragraphs[0].add_run(f"{self.tree['unit']}\t{what}")

    def cover(self) -> None:
        """The first page: what this is, what is in it, what it rests on."""
        add = self.document.add_paragraph
        add(self.tree["unit"], "Unit Name")
        add(self.tree["headline"], "Title")
        add(self.tree["subtitle"], "Subtitle")
        add(self.words.as_of, "As Of")
        parts = [(s["heading"], f"s-{s['slug']}") for s in self.tree["sections"]]
        parts += [(self.words.notes, "s-notes")] if self.tree["notes"] else []
        add(self.words.contents, "Contents Heading")
        for heading, place in parts:
            line = add(style="toc 1")
            wordml.linked(line, heading, style="Default Paragraph Font", anchor=place)
            line.add_run("\t")
            wordml.field(line, f"PAGEREF {place} \\h", "")
        for n, said in enumerate(self.tree["colophon"]):
            paragraph = add(said, "Colophon")
            if n == 0:
                paragraph.paragraph_format.space_before = Twips(900)

    def section(self, section: dict[str, Any]) -> None:
        """A heading and its blocks; the first begins a page."""
        heading = self._heading(section["heading"], section["slug"])
        heading.paragraph_format.page_break_before = section is self.tree["sections"][0]
        for block in section["blocks"]:
            getattr(self, f"_{block['kind']}")(block)

    def _heading(self, text: str, slug: str) -> Paragraph:
        paragraph = self.document.add_paragraph(style="Heading 1")
        self._bookmark(paragraph.add_run(text)._r, f"s-{slug}")
        return paragraph

    def _paragraph(self, block: dict[str, Any]) -> None:
        self._runs(self.document.add_paragraph(style="Aside" if block["aside"] else "Normal"), block["runs"])

    def _items(self, block: dict[str, Any]) -> None:
        for item in block["items"]:
            self._runs(self.document.add_paragraph(style="List Bullet"), item)

    def _chart(self, block: dict[str, Any]) -> None:
        self.document.add_paragraph(block["caption"], "Caption")
        picture = (
            self.document.add_paragraph(style="Figure")
            .add_run()
            .add_picture(BytesIO(paper.picture(block["svg"])), width=Mm(125))
        )
        told = picture._inline.docPr
        told.set("name", block["caption"])
        told.set("descr", block["alternative"])

    def _table(self, block: dict[str, Any]) -> None:
        self.document.add_paragraph(block["caption"], "Caption")
        table = self.document.add_table(0, len(block["columns"]), "Report")
        table.autofit = False
        widths = [Twips(_WIDTH * share // sum(block["widths"])) for share in block["widths"]]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = [[[{"text": heading, "note": None, "lang": None}]] for heading in block["columns"]]
        for n, cells in enumerate([head, *block["rows"]]):
            self._row(table.add_row(), cells, widths, heads=n == 0)
        self.document.add_paragraph(style="Table End")

    def _row(self, row: Any, cells: list[Any], widths: Sequence[Length], *, heads: bool) -> None:
        """A row that stays whole; the one that heads the columns is repeated on every page."""
        kept = row._tr.get_or_add_trPr()
        kept.append(wordml.element("w:cantSplit"))
        if heads:
            kept.append(wordml.element("w:tblHeader"))
        for cell, lines, width in zip(row.cells, cells, widths, strict=True):
            cell.width = width
            for n, line in enumerate(lines or [[]]):
                paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                paragraph.style = "Table Text"
                paragraph.paragraph_format.keep_with_next = True if heads else None
                self._runs(paragraph, line)

    def _runs(self, paragraph: Paragraph, runs: list[dict[str, Any]]) -> None:
        """Runs with a blank between them, each with its language and the way to its note."""
        for n, run in enumerate(runs):
            said = paragraph.add_run((" " if n else "") + run["text"])
            if run["lang"]:
                wordml.say_language(said, paper.LOCALES.get(run["lang"], run["lang"]))
            number = run["note"]
            if number in self._noted:
                mark = wordml.linked(paragraph, f"[{number}]", style="Note Mark", anchor=f"n{number}")
                if number not in self._mentioned:
                    self._mentioned.add(number)
                    self._bookmark(mark, f"r{number}")

    def notes(self) -> None:
        """Where each number comes from, in two columns, each note with the way back to its number."""
        self._heading(self.words.notes, "notes").paragraph_format.page_break_before = True
        columns = self.document.add_section(WD_SECTION.CONTINUOUS)
        columns.different_first_page_header_footer = False
        size = columns._sectPr.find(qn("w:pgMar"))  # the schema wants the columns right behind
        size.addnext(wordml.element("w:cols", num="2", space="397"))
        for note in self.tree["notes"]:
            self._note(note)

    def _note(self, note: dict[str, Any]) -> None:
        paragraph = self.document.add_paragraph(style="Note")
        number, opening, closing = note["number"], *_QUOTES[self.tree["language"]]
        if number in self._mentioned:
            self._bookmark(wordml.linked(paragraph, str(number), style="Way", anchor=f"r{number}"), f"n{number}")
        else:
            self._bookmark(paragraph.add_run(str(number))._r, f"n{number}")
        paragraph.add_run(f"\t{opening}")
        wordml.say_language(paragraph.add_run(note["quote"]), paper.LOCALES.get(note["quote_lang"], note["quote_lang"]))
        paragraph.add_run(closing)
        paragraph.add_run(f" {note['from']}", style="Quiet")
        if note["host"]:
            paragraph.add_run(" (", style="Quiet")
            wordml.linked(paragraph, note["host"], style="Way", address=note["source_url"])
            paragraph.add_run(")", style="Quiet")
        if note["record"]:
            paragraph.add_run(f"; {note['record']}, ", style="Quiet")
            paragraph.add_run(note["entry_hash"], style="Code")
        paragraph.add_run(".", style="Quiet")

    def _bookmark(self, target: Any, name: str) -> None:
        self._bookmarks += 1
        wordml.marked(target, name, self._bookmarks)
