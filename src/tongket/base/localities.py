"""How numbers, dates and periods are written in each language. Nothing here computes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import get_currency_name, get_decimal_symbol, get_group_symbol, list_currencies

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import EXACT, decimal_text, parse_decimal

LANGUAGES = ("en", "vi", "ru")

# What people in public finance call the large units; the exact value is always one step away.
_SCALES: dict[str, tuple[tuple[int, str], ...]] = {
    "en": ((12, "trillion"), (9, "billion"), (6, "million")),
    "vi": ((12, "nghìn tỷ"), (9, "tỷ"), (6, "triệu")),
    "ru": ((12, "трлн"), (9, "млрд"), (6, "млн")),
}
# Shorter than in CLDR, as they stand behind every number of these reports.
_CURRENCIES: dict[str, dict[str, str]] = {
    "en": {"VND": "VND", "USD": "USD"},
    "vi": {"VND": "đồng", "USD": "USD"},
    "ru": {"VND": "донгов", "USD": "долл. США"},
}
# As reports head their tables; CLDR has "Q1 2025" for Vietnamese and "1-й кв." for Russian.
_QUARTERS = {
    "en": "Q{number} {year}",
    "vi": "quý {roman}/{year}",
    "ru": "{roman} кв. {year}\N{NARROW NO-BREAK SPACE}г.",
}
_MANY = 5  # takes the plural in each language
_ROMAN = ("", "I", "II", "III", "IV")
_PERCENTS = ("%", "‰")
_CURRENCY_CODES = list_currencies()


def number(value: Decimal, language: str) -> str:
    """The exact number with the separators of the language; no digit is added or lost."""
    # On the text, as babel's own formatting rounds beyond 28 digits.
    whole, _, fraction = decimal_text(value).partition(".")
    shown = f"{int(whole):,}".replace(",", get_group_symbol(language))
    sign = "-" if whole == "-0" else ""
    return sign + shown + (get_decimal_symbol(language) + fraction if fraction else "")


def parse_number(text: str, language: str) -> Decimal:
    """The number that a person typed in the way of the language; a plain decimal point is understood in each.

    Raises InvalidInput for what is no number, or is grouped otherwise than in threes.
    """
    group, mark = get_group_symbol(language), get_decimal_symbol(language)
    typed = text.strip().replace("\N{MINUS SIGN}", "-")
    groups = r"[ \u00a0\u202f]" if group.isspace() else re.escape(group)
    if re.fullmatch(rf"-?(\d+|\d{{1,3}}({groups}\d{{3}})+)({re.escape(mark)}\d+)?", typed, re.ASCII):
        return parse_decimal(re.sub(groups, "", typed).replace(mark, "."))
    if "." in typed and group != "." and re.fullmatch(r"-?\d+\.\d+", typed, re.ASCII):
        return parse_decimal(typed)
    raise InvalidInput(
        gettext_noop("“{text}” is not a number as one writes it here, such as {example}."),
        text=text,
        example=number(Decimal("20699.5"), language),
    )


def percent(value: Decimal, language: str) -> str:
    """A number of percent: Vietnamese and English set the sign close, Russian apart."""
    return number(value, language) + ("\N{NO-BREAK SPACE}%" if language == "ru" else "%")


def stands_with_the_number(unit: str) -> bool:
    """Whether a number carries its unit itself: percent signs and currencies."""
    return unit in _PERCENTS or is_currency(unit)


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency, by its code in ISO 4217."""
    return unit in _CURRENCY_CODES


@lru_cache(maxsize=512)
def unit_sign(unit: str, language: str) -> str:
    """A sign, or a currency in the plural: VND, đồng, донгов; российских рублей."""
    if not is_currency(unit):
        return unit
    return _CURRENCIES[language].get(unit) or get_currency_name(unit, _MANY, locale=language)


def money(value: Decimal, currency: str, language: str) -> str:
    """An exact amount with the largest scale word that needs no more than two digits after the mark.

    So 207 000 000 000 000 is 207 trillion, and 20 699 500 000 000 stays 20,699.5 billion, as reports print it.
    """
    name = unit_sign(currency, language)
    for power, word in _SCALES[language]:
        with localcontext(EXACT):
            scaled = value.scaleb(-power).normalize()
        if scaled.copy_abs() >= 1 and -int(scaled.as_tuple().exponent) <= 2:
            return f"{number(scaled, language)} {word} {name}"
    return f"{number(value, language)} {name}"


def money_between(low: Decimal, high: Decimal, currency: str, language: str) -> str:
    """Two amounts with one scale word: ``15,652–15,664 billion VND``."""
    name = unit_sign(currency, language)
    for power, word in _SCALES[language]:
        ends = [end.scaleb(-power).normalize() for end in (low, high)]
        if low >= Decimal(10) ** power and all(-int(end.as_tuple().exponent) <= 2 for end in ends):
            return f"{_between(ends[0], ends[1], language)} {word} {name}"
    return f"{_between(low, high, language)} {name}"


def _between(low: Decimal, high: Decimal, language: str) -> str:
    digits = max(0, *(-int(end.normalize().as_tuple().exponent) for end in (low, high)))
    shown = (number(end.quantize(Decimal(1).scaleb(-digits)), language) for end in (low, high))
    return "\N{EN DASH}".join(shown)


def between(low: Decimal, high: Decimal, unit: str, language: str) -> str:
    """Two values of one unit of measure as a range."""
    if is_currency(unit):
        return money_between(low, high, unit, language)
    return _between(low, high, language) + ("\N{NO-BREAK SPACE}%" if unit == "%" else "")


def quantity(value: Decimal, unit: str, language: str) -> str:
    """A value with its unit where the unit is a sign or a currency; counts stand alone."""
    if unit in _PERCENTS:
        return percent(value, language).replace("%", unit)
    if is_currency(unit):
        return money(value, unit, language)
    return number(value, language)


def day(value: date, language: str) -> str:
    """A calendar day in full words."""
    # CLDR's long form for Vietnamese lacks the word «năm» that official documents write.
    long = "d 'tháng' M 'năm' y" if language == "vi" else "long"
    return format_date(value, format=long, locale=language)


def period(value: Period, language: str) -> str:
    """A period as people say it: 2024; Q1 2025 (quý I/2025, I кв. 2025 г.); 2020–2025; January – June 2025."""
    match value.frequency:
        case "year":
            return str(value.start.year)
        case "quarter":
            quarter = (value.start.month + 2) // 3
            return _QUARTERS[language].format(number=quarter, roman=_ROMAN[quarter], year=value.start.year)
        case "month":
            return format_skeleton("yMMMM", value.start, locale=language)
        case "years":
            return f"{value.start.year}\N{EN DASH}{value.end.year - 1}"
        case "days" if value.start.day == value.end.day == 1:
            return str(format_interval(value.start, value.last_day, "yMMMM", locale=language))
        case "days":
            days = (value.start, value.last_day)
            return " \N{EN DASH} ".join(day(of, language) for of in dict.fromkeys(days))


def language(code: str, spoken: str) -> str:
    """The name of a language in the language ``spoken``, as it begins a line: ``Tiếng Việt``, ``Russian``."""
    name = Locale.parse(spoken).languages.get(code, code)
    return str(name[:1].upper() + name[1:])
