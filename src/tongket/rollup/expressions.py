"""The meaning of ``rules`` once more, as Ibis expressions over tables: DuckDB, PostgreSQL and others run them alike.

All joins are on equality, all numbers int64 scaled as in the cube; an engine raises where one does not fit. Measures
are 0 actual, 1 target, 2 estimate. Needs the extra ``engines``.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table

from tongket.rollup.rules import PERCENT_DECIMALS, Calendar, Method

CELL = ("indicator", "measure", "period", "unit")
_ADDED = (Method.SUM.value, Method.LAST.value)
_EXTREMES = (Method.MIN.value, Method.MAX.value)
_MEANS = (Method.WEIGHTED_MEAN.value, Method.INDEX.value)
_RATIOS = (Method.RATIO_OF_SUMS.value, Method.SHARE.value)


class Source(NamedTuple):
    """The facts (as in ``facts``) and the tables of ``tables`` in some engine."""

    facts: Table
    meanings: Table
    eras: Table
    below: Table
    peers: Table
    so_far: Table


class Rolled(NamedTuple):
    """``figures``: value, units, people of every cell; ``amounts``: what of it adds up over time, as top and base."""

    figures: Table
    amounts: Table


def views(source: Source, calendar: Calendar) -> Table:
    """One row for each indicator, period and unit that has any figure: that of each measure, and all comparisons."""
    figures, amounts = rolled(source, calendar)
    wide = figures.group_by("indicator", "period", "unit").agg(
        **{
            name: figures.value.max(where=figures.measure == at)
            for at, name in enumerate(("actual", "target", "estimate"))
        },
        **{
            f"{what}_{name}": figures[what].max(where=figures.measure == at)
            for at, name in enumerate(("actual", "target", "estimate"))
            for what in ("units", "people")
        },
    )
    places = _ranks(source, wide)
    back = calendar.per_year
    before = wide.select("indicator", "unit", period=wide.period + back, last_year=wide.actual)
    before_ranks = places.select("indicator", "unit", period=places.period + back, last_place=places.place)
    keys = ("indicator", "period", "unit")
    joined = wide.left_join(before, keys).drop("indicator_right", "period_right", "unit_right")
    for other in (places, before_ranks, _to_date(source, amounts)):
        joined = joined.left_join(other, keys).drop("indicator_right", "period_right", "unit_right")
    joined = joined.mutate(change=joined.actual - joined.last_year, gained=joined.last_place - joined.place)
    hundredths = 100 * 10**PERCENT_DECIMALS
    return joined.mutate(
        plan_percent=quotient(joined.actual * hundredths, joined.target),
        change_percent=quotient(joined.change * hundredths, joined.last_year),
        path_percent=quotient(joined.to_date * hundredths, joined.target_to_date),
    )


def rolled(source: Source, calendar: Calendar) -> Rolled:
    """Every figure of every unit, from the newest value of each cell."""
    said = source.facts.group_by(*CELL).agg(value=source.facts.value.argmax(source.facts.seq))
    said = said.filter(said.value.notnull()).join(source.eras, "period")
    leaf = source.below.filter(source.below.is_leaf).select("era", unit="leaf")
    cells = said.join(leaf, ("era", "unit")).join(source.meanings, "indicator")
    added = _added(source, cells)
    quotients = _quotients(source, _pairs(source, cells, added, calendar))
    means = cells.filter(cells.method.isin(_MEANS))
    alone = source.below.filter(source.below.is_leaf).select("era", "people", unit="leaf")
    own = said.join(source.meanings, "indicator").filter(lambda t: t.method == Method.NOT_ADDITIVE.value)
    columns = (*CELL, "value", "units", "people")
    figures = ibis.union(
        added.select(*columns),
        quotients.select(*columns),
        _alone(means.join(alone, ("era", "unit"))).select(*columns),
        _alone(own.join(source.peers, ("era", "unit"))).select(*columns),
    )
    sums = added.filter(added.method == Method.SUM.value)
    whole = sums.select(*CELL, top=sums.value, base=ibis.literal(1, "int64"), is_ratio=ibis.literal(False))
    ratios = quotients.filter(quotients.method.isin(_RATIOS))
    return Rolled(figures, ibis.union(whole, ratios.select(*CELL, "top", "base", is_ratio=ibis.literal(True))))


def quotient(top: IntegerValue, base: IntegerValue) -> IntegerValue:
    """``top`` / ``base``, half to even; null where the base is not positive.

    Engines divide whole numbers as floats. So the remainder, which is exact, is taken away first, and what the
    float quotient is off by, found from what is then left, is added.
    """
    base = ibis.cases((base > 0, base))
    rest = top % base
    even = top - rest
    near = (even / base).round().cast("int64")
    whole = near + ((even - near * base) / base).round().cast("int64")
    below = (rest < 0).ifelse(1, 0)
    whole, rest = whole - below, rest + below * base
    up: BooleanValue = (rest > base - rest) | ((rest == base - rest) & (whole % 2 != 0))
    return whole + up.ifelse(1, 0)


def _alone(cells: Table) -> Table:
    """Figures that units state of themselves."""
    return cells.mutate(units=ibis.literal(1, "int64"))


def _reached(below: Table) -> dict[str, IntegerValue]:
    """How many leaves are there, and how many people; null where anybody's number is unknown."""
    everybody = below.people.count() == below.count()
    return {"units": below.count(), "people": ibis.cases((everybody, below.people.sum().cast("int64")))}


def _added(source: Source, cells: Table) -> Table:
    cells = cells.filter(cells.method.isin(_ADDED + _EXTREMES)).rename(leaf="unit")
    below = cells.join(source.below, ("era", "leaf"))
    figures = below.group_by(*CELL, "method").agg(
        total=below.value.sum().cast("int64"), least=below.value.min(), most=below.value.max(), **_reached(below)
    )
    extreme = (figures.method == Method.MIN.value, figures.least), (figures.method == Method.MAX.value, figures.most)
    return figures.mutate(value=ibis.cases(*extreme, else_=figures.total))


def _pairs(source: Source, cells: Table, added: Table, calendar: Calendar) -> Table:
    """What each leaf puts into a quotient, above the line and below it."""
    plain = cells.select(*CELL, "value")
    last_year = added.filter(added.measure == 0).select(
        weight="indicator", unit="unit", period=added.period + calendar.per_year, by_weight="value"
    )
    weights = plain.select("measure", "period", "unit", weight="indicator", by_weight="value")
    means = cells.filter(cells.method == Method.WEIGHTED_MEAN.value).join(
        weights, ("weight", "measure", "period", "unit")
    )
    indices = cells.filter(cells.method == Method.INDEX.value).join(last_year, ("weight", "period", "unit"))
    wholes = plain.select("measure", "period", "unit", whole="indicator", base="value")
    parts = cells.select("measure", "period", "era", "unit", part="indicator", top="value")
    wanted = source.meanings.filter(source.meanings.method.isin(_RATIOS))
    ratios = wanted.join(parts, "part").join(wholes, ("whole", "measure", "period", "unit"))
    inside = (ratios.method != Method.SHARE.value) | ratios.top.between(0, ratios.base)
    columns = (*CELL, "era", "method", "times", "by", "top", "base")
    return ibis.union(
        *(
            table.filter(table.by_weight >= 0)
            .mutate(top=table.value * table.by_weight, base=table.by_weight)
            .select(*columns)
            for table in (means, indices)
        ),
        ratios.filter(inside).select(*columns),
    )


def _quotients(source: Source, pairs: Table) -> Table:
    below = pairs.rename(leaf="unit").join(source.below, ("era", "leaf"))
    below = below.filter(~below.is_leaf | below.method.isin(_RATIOS))
    sums = below.group_by(*CELL, "method", "times", "by").agg(
        top=below.top.sum().cast("int64"), base=below.base.sum().cast("int64"), **_reached(below)
    )
    return sums.mutate(value=quotient(sums.top * sums.times, sums.base * sums.by))


def _ranks(source: Source, wide: Table) -> Table:
    """The place of each unit that has an actual figure, and among how many."""
    there = wide.filter(wide.actual.notnull()).join(source.eras, "period").join(source.peers, ("era", "unit"))
    there = there.join(source.meanings, "indicator").filter(lambda t: t.direction != "neither")
    key = (there.direction == "less").ifelse(there.actual, -there.actual)
    window = ibis.window(group_by=[there.indicator, there.period, there.peers], order_by=key)
    among = ibis.window(group_by=[there.indicator, there.period, there.peers])
    return there.select(
        "indicator", "period", "unit", place=ibis.rank().over(window) + 1, among=there.actual.count().over(among)
    )


def _to_date(source: Source, amounts: Table) -> Table:
    """Actual and target since the beginning of the year, where no period of it is missing."""
    months = amounts.rename(month="period").join(source.so_far, "month")
    months = months.join(source.meanings.select("indicator", "times", "by"), "indicator")
    sums = months.group_by("indicator", "measure", "period", "unit", "needed", "is_ratio", "times", "by").agg(
        top=months.top.sum().cast("int64"), base=months.base.sum().cast("int64"), there=months.count()
    )
    sums = sums.filter(sums.there == sums.needed)
    sums = sums.mutate(value=sums.is_ratio.ifelse(quotient(sums.top * sums.times, sums.base * sums.by), sums.top))
    return sums.group_by("indicator", "period", "unit").agg(
        to_date=sums.value.max(where=sums.measure == 0), target_to_date=sums.value.max(where=sums.measure == 1)
    )
