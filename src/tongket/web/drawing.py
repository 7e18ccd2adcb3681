"""Charts for pages: small, and drawn only where there is more than one year to compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from tongket.catalogue.models import Indicator
from tongket.ledger.models import Observation
from tongket.publication import charts, wording
from tongket.publication.series import alternative, points


@dataclass(frozen=True)
class Drawing:
    """A chart and the sentence that says what it shows."""

    svg: SafeString
    alternative: str


def drawing(indicator: Indicator, observations: Iterable[Observation], *, width: int = 300) -> Drawing | None:
    """The chart of a series; None when it has fewer than two years."""
    series = points(observations)
    if len({point.period for point in series}) < 2:
        return None
    svg = charts.series(series, width=width, height=110)
    # Safe: drawn here by Vega, which escapes the labels it is given.
    return Drawing(mark_safe(svg), alternative(wording.name(indicator.names), series))  # noqa: S308
