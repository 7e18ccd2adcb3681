"""Parts of a whole of which a growth was told: «Tăng trưởng đạt 8,2 %. Trong đó, khu vực nông nghiệp đạt 4,5 %; …»."""

from __future__ import annotations

from tongket.reading.amounts import Quantity
from tongket.reading.bases import PLANS, Comparison
from tongket.reading.growths import LOWEST_INDEX
from tongket.reading.packs import LanguagePack
from tongket.reading.segments import Sentence

_OPENING = 4


class Sectors:
    """Remembers in one text, read from start to end, the last growth of a whole economy."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.known = bool(pack.phrases("comparison.sectors"))
        self.sectors = pack.cues("comparison.sectors")
        self.parts = pack.cues("status.parts")
        self.totals = pack.cues("status.estimate.totals")
        self.reached = pack.cues("comparison.reached")
        self.share = pack.cues("comparison.share")
        self._whole: Comparison | None = None
        self._where = (0, 0)  # its end and paragraph
        self._opened = -1  # where its parts begin

    def compare(self, quantity: Quantity, sentence: Sentence, left: int, said: Comparison) -> Comparison:
        """What a figure is compared with, where its own words say ``said``."""
        if not self.known or quantity.unit != "%":
            return said
        if said.kind == "change" and said.direction and said.basis not in PLANS:
            if self.totals.first(self.lower, sentence.start, quantity.start):
                self._whole, self._where, self._opened = said, (quantity.end, sentence.paragraph), -1
            return said
        if said.rule != "share" or self._whole is None or quantity.value >= LOWEST_INDEX:
            return said
        return self._whole if self._is_of_a_part(quantity, sentence, left) else said

    def _is_of_a_part(self, quantity: Quantity, sentence: Sentence, left: int) -> bool:
        end, paragraph = self._where
        if paragraph != sentence.paragraph:
            return False
        if self._opened < 0:
            parts = self.parts.first(self.lower, max(end, sentence.start), quantity.start)
            first = parts is not None and (end >= sentence.start or parts.start <= sentence.start + _OPENING)
            if parts is None or not first:
                return False
            self._opened = sentence.start
        start = max(left, self.lower.rfind(";", left, quantity.start))
        if self._opened != sentence.start or self.share.first(self.lower, start, quantity.start):
            return False
        named = self.sectors.first(self.lower, start, quantity.start)
        return named is not None and self.reached.ending(self.lower, named.end, quantity.start) is not None
