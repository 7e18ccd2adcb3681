"""What the periods that a text has named are to its figures: compared with, began from, or told by the way."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from tongket.reading.amounts import Quantity
from tongket.reading.bases import EVENT, TIMES, Comparison, words_behind
from tongket.reading.dating import LONG_AGO, is_over
from tongket.reading.mentions import Mentions
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, OPEN_DAY, SEVERAL_YEARS, Period, last_of_a_year
from tongket.reading.segments import Sentence
from tongket.reading.years_before import YearsBefore

_FAR = 280
_OPENING = 40
_NEAR = 80
_FIGURE = re.compile(r"\d")
_NEXT = 12
_LONGEST_LINE = 4000
_HEAD = 60
_BRIEF = 5
_NUMBER = re.compile(r"\s\d")
_SHARE = re.compile(r"(?<![\d.,])[\d.,]{1,12}\s?%\s\Z")
_AMOUNT_BEHIND = re.compile(r"\s[–—-]\s(?:\w{1,3}\s)?\d")
_MARKS = re.compile(r"[,;:.()\n]")
_PART = re.compile(r"\d{4}(?:-\d\d|Q\d)\Z")


@cache
def _sentence_end(pack: LanguagePack) -> re.Pattern[str]:
    """Where a sentence ends, but not behind an abbreviation: «50 тыс. тонн»."""
    open_ended = "".join(rf"(?<!\b{re.escape(word)})" for word in pack.phrases("periods.unending"))
    return re.compile(rf"{open_ended}(?:(?<!\d)[.!?]\s+(?=[^\s\d])|[.]\s\s*(?=\D))|\n")


class BasedPeriods(YearsBefore):
    """Finds in one text the periods that its figures are set against, and those that were told by the way."""

    mentions: Mentions
    based_starts: list[int]
    _all_starts: set[int]  # where any period begins
    _ends: set[int]  # where any period ends, be it a basis or not

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.named, self.events = pack.cues("comparison.named"), pack.cues("comparison.events")
        self.no_day, self.equals = pack.cues("comparison.no_day"), pack.cues("comparison.equals")
        self.anaphora, self.basis_after = pack.cues("comparison.anaphora"), pack.cues("comparison.basis_after")
        self.since, self.of_figure = pack.cues("periods.since"), pack.cues("periods.of_figure")
        self.reaching = pack.cues("periods.reaching")
        self._begun: tuple[str, int] | None = None  # over which years something changed, and in which paragraph

    def _is_basis(self, period: Period) -> bool:
        if period.role in ("span", "ahead"):  # “3 % annually from 2009 to 2019”, “a year over the next five years”
            return False
        hit = self.basis.ending(self.lower, max(0, period.start - 40), period.start)
        named = None if hit else self.named.ending(self.lower, max(0, period.start - 40), period.start)
        if hit is None and named is None:
            events = self.events.all(self.lower, max(0, period.start - _HEAD), period.start)
            named = next((e for e in events if EVENT.fullmatch(self.lower, e.end, period.start)), None)
        if named:  # «so với thực hiện năm 2019»
            hit = self.basis.ending(self.lower, max(0, named.start - 40), named.start)
            brief = hit is not None and hit.value == "period" and hit.end - hit.start < _BRIEF
            if hit and brief and not self._moved_before(hit.start):
                return False  # “They met on the estimates for 2024-25”
        if hit and OPEN_DAY.fullmatch(period.iso) and self.no_day.at(self.lower, hit.start, hit.end):
            return False  # “On 5 May 2022 it opened”
        if hit and (is_over(hit, self.lower, self.pack) or ":" in self.lower[hit.start : period.start]):
            return False  # «Для сравнения: в 2008 году – 20,7 %»
        if hit and hit.value == "span":  # “between quarter 3 of 2022 and quarter 3 of 2023”
            return True
        if hit and "(" in self.lower[hit.end : period.start] and self._is_of_a_bracket(period):
            return False  # «so với cùng kỳ (quý I/2016 giảm 2,7 %)»
        place = named.start if named else period.start  # «выросла на 5 % к факту 2016 года»
        if period.role == "toward" and self._is_by_when(period):
            return False
        if period.role == "toward" and self._came_to(period):
            return False
        if period.role == "toward" and self.reaching.ending(self.lower, period.start - _NEXT * 2, period.start):
            return False
        toward = self.basis_after.ending(self.lower, max(0, place - 40), place)
        if toward and self.is_behind_percent(toward.start):
            return True
        past = period.role == "toward" and (period.year or 0) <= (self.year or 0)
        if past and self.trend.ending(self.lower, max(0, period.start - 30), period.start):
            return True
        if past and _AMOUNT_BEHIND.match(self.lower, period.end):  # «к июлю 2017 года – на 5,8 %»
            return True
        behind = self.lower[period.start - 2 : period.start] == "% "
        share = _SHARE.search(self.lower, max(0, period.start - _NEAR // 2), period.start) if behind else None
        if share and self.equals.ending(self.lower, max(0, share.start() - 20), share.start()):
            return True
        if period.role == "toward" and ((period.year or 0) < (self.year or 0) or self._ends_near(period.start)):
            return True
        behind_percent = period.role == "toward" and self.lower[
            max(0, period.start - 3) : period.start
        ].rstrip().endswith("%")
        # «показатель к 2030 году увеличится»: what is to be reached by a year is not compared with it.
        ahead = period.role in ("toward", "due") and hit is not None and hit.value == "period"
        return behind_percent or (hit is not None and hit.value in TIMES and not ahead)

    def _came_to(self, period: Period) -> bool:
        """«К 1959 году население выросло до 18 тысяч»: the year by which a level was come to."""
        moved = self.trend.first(self.lower, period.end, period.end + _HEAD)
        goal = self.goal.first(self.lower, moved.end, moved.end + _OPENING) if moved else None
        if goal is None or _MARKS.search(self.lower, period.end, goal.start) or not self._leads(goal.end):
            return False
        return not self._is_told(period.end, goal.start)

    def _ends_near(self, position: int) -> bool:
        """«в июне 2025 года к декабрю 2024 года»: a period that stands right behind another is its basis."""
        near = (end for end in range(position - 3, position) if end in self._ends)
        return any(not _sentence_end(self.pack).search(self.lower, end, position + 1) for end in near)

    def _is_origin(self, period: Period) -> bool:
        """“from 61 in 2022 to 68”, “against 61 in 2022”: a period that holds for the figure in front of it only."""
        start = max(0, period.start - _NEAR)
        for end in _sentence_end(self.pack).finditer(self.lower, start, period.start + 1):
            start = end.end()
        for cues in (self.origin, self.counterpart):
            hit = cues.last(self.lower, start, period.start)
            if (
                hit
                and hit.end + 1 not in self._all_starts  # «с 2010 года на 22 %, составив в 2017 году 140»
                and hit.end + 1 not in self._based_years  # «по сравнению с 2016 годом на 2 %, в 2019 году – на 3 %»
                and _FIGURE.search(self.lower, hit.end, period.start)
                and ";" not in self.lower[hit.end : period.start]
                and (
                    self.lower[start : hit.start].strip()
                    or self._is_told(hit.end, period.start)  # “Compared with 2015, …”
                    if cues is self.counterpart
                    else self._leads(hit.end) or _NUMBER.match(self.lower, hit.end)
                )
            ):
                return self.goal.first(self.lower, hit.end, period.start) is None
        return False

    def _is_by_the_way(self, period: Period) -> bool:
        """“since 2019”, «bàn nhiệm vụ năm 2026»: not what comes next is of."""
        floor = max(0, period.start - _NEAR)
        next_part = (
            ("-" in period.iso or _PART.fullmatch(period.iso)) and self._starts and self._starts[0] < period.start
        )
        later = (period.year or 0) > (self.year or 0) or (next_part and not SEVERAL_YEARS.fullmatch(period.iso))
        ahead = later and self.is_planned(period)
        if self.anaphora.at(self.lower, period.end + 1, period.end + _NEAR):
            return True  # «В 2024 году этот показатель был 18 ц/га.»
        if ahead or self.mentions.is_to_be_done(period) or self.since.ending(self.lower, floor, period.start):
            return True
        passed = period.iso.isdecimal() and self._since(period) > 0
        begun = passed and self.begun.ending(self.lower, floor, period.start)
        if begun and not self._told_in_sentence(period):
            return True
        if passed and self.from_year.ending(self.lower, max(0, period.start - _NEXT), period.start):
            return True  # «С 2014 года область лидирует по ремонту дорог. Отремонтировано 200 км.»
        of_figure = self.of_figure.ending(self.lower, floor, period.start)
        if of_figure and self.is_behind_percent(of_figure.start):
            return True
        index = bisect_left(self.figures, period.start)
        figure = self.figures[index - 1] if index else 0
        cited = self.of_documents.last(self.lower, floor, period.start) if period.role == "due" else None
        if cited and not self.aims(cited.end, period.start):  # and not «программа позволит к 2030 году достичь»
            return True
        past = self.counterpart.last(self.lower, floor, period.start)
        if past and figure < past.start and not _MARKS.search(self.lower, past.end, period.start):
            return True  # “… following steep growth in 2014”
        said = index > 0 and period.role in DEADLINES
        return said and not _sentence_end(self.pack).search(
            self.lower, max(figure, period.start - _FAR), period.start + 1
        )

    def _told_in_sentence(self, period: Period) -> bool:
        """Whether a figure stands in the sentence of a period."""
        ends = _sentence_end(self.pack)
        start = max((e.end() for e in ends.finditer(self.lower, max(0, period.start - _FAR), period.start)), default=0)
        end = ends.search(self.lower, period.end, period.end + _FAR)
        return self._is_told(max(start, period.start - _FAR), end.start() if end else period.end + _FAR)

    def _is_the_year_before(self, comparison: Comparison, period: str | None) -> bool:
        """Whether a figure of August 2025 is compared with all of 2024; no figure is compared with its own year."""
        since = comparison.since
        if since is None or period is None or not since.iso[-2:].isdecimal():
            return False
        if period.startswith("FY") and since.iso.isdecimal():  # “expenses in the 2024-25 budget, up 8 % from 2023”
            return int(since.iso) % 100 == int(period[2:4]) - 2
        if since.iso.startswith("FY") and OPEN_DAY.fullmatch(period):  # “as of June 2025, down from 5 crore in FY24”
            return int(since.iso[2:4]) == int(period[2:4]) - 1
        if not since.iso.isdecimal() or not period[:4].isdecimal():
            return False
        if self.origin.ending(self.lower, max(0, since.start - 12), since.start):  # “since 2024”
            return False
        return "/" not in period and int(period[:4]) - int(since.iso) in (0, 1)

    def _is_year_end(self, comparison: Comparison) -> bool:
        """«dư nợ tăng 3,2 % so với cuối năm 2021»: a state at the end of the year before, and no part of it."""
        since = comparison.since
        place = since.start if since else 0
        return since is not None and self.year_end.at(self.lower, place, since.end) is not None

    def _years_back(self, sentence: Sentence) -> Period | None:
        """«За три последних года область добилась успехов. Бюджет вырос в 1,5 раза.»: a change over these years."""
        index = bisect_left(self._starts, sentence.start)
        period = self.periods[index - 1] if index else None
        if period is None or period.role != "back" or self._within(sentence.start, sentence.end):
            return None
        floor = max(0, period.start - _LONGEST_LINE)
        if sentence.start - period.end > _FAR or "\n" in self.lower[period.end : sentence.start].strip():
            return None
        opens = self.lower[max(floor, period.start - 2) : period.start].strip() in ("", ".", '"', "«")
        return period if opens and not self._is_told(period.end, sentence.start) else None

    def _is_since(
        self, found: Period | None, quantity: Quantity, comparison: Comparison, period: str | None, sentence: Sentence
    ) -> str | None:
        """«С 2014 года поголовье сократилось на 33 головы», «…, составив на 1 января 2012 г. 5 тысяч»: over all the
        years since then, also of what the next sentences of the paragraph tell.
        """
        if comparison.kind != "change" or comparison.basis != "none" or comparison.since:
            return None
        own = self._within(sentence.start, sentence.end)
        if self._begun and self._begun[1] == sentence.paragraph and not own:
            return self._begun[0]
        self._begun = None
        if found is None or found.role not in ("", "bare") or period != found.iso or not found.iso.isdecimal():
            return None
        said = self.from_year.ending(self.lower, max(0, found.start - 2 * _NEXT), found.start)
        last = max((p.year or 0 for p in own if p.start > quantity.end), default=0)
        last = last if last > int(found.iso) else self.year or 0
        if said is None or not (found.start < quantity.start and int(found.iso) < last):
            return None
        self._begun = f"{found.iso}-{last}", sentence.paragraph
        return self._begun[0]

    def begun_then(self, found: Period | None, quantity: Quantity, comparison: Comparison) -> str | None:
        """«С 2012 года построено 94 дома», in 2017: of all the years since then."""
        if found is None or not found.iso.isdecimal() or found.role not in ("", "bare") or comparison.kind == "change":
            return None
        if not (found.start < quantity.start and int(found.iso) < (self.year or 0)) or not self.tells_flows:
            return None
        said = self.from_year.ending(self.lower, max(0, found.start - 2 * _NEXT), found.start)
        between = self._is_told(found.end, quantity.start) or not self.closings.says_reached(found.end, quantity.start)
        return None if said is None or between else f"{found.iso}-{self.year}"

    def _compared_on(self, found: Period | None, sentence: Sentence, comparison: Comparison) -> Period | None:
        """«В 2025 году – 525 семей. В 2024 году – 310. По сравнению с прошлым годом рост – 69 %»: 2025 is compared."""
        if found and comparison.kind == "change" and (last := last_of_a_year(found.iso)):
            return replace(found, iso=last, role="")
        if found is None or comparison.basis != "previous_year" or comparison.since or not found.iso.isdecimal():
            return found
        if found.start >= sentence.start or self._within(sentence.start, sentence.end):
            return found
        later = next(self._latest(bisect_left(self._single_starts, found.start)), None)
        if later is None or later.iso != str(int(found.iso) + 1) or "\n" in self.lower[later.end : sentence.start]:
            return found
        return later

    def _is_by_when(self, period: Period) -> bool:
        """«увеличение на 15 % к 2024 году по сравнению с 2019 годом»: the next year is what is compared with."""
        place = words_behind(self.lower, period.end)
        noted = self.lower.startswith(" (", period.end)
        cues = (self.basis, self.basis_after) if noted else (self.basis,)
        hit = next(filter(None, (one.at(self.lower, place, period.end + _NEAR) for one in cues)), None)
        behind = hit and self.lower[hit.end : hit.end + _NEXT].strip()[:1].isdecimal()
        return hit is not None and hit.value == "period" and bool(behind)

    def _is_of_a_year_itself(self, period: Period) -> bool:
        """Whether a basis is a year, «чем в 2016 году», and no part of it: «тем же периодом 2016 года»."""
        hit = self.basis.ending(self.lower, max(0, period.start - _OPENING), period.start)
        whole = hit is None or hit.value != "same_period"
        return whole and period.iso in self.lower[period.start : period.end]

    def _compared_year(self, sentence: Sentence) -> int | None:
        """«На 1 января 2018 года … Работников было на 76 меньше, чем в 2016 году»: the year that is compared with."""
        index = bisect_left(self.based_starts, sentence.start)
        if index == len(self.based_starts) or self.based_starts[index] >= sentence.end:
            return None
        based = self._based_years.get(self.based_starts[index])
        return based if based is not None and based + 1 in self._near_years(sentence.start) else None

    def as_year_behind(self, main: Period, sentence: Sentence) -> Period:
        """«По сравнению с 2015 годом зарплата выросла на 6 %», at the head of a text: in 2016."""
        index = bisect_left(self.based_starts, sentence.start)
        if index == len(self.based_starts) or self.based_starts[index] >= sentence.end or self._last(sentence.start):
            return main
        against = self._based_years.get(self.based_starts[index])
        if against is None or (self.terms and (self.year or 0) - against > LONG_AGO):
            return main  # «Đến nay, thu nhập tăng 70 % so với năm 2015», at the end of a term
        return replace(main, iso=f"{against + 1:04}", role="")

    def _near_years(self, position: int) -> tuple[int, ...]:
        """The year of the day that was named last, and the one before, which ended on the first of its days."""
        last = self._last(position)
        return (last.year, last.year - 1) if last and last.year else ()
