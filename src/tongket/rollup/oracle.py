"""The roll-up by the book: slow, on plain dictionaries and fractions. What it says is right; engines are held to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from tongket.rollup.rules import (
    ADDED,
    MEANS,
    OVER_TIME,
    RATIOS,
    Coverage,
    Era,
    Fact,
    Figure,
    Meaning,
    Measure,
    Method,
    Rank,
    Scheme,
    View,
    percent,
    quotient,
    ranks,
    rounded,
)

Part = tuple[Fraction, Fraction]
"""What one unit puts into a quotient: above the line and below it."""


class Oracle:
    """Every figure and comparison that a scheme gives of some facts."""

    def __init__(self, scheme: Scheme, facts: Iterable[Fact]) -> None:
        self.scheme = scheme
        self.meanings = {meaning.indicator: meaning for meaning in scheme.meanings}
        self.stated: dict[tuple[str, str, int, str], Decimal | None] = {}
        for fact in sorted(facts, key=lambda fact: fact.seq):
            self.stated[fact.indicator, fact.unit, fact.period, fact.measure] = fact.value

    def figure(self, indicator: str, unit: str, period: int, measure: Measure = "actual") -> Figure:
        """The rolled-up figure of a cell; raises KeyError for a unit that is not of the period's era."""
        meaning, era = self.meanings[indicator], self.scheme.era(period)
        asked = [unit] if meaning.method is Method.NOT_ADDITIVE else leaves(unit, era)
        if meaning.method in RATIOS or (meaning.method in MEANS and asked != [unit]):
            parts = {leaf: self._part(meaning, leaf, period, measure) for leaf in asked}
            there = {leaf: part for leaf, part in parts.items() if part is not None}
            value = _divided(there.values(), meaning)
            return Figure(value, coverage(asked, set(there), era))
        said = {leaf: self.stated.get((indicator, leaf, period, measure)) for leaf in asked}
        values = {leaf: value for leaf, value in said.items() if value is not None}
        return Figure(_combined(list(values.values()), meaning), coverage(asked, set(values), era))

    def _part(self, meaning: Meaning, leaf: str, period: int, measure: Measure) -> Part | None:
        if meaning.method in RATIOS:
            top = self.stated.get((meaning.part, leaf, period, measure))
            base = self.stated.get((meaning.whole, leaf, period, measure))
            if top is None or base is None or (meaning.method is Method.SHARE and not 0 <= top <= base):
                return None
            return Fraction(top), Fraction(base)
        value = self.stated.get((meaning.indicator, leaf, period, measure))
        if meaning.method is Method.INDEX:
            weight = self.last_year(meaning.weight, leaf, period)
        else:
            weight = self.stated.get((meaning.weight, leaf, period, measure))
        if value is None or weight is None or weight < 0:
            return None
        return Fraction(value) * Fraction(weight), Fraction(weight)

    def last_year(self, indicator: str, unit: str, period: int) -> Decimal | None:
        """The actual figure of the same period last year; None where the unit did not exist, or is not known, then."""
        before = period - self.scheme.calendar.per_year
        if before < self.scheme.calendar.first or unit not in self.scheme.era(before).parents:
            return None
        return self.figure(indicator, unit, before).value

    def to_date(self, indicator: str, unit: str, period: int, measure: Measure = "actual") -> Decimal | None:
        """From the beginning of the year up to and with the period; every period must be there."""
        meaning = self.meanings[indicator]
        if meaning.method not in OVER_TIME:
            return None
        collected: list[Part] = []
        for month in self.scheme.calendar.year_to(period):
            if month < self.scheme.calendar.first or unit not in self.scheme.era(month).parents:
                return None
            found = self._collected(meaning, unit, month, measure)
            if not found:
                return None
            collected += found
        if meaning.method in RATIOS:
            return _divided(collected, meaning)
        return rounded(sum((top for top, _ in collected), Fraction(0)), meaning.decimals)

    def _collected(self, meaning: Meaning, unit: str, period: int, measure: Measure) -> list[Part]:
        if meaning.method in RATIOS:
            below = leaves(unit, self.scheme.era(period))
            return [part for leaf in below if (part := self._part(meaning, leaf, period, measure)) is not None]
        value = self.figure(meaning.indicator, unit, period, measure).value
        return [] if value is None else [(Fraction(value), Fraction(1))]

    def rank(self, indicator: str, unit: str, period: int) -> Rank | None:
        """The unit's rank among its peers by actual figures as stated; None without a figure or outside its life."""
        if period < self.scheme.calendar.first:
            return None
        era = self.scheme.era(period)
        if unit not in era.parents:
            return None
        peers = [other for other in era.parents if era.group(other) == era.group(unit)]
        figures = {peer: self.figure(indicator, peer, period).value for peer in peers}
        return ranks(figures, self.meanings[indicator].direction).get(unit)

    def view(self, indicator: str, unit: str, period: int) -> View:
        """The figure with all its comparisons."""
        actual, target, estimate = (self.figure(indicator, unit, period, m) for m in ("actual", "target", "estimate"))
        before = period - self.scheme.calendar.per_year
        last_year = self.last_year(indicator, unit, period)
        change = None
        if actual.value is not None and last_year is not None:
            change = rounded(Fraction(actual.value) - Fraction(last_year), self.meanings[indicator].decimals)
        to_date, path = (self.to_date(indicator, unit, period, m) for m in ("actual", "target"))
        rank, last_rank = self.rank(indicator, unit, period), self.rank(indicator, unit, before)
        return View(
            actual=actual,
            target=target,
            estimate=estimate,
            plan_percent=percent(actual.value, target.value),
            last_year=last_year,
            change=change,
            change_percent=percent(change, last_year),
            to_date=to_date,
            target_to_date=path,
            path_percent=percent(to_date, path),
            rank=rank,
            last_rank=last_rank,
            gained=last_rank.place - rank.place if rank and last_rank else None,
        )


def leaves(unit: str, era: Era) -> list[str]:
    """The units without parts that the unit consists of; itself when it has none."""
    return list(_leaves(unit, era))


def _leaves(unit: str, era: Era) -> Iterator[str]:
    children = [child for child, parent in era.parents.items() if parent == unit]
    if unit in era.parents and not children:
        yield unit
    for child in children:
        yield from _leaves(child, era)


def coverage(asked: list[str], there: set[str], era: Era) -> Coverage:
    """How much of what was asked for is there; the people of a unit are those of the units that it consists of."""
    people = {unit: [era.people.get(leaf) for leaf in leaves(unit, era)] for unit in asked}
    return Coverage(
        units=len(there),
        of=len(asked),
        people=_total(number for unit in there for number in people[unit]),
        of_people=_total(number for numbers in people.values() for number in numbers),
    )


def _total(numbers: Iterable[int | None]) -> int | None:
    known = list(numbers)
    return None if None in known else sum(number for number in known if number is not None)


def _divided(parts: Iterable[Part], meaning: Meaning) -> Decimal | None:
    tops, bases = zip(*parts, strict=True) if (parts := list(parts)) else ((), ())
    return quotient(sum(tops, Fraction(0)), sum(bases, Fraction(0)), meaning)


def _combined(values: list[Decimal], meaning: Meaning) -> Decimal | None:
    if not values:
        return None
    if meaning.method in ADDED:
        return rounded(sum(map(Fraction, values), Fraction(0)), meaning.decimals)
    if meaning.method is Method.MIN:
        return rounded(min(values), meaning.decimals)
    if meaning.method is Method.MAX:
        return rounded(max(values), meaning.decimals)
    [own] = values
    return rounded(own, meaning.decimals)
