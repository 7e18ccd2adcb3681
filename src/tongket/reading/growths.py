"""Figures that say how something grew without a verb of their own: that of the words before, or of what they name."""

from __future__ import annotations

import re

from tongket.reading.amounts import Quantity
from tongket.reading.bases import FARTHEST, Bases, Comparison, Surroundings
from tongket.reading.claims import Direction
from tongket.reading.phrases import Hit

# An index of less or more is rare, and more likely a share or a growth.
LOWEST_INDEX, HIGHEST_INDEX = 50, 300
MARK = re.compile(r"[,;:.()]")
WORD = re.compile(r"\w\w\w")


def direction_of(hit: Hit) -> Direction:
    """Which way a cue of change goes."""
    return "up" if hit.value == "up" else "down"


class Growths(Bases):
    """Finds growths and indexes that are only named or said before."""

    def _said_before(self, quantity: Quantity, first: int, left: int, edge: int) -> Direction | None:
        """«сократится по первому варианту на 4 % и составит 7,2 тыс., по второму – на 2,7 %»: nothing but a change
        stands behind «на» unless a verb says so.
        """
        if quantity.unit != "%" or self.verb.search(self.lower, left, edge):
            return None
        trend = self.frames.trend.last(self.lower, max(first, left - FARTHEST), left)
        return direction_of(trend) if trend else None

    def _grows_to(self, quantity: Quantity, left: int, end: int) -> Direction | None:
        """«инфляция замедлилась до 5,1 %», «рост ускорился до 6,8 %»: a growth stays one, whatever it falls to."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        speed = self.frames.speeds.last(self.lower, left, end)
        if speed and not MARK.search(self.lower, speed.end, end):
            head = self.frames.heads.last(self.lower, left, speed.start)
            return direction_of(head) if head else "up"
        growth = self.frames.growths.last(self.lower, left, end)
        moved = growth and self.frames.trend.ending(self.lower, growth.end, end)
        return "up" if moved and growth and not MARK.search(self.lower, growth.end, moved.start) else None

    def _is_named_growth(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«выйти на темпы роста не менее 4,5 %»: the name of a growth right in front, with no verb."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return False
        return self.frames.growths.ending(self.lower, left, edge) is not None

    def _is_that_growth(self, quantity: Quantity, first: int, edge: int, before: Comparison | None) -> Direction | None:
        """«… замедление темпов роста. В 2010 году этот показатель составлял 10,4 %»: that of the sentence before."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX or (before and before.kind != "change"):
            return None
        if self.frames.anaphora.last(self.lower, first, edge) is None:
            return None
        return "up" if self.frames.growths.last(self.lower, max(0, first - FARTHEST), first) else None

    def _goes_on_to(self, left: int, end: int) -> bool:
        """«темп роста составлял 6 %, но в 2016 году снизился до 5 %»: a verb of change and nothing new that changes."""
        verb = self.frames.trend.ending(self.lower, left, end)
        return verb is not None and not WORD.search(self._unsaid(left, verb.start))

    def _is_index_of_prices(self, quantity: Quantity, place: Surroundings) -> bool:
        """«составит 97,7-100,3 % в сопоставимых ценах»: a range with 100 in it, or what prices were taken out of."""
        if not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return False
        return self.frames.index_behind.at(self.lower, quantity.end + 1, quantity.end + 40) is not None

    def _is_index_again(
        self, quantity: Quantity, place: Surroundings, left: int, edge: int, before: Comparison | None
    ) -> bool:
        """«молока 191 т (98,4 % к 2016 году), мяса 52 т (91,2 %)»: in brackets behind a level, as the one before was;
        or with a verb of its own: «оборот составил 108,7 % к 2016 году, услуг – составит 88,8 %».
        """
        if place.said is None or not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return False
        if self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return False
        if self.lower[left:edge].strip() == "(" and self.lower.startswith(")", quantity.end):
            return place.previous is not None and place.previous.family != "percent"
        verb = self.frames.copulas.ending(self.lower, left, edge)
        follows = before is not None and before.rule == "index" and verb is not None
        return follows and verb is not None and self.lower[verb.start].isalpha()

    def _unsaid(self, left: int, edge: int) -> str:
        """The words between two figures without periods and words that only join or set against."""
        rest = list(self.lower[left:edge])
        frames = self.frames
        spans = [(p.start, p.end) for p in map(self.period_at.get, range(left, edge)) if p]
        for cues in (
            frames.counterpart,
            frames.joining,
            frames.origin,
            frames.copulas,
            frames.continuing,
            frames.basis,
        ):
            spans += [(hit.start, hit.end) for hit in cues.all(self.lower, left, edge)]
        for start, end in spans:
            rest[start - left : end - left] = " " * (min(end, edge) - start)
        return "".join(rest)
