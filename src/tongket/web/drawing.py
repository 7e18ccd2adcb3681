"""Charts for pages: small, and drawn only where there is more than one year to compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from tongket.base import localities
from tongket.catalogue.models import Indicator
from tongket.ledger.models import Observation
from tongket.publication import charts, wording
from tongket.publication.charts import Point
from tongket.publication.series import alternative, points

_SCALES = (12, 9, 6)


@dataclass(frozen=True)
class Drawing:
    """A chart, the unit of its labels, and the sentence that says what it shows."""

    svg: SafeString
    unit: str
    alternative: str


def drawing(indicator: Indicator, observations: Iterable[Observation], *, width: int = 300) -> Drawing | None:
    """The chart of a series; None when it has fewer than two years."""
    series = points(observations)
    if len({point.period for point in series}) < 2:
        return None
    short, unit = _shortened(series, indicator.unit_of_measure)
    svg = charts.series(short, width=width, height=110)
    # Safe: drawn here by Vega, which escapes the labels it is given.
    return Drawing(mark_safe(svg), unit, alternative(wording.name(indicator.names), series))  # noqa: S308


def _shortened(series: list[Point], unit_of_measure: str) -> tuple[list[Point], str]:
    """Amounts in one scale, so that a label over a bar is a bare number; the unit is then said once."""
    if unit_of_measure not in ("VND", "USD"):
        return series, wording.unit_label(unit_of_measure)
    lang = wording.language()
    largest = max(abs(point.value) for point in series)
    power = next((power for power in _SCALES if largest >= Decimal(10) ** power), 0)
    short = []
    for point in series:
        exact = point.value.scaleb(-power).normalize()
        whole = exact.quantize(Decimal(1)) if int(exact.as_tuple().exponent) > 0 else exact
        short.append(replace(point, label=localities.number(whole, lang)))
    _, _, unit = localities.money(Decimal(10) ** power, unit_of_measure, lang).partition(" ")
    return short, unit
