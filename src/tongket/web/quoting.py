"""A quote in the sentence it stands in, so that a reader can judge it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A mark that ends a sentence, then a capital: enough to show some context; the reader's own segmentation is finer.
_BOUNDARY = re.compile(r"[.!?…][»”\")]*\s+(?=[«“\"(]*[^\W\d_])|\s*\n\s*")


@dataclass(frozen=True)
class InContext:
    """A quote with what stands before and after it in its sentence."""

    before: str
    quote: str
    after: str


def in_context(text: str, start: int, end: int) -> InContext:
    """The sentence, or the line of a table, around ``[start, end)``; the three parts are the text unchanged."""
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
