"""What “last year” and “this year” mean by a year beside them: “from 6 million in 2023 to 7 million last year”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, SENTENCE_END, Period

_NEAR = 90
_CLAUSE_END = re.compile(r"[.,;:!?]\s|\n")
FIGURE = re.compile(r"\d")


def year_told_beside(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> int | None:
    """The year of a text by one of its sentences that sets a named year against one that is only spoken of: the year
    spoken of is the next one, if no later one is named.
    """
    if all(p.role not in ("last", "this") for p in periods):
        return None
    latest = max((p.year for p in periods if p.year and p.role not in DEADLINES and _is_year(p)), default=None)
    for first, second in pairwise(periods):
        spoken, named = (second, first) if first.year else (first, second)
        if spoken.role not in ("last", "this") or not named.year or not _is_year(named):
            continue
        then = latest is not None and latest - named.year <= 1
        if then and _set_against(lower, pack, first, second, spoken):
            return named.year + 1 + (spoken.role == "last")
        if named.year != latest:
            continue
        start = max(0, first.start - _NEAR)
        if second.start - first.end > _NEAR or SENTENCE_END.search(lower, first.end, second.start):
            continue
        follows = _moved_on if spoken is second else _came_from
        if latest and follows(lower, pack, start, first, second):
            return latest + 1 + (spoken.role == "last")
    return None


def _is_year(period: Period) -> bool:
    return period.iso.removeprefix("FY").isdecimal()


def _set_against(lower: str, pack: LanguagePack, first: Period, second: Period, spoken: Period) -> bool:
    """«В прошлом году доля сократилась на 8 % по сравнению с 2015 годом»: compared with the year named."""
    if spoken is not first or not FIGURE.search(lower, first.end, min(second.start, first.end + 2 * _NEAR)):
        return False
    ends = list(SENTENCE_END.finditer(lower, first.end, second.start)) if second.start - first.end < 3 * _NEAR else []
    end = ends[-1] if ends else SENTENCE_END.search(lower, first.end, second.start)
    if end and pack.cues("periods.taken_up").at(lower, end.end(), second.start) is None:
        return False  # «В прошлом году надоили 38 тысяч тонн. Это на 4 % больше, чем в 2022 году»
    hit = pack.cues("comparison.basis").ending(lower, max(first.end, second.start - _NEAR // 2), second.start)
    return hit is not None and hit.value == "period"


def _moved_on(lower: str, pack: LanguagePack, start: int, named: Period, spoken: Period) -> bool:
    """“from 36 million in 2023 to 37 million last year”, “5 % in 2023 and 6 % last year”."""
    cue = pack.cues("comparison.joining").at(lower, named.end + 1, spoken.start)
    if cue is None:
        began = pack.cues("comparison.origin").last(lower, start, named.start)
        if began is None or _CLAUSE_END.search(lower, began.end, named.start):
            return False
        start, cue = began.end, pack.cues("comparison.goal").first(lower, named.end, spoken.start)
    if cue is None or _CLAUSE_END.search(lower, cue.end, spoken.start):
        return False
    return all(FIGURE.search(lower, *part) for part in ((start, named.start), (cue.end, spoken.start)))


def _came_from(lower: str, pack: LanguagePack, start: int, spoken: Period, named: Period) -> bool:
    """“6 % last year, up from 5 % in 2023”."""
    cues = (pack.cues("comparison.counterpart"), pack.cues("comparison.origin"))
    hit = next((hit for one in cues if (hit := one.first(lower, spoken.end, named.start))), None)
    if hit is None or _CLAUSE_END.search(lower, hit.end, named.start):
        return False
    return all(FIGURE.search(lower, *part) for part in ((start, spoken.start), (hit.end, named.start)))


def reported_on(periods: Sequence[Period], lower: str, pack: LanguagePack) -> list[Period]:
    """«Постановление от 9 ноября 2018 года … Итоги за 2017 год. В 2017 году … . В отчётном году …»: the year before, of
    which the text tells more often.
    """
    reporting = pack.cues("periods.reporting")
    spoken = {p.start for p in periods if p.role == "this" and reporting.at(lower, p.start, p.end)}
    if not spoken:
        return list(periods)
    named = Counter(p.year for p in periods if p.role == "" and p.iso.isdecimal())
    return [
        replace(p, iso=f"{p.year - 1}") if p.start in spoken and p.year and named[p.year - 1] > named[p.year] else p
        for p in periods
    ]
