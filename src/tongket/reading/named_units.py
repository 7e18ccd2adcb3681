"""Numbers without a unit, or with a scale alone, whose unit the words in front of them name."""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.reading import bare_counts, shared_units
from tongket.reading.amounts import Quantity
from tongket.reading.denominators import Denominators
from tongket.reading.measures import CLAUSE, Measure, after_gap, counted_before, units_of
from tongket.reading.numerals import Numeral
from tongket.reading.packs import LanguagePack
from tongket.reading.ranges import LOOK_BACK

CLOSES = re.compile(r"\s*(?:[,;)\n]|\.(?!\d)|\Z|\((?:\w{2,6}\s)?\d[\d.,]{0,6}\s?(?:%|per\s?cent)\))")
SENTENCE_END = re.compile(r"(?<![. ]\w)[.!?]\s|\n")
SAME_SENTENCE = 120
LARGE = 1000
SIGNS = ("+", "-", "−", "–")
GROUPED = re.compile(r"[0-9][^\w]?[0-9]{3}\Z")
AMOUNTS = ("currency", "measure")


class NamedUnits(Denominators):
    """Finds the units of numbers that stand without one; ``found`` are the quantities in front."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        super().__init__(lower, pack)
        self.found: list[Quantity] = []
        self.elliptic_cues = pack.cues("numbers.elliptic")
        self.elliptic_before = pack.cues("numbers.elliptic_before")
        self.reached = pack.cues("comparison.reached")

    def named_before(self, numeral: Numeral, measure: Measure) -> Measure:
        """A large or scaled number without a unit counts what the words before it name."""
        scaled = measure.scale != 1
        if numeral.word:  # «погибли двое, трое получили травмы»
            people = self.pack.cues("numbers.collective").at(self.lower, numeral.start, numeral.end)
            return replace(measure, unit=people.value, family="count") if people else measure
        if numeral.looks_like_year or not (scaled or numeral.value >= LARGE):
            return measure
        place = after_gap(self.lower, numeral.end)
        closed = CLOSES.match(self.lower, numeral.end) or self.elliptic_before.at(self.lower, place, place + 20)
        alone = closed is not None and GROUPED.search(self.lower, numeral.start, numeral.end) is not None
        unit = bare_counts.numbered(self.lower, numeral, self.pack)
        like = shared_units.of_the_same_scale(self.lower, numeral.start, measure, self.found) if scaled else None
        if like and not unit and shared_units.is_next_of_a_list(self.lower, numeral.start, like):
            unit = like.unit
        unit = unit or (self._sum_in_clause(numeral) if scaled else None)
        unit = unit or counted_before(self.lower, numeral.start, self.pack, any_noun=scaled or alone)
        if unit is None:
            unit = self._named_in_front_of_brackets(numeral)
        if unit is None and (alone or scaled):
            unit = self._named_in_sentence(numeral, told=scaled)
        if unit is None and like:
            unit = like.unit
        elif unit is None and scaled:
            following = shared_units.of_the_next_scale(self.lower, measure, self.pack)
            unit = following.unit if following else None
        family = units_of(self.pack).families.get(unit or "", "noun")
        return replace(measure, unit=unit, family=family if family in AMOUNTS else "noun") if unit else measure

    def named_elsewhere(self, numeral: Numeral, measure: Measure) -> Measure:
        """«доходы – 12 млрд 54 млн рублей, дефицит – 35 млн 100 тыс.»: money, of the currency of the sentence, where
        the words in front speak of a sum, and else the same as the last amount, or the next.
        """
        money = self._sum_in_clause(numeral)
        like = shared_units.amount_of_sentence(self.lower, numeral.start, self.found, money=money is not None)
        if like:
            return replace(measure, unit=like.unit, family=like.family)
        following = shared_units.of_the_next_scale(self.lower, measure, self.pack)
        if following and (money is None or following.family == "currency"):
            return replace(measure, unit=following.unit, family=following.family)
        return measure if measure.family else self.named_before(numeral, measure)

    def _sum_in_clause(self, numeral: Numeral) -> str | None:
        """«на эти цели израсходовано 4,6 млн»: money, by a word for sums and what is done with them."""
        clause = CLAUSE.search(self.lower, max(0, numeral.start - SAME_SENTENCE), numeral.start)
        first = clause.start() if clause else numeral.start
        named = units_of(self.pack).bare_nouns.last(self.lower, first, numeral.start)
        sums = self.pack.cues("numbers.sums").last(self.lower, first, numeral.start)
        return sums.value if sums and not named else None

    def _named_in_front_of_brackets(self, numeral: Numeral) -> str | None:
        """“employment rose in mining (up 5,800 or 6 per cent), trade (up 1,200) …”: people, in every bracket."""
        opened = self.lower.rfind("(", max(0, numeral.start - LOOK_BACK // 2), numeral.start)
        signed = self.lower[opened + 1 : numeral.start] in SIGNS
        if opened < 0 or not (signed or self.elliptic_cues.ending(self.lower, opened, numeral.start)):
            return None
        floor = max(0, opened - 3 * SAME_SENTENCE)
        for mark in SENTENCE_END.finditer(self.lower, floor, opened):
            floor = mark.end()
        named = units_of(self.pack).bare_nouns.last(self.lower, floor, opened)
        return named.value if named else None

    def _named_in_sentence(self, numeral: Numeral, *, told: bool) -> str | None:
        """“The population is growing, reaching 61,480 in June”: people, behind a verb of reaching, or where the scale
        tells that it is an amount: «число предприятий выросло на 6 %, сейчас их 17 тыс.»
        """
        verb = self.reached.ending(self.lower, max(0, numeral.start - LOOK_BACK), numeral.start)
        if verb is None and not told:
            return None
        end = verb.start if verb else numeral.start
        floor = max(0, end - SAME_SENTENCE * (1 if verb else 2))
        for mark in SENTENCE_END.finditer(self.lower, floor, end):
            floor = mark.end()
        named = units_of(self.pack).bare_nouns.last(self.lower, floor, end)
        if named or not told:
            return named.value if named else None
        sums = self.pack.cues("numbers.sums").last(self.lower, floor, end)
        return sums.value if sums else bare_counts.number_of(self.lower, floor, end, self.pack)
