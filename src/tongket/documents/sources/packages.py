"""Packages of XML parts (xlsx, ods), opened without trust: no entity is replaced, nothing grows beyond measure."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from lxml import etree

from tongket.base.errors import InvalidInput, gettext_noop

MAX_ENTRIES = 10_000
MAX_UNPACKED = 300 * 1024 * 1024
"""So many bytes are unpacked of one part, at most; a sheet of 100,000 rows and ten columns has some 50 million."""

DAMAGE = (
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    RuntimeError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    KeyError,
    ArithmeticError,
)


class _Bounded:
    """A part that ends where it becomes too large, or brings definitions of its own."""

    def __init__(self, part: IO[bytes], name: str) -> None:
        self._part, self._name, self._taken = part, name, 0

    def read(self, size: int = 65_536) -> bytes:
        content = self._part.read(size)
        if b"<!DOCTYPE" in content and self._taken < 65_536:
            raise damaged(self._name)
        self._taken += len(content)
        if self._taken > MAX_UNPACKED:
            raise InvalidInput(
                gettext_noop("{name}: the file unpacks to more than {limit} bytes, and is not read. Divide it."),
                name=self._name,
                limit=MAX_UNPACKED,
            )
        return content


def damaged(name: str) -> InvalidInput:
    """The refusal of a spreadsheet that is no whole package."""
    return InvalidInput(
        gettext_noop(
            "{name}: the spreadsheet is damaged or encrypted. Open it where it was made, without a password, and save "
            "it again."
        ),
        name=name,
    )


def holds(content: bytes, part: str) -> bool:
    """Whether the bytes are a package with such a part."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return len(package.infolist()) <= MAX_ENTRIES and part in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def elements(package: zipfile.ZipFile, part: str, tags: tuple[str, ...], *, name: str) -> Iterator[etree._Element]:
    """The elements of a part with one of the tags, as they end, each gone when the next one comes."""
    with package.open(part) as opened:
        events = etree.iterparse(
            _Bounded(opened, name),
            events=("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in events:
            yield element
            element.clear(keep_tail=False)
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
