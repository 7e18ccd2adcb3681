"""A quote in the sentence it stands in, so that a reader can judge it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.reading.tables import rows

# A mark that ends a sentence, then a capital: enough to show some context; the reader's own segmentation is finer.
_BOUNDARY = re.compile(r"[.!?…][»”\")]*\s+(?=[«“\"(]*[^\W\d_])|\s*\n\s*")

_BROKEN_WORD, _WORD_BROKEN = re.compile(r"^\S*\s+"), re.compile(r"\s+\S*$")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True)
class InContext:
    """A quote with what stands before and after it in its sentence."""

    before: str
    quote: str
    after: str


def in_context(text: str, start: int, end: int) -> InContext:
    """The sentence around ``[start, end)``; the three parts are the text unchanged."""
    opening, closing = 0, len(text)
    for boundary in _BOUNDARY.finditer(text):
        follows = text[boundary.end() : boundary.end() + 1]
        if follows.islower():
            continue  # an abbreviation, not the end of a sentence
        if boundary.end() <= start:
            opening = boundary.end()
        elif boundary.start() >= end - 1:
            stop = boundary.start() + len(boundary.group().rstrip())
            closing = max(end, stop)
            break
    return InContext(text[opening:start], text[start:end], text[end:closing])


def shortened(sentence: InContext, around: int = 70) -> InContext:
    """The quote with at most ``around`` characters on either side, cut between words where there are any."""
    before, after = sentence.before, sentence.after
    if len(before) > around:
        before = _ELLIPSIS + (_BROKEN_WORD.sub("", before[-around:]) or before[-around:])
    if len(after) > around:
        after = (_WORD_BROKEN.sub("", after[:around]) or after[:around]) + _ELLIPSIS
    return InContext(before, sentence.quote, after)


def in_row(text: str, start: int, end: int) -> InContext:
    """The row of a table around the cell ``[start, end)``: its cells in words, addresses of pages left out."""
    for row in rows(text):
        cells = list(row.cells.values())
        if any((cell.start, cell.end) == (start, end) for cell in cells):
            said = [cell for cell in cells if cell.content and "://" not in cell.content]
            before = "".join(f"{cell.content} · " for cell in said if cell.end <= start and cell.start < start)
            after = "".join(f" · {cell.content}" for cell in said if cell.start >= end)
            return InContext(before, text[start:end], after)
    return in_context(text, start, end)
