"""Years of accounts that a text only speaks of: “this fiscal year”, “the outgoing year”, and the month in which they
open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DEADLINES, Period, opening_month
from tongket.reading.phrases import Cues
from tongket.reading.years_told import year_told_beside

SPOKEN = ("this", "last", "later", "back", "ahead", "on")  # how a year is spoken of
_NEAR = 40
_HEAD = 700
_FISCAL = re.compile(r"FY\d\d")
_YEARS = re.compile(r"\d{4}(?:-\d{4})?\Z")


def opens_accounts(iso: str, first: int | None) -> bool:
    """Whether a month without a year is one in which a year of accounts opens, or of the same calendar year behind it:
    of 2024-25 it is one of 2024.
    """
    return first is not None and iso.startswith("--") and int(iso[2:4]) >= first


def as_accounts(
    lower: str,
    pack: LanguagePack,
    spoken: Sequence[Period],
    dated: Sequence[Period],
    *,
    fiscal: bool,
    issued: tuple[int, int] | None,
) -> list[Period]:
    """“This fiscal year” as the year of accounts that a text names first, and “the next” as the one behind it, or as
    that itself, before it is named; in a ``fiscal`` text each year that is spoken of is one of accounts.
    """
    first = next((p for p in spoken if p.iso.startswith("FY")), None)
    accounts = pack.cues("periods.accounts")
    if first is None:
        return _of_its_issue(lower, pack, spoken, dated, issued)
    year = year_told_beside(lower, pack, spoken)
    budgeted = year is None and _is_budgeted(lower, pack, first)
    year = year or _surveyed(lower, pack, spoken) or first.year
    under_way = pack.cues("periods.under_way")
    of_accounts = {period.iso for period in spoken if period.iso.startswith("FY")}
    found: list[Period] = []
    for open_period, period in zip(spoken, dated, strict=True):
        if period.role == "bare" and (
            accounts.at(lower, period.end + 1, period.end + _NEAR)
            or accounts.ending(lower, max(0, period.start - _NEAR), period.start)
        ):
            begun = f"FY{((period.year or 0) + 1) % 100:02}"  # “the 2024 budget gives 5 million for the 2024/25 year”
            found.append(replace(period, iso=begun) if begun in of_accounts else period)
        elif period.role == "accounts":  # “in the first eight months of the current fiscal year”
            found.append(replace(period, iso=_part_of(open_period.iso, year or 0, opening_month(lower, pack)), role=""))
        elif period.role in SPOKEN and accounts.first(lower, period.start, period.end):
            next_one = period.role == "later" and open_period.iso in ("=", "=+01")
            coming = next_one and (budgeted or period.start < first.start)
            before = _is_before(lower, period, under_way, budgeted=budgeted)
            period = (replace(open_period, iso="=") if coming else open_period).with_year((year or 0) - before)
            found.append(replace(period, iso=as_fiscal(period.iso)))
        elif period.role in SPOKEN and fiscal:
            before = _is_before(lower, period, under_way, budgeted=budgeted)
            period = open_period.with_year((year or 0) - 1) if before else period
            found.append(replace(period, iso=as_fiscal(period.iso)))
        else:
            found.append(period)
    return found


def _is_before(lower: str, period: Period, under_way: Cues, *, budgeted: bool) -> bool:
    """“The outgoing year”, and in a text about a budget also “the current year”: the year before that of the text."""
    hit = under_way.first(lower, period.start, period.end) if period.role == "this" else None
    return hit is not None and (budgeted or hit.value == "ending")


def _is_budgeted(lower: str, pack: LanguagePack, first: Period) -> bool:
    """“The budget for 2031-32 was tabled … In the current year … In the next fiscal year …”: whether the year of
    accounts that a text names first is that of a budget, and so the next one.
    """
    if first.start > _HEAD or first.role in DEADLINES or not pack.phrases("periods.under_way.budgeted"):
        return False
    if pack.cues("status.budget.corrected").first(lower, 0, _HEAD):
        return False  # “The first supplementary budget for 2031-32 …”: of the year under way
    hit = pack.cues("status.budget.text").first(lower, 0, _HEAD)
    return hit is not None and hit.value == "budget"


def _surveyed(lower: str, pack: LanguagePack, spoken: Sequence[Period]) -> int | None:
    """“Output grew in 2030-31 but is likely to shrink in the ongoing fiscal year, the Economic Survey says … of
    2031-32”: a survey is of the latest year of accounts that it names.
    """
    if not pack.phrases("periods.surveys") or pack.cues("periods.surveys").first(lower, 0, _HEAD) is None:
        return None
    years = (p.year for p in spoken if _FISCAL.fullmatch(p.iso) and p.role in ("", "bare"))
    return max((year for year in years if year), default=None)


def _of_its_issue(
    lower: str, pack: LanguagePack, spoken: Sequence[Period], dated: Sequence[Period], issued: tuple[int, int] | None
) -> list[Period]:
    """“2031-03-27⏎In the current financial year …”: the year of accounts in which a text was issued, by its month."""
    accounts = pack.cues("periods.accounts")
    only = bool(spoken) and all(p.role in (*SPOKEN, "accounts") for p in spoken)
    if issued is None or not only or not any(accounts.first(lower, p.start, p.end) for p in spoken):
        return list(dated)
    first = opening_month(lower, pack)
    if first is None:
        return list(dated)
    year = issued[0] + (issued[1] >= first)
    return [
        replace(p, iso=_part_of(p.iso, year, first) if p.role == "accounts" else as_fiscal(p.with_year(year).iso))
        for p in spoken
    ]


def _part_of(iso: str, year: int, opened: int | None) -> str:
    """A quarter, half or so many months of the year of accounts that ends in a year, which ``iso`` leaves open."""
    if "Q" in iso:
        return f"FY{year % 100:02}{iso[-2:]}"
    first, last = (int(month) for month in re.findall(r"-(\d\d)", iso))
    months = [12 * (year - 1) + (opened or 1) - 2 + month for month in (first, last)]
    return "/".join(f"{month // 12}-{month % 12 + 1:02}" for month in months)


def as_fiscal(iso: str) -> str:
    """A calendar year, or a span of such, as years of accounts."""
    return _YEARS.sub(lambda years: "-".join(f"FY{year[2:]}" for year in years[0].split("-")), iso)
