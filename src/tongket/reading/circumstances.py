"""What is known of a text beside what it says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tongket.base.periods import Period as Span
from tongket.reading.periods import Period


class Circumstances(NamedTuple):
    """On which day a text was issued and on which it came, and the period that somebody says it covers."""

    issued: date | None = None
    received: date | None = None
    covers: Span | None = None

    @property
    def covered(self) -> Period | None:
        """What the text covers, as if it said so at its head."""
        return Period(0, 0, self.covers.told_code, "") if self.covers else None

    @property
    def year(self) -> int | None:
        """The year that dates without one are of where neither the text nor its date says more.

        The day on which a text came is the last resort: what is brought may be years old.
        """
        return self.covers.last_day.year if self.covers else self.received.year if self.received else None
