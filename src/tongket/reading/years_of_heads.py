"""Years that the head of a text tells: of its issue, «с. Ивановка⏎2016 г.», of its programme, of the news in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import SEVERAL_YEARS, Period
from tongket.reading.references import Reference

_HEAD = 600
_NEXT = 12
_LATE = re.compile(r"--1[12]-\d\d")
_NEW_YEAR = re.compile(r"(\d{4})-01-01")
_YEARS = re.compile(r"\d{4}(?:-\d{4})?")
_FAR = 400
_NAME = 80
# What is left of the line of a title behind its years: «на 2014-2017 годы и на период».
_ENDS_TITLE = re.compile(r"\s?[»”\")]|\w{0,30}(?:\s\w{1,30}){0,7}[^\S\n]{0,3}[»”\").]{0,3}[^\S\n]{0,3}(?:\n|\Z)")


def years_of_programme(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> Period | None:
    """The years in the title at the head of a programme: «Муниципальная программа «Чистая вода» на 2016-2020 годы»,
    and not «Отчёт о реализации программы … на 2016-2020 годы».
    """
    ahead, reports = pack.cues("periods.of_titles"), pack.cues("periods.reports")
    programmes, titles = pack.cues("status.programme"), pack.cues("periods.titles")
    for period in periods:
        if period.start > _HEAD:
            return None
        if not _YEARS.fullmatch(period.iso) or period.role:
            continue
        said = ahead.ending(lower, max(0, period.start - _NEXT), period.start)
        said = said or ahead.at(lower, period.start, period.end)
        if said is None or _ENDS_TITLE.match(lower, period.end) is None:
            continue
        floor = max(0, period.start - _FAR)
        named = programmes.last(lower, floor, period.start)
        line = lower.rfind("\n", 0, named.start) + 1 if named else 0
        if titles.at(lower, line, period.start) and not any(line <= p.start < period.start for p in periods):
            return None if reports.first(lower, max(0, line - _NAME), line) else period
    return None


def of_its_programme(
    lower: str,
    pack: LanguagePack,
    periods: Sequence[Period],
    references: Sequence[Reference],
    free: Sequence[Period],
    title: Period | None,
) -> list[Period]:
    """The ``free`` periods, and the years in the name of the programme that opens a text: «Муниципальная программа
    «Чистая вода» на 2016-2020 годы», be it its ``title``.
    """
    first = next((r for r in references if r.doc_type == "programme"), None)
    if title and title not in free:
        return sorted((*free, title), key=lambda p: p.start)
    if first is None or first.start > _HEAD or first.number or not pack.phrases("status.programme"):
        return list(free)
    its = [p for p in periods if first.start <= p.start < first.end and SEVERAL_YEARS.fullmatch(p.iso)]
    others = {p.iso for p in free if SEVERAL_YEARS.fullmatch(p.iso)} - {p.iso for p in its}
    if lower[first.start - 1 : first.start] not in ("", "\n") or others:
        return list(free)
    return sorted((*free, *its), key=lambda p: p.start)


def is_alone(period: Period, lower: str, pack: LanguagePack) -> bool:
    """«г. Ивановка⏎2016 г.»: a year on a line of its own says when a text was issued."""
    before = lower[max(0, period.start - _NEXT) : period.start].rpartition("\n")
    behind = lower[period.end : period.end + _NEXT].partition("\n")
    own = "".join(pack.phrases("periods.year_signs")) + " ."
    alone = before[1] and behind[1] and not (before[2] + behind[0]).strip(own)
    return bool(alone) and period.iso.isdecimal()


def year_of_issue(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> int | None:
    """The year on a line of its own in the head; the one before a new year still to come: «В пятницу, 29 декабря,
    подписан закон. С 1 января 2018 года …».
    """
    if not pack.get("periods.dated_by_day", False):
        return None
    alone = [p for p in periods if p.start < _HEAD and p.role in ("", "bare") and is_alone(p, lower, pack)]
    if len(alone) == 1 and any(SEVERAL_YEARS.fullmatch(p.iso) for p in periods if p.start < _HEAD):
        return alone[0].year
    late = next((p for p in periods if p.start < _HEAD and _LATE.fullmatch(p.iso)), None)
    first = next((p for p in periods if p.year), None)
    opens = _NEW_YEAR.fullmatch(first.iso) if first else None
    return int(opens[1]) - 1 if late and first and opens and late.start < first.start else None
