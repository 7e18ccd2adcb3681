"""From the bytes of a file to its text: what is text stays as it is, what is not is refused and named."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tongket.base.errors import InvalidInput
from tongket.documents import text as texts
from tongket.documents.text import decode, fingerprint, read_limited

PROSE = "Tổng thu ngân sách đạt 20.699,5 tỷ đồng.\r\nТаков итог года.\n"


def _docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return out.getvalue()


TEXTS = [
    ("plain", PROSE.encode(), PROSE),
    ("byte order mark kept", b"\xef\xbb\xbf" + PROSE.encode(), "\ufeff" + PROSE),
    ("line ends kept", b"a\r\nb\rc\nd", "a\r\nb\rc\nd"),
    ("a mark inside is text", "a\ufeffb".encode(), "a\ufeffb"),
    ("decomposed letters kept", "e\u0323\u0302".encode(), "e\u0323\u0302"),
    ("outside the basic plane", "𝟏𝟑 %".encode(), "𝟏𝟑 %"),
]
_BINARY = "a.txt: this is a binary file. Save it as plain text (UTF-8) and read that."
_UTF16 = "a.txt: the text is in UTF-16. Save it again with the encoding UTF-8."
_EMPTY = "a.txt: the file is empty. There is nothing to read."


def _kind(name: str) -> str:
    saved = "Save it as a Word document (docx) or as plain text (UTF-8), and read that."
    return f"a.txt: the file is of the type {name}. {saved}"


def _encoding(position: int) -> str:
    return f"a.txt: the text is not in UTF-8 (byte {position} does not fit). Save it again with the encoding UTF-8."


REFUSED = [
    ("empty", b"", _EMPTY),
    ("blank", b" \r\n\t\n", _EMPTY),
    ("blank after a mark", b"\xef\xbb\xbf \n", _EMPTY),
    ("no-break spaces only", "\u00a0\u2003\n".encode(), _EMPTY),
    ("NUL", b"Growth was 13.85\x00%", _BINARY),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3", _kind("PDF")),
    ("docx", _docx(), _kind("XLSX/ZIP")),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _kind("DOC/XLS")),
    ("PNG", b"\x89PNG\r\n\x1a\n", _kind("PNG")),
    ("JPEG", b"\xff\xd8\xff\xe0", _kind("JPEG")),
    ("gzip", gzip.compress(PROSE.encode()), _kind("GZIP")),
    ("UTF-16, little end first", PROSE.encode("utf-16"), _UTF16),
    ("UTF-16, big end first", b"\xfe\xff" + PROSE.encode("utf-16-be"), _UTF16),
    ("UTF-16 without a mark", "Growth".encode("utf-16-le"), _BINARY),
    ("Windows-1251", "Рост 13,85 %".encode("cp1251"), _encoding(1)),
    ("Latin-1", "Das Jahr für alle".encode("latin-1"), _encoding(11)),
    ("cut inside a letter", PROSE.encode()[:2], _encoding(2)),
    ("half of a surrogate pair", b"a\xed\xa0\x80", _encoding(2)),
]


@pytest.mark.parametrize(("content", "text"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_a_text_is_kept_as_it_is(content: bytes, text: str) -> None:
    assert decode(content, name="a.txt") == text


@pytest.mark.parametrize(("content", "message"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_is_no_text_is_refused_by_name(content: bytes, message: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        decode(content, name="a.txt")

    assert str(refusal.value) == message


def test_a_text_may_be_as_large_as_the_limit_and_no_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_BYTES", 8)

    assert decode(b"a" * 8, name="a.txt") == "a" * 8
    with pytest.raises(InvalidInput) as refusal:
        decode(b"a" * 9, name="a.txt")
    assert str(refusal.value) == "a.txt: the file has 9 bytes; at most 8 are read."


def test_no_more_of_a_file_is_read_than_shows_that_it_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_BYTES", 8)
    endless = io.BytesIO(b"a" * 1000)

    assert (read_limited(endless), endless.tell()) == (b"a" * 9, 9)


def test_a_fingerprint_is_that_of_the_utf_8_bytes() -> None:
    assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert fingerprint("\u00e9") != fingerprint("e\u0301")
