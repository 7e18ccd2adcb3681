"""Quantities: numbers that count or measure something, with scale and unit.

Negative frames come first: what lies in a masked span (document numbers, dates, addresses) or stands
behind a word such as “table”, “article” or “phase” is no quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.reading import bare_counts, bare_parts, shared_units
from tongket.reading.amounts import Place, Quantity, outermost, with_small_change
from tongket.reading.measures import (
    Measure,
    after_gap,
    measure_at,
    scale_at,
    units_of,
    with_leading_dot,
)
from tongket.reading.named_units import AMOUNTS, CLOSES, GROUPED, LARGE, SAME_SENTENCE, SENTENCE_END, SIGNS, NamedUnits
from tongket.reading.numerals import Numeral, number_words, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.ranges import DIGIT, LOOK_BACK

_PART_OF_A_TERM = re.compile(r"(?:[\w][-–/.,:’']|\w|[#№_@^=])\Z")
_GLUED_DASH = re.compile(r"[^\W\d_]{3}[-–—]\Z")
_TIME = re.compile(r"[0-9]{1,2}[:h][0-9]{2}(?![0-9])|[0-9]{1,2}h(?!\w)")
_WHOLE = 100
# «(план / факт) * 100 %» is a formula.
_FORMULA = re.compile(r"[\w)]\s?[*×]\s?\Z")
_SMALL = 10
_MEASURED = ("percent", "currency", "measure")
_LONGEST_LIST = 6
_IN_LIST = re.compile(r"\d, ")  # “11.2, 8.0, and 7.3 %”, but not “313, or 20 %”
# From one percentage of a list to the next: “, services by”.
_PART = re.compile(r"(?:,\s|\s)(?:[^\W\d_][\w-]*[\s–—-]{1,3}){1,7}")
_COMMA = re.compile(r",\s")
_FEW_WORDS = re.compile(r"(?:[\s:,–—-]{0,5}[^\W\d_]{1,12}){0,3}[\s:,–—-]{0,5}")
# “level 5 points”, “aged 15 years”, «в 15 часов 30 минут».
_OF_LABELS = ("points", "years", "minutes")
_JOINS_PART = re.compile(r"(?:, |,? \w{1,5} )\Z")
_LINE_START = re.compile(r"(?:\n|(?<![\s\S]))[ \t]{0,8}\Z")  # a number alone on its line is one of a list or a page
_LINE_END = re.compile(r"[ \t]{0,4}\n")
# «пунктами 1.3, 2.4 и 5»: the numbers of a row in front of another.
_ROW = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}(?:,\s|\s[^\W\d_]\s)){1,6}\Z")
_LONGEST_ROW = 40


class _Reader(NamedUnits):
    """Reads the quantities of one text; holds what all places share."""

    def __init__(self, lower: str, pack: LanguagePack, masked: Sequence[Place]) -> None:
        super().__init__(lower, pack)
        self.masked = sorted(masked)
        self.starts = [start for start, _ in self.masked]
        self.words_count = pack.get("nouns.words_count", False)
        self.not_behind = pack.cues("numbers.not_behind")
        self.numbered = pack.cues("numbers.numbered_parts")
        self.despite = pack.cues("numbers.despite")
        self.glued = bool(pack.get("numbers.glued_dashes", False))
        self.elliptic_compared = pack.cues("numbers.elliptic_compared")
        self.wholes = pack.cues("numbers.wholes")
        self.part_verbs = pack.cues("numbers.part_verbs")
        self.factor_words = pack.cues("numbers.factor_words")
        self.has_factor_words = bool(pack.get("numbers.factor_words", {}))
        # Where numbers stand that go on with the parts of a whole, and that whole.
        self.in_parts: dict[int, Quantity] = {}
        self.between_periods = tuple(pack.phrases("numbers.between_periods"))
        self.joining = pack.cues("comparison.joining")

    def is_masked(self, position: int) -> bool:
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and position < self.masked[index][1]

    def _is_negative(self, numeral: Numeral) -> bool:
        lower, start = self.lower, numeral.start
        term = _PART_OF_A_TERM.search(lower, max(0, start - 2), start) and not self._has_sign(numeral)
        if term and not self._is_set_beside(numeral):
            year = lower[start - 1] in "-–—" and self.is_masked(start - 2) and not self.is_masked(start - 1)
            # «2023-307 человек, 2024-291 человек»
            word = self.glued and _GLUED_DASH.search(lower, max(0, start - 5), start)  # «на начало года-88,0 км»
            if not ((year or word) and measure_at(lower, numeral.end, self.pack, known_only=True).family):
                return True
        if numeral.value == _WHOLE and _FORMULA.search(lower, max(0, start - 4), start):
            return True
        if _TIME.match(lower, start) or (
            _LINE_END.match(lower, numeral.end) and _LINE_START.search(lower, max(0, start - 9), start)
        ):
            return True
        behind = self.not_behind.ending(lower, max(0, start - LOOK_BACK), start)
        row = _ROW.search(lower, max(0, start - _LONGEST_ROW), start) if behind is None else None
        if row:  # «статьями 5, 12 закона»
            behind = self.numbered.ending(lower, max(0, row.start() - LOOK_BACK), row.start())
        spared = behind and (self.despite.ending(lower, max(0, start - LOOK_BACK), start) or self._is_measured(numeral))
        if behind and not spared:
            return True
        place = after_gap(lower, numeral.end)
        hit = self.not_before.at(lower, place, numeral.end + 60)
        if hit is None:
            return False
        closer = self.elliptic_before.at(lower, place, numeral.end + 40)
        if closer and closer.end > hit.end:  # “rose 2,100 year over year”
            return False
        # “4,870 man-days” and “73.1 years” are measured, though “day” and “year” alone belong to a date.
        unit = units_of(self.pack).after.at(lower, place, place + 60)
        return unit is None or (unit.end <= hit.end and (unit.value != "years" or numeral.unit_digit == 1))

    def _is_set_beside(self, numeral: Numeral) -> bool:
        """«45 tỷ đồng/60 tỷ đồng», «1.240 ha/315 hộ»: behind a slash stands another amount."""
        measure = measure_at(self.lower, numeral.end, self.pack, known_only=True)
        unit = self.lower[after_gap(self.lower, scale_at(self.lower, numeral.end, self.pack)[1]) : measure.end]
        alike = measure.family in ("currency", "count", "measure") and unit != ""
        counted = measure.family == "count" and bare_counts.is_behind_an_amount(self.lower, numeral)
        return counted or (alike and self.lower.endswith(f"{unit}/", 0, numeral.start))

    def _is_measured(self, numeral: Numeral) -> bool:
        """“a road 12 km long”: a number with a unit that no label has is measured, whatever stands before it."""
        if numeral.word:
            return False
        scale, end = scale_at(self.lower, numeral.end, self.pack)
        if scale != 1 and self.lower[end - 1 : end].isalpha() and end - numeral.end > 2:  # “the number 2 million”
            return True
        unit = units_of(self.pack).after.at(self.lower, after_gap(self.lower, end), end + 60)
        if "\n" in self.lower[end : unit.start if unit else end]:  # «№ 555⏎р.п. Озёрный»
            return False
        if unit is None or unit.value in _OF_LABELS or units_of(self.pack).families[unit.value] not in _MEASURED:
            return False
        return unit.end - unit.start > 1 or unit.value == "%"

    def _has_sign(self, numeral: Numeral) -> bool:
        """Whether a currency is written against the number: “Rs.1,200”, “USD500”; one letter is a currency only in
        front of a large sum: “N2.3 billion”, “R45,000”.
        """
        start = numeral.start
        sign = units_of(self.pack).before.ending(self.lower, max(0, start - 12), start)
        if sign is None or sign.end != start:
            return False
        large = (
            GROUPED.search(self.lower, start, numeral.end) or scale_at(self.lower, numeral.end, self.pack)[0] > LARGE
        )
        return sign.end - sign.start > 1 or bool(large)

    def at(self, numeral: Numeral) -> list[Quantity]:
        """The quantity, or the two of a range, whose first number is ``numeral``."""
        numeral = self.with_its_ending(numeral)
        if self._is_negative(numeral):
            return []
        lower, pack = self.lower, self.pack
        year = numeral.looks_like_year
        ratio = self.ratio(numeral)
        if ratio or (numeral.word and numeral.value == 1 and self._is_an_article(numeral)):
            return ratio
        prefix = (
            None if numeral.word else units_of(pack).before.ending(lower, max(0, numeral.start - 12), numeral.start)
        )
        if prefix and "(" in lower[prefix.end : numeral.start]:  # “9.8 trillion VND (410 million USD)”
            prefix = None
        known_only = (numeral.word and not self.words_count) or year
        measure = self.measured(numeral.end, known_only=known_only)
        bare = measure.end == scale_at(lower, numeral.end, pack)[1]  # «$480 млрд» are no roubles
        if prefix and (bare or measure.family in ("noun", "count") or measure.unit == prefix.value):
            end = measure.end if measure.unit == prefix.value else scale_at(lower, numeral.end, pack)[1]
            measure = Measure(end, measure.scale, prefix.value, units_of(pack).families[prefix.value])
        ratio = self.ratio_behind(numeral, measure)
        if ratio:
            return ratio
        ranged = self._range(numeral, measure, prefix)
        if ranged:
            return ranged
        if measure.scale != 1 and measure.end == scale_at(lower, numeral.end, pack)[1]:  # no unit behind the scale
            compound = self.compound(numeral, measure)
            if compound:
                return [compound]
        if measure.family is None:
            measure = self.named_before(numeral, measure)
        if measure.family is None or self._is_of_a_section(numeral, measure):
            return []
        start = prefix.start if prefix else numeral.start
        quantity = self._quantity(numeral, measure, start)
        if self.is_denominator(start, quantity.value, measure.unit):
            return []
        return [quantity]

    def _is_of_a_section(self, numeral: Numeral, measure: Measure) -> bool:
        """«1.2 Развитие торговли»: a number with a dot that is no mark of decimals counts no unknown thing."""
        if measure.family != "noun" or measure.scale != 1 or numeral.unit_digit == 1:
            return False
        return self.pack.get("numbers.other_decimal", "") == "." and "." in self.lower[numeral.start : numeral.end]

    def factors(self) -> list[Quantity]:
        """«выросло вдвое»: factors that are one word."""
        hits = self.factor_words.all(self.lower, 0, len(self.lower)) if self.has_factor_words else []
        numerals = (Numeral(hit.start, hit.end, Decimal(hit.value), Decimal(1), word=True) for hit in hits)
        return [self._quantity(n, Measure(n.end, Decimal(1), "times", "times"), n.start) for n in numerals]

    def elliptic(
        self, numeral: Numeral, before: Quantity | None, money: Quantity | None, counted: Quantity | None
    ) -> list[Quantity]:
        """“68 per 10,000, compared with 71 a year earlier”: the second number has the unit of the first.

        ``money`` is the last sum in front: «на 3,4 %, или на 415,9 млн» is in its currency. ``counted`` is what was
        counted last: “87 communes (77.7 %), of which 21 were …”.
        """
        lower, start, end = self.lower, numeral.start, numeral.end
        if before and before.family == "rank" and self._is_goal(before, start) and not numeral.looks_like_year:
            return [replace(before, start=start, end=end, printed=numeral.value, value=numeral.value)]
        alone = before is None or before.family in ("rank", "times") or numeral.looks_like_year
        if before is None or alone or self._is_negative(numeral) or not self._is_near(before, start):
            return []
        cue = self.elliptic_cues.ending(lower, max(before.end, start - LOOK_BACK), start)
        told = before.family == "percent" and lower.startswith(")", before.end)
        if counted and cue and told and numeral.unit_digit == 1:
            part = self.part_verbs.at(lower, after_gap(lower, end), end + 12)
            before = counted if part else before
        scale, end = scale_at(lower, end, self.pack)
        closed = CLOSES.match(lower, end) or self.elliptic_before.at(lower, after_gap(lower, end), end + 20)
        compared = self.elliptic_compared.at(lower, after_gap(lower, end), end + 30)
        if before.family == "percent" and scale != 1 and money and closed and self._is_joined_on(before.end, start):
            return [self._quantity(numeral, Measure(end, scale, money.unit, money.family), start)]
        if before.family == "percent" and (scale != 1 or compared or numeral.value >= LARGE):
            return []
        parts = self._is_of_the_whole(numeral, before) or self._is_next_part(numeral, before)
        parts = parts or bare_counts.next_place(lower, numeral, self.pack, before)
        # «образования – на 5,1 млрд рублей, культуры – на 628 млн»
        amount = scale != 1 and closed and bare_parts.next_of_money(lower, before, start, self.markers)
        series = closed is not None and self._is_of_the_next_period(before, numeral)
        if not compared and not parts and not amount and not series and (cue is None or not closed):
            return []
        if parts or (cue and self.part_verbs.at(lower, after_gap(lower, end), end + 12)):
            # “82 projects, of which 17 are done, while 44 are in progress”
            self.in_parts[start] = self.in_parts.get(before.start, before)
        if before.unit == "places" and scale == 1 and cue and not compared:  # «tăng 5 bậc, từ 32 lên 27»
            return [replace(self._quantity(numeral, Measure(end, scale, "rank", "rank"), start), modifier=None)]
        if scale != 1:  # «128 millions d'euros, dont 46,5 millions pour les collèges»
            return [self._quantity(numeral, Measure(end, scale, before.unit, before.family), start)]
        return [self._like(before, numeral)]

    def _is_of_the_next_period(self, before: Quantity, numeral: Numeral) -> bool:
        """«в 2022 году 680 заявок, в 2023 году – 1180, в 2024 – 1343»: a period and a dash stand for all else."""
        lower, start = self.lower, numeral.start
        if before.family not in ("count", "noun", "currency", "measure") or numeral.value < _SMALL:
            return False
        dash = lower.rfind("–", max(before.end, start - 3), start) if "–" in lower[start - 3 : start] else -1
        dash = dash if dash >= 0 else lower.rfind("-", max(before.end, start - 3), start)
        place = before.end + len(lower[before.end : dash].rstrip()) - 1 if dash > before.end else -1
        if place < 0 or not self.is_masked(place):
            return False
        opened = self.starts[bisect_right(self.starts, place) - 1]
        return lower[before.end : opened].strip(" ,;") in ("", *self.between_periods)

    def _is_joined_on(self, end: int, start: int) -> bool:
        """Whether only “or by” stands between two numbers."""
        joined = self.joining.ending(self.lower, end, start)
        return joined is not None and not self.lower[end : joined.start].strip(" ,")

    def _is_goal(self, before: Quantity, start: int) -> bool:
        """«từ 32 lên 27»: only the word for the goal stands between two places of a rank."""
        goal = self.range_goals.ending(self.lower, before.end, start)
        return goal is not None and not self.lower[before.end : goal.start].strip()

    def _is_of_the_whole(self, numeral: Numeral, before: Quantity) -> bool:
        """“Of the 212 schools, 148 were rated good”."""
        lower = self.lower
        if before.family not in ("count", "noun") or lower[before.end : numeral.start].strip(" ,"):
            return False
        opener = self.wholes.ending(lower, max(0, before.start - LOOK_BACK), before.start)
        return opener is not None and not numeral.word and numeral.value <= before.value

    def _is_next_part(self, numeral: Numeral, before: Quantity) -> bool:
        """“31 of the 56 farms were sold, 21 were let and 3 were burnt”: the parts go on with a verb of their own."""
        lower = self.lower
        if before.family not in ("count", "noun") or not _JOINS_PART.search(lower, before.end, numeral.start):
            return False
        verb = self.part_verbs.at(lower, after_gap(lower, numeral.end), numeral.end + 12)
        return verb is not None and (before.of is not None or before.start in self.in_parts)

    def listed(self, numeral: Numeral) -> list[Quantity]:
        """“industry by 7.9, services by 8.1 per cent”, “22, 38 and 40 per cent”: the percentages of a list share
        the word behind the last.
        """
        lower = self.lower
        marker = self.markers.ending(lower, max(0, numeral.start - LOOK_BACK), numeral.start)
        if numeral.word or numeral.looks_like_year or numeral.value > LARGE or self._is_negative(numeral):
            return []
        last, named = numeral, False
        for _ in range(_LONGEST_LIST):
            part = _PART.match(lower, last.end)
            following = numeral_at(lower, part.end(), self.pack) if part else None
            if part is None or following is None or not (marker and self.markers.ending(lower, last.end, part.end())):
                part = _COMMA.match(lower, last.end)
                place = part.end() if part else after_gap(lower, last.end)
                goes_on = last is not numeral or _IN_LIST.fullmatch(lower, numeral.start - 3, numeral.start)
                joined = self.joining.at(lower, place, place + 12) if goes_on or not part else None
                place = after_gap(lower, joined.end) if joined else place
                following = numeral_at(lower, place, self.pack) if part or joined else None
                if following is None or following.looks_like_year:
                    return []
            else:
                named = True
            last = following
            measure = measure_at(lower, last.end, self.pack)
            if measure.family:
                shared = measure.unit == "%" and measure.scale == 1
                if not named and (measure.scale != 1 or measure.family in AMOUNTS):
                    shared = True  # «120,5 и 98,3 млн рублей»
                return [self._quantity(numeral, replace(measure, end=numeral.end), numeral.start)] if shared else []
        return []

    def before_goal(self, numeral: Numeral) -> list[Quantity]:
        """“from 132 to 117 people”: the first number has the unit of the second."""
        scale, end = scale_at(self.lower, numeral.end, self.pack)
        bare = Measure(end, scale, "", None)
        origin = self.range_origins.ending(self.lower, max(0, numeral.start - LOOK_BACK), numeral.start)
        goal = self.range_goals.at(self.lower, after_gap(self.lower, end), end + 20)
        if origin is None or goal is None or numeral.looks_like_year or self._range(numeral, bare, None):
            return []
        second = numeral_at(self.lower, after_gap(self.lower, goal.end), self.pack)
        if second is None or second.looks_like_year:
            return []
        measure = measure_at(self.lower, second.end, self.pack)
        if measure.family is None and measure.scale != 1:  # «сократилось на 27 % (с 944,4 до 687,2 тыс.)»
            measure = self.named_before(second, measure)
        if measure.family is None or self._is_negative(second) or (scale != 1 and measure.family == "percent"):
            return []
        scale = scale if scale != 1 else measure.scale
        return [self._quantity(numeral, replace(measure, end=end, scale=scale), numeral.start)]

    def bare(self, numeral: Numeral, before: Quantity | None, counted: Quantity | None) -> list[Quantity]:
        """«краж с 113 до 99 (на 12,4 %)», «родилось – 353»: numbers that the words in front of them explain."""
        if self._is_negative(numeral) or (before and before.unit == "places"):  # «tăng 5 bậc, từ 32 lên 27»
            return []
        moved = bare_counts.move(self.lower, numeral, self.pack, before)
        unit = moved[1] if moved else bare_counts.named(self.lower, numeral, self.pack)
        unit = unit or bare_counts.numbered(self.lower, numeral, self.pack)
        unit = unit or bare_counts.by_how_many(self.lower, numeral, self.pack, counted)
        unit = unit or bare_counts.more_of(self.lower, numeral, self.pack, counted)
        if rate := None if unit else bare_counts.named_rate(self.lower, numeral, self.pack):
            return [self._quantity(numeral, Measure(numeral.end, Decimal(1), rate, "measure"), numeral.start)]
        if unit is None or (moved and self._is_negative(moved[0])):
            return []
        numbers = (numeral, moved[0]) if moved else (numeral,)
        return [self._quantity(n, Measure(n.end, Decimal(1), unit, "count"), n.start) for n in numbers]

    def entry(self, numeral: Numeral) -> list[Quantity]:
        """«клубов – 11, библиотек – 9»: of a list of things of any kind, and how many there are."""
        lower = self.lower
        if lower[numeral.start - 2 : numeral.start - 1] not in ("–", "—", "-") or numeral.looks_like_year:
            return []
        unit = None if self._is_negative(numeral) else bare_counts.entry(lower, numeral, self.pack, known=False)
        return [self._quantity(numeral, Measure(numeral.end, Decimal(1), unit, "noun"), numeral.start)] if unit else []

    def in_brackets(self, numeral: Numeral, before: Quantity | None) -> list[Quantity]:
        """“12,300 jobs, after Hill County (14,100)”: a number alone in brackets has the unit before it."""
        lower, start = self.lower, numeral.start
        signed = lower[start - 1 : start] in SIGNS and lower[start - 2 : start - 1] == "("
        alone = (signed or lower[start - 1 : start] == "(") and lower[numeral.end : numeral.end + 1] == ")"
        dated = not alone and self._is_of_another_time(numeral)
        if dated and before and before.end <= lower.rfind("(", 0, start) and self._is_near(before, start):
            return [self._like(before, numeral)] if not (before.family == "percent" and numeral.value > 100) else []
        if not alone or before is None or before.family == "rank" or numeral.looks_like_year:
            return []
        if numeral.value < _SMALL and not signed:
            return []
        return [self._like(before, numeral)] if self._is_near(before, start) else []

    def _is_of_another_time(self, numeral: Numeral) -> bool:
        """“(4,870 in 2023-24)”, “(2022/23: 365)”: nothing but a period stands with the number in brackets."""
        lower = self.lower
        opened = lower.rfind("(", max(0, numeral.start - LOOK_BACK), numeral.start)
        closed = lower.find(")", numeral.end, numeral.end + LOOK_BACK)
        if opened < 0 or closed < 0 or numeral.looks_like_year or self._is_negative(numeral):
            return False
        places = [*range(opened + 1, numeral.start), *range(numeral.end, closed)]
        rest = "".join(lower[place] for place in places if not self.is_masked(place))
        return len(rest) < len(places) and _FEW_WORDS.fullmatch(rest) is not None

    def part(self, numeral: Numeral, before: Quantity | None, counted: Quantity | None) -> list[Quantity]:
        """«Из 64 поручений выполнены 41», «поддержали 27 депутатов, 5 – против»: of what was counted before."""
        if before is None or numeral.looks_like_year or self._is_negative(numeral):
            return []
        lower, pack = self.lower, self.pack
        if before.family == "percent" and counted and lower.startswith(")", before.end):
            before = replace(counted, end=before.end + 1)  # «412 краж (–6,3 %), в том числе квартирных – 84»
        modifier = self.modifiers.ending(lower, max(before.end, numeral.start - LOOK_BACK), numeral.start)
        start = modifier.start if modifier else numeral.start
        whole = self.in_parts.get(before.start)
        part = bare_parts.is_part(lower, numeral, pack, before, start, whole=whole)
        shared = None if part else bare_parts.amid(lower, numeral, pack, before)
        if not part and shared is None:
            return self._shared(numeral, whole or before)
        self.in_parts[numeral.start] = whole or before
        scale, end = scale_at(lower, numeral.end, pack)
        if scale == 1 and before.family in AMOUNTS:
            return [self._like(before, numeral)]
        scale = shared or scale
        return [self._quantity(numeral, Measure(end, scale, before.unit, before.family), numeral.start)]

    def _shared(self, numeral: Numeral, whole: Quantity) -> list[Quantity]:
        """What has its unit from the figures before it in order, or from what it is a part of."""
        row = shared_units.in_order(self.lower, numeral, self.pack, self.found)
        if row:
            return [self._like(before, number) for number, before in row]
        like = shared_units.next_in_list(self.lower, numeral, self.pack, self.found[-1])
        if like:
            return [self._like(like, numeral)]
        for counted in (whole, *self.found[:-_LONGEST_LIST:-1]):
            plain = counted.family in ("count", "noun")
            if plain and shared_units.adds_up(self.lower, numeral, self.pack, counted, self.is_masked):
                self.in_parts[numeral.start] = counted
                return [self._like(counted, numeral)]
        return []

    def _is_near(self, before: Quantity, start: int) -> bool:
        near = start - before.end <= SAME_SENTENCE
        return near and not SENTENCE_END.search(self.lower, before.end, start)

    def _like(self, before: Quantity, numeral: Numeral) -> Quantity:
        """A number with the unit of the figure before it, and with its scale where that is money."""
        scaled = before.family in AMOUNTS and before.printed
        scale = shared_units.scale_of(before) if scaled else Decimal(1)
        return self._quantity(numeral, Measure(numeral.end, scale, before.unit, before.family), numeral.start)


def find_quantities(
    lower: str, pack: LanguagePack, masked: Sequence[Place], sentence_starts: Iterable[int] = ()
) -> list[Quantity]:
    """All quantities outside the masked spans, in order of their places."""
    reader = _Reader(lower, pack, masked)
    reader.sentence_starts = frozenset(sentence_starts)
    found = reader.found
    money: Quantity | None = None
    counted: Quantity | None = None
    resume = 0
    for match in DIGIT.finditer(lower):
        position = match.start()
        if position < resume or reader.is_masked(position):
            continue
        numeral = numeral_at(lower, position, pack)
        if numeral is None:
            continue
        numeral = with_leading_dot(lower, numeral, pack)
        before = found[-1] if found else None
        quantities = (
            reader.before_goal(numeral)
            or reader.at(numeral)
            or reader.bare(numeral, before, counted)
            or reader.listed(numeral)
            or reader.in_brackets(numeral, before)
            or reader.part(numeral, before, counted)
            or reader.elliptic(numeral, before, money, counted)
            or reader.entry(numeral)
        )
        resume = quantities[-1].end if quantities else numeral.end
        found += quantities
        money = next((q for q in quantities if q.family == "currency"), money)
        counted = next((q for q in quantities if q.family in ("count", "noun")), counted)
    ends = 0
    for numeral in number_words(lower, pack):
        if not reader.is_masked(numeral.start) and numeral.start >= ends:
            quantities = reader.at(numeral)
            ends = quantities[-1].end if quantities else ends
            found += quantities
    found += reader.factors()
    found.sort(key=lambda quantity: quantity.start)
    return list(outermost(with_small_change(found)))
