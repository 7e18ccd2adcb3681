"""Figures as the reader states them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tongket.reading.claims import FigureClaim


def figure(value: str = "13.85", **changes: Any) -> FigureClaim:
    """A level of growth in 2024, in percent, linked to the catalogue: nothing about it is in doubt."""
    values: dict[str, Any] = {
        "start": 0,
        "end": len(value),
        "quote": value,
        "rule": "en.figure",
        "value": Decimal(value),
        "raw_value": Decimal(value),
        "half_unit": Decimal("0.005"),
        "unit": "%",
        "kind": "level",
        "period": "2024",
        "indicator_code": "growth",
    }
    return FigureClaim(**{**values, **changes})
