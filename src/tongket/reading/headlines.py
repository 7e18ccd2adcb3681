"""Figures of a headline that the text below tells again: «Thu ngân sách đạt 103 % kế hoạch⏎6 tháng đầu năm, …»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.amounts import Quantity
from tongket.reading.claims import Claim, FigureClaim
from tongket.reading.periods import Period

_LONGEST = 200


def as_told_below(
    claims: Sequence[Claim], quantities: Sequence[Quantity], lower: str, periods: Sequence[Period]
) -> list[Claim]:
    """A figure of the first line, where that names no time, is of the time of the same figure below it."""
    end = lower.find("\n")
    if not 0 < end < _LONGEST or any(period.start < end for period in periods[:1]):
        return list(claims)
    first = bisect_left(quantities, end, key=lambda quantity: quantity.start)
    below = [claim for claim in claims[first:] if isinstance(claim, FigureClaim)]
    found: list[Claim] = []
    for claim in claims[:first]:
        same = (c for c in below if isinstance(claim, FigureClaim) and _tells(c, claim))
        again = next((c for c in same if c.period), None)
        found.append(replace(claim, period=again.period) if isinstance(claim, FigureClaim) and again else claim)
    return [*found, *claims[first:]]


def _tells(claim: FigureClaim, headline: FigureClaim) -> bool:
    return (claim.value, claim.unit, claim.kind) == (headline.value, headline.unit, headline.kind)
