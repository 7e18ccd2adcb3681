"""Tasks written as a table or as cards: rows under a header that names what is to be done, by whom and by when, or
lines that name it one below the other: “Action: … / Lead: … / Deadline: …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.reading.packs import LanguagePack

_LINE = re.compile(r"[^\n]+")
_MARK = r"[ \t]*(?:(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]|[a-zđ]\)|[-–•+*])[ \t]{1,4})?"
_CARD_LINE = re.compile(_MARK + r"(?P<label>[^\W\d][^:\n|]{1,30}):[ \t]{1,4}(?P<said>\S[^\n]*)")
_COLUMNS = ("what", "who", "due")
_HEAD_LINE = re.compile(_MARK + r"(?P<said>\S[^\n|]{11,600}(?<![:;|\s]))[ \t]*")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row of such a table: its place, and the places of the cells that say something."""

    start: int
    end: int
    cells: dict[str, tuple[int, int]]


def _cells(line: re.Match[str]) -> list[tuple[int, int]]:
    """The places of a line's cells, which bars or tabs part; empty cells keep their column."""
    places: list[tuple[int, int]] = []
    start = line.start() + (line.group().lstrip().startswith("|") and line.group().index("|") + 1)
    text = line.string[start : line.end()]
    for piece in re.split(r"[|\t]", text):
        blank = len(piece) - len(piece.lstrip())
        places.append((start + min(blank, len(piece)), start + max(blank, len(piece.rstrip()))))
        start += len(piece) + 1
    return places


def task_cards(lower: str, pack: LanguagePack) -> Iterator[TaskRow]:
    """Every run of lines that name, each behind a label, what is to be done and who does it or until when; what is to
    be done may stand above the others without a label: «1. Rà soát quy hoạch⏎- Đơn vị chủ trì: Sở Xây dựng».
    """
    beside = pack.cues("tasks.columns.beside")
    above: tuple[int, int] | None = None
    has_heads = bool(pack.phrases("tasks.columns.beside"))
    headers = {name: pack.cues(f"tasks.columns.{name}") for name in _COLUMNS}
    cells: dict[str, tuple[int, int]] = {}
    first = end = 0
    for line in _LINE.finditer(lower):
        card = _CARD_LINE.fullmatch(lower, *line.span())
        hits = {n: cues.at(lower, *card.span("label")) for n, cues in headers.items()} if card else {}
        name = next((n for n, hit in hits.items() if card and hit and hit.end == card.end("label")), None)
        aside = beside.at(lower, *card.span("label")) if card and name is None else None
        if card and aside and aside.end == card.end("label"):
            continue
        if name is None or name in cells or card is None:
            if "what" in cells and len(cells) > 1:
                yield TaskRow(first, end, cells)
            cells = {}
        head = _HEAD_LINE.fullmatch(lower, *line.span()) if name is None else None
        # «Người thực hiện: …» without the mark of an item is the foot of a letter.
        marked = card is not None and lower[line.start() : card.start("label")].strip() != ""
        if name == "who" and marked and not cells and above and has_heads:
            cells, first = {"what": above}, above[0]
        above = head.span("said") if head else None
        if name and card:
            first = first if cells else card.start("label")
            end = card.end("said")
            cells[name] = card.span("said")
    if "what" in cells and len(cells) > 1:
        yield TaskRow(first, end, cells)


def task_rows(lower: str, pack: LanguagePack) -> Iterator[TaskRow]:
    """Every row under a header with a column for what is to be done and one for who or until when."""
    headers = {name: pack.cues(f"tasks.columns.{name}") for name in _COLUMNS}
    columns: dict[str, int] = {}
    for line in _LINE.finditer(lower):
        if "|" not in line.group() and "\t" not in line.group():
            columns = {}
            continue
        cells = _cells(line)
        named = {
            name: index
            for name, cues in headers.items()
            for index, (start, end) in reversed(list(enumerate(cells)))
            if (hit := cues.at(lower, start, end)) and hit.end == end
        }
        if "what" in named and len(set(named.values())) > 1:
            columns = named
            continue
        filled = {name: cells[index] for name, index in columns.items() if index < len(cells)}
        filled = {name: place for name, place in filled.items() if re.search(r"\w", lower[slice(*place)])}
        if "what" in filled and len(filled) > 1:
            yield TaskRow(min(s for s, _ in filled.values()), max(e for _, e in filled.values()), filled)
