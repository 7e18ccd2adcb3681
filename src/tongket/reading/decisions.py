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
