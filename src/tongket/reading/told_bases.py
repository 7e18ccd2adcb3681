"""What a figure is compared with, where its own clause does not say it, and how that is written down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.reading.amounts import Quantity
from tongket.reading.based_periods import BasedPeriods
from tongket.reading.bases import A_YEAR_BEFORE, Comparison
from tongket.reading.claims import PREVIOUS_PERIOD, Status
from tongket.reading.cumulations import term_before
from tongket.reading.mentions import is_a_quarter_before, is_twelve_months
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import (
    OPEN_DAY,
    SEVERAL_YEARS,
    Period,
    day_a_year_before,
    period_just_before,
    previous_period,
    same_months_before,
    same_part_of,
)
from tongket.reading.segments import Sentence

_OTHER = re.compile(r"[,;:()]\s|\d\s?%")
_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"(?P<year>\d{4})Q[1-4]")
_QUARTER_OR_MONTH = re.compile(r"(?:\d{4}|FY\d\d)(?:Q[1-4]|-\d\d)")
_QUARTER_ALONE = re.compile(r"-Q[1-4]")
_FAR, _LIST = 280, 1200
_YEAR_END = 20
_HEAD = 60
_SO_FAR_OR_QUARTER = re.compile(r"(?P<year>\d{4})(?:Q[1-4]|-01/(?P=year)-(?:0[2-9]|1[01]))")


@dataclass(frozen=True, slots=True)
class Said:
    """The last time that the text said it compares with: its type, for a figure of which period, and where."""

    basis: str
    period: str | None
    place: int


def _years_of(period: str | None) -> tuple[str, ...]:
    """The year that a period is in, or begins in and ends in."""
    if period and period.startswith("FY"):
        year = 2000 + int(period[2:4])
        return (str(year - 1), str(year))
    return (period[:4],) if period else ()


def _is_later(since: str, period: str | None) -> bool:
    """“expanded to 8 million last year from 7 million in 2023”, where no year is told for now: nothing is compared with
    what came later, so that it is the year before.
    """
    years = (_years_of(since)[-1:], _years_of(period)[-1:])
    return all(year and year[0].isdecimal() for year in years) and years[0] > years[1]


def as_compared(comparison: Comparison, period: str | None, other: Period | None, end: int) -> str | None:
    """«С начала 2014 года … выше уровня января-июня 2013 года на 3,5 %»: of the part that it, or an ``other`` figure
    of the sentence, which is over at ``end``, is compared with.
    """
    against = comparison.since or (other if other and other.start < end else None)
    since = against.iso if against else ""
    part = _SO_FAR_OR_QUARTER.fullmatch(since)
    if part is None or period is None or not period.isdecimal() or int(period) != int(part["year"]) + 1:
        return period
    return same_part_of(period, since)


class ToldBases(BasedPeriods):
    """Finds in one text what is compared with what."""

    def __init__(self, lower: str, pack: LanguagePack, year: int | None, figures: Sequence[int]) -> None:
        super().__init__(lower, pack, year, figures)
        self.cut, self.cut_before = pack.cues("comparison.cut"), pack.cues("comparison.cut_before")
        self.added, self.elsewhere = pack.cues("comparison.added"), pack.cues("comparison.elsewhere")
        self.than_elsewhere = pack.cues("comparison.than_elsewhere")
        self.conditional = pack.cues("comparison.conditional")
        self.baseless = pack.cues("comparison.baseless")
        self.partitive = pack.cues("comparison.partitive")
        self.years_alike = bool(pack.get("comparison.same_period_of_year", False))
        self.parts_alike = bool(pack.get("comparison.same_part_of_year", False))

    def is_cut(self, quantity: Quantity, sentence: Sentence, period: str | None, status: Status) -> bool:
        """«giảm 30 % thời gian giải quyết», an aim «giảm 50 % số vụ» for no time: a part is taken off, once."""
        close = self.lower.find(";", quantity.end, sentence.end)
        end = close if close >= 0 else sentence.end
        if quantity.unit != "%" or self.yearly.first(self.lower, quantity.end, end):  # «giảm 5 % số vụ hằng năm»
            return False
        if self.cut.at(self.lower, quantity.end + 1, quantity.end + _HEAD):
            return True
        if self.cut_before.first(self.lower, max(sentence.start, quantity.start - _HEAD), quantity.start):
            return True  # “reducing processing times by 30 %”
        aimed = status == "target" and period is None
        return aimed and self.partitive.at(self.lower, quantity.end + 1, quantity.end + _HEAD) is not None

    def as_set_against(
        self, quantity: Quantity, comparison: Comparison, sentence: Sentence, period: str | None
    ) -> Comparison:
        """«Сбор вырастет до 77 тысяч тонн против 50 тысяч тонн в среднем за 2008-2012 годы, или на 52 %»."""
        if comparison.kind != "change" or comparison.basis != "none" or quantity.family != "percent" or not period:
            return comparison
        floor = max(sentence.start, quantity.start - 2 * _HEAD)
        against = self.counterpart.last(self.lower, floor, quantity.start)
        then = self._within(against.end, quantity.start) if against else []
        if len(then) != 1 or not then[0].iso[:4].isdecimal() or then[0].iso >= period:
            return comparison
        return replace(comparison, basis="period", since=then[0])

    def as_if(self, comparison: Comparison, sentence: Sentence, period: str | None) -> Comparison:
        """«Если в 2021 году бюджет составлял 47 млрд, то в 2025 году достиг 207 млрд, увеличившись в 4,4 раза»."""
        place = sentence.start + (self.lower[sentence.start : sentence.start + 1] in (" ", "–", "—"))
        if comparison.kind != "change" or comparison.basis != "none":
            return comparison
        if self.conditional.at(self.lower, place, sentence.end) is None:
            return comparison
        first = next(iter(self._within(place, sentence.end)), None)
        then = first is not None and first.iso.isdecimal() and first.role in ("", "bare") and first.iso < (period or "")
        return replace(comparison, basis="period", since=first) if then else comparison

    def has_no_basis(self, quantity: Quantity, sentence: Sentence, comparison: Comparison, usual: str) -> bool:
        """«Инфляция составила 2 %», «расходы оптимизированы на 5 %»: not said than what."""
        floor = max(sentence.start, quantity.start - _HEAD)
        if self.elsewhere.ending(self.lower, floor, quantity.start) and self.lower[quantity.start - 1] != "(":
            return True  # «cao hơn mức bình quân chung cả nước 3,1 %»
        if self.than_elsewhere.at(self.lower, quantity.end + 1, quantity.end + _HEAD):
            return True
        if usual != "none":
            return False
        if self.budgets.corrected and quantity.family == "currency":  # «дефицит вырастет на 2 млрд»: than was planned
            return comparison.kind == "change"
        floor = max(sentence.start, self.lower.rfind(";", sentence.start, quantity.start))
        said = self.baseless.last(self.lower, floor, quantity.start)
        return (
            comparison.kind == "change" and said is not None and not _OTHER.search(self.lower, said.end, quantity.start)
        )

    def is_added(self, quantity: Quantity, sentence: Sentence) -> bool:
        """«điều chỉnh tăng vốn 228 tỷ đồng», «tăng thêm 7 xã»: an amount that grew, set against nothing,
        and not that of a percentage: «tăng 14 % (+306 ha)».
        """
        if quantity.family in ("count", "noun") and self.added.ending(
            self.lower, max(0, quantity.start - _HEAD), quantity.start
        ):
            return True
        amount = quantity.family in ("currency", "measure") and self.terms
        return amount and not self.is_in_brackets(quantity.start, sentence.start)

    def unsaid_basis(self, quantity: Quantity, sentence: Sentence, period: str | None, said: Said | None) -> str:
        """What a growth without a basis is against: as the others of its sentence are, or of a text without time.

        «tăng 18 % về số doanh nghiệp, tăng 5 % về vốn so với cùng kỳ», “rose by 4 % on the same period; sales by 3 %”.
        """
        if said and said.place >= sentence.start and said.period == period:
            return said.basis
        before = said and said.period == period and sentence.start - said.place < _FAR
        if said and before and self.speaks_of_parts(sentence.start, quantity.start):
            return said.basis  # «tăng 6 % so với cùng kỳ năm 2022. Trong đó, công nghiệp tăng 7 %»
        if said and period and OPEN_DAY.fullmatch(period) and said.period == period:  # «На 1 января … на 9 меньше»
            return said.basis
        semicolon = self.lower.find(";", quantity.end, sentence.end)
        end = semicolon if semicolon >= 0 else sentence.end
        if semicolon == quantity.end and (told := self._told_last(semicolon, sentence)):
            return told
        compared = False
        for hit in self.basis.all(self.lower, quantity.end, min(end, quantity.end + _FAR)):
            said_then = self.lower[hit.end + 1 : hit.end + 2].isdecimal() and self.no_day.at(
                self.lower, hit.start, hit.end
            )
            if said_then:  # “from a decline in 2022, she said on April 25”
                continue
            if hit.value == PREVIOUS_PERIOD and compared:  # “to 5 million, compared to 6 million in the previous month”
                return PREVIOUS_PERIOD
            compared = compared or hit.value == "period"
            if hit.value in ("same_period", "previous_year", "plan"):
                return hit.value if hit.value == "same_period" else "none"
        return said.basis if said and period is None else "none"

    def _told_last(self, semicolon: int, sentence: Sentence) -> str | None:
        """«Arden 10 ha, tăng 2 %; Brook 9 ha, bằng 97 %; Corby 8 ha, tăng 1 % so với cùng kỳ»: what the last part of a
        list is set against, where all parts end with a percentage and none says against what it is.
        """
        hits = self.basis.all(self.lower, semicolon, min(sentence.end, semicolon + _LIST))
        said = next((hit.value for hit in hits if hit.value != "period"), "")
        if said not in A_YEAR_BEFORE or hits[-1].value != said or len(hits) > 2:
            return None
        parts = self.lower[semicolon + 1 : hits[0].start].split(";")
        return said if all(part.rstrip().endswith("%") for part in parts) else None

    def _is_at(self, period: str | None, since: Period | None) -> bool:
        """“On 30 June loans were up 3 %”, “by June up 3 % from end-2023”: a state, compared with that of a day."""
        place = since.start if since else 0
        return bool(
            OPEN_DAY.fullmatch(period or "") or self.year_end.ending(self.lower, max(0, place - _YEAR_END), place)
        )

    def _is_long_before(self, since: str, period: str | None) -> bool:
        """“45 % higher in March 2022 than in March 2014”: against a part of a year that is no year before."""
        years = (since[:4], (period or "")[:4])
        return all(year.isdecimal() for year in years) and int(years[0]) < int(years[1]) - 1

    def _term_before_its(self, period: str | None) -> str | None:
        """«Năm 2020 … tăng 59 % so với nhiệm kỳ trước», at the congress of 2020-2025: against 2010-2015."""
        span = self.span.iso if self.span else ""
        if not period or not SEVERAL_YEARS.fullmatch(span) or not span[:4] <= period <= span[5:]:
            return None
        return term_before(term_before(span) if period == span[:4] else span)

    def basis_of(self, comparison: Comparison, period: str | None, percent: bool) -> str:
        """The basis as the guideline writes it: its type, and the period compared with."""
        kind = comparison.basis
        if comparison.kind in ("plan_ratio", "plan_excess") or kind in ("plan", "central_estimate", "council_estimate"):
            return "none" if comparison.kind == "level" else kind
        if comparison.kind not in ("change", "ratio") or (
            kind == "none" and not comparison.direction and not (percent and comparison.kind == "ratio")
        ):
            return "none"
        before = previous_period(period)
        whole_year = (bool(period) and (period or "").removeprefix("FY").isdecimal()) or is_twelve_months(period)
        since = comparison.since.iso if comparison.since and comparison.since.iso[0] not in "-<=" else None
        if since == period:  # nothing is compared with its own time; «в декабре 2025 года к декабрю прошлого года»
            kind = "same_period" if comparison.since and comparison.since.role == "before" else kind
            since = None
        if comparison.since and kind == "period" and _QUARTER_ALONE.fullmatch(comparison.since.iso):
            return PREVIOUS_PERIOD  # “down $62 million from first quarter”
        if comparison.since and not since and "/" in comparison.since.iso:  # «с январем-августом прошлого года»
            kind = "same_period"
        if kind == "yearly" and SEVERAL_YEARS.fullmatch(period or ""):  # «tăng bình quân 7 %/năm»: each on the last
            return "previous_year"
        if kind == "none" and _DAYS.fullmatch(period or "") and not (period or "")[5:].startswith("01-01"):
            return "none"  # «с 16 по 23 августа число безработных уменьшилось на 0,6 %»
        same_day = day_a_year_before(period)
        # «на 1 июля 2024 года … к 1 июля 2023 года»
        if same_day and (since == same_day or kind in ("same_period", "yearly")):
            return f"same_period:{same_day}"
        if since and OPEN_DAY.fullmatch(since):  # «so với ngày 31-8»: only the end of a year stands for that year
            since = since[:4] if since.endswith("-12-31") else None
            kind = kind if since else "start"
        if kind == PREVIOUS_PERIOD:
            return kind
        if kind == "term" and (term := term_before(period) or self._term_before_its(period)):
            return f"same_period:{term}"
        if kind in ("peers", "start", "term"):
            return "none"
        if (
            kind == "same_period" and whole_year and since in (None, before) and self.years_alike
        ):  # “In 2024 exports rose 4 % on the
            return f"previous_year:{before}"  # same period last year”
        if kind == "same_period" or (kind in ("none", "yearly", "span") and before and not whole_year):
            same = same_months_before(period) or before or since
            if since and since.isdecimal() and period and period[:4].isdecimal() and int(since) < int(period[:4]) - 1:
                same = same_part_of(since, period)
            return f"same_period:{same}" if same else "same_period"
        if since and (since == period_just_before(period) or is_a_quarter_before(since, period)):
            return PREVIOUS_PERIOD
        if since and kind == "period" and SEVERAL_YEARS.fullmatch(since) and since < (period or ""):
            return f"year:{since}"  # «против 50 тысяч тонн в среднем за 2008-2012 годы, или на 52 %»
        if since and kind == "period" and not since.isdecimal() and self._is_long_before(since, period):
            return f"year:{since[:4]}"
        quarter = since and _QUARTER.fullmatch(
            since
        )  # “in January-March 2023 … compared with the first quarter of 2022”
        months = same_months_before(period) if quarter else None
        if quarter and months and months.startswith(quarter["year"]):
            return f"same_period:{months}"
        if since and not whole_year and "/" in since:
            return f"same_period:{same_months_before(period) or before or since}"
        whole = kind == "period" and (since or "").isdecimal()  # «за 9 месяцев 2017 года … 108 % к 2016 году»
        of_part = self.parts_alike and comparison.since is not None and comparison.since.iso.isdecimal()
        if (
            since
            and whole
            and of_part
            and not whole_year
            and since == str(before)[:4]
            and not self._is_at(period, comparison.since)
        ):
            return f"same_period:{same_months_before(period) or before}"  # “in nine months of 2021 up 5 % over 2020”
        if since and since == before and not (whole_year or whole) and not self._is_year_end(comparison):
            return f"same_period:{same_months_before(period) or since}"
        if (
            since
            and not whole
            and _QUARTER_OR_MONTH.fullmatch(since)
            and since[:4] in (*_years_of(period), period[:4] if period else "")
        ):
            return PREVIOUS_PERIOD  # “a decrease since the first quarter” of the same year
        if since:
            near = since == before or self._is_the_year_before(comparison, period)
            near = near or _is_later(since, period)
            near = near and not SEVERAL_YEARS.fullmatch(period or "")
            return f"previous_year:{since}" if near else f"year:{since}"
        if kind != "previous_year" and SEVERAL_YEARS.fullmatch(period or ""):  # “8 % a year on average in 2021-2025”
            return f"year:{(period or '')[:4]}"
        if not before or not period:
            return "previous_year"
        if period.startswith("FY"):  # a quarter of a year of accounts, against all of the one before
            return f"previous_year:{before[:4]}"
        return f"previous_year:{before if whole_year else int(period[:4]) - 1}"
