"""Files as other programs write them, small: workbooks and spreadsheets from rows, PDF from Typst's markup."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import typst

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)

Value = str | tuple[str, str] | None
"""Words, or a stored number with the code of its format (in ods: with what is shown)."""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def xlsx(
    rows: Sequence[Sequence[Value]], *, sheet: str = "Sheet", merged: Sequence[str] = (), **more: str | bytes
) -> bytes:
    """A workbook of one sheet."""
    codes = sorted({value[1] for row in rows for value in row if isinstance(value, tuple)})
    cells = "".join(
        f'<row r="{n}">{"".join(_cell(v, n, c, codes) for c, v in enumerate(row))}</row>'
        for n, row in enumerate(rows, start=1)
    )
    spans = "".join(f'<mergeCell ref="{reference}"/>' for reference in merged)
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode={quoteattr(code)}/>' for n, code in enumerate(codes))
    styles = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(codes)))
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name={quoteattr(sheet)} '
            'sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_P}"><Relationship Id="rId1" Type="w" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_S}"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs>'
            "</styleSheet>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}"><sheetData>{cells}</sheetData>'
            f"<mergeCells>{spans}</mergeCells></worksheet>",
            **more,
        }
    )


def _cell(value: Value, row: int, column: int, codes: Sequence[str]) -> str:
    reference = f'r="{chr(ord("A") + column)}{row}"'
    match value:
        case None:
            return ""
        case str():
            return f'<c {reference} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        case (stored, code):
            return f'<c {reference} s="{codes.index(code)}"><v>{stored}</v></c>'


def ods(rows: Sequence[Sequence[Value]], *, sheet: str = "Sheet", head: str = "") -> bytes:
    """A spreadsheet of one table."""
    cells = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"{head}<office:document-content {_ODF}><office:body><office:spreadsheet>"
            f"<table:table table:name={quoteattr(sheet)}>{cells}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        }
    )


def _ods_cell(value: Value) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case str():
            return f"<table:table-cell><text:p>{escape(value)}</text:p></table:table-cell>"
        case (stored, shown):
            kind = "percentage" if shown.endswith("%") else "float"
            return (
                f'<table:table-cell office:value-type="{kind}" office:value="{stored}"><text:p>{escape(shown)}</text:p>'
                "</table:table-cell>"
            )


def pdf(markup: str) -> bytes:
    """A PDF of Typst's markup."""
    made = typst.compile(markup.encode())
    assert isinstance(made, bytes)
    return made


def drawn(text: str) -> str:
    """Any text as a Typst string that shows it."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
