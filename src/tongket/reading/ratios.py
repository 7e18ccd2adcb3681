"""Two numbers that are read as one: “5 million 600 thousand”, “7 out of 10 districts”, «18 communes sur 24»."""

from __future__ import annotations

import re
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.measures import Measure, after_gap, measure_at, scale_at, units_of
from tongket.reading.numerals import EXACT, Numeral, number_word_at, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.ranges import Ranges

_FRACTION = re.compile(r" ?/ ?(?=[0-9])")
_OWNER = re.compile(r"(?:[^\W\d_]{1,24} )?[^\W\d_]{2,24}(?:['’]s|s['’])? (?=[0-9])")
_LARGE = 1000
_WHOLE = 100
_SMALL = 10


class Ratios(Ranges):
    """Reads a number of two scales, and a part beside its whole."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        super().__init__(lower, pack)
        self.ratio_words = pack.cues("numbers.ratio_words")
        self.ratio_words_small = pack.cues("numbers.ratio_words_small")

    def compound(self, first: Numeral, measure: Measure, opening: Numeral | None = None) -> Quantity | None:
        """“5 million 600 thousand roubles”: a number of a smaller scale is added to the first, and where no unit
        stands behind the last scale, «расходы – 5 млн 600 тыс.», all is one amount of what the text names elsewhere.

        ``opening`` is the first number of all, where ``first`` is already the second.
        """
        second = numeral_at(self.lower, after_gap(self.lower, measure.end), self.pack)
        if second is None or second.looks_like_year:
            return None
        rest = self.measured(second.end)
        adds = 1 < rest.scale < measure.scale and EXACT.multiply(second.value, rest.scale) < measure.scale
        if rest.scale == 1:  # «68 тысяч 350 рублей»
            adds = second.unit_digit == 1 and first.unit_digit == 1 and second.value < measure.scale == _LARGE
        if not adds:
            return None
        bare = rest.end == scale_at(self.lower, second.end, self.pack)[1]
        if bare and rest.family is None:  # «12 млрд 40 млн»: roubles, as a thousand million alone is
            rest = replace(rest, unit=measure.unit, family=measure.family)
        below = self.compound(second, rest, opening or first) if bare else None
        if below is None and bare and "\n" not in self.lower[measure.end : second.start]:
            rest = self.named_elsewhere(opening or first, rest)
        if below is None and rest.family is None:
            return None
        low = below or self._quantity(second, rest, second.start)
        high = self._quantity(first, replace(rest, scale=measure.scale), first.start)
        high = replace(high, end=low.end, unit=low.unit, family=low.family)
        return replace(high, value=EXACT.add(high.value, low.value), half_unit=low.half_unit)

    def ratio(self, numeral: Numeral) -> list[Quantity]:
        """“7/10 districts”, “7 out of 10 districts”."""
        fraction = _FRACTION.match(self.lower, numeral.end)
        if fraction:
            place = fraction.end()
        else:
            words = after_gap(self.lower, numeral.end)
            single = numeral.word and numeral.value == 1
            hit = None if single else self.ratio_words.at(self.lower, words, numeral.end + 40)
            if hit is None and numeral.value <= _SMALL:
                hit = self.ratio_words_small.at(self.lower, words, numeral.end + 40)
            if hit is None:
                return []
            place = after_gap(self.lower, hit.end)
        owner = _OWNER.match(self.lower, place) if not fraction else None  # “50 of California's 58 counties”
        place = owner.end() if owner else place
        whole = numeral_at(self.lower, place, self.pack) or number_word_at(self.lower, place, self.pack)
        if owner and whole and (whole.word or whole.looks_like_year or numeral.word):
            return []
        if whole is None or self.lower[whole.end : whole.end + 1] == "/":
            return []
        # More than a whole is a plan that was exceeded, «1.250/1.200 việc làm», and «20/11» may be a day.
        if whole.value < numeral.value and (whole.value < _WHOLE or not fraction or numeral.value > 2 * whole.value):
            return []
        measure = measure_at(self.lower, whole.end, self.pack)
        if measure.family in ("currency", "measure") and fraction and whole.value >= _WHOLE:  # «3.215/6.430 tỷ đồng»
            return [
                replace(self._quantity(numeral, measure, numeral.start), of=EXACT.multiply(whole.value, measure.scale))
            ]
        if measure.family not in ("count", "noun"):
            return []
        return [replace(self._quantity(numeral, measure, numeral.start), of=whole.value)]

    def ratio_behind(self, numeral: Numeral, measure: Measure) -> list[Quantity]:
        """«18 communes sur 24»: the whole stands behind what is counted, and counts nothing else."""
        if measure.family not in ("count", "noun") or measure.scale != 1:
            return []
        hit = self.ratio_words.at(self.lower, after_gap(self.lower, measure.end), measure.end + 40)
        place = after_gap(self.lower, hit.end) if hit else 0
        whole = hit and (numeral_at(self.lower, place, self.pack) or number_word_at(self.lower, place, self.pack))
        if not whole or whole.looks_like_year or whole.value < numeral.value:
            return []
        beyond = measure_at(self.lower, whole.end, self.pack)
        # «87 дворов из 120 запланированных»: an adjective only says more of the same things.
        if beyond.family is not None and not units_of(self.pack).adjective.fullmatch(beyond.unit):
            return []
        return [replace(self._quantity(numeral, replace(measure, end=whole.end), numeral.start), of=whole.value)]
