"""Texts that decide what is to be spent: «Nghị quyết về việc điều chỉnh kế hoạch vốn đầu tư công năm 2023»."""

from __future__ import annotations

import re
from typing import Literal

from tongket.reading.packs import LanguagePack

# How far the title and the first article of a decision may stand from its beginning.
_OPENING = 4000
_TITLE = 600
_LINE = re.compile(r"[^\n]+")
_CLOSED = (".", ";", ",")
_SENTENCES = re.compile(r"(?:[^\W\d_]{3}|\d{4})[.;] ")
_ITEM = 400
_ITEM_HEAD = re.compile(r"\s{0,3}(?:[-–—•*+]\s?|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s?)?")

Decided = Literal["target", "estimate"] | None


def decides_a_plan(lower: str, pack: LanguagePack, first_figure: int) -> Decided:
    """Whether the title of a text, or its first article, says that it sets, divides or changes a plan of spending.

    Its amounts are then planned, and what it changes them from was planned for the same time. Words about accounts
    that are settled (``status.target.settled``) say that the text decides nothing of what is to come. What is a budget,
    «thông qua dự toán ngân sách», gives estimates.
    """
    cues = pack.cues("status.target.deciding")
    opens = pack.cues("status.target.article")
    settled, budgets = pack.cues("status.target.settled"), pack.cues("status.target.budgets")
    end = min(first_figure, _OPENING)
    title = True
    for line in _LINE.finditer(lower, 0, end):
        start, stop = line.span()
        title = title and start < _TITLE and not line.group().rstrip().endswith(_CLOSED)
        title = title and not _SENTENCES.search(line.group())  # the first figure may cut a line of text
        if not title and not opens.at(lower, start, stop):
            continue
        if cues.first(lower, start, stop) and not settled.first(lower, start, stop):
            whole = lower.startswith("\n", stop)  # and no line of a report: «HĐND tỉnh giao dự toán thu 900 tỷ đồng»
            return "estimate" if whole and budgets.first(lower, start, stop) else "target"
    return None


class CouncilItems:
    """“RESOLVED that⏎2. Increase the council tax by 3 %”: what a council decides in items that say what to do."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        heads = pack.cues("status.target.council")
        self.known = bool(pack.phrases("status.target.council")) and heads.first(lower, 0, _TITLE) is not None
        self.sets = pack.cues("status.target.council_items")

    def sets_rate(self, place: int) -> bool:
        """Whether the item that holds a place says to set or change a rate."""
        if not self.known:
            return False
        start = self.lower.rfind("\n", max(0, place - _ITEM), place) + 1
        marker = _ITEM_HEAD.match(self.lower, start)
        return self.sets.at(self.lower, marker.end() if marker else start, place) is not None
