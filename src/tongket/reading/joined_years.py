"""Several years of which something is together: «в 2016 и 2017 годах», «за 2014, 2015 и 2016 годы»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Cues

_NEAR = 8
_FAR = 240
_CUE = 40
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d])|\n")


def joined_years(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, years that follow each other and are named in one breath as one, unless each has a figure of its
    own: «в 2016 и 2017 годах построено 5 и 6 школ соответственно».
    """
    if not pack.phrases("periods.joined_years"):
        return list(periods)
    joins, plural, in_turn = (pack.cues(f"periods.{name}") for name in ("joined_years", "plural_years", "in_turn"))
    since = pack.cues("periods.since")
    found: list[Period] = []
    begun = 0  # where in what was found the first of the years is
    for period in periods:
        last = found[-1] if found else None
        follows = last is not None and last.role == "bare" and period.iso.isdecimal() and last.iso.isdecimal()
        follows = follows and last is not None and int(period.iso) == int(last.iso) + 1
        if not (follows and last and _joined(lower, last.end, period.start, joins)):
            begun = len(found)
        found.append(period)
        if begun == len(found) - 1 or plural.last(lower, period.start, period.end) is None:
            continue
        if since.ending(lower, max(0, found[begun].start - _CUE), found[begun].start):
            continue  # «на 2025 год и плановый период 2026 и 2027 годов»
        end = _SENTENCE_END.search(lower, period.end, period.end + _FAR)
        if in_turn.first(lower, max(0, found[begun].start - _FAR), end.start() if end else period.end + _FAR):
            continue
        years = f"{found[begun].iso}-{period.iso}"
        found[begun:] = [replace(period, start=found[begun].start, iso=years, role="")]
    return found


def _joined(lower: str, start: int, end: int, joins: Cues) -> bool:
    between = lower[start:end].strip()
    return between == "," or (end - start <= _NEAR and joins.ending(lower, start, end) is not None)
