"""The report tree: what an edition says, apart from how it is printed. Pure and JSON-able, so it can be frozen.

A number is a ``Run`` with a ``note``: the note of that number tells where the number comes from. The writers
print the JSON form of the tree, which is what an edition keeps.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, Literal

Tree = dict[str, Any]

FORMATS = ("html", "docx", "pdf")
"""What an edition is printed as."""


@dataclass(frozen=True)
class Run:
    """A piece of text; ``note`` is the number of the note that gives its evidence, ``lang`` marks foreign words."""

    text: str
    note: int | None = None
    lang: str | None = None


Line = tuple[Run, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text; an ``aside`` is a remark about the report itself, such as what is not given."""

    runs: tuple[Run, ...]
    aside: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Items:
    """A list in the order of the source."""

    items: tuple[Line, ...]
    kind: Literal["items"] = "items"


@dataclass(frozen=True)
class Table:
    """A table; a cell is a list of lines, a line a list of runs. The first column heads its row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class Chart:
    """A chart as rendered, with the sentence that says what it shows."""

    caption: str
    alternative: str
    svg: str
    kind: Literal["chart"] = "chart"


Block = Paragraph | Items | Table | Chart


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    slug: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Note:
    """Where a number comes from: the quote, its document and place, and how it was recorded.

    ``observation`` is the ledger entry, 0 for evidence that is no observation.
    """

    number: int
    quote: str
    quote_lang: str
    document: str
    document_slug: str
    place: str
    start: int
    source_url: str
    observation: int = 0
    state: str = ""
    recorded: str = ""
    entry_hash: str = ""


@dataclass(frozen=True)
class Passage:
    """What a report takes from a place in a document without a ledger entry; ``said`` is its number or outcome."""

    kind: str
    document: str
    start: int
    end: int
    said: str = ""


@dataclass(frozen=True)
class Printed:
    """What a report states, apart from its words, for the edition after it to be compared with.

    ``entries`` are the ledger entries whose numbers stand in it, charts included; those that only the section on
    what has changed speaks of do not count. ``waiting`` figures are not decided.
    """

    entries: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()
    waiting: int = 0

    @classmethod
    def of(cls, tree: Tree) -> Printed | None:
        """What a frozen report states; None for one made before this was kept."""
        kept = tree.get("printed")
        if kept is None:
            return None
        return cls(tuple(kept["entries"]), tuple(Passage(**each) for each in kept["passages"]), kept["waiting"])


@dataclass(frozen=True)
class Report:
    """A whole report in one language.

    ``as_of`` is the moment up to which the ledger was known, in ISO 8601. Files that must carry a date carry this
    one, not that of their making, so that printing again gives the same bytes.
    """

    language: str
    unit: str
    headline: str
    title: str
    subtitle: str
    as_of: str
    colophon: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = field(default=())
    printed: Printed = field(default=Printed())

    def tree(self) -> Tree:
        """The JSON form: dictionaries, lists, strings and integers only."""
        frozen: Tree = json.loads(json.dumps(asdict(self)))
        return frozen


def with_first_mentions(tree: Tree) -> Tree:
    """The tree with ``first`` set on the first run of each note: the place that the note leads back to."""
    seen: set[int] = set()

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(part) for part in node]
        if not isinstance(node, dict):
            return node
        if node.get("note") is None:
            return {key: walk(part) for key, part in node.items()}
        first = node["note"] not in seen
        seen.add(node["note"])
        return {**node, "first": first}

    return {**tree, "sections": walk(tree["sections"])}


def fingerprint(trees: dict[str, Tree]) -> str:
    """SHA-256 over the canonical JSON of the trees by language: the same content gives the same fingerprint."""
    canonical = json.dumps(trees, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(canonical.encode("utf-8")).hexdigest()
