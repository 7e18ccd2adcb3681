"""The years of a programme, for which its aims are that name no other time, and what its measures are to cost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, Period
from tongket.reading.segments import Sentence
from tongket.reading.years_gone_on import YearsGoneOn
from tongket.reading.years_of_heads import is_alone

_HEAD = 60
_NEXT = 12
_NEAR = 400
# In front of a year that opens an item of a list, or one told behind a comma, and behind it.
_ITEM_OPENS = re.compile(r"(?:\n|[,;:])\s{0,2}(?:[-–—•*]\s?)?(?:[^\W\d_]{1,2}\s)?\Z")
_DASHED = re.compile(r"\s?[-–—:]\s?\d")


class YearsOfProgrammes(YearsGoneOn):
    """Tells in one text which of its figures are of all the years of a programme."""

    cited_programme: Period | None = None  # the years in the name of the only programme that is cited

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.sums = pack.cues("periods.sums")
        self.costs = pack.cues("periods.costs_of_programme")

    def _is_of_the_programme(self, found: Period | None, sentence: Sentence) -> bool:
        """Whether an aim of a programme, or what it is to cost, has no period of its own but that of them all."""
        span = self.span
        if span is None or span.start > sentence.start or not self.is_programme:
            return False
        if found and found.start == found.end:  # the year of a decree, which nothing names for the figure
            return True
        if self._within(sentence.start, sentence.end):
            return False
        if self.programme and self.sums.first(self.lower, sentence.start, sentence.start + _NEXT):
            return True  # «2016 г. – 5 млн рублей; 2017 г. – 6 млн рублей. Итого – 11 млн рублей»
        first, _, last = span.iso.partition("-")
        if found is None or found.year is None or not int(first) <= found.year <= int(last):
            return True
        if found.role in (*DEADLINES, "at") or found.start > sentence.end or is_alone(found, self.lower, self.pack):
            return not self._heads_list(found, sentence.start)
        return self._is_over_with_list(found, sentence)

    def of_cited_programme(
        self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status
    ) -> str | None:
        """«Утверждена программа «Чистая вода на 2019-2024 годы». На её реализацию направят 3 млрд рублей»: of these."""
        cited = self.cited_programme
        if cited is None or status == "actual" or quantity.family != "currency":
            return period
        if not 0 < sentence.start - cited.end < _NEAR or self._within(sentence.start, sentence.end):
            return period
        return cited.iso if self.costs.first(self.lower, sentence.start, quantity.start) else period

    def _is_over_with_list(self, found: Period, sentence: Sentence) -> bool:
        """«… по годам:⏎2018 год – 5 млн рублей;⏎2019 год – 6 млн рублей.⏎Охват увеличится до 40 %»: a year that opens
        an item is over with it.
        """
        if self.programme is None or "\n" not in self.lower[found.end : sentence.start]:
            return False
        opens = _ITEM_OPENS.search(self.lower, max(0, found.start - _HEAD), found.start)
        return opens is not None and _DASHED.match(self.lower, found.end) is not None
