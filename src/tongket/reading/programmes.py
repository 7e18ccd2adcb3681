"""What a programme says of its measures: what it will reach is its aim, and what it is to cost is expected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from tongket.reading.amounts import Quantity
from tongket.reading.asides import Asides
from tongket.reading.closings import Closings
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit
from tongket.reading.segments import Sentence

_FAR = 280
_PROGRAMME = 3
_ITEM_HEAD = re.compile(r"\s{0,3}(?:[-–—•*+]\s?|\(?\d{1,2}(?:\.\d{1,2})*[.)]\s?)?")


class Programmes(Asides):
    """Tells whether one text is a programme, and which of its figures are what it aims at or costs."""

    programme: Period | None = None  # the years in its title

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.closings = Closings(lower, pack)
        self.goal = pack.cues("comparison.goal")
        self.planned = pack.cues("status.target.planned")
        self.future = pack.cues("status.estimate.future")
        self.funding = pack.cues("status.estimate.funding")
        self.funding_sources = pack.cues("status.estimate.funding_sources")
        self.measures = pack.cues("status.target.of_programmes")
        self.funded = pack.cues("status.estimate.funded")
        self._programme, self._forecast = pack.cues("status.programme"), pack.cues("status.forecast")

    @cached_property
    def is_programme(self) -> bool:
        """Whether the text is a programme of measures, of which what will be reached is the goal, and no forecast."""
        return self.programme is not None or self._names_programmes

    @cached_property
    def _names_programmes(self) -> bool:
        named = len(self._programme.all(self.lower, 0, len(self.lower)))
        return named >= _PROGRAMME and named > 2 * len(self._forecast.all(self.lower, 0, len(self.lower)))

    def _is_to_be_reached(self, quantity: Quantity, hits: Sequence[Hit], start: int, period: Period | None) -> bool:
        """«планируется открыть 3 школы, что составит …», or «доля составит 40 %» in a programme: an aim, said as a
        future; what the year before it comes to is expected.
        """
        if any(self.future.at(self.lower, hit.start, hit.end + 1) is None for hit in hits):
            return False
        if self.planned.first(self.lower, start, max(quantity.start, hits[-1].start)):
            return True
        spent = quantity.family == "currency" and self.funding.first(self.lower, start, quantity.start)
        begins = self.programme.iso[:4] if self.programme else ""
        return not spent and self.is_programme and not (period and period.iso[:4] < begins)

    def _is_funding(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«Объём финансирования программы составляет 4,5 млн рублей»: what is to be spent, unless it was."""
        if quantity.family != "currency":
            return False
        start = max(sentence.start, quantity.start - _FAR)
        named = self._names_programmes or self.funding.first(self.lower, start, quantity.start) is not None
        titled = self.programme is not None
        named = named or (titled and self.funding_sources.first(self.lower, start, quantity.start) is not None)
        return named and self.funded.first(self.lower, start, quantity.start) is None

    def _is_measure_of_programme(self, quantity: Quantity, clause: int, sentence: Sentence) -> bool:
        """«Программа … на 2018-2020 годы … – увеличение доли отремонтированных клубов до 80 %;»: what is to be done, in
        a clause without a verb that tells of no year that is over.
        """
        if self.programme is None:
            return False
        place = _ITEM_HEAD.match(self.lower, clause).end()  # type: ignore[union-attr]
        named = self.measures.at(self.lower, place, quantity.start)
        if named is None or self.closings.says_reached(place, sentence.end):
            return False
        return all((p.year or 0) > (self.year or 0) for p in self._within(sentence.start, sentence.end))

    def _is_of_years_ahead(self, period: Period | None) -> bool:
        """«Программа … на 2018-2020 годы … 2019 год – 5 млн рублей»: of the years for which a text is a programme."""
        if self.programme is None or period is None or (period.year or 0) <= (self.year or 0):
            return False
        first, _, last = self.programme.iso.partition("-")
        told = period.role != "at" and period.start != self.programme.start
        return told and first <= period.iso[:4] <= str(period.year) <= last
