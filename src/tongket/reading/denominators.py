"""Numbers that say per how many something is counted, and are no quantities: «per 1,000 inhabitants»."""

from __future__ import annotations

from decimal import Decimal

from tongket.reading.measures import units_of
from tongket.reading.numerals import EXACT
from tongket.reading.packs import LanguagePack
from tongket.reading.ranges import LOOK_BACK
from tongket.reading.ratios import Ratios

_RATE_REACH = 60


class Denominators(Ratios):
    """Tells the denominators of rates and prices."""

    def __init__(self, lower: str, pack: LanguagePack) -> None:
        super().__init__(lower, pack)
        self.per_words = pack.cues("numbers.per_words")
        self.per_one = pack.cues("numbers.per_one")
        self.rate_heads = pack.cues("comparison.rate_heads")
        self.per_one_thing = pack.cues("numbers.per_one_thing")

    def is_denominator(self, start: int, value: Decimal, unit: str) -> bool:
        """Whether this is the “1,000” of “per 1,000 inhabitants”, or the “1” of “the price of 1 kg”."""
        digits = value.normalize(EXACT).as_tuple()
        family = units_of(self.pack).families.get(unit)
        if value == 1 and family in ("measure", "count", None):  # «надой с 1 фуражной коровы»
            cues = self.per_one if family == "measure" else self.per_one_thing
            hit = cues.ending(self.lower, max(0, start - LOOK_BACK), start)
            # «увеличилось на 1 человека» is an amount, «надой на 1 корову» is none.
            return hit is not None and not self.trend.ending(self.lower, max(0, hit.start - LOOK_BACK), hit.start)
        # «выросли на 10 млрд рублей», «đạt trên 100 % kế hoạch»
        if family in ("currency", "percent"):
            return False
        if (
            digits.digits != (1,)
            or value < 100
            or not self.per_words.ending(self.lower, max(0, start - LOOK_BACK), start)
        ):
            return False
        # «kết nạp trên 1.000 đảng viên»: more than so many, unless a rate is spoken of
        more = self.modifiers.ending(self.lower, max(0, start - LOOK_BACK), start)
        return more is None or self.rate_heads.first(self.lower, max(0, start - _RATE_REACH), start) is not None
