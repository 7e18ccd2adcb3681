"""What stands behind a number: its scale, its unit or counted noun, and what it is counted per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, cast

from tongket.reading.numerals import EXACT, Numeral, numeral_at
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import Cues, alternation

Family = Literal["percent", "currency", "measure", "count", "times", "noun", "rank"]

_GAP = re.compile(r" {0,3}\n?(?! *\n) {0,3}")
_WORD = re.compile(r"[^\W\d_]{1,40}")
_HYPHENATED = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,30}){0,3}")
_ABBREVIATION = re.compile(r"\([^\W\d_]{2,8}\) ")
# “dong/person/month”: what an amount is counted per belongs to its unit.
_PER = re.compile(r"(?:/[^\W\d_]{1,12}){1,3}")
_MEASURED = ("percent", "currency", "measure")
_LOOK_BACK = 120
# The words before a number as far as no mark stands between.
CLAUSE = re.compile(r"(?:[^.,;:()\n]|(?<=[0-9])[.,](?=[0-9]))*\Z")
_CLAUSE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Measure:
    """Scale and unit behind a number; without a unit ``family`` is None."""

    end: int
    scale: Decimal
    unit: str
    family: Family | None


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a pack, compiled."""

    after: Cues
    before: Cues
    scales: Cues
    # Scale and unit in one sign: «842,6 M€».
    scaled: Cues
    adjective: re.Pattern[str]
    not_nouns: frozenset[str]
    noun: re.Pattern[str]
    # Whether an adjective may stand for the noun: «38 котельных».
    adjective_counts: bool
    plural: bool
    # Whether words joined by hyphens are one word: “500 full-time jobs”, “a 650-bed hospital”.
    hyphens: bool
    families: dict[str, Family]
    bare_scale: Cues
    per_words: Cues
    per_units: Cues
    rate_nouns: Cues
    bare_nouns: Cues


@cache
def units_of(pack: LanguagePack) -> Units:
    """The units of a pack, compiled once."""
    entries: list[dict[str, Any]] = pack.get("units", [])
    after: dict[str, list[str]] = {}
    before: dict[str, list[str]] = {}
    for entry in entries:
        after.setdefault(entry["unit"], []).extend(entry.get("forms", []))
        signs = entry.get("before", [])
        code = entry["unit"].lower()
        # “KES. 5 million”: a code with a dot, as of an abbreviation
        before.setdefault(entry["unit"], []).extend([*signs, f"{code}."] if code in signs else signs)
    return Units(
        Cues(after),
        Cues(before),
        pack.cues("numbers.scales"),
        pack.cues("numbers.scaled"),
        re.compile(pack.get("nouns.adjective", "(?!)")),
        frozenset(pack.phrases("nouns.never")),
        re.compile(pack.get("nouns.form", "(?!)")),
        pack.get("nouns.adjective_counts", False),
        pack.get("nouns.plural", False),
        pack.get("nouns.hyphens", False),
        {entry["unit"]: cast(Family, entry["family"]) for entry in entries},
        pack.cues("numbers.bare_scale"),
        pack.cues("numbers.per_words"),
        pack.cues("numbers.per_units"),
        pack.cues("numbers.rate_nouns"),
        pack.cues("numbers.bare_nouns"),
    )


@cache
def percent_before(pack: LanguagePack) -> re.Pattern[str]:
    """What a percentage ends with, in front of a place: “5 %”, “5 per cent”, «5 процентов»."""
    entries: list[dict[str, Any]] = pack.get("units", [])
    forms = [form for entry in entries if entry["unit"] == "%" for form in entry.get("forms", [])]
    return re.compile(rf"{alternation(forms) if forms else '%'}\s*\Z")


def after_gap(lower: str, position: int) -> int:
    """Where the next word begins, on this line or the next."""
    match = _GAP.match(lower, position)
    return match.end() if match else position


def scale_at(lower: str, position: int, pack: LanguagePack) -> tuple[Decimal, int]:
    """The scale word behind a number and its end; 1 and ``position`` when there is none."""
    units = units_of(pack)
    joined = units.hyphens and lower[position : position + 1] == "-"  # “a $1.2-billion plan”
    hit = units.scales.at(lower, position + 1 if joined else after_gap(lower, position), position + 40)
    return (Decimal(hit.value), hit.end) if hit else (Decimal(1), position)


def is_noun(word: re.Match[str] | None, units: Units) -> bool:
    """Whether a word may be a counted thing, by its form."""
    return word is not None and word.group() not in units.not_nouns and bool(units.noun.fullmatch(word.group()))


def _noun(lower: str, position: int, pack: LanguagePack, *, known_only: bool) -> tuple[str, Family, int] | None:
    """The counted thing: a unit of the pack behind up to three adjectives, or any noun."""
    units = units_of(pack)
    place = after_gap(lower, position)
    pattern = _HYPHENATED if units.hyphens else _WORD
    if units.hyphens and lower[position : position + 1] == "-":
        hit = units.after.at(lower, after_gap(lower, position + 1), position + 40)
        return (hit.value, units.families[hit.value], hit.end) if hit else None
    plural: re.Match[str] | None = None
    passed: re.Match[str] | None = None
    for _ in range(4):
        hit = units.after.at(lower, place, place + 60)
        if hit:  # “three financial years” count nothing
            return None if passed and hit.value == "years" else (hit.value, units.families[hit.value], hit.end)
        word = pattern.match(lower, place)
        if word is None or word.group() in units.not_nouns:
            break
        if units.plural and plural is None and units.noun.fullmatch(word.group()):
            plural = word
        if not units.adjective.fullmatch(word.group()):
            break
        passed = word
        place = after_gap(lower, word.end())
        short = _ABBREVIATION.match(lower, place)  # “51 foreign direct investment (FDI) projects”
        place = short.end() if short else place
    word = plural or pattern.match(lower, place)
    if passed and not plural and units.adjective_counts and not known_only and not is_noun(word, units):
        word = passed
        return word.group(), "noun", word.end()
    if known_only or word is None or not is_noun(word, units):
        return None
    return word.group(), "noun", word.end()


def _per(lower: str, position: int, pack: LanguagePack) -> tuple[str, int] | None:
    """“per 1,000 live births”, “/vạn dân”: what a rate is counted per, and where that ends."""
    units = units_of(pack)
    place = after_gap(lower, position)
    word = units.per_words.at(lower, place, place + 24)
    if lower[place : place + 1] == "/":
        place += 1
    elif word:
        place = after_gap(lower, word.end)
    else:
        return None
    named = units.per_units.at(lower, place, place + 24)
    if named:
        return named.value, named.end
    numeral = numeral_at(lower, place, pack)
    scale, end = scale_at(lower, numeral.end if numeral else place, pack)
    whole = EXACT.multiply(numeral.value if numeral else Decimal(1), scale).normalize(EXACT)
    if whole.as_tuple().digits != (1,) or whole < 100:
        return None
    whom = _noun(lower, end, pack, known_only=False)
    return f"per {whole:f} persons", whom[2] if whom else end


def measure_at(lower: str, position: int, pack: LanguagePack, *, known_only: bool = False) -> Measure:
    """Scale, unit and denominator of the number that ends at ``position``."""
    units = units_of(pack)
    sign = units.scaled.at(lower, after_gap(lower, position), position + 12)
    if sign:
        power, _, unit = sign.value.partition(" ")
        return Measure(sign.end, Decimal(power), unit, units.families[unit])
    scale, end = scale_at(lower, position, pack)
    closed = lower[end - 1] == "." and "\n" in lower[end : after_gap(lower, end)]  # «107,1 млрд.» at the end of a line
    found = _noun(lower, end, pack, known_only=known_only or closed)
    if scale != 1 and found and found[1] == "noun":  # «35 млн выделены на ремонт»
        spent = pack.cues("numbers.sums").at(lower, after_gap(lower, end), found[2])
        if spent:
            return Measure(end, scale, spent.value, units.families.get(spent.value, "noun"))
    if not found or found[1] in ("count", "noun", "measure"):
        per = _per(lower, found[2] if found else end, pack)
        if per:
            named = None if found else units.rate_nouns.last(lower, max(0, position - _LOOK_BACK), position)
            counted = found[0] if found else named.value if named else "cases"
            return Measure(per[1], scale, f"{counted} {per[0]}", "measure")
    if found:
        slash = _PER.match(lower, found[2]) if found[1] in _MEASURED else None
        return Measure(slash.end() if slash else found[2], scale, found[0], found[1])
    if scale != 1:
        bare = units.bare_scale.at(lower, after_gap(lower, position), end)
        if bare:
            return Measure(end, scale, bare.value, units.families.get(bare.value, "currency"))
    return Measure(end, scale, "", None)


def with_leading_dot(lower: str, numeral: Numeral, pack: LanguagePack) -> Numeral:
    """“(.3%)”, “rose .5 percent”: a decimal without its nought."""
    place = numeral.start - 1
    dotted = place > 0 and lower[place] == pack.get("numbers.decimal", ".") and lower[place - 1] in " ("
    if (
        not dotted
        or numeral.unit_digit != 1
        or measure_at(lower, numeral.end, pack, known_only=True).family != "percent"
    ):
        return numeral
    digit = Decimal(1).scaleb(numeral.start - numeral.end)
    return Numeral(place, numeral.end, EXACT.multiply(numeral.value, digit), digit)


def counted_before(lower: str, start: int, pack: LanguagePack, *, any_noun: bool) -> str | None:
    """What a number without a unit counts, by the words before it: “the population grew to …”."""
    units = units_of(pack)
    clause = CLAUSE.search(lower, max(0, start - _CLAUSE_LENGTH), start)
    first = clause.start() if clause else start
    known = units.bare_nouns.last(lower, first, start)
    if known or not any_noun:
        return known.value if known else None
    hits = [hit for hit in units.after.all(lower, first, start) if units.families[hit.value] == "count"]
    if hits:
        return hits[-1].value
    words = [word.group() for word in _WORD.finditer(lower, first, start)]
    plurals = [w for w in words if units.plural and w not in units.not_nouns and units.noun.fullmatch(w)]
    return plurals[-1] if plurals else None
