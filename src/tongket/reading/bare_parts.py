"""Numbers without a unit that are parts of what a figure beside them counts."""

from __future__ import annotations

import re
from decimal import Decimal

from tongket.reading.amounts import Quantity
from tongket.reading.bare_counts import CLOSED
from tongket.reading.measures import after_gap, measure_at, scale_at
from tongket.reading.numerals import Numeral, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues

_AMOUNTS = ("count", "noun", "measure", "currency")
_LOOK_BACK = 24
_NEAR = 90
_MARK = re.compile(r"[.;:()\n!?]")
_NEXT_DEED = re.compile(r"(?:,\s|\s[^\W\d_]{1,5}\s)\Z")
_DASHED = re.compile(r"\s[–—-]\s")
_JOINS = re.compile(r",\s\Z")
# «Из 43 районов и 2 округов 23»: the whole is a sum.
_SUMMED = re.compile(r"\s?[0-9]{1,4}(?:\s[^\W\d_]{1,30}){1,3}\s(?:[^\W\d_]{1,3})\s\Z")
# From a part to the next: «силоса – 2500 и сенажа 11600 тонн».
_NEXT_PART = re.compile(r"(?:\s?,\s|\s[^\W\d_]{1,3}\s)(?:[^\W\d_][\w-]*[\s–—-]{1,3}){1,4}")
# «в Югре 53 млн рублей, в Крыму – 48 млн, Тыва (46 млн)»: from a sum to the next, of which only the scale is told.
_NEXT_OF_MONEY = re.compile(r"\)?[,;]?\s[^.;:()!?\n–—]{2,100}\s(?:[–—-]\s|\()")
# In front of a part: «, из них [: детей - инвалидов – ]31».
_NAMED = re.compile(r"\s?:?\s(?:[^\W\d_][\w-]*\s(?:[–—-]\s)?){0,6}[^\W\d_][\w-]*\s?[–—-]\s\Z")
# From a whole, or from its last part, to one named by a single word.
_ONE_WORD = re.compile(r":?\s[^\W\d_][\w-]*\s(?:[–—-]\s)?")
_NEXT_WORDED = re.compile(r"(?:,|\s[^\W\d_]{1,3})\s[^\W\d_][\w-]*\s(?:[–—-]\s)?")
# Between a whole and its part: «из 12 хозяйств[, подавших заявки, ]8».
_ASIDE = re.compile(r"\s?,\s[^.;:()\d\n]{3,80},\s")
# More than one end of a sentence, or of a line, between a whole and «15 тыс. из них».
_OF_ANOTHER = re.compile(r"[.!?]\s[^.!?]*[.!?]\s|\n")
_PART = re.compile(r"\s?,\s[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*){0,2}\s[–—-]\s\Z")


def _limit(before: Quantity, whole: Quantity | None) -> Decimal:
    """How much a part of what was counted or measured can be; of what was measured, in its own scale."""
    counted = whole or before
    return counted.of or counted.value if before.family in ("count", "noun") else counted.printed


def _closes(lower: str, end: int, pack: LanguagePack) -> bool:
    """Whether what is said with a number ends behind it, or goes on with a preposition: «одобрено 9 на сумму …»."""
    if CLOSED.match(lower, end):
        return True
    return pack.cues("numbers.elliptic_before").at(lower, after_gap(lower, end), end + _LOOK_BACK) is not None


def is_part(
    lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, start: int, *, whole: Quantity | None
) -> bool:
    """Whether a number without a unit is a part of what was counted or measured before; as ``scaled`` has it.

    ``whole`` is what the figure before is itself a part of.
    """
    return (
        scaled(lower, numeral, pack, before, start, whole)
        or listed(lower, numeral, pack, before, whole)
        or of_the_whole(lower, numeral, pack, before, whole)
        or worded(lower, numeral, pack, before, whole)
        or of_a_vote(lower, numeral, pack, before)
        or dealt_with(lower, numeral, pack, before, whole)
    )


def of_a_vote(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity) -> bool:
    """«поддержали 27 депутатов, 5 проголосовали против, 3 воздержались»: the same people, with a verb of voting."""
    if before.family not in ("count", "noun") or numeral.looks_like_year:
        return False
    if not _JOINS.search(lower, before.end, numeral.start) or _MARK.search(lower, before.end, numeral.start):
        joined = pack.cues("comparison.joining").ending(lower, before.end, numeral.start)
        if joined is None or _MARK.search(lower, before.end, joined.start):
            return False
    return pack.cues("numbers.votes").at(lower, after_gap(lower, numeral.end), numeral.end + _NEAR) is not None


def of_the_whole(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, whole: Quantity | None) -> bool:
    """«Из 64 поручений губернатора выполнены только 41», «Из 38 районов и 2 городских округов 17 являются …»."""
    if before.family not in ("count", "noun") or before.of is not None or numeral.word or numeral.looks_like_year:
        return False
    between = lower[before.end : numeral.start]
    verb = pack.cues("numbers.whole_verbs").ending(lower, before.end, numeral.start)
    # «одобрено 180, отклонено 34», «зарегистрировано 312 преступлений, раскрыто 241»
    closed = _closes(lower, numeral.end, pack)
    joined = between[: verb.start - before.end] if verb else ""
    told = joined == ", " or joined.strip(" ,.") in pack.phrases("numbers.between_parts")
    if told and (whole or (numeral.value <= before.value and closed)):
        return True
    wholes = pack.cues("numbers.wholes")
    floor = max(0, before.start - _LOOK_BACK)
    if wholes.ending(lower, floor, before.start) is None:
        hits = wholes.all(lower, max(0, before.start - _NEAR), before.start)
        summed = any(_SUMMED.fullmatch(lower, hit.end, before.start) for hit in hits)
        return summed and not between.strip(" ,") and numeral.value > 0
    if _ASIDE.fullmatch(between) and numeral.value <= before.value:  # «из 12 хозяйств, подавших заявки, 8 получили …»
        return pack.cues("numbers.whole_verbs").at(lower, numeral.end + 1, numeral.end + _NEAR) is not None
    verb = pack.cues("numbers.whole_verbs").last(lower, before.end, numeral.start)
    if verb is None or not closed or len(between) > _NEAR or numeral.value > before.value:
        return False
    rest = lower[verb.end : numeral.start].strip()
    return not _MARK.search(between) and "," not in between and (not rest or rest in pack.phrases("numbers.only"))


def dealt_with(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, whole: Quantity | None) -> bool:
    """“Against a total of 86 works 74 have been tendered, 29 allotted and 11 are in hand”: parts by what was done."""
    if before.family not in ("count", "noun") or numeral.word or numeral.looks_like_year:
        return False
    between = lower[before.end : numeral.start]
    if len(between) > _NEAR or _MARK.search(between):
        return False
    if pack.cues("numbers.part_deeds").at(lower, after_gap(lower, numeral.end), numeral.end + _NEAR) is None:
        return False
    if whole:
        return _NEXT_DEED.search(between) is not None
    opener = pack.cues("numbers.wholes").ending(lower, max(0, before.start - _LOOK_BACK), before.start)
    return opener is not None and numeral.value <= before.value


def listed(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, whole: Quantity | None) -> bool:
    """«118 детей, из них инвалидов – 31, сирот – 12»: parts behind what they are and a dash."""
    floor = max(before.end, numeral.start - _NEAR)
    named = _NAMED.search(lower, floor, numeral.start) if lower[numeral.start - 2] in "–—-" else None
    if named is None or before.family not in _AMOUNTS or numeral.word:
        return False
    if numeral.value > _limit(before, whole):
        return False
    if not _closes(lower, numeral.end, pack):
        return False
    if whole:
        return lower[before.end : named.start()].strip() in (",", ";")
    head = pack.cues("numbers.of_them").first(lower, before.end, min(numeral.start, before.end + _NEAR))
    if head is None or _MARK.search(lower[before.end : head.start].rstrip(" .,;(–—-")):
        return False
    return _NAMED.fullmatch(lower, head.end, numeral.start) is not None


def worded(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, whole: Quantity | None) -> bool:
    """«214 машин, из них исправны 180», «412 км, в том числе региональных 310 и местных 102»: one word says which."""
    if before.family not in ("count", "noun", "measure") or numeral.word or numeral.start - before.end > _NEAR:
        return False
    if numeral.value > (whole or before).printed or numeral.looks_like_year:
        return False
    if not CLOSED.match(lower, numeral.end) and not pack.cues("comparison.joining").at(
        lower, numeral.end + 1, numeral.end + _LOOK_BACK
    ):
        return False
    if whole:
        return _NEXT_WORDED.fullmatch(lower, before.end, numeral.start) is not None
    head = pack.cues("numbers.of_them").last(lower, before.end, numeral.start)
    if head is None or _ONE_WORD.fullmatch(lower, head.end, numeral.start) is None:
        return False
    return not _MARK.search(lower[before.end : head.start].strip(" .,;("))


def scaled(
    lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity, start: int, whole: Quantity | None
) -> bool:
    """«… 480 тысяч кв. м. Из них около 310 тысяч – многоквартирные дома, более 150 тысяч – …»: parts with a scale and
    a dash, of what was measured before; ``start`` is where the modifier begins.
    """
    scale, end = scale_at(lower, numeral.end, pack)
    plain = before.family in ("count", "noun") and before.unit != "rank" and numeral.value <= _limit(before, whole)
    measured = before.family == "measure" and numeral.value <= _limit(before, whole)
    if plain and start - before.end <= _NEAR and numeral.value * scale <= before.value:  # «Около 15 тыс. из них …»
        behind = pack.cues("numbers.of_them").at(lower, after_gap(lower, end), end + _LOOK_BACK)
        if behind and _OF_ANOTHER.search(lower, before.end, start) is None:
            return True
    if before.family not in _AMOUNTS or not _DASHED.match(lower, end):
        return False
    if scale == 1 and not (plain or measured):  # «56 обращений, из них 12 – коллективные»
        return False
    if start - before.end > _NEAR:
        return False
    if pack.cues("numbers.of_them").ending(lower, max(before.end, start - _LOOK_BACK), start):
        return not lower[before.end : start].strip(" .,;")[:-1].count(".")
    return whole is not None and lower.endswith(", ", 0, start) and not _MARK.search(lower, before.end, start)


def next_of_money(lower: str, before: Quantity, start: int, markers: Cues) -> bool:
    """Whether a scaled number at ``start`` goes on a list of sums: «в Югре 53 млн рублей, в Крыму – 48 млн»,
    «… на 628 млн».
    """
    if before.family != "currency":
        return False
    listed = _NEXT_OF_MONEY.fullmatch(lower, before.end, start)
    return listed is not None or markers.ending(lower, before.end, start) is not None


def amid(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity) -> Decimal | None:
    """The scale in «сена 1350 тонн, силоса – 2350 и сенажа 9800 тонн», «мяса 12 тыс. тонн, картофеля – 35, овощей –
    12 тыс. тонн»: between two figures with one unit, if the numeral stands so.
    """
    if before.family not in ("measure", "count") or numeral.word or numeral.looks_like_year:
        return None
    if _PART.fullmatch(lower, before.end, numeral.start) is None:
        return None
    following = _NEXT_PART.match(lower, numeral.end)
    number = numeral_at(lower, following.end(), pack) if following else None
    measure = measure_at(lower, number.end, pack) if number else None
    return measure.scale if measure and measure.unit == before.unit else None
