"""HTML: what a page says, in the order in which it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml import etree
from lxml import html as lxml_html

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import lines
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.places import Source
from tongket.documents.sources.writing import whole

# Nothing that was passed over is tried again: a text of many comments would else be cut in every possible way.
_OPENING = re.compile(
    r"\ufeff?\s*+(?><!--.*?-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
MEDIA_TYPE = "text/html"

_HEAD = 2_000  # a page begins with its root
_LANGUAGE = re.compile(rb"""<html\b[^>]*?\slang=["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)""", re.IGNORECASE)
_SPAN = re.compile(r"\s*[0-9]{1,5}", re.ASCII)
_MUTE = frozenset({"script", "style", "head", "nav", "svg", "template", "noscript", "button", "select", "input"})
_PHRASES = """
a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q s samp small span strong sub sup time tt u
var wbr
"""
_INLINE = frozenset(_PHRASES.split())


def language(content: bytes) -> str:
    """What the first tag of a page says of its language."""
    found = _LANGUAGE.search(content[:_HEAD])
    return found[1].decode("ascii") if found else ""


def is_html(text: str) -> bool:
    """Whether a text begins as a page does."""
    return _OPENING.match(text) is not None


def read(text: str, *, name: str, notations: Notations) -> Source:
    """The text of a page: a line for each block, tables row by row, without marks of notes, menus and drawings.

    A mark that leads to a note of the same page (a raised link to a place in it) belongs to no sentence. Raises
    InvalidInput when nothing is left.
    """
    # Bytes, as a page that names its encoding may not be parsed from text; we have decoded it, whatever it says.
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = lxml_html.document_fromstring(text.removeprefix("\ufeff").encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if any("depth" in fault.message.lower() for fault in parser.error_log):
        raise InvalidInput(gettext_noop("{name}: the page is nested too deeply to be read."), name=name)
    return whole(() if root is None else _blocks(root), name=name, notations=notations, media_type=MEDIA_TYPE)


def _blocks(element: lxml_html.HtmlElement) -> Iterator[str]:
    """The lines of an element: its own text, gathered across inline elements, and those of the blocks in it."""
    pending = [element.text or ""]
    for child in element:
        if _is_mute(child):
            pending.append(child.tail or "")
            continue
        if child.tag in _INLINE and not any(_is_block(inner) for inner in child.iterdescendants()):
            pending.append(_inline(child) + (child.tail or ""))
            continue
        yield lines.tidy("".join(pending))
        pending = [child.tail or ""]
        if child.tag == "table":
            yield from _table(child)
        else:
            yield from _blocks(child)
    yield lines.tidy("".join(pending))


def _is_block(element: lxml_html.HtmlElement) -> bool:
    return isinstance(element.tag, str) and element.tag not in _INLINE


def _is_mute(element: lxml_html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _MUTE:
        return True
    return element.get("aria-hidden") == "true" or _is_note_mark(element)


def _is_note_mark(element: lxml_html.HtmlElement) -> bool:
    """A raised link to a place in the same page."""
    if element.tag != "sup":
        return False
    links = element.findall(".//a") or ([element.getparent()] if element.getparent().tag == "a" else [])
    return bool(links) and all((link.get("href") or "").startswith("#") for link in links)


def _inline(element: lxml_html.HtmlElement) -> str:
    inside = "".join(("" if _is_mute(child) else _inline(child)) + (child.tail or "") for child in element)
    said = (element.text or "") + inside
    return lines.raised(said) if element.tag == "sup" else said


def _table(element: lxml_html.HtmlElement) -> Iterator[str]:
    yield from (lines.tidy(_inline(caption)) for caption in element.findall("./caption"))
    rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    headed = zip(rows, cells, strict=True)
    headings = len(list(takewhile(lambda both: _is_heading(*both), headed)))
    yield from lines.table([list(map(_cell, row)) for row in cells], headings=headings)


def _is_heading(row: lxml_html.HtmlElement, cells: Sequence[lxml_html.HtmlElement]) -> bool:
    """Whether the page says that a whole row is headings."""
    return row.getparent().tag == "thead" or (len(cells) > 1 and all(cell.tag == "th" for cell in cells))


def _cell(cell: lxml_html.HtmlElement) -> lines.Cell:
    said = [line for line in _blocks(cell) if line]
    return lines.Cell(said, _span(cell.get("colspan")), _span(cell.get("rowspan")))


def _span(said: str | None) -> int:
    """How many columns or rows; what is no such number counts as 1, as browsers take it."""
    found = _SPAN.match(said or "")
    return max(int(found[0]), 1) if found else 1
