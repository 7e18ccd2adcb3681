"""Numbers without a unit that the words in front of them explain: what moved from one to another, and what was born."""

from __future__ import annotations

import re
from functools import cache

from tongket.reading.amounts import Quantity
from tongket.reading.measures import after_gap, counted_before, is_noun, measure_at, units_of
from tongket.reading.numerals import Numeral, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import alternation

_LOOK_BACK = 24
_CLAUSE = 90
_FAR = 300
_SMALL = 10
_WORDS_BACK = 4
_WORD = re.compile(r"[^\W\d_]{3,40}")
_LISTED = re.compile(r"\)?,\s(?:[^\W\d_]+\s){1,12}\Z")
_PERCENT_BEHIND = re.compile(r"\s?(?:\(|,|[–—-])\s?(?:\w{2,3}\s|[-–+]\s{0,3})?[0-9][0-9.,]{0,9}\s{0,3}%")
CLOSED = re.compile(r"\s{0,2}(?:[,;()\n]|\.(?!\d)|\Z)")
_PLACED = re.compile(r"\s[^\W\d_]{1,5}\s")
# From a percentage to the levels in brackets behind it, with its basis in between: « к уровню 2022 года (».
_OPENS = re.compile(r"\s?[^().;:%\n]{0,80}\(\s?")
_IN_A_YEAR = re.compile(r"\s\w{1,2}\s(?:19|20)\d\d(?:\s\w{1,4}\.?)?(?=[\s.,;])")
_MARK = re.compile(r"[.;:()\n]")
_AMOUNT_AND_SLASH = re.compile(r"\d\s?[^\W\d_]+(?:\s[^\W\d_]+){0,2}/\Z")
# «Школы – 14», behind another number or at the head of its clause; and what goes on with the list.
_ENTRY = re.compile(r"(?:(\d[,;]\s)|[,;:.\n]\s?|(?<![\s\S]))([^.,;:()\d\n]{3,70})\s[–—-]\s\Z")
_NEXT_ENTRY = re.compile(r"[,;]\s[^.,;:()\d\n]{3,70}\s[–—-]\s\d{1,6}\s{0,2}(?:[,;)\n]|\.(?!\d)|\Z)")
_DASHED = re.compile(r"\s[–—-]\s\Z")
_NOUN_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,20})\s\Z")
# A line of a list «- рабочих посёлков – 3;», and the ones behind and before it.
_ITEM = re.compile(r"\n[ \t]*[-–—•*·]\s?([^\W\d_][^\d\n;:–—]{2,80})\s[–—-]\s\Z")
_NEXT_ITEM = re.compile(r"[^\n]{0,80};\s{0,3}\n[ \t]*[-–—•*·]\s?[^\d\n]{3,80}\s[–—-]\s\d")
_LAST_ITEM = re.compile(r"[-–—•*·]\s?[^\d\n]{3,80}\s[–—-]\s\d[^\n]{0,80};\s{0,3}\Z")
_IN_BRACKETS = re.compile(r"\([^().;\n]{1,60}\)")


def move(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity | None) -> tuple[Numeral, str] | None:
    """«краж с 113 до 99 (на 12,4 %)», «число пожаров сократилось с 14 до 9»: the number moved to, and what is counted.

    A percentage behind the two, or a verb of change in front, tells them from hours and from ages; ``before`` is the
    figure before, of which list this may be the next part.
    """
    start = numeral.start
    origin = pack.cues("comparison.origin").ending(lower, max(0, start - _LOOK_BACK), start)
    dated = _IN_A_YEAR.match(lower, numeral.end) if origin else None  # «с 345 в 2021 году до 312 в 2022 году»
    place = dated.end() if dated else numeral.end
    goal = pack.cues("comparison.goal").at(lower, place + 1, place + _LOOK_BACK) if origin else None
    if origin is None or goal is None or numeral.looks_like_year or lower[numeral.end] != " ":
        return None
    second = numeral_at(lower, after_gap(lower, goal.end), pack)
    if second is None or second.looks_like_year or measure_at(lower, second.end, pack).family is not None:
        return None
    opened = False
    if before is not None and before.family == "percent":
        opened = _OPENS.fullmatch(lower, before.end, origin.start) is not None
    if opened and before is not None and lower.startswith(")", second.end):  # «снизилось на 12 % (с 245 до 216)»
        noun = _last_noun(lower, before.start, pack)
        return (second, noun) if noun else None
    dated = _IN_A_YEAR.match(lower, second.end)
    if not _PERCENT_BEHIND.match(lower, second.end):
        closed = CLOSED.match(lower, dated.end() if dated else second.end)
        listed = before is not None and _LISTED.match(lower, before.end, origin.start)
        verb = pack.cues("comparison.trend").last(lower, max(0, origin.start - _CLAUSE), origin.start)
        moved = verb is not None and not _MARK.search(lower, verb.end, origin.start)
        if closed is None or not (moved or listed):
            return None
    unit = counted_before(lower, origin.start, pack, any_noun=True) or _last_noun(lower, origin.start, pack)
    return (second, unit) if unit else None


def numbered(lower: str, numeral: Numeral, pack: LanguagePack) -> str | None:
    """“the number of open cases has increased to 173”: what the words “number of” say that a bare number counts."""
    if numeral.looks_like_year or numeral.word or not CLOSED.match(lower, numeral.end):
        return None
    floor = max(0, numeral.start - _CLAUSE)
    head = pack.cues("numbers.number_of").last(lower, floor, numeral.start)
    if head is None or _MARK.search(lower, head.end, numeral.start):
        return None
    verb = next(
        (
            hit
            for cues in ("comparison.level", "comparison.copulas")
            if (hit := pack.cues(cues).ending(lower, head.end, numeral.start)) is not None
        ),
        None,
    )
    dash = _DASHED.search(lower, head.end, numeral.start) if verb is None else None
    end = verb.start if verb else dash.start() if dash else None
    if end is None:
        return None
    told = units_of(pack).after.all(lower, head.start, head.end)  # «số dự án còn hiệu lực là 156»
    if told:
        return told[-1].value
    return number_of(lower, head.start, end, pack) or counted_before(lower, end, pack, any_noun=True)


def number_of(lower: str, start: int, end: int, pack: LanguagePack) -> str | None:
    """«число хозяйств в поселении – 662»: what stands next to the last “number of” between two places."""
    head = pack.cues("numbers.number_of").last(lower, start, end)
    if head is None:
        return None
    place = head.end + 1
    for _ in range(_WORDS_BACK):
        hit = units_of(pack).after.at(lower, place, end)
        word = _WORD.match(lower, place, end)
        if hit or word is None:
            return hit.value if hit else None
        if is_noun(word, units_of(pack)) and not units_of(pack).adjective.fullmatch(word.group()):
            return word.group()
        place = word.end() + 1
    return None


def named_rate(lower: str, numeral: Numeral, pack: LanguagePack) -> str | None:
    """“the sex ratio of the district is 982”: the rate whose name a bare number stands behind, be it that a bracket
    says per what: “infant mortality (per 1,000 live births) fell from 28 in 2015 to 19”.
    """
    closed = CLOSED.match(lower, numeral.end) or _IN_A_YEAR.match(lower, numeral.end)
    joined = pack.cues("numbers.elliptic_before").at(lower, after_gap(lower, numeral.end), numeral.end + _LOOK_BACK)
    if numeral.looks_like_year or numeral.word or not (closed or joined):
        return None
    head = pack.cues("numbers.named_rates").last(lower, max(0, numeral.start - _CLAUSE), numeral.start)
    if head is None:
        return None
    between = _IN_BRACKETS.sub("", lower[head.end : numeral.start])
    return None if _MARK.search(between) and between != " (" else head.value


def more_of(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity | None) -> str | None:
    """“34 recommendations were carried out. An additional 13 (22 %) are close.”: more of what was counted before."""
    if before is None or numeral.looks_like_year or numeral.start - before.end > _FAR:
        return None
    cue = pack.cues("numbers.more_of").ending(lower, max(0, numeral.start - _LOOK_BACK), numeral.start)
    verb = pack.cues("numbers.part_verbs").at(lower, numeral.end + 1, numeral.end + _LOOK_BACK)
    if cue is None or not (verb or _PERCENT_BEHIND.match(lower, numeral.end) or CLOSED.match(lower, numeral.end)):
        return None
    return before.unit if before.family in ("count", "noun") else None


def by_how_many(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity | None) -> str | None:
    """«Поступило 610 обращений, что на 61 больше»: what was counted before, by how many it is more or less."""
    after = pack.cues("comparison.after").at(lower, numeral.end + 1, numeral.end + _LOOK_BACK)
    if after is None or numeral.word or numeral.unit_digit != 1:
        return None
    marker = pack.cues("comparison.marker").ending(lower, max(0, numeral.start - _LOOK_BACK), numeral.start)
    near = before is not None and before.family in ("count", "noun") and numeral.start - before.end < _CLAUSE
    return before.unit if before and marker and near else None


def next_place(lower: str, numeral: Numeral, pack: LanguagePack, before: Quantity) -> bool:
    """“420 houses at the first stage, 185 at the second”: the same things, counted elsewhere behind the same word."""
    if before.family not in ("count", "noun") or before.of is not None or numeral.word:
        return False
    own = _PLACED.match(lower, numeral.end)
    between = lower[before.end : numeral.start]
    if own is None or len(between) > _CLAUSE or own.group() not in between or _MARK.search(between):
        return False
    joined = pack.cues("comparison.joining").ending(lower, before.end, numeral.start)
    return joined is not None or between.endswith(", ")


def _last_noun(lower: str, end: int, pack: LanguagePack) -> str | None:
    """The last word in front of ``end`` that is neither a verb of change nor never a noun."""
    trend, never = pack.cues("comparison.trend"), units_of(pack).not_nouns
    words = list(_WORD.finditer(lower, max(0, end - _CLAUSE), end))[-_WORDS_BACK:]
    fitting = (w for w in reversed(words) if w.group() not in never and not trend.at(lower, w.start(), w.end()))
    return next((w.group() for w in fitting), None)


def is_behind_an_amount(lower: str, numeral: Numeral) -> bool:
    """«1.240 ha/315 hộ» are two amounts; «60 ca/100.000 dân» is a rate, and so may be «5 tấn/2 vụ»."""
    round_number = numeral.value.normalize().as_tuple().digits == (1,)
    if round_number or numeral.value < _SMALL:
        return False
    return _AMOUNT_AND_SLASH.search(lower, max(0, numeral.start - _LOOK_BACK), numeral.start) is not None


@cache
def _counted(pack: LanguagePack) -> re.Pattern[str] | None:
    """«подано [новых] заявок [–] 14»: a verb and what it counts, by the endings of the language."""
    nouns, adjectives = pack.phrases("numbers.counted_endings"), pack.phrases("numbers.counted_adjectives")
    if not nouns:
        return None
    word = r"[^\W\d_]{1,20}"
    adjective = rf"(?:{word}{alternation(adjectives)}\s)?" if adjectives else ""
    return re.compile(rf"(?<!\w)([^\W\d_]{{3,20}})\s{adjective}({word}{alternation(nouns)})\s(?:[–—-]\s)?\Z")


def named(lower: str, numeral: Numeral, pack: LanguagePack) -> str | None:
    """«родилось – 353, умерло – 512», «подано заявок 14»: what a number at the end of its part counts."""
    if numeral.looks_like_year or numeral.word or not CLOSED.match(lower, numeral.end):
        return None
    dash = lower[max(0, numeral.start - 3) : numeral.start].rstrip()[-1:]
    place = lower.rfind(dash, 0, numeral.start) if dash in ("-", "–", "—", ":") else -1
    pattern = _counted(pack)
    counted = pattern.search(lower, max(0, numeral.start - _CLAUSE), numeral.start) if pattern else None
    if counted is None and pattern:  # «таких семей было 96»
        floor = max(0, numeral.start - _LOOK_BACK)
        copula = pack.cues("numbers.counting_copulas").ending(lower, floor, numeral.start)
        noun = _NOUN_BEFORE.search(lower, max(0, copula.start - _LOOK_BACK), copula.start) if copula else None
        if noun and noun[1].endswith(tuple(pack.phrases("numbers.counted_endings"))):
            return noun[1]
    if counted and pack.cues("numbers.counting_verbs").at(lower, counted.start(1), counted.end(1)):
        return counted[2]
    heads, end = ("numbers.counting_heads", place) if place >= 0 else ("numbers.counting_deeds", numeral.start)
    hit = pack.cues(heads).ending(lower, max(0, end - _LOOK_BACK), end)
    return hit.value if hit else entry(lower, numeral, pack, known=True) if place >= 0 else None


def entry(lower: str, numeral: Numeral, pack: LanguagePack, *, known: bool) -> str | None:
    """«Школы – 14, детские сады – 9», «- рабочих посёлков – 3;»: of a list of things and how many there are, be it one
    line for each, what this number counts, be it only a thing that the pack knows.
    """
    named = _ENTRY.search(lower, max(0, numeral.start - _CLAUSE), numeral.start)
    listed = named is not None and (named[1] or _NEXT_ENTRY.match(lower, numeral.end))
    item = _item(lower, numeral) if numeral.unit_digit == 1 else None
    name = item or (named[2] if named and listed else None)
    if name is None or (not known and not CLOSED.match(lower, numeral.end)):
        return None
    place = 0
    for _ in range(_WORDS_BACK):
        hit = units_of(pack).after.at(name, place, len(name))
        if hit:
            return hit.value if units_of(pack).families[hit.value] == "count" else None
        word = _WORD.match(name, place)
        if word is None:
            break
        place = word.end() + 1
    if known:
        return None
    last = name.split()[-1]
    return last if item or last.endswith(tuple(pack.phrases("numbers.counted_endings"))) else None


def _item(lower: str, numeral: Numeral) -> str | None:
    """What is named in a line of a list, if the line behind it or before it ends in a number too."""
    floor = max(0, numeral.start - _FAR)
    item = _ITEM.search(lower, max(floor, lower.rfind("\n", floor, numeral.start)), numeral.start)
    if item is None:
        return None
    goes_on = _NEXT_ITEM.match(lower, numeral.end) or _LAST_ITEM.search(lower, floor, item.start())
    return item[1] if goes_on else None
