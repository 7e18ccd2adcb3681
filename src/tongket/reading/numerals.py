"""Numbers as a language writes them: digits with separators, and number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import phrase_pattern

# Wide enough that no printed number is rounded when it is scaled.
EXACT = Context(prec=80)
_MOST_DIGITS = 24
_QUARTER = Decimal("0.25")
_FRACTIONS = {"¼": _QUARTER, "½": 2 * _QUARTER, "¾": 3 * _QUARTER}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed; ``unit_digit`` is one unit of its last printed digit (0.01 for ``13,85``)."""

    start: int
    end: int
    value: Decimal
    unit_digit: Decimal
    word: bool = False

    @property
    def looks_like_year(self) -> bool:
        """Four digits that could be a year."""
        return self.end - self.start == 4 and self.unit_digit == 1 and 1900 <= self.value <= 2100


@dataclass(frozen=True, slots=True)
class _Grammar:
    digits: re.Pattern[str]
    group: str
    decimal: str
    words: re.Pattern[str] | None
    values: dict[str, Decimal]


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    group, decimal = pack.get("numbers.group", ","), pack.get("numbers.decimal", ".")
    other = pack.get("numbers.other_decimal", "")
    g, d = re.escape(group), re.escape(decimal)
    middle = "{2,3}" if pack.get("numbers.uneven_groups", False) else "{3}"
    grouped = rf"[1-9][0-9]{{0,2}}(?:[{g}][0-9]{middle}){{0,7}}[{g}][0-9]{{3}}(?![0-9])(?:[{d}][0-9]{{1,12}})?"
    if pack.get("numbers.spaced_groups", False):  # “23 000 jobs”, and no row of a table: “23 120” ends its line
        groups = rf"[1-9][0-9]{{0,2}}(?:[ \u00a0][0-9]{{3}}){{1,3}}(?![0-9])(?:[{d}][0-9]{{1,12}})?"
        spaced = rf"{groups}(?![0-9,.]|[ \u00a0][0-9])(?=[ \u00a0][^\W\d_])"
        priced = rf"(?<=[$€£]){groups}(?![0-9])"  # “$1 448.3 million”, “$23 000,”
        grouped = rf"{spaced}|{priced}|{grouped}"
    marks = rf"[{d}{re.escape(other)}][0-9]{{1,12}}"
    if group == ",":  # “9,8% and 3,2%”: no group has so few digits
        marks += rf"|{g}[0-9]{{1,2}}(?=\s?(?:%|per\s?cent|[mb]illion))"
    simple = rf"[0-9]{{1,{_MOST_DIGITS}}}(?:{marks})?"
    table: dict[str, list[str]] = pack.get("numbers.words", {})
    values = {form: Decimal(number) for number, forms in table.items() for form in forms}
    alternatives = "|".join(phrase_pattern(f) for f in sorted(values, key=lambda form: (-len(form), form)))
    # “twenty-three”, «сто двадцать пять» are one number, the sum of its parts.
    part = rf"(?:[- ]({alternatives})(?![\w-]))?"
    scales = "|".join(
        sorted(form for forms in pack.get("numbers.scales", {}).values() for form in forms if len(form) > 5)
    )
    ends = rf"(?=[\s,.;)]|-(?:{scales or '(?!)'}))"  # “half-a-million dollars”
    words = re.compile(rf"(?<![\w-])({alternatives})(?:-({alternatives}))?{ends}{part}{part}") if values else None
    return _Grammar(re.compile(rf"(?:(?P<grouped>{grouped})|{simple})(?![0-9])"), group, decimal, words, values)


def numeral_at(lower: str, position: int, pack: LanguagePack) -> Numeral | None:
    """The number in digits that begins at ``position``."""
    grammar = _grammar(pack)
    match = grammar.digits.match(lower, position)
    if match is None:
        return None
    printed = match.group()
    plain = printed
    if match["grouped"]:
        head, _, tail = printed.rpartition(grammar.decimal) if grammar.decimal in printed else (printed, "", "")
        plain = re.sub(r"[^0-9]", "", head) + (f".{tail}" if tail else "")
    else:
        plain = re.sub(r"[^0-9]", ".", printed)
    value = Decimal(plain)
    exponent = value.as_tuple().exponent
    unit_digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    part = _FRACTIONS.get(lower[match.end() : match.end() + 1]) if unit_digit == 1 else None
    if part:  # “3¾ per cent”
        return Numeral(position, match.end() + 1, value + part, _QUARTER)
    return Numeral(position, match.end(), value, unit_digit)


def _word_numeral(match: re.Match[str], grammar: _Grammar) -> Numeral:
    value, end = Decimal(0), match.start()
    room: Decimal | None = None
    for number, part in enumerate(match.groups(), start=1):
        if part:
            added = grammar.values[" ".join(part.split())]
            # A part fills what the one before it leaves open: tens behind hundreds, units behind tens.
            if room is not None and added >= room:
                break
            value, end, room = value + added, match.end(number), _room(added)
    exponent = value.as_tuple().exponent  # “a tenth of a percentage point”
    digit = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    return Numeral(match.start(), end, value, digit, word=True)


def _room(value: Decimal) -> Decimal:
    """The power of ten that a round number is made of: 100 for 300, 1 for 7."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(0)


def number_word_at(lower: str, position: int, pack: LanguagePack) -> Numeral | None:
    """The cardinal number in words that begins at ``position``."""
    grammar = _grammar(pack)
    match = grammar.words.match(lower, position) if grammar.words else None
    return _word_numeral(match, grammar) if match else None


def number_words(lower: str, pack: LanguagePack) -> Iterator[Numeral]:
    """The cardinal numbers written in words."""
    grammar = _grammar(pack)
    if grammar.words is not None:
        for match in grammar.words.finditer(lower):
            yield _word_numeral(match, grammar)
