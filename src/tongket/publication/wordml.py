"""The elements of WordprocessingML that python-docx has no words for, the template, and the packing."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

# Where the files of the template stand in the package.
_PARTS = {
    "content_types.xml": "[Content_Types].xml",
    "package.rels.xml": "_rels/.rels",
    "document.rels.xml": "word/_rels/document.xml.rels",
    "document.xml": "word/document.xml",
    "styles.xml": "word/styles.xml",
    "settings.xml": "word/settings.xml",
    "numbering.xml": "word/numbering.xml",
    "fontTable.xml": "word/fontTable.xml",
}
_BLANK = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_FORBIDDEN = re.compile(r"[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def opened() -> Opened:
    """An empty document with our styles. The template of python-docx brings 800 KB of styles that nobody asked for."""
    folder = files("tongket") / "publication" / "docx_template"
    package = BytesIO()
    with ZipFile(package, "w") as parts:
        for name, place in _PARTS.items():
            parts.writestr(place, (folder / name).read_bytes())
    package.seek(0)
    document = Document(package)
    # Each paragraph and run asks for its style by name, and python-docx walks through all of them: ours stay the same.
    document.part.get_style_id = cache(document.part.get_style_id)  # type: ignore[method-assign]
    return document


def packed(document: Opened) -> bytes:
    """The bytes of a document: its parts by name, without the hour of packing.

    They are stored, not compressed: what deflate makes of the same bytes differs between builds of zlib.
    """
    loose, package = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as parts, ZipFile(package, "w", ZIP_STORED) as made:
        for name in sorted(parts.namelist()):  # brackets sort first: the list of types leads, as readers expect
            made.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name))
    return package.getvalue()


def legal(node: Any) -> Any:
    """A part of the tree without the characters that XML forbids, and every blank an ordinary one."""
    if isinstance(node, str):
        return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", _BLANK.sub(" ", node))
    if isinstance(node, list):
        return [legal(part) for part in node]
    return {key: legal(part) for key, part in node.items()} if isinstance(node, dict) else node


def element(tag: str, **attributes: str) -> Any:
    """An element such as ``w:tab`` with attributes of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def say_language(run: Run, language: str) -> None:
    """Mark the language of a run."""
    run._r.get_or_add_rPr().append(element("w:lang", val=language, eastAsia=language))


def linked(paragraph: Paragraph, text: str, *, style: str, anchor: str = "", address: str = "") -> Any:
    """Append a link to a bookmark of the document or to an address; returns its element."""
    link = element("w:hyperlink", history="1")
    if anchor:
        link.set(qn("w:anchor"), anchor)
    else:
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text, style=style)
    link.append(run._r)
    paragraph._p.append(link)
    return link


def marked(target: Any, name: str, number: int) -> None:
    """Put a bookmark round an element that stands in a paragraph; numbers are unique in a document."""
    target.addprevious(element("w:bookmarkStart", id=str(number), name=name))
    target.addnext(element("w:bookmarkEnd", id=str(number)))


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Append a field, such as the number of the page; ``shown`` stands until the reader's program has counted."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else None)
        if kind == "instruction":
            words = element("w:instrText")
            words.text = instruction
            run._r.append(words)
        elif kind == "begin":
            run._r.append(element("w:fldChar", fldCharType=kind, dirty="true"))
        elif kind != "shown":
            run._r.append(element("w:fldChar", fldCharType=kind))
