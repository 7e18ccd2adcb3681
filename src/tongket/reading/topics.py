"""Percentages without words of their own, in a sentence or list that is about growth, or behind “followed by”.

“The sectors with the fastest growth were trade, 7.2 %; and transport, 6.1 %.”, “growth by sub-sector: – Trade (2 %);”,
“Arden posted the fastest growth at 9 %. Brook came second at 8 %, followed by Colne at 7 %.”
"""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.bases import PLANS, Comparison
from tongket.reading.claims import Direction
from tongket.reading.growths import HIGHEST_INDEX, LOWEST_INDEX, direction_of
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues, Hit
from tongket.reading.segments import Sentence, colon_of_list

_FARTHEST = 4000
_LONGEST_HEAD = 200
_ITEM = re.compile(r"\s{0,6}(?:[-–—•+*]|\(?(?:\d{1,2}|[a-z])[.)])\s")
# “Arden, 7.6 %”, on a line of its own.
_BARE_ITEM = re.compile(r"[^\W\d_][^\d.;:%\n]{1,60},?\s\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per\s?cent)[.;,]?\s*")
# “* 2024-25: 2.5 %”, below a line that names what it is of.
_TIMED_ITEM = re.compile(r"\s{0,6}[-–—•+*]\s(?:in\s)?(?:fy\s?)?\d{4}(?:[-–/]\d{2,4})?(?::|\s[-–—])?\s\Z")
_BULLET = ("-", "–", "—", "•", "+", "*")
_SHORT = 70
# How a part and its percentage stand beside each other: “trade (2 %)”, “trade, 2 %”, “trade at 2 %”, “trade: 2 %”.
_APART = re.compile(r"[^\s\d]\s?(?:\(|[,:]\s|\s[–—-]\s|—)\Z")
# “… and agriculture 2 %”: nothing but the name of the next part.
_NEXT_PART = re.compile(r",?\s(?:(?:and|while|but)\s)?(?:[^\W\d_][\w’'-]*\s){1,4}\Z")
# “…, and Dene at 2 %”, behind the percentage of another place.
_NEXT_NAME = re.compile(r"(?:,|\s\w{2,5})\s(?:[^\W\d_][\w’'.-]*,?\s){1,7}")
_GOES_ON = re.compile(r"(?:\s\w{1,5})?;\s[^;.()\d]{1,120}\s")
# Places at the head of a sentence, each with its percentage in brackets.
_NAMES = re.compile(r"\s?(?:[^().;:%]{2,60}\([\d.,]{1,6}\s?(?:%|per\s?cent)\)){2,12}")
# “ (the country – ”, behind a percentage and in front of one.
_PLACE_BESIDE = re.compile(r"\s?\((?:[^\W\d_]{2,3}\s)?[^\W\d_][^().;:%\d]{2,40}\s[–—-]\s(?:[^\W\d_]{1,2}\s)?")
_VERB = 80
_DIGIT = re.compile(r"\d")
_OF_TOPIC = 24
_ENDS_PART = re.compile(r"\s*(?:[;,.)\n]|\Z)")


class Topics:
    """Remembers in one text, read from start to end, what the percentages around a place are about."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.topics, self.record = pack.cues("comparison.topics"), pack.cues("comparison.record")
        self.counterpart = pack.cues("comparison.counterpart")
        self.amounts = pack.cues("comparison.topics_amount")
        self.following = pack.cues("comparison.following")
        self.at, self.after = pack.cues("comparison.part_at"), pack.cues("comparison.after")
        self.beside_part = pack.cues("comparison.beside_part")
        self.joining = pack.cues("comparison.joining")
        self.joints = pack.phrases("comparison.joining")
        self.growers = pack.cues("comparison.growers")
        self.origin = pack.cues("comparison.origin")
        self.share, self.rate = pack.cues("comparison.share"), pack.cues("comparison.rate")
        self.partitive = pack.cues("comparison.partitive")
        self.sectors = pack.cues("comparison.sectors")
        self.parts = pack.cues("status.parts")
        self._told: Comparison | None = None  # of the last percentage
        self._where = (0, 0)  # its end and paragraph
        self._points = -1  # the end of the last percentage points
        self._followed = self._sectored = False

    def compare(
        self, quantity: Quantity, sentence: Sentence, left: int, before: Comparison | None, said: Comparison
    ) -> Comparison:
        """What a figure is compared with, where its own words say ``said``."""
        if quantity.unit != "%":
            self._points = quantity.end if quantity.family == "percent" else self._points
            return self._amount(quantity, sentence, before, said) or said
        again = quantity.end == self._where[0]  # the other end of a range
        found = self._told if again and self._followed and self._told else said
        if not again:
            found = self._found(quantity, sentence, left, before, said)
            self._followed = found is not said
        self._told, self._where = found, (quantity.end, sentence.paragraph)
        return found

    def _amount(
        self, quantity: Quantity, sentence: Sentence, before: Comparison | None, said: Comparison
    ) -> Comparison | None:
        """“The largest increases were in fuel ($8 million) and grain ($5 million).”: by how much each part moved."""
        bracketed = self.lower.startswith(")", quantity.end) and self.lower.startswith("(", quantity.start - 1)
        if not bracketed or said.rule not in ("level", "count") or quantity.of is not None:
            return None
        hit = self.amounts.first(self.lower, sentence.start, quantity.start)
        if hit is None:
            return None
        direction = direction_of(hit)
        moved = Comparison("change", direction, rule=f"topic.{direction}")
        told = before if before and before.kind == "change" and before.basis not in PLANS else None
        return replace(moved, basis=told.basis, since=told.since) if told else moved

    def _found(
        self, quantity: Quantity, sentence: Sentence, left: int, before: Comparison | None, said: Comparison
    ) -> Comparison:
        unsaid = said.rule in ("share", "rate") or (said.rule == "index" and self._told and self._told.basis == "plan")
        if not unsaid or quantity.of is not None or quantity.value >= HIGHEST_INDEX:
            return said
        if self._told and self._is_beside_points(quantity, sentence, left):
            return replace(self._told, basis="none", since=None, until=None)
        if self.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return said
        self._sectored = self._is_sector(quantity, sentence)
        if self._sectored or self._is_of_another_place(quantity):
            return self._told or said
        followed = self._follows(quantity, sentence, left)
        own = self._topic(quantity, sentence) if followed and self._where[0] <= sentence.start else None
        if followed and own in (None, followed.direction):  # not “The sectors with the highest growth were trade, 7 %”
            return followed
        if said.rule == "index":
            return said
        if below := self._below_its_name(quantity):
            return below
        if said.rule == "rate" and self._is_of_a_rate(quantity, left):
            direction = self._named_in_brackets(quantity, left)
        elif self._is_part(quantity, left):
            direction = self._topic(quantity, sentence) or self._heading(sentence)
            ranked = None if direction else self._behind_names(quantity, sentence, self.following)
            if ranked and self._told and self._told.kind == "change" and self._told.basis not in PLANS:
                return self._told
            direction = direction or self._behind_names(quantity, sentence, self.growers)
            direction = direction or self._behind_names(quantity, sentence, self.topics)
        else:
            return said
        if direction is None:
            return said
        grown = Comparison("change", direction, rule=f"topic.{direction}")
        if before and before.kind == "change" and before.basis not in PLANS:
            return replace(grown, basis=before.basis, since=before.since)
        return grown

    def _is_of_another_place(self, quantity: Quantity) -> bool:
        """«вырос на 11,6 % (Россия – 8,9 %)»: the growth of the same elsewhere."""
        grew = self._told is not None and self._told.kind == "change" and self._told.basis not in PLANS
        beside = _PLACE_BESIDE.fullmatch(self.lower, self._where[0], quantity.start) if grew else None
        return beside is not None and self.share.first(self.lower, beside.start(), beside.end()) is None

    def _is_beside_points(self, quantity: Quantity, sentence: Sentence, left: int) -> bool:
        """“Growth of 6 % in 2023 was 2 points higher than the 4 % of 2022”: a growth, by points more than another."""
        told, (end, _) = self._told, self._where
        if self._points != left or told is None or told.kind != "change" or not sentence.start <= end < left:
            return False
        return told.basis not in PLANS and self.counterpart.ending(self.lower, left, quantity.start) is not None

    def _is_sector(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«GRDP tăng 8,2%, trong đó: khu vực dịch vụ đạt 9%; nông nghiệp đạt 4,5%»: whether a part of the economy grew.

        Behind the growth of the whole what the parts “reached” is their growth, unless a share is named.
        """
        told, (end, paragraph) = self._told, self._where
        if told is None or told.kind != "change" or told.basis in PLANS or sentence.paragraph - paragraph > 1:
            return False
        if quantity.start - end > _LONGEST_HEAD:
            return False
        sector = self.sectors.last(self.lower, end, quantity.start)
        if sector is None or sector.value != "part" or _DIGIT.search(self.lower, sector.end, quantity.start):
            return False
        if self.share.first(self.lower, end, quantity.start):
            return False
        if self._sectored:
            return True
        opened = self.parts.first(self.lower, end, sector.start)
        whole = self.sectors.last(self.lower, max(0, end - _LONGEST_HEAD), opened.start) if opened else None
        # «công nghiệp và xây dựng tăng 7% (trong đó công nghiệp là 6%)»: a sector has parts, too.
        bracketed = opened is not None and self.lower.startswith("(", opened.start - 1)
        return whole is not None and (whole.value == "whole" or bracketed) and whole.start < end

    def _follows(self, quantity: Quantity, sentence: Sentence, left: int) -> Comparison | None:
        """“…, followed by Colne at 7 %”, “Brook came second at 8 %”: as the percentage before, in this paragraph."""
        told, (end, paragraph) = self._told, self._where
        if told is None or sentence.paragraph - paragraph > 1 or told.kind not in ("change", "level", "plan_ratio"):
            return None
        if self._followed and self.origin.ending(self.lower, left, quantity.start):  # “at 20 %, from 25 %”
            return told if end == left and not self.lower[left : quantity.start].strip(" ,").count(" ") else None
        start = max(end, sentence.start)  # past a rank: “Brook ranked second at 8 %”
        joined = self.lower[left : quantity.start].strip(" ,") in ("", *self.joints)
        if self._followed and end == left and joined:  # “with rates of 5 % and 4 %”
            return told
        at = self.at.ending(self.lower, start, quantity.start)
        stop = at.start if at else quantity.start  # “followed by Brook with a rate of 8 %”
        if self.share.first(self.lower, start, stop) or self.rate.first(self.lower, start, stop):
            return None
        hit = self.following.first(self.lower, start, quantity.start)
        named = self._is_part(quantity, left) or _NEXT_PART.match(self.lower, left, quantity.start) is not None
        beside = self.beside_part.ending(self.lower, left, quantity.start)
        named_at = beside is not None and _NEXT_NAME.fullmatch(self.lower, left, beside.start) is not None
        listed = end == left and ((self._followed and named) or (told.kind != "level" and named_at))
        listed = listed and self.topics.first(self.lower, left, quantity.start) is None
        listed = listed or (end == left and told.kind == "change" and self._is_next_with(quantity, left))
        if hit is None and paragraph != sentence.paragraph:
            return None
        goes_on = beside is not None and start == end and _GOES_ON.fullmatch(self.lower, end, beside.start) is not None
        if hit is None and not listed and not goes_on:
            return None
        if told.kind == "level" and told.rule != "rate":
            return None
        stands = listed or at or self._is_part(quantity, start)
        return told if stands else None

    def _is_next_with(self, quantity: Quantity, left: int) -> bool:
        """“grew: health with 11 % growth, finance with 7 % and trade with 6 %”: each part “with” its growth."""
        at = self.at.ending(self.lower, left, quantity.start)
        named = self.after.at(self.lower, left + 1, quantity.start) if at else None
        return at is not None and _NEXT_NAME.fullmatch(self.lower, named.end if named else left, at.start) is not None

    def _is_of_a_rate(self, quantity: Quantity, left: int) -> bool:
        """Whether a rate is named that is not that of the growth."""
        rate = self.rate.last(self.lower, left, quantity.start)
        topic = self.topics.last(self.lower, left, quantity.start) if rate else None
        # “The largest decrease in crime rates was seen in theft (66 %)” is about that decrease.
        return rate is not None and not (topic and topic.start <= rate.start < topic.end + _OF_TOPIC)

    def _below_its_name(self, quantity: Quantity) -> Comparison | None:
        """“ECONOMIC GROWTH⏎* 2024-25: 2.5 %”: a line alone names the growth or rate that its items give by years."""
        start = self.lower.rfind("\n", max(0, quantity.start - _LONGEST_HEAD), quantity.start) + 1
        if _TIMED_ITEM.match(self.lower, start, quantity.start) is None:
            return None
        for line in reversed(self.lower[max(0, start - _FARTHEST // 4) : start].split("\n")):
            name = line.strip()
            if name and not name.startswith(_BULLET):
                if len(name) > _SHORT or name.endswith((".", ";")) or _DIGIT.search(name):
                    return None
                if hit := self.topics.last(name, 0, len(name)):
                    return Comparison("change", direction_of(hit), rule=f"topic.{direction_of(hit)}")
                return Comparison("level", rule="rate") if self.rate.last(name, 0, len(name)) else None
        return None

    def _is_part(self, quantity: Quantity, left: int) -> bool:
        """Whether a percentage stands beside the name of its part only."""
        start = max(left, quantity.start - _LONGEST_HEAD)
        near = quantity.end + 20
        behind = (self.origin, self.following, self.joining)
        follows = any(cues.at(self.lower, quantity.end + 1, near) for cues in behind)
        if not _ENDS_PART.match(self.lower, quantity.end) and not follows:
            return False
        beside = self.beside_part.ending(self.lower, start, quantity.start)
        beside = beside or self._leader(start, quantity.start)
        return beside is not None or _APART.search(self.lower, start, quantity.start) is not None

    def _leader(self, start: int, end: int) -> Hit | None:
        """“The fastest growing sector was tourism with 44 %”: what leads stands in front of its percentage."""
        at = self.at.ending(self.lower, start, end)
        topic = self.topics.last(self.lower, start, at.start) if at else None
        leads = topic is not None and self.record.first(self.lower, topic.start, topic.end) is not None
        return at if leads else None

    def _named_in_brackets(self, quantity: Quantity, left: int) -> Direction | None:
        """“the growth rate (18.9 %)”: what stands in front of the bracket names the figure in it."""
        if not self.lower.startswith(")", quantity.end) or not self.lower.startswith("(", quantity.start - 1):
            return None
        hit = self.topics.ending(self.lower, left, quantity.start)
        return direction_of(hit) if hit else None

    def _topic(self, quantity: Quantity, sentence: Sentence) -> Direction | None:
        """What the sentence is about: growth or decline, and no share."""
        start = max(sentence.start, quantity.start - _FARTHEST)
        hit = self.topics.last(self.lower, start, quantity.start)
        if hit is None or self.share.first(self.lower, start, quantity.start):
            return None
        if quantity.bound and self.lower[hit.end : quantity.start] == " (":  # “saw a small rise (3 % to 4 %)”: levels
            return None
        return direction_of(hit)

    def _behind_names(self, quantity: Quantity, sentence: Sentence, cues: Cues) -> Direction | None:
        """“Aden (9 %) and Brook (8 %) are set to grow …”: a verb behind the places that a sentence opens with."""
        if not self.lower.startswith("(", quantity.start - 1) or quantity.value >= LOWEST_INDEX:
            return None
        names = _NAMES.match(self.lower, sentence.start, sentence.end)
        if names is None or names.end() <= quantity.end:
            return None
        return "up" if cues.first(self.lower, names.end(), min(sentence.end, names.end() + _VERB)) else None

    def _heading(self, sentence: Sentence) -> Direction | None:
        """What the line above the list is about of which a line is an item."""
        if not _ITEM.match(self.lower, sentence.start) and not _BARE_ITEM.fullmatch(
            self.lower, sentence.start, sentence.end
        ):
            return None
        colon = colon_of_list(self.lower, max(0, sentence.start - _FARTHEST), sentence.start)
        if colon < 0:
            return None
        lines = self.lower[colon + 1 : sentence.start].split("\n")
        if any(line.strip() and not (_ITEM.match(line + " ") or _BARE_ITEM.fullmatch(line)) for line in lines):
            return None
        start = max(self.lower.rfind("\n", max(0, colon - _LONGEST_HEAD), colon) + 1, colon - _LONGEST_HEAD)
        hit = self.topics.last(self.lower, start, colon)
        if hit is None or self.share.first(self.lower, start, colon):
            return None
        return direction_of(hit)
