"""How a spreadsheet shows a number: decimals, percent, groups, dates and words, by the codes of ECMA-376, 18.8.31."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

_BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm"},
    **dict.fromkeys((15, 16, 17, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "hh:mm"),
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@"},
}
# Quoted words, an escaped sign, a filling or a blank as wide as a sign, what stands in brackets, a sign.
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|[_*](.)|\[([^\]]*)\]|(.)', re.DOTALL)
_DIGITS = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+")
_PRECISION = Context(prec=15, rounding=ROUND_HALF_UP)  # what spreadsheets keep of a number
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_DAY_0 = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zone
_LAST_DAY = 2_958_465  # 9999-12-31


@dataclass(frozen=True, slots=True)
class Format:
    """``decimals`` is None where the number shows all digits that it has; ``date`` is what of a date is shown."""

    decimals: int | None = None
    scale: int = 0
    grouped: bool = False
    before: str = ""
    behind: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it is shown: the number and what stands around it; or a date, which is no number."""

    number: Decimal | None
    text: str
    grouped: bool = False
    around: tuple[str, str] = ("", "")


def code_of(number: int) -> str:
    """The code of a format that every spreadsheet knows by its number; of others the general one."""
    return _BUILT_IN.get(number, "General")


def show(stored: str, code: str, *, from_1904: bool = False, all_digits: bool = False) -> Shown:
    """A stored number as the cell shows it. ``0.1385`` with ``0.0%`` is 13.9 %; 13.85 % with ``all_digits``.

    Binary noise beyond the fifteen digits that spreadsheets keep is none of the number. Raises ArithmeticError or
    ValueError for what is no number.
    """
    value = Decimal(stored)
    if not value.is_finite() or abs(value.adjusted()) > 30:
        raise ValueError(stored)
    value = _PRECISION.plus(value)
    form = parse(code)
    if form.date:
        return Shown(None, _date(value + (1462 if from_1904 else 0), form.date))
    value = value.scaleb(form.scale)
    if form.decimals is not None and (not all_digits or rounded(value, form.decimals) == value):
        value = rounded(value, form.decimals)
    elif value == value.to_integral_value():
        value = rounded(value, 0)
    else:
        value = value.normalize()
    return Shown(value, format(value, "f"), form.grouped, (form.before, form.behind))


def rounded(value: Decimal, decimals: int) -> Decimal:
    """A number with so many decimals, halves away from zero, as spreadsheets show it."""
    return value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


@lru_cache(maxsize=1_000)
def parse(code: str) -> Format:
    """What a code shows of positive numbers; one that shows no digits, or in a way of its own, shows all of them."""
    before, digits, behind, letters = "", "", "", ""
    for quoted, escaped, blank, bracket, sign in _TOKEN.findall(code[:255]):
        if sign == ";":
            break
        words = quoted or escaped or (" " if blank else "")
        if bracket.startswith("$"):
            words = bracket[1:].partition("-")[0]
        elif bracket[:1] in ("h", "m", "s", "H", "M", "S"):
            letters += bracket.lower()
        if sign and sign in "0#?.,":
            digits += sign
        elif sign and sign.isalpha():
            letters += sign.lower()
        else:
            words = words or (sign if sign and sign not in "@/:" else "")
            before, behind = (before, behind + words) if digits else (before + words, behind)
    if letters.startswith(("general", "e")):
        return Format()
    if set(letters) & set("ydmhs"):
        return Format(date="".join(sign for sign in "ymdh" if sign in letters))
    found = _DIGITS.search(digits)
    if found is None:
        return Format(before=_apart(before), behind=_apart(behind))
    whole, _, fraction = found[0].partition(".")
    thousands = len(digits) - len(digits.rstrip(","))
    percent = (before + behind).count("%")
    if percent:
        behind = " %" if "%" in behind and not behind.strip(" %") else behind
    return Format(
        len(fraction.replace(",", "")),
        2 * percent - 3 * thousands,
        "," in whole.rstrip(","),
        _apart(before),
        behind if not behind or behind[0] == " " else f" {behind}",
    )


def _apart(words: str) -> str:
    return "" if words.strip() in ("", "-", "(", ")") else words.lstrip()


def _date(days: Decimal, shown: str) -> str:
    """A day as people would print it, as far as the format shows it; a time of the day says nothing."""
    if not 0 < days < _LAST_DAY or not set(shown) & set("yd"):
        return ""
    day = _DAY_0 + timedelta(days=int(days))
    if shown.startswith("y") and not set(shown) & set("md"):
        return f"{day:%Y}"
    return f"{day:%m/%Y}" if "d" not in shown and "y" in shown else f"{day:%Y-%m-%d}"
