"""What a formula consists of. Terms say where in the text they begin, and are equal without that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tongket.base.quantities import decimal_text

Sign = Literal["+", "-", "*", "/"]
Order = Literal["=", "<=", ">=", "<", ">"]
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


@dataclass(frozen=True)
class Number:
    """A number as it stands; with ``percent`` so many hundredths."""

    value: Decimal
    percent: bool = False
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return decimal_text(self.value) + ("%" if self.percent else "")


@dataclass(frozen=True)
class Named:
    """The figure of an indicator."""

    code: str
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True)
class Negated:
    """The opposite of a term."""

    term: Term
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"-{_inside(self.term, 3)}"


@dataclass(frozen=True)
class Joined:
    """Two terms added, subtracted, multiplied or divided."""

    sign: Sign
    left: Term
    right: Term
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        binds = _BINDS[self.sign]
        return f"{_inside(self.left, binds)} {self.sign} {_inside(self.right, binds + 1)}"


@dataclass(frozen=True)
class Compared:
    """What has to hold between two terms, or is asked of them."""

    order: Order
    left: Term
    right: Term
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.left} {self.order} {self.right}"


@dataclass(frozen=True)
class Call:
    """A function of one or more terms."""

    function: str
    arguments: tuple[Term, ...]
    start: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.function}({', '.join(map(str, self.arguments))})"


Term = Number | Named | Negated | Joined | Compared | Call


def inside(term: Term) -> tuple[Term, ...]:
    """The terms that a term is made of."""
    match term:
        case Negated():
            return (term.term,)
        case Joined() | Compared():
            return (term.left, term.right)
        case Call():
            return term.arguments
        case _:
            return ()


def named(term: Term) -> Iterator[Named]:
    """Every indicator that stands in a formula, from left to right, as often as it does."""
    if isinstance(term, Named):
        yield term
    for part in inside(term):
        yield from named(part)


def _inside(term: Term, binds: int) -> str:
    """A term as part of one that binds so tightly."""
    own = _BINDS[term.sign] if isinstance(term, Joined) else 0 if isinstance(term, Compared) else 3
    return f"({term})" if own < binds else str(term)
