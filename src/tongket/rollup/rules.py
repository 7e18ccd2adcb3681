"""What rolling up means: from the figures of many units to that of the unit above them, and what it is set beside.

*Cell.* Indicator, unit, period and measure name one cell. What the newest entry of the ledger says of a cell holds;
a withdrawn entry leaves it without a figure.

*Whose figures.* Units without parts report. The figure of a unit above them is made from theirs alone: what is
reported for it as a whole is never mixed with its parts. Which units stand below which is a matter of the day: a
period belongs to the era that its last day lies in.

======================  ====================================================================================
method                  figure of a unit that has parts
======================  ====================================================================================
``sum``                 the figures below added up
``last``                a stock: added up over units like ``sum``, but never over time
``min``, ``max``        the least, the greatest figure below
``weighted_mean``       mean of the figures below, each weighted by the figure of ``weight`` in the same cell
``index``               an index, same period last year = 100: mean weighted by the figure of ``weight`` then
``ratio_of_sums``       ``factor`` × sum of ``part`` / sum of ``whole``, over the units that state both
``share``               the same where ``part`` lies inside ``whole``: others (below 0, above the whole) are no share
``not_additive``        only what is reported for the unit itself
======================  ====================================================================================

*Gaps.* Missing is not zero. A figure is made from those parts that are there, and its coverage says from how many of
how many units, with how many of how many people; from no part at all there is no figure. A unit without a weight,
or with a negative one, is no part of a mean. Nothing is divided by what is not positive.

*Rounding.* Sums are exact. Quotients are rounded to the decimals of the indicator, percentages to
``PERCENT_DECIMALS``, half to even, once, at the end.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, NamedTuple

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.quantities import decimal_text
from tongket.catalogue.definitions import Direction

PERCENT_DECIMALS = 2

Measure = Literal["actual", "target", "estimate"]
MEASURES: tuple[Measure, ...] = ("actual", "target", "estimate")


class Method(StrEnum):
    """How the figures of several units become one."""

    SUM = "sum"
    LAST = "last"
    MIN = "min"
    MAX = "max"
    WEIGHTED_MEAN = "weighted_mean"
    INDEX = "index"
    RATIO_OF_SUMS = "ratio_of_sums"
    SHARE = "share"
    NOT_ADDITIVE = "not_additive"


ADDED = frozenset({Method.SUM, Method.LAST})
MEANS = frozenset({Method.WEIGHTED_MEAN, Method.INDEX})
RATIOS = frozenset({Method.RATIO_OF_SUMS, Method.SHARE})
OVER_TIME = frozenset({Method.SUM}) | RATIOS
"""What can be added up from the beginning of the year."""


@dataclass(frozen=True)
class Meaning:
    """What the roll-up has to know of an indicator.

    ``decimals`` is how many its figures have; ``weight`` names the indicator that weighs a mean or an index, ``part``
    and ``whole`` the two of a ratio or share, ``factor`` what their quotient is multiplied by (100: percent).
    """

    indicator: str
    method: Method
    decimals: int = 0
    direction: Direction = "more"
    weight: str = ""
    part: str = ""
    whole: str = ""
    factor: int = 1

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The other indicators that are needed."""
        return tuple(code for code in (self.weight, self.part, self.whole) if code)


@dataclass(frozen=True)
class Era:
    """The units from the period ``first`` on, until the next era.

    ``parents`` names every unit with the one that it stands below, None at the top. ``people`` is known of some
    units without parts. Ranks are counted among units of one group: those of ``peers``, otherwise those below the
    same unit.
    """

    first: int
    parents: Mapping[str, str | None]
    people: Mapping[str, int]
    peers: Mapping[str, str]

    def group(self, unit: str) -> tuple[str, str]:
        """The name of the group that the unit's rank is counted in."""
        return ("peers", self.peers[unit]) if unit in self.peers else ("below", self.parents[unit] or "")


@dataclass(frozen=True)
class Calendar:
    """``count`` periods from ``first`` on, each a number: year × ``per_year`` + place in the year, from 0."""

    first: int
    count: int
    per_year: int

    def year_to(self, period: int) -> range:
        """The periods of the year up to and with this one."""
        return range(period - period % self.per_year, period + 1)


@dataclass(frozen=True)
class Scheme:
    """Indicators, units and periods of a roll-up; eras in their order, the first from the first period on.

    Raises InvalidInput where they do not fit together.
    """

    meanings: tuple[Meaning, ...]
    eras: tuple[Era, ...]
    calendar: Calendar

    def __post_init__(self) -> None:
        known = {meaning.indicator: meaning for meaning in self.meanings}
        for meaning in self.meanings:
            needs = 2 if meaning.method in RATIOS else int(meaning.method in MEANS)
            for code in meaning.rests_on:
                if code not in known or known[code].method not in ADDED:
                    raise InvalidInput(
                        gettext_noop("The indicator “{indicator}” rests on “{other}”, which is no amount to add up."),
                        indicator=meaning.indicator,
                        other=code,
                    )
            if len(meaning.rests_on) != needs:
                raise InvalidInput(
                    gettext_noop(
                        "The indicator “{indicator}” is rolled up as {method}: that needs a weight for a mean or an "
                        "index, part and whole for a ratio or share, and nothing for others."
                    ),
                    indicator=meaning.indicator,
                    method=meaning.method.value,
                )
            part, whole = known.get(meaning.part), known.get(meaning.whole)
            if meaning.method is Method.SHARE and part and whole and part.decimals != whole.decimals:
                raise InvalidInput(  # whether a part lies inside its whole is asked of scaled numbers
                    gettext_noop(
                        "The share “{indicator}” needs figures of its part and its whole to as many decimals."
                    ),
                    indicator=meaning.indicator,
                )
        for era in self.eras:
            for unit in era.parents:
                _check_path(unit, era)

    def era(self, period: int) -> Era:
        """The era that a period belongs to."""
        return next(era for era in reversed(self.eras) if era.first <= period)


def _check_path(unit: str, era: Era) -> None:
    seen = {unit}
    while (parent := era.parents[unit]) is not None:
        if parent not in era.parents or parent in seen:
            raise InvalidInput(
                gettext_noop("“{unit}” stands below “{parent}”, which is no unit of its time or stands below it."),
                unit=unit,
                parent=parent,
            )
        seen.add(parent)
        unit = parent


@dataclass(frozen=True)
class Fact:
    """What the entry ``seq`` of the ledger says of a cell; no value when it withdraws what was said."""

    seq: int
    indicator: str
    unit: str
    period: int
    measure: Measure
    value: Decimal | None


class Coverage(NamedTuple):
    """From how many ``of`` how many units a figure is made; people likewise, None where anybody's number is unknown."""

    units: int
    of: int
    people: int | None
    of_people: int | None


class Figure(NamedTuple):
    """A rolled-up value, None where there is none, and what it covers."""

    value: Decimal | None
    coverage: Coverage


class Rank(NamedTuple):
    """A place among ``of`` units that have a figure; ``silent`` more have none. Ties share the best place."""

    place: int
    of: int
    silent: int


class View(NamedTuple):
    """One indicator of one unit in one period, beside all that it is compared with; None where there is nothing.

    ``plan_percent``: actual in percent of the target. ``change``: against the same period last year, as difference
    and in percent of it. ``to_date``: from the beginning of the year, every period needed; the targets of the same
    periods are the expected path. ``gained``: places won since last year.
    """

    actual: Figure
    target: Figure
    estimate: Figure
    plan_percent: Decimal | None
    last_year: Decimal | None
    change: Decimal | None
    change_percent: Decimal | None
    to_date: Decimal | None
    target_to_date: Decimal | None
    path_percent: Decimal | None
    rank: Rank | None
    last_rank: Rank | None
    gained: int | None


def scaled(value: Decimal, meaning: Meaning) -> int:
    """The value as a whole number of units of the indicator's last decimal; raises InvalidInput if it is finer."""
    exact = Fraction(value) * 10**meaning.decimals
    if exact.denominator != 1:
        raise InvalidInput(
            gettext_noop("{value}: figures of the indicator “{indicator}” have at most {decimals} decimals."),
            value=decimal_text(value),
            indicator=meaning.indicator,
            decimals=meaning.decimals,
        )
    return int(exact)


def rounded(exact: Fraction | Decimal, decimals: int) -> Decimal:
    """To a number of decimals, half to even, all of them written."""
    whole = round(Fraction(exact) * 10**decimals)
    return Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -decimals))


def percent(value: Decimal | None, base: Decimal | None) -> Decimal | None:
    """``value`` in percent of ``base``; None where either is missing or the base is not positive."""
    if value is None or base is None or base <= 0:
        return None
    return rounded(100 * Fraction(value) / Fraction(base), PERCENT_DECIMALS)


def quotient(top: Fraction, base: Fraction, meaning: Meaning) -> Decimal | None:
    """A ratio or mean, rounded; None where the base is not positive."""
    return rounded(meaning.factor * top / base, meaning.decimals) if base > 0 else None


def ranks(figures: Mapping[str, Decimal | None], direction: Direction) -> dict[str, Rank]:
    """The rank of each unit that has a figure, 1 for the best; nobody has one where neither way is better."""
    if direction == "neither":
        return {}
    present = {unit: value for unit, value in figures.items() if value is not None}
    silent = len(figures) - len(present)
    return {
        unit: Rank(1 + _better(value, present.values(), direction), len(present), silent)
        for unit, value in present.items()
    }


def _better(value: Decimal, others: Collection[Decimal], direction: Direction) -> int:
    return sum(other > value if direction == "more" else other < value for other in others)
