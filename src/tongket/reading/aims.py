"""Growths that are aimed at: “the 9 % growth target”, “a growth scenario of 8 %”, which are no excess over a plan."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import FARTHEST
from tongket.reading.claims import Direction
from tongket.reading.growths import LONG_WORD, LOWEST_INDEX, Growths, direction_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit

_AIM = 60
_OF = 4


class Aims(Growths):
    """Finds the growths of one text that somebody aims at."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.aimed, self.aim = pack.cues("comparison.aimed"), pack.cues("comparison.aim")

    def is_aimed(self, quantity: Quantity, left: int, edge: int) -> Direction | None:
        """«tăng trưởng đạt 6,5 %, khó đạt kế hoạch đề ra là 7,9 %»: the growth that was planned."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        aimed = self.aimed.ending(self.lower, left, quantity.start)
        aimed = aimed or self.article_of_aim(quantity) or self._aim_of_a_time(left, edge)
        head = self.frames.heads.last(self.lower, max(0, edge - FARTHEST), aimed.end) if aimed else None
        return direction_of(head) if head else None

    def _aim_of_a_time(self, left: int, edge: int) -> Hit | None:
        """“missed the growth target in the first quarter of 6.5 %”: only a time stands between the aim and its “of”."""
        of = self.frames.partitive.ending(self.lower, max(left, edge - _OF), edge)
        named = self.aim.last(self.lower, left, of.start) if of else None
        return named if of and named and not LONG_WORD.search(self._untimed(named.end, of.start)) else None

    def is_aim(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“the 6 % target”, “the 9 % growth scenario”, “a growth scenario of 8 %”: the growth that is planned."""
        behind = self.aim.at(self.lower, quantity.end + 1, quantity.end + _AIM)
        named = behind is not None and self.frames.growths.first(self.lower, behind.start, behind.end) is not None
        return named or bool(self.article_of_aim(quantity) or self.is_aimed(quantity, left, edge))
