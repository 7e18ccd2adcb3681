"""Growths told by their pace, or by what they came from: “mining slowed to 2 %”, “trade, to 4 % from 6 %”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import FARTHEST, Comparison, Surroundings
from tongket.reading.claims import Direction
from tongket.reading.growths import HIGHEST_INDEX, LOWEST_INDEX, MARK, WORD
from tongket.reading.indexes import Indexes
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Cues, Hit

# «обработка древесины (на 13 %), производство продуктов (на 6 %)»: each part with its own in brackets.
PART_IN_BRACKETS = re.compile(r"\)[,;]?\s[^().;%]{2,140}\((?:\w{2,3}\s)?\Z")
# “; and Public Works (PW), to”: the name of the next part, and nothing that it does.
_NEXT_PART = re.compile(r"[;,](?:\s[^\W\d_(][\w&/’'-]*,?|\s\([^\W\d_]{1,12}\),?){1,12}\s\Z")
_OPENS_PART = re.compile(r",\s\Z|:(?:\s[^\W\d_(][\w&/’'-]*,?|\s\([^\W\d_]{1,12}\),?){1,14}\s\Z")
_NAME = 120
_CLOSES = re.compile(r"[;,]")
# From a figure to the “from” behind it, past its year.
_TIMED = re.compile(r"(?:\s[^\W\d]{2,4}\s\d{4}(?:[-/]\d{2,4})?)?,?\s")
_MOVED = ("change.rate", "change.counter", "topic.")
_OWNER = re.compile(r"(?:[^\W\d_][\w.-]{0,20}\s){0,3}[^\W\d_][\w.-]{0,20}['’]s\s\Z")
_WORDS = re.compile(r"\S+")
_NEXT_NAMES = re.compile(r"(?:\s[^\W\d_]{3,12})?;\s(?:[^\W\d_][\w’'-]*,?\s){1,10}")
_SENTENCE_END = re.compile(r"\n|[.?!]\s")
_ENDS_NUMBER = 24
_NEAR = 40
_NAMES_PART = 12
_HEAD = 70


class Paces(Indexes):
    """Finds in one text the growths that only their pace tells."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.negative = pack.cues("comparison.negative")
        self.topics = pack.cues("comparison.topics")
        self.part_behind = pack.cues("comparison.part_behind")
        self.fulfilled_behind = pack.cues("comparison.fulfilled_behind")
        self.levels = pack.cues("comparison.levels")
        self.earlier_levels = pack.cues("comparison.earlier_levels")
        self.part_at = pack.cues("comparison.part_at")

    def paced(
        self, quantity: Quantity, left: int, edge: int, start: int, before: Comparison | None
    ) -> Direction | None:
        """Which way a figure behind a “to” or “from” at ``start`` grew, where what stands around it says so."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX:
            return None
        if self._leaves_a_fall(left, start, before):
            return "up"
        said = (self.frames.share, self.frames.rate)
        if any(cues.first(self.lower, left, edge) for cues in said):
            return None
        if self._comes_from_a_fall(quantity) or self._is_next_to_move(left, start, before):
            return "up"
        opens = _OPENS_PART.search(self.lower, max(left, start - _NAME), start)
        opens = opens if self.frames.origin.at(self.lower, start, edge) else None
        if opens is None or before is not None:
            return None
        topic = self.topics.last(self.lower, max(0, edge - FARTHEST), edge)  # “by growth: trade, from 2 % to 4 %”
        return "up" if topic and topic.value == "up" else None

    def opens_a_growth(self, quantity: Quantity, edge: int) -> Direction | None:
        """“With 8 per cent, Aden recorded the highest growth”."""
        low = quantity.unit == "%" and quantity.value < LOWEST_INDEX
        return (
            "up" if low and (self.opens(quantity, edge, self.frames.growths) or self._leads(quantity, edge)) else None
        )

    def _leads(self, quantity: Quantity, edge: int) -> bool:
        """“Aden with 7 per cent has the highest growth”: what a place leads in."""
        if self.part_at.ending(self.lower, max(0, edge - _ENDS_NUMBER), edge) is None:
            return False
        record = self.record.first(self.lower, quantity.end, quantity.end + _NEAR)
        growth = self.frames.growths.at(self.lower, record.end + 1, record.end + _NEAR) if record else None
        return record is not None and growth is not None and not MARK.search(self.lower, quantity.end, record.start)

    def is_a_growth_itself(self, quantity: Quantity, rule: str) -> bool:
        """“its growth of 3 % was above the national average”, “the 4 % growth of the nation”: no other place's."""
        named = self.frames.growths.at(self.lower, quantity.end + 1, quantity.end + _NEAR)
        return rule in ("change.direct", "change.rate", "change.sign") or (rule == "change.after" and named is not None)

    def is_next_named(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“Aden was given 8 % growth; Brook, Colne and Dene 9 %; Esk 7 %”: names behind a semicolon, and no verb."""
        if quantity.unit != "%" or quantity.value >= LOWEST_INDEX or not _NEXT_NAMES.fullmatch(self.lower, left, edge):
            return False
        start = self.lower.find(";", left, edge)
        frames = self.frames
        said = (frames.share, frames.rate, frames.trend, frames.copulas, frames.level, frames.basis, frames.growths)
        return not any(cues.first(self.lower, start, edge) for cues in said)

    def is_set_beside(self, left: int, edge: int) -> bool:
        """“as against 4 %”, “compared with New Aden's 4 %”: whether words set a figure against the one before it."""
        owner = _OWNER.search(self.lower, left, edge)
        begins = [match.start() for match in _WORDS.finditer(self.lower, owner.start(), edge)] if owner else []
        return any(self.frames.counterpart.ending(self.lower, left, end) for end in (edge, *begins))

    def is_fulfilled_behind(self, quantity: Quantity) -> bool:
        """“Sh56 billion (26 per cent absorption rate)”: what stands behind names the part of a plan."""
        hit = self.fulfilled_behind.at(self.lower, quantity.end + 1, quantity.end + _NEAR)
        return hit is not None and quantity.unit == "%"

    def of_a_level(self, quantity: Quantity) -> Comparison | None:
        """“97 per cent of the 2019 level”, “of pre-pandemic levels”: an index, where a part has no such whole."""
        near = quantity.end + _NEAR
        of = self.frames.partitive.at(self.lower, quantity.end + 1, near) if quantity.unit == "%" else None
        if of is None:
            return None
        if self.earlier_levels.at(self.lower, of.end + 1, near):
            return Comparison("ratio", None, "start", None, "index")
        since = next((self.period_at[p] for p in range(of.end, of.end + _ENDS_NUMBER) if p in self.period_at), None)
        if since is None or len(self.lower[of.end : since.start].split()) > 1:
            return None
        level = self.levels.at(self.lower, since.end + 1, since.end + _NEAR)
        return Comparison("ratio", None, "period", since, "index") if level else None

    def is_by_the_year(self, quantity: Quantity) -> Direction | None:
        """“The nine-month figure was 7 % year-on-year”: nothing but a growth is counted so."""
        behind = self.frames.basis.at(self.lower, quantity.end + 1, quantity.end + _NEAR)
        yearly = behind is not None and behind.value == "yearly"
        return "up" if yearly and quantity.unit == "%" and quantity.value < HIGHEST_INDEX else None

    def opens(self, quantity: Quantity, edge: int, named: Cues) -> bool:
        """“At 8.1 per cent, the growth rate of the county was …”: what a figure at the head of a clause is."""
        beside = self.part_at.ending(self.lower, max(0, edge - _ENDS_NUMBER), edge)
        if beside is None or self.lower[max(0, beside.start - 2) : beside.start].strip(" ,.\n"):
            return False
        hit = named.first(self.lower, quantity.end, quantity.end + _HEAD)
        comma = self.lower.startswith(", ", quantity.end)
        return comma and hit is not None and MARK.search(self.lower, quantity.end + 1, hit.start) is None

    def after_the_next(self, quantity: Quantity) -> Hit | None:
        """“mining expanded by 8 %, slower than the 18 % before”: what something grew by is a growth, however slow."""
        hit = super().after_the_next(quantity)
        floor = max(0, quantity.start - _NEAR)
        marker = self.frames.marker.ending(self.lower, floor, quantity.start) if hit else None
        return None if marker and self.frames.trend.ending(self.lower, floor, marker.start) else hit

    def grew_before(self, left: int, before: Comparison) -> bool:
        """Also “sectors with faster growth include trade, by 12 % from 6 %; and finance, by 10 %”, in a list of growths
        where nothing else moves.
        """
        if super().grew_before(left, before):
            return True
        if not before.rule.startswith(("change.by", "ellipsis")):
            return False
        floor = max(0, left - 2 * FARTHEST)
        frames = self.frames
        hits = [hit for cues in (frames.growers, frames.growths) if (hit := cues.last(self.lower, floor, left))]
        named = max(hits, key=lambda hit: hit.end, default=None)
        if named is None or _SENTENCE_END.search(self.lower, named.end, left):
            return False
        said = (frames.trend, frames.share, frames.rate, frames.copulas)
        return not any(cues.first(self.lower, named.end, left) for cues in said)

    def may_be_a_growth(self, quantity: Quantity) -> bool:
        """Not a natural growth by so many per thousand, nor “a deficit of 3 % of the GSDP”."""
        whole = self.frames.outputs.at(self.lower, quantity.end + 1, quantity.end + _NEAR)
        return " per " not in quantity.unit and (whole is None or whole.value != "none")

    def _leaves_a_fall(self, left: int, start: int, before: Comparison | None) -> bool:
        """“rebounded from negative 0.1 % to 4.9 %”: what stands behind a negative growth is a growth as well."""
        if before is None or before.rule not in ("change.direct.down", "change.after.down"):
            return False
        negative = self.negative.last(self.lower, max(0, left - _ENDS_NUMBER), left)
        named = self.frames.after.at(self.lower, left + 1, start)
        return negative is not None and not WORD.search(self._unsaid(named.end if named else left, start))

    def _comes_from_a_fall(self, quantity: Quantity) -> bool:
        """“the rebound of farming to 2.7 % from a decline of 0.2 %”: what a growth or decline has turned into."""
        timed = _TIMED.match(self.lower, quantity.end)
        origin = self.frames.origin.at(self.lower, timed.end(), timed.end() + _NEAR) if timed else None
        if origin is None:
            return False
        words = self.lower.find(" ", origin.end) + 1
        fell = self.frames.direct.at(self.lower, words, words + _NEAR)
        return fell is not None and self.lower[fell.end : fell.end + 2].strip().isdecimal()

    def _is_next_to_move(self, left: int, start: int, before: Comparison | None) -> bool:
        """“mining slowed to 2 % from 5 %; and trade, to 4 % from 6 %”: the next part, without the verb."""
        if before is None or before.kind != "change" or not before.rule.startswith(_MOVED):
            return False
        mark = _CLOSES.search(self.lower, left, start)
        if mark is None or WORD.search(self._unsaid(left, mark.start())):
            return False
        if _NEXT_PART.match(self.lower, mark.start(), start) is None:
            return False
        frames = self.frames
        return not any(cues.first(self.lower, left, start) for cues in (frames.trend, frames.copulas))

    def is_of_next_part(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“a 14 % rise in trade, 13 % in services and 6 % in mining”: each percentage stands before its part."""
        named = self.frames.after.at(self.lower, left + 1, edge)
        begin = named.end if named else left
        part = self.part_behind.at(self.lower, begin + 1, edge)
        if part is None or self.part_behind.at(self.lower, quantity.end + 1, quantity.end + _NAMES_PART) is None:
            return False
        joining = self.frames.joining.ending(self.lower, part.end, edge)
        if joining is None and not self.lower[part.end : edge].endswith(", "):
            return False
        frames = self.frames
        said = (frames.share, frames.rate, frames.trend, frames.copulas, frames.basis, frames.verbs)
        return not any(cues.first(self.lower, part.end, joining.start if joining else edge) for cues in said)

    def sums_up(self, quantity: Quantity, left: int, edge: int) -> bool:
        """“rose from 12,400 to 13,150, or by 6 per cent”: the percentage of a move between two levels."""
        marker = self.frames.marker.ending(self.lower, left, edge) if quantity.unit == "%" else None
        if marker is None or self.frames.trend.first(self.lower, left, edge):
            return False
        joining = self.frames.joining.first(self.lower, left, edge)
        return joining is not None and not self._unsaid(left, joining.start).strip(" ,")

    def is_next_in_brackets(self, quantity: Quantity, left: int, edge: int, before: str) -> bool:
        """“The rates in Aden (2.8 per cent), Brook (3.9 per cent) …”: places, each with its rate or change in brackets,
        as the rule of the one ``before`` tells.
        """
        listed = before.startswith(("rate", "change.by"))
        opened = PART_IN_BRACKETS.match(self.lower, left, edge) if listed else None
        return opened is not None and self.lower.startswith(")", quantity.end)

    def is_reached(self, quantity: Quantity, place: Surroundings, right: int) -> bool:
        """«thu nội địa 10.152 tỷ đồng, đạt 50,5 %»: what was reached of the sum to be raised or spent."""
        previous = place.previous
        if previous is None or not self.is_planned(previous, place) or previous.end != place.left:
            return False
        verb = self.frames.reached.ending(self.lower, place.left, quantity.start)
        if verb is None or self.lower[place.left : verb.start].strip() not in (",", "(", ""):
            return False
        return self.frames.partitive.at(self.lower, quantity.end + 1, min(right, quantity.end + 20)) is None
