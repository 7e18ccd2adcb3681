"""Months that are only counted, “Exports were 3 million in nine months”: of the year, where the text tells more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_COUNTED = re.compile(r"--01/--(\d\d)")
_LAST = re.compile(r"(?:Q(?P<quarter>\d)|-(?P<month>\d\d)(?P<day>-\d\d)?)\Z")
_NEAR = 16


def counted_months(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, “in nine months” as one where another ends with September or a day of October was named; as none
    elsewhere: “The road was built in nine months”.
    """
    if all(p.role != "counted" for p in periods):
        return list(periods)
    ends = {month for p in periods if p.role != "counted" for month in _last_months(p.iso)}
    inside = pack.cues("periods.inside")
    found: list[Period] = []
    for period in periods:
        if period.role == "counted":
            months = _COUNTED.fullmatch(period.iso)
            said = inside.ending(lower, max(0, period.start - _NEAR), period.start)
            if months is None or said is None or int(months[1]) not in ends:
                continue
            period = replace(period, role="")
        found.append(period)
    return found


def _last_months(iso: str) -> tuple[int, ...]:
    """The month with which a period ends; of a day also the month before, which it may look back on."""
    last = _LAST.search(iso)
    if last is None:
        return ()
    if last["quarter"]:
        return (3 * int(last["quarter"]),)
    month = int(last["month"])
    return (month, month - 1) if last["day"] else (month,)
