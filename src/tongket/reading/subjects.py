"""What a figure speaks of: the words of its clause, or those of the figure before it.

“GRDP reached 5 trillion dong (3rd in the country), up 7 %”: the rank and the growth have no subject of
their own and speak of GRDP. A clause has a subject of its own when words remain after everything is
taken away that belongs to the comparison, the time and the verb.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tongket.reading.amounts import Place, Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Union
from tongket.reading.segments import Sentence

WORD = re.compile(r"[^\W_]+(?:[&][^\W_]+)?")
_BREAK = re.compile(r"[;:!?\n]|\.\s|\s[–—]\s(?=\S)")
_BRACKET = re.compile(r"\([^()]{0,60}\)")
_FARTHEST = 260
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure speaks of.

    ``clause`` is where its own words stand in front of it, ``tail`` where those behind it do (for counted
    things). ``own`` is False when the figure takes the subject of the one before it.
    """

    phrase: str | None
    clause: Place
    tail: Place
    own: bool


@cache
def _fillers(pack: LanguagePack) -> Union:
    names = (
        "comparison.trend",
        "comparison.basis",
        "comparison.copulas",
        "subjects.predicates",
        "subjects.neutral",
        "comparison.joining",
        "comparison.marker",
        "comparison.direct",
        "comparison.level",
        "numbers.modifiers_before",
        "numbers.range_openers",
    )
    return Union([pack.cues(name) for name in names])


def blank_out(lower: str, start: int, end: int, pack: LanguagePack, periods: Sequence[Period]) -> str:
    """``lower[start:end]`` with the words that name no subject replaced by spaces, place for place."""
    rest = lower[start:end]
    places = [(p.start, p.end) for p in periods if start <= p.start < end]
    places += [match.span() for match in _BRACKET.finditer(lower, start, end)]
    for first, last in (*places, *_fillers(pack).places(lower, start, end)):
        blank = min(last, end) - first
        rest = rest[: first - start] + " " * blank + rest[first - start + blank :]
    return rest


def _repeats(phrase: str | None, before: str | None) -> bool:
    """Whether a phrase is the one before it, shortened: “production” behind “industrial production”."""
    words, earlier = (set(WORD.findall((p or "").lower())) for p in (phrase, before))
    return len(words) >= 2 and words <= earlier


class SubjectFinder:
    """Finds the subjects of the figures of one text, in order."""

    def __init__(self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        self.text, self.lower, self.pack = text, lower, pack
        self.periods = periods
        self.starts = [period.start for period in periods]
        self.predicates = pack.cues("subjects.predicates")
        self.modifiers = pack.cues("numbers.modifiers_before")
        self.heads = pack.cues("comparison.heads")

    def find(self, quantity: Quantity, sentence: Sentence, left: int, right: int, before: Subject | None) -> Subject:
        """The subject of a figure; ``left`` is the end of the figure before it, ``right`` the next start."""
        start = max(left, sentence.start, quantity.start - _FARTHEST)
        broken = None
        for broken in _BREAK.finditer(self.lower, start, quantity.start):
            if not self._has_words(broken.end(), quantity.start):
                break
            start = broken.end()
        opened, closed = (self.lower.find(mark, start, quantity.start) for mark in "()")
        if closed >= 0 and not 0 <= opened < closed:
            start = closed + 1
        clause = (start, quantity.start)
        tail = (quantity.start, self._tail_end(quantity, right))
        counted = quantity.family in ("count", "noun")
        own = self._has_words(*clause) or counted
        if not own and before is not None:
            return Subject(before.phrase, before.clause, before.tail, False)
        phrase = self._counted(quantity, clause, tail) if counted else self._phrase(*clause)
        # “industry and construction 13 % (industry 14 %)”: what a bracket names is not what stands before it.
        beside = opened < 0 or closed >= 0
        if not counted and beside and before is not None and _repeats(phrase, before.phrase):
            return Subject(phrase, before.clause, before.tail, False)
        return Subject(phrase, clause, tail, True)

    def _near_periods(self, start: int, end: int) -> list[Period]:
        first = bisect_left(self.starts, start)
        return list(self.periods[first : bisect_left(self.starts, end)])

    def _has_words(self, start: int, end: int) -> bool:
        return bool(WORD.search(blank_out(self.lower, start, end, self.pack, self._near_periods(start, end))))

    def _tail_end(self, quantity: Quantity, right: int) -> int:
        mark = _BREAK.search(self.lower, quantity.end, min(right, quantity.end + _FARTHEST))
        return mark.start() if mark else min(right, quantity.end + _FARTHEST)

    def _counted(self, quantity: Quantity, clause: Place, tail: Place) -> str | None:
        """The counted thing with what is said of it, or, for a bare classifier, what stands before it."""
        text = self.text[quantity.start : tail[1]]
        words = re.sub(r"^[\d.,/\s-]+", "", text).split()
        kept: list[str] = []
        for word in words[:_LONGEST]:
            kept.append(word.strip(",()"))
            if word.endswith((",", ")")) and len(kept) > 1:
                break
        if len(kept) < 2 and self._has_words(*clause):
            return self._phrase(*clause)
        return " ".join(kept).strip(" .,")

    def _phrase(self, start: int, end: int) -> str | None:
        """The words in front of the predicate, or behind it when it comes first."""
        comma = self.lower.rfind(", ", start, end)
        while comma > start:
            chunk = blank_out(self.lower, comma + 1, end, self.pack, self._near_periods(comma + 1, end))
            if len(WORD.findall(chunk)) >= 3:
                start = comma + 1
                break
            comma = self.lower.rfind(", ", start, comma)
        for period in self._near_periods(start, end):
            if not WORD.search(self.lower, start, period.start):
                start = period.end
        modifier = self.modifiers.ending(self.lower, start, end)
        end = modifier.start if modifier else end
        heads = self.heads.all(self.lower, start, end)
        verbs = self.predicates.all(self.lower, start, end)
        verb = next((v for v in verbs if not any(h.start <= v.start < h.end for h in heads)), None)
        stop = end
        if verb:
            ahead = WORD.search(self.lower, start, verb.start)
            start, stop = (start, verb.start) if ahead else (verb.end, end)
        words = self.text[start:stop].strip(" ,;:–—-(").split()
        return " ".join(words[-_LONGEST:]) or None
