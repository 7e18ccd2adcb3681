"""Days up to which something was added up since the year began: “revenue reached 5 crore by 24 September”.

Also terms of years that are named by the one before or behind: «nhiệm kỳ qua».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, MONTH, SEVERAL_YEARS, Period
from tongket.reading.stamps import Stamp

_WHOLE_YEAR = re.compile(r"(\d{4})-01(?:-01)?/\1-12(?:-31)?")
_END = re.compile(r"[.!?;]\s|\n")
_FAR = 160
_CUE = 24
_HEAD = 400
_MONTHS_SO_FAR = re.compile(r"\d{4}-01/\d{4}-\d\d")
_LINE = 800
_SO_FAR = ("so_far", "total")
_FOUNDED = 60
_THAT = ("that_term", "term_end")
_TERM = 4  # years between the first and the last year of a term


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
        month = MONTH.fullmatch(period.iso) is not None
        if (month and period.role in ("", "due")) or (DAY.fullmatch(period.iso) and period.role in ("", "at")):
            start, end = _sentence(lower, period)
            said = period.role == "at" or up_to.at(lower, period.start, period.end)
            said = said or up_to.ending(lower, max(start, period.start - _CUE), period.start)
            added = adding.first(lower, start, end) if said else None
            if added:
                stop = max(added.end, period.end)  # what is aimed at behind is said of another
                named = never.all(lower, start, stop)
                hits = aims.all(lower, start, stop)
                if all(any(name.start <= hit.start < name.end for name in named) for hit in hits):  # no aim
                    begun = f"{period.iso[:4]}-01" if month else f"{period.iso[:4]}-01-01"
                    period = replace(period, iso=f"{begun}/{period.iso}", role="until")
        found.append(period)
    return found


def up_to_now(periods: Sequence[Period], lower: str, stamp: Stamp | None, *, passing: bool = False) -> list[Period]:
    """«Sáng 26/5, UBND huyện họp. … Từ đầu năm đến nay, …»: from the start of the year to the month told before in the
    paragraph, to the day at the head of the text, or the months that it reports on; else of that year, if it is named.
    «Lũy kế» without “up to now” adds up these months rather than the days. Where ``passing``, they are over with their
    sentence.
    """
    if all(p.role not in _SO_FAR for p in periods):
        return list(periods)
    issued = lower[stamp.start : stamp.end].split()[-1] if stamp else None
    days = {p.iso[:4]: p.iso for p in reversed(periods) if p.start < _HEAD and _is_day(p)}
    months: dict[str, str] = {}  # of each year, the first that were told, and up to the last month that was
    up_to_month: dict[str, str] = {}
    month: Period | None = None  # that was told last
    found: list[Period] = []
    for period in periods:
        year = period.iso[:4]
        if _MONTHS_SO_FAR.fullmatch(period.iso):
            months.setdefault(year, period.iso)
        elif MONTH.fullmatch(period.iso):
            up_to_month[year] = f"{year}-01/{period.iso}"
            month = period
        if period.role in _SO_FAR:
            if found and found[-1].iso.endswith("-01-01") and period.start - found[-1].end < _FAR:
                continue  # «На 1 января 2018 года – 8 тысяч человек, с начала года меньше на 97»: in the year before
            day = days.get(year, issued)
            so_far = months.get(year) or up_to_month.get(year)
            beside = month and month.iso[:4] == year and period.start - month.end < _LINE
            if month and beside and "\n" not in lower[month.end : period.start]:
                period = replace(period, iso=up_to_month[year], role="this" if passing else "")
            elif day and day[:4] == year and not (so_far and period.role == "total"):
                opening = f"{year}-01-01" if DAY.fullmatch(day) else f"{year}-01"
                period = replace(period, iso=f"{opening}/{day}", role="until")
            elif so_far or year in lower[period.start : period.end]:
                here = passing and so_far is not None
                period = replace(period, iso=so_far or year, role="this" if here else "")
            elif year.isdecimal():
                period = replace(period, iso=year, role="this")
            else:
                continue
        found.append(period)
    return found


def founded_then(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """«Từ khi thành lập (năm 2009) đến nay, …»: the year in brackets as “from 2009 to now”."""
    founded, until_now = pack.cues("periods.founded"), pack.cues("periods.until_now")
    if not pack.phrases("periods.founded"):
        return list(periods)
    found: list[Period] = []
    for period in periods:
        opened = period.start - 1
        if period.iso.isdecimal() and lower.startswith(")", period.end) and lower.startswith("(", opened):
            began = founded.ending(lower, max(0, opened - _FOUNDED), opened)
            if began and until_now.at(lower, period.end + 2, period.end + _FOUNDED):
                period = Period(began.start, period.end + 1, period.iso, "to_now")
        found.append(period)
    return found


def since_a_year(periods: Sequence[Period], year: int | None) -> list[Period]:
    """«Từ năm 2015 đến nay, …», in 2020: all years from one up to that of the text."""
    return [
        replace(p, iso=f"{p.iso}-{year}", role="back") if p.role == "to_now" and year and int(p.iso) < year else p
        for p in periods
    ]


def over_told_years(periods: Sequence[Period]) -> list[Period]:
    """«В 2004 году … . В 2012 году … . За 9 лет …», in 2013: as many years as lie from one that was told to another,
    and not those up to the year of the text.
    """
    if all(p.role != "back" for p in periods):
        return list(periods)
    told: set[int] = set()
    found: list[Period] = []
    for period in periods:
        if period.role == "back" and SEVERAL_YEARS.fullmatch(period.iso):
            first, _, last = period.iso.partition("-")
            count = int(last) - int(first)
            end = max((y for y in told if count > 1 and y < int(last) and y - count + 1 in told), default=None)
            period = replace(period, iso=f"{end - count + 1}-{end}") if end else period
        elif period.iso.isdecimal() or SEVERAL_YEARS.fullmatch(period.iso):
            told.update(int(year) for year in period.iso.split("-") if year.isdecimal())
        found.append(period)
    return found


def _is_day(period: Period) -> bool:
    return period.role in ("", "at") and DAY.fullmatch(period.iso) is not None


def in_terms(periods: Sequence[Period], year: int | None) -> list[Period]:
    """«Đại hội nhiệm kỳ 2020-2025 … Nhiệm kỳ qua, …», in 2020: the terms before and behind, where one is named."""
    if all(p.role not in (*_THAT, "last_term", "next_term") for p in periods):
        return list(periods)
    terms = [p.iso.split("-") for p in periods if SEVERAL_YEARS.fullmatch(p.iso)]
    years = [(int(first), int(last)) for first, last in terms if int(last) - int(first) >= _TERM]
    found: list[Period] = []
    named: Period | None = None
    for period in periods:
        if period.role in _THAT:  # «… giai đoạn 2021-2023. Trong giai đoạn này, …»
            if named is None:
                continue
            if period.role == "term_end":
                period = replace(period, iso=str(years[-1][1]) if years else named.iso[-4:], role="due")
            else:
                period = replace(period, iso=named.iso, role="")
        elif period.role in ("last_term", "next_term"):
            iso = _term(period.role, year, *years[0]) if years and year else None
            if iso is None:
                continue
            period = replace(period, iso=iso, role="")
        if SEVERAL_YEARS.fullmatch(period.iso):
            named = period
        found.append(period)
    return found


def term_before(period: str | None) -> str | None:
    """The term of years before one: «so với nhiệm kỳ trước», of 2015-2020, is against 2010-2015."""
    if not SEVERAL_YEARS.fullmatch(period or ""):
        return None
    first, last = map(int, (period or "").split("-"))
    end = first - (last - first == _TERM)
    return f"{end - (last - first)}-{end}"


def _term(role: str, year: int, first: int, last: int) -> str | None:
    if role == "last_term" and year <= first:
        return term_before(f"{first}-{last}")
    if role == "next_term" and year >= last - 1:
        begins = last + (last - first == _TERM)
        return f"{begins}-{begins + last - first}"
    return f"{first}-{last}" if (year >= last - 1) == (role == "last_term") else None


def held_on(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, that up to a day or month as the day or month itself where its sentence tells how things stand.

    «Đến ngày 29/9, có 209 doanh nghiệp đang hoạt động», «đến cuối tháng 6, dư nợ đạt …» hold on that day; what is
    raised, spent or founded up to it («thành lập mới») adds up.
    """
    if not pack.phrases("periods.standing"):
        return list(periods)
    standing, adding = pack.cues("periods.standing"), pack.cues("periods.adding")
    up_to, aims = pack.cues("periods.up_to"), pack.cues("status.target.sentence")
    balances = pack.cues("periods.balances")
    found: list[Period] = []
    for period in periods:
        if period.role == "until" and "/" in period.iso:
            start, end = _sentence(lower, period)
            if aims.first(lower, start, period.start):  # «phấn đấu đến 30/6/2018 có 100 % …» is a deadline
                pass
            elif _WHOLE_YEAR.fullmatch(period.iso) and not balances.first(lower, start, end):
                # «đến 31/12/2023, có 5 xã đạt chuẩn»: in that year
                period = replace(period, iso=period.iso[:4], role="")
            elif standing.first(lower, start, end) and not adding.first(lower, start, end):
                period = replace(period, iso=period.iso.partition("/")[2], role="at")
        elif period.role == "" and DAY.fullmatch(period.iso):  # “net debt is to reach 5 million by 30 June 2029”
            start, end = _sentence(lower, period)
            said = up_to.ending(lower, max(start, period.start - _CUE), period.start)
            if said and standing.first(lower, start, end) and not adding.first(lower, start, end):
                period = replace(period, role="at")
        found.append(period)
    return found


def of_closed_years(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """The periods, the first day of a year as the year before where its sentence tells what came in or was spent: «На 1
    января 2023 года бюджет исполнен на 98 %» is of 2022, debts and what is left of money are of the day.
    """
    closing, left = pack.cues("periods.closing_flows"), pack.cues("periods.stocks")
    found: list[Period] = []
    for period in periods:
        if period.role == "at" and period.iso.endswith("-01-01"):
            start, end = _sentence(lower, period)
            if closing.first(lower, start, end) and not left.first(lower, start, end):
                period = replace(period, iso=f"{int(period.iso[:4]) - 1:04}", role="")
        found.append(period)
    return found


def _sentence(lower: str, period: Period) -> tuple[int, int]:
    """Where the sentence of a period begins and ends, or how far words are looked for."""
    start = max(0, period.start - _FAR)
    for mark in _END.finditer(lower, start, period.start):
        start = mark.end()
    behind = _END.search(lower, period.end, period.end + _FAR)
    return start, behind.start() if behind else min(len(lower), period.end + _FAR)
