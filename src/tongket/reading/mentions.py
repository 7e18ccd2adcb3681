"""Periods that a text names by the way, or in front of the figure that they are of: rules of the timeline.

“As of 30 June 2024, of the 96 recommendations made in 2022, 40 were carried out.”: the 40 are not of 2022.
“Output was 5 million in 2023 and for 2024 is 6 million.”: what stands in front of the next figure is of that one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, SENTENCE_END, Period, period_just_before

_NEAR = 80
_NEXT = 24
_HEAD = 200
_UPDATE = 700
_MARK = re.compile(r"[,;:.()\n]")
_CLAUSE = re.compile(r"[,;:.]\s|\n")
_MONTHS = re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART_OF_A_YEAR = re.compile(r"Q\d\Z")
_DASHES = ("-", "–", "—")
_DASHED = re.compile(r"\s?[–—-]\s{0,2}\d")
_QUARTER = re.compile(r"\d{4}Q\d")


class Mentions:
    """Finds in one text which of its periods say when figures hold, and of which figure."""

    def __init__(self, lower: str, pack: LanguagePack, figures: Sequence[int]) -> None:
        self.lower = lower
        self.figures = figures
        self.documents = pack.cues("periods.dated_documents")
        self.updates = pack.cues("periods.quarterly_documents")
        self.of_updates, self.since_updates = pack.cues("status.budget.text"), pack.cues("periods.since_updates")
        self.budget = pack.cues("status.budget.word")
        self.over_budgets, self.budgets_behind = pack.cues("periods.over_budgets"), pack.cues("periods.budgets_behind")
        self.grown = pack.cues("periods.grown")
        self.reports = pack.cues("periods.monthly_documents")
        self.foretold = pack.cues("periods.foretold")
        self.ending_in = pack.cues("periods.to_be_done")
        self.joining = pack.cues("comparison.joining")
        self.copulas = pack.cues("comparison.copulas")
        self.origin = pack.cues("comparison.origin")
        self.relative = pack.cues("periods.relative")
        self._by_end: dict[int, Period] = {}
        self.by_day = bool(pack.get("periods.dated_by_day", False))
        self.dated: Period | None = None  # the year of a text that says in its head when it was written, and no more
        self._origin: tuple[str, str] = ("", "")

    def kept(self, periods: Sequence[Period]) -> list[Period]:
        """The periods without those that only say when a document was made, where the text names another before, or
        that a document is the quarterly update of.
        """
        periods = self._given_over(periods)
        self._by_end = {p.end: p for p in periods}
        dated = next((p for p in periods if p.role == "dated" and p.start < _HEAD), None)
        if dated is None and self.by_day:  # «Саратов. 12 августа 2024 года.»
            days = (p for p in periods if p.role in ("", "at") and DAY.fullmatch(p.iso) and p.start < _HEAD)
            dated = next(days, None)
        self.dated = replace(dated, iso=dated.iso[:4], role="") if dated else None
        found: list[Period] = []
        for period in self._of_updates(self._as_quarters(periods)):
            if _PART_OF_A_YEAR.search(period.iso) and self.updates.at(self.lower, period.end + 1, period.end + _NEXT):
                continue
            parted = is_quarter(period.iso) or _MONTH.fullmatch(period.iso) is not None
            if (
                parted
                and self.lower.startswith(" ", period.end)
                and self.reports.at(self.lower, period.end + 1, period.end + _NEXT)
            ):
                continue
            if period.role == "alone" and self.foretold.ending(self.lower, max(0, period.start - _NEAR), period.start):
                continue
            if period.iso.startswith("FY") and self._is_of_a_budget_before(period):
                continue
            named = self.documents.ending(self.lower, max(0, period.start - _NEAR), period.start)
            if named is None or not found:
                found.append(period)
        return found

    def _is_of_a_budget_before(self, period: Period) -> bool:
        """“An increase of $2 million, or 5 %, over the FY31 adopted budget”: behind a figure, and in front of none."""
        end = period.end + 1
        budget = self.budgets_behind.at(self.lower, end, end + _NEAR)
        if budget is None or not self.over_budgets.ending(self.lower, period.start - _NEXT, period.start):
            return False
        index = bisect_left(self.figures, period.start)
        figure = self.figures[index - 1] if index else -1
        return figure >= 0 and not SENTENCE_END.search(self.lower, figure, period.start)

    def _given_over(self, periods: Sequence[Period]) -> list[Period]:
        """The periods without “over four years”, unless a budget gives money over them: “$3 million over 4 years”."""
        if all(p.role != "on" for p in periods):
            return list(periods)
        found: list[Period] = []
        budget = self.budget.first(self.lower, 0, _UPDATE)
        for period in periods:
            if period.role == "on":
                index = bisect_left(self.figures, period.start)
                figure = self.figures[index - 1] if index and budget else -1
                if figure < 0 or _CLAUSE.search(self.lower, figure, period.start):
                    continue
                if "%" in self.lower[figure : period.start] or self.grown.first(self.lower, figure, period.start):
                    continue
                period = replace(period, role="ahead")
            found.append(period)
        return found

    def _of_updates(self, periods: Sequence[Period]) -> list[Period]:
        """The periods of the update of a budget without the quarters that only say which update is meant: “expense is
        down $2 million from first quarter”. “At the end of the second quarter of 2021-22” tells of that year.
        """
        if not any(_PART_OF_A_YEAR.search(p.iso) for p in periods):
            return list(periods)
        named = self.of_updates.first(self.lower, 0, _UPDATE)
        if named is None or named.value != "update":
            return list(periods)
        found: list[Period] = []
        for period in periods:
            said = _PART_OF_A_YEAR.search(period.iso) and (
                self.since_updates.ending(self.lower, max(0, period.start - _NEXT), period.start)
                or self.updates.at(self.lower, period.end + 1, period.end + _NEXT)
            )
            if said and period.iso.startswith("FY"):
                found.append(replace(period, iso=period.iso[:4]))
            elif not said:
                found.append(period)
        return found

    def _as_quarters(self, periods: Sequence[Period]) -> list[Period]:
        """“The fourth quarter of 2023 … from October to December 2023”: the same period, said twice; the first
        three months are told as such.
        """
        quarters = {p.iso for p in periods if is_quarter(p.iso) and not p.iso.endswith("Q1")}
        return [replace(p, iso=_quarter(p.iso)) if _quarter(p.iso) in quarters else p for p in periods]

    def is_to_be_done(self, period: Period) -> bool:
        """“The works are expected to be completed in December”: no time of what is told next."""
        return self.ending_in.ending(self.lower, max(0, period.start - _NEAR), period.start) is not None

    def is_of_one_figure(self, period: Period, start: int) -> bool:
        """“It will hire 40 teachers over the next five years, build nine roads”: years behind a figure are its own."""
        index = bisect_left(self.figures, period.start)
        if not index or self.figures[index - 1] < start:
            return False
        if self.lower.startswith(",", period.end):  # “Income, which was 5 in 2031, is estimated at 6”
            figure = self.figures[index - 1]
            which = self.relative.ending(self.lower, max(start, figure - _NEXT), figure)
            if which and not _CLAUSE.search(self.lower, figure, period.start):
                return True
        if period.role != "ahead":
            return False
        return _CLAUSE.search(self.lower, self.figures[index - 1], period.start) is None

    def is_of_the_next(self, end: int, period: Period) -> bool:
        """“was 5 million and for 2024 is 6 million”: behind an “and”, a verb between a period and the next figure."""
        joined = self.joining.at(self.lower, end + 1, period.start)
        joined = joined or self.joining.last(self.lower, end, period.start)
        if joined is None or _MARK.search(self.lower, joined.end, period.start):
            return False
        index = bisect_left(self.figures, period.end)
        figure = self.figures[index] if index < len(self.figures) else 0
        if not period.end < figure <= period.end + _NEXT:
            return False
        # “had 18 parks and in 2023 21 parks”, «năm 2019: 83 % và năm 2020: 85 %»
        if self.lower[period.end : figure].strip() in ("", ":"):
            return True
        return self.copulas.ending(self.lower, period.end, figure) is not None

    def is_dashed(self, own: Period, start: int, behind: Period) -> bool:
        """«в 2025 году – 48,9 тыс. рублей в 2026 году – 50,0 тыс. рублей»: each figure behind its year and a dash."""
        return self.lower[own.end : start].strip() in _DASHES and _DASHED.match(self.lower, behind.end) is not None

    def told_in_front(self, start: int) -> Period | None:
        """“more than in the fourth quarter of 2022, which was 208”: the period in front of “which was”."""
        which = self.relative.ending(self.lower, max(0, start - _NEAR // 2), start)
        if which is None:
            return None
        return next((self._by_end[e] for e in range(which.start - 2, which.start) if e in self._by_end), None)

    def origin_of(self, start: int, main: str, found: str | None) -> str | None:
        """“fell to 7 % from 9 % in the previous month; transport to 5 % from 6 %”: when the second “from” was, too.

        ``main`` is the period that holds where a figure names none, ``found`` that of the figure at ``start``.
        """
        if self.origin.ending(self.lower, max(0, start - _NEXT), start) is None:
            return None
        before = period_just_before(main)
        if found and found == before:
            self._origin = (main, found)
        elif found == main and self._origin[0] == main:
            return self._origin[1]
        return None


def _quarter(iso: str) -> str:
    months = _MONTHS.fullmatch(iso)
    if months is None or months[1] != months[3] or int(months[4]) - int(months[2]) != 2 or int(months[4]) % 3:
        return iso
    return f"{months[1]}Q{int(months[4]) // 3}"


def is_quarter(iso: str) -> bool:
    """Whether a period is a quarter of a year."""
    return _QUARTER.fullmatch(iso) is not None


def is_twelve_months(iso: str | None) -> bool:
    """“The year to June 2019”: from a month to the one before it a year later."""
    months = _MONTHS.fullmatch(iso or "")
    if months is None:
        return False
    first, last = int(months[1]) * 12 + int(months[2]), int(months[3]) * 12 + int(months[4])
    return last - first == 11


def is_a_quarter_before(since: str | None, period: str | None) -> bool:
    """“By June jobs had fallen by 2 % since March”: the last month of a quarter, and of the one before."""
    first, last = _MONTH.fullmatch(since or ""), _MONTH.fullmatch(period or "")
    if first is None or last is None or int(last[2]) % 3:
        return False
    return int(last[1]) * 12 + int(last[2]) - int(first[1]) * 12 - int(first[2]) == 3
