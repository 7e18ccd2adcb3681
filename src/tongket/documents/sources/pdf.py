"""PDF with a text layer: its lines put together to paragraphs again, page by page, without what every page repeats."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources.lines import raised, tidy
from tongket.documents.sources.places import MAX_CHARACTERS, Place, Source, Writing

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 5_000

_HYPHEN = "\ufffe"  # stands where a word was divided at the end of a line
_GAP = 0.65  # in heights of a letter: two cells stand further apart than two words
_WIDER = 1.8  # … and further than the words of their line
_RAISED = 0.42  # of the height above the lowest that letters reach; a digit on the line stands 0.2 above that
_MARGIN = 0.12  # of the page: where headers and footers are
_DIGITS = re.compile(r"[0-9]+")
_PAGE_NUMBER = re.compile(r"\W*[0-9ivxIVX]{1,5}\W*|\W*[0-9]{1,4}\s*/\s*[0-9]{1,4}\W*")
_BARE = re.compile(r"[0-9][0-9., ]*")
_ITEM = re.compile(r"[-–—•*+▪○●]\s|[0-9IVXa-zа-яđ]{1,4}[.)]\s|\(?[0-9a-zа-яđ]{1,2}\)\s", re.IGNORECASE)
_AREA = re.compile(r"[кkcdmмсд]{1,2}$", re.IGNORECASE)  # the units whose squares and cubes are raised digits


_Letter = tuple[str, float, float, float, float, float]
"""A sign, the left, right, lower and upper end of its line's height, and where its own drawing begins from below."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands together on a line: the text, and where on the page; ``size`` is the height of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    alone: bool


def is_pdf(content: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return b"%PDF-" in content[:1024]


def read(content: bytes, *, name: str) -> Source:
    """The text of a PDF with the page of each part.

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
        return _read(document, name)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, name: str) -> Source:
    if len(document) > MAX_PAGES:
        raise InvalidInput(
            gettext_noop("{name}: the PDF has {pages} pages; at most {limit} are read. Divide it."),
            name=name,
            pages=len(document),
            limit=MAX_PAGES,
        )
    pages: list[tuple[float, list[_Piece]]] = []
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
        text = page.get_textpage()
        pages.append((page.get_height(), list(_pieces(text))))
        length += text.count_chars()
        text.close()
        page.close()
        if length > MAX_CHARACTERS:
            break  # writing them says so
    if not any(pieces for _, pieces in pages):
        raise InvalidInput(
            gettext_noop(
                "{name}: the PDF holds pictures of pages and no text. Have its text recognised (OCR), or ask for the "
                "file that it was printed from."
            ),
            name=name,
        )
    writing = Writing(name)
    repeated = _repeated(pages)
    before: _Piece | None = None
    for number, (height, pieces) in enumerate(pages, start=1):
        kept = [p for p in pieces if not _is_repeated(p, height, repeated)]
        right = max((p.right for p in kept), default=0.0)
        for piece in kept:
            place = Place(page=number)
            if before is not None:
                joins = _joins(before, piece, right)
                writing.add("" if before.text.endswith(_HYPHEN) else " " if joins else "\n", place)
            writing.add(piece.text.removesuffix(_HYPHEN), place)
            before = piece
    writing.add("\n", Place(page=len(pages)))
    return writing.source(MEDIA_TYPE)


def _pieces(page: pypdfium2.PdfTextPage) -> Iterator[_Piece]:
    """The lines of a page in its own order, each cut where cells stand apart."""
    box = raw.FS_RECTF()
    tight = [ctypes.c_double() for _ in range(4)]
    line: list[_Letter] = []
    for index in range(page.count_chars()):
        sign = _HYPHEN if raw.FPDFText_IsHyphen(page, index) == 1 else chr(raw.FPDFText_GetUnicode(page, index))
        if sign in "\r\n":
            yield from _cut(line)
            line = []
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        if line and sign != " " and _elsewhere(line[-1], box):
            yield from _cut(line)
            line = []
        # A raised digit may be a small letter high up, or one that is drawn small and high: its drawing tells.
        drawn = sign.isdigit() and raw.FPDFText_GetCharBox(page, index, *tight)
        line.append((sign, box.left, box.right, box.bottom, box.top, tight[2].value if drawn else box.bottom))
        if sign == _HYPHEN:
            yield from _cut(line)
            line = []
    yield from _cut(line)


def _elsewhere(before: _Letter, box: raw.FS_RECTF) -> bool:
    """Whether a letter stands on another line than the one before it."""
    _, _, _, bottom, top, _ = before
    return box.top <= bottom or box.bottom >= top


def _cut(line: Sequence[_Letter]) -> Iterator[_Piece]:
    signs = [letter for letter in line if letter[0] not in " \u00a0\x00\x02"]
    if not signs:
        return
    size = median(top - bottom for _, _, _, bottom, top, _ in signs)
    if size <= 0:
        return
    gaps = [max(after[1] - before[2], 0.0) for before, after in pairwise(signs)]
    words = [gap for gap in gaps if gap > size / 8]
    # The middle of the gaps, or the least where there are few: in a row of cells most may be wide.
    usual = sorted(words)[(len(words) - 1) // 3] if len(words) > 1 else 0.0
    wide = {n for n, gap in enumerate(gaps) if gap > _GAP * size and gap > _WIDER * usual}
    cells: list[list[int]] = [[0]]
    for n in range(1, len(signs)):
        if n - 1 in wide:
            cells.append([])
        cells[-1].append(n)
    places = {id(letter): n for n, letter in enumerate(line)}
    for cell in cells:
        first, last = places[id(signs[cell[0]])], places[id(signs[cell[-1]])]
        text = tidy(_said(line[first : last + 1], size))
        if len(cells) > 1 and _BARE.fullmatch(text):
            text += ";"  # the words of the next cell are not what it counts
        if text:
            yield _Piece(text, signs[cell[0]][1], signs[cell[-1]][2], signs[cell[0]][3], size, len(cells) == 1)


def _said(letters: Sequence[_Letter], size: float) -> str:
    """The text of letters. Small digits above the line are a unit's square or cube, or lead to a note and are left."""
    said = ""
    base = median(bottom for _, _, _, bottom, _, _ in letters)
    for sign, _, _, _, _, foot in letters:
        if sign in "\x00\x02":
            continue
        if sign.isdigit() and foot > base + _RAISED * size:
            sign = raised(sign) if _AREA.search(said) and sign in "23" else ""
        said += sign
    return said


def _masked(piece: _Piece) -> str:
    return _DIGITS.sub("#", piece.text.casefold())


def _repeated(pages: Sequence[tuple[float, list[_Piece]]]) -> set[str]:
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


def _is_repeated(piece: _Piece, height: float, repeated: set[str]) -> bool:
    if not _in_margin(piece, height):
        return False
    return _masked(piece) in repeated or (piece.alone and _PAGE_NUMBER.fullmatch(piece.text) is not None)


def _in_margin(piece: _Piece, height: float) -> bool:
    return not _MARGIN * height < piece.bottom < (1 - _MARGIN) * height


def _joins(before: _Piece, piece: _Piece, right: float) -> bool:
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
