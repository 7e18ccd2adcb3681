"""The period that a change was set against in words before, where its own say none: «мяса – до 4 тонн, или на 15 % по
сравнению с 2011 годом, молока – до 21 тонны, или на 21 %», «Число погибших снизилось с 11 в 2004 году до 3 в 2012 году.
Также сократились риски (на 17 %).»
"""

from __future__ import annotations

from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import Comparison, Surroundings
from tongket.reading.comparisons import Comparer
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence

_ORIGIN = 30


class CarriedBases:
    """Remembers in one text, read from start to end, the last period that something was compared with."""

    def __init__(self, lower: str, pack: LanguagePack, comparer: Comparer) -> None:
        self.lower = lower
        self.comparer = comparer
        self.continuing = pack.cues("periods.continuing")
        self._since: Period | None = None
        self._told: Sentence | None = None

    def compare(self, quantity: Quantity, place: Surroundings, said: Comparison) -> Comparison:
        """What a figure is compared with, where its own words say ``said``."""
        sentence, left = place.sentence, place.left
        if said.kind not in ("change", "ratio") or said.rule == "fraction":
            if since := self._moved_from(quantity, place):
                self._since, self._told = since, sentence
            return said
        if said.basis != "none" or said.since:
            self._since, self._told = said.since if said.basis == "period" else None, sentence
            return said
        told = self._told
        if self._since is None or told is None or not (told is sentence or self._goes_on(told, sentence, quantity)):
            return said
        own = self.comparer.periods_between(left, quantity.start)
        if own or self.comparer.period_behind_level(quantity, place.right):
            return said
        if told is not sentence:
            self._told = sentence
        return replace(said, basis="period", since=self._since)

    def _goes_on(self, told: Sentence, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether a sentence is the next of a paragraph, goes on with “also” and names no time."""
        if told.paragraph != sentence.paragraph or self.lower[told.end : sentence.start].strip():
            return False
        start = sentence.start + (self.lower[sentence.start : sentence.start + 1] == " ")
        if self.continuing.at(self.lower, start, quantity.start) is None:
            return False
        return not self.comparer.periods_between(sentence.start, quantity.start)

    def _moved_from(self, quantity: Quantity, place: Surroundings) -> Period | None:
        """«снизилось с 11 человек в 2004 году до 3 человек в 2012 году»: the time of the first of two levels."""
        first, frames = place.previous, self.comparer.frames
        if first is None or first.unit != quantity.unit:
            return None
        goal = frames.goal.ending(self.lower, first.end, quantity.start)
        origin = frames.origin.ending(self.lower, max(0, first.start - _ORIGIN), first.start) if goal else None
        if goal is None or origin is None:
            return None
        since = self.comparer.period_behind_level(first, goal.start)
        until = self.comparer.period_behind_level(quantity, place.right)
        return since if until else None
