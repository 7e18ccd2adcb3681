"""From the words of a text to the indicators of a catalogue: a safe link, or none, and why.

A wrong link is worse than none. A figure is linked only when a name or synonym covers the subject of its
clause: words that no cue explains, in front of the match or behind it, could change its meaning
(“revenue *from fees*”), and then the linker abstains. So it does when the unit does not fit, and when two
indicators are equally near. The words that leave an indicator as it is are data of the language (``linking``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.catalogue.definitions import MONEY, Catalogue, IndicatorDefinition
from tongket.reading import synonyms
from tongket.reading.amounts import Place, Quantity
from tongket.reading.bases import A_YEAR_BEFORE, Comparison
from tongket.reading.link_scopes import LinkScopes
from tongket.reading.link_words import LinkWords
from tongket.reading.links import NO_LINK, Candidate, Link, Match, weighed
from tongket.reading.measures import percent_before
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.segments import Sentence
from tongket.reading.subjects import WORD, Subject, blank_out

_COMPARISONS = ("change", "plan_ratio", "plan_excess")
_AMOUNTS = ("level", "count")
_OF_BEFORE = ("change", "ratio")
_YEARLY = ("none", *A_YEAR_BEFORE)
_COUNTED = ("count", "noun")
_NEAR = 80
_FAR = 300
_JOINT = 3
_MARK = re.compile(r"[,;.:()\n]|\Z")
_ENTRY = re.compile(r"\s[–—-]\s\d")
_FIGURE = re.compile(r"\W{0,4}(?:\w{1,2}\s)?\d")
_END = re.compile(r"[.;\n]\s{1,3}|\n")
_BESIDE = re.compile(r"[\s(]{0,3}")
_NAMES_WHOLE = 20
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")


class Linker:
    """Links the figures of one text, in order, to the indicators of one catalogue."""

    def __init__(
        self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period], catalogue: Catalogue
    ) -> None:
        self.lower = synonyms.fold(lower)
        self.pack = pack
        self.periods = periods
        self.starts = [period.start for period in periods]
        self.parts = pack.cues("status.parts")
        self.scales = pack.cues("numbers.scales")
        # «грант *получили* 6 субъектов», “services are *rendered* by 17 shops”: not all that there are.
        self.of_some = pack.cues("linking.of_some")
        self.restricting = pack.cues("linking.restricting")
        self.joined, self.each = pack.cues("linking.joined"), pack.cues("linking.each")
        self.of_next = pack.cues("linking.of_next")
        self.of_what = pack.cues("linking.of_what")
        self.share_of, self.turning = pack.cues("linking.share_of"), pack.cues("linking.turning")
        self.part_of, self.of_those = pack.cues("linking.part_of"), pack.cues("linking.of_those")
        self.often_some, self.of_all = pack.cues("linking.often_some"), pack.cues("linking.of_all")
        self.dwelling, self.people = pack.cues("linking.dwelling"), pack.cues("linking.people")
        self.prices = pack.cues("linking.prices")
        self.given, self.takers = pack.cues("linking.given"), pack.cues("linking.takers")
        self.within = pack.cues("linking.within")
        self.part_behind = pack.cues("linking.part_behind")
        self.joining, self.introducing = pack.cues("comparison.joining"), pack.cues("linking.introducing")
        self.belonging, self.whole_told = pack.cues("linking.belonging"), pack.cues("linking.whole_told")
        self.closed, self.as_to = pack.cues("linking.closed"), pack.cues("linking.as_to")
        self.owing = pack.cues("linking.owing")
        self.partitive, self.percent_before = pack.cues("comparison.partitive"), percent_before(pack)
        self.growth = {i.growth_of: i for i in catalogue.indicators if i.growth_of}
        self.phrases = synonyms.index(catalogue, pack.code)
        self.around = LinkWords(text, self.lower, pack)
        self.scopes = LinkScopes(text, self.lower, pack)
        self.paragraph: int | None = None
        self.begins = 0
        self.spoken_of: list[str] = []
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
            subject.own and quantity.family in _COUNTED and not self.introducing.first(self.lower, left, quantity.start)
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
        prices = self.prices.first(self.lower, quantity.end, min(right, quantity.end + _NEAR))
        prices = prices or self.prices.last(self.lower, max(0, found.start - _NEAR // 2), quantity.start)
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
            carried = NO_LINK if quantity.family in _COUNTED else self._carried(subject.clause, before, left)
            # “FDI reached 9 million. It attracted 4 million *in domestic investment*”: it says itself of what it is.
            if comparison.kind in _AMOUNTS and carried is self.last and self._goes_on(quantity):
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
        if whole is None or whole.family != quantity.family or match.start - whole.end > _FAR:
            return False
        ends = (end.end() for end in _END.finditer(self.lower, whole.end, max(whole.end, match.start)))
        if any(self.introducing.at(self.lower, end, end + _NAMES_WHOLE) is None for end in ends):
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
        joint = self.of_what.at(self.lower, quantity.end + 1, quantity.end + _NEAR) if says else None
        word = WORD.match(self.around.text, joint.end + 1) if joint else None
        return word is not None and (amount or word.group().islower()) and not self._is_explained(*word.span())

    def _is_of_what_follows(self, found: Link, quantity: Quantity) -> bool:
        """“a deficit of 2 billion on a 10 billion *budget*”, “export and import grew by 5 and 9 %, *respectively*”."""
        end = quantity.end
        if self.of_next.at(self.lower, end + 1, end + _NEAR):
            return True
        joined = found.indicator is not None and self.joined.first(self.lower, found.start, found.end) is not None
        return joined and self.each.first(self.lower, end, end + _NEAR // 2) is not None

    def _is_share_of_another(self, found: Link, quantity: Quantity) -> bool:
        """«занято 9 тыс. человек, или 60 % *от численности* населения», “a deficit of 2 % *of GDP*”."""
        indicator, end = found.indicator, quantity.end
        if indicator is None or quantity.unit != "%" or indicator.unit_of_measure == "%":
            return False
        mark = WORD.search(self.lower, end, end + 4)
        return mark is not None and self.share_of.at(self.lower, mark.start(), end + _NEAR) is not None

    def _goes_on(self, quantity: Quantity) -> bool:
        """«bảo hiểm y tế đạt 95%; duy trì 89% trường học»: whether a share says itself of what it is."""
        mark = _MARK.search(self.lower, quantity.end, quantity.end + 2 * _NEAR)
        return mark is not None and not self._is_explained(quantity.end, mark.start())

    def _weighed(self, match: Match, quantity: Quantity, comparison: Comparison) -> Link:
        """The link that a match makes: the indicator that fits, and the next best beside it."""
        fitting = [(s.indicator, s) for s in match.longest if self._fits(s.indicator, quantity, comparison)]
        beside = [(i, s) for i, s in self._shorter(match) if self._fits(i, quantity, comparison)]
        in_its_unit = quantity.unit != "%" and bool(fitting) and _is_in_unit_of(quantity, fitting[0][0])
        return weighed(match, fitting, beside, in_its_unit)

    def _candidates(self, quantity: Quantity, subject: Subject, left: int) -> Iterator[Match]:
        """The matches that cover what a figure speaks of, the likeliest first."""
        if quantity.family in _COUNTED or " per " in quantity.unit:
            # «khách quốc tế chiếm 85% (51.000 lượt khách)»: a bracket is of what the figure before it is of.
            floor = 0 if "(" in self.lower[left : quantity.start] else left
            if self.of_some.first(self.lower, max(floor, quantity.start - 2 * _NEAR), quantity.start):
                return
            behind = (m for m in self._behind(quantity, subject.tail) if self._are_all(quantity, m))
            yield from (m for m in behind if not self._is_of_a_whole(m))
            for match in self._before(subject.clause):
                of_those = self.of_those.ending(self.lower, max(0, match.start - _NAMES_WHOLE), match.start)
                counted = of_those or self._is_counted_before(match, left, quantity)
                if not counted and self._counts_all_who_dwell(quantity, match):
                    yield match
            return
        start, end = subject.clause
        found = list(self._before((start, end)))
        # “GRDP (second estimate) fell”: the bracket parts the clause from its subject.
        if left < start and self.lower[start - 1] == ")":
            found += self._before((left, end))
        of_it = (m for m in found if not self._is_of_the_one_before(m, left, quantity.end))
        yield from (m for m in of_it if not self._is_of_a_whole(m))
        # “a company that owes 5 billion dong of land tax” does not say what was collected.
        if quantity.family == "currency" and self.owing.first(self.lower, start, quantity.start) is None:
            yield from self._directly_behind(quantity, subject.tail)

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
        mark = _MARK.search(self.lower, quantity.end, quantity.end + _NEAR // 2)
        said = self.as_to.first(self.lower, quantity.end, mark.start() if mark else quantity.end + _NEAR // 2)
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

    def _matches(self, start: int, end: int) -> list[Match]:
        """All longest matches that begin in ``[start, end)``, without those inside another one."""
        tokens = list(WORD.finditer(self.lower, start, end))
        words = synonyms.stems((token.group() for token in tokens), self.pack)
        found: list[Match] = []
        for place, token in enumerate(tokens):
            if words[place] not in self.phrases.lengths or (found and token.start() < found[-1].end):
                continue
            for meant in self.phrases.at(words, place):
                if counting := tuple(s for s in meant if self._counts(s)):
                    last = place + len(counting[0].words) - 1
                    near = tuple(s for s in counting if s.beside)
                    found.append(Match(token.start(), tokens[last].end(), near or counting))
                    break
        return found

    def _shorter(self, match: Match) -> Iterator[Candidate]:
        """Shorter phrases within the words of a match: what it would mean if it were misread."""
        words = match.longest[0].words
        for place in range(len(words)):
            for meant in self.phrases.at(words, place):
                if len(meant[0].words) < len(words):
                    yield from ((s.indicator, s) for s in meant if self._counts(s))

    def _counts(self, synonym: synonyms.Synonym) -> bool:
        """Whether a phrase may mean its indicator here: some do only beside another one."""
        return not synonym.beside or synonym.beside in self.spoken_of[-3:]

    def _is_explained(self, start: int, end: int) -> bool:
        """Whether no words remain that could change what a match means."""
        return not WORD.search(self._blank(start, end))

    def _blank(self, start: int, end: int, *, carrying: bool = False) -> str:
        near = self.periods[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        rest = blank_out(self.lower, start, end, self.pack, near)
        return self.around.blank_out(rest, start, end, carrying=carrying) if WORD.search(rest) else rest

    def _before(self, clause: Place) -> Iterator[Match]:
        start, end = clause
        for match in reversed(self._matches(start, end)):
            # «крупного рогатого скота, в том числе 402 коровы»: a part of it
            if not self._is_explained(match.end, end) or self.around.last_introduction(match.end, end):
                continue
            if self._is_of_a_percentage(match.start) or self.turning.ending(self.lower, start, match.start):
                continue
            chunk = max(self.lower.rfind(", ", start, match.start) + 1, start)
            chunk = self.around.last_introduction(chunk, match.start) or chunk
            if self._is_explained(chunk, match.start):
                yield match

    def _is_of_a_percentage(self, start: int) -> bool:
        """“The deficit is 3.4 % of GSDP (1.6 billion)”: what is named at ``start`` is the whole of a percentage."""
        floor = max(0, start - _NAMES_WHOLE)
        of = self.partitive.ending(self.lower, floor, start)
        return self.percent_before.search(self.lower, floor, of.start if of else start) is not None

    def _is_counted_before(self, match: Match, left: int, quantity: Quantity) -> bool:
        """«làm 3 người *chết*, 31 người bị thương»: what ends the figure before."""
        if not 0 < left == match.start - 1:
            return False
        joint = self.joining.at(self.lower, match.end + 1, quantity.start)
        end = joint.end if joint else match.end
        return not self.lower[end : quantity.start].strip(" ,;")

    def _behind(self, quantity: Quantity, tail: Place) -> Iterator[Match]:
        given = self.given.ending(self.lower, max(0, quantity.start - _NAMES_WHOLE), quantity.start)
        for match in self._matches(*tail):
            apart = match.start < quantity.end < match.end and "," in self.lower[quantity.end : match.end]
            if apart and _FIGURE.match(self.lower, match.end):  # «869 голов, овец в 2,5 раза»: of the next one
                continue
            # «02 dự án FDI *của Hàn Quốc*», «40 doanh nghiệp hoạt động *trong lĩnh vực* du lịch»
            if self.part_behind.at(self.lower, match.end + 1, match.end + _NEAR):
                continue
            # «tặng quà *cho* 50 *hộ nghèo*»
            if self.closed.at(self.lower, match.start, match.end) and self._is_of_some(match.end, tail[1]):
                continue
            if given and self.takers.at(self.lower, match.start, match.end):
                continue
            # «dân số thành thị là 203 nghìn người *và* dân số nông thôn»: what the next figure counts.
            if any(cues.at(self.lower, quantity.end + 1, match.start) for cues in (self.joining, self.within)):
                continue
            if match.end <= quantity.end and self._is_of_some(match.end, tail[1]):
                continue
            if _ENTRY.match(self.lower, match.end):  # «85 голов, овец – 357»: what the next one counts
                continue
            if match.start < quantity.end:
                if self._is_bare(quantity, match.start):
                    yield match
            # «70 đại biểu khách mời»: what has a name of its own is not what stands right behind that.
            elif match.start == quantity.end + 1 and not self._is_bare(quantity, quantity.end):
                continue
            elif self._goes_straight_on(quantity.end, match.start):
                yield match

    def _goes_straight_on(self, start: int, end: int) -> bool:
        """“2,901 head, in all 6,317 cattle”: behind a comma begins what the next figure counts, and in a bracket.

        “5 million *of* the population” are a part.
        """
        between = self.lower[start:end]
        if "," in between or "(" in between or self.part_of.first(self.lower, start, end):
            return False
        return self._is_explained(start, end)

    def _is_of_some(self, start: int, end: int) -> bool:
        """“35 schools *were damaged*”, «7 предпринимателей, *подавших* заявки»: not all that there are."""
        mark = _MARK.search(self.lower, start, end)
        stop = mark.start() if mark else end
        if not self._is_explained(start, stop):
            return True
        return self.restricting.at(self.lower, stop + 2, stop + _NEAR) is not None

    def _is_of_the_one_before(self, match: Match, left: int, end: int) -> bool:
        """“33 billion *for* salaries and 4 billion (8 %) *for* roads”: of the one that ends at ``left``."""
        if left == 0:
            return False
        following = WORD.match(self.lower, end + 1)
        if match.start <= left + 1 and following and not self._is_explained(*following.span()):
            return True  # «1878 тонн молока и 321 тонна *мяса*»
        between = self.lower[left : match.start]
        joint = between.lstrip(") ").rstrip()
        bracket = _IN_BRACKETS.match(self.lower, end)
        if joint and self.lower.startswith(f" {joint} ", bracket.end() if bracket else end):
            return True
        # “an 8 % increase *in* services, and a 4 % rise *in* farming”
        words = between.split()
        if not 0 < len(words) <= _JOINT or between != f" {' '.join(words)} ":
            return False
        joins = self.joining.at(self.lower, left + 1, match.start) is not None
        return not joins and words[-1] in self.lower[end : end + _NEAR].split()[1:_JOINT]

    def _is_of_a_whole(self, match: Match) -> bool:
        """«*giá trị sản xuất* công nghiệp tăng 9%, *dịch vụ* tăng 7%»: sectors told behind output are of output."""
        part = self.belonging.at(self.lower, match.start, match.end)
        if part is None:
            return False
        start = max(0, match.start - _FAR)
        for end in _END.finditer(self.lower, start, match.start):
            start = end.end()
        told = self.whole_told.last(self.lower, start, match.start)
        return told is not None and told.value == part.value

    def _are_all(self, quantity: Quantity, match: Match) -> bool:
        """«17 предпринимателей *в районе*»: what is counted of many a body is all there are only if a place is told."""
        if self.often_some.at(self.lower, match.start, match.end) is None:
            return True
        floor = max(self.lower.rfind("\n", 0, quantity.start) + 1, quantity.start - 2 * _NEAR)
        place = floor, quantity.end + _NEAR
        return bool(self.of_all.first(self.lower, *place) or self.scopes.whole.first(self.lower, *place))

    def _counts_all_who_dwell(self, quantity: Quantity, match: Match) -> bool:
        """«проживает 1231 *инвалид*»: of some sort of people only some are meant, not all that dwell there."""
        if not self.dwelling.first(self.lower, match.start, match.end):
            return True
        return self.people.first(self.lower, quantity.start, quantity.end) is not None

    def _is_bare(self, quantity: Quantity, end: int) -> bool:
        """Whether between a number and what it counts no word stands: “44 *private* schools” are not schools."""
        if quantity.word:
            return True
        rest = list(self._blank(quantity.start, end))
        for hit in self.scales.all(self.lower, quantity.start, end):
            rest[hit.start - quantity.start : hit.end - quantity.start] = " " * (hit.end - hit.start)
        return not any(word.isalpha() for word in WORD.findall("".join(rest)))

    def _directly_behind(self, quantity: Quantity, tail: Place) -> Iterator[Match]:
        """“a $2.4 billion deficit”: an amount of what the next words name, and nothing but they."""
        beside = _BESIDE.match(self.lower, quantity.end)
        start = beside.end() if beside else quantity.end
        for match in self._matches(start, tail[1])[:1]:
            following = WORD.search(self.lower, match.end, tail[1])
            ends = following is None or self.lower[match.end : following.start()].strip() != ""
            if match.start == start and (ends or (following and self._is_explained(*following.span()))):
                yield match


def _is_in_unit_of(quantity: Quantity, indicator: IndicatorDefinition) -> bool:
    """Whether a quantity is in a unit that the indicator is measured or counted in."""
    if indicator.unit_of_measure == MONEY and quantity.family == "currency":
        return True
    return quantity.unit == indicator.unit_of_measure or quantity.unit in indicator.also_in
