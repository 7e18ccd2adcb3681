"""Awards: a title, who receives it, how many, for which period."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.reading.amounts import Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit
from tongket.reading.segments import Segments, Sentence

_PART_END = re.compile(r"[;\n]")
_RECIPIENT_END = re.compile(r"[,;(\n]|\.\s|\.?$")
_COUNTED = ("count", "noun")


@dataclass(frozen=True, slots=True)
class Award:
    """A title given to one group of recipients, in the normalised text.

    ``condition`` is a clause behind the last of several groups; it may hold for that group or for all.
    """

    start: int
    end: int
    title: str
    recipients: str
    count: Decimal | None
    period: str | None
    condition: str | None
    rule: str


class _Finder:
    def __init__(
        self,
        text: str,
        lower: str,
        pack: LanguagePack,
        segments: Segments,
        periods: Sequence[Period],
        quantities: Sequence[Quantity],
    ) -> None:
        self.text, self.lower, self.pack, self.segments = text, lower, pack, segments
        self.periods, self.period_starts = periods, [p.start for p in periods]
        self.quantities, self.quantity_starts = quantities, [q.start for q in quantities]
        self.verbs = pack.cues("awards.verbs")
        self.titles = pack.cues("awards.titles")
        self.reasons = pack.cues("awards.reasons")
        self.joining = pack.cues("comparison.joining")
        self.conditions = pack.cues("awards.conditions")

    def in_sentence(self, sentence: Sentence) -> Iterator[Award]:
        verb = self.verbs.first(self.lower, sentence.start, sentence.end)
        if verb is None:
            return
        titles = self.titles.all(self.lower, verb.end, sentence.end)
        found: list[Award] = []
        for index, title in enumerate(titles):
            part = _PART_END.search(self.lower, title.end, sentence.end)
            limit = min(
                part.start() if part else sentence.end,
                titles[index + 1].start if index + 1 < len(titles) else sentence.end,
            )
            found += self._groups(title, limit, sentence)
        condition = found[-1].condition if len(found) > 1 else None
        yield from (replace(award, condition=condition) for award in found)

    def _period(self, start: int, end: int) -> str | None:
        within = self.periods[bisect_left(self.period_starts, start) : bisect_left(self.period_starts, end)]
        return within[0].iso if within else None

    def _groups(self, title: Hit, limit: int, sentence: Sentence) -> Iterator[Award]:
        first = bisect_left(self.quantity_starts, title.end)
        counted = [q for q in self.quantities[first : bisect_left(self.quantity_starts, limit)] if q.family in _COUNTED]
        condition = self.conditions.first(self.lower, title.end, limit)
        if condition:
            counted = [q for q in counted if q.start < condition.start]
        period = self._period(title.start, limit) or self._period(title.start, sentence.end)
        said = self.text[condition.start : limit].strip(" .\n") if condition else None
        name = self.text[title.start : title.end]
        for index, quantity in enumerate(counted):
            following = counted[index + 1].start if index + 1 < len(counted) else limit
            end = self._end(quantity, following)
            start = title.start if index == 0 else quantity.start
            recipients = self.text[quantity.start : end]
            yield Award(start, end, name, recipients, quantity.value, period, said, f"{self.pack.code}.award")

    def _end(self, quantity: Quantity, limit: int) -> int:
        """Where the words about a group of recipients end: before a mark, a reason, or the next group."""
        mark = _RECIPIENT_END.search(self.lower, quantity.end, limit)
        end = mark.start() if mark else limit
        reason = self.reasons.first(self.lower, quantity.end, end)
        end = reason.start if reason else end
        joined = self.joining.ending(self.lower, quantity.end, end)
        end = joined.start if joined else end
        while end > quantity.end and not self.text[end - 1].isalnum():
            end -= 1
        return end


def find_awards(
    text: str,
    lower: str,
    pack: LanguagePack,
    segments: Segments,
    periods: Sequence[Period],
    quantities: Sequence[Quantity],
) -> list[Award]:
    """All awards in order: one per title and counted group of recipients."""
    finder = _Finder(text, lower, pack, segments, periods, quantities)
    return [award for sentence in segments.sentences for award in finder.in_sentence(sentence)]
