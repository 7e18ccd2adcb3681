"""Reporting periods as half-open spans of days, written in one canonical code each.

Codes follow SDMX time periods and ISO 8601 where these have a form:

========================  =======================================
``2024``                  the year 2024
``2025-Q1``               its first quarter
``2025-03``               a month
``2020/2025``             several whole years: 2020 up to and *including* 2025
``2025-01-01/2025-04-17`` days, both ends included in the code, as people write them
========================  =======================================

Inside, a period is ``[start, end)``: the end day is the first day after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from tongket.base.errors import InvalidInput, gettext_noop

Frequency = Literal["year", "quarter", "month", "years", "days"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-?Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?"
    r"|(?P<first>\d{4})[-/](?P<last>\d{4})"
    r"|(?P<from>\d{4}-\d\d-\d\d)/(?P<to>\d{4}-\d\d-\d\d)"
    r"|(?P<from_month>\d{4}-\d\d)/(?P<to_month>\d{4}-\d\d)"
)


@dataclass(frozen=True, order=True)
class Period:
    """A span of days ``[start, end)`` with its canonical code; ordered by time."""

    start: date
    end: date
    frequency: Frequency

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read a period code; also the loose forms ``2025Q1``, ``2020-2025`` and ``2025-01/2025-06``.

        Raises InvalidInput when the text is no period or ends before it starts.
        """
        found = _FORMS.fullmatch(code.strip())
        try:
            if found is None:
                raise ValueError
            if found["quarter"]:
                return cls._months(int(found["year"]), 3 * int(found["quarter"]) - 2, 3, "quarter")
            if found["month"]:
                return cls._months(int(found["year"]), int(found["month"]), 1, "month")
            if found["year"]:
                return cls.year(int(found["year"]))
            if found["first"]:
                start, end = date(int(found["first"]), 1, 1), date(int(found["last"]) + 1, 1, 1)
                return cls._span(start, end, "years")
            if found["from_month"]:
                opening, closing = (cls.parse(found[month]) for month in ("from_month", "to_month"))
                return cls._span(opening.start, closing.end, "days")
            first, last = date.fromisoformat(found["from"]), date.fromisoformat(found["to"])
            return cls._span(first, last + timedelta(days=1), "days")
        except (ValueError, OverflowError):
            raise InvalidInput(
                gettext_noop(
                    "“{code}” is not a period. Write a year (2024), a quarter (2025-Q1), a month (2025-03), "
                    "several years (2020/2025) or days (2025-01-01/2025-04-17)."
                ),
                code=code,
            ) from None

    @classmethod
    def told(cls, code: str) -> Self:
        """The period of a figure as a text tells it: a day, too, on which a stock is counted (``2025-01-01``).

        Elsewhere a day alone is refused: a spreadsheet makes one of a month. Raises InvalidInput as ``parse`` does.
        """
        return cls.parse(f"{code}/{code}" if _DAY.fullmatch(code) else code)

    @classmethod
    def year(cls, year: int) -> Self:
        """The calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1), "year")

    @classmethod
    def _months(cls, year: int, month: int, count: int, frequency: Frequency) -> Self:
        after = month + count
        end = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1)
        return cls(date(year, month, 1), end, frequency)

    @classmethod
    def _span(cls, start: date, end: date, frequency: Frequency) -> Self:
        if end <= start:
            raise ValueError
        return cls(start, end, frequency)

    @property
    def code(self) -> str:
        """The canonical code; ``Period.parse(p.code) == p``."""
        match self.frequency:
            case "year":
                return f"{self.start.year:04}"
            case "quarter":
                return f"{self.start.year:04}-Q{(self.start.month + 2) // 3}"
            case "month":
                return f"{self.start:%Y-%m}".rjust(7, "0")
            case "years":
                return f"{self.start.year:04}/{self.end.year - 1:04}"
            case "days":
                return f"{self.start.isoformat()}/{self.last_day.isoformat()}"

    @property
    def told_code(self) -> str:
        """The code as claims write what a text tells: ``2025Q1``, ``2020-2025``, months as ``2025-01/2025-06``."""
        match self.frequency:
            case "quarter":
                return self.code.replace("-", "")
            case "years":
                return self.code.replace("/", "-")
            case "days" if self.start == self.last_day:
                return self.start.isoformat()
            case "days" if self.start.day == self.end.day == 1:
                return f"{self.start.isoformat()[:7]}/{self.last_day.isoformat()[:7]}"
            case _:
                return self.code

    @property
    def last_day(self) -> date:
        """The last day inside the period."""
        return self.end - timedelta(days=1)

    @property
    def year_before(self) -> Period | None:
        """The same year, quarter or month a year before; None for other spans, and before the first year there is."""
        return self._moved(-1)

    @property
    def year_after(self) -> Period | None:
        """The same a year after; None for other spans, and after the last year there is."""
        return self._moved(1)

    def _moved(self, years: int) -> Period | None:
        first, last = self.start.year + years, self.end.year + years
        if self.frequency not in ("year", "quarter", "month") or first < date.min.year or last > date.max.year:
            return None
        return Period(self.start.replace(year=first), self.end.replace(year=last), self.frequency)

    def contains(self, day: date) -> bool:
        """Whether the day falls inside ``[start, end)``."""
        return self.start <= day < self.end

    def __str__(self) -> str:
        return self.code
