"""OpenDocument spreadsheets (ISO/IEC 26300): each table with its cells as they are shown."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from lxml import etree

from tongket.documents.sources import formats, grid, packages
from tongket.documents.sources.lines import Cell, Line, tidy
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.places import Place, Source
from tongket.documents.sources.writing import whole

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_NUMBERS = ("float", "percentage", "currency")


def is_ods(content: bytes) -> bool:
    """Whether the bytes are a package that says it is an OpenDocument spreadsheet."""
    if not packages.holds(content, "content.xml"):
        return False
    with zipfile.ZipFile(BytesIO(content)) as package:
        try:
            with package.open("mimetype") as said:
                return said.read(200).decode("ascii", "replace").strip() == MEDIA_TYPE
        except packages.DAMAGE:
            return False


def read(content: bytes, *, name: str, notations: Notations) -> Source:
    """The text of a spreadsheet, table by table, with sheet and cell as places.

    Raises InvalidInput when the file is damaged or encrypted, holds nothing, or would grow beyond measure.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return whole(_lines(package, name), name=name, notations=notations, media_type=MEDIA_TYPE)
    except packages.DAMAGE:
        raise packages.damaged(name) from None


def _lines(package: zipfile.ZipFile, name: str) -> Iterator[Line]:
    rows: dict[int, dict[int, Cell]] = {}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    number = cells = 0
    for element in packages.elements(package, "content.xml", (f"{_TABLE}table-row", f"{_TABLE}table"), name=name):
        if element.tag == f"{_TABLE}table":
            yield from grid.read(rows, merged)
            rows, merged, number = {}, {}, 0
            continue
        sheet = next(element.iterancestors(f"{_TABLE}table")).get(f"{_TABLE}name", "")
        repeated = _count(element, "number-rows-repeated")
        found = list(_row(element))
        cells += repeated * sum(many for _, many, _, _ in found)
        if cells > grid.MAX_CELLS:
            raise grid.too_many(name)
        for at in range(number + 1, number + repeated + 1) if found else ():
            rows[at] = {}
            for first, many, cell, spanned in found:
                for column in range(first, first + many):
                    place = Place(sheet=sheet, row=at, column=column)
                    rows[at][column] = Cell(cell.lines, 1, 1, cell.number, cell.grouped, cell.around, place)
                if spanned != (1, 1):
                    merged[at, first] = spanned
        number += repeated


def _row(row: etree._Element) -> Iterator[tuple[int, int, Cell, tuple[int, int]]]:
    """The filled cells of a row: the first column, how many columns repeat it, the cell, what it covers."""
    column = 1
    for element in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        many = _count(element, "number-columns-repeated")
        cell = _cell(element)
        if cell is not None:
            spanned = _count(element, "number-columns-spanned"), _count(element, "number-rows-spanned")
            yield column, many, cell, spanned
        column += many


def _cell(element: etree._Element) -> Cell | None:
    paragraphs = ["".join(p.itertext()) for p in element.iterchildren(f"{_TEXT}p")]
    kept = tuple(filter(None, map(tidy, paragraphs)))
    kind, stored = element.get(f"{_OFFICE}value-type", "string"), element.get(f"{_OFFICE}value")
    if kind in _NUMBERS and stored:
        return _number(stored, " ".join(kept), is_percent=kind == "percentage")
    if kind in ("date", "time", "boolean"):
        day = element.get(f"{_OFFICE}date-value", "")[:10]
        return Cell((day,)) if day else None
    return Cell(kept) if kept else None


def _number(stored: str, shown: str, *, is_percent: bool) -> Cell:
    """A number with as many decimals as the digits show that the file prints for it, in whatever notation."""
    value = formats.show(stored, "General").number or Decimal(0)
    value = value.scaleb(2) if is_percent else value
    digits = "".join(sign for sign in shown if sign.isdigit())
    for decimals in range(16):
        rounded = formats.rounded(value, decimals)
        if format(abs(rounded), "f").replace(".", "") == digits:
            value = rounded
            break
    inner = shown.strip("".join(set(shown) - set("0123456789")))
    separators = sum(not sign.isdigit() for sign in inner) - ("." in format(value, "f"))
    before, _, behind = shown.partition(inner) if inner else ("", "", "")
    before, behind = before.strip(" -\u2212+()"), behind.strip(" ()")
    around = (f"{before} " if before else "", " %" if is_percent else f" {behind}" if behind else "")
    return Cell((format(value, "f"),), 1, 1, value, separators > 0, around)


def _count(element: etree._Element, attribute: str) -> int:
    return max(int(element.get(f"{_TABLE}{attribute}", "1")), 1)
