"""Units of measure of formulas: amounts of the same unit are added, quotients of money and people are money a head.

Percent, percentage points and times are numbers; a per cent is a hundredth. Currencies, tonnes and kilograms are not
converted into one another: what looks the same in a formula has to be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.formulas.terms import Call, Compared, Joined, Named, Negated, Number, Term

Powers = Mapping[str, int]
"""From basic units to their powers: ``{"VND": 1, "persons": -1}``; nothing for a number."""

NUMBERS = {"": Fraction(1), "times": Fraction(1), "%": Fraction(1, 100), "percentage points": Fraction(1, 100)}
_COUNTED = {"rank": "places", "streak": "years"}


def scale(unit_of_measure: str) -> Fraction:
    """What one of the unit is as a number: a hundredth for percent, one for all that are no numbers."""
    return NUMBERS.get(unit_of_measure, Fraction(1))


def powers(unit_of_measure: str) -> dict[str, int]:
    """The basic units of a unit of measure: ``VND/persons`` is VND to 1 and persons to -1."""
    if unit_of_measure in NUMBERS:
        return {}
    above, *below = unit_of_measure.replace(" per ", "/").split("/")
    return _product(_power(above.strip()), *({name: -p for name, p in _power(b.strip()).items()} for b in below))


def written(units: Powers) -> str:
    """Units as people write them; ``1`` for a number."""
    above = "·".join(name for name, power in units.items() for _ in range(power))
    below = "".join(f"/{name}" for name, power in units.items() for _ in range(-power))
    return f"{above or '1'}{below}"


def measured(term: Term, unit_of: Callable[[str], str]) -> Powers | None:
    """The units of measure of a term; None for one that fits every unit, as zero does. ``unit_of`` may raise NotFound.

    Raises InvalidInput where amounts of different units are added or compared.
    """
    match term:
        case Number():
            return None if term.value == 0 else {}
        case Named():
            return powers(unit_of(term.code))
        case Negated():
            return measured(term.term, unit_of)
        case Joined(sign="+" | "-") | Compared():
            return _same(term, term.left, term.right, unit_of)
        case Joined():
            left, right = measured(term.left, unit_of) or {}, measured(term.right, unit_of) or {}
            return _product(left, right if term.sign == "*" else {name: -p for name, p in right.items()})
        case Call(function="rank" | "streak"):
            measured(term.arguments[0], unit_of)
            return {_COUNTED[term.function]: 1}
        case Call(function="round"):
            return measured(term.arguments[0], unit_of)
        case Call():
            first, *others = term.arguments
            found = measured(first, unit_of)
            for other in others:
                found = _same(term, first, other, unit_of)
            return found


def check(term: Term, unit_of_measure: str, unit_of: Callable[[str], str]) -> None:
    """Raises InvalidInput unless a formula gives figures in a unit of measure."""
    found = measured(term, unit_of)
    if found is not None and dict(found) != powers(unit_of_measure):
        raise InvalidInput(
            gettext_noop("The formula gives {found}, and the indicator is measured in “{expected}”."),
            found=written(found),
            expected=unit_of_measure,
        )


def _same(term: Term, left: Term, right: Term, unit_of: Callable[[str], str]) -> Powers | None:
    one, other = measured(left, unit_of), measured(right, unit_of)
    if one is not None and other is not None and dict(one) != dict(other):
        raise InvalidInput(
            gettext_noop("“{term}”: “{left}” is in {one} and “{right}” in {other}; they cannot be set side by side."),
            term=str(term),
            left=str(left),
            one=written(one),
            right=str(right),
            other=written(other),
        )
    return other if one is None else one


def _power(name: str) -> dict[str, int]:
    return {} if name in ("", "1") else {name: 1}


def _product(*several: Powers) -> dict[str, int]:
    found: dict[str, int] = {}
    for units in several:
        for name, power in units.items():
            found[name] = found.get(name, 0) + power
    return {name: power for name, power in sorted(found.items(), key=lambda item: -item[1]) if power}
