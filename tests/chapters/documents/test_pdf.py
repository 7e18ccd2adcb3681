"""PDF: paragraphs put together again, pages as places, and what cannot be read."""

from __future__ import annotations

import zlib

import pytest

from tests.factories import files
from tongket.base.errors import InvalidInput
from tongket.documents.sources import pdf, read

REPORT = """
#set page(width: 12cm, height: 14cm, header: [Report of the province], footer: context [Page #counter(page).display()])
#set text(lang: "en", hyphenate: true)
#set par(justify: true)
= Results
Revenue reached 20,699.5 billion VND, an extraordinarily incomprehensible internationalisation of the
administrative responsibilities of all provincial administrations.#super[1] The area is 5 km#super[2].
#pagebreak()
Growth was 13.85 %.
#table(columns: 3, [Indicator], [Plan], [Actual], [Revenue], [18 000], [20 699])
"""


def test_paragraphs_are_whole_and_what_each_page_repeats_is_left() -> None:
    source = read(files.pdf(REPORT), name="r.pdf")

    lines = source.text.splitlines()
    assert lines[:2] == [
        "Results",
        "Revenue reached 20,699.5 billion VND, an extraordinarily incomprehensible internationalisation of the "
        "administrative responsibilities of all provincial administrations. The area is 5 km².",
    ]
    assert lines[2] == "Growth was 13.85 %."
    assert "Revenue – Plan: 18 000" in lines
    assert "Page" not in source.text
    assert "Report" not in source.text
    assert [source.places.at(source.text.index(words)).as_record() for words in ("20,699", "13.85")] == [  # type: ignore[union-attr]
        {"page": 1},
        {"page": 2},
    ]


def one_page(stream: bytes = b"", *, more: bytes = b"", trailer: bytes = b"") -> bytes:
    """The least that is a PDF, with what its page draws."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), more, stream),
        b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        made
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (trailer, len(made))
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (one_page(b"0 0 100 100 re f"), "r: the PDF holds pictures of pages and no text"),
        (one_page(trailer=b"/Encrypt 5 0 R/ID[<41><41>]"), "r: the PDF is encrypted and needs a password"),
        (b"%PDF-1.7\n", "r: the PDF is damaged"),
        (files.pdf("Text")[:400], "r: the PDF is damaged"),
    ],
    ids=["pictures", "encrypted", "empty", "torn"],
)
def test_a_pdf_that_cannot_be_read_is_named(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read(content, name="r")


def test_a_bomb_comes_to_nothing() -> None:
    bomb = zlib.compress(b" " * 300_000_000)

    with pytest.raises(InvalidInput, match="no text"):
        read(one_page(bomb, more=b"/Filter/FlateDecode"), name="r")


def test_more_pages_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)

    with pytest.raises(InvalidInput, match="2 pages; at most 1 are read"):
        read(files.pdf("a #pagebreak() b"), name="r")


def test_two_hundred_pages_are_read() -> None:
    source = read(
        files.pdf("#for i in range(200) [Growth of district #calc.rem(i * 7, 11) was 5 %. #pagebreak(weak: true)]"),
        name="r",
    )

    assert source.text.count("Growth of district") == 200
    assert source.places.at(len(source.text) - 2) == (200, 0, "", 0, 0)
