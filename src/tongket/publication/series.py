"""A series of observations as a chart, and in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext

from tongket.base import localities
from tongket.catalogue.models import Indicator
from tongket.ledger.models import Observation
from tongket.publication import charts, nouns, wording
from tongket.publication.charts import Point

_SCALES = (12, 9, 6)


@dataclass(frozen=True)
class Drawing:
    """A chart as SVG, the unit of its labels, the sentence that says what it shows, and the entries drawn."""

    svg: str
    unit: str
    alternative: str
    entries: tuple[int, ...]


def draw(indicator: Indicator, observations: Iterable[Observation], *, width: int, height: int) -> Drawing | None:
    """The chart of a series; None when it has fewer than two years, so that there is nothing to compare."""
    yearly = [o for o in observations if o.span.frequency == "year"]
    series = _points(yearly)
    if len({point.period for point in series}) < 2:
        return None
    labelled, unit = _labelled(series, indicator.unit_of_measure)
    svg = charts.series(labelled, width=width, height=height)
    return Drawing(svg, unit, _alternative(wording.name(indicator.names), series), tuple(o.seq for o in yearly))


def _points(observations: Iterable[Observation]) -> list[Point]:
    """The points of a series; the same value stated twice for a year is one point."""
    drawn: dict[tuple[str, str, str], Point] = {}
    for o in observations:
        point = Point(
            period=wording.period(o.period),
            value=o.quantity.value,
            label=wording.value(o),
            measure=o.measure,
            measure_label=wording.say(wording.MEASURES, o.measure),
        )
        drawn.setdefault((o.period, str(o.quantity.value.normalize()), o.measure), point)
    return list(drawn.values())


def _labelled(series: list[Point], unit_of_measure: str) -> tuple[list[Point], str]:
    """Amounts in one scale, so that a label over a bar is a bare number; the unit is then said once."""
    if not localities.is_currency(unit_of_measure):
        return series, nouns.unit_label(unit_of_measure)
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


def _alternative(name: str, series: list[Point]) -> str:
    """What the chart shows, in one sentence."""
    said = "; ".join(f"{point.period}: {point.label} ({point.measure_label})" for point in series)
    return gettext("{name} by year: {values}.").format(name=name, values=said)
