"""Horizons and years in the names of what is carried out or set: «thực hiện Nghị quyết về du lịch đến năm 2025»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, SENTENCE_END, SEVERAL_YEARS, Period
from tongket.reading.phrases import Cues
from tongket.reading.references import Reference
from tongket.reading.years_told import FIGURE

_NAME = 320
_CLAUSE = 200
_NEAR = 40
# Behind a word or in front of one: «TP. An Lão» is no end of a sentence, and «đời sống khá lên. Cụ thể, …» is.
_LINE_OR_SENTENCE = re.compile(r"\n|(?:(?<=\w{3})[.;:]|[.;:](?=\s\w{3}))\s")
_CLOSED = re.compile(r"[»”\"]|\.?\s?(?:\n|\Z)|[.;]\s")
_WITHIN = re.compile(r"[\w,)]\s\Z")
_HORIZONS = ("due", "toward")
_PERCENT = re.compile(r"\d\s?%")


def without_cited_horizons(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> list[Period]:
    """The periods of a text without the horizon of what was carried out, where that is over or its sentence tells what
    was done: «Sau 3 năm thực hiện Nghị quyết 05 về phát triển du lịch đến năm 2025, huyện đã đón 30 nghìn lượt khách».
    """
    if not pack.phrases("periods.vision"):
        return list(periods)
    latest = max((p.year or 0 for p in periods if p.role not in DEADLINES), default=0)
    cited = {p.start for p in periods if p.role in _HORIZONS and _is_cited(lower, pack, p, latest)}
    vision = pack.cues("periods.vision")  # «đến năm 2030, tầm nhìn đến năm 2045. …»: aims are of the first named
    cited |= {p.start for p in periods if p.role in _HORIZONS and _is_vision(lower, p, vision)}
    return [p for p in periods if p.start not in cited]


def _is_vision(lower: str, period: Period, vision: Cues) -> bool:
    hit = vision.ending(lower, max(0, period.start - _NEAR), period.start)
    within = hit is not None and _WITHIN.search(lower, max(0, hit.start - 2), hit.start) is not None
    if not within or _CLOSED.match(lower, period.end):
        return within
    closed = SENTENCE_END.search(lower, period.end, period.end + _CLAUSE)
    return closed is not None and FIGURE.search(lower, period.end, closed.start()) is None


def _is_cited(lower: str, pack: LanguagePack, period: Period, latest: int) -> bool:
    floor = max(0, period.start - _NAME)
    floor = max((end.end() for end in _LINE_OR_SENTENCE.finditer(lower, floor, period.start)), default=floor)
    cited = pack.cues("periods.carried_out").first(lower, floor, period.start)
    about = pack.cues("references.about").first(lower, cited.end, period.start) if cited else None
    if cited is None or about is None or _PERCENT.search(lower, about.end, period.start):
        return False
    if (period.year or 0) < latest:
        return True
    if pack.cues("periods.plan").first(lower, about.end, period.start):  # «… và nhiệm vụ đến năm 2025»
        return False
    if pack.cues("periods.looking_back").first(lower, floor, cited.end):
        return True
    closed = SENTENCE_END.search(lower, period.end, period.end + _CLAUSE)
    end = closed.start() if closed else period.end + _CLAUSE
    if closed and pack.cues("periods.now").at(lower, closed.end(), closed.end() + _NEAR):
        return True  # «ban hành Nghị quyết 21 về phát triển huyện đến năm 2030. Đến nay, …»
    done = pack.cues("periods.done").first(lower, period.end, end)
    return done is not None and pack.cues("status.target.sentence").first(lower, period.end, end) is None


def years_of_cited_programme(periods: Sequence[Period], references: Sequence[Reference]) -> Period | None:
    """«программа «Чистая вода на 2019-2024 годы»»: its years, where a text names no others."""
    programme = next((r for r in references if r.doc_type == "programme"), None)
    spans = [p for p in periods if SEVERAL_YEARS.fullmatch(p.iso)] if programme else []
    if programme is None or len({p.iso for p in spans}) != 1:
        return None
    return next((p for p in spans if programme.start <= p.start < programme.end), None)
