"""From the words of a text to the indicators of a catalogue: a safe link, or none, and why.

A wrong link is worse than none. A figure is linked only when a name or synonym covers the subject of its
clause: words that no cue explains, in front of the match or behind it, could change its meaning
(“revenue *from fees*”), and then the linker abstains. So it does when the unit does not fit, and when two
indicators are equally near. The words that leave an indicator as it is are data of the language (``linking``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.catalogue.definitions import MONEY, Catalogue, IndicatorDefinition
from tongket.reading.amounts import Place, Quantity
from tongket.reading.bases import A_YEAR_BEFORE, Comparison
from tongket.reading.link_matches import COUNTED, END, FAR, MARK, NAMES_WHOLE, NEAR, LinkMatches
from tongket.reading.links import NO_LINK, Link, Match, weighed
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence
from tongket.reading.subjects import WORD, Subject

_COMPARISONS = ("change", "plan_ratio", "plan_excess")
_AMOUNTS = ("level", "count")
_OF_BEFORE = ("change", "ratio")
_YEARLY = ("none", *A_YEAR_BEFORE)


class Linker(LinkMatches):
    """Links the figures of one text, in order, to the indicators of one catalogue."""

    def __init__(
        self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period], catalogue: Catalogue
    ) -> None:
        super().__init__(text, lower, pack, periods, catalogue)
        self.parts, self.prices = pack.cues("status.parts"), pack.cues("linking.prices")
        self.joined, self.each = pack.cues("linking.joined"), pack.cues("linking.each")
        self.of_next, self.of_what = pack.cues("linking.of_next"), pack.cues("linking.of_what")
        self.share_of, self.as_to = pack.cues("linking.share_of"), pack.cues("linking.as_to")
        self.introducing = pack.cues("linking.introducing")
        self.growth = {i.growth_of: i for i in catalogue.indicators if i.growth_of}
        self.paragraph: int | None = None
        self.begins = 0
        self.last = NO_LINK
        self.restricted: Quantity | None = None  # the figure before that was of some of an indicator only
        self.grows = False  # whether the figure before was told as a growth

    def link(
        self,
        quantity: Quantity,
        comparison: Comparison,
        subject: Subject,
        before: Link,
        *,
        left: int,
        sentence: Sentence,
    ) -> Link:
        """The indicator that a figure safely speaks of, with the reason; without one, the reason of that.

        ``before`` is the link of the figure before it in its sentence, which a figure without own subject
        inherits; ``left`` is the end of that figure. What the paragraph of the ``sentence`` spoke of before decides
        about phrases that mean something beside another indicator only.
        """
        if not self.phrases.meanings:
            return NO_LINK
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.spoken_of, self.last, self.restricted = sentence.paragraph, [], NO_LINK, None
            self.begins = sentence.start
        self._matched.clear()
        found = self._link(quantity, comparison, subject, before, left)
        if self._is_share_of_another(found, quantity) or self._is_of_what_follows(found, quantity):
            found = NO_LINK
        if self._is_part_of_the_same(found, left, quantity.start) or self._is_not_of_the_place(
            found, quantity, sentence, left
        ):
            found = found.as_part()
        self.last = found
        if found.indicator:
            self.spoken_of.append(found.indicator.code)
        elif (
            subject.own and quantity.family in COUNTED and not self.introducing.first(self.lower, left, quantity.start)
        ):
            self.spoken_of.clear()  # «có 42 nghìn doanh nghiệp, vốn đăng ký 357 tỷ đồng» behind new enterprises
        return found

    def as_told(self, found: Link, quantity: Quantity, kind: str, basis: str, right: int) -> Link:
        """The link of the claim itself: “GRDP grew by 8 %” is a value of its growth, where the catalogue has that.

        Growth is measured at constant prices: where the text speaks of current ones («quy mô», “nominal”, also behind
        the figure, up to ``right``), and where it is not over a year before, it is a change of the level.
        """
        growth = self.growth.get(found.indicator.code) if found.indicator else None
        if growth and kind == "change" and self._prices(found, quantity, right) == "compound":
            return NO_LINK
        # «GRDP tăng 8,2%, đứng thứ 5 cả nước»: a rank behind a growth is that of the growth.
        if self.grows and found.why == "same" and kind == "plan_excess":  # “GRDP grew by 6 % (the plan was 8 %)”
            return NO_LINK
        self.grows = growth is not None and (
            self._is_growth(found, quantity, kind, basis, right)
            or (kind == "rank" and found.why == "same" and self.grows)
        )
        return replace(found, indicator=growth) if self.grows else found

    def _is_growth(self, found: Link, quantity: Quantity, kind: str, basis: str, right: int) -> bool:
        if kind != "change" or quantity.unit != "%" or basis.partition(":")[0] not in _YEARLY:
            return False
        return self._prices(found, quantity, right) != "current"

    def _prices(self, found: Link, quantity: Quantity, right: int) -> str | None:
        """The prices that a growth is told at, or that it is one year's of many at once (“a CAGR of 9 %”)."""
        prices = self.prices.first(self.lower, quantity.end, min(right, quantity.end + NEAR))
        prices = prices or self.prices.last(self.lower, max(0, found.start - NEAR // 2), quantity.start)
        return prices.value if prices else None

    def _is_part_of_the_same(self, found: Link, left: int, start: int) -> bool:
        """«tổng thu ngân sách 5 tỷ đồng, trong đó: thu ngân sách địa phương 4 tỷ đồng»: a part is not the whole.

        Nor is what a bracket names by other words (“industry and construction 13 % (industry 14 %)”).
        """
        if found.indicator is None or found.indicator.code not in self.spoken_of[-3:]:
            return False
        if (
            found.why != "phrase"
        ):  # “budget revenue was 9 billion, of which 4 billion” are a part, “in May 4 billion” not
            told = self.parts.first(self.lower, left, start)
            return (
                found.start < left
                and told is not None
                and bisect_left(self.starts, left) == bisect_left(self.starts, start)
            )
        if self.last.why == "part" and self.last.start == found.start:
            return True
        if self.parts.first(self.lower, left, max(left, found.start)) is not None:
            return True
        same = self.last.indicator is not None and self.last.indicator.code == found.indicator.code
        return same and self.last.phrase != found.phrase and "(" in self.lower[left : found.start]

    def _is_not_of_the_place(self, found: Link, quantity: Quantity, sentence: Sentence, left: int) -> bool:
        if found.indicator is None:
            return False
        if found.start < left:
            return self.scopes.is_told_of_others(left, (quantity.start, quantity.end))
        if found.indicator.code in self.spoken_of and self.scopes.has_another_owner(found.start, self.begins):
            return True
        if found.indicator.is_growth and self.scopes.is_of_another_measure(found.start, sentence):
            return True
        return self.scopes.is_narrower(found.start, found.end, quantity.end, sentence)

    def _link(self, quantity: Quantity, comparison: Comparison, subject: Subject, before: Link, left: int) -> Link:
        if not subject.own:
            part = self._is_part(quantity, comparison, left)
            return NO_LINK if part else self._inherited(quantity, comparison, before)
        matches = self._candidates(quantity, subject, left)
        match = next(matches, None)
        if match is not None and self._is_of_the_restricted(quantity, match):
            return NO_LINK
        if match is None:
            if self._matches(*subject.clause):
                self.restricted = quantity
                before = NO_LINK  # «GRDP tăng 7%; thu ngân sách *có hiệu quả*, đạt 193 tỷ đồng»
            carried = NO_LINK if quantity.family in COUNTED else self._carried(subject.clause, before, left)
            # “FDI reached 9 million. It attracted 4 million *in domestic investment*”: it says itself of what it is.
            if carried.indicator and carried is self.last and comparison.kind in _AMOUNTS and self._goes_on(quantity):
                return NO_LINK
            return self._inherited(quantity, comparison, carried)
        return self._weighed(match, quantity, comparison)

    def _is_part(self, quantity: Quantity, comparison: Comparison, left: int) -> bool:
        """«chi 51 tỷ đồng (*bao gồm* 3 tỷ đồng từ trái phiếu)»: an amount that is a part of the one before."""
        if comparison.kind not in _AMOUNTS:
            return False
        return self.introducing.first(self.lower, left, quantity.start) is not None

    def _is_of_the_restricted(self, quantity: Quantity, match: Match) -> bool:
        """«kim ngạch *với Lào* đạt 9 triệu USD, *trong đó* xuất khẩu 5 triệu USD»: a part of what is not all itself."""
        whole, self.restricted = self.restricted, None
        if whole is None or whole.family != quantity.family or match.start - whole.end > FAR:
            return False
        ends = (end.end() for end in END.finditer(self.lower, whole.end, max(whole.end, match.start)))
        if any(self.introducing.at(self.lower, end, end + NAMES_WHOLE) is None for end in ends):
            return False
        self.restricted = whole
        return self.introducing.first(self.lower, whole.end, match.start) is not None

    def _inherited(self, quantity: Quantity, comparison: Comparison, before: Link) -> Link:
        indicator = before.indicator
        if indicator is None or (comparison.kind == "share" and self._goes_on(quantity)):
            return NO_LINK
        if self._says_of_what(quantity):
            return NO_LINK
        # “CPI rose by 0.5 % on the month, by 3.5 % on the year”: two values. Behind the growth of something
        # with an indicator of its own a percentage may be of either.
        if indicator.measures_growth and comparison.kind in _COMPARISONS:
            again = indicator.is_growth and comparison.kind in _OF_BEFORE and quantity.unit == "%"
            return before.inherited() if again else NO_LINK
        return before.inherited() if self._fits(indicator, quantity, comparison) else NO_LINK

    def _says_of_what(self, quantity: Quantity) -> bool:
        """“expenditure rose by 6 %, as against 5 % *in revenue*”, “own revenue of 3 million, 2 *for grants*”."""
        amount = quantity.family == "currency"
        says = amount or quantity.unit == "%"
        joint = self.of_what.at(self.lower, quantity.end + 1, quantity.end + NEAR) if says else None
        word = WORD.match(self.around.text, joint.end + 1) if joint else None
        return word is not None and (amount or word.group().islower()) and not self._is_explained(*word.span())

    def _is_of_what_follows(self, found: Link, quantity: Quantity) -> bool:
        """“a deficit of 2 billion on a 10 billion *budget*”, “export and import grew by 5 and 9 %, *respectively*”."""
        end = quantity.end
        if self.of_next.at(self.lower, end + 1, end + NEAR):
            return True
        joined = found.indicator is not None and self.joined.first(self.lower, found.start, found.end) is not None
        return joined and self.each.first(self.lower, end, end + NEAR // 2) is not None

    def _is_share_of_another(self, found: Link, quantity: Quantity) -> bool:
        """«занято 9 тыс. человек, или 60 % *от численности* населения», “a deficit of 2 % *of GDP*”."""
        indicator, end = found.indicator, quantity.end
        if indicator is None or quantity.unit != "%" or indicator.unit_of_measure == "%":
            return False
        mark = WORD.search(self.lower, end, end + 4)
        return mark is not None and self.share_of.at(self.lower, mark.start(), end + NEAR) is not None

    def _goes_on(self, quantity: Quantity) -> bool:
        """«bảo hiểm y tế đạt 95%; duy trì 89% trường học»: whether a share says itself of what it is."""
        mark = MARK.search(self.lower, quantity.end, quantity.end + 2 * NEAR)
        return mark is not None and not self._is_explained(quantity.end, mark.start())

    def _weighed(self, match: Match, quantity: Quantity, comparison: Comparison) -> Link:
        """The link that a match makes: the indicator that fits, and the next best beside it."""
        fitting = [(s.indicator, s) for s in match.longest if self._fits(s.indicator, quantity, comparison)]
        beside = [(i, s) for i, s in self._shorter(match) if self._fits(i, quantity, comparison)]
        in_its_unit = quantity.unit != "%" and bool(fitting) and _is_in_unit_of(quantity, fitting[0][0])
        return weighed(match, fitting, beside, in_its_unit)

    def _carried(self, clause: Place, before: Link, left: int) -> Link:
        """The link that a clause points back to: “its volume”, “this was”, “5 tonnes of milk, up”."""
        start, end = clause
        if not WORD.search(self._blank(start, end, carrying=True)):
            return before if before.indicator else self.last
        # What stands in front of the comma belongs to the figure before it.
        comma = self.lower.find(",", start, end)
        return before if comma >= 0 and start == left and self._is_explained(comma + 1, end) else NO_LINK

    def _fits(self, indicator: IndicatorDefinition, quantity: Quantity, comparison: Comparison) -> bool:
        """Whether such a figure can be a value of the indicator, or a comparison of it."""
        # «vốn đăng ký đạt 180 triệu USD, tăng 33% *về số dự án*»
        mark = MARK.search(self.lower, quantity.end, quantity.end + NEAR // 2)
        said = self.as_to.first(self.lower, quantity.end, mark.start() if mark else quantity.end + NEAR // 2)
        if said and (said.value == "other" or (said.value == "money") != (indicator.unit_of_measure == MONEY)):
            return False
        if comparison.kind == "rank":
            return True
        measured_in_percent = indicator.unit_of_measure == "%"
        if comparison.kind in _OF_BEFORE and quantity.unit == "times":
            return not indicator.measures_growth
        if comparison.kind == "change" and quantity.unit == "percentage points":
            return measured_in_percent
        if comparison.kind == "ratio" and quantity.unit == "%" and quantity.of is None:
            return indicator.measures_growth or not measured_in_percent
        if comparison.kind == "change" and quantity.unit == "%":
            return indicator.measures_growth or not measured_in_percent
        if comparison.kind in _COMPARISONS:
            return quantity.unit == "%" or _is_in_unit_of(quantity, indicator)
        return _is_in_unit_of(quantity, indicator) and not indicator.measures_growth


def _is_in_unit_of(quantity: Quantity, indicator: IndicatorDefinition) -> bool:
    """Whether a quantity is in a unit that the indicator is measured or counted in."""
    if indicator.unit_of_measure == MONEY and quantity.family == "currency":
        return True
    return quantity.unit == indicator.unit_of_measure or quantity.unit in indicator.also_in
