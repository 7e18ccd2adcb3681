"""Items of a list without words of their own: what its head says they are, a growth or an index.

«В 2023 году произведено больше:⏎- мяса – на 23 %;», «Темпы роста по отраслям:⏎- торговля – 102 %;⏎- связь – 98 %;»
"""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import PLANS, TIMES, Bases, Comparison
from tongket.reading.growths import HIGHEST_INDEX, LOWEST_INDEX, direction_of
from tongket.reading.packs import LanguagePack
from tongket.reading.segments import Sentence, colon_of_list

_FARTHEST = 4000
_LONGEST_HEAD = 240
_LONGEST_ITEM = 240
_BULLET = re.compile(r"\s{0,6}(?:[-–—•·*+]|\(?(?:\d{1,2}|[^\W\d_])[.)])\s?")
_ENDS_ITEM = re.compile(r"\s*(?:[;,.(\n]|\Z|\w{1,3}\s(?:\w{1,3}\.|\w{1,6}\s?[.\n]))")
_CLOSES_ITEM = (";", ",")
_NAME = re.compile(r"[^;:.\d]*\Z")
_WHOLE = 100


class ListHeads:
    """Remembers in one text, read from start to end, what the head of the list around a place says."""

    def __init__(self, lower: str, pack: LanguagePack, bases: Bases) -> None:
        self.lower = lower
        self.bases = bases
        self.heads = pack.cues("comparison.list_heads")
        self.has_heads = bool(pack.phrases("comparison.list_heads.up"))
        self.holds = self.has_heads or bool(pack.get("status.lists_hold", False))
        self.no_head = pack.cues("comparison.no_list_head")
        self.head: tuple[int, int] | None = None  # the head of the list that the last figure was an item of
        self._indexed = False  # whether an item of it was an index

    def compare(self, quantity: Quantity, sentence: Sentence, left: int, said: Comparison) -> Comparison:
        """What a figure is compared with, where its own words say ``said``."""
        if not self.holds:
            return said
        if left == sentence.start:
            head = self._head_of(sentence)
            self._indexed = self._indexed and head == self.head
            self.head = head
        head = self.head
        if head is not None and said.kind in ("change", "ratio") and (said.basis, said.since) == ("none", None):
            said = self._compared_by(said, head)
        # Only the first figure of an item has nothing in front but the name of it.
        if head is None or not self.has_heads or quantity.of is not None or left != sentence.start:
            return said
        if said.rule == "index":
            self._indexed = True
            return said
        bare = said.rule in ("share", "count", "level", "rate") and self._is_bare(quantity, sentence)
        return (self._found(quantity, head) if bare else None) or said

    def _found(self, quantity: Quantity, head: tuple[int, int]) -> Comparison | None:
        frames, (start, end) = self.bases.frames, head
        marked = frames.marker.ending(self.lower, max(start, quantity.start - 20), quantity.start) is not None
        if not marked and any(cues.first(self.lower, start, end) for cues in (frames.share, self.no_head)):
            return None
        named = frames.index_heads.first(self.lower, start, end) is not None
        way = self.heads.last(self.lower, start, end)
        if not marked and not (quantity.unit == "%" and (way or named or self._indexed)):
            return None
        basis, since = self.bases.basis_in_front(start, end)
        if basis in PLANS:
            return None
        # «Рост: компьютеры – 71 %» is none, as it would be a fall.
        led = way is not None and (direction_of(way) == "up") == (quantity.value > _WHOLE)
        indexed = named or self._indexed or led
        if not marked and indexed and LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return Comparison("ratio", None, basis, since, "index")
        if way is None:
            return None
        return Comparison("change", direction_of(way), basis, since, f"listed.{direction_of(way)}")

    def _compared_by(self, said: Comparison, head: tuple[int, int]) -> Comparison:
        """«За 2023 год к уровню 2018 года:⏎- отгрузка выросла на 42 %;»: the basis that the head of the list tells."""
        if said.rule == "fraction":
            return said
        basis, since = self.bases.basis_in_front(*head)
        return replace(said, basis=basis, since=since) if basis in TIMES else said

    def _is_bare(self, quantity: Quantity, sentence: Sentence) -> bool:
        """Whether an item gives its name and a figure, and no words for what that is."""
        frames = self.bases.frames
        body = _BULLET.match(self.lower, sentence.start)
        start = body.end() if body else sentence.start
        if _NAME.match(self.lower, start, quantity.start) is None or not _ENDS_ITEM.match(self.lower, quantity.end):
            return False
        sets = (frames.trend, frames.share, frames.rate, frames.level)
        return not any(cues.first(self.lower, start, quantity.start) for cues in sets)

    def _head_of(self, sentence: Sentence) -> tuple[int, int] | None:
        """Where the line with a colon begins and ends that opens the list which a line is an item of."""
        colon = colon_of_list(self.lower, max(0, sentence.start - _FARTHEST), sentence.start + 1)
        if colon < 0:
            return None
        lines = [line for line in self.lower[colon + 1 : sentence.start].split("\n") if line.strip()]
        own = self.lower[sentence.start : sentence.end]
        if any(not self._is_item(line, after) for line, after in zip(lines, [*lines[1:], own], strict=False)):
            return None
        start = self.lower.rfind("\n", max(0, colon - _LONGEST_HEAD), colon) + 1
        start = max(start, colon - _LONGEST_HEAD, self.lower.rfind(". ", start, colon) + 1)
        return start, colon

    def _is_item(self, line: str, after: str) -> bool:
        """Whether a line is an item, or the beginning of one that goes on ``after`` it."""
        if _BULLET.match(line):
            return True
        ends = (line.rstrip()[-1:], after.rstrip()[-1:])
        closed = ends[0] in _CLOSES_ITEM
        goes_on = ends[0].isalpha() and ends[1] in _CLOSES_ITEM and not _BULLET.match(after)
        return len(line) <= _LONGEST_ITEM and (closed or goes_on)
