"""What ends the hold of words of aims: speech that is quoted, and words that say of a figure that it is so already."""

from __future__ import annotations

import re

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Hit

_QUOTED = re.compile(r":\s[«“„\"]")
_FAR = 60
_NEXT = 20
_STOP = re.compile(r"[,;]\s|\s[–—-]\s")


class Closings:
    """The ends that one text sets; a pack without ``status.saying`` and ``status.over`` sets none."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.saying = pack.cues("status.saying")
        self.over, self.not_over = pack.cues("status.over"), pack.cues("status.not_over")
        self.resuming = pack.cues("status.resuming")
        self.item_reached, self.relatives = pack.cues("status.item_reached"), pack.cues("status.relatives")

    def speech(self, start: int, end: int) -> int:
        """Where the speech begins that a place stands in: «Цель ставилась раньше, напомнил он: «Введено 5 школ»."""
        quoted = start
        for mark in _QUOTED.finditer(self.lower, start, end):
            if self.saying.first(self.lower, max(start, mark.start() - _FAR), mark.start()):
                quoted = mark.end() - 1
        return quoted

    def is_over(self, start: int, end: int) -> bool:
        """«ей выделят 30 га, и уже есть три инвестора»: whether a clause behind an aim says what was or is."""
        return bool(self._said(start, end))

    def is_done(self, start: int, end: int) -> bool:
        """«ожидается рост, на программы страна потратила 5 %»: the same behind what is expected, of what was done."""
        return any(hit.value == "done" for hit in self._said(start, end))

    def says_over(self, start: int, end: int) -> bool:
        """Whether words anywhere in a place say that something was done."""
        return bool(self._free(start, end))

    def says_reached(self, start: int, end: int) -> bool:
        """Whether an item of a list of aims says that it was reached; in «доля школ, где создана среда, – до 25 %»
        only the schools are told apart so.
        """
        hits = self.item_reached.all(self.lower, start, end)
        return any(self.relatives.ending(self.lower, max(start, hit.start - _NEXT), hit.start) is None for hit in hits)

    def _said(self, start: int, end: int) -> list[Hit]:
        stop = _STOP.search(self.lower, start, end)
        if stop is None:
            return []
        resumed = self.resuming.at(self.lower, stop.end(), end)
        if resumed:  # “The town, which plans to grow, has 14 schools”
            return [Hit("done", resumed.start, resumed.end)]
        return self._free(stop.end(), end)

    def _free(self, start: int, end: int) -> list[Hit]:
        return [
            hit
            for hit in self.over.all(self.lower, start, end)
            if self.not_over.ending(self.lower, max(start, hit.start - _NEXT), hit.start) is None
        ]
