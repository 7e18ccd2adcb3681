"""Word documents (Office Open XML): paragraphs and tables in the order of the page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import lines
from tongket.documents.text import MAX_BYTES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = "word/document.xml"
_ENTRIES = 10_000
# Styles of characters by which a mark leads to a note; Word's own are references to footnotes, which are elements.
_NOTE_MARKS = frozenset({"NoteMark", "FootnoteReference", "EndnoteReference"})

_DAMAGE = (zipfile.BadZipFile, etree.XMLSyntaxError, RuntimeError, EOFError, OSError, NotImplementedError, ValueError)


def is_docx(content: bytes) -> bool:
    """Whether the bytes are a package with a Word document in it."""
    if not content.startswith(b"PK\x03\x04") or len(content) > MAX_BYTES:
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return len(package.infolist()) <= _ENTRIES and _PART in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def language(content: bytes) -> str:
    """The language that the document's styles take for granted; empty where they say nothing that can be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open("word/styles.xml") as part:
            root = etree.fromstring(part.read(MAX_BYTES), _parser())
    except (KeyError, *_DAMAGE):
        return ""
    said = root.find(f"{_W}docDefaults//{_W}lang")
    return "" if said is None else str(said.get(f"{_W}val", ""))


def read(content: bytes, *, name: str) -> str:
    """The text of a document: a line for each paragraph, tables row by row, without marks of notes.

    Raises InvalidInput when the document is damaged, holds nothing, or would grow beyond what is read of any file.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open(_PART) as part:
            unpacked = part.read(MAX_BYTES + 1)
        if len(unpacked) > MAX_BYTES:
            raise InvalidInput(
                gettext_noop("{name}: the document unpacks to more than {limit} bytes, and is not read."),
                name=name,
                limit=MAX_BYTES,
            )
        root = etree.fromstring(unpacked, _parser())
        if root.getroottree().docinfo.doctype:
            raise etree.XMLSyntaxError("a document type", 0, 0, 0)
    except _DAMAGE:
        raise InvalidInput(
            gettext_noop("{name}: the Word document is damaged or encrypted. Open it in Word and save it again."),
            name=name,
        ) from None
    body = root.find(f"{_W}body")
    said = lines.whole(() if body is None else _blocks(body))
    if not said.strip():
        raise InvalidInput(gettext_noop("{name}: the document has no text. There is nothing to read."), name=name)
    return said


def _parser() -> etree.XMLParser:
    """No entity is ever replaced, nothing is fetched; a document type is no part of a Word document."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _blocks(element: etree._Element) -> Iterator[str]:
    for child in element:
        match child.tag:
            case t if t == f"{_W}p":
                yield from _paragraph(child)
            case t if t == f"{_W}tbl":
                yield from _table(child)
            case t if t in (f"{_W}sdt", f"{_W}sdtContent"):
                yield from _blocks(child)


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    """The lines of a paragraph: it may hold line breaks, and boxes with paragraphs of their own."""
    text = "".join(_pieces(paragraph))
    yield from (lines.tidy(line) for line in text.split("\n"))
    for box in paragraph.iter(f"{_W}txbxContent"):
        yield from _blocks(box)


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        match child.tag:
            case t if t == f"{_W}r":
                style = child.find(f"{_W}rPr/{_W}rStyle")
                if style is None or style.get(f"{_W}val") not in _NOTE_MARKS:
                    yield from _run(child)
            case t if t in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
                continue
            case t if isinstance(t, str) and t.startswith(_W):
                yield from _pieces(child)


def _run(run: etree._Element) -> Iterator[str]:
    for part in run:
        match part.tag:
            case t if t == f"{_W}t":
                yield part.text or ""
            case t if t == f"{_W}tab":
                yield " "
            case t if t in (f"{_W}br", f"{_W}cr"):
                yield "\n"
            case t if t == f"{_W}noBreakHyphen":
                yield "\N{NON-BREAKING HYPHEN}"


def _table(table: etree._Element) -> Iterator[str]:
    rows = table.findall(f"{_W}tr")
    yield from lines.table(
        [[[line for line in _blocks(cell) if line] for cell in row.findall(f"{_W}tc")] for row in rows]
    )
