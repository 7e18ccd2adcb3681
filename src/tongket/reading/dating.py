"""The year that a text is about, which fills dates and periods without one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.reading.accounting import SPOKEN, as_accounts
from tongket.reading.bases import TIMES
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, DEADLINES, MONTH, SENTENCE_END, Period, previous_period
from tongket.reading.phrases import Cues, Hit
from tongket.reading.years_reviewed import opening_day
from tongket.reading.years_told import FIGURE, year_told_beside
from tongket.reading.years_under_way import begun_after

_NEAR = 40
_HEAD = 400
_MOVED = 60
_BESIDE = re.compile(r"[\s,(]{1,2}(?:[^\W\d_]{1,2}\s)?")
_HELD = 120
LONG_AGO = 3
VERY_LONG_AGO = 10
TERM = 5
_SPOKEN_NOW = ("now", "this", "last", "ago")  # how a year is spoken of
_YEARS_BACK = re.compile(r"=-(\d\d)/=")
_WORDS = re.compile(r"[^\W\d_]+")
_SPRING = "03"
_CLOCKED = 8
_CLOCK = re.compile(r"(?<!\d)\d\d?:\d\d,?\s\Z")
_CLOCK_BEHIND = re.compile(r",?\s\d\d?:\d\d(?!\d)")
_YEARS = re.compile(r"\d{4}(?:-\d{4})?\Z")
_SEVERAL_YEARS = re.compile(r"\d{4}-\d{4}|FY\d\d-FY\d\d")


def year_of_text(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> int | None:
    """The first year that is neither a deadline, nor compared with, nor one of prices; None where no year is named.

    A text that names only years it compares with, «tăng 5 % so với cùng kỳ năm 2023», is about the next one.
    """
    if beside := year_told_beside(lower, pack, periods):
        return beside
    basis, named_cues = pack.cues("comparison.basis"), pack.cues("comparison.named")
    no_time, since = pack.cues("periods.no_time"), pack.cues("periods.since")
    to_be_done = pack.cues("periods.to_be_done")
    carried_on, no_day = pack.cues("periods.carried_on"), pack.cues("comparison.no_day")
    began = pack.cues("periods.from_year")
    named = [(period, period.year) for period in periods if period.year]
    reaching = pack.cues("periods.reaching")  # «…, достигнув к 2012 году 89 тысяч»
    past = [(p, year) for p, year in named if p.role not in (*DEADLINES, "to_now") or _reached(lower, p, reaching)]
    spans = [year for period, year in past if _SEVERAL_YEARS.fullmatch(period.iso)]
    past = [(period, year) for period, year in past if not _SEVERAL_YEARS.fullmatch(period.iso)]
    latest = max((year for _, year in past), default=0)
    if opened := _opened_term(lower, pack, named):
        return opened
    begins, between = _term_ahead(named), _between_terms(period.iso for period, _ in named)
    compared: list[int] = []
    planned: list[int] = []
    for period, year in past:
        before = (max(0, period.start - _NEAR), period.start)
        if since.ending(lower, *before):  # “the lowest since 2009”
            continue
        if MONTH.fullmatch(period.iso) and to_be_done.ending(lower, *before):
            planned.append(year - (period.iso[5:] <= _SPRING))  # «Открытие планируется на январь 2014 года», in 2013
            continue
        if year < latest and began.ending(lower, period.start - _NEAR // 2, period.start):
            continue  # «С 1991 года население сократилось …, составив на 1 января 2012 года …»
        if between and between - TERM < year < between - 1:  # «xã đạt chuẩn năm 2018», at the end of 2015-2020
            continue
        if carried_on.at(lower, period.end + 1, period.end + _NEAR):  # «vốn năm 2024 kéo dài sang năm 2025»
            continue
        words = named_cues.ending(lower, *before)
        hit = basis.ending(lower, *before)
        if words and (hit is None or hit.start >= words.start):  # not in «к уровню 2005 года»
            hit = basis.ending(lower, before[0], words.start)
        if hit and DAY.fullmatch(period.iso) and no_day.at(lower, hit.start, hit.end):
            hit = None  # “Published on 5 May 2022”
        if (hit is not None and hit.value in TIMES and not is_over(hit, lower, pack)) or _is_counterpart(
            lower, pack, period, periods
        ):
            compared.append(year)
        elif no_time.ending(lower, *before) is None:
            if _is_year_before_this(lower, pack, period, periods):
                return year + 1
            if begins and year == begins[1] and period.iso.isdecimal():
                return begins[0]
            # below «Phấn đấu năm 2023 tăng 8 %» a line «Thứ 4, 21/12/2022», or «Ngày 21/12/2022, …»
            day = day_of_issue(lower, pack, periods, year)
            if day and day.start > period.start and day.year == year - 1:
                return day.year
            return _past_story(year, past, lower, pack)
    if compared:
        return between if between and between >= max(compared) else max(compared) + 1
    if between:
        return between
    ended = next((year for period, year in named if period.role == "year_end"), None)
    if ended is not None:
        return ended
    if begins:
        return begins[0]
    due = [year for period, year in named if period.role in ("due", "toward")]
    if planned:
        return planned[0]
    return min(*spans[:1], *(year - 1 for year in due)) if spans and due else next(iter((*spans, *due)), None)


def _reached(lower: str, period: Period, reaching: Cues) -> bool:
    return period.role == "toward" and reaching.ending(lower, period.start - _NEAR, period.start) is not None


def day_of_issue(lower: str, pack: LanguagePack, periods: Sequence[Period], year: int) -> Period | None:
    """The day on which a text about a ``year`` was issued, in the year before or behind that, as far as it says so."""
    return dateline(lower, periods) or opening_day(periods, lower, pack, year)


def dateline(lower: str, periods: Sequence[Period]) -> Period | None:
    """A day on a line of its own at the head of a text, or with the hour: when it was published."""
    for period in periods:
        if period.start >= _HEAD:
            return None
        if period.role == "" and DAY.fullmatch(period.iso):
            start, end = lower.rfind("\n", 0, period.start) + 1, lower.find("\n", period.end)
            words = _WORDS.findall(lower[start : period.start] + lower[period.end : end if end >= 0 else len(lower)])
            timed = _CLOCK.search(lower, max(0, period.start - _CLOCKED), period.start)
            if len(words) <= 2 or timed or _CLOCK_BEHIND.match(lower, period.end):
                return period
    return None


def _term_ahead(named: Sequence[tuple[Period, int]]) -> tuple[int, int] | None:
    """«Nghị quyết nhiệm kỳ 2025-2030 … đến năm 2030 …»: the years of a term of which a text tells the aims."""
    due = {year for period, year in named if period.role in ("due", "toward")}
    terms = (period.iso for period, year in named if year in due and _YEARS.fullmatch(period.iso))
    first = next((iso for iso in terms if _SEVERAL_YEARS.fullmatch(iso)), None)
    return (int(first[:4]), int(first[5:])) if first else None


def _opened_term(lower: str, pack: LanguagePack, named: Sequence[tuple[Period, int]]) -> int | None:
    """«Sáng 16/7 khai mạc Đại hội nhiệm kỳ 2020-2025 … Năm 2019 …»: a congress is held when its term begins."""
    if not pack.phrases("periods.convening"):
        return None
    term = next((p for p, _ in named if p.start < _HEAD and _SEVERAL_YEARS.fullmatch(p.iso)), None)
    if (
        term is None
        or pack.cues("periods.convening").first(lower, max(0, term.start - _HELD), term.end + _HELD) is None
    ):
        return None
    first = int(term.iso[:4])
    told = (year for p, year in named if p.role not in DEADLINES and not _SEVERAL_YEARS.fullmatch(p.iso))
    return first if all(year <= first for year in told) else None


def _between_terms(isos: Iterable[str]) -> int | None:
    """«Nhiệm kỳ 2020-2025, … . Nhiệm kỳ 2025-2030, …»: the year in which one term ends and the next begins."""
    terms = [iso.split("-") for iso in isos if _SEVERAL_YEARS.fullmatch(iso) and iso.startswith(("1", "2"))]
    begun = {first for first, _ in terms}
    return next((int(last) for first, last in terms if last in begun and last > first), None)


def is_over(hit: Hit, lower: str, pack: LanguagePack) -> bool:
    """“They mull over the estimates for 2024-25”, “Over the last fiscal year 20 came”: no word of change stands in
    front of such words for a comparison, as in “up 3 % over last year”.
    """
    if hit.value != "period" or pack.cues("comparison.behind_change").at(lower, hit.start, hit.end) is None:
        return False
    moved = pack.cues("comparison.trend").last(lower, max(0, hit.start - _MOVED), hit.start)
    return moved is None or SENTENCE_END.search(lower, moved.end, hit.start) is not None


def _is_year_before_this(lower: str, pack: LanguagePack, named: Period, periods: Sequence[Period]) -> bool:
    """«Урожайность – 24 ц/га. В 2024 году этот показатель был 18 ц/га. … В текущем году …»: no other year is named."""
    others = {period.year for period in periods if period.year and period.year != named.year}
    if others or not any(period.role == "this" for period in periods):
        return False
    return pack.cues("comparison.anaphora").at(lower, named.end + 1, named.end + _NEAR) is not None


def _past_story(first: int, named: Sequence[tuple[Period, int]], lower: str, pack: LanguagePack) -> int:
    """The year itself, or where it is named once and is long ago, the one that the text names most after it: «Закон
    принят в 2000 году. … В 2017 году …». What is foreseen or aimed at says nothing of when a text was written.
    """
    ahead = (pack.cues("status.estimate.sentence"), pack.cues("status.target.sentence"))
    at_first = [period for period, year in named if year == first]
    years = {year for _, year in named}
    recent_day = DAY.match(at_first[0].iso) and max(years) - first < VERY_LONG_AGO
    # “On 6 November 1996 it was founded”, in a text of 2021: a day so long ago is told as a year is
    told = len(at_first) == 1 and at_first[0].role != "bare" and not recent_day
    if not told or {first + 1, first + 2} <= years:
        return first
    later = [
        year
        for period, year in named
        if year - first >= LONG_AGO and period.role != "bare" and not DAY.match(period.iso)
        if not any(cues.first(lower, max(0, period.start - _NEAR), period.end + _NEAR) for cues in ahead)
    ]
    counts = Counter(later or [first])
    return max(counts, key=lambda year: (counts[year], year))


def _is_counterpart(lower: str, pack: LanguagePack, named: Period, periods: Sequence[Period]) -> bool:
    """“18 clinics opened in the first half of this year, against 12 in the first half of 2023”: set against a part of
    a year that the text does not name.
    """
    if named.iso.isdecimal() or not named.iso[:4].isdecimal():
        return False
    part = named.iso[4:].replace(f"/{named.year}", "/-")
    own = next((p for p in periods if p.iso[:1] == "-" and p.iso[1:] == part), None)
    if own is None or not own.start < named.start or SENTENCE_END.search(lower, own.end, named.start):
        return False
    against = pack.cues("comparison.counterpart").last(lower, own.end, named.start)
    return against is not None and FIGURE.search(lower, against.end, named.start) is not None


def _foreseen(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> int | None:
    """«Прогноз развития района на 2018 год»: the first year that the head of a text foresees."""
    first = next((p for p in periods if p.year and p.start < _HEAD), None)
    if first is None or pack.cues("periods.forecasts").first(lower, 0, first.start) is None:
        return None
    said = pack.cues("periods.for_years").ending(lower, max(0, first.start - _NEAR), first.start)
    years = re.match(r"\d{4}", first.iso)
    return int(years.group()) if said and years else None


def _tells_of_a_year(lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> bool:
    """“Output grew by 6 % in 2019. … The economy was worth 900 million last year.”: no part of that year is named, and
    nothing is compared with last year.
    """
    spoken = [p for p in periods if p.role == "last"]
    first = next((p for p in periods if p.year), None)
    if not (spoken and pack.get("periods.tells_years", False)) or first is None or first.iso != str(year):
        return False
    ahead = (pack.cues("status.estimate.sentence"), pack.cues("status.target.sentence"), pack.cues("periods.ahead"))
    around = max(0, first.start - _NEAR), first.end + _NEAR
    if any(p.year == year and p.iso != first.iso for p in periods) or any(cues.first(lower, *around) for cues in ahead):
        return False
    against = [pack.cues(f"comparison.{name}") for name in ("basis", "counterpart", "origin")]
    near = [(_from_sentence(lower, p.start), p.start) for p in spoken]
    if any(start <= p.start < end for start, end in near for p in periods if p.iso == first.iso):
        return False  # «В 2024 году доля составила 57 % (61 % в прошлом году)»
    return not any(cues.first(lower, *place) for place in near for cues in against)


def _from_sentence(lower: str, position: int) -> int:
    """Where the words in front of a place begin, in its sentence."""
    floor = max(0, position - _MOVED)
    return max((end.end() for end in SENTENCE_END.finditer(lower, floor, position)), default=floor)


def with_years(
    lower: str,
    pack: LanguagePack,
    periods: Sequence[Period],
    year: int | None,
    told: int | None,
    *,
    fiscal: bool = False,
    stamped: bool = False,
    issued: tuple[int, int] | None = None,
) -> list[Period]:
    """The periods with the ``year`` of the text where they name none; “today” is in the year ``told`` by the text
    itself, if that begins with a date (``stamped``) or has named a year before. ``issued`` is the year and month of
    its date, where that is known.

    In a text that reports on one whole year (``periods.reported``: «о результатах работы в 2022 году») and says nothing
    of the next, “last year” is that year. In a text about a year of accounts (``fiscal``) “this year” is one, too.
    """
    reported = pack.cues("periods.reported")
    its = (p for p in periods if p.iso == str(year))
    whole = any(reported.ending(lower, max(0, p.start - 2 * _NEAR), p.start) for p in its)
    tells = _tells_of_a_year(lower, pack, periods, year)
    roles = {p.role for p in periods}
    both = whole and {"last", "this"} <= roles  # «итоги 2024 года … в прошлом году … В этом году …»
    spoken = next((p.role for p in periods if p.year or p.role in SPOKEN), "")  # «о работе в минувшем году»
    told_of = [p for p in periods if p.role not in DEADLINES and not (tells and DAY.fullmatch(p.iso))]
    back = all(p.role != "this" and (p.year or 0) <= (year or 0) for p in told_of)
    # «Năm ngoái, huyện tiêu hủy 8.400 con lợn. … Đến hết tháng 9/2020, …»
    parted = bool(pack.phrases("periods.year_past")) and any(p.year == year and not p.iso.isdecimal() for p in periods)
    spoken_of = spoken == "last" and not parted and year_told_beside(lower, pack, periods) is None
    looks_back = (whole or tells or spoken_of) and back
    day = dateline(lower, periods) if whole and year else None  # «отчёт о работе в 2013 году⏎10:21, 27 февраля 2014»
    both = both or (day is not None and "last" in roles and day.year == (year or 0) + 1)
    later = year + 1 if (looks_back or both) and year else year
    foreseen = _foreseen(lower, pack, periods)
    this = foreseen - 1 if foreseen and year == foreseen else later if both else year
    periods = [_turned_ahead(lower, pack, p) if p.role == "back" else p for p in periods]
    begun = begun_after(lower, pack, periods, year) if later == year else len(lower)
    open_ended = all(p.role in DEADLINES for p in periods if p.year)
    said = -1 if stamped or not open_ended else next((p.start for p in periods if p.year), len(lower))
    now, latest = [], told
    for period in periods:  # “as of 1 July 2016 … now …”: not before a day that was named, or of a deadline
        if period.role == "at" and told:
            latest = max(latest or told, period.year or told)
        past = period.role == "last" and begun < len(lower)  # «в прошлом году … В 2024 году … В текущем году построят»
        if (past or period.start >= begun) and year and period.role in _SPOKEN_NOW:
            period = period.with_year(year + 1)
        now.append(period.with_year(latest if period.start > said else None) if period.role == "now" else period)
    of_role = {"last": later if later != year else this, "ahead": later, "on": later, "this": this}
    now = _beside_years(lower, now)
    dated = [p if p.role == "now" else p.with_year(of_role.get(p.role, year)) for p in now]
    return _before_the_named(lower, pack, as_accounts(lower, pack, now, dated, fiscal=fiscal, issued=issued))


def _turned_ahead(lower: str, pack: LanguagePack, period: Period) -> Period:
    """«за три года население увеличится на 6 тысяч»: the years to come, where a verb of the future stands behind."""
    if not pack.phrases("periods.years_gone_by") or pack.cues("periods.years_gone_by").first(
        lower, period.start, period.end
    ):
        return period
    end = SENTENCE_END.search(lower, period.end, period.end + _MOVED)
    future = pack.cues("status.estimate.future").first(lower, period.end, end.start() if end else period.end + _MOVED)
    count = _YEARS_BACK.fullmatch(period.iso)
    return replace(period, iso=f"=/=+{count[1]}", role="span") if future and count else period


def _before_the_named(lower: str, pack: LanguagePack, periods: list[Period]) -> list[Period]:
    """“A deficit of $5 million this year and $3 million in 2025-26”, “$9 million in 2025-26, up from $8 million this
    year”: a year that is only spoken of, beside a later one that is named, is not that year.
    """
    if all(p.role != "this" for p in periods):
        return periods
    found = list(periods)
    cues = [pack.cues(f"comparison.{name}") for name in ("counterpart", "origin")]
    for place, (first, second) in enumerate(pairwise(periods)):
        spoken, named = (place, second) if first.role == "this" else (place + 1, first)
        if periods[spoken].role != "this" or named.role not in ("", "bare") or named.iso != periods[spoken].iso:
            continue
        between = first.end, second.start
        if not FIGURE.search(lower, *between) or SENTENCE_END.search(lower, *between):
            continue
        if spoken == place or any(cue.first(lower, *between) for cue in cues):
            found[spoken] = replace(periods[spoken], iso=previous_period(named.iso) or named.iso)
    return found


def _beside_years(lower: str, periods: Sequence[Period]) -> list[Period]:
    """«В 2012 году с мая по июнь стояла засуха», in a text of 2013: months right behind a year are of it."""
    found = list(periods)
    for index, period in enumerate(found[1:], 1):
        year = found[index - 1]
        known = period.iso.startswith("-") and year.iso.isdecimal() and not year.role
        if known and _BESIDE.fullmatch(lower, year.end, period.start):
            found[index] = replace(period.with_year(year.year), role="alone")
    return found
