"""Factors: “grew 1.7 times”, «в 2,5 раза больше», and the parts of a list that go on with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.aims import Aims
from tongket.reading.amounts import Quantity
from tongket.reading.bases import FARTHEST, PLANS, Comparison, Surroundings
from tongket.reading.growths import LOWEST_INDEX, WORD, direction_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit

# A part in a list names what it is about and nothing else: “industry by 7.9 per cent, services by 8.1”.
_LISTED = re.compile(r"(?:[,;]\s|\s)(?:[^\W\d_][\w-]*[\s«»\"“”-]{1,3}){1,7}(?:[–—-]\s(?:\w\w\s)?)?\Z")
_LONGEST_PART = 70
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_PERCENT_OPENS = re.compile(r"%\s\(")
# «на 4 % [– ]до[ 36 тысяч тонн – ]возросло»
_TO_LEVEL = re.compile(r"(?:\s[–—-]|,)?\s\(?")
_LEVEL = re.compile(r"\s\d[\d\s.,]{0,14}(?:[^\W\d_]{1,12}\.?\s?){0,3}(?:\s?[–—-]\s|\)\s)?")
_LONGEST_LEVEL = 50
# «составил 2,8 % (до 960 млрд рублей), Томской – 2,1 %»: the next part behind a bracket.
_PART_BEHIND_BRACKET = re.compile(r"\.?\),?\s(?:[^\W\d_]{1,20}\s){1,3}[–—-]\s\Z")


class Factors(Aims):
    """Finds what so many times means in one text; a pack with ``comparison.factor`` tells factors from occasions."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.parts = pack.cues("status.parts")
        self.told = bool(pack.phrases("comparison.factor"))
        self.factor = pack.cues("comparison.factor")
        self.intransitive = pack.cues("comparison.intransitive")
        self.tells_ways = bool(pack.phrases("comparison.volumes"))

    def is_level_in_brackets(
        self, quantity: Quantity, place: Surroundings, left: int, edge: int, before: Comparison
    ) -> bool:
        """«в Тверской области на 3 % (до 4 млрд рублей), в Орловской – на 1 % (2 млрд)», «ниже среднеобластной на 22 %
        (41500 рублей)»: what a part came to, where that was said of the first, or what others have.
        """
        if quantity.family == "percent" or self.lower[left:edge].strip() != "(":
            return False
        same = place.previous if place.previous and place.previous.family == quantity.family == "currency" else None
        if same and same.unit != quantity.unit:  # «увеличился на 15 % до 31 млрд юаней (4 млрд долл.)»
            return self.frames.level.ending(self.lower, max(0, same.start - _LONGEST_PART // 2), same.start) is not None
        if before.basis == "peers":
            return True
        opened = _PERCENT_OPENS.search(self.lower, place.sentence.start, left)
        return opened is not None and self.frames.level.at(self.lower, opened.end(), left) is not None

    def goes_on_behind_bracket(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«рост составил 2,8 % (до 960 млрд рублей), Томской – 2,1 %»: a part and a dash behind a level in brackets."""
        if quantity.value >= LOWEST_INDEX or not _PART_BEHIND_BRACKET.match(self.lower, left, edge):
            return False
        own = (self.frames.basis, self.frames.share, self.frames.rate)
        return not self.verb.search(self.lower, left, edge) and not any(c.first(self.lower, left, edge) for c in own)

    def is_part(self, left: int, edge: int) -> bool:
        """Whether only the name of another part stands between two figures."""
        if edge - left > _LONGEST_PART or not _LISTED.match(self.lower, left, edge):
            return False
        frames = self.frames
        said = (frames.trend, frames.level, frames.share, frames.rate, frames.fulfilled, frames.basis, frames.verbs)
        return not any(cues.first(self.lower, left, edge) for cues in said)

    def past_parts(self, left: int, edge: int) -> int:
        """“grew 9 %, of which steel 11 %”: where the words behind “of which” begin."""
        of_which = self.parts.at(self.lower, left + 2, edge)
        return of_which.end if of_which else left

    def moves_behind(self, quantity: Quantity, left: int) -> Hit | None:
        """«выросло производство мяса, на 4 % сократилось – яиц», «на 4 % – до 36 тысяч тонн – возросло»: a verb behind
        an amount, and behind what that led to, is its own where none stands right in front.
        """
        marker = self.frames.marker.ending(self.lower, left, quantity.start)
        if marker is None or self.frames.trend.ending(self.lower, left, marker.start):
            return None
        own = self.intransitive.at(self.lower, quantity.end + 1, quantity.end + 40)
        opened = None if own else _TO_LEVEL.match(self.lower, quantity.end)
        goal = self.frames.goal.at(self.lower, opened.end(), opened.end() + 12) if opened else None
        hit = self.intransitive.first(self.lower, goal.end, goal.end + _LONGEST_LEVEL) if goal else None
        return hit if goal and hit and _LEVEL.fullmatch(self.lower, goal.end, hit.start) else own

    def is_over_others(self, quantity: Quantity, right: int) -> bool:
        """«в 2 раза меньше, чем в строительстве», «на 5 % превышает прожиточный минимум»: set against another thing or
        place, and no other time.
        """
        after = self.frames.after.at(self.lower, quantity.end + 1, min(right, quantity.end + 40))
        place = after.end + self.lower.startswith(",", after.end) + 1 if after else 0
        return after is not None and self.frames.over.at(self.lower, place, right) is not None

    def times(self, quantity: Quantity, place: Surroundings, left: int, edge: int, right: int) -> Comparison:
        """“Grew 1.7 times” is a growth by that factor, never a percentage; “1.7 times the level of 2019” is a ratio."""
        if self.told and not self._is_factor(quantity, left, edge):
            return Comparison("count", rule="count")
        if self.articles.ending(self.lower, quantity.start, quantity.end):  # “more than double *the* growth of others”
            return Comparison("ratio", rule="times")
        if self.is_over_others(quantity, right):
            return Comparison("ratio", rule="times.over")
        basis, since = self.basis(quantity.end, right, left, edge)
        named = self.named.at(self.lower, quantity.end + 1, right)  # “three times the figure of 2024”
        directly = self.period_at.get((named.end if named else quantity.end) + 1)
        # «tăng 5 triệu đồng so với năm 2023, gấp 1,5 lần năm 2020»
        in_front = since is not None and since.end <= edge
        if directly and (basis == "none" or in_front):
            basis, since = "period", directly
        if basis == "none" and place.first < quantity.start:
            basis, since = self.leading_basis(place.sentence.start, place.first)
        against = self.earlier_in_front(left, edge) if basis == "none" else None
        if against:
            basis, since = "period", against
        trend = self.frames.trend.last(self.lower, left, edge)
        if trend and "(" in self.lower[left : trend.start] and ")" in self.lower[trend.end : edge]:
            trend = None  # «920 triệu USD (gồm cấp mới và tăng vốn), gấp 4 lần so với cùng kỳ»
        if trend and self.frames.over.first(self.lower, trend.end, edge):
            return Comparison("ratio", rule="times.over")
        joining = None if trend else self.frames.joining.last(self.lower, left, edge)
        if joining and self.frames.level.ending(self.lower, joining.end, edge):  # “… and came to 3 times the average”
            joining = None
        if joining and not _TWO_LETTERS.search(self._unsaid(left, joining.start)):  # «с 32 до 38 тыс., или в 1,2 раза»
            trend = self.frames.trend.last(self.lower, max(place.sentence.start, left - FARTHEST), left)
        behind = min(right, quantity.end + 40)
        moved = trend or self.frames.after.at(self.lower, quantity.end + 1, behind)
        moved = moved or self.frames.trend.at(self.lower, quantity.end + 1, behind)  # «в два раза выросло пособие»
        moved = moved or self.frames.trend.ending(self.lower, quantity.start, quantity.end)  # “exports doubled”
        moved = moved or self._goes_on(quantity, place.sentence.start, left)
        beside = place.previous is not None and place.previous.family == "times" and self.lower.startswith(" (", left)
        noted = self.factor.ending(self.lower, left, edge) if moved is None and (place.said or beside) else None
        # «возросло производство мяса (124 %), сыра (в 2 раза)», «вырос в 3 раза (по стране – в 2,4 раза)»
        if noted and (self.lower.startswith("(", noted.start - 1) or beside):
            moved = self.frames.trend.last(self.lower, place.sentence.start, left)
        if trend and trend.value == "down" and self.frames.level.ending(self.lower, trend.end, edge):
            return Comparison("level", rule="times.level")  # «giảm xuống còn 1,7 lần»
        if moved and basis not in (*PLANS, "peers"):
            return Comparison("change", direction_of(moved), basis, since, f"times.{direction_of(moved)}")
        return Comparison("ratio", None, basis, since, "times")

    def against_in_front(self, left: int, edge: int) -> Period | None:
        """«декабрь 2016 года к декабрю 2015 года 106,1 %»: the period compared with stands right in front."""
        found = (self.period_at[place] for place in range(max(left, edge - 40), edge) if place in self.period_at)
        return next((p for p in found if p.role == "toward" and not WORD.search(self.lower, p.end, edge)), None)

    def earlier_in_front(self, left: int, edge: int) -> Period | None:
        """«прирост к 2021 году – 5,6 %», in a text of later years; what is to be by a year is not compared with it."""
        against = self.against_in_front(left, edge)
        later = against and any((p.year or 0) > (against.year or 0) for p in self.period_at.values())
        return against if later and self.tells_ways else None

    def _is_factor(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«в 2,5 раза», «рост – 1,4 раза», and not «18 раз», which counts occasions."""
        if quantity.value != quantity.value.to_integral_value():
            return True
        said = any(self.factor.ending(self.lower, left, end) for end in (edge, quantity.start))
        return said or self.factor.at(self.lower, quantity.start, quantity.end) is not None

    def _goes_on(self, quantity: Quantity, first: int, left: int) -> Hit | None:
        """«скота выросло в 5 раз и достигло 869 голов, овец – в 2,5 раза», «сократилось вдвое, угонов – втрое»: what
        had a factor before.
        """
        factor = self.factor.ending(self.lower, left, quantity.start)
        factor = factor or self.factor.at(self.lower, quantity.start, quantity.end)
        if factor is None or not self.is_part(left, factor.start):
            return None
        moved = self.frames.trend.last(self.lower, max(first, left - FARTHEST), left)
        # «сократилось на 12 %, угонов – в 2 раза»
        behind = (self.factor, self.frames.marker) if self.tells_ways else (self.factor,)
        return moved if moved and any(cues.first(self.lower, moved.end, left) for cues in behind) else None
