"""Ranks: places in an order, with the field they count in ("12th in the country", "22 of 63")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tongket.reading.amounts import Place, Quantity
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import WordwisePattern, alternation, phrase_pattern

_SLOT = re.compile(r"(\{\w+\})")
_FIELD_END = re.compile(r"[,.;:()\n!?]|$")
_YEAR = re.compile(r"\s?(?:19|20)[0-9]{2}(?![0-9])")
_LONGEST_FIELD = 80
_TENS = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
# The thing that is ranked may stand before the field: “the fourth highest share in the country”.
# The first number of a field: how many are ranked.
_AMONG = re.compile(r"[^0-9,;]{0,24}(?<![\w.,-])([0-9]{1,3})(?![\w.,-])(?=\s[^\W\d_])")
# What follows a rank whose noun is left out: a mark, a dash, or a field.
_STANDS_ALONE = re.compile(r"\s?[–—-]\s|[.,;)]|\s*(?:\n|\Z)|\sв\s")
_NEAR = 120
_SKIPPED = re.compile(r"[^\W\d_]{2,20} ")


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: WordwisePattern
    elliptic: WordwisePattern
    elliptic_ends: tuple[str, ...]
    ordinals: tuple[tuple[re.Pattern[str], Decimal], ...]


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    table: dict[str, list[str]] = pack.get("ranks.ordinals", {})
    ordinals = [form for forms in table.values() for form in forms]
    numbers: dict[str, list[str]] = pack.get("numbers.words", {})
    tens = alternation([form for number, forms in numbers.items() if number in _TENS for form in forms] or ["\0"])
    goals, things, joined = (alternation(pack.phrases(f"ranks.{n}") or ["\0"]) for n in ("goals", "things", "joined"))
    ranked = rf"(?:[0-9]{{1,4}}(?:-\w{{1,3}})?|{tens}[- ]\w{{4,12}}|{alternation(ordinals) if ordinals else '(?!)'})"
    slots = {
        # Behind the place that was left stands the one that was reached: «с 41-го на 27-е место».
        "{move}": rf"(?=\s{goals}\s{ranked}\s{things})",
        # «вторую и третью позиции»
        "{joined}": rf"(?=\s{joined}\s{ranked}\s{things})",
        "{number}": r"(?P<number_%d>[0-9]{1,4})",
        "{ordinal}": rf"(?P<ordinal_%d>(?:{tens}[- ])?" + (alternation(ordinals) if ordinals else "(?!)") + ")",
        "{of}": r"(?:\s?/\s?(?P<of_%d>[0-9]{1,4}))?",
        "{whole}": r"(?P<whole_%d>[0-9]{1,4})",
    }
    words = [(re.compile(alternation(forms)), Decimal(number)) for number, forms in table.items()]
    words += [(re.compile(alternation(numbers[number])), Decimal(number)) for number in _TENS if number in numbers]
    ranking = [*ordinals, *(form for number, forms in numbers.items() if number in _TENS for form in forms)]
    first = {"{number}": "#", "{whole}": "#", "{ordinal}": f"({'|'.join(ranking)})"}
    first |= {"{of}": "", "{move}": "", "{joined}": ""}

    def compiled(templates: Sequence[str]) -> WordwisePattern:
        alternatives = []
        for index, form in enumerate(templates):
            pieces = (
                slots[p].replace("%d", str(index)) if p in slots else phrase_pattern(p) for p in _SLOT.split(form)
            )
            phrase = _SLOT.sub(lambda slot: first.get(slot[1], slot[1]), form)
            alternatives.append((phrase, "(?:" + "".join(pieces) + ")"))
        return WordwisePattern(alternatives, r"(?<![\w.,/-])(?<!\d\s)", r"(?!\w|[.,][0-9])")

    templates, elliptic = (list(pack.phrases(f"ranks.{name}")) for name in ("templates", "elliptic"))
    ends = tuple(pack.phrases("ranks.elliptic_ends"))
    return _Grammar(compiled(templates), compiled(elliptic), ends, tuple(words))


def _with_elliptic(lower: str, matches: list[re.Match[str]], grammar: _Grammar) -> list[re.Match[str]]:
    """With the ranks behind another that leave its noun out: «По надою – 2-е место. По урожайности – первое.»"""
    found = list(matches)
    for short in grammar.elliptic.finditer(lower) if matches else ():
        index = bisect_right(matches, short.start(), key=lambda match: match.start()) - 1
        end = matches[index].end() if index >= 0 else 0
        near = index >= 0 and end <= short.start() <= end + _NEAR and "\n" not in lower[end : short.start()]
        if near and short.group().endswith(grammar.elliptic_ends) and _STANDS_ALONE.match(lower, short.end()):
            found.append(short)
    found.sort(key=lambda match: match.start())
    return found


def _ordinal(word: str, grammar: _Grammar) -> Decimal:
    whole = next((value for pattern, value in grammar.ordinals if pattern.fullmatch(word)), None)
    if whole is not None:
        return whole
    # «двадцать седьмое»: the tens, and the unit as an ordinal.
    parts = re.split(r"[- ]", word)
    return sum((_ordinal(part, grammar) for part in parts), Decimal(0)) if len(parts) > 1 else Decimal(0)


def _field(lower: str, end: int, limit: int, pack: LanguagePack) -> tuple[Place | None, str | None]:
    """The words behind a rank that say among whom: up to a mark, a predicate or the next figure."""
    start = end + (lower[end : end + 1] == " ")
    openers = pack.cues("ranks.field_openers")
    opener = openers.at(lower, start, start + 40)
    for word in _SKIPPED.finditer(lower, start, start + 40):
        if opener or word.start() != start:
            break
        start = word.end()
        opener = openers.at(lower, start, start + 40)
    if opener is None or _YEAR.match(lower, opener.end):
        return None, None
    mark = _FIELD_END.search(lower, opener.end, min(limit, start + _LONGEST_FIELD))
    stop = mark.start() if mark else min(limit, start + _LONGEST_FIELD)
    closer = pack.cues("ranks.field_closers").first(lower, opener.end, stop)
    # The nearest to the end says most: “provinces, cities of the northern midlands”.
    among = pack.cues("ranks.peers").last(lower, start, stop)
    if among and pack.cues("ranks.part_of_country").first(lower, among.end, closer.start if closer else stop):
        among = None
    stop = among.end if among else closer.start if closer else stop
    while stop > start and lower[stop - 1].isspace():
        stop -= 1
    if stop <= opener.end - 1:
        return None, None
    return (start, stop), among.value if among else None


def find_ranks(lower: str, pack: LanguagePack, masked: Sequence[Place]) -> list[Quantity]:
    """All ranks of a lower-case text whose number is outside the masked spans.

    The span of a rank includes the field, where one is named.
    """
    grammar = _grammar(pack)
    not_before = pack.cues("ranks.not_before")
    hidden = sorted(masked)
    starts = [start for start, _ in hidden]
    matches = _with_elliptic(lower, list(grammar.pattern.finditer(lower)), grammar)
    found = []
    for index, match in enumerate(matches):
        inside = bisect_right(starts, match.end() - 1) - 1
        if inside >= 0 and hidden[inside][1] > match.start():
            continue
        slots = {name.rpartition("_")[0]: text for name, text in match.groupdict().items() if text}
        value = Decimal(slots["number"]) if "number" in slots else _ordinal(slots["ordinal"], grammar)
        limit = matches[index + 1].start() if index + 1 < len(matches) else len(lower)
        field, peers = _field(lower, match.end(), limit, pack)
        whole = slots.get("of") or slots.get("whole")
        if whole is None and field:  # “sixth among 18 States”
            among = _AMONG.match(lower, field[0], field[1])
            whole = among[1] if among else None
        of = Decimal(whole) if whole else None
        if of is not None and of < value:
            of = None if field and not (slots.get("of") or slots.get("whole")) else of
        if not value or (of is not None and of < value) or not_before.at(lower, match.end() + 1, match.end() + 40):
            continue
        end = field[1] if field else match.end()
        found.append(
            Quantity(
                match.start(),
                end,
                value,
                value,
                Decimal("0.5"),
                "rank",
                "rank",
                of=of,
                word="number" not in slots,
                field=field,
                peers=peers,
            )
        )
    return found
