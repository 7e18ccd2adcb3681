"""The year that a text is written in, where it names another one first: «Итоги 2023 года … В этом году построят …»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, DEADLINES, SENTENCE_END, SEVERAL_YEARS, Period

_FAR = 240
_SUMMER = "04"
_SPRING = re.compile(r"--0[1-3]-\d\d")
_CUE = 12
_OPEN = "-"  # a day, a month or so many months of a year that is not named


def year_of_open_parts(lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> int | None:
    """«18 июля прошло заседание. За шесть месяцев собрано … . Принят отчёт за 2024 год. … До конца 2025 года …»: who
    speaks of parts of a year without naming it, of the whole year before, and of the end of one still to come, writes
    in this last one.
    """
    up_to = pack.cues("periods.up_to_the_end")
    first = next((p for p in periods if p.year and p.role not in DEADLINES), None)
    if first is None or first.iso != str(year) or year is None or not pack.phrases("periods.up_to_the_end"):
        return year
    if not any(p.iso.startswith(_OPEN) and p.start < first.start for p in periods):
        return year
    told = {p.year for p in periods if p.year and p.role not in DEADLINES and not SEVERAL_YEARS.fullmatch(p.iso)}
    ends = (p for p in periods if p.role == "due" and p.iso == str(year + 1) and up_to.at(lower, p.start, p.end))
    return year + 1 if max(told) == year and next(ends, None) else year


def begun_after(lower: str, pack: LanguagePack, periods: Sequence[Period], year: int | None) -> int:
    """Where a text that has told of a whole ``year``, and of no part of it, begins to tell what is to be “this year”,
    which is the next one then; its end, where it does not.
    """
    none = len(lower)
    if year is None or all(p.role != "this" for p in periods) or not pack.get("periods.years_are_told", False):
        return none
    named = [p for p in periods if p.year and p.role not in DEADLINES and not SEVERAL_YEARS.fullmatch(p.iso)]
    first = next((p for p in named if p.iso == str(year)), None)
    opened = [p for p in periods if p.iso.startswith(_OPEN)]
    # «3 марта прошло совещание. За 2025 год … . План на 2026 год – … . В этом году …»: a year over by a day of spring
    spring = first is not None and all(_SPRING.fullmatch(p.iso) and p.start < first.start for p in opened)
    latest = year + 1 if opened and spring else year
    if first is None or (opened and not spring) or any((p.year or 0) > latest for p in named):
        return none
    parts = [p for p in named if p.year == year and p.iso != str(year)]
    if any(not (opened and DAY.fullmatch(p.iso) and p.iso[5:] > _SUMMER) for p in parts):
        return none
    if pack.cues("periods.ahead").first(lower, max(0, first.start - _FAR), first.end + _FAR):
        return none
    if any(p.iso == str(year) and _is_ahead(lower, pack, p) for p in named):
        return none
    spoken = (p for p in periods if p.role == "this" and p.start > first.start and _is_ahead(lower, pack, p))
    return next((p.start for p in spoken), none)


def _is_ahead(lower: str, pack: LanguagePack, period: Period) -> bool:
    """Whether the sentence of a period tells what is to be."""
    floor = max(0, period.start - _FAR)
    start = max((end.end() for end in SENTENCE_END.finditer(lower, floor, period.start)), default=floor)
    behind = SENTENCE_END.search(lower, period.end, period.end + _FAR)
    end = behind.end() if behind else min(len(lower), period.end + _FAR)
    cues = (pack.cues(f"status.{name}") for name in ("estimate.sentence", "target.sentence"))
    return any(cue.first(lower, start, end) for cue in cues)
