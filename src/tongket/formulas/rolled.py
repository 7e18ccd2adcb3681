"""Formulas over a roll-up: the figures of their parts are rolled up, and the formula applied to what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

from tongket.formulas.evaluating import NO_FIGURE, Gap, Span, Stated, Where
from tongket.rollup.rules import Measure, Scheme

Cell = Callable[[str, str, int, Measure], Decimal | None]
"""What an engine says of an indicator, a unit, a period and a measure."""


class RolledUp:
    """The figures of any engine. ``Where.unit`` is a code, ``Where.period`` a number of the scheme's calendar."""

    def __init__(self, scheme: Scheme, cell: Cell, units_of_measure: dict[str, str]) -> None:
        self._scheme, self._cell, self._units = scheme, cell, units_of_measure
        self._meanings = {meaning.indicator: meaning for meaning in scheme.meanings}

    def stated(self, code: str, where: Where) -> Stated | Gap:
        """The rolled-up figure, which leaves nothing open."""
        value = self._cell(code, where.unit, where.period, where.measure)
        if value is None:
            details = (("indicator", code), ("unit", str(where.unit)), ("period", str(where.period)))
            return Gap(NO_FIGURE, details)
        return Stated(Span.exactly(Fraction(value)))

    def unit_of(self, code: str) -> str:
        """As it was given."""
        return self._units[code]

    def less_is_better(self, code: str) -> bool:
        """By the meaning of the indicator."""
        return self._meanings[code].direction == "less"

    def year_before(self, where: Where) -> Where | None:
        """The same place in the year before; None before the calendar begins."""
        before = where.period - self._scheme.calendar.per_year
        return where._replace(period=before) if before >= self._scheme.calendar.first else None

    def peers(self, where: Where) -> Sequence[str]:
        """The units of the same group."""
        era = self._scheme.era(where.period)
        group = era.group(where.unit)
        return [unit for unit in era.parents if era.group(unit) == group]
