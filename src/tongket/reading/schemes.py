"""Texts that tell of a scheme: «UBND tỉnh vừa phê duyệt Đề án phát triển chợ giai đoạn 2021-2025. …».

What such a text gives without a word of what was reached is planned, also where no word of aim stands beside it.
"""

from __future__ import annotations

import re

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Status
from tongket.reading.packs import LanguagePack
from tongket.reading.segments import Sentence

_OPENING = 700
_SENTENCE = 400
_END = re.compile(r"[.!?;]\s|\n")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINE = re.compile(r"^[ \t]*(?:[ivx\d]{1,5}[.)]\s*)?", re.MULTILINE)
_PART_OF_A_YEAR = re.compile(r"Q|-\d\d(?!\d\d)|/")

Told = tuple[str | None, Status]
"""Period and status."""


class Schemes:
    """Whether one text tells of a scheme for years to come, and what of it is planned."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None) -> None:
        self.lower, self.year = lower, year
        self.told = pack.cues("status.target.told")
        self._begins = self._first_year = 0
        self._term: str | None = None
        made = pack.cues("status.target.scheme").first(lower, 0, _OPENING)
        if made is None:
            return
        end = _END.search(lower, made.end, made.end + _SENTENCE)
        stop = end.start() if end else made.end + _SENTENCE
        years = [int(found[0]) for found in _YEAR.finditer(lower, made.end, stop)]
        if not years or max(years) < (year or 0) or self._reports(pack, made.start):
            return
        self._begins, self._first_year = stop, min(years) if len(years) > 1 else year or 0
        self._term = f"{min(years)}-{max(years)}" if len(years) > 1 else str(max(years))

    def _reports(self, pack: LanguagePack, end: int) -> bool:
        """Whether the head of the text, or a heading of it, says that it tells how a scheme was carried out."""
        done = (pack.cues("status.target.settled"), pack.cues("status.target.carried_out"))
        if any(cues.first(self.lower, 0, end) for cues in done):
            return True
        opens = pack.cues("status.target.heading_of_state")
        return any(opens.at(self.lower, line.end(), line.end() + _OPENING) for line in _LINE.finditer(self.lower))

    def timing(self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status) -> Told:
        """Period and status of a figure whose own words say these: what has no time is of the time of the scheme."""
        status = self._status(quantity, sentence, period, status)
        of_term = period is None and status == "target" and self._begins and sentence.start >= self._begins
        return (self._term if of_term else period), status

    def _status(self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status) -> Status:
        if status != "actual" or not self._begins or sentence.start < self._begins:
            return status
        if period and (_PART_OF_A_YEAR.search(period) or (period.isdecimal() and int(period) < self._first_year)):
            return status
        place = sentence.start + (self.lower[sentence.start : sentence.start + 1] == " ")
        hits = self.told.all(self.lower, sentence.start, quantity.start)
        free = any(hit.value == "always" or hit.start == place for hit in hits)
        return status if free else "target"
