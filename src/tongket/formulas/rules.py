"""What formulas may be held together: each of known parts, in fitting units of measure, none made of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from tongket.base.errors import Conflict, gettext_noop
from tongket.formulas import measuring
from tongket.formulas.evaluating import Span
from tongket.formulas.terms import Compared, Joined, Named, Term, named
from tongket.rollup.rules import Meaning, Method, rounded

Kind = Literal["value", "check"]
DECIMALS = 2
"""Of a computed figure that has no last decimal of its own."""


def kind(term: Term) -> Kind:
    """A comparison is a check, everything else computes a value."""
    return "check" if isinstance(term, Compared) else "value"


def check_units(code: str, term: Term, unit_of: Callable[[str], str]) -> None:
    """Raises InvalidInput where units of measure do not fit; ``unit_of`` says which there are."""
    if isinstance(term, Compared):
        measuring.measured(term, unit_of)
    else:
        measuring.check(term, unit_of(code), unit_of)


def check_cycles(code: str, term: Term, others: Mapping[str, Term]) -> None:
    """Raises Conflict, naming the way round, when an indicator would be made of itself."""

    def walk(term: Term, way: Sequence[str]) -> None:
        for part in named(term):
            if part.code == code:
                raise Conflict(
                    gettext_noop("The indicator {code} would be computed from itself: {way}."),
                    code=code,
                    way=" ← ".join((*way, part.code)),
                )
            if part.code in others and part.code not in way:
                walk(others[part.code], (*way, part.code))

    walk(term, (code,))


def meaning(code: str, term: Term, *, decimals: int, percent: bool) -> Meaning | None:
    """How a roll-up computes it in one pass: a quotient of two indicators as ratio of sums; None for other formulas.

    Other formulas are evaluated from the rolled-up figures of their parts.
    """
    match term:
        case Joined(sign="/", left=Named() as part, right=Named() as whole):
            return Meaning(
                code,
                Method.RATIO_OF_SUMS,
                decimals,
                part=part.code,
                whole=whole.code,
                factor=100 if percent else 1,
            )
        case _:
            return None


def printed(span: Span, decimals: int = DECIMALS) -> Decimal:
    """The value, exactly if it has few decimals, else rounded half to even."""
    exact = span.value
    for shorter in range(decimals):
        if (exact * 10**shorter).denominator == 1:
            return rounded(exact, shorter)
    return rounded(exact, decimals)
