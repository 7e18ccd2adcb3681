"""Tables of figures as files: csv, and workbooks (xlsx), whose sheet is read as text with its cells as places."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlsxwriter

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.documents.sources import delimited, xlsx
from tongket.documents.sources.lines import Cell
from tongket.documents.sources.places import NO_PLACES, Place, Source, Writing
from tongket.documents.text import check_size, decode
from tongket.exchange.rules import NUMBERS

_WIDEST = 100
_ROWS = 1_048_576  # of a sheet, by Office Open XML
_DIGITS = 15  # that a spreadsheet keeps of a number
_WIDTHS = {"indicator": 28, "source": 40}


def table_of(content: bytes, *, name: str) -> Source:
    """The table that a file holds, as text: csv in UTF-8, or of a workbook the first sheet with anything on it.

    The row of a sheet is the line of the text. Raises InvalidInput for other bytes, a workbook that is damaged or
    empty, and one that is wider than any table of figures.
    """
    if not xlsx.is_xlsx(content):
        return Source(decode(content, name=name).removeprefix("\ufeff"), NO_PLACES, delimited.MEDIA_TYPE)
    check_size(content, name=name)
    for sheet, rows in xlsx.kept(content, name=name):
        filled = {number: row for number, row in rows.items() if row}
        if filled:
            return _written_out(filled, sheet, name)
    raise InvalidInput(gettext_noop("The table is empty."))


def _written_out(rows: Mapping[int, Mapping[int, Cell]], sheet: str, name: str) -> Source:
    width = max(rows[min(rows)])
    written = Writing(name)
    for number in range(1, max(rows) + 1):
        row = rows.get(number, {})
        if row and (max(row) > width or width > _WIDEST or number > _ROWS):
            cell = Place(sheet=sheet, row=number, column=max(row)).cell
            raise InvalidInput(
                gettext_noop("{name}, {sheet}!{cell}: the cell stands outside the columns of the table."),
                name=name,
                sheet=sheet,
                cell=cell,
            )
        for column in range(1, width + 1) if row else ():
            said = _quoted(" ".join(row[column].lines)) if column in row else ""
            # What parts a cell from the next belongs to it, so that an empty one has its place too.
            written.add(said + ("," if column < width else ""), Place(sheet=sheet, row=number, column=column))
        written.add("\n", Place(sheet=sheet, row=number, column=width))
    return written.source(xlsx.MEDIA_TYPE)


def _quoted(said: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow([said])
    return text.getvalue() if said else ""


def workbook(table: Sequence[Sequence[str]]) -> bytes:
    """A workbook of a table as ``rules.written`` makes it: headings that stay in sight, filters, numbers as numbers.

    A number of more digits than a spreadsheet keeps stands as text, so that none is lost.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Figures")
    heading = book.add_format({"bold": True, "bottom": 1})
    shown = {n: book.add_format({"num_format": "0." + "0" * n if n else "0"}) for n in range(_DIGITS + 1)}
    for column, part in enumerate(table[0]):
        sheet.set_column(column, column, _WIDTHS.get(part, 16))
    sheet.freeze_panes(1, 0)
    if len(table) > 1:
        sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    sheet.write_row(0, 0, table[0], heading)
    for number, row in enumerate(table[1:], 1):
        for column, (part, said) in enumerate(zip(table[0], row, strict=True)):
            value = Decimal(said) if part in NUMBERS and said else None
            if value is not None and len(value.as_tuple().digits) <= _DIGITS and -_DIGITS <= _exponent(value) <= 0:
                sheet.write_number(number, column, float(value), shown[-_exponent(value)])
            else:
                sheet.write_string(number, column, said)
    book.close()
    return file.getvalue()


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)
