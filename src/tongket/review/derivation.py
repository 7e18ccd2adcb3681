"""What printed figures imply. Derived values are shown as derived and never stored as if they had been reported.

A printed number stands for ± half a unit of its last printed digit, so what it implies is an interval. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, localcontext

from tongket.base.quantities import Quantity

_HUNDRED = Decimal(100)
_PRECISION = 40


@dataclass(frozen=True)
class Interval:
    """The implied value lies in ``[low, high]``; ``step`` is the digit that is worth printing."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def printed(self) -> tuple[Decimal, Decimal]:
        """Both ends to the digit that is worth printing."""
        return _to_step(self.low, self.step), _to_step(self.high, self.step)


def implied_base(value: Quantity, comparison: str, percent: Quantity) -> Interval | None:
    """The base that a value was set beside, from the value and the printed comparison.

    A change or an excess of p % means value = base × (1 + p/100); a ratio of p % means value = base × p/100.
    None when the comparison is another one, or the base could be zero or negative.
    """
    smallest, largest = (_factor(end, comparison) for end in percent.interval)
    if smallest is None or largest is None or smallest <= 0:
        return None
    least, most = value.interval
    if least < 0:
        return None
    with localcontext(Context(prec=_PRECISION, rounding=ROUND_FLOOR)):
        low = least / largest
    with localcontext(Context(prec=_PRECISION, rounding=ROUND_CEILING)):
        high = most / smallest
    return Interval(low, high, _worth_printing(high - low, value))


def _factor(percent: Decimal, comparison: str) -> Decimal | None:
    match comparison:
        case "change" | "plan_excess":
            return 1 + percent / _HUNDRED
        case "plan_ratio":
            return percent / _HUNDRED
        case _:
            return None


def _worth_printing(width: Decimal, value: Quantity) -> Decimal:
    """Two digits of the width, and never finer than the value itself was printed."""
    of_width = Decimal(1).scaleb(width.adjusted() - 1) if width else Decimal(0)
    return max(of_width, 2 * value.half_unit)


def _to_step(value: Decimal, step: Decimal) -> Decimal:
    return value if step.is_zero() else (value / step).quantize(Decimal(1)) * step


@dataclass(frozen=True)
class Difference:
    """By how much two statements of one figure differ, and what could explain it.

    ``by_printing`` says that both may be one number, each rounded to its last printed digit. ``rounded_to`` is the
    power of ten to which one of them may have been rounded further, as 4,400 to hundreds; None when that fails too.
    """

    amount: Decimal
    by_printing: bool
    rounded_to: Decimal | None


def difference(one: Quantity, other: Quantity) -> Difference:
    """Compare two statements of the same figure."""
    amount = abs(one.value - other.value)
    steps = [s for s in (_further_rounding(one, other), _further_rounding(other, one)) if s is not None]
    return Difference(amount, one.agrees_with(other), min(steps) if steps else None)


def _further_rounding(rough: Quantity, fine: Quantity) -> Decimal | None:
    """The smallest power of ten that ``rough`` is a multiple of and to which ``fine`` rounds to it."""
    if rough.value.is_zero():
        return None
    step = 20 * rough.half_unit
    while step > 0 and step <= abs(rough.value) and rough.value % step == 0:
        if abs(fine.value - rough.value) <= step / 2 + fine.half_unit:
            return step.normalize()
        step *= 10
    return None
