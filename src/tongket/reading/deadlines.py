"""Until when a task is to be done: a date behind a word such as “by”, or an event such as “before the holiday”."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, SEVERAL_YEARS, Period
from tongket.reading.sections import Sections
from tongket.reading.stamps import issued
from tongket.reading.task_grammar import task_grammar

_WHOLE_YEARS = re.compile(r"\d{4}(?:-\d{4})?|FY\d\d")
# Where a text says of which day it is.
_HEAD = 400
_NEXT, _OPENING = 20, 4
_LONGEST_DUE, _LONGEST_BASIS, _LONGEST_EVENT = 40, 20, 240


def is_of_years(iso: str) -> bool:
    """Whether a period is a year or several."""
    return _WHOLE_YEARS.fullmatch(iso) is not None


class Deadlines:
    """The deadlines of one text; ``year`` is that of dates without one, for sure when ``dated``."""

    def __init__(
        self,
        text: str,
        lower: str,
        pack: LanguagePack,
        periods: Sequence[Period],
        sections: Sections,
        year: int | None,
        *,
        dated: bool,
    ) -> None:
        self.text, self.lower, self.periods = text, lower, periods
        self.starts = [period.start for period in periods]
        self.year_of_text = year
        self.year = year if dated else self._year_of_deadlines(sections, year)
        self.ends_terms = bool(pack.get("tasks.ends_of_terms", False))
        self.due = pack.cues("tasks.due")
        self.due_within = pack.cues("tasks.due_within")
        self.dated = pack.cues("references.date_words")
        self.basis = pack.cues("comparison.basis")
        self.next_year = pack.cues("tasks.next_year")
        self.whole_year = pack.cues("tasks.whole_year")
        self.begins = pack.cues("tasks.begins")
        self.to_day = pack.cues("tasks.to_day")
        self.starting, self.from_day = pack.cues("tasks.starting"), pack.cues("tasks.from_day")
        self.terms = pack.cues("tasks.terms")
        self.stamp, self.ends = issued(lower), pack.cues("tasks.ends")
        self.unsaid = pack.phrases("tasks.unsaid")
        self.event = task_grammar(pack).event

    def _year_of_deadlines(self, sections: Sections, year: int | None) -> int | None:
        """The year of the date in the head; without one, tasks in a report on a whole year are for the next."""
        head = next((p for p in self.periods if p.start < _HEAD and DAY.fullmatch(p.iso)), None)
        if head:
            return head.year
        title = sections.title
        past = title is not None and title.iso == str(year) and not sections.ahead
        return year + 1 if past and year else year

    def day(self, start: int, end: int) -> str | None:
        """A day named for what is to be done, and not that of a document: «Провести 12 мая 2025 года слушания»."""
        for period in self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if DAY.fullmatch(period.iso):
                dated = self.dated.ending(self.lower, max(start, period.start - _LONGEST_BASIS), period.start)
                return None if dated else period.iso
        return None

    def find(self, start: int, end: int, *, every: bool = False, verb: int = 0) -> str | None:
        """A date behind a word such as “by” (``every``: any date), or the event of a phrase like “before …”.

        ``verb`` is where a striving begins: in front of it a month or several say when it was spoken of.
        """
        first = bisect_left(self.starts, start)
        for period in self.periods[first : bisect_left(self.starts, end)]:
            # «Giai đoạn 2016-2020, huyện đặt mục tiêu …»: by the end of these years
            opens = self.ends_terms and period.start - start < _NEXT
            hit = self._due_word(start, period) or (opens and SEVERAL_YEARS.fullmatch(period.iso) is not None)
            compared = is_of_years(period.iso) and not hit
            if compared and self.basis.ending(self.lower, max(start, period.start - _LONGEST_BASIS), period.start):
                continue
            said = hit and "/" not in period.iso
            if (
                period.start < verb
                and "-" in period.iso
                and not said
                and period.role not in ("until", "due", "year_end")
            ):
                continue
            whole = every and self.whole_year.at(self.lower, period.start, period.end)  # «phấn đấu cả năm …»
            if (period.role != "this" or whole) and (
                every or hit or period.role in ("until", "due", "year_end", "within", "days")
            ):
                # «ежегодно до 1 марта года, следующего за отчётным»: a day in a phrase of its own is no single day
                around = self.event.finditer(self.text, max(start, period.start - _LONGEST_EVENT), end)
                over = next((event for event in around if event.end() > period.start), None)
                if over and over.start() <= period.start:
                    return self._dated(over)
                later = self.next_year.at(self.lower, period.end + 1, period.end + _NEXT)
                dated = period.with_year(self.year + 1 if later and self.year else self.year).iso
                if dated[:1] in ("=", "<"):  # “this year”, in a text without one
                    continue
                due = self.due.ending(self.lower, max(start, period.start - _LONGEST_DUE), period.start)
                if dated.startswith("-"):  # «до конца июля», «trong tháng 6», in a text without a year: as it is said
                    return " ".join(self.text[due.start if due else period.start : period.end].split())
                dated = dated.rpartition("/")[2]
                return dated.rpartition("-")[2] if self.ends_terms and SEVERAL_YEARS.fullmatch(dated) else dated
        event = self.event.search(self.text, start, end)
        return self._dated(event) if event else None

    def _dated(self, event: re.Match[str]) -> str:
        """The end of a month or year as a day, where the text says when it was issued; other events in words."""
        stamp = self.stamp
        end = self.ends.first(self.lower, *event.span()) if stamp else None
        if stamp is None or stamp.month is None or end is None:
            return self._plain(event)
        month = stamp.month if end.value == "month" else 12
        return f"{stamp.year}-{month:02}-{calendar.monthrange(stamp.year, month)[1]}"

    def _plain(self, event: re.Match[str]) -> str:
        """An event in words, on one line: «ежегодно до 1 марта» for «ежегодно, в срок до 1 марта»."""
        said = " ".join(event.group().split()).strip(" ,")
        for needless in self.unsaid:
            said = said.removeprefix(f"{needless} ").replace(f" {needless} ", " ")
        return said

    def _due_word(self, start: int, period: Period) -> bool:
        """Whether a word such as “by” leads to a period, or one such as “in” to a month or quarter."""
        near = max(start, period.start - _LONGEST_DUE)
        if self.due.ending(self.lower, near, period.start):
            return True
        if DAY.fullmatch(period.iso) and self.to_day.ending(self.lower, near, period.start):
            return True  # «с 9 апреля по 8 мая 2012 года»
        opens = period.start - start <= _OPENING  # «Со 2 октября 2006 года обеспечить подачу тепла»
        if DAY.fullmatch(period.iso) and (opens or self.starting.first(self.lower, start, period.start)):
            since = self.from_day.at(self.lower, period.start, period.end)
            return bool(since or self.from_day.ending(self.lower, near, period.start))
        return not is_of_years(period.iso) and bool(self.due_within.ending(self.lower, near, period.start))

    def term(self, start: int, end: int) -> str | None:
        """The deadline that words with a term at their head give: «Срок – 20 ноября 2025 года»."""
        if not self.terms.at(self.lower, start, end):
            return None
        begun = self.begins.last(self.lower, start, end)  # «Thời gian thực hiện từ ngày 3/5 đến hết ngày 9/5»
        within = self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)] if begun else []
        later = within[0].end if begun and within and within[0].start > begun.start else start
        ends = self.find(later, end, every=True) if later > start else None
        # «từ tháng 6/2025 đến khi kết thúc kiểm kê»: the day on which it begins is none by which it is done
        only = ends is None and begun is not None and later > start and within[0].start <= begun.end + 1
        return ends or (None if only else self.find(start, end, every=True))
