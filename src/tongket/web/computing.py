"""Formulas on pages: what is computed, whether a check holds, and the figures that speak for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from tongket.base.quantities import decimal_text
from tongket.catalogue.models import Indicator
from tongket.formulas.evaluating import Gap, Result
from tongket.formulas.models import Formula
from tongket.formulas.queries import Computed
from tongket.formulas.rules import printed
from tongket.tracing.series import known_indicator


@dataclass(frozen=True)
class Computation:
    """A formula with what it comes to, as a page shows it."""

    made: Computed
    unit_of_measure: str = ""

    @classmethod
    def of(cls, made: Computed | None, measured: Indicator) -> Computation | None:
        """A computed indicator; None where it has no formula."""
        return None if made is None else cls(made, measured.unit_of_measure)

    @property
    def formula(self) -> Formula:
        """The version in force."""
        return self.made.formula

    @property
    def value(self) -> str | None:
        """The value as canonical text, in the unit of measure; None where a figure is missing."""
        span = self.made.result.in_unit(self.unit_of_measure)
        return None if span is None else decimal_text(printed(span))

    @property
    def holds(self) -> bool | None:
        """Of a check, whether it does."""
        return self.made.result.holds

    @property
    def parts(self) -> list[tuple[Mapping[str, str], Result]]:
        """Each figure in it: the names of its indicator, and the figure."""
        return [(_names(leaf), leaf) for leaf in self.made.result.leaves()]

    @property
    def missing(self) -> list[str]:
        """What keeps it from a value, in words."""
        return [_said(gap) for gap in self.made.result.gaps]


def _names(leaf: Result) -> Mapping[str, str]:
    indicator = known_indicator(str(leaf.term))
    return indicator.names if indicator is not None else {"en": str(leaf.term)}


def _said(gap: Gap) -> str:
    return gettext(gap.message).format(**dict(gap.details))
