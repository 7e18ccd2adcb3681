"""A number with its unit, and two that are the ends of a range: “5 to 7 per cent”, «на 0,17-0,11 %»."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import cast

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Modifier
from tongket.reading.measures import Measure, after_gap, measure_at, scale_at, units_of
from tongket.reading.numerals import EXACT, Numeral, number_word_at, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Hit

LOOK_BACK = 40
DIGIT = re.compile(r"(?<![0-9])[0-9]")
_FEW, _COUNTED = 4, 30
_RANGE_DASH = re.compile(r" ?[-–—] ?(?=[$€₹£¥₽]?[0-9])")
_MARK = re.compile(r"[;:()]")
# Of a list, the name in front of a “from”.
_LISTED = re.compile(r",\s\Z|[;:](?:\s[^\W\d_(][\w&/’'-]*,?|\s\([^\W\d_]{1,12}\),?){1,14}\s\Z")
_NAME = 120
_OPENED = re.compile(r"%\s\(\s?\Z")


_MANY = 5


class Ranges:
    """Reads numbers and ranges in one text."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        self.lower = lower
        self.pack = pack
        self.modifiers = pack.cues("numbers.modifiers_before")
        self.modifiers_after = pack.cues("numbers.modifiers_after")
        self.not_before = pack.cues("numbers.not_before")
        self.range_words = pack.cues("numbers.range_words")
        self.range_origins = pack.cues("comparison.origin")
        self.from_to_moves = pack.get("numbers.from_to_moves", False)
        self.trend = pack.cues("comparison.trend")
        self.markers = pack.cues("comparison.marker")
        self.negative = pack.cues("comparison.negative")
        self.range_goals = pack.cues("comparison.goal")
        self.endings = pack.cues("numbers.counting_endings")
        self.no_counting = pack.cues("numbers.no_counting")
        self.sentence_starts: frozenset[int] = frozenset()

    def with_its_ending(self, numeral: Numeral) -> Numeral:
        """«3-х школ»: a small number and the ending that it is read with."""
        if numeral.word or numeral.value > _COUNTED:
            return numeral
        hit = self.endings.at(self.lower, numeral.end, numeral.end + 4)
        if (
            hit is None
            or (hit.value == "few") != (1 < numeral.value <= _FEW)
            or self.no_counting.at(self.lower, hit.end + 1, hit.end + 20)
        ):
            return numeral
        return replace(numeral, end=hit.end)

    def _quantity(self, numeral: Numeral, measure: Measure, start: int) -> Quantity:
        value = EXACT.multiply(numeral.value, measure.scale)
        half = EXACT.multiply(EXACT.multiply(numeral.unit_digit, measure.scale), Decimal("0.5"))
        before = self.modifiers.ending(self.lower, max(0, start - LOOK_BACK), start)
        after = (
            None
            if before
            else self.modifiers_after.at(self.lower, after_gap(self.lower, measure.end), measure.end + 40)
        )
        hit = before or after
        modifier = cast("Modifier | None", hit.value if hit and hit.value != "none" else None)
        family = measure.family or "noun"
        return Quantity(
            start,
            measure.end,
            numeral.value,
            value,
            half,
            measure.unit,
            family,
            modifier=modifier,
            word=numeral.word,
        )

    def _range(self, first: Numeral, measure: Measure, prefix: Hit | None) -> list[Quantity]:
        if measure.family not in (None, "percent", "currency") and measure.end != first.end:
            return []
        place = measure.end if measure.family or measure.scale != 1 else first.end
        dash = _RANGE_DASH.match(self.lower, place)
        connector = (
            Hit("always", dash.start(), dash.end())
            if dash
            else self.range_words.at(self.lower, after_gap(self.lower, place), place + 12)
        )
        if connector is None or (connector.value == "spoken" and not first.word) or self._is_signed(first, prefix):
            return []
        if connector.value == "always" and not dash and prefix and self._is_amount_of_change(first.start):
            return []
        opened = bool(
            self.pack.cues("numbers.range_openers").ending(self.lower, max(0, first.start - LOOK_BACK), first.start)
        )
        if (connector.value == "opened" and not opened) or self._moves_from(first.start):
            return []
        position = after_gap(self.lower, connector.end)
        digit = DIGIT.search(self.lower, position, position + 6) if prefix else None
        repeated = digit and units_of(self.pack).before.ending(self.lower, position, digit.start())
        read = number_word_at if first.word else numeral_at  # “two or three villages”
        second = read(self.lower, digit.start() if digit and repeated else position, self.pack)
        if second is None:
            return []
        last = measure_at(self.lower, second.end, self.pack, known_only=second.looks_like_year)
        if last.unit == "years" and second.unit_digit == 1:  # the ages of a group
            return []
        named = last.family == "noun" and self.not_before.at(self.lower, after_gap(self.lower, second.end), last.end)
        if named:  # «по 1-3 вариантам»
            return []
        if prefix:
            last = Measure(scale_at(self.lower, second.end, self.pack)[1], last.scale, prefix.value, "currency")
        if last.family is None and last.scale != 1 and dash:
            last = self.named_before(first, last)  # “the number of visitors was 3.2-3.3 million”
        origin = self.range_origins.ending(self.lower, max(0, first.start - LOOK_BACK), first.start)
        moves = connector.value == "opened" and (origin is not None or measure.family not in ("percent", "currency"))
        if last.family is None or (measure.family and (measure.unit != last.unit or moves)):
            return []
        # A first number without a scale word has that of the second: “Rs 500-600 crore”.
        shared = measure if measure.scale != 1 or (measure.family and not prefix) else last
        begin, goal = EXACT.multiply(first.value, shared.scale), EXACT.multiply(second.value, last.scale)
        rises = goal > begin
        apart = (prefix or measure.family == "percent") and not dash and goal > _MANY * begin
        if apart and self._is_behind_change(prefix.start if prefix else first.start):
            return []
        if not rises and not self._falls(first, second, bare=measure.family is None and bool(dash)):
            return []
        start = prefix.start if prefix else first.start
        low = self._quantity(first, replace(shared, end=last.end, unit=last.unit, family=last.family), start)
        high = self._quantity(second, last, second.start)
        high = replace(high, start=low.start, bound="max", modifier=None)
        low = replace(low, bound="min", modifier=None)
        return [low, high] if rises else [replace(low, bound="max"), replace(high, bound="min")]

    def _is_an_article(self, numeral: Numeral) -> bool:
        """“One” alone is an article more than a number, and “one million”, “one per cent” are none."""
        if scale_at(self.lower, numeral.end, self.pack)[0] != 1:
            return False
        return measure_at(self.lower, numeral.end, self.pack, known_only=True).family != "percent"

    def measured(self, position: int, *, known_only: bool = False) -> Measure:
        """What stands behind a number; the word behind «700 тыс.» that begins a sentence is nothing that it counts."""
        measure = measure_at(self.lower, position, self.pack, known_only=known_only)
        scale, end = scale_at(self.lower, position, self.pack)
        if scale == 1 or after_gap(self.lower, end) not in self.sentence_starts:
            return measure
        bare = units_of(self.pack).bare_scale.at(self.lower, after_gap(self.lower, position), end)
        unit = bare.value if bare else ""
        return Measure(end, scale, unit, units_of(self.pack).families.get(unit))

    def named_elsewhere(self, numeral: Numeral, measure: Measure) -> Measure:
        """What an amount of several scales is of that has no unit behind the last, which is ``measure``."""
        return measure

    def named_before(self, numeral: Numeral, measure: Measure) -> Measure:
        """What the words in front of a number without a unit say that it counts."""
        return measure

    def _falls(self, first: Numeral, second: Numeral, *, bare: bool) -> bool:
        """«сократится на 0,17-0,11 %»: by how much something changes, with the larger amount first."""
        if not bare or second.value == first.value or first.looks_like_year or second.looks_like_year:
            return False
        return self.markers.ending(self.lower, max(0, first.start - LOOK_BACK), first.start) is not None

    def _is_signed(self, first: Numeral, prefix: Hit | None) -> bool:
        """“(+$1.57 to $31.67)”: a sign says by how much, and what follows is what it led to."""
        start = prefix.start if prefix else first.start
        negative = self.negative.ending(self.lower, max(0, start - LOOK_BACK), start)  # “from negative 2 % to 1 %”
        minus = self.lower[start - 1 : start] in ("-", "–", "−")  # “from –2.8 % to 3.9 %”
        moved = minus and self.range_origins.ending(self.lower, max(0, start - LOOK_BACK), start - 1)
        return self.lower[start - 1 : start] == "+" or negative is not None or bool(moved)

    def _is_amount_of_change(self, start: int) -> bool:
        """“rose by Rs 16,000 to Rs 1,76,000”: an amount and the level behind it are no range."""
        sign = units_of(self.pack).before.ending(self.lower, max(0, start - 12), start)
        end = sign.start if sign else start
        floor = max(0, end - LOOK_BACK)
        marker = self.markers.ending(self.lower, floor, end)
        return marker is not None and self.trend.ending(self.lower, floor, marker.start) is not None

    def _is_behind_change(self, start: int) -> bool:
        """“is to rise $319 million to $4.8 billion”: by how much, and to what is many times as much."""
        floor = max(0, start - LOOK_BACK)
        marker = self.markers.ending(self.lower, floor, start)
        return self.trend.ending(self.lower, floor, marker.start if marker else start) is not None

    def _moves_from(self, start: int) -> bool:
        """“increased from 600 to 1,000”: two levels and no range, in a language that says it like this."""
        if not self.from_to_moves:
            return False
        sign = units_of(self.pack).before.ending(self.lower, max(0, start - 12), start)
        origin = self.range_origins.ending(self.lower, max(0, start - LOOK_BACK), sign.start if sign else start)
        if origin is None:
            return False
        if _LISTED.search(self.lower, max(0, origin.start - _NAME), origin.start):
            return True  # “growth by sector: trade, from 2 % to 4 %; mining from 3 % to 5 %”
        verb = self.trend.last(self.lower, max(0, origin.start - 2 * LOOK_BACK), origin.start)
        if verb is None:
            return False
        # «с увеличением оклада на 48,8 % (с 13500 до 20094 рублей)»: in brackets right behind a change.
        opened = _OPENED.search(self.lower, verb.end, origin.start)
        return not _MARK.search(self.lower, verb.end, opened.start() if opened else origin.start)
