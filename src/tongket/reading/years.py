"""The year that a text is about, which fills dates and periods without one."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.reading.packs import LanguagePack
from tongket.reading.periods import Period

_TIMES = ("period", "same_period", "previous_year")
_NEAR = 40


def year_of_text(lower: str, pack: LanguagePack, periods: Sequence[Period]) -> int | None:
    """The first year that is neither a deadline, nor compared with, nor one of prices; None where no year is named.

    A text that names only years it compares with, «tăng 5 % so với cùng kỳ năm 2023», is about the next one.
    """
    basis, named_cues = pack.cues("comparison.basis"), pack.cues("comparison.named")
    no_time = pack.cues("periods.no_time")
    named = [(period, period.year) for period in periods if period.year]
    past = [(period, year) for period, year in named if period.role not in ("due", "toward")]
    compared: list[int] = []
    for period, year in past:
        before = (max(0, period.start - _NEAR), period.start)
        words = named_cues.ending(lower, *before)
        hit = basis.ending(lower, before[0], words.start if words else period.start)
        if hit is not None and hit.value in _TIMES:
            compared.append(year)
        elif no_time.ending(lower, *before) is None:
            return year
    return max(compared) + 1 if compared else next((year for _, year in (*past, *named)), None)
