"""The year that is over, in a text that looks back on it and ahead to the next, as news of December and January do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, OPEN_DAY, SENTENCE_END, Period
from tongket.reading.years_told import FIGURE

_NEAR = 80
_HEAD = 400
_FAR, _OPENING = 280, 8
_NEW_YEAR = ("-01-", "-02-")
# A day that opens a paragraph, be it behind the place of a report: «(Tân Sơn) - Sáng 10/12/2024, …».
_OPENS = re.compile(r"(?:\A|\n)\s?(?:\([^()\n]{1,40}\)\s?[-–—]?\s?)?(?:[^\W\d_]{1,8}\s){0,3}\Z")


def of_year_reviewed(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """«Năm 2023, huyện … . Cả năm có 86 doanh nghiệp mới», in January of 2024: of the year that was told before, unless
    it is foreseen; behind no other time than a day of the new year «trong năm qua» is the year before that.
    """
    whole, back = pack.cues("periods.whole_year"), pack.cues("periods.year_past")
    if not any(p.role == "this" for p in periods):
        return list(periods)
    ahead = (pack.cues("status.target.sentence"), pack.cues("status.estimate.sentence"))
    plans = pack.cues("periods.plan")
    found = list(periods)
    told: Period | None = None
    for place, period in enumerate(periods):
        if period.role == "this" and whole.at(lower, period.start, period.end):
            past = back.at(lower, period.start, period.end) is not None
            ends = SENTENCE_END.search(lower, period.end, period.end + _NEAR)
            end = ends.start() if ends else period.end + _NEAR
            foreseen = not past and any(cues.first(lower, period.start, end) for cues in ahead)
            if told and told.year and period.iso == str(told.year + 1) and not foreseen:
                found[place] = replace(period, iso=str(told.year))
            elif told is None and past and period.year:
                before = [p for p in periods[:place] if p.iso[4:8] in _NEW_YEAR or p.iso == str(period.year - 1)]
                found[place] = replace(period, iso=str(period.year - 1)) if before else period
            continue
        named = period.role in ("", "bare") and period.year and not DAY.fullmatch(period.iso)
        if named and not plans.ending(lower, max(0, period.start - _NEAR), period.start):
            told = period
    return found


def years_of_tasks(periods: Sequence[Period], lower: str, pack: LanguagePack) -> dict[int, Period]:
    """«tổng kết công tác năm 2021, triển khai nhiệm vụ năm 2022»: the years whose tasks are named beside the year that
    is over, by their place, and that year.
    """
    plans, found = pack.cues("periods.plan"), {}
    for first, second in pairwise(periods):
        if not (second.iso.isdecimal() and first.iso.isdecimal() and int(second.iso) == int(first.iso) + 1):
            continue
        if second.start - first.end > _NEAR or SENTENCE_END.search(lower, first.end, second.start):
            continue
        if second.role or FIGURE.search(lower, first.end, second.start):
            continue
        if plans.ending(lower, max(first.end, second.start - _NEAR), second.start):
            found[second.start] = first
    return found


def opening_day(periods: Sequence[Period], lower: str, pack: LanguagePack, year: int) -> Period | None:
    """The day that opens a paragraph in the head of a text, in the year before or behind the one named first."""
    if not pack.phrases("periods.year_past"):
        return None
    for period in periods:
        if period.start >= _HEAD:
            return None
        if period.role == "" and DAY.fullmatch(period.iso) and abs((period.year or 0) - year) == 1:
            start = max(0, period.start - _NEAR)
            if _OPENS.search(lower, start, period.start):
                return period
    return None


def parts_of_years(periods: Sequence[Period], lower: str, pack: LanguagePack, year: int | None) -> list[Period]:
    """«Năm 2022, xuất khẩu đạt 412.000 tấn.⏎Bước vào năm 2023, … . Trong quý I, …»: a quarter or a month is of the
    later year that was named before it in its paragraph, or of the one that opens this.
    """
    if year is None or not pack.phrases("periods.year_past"):
        return list(periods)
    plans = pack.cues("periods.plan")
    found: list[Period] = []
    named: Period | None = None
    for period in periods:
        if period.year:
            whole = period.iso.isdecimal() and period.role in ("", "bare")
            named = period if whole and not plans.ending(lower, max(0, period.start - _NEAR), period.start) else None
        elif named and named.year and period.iso.startswith("-") and not OPEN_DAY.fullmatch(period.iso):
            line = lower.rfind("\n", max(0, period.start - _FAR), period.start) + 1
            near = line <= named.start and period.start - named.start <= _FAR
            if near and (named.year == year + 1 or (line and named.start <= line + _OPENING)):
                period = period.with_year(named.year)
        found.append(period)
    return found
