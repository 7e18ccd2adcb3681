"""Word documents and pages become one text: what stands in it, and what hostile files come to."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.base.errors import InvalidInput
from tongket.documents import text as plain
from tongket.documents.sources import declared_language, places, text_of
from tongket.documents.sources import docx as word

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

_CHOICES = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def package(document: str | bytes, **more: bytes) -> bytes:
    """A Word file around the XML of its text."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("word/document.xml", document)
        for name, content in more.items():
            held.writestr(name, content)
    return made.getvalue()


def body(inside: str) -> str:
    return f"<w:document {_NAMESPACE}><w:body>{inside}</w:body></w:document>"


def test_word_is_read_in_the_order_of_the_page() -> None:
    made = docx.Document()
    made.add_heading("Results", 1)
    made.add_paragraph("Revenue reached 20,699.5 billion dong.")
    table = made.add_table(2, 2)
    for cell, said in zip(table._cells, ("Indicator", "2024", "Growth", "13.85 %"), strict=True):
        cell.text = said
    made.add_paragraph("Nothing more.")
    file = BytesIO()
    made.save(file)

    assert text_of(file.getvalue(), name="r.docx").splitlines() == [
        "Results",
        "Revenue reached 20,699.5 billion dong.",
        "Growth",
        "Growth – 2024: 13.85 %",
        "Nothing more.",
    ]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc\n"),
        ("<w:p><w:del><w:r><w:t>old</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new\n"),
        ("<w:p><w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink></w:p>", "linked\n"),
        (
            '<w:p><w:r><w:t>7 %</w:t></w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>12</w:t></w:r>'
            "</w:p>",
            "7 %\n",
        ),
        (
            '<w:p><w:r><w:t>7 %</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r>'
            "</w:p>",
            "7 %¹²\n",
        ),
        (
            "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r><w:r><w:txbxContent><w:p><w:r>"
            "<w:t>inner</w:t></w:r></w:p></w:txbxContent></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
            "box\ninner\n",
        ),
        (
            f"<w:p><mc:AlternateContent {_CHOICES}><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>7 %</w:t></w:r></w:p>"
            "</w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r><w:txbxContent><w:p><w:r><w:t>7 %</w:t></w:r></w:p>"
            "</w:txbxContent></w:r></mc:Fallback></mc:AlternateContent></w:p>",
            "7 %\n",
        ),
        (
            f"<w:p><mc:AlternateContent {_CHOICES}><mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r>"
            "<w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
            "new\n",
        ),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>held</w:t></w:r></w:p></w:sdtContent></w:sdt>", "held\n"),
    ],
    ids=[
        "blanks",
        "changes",
        "links",
        "notes",
        "raised",
        "boxes",
        "ways to show a box",
        "ways to show a text",
        "fields",
    ],
)
def test_what_counts_as_text_in_word(inside: str, said: str) -> None:
    assert text_of(package(body(inside)), name="r.docx") == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<!doctype html><title>t</title><p>One <b>bold</b> word.</p><p>Two</p>", "One bold word.\nTwo\n"),
        ("<html><body>bare<br>lines</body></html>", "bare\nlines\n"),
        ("<html><body><nav>menu</nav><script>x()</script><style>p{}</style><svg><text>9</text></svg><p>7</p>", "7\n"),
        (
            '<html><body><p><a href="#n1">13.85%<sup>1</sup></a> and 5 m<sup>2</sup>, 7%<sup>2</sup>, 1<sup>er</sup>',
            "13.85% and 5 m², 7%², 1er\n",
        ),
        (
            "<html><body><table><caption>T</caption><tr><th>I</th><th>2024</th></tr><tr><th>Growth</th><td>7&nbsp;%</td></tr>"
            "</table>",
            "T\nGrowth\nGrowth – 2024: 7\N{NO-BREAK SPACE}%\n",
        ),
        (
            "<html><body><table><tr><th>I</th><th>2024</th><th>2023</th></tr><tr><td>A</td><td>1<br>2</td></tr></table>",
            "A\nA: 1\nA: 2\n",
        ),
        ('\ufeff<html><head><meta charset="koi8-r"></head><body><p>Доход</p>', "Доход\n"),
    ],
    ids=["blocks", "breaks", "mute", "notes", "table", "uneven table", "another encoding claimed"],
)
def test_what_counts_as_text_in_a_page(page: str, said: str) -> None:
    assert text_of(page.encode(), name="r.html") == said


BILLION_LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">{
    "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
}]><w:document {_NAMESPACE}><w:body><w:p><w:r><w:t>&k;</w:t></w:r></w:p></w:body></w:document>"""
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    f"<w:document {_NAMESPACE}><w:body><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (package(BILLION_LAUGHS), "brings definitions \\(a DTD\\)"),
        (package(OUTSIDE), "brings definitions"),
        (package("<w:document"), "damaged or encrypted"),
        (package(body("<w:p/>")), "has no text"),
        (package(f"<w:document {_NAMESPACE}/>"), "has no text"),
        (package(body("<w:p><w:r><w:t>whole</w:t></w:r></w:p>"))[:-30], "of the type XLSX/ZIP"),
        (b"\xd0\xcf\x11\xe0 an old one", "of the type DOC/XLS"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is encrypted. Save it without a password"),
        (b"<html><body><script>only()</script></body></html>", "has no text"),
    ],
    ids=["laughs", "outside", "torn XML", "empty", "no body", "torn package", "old", "encrypted", "mute page"],
)
def test_a_file_that_cannot_be_read_is_named(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as error:
        text_of(content, name="r")

    assert str(error.value).startswith("r:")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_BYTES", 1_000_000)
    bomb = package(body("<w:p><w:r><w:t>" + "ha" * 2_000_000 + "</w:t></w:r></w:p>"))
    assert len(bomb) < 100_000

    with pytest.raises(InvalidInput, match="unpacks to more than 1000000 bytes or 6000000 tags"):
        text_of(bomb, name="bomb.docx")
    assert plain.MAX_BYTES == 50 * 1024 * 1024


def test_boxes_in_boxes_are_read_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 40
    nested = "<w:p><w:r><w:txbxContent>" * depth + "<w:p><w:r><w:t>7 %</w:t></w:r></w:p>"

    said = text_of(package(body(nested + "</w:txbxContent></w:r></w:p>" * depth)), name="r.docx")

    assert said == "7 %\n"


HEADED = (
    "<tr><th rowspan=2>I</th><th colspan=2>2024</th><th>2023</th></tr>"
    "<tr><th>plan</th><th>result</th><th>result</th></tr>"
)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            HEADED + "<tr><td>A</td><td>1</td><td>2</td><td>3</td></tr>",
            "A\nA – 2024 plan: 1\nA – 2024 result: 2\nA – 2023 result: 3\n",
        ),
        (HEADED.replace("th", "td") + "<tr><td>A</td><td>1</td><td>2</td><td>3</td></tr>",) * 1
        + ("A\nA – 2024 plan: 1\nA – 2024 result: 2\nA – 2023 result: 3\n",),
        (HEADED + "<tr><td>A</td><td>1</td><td>2</td></tr>", "A\nA: 1\nA: 2\n"),
        (HEADED + "<tr><td>A</td><td colspan=2>1</td><td>3</td></tr>", "A\nA: 1\nA – 2023 result: 3\n"),
        (
            HEADED + "<tr><td colspan=4>Towns</td></tr><tr><td>A</td><td>1</td><td>2</td><td>3</td></tr>",
            "Towns\nA\nA – 2024 plan: 1\nA – 2024 result: 2\nA – 2023 result: 3\n",
        ),
        (
            "<tr><td>I</td><td>sort</td><td>2024</td></tr><tr><td rowspan=2>A</td><td>x</td><td>1</td></tr>"
            "<tr><td>y</td><td>2</td></tr>",
            "A – x\nA – x – 2024: 1\nA – y\nA – y – 2024: 2\n",
        ),
        ("<tr><td colspan=2>Title 7</td></tr><tr><td>I</td><td>2024</td></tr><tr><td>A</td><td>1</td></tr>",) * 1
        + ("Title 7\nA\nA – 2024: 1\n",),
        (
            "<tr><td>I</td><td colspan=99999999>2024</td></tr><tr><td>A</td><td rowspan=99999>1</td></tr>",
            "A\nA: 1\n",
        ),
    ],
    ids=["headings", "told by shape", "a cell too few", "over both", "groups", "reaching down", "title", "absurd"],
)
def test_a_value_has_the_headings_that_stand_above_it(rows: str, said: str) -> None:
    assert text_of(f"<html><body><table>{rows}</table>".encode(), name="r.html") == said


def test_word_tables_have_the_headings_that_stand_above_a_value() -> None:
    made = docx.Document()
    table = made.add_table(4, 3)
    said = [("I", "2024", ""), ("", "plan", "result"), ("A", "1", "2"), ("", "3", "4")]
    for row, cells in zip(table.rows, said, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    file = BytesIO()
    made.save(file)

    assert text_of(file.getvalue(), name="r.docx").splitlines() == [
        "A",
        "A – 2024 plan: 1",
        "A – 2024 result: 2",
        "A",
        "A – 2024 plan: 3",
        "A – 2024 result: 4",
    ]


def test_a_heading_is_not_repeated_beyond_measure() -> None:
    rows = "<tr><td>I</td><td>" + "long " * 4_000 + "</td></tr>" + "<tr><td>A</td><td>1</td></tr>" * 2_000

    assert len(text_of(f"<html><body><table>{rows}</table>".encode(), name="r.html")) < 1_000_000


def test_a_text_does_not_grow_beyond_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "MAX_CHARACTERS", 10_000)

    with pytest.raises(InvalidInput, match="p: written out, it has more than 10000 characters"):
        text_of(b"<html><body>" + b"<p>seven</p>" * 2_000, name="p")


def test_deep_nesting_is_no_way_to_break_the_reader() -> None:
    page = b"<html><body>" + b"<div>" * 20_000 + b"7 %" + b"</div>" * 20_000

    with pytest.raises(InvalidInput, match="nested too deeply"):
        text_of(page, name="deep.html")


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (b"<!doctype html><html class=x lang='vi-VN'><body>", "vi"),
        (b"<html lang=RU>", "ru"),
        (b"<html><p lang=en>", ""),
        (b"plain", ""),
        (package(body("<w:p/>")), ""),
        (package(body("<w:p/>"), **{"word/styles.xml": b"<torn"}), ""),
    ],
)
def test_the_language_that_a_file_declares(content: bytes, language: str) -> None:
    assert declared_language(content) == language


def test_many_comments_are_passed_over_once() -> None:
    comments = "<!-- a -->" * 5_000

    assert text_of(f"{comments}<html><body><p>7 %".encode(), name="r.html") == "7 %\n"
    assert text_of(f"{comments} no page".encode(), name="r.html") == f"{comments} no page"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_page_is_read_or_refused(said: str) -> None:
    try:
        text = text_of(f"<html><body><p>{said}".encode(), name="r.html")
    except InvalidInput:
        return
    assert text.endswith("\n")
    assert "\n\n" not in text


@given(st.binary(max_size=300))
def test_torn_packages_are_read_or_refused(torn: bytes) -> None:
    whole = package(body("<w:p><w:r><w:t>whole</w:t></w:r></w:p>"))
    for content in (b"PK\x03\x04" + torn, whole[: len(torn)] + torn + whole[len(torn) :]):
        try:
            assert text_of(content, name="r.docx")
        except InvalidInput:
            continue
