"""Indexes: percentages of an earlier level, 100 meaning unchanged, by their names or by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.amounts import Quantity
from tongket.reading.bases import FARTHEST, PLANS, Comparison, Surroundings
from tongket.reading.claims import Direction
from tongket.reading.factors import Factors
from tongket.reading.growths import HIGHEST_INDEX, LIKELY_INDEX, LOWEST_INDEX, MARK, WORD, direction_of
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.phrases import Hit
from tongket.reading.segments import Sentence

_PART = re.compile(r"[,;]\s[^,;.]*\s[-–—:]\s*\Z")
_WHOLE = 100
_BEHIND = 60
# «109 % – в Нижнем районе, 112 % – в Верхнем»: the part stands behind its number.
_NAMED_BEHIND = re.compile(r"\s[–—-]\s[^,;.()\n]{1,80}(?:,|\s\w)\s\Z")
_PERCENT_ENDS = re.compile(r"(?<![\d.,])\d[\d.,]{0,6}\s?%\Z")
_CLOSE = 8  # «составил *всего* 71,8 %»


class Indexes(Factors):
    """Finds the indexes of one text."""

    def __init__(self, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        super().__init__(lower, pack, periods)
        self.restating = pack.cues("comparison.restating")
        self.amounting = pack.cues("comparison.amounting")
        self.volumes = pack.cues("comparison.volumes")
        self.named_prices = pack.cues("comparison.named_prices")
        self.pace_heads = pack.cues("comparison.pace_heads")
        self.no_volume = pack.cues("comparison.no_volume")
        self.modifiers = pack.cues("numbers.modifiers_before")
        self.openers = pack.cues("numbers.range_openers")
        self.emphasis = pack.cues("comparison.emphasis")

    def named_index(
        self, quantity: Quantity, left: int, edge: int, right: int, before: Comparison | None
    ) -> Comparison | None:
        """“an index of 103.9 %”, and the parts behind it: 100 means unchanged."""
        if quantity.unit != "%" or not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return None
        lower, frames = self.lower, self.frames
        named = frames.index_heads.last(lower, left, edge)
        grown = frames.index_growth.last(lower, left, edge) if quantity.value > _WHOLE else None
        named = named or self._that_index(left, edge)
        if grown and not named and not frames.marker.ending(lower, left, edge):
            close = edge - grown.end <= 1 or frames.copulas.ending(lower, grown.end, edge)
            named = grown if close else None
        if frames.trend.first(lower, named.end if named else left, edge) or frames.share.first(lower, left, edge):
            return None
        basis, since = self.basis(quantity.end, right, named.end if named else left, edge)
        behind = named and since and since.start >= quantity.end
        against = self.against_in_front(named.end, edge) if named and behind else None
        if against:  # «темп роста к 2021 году – 104 %, к уровню 2019 года – 97 %»
            basis, since = "period", against
        if named and basis not in PLANS:
            return Comparison("ratio", None, basis, since, "index")
        # A part of what came before has words for what it is, and a dash or nothing for its verb.
        follows = before is not None and before.rule == "index" and before.kind == "ratio"
        part = _PART.search(lower, left, edge) if follows else None
        told, own = self.basis(quantity.end, right, part.start(), edge) if part else ("", None)
        if follows and part is None and self._ends_range(left, quantity.start):
            return before
        if before and told in ("none", before.basis):  # «к 2021 году – 104 %, к уровню 2019 года – 97 %»
            return Comparison("ratio", None, told, own, "index") if own and own != before.since else before
        return None

    def is_due_share(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«доля газифицированных сёл – не менее 56,4 % к 2024 году»: what a share is to be by then, and no index."""
        least = quantity.modifier in ("at_least", "up_to") and quantity.value <= _WHOLE
        return least and self.frames.share.last(self.lower, left, edge) is not None

    def _ends_range(self, left: int, end: int) -> bool:
        """«индекс варьировал от 109 % в одном районе до 81 % в другом»: only a place stands between the two."""
        goal = self.frames.goal.ending(self.lower, left, end)
        first = _PERCENT_ENDS.search(self.lower, max(0, left - _CLOSE - 1), left)
        if goal is None or first is None or MARK.search(self.lower, left, goal.start):
            return False
        opened = self.openers.ending(self.lower, max(0, first.start() - _BEHIND), first.start())
        return opened is not None and not self.verb.search(self.lower, left, goal.start)

    def _that_index(self, left: int, edge: int) -> Hit | None:
        """«Индекс производства составил 102 %. По стране этот показатель достиг 99 %»: that of the sentence before."""
        again = self.frames.anaphora.last(self.lower, left, edge)
        floor = max(0, left - FARTHEST)
        named = self.frames.index_heads.last(self.lower, floor, again.start) if again else None
        if again is None or named is None or "\n" in self.lower[named.end : again.start]:
            return None
        others = (self.frames.share, self.frames.rate, self.frames.trend)
        return None if any(cues.first(self.lower, named.end, again.start) for cues in others) else again

    def restates_change(self, quantity: Quantity, place: Surroundings, edge: int, before: Comparison) -> bool:
        """«увеличился на 46 млрд рублей, что составляет 22 %»: the same change as a percentage, or the other way round:
        «28.000 con, tăng 2,6 %, bằng 730 con».
        """
        previous, level = place.previous, place.earlier
        if quantity.unit != "%" and previous and previous.unit == "%" and level and level.unit == quantity.unit:
            amount = self.amounting.ending(self.lower, previous.end, edge) if before.kind == "change" else None
            between = self._unsaid(previous.end, amount.start) if amount and quantity.value < level.value else "-"
            return not between.strip(" ,(")
        if quantity.unit != "%" or previous is None or previous.unit == "%" or before.kind != "change":
            return False
        hit = self.restating.ending(self.lower, previous.end, edge)
        if hit is None or self.lower[previous.end : hit.start].strip(" ,("):
            return False
        behind = self.frames.index.at(self.lower, quantity.end + 1, quantity.end + 60)
        if behind and behind.value == "period" and not self._period_behind(behind, quantity.end + 80):
            behind = None
        if behind and quantity.value >= LOWEST_INDEX:
            return False
        partitive = self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20)
        return partitive is None or behind is not None

    def is_restated_as_index(self, quantity: Quantity, left: int, edge: int, before: Comparison) -> bool:
        """«рост – 23,4 млн рублей, или 105,4 %»: not by so much, which «или на» would say."""
        if quantity.unit != "%" or not self.tells_ways or not LIKELY_INDEX <= quantity.value <= HIGHEST_INDEX:
            return False
        if (before.direction == "up") != (quantity.value > _WHOLE) or before.basis in PLANS:
            return False
        joined = self.frames.joining.ending(self.lower, left, edge)
        return joined is not None and self.frames.marker.ending(self.lower, left, edge) is None

    def is_fall_to(self, quantity: Quantity, rule: str, right: int) -> bool:
        """«спад производства составил 87,4 % к уровню 2015 года»: what is left, and not what is gone."""
        if quantity.unit != "%" or not rule.startswith(("change.rate", "change.direct")) or not self.tells_ways:
            return False
        behind = self.frames.index.at(self.lower, quantity.end + 1, min(right, quantity.end + 60))
        return behind is not None and LOWEST_INDEX <= quantity.value < _WHOLE

    def is_inflation_of(self, quantity: Quantity, rule: str, left: int, edge: int) -> bool:
        """«инфляция составила 108,6 % к июню 2023 года»: of all prices, and not what they rose by."""
        if quantity.unit != "%" or not _WHOLE <= quantity.value <= HIGHEST_INDEX or not rule.startswith("change.rate"):
            return False
        return self.tells_ways and self.named_prices.last(self.lower, left, edge) is not None

    def is_the_year_after_next(self, since: Period, left: int, edge: int) -> bool:
        """«в 2026 году на 3 % к уровню 2025 года, в 2027 году – на 4 %»: each year against the one before it."""
        own = next((self.period_at[place] for place in range(edge - 1, left, -1) if place in self.period_at), None)
        return own is not None and own.iso.isdecimal() and since.iso.isdecimal() and int(own.iso) == int(since.iso) + 2

    def exceeds_plan(self, quantity: Quantity, left: int, edge: int, rule: str) -> bool:
        """«План выполнен на 104 %, перевыполнение составило 12 млн рублей», “the overspend was £2m”, “a £2m overspend”:
        a word that names a plan by itself.
        """
        if rule == "change.after":
            behind = self.frames.after.at(self.lower, quantity.end + 1, quantity.end + _BEHIND)
            own = behind and self.frames.basis.at(self.lower, behind.start, behind.end)
            return own is not None and own.value in PLANS
        if rule not in ("change.direct", "change.rate"):
            return False
        direct = self.frames.direct.ending(self.lower, left, edge)
        direct = self.frames.heads.last(self.lower, left, edge) if rule == "change.rate" else direct
        named = self.frames.basis.at(self.lower, direct.start, edge) if direct else None
        return named is not None and named.value in PLANS and not self.is_aim(quantity, left, edge)

    def is_next_part_of_plan(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«Исполнение по доходам – 97 %, по расходам – 94 %», «проекты реализованы на 92 %, программы на 98 %»: a part
        and a dash or an “on” behind a percentage of a plan.
        """
        marked = self.frames.marker.ending(self.lower, left, edge) is not None
        dashed = marked or self.lower[left:edge].rstrip().endswith(("–", "-", "—"))
        return quantity.unit == "%" and self.tells_ways and dashed and self.is_part(left, edge)

    def is_of_plan_beside(self, quantity: Quantity, place: Surroundings, edge: int) -> bool:
        """«добыто 123 тонны при плане 120 тонн (102,5 %)»: of the amount in front, which is the plan."""
        previous = place.previous
        if previous is None or previous.unit == "%" or not self.tells_ways:
            return False
        following = place.following[0] if place.following else None
        if following and self.lower[previous.end : edge].strip() == "(" and self.lower.startswith(") ", quantity.end):
            beside = self.frames.beside.at(self.lower, quantity.end + 2, following.start)
            if beside and beside.end + 1 == following.start and following.unit == previous.unit:
                return True  # «засеяно 65,9 тыс. га (41,5 %) при плане 158,7 тыс. га»
        between = self.lower[previous.end : edge].strip(" ,")
        noted = self.lower.rfind("(", max(0, previous.start - 40), previous.start)
        if noted >= 0 and between.startswith((")", ".)")):  # «12 тыс. тонн (план – 10 тыс. тонн), или 120 %»
            plan = self.frames.basis.at(self.lower, noted + 1, previous.start)
            said = between.lstrip(".), ")
            return plan is not None and plan.value in PLANS and self.frames.joining.at(said, 0, len(said)) is not None
        bracketed = between == "(" and self.lower.startswith(")", quantity.end)
        if not bracketed and self.frames.joining.at(between, 0, len(between)) is None:
            return False
        return self.frames.beside.ending(self.lower, max(0, previous.start - 30), previous.start) is not None

    def is_like(self, quantity: Quantity, previous: Quantity | None) -> bool:
        """Whether a percentage may be a growth as the one before; in «вырос на 12 % при среднем 107,2 %» it is none."""
        small = quantity.value <= _WHOLE or not self.tells_ways
        if previous is None or previous.family != "percent":
            return small
        return previous.unit == quantity.unit and (small or previous.value > _WHOLE)

    def is_of_peers(self, quantity: Quantity, left: int, edge: int, before: Comparison) -> bool:
        """«рост составил 3,6 %, что выше среднероссийского показателя (2,9 %)»: how others grew."""
        rules = ("change.rate", "change.direct", "change.counterpart")
        named = before.kind == "change" and before.rule.startswith(rules)
        if quantity.unit != "%" or not named or quantity.value > _WHOLE:
            return False
        return self.tells_ways and self._is_beside_others(quantity, left, edge)

    def _is_of_next_variant(self, left: int, edge: int) -> bool:
        """«101,2 % по базовому варианту и 99,6 % по консервативному»: nothing but a variant stands in between."""
        named = self.variants.first(self.lower, left, edge)
        return named is not None and not WORD.search(self._unsaid(left, edge, self.variants))

    def _is_beside_others(self, quantity: Quantity, left: int, edge: int) -> bool:
        """«что выше среднего по стране (106,4 %)»: in brackets behind the name of other places."""
        if not self.lower.endswith("(", left, edge) or not self.lower.startswith(")", quantity.end):
            return False
        return any(hit.value == "peers" for hit in self.frames.basis.all(self.lower, left, edge))

    def index_beside(
        self, quantity: Quantity, place: Surroundings, left: int, edge: int, before: Comparison | None
    ) -> Comparison | None:
        """An index that only the words or the figure beside it tell."""
        if quantity.unit != "%" or not self.tells_ways or not LOWEST_INDEX <= quantity.value <= HIGHEST_INDEX:
            return None
        if self.frames.partitive.at(self.lower, quantity.end + 1, quantity.end + 20):
            return None
        if before and before.rule == "index" and self._is_of_next_variant(left, edge):
            return before
        if quantity.value > _WHOLE and self._is_beside_others(quantity, left, edge):
            return Comparison("ratio", rule="index.peers")
        if before and before.rule == "index" and self.is_noted_with_time(left, edge, quantity.end):
            return Comparison("ratio", rule="index")
        if self._begins_a_list(quantity, place, left, edge):
            return self._led(quantity, place, left, edge) or Comparison("ratio", rule="index")
        against = self.frames.counterpart.ending(self.lower, left, edge) is not None
        if before and before.rule == "index" and against and not self._is_share(place, edge):
            return Comparison("ratio", rule="index")  # «темп роста – 112 % против 98 % годом ранее»
        following = place.following[0] if place.following else None
        above = following is not None and following.unit == "%" and _WHOLE < following.value <= HIGHEST_INDEX
        noted = following and above and self.is_noted_with_time(quantity.end, following.start, following.end)
        if noted and not self._is_share(place, edge):
            return Comparison("ratio", rule="index")
        told = self.frames.index.last(self.lower, left, edge)
        verb = self.frames.copulas.ending(self.lower, told.end, edge) if told and told.value != "period" else None
        if told and verb and not WORD.search(self.lower, told.end, verb.start):  # «к уровню прошлого года – 98,7 %»
            return Comparison("ratio", None, told.value, rule="index")
        return (
            self._led(quantity, place, left, edge)
            or self._moved_to(quantity, place, left, edge)
            or self._of_a_fall(quantity, place, left, edge)
        )

    def _led(self, quantity: Quantity, place: Surroundings, left: int, edge: int) -> Comparison | None:
        """«По сравнению с 2007 годом сбор зерна составил 71,8 %»: of what has no per cent of its own."""
        start = place.sentence.start
        if place.first != quantity.start or not self.volumes.first(self.lower, start, edge):
            return None
        verb = self.frames.copulas.last(self.lower, left, edge)
        basis, since = self.leading_basis(start, edge) if verb and edge - verb.end <= _CLOSE else ("none", None)
        if basis == "none" or basis in PLANS or self._is_share(place, edge):
            return None
        return Comparison("ratio", None, basis, since, "index")

    def _begins_a_list(self, quantity: Quantity, place: Surroundings, left: int, edge: int) -> bool:
        """«объём производства составил 98,9 %, услуг – 103,2 %»: an index in front of one of more than a hundred."""
        following = place.following[0] if place.following else None
        if following is None or following.end > place.sentence.end or following.unit != "%":
            return False
        if not _WHOLE < following.value <= HIGHEST_INDEX or quantity.value < LIKELY_INDEX:
            return False
        between = self.lower[quantity.end : following.start]
        if not between.startswith((", ", "; ")) or self._is_share(place, edge):
            return False
        head = self.volumes.last(self.lower, left, edge)
        verb = self.frames.copulas.ending(self.lower, head.end, edge) if head else None
        dashed = between.rstrip().endswith(("–", "-", "—"))
        return verb is not None and self.lower[verb.start].isalpha() and dashed

    def is_noted_with_time(self, left: int, edge: int, end: int) -> bool:
        """«104,1 % (в 2012 году – 95,9 %)»: in brackets with nothing but its time."""
        opened = self.lower.rfind("(", left, edge)
        if opened < 0 or not self.lower.startswith(")", end):
            return False
        return any(p in self.period_at for p in range(opened, edge)) and not WORD.search(self._unsaid(opened, edge))

    def _is_share(self, place: Surroundings, edge: int) -> bool:
        frames, start = self.frames, place.sentence.start
        start = max(start, self.lower.rfind(";", start, edge))
        return any(cues.first(self.lower, start, edge) for cues in (frames.share, frames.rate, self.no_volume))

    def _moved_to(self, quantity: Quantity, place: Surroundings, left: int, edge: int) -> Comparison | None:
        """«По сравнению с 2017 годом объём производства снизится до 92,2 %»: of what has no per cent of its own."""
        goal = self.frames.goal.ending(self.lower, left, edge)
        moved = self.frames.trend.ending(self.lower, left, goal.start) if goal else None
        if moved is None or (direction_of(moved) == "up") != (quantity.value > _WHOLE):
            return None
        start = place.sentence.start
        if self._is_share(place, edge) or self.volumes.last(self.lower, start, moved.start) is None:
            return None
        basis, since = self.basis_in_front(left, edge)
        if basis == "none":
            basis, since = self.basis_in_front(start, place.first)
        told = basis != "none" or LIKELY_INDEX <= quantity.value < _WHOLE
        return Comparison("ratio", None, basis, since, "index") if told and basis not in PLANS else None

    def _of_a_fall(self, quantity: Quantity, place: Surroundings, left: int, edge: int) -> Comparison | None:
        """«снижение отгрузки электроэнергии – до 58 млн рублей (85,8 %)»: in brackets behind what it fell to."""
        previous = place.previous
        if previous is None or previous.family not in ("currency", "measure") or quantity.value >= _WHOLE:
            return None
        if self.lower[left:edge].strip() != "(" or not self.lower.startswith(")", quantity.end):
            return None
        start = max(place.sentence.start, left - FARTHEST)
        fell = self.frames.trend.last(self.lower, start, previous.start)
        if fell is None or direction_of(fell) != "down" or self._is_share(place, edge):
            return None
        return Comparison("ratio", rule="index") if self.volumes.last(self.lower, fell.start, edge) else None

    def way_of(
        self, quantity: Quantity, sentence: Sentence, left: int, said: Comparison, led: Direction | None
    ) -> Direction | None:
        """«оборот вырос и составил 108,7 % к 2016 году»: which way an index went, where a word of change says so;
        ``led`` is the way of the index before, «рос ввод жилья в Марьинском районе – 154,2 %, Уваровском – 141 %».
        """
        if said.rule != "index" or said.kind != "ratio" or quantity.unit != "%" or not self.tells_ways:
            return None
        start = max(sentence.start, quantity.start - FARTHEST)
        percent = self.lower.rfind("%", start, quantity.start)
        begin = max(start, percent + 1)
        named = self.frames.index_heads.all(self.lower, start, quantity.start)
        # «темп роста составил 117 %» says itself that something grew.
        named = [hit for hit in named if not self.pace_heads.at(self.lower, hit.start, hit.end)]
        hits = [
            hit
            for hit in self.frames.trend.all(self.lower, begin, quantity.start)
            if not any(name.start <= hit.start < name.end for name in named)
            # «индекс превысил 113 %» says how exact the number is; «площадь увеличилась до 87 тыс. га (119 %)» moves
            # the area.
            and not (quantity.modifier and not self.lower[hit.end : quantity.start].strip())
            and not (hit.end < left and self.verb.search(self.lower, hit.start, hit.end + 1))
            # «тенденция роста сохранилась: индекс производства – 105 %», but «рост индекса – 105 %»
            and not any(hit.end + 1 < name.start for name in named)
        ]
        way: Direction = "up" if quantity.value > _WHOLE else "down"
        if not hits and begin == start:  # «до 87 % от уровня прошлого года сократилось поголовье»
            stop = min(sentence.end, quantity.end + _BEHIND)
            comma = self.lower.find(",", quantity.end, stop)
            hits = self.frames.trend.all(self.lower, quantity.end, comma if comma > 0 else stop)
            hits = [hit for hit in hits if self.verb.search(self.lower, hit.start, hit.end + 1)][:1]
        told = bool(hits) and direction_of(hits[-1]) == way and quantity.value != _WHOLE
        listed = not hits and led == way and quantity.value != _WHOLE and sentence.start < left
        return way if told or (listed and self._goes_on_with(left, quantity.start)) else None

    def edge_of(self, quantity: Quantity, left: int) -> int:
        """Where the words before a figure end: in front of its modifier, or of the “from” of a range."""
        start = quantity.start
        opener = self.openers.ending(self.lower, max(left, start - 40), start) if quantity.bound else None
        modifier = self.modifiers.ending(self.lower, max(left, start - 40), start)
        if modifier and modifier.value == "none":
            modifier = None
        if not modifier and quantity.modifier == "at_least":  # «tăng từ 8 % trở lên»
            opener = self.frames.origin.ending(self.lower, max(left, start - 40), start)
        edge = min((hit.start for hit in (opener, modifier) if hit), default=start)
        stressed = self.emphasis.ending(self.lower, max(left, edge - 24), edge)  # “plunged *a further* 9 %”
        return stressed.start if stressed else edge

    def _goes_on_with(self, left: int, start: int) -> bool:
        """Whether a figure is the next of a list: behind a comma or an “and”, with no verb or basis of its own."""
        lower, frames = self.lower, self.frames
        closed = lower.find(")", left, start)
        if closed >= 0 and lower.find("(", left, closed) < 0:  # «(77 % к уровню прошлого года), хлеба (90 %)»
            left = closed
        joined = frames.joining.at(lower, left + 1, start)
        if (
            not lower.startswith((", ", "; ", "), ", "); "), left)
            and joined is None
            and not _NAMED_BEHIND.match(lower, left, start)
        ):
            return False
        said = (frames.basis, frames.index_heads, frames.share, frames.rate)
        return not self.verb.search(lower, left, start) and not any(cues.first(lower, left, start) for cues in said)
