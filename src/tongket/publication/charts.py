"""Charts as Vega-Lite specifications, drawn to SVG here and not in the reader's browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

import vl_convert

INK, ACCENT, QUIET = "#1c2a33", "#0b5d6b", "#8a5a00"
_VERSION = "6.4"


@dataclass(frozen=True)
class Point:
    """One value of a series: the label under it, the exact value, what the label above says, and the measure."""

    period: str
    value: Decimal
    label: str
    measure: str
    measure_label: str


def series(points: list[Point], *, width: int = 420, height: int = 150) -> str:
    """Bars per period, told apart by outline as well as colour: outcomes are filled, targets and estimates hollow."""
    slots = _slots([point.period for point in points])
    labels = list(dict.fromkeys(point.measure_label for point in points))
    styles = {point.measure_label: point.measure for point in points}
    colours = [{"actual": ACCENT, "target": QUIET}.get(styles[label], "#5b7f87") for label in labels]
    opacities = [1.0 if styles[label] == "actual" else 0.25 for label in labels]
    values = [
        # Vega computes in floats: only the height of a bar comes from them, never a printed number.
        {"slot": slot, "value": float(p.value), "label": p.label, "measure": p.measure_label}
        for slot, p in zip(slots, points, strict=True)
    ]
    x = {"field": "slot", "type": "ordinal", "sort": slots, "axis": {"labelAngle": 0, "title": None}}
    y = {"field": "value", "type": "quantitative", "axis": None}
    spec: dict[str, Any] = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": width,
        "height": height,
        "background": None,
        "data": {"values": values},
        "config": {
            "font": "Noto Sans, DejaVu Sans, Arial, sans-serif",
            "view": {"stroke": None},
            "axis": {
                "labelColor": INK,
                "labelFontSize": 12,
                "domainColor": INK,
                "tickSize": 0,
                "labelPadding": 6,
            },
            "legend": {"orient": "bottom", "title": None, "labelFontSize": 12, "labelColor": INK},
        },
        "encoding": {"x": x, "y": y},
        "layer": [
            {
                "mark": {"type": "bar", "strokeWidth": 1.5, "width": {"band": 0.55}},
                "encoding": {
                    "fill": _scale("measure", labels, colours),
                    # One legend for the three; to switch it off for one would switch it off for all.
                    "stroke": _scale("measure", labels, colours),
                    "fillOpacity": _scale("measure", labels, opacities),
                },
            },
            {
                "mark": {"type": "text", "dy": -8, "fontSize": 12, "fill": INK},
                "encoding": {"text": {"field": "label", "type": "nominal"}},
            },
        ],
    }
    return _draw(json.dumps(spec, ensure_ascii=False, sort_keys=True))


def _slots(periods: list[str]) -> list[str]:
    """A place on the axis for each point; several values of one period are numbered, so that they are not two years."""
    return [
        f"{period} ({periods[:n].count(period) + 1})" if periods.count(period) > 1 else period
        for n, period in enumerate(periods)
    ]


def _scale(field: str, domain: list[str], values: list[Any]) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "scale": {"domain": domain, "range": values}}


@lru_cache(maxsize=512)
def _draw(spec: str) -> str:
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION)
    return svg
