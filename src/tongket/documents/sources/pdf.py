"""PDF with a text layer: its lines put together to paragraphs again, page by page, without what every page repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import pdf_columns, pdf_tables
from tongket.documents.sources.lines import Spread
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.pdf_letters import BARE, HYPHEN, Piece, cut, lines_of
from tongket.documents.sources.pdf_rules import Rules
from tongket.documents.sources.pdf_tables import Table
from tongket.documents.sources.places import MAX_CHARACTERS, Place, Source
from tongket.documents.sources.writing import whole

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 5_000

_MARGIN = 0.12  # of the page: where headers and footers are
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"\W*[0-9ivxIVX]{1,5}\W*|\W*[0-9]{1,4}\s*/\s*[0-9]{1,4}\W*")
_ITEM = re.compile(r"[-–—•*+▪○●]\s|[0-9IVXa-zа-яđ]{1,4}[.)]\s|\(?[0-9a-zа-яđ]{1,2}\)\s", re.IGNORECASE)


def is_pdf(content: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in content[:1024]


def read(content: bytes, *, name: str, notations: Notations) -> Source:
    """The text of a PDF with the page of each part, and the row and column of each cell of a table.

    Raises InvalidInput for a file that is damaged, needs a password, holds only pictures or nothing, or would grow
    beyond measure.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise InvalidInput(
                gettext_noop("{name}: the PDF is encrypted and needs a password. Save it without one, and read that."),
                name=name,
            ) from None
        raise InvalidInput(
            gettext_noop("{name}: the PDF is damaged. Write it again where it was made, and read that."), name=name
        ) from None
    try:
        pages = _pages(document, name)
        return whole(_lines(pages), name=name, notations=notations, media_type=MEDIA_TYPE)
    finally:
        document.close()


_Page = tuple[float, list[Piece | Table]]
"""The height of a page, and what stands on it in its own order."""


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[_Page]:
    if len(document) > MAX_PAGES:
        raise InvalidInput(
            gettext_noop("{name}: the PDF has {pages} pages; at most {limit} are read. Divide it."),
            name=name,
            pages=len(document),
            limit=MAX_PAGES,
        )
    pages: list[_Page] = []
    rules = Rules()
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            raise InvalidInput(
                gettext_noop("{name}: page {page} of the PDF is damaged. Write it again, and read that."),
                name=name,
                page=number + 1,
            ) from None
        height = page.get_height()
        text = page.get_textpage()
        grids = [grid for grid in rules.grids(page) if _in_text(grid.ys[-1], grid.ys[0], height)]
        found: list[Piece | Table] = []
        last = next((part for part in reversed(pages[-1][1]) if isinstance(part, Table)), None) if pages else None
        for part in pdf_tables.ruled(list(lines_of(text)), grids, number + 1, last):
            found += [part] if isinstance(part, Table) else cut(part)
        pages.append((height, found))
        length += text.count_chars()
        text.close()
        page.close()
        if length > MAX_CHARACTERS:
            break  # writing them says so
    if not any(found for _, found in pages):
        raise InvalidInput(
            gettext_noop(
                "{name}: the PDF holds pictures of pages and no text. Have its text recognised (OCR), or ask for the "
                "file that it was printed from."
            ),
            name=name,
        )
    return pages


def _in_text(bottom: float, top: float, height: float) -> bool:
    """Whether a grid is part of the text, and not of what stands above or below it on every page."""
    return top > _MARGIN * height and bottom < (1 - _MARGIN) * height


def _lines(pages: Sequence[_Page]) -> Iterator[str]:
    """The lines of the text: its paragraphs, across pages, and those of its tables."""
    repeated = _repeated([(height, [p for p in found if isinstance(p, Piece)]) for height, found in pages])
    paragraph: list[tuple[str, Place]] = []
    before: Piece | None = None
    table: Table | None = None
    for number, (height, found) in enumerate(pages, start=1):
        kept = [p for p in found if isinstance(p, Table) or not _is_repeated(p, height, repeated)]
        right = max((p.right for p in kept if isinstance(p, Piece)), default=0.0)
        for part in pdf_columns.with_tables(kept, number, table):
            if isinstance(part, Table):
                if paragraph:
                    yield Spread.of(paragraph)
                    paragraph, before = [], None
                if table is None or not table.takes(part):
                    if table is not None:
                        yield from table.lines()
                    table = part
                continue
            if table is not None:
                yield from table.lines()
                table = None
            text = part.text
            if not part.alone and BARE.fullmatch(text):
                text += ";"  # the words of the next cell are not what it counts
            place = Place(page=number)
            if before is not None and before.text.endswith(HYPHEN):
                paragraph.append((text.removesuffix(HYPHEN), place))
            elif before is not None and _joins(before, part, right):
                paragraph.append((" " + text.removesuffix(HYPHEN), place))
            else:
                if paragraph:
                    yield Spread.of(paragraph)
                paragraph = [(text.removesuffix(HYPHEN), place)]
            before = replace(part, text=text)
    if paragraph:
        yield Spread.of(paragraph)
    if table is not None:
        yield from table.lines()


def _masked(piece: Piece) -> str:
    return _DIGITS.sub("#", piece.text.casefold())


def _repeated(pages: Sequence[tuple[float, list[Piece]]]) -> set[str]:
    """What stands in the margins of half of the pages or more, the same but for numbers that count the pages."""
    seen: dict[str, list[tuple[int, list[str]]]] = {}
    for number, (height, pieces) in enumerate(pages):
        for text in {p.text for p in pieces if _in_margin(p, height)}:
            seen.setdefault(_DIGITS.sub("#", text.casefold()), []).append((number, _DIGITS.findall(text)))
    return {
        text
        for text, found in seen.items()
        if len(found) > 1
        and 2 * len(found) >= len(pages) - 1
        and text.strip("# ")
        and all(
            len({digits[n] for _, digits in found}) == 1 or len({int(digits[n]) - page for page, digits in found}) == 1
            for n in range(len(found[0][1]))
        )
    }


def _is_repeated(piece: Piece, height: float, repeated: set[str]) -> bool:
    if not _in_margin(piece, height):
        return False
    return _masked(piece) in repeated or (piece.alone and _PAGE_NUMBER.fullmatch(piece.text) is not None)


def _in_margin(piece: Piece, height: float) -> bool:
    return not _MARGIN * height < piece.bottom < (1 - _MARGIN) * height


def _joins(before: Piece, piece: Piece, right: float) -> bool:
    """Whether a line goes on with the paragraph of the line before: that was full, and this begins no item."""
    if (
        not before.alone
        or not piece.alone
        or _ITEM.match(piece.text)
        or abs(before.size - piece.size) > 0.1 * piece.size
    ):
        return False
    apart = before.bottom - piece.bottom
    near = 0 < apart < 1.9 * piece.size or apart < 0  # the next line, or the next column or page
    ended = before.text.endswith((".", ":", ";", "!", "?"))
    if apart < 0 and ended:
        return False
    full = before.right - before.left > 0.5 * (right - before.left) or not ended
    return (
        near
        and full
        and not (ended and before.right < right - 6 * piece.size)
        and (
            piece.text[:1].islower()
            or before.right > right - 6 * piece.size
            or before.right >= piece.right - piece.size
        )
    )
