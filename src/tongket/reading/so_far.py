"""What is so already in a text of what is to be: “The city, which aims for 90 schools, has 60 so far”; and what a
bracket in front says is only estimated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.programmes import Programmes
from tongket.reading.segments import Sentence

_YEAR, _MARK = re.compile(r"\d\d"), re.compile(r"[,;]\s")
_HEAD, _NEXT, _NOTED = 60, 16, 80


class SoFar(Programmes):
    """Finds in one text the words that say of a figure that it is reached, whatever its sentence aims at."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.already, self.parts = pack.cues("status.already"), pack.cues("status.parts")
        self.estimate_after = pack.cues("status.estimate.after")
        self.bracketed = pack.cues("status.estimate.bracketed")
        self.by_now = pack.cues("status.target.announced_over")

    def is_there(self, quantity: Quantity, clause: int) -> bool:
        """“already exceeding 5 million, will …”; “The quota is 900 recruits, of whom 600 have been enlisted”."""
        if self.already.ending(self.lower, max(clause, quantity.start - _HEAD), quantity.start):
            return True
        part = self.parts.ending(self.lower, max(clause, quantity.start - _NEXT), quantity.start)
        return part is not None and self.closings.says_reached(quantity.end, quantity.end + _NEXT)

    def is_so_by_now(self, sentence: Sentence, quantity: Quantity, period: Period | None) -> bool:
        """“To date, it has attracted 5 billion”, or “Output grew by 3 % in 2023” below a heading of what is to come."""
        if self.by_now.first(self.lower, sentence.start, quantity.start):
            return True
        if period is None or not sentence.start <= period.start < sentence.end:
            return False
        return (period.year or 0) <= (self.year or 0) and self.closings.says_over(sentence.start, quantity.start)

    def was_done(self, start: int, quantity: Quantity) -> bool:
        """«создано 345 рабочих мест, до конца года будет создано ещё 120»: the first of them are there."""
        return self.lower.startswith(",", quantity.end) and self.closings.says_reached(start, quantity.start)

    def is_noted_in_front(self, start: int, quantity: Quantity) -> bool:
        """“Salaries (RE 2031-32) come to 5 million”, “above the revised estimates of 2031-32 (5 million)”."""
        opened = self.lower.rfind("(", max(start, quantity.start - _NOTED), quantity.start)
        if opened < 0:
            return False
        closed = self.lower.find(")", opened, quantity.start)
        if closed < 0:
            near = opened + 1 == quantity.start
            return near and self.bracketed.ending(self.lower, max(start, opened - _HEAD), opened - 1) is not None
        if not _YEAR.search(self.lower, opened, closed) or _MARK.search(self.lower, closed, quantity.start):
            return False
        note = self.estimate_after.at(self.lower, opened + 1, closed)
        return note is not None and closed - note.end <= len("-00")
