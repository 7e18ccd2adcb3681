"""Word documents (Office Open XML): paragraphs and tables in the order of the page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import takewhile

from lxml import etree

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import lines
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.places import Source
from tongket.documents.sources.writing import whole
from tongket.documents.text import MAX_BYTES

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PART = "word/document.xml"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ENTRIES = 10_000
_TAGS = 6_000_000
"""Of the text: a table of half a million cells has as many. Each takes some hundred bytes of memory."""
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


def read(content: bytes, *, name: str, notations: Notations) -> Source:
    """The text of a document: a line for each paragraph, tables row by row, without marks of notes.

    Raises InvalidInput when the document is damaged, holds nothing, or would grow beyond what is read of any file.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open(_PART) as part:
            unpacked = part.read(MAX_BYTES + 1)
        _refuse(unpacked, name=name)
        root = etree.fromstring(unpacked, _parser())
    except _DAMAGE:
        raise InvalidInput(
            gettext_noop("{name}: the Word document is damaged or encrypted. Open it in Word and save it again."),
            name=name,
        ) from None
    body = root.find(f"{_W}body")
    return whole(() if body is None else _blocks(body), name=name, notations=notations, media_type=MEDIA_TYPE)


def _refuse(unpacked: bytes, *, name: str) -> None:
    """Raise InvalidInput for what is too much to be read, or brings entities of its own."""
    if len(unpacked) > MAX_BYTES or unpacked.count(b"<") > _TAGS:
        raise InvalidInput(
            gettext_noop("{name}: the document unpacks to more than {limit} bytes or {tags} tags. Divide it."),
            name=name,
            limit=MAX_BYTES,
            tags=_TAGS,
        )
    if b"<!DOCTYPE" in unpacked:
        raise InvalidInput(
            gettext_noop(
                "{name}: the document brings definitions (a DTD), as no Word document does, and is not read. "
                "Open it in Word and save it again."
            ),
            name=name,
        )


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
            case t if t == _ALTERNATIVES:
                yield from (line for chosen in _chosen(child) for line in _blocks(chosen))


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    """The lines of a paragraph: it may hold line breaks, and boxes with paragraphs of their own."""
    text = "".join(_pieces(paragraph))
    yield from (lines.tidy(line) for line in text.split("\n"))
    for box in _boxes(paragraph):
        yield from _blocks(box)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The boxes in an element; those inside a box come with its own paragraphs."""
    for child in _chosen(element) if element.tag == _ALTERNATIVES else element:
        if child.tag == f"{_W}txbxContent":
            yield child
        else:
            yield from _boxes(child)


def _chosen(alternatives: etree._Element) -> list[etree._Element]:
    """Of ways to show the same thing, one: the first choice, else what to fall back on."""
    return list(alternatives)[:1]


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        match child.tag:
            case t if t == f"{_W}r":
                style = child.find(f"{_W}rPr/{_W}rStyle")
                if style is None or style.get(f"{_W}val") not in _NOTE_MARKS:
                    said = "".join(_run(child))
                    height = child.find(f"{_W}rPr/{_W}vertAlign")
                    is_raised = height is not None and height.get(f"{_W}val") == "superscript"
                    yield lines.raised(said) if is_raised else said
            case t if t in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
                continue
            case t if t == _ALTERNATIVES:
                yield from (piece for chosen in _chosen(child) for piece in _pieces(chosen))
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
    headings = len(list(takewhile(lambda row: row.find(f"{_W}trPr/{_W}tblHeader") is not None, rows)))
    yield from lines.table(_grid(rows), headings=headings)


def _grid(rows: Sequence[etree._Element]) -> list[list[lines.Cell]]:
    """The cells of each row. A cell that goes on below has, in the rows there, empty ones that only say so."""
    grid: list[list[lines.Cell]] = [[] for _ in rows]
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        column = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
        grid[number] += [lines.Cell([], column)] if column else []
        begun: dict[int, tuple[int, int]] = {}
        for cell in row.findall(f"{_W}tc"):
            across = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(f"{_W}val") != "restart" and column in above:
                begun[column] = above[column]
                place, index = above[column]
                held = grid[place][index]
                grid[place][index] = replace(held, down=number - place + 1)
            else:
                begun[column] = (number, len(grid[number]))
                grid[number].append(lines.Cell([line for line in _blocks(cell) if line], across))
            column += across
        above = begun
    return grid


def _number(element: etree._Element | None, otherwise: int) -> int:
    said = "" if element is None else element.get(f"{_W}val", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else otherwise
