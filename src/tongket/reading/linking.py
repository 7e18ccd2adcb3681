"""From the words of a text to the indicators of a catalogue: a safe link, or none.

A wrong link is worse than none. A figure is linked only when a name or synonym covers the subject of its
clause: words that no cue explains, in front of the match or behind it, could change its meaning
(“revenue *from fees*”), and then the linker abstains. So it does when the unit does not fit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.catalogue.definitions import MONEY, Catalogue, IndicatorDefinition
from tongket.reading import synonyms
from tongket.reading.bases import Comparison
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.quantities import Place, Quantity
from tongket.reading.subjects import WORD, Subject, blank_out

_COMPARISONS = ("change", "plan_ratio", "plan_excess")


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    words: int
    indicators: tuple[IndicatorDefinition, ...]


class Linker:
    """Links the figures of one text to the indicators of one catalogue."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period], catalogue: Catalogue) -> None:
        self.lower = synonyms.fold(lower)
        self.pack = pack
        self.periods = periods
        self.starts = [period.start for period in periods]
        self.heads = pack.cues("comparison.heads")
        self.growth = {i.growth_of: i for i in catalogue.indicators if i.growth_of}
        self.phrases = synonyms.index(catalogue, pack.code) if catalogue.indicators else {}

    def link(
        self, quantity: Quantity, comparison: Comparison, subject: Subject, before: IndicatorDefinition | None
    ) -> IndicatorDefinition | None:
        """The indicator that a figure safely speaks of.

        ``before`` is the link of the figure before it, which a figure without own subject inherits.
        """
        if not self.phrases:
            return None
        if not subject.own:
            if before is None or (before.measures_growth and comparison.kind in _COMPARISONS):
                return None
            return before if self._fits(before, quantity, comparison) else None
        if quantity.family in ("count", "noun"):
            found = self._match_behind(quantity, subject.tail) or self._match_before(subject.clause)
        else:
            found = self._match_before(subject.clause)
        if found is None:
            return None
        fitting = [self._as_growth(i, found, comparison) for i in found.indicators]
        fitting = [i for i in fitting if self._fits(i, quantity, comparison)]
        return fitting[0] if len({i.code for i in fitting}) == 1 else None

    def _as_growth(self, indicator: IndicatorDefinition, match: _Match, comparison: Comparison) -> IndicatorDefinition:
        """“Growth of GRDP was 8 %” speaks of the growth indicator, where the catalogue has one."""
        growth = self.growth.get(indicator.code)
        head = self.heads.last(self.lower, max(0, match.start - 40), match.start)
        speaks_of_it = head is not None and self._is_explained(head.end, match.start)
        return growth if growth and speaks_of_it and comparison.kind == "change" else indicator

    def _fits(self, indicator: IndicatorDefinition, quantity: Quantity, comparison: Comparison) -> bool:
        """Whether such a figure can be a value of the indicator, or a comparison of it."""
        if comparison.kind == "rank":
            return True
        measured_in_percent = indicator.unit_of_measure == "%"
        if comparison.kind == "change" and quantity.unit == "%":
            return indicator.measures_growth or not measured_in_percent
        if comparison.kind in _COMPARISONS:
            return quantity.unit == "%" or _is_in_unit_of(quantity, indicator)
        return _is_in_unit_of(quantity, indicator) and not indicator.measures_growth

    def _matches(self, start: int, end: int) -> list[_Match]:
        """All longest matches that begin in ``[start, end)``, without those inside another one."""
        tokens = list(WORD.finditer(self.lower, start, end))
        words = synonyms.stems((token.group() for token in tokens), self.pack)
        found: list[_Match] = []
        for place, token in enumerate(tokens):
            known = self.phrases.get(words[place])
            if known is None or (found and token.start() < found[-1].end):
                continue
            fitting = [s for s in known if words[place : place + len(s.words)] == s.words]
            if fitting:
                longest = len(fitting[0].words)
                indicators = tuple(s.indicator for s in fitting if len(s.words) == longest)
                found.append(_Match(token.start(), tokens[place + longest - 1].end(), longest, indicators))
        return found

    def _is_explained(self, start: int, end: int) -> bool:
        """Whether no words remain that could change what a match means."""
        near = self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return not WORD.search(blank_out(self.lower, start, end, self.pack, near))

    def _match_before(self, clause: Place) -> _Match | None:
        start, end = clause
        matches = self._matches(start, end)
        for match in reversed(matches):
            chunk = max(self.lower.rfind(", ", start, match.start) + 1, start)
            if self._is_explained(chunk, match.start) and self._is_explained(match.end, end):
                return match
        return None

    def _match_behind(self, quantity: Quantity, tail: Place) -> _Match | None:
        for match in self._matches(*tail):
            if match.start < quantity.end:
                return match
            # “2,901 head, in all 6,317 cattle”: behind a comma begins what the next figure counts.
            if "," not in self.lower[quantity.end : match.start] and self._is_explained(quantity.end, match.start):
                return match
        return None


def _is_in_unit_of(quantity: Quantity, indicator: IndicatorDefinition) -> bool:
    """Whether a quantity is in a unit that the indicator is measured or counted in."""
    if indicator.unit_of_measure == MONEY and quantity.family == "currency":
        return True
    return quantity.unit == indicator.unit_of_measure or quantity.unit in indicator.also_in
