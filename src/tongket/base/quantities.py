"""Exact numbers as people print them: a decimal, and what its last printed digit leaves open.

Values are kept as canonical decimal text (no exponent, no float on the way). A printed number stands
for every number that rounds to it: ± half a unit of its last printed digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from typing import Self

from tongket.base.errors import InvalidInput, gettext_noop

# Wide enough for any sum of public money in its smallest unit; arithmetic that would round raises instead.
EXACT = Context(prec=60, traps=[Inexact, InvalidOperation])

# No exponent (three characters of "1e999999999" would fill the memory as plain digits), no blanks, underscores or
# digits of other scripts, which Decimal would all take.
_CANONICAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def decimal_text(value: Decimal) -> str:
    """The canonical text of a decimal: plain digits, printed zeros kept, ``-0`` as ``0``."""
    text = f"{value:f}"
    return text.removeprefix("-") if value.is_zero() else text


def parse_decimal(text: str) -> Decimal:
    """Read canonical decimal text; raises InvalidInput for anything else (NaN and infinity included)."""
    if not _CANONICAL.fullmatch(text):
        raise InvalidInput(gettext_noop("“{text}” is not a decimal number such as 20699500000000 or 13.85."), text=text)
    if sum(character.isdigit() for character in text) > EXACT.prec:
        raise InvalidInput(
            gettext_noop("“{text}” has more digits than a figure can have ({limit})."), text=text, limit=EXACT.prec
        )
    return Decimal(text)


@dataclass(frozen=True)
class Quantity:
    """A printed value and half a unit of its last printed digit, in the same unit of measure."""

    value: Decimal
    half_unit: Decimal = Decimal(0)

    @classmethod
    def parse(cls, value: str, half_unit: str = "0") -> Self:
        """From canonical decimal texts."""
        return cls(parse_decimal(value), parse_decimal(half_unit))

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """The smallest and largest numbers that print like this one."""
        with localcontext(EXACT):
            return self.value - self.half_unit, self.value + self.half_unit

    def minus(self, other: Quantity) -> Quantity:
        """The difference; what rounding leaves open adds up."""
        with localcontext(EXACT):
            return Quantity(self.value - other.value, self.half_unit + other.half_unit)

    def agrees_with(self, other: Quantity) -> bool:
        """Whether rounding alone could explain that the two are printed differently."""
        apart = self.minus(other)
        return apart.value.copy_abs() <= apart.half_unit
