"""Excel workbooks (Office Open XML, ECMA-376): each visible sheet with its cells as they are shown.

Read here and not by a library: those at hand give a number as a binary float, and without the format that makes
``0.075`` seven and a half per cent.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tongket.documents.sources import formats, grid, packages
from tongket.documents.sources.lines import Cell, Line, tidy
from tongket.documents.sources.notation import Notations
from tongket.documents.sources.places import Place, Source
from tongket.documents.sources.writing import whole

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_PART = "xl/workbook.xml"
_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


def is_xlsx(content: bytes) -> bool:
    """Whether the bytes are a package with a workbook in it."""
    return packages.holds(content, _PART)


def read(content: bytes, *, name: str, notations: Notations) -> Source:
    """The text of a workbook, sheet by sheet, with sheet and cell as places.

    Formulas give the value that was kept with them; one without is missing, as are errors. Raises InvalidInput when
    the file is damaged or encrypted, holds nothing, or would grow beyond measure.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return whole(_lines(package, name), name=name, notations=notations, media_type=MEDIA_TYPE)
    except packages.DAMAGE:
        raise packages.damaged(name) from None


def kept(content: bytes, *, name: str) -> Iterator[tuple[str, dict[int, dict[int, Cell]]]]:
    """The name of each visible sheet, and its filled cells by row and column, numbers as they are kept.

    A number has the decimals that are shown where showing it rounds nothing away, else all that are kept of it.
    Raises InvalidInput as ``read`` does.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            for sheet, rows, _ in _sheets(package, name, as_kept=True):
                yield sheet, rows
    except packages.DAMAGE:
        raise packages.damaged(name) from None


def _lines(package: zipfile.ZipFile, name: str) -> Iterator[Line]:
    for _, rows, merged in _sheets(package, name):
        yield from grid.read(rows, merged)


def _sheets(
    package: zipfile.ZipFile, name: str, *, as_kept: bool = False
) -> Iterator[tuple[str, dict[int, dict[int, Cell]], dict[tuple[int, int], tuple[int, int]]]]:
    codes = _codes(package, name)
    strings = _strings(package, name)
    from_1904 = False
    targets = {
        e.get("Id"): e.get("Target", "")
        for e in packages.elements(package, "xl/_rels/workbook.xml.rels", (_RELATIONSHIP,), name=name)
    }
    cells = 0
    for element in packages.elements(package, _PART, (f"{_M}workbookPr", f"{_M}sheet"), name=name):
        if element.tag == f"{_M}workbookPr":
            from_1904 = element.get("date1904") in ("1", "true")
            continue
        part = targets[element.get(f"{_R}id")]
        part = part.lstrip("/") if part.startswith("/") else f"xl/{part}"
        if element.get("state", "visible") != "visible" or "/worksheets/" not in f"/{part}":
            continue
        sheet = _Sheet(element.get("name", ""), strings, codes, from_1904, as_kept)
        merged: dict[tuple[int, int], tuple[int, int]] = {}
        rows: dict[int, dict[int, Cell]] = {}
        number = 0
        for found in packages.elements(package, part, (f"{_M}row", f"{_M}mergeCell"), name=name):
            if found.tag == f"{_M}mergeCell":
                merged.update(_merged(found.get("ref", "")))
                continue
            number = int(found.get("r", number + 1))
            rows[number] = sheet.row(found, number)
            cells += len(rows[number])
            if cells > grid.MAX_CELLS:
                raise grid.too_many(name)
        yield sheet.name, rows, merged


def _codes(package: zipfile.ZipFile, name: str) -> list[str]:
    """The code of the number format of each style."""
    if "xl/styles.xml" not in package.namelist():
        return []
    own: dict[int, str] = {}
    found: list[str] = []
    for element in packages.elements(package, "xl/styles.xml", (f"{_M}numFmts", f"{_M}cellXfs"), name=name):
        for child in element:
            number = int(child.get("numFmtId", "0"))
            if element.tag == f"{_M}numFmts":
                own[number] = child.get("formatCode", "General")
            elif child.tag == f"{_M}xf":
                found.append(own.get(number) or formats.code_of(number))
    return found


def _strings(package: zipfile.ZipFile, name: str) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    return [_said(e) for e in packages.elements(package, "xl/sharedStrings.xml", (f"{_M}si",), name=name)]


def _said(element: etree._Element) -> str:
    """The text of a string in parts, without how it is pronounced."""
    return "".join(t.text or "" for t in element.iter(f"{_M}t") if t.getparent().tag != f"{_M}rPh")


def _merged(reference: str) -> dict[tuple[int, int], tuple[int, int]]:
    first, _, last = reference.partition(":")
    (row, column), (end_row, end_column) = _address(first), _address(last or first)
    return {(row, column): (end_column - column + 1, end_row - row + 1)}


def _address(reference: str) -> tuple[int, int]:
    found = _CELL.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


class _Sheet:
    """Reads the cells of one sheet."""

    def __init__(self, name: str, strings: list[str], codes: list[str], from_1904: bool, as_kept: bool) -> None:
        self.name, self._strings, self._codes, self._from_1904, self._as_kept = name, strings, codes, from_1904, as_kept

    def row(self, element: etree._Element, number: int) -> dict[int, Cell]:
        """The filled cells of a row by column."""
        found: dict[int, Cell] = {}
        column = 0
        for child in element.iterchildren(f"{_M}c"):
            reference = child.get("r")
            column = _address(reference)[1] if reference else column + 1
            cell = self._cell(child, Place(sheet=self.name, row=number, column=column))
            if cell is not None:
                found[column] = cell
        return found

    def _cell(self, element: etree._Element, place: Place) -> Cell | None:
        kind, stored = element.get("t", "n"), element.findtext(f"{_M}v")
        match kind:
            case "s" if stored:
                said = self._strings[int(stored)]
            case "inlineStr":
                said = _said(element)
            case "str" | "d":
                said = stored or ""
            case "n" if stored:
                style = int(element.get("s", "0"))
                code = self._codes[style] if style < len(self._codes) else "General"
                shown = formats.show(stored, code, from_1904=self._from_1904, all_digits=self._as_kept)
                if shown.number is not None:
                    return Cell((shown.text,), 1, 1, shown.number, shown.grouped, shown.around, place)
                said = shown.text
            case _:
                return None
        kept = tuple(filter(None, map(tidy, said.split("\n"))))
        return Cell(kept, place=place) if kept else None
