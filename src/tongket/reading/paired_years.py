"""Two figures and, behind them, as many years: “Deficits of 5 million and 4 million are forecast for 2031 and 2032”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.periods import Period
from tongket.reading.phrases import Cues

_YEAR = re.compile(r"FY\d\d|\d{4}")
_SIGN = 5
_FAR = 40


def paired_year(
    lower: str, place: tuple[int, int], figures: Sequence[int], behind: Sequence[Period], joining: Cues
) -> Period | None:
    """The year of one of two figures that an “and” joins, where two years so joined stand behind both."""
    if len(behind) < 2 or not all(_YEAR.fullmatch(period.iso) for period in behind[:2]):
        return None
    first, second = behind[:2]
    if lower[first.end : second.start].strip() != _word(joining, lower, first.end, second.start):
        return None
    start, end = place
    following = [figure for figure in figures[bisect_left(figures, end) :][:2] if figure < first.start]
    if following:
        return first if len(following) == 1 and _joined(joining, lower, end, following[0]) else None
    index = bisect_left(figures, start)
    before = figures[index - 1] if index else -1
    beside = before >= 0 and start - before <= _FAR and "," not in lower[before:start]
    return second if beside and _joined(joining, lower, before, start) else None


def _word(joining: Cues, lower: str, start: int, end: int) -> str | None:
    hit = joining.at(lower, start + 1, end)
    return lower[hit.start : hit.end] if hit else None


def _joined(joining: Cues, lower: str, start: int, end: int) -> bool:
    """Whether an “and” stands right in front of a place, but for the sign of a currency."""
    hit = joining.last(lower, max(start, end - 2 * _SIGN), end)
    return hit is not None and end - hit.end <= _SIGN
