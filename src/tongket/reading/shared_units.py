"""Numbers without a unit that have it from figures near them: what they add up to, what they stand beside in order,
and the last amount of the same scale.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.reading.amounts import Quantity
from tongket.reading.measures import Measure, after_gap, measure_at
from tongket.reading.numerals import EXACT, Numeral, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.ranges import DIGIT

_FAR = 400
_LINE = 160
_FEW = 8
_OPEN = 100  # from a whole to its first part
_SENTENCE_END = re.compile(r"(?<![. ]\w)[.!?]\s|(?<![;:,\n])\n")
_PARAGRAPH = "\n"
_WHOLE_NUMBER = re.compile(r"(?<![\w.,/])(?<![\w.,/][-–—])\d{1,6}(?!\w|[.,/]*[\d%]|\s?%|\s?процент)")
_IN_THE_PLACE = re.compile(r",\s[^\W\d_]{1,3}\s[^.;:()!?\n–—]{2,60}\s[–—-]\s\Z")
_MARKS = ",;:(–—-"
_OPENERS = ("comparison.joining", "numbers.of_them", "numbers.elliptic", "numbers.modifiers_before")
_NEAR = 40
_DASHES = ("–", "—", "-")
_COMMA = re.compile(r",\s")
_NEXT_ENTRY = re.compile(r"[,;]\s((?:[^\W\d_][\w-]*\s){1,5})[–—-]\s")
_CLOSED = re.compile(r"\s{0,2}(?:[,;)\n]|\.(?!\d)|\Z)")


def adds_up(
    lower: str, numeral: Numeral, pack: LanguagePack, whole: Quantity, is_masked: Callable[[int], bool]
) -> bool:
    """«10 школ (1 – опорная, 4 – базовые, 5 – самостоятельных)»: parts whose sum is the whole in front of them."""
    if numeral.word or numeral.unit_digit != 1 or numeral.looks_like_year or whole.value <= 1:
        return False
    if numeral.value >= whole.value or numeral.start - whole.end > _FAR:
        return False
    end = whole.end + _FAR + _LINE
    closed = _SENTENCE_END.search(lower, whole.end, end)
    end = closed.start() + 1 if closed else end
    total, count, seen, floor = 0, 0, False, whole.end
    for part in _WHOLE_NUMBER.finditer(lower, whole.end, end):
        if is_masked(part.start()) or not _opens_a_part(lower, floor, part.start(), pack):
            continue
        if count == 0 and part.start() - whole.end > _OPEN:
            return False
        floor = part.end()
        total, count, seen = total + int(part.group()), count + 1, seen or part.start() == numeral.start
        if total >= whole.value or count == _FEW:
            break
    return seen and count > 1 and total == whole.value


def _opens_a_part(lower: str, floor: int, start: int, pack: LanguagePack) -> bool:
    """Whether a number stands behind a mark or a word that leads to a part; «Vân Canh 1, Vân Canh 2» are names."""
    between = lower[floor:start].rstrip()
    if not between or between[-1] in _MARKS:
        return True
    return any(pack.cues(name).ending(lower, max(floor, start - _NEAR), start) for name in _OPENERS)


def in_order(
    lower: str, numeral: Numeral, pack: LanguagePack, found: Sequence[Quantity]
) -> list[tuple[Numeral, Quantity]]:
    """«140 магазинов и 32 киоска, через год – 126 и 18 соответственно»: numbers with what each is like, in order."""
    cues = pack.cues("numbers.in_order")
    row, place = [numeral], numeral.end
    while len(row) < _FEW:
        comma = _COMMA.match(lower, place)
        joined = None if comma else pack.cues("comparison.joining").at(lower, after_gap(lower, place), place + 12)
        begin = comma.end() if comma else after_gap(lower, joined.end) if joined else 0
        following = numeral_at(lower, begin, pack) if begin else None
        if following is None:
            break
        row.append(following)
        place = following.end
    if len(row) < 2 or len(found) < len(row) or all(n.looks_like_year for n in row):
        return []
    behind = cues.at(lower, after_gap(lower, place), place + 30) or cues.at(lower, place + 2, place + 30)
    if behind is None and cues.ending(lower, max(0, numeral.start - 40), numeral.start) is None:
        return []
    like = found[-len(row) :]
    near = numeral.start - like[0].end <= _FAR and _PARAGRAPH not in lower[like[0].end : numeral.start]
    return list(zip(row, like, strict=True)) if near else []


def scale_of(quantity: Quantity) -> Decimal:
    """The scale of an amount, of several the first: 1e9 for «61 млрд 20 млн»."""
    return Decimal(1).scaleb(EXACT.divide(quantity.value, quantity.printed).adjusted())


def amount_of_sentence(lower: str, start: int, found: Sequence[Quantity], *, money: bool) -> Quantity | None:
    """The last scaled amount in front of ``start`` in its sentence, if ``money`` the last in a currency."""
    end = start
    for before in reversed(found[-_FEW:]):
        if _SENTENCE_END.search(lower, before.end, end):
            return None
        scaled = before.family in ("measure", "count") and before.value > before.printed and " per " not in before.unit
        if before.family == "currency" or (scaled and not money):
            return before
        end = before.start
    return None


def of_the_same_scale(lower: str, start: int, measure: Measure, found: Sequence[Quantity]) -> Quantity | None:
    """«52,4 тыс. рублей. Следуют Татарстан (48,8 тыс.) …»: the last amount, if it has the scale of the number."""
    for before in reversed(found[-_FEW:]):
        if before.family in ("percent", "times", "rank") or not before.printed:
            continue
        same = scale_of(before) == measure.scale and " per " not in before.unit
        near = start - before.end <= _FAR and _PARAGRAPH not in lower[before.end : start]
        if same or before.value != before.printed or not near:
            return before if same and near else None
    return None


def next_in_list(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity) -> Quantity | None:
    """«служащих – 12 чел., пенсионеров – 140», «рождаемость – 9,8 на 1000 жителей, смертность – 14,6»: what the next
    number of a list is like, which stands behind a name and a dash as the one before it does.
    """
    if before.family == "rank" or numeral.word or numeral.looks_like_year:
        return None
    named = _NEXT_ENTRY.fullmatch(lower, before.end, numeral.start)
    alike = " per " in before.unit or lower[before.start - 2 : before.start - 1] in _DASHES
    if named is None or not (alike or named[1].count(" ") == 1) or not _CLOSED.match(lower, numeral.end):
        return None
    if before.family == "noun" and lower[before.end - 1].isdigit() and before.of is None:  # «клубов – 11, музеев – 2»
        return replace(before, unit=named[1].split()[-1])
    counted, per, whom = before.unit.partition(" per ")
    rate = pack.cues("numbers.rate_nouns").at(lower, named.start(1), numeral.start) if per else None
    return replace(before, unit=f"{rate.value if rate else counted}{per}{whom}")


def of_the_next_scale(lower: str, measure: Measure, pack: LanguagePack) -> Measure | None:
    """«доходы – 612,4 млн, расходы – 630,1 млн рублей»: the next amount of the sentence, if it has the same scale."""
    end = measure.end + _LINE
    closed = _SENTENCE_END.search(lower, measure.end + 1, end)
    for digit in DIGIT.finditer(lower, measure.end, closed.start() if closed else end):
        following = numeral_at(lower, digit.start(), pack)
        told = measure_at(lower, following.end, pack) if following and not following.looks_like_year else None
        if told and told.family in ("currency", "measure", "count"):
            return told if told.scale == measure.scale else None
    return None


def is_next_of_a_list(lower: str, start: int, before: Quantity) -> bool:
    """«у горняков – 74,5 тыс. рублей, у врачей – 58,1 тыс.»: the noun in front says whose, and not what, it is."""
    return before.family in ("currency", "measure") and _IN_THE_PLACE.fullmatch(lower, before.end, start) is not None
