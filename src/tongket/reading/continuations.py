"""Sentences that go on with what the one before was about: «Trong đó, …», «Ngoài ra, có …», and those behind them.

They are of its time, also where they begin a paragraph: «6 tháng đầu năm, tỉnh đón 3 triệu lượt khách.⏎Trong đó, …».
"""

from __future__ import annotations

import re

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, Period
from tongket.reading.segments import Sentence

_OPENING = re.compile(r"[\s*+•–-]{0,6}")


class Continuations:
    """Remembers in one text, read from start to end, for which period its last figure holds."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.opening, self.anaphora = pack.cues("periods.continuing"), pack.cues("periods.anaphoric")
        self._last: tuple[Period, int] | None = None
        self._first: Period | None = None  # of the first figure in the sentence told last
        self._sentence = self._line = -1

    def tell(self, period: Period | None, sentence: Sentence) -> None:
        """A figure of a sentence holds for a period."""
        lasts = period is not None and period.role not in (*DEADLINES, "last", "this")
        self._last = (period, sentence.paragraph) if period and lasts else None
        if sentence.start != self._sentence:
            self._sentence, self._first = sentence.start, period if lasts else None

    def carried(self, sentence: Sentence) -> Period | None:
        """The period that a sentence without one takes from the figure before it, or None."""
        if self._last is None or sentence.paragraph - self._last[1] > 1:
            return None
        opening = _OPENING.match(self.lower, sentence.start)
        if opening and self.opening.at(self.lower, opening.end(), sentence.end):
            self._line = sentence.paragraph
        elif opening and self.anaphora.at(self.lower, opening.end(), sentence.end):
            return self._first  # “This is an improvement of $5 million.”
        return self._last[0] if self._line == sentence.paragraph else None
