"""Sections of a report: the period, and the tense, that a heading sets for the figures below it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.plan_lists import plan_named

_MARKER = re.compile(
    r"[ \t#*]*(?:(?P<roman>[ivx]{1,5})|(?P<letter>[^\W\d_])|(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}))[.)/]\s+"
)
_BULLET = re.compile(r"\s*[-–•+*]\s")
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_LINE = re.compile(r"[^\n]+")
_LONGEST = 160
_BRACKET = re.compile(r"\d\s?%?\s\(")
_SET_BESIDE = 40
_NEAR = 60
# Behind a heading whose line break was lost: «CÁC CHỈ TIÊU CHỦ YẾU NHIỆM KỲ 2020-2025 I. Về kinh tế 1. …».
_GOES_ON = re.compile(r"\s?(?:[:()]|(?:[ivx]{1,4}|\d{1,2})[.)] )")
# A stamp and a list number may stand in front of a heading.
_OPENING = re.compile(
    r"[ \t#*]{0,4}(?:[^\W\d_]{2,12}[:=]? \d{4}-\d\d(?:-\d\d)?\s{1,3})?(?:(?:[ivx]{1,5}|\d{1,2})[.)] )?"
)


@dataclass(frozen=True, slots=True)
class Section:
    """What holds from ``start`` to the next section: the period of its heading, whether it sets aims, and the period
    for which it gives estimates (“” where it names none, None where it gives none).
    """

    start: int
    period: Period | None
    target: bool
    estimated: str | None = None
    beside_plans: bool = False  # announced as aims, and yet what was reached, with its plan beside it


def _level(marker: re.Match[str] | None) -> str:
    if marker is None:
        return ""
    number = marker["number"]
    return f"number {number.count('.')}" if number else str(marker.lastgroup)


def _is_set_beside_plans(lower: str, start: int, end: int, pack: LanguagePack) -> bool:
    """“Economic targets:⏎- Output grew by 4.5 % (the plan: 8 %)”: what was reached, with its plan behind it."""
    articles, basis = pack.cues("comparison.articles"), pack.cues("comparison.basis")
    for mark in _BRACKET.finditer(lower, start, end):
        if plan_named(lower, mark.end(), mark.end() + _SET_BESIDE, articles, basis):
            return True
    return False


class Sections:
    """The headings of a text that name a period or announce aims, found by place."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period], figures: Sequence[int]) -> None:
        aims = pack.cues("status.target.heading")
        estimates = pack.cues("status.estimate.heading")
        reporting, measures = pack.cues("status.target.reporting"), pack.cues("status.target.measures")
        reports = False  # below «Kết quả thực hiện các chỉ tiêu như sau:» a heading «Chỉ tiêu kinh tế» sets no aims
        inline = pack.cues("status.target.inline_heading")
        listed, listing = pack.cues("status.target.list_heading"), False
        self.title: Period | None = None
        self.ahead = False  # a forecast or a budget: the title names what is to come
        ahead = pack.cues("periods.ahead")
        self._sections: list[Section] = []
        level, place, figure = "", 0, 0
        above: list[str] = []  # the levels of the headings under which a line stands, and the periods that they set
        periods_above: dict[str, Period | None] = {}
        first = figures[0] if figures else len(lower)
        for line in _LINE.finditer(lower):
            while place < len(periods) and periods[place].start < line.start():
                place += 1
            while figure < len(figures) and figures[figure] < line.start():
                figure += 1
            opening = _OPENING.match(line.group())
            begun = inline.at(lower, line.start() + (opening.end() if opening else 0), line.end())
            near = (
                periods[place] if place < len(periods) and begun and periods[place].start < begun.end + _NEAR else None
            )
            if begun and _GOES_ON.match(lower, near.end if near else begun.end, line.end()):
                self._sections.append(Section(line.start(), near, True))
                level = ""
                continue
            if line.group().rstrip().endswith(":") and listed.first(
                lower, max(line.start(), line.end() - _NEAR), line.end()
            ):
                self._sections.append(Section(line.end(), None, True))
                level, listing = "", True
                continue
            if listing and not (_BULLET.match(line.group()) or _MARKER.match(line.group())):
                self._sections.append(Section(line.start(), None, False))
                listing = False
            holds_figure = figure < len(figures) and figures[figure] < line.end()
            closed = line.group().rstrip()[-1:] in ".;,|"
            results = reporting.first(lower, line.start(), line.end())
            looks_on = aims.first(lower, results.end if results else line.start(), line.end()) is not None
            if not holds_figure and results and not closed:
                reports = not looks_on or line.group().rstrip().endswith(":")
            if holds_figure or closed or len(line.group()) > _LONGEST or _BULLET.match(line.group()):
                continue
            named = periods[place] if place < len(periods) and periods[place].start < line.end() else None
            if named and _YEAR_OR_MONTH.fullmatch(named.iso) and line.group().strip() == lower[named.start : named.end]:
                continue  # “November 2023” on a line of its own: when the text was issued
            marker = _MARKER.match(line.group())
            body = line.start() + (marker.end() if marker else 0)
            measured = measures.at(lower, body, line.end()) is not None
            target = aims.at(lower, body, line.end()) is not None and not (measured and reports and not named)
            reports = reports and (results is not None or measured or not looks_on)
            above = above[: above.index(_level(marker))] if _level(marker) in above else above
            parent = periods_above.get(above[-1]) if above else None
            above.append(_level(marker))
            periods_above[_level(marker)] = named or parent
            expected = estimates.first(lower, body, line.end())
            estimated = None
            if expected:  # «Kết quả 9 tháng, ước cả năm 2024»
                behind = (p.iso for p in periods[place : place + 3] if expected.end <= p.start < line.end())
                estimated = next(behind, "")
            if line.end() <= first and self.title is None and named:
                self.title = named
                self.ahead = ahead.first(lower, max(0, line.start() - _LONGEST), line.end()) is not None
                if not (target or expected):
                    continue
            if named or target or expected:
                self._sections.append(Section(line.start(), named or parent, target, estimated))
                level = _level(marker)
            elif self._sections and (_level(marker) == level or (marker and level and level not in above)):
                self._sections.append(Section(line.start(), parent, False))
        self._starts = [section.start for section in self._sections]
        for index, section in enumerate(self._sections):
            end = self._starts[index + 1] if index + 1 < len(self._starts) else len(lower)
            if section.target and _is_set_beside_plans(lower, section.start, end, pack):
                self._sections[index] = replace(section, target=False, beside_plans=True)

    def at(self, position: int) -> Section | None:
        """The section that holds a place."""
        index = bisect_right(self._starts, position)
        return self._sections[index - 1] if index else None
