"""Figures of units as they would be had a reorganisation already happened. Pure: no database, no clock.

Amounts are added and divided exactly. What a unit gives away in parts is rounded to a stated number of decimals,
and its largest part takes the remainder, so that nothing is lost or made. What cannot be computed is no number
and has its reasons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from enum import Enum
from fractions import Fraction

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.units.lineage import NOWHERE, UNNAMED, WHOLE, Lineage

DECIMALS = 6
"""Decimals to which parts and means are rounded, if nobody asks for another number."""

# Wider than any sum of figures of at most 60 digits on each side of the point; what would round raises instead.
_WIDE = Context(prec=400, traps=[Inexact, InvalidOperation])


class Gap(Enum):
    """Why a cell holds no number; the value says it of the unit in ``{origin}``."""

    EMPTY = gettext_noop("{unit}: no value is given for {origin} ({columns}).")
    NOT_A_NUMBER = gettext_noop("{unit}: what is given for {origin} is not a decimal number ({columns}).")
    CONTRADICTED = gettext_noop("{unit}: {origin} is listed more than once with different values ({columns}).")


class Obstacle(Enum):
    """Why a figure of ``{unit}`` cannot be computed although its parts are numbers."""

    ABSENT = gettext_noop("{unit}: {origin}, a part of it, has no row among the values ({columns}).")
    UNNAMED = gettext_noop("{unit}: the lineage does not name all that it was formed from ({columns}).")
    UNKNOWN_SHARE = gettext_noop(
        "{unit}: {origin} was divided among {targets}, and nobody states what share went where ({columns})."
    )
    ENDED = gettext_noop("{origin} ended without a successor: its values are nowhere in the result ({columns}).")
    NOT_ADDITIVE = gettext_noop(
        "{unit}: it is not simply {origin} continued, and such figures cannot be added or divided ({columns})."
    )
    WEIGHT = gettext_noop("{unit}: {origin} has no weight, or a negative one, to form a mean with ({columns}).")
    NO_WEIGHT = gettext_noop("{unit}: the weights sum to zero, so that there is no mean ({columns}).")


Reason = Gap | Obstacle
Cell = Decimal | Gap


@dataclass(frozen=True)
class Values:
    """Figures of units: for each unit one cell for each column."""

    columns: tuple[str, ...]
    rows: Mapping[str, tuple[Cell, ...]]


@dataclass(frozen=True)
class Method:
    """How figures of several units become one: ``sum``, ``mean`` weighted by a column, or ``none`` (not additive)."""

    name: str
    weight: str = ""

    @classmethod
    def parse(cls, text: str) -> Method:
        """From ``sum``, ``none`` or ``mean:COLUMN``; raises InvalidInput."""
        name, _, weight = text.partition(":")
        if (name in {"sum", "none"} and ":" not in text) or (name == "mean" and weight):
            return cls(name, weight)
        raise InvalidInput(gettext_noop("“{text}” is not a method: sum, none, or mean:COLUMN."), text=text)


@dataclass(frozen=True)
class Refusal:
    """A figure that is not computed: for which unit afterwards, in which columns, why, because of which unit before."""

    unit: str
    reason: Reason
    origin: str
    columns: tuple[str, ...]
    targets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recast:
    """The figures afterwards, None where there is none; and why."""

    rows: Mapping[str, tuple[Decimal | None, ...]]
    refusals: tuple[Refusal, ...]


def recast(values: Values, lineage: Lineage, method: Method, *, decimals: int = DECIMALS) -> Recast:
    """The figures of ``values`` for the units that ``lineage`` leads to.

    A unit appears when any of it comes from a unit of ``values`` or from what is not named. With ``mean``, the
    weighing column itself is added up. Raises InvalidInput when that column is not there.
    """
    if method.weight and method.weight not in values.columns:
        raise InvalidInput(
            gettext_noop("There is no column “{column}” to weigh by; the columns are: {columns}."),
            column=method.weight,
            columns=", ".join(values.columns),
        )
    return _Recasting(values, lineage, method, decimals).result()


class _Recasting:
    """One run of :func:`recast`."""

    def __init__(self, values: Values, lineage: Lineage, method: Method, decimals: int) -> None:
        self.values, self.lineage, self.method, self.decimals = values, lineage, method, decimals
        self.weight = values.columns.index(method.weight) if method.weight else None
        self.refused: dict[tuple[str, Reason, str], list[str]] = {}
        self.parts: dict[tuple[str, int], Mapping[str, Decimal]] = {}

    def result(self) -> Recast:
        rows: dict[str, tuple[Decimal | None, ...]] = {}
        for target, origins in self.lineage.origins(self.values.rows).items():
            if any(origin in self.values.rows or origin == UNNAMED for origin in origins):
                columns = range(len(self.values.columns))
                rows[target] = tuple(self._figure(target, origins, column) for column in columns)
        for unit in self.values.rows:
            if NOWHERE in self.lineage.fate(unit).targets:
                self.refused[NOWHERE, Obstacle.ENDED, unit] = list(self.values.columns)
        refusals = tuple(
            Refusal(unit, reason, origin, tuple(columns), tuple(sorted(self.lineage.fate(origin).targets)))
            for (unit, reason, origin), columns in self.refused.items()
        )
        return Recast(rows, refusals)

    def _refuse(self, unit: str, reason: Reason, origin: str, column: int) -> None:
        self.refused.setdefault((unit, reason, origin), []).append(self.values.columns[column])

    def _figure(self, target: str, origins: list[str], column: int) -> Decimal | None:
        """The figure of one unit in one column, or None after every reason has been noted."""
        cells: dict[str, Decimal] = {}
        for origin in origins:
            row = self.values.rows.get(origin)
            absent = Obstacle.UNNAMED if origin == UNNAMED else Obstacle.ABSENT
            cell = absent if row is None else row[column]
            if not isinstance(cell, Decimal):
                self._refuse(target, cell, origin, column)
            elif self.lineage.fate(origin).share(target) is None:
                self._refuse(target, Obstacle.UNKNOWN_SHARE, origin, column)
            else:
                cells[origin] = cell
        if len(cells) < len(origins):
            return None
        if len(origins) == 1 and self.lineage.fate(origins[0]).targets == {target}:
            return cells[origins[0]]
        if self.method.name == "none":
            for origin in origins:
                self._refuse(target, Obstacle.NOT_ADDITIVE, origin, column)
            return None
        if self.weight is not None and column != self.weight:
            return self._mean(target, cells, column)
        with localcontext(_WIDE):
            parts = (self._part(origin, column, cell, target) for origin, cell in cells.items())
            return _shortened(sum(parts, Decimal(0)), max(map(_decimals, cells.values())))

    def _part(self, origin: str, column: int, value: Decimal, target: str) -> Decimal:
        shares = self.lineage.fate(origin).known
        if shares.get(target) == WHOLE:
            return value
        key = origin, column
        if key not in self.parts:
            whole = not self.lineage.fate(origin).open
            self.parts[key] = divide(value, shares, decimals=self.decimals, whole=whole)
        return self.parts[key][target]

    def _mean(self, target: str, cells: Mapping[str, Decimal], column: int) -> Decimal | None:
        """The mean of whole and divided units; a part is taken to be like the unit it comes from."""
        assert self.weight is not None  # noqa: S101 - for the type checker
        weights: dict[str, Fraction] = {}
        for origin in cells:
            weight = self.values.rows[origin][self.weight]
            if not isinstance(weight, Decimal) or weight < 0:
                self._refuse(target, Obstacle.WEIGHT, origin, column)
            else:
                weights[origin] = Fraction(weight) * (self.lineage.fate(origin).share(target) or 0)
        if len(weights) < len(cells):
            return None
        total = sum(weights.values(), Fraction(0))
        if not total:
            self._refuse(target, Obstacle.NO_WEIGHT, next(iter(cells)), column)
            return None
        mean = sum((Fraction(cell) * weights[origin] for origin, cell in cells.items()), Fraction(0)) / total
        places = max(map(_decimals, cells.values()))
        return _shortened(_scaled(round(mean * 10 ** (most := max(places, self.decimals))), most), places)


def divide(
    value: Decimal, shares: Mapping[str, Fraction], *, decimals: int = DECIMALS, whole: bool = True
) -> dict[str, Decimal]:
    """The parts of ``value``, each to ``decimals`` (or as many as ``value`` has, if more), half to even.

    The largest part, the first by code among equals, takes what rounding leaves over, unless ``shares`` are not the
    ``whole``. Parts that come out shorter are written no longer than needed.
    """
    places = _decimals(value)
    most = max(places, decimals)
    exact = Fraction(value) * 10**most
    parts = {target: round(exact * share) for target, share in shares.items()}
    if whole and parts:
        largest = min(shares, key=lambda target: (-shares[target], target))
        parts[largest] += int(exact) - sum(parts.values())
    return {target: _shortened(_scaled(part, most), places) for target, part in parts.items()}


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _scaled(number: int, places: int) -> Decimal:
    digits = tuple(map(int, str(abs(number))))
    return Decimal((int(number < 0), digits, -places))


def _shortened(value: Decimal, places: int) -> Decimal:
    """Without the zeros that stand after ``places`` decimals."""
    with localcontext(_WIDE):
        short = value.normalize()
        return short if _decimals(short) > places else value.quantize(Decimal(1).scaleb(-places))
