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
from tongket.documents.sources import declared_language, text_of
from tongket.documents.sources import docx as word

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>held</w:t></w:r></w:p></w:sdtContent></w:sdt>", "held\n"),
    ],
    ids=["blanks", "changes", "links", "notes", "fields"],
)
def test_what_counts_as_text_in_word(inside: str, said: str) -> None:
    assert text_of(package(body(inside)), name="r.docx") == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<!doctype html><title>t</title><p>One <b>bold</b> word.</p><p>Two</p>", "One bold word.\nTwo\n"),
        ("<html><body>bare<br>lines</body></html>", "bare\nlines\n"),
        ("<html><body><nav>menu</nav><script>x()</script><style>p{}</style><svg><text>9</text></svg><p>7</p>", "7\n"),
        ('<html><body><p><a href="#n1">13.85%<sup>1</sup></a> and x<sup>2</sup></p>', "13.85% and x2\n"),
        (
            "<html><body><table><caption>T</caption><tr><th>I</th><th>2024</th></tr><tr><th>Growth</th><td>7&nbsp;%</td></tr>"
            "</table>",
            "T\nGrowth\nGrowth – 2024: 7\N{NO-BREAK SPACE}%\n",
        ),
        (
            "<html><body><table><tr><th>I</th><th>2024</th><th>2023</th></tr><tr><td>A</td><td>1<br>2</td></tr></table>",
            "A\nA – 2024: 1\nA – 2024: 2\n",
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
        (package(BILLION_LAUGHS), "damaged or encrypted"),
        (package(OUTSIDE), "damaged or encrypted"),
        (package("<w:document"), "damaged or encrypted"),
        (package(body("<w:p/>")), "has no text"),
        (package(f"<w:document {_NAMESPACE}/>"), "has no text"),
        (package(body("<w:p><w:r><w:t>whole</w:t></w:r></w:p>"))[:-30], "Excel or ZIP"),
        (b"\xd0\xcf\x11\xe0 an encrypted one", "old Word or Excel"),
        (b"<html><body><script>only()</script></body></html>", "has no text"),
    ],
    ids=["laughs", "outside", "torn XML", "empty", "no body", "torn package", "encrypted", "mute page"],
)
def test_a_file_that_cannot_be_read_is_named(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as error:
        text_of(content, name="r")

    assert str(error.value).startswith("r:")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_BYTES", 1_000_000)
    bomb = package(body("<w:p><w:r><w:t>" + "ha" * 2_000_000 + "</w:t></w:r></w:p>"))
    assert len(bomb) < 100_000

    with pytest.raises(InvalidInput, match="unpacks to more than 1000000 bytes"):
        text_of(bomb, name="bomb.docx")
    assert plain.MAX_BYTES == 50 * 1024 * 1024


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
