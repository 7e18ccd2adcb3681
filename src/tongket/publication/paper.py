"""What the files for paper share: the tree made ready for pages, its words, its dates and its drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

import typst
from django.utils.translation import gettext

from tongket.base import localities
from tongket.publication.report import Tree, with_first_mentions

LOCALES = {"en": "en-GB", "vi": "vi-VN", "ru": "ru-RU"}
"""The language of a file as word processors and readers of screens know it."""

_FONT = re.compile(r'font-family="[^"]*"')
_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg")
"""


@dataclass(frozen=True)
class Words:
    """The texts that a printed report carries beside those of its tree, in the language that is active."""

    contents: str
    notes: str
    as_of: str
    unprintable: str


def words(tree: Tree) -> Words:
    """The texts for a tree."""
    day = localities.day(moment(tree).date(), tree["language"])
    return Words(
        contents=gettext("Contents"),
        notes=gettext("Notes: where each number comes from"),
        as_of=gettext("As of {day}").format(day=day),
        unprintable=gettext(
            "□ stands for a character that the typeface lacks; the other formats of this edition have it."
        ),
    )


def moment(tree: Tree) -> datetime:
    """The date that the file carries: that of what it says, as the day of its making would change its bytes."""
    return datetime.fromisoformat(tree["as_of"])


def ready(tree: Tree) -> Tree:
    """The tree as it goes to paper: no empty sections, first mentions marked, widths for columns, notes in words."""
    marked = with_first_mentions(tree)
    sections = [
        {**section, "blocks": [_sized(block) for block in section["blocks"]]}
        for section in marked["sections"]
        if section["blocks"]
    ]
    return {**marked, "sections": sections, "notes": [_note(note) for note in tree["notes"]]}


def picture(svg: str) -> bytes:
    """A chart as PNG, three dots to a point.

    Typst draws it, as it can be told to use no font but its own: the same chart is the same picture everywhere.
    """
    drawn: bytes = typst.compile(
        _DRAWING, format="png", ppi=216, ignore_system_fonts=True, sys_inputs={"svg": in_typeface(svg)}
    )
    return drawn


def in_typeface(svg: str) -> str:
    """A chart lettered in the typeface that comes with Typst."""
    return _FONT.sub('font-family="Libertinus Serif"', svg)


def _sized(block: dict[str, Any]) -> dict[str, Any]:
    """A table with the shares of its columns in the width; other blocks as they are."""
    if block["kind"] != "table":
        return block
    columns = [
        [heading, *(" ".join(run["text"] for run in line) for row in block["rows"] for line in row[n])]
        for n, heading in enumerate(block["columns"])
    ]
    return {**block, "widths": [_share(texts) for texts in columns]}


def _share(texts: list[str]) -> int:
    """How much room a column asks for: more for long lines, though not in proportion, and enough for a long word."""
    longest = max(len(word) for text in texts for word in (text.split() or [""]))
    said = [len(text) for text in texts if len(text) > 1]  # a lone dash asks for nothing
    mean = sum(said) / max(len(said), 1)
    return round(max(min(longest, 16) + 3, 3 * min(mean, 160) ** 0.5) * 10)


def _note(note: dict[str, Any]) -> dict[str, Any]:
    """A note with what is said about its source, and the address where one can go."""
    from_where = f"{note['document']}, {note['place']}"
    record = ""
    if note["observation"]:
        # The words of the HTML file, whose template has its placeholders in this form.
        said = gettext("recorded by %(who)s as entry %(seq)s of the ledger")
        record = f"{note['state']}; {said % {'who': note['recorded'], 'seq': note['observation']}}"
    return {
        **note,
        "from": from_where,
        "record": record,
        "entry_hash": _short(note["entry_hash"]),
        "host": _host(note["source_url"]),
        "source_url": _address(note["source_url"]),
    }


def _short(entry_hash: str) -> str:
    """Enough of a hash to name its entry; the newest stands in the colophon whole, and covers all before it."""
    return f"{entry_hash[:16]}\N{HORIZONTAL ELLIPSIS}" if entry_hash else ""


def _address(address: str) -> str:
    """An address in the characters that addresses may have; Word takes a file with any other for a broken one."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~", errors="replace")


def _host(address: str) -> str:
    """The name of a site, for an address that a reader may safely be sent to; else nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
