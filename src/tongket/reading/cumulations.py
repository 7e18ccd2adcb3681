"""Days up to which something was added up since the year began: “revenue reached 5 crore by 24 September”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE_YEAR = re.compile(r"(\d{4})-01(?:-01)?/\1-12(?:-31)?")
_END = re.compile(r"[.!?;]\s|\n")
_FAR = 160
_CUE = 24


def summed_up(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, a day behind “by”, “as of” as the interval up to it where its sentence speaks of what adds up.

    What adds up are revenue, exports, disbursement (``periods.cumulated``); debt and population hold on the day. A text
    with years of accounts counts from another day, and a sentence of aims names a deadline.
    """
    up_to, adding = pack.cues("periods.up_to"), pack.cues("periods.cumulated")
    aims, never = pack.cues("status.target.sentence"), pack.cues("status.target.never")
    if not pack.phrases("periods.cumulated") or any(p.iso.startswith("FY") for p in periods):
        return list(periods)
    found: list[Period] = []
    for period in periods:
        if _DAY.fullmatch(period.iso) and period.role in ("", "at"):
            start, end = _sentence(lower, period)
            said = period.role == "at" or up_to.ending(lower, max(start, period.start - _CUE), period.start)
            named = never.all(lower, start, end)
            hits = aims.all(lower, start, end)
            aimed = any(not any(name.start <= hit.start < name.end for name in named) for hit in hits)
            if said and adding.first(lower, start, end) and not aimed:
                period = replace(period, iso=f"{period.iso[:4]}-01-01/{period.iso}", role="until")
        found.append(period)
    return found


def held_on(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, that up to a day or month as the day or month itself where its sentence tells how things stand.

    «Đến ngày 29/9, có 209 doanh nghiệp đang hoạt động», «đến cuối tháng 6, dư nợ đạt …» hold on that day; what is
    raised, spent or founded up to it («thành lập mới») adds up.
    """
    if not pack.phrases("periods.standing"):
        return list(periods)
    standing, adding = pack.cues("periods.standing"), pack.cues("periods.adding")
    found: list[Period] = []
    for period in periods:
        if period.role == "until" and "/" in period.iso:
            start, end = _sentence(lower, period)
            if standing.first(lower, start, end) and not adding.first(lower, start, end):
                period = replace(period, iso=period.iso.partition("/")[2], role="at")
            elif _WHOLE_YEAR.fullmatch(period.iso):  # «đến 31/12/2023, thu đạt 5 tỷ đồng»: in all of that year
                period = replace(period, iso=period.iso[:4], role="")
        found.append(period)
    return found


def _sentence(lower: str, period: Period) -> tuple[int, int]:
    """Where the sentence of a period begins and ends, or how far words are looked for."""
    start = max(0, period.start - _FAR)
    for mark in _END.finditer(lower, start, period.start):
        start = mark.end()
    behind = _END.search(lower, period.end, period.end + _FAR)
    return start, behind.start() if behind else min(len(lower), period.end + _FAR)
