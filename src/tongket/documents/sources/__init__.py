"""Files as people send them, turned into one text with stable addresses. Pure: bytes in, text out.

The text is made the same way from the same bytes, so that an address into it stays good. A table is written out row
by row: each cell on a line of its own, behind the headings of its row and column, as somebody would read it aloud.
"""

from __future__ import annotations

from tongket.documents.sources import docx, html
from tongket.documents.text import decode


def declared_language(content: bytes) -> str:
    """The language that a Word document or a page says it is in, as ``vi``; empty where it says nothing.

    Such declarations are often left over from a template: weigh them against the text.
    """
    declared = docx.language(content) if docx.is_docx(content) else html.language(content)
    return declared.partition("-")[0].lower()


def text_of(content: bytes, *, name: str) -> str:
    """The text of a file, by what it holds and not by what it is called: Word (docx), HTML, or plain text in UTF-8.

    Raises InvalidInput for what is none of these, is damaged or empty, or would grow beyond measure.
    """
    if docx.is_docx(content):
        return docx.read(content, name=name)
    plain = decode(content, name=name)
    return html.read(plain, name=name) if html.is_html(plain) else plain
