"""Numbers that look like a year and count something: “2000 households”, «2020 га», «1950 hộ»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.measures import scale_at, units_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_SPACE = re.compile(r" (?=[^\W\d_])")
_LOOK_BACK = 40
_COUNTED = ("count", "measure", "currency")


def without_counts(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods without the bare years that a unit or a counted noun directly follows, or the sign of a currency
    directly precedes.

    Such a number stays a year where the words in front say so (``periods.year_behind``: “in 2019 households …”), and
    where the text names the same year elsewhere.
    """
    doubtful = {p.start: p.year for p in periods if p.role == "bare" and _is_counted(p, lower, pack)}
    named = {p.year for p in periods if p.start not in doubtful} if doubtful else set()
    return [p for p in periods if p.start not in doubtful or p.year in named]


def _is_counted(period: Period, lower: str, pack: LanguagePack) -> bool:
    start, end = period.start, scale_at(lower, period.end, pack)[1]
    units = units_of(pack)
    if units.before.ending(lower, max(0, start - _LOOK_BACK // 4), start):  # “Rs 2000 crore”
        return True
    if not _SPACE.match(lower, end):
        return False
    unit = units.after.at(lower, end + 1, end + 60)
    if unit is None or units.families[unit.value] not in _COUNTED or unit.value == "years":
        return False
    single = pack.cues("periods.singular").at(lower, unit.start, unit.end)
    if single and single.end == unit.end:
        return False
    return pack.cues("periods.year_behind").ending(lower, max(0, start - _LOOK_BACK), start) is None
