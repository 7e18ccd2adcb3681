"""Dates and periods: where a text speaks of time, and which time it means.

A pack lists templates: phrases with slots such as ``{day} {month} {year}``. Which slots are filled
decides the ISO form: ``2024-12-06``, ``2025Q1``, ``2020-2025``, ``2023-01/2023-09``, ``FY25``.
Where a template has ``then``, one of these words must follow; where it ``opens``, it stands at the head of a line;
``iso`` is what a template means that has no slots but that of the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import WordwisePattern, alternation, phrase_pattern
from tongket.reading.relative_years import counted_years, resolved

_SLOT = re.compile(r"\{(\w+)\}")
# Where the year of a date, month, quarter or interval is left open.
_LAST_YEAR, _THIS_YEAR = "<", "="
_THEN = ">"  # the year behind the one that is named before
_SHORT_DATE = re.compile(r"(?<![\d.])\d\d\.\d\d\.\d\d")
_CODE = re.compile(r"-(?![qh]\d(?!\w))[^\W\d_]{1,4}\d")  # “Reference Number: 2024-PR07-009”
_FISCAL = re.compile(r"FY(\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")
OPEN_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
"""The forms of a day, a month, and a day whose year may be left open: 2025-03-31, 2025-03, --03-31."""
SEVERAL_YEARS = re.compile(r"\d{4}-\d{4}")
"""The form of a term of years: 2021-2025."""
DEADLINES = ("due", "toward", "year_end")
"""Roles of what may be a time by which something is to be reached."""
_PART_OF_YEAR = re.compile(
    r"(?:(?P<fiscal>FY)(?=\d\dQ)|(?=\d{4}))(?P<year>\d{2,4})(?:Q(?P<quarter>\d)|-(?P<month>\d\d))"
)
_QUARTER_OF_MONTHS = re.compile(r"(?<!\d)(\d{4})-(01|04|07|10)/\1-(\d\d)\Z")
_MONTHS_OF_A_YEAR = re.compile(r"(\d{4})(-\d\d)/\1(-\d\d)")
_YEAR_OF = re.compile(r"\d{4}|FY\d\d")
SENTENCE_END = re.compile(r"[.!?]\s|\n")
_FAR = 160
_NO_YEAR = re.compile(r"(?:^|(?<=/))-(?=[-Q])")
_WHOLE_YEAR = re.compile(r"(\d{4})-01/\1-12\Z")
_MONTHS = 12
_LAST_CENTURY = 60
_YEAR = r"(?:19|20)[0-9]{2}"
# Two years that follow each other, the second cut short, with blanks around the dash: “2021 - 22”.
_FOLLOWING = "|".join(rf"{one}\s[-–—/]\s[0-9]{(one + 1) % 10}" for one in range(10))
_ACCOUNTS = rf"(?:19|20)[0-9](?:{_FOLLOWING})"
_NUMERIC_SLOTS = {
    "year": _YEAR,
    "year2": _YEAR,
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])",
    "day2": r"(?:0?[1-9]|[12][0-9]|3[01])",
    "shortyear": r"[0-9]{2}",
    "shortyear2": r"[0-9]{2}",
    "monthnumber": r"(?:1[0-2]|0?[1-9])",
    "monthnumber2": r"(?:1[0-2]|0?[1-9])",
    "months": r"(?:1[0-2]|0?[1-9])",
    "years": r"(?:[2-9]|[1-4][0-9])",
    "fiscal": r"['’]?(?:20)?[0-9]{2}",
    "fiscal2": r"['’]?(?:20)?[0-9]{2}",
    "following": _ACCOUNTS,
}


# Slots of a year of accounts, and of its parts whose months hang on when it opens.
_IN_ACCOUNTS, _PARTS = {"fiscal", "fiscal2"}, {"months", "half"}


@lru_cache(maxsize=4096)
def _year_of(iso: str) -> int | None:
    years = re.findall(r"\d{4}", iso) if not iso.startswith("FY") else ["20" + _FISCAL.findall(iso)[-1]]
    return int(years[-1]) if years else None


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period that the text names.

    ``iso`` is its ISO form; a date without year keeps ``--MM-DD`` (a quarter
    ``-Q1``, an interval ``--01/--06``) until the document's year is known.
    ``role`` is what its template says beyond that: "until" (from the start of the year to a date), "due" (a
    deadline), "year_end" (the same, or how things stood at the end of a year that is over), "toward" (a deadline,
    or behind a percentage what it is compared with), "so_far" (from the start of the year to when a text was
    written), "total" (the same, of what adds up), "last_term" and "next_term" (the terms of years before and
    behind the one that a text names), "that_term" and "term_end" (the years named last, and their end), "ended"
    (so many months up to one), "span" (from one year to another), "both" (in each of two), "last" and "this" (the
    year before the document's, and its own), "before" (a part of the year before), "within" (from one day to
    another) and "days" (the same in one month), "then" (the year behind the one named before), "on" and
    "years_from" (over so many years, and from which one), "opening" (the first days of a month), "closing" (the
    last months of a year), "now", "medium" and "outer" (the three years that a framework plans from one on, and
    their last), "ago", "back" and "ahead" (so many years ago, up to the document's year, or from it on), "to_now"
    (from a year up to the document's), "since_then" (the same from a year named before), "counted" (months that may
    be of the year), "bare" (a year without a word that marks it as one), "alone" (a month without a year), "decade"
    (of no form), or "".
    """

    start: int
    end: int
    iso: str
    role: str

    @property
    def year(self) -> int | None:
        """The (last) year of the period, where it names one."""
        return _year_of(self.iso)

    def spans(self, year: int | None) -> bool:
        """Whether a year lies in a term of years, both ends included."""
        first, _, last = self.iso.partition("-")
        return year is not None and first.isdecimal() and last.isdecimal() and int(first) <= year <= int(last)

    def with_year(self, year: int | None) -> Period:
        """The same with the year filled in, when it lacked one."""
        if year is None or self.iso[:1] not in ("-", _LAST_YEAR, _THIS_YEAR):
            return self
        if self.iso.startswith(_THIS_YEAR):
            return Period(self.start, self.end, resolved(self.iso, year), self.role)
        if self.iso == _LAST_YEAR:
            return Period(self.start, self.end, str(year - 1), self.role)
        of = year - (self.role == "before")
        iso = _WHOLE_YEAR.sub(r"\1", _NO_YEAR.sub(f"{of:04}", self.iso))
        return Period(self.start, self.end, _finish(iso, self.role), self.role)


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: WordwisePattern
    roles: tuple[str, ...]
    slots: tuple[tuple[tuple[str, str], ...], ...]
    fixed: tuple[str, ...]
    words: dict[str, dict[str, int]]


def _slot_pattern(slot: str, pack: LanguagePack) -> str:
    if slot == "dash":
        return r"\s?[-–—/]\s?"
    if slot == "note":
        return r"(?:\s\([^()\n]{1,40}\))?"
    names = sorted(_forms(slot, pack), key=lambda form: (-len(form), form))
    digits = [_NUMERIC_SLOTS[slot]] if slot in _NUMERIC_SLOTS else []
    return "(?:" + "|".join([*digits, *map(phrase_pattern, names)]) + ")"


def _first_slot(match: re.Match[str], pack: LanguagePack) -> str:
    """A slot as phrases, for what a template may begin with."""
    forms = [*(["#"] if match[1] in _NUMERIC_SLOTS else []), *_forms(match[1], pack)]
    return f"({'|'.join(forms)})" if forms else match[0]


def _forms(slot: str, pack: LanguagePack) -> dict[str, int]:
    table: dict[str, list[str]] = pack.get(f"periods.{slot}", {})
    return {form: int(number) for number, forms in table.items() for form in forms}


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    alternatives: list[tuple[str, str]] = []
    roles: list[str] = []
    slots: list[tuple[tuple[str, str], ...]] = []
    fixed: list[str] = []
    for entry in pack.get("periods.templates", []):
        index = len(roles)
        parts = _SLOT.split(entry["form"])
        pattern = ""
        named: list[tuple[str, str]] = []
        for place, part in enumerate(parts):
            if place % 2 == 0:
                pattern += phrase_pattern(part)
            else:
                pattern += f"(?P<{part}_{index}>{_slot_pattern(part, pack)})"
                named.append((part, f"{part}_{index}"))
        then = rf"(?=\s{{1,3}}{alternation(entry['then'])}(?!\w))" if "then" in entry else ""
        never = rf"(?!\s{{1,3}}{alternation(entry['never'])}(?!\w))" if "never" in entry else ""
        opens = r"(?<![^\n])" if entry.get("opens") else ""
        form = _SLOT.sub(lambda slot: _first_slot(slot, pack), entry["form"])
        alternatives.append((form, f"{opens}(?P<t_{index}>{pattern}){then}{never}"))
        roles.append(entry.get("role", ""))
        fixed.append(entry.get("iso", ""))
        slots.append(tuple(named))
    words = {
        slot: {re.sub(r"\W", "", form.rstrip("*")): number for form, number in _forms(slot, pack).items()}
        for slot in ("month", "month2", "months", "quarter", "quarters", "half", "years")
    }
    tried = WordwisePattern(alternatives, r"(?<![\w.,/])", r"(?!\w)(?![.,/][0-9])")
    return _Grammar(tried, tuple(roles), tuple(slots), tuple(fixed), words)


def _number(word: str, forms: dict[str, int]) -> int:
    """What a word of a slot stands for: the longest listed form that it begins with."""
    folded = re.sub(r"\W", "", word)
    if folded.isdecimal():
        return int(folded)
    fitting = [form for form in forms if folded.startswith(form)]
    return forms[max(fitting, key=len)] if fitting else 1


def _finish(date: str, role: str) -> str:
    if role != "until":
        return date
    return f"{date[:4]}-01-01/{date}" if DAY.fullmatch(date) else f"{date[:4]}-01/{date}"


def _months_up_to(year: int, month: int, count: int) -> str:
    """“Six months to June 2025”: so many months, the named one being the last."""
    if count == month == _MONTHS:
        return str(year)
    last = year * 12 + month - 1
    first = last - count + 1
    return "/".join(f"{one // 12}-{one % 12 + 1:02}" for one in (first, last))


def _iso(
    slots: dict[str, str], role: str, words: dict[str, dict[str, int]], *, fiscal_pairs: bool, opened: int | None
) -> str:
    if role in ("so_far", "total", "last_term", "next_term", "that_term", "term_end"):
        return slots.get("year", _THIS_YEAR)
    if role in ("then", "since_then"):
        return _THEN
    if role == "decade":  # «в 1990-х годах»: no year
        return ""
    if role in ("last", "this"):
        return _LAST_YEAR if role == "last" else _THIS_YEAR
    if "years" in slots:
        return counted_years(role, _number(slots["years"], words["years"]))
    year = slots.get("year")
    quarter = _number(slots["quarter"], words["quarter"]) if "quarter" in slots else 0
    if "following" in slots:
        return f"FY{slots['following'][-2:]}"
    if role == "ended" and year:
        month = _number(slots["month"], words["month"]) if "month" in slots else 3 * quarter
        return _months_up_to(int(year), month, _number(slots.get("months", "12"), words["months"]))
    if "shortyear2" in slots:  # «в 2017/18 учебном году»
        return f"{year}-{str(year)[:2]}{slots['shortyear2']}"
    if "shortyear" in slots:  # «от 04.03.94»
        year = f"{'19' if int(slots['shortyear']) >= _LAST_CENTURY else '20'}{slots['shortyear']}"
    if "quarter" in slots and slots.keys() & {"fiscal", "fiscal2"}:
        if year and int(slots["fiscal2"][-2:]) != (int(year) + 1) % 100:  # “in Q1⏎2023-05-08”
            return f"{year}Q{quarter}"
        return f"FY{(slots.get('fiscal2') or slots['fiscal'])[-2:]}Q{quarter}"
    if role == "years_from":  # “over four years from 2024-25”
        begun = int(slots["fiscal2"][-2:])
        return f"FY{begun:02}-FY{begun + _number(slots['months'], words['months']) - 1:02}"
    if role == "years":  # “the four years to 2027-28”
        last = int(slots["fiscal2"][-2:])
        count = _number(slots["months"], words["months"]) if "months" in slots else 10  # “the decade to 2027-28”
        return f"FY{last - count + 1:02}-FY{last:02}"
    if role in ("medium", "outer") and year:  # “over the 2023 MTEF”: the three years of accounts from 2023/24 on
        opens, ends = (f"FY{(int(year) + later) % 100:02}" for later in (1, 3))
        return ends if role == "outer" else f"{opens}-{ends}"
    if "fiscal" in slots and role in ("span", "both"):
        return f"FY{slots['fiscal'][-2:]}-FY{slots['fiscal2'][-2:]}"
    if opened and slots.keys() & _IN_ACCOUNTS and slots.keys() & _PARTS:
        half = _number(slots["half"], words["half"]) if "half" in slots else 1
        count = _number(slots["months"], words["months"]) if "months" in slots else _MONTHS // 2
        of = 1999 + int((slots.get("fiscal2") or slots["fiscal"])[-2:])  # “the first half of 2021-22”
        return _months_up_to(of, opened - 1 + count * half, count)
    if year and "fiscal2" in slots:
        later = slots["fiscal2"][-2:]
        if later != year[-2:] and int(later) <= _MONTHS and int(year[:2] + later) < int(year):  # 2022-09 is a month
            return f"{year}-{later}"
        return f"FY{later}" if int(later) == (int(year) + 1) % 100 else f"{year}-{year[:2]}{later}"
    if "fiscal" in slots:
        return "FY" + (slots.get("fiscal2") or slots["fiscal"])[-2:]
    if role == "opening" and "month" in slots:  # «в первые девять дней января», «в первой половине мая»
        count = int(slots["day"]) if "day" in slots else _number(slots.get("months", "15"), words["months"])
        month = _number(slots["month"], words["month"])
        return f"{year or '-'}-{month:02}-01/{year or '-'}-{month:02}-{count:02}"
    if "day2" in slots:  # «từ ngày 15/11 đến ngày 20/11/2025»
        named = {name: _number(slots[name], words[name]) for name in ("month", "month2") if name in slots}
        month = named.get("month") or int(slots["monthnumber"])
        last = named.get("month2") or int(slots.get("monthnumber2", month))
        days = f"{month:02}-{int(slots['day']):02}", f"{last:02}-{int(slots['day2']):02}"
        if not year and "year2" in slots:  # “from January 1 to May 15, 2025”
            year = str(int(slots["year2"]) - (days[0] > days[1]))
        return f"{year or '-'}-{days[0]}/{slots.get('year2') or year or '-'}-{days[1]}"
    if "monthnumber2" in slots:  # «tháng 11 - 12/2025»
        first, last = int(slots["monthnumber"]), int(slots["monthnumber2"])
        return f"{year or '-'}-{first:02}/{slots.get('year2') or year or '-'}-{last:02}"
    if "day" in slots:
        month = _number(slots["month"], words["month"]) if "month" in slots else int(slots["monthnumber"])
        day = f"{month:02}-{int(slots['day']):02}"
        return _finish(f"{year}-{day}", role) if year else f"--{day}"
    if not year:
        if not {"quarter", "quarters", "half", "months", "month", "monthnumber"} & slots.keys():
            return ""
        year = "-"
    if "quarter" in slots:
        return f"{year}Q{quarter}"
    if "quarters" in slots and _number(slots["quarters"], words["quarters"]) == 1:
        return f"{year}Q1"
    if "quarters" in slots:
        return f"{year}-01/{year}-{3 * _number(slots['quarters'], words['quarters']):02}"
    if "half" in slots:
        return f"{year}-01/{year}-06" if _number(slots["half"], words["half"]) == 1 else f"{year}-07/{year}-12"
    if "months" in slots:
        count = _number(slots["months"], words["months"])
        if role == "closing":  # «3 tháng cuối năm»
            return f"{year}-{13 - count:02}/{year}-12"
        return f"{year}-01/{year}-{count:02}" if count < 12 or year == "-" else year
    if "month2" in slots:
        first, last = (_number(slots[name], words[name]) for name in ("month", "month2"))
        if "year2" in slots:
            return f"{year}-{first:02}/{slots['year2']}-{last:02}"
        return f"{year}-{first:02}/{year}-{last:02}" if (first, last) != (1, 12) or year == "-" else year
    if "month" in slots or "monthnumber" in slots:
        month = _number(slots["month"], words["month"]) if "month" in slots else int(slots["monthnumber"])
        return _finish(f"{year}-{month:02}", role) if year != "-" else f"--{month:02}"
    if "year2" in slots and fiscal_pairs and role != "span" and int(slots["year2"]) == int(year) + 1:
        return f"FY{slots['year2'][-2:]}"
    return f"{year}-{slots['year2']}" if "year2" in slots else year


def opening_month(lower: str, pack: LanguagePack) -> int | None:
    """The month in which years of accounts open where a text is from: in July in Kenya, in April in India."""
    first: int | None = pack.get("periods.accounts_open", None)
    if first is None or not pack.phrases("periods.accounts_in_july"):
        return first
    july = pack.cues("periods.accounts_in_july").first(lower, 0, len(lower))
    return 7 if july else first


def find_periods(lower: str, pack: LanguagePack) -> list[Period]:
    """All dates and periods of a lower-case text, in order, without overlaps."""
    grammar = _grammar(pack)
    found: list[Period] = []
    compared = pack.cues("periods.compared")
    opened: int | None = None
    alone, fiscal_pairs = pack.cues("periods.alone"), bool(pack.get("periods.fiscal_pairs", False))
    for match in grammar.pattern.finditer(lower):
        index = int(str(match.lastgroup)[2:])
        slots = {slot: match.group(name) for slot, name in grammar.slots[index] if match.group(name) is not None}
        role = grammar.roles[index]
        if role == "alone" and not alone.ending(lower, max(0, match.start() - 12), match.start()):
            continue
        if _CODE.match(lower, match.end()):
            continue
        year = slots.get("year", "")
        fixed = grammar.fixed[index].replace("FY{year}", f"FY{year[-2:]}").replace("{year2}", slots.get("year2", ""))
        if "{year" in fixed:
            fixed = fixed.replace("{year+1}", f"{(int(year) + 1) % 100:02}").replace("{year}", year)
        if "shortyear" in slots and "day" in slots and not _SHORT_DATE.search(match.group()):
            continue  # «2.1.10.» is the number of an item
        if opened is None and slots.keys() & _IN_ACCOUNTS and slots.keys() & _PARTS:
            opened = opening_month(lower, pack)
        iso = fixed or _iso(slots, role, grammar.words, fiscal_pairs=fiscal_pairs, opened=opened)
        start = match.start()
        if "day" in slots and role == "at" and compared.ending(lower, max(0, start - 20), start):
            start, role = match.start(f"day_{index}"), ""  # «по сравнению с 1 января 2024 года»
        if found and _says_which_years(lower, found[-1], start, match.end(), iso):
            found[-1] = Period(found[-1].start, match.end() + 1, iso, "span")
            continue
        found.append(Period(start, match.end(), iso, role))
    return found


def _says_which_years(lower: str, back: Period, start: int, end: int, iso: str) -> bool:
    """«за три года (с 2015-го по 2017-й)», “over five years (2013-2017)”: the bracket says which years these are."""
    opened = back.role == "back" and lower[back.end : start].strip() == "("
    return opened and lower[end : end + 1] == ")" and SEVERAL_YEARS.fullmatch(iso) is not None


def behind_named(periods: Sequence[Period], lower: str) -> list[Period]:
    """The periods, “the following year” as the one behind the year that its sentence names before; as nothing, where
    that names none.
    """
    if all(p.role not in ("then", "since_then") for p in periods):
        return list(periods)
    found: list[Period] = []
    for period in periods:
        if period.role in ("then", "since_then"):
            named = found[-1] if found and period.start - found[-1].end < _FAR else None
            end = SENTENCE_END.search(lower, named.end, period.start) if named else None
            heads = end is None or not lower[end.end() : period.start].strip()
            if named is None or not heads or not _YEAR_OF.fullmatch(named.iso):
                continue
            since = period.role == "since_then"
            following = named.iso if since else f"{named.iso[:-2]}{(int(named.iso[-2:]) + 1) % 100:02}"
            period = replace(period, iso=following, role="to_now" if since else "")
        found.append(period)
    return found


def as_quarter(told: str) -> str:
    """«3 tháng đầu năm 2025» is the first quarter of 2025, and told as such, also at the end of a basis; anything else
    as it is.
    """
    months = _QUARTER_OF_MONTHS.search(told) if "/" in told else None
    whole = months is not None and int(months[3]) == int(months[2]) + 2
    return f"{told[: months.start()]}{months[1]}Q{int(months[3]) // 3}" if months and whole else told


def previous_period(period: str | None) -> str | None:
    """The same period one year earlier, in the form that a basis names it; the year for an interval."""
    if not period:
        return None
    if fiscal := re.fullmatch(r"FY(\d\d)(Q\d)?", period):
        return f"FY{int(fiscal[1]) - 1:02}{fiscal[2] or ''}"
    if matched := re.fullmatch(r"(\d{4})(Q\d|-\d\d)?", period):
        return f"{int(matched[1]) - 1}{matched[2] or ''}"
    return str(int(period[:4]) - 1) if period[:4].isdecimal() and "/" in period else None


def day_a_year_before(period: str | None) -> str | None:
    """The same day one year earlier; None for anything but a day."""
    return f"{int(period[:4]) - 1}{period[4:]}" if period and DAY.fullmatch(period) else None


def last_of_a_year(period: str) -> str | None:
    """“Sales grew by 2 % from August 2013 to August 2014”: a month against itself a year before; None for any other."""
    months = re.fullmatch(r"(\d{4})(-\d\d)/(\d{4})(-\d\d)", period)
    same = months and months[2] == months[4] and int(months[3]) == int(months[1]) + 1
    return f"{months[3]}{months[4]}" if months and same else None


def same_months_before(period: str | None) -> str | None:
    """«8 tháng năm 2025» is compared with the same months of 2024; None for anything but whole months of one year."""
    months = _MONTHS_OF_A_YEAR.fullmatch(period or "")
    return f"{int(months[1]) - 1:04}{months[2]}/{int(months[1]) - 1:04}{months[3]}" if months else None


def same_part_of(year: str, period: str | None) -> str:
    """«11 tháng năm 2024 bằng 95 % cùng kỳ năm 2019»: the same months or quarter of a year, else the year itself."""
    whole = _MONTHS_OF_A_YEAR.fullmatch(period or "") or _PART_OF_YEAR.fullmatch(period or "")
    return re.sub(r"\d{4}", year, period) if whole and period and not period.startswith("FY") else year


def period_just_before(period: str | None) -> str | None:
    """The month or quarter right before one; None for anything else."""
    matched = _PART_OF_YEAR.fullmatch(period or "")
    if matched is None:
        return None
    fiscal, year, quarter, month = matched["fiscal"], int(matched["year"]), matched["quarter"], matched["month"]
    number, last = (int(quarter), 4) if quarter else (int(month), 12)
    year, number = (year, number - 1) if number > 1 else (year - 1, last)
    opening = f"FY{year:02}" if fiscal else f"{year:04}"
    return f"{opening}Q{number}" if quarter else f"{opening}-{number:02}"
