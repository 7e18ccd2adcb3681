"""When may a figure enter the ledger by itself? Only when nothing about it is in doubt.

A figure is recorded when it links to one indicator of the catalogue, says for which period it holds, and is
in the indicator's own unit of measure (or is a comparison in percent, or a rank with its field). Everything
else waits for a person, with the reason why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.reading.claims import FigureClaim

_SIGNED = ("change", "plan_excess")
_CLAUSE_END = re.compile(r"[.;)\n]")


class Doubt(StrEnum):
    """Why a claim waits for a person."""

    NO_INDICATOR = "no_indicator"
    NO_PERIOD = "no_period"
    OTHER_PERIOD = "other_period"
    OTHER_UNIT = "other_unit"
    NO_BASIS = "no_basis"
    NO_FIELD = "no_field"
    RANGE = "range"
    NOT_A_FIGURE = "not_a_figure"
    NOT_ACCEPTED = "not_accepted"


@dataclass(frozen=True)
class Recordable:
    """A figure about which nothing is in doubt, in the terms of the ledger; changes and excesses are signed."""

    indicator: IndicatorDefinition
    period: Period
    measure: str
    comparison: str
    basis: str
    quantity: Quantity
    unit_of_measure: str
    denominator: Decimal | None
    modifier: str


def judge(figure: FigureClaim, indicators: Mapping[str, IndicatorDefinition]) -> Recordable | Doubt:
    """The figure as the ledger takes it, or the first reason not to."""
    indicator = indicators.get(figure.indicator_code or "")
    if indicator is None:
        return Doubt.NO_INDICATOR
    if figure.bound is not None:
        return Doubt.RANGE
    if figure.period is None:
        return Doubt.NO_PERIOD
    try:
        period = Period.told(figure.period)
    except InvalidInput:
        return Doubt.OTHER_PERIOD
    place = _compare(figure, indicator, period)
    if isinstance(place, Doubt):
        return place
    comparison, basis = place
    # Only what was printed as a movement has a sign: "down to 0.9 %" says that the rate is 0.9 %.
    falls = figure.direction == "down" and figure.kind in _SIGNED
    return Recordable(
        indicator=indicator,
        period=period,
        measure=figure.status,
        comparison=comparison,
        basis=basis,
        quantity=Quantity(-figure.value if falls else figure.value, figure.half_unit),
        unit_of_measure=figure.unit,
        denominator=figure.of,
        modifier=figure.modifier or "",
    )


def peers_named(words: str, phrases: Mapping[str, str]) -> str | None:
    """The group of peers that the words behind a rank name: that of the longest phrase up to the end of the clause."""
    clause = _CLAUSE_END.split(words, maxsplit=1)[0].casefold()
    named = [phrase for phrase in phrases if phrase.casefold() in clause]
    return phrases[max(named, key=len)] if named else None


def _compare(figure: FigureClaim, indicator: IndicatorDefinition, period: Period) -> tuple[str, str] | Doubt:
    """Comparison and basis under which the figure is filed."""
    if figure.kind == "rank":
        return ("rank", f"peers:{figure.peers}") if figure.peers else Doubt.NO_FIELD
    if figure.kind == "change" and indicator.measures_growth:
        if figure.unit != indicator.unit_of_measure:
            return Doubt.OTHER_UNIT
        return ("value", "") if _is_yearly(figure.compared_with, period) else Doubt.NO_INDICATOR
    if figure.kind in ("change", "plan_ratio", "plan_excess"):
        if figure.unit != "%":
            return Doubt.OTHER_UNIT
        return (figure.kind, figure.compared_with) if figure.compared_with != "none" else Doubt.NO_BASIS
    # “The index was 106.3 %” says 6.3 % more, which nobody printed.
    if figure.kind == "ratio" and indicator.measures_growth:
        return Doubt.OTHER_UNIT
    return ("value", "") if figure.unit == indicator.unit_of_measure else Doubt.OTHER_UNIT


def _is_yearly(basis: str, period: Period) -> bool:
    """Whether a growth is over the year before, as texts mean it when they do not say; growth since 2020 is not."""
    kind, _, rest = basis.partition(":")
    return kind in ("none", "previous_year", "same_period") or (kind == "year" and rest == str(period.start.year - 1))
