"""Files as people send them, turned into one text with stable addresses. Pure: bytes in, text and places out.

The text is made the same way from the same bytes, so that an address into it stays good. A table is written out row
by row: each cell on a line of its own, behind the headings of its row and column, as somebody would read it aloud.
"""

from __future__ import annotations

from tongket.base.errors import InvalidInput
from tongket.documents.sources import delimited, docx, html, ods, pdf, xlsx
from tongket.documents.sources.notation import Notations, plain
from tongket.documents.sources.places import Places, Source
from tongket.documents.text import check_size, decode


def declared_language(content: bytes) -> str:
    """The language that a Word document or a page says it is in, as ``vi``; empty where it says nothing.

    Such declarations are often left over from a template: weigh them against the text.
    """
    declared = docx.language(content) if docx.is_docx(content) else html.language(content)
    return declared.partition("-")[0].lower()


def read(content: bytes, *, name: str, notations: Notations = plain) -> Source:
    """A file as it is read, by what it holds and not by what it is called.

    Word (docx), PDF, Excel (xlsx), OpenDocument spreadsheets (ods), HTML, tables of plain text (csv) and plain text in
    UTF-8. ``notations`` tells how the language of a file writes numbers and units, ``reading.notations`` for one.
    Raises InvalidInput for what is none of these, is damaged, encrypted or empty, or would grow beyond measure.
    """
    check_size(content, name=name)
    if docx.is_docx(content):
        return docx.read(content, name=name, notations=notations)
    if xlsx.is_xlsx(content):
        return xlsx.read(content, name=name, notations=notations)
    if ods.is_ods(content):
        return ods.read(content, name=name, notations=notations)
    if pdf.is_pdf(content):
        return pdf.read(content, name=name, notations=notations)
    try:
        text = decode(content, name=name)
    except InvalidInput:
        table = delimited.decode(content, name=name)
        if table is None:
            raise
        return delimited.read(table, name=name, notations=notations)
    if html.is_html(text):
        return html.read(text, name=name, notations=notations)
    if delimited.delimiter(text) is not None:
        return delimited.read(text, name=name, notations=notations)
    return Source(text, Places(), "text/plain")


def text_of(content: bytes, *, name: str, notations: Notations = plain) -> str:
    """The text of a file, without its places; see ``read``."""
    return read(content, name=name, notations=notations).text


__all__ = ["Source", "declared_language", "read", "text_of"]
