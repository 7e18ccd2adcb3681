"""The stamp in front of a text that says when it was issued: «date 2024-05 Kinh tế của tỉnh …», “2024-05-17”.

It gives the year of what has none, and is no time for which a figure holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_STAMP = re.compile(r"\W{0,8}(?:[^\W\d_]{2,12}[:=]?\s{1,3})?((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-[0-3]\d)?(?=\s|\Z)")
# “October 04, 2022 | 11:05 GMT+7”, above a text in any language: a day with the hour.
_DATELINE = re.compile(
    r"\W{0,8}[^\W\d_]{3,12}\s[0-3]?\d,\s((?:19|20)\d\d)\s[|–-]\s[0-2]?\d:[0-5]\d[^\n]{0,12}(?=\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a text was issued, as far as it says so, and where that stands."""

    start: int
    end: int
    year: int
    month: int | None = None


def issued(text: str) -> Stamp | None:
    """The stamp that a normalised text, be it in lower case, begins with."""
    if match := _STAMP.match(text):
        return Stamp(match.start(), match.end(), int(match[1]), int(match[2]))
    match = _DATELINE.match(text)
    return Stamp(match.start(), match.end(), int(match[1])) if match else None
