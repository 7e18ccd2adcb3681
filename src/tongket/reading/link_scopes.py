"""Whose a figure is: of the place that a text reports on, or of one enterprise, one branch, another land.

The words around the name of an indicator leave it what it is, yet the sentences before it may have spoken of one
works, and then «инвестиции составили 5 млн рублей» are its own. The words are data of the language (``linking``).
"""

from __future__ import annotations

import re

from tongket.reading.amounts import Place
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, Hit
from tongket.reading.segments import Sentence

_FAR = 300
_NAME = 30
_BLANK_LINE = "\n\n"
_HEADING = re.compile(r"\n[^\n.;:,\d]{3,60}\n\s{0,3}\Z")


class LinkScopes:
    """Of one text: whether what a phrase names belongs to something narrower or to another land."""

    def __init__(self, text: str, lower: str, pack: LanguagePack) -> None:
        self.text, self.lower = text, lower
        owner = pack.get("linking.owner", "")
        self.owner = re.compile(rf"([{CAPITALS}]\w{{1,{_NAME}}}){owner}\s{{1,2}}\Z") if owner else None
        self.others, self.parting = pack.cues("linking.others"), pack.cues("linking.introducing")
        self.of_one, self.often_some = pack.cues("linking.of_one"), pack.cues("linking.often_some")
        self.bodies, self.whole = pack.cues("linking.bodies"), pack.cues("linking.whole")
        self.branches, self.elsewhere = pack.cues("linking.branches"), pack.cues("linking.elsewhere")
        self.measures = pack.cues("linking.measures")

    def is_narrower(self, start: int, end: int, figure: int, sentence: Sentence) -> bool:
        """Whether what ``[start, end)`` names is not of the whole place: a ``figure`` of one works, of one branch."""
        opens = self._clause(start, sentence)
        if self._last_is(self.elsewhere.last(self.lower, opens, start), start):
            return True
        one = self.of_one.first(self.lower, start, max(end, figure)) is not None
        if not one and self.often_some.at(self.lower, start, end) is None:
            return False
        opens = min(sentence.start, start)
        if self._last_is(self.branches.last(self.lower, opens, start), figure):
            return True
        if not one:
            return False
        if self.bodies.last(self.lower, opens, start):
            return True
        floor = max(0, opens - _FAR, self.lower.rfind(_BLANK_LINE, 0, opens) + 1)
        if _HEADING.search(self.lower, floor, opens):
            return False
        body = self.bodies.last(self.lower, floor, opens)
        return body is not None and self._last_is(body, max(start, figure))

    def _last_is(self, hit: Hit | None, end: int) -> bool:
        """Whether no word for the whole place stands behind a cue."""
        return hit is not None and self.whole.first(self.lower, hit.end, end) is None

    def is_of_another_measure(self, start: int, sentence: Sentence) -> bool:
        """“*production value* of services up 9 %, the industry sector 5 %”: a sector's, but not its growth."""
        opens = self._clause(start, sentence)
        if self.parting.first(self.lower, opens, start):  # “production value up 9 %; of which, services 5 %”
            opens = min(sentence.start, start)
        return self.measures.first(self.lower, opens, start) is not None

    def is_told_of_others(self, left: int, quantity: Place) -> bool:
        """«зарплата 29 тыс. рублей (*по республике* – 59 тыс.)», “growth of 7.9 % against 7.1 % *nationally*”."""
        if self.others.first(self.lower, left, quantity[0]) or self.elsewhere.first(self.lower, left, quantity[0]):
            return True
        return self.others.at(self.lower, quantity[1] + 1, quantity[1] + _FAR) is not None

    def has_another_owner(self, start: int, paragraph: int) -> bool:
        """“Odisha's income was 5 billion, less than *India's income*”: of one not named before in the paragraph."""
        owner = self.owner.search(self.text, max(paragraph, start - _NAME), start) if self.owner else None
        return owner is not None and owner[1] not in self.text[paragraph : owner.start()]

    def _clause(self, start: int, sentence: Sentence) -> int:
        """Where the part of a sentence begins that is not told of what stands in front of a semicolon."""
        return max(min(sentence.start, start), self.lower.rfind(";", sentence.start, start) + 1)
