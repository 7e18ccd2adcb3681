"""From the bytes of a file to text with stable addresses. Uploaded files are hostile until they have passed here.

The text is the file's own: nothing is normalised, so that ``text[start:end]`` is what was received.
"""

from __future__ import annotations

from hashlib import sha256
from typing import BinaryIO

from tongket.base.errors import InvalidInput, gettext_noop

MAX_BYTES = 50 * 1024 * 1024
"""Fifty megabytes of plain text: some thirty thousand pages."""

# The stream that holds what an encrypted Word or Excel file holds, as its container names it.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BINARY_SIGNATURES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "XLSX/ZIP",
    b"\xd0\xcf\x11\xe0": "DOC/XLS",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "GZIP",
}


def check_size(content: bytes, *, name: str) -> None:
    """Raise InvalidInput for a file that is too large to be read."""
    if len(content) > MAX_BYTES:
        raise InvalidInput(
            gettext_noop("{name}: the file has {bytes} bytes; at most {limit} are read."),
            name=name,
            bytes=len(content),
            limit=MAX_BYTES,
        )


def decode(content: bytes, *, name: str) -> str:
    """The text of a plain text file in UTF-8 (a byte order mark stays: addresses count it, as it was received).

    Raises InvalidInput for an empty file, one that is too large, a binary, or another encoding.
    """
    check_size(content, name=name)
    if content.startswith(b"\xd0\xcf\x11\xe0") and _ENCRYPTED in content:
        raise InvalidInput(
            gettext_noop("{name}: the file is encrypted. Save it without a password, and read that."), name=name
        )
    for signature, kind in _BINARY_SIGNATURES.items():
        if content.startswith(signature):
            raise InvalidInput(
                gettext_noop(
                    "{name}: the file is of the type {kind}. Save it as a Word document (docx) "
                    "or as plain text (UTF-8), and read that."
                ),
                name=name,
                kind=kind,
            )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput(
            gettext_noop("{name}: the text is in UTF-16. Save it again with the encoding UTF-8."), name=name
        )
    if b"\x00" in content:
        raise InvalidInput(
            gettext_noop("{name}: this is a binary file. Save it as plain text (UTF-8) and read that."),
            name=name,
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            gettext_noop(
                "{name}: the text is not in UTF-8 (byte {position} does not fit). "
                "Save it again with the encoding UTF-8."
            ),
            name=name,
            position=error.start + 1,
        ) from None
    if not text.removeprefix("\ufeff").strip():
        raise InvalidInput(gettext_noop("{name}: the file is empty. There is nothing to read."), name=name)
    return text


def fingerprint(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def read_limited(file: BinaryIO) -> bytes:
    """The bytes of a file, at most one more than are allowed, so that no file can fill the memory."""
    return file.read(MAX_BYTES + 1)
