"""What a formula comes to for a unit in a period, and what it is made from.

Exact: values are fractions, with the least and the greatest that rounding of the printed figures leaves possible.
Missing is not zero: a term without a figure has none, and every gap says whose figure is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal, NamedTuple, Protocol

from tongket.base.errors import gettext_noop
from tongket.formulas import measuring
from tongket.formulas.terms import Call, Compared, Joined, Named, Negated, Number, Term, named

LONGEST_STREAK = 100

NO_FIGURE = gettext_noop("{indicator}: no figure ({unit}, {period}).")
DIFFERING = gettext_noop("{indicator}: sources differ ({unit}, {period}).")
NO_YEAR_BEFORE = gettext_noop("{period} is not a year, a quarter or a month: there is no such period a year before.")
BY_ZERO = gettext_noop("“{term}” divides by what is zero, or cannot be told from zero.")


class Where(NamedTuple):
    """Of whom, when, and what is asked for; units and periods are whatever the source of the figures knows."""

    unit: Any
    period: Any
    measure: Literal["actual", "target", "estimate"] = "actual"


class Gap(NamedTuple):
    """Why there is no value: a text template and what fills it."""

    message: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Span:
    """A value, and the least and the greatest that it can be."""

    value: Fraction
    least: Fraction
    greatest: Fraction

    @classmethod
    def exactly(cls, value: Fraction | int) -> Span:
        """A value that leaves nothing open."""
        return cls(Fraction(value), Fraction(value), Fraction(value))


class Stated(NamedTuple):
    """A figure in its unit of measure, and whatever it rests on."""

    span: Span
    origin: Any = None


class Figures(Protocol):
    """Where figures come from: the ledger, or a roll-up."""

    def stated(self, code: str, where: Where) -> Stated | Gap:
        """The figure of an indicator."""

    def unit_of(self, code: str) -> str:
        """The unit of measure of an indicator."""

    def less_is_better(self, code: str) -> bool:
        """Which way an indicator is ranked."""

    def year_before(self, where: Where) -> Where | None:
        """The same a year before."""

    def peers(self, where: Where) -> Sequence[Any]:
        """The units that a unit is ranked among, with itself."""


@dataclass(frozen=True)
class Result:
    """A term with what it comes to; ``parts`` are the terms inside it, ``origin`` what a single figure rests on.

    Numbers without a unit are as such: 85 % is 0.85. Of a comparison ``holds`` says whether it does, as far as rounding
    lets it be told; None where a figure is missing.
    """

    term: Term
    where: Where
    span: Span | None
    gaps: tuple[Gap, ...] = ()
    parts: tuple[Result, ...] = ()
    origin: Any = None
    holds: bool | None = None

    def leaves(self) -> Iterator[Result]:
        """The single figures that it is made from."""
        if isinstance(self.term, Named):
            yield self
        for part in self.parts:
            yield from part.leaves()

    def in_unit(self, unit_of_measure: str) -> Span | None:
        """The value in a unit of measure: 0.85 is 85 in percent."""
        if self.span is None:
            return None
        one = measuring.scale(unit_of_measure)
        return Span(self.span.value / one, self.span.least / one, self.span.greatest / one)


def evaluate(term: Term, where: Where, figures: Figures) -> Result:
    """What a term comes to; what keeps it from coming to anything stands in ``gaps``."""
    match term:
        case Number():
            return Result(term, where, Span.exactly(Fraction(term.value) * Fraction(1, 100 if term.percent else 1)))
        case Named():
            return _figure(term, where, figures)
        case Compared():
            left, right = evaluate(term.left, where, figures), evaluate(term.right, where, figures)
            holds = _holds(term.order, left.span, right.span) if left.span and right.span else None
            difference = _join("-", left.span, right.span) if left.span and right.span else None
            return Result(term, where, difference, left.gaps + right.gaps, (left, right), holds=holds)
        case Negated():
            return _made(term, where, (evaluate(term.term, where, figures),))
        case Joined():
            return _made(term, where, (evaluate(term.left, where, figures), evaluate(term.right, where, figures)))
        case Call(function="target" | "estimate" | "previous_year"):
            return _elsewhere(term, where, figures)
        case Call(function="rank"):
            return _rank(term, where, figures)
        case Call(function="streak"):
            return _streak(term, where, figures)
        case Call():
            return _made(term, where, tuple(evaluate(argument, where, figures) for argument in term.arguments))


def _figure(term: Named, where: Where, figures: Figures) -> Result:
    found = figures.stated(term.code, where)
    if isinstance(found, Gap):
        return Result(term, where, None, (found,))
    one = measuring.scale(figures.unit_of(term.code))
    span = Span(found.span.value * one, found.span.least * one, found.span.greatest * one)
    return Result(term, where, span, origin=found.origin)


def _made(term: Negated | Joined | Call, where: Where, parts: tuple[Result, ...]) -> Result:
    gaps = tuple(gap for part in parts for gap in part.gaps)
    spans = [part.span for part in parts if part.span is not None]
    if len(spans) < len(parts):
        return Result(term, where, None, gaps, parts)
    span = _combined(term, spans)
    if span is None:
        gaps = (*gaps, Gap(BY_ZERO, (("term", str(term)),)))
    return Result(term, where, span, gaps, parts)


def _combined(term: Negated | Joined | Call, spans: Sequence[Span]) -> Span | None:
    match term:
        case Negated():
            return Span(-spans[0].value, -spans[0].greatest, -spans[0].least)
        case Joined():
            return _join(term.sign, *spans)
        case Call(function="abs"):
            [one] = spans
            ends = sorted((abs(one.least), abs(one.greatest)))
            return Span(abs(one.value), Fraction(0) if one.least <= 0 <= one.greatest else ends[0], ends[1])
        case Call(function="round"):
            decimals = int(spans[1].value)
            rounded = round(spans[0].value * 10**decimals) * Fraction(1, 10**decimals)
            return Span(rounded, spans[0].least, spans[0].greatest)
        case _:
            choose = min if term.function == "min" else max
            return Span(*(choose(ends) for ends in zip(*((s.value, s.least, s.greatest) for s in spans), strict=True)))


def _join(sign: str, left: Span, right: Span) -> Span | None:
    match sign:
        case "+":
            return Span(left.value + right.value, left.least + right.least, left.greatest + right.greatest)
        case "-":
            return Span(left.value - right.value, left.least - right.greatest, left.greatest - right.least)
        case "*":
            return _spanned(left.value * right.value, [a * b for a in _ends(left) for b in _ends(right)])
        case _:
            if right.least <= 0 <= right.greatest:
                return None
            return _spanned(left.value / right.value, [a / b for a in _ends(left) for b in _ends(right)])


def _ends(span: Span) -> tuple[Fraction, Fraction]:
    return span.least, span.greatest


def _spanned(value: Fraction, corners: list[Fraction]) -> Span:
    return Span(value, min(corners), max(corners))


def _holds(order: str, left: Span, right: Span) -> bool:
    """Whether a comparison holds, or rounding alone could keep it from holding as printed."""
    match order:
        case "=":
            return left.least <= right.greatest and right.least <= left.greatest
        case "<=":
            return left.least <= right.greatest
        case ">=":
            return left.greatest >= right.least
        case "<":
            return left.value < right.value
        case _:
            return left.value > right.value


def _elsewhere(term: Call, where: Where, figures: Figures) -> Result:
    there: Where | None
    match term.function:
        case "target":
            there = where._replace(measure="target")
        case "estimate":
            there = where._replace(measure="estimate")
        case _:
            there = figures.year_before(where)
    if there is None:
        return Result(term, where, None, (Gap(NO_YEAR_BEFORE, (("period", str(where.period)),)),))
    found = evaluate(term.arguments[0], there, figures)
    return Result(term, where, found.span, found.gaps, (found,))


def _rank(term: Call, where: Where, figures: Figures) -> Result:
    """The place among the peers: 1 and how many of them are better. Those without a figure take none."""
    [ranked] = term.arguments
    own = evaluate(ranked, where, figures)
    if own.span is None:
        return Result(term, where, None, own.gaps, (own,))
    less = any(figures.less_is_better(part.code) for part in list(named(ranked))[:1])
    better = 0
    for peer in figures.peers(where):
        span = evaluate(ranked, where._replace(unit=peer), figures).span if peer != where.unit else None
        better += span is not None and (span.value < own.span.value if less else span.value > own.span.value)
    return Result(term, where, Span.exactly(1 + better), parts=(own,))


def _streak(term: Call, where: Where, figures: Figures) -> Result:
    """For how many years on end a comparison has held; of another term, for how many it has grown."""
    [asked] = term.arguments
    if not isinstance(asked, Compared):
        asked = Compared(">", asked, Call("previous_year", (asked,)))
    first = evaluate(asked, where, figures)
    if first.holds is None:
        return Result(term, where, None, first.gaps, (first,))
    years, there, now = 0, figures.year_before(where), first
    while now.holds:
        years += 1
        if there is None or years == LONGEST_STREAK:
            break
        now = evaluate(asked, there, figures)
        there = figures.year_before(there)
    return Result(term, where, Span.exactly(years), parts=(replace(first, gaps=()),))
