"""A series of observations as points of a chart, and in words for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from tongket.ledger.models import Observation
from tongket.publication import wording
from tongket.publication.charts import Point


def points(observations: Iterable[Observation]) -> list[Point]:
    """The whole years of a series; the same value stated twice for a year is one point."""
    drawn: dict[tuple[str, str, str], Point] = {}
    for o in observations:
        if o.span.frequency == "year":
            point = Point(
                period=wording.period(o.period),
                value=o.quantity.value,
                label=wording.value(o),
                measure=o.measure,
                measure_label=wording.say(wording.MEASURES, o.measure),
            )
            drawn.setdefault((o.period, str(o.quantity.value.normalize()), o.measure), point)
    return list(drawn.values())


def alternative(name: str, series: list[Point]) -> str:
    """What the chart shows, in one sentence."""
    said = "; ".join(f"{point.period}: {point.label} ({point.measure_label})" for point in series)
    return gettext("{name} by year: {values}.").format(name=name, values=said)
