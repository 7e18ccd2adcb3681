"""The year that a text is mainly about: what it tells of before it names any, and after another told by the way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from tongket.reading.dating import dateline
from tongket.reading.periods import DEADLINES, MONTH, SEVERAL_YEARS, Period, previous_period
from tongket.reading.phrases import Cues
from tongket.reading.segments import Sentence
from tongket.reading.spans import Spans
from tongket.reading.stamps import Stamp

_NEXT = 12
_LOOK_BACK = 60
_FAR = 280
_SPOKEN = 4  # so many of the first periods are looked at
_OPENING = 40
_LONGEST_LINE = 4000
_BULLETED = re.compile(r"[ \t]{0,4}(?:[-–•*+]|\d{1,2}[.)])\s")


class MainYears(Spans):
    """Finds the main year of one text."""

    _single: Sequence[Period]
    _single_starts: Sequence[int]
    _days: dict[int, Period]
    _sole: Period | None  # the one time that a text names
    _lead: int  # where the first paragraph ends
    rearranged: Cues
    covered: Period | None  # what a person says that the document is about

    def _latest(self, index: int) -> Iterator[Period]:
        """The periods in front of one, from the nearest on; a text may have very many."""
        return reversed(self._single[max(0, index - _LOOK_BACK) : max(0, index)])

    def unless_covered(self, main: Period | None, sentence: Sentence) -> Period | None:
        """What holds for a sentence without a period: what the document is said to cover, where neither the heading
        of a section nor the paragraph names another. A term says less than a year of it that was named, and a year of
        accounts cannot be said.
        """
        covered, section = self.covered, self.sections.at(sentence.start)
        if covered is None or (section and section.period):
            return main
        if main and (main.iso.startswith("FY") or (SEVERAL_YEARS.fullmatch(covered.iso) and covered.spans(main.year))):
            return main
        line = self.lower.rfind("\n", max(0, sentence.start - _LONGEST_LINE), sentence.start) + 1
        return main if main and line <= main.start < sentence.end else covered

    def _usual_again(self, last: Period, position: int) -> Period | None:
        """“Output grew by 8 % in 2023.⏎The mean of rich towns was 2.9 million in 2022.⏎Farms grew by 3 %”: a year told
        once by the way is over with its paragraph, in a text about another.
        """
        if "\n" not in self.lower[last.end : position]:
            return None
        if last.role == "until" and self._sole and self._sole.start < last.start:
            return self._sole  # “The rate for April was 5 %. … year-to-date exports rose by 3 %.⏎Jobs rose by 400.”
        line = self.lower.rfind("\n", max(0, last.start - _LONGEST_LINE), last.start) + 1
        if "/" in last.iso and not self._is_told(line, position):
            return None  # “In the first 2 months of 2025, growth went on.⏎Exports reached 430 million dollars”
        if self.lower[max(0, last.start - 1) : last.start] in ("", "\n"):
            return None
        named, lead = self._named_often, self._single[0]
        often = named.get(last.iso, 0)
        opens = lead.start <= self._lead or self._is_spoken_first(lead)
        leads = opens and lead.role in ("", "bare") and (lead.year or 0) > (last.year or 0)
        if leads and (often <= 1 or named.get(lead.iso, 0) > often):
            return lead
        best = max(named, key=lambda iso: named[iso], default="")
        if often > 1 or named.get(best, 0) < 2 or best == last.iso:
            return None
        return next((p for p in self._latest(bisect_left(self._single_starts, last.start)) if p.iso == best), None)

    def _is_set_against_last(self, month: Period, named: Sequence[Period]) -> bool:
        """“Numbers for April … up 3 % from April 2031”: whether that month of the year before is named."""
        return MONTH.fullmatch(month.iso) is not None and any(p.iso == previous_period(month.iso) for p in named)

    def _unnamed(self, implied: Period | None, stamp: Stamp | None) -> Period | None:
        """The year that a text implies, if it names neither it nor that of its stamp; where it names, more than once,
        some months of that year and no other time of it, they are meant: “up 6 % from the same period of last year. …
        In nine months …”.
        """
        named = [p for p in self._single if implied and p.iso.startswith(implied.iso)]
        if implied is None or any(p.iso == implied.iso or (stamp and p.year == stamp.year) for p in self._single):
            return None
        months = len(named) > 1 and not self.terms and "/" in named[0].iso and all(p.iso == named[0].iso for p in named)
        return named[0] if months else implied

    @cached_property
    def _year_of_most(self) -> Period | None:
        """The year, or year of accounts, of most of what a text names, for what it tells before it names any."""
        told = (p for p in self._single if p.role not in ("due", "toward", "last") and p.iso[0] not in "-<=")
        named = [p for p in told if not self.origin.ending(self.lower, max(0, p.start - _NEXT), p.start)]
        days = (p for start, p in self._days.items() if start not in self.based_starts)
        years = Counter(p.iso[:4] for p in (*named, *days))
        best = max(years, key=lambda year: years[year], default="")
        if not best:
            return None
        if 2 * years[best] <= years.total():  # “… in 2004 and 2005. In January 2013 … now”: the last of them is now
            best = max(years) if self.now.first(self.lower, 0, len(self.lower)) else ""
            if not best and (issued := dateline(self.lower, list(self._days.values()))):
                best = issued.iso[:4]  # “Published 5 May 2022⏎… last year … in 2020”: of what is told without a time
        return Period(0, 0, best, "") if best else None

    def _is_spoken_first(self, lead: Period) -> bool:
        """“this fiscal year … .⏎The survey of 2022-23 …”: spoken of in the first paragraph, and named below it."""
        return any(p.iso == lead.iso and p.role == "this" for p in self.periods[:_SPOKEN] if p.start <= self._lead)

    @cached_property
    def _named_often(self) -> dict[str, int]:
        """How many lines name a time; how many times it is named, in a language of terms."""
        named = [p for p in self._single if p.role in ("", "bare")]
        if self.terms:
            return Counter(p.iso for p in named)
        # Each time once a line, in the order of the text: of two as often named the first counts, in every run.
        lines = dict.fromkeys((p.iso, self.lower.rfind("\n", max(0, p.start - _LONGEST_LINE), p.start)) for p in named)
        return Counter(iso for iso, _ in lines)

    def _due_before(self, position: int) -> Period | None:
        """“By 2030 output will reach 5 million, of which farms 12 %. The forests will cover 55 %.”: the deadline named
        last, in a text that names no time but deadlines and terms.
        """
        index = bisect_left(self._starts, position)
        last = self.periods[index - 1] if index and self._only_due else None
        return last if last and last.role == "due" and last.iso.isdecimal() else None

    @cached_property
    def _only_due(self) -> bool:
        return all(p.role in DEADLINES or SEVERAL_YEARS.fullmatch(p.iso) for p in self.periods)

    def _promises(self, sentence: Sentence) -> bool:
        """“The project will create 500 jobs”: at no time, in a text of which only the date is known."""
        if self.rearranged.first(self.lower, sentence.start, sentence.end):
            return False
        future = self.bare_will.first(self.lower, sentence.start, sentence.end)
        return future is not None and self.aims(sentence.start, sentence.end)

    def _heads_list(self, period: Period, position: int) -> bool:
        """«Программа позволит к 2030 году достичь:⏎- охвата 80 %;⏎- …»: named in the line in front of the items."""
        line = self.lower.find("\n", period.end, period.end + _FAR)
        return line > 0 and self.lower[line - 1] == ":" and self._is_item(position)

    def _is_item(self, position: int) -> bool:
        """Whether a place is near the head of an item of a list."""
        start = self.lower.rfind("\n", max(0, position - _OPENING), position) + 1
        return _BULLETED.match(self.lower, start) is not None
