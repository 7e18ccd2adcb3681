"""The scorecard of a unit from the totals that are kept: as many statements for a country as for a commune.

It says of the database what ``rollup.queries.scorecard`` says of a cube.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from typing import cast

from django.db import connection

from tongket.base.periods import Period
from tongket.catalogue.definitions import Direction
from tongket.catalogue.models import Indicator
from tongket.rollup import rules as rollup
from tongket.rollup.rules import RATIOS, Coverage, Figure, Method, Rank, View, percent
from tongket.totals import earlier, queries
from tongket.totals.earlier import Kept
from tongket.totals.models import Total
from tongket.totals.queries import Versions
from tongket.totals.rules import EMPTY, QUOTIENTS, SUMS, Version, divided, written
from tongket.units import queries as units
from tongket.units.models import Unit

POPULATION = "population"
"""The indicator, of the general catalogue, that says how many people a figure covers."""

_MOST_PARTS = 3000
"""Above so many units without parts it is not reckoned how many people each figure covers."""


@dataclass(frozen=True)
class Card:
    """An indicator of a unit in a period beside all that it is compared with.

    About ``differing`` parts sources state different values: they count as missing. ``rolled`` says whether the figure
    is made from units below.
    """

    indicator: Indicator
    unit: Unit
    view: View
    differing: int
    rolled: bool


# From one period to the next, however many totals there are in each: a unit may have hundreds of thousands.
_PERIODS = """
    WITH RECURSIVE found(period) AS (
        SELECT min(period) FROM tongket_total WHERE unit_id = %(unit)s
        UNION ALL
        SELECT (SELECT min(period) FROM tongket_total WHERE unit_id = %(unit)s AND period > found.period)
        FROM found WHERE period IS NOT NULL
    )
    SELECT period FROM found WHERE EXISTS (
        SELECT 1 FROM tongket_total AS held
        WHERE held.unit_id = %(unit)s AND held.period = found.period AND held.units > 0
    )
"""


def periods(lives: Sequence[Unit], *, known: datetime | None = None) -> list[str]:
    """The periods in which those who bore a code have totals, the latest first; of one end, the longest first.

    As known earlier, those of them for which anything was on record.
    """
    held: set[str] = set()
    with connection.cursor() as cursor:
        for unit in lives:
            cursor.execute(_PERIODS, {"unit": unit.pk})
            held.update(period for (period,) in cursor.fetchall())
    found = sorted(map(Period.parse, held), key=lambda period: (-period.end.toordinal(), period.start))
    codes = [period.code for period in found]
    return codes if known is None else earlier.periods(codes, known=known)


def named(lives: Sequence[Unit], period: Period, *, known: datetime | None = None) -> dict[str, str]:
    """The indicators that have a total about the one who bears a code at the end of a period: code and theme.

    As catalogued then, and in that order; as known at a moment or now.
    """
    now = _alive(lives, period.last_day)
    if now is None:
        return {}
    if known is not None:
        stated = earlier.stated_of([*_parts(now, period.last_day), now.pk], period.code, known=known)
        figures = earlier.figures(stated, {period.code}, known=known)
        codes = {name for _, unit, name, _ in figures if unit == now.pk}
    else:
        held = Total.objects.filter(unit=now, period=period.code).exclude(units=0, differing=0)
        codes = set(held.order_by().values_list("indicator", flat=True))
    places = queries.places(codes, period.last_day)
    return {name: places[name][1] for name in sorted(codes, key=lambda name: (places[name][0], name))}


def scorecard(
    lives: Sequence[Unit], period: Period, of: Collection[str] | None = None, *, known: datetime | None = None
) -> list[Card]:
    """Indicators of the one who bears a code at the end of a period: those ``named``, unless some of these are given.

    ``lives`` are all who bore it, the oldest first. Empty where none bears it then. ``known``: as it was known at that
    moment, by the units and definitions on record now.
    """
    day, before = period.last_day, period.year_before
    now = _alive(lives, day)
    if now is None:
        return []
    then = _alive(lives, before.last_day) if before else None
    codes = list(named(lives, period, known=known) if of is None else of)
    definition = queries.definitions(codes)
    version = queries.versions_by(definition)
    indicators = [definition(name, day) for name in codes]
    around = {p.code for p in (period, *_year_to(period), *([before] if before else []))}
    parts = _parts(now, day)
    if known is None:
        own = _kept([unit.pk for unit in lives], around, codes)
        ranks = _ranks(now, period, indicators)
        last_ranks = _ranks(then, before, indicators) if then and before else {}
        people = _People.now(parts, period, codes, version)
    else:
        own = earlier.figures(codes, around, known=known)
        ranks = _ranks_among(own, now, period, indicators)
        last_ranks = _ranks_among(own, then, before, indicators) if then and before else {}
        people = _People.then(parts, period, own, version, known)
    cards = []
    for indicator in indicators:
        name, kept_by = indicator.code, version(indicator.code, day)
        cells = {m: own.get((period.code, now.pk, name, m), EMPTY) for m in ("actual", "target", "estimate")}
        rolled = kept_by.rolls and parts != [now.pk]
        count = len(parts) if rolled else 1
        actual, target, estimate = (
            Figure(cell.value, Coverage(cell.units, count, *people.reached(name, cell.units, count, measure)))
            for measure, cell in cells.items()
        )
        last = own.get((before.code, then.pk, name, "actual"), EMPTY).value if then and before else None
        with localcontext(SUMS):
            change = actual.value - last if actual.value is not None and last is not None else None
        reached, path = (_to_date(own, lives, period, name, m, kept_by) for m in ("actual", "target"))
        place, last_place = ranks.get(name), last_ranks.get(name)
        view = View(
            actual,
            target,
            estimate,
            percent(actual.value, target.value),
            last,
            change,
            percent(change, last),
            reached,
            path,
            percent(reached, path),
            place,
            last_place,
            last_place.place - place.place if place and last_place else None,
        )
        cards.append(Card(indicator, now, view, cells["actual"].differing, rolled))
    return cards


# A commune may have hundreds of peers: the database counts them, in the index alone.
_RANKS = """
    SELECT own.indicator, count(*),
        sum(CASE WHEN peer.sorting > own.sorting THEN 1 ELSE 0 END),
        sum(CASE WHEN peer.sorting < own.sorting THEN 1 ELSE 0 END)
    FROM tongket_total AS own
    JOIN tongket_total AS peer
        ON peer.indicator = own.indicator AND peer.period = own.period AND peer.measure = own.measure
    WHERE own.unit_id = %s AND own.period = %s AND own.measure = 'actual' AND own.sorting IS NOT NULL
        AND peer.sorting IS NOT NULL AND own.indicator IN ({codes}) AND peer.unit_id IN ({peers})
    GROUP BY own.indicator
"""


def _peers(unit: Unit, period: Period) -> list[int]:
    beside = units.in_force(period.last_day).filter(hierarchy=unit.hierarchy, parent=unit.parent_id)
    return list(beside.order_by().values_list("pk", flat=True))


def _ranks_among(held: Kept, unit: Unit, period: Period, indicators: Sequence[Indicator]) -> dict[str, Rank]:
    """The same as ``_ranks``, from figures that are not kept."""
    peers = _peers(unit, period)
    found = {}
    for indicator in indicators:
        figures = {str(peer): held.get((period.code, peer, indicator.code, "actual"), EMPTY).value for peer in peers}
        places = rollup.ranks(figures, cast(Direction, indicator.direction))
        if str(unit.pk) in places:
            found[indicator.code] = places[str(unit.pk)]
    return found


def _ranks(unit: Unit, period: Period, indicators: Sequence[Indicator]) -> dict[str, Rank]:
    """The rank of a unit in each indicator that it has an actual figure of, where one way is better."""
    peers = _peers(unit, period)
    codes = [indicator.code for indicator in indicators if indicator.direction != "neither"]
    if not codes:
        return {}
    marks = {"codes": ", ".join(["%s"] * len(codes)), "peers": ", ".join(["%s"] * len(peers))}
    with connection.cursor() as cursor:
        cursor.execute(_RANKS.format(**marks), [unit.pk, period.code, *codes, *peers])
        counted = {code: counts for code, *counts in cursor.fetchall()}
    more = {indicator.code: indicator.direction == "more" for indicator in indicators}
    return {
        code: Rank(1 + (higher if more[code] else lower), count, len(peers) - count)
        for code, (count, higher, lower) in counted.items()
    }


_Stating = tuple[int, str, str]
"""A unit without parts, an indicator and a measure of which it states a figure."""


class _People:
    """How many people live where figures come from; unknown unless everybody's number is."""

    def __init__(self, parts: Collection[int], numbers: Mapping[int, Decimal], stating: Iterable[_Stating]) -> None:
        self.by_part: dict[int, int] = {}
        self.stating: dict[tuple[str, str], set[int]] = {}
        if len(parts) > _MOST_PARTS or len(numbers) < len(parts) or any(number % 1 for number in numbers.values()):
            return
        self.by_part = {part: int(number) for part, number in numbers.items()}
        for part, name, measure in stating:
            self.stating.setdefault((name, measure), set()).add(part)

    @classmethod
    def now(cls, parts: Collection[int], period: Period, codes: Collection[str], version: Versions) -> _People:
        """By the totals that are kept."""
        if len(parts) > _MOST_PARTS:
            return cls(parts, {}, ())
        cells = _kept(parts, {Period.year(period.start.year).code}, [POPULATION], measure="actual")
        numbers = {part: cell.value for (_, part, _, _), cell in cells.items() if cell.value is not None}
        if len(numbers) < len(parts):
            return cls(parts, {}, ())
        rows = Total.objects.filter(unit__in=parts, period=period.code, indicator__in=codes, units__gt=0).order_by()
        stating = (
            (part, name, measure)
            for part, name, measure, base in rows.values_list("unit_id", "indicator", "measure", "base")
            if base or version(name, period.last_day).method not in QUOTIENTS
        )
        return cls(parts, numbers, stating)

    @classmethod
    def then(cls, parts: Collection[int], period: Period, held: Kept, version: Versions, known: datetime) -> _People:
        """By figures that are not kept."""
        if len(parts) > _MOST_PARTS or not Indicator.objects.filter(code=POPULATION).exists():
            return cls(parts, {}, ())
        there = set(parts)
        cells = earlier.figures({POPULATION}, {Period.year(period.start.year).code}, known=known)
        numbers = {
            part: cell.value
            for (_, part, _, measure), cell in cells.items()
            if part in there and measure == "actual" and cell.value is not None
        }
        stating = (
            (part, name, measure)
            for (at, part, name, measure), cell in held.items()
            if at == period.code and part in there and cell.units
            if cell.base is not None or version(name, period.last_day).method not in QUOTIENTS
        )
        return cls(parts, numbers, stating)

    def reached(self, name: str, stated: int, of: int, measure: str) -> tuple[int | None, int | None]:
        """The people of the units that state an indicator, and all of them."""
        if not self.by_part:
            return (None if stated else 0), None
        everybody = sum(self.by_part.values())
        if of != len(self.by_part):  # not made from parts
            return (everybody if stated else 0), everybody
        return sum(self.by_part[part] for part in self.stating.get((name, measure), ())), everybody


def _alive(lives: Iterable[Unit], day: date) -> Unit | None:
    return next((u for u in lives if u.valid_from <= day and (u.valid_to is None or day < u.valid_to)), None)


def _year_to(period: Period) -> list[Period]:
    """The periods of its kind from the beginning of the year up to and with one; none for other spans."""
    if period.frequency not in ("year", "quarter", "month"):
        return []
    year, of_year = period.start.year, {"year": [""], "quarter": [f"-Q{n}" for n in range(1, 5)]}
    ends = of_year.get(period.frequency, [f"-{month:02}" for month in range(1, 13)])
    return [p for p in (Period.parse(f"{year:04}{end}") for end in ends) if p.start <= period.start]


def _kept(of: Collection[int], periods: Collection[str], codes: Collection[str], *, measure: str = "") -> Kept:
    rows = Total.objects.filter(unit__in=of, period__in=periods, indicator__in=codes).order_by()
    rows = rows.filter(measure=measure) if measure else rows
    columns = ("period", "unit_id", "indicator", "measure", *queries.CELL)
    return {(at, u, name, m): queries.cell_of(*cell) for at, u, name, m, *cell in rows.values_list(*columns)}


def _parts(unit: Unit, day: date) -> list[int]:
    """The units without parts that a unit consists of; itself where it has none."""
    parents, leaves = {unit.pk}, {unit.pk}
    while parents:
        rows = dict(units.in_force(day).filter(parent__in=parents).order_by().values_list("pk", "parent_id"))
        leaves = (leaves - set(rows.values())) | rows.keys()
        parents = set(rows)
    return sorted(leaves)


def _to_date(
    own: Kept, lives: Collection[Unit], period: Period, name: str, measure: str, kept_by: Version
) -> Decimal | None:
    """From the beginning of the year; None unless every period is there and they can be added."""
    if kept_by.method not in RATIOS | {Method.SUM} or not (so_far := _year_to(period)):
        return None
    cells = []
    for part in so_far:
        unit = _alive(lives, part.last_day)
        cells.append(own.get((part.code, unit.pk, name, measure), EMPTY) if unit else EMPTY)
    if kept_by.method is Method.SUM:
        return _sum([cell.value for cell in cells])
    top, base = _sum([cell.top for cell in cells]), _sum([cell.base for cell in cells])
    return None if top is None or base is None else divided(kept_by, top, base)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    """None where any is missing."""
    known = [value for value in values if value is not None]
    with localcontext(SUMS):
        return sum(known, Decimal(0)) if len(known) == len(values) else None


def totals_of(code: str, indicator: str) -> list[Total]:
    """The actual totals of an indicator about whoever bore a code, the latest first."""
    lives = [unit.pk for unit in units.lives(code)]
    found = Total.objects.filter(unit__in=lives, indicator=indicator, measure="actual", units__gt=0)
    return list(found.select_related("unit").order_by("-period_end", "period"))


@dataclass(frozen=True)
class Resting:
    """What a figure of a unit is weighed by or made of: the indicator, in which role, and its total of the period."""

    role: str
    indicator: Indicator
    period: Period
    total: Total | None


def resting(indicator: str, unit: Unit, period: Period, *, known: datetime | None = None) -> list[Resting]:
    """What a figure of a unit in a period rests on; the weight of an index is a figure of the year before."""
    definition = queries.definitions([indicator])
    day = period.last_day
    of_then = queries.versions_by(definition)(indicator, day).method is Method.INDEX
    at = (period.year_before if of_then else None) or period
    return [
        Resting(role, rest, at, totals_in(at, rest.code, [unit], known=known).get(unit.pk))
        for role, rest in queries.rests(definition, indicator, day)
    ]


def totals_in(
    period: Period, indicator: str, of: Collection[Unit], *, measure: str = "actual", known: datetime | None = None
) -> dict[int, Total]:
    """The totals of an indicator in a period about some units, by the key of the unit, as known or as kept."""
    if known is not None:
        figures = earlier.figures({indicator}, {period.code}, known=known)
        cells = {unit.pk: figures.get((period.code, unit.pk, indicator, measure)) for unit in of}
        return {
            key: Total(
                unit_id=key,
                indicator=indicator,
                period=period.code,
                measure=measure,
                value=written(cell.value),
                units=cell.units,
                differing=cell.differing,
            )
            for key, cell in cells.items()
            if cell is not None
        }
    found = Total.objects.filter(unit__in=of, period=period.code, indicator=indicator, measure=measure)
    return {total.unit_id: total for total in found}
