"""Where the names of indicators stand beside a figure, and which of them cover what it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from tongket.catalogue.definitions import Catalogue
from tongket.reading import synonyms
from tongket.reading.amounts import Place, Quantity
from tongket.reading.link_scopes import LinkScopes
from tongket.reading.link_words import LinkWords
from tongket.reading.links import Candidate, Match
from tongket.reading.measures import percent_before
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period
from tongket.reading.subjects import WORD, Subject, blank_out

COUNTED = ("count", "noun")
NEAR = 80
FAR = 300
_JOINT = 3
MARK = re.compile(r"[,;.:()\n]|\Z")
_ENTRY = re.compile(r"\s[–—-]\s\d")
_FIGURE = re.compile(r"\W{0,4}(?:\w{1,2}\s)?\d")
END = re.compile(r"[.;\n]\s{1,3}|\n")
_BESIDE = re.compile(r"[\s(]{0,3}")
NAMES_WHOLE = 20
_IN_BRACKETS = re.compile(r"\s?\([^()]{0,40}\)")


class LinkMatches:
    """Of one text: the phrases of a catalogue, and whether words around them change what they mean."""

    def __init__(
        self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period], catalogue: Catalogue
    ) -> None:
        self.lower = synonyms.fold(lower)
        self.pack = pack
        self.periods = periods
        self.starts = [period.start for period in periods]
        self.scales = pack.cues("numbers.scales")
        # «грант *получили* 6 субъектов», “services are *rendered* by 17 shops”: not all that there are.
        self.of_some, self.restricting = pack.cues("linking.of_some"), pack.cues("linking.restricting")
        self.part_of, self.of_those = pack.cues("linking.part_of"), pack.cues("linking.of_those")
        self.often_some, self.of_all = pack.cues("linking.often_some"), pack.cues("linking.of_all")
        self.dwelling, self.people = pack.cues("linking.dwelling"), pack.cues("linking.people")
        self.given, self.takers = pack.cues("linking.given"), pack.cues("linking.takers")
        self.within, self.part_behind = pack.cues("linking.within"), pack.cues("linking.part_behind")
        self.belonging, self.whole_told = pack.cues("linking.belonging"), pack.cues("linking.whole_told")
        self.closed, self.owing = pack.cues("linking.closed"), pack.cues("linking.owing")
        self.turning, self.joining = pack.cues("linking.turning"), pack.cues("comparison.joining")
        self.partitive, self.percent_before = pack.cues("comparison.partitive"), percent_before(pack)
        self.phrases = synonyms.index(catalogue, pack.code)
        self.around = LinkWords(text, self.lower, pack)
        self.scopes = LinkScopes(text, self.lower, pack)
        self.spoken_of: list[str] = []  # the indicators of the paragraph so far
        self._matched: dict[Place, list[Match]] = {}  # what was found for the figure in hand

    def _candidates(self, quantity: Quantity, subject: Subject, left: int) -> Iterator[Match]:
        """The matches that cover what a figure speaks of, the likeliest first."""
        if quantity.family in COUNTED or " per " in quantity.unit:
            # «khách quốc tế chiếm 85% (51.000 lượt khách)»: a bracket is of what the figure before it is of.
            floor = 0 if "(" in self.lower[left : quantity.start] else left
            if self.of_some.first(self.lower, max(floor, quantity.start - 2 * NEAR), quantity.start):
                return
            behind = (m for m in self._behind(quantity, subject.tail) if self._are_all(quantity, m))
            yield from (m for m in behind if not self._is_of_a_whole(m))
            for match in self._before(subject.clause):
                of_those = self.of_those.ending(self.lower, max(0, match.start - NAMES_WHOLE), match.start)
                counted = of_those or self._is_counted_before(match, left, quantity)
                if not counted and self._counts_all_who_dwell(quantity, match):
                    yield match
            return
        start, end = subject.clause
        found = self._before((start, end))
        # “GRDP (second estimate) fell”: the bracket parts the clause from its subject.
        if left < start and self.lower[start - 1] == ")":
            found = chain(found, self._before((left, end)))
        of_it = (m for m in found if not self._is_of_the_one_before(m, left, quantity.end))
        yield from (m for m in of_it if not self._is_of_a_whole(m))
        # “a company that owes 5 billion dong of land tax” does not say what was collected.
        if quantity.family == "currency" and self.owing.first(self.lower, start, quantity.start) is None:
            yield from self._directly_behind(quantity, subject.tail)

    def _matches(self, start: int, end: int) -> list[Match]:
        """All longest matches that begin in ``[start, end)``, without those inside another one."""
        if (found := self._matched.get((start, end))) is None:
            found = self._matched[start, end] = self._longest(start, end)
        return found

    def _longest(self, start: int, end: int) -> list[Match]:
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
        floor = max(0, start - NAMES_WHOLE)
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
        given = self.given.ending(self.lower, max(0, quantity.start - NAMES_WHOLE), quantity.start)
        for match in self._matches(*tail):
            apart = match.start < quantity.end < match.end and "," in self.lower[quantity.end : match.end]
            if apart and _FIGURE.match(self.lower, match.end):  # «869 голов, овец в 2,5 раза»: of the next one
                continue
            # «02 dự án FDI *của Hàn Quốc*», «40 doanh nghiệp hoạt động *trong lĩnh vực* du lịch»
            if self.part_behind.at(self.lower, match.end + 1, match.end + NEAR):
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
        mark = MARK.search(self.lower, start, end)
        stop = mark.start() if mark else end
        if not self._is_explained(start, stop):
            return True
        return self.restricting.at(self.lower, stop + 2, stop + NEAR) is not None

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
        return not joins and words[-1] in self.lower[end : end + NEAR].split()[1:_JOINT]

    def _is_of_a_whole(self, match: Match) -> bool:
        """«*giá trị sản xuất* công nghiệp tăng 9%, *dịch vụ* tăng 7%»: sectors told behind output are of output."""
        part = self.belonging.at(self.lower, match.start, match.end)
        if part is None:
            return False
        start = before = sentence = max(0, match.start - FAR)
        for end in END.finditer(self.lower, start, match.start):
            start = end.end()
            if end.group()[0] != ";":
                before, sentence = sentence, start
        if self.around.introducing.at(self.lower, sentence, match.start):  # «Giá trị sản xuất … . *Trong đó*: …; …»
            start = before
        told = self.whole_told.last(self.lower, start, match.start)
        return told is not None and told.value == part.value

    def _are_all(self, quantity: Quantity, match: Match) -> bool:
        """«17 предпринимателей *в районе*»: what is counted of many a body is all there are only if a place is told."""
        if self.often_some.at(self.lower, match.start, match.end) is None:
            return True
        floor = max(self.lower.rfind("\n", 0, quantity.start) + 1, quantity.start - 2 * NEAR)
        place = floor, quantity.end + NEAR
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
