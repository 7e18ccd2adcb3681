"""Years by which a level is to be reached, «снизить долю к 2020 году до 12 %», told from those compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_NEAR = 40
_NEXT = 16
_PERCENT = re.compile(r"\s\S{1,12}\s?(?:%|процент\w{0,3})\s\Z")


def reached_by(periods: Sequence[Period], lower: str, pack: LanguagePack, year: int | None) -> list[Period]:
    """The periods, «к 2020 году» as a deadline where words of a goal stand behind it or in front of the percentage
    before it: «до 12 % к 2020 году». «Выпуск в 2015 году сократился до 92 % к 2014 году» looks back.
    """
    goal = pack.cues("comparison.goal")
    found: list[Period] = []
    for period in periods:
        if period.role == "toward" and period.year and (year is None or period.year >= year):
            percent = _PERCENT.search(lower, max(0, period.start - _NEAR), period.start)
            before = goal.ending(lower, max(0, percent.start() - _NEXT), percent.start()) if percent else None
            if before or goal.at(lower, period.end + 1, period.end + _NEXT):
                period = replace(period, role="due")
        found.append(period)
    return found
