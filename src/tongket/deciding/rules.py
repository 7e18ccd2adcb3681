"""What may be decided about a figure, and what it then says. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.base.quantities import Quantity, decimal_text, parse_decimal
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.reading.claims import FigureClaim
from tongket.reading.rules import Doubt, judge

PLAN_BASES = ("plan", "central_estimate", "council_estimate")
TIME_BASES = ("previous_year", "same_period", "previous_period")
_BASES: Mapping[str, tuple[str, ...]] = {"change": TIME_BASES, "plan_ratio": PLAN_BASES, "plan_excess": PLAN_BASES}
_ENDS = {"min": "at_least", "max": "up_to"}


@dataclass(frozen=True)
class Terms:
    """What a figure says in the terms of the ledger; see Observation for the meaning of each part."""

    indicator: str
    period: Period
    measure: str
    quantity: Quantity
    unit_of_measure: str
    comparison: str = "value"
    basis: str = ""
    denominator: Decimal | None = None
    modifier: str = ""

    def as_record(self) -> dict[str, str]:
        """The JSON form: canonical texts."""
        return {
            "indicator": self.indicator,
            "period": self.period.code,
            "measure": self.measure,
            "value": decimal_text(self.quantity.value),
            "half_unit": decimal_text(self.quantity.half_unit),
            "unit_of_measure": self.unit_of_measure,
            "comparison": self.comparison,
            "basis": self.basis,
            "denominator": "" if self.denominator is None else decimal_text(self.denominator),
            "modifier": self.modifier,
        }

    @classmethod
    def from_record(cls, record: Mapping[str, str]) -> Self:
        """From the JSON form."""
        return cls(
            indicator=record["indicator"],
            period=Period.parse(record["period"]),
            measure=record["measure"],
            quantity=Quantity.parse(record["value"], record["half_unit"]),
            unit_of_measure=record["unit_of_measure"],
            comparison=record["comparison"],
            basis=record["basis"],
            denominator=parse_decimal(record["denominator"]) if record["denominator"] else None,
            modifier=record["modifier"],
        )


def as_read(figure: FigureClaim, indicators: Mapping[str, IndicatorDefinition]) -> Terms | Doubt:
    """What an acceptance records of a figure that no rule recorded, or what a person must add or correct first.

    A rule leaves a range to people; one end of it says that the value is at least, or at most, so much.
    """
    if figure.bound is not None:
        figure = replace(figure, bound=None, modifier=_ENDS[figure.bound])  # type: ignore[arg-type]
    judged = judge(figure, indicators)
    if isinstance(judged, Doubt):
        return judged
    return Terms(
        indicator=judged.indicator.code,
        period=judged.period,
        measure=judged.measure,
        quantity=judged.quantity,
        unit_of_measure=judged.unit_of_measure,
        comparison=judged.comparison,
        basis=judged.basis,
        denominator=judged.denominator,
        modifier=judged.modifier,
    )


def contradicts(terms: Terms, figure: FigureClaim) -> bool:
    """Whether terms say something else than was read; to add what the text leaves open is no contradiction."""
    read = (
        (figure.value, terms.quantity.value.copy_abs()),
        (figure.of, terms.denominator),
        (figure.indicator_code, terms.indicator),
        (_code(figure.period), terms.period.code),
        (figure.compared_with if figure.compared_with != "none" else None, terms.basis or None),
    )
    if any(said is not None and decided is not None and said != decided for said, decided in read):
        return True
    falls = terms.quantity.value < 0
    signed = terms.comparison in ("change", "plan_excess")
    return figure.status != terms.measure or (signed and figure.direction is not None and falls != _down(figure))


def check(terms: Terms, *, unit_of_measure: str, peers: Sequence[str]) -> None:
    """Raise InvalidInput unless the parts go together: ``unit_of_measure`` is that of the indicator, ``peers`` are
    the groups of peers that are known."""
    value, comparison = terms.quantity.value, terms.comparison
    expected = {"value": unit_of_measure, "rank": "rank"}.get(comparison, "%")
    if terms.unit_of_measure != expected:
        raise InvalidInput(
            gettext_noop("The figure must be in “{expected}”, and is in “{unit}”."),
            expected=expected,
            unit=terms.unit_of_measure,
        )
    if comparison == "rank" and terms.basis.removeprefix("peers:") not in peers:
        raise InvalidInput(gettext_noop("Say among whom the rank is counted."))
    if comparison in _BASES and terms.basis not in _BASES[comparison] and not _is_year(terms.basis, comparison):
        raise InvalidInput(gettext_noop("Say what the figure is compared with; it must go with what the figure says."))
    if comparison == "value" and terms.basis:
        raise InvalidInput(gettext_noop("A value is compared with nothing: choose what the figure says, or no basis."))
    if comparison == "rank" and (value < 1 or value != value.to_integral_value()):
        raise InvalidInput(gettext_noop("A rank is a whole number from 1."))
    if terms.denominator is not None and terms.denominator <= 0:
        raise InvalidInput(gettext_noop("The whole of which the figure is a part must be more than zero."))
    if comparison == "rank" and terms.denominator is not None and value > terms.denominator:
        raise InvalidInput(gettext_noop("The rank is larger than the number of those it is counted among."))


def stack(verdicts: Sequence[str]) -> list[int]:
    """The places of the decisions that hold on each other, oldest first: each undoing takes the newest away."""
    held: list[int] = []
    for place, verdict in enumerate(verdicts):
        if verdict == "undo":
            held.pop()
        else:
            held.append(place)
    return held


def _is_year(basis: str, comparison: str) -> bool:
    kind, _, year = basis.partition(":")
    return comparison == "change" and kind == "year" and len(year) == 4 and year.isdecimal()


def _code(period: str | None) -> str | None:
    try:
        return Period.told(period).code if period else None
    except InvalidInput:
        return None


def _down(figure: FigureClaim) -> bool:
    return figure.direction == "down"
