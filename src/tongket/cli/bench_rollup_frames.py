"""The same roll-up in data frames, Polars and pandas, as ``bench_rollup.sql`` has it; installed for the bench only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tongket.cli import bench_rollup_data as data
from tongket.cli.bench_rollup_peers import COLUMNS, Answer, quickest
from tongket.rollup.tables import tables

_CELL = ["indicator", "measure", "period", "unit"]
_PLACE = ["measure", "period", "unit"]
_RATIOS = ["ratio_of_sums", "share"]


def by_polars(paths: Sequence[Path], rows: int, rounds: int) -> tuple[float, Answer]:
    """Seconds of the quickest round, and the answer."""
    import polars

    known = {name: polars.LazyFrame(polars.from_arrow(table)) for name, table in tables(data.scheme(rows)).items()}

    def roll() -> Answer:
        found = _polars(polars, polars.scan_parquet(list(paths)), **known)
        sums = found.select(polars.len(), *(polars.col(name).sum() for name in COLUMNS)).collect()
        return [int(number) for number in sums.row(0)]

    return quickest(roll, rounds)


def _polars(pl: Any, segments: Any, meanings: Any, eras: Any, below: Any, peers: Any, **_: Any) -> Any:
    col = pl.col

    def half_even(top: Any, base: Any) -> Any:
        whole, rest = top // base, top % base
        up = (rest > base - rest) | ((rest == base - rest) & (whole % 2 != 0))
        return pl.when(base > 0).then(whole + up.cast(pl.Int64))

    def method(name: str) -> Any:
        return col("method") == name

    newest = segments.sort("seq").unique(_CELL, keep="last").drop("seq")
    said = newest.filter(col("value").is_not_null()).join(eras, on="period").collect().lazy()
    leaves = below.filter("is_leaf").select("era", unit="leaf")
    cells = said.join(leaves, on=["era", "unit"]).join(meanings, on="indicator").collect().lazy()
    plain = cells.select(*_CELL, "value")
    added = cells.filter(col("method").is_in(["sum", "last", "min", "max"])).rename({"unit": "leaf"})
    added = added.join(below.filter(~col("is_leaf")), on=["era", "leaf"]).group_by(*_CELL, "method")
    added = added.agg(total=col("value").sum(), least=col("value").min(), most=col("value").max())
    chosen = pl.when(method("min")).then("least").when(method("max")).then("most").otherwise("total")
    added = added.select(*_CELL, value=chosen)
    weights = plain.rename({"indicator": "weight", "value": "base"})
    before = weights.filter(col("measure") == 0).drop("measure").with_columns(col("period") + 12)
    means = cells.filter(method("weighted_mean")).join(weights, on=["weight", *_PLACE])
    indices = cells.filter(method("index")).join(before, on=["weight", "period", "unit"])
    columns = [*_CELL, "era", "method", "times", "by", "top", "base"]
    weighed = [
        table.filter(col("base") >= 0).with_columns(top=col("value") * col("base")).select(columns)
        for table in (means, indices)
    ]
    parts = cells.select("measure", "period", "era", "unit", part="indicator", top="value")
    wholes = plain.rename({"indicator": "whole", "value": "base"})
    ratios = meanings.filter(col("method").is_in(_RATIOS)).join(parts, on="part").join(wholes, on=["whole", *_PLACE])
    ratios = ratios.filter(~method("share") | col("top").is_between(0, col("base"))).select(columns)
    pairs = pl.concat([*weighed, ratios]).rename({"unit": "leaf"}).join(below, on=["era", "leaf"])
    pairs = pairs.filter(~col("is_leaf") | col("method").is_in(_RATIOS))
    sums = pairs.group_by(*_CELL, "times", "by").agg(col("top").sum(), col("base").sum())
    quotients = sums.select(*_CELL, value=half_even(col("top") * col("times"), col("base") * col("by")))
    alone = cells.filter(~col("method").is_in(_RATIOS))
    inner = below.filter(~col("is_leaf")).select("era", "unit").unique()
    own = said.join(inner, on=["era", "unit"]).join(meanings.filter(method("not_additive")), on="indicator")
    figures = [alone.select(*_CELL, "value"), own.select(*_CELL, "value"), added, quotients.drop_nulls("value")]
    keys = ["indicator", "period", "unit"]
    wide = pl.concat(figures).group_by(keys)
    wide = (
        wide.agg(*(col("value").filter(col("measure") == at).max().alias(name) for at, name in enumerate(COLUMNS[:3])))
        .collect()
        .lazy()
    )
    last_year = wide.select("indicator", "unit", col("period") + 12, before="actual")
    wide = wide.join(last_year, on=keys, how="left").join(meanings, on="indicator").join(eras, on="period")
    wide = wide.join(peers, on=["era", "unit"])
    key = pl.when(col("direction") == "less").then(col("actual")).when(col("direction") == "more").then(-col("actual"))
    return wide.with_columns(
        plan_percent=half_even(col("actual") * 10000, col("target")),
        change_percent=half_even((col("actual") - col("before")) * 10000, col("before")),
        rank=key.rank("min").over("indicator", "period", "peers"),
    )


def by_pandas(paths: Sequence[Path], rows: int, rounds: int) -> tuple[float, Answer]:
    """Seconds of the quickest round, and the answer."""
    import pandas

    known = {name: table.to_pandas() for name, table in tables(data.scheme(rows)).items()}

    def roll() -> Answer:
        columns = [*_CELL, "seq", "value"]
        parts = [pandas.read_parquet(path, columns=columns, dtype_backend="numpy_nullable") for path in paths]
        found = _pandas(pandas, pandas.concat(parts), **known)
        return [len(found), *(int(found[name].sum()) for name in COLUMNS)]

    return quickest(roll, rounds)


def _pandas(pd: Any, segments: Any, meanings: Any, eras: Any, below: Any, peers: Any, **_: Any) -> Any:
    def half_even(top: Any, base: Any) -> Any:
        base = base.where(base > 0)
        whole, rest = top // base, top % base
        up = (rest > base - rest) | ((rest == base - rest) & (whole % 2 != 0))
        return whole + up.astype("Int64")

    newest = segments.sort_values("seq").drop_duplicates(_CELL, keep="last").drop(columns="seq")
    said = newest[newest.value.notna()].merge(eras, on="period")
    leaves = below[below.is_leaf][["era", "leaf"]].rename(columns={"leaf": "unit"})
    cells = said.merge(leaves, on=["era", "unit"]).merge(meanings, on="indicator")
    plain = cells[[*_CELL, "value"]]
    inner = below[~below.is_leaf]
    found = []
    for method, how in (("sum", "sum"), ("last", "sum"), ("min", "min"), ("max", "max")):
        parts = cells[cells.method == method].rename(columns={"unit": "leaf"}).merge(inner, on=["era", "leaf"])
        found.append(parts.groupby(_CELL, as_index=False).value.agg(how))
    weights = plain.rename(columns={"indicator": "weight", "value": "base"})
    before = weights[weights.measure == 0].drop(columns="measure").assign(period=lambda t: t.period + 12)
    means = cells[cells.method == "weighted_mean"].merge(weights, on=["weight", *_PLACE])
    indices = cells[cells.method == "index"].merge(before, on=["weight", "period", "unit"])
    columns = [*_CELL, "era", "method", "times", "by", "top", "base"]
    pairs = [table[table.base >= 0].assign(top=lambda t: t.value * t.base)[columns] for table in (means, indices)]
    parts = cells[["measure", "period", "era", "unit", "indicator", "value"]]
    parts = parts.rename(columns={"indicator": "part", "value": "top"})
    wholes = plain.rename(columns={"indicator": "whole", "value": "base"})
    ratios = meanings[meanings.method.isin(_RATIOS)].merge(parts, on="part").merge(wholes, on=["whole", *_PLACE])
    ratios = ratios[(ratios.method != "share") | ((ratios.top >= 0) & (ratios.top <= ratios.base))]
    table = pd.concat([*pairs, ratios[columns]]).rename(columns={"unit": "leaf"}).merge(below, on=["era", "leaf"])
    table = table[~table.is_leaf | table.method.isin(_RATIOS)]
    sums = table.groupby([*_CELL, "times", "by"], as_index=False)[["top", "base"]].sum()
    sums["value"] = half_even(sums.top * sums.times, sums.base * sums.by)
    alone = cells[~cells.method.isin(_RATIOS)]
    own = said.merge(inner[["era", "unit"]].drop_duplicates(), on=["era", "unit"])
    own = own.merge(meanings[meanings.method == "not_additive"], on="indicator")
    figures = pd.concat([table[[*_CELL, "value"]] for table in (alone, own, *found, sums[sums.value.notna()])])
    keys = ["indicator", "period", "unit"]
    wide = figures.pivot(index=keys, columns="measure", values="value").reset_index()
    wide = wide.rename(columns=dict(enumerate(COLUMNS[:3])))
    last_year = wide[["indicator", "unit", "period", "actual"]].rename(columns={"actual": "before"})
    last_year["period"] += 12
    wide = wide.merge(last_year, on=keys, how="left").merge(meanings, on="indicator").merge(eras, on="period")
    wide = wide.merge(peers, on=["era", "unit"])
    wide["plan_percent"] = half_even(wide.actual * 10000, wide.target)
    wide["change_percent"] = half_even((wide.actual - wide.before) * 10000, wide.before)
    key = wide.actual.where(wide.direction == "less", -wide.actual).where(wide.direction != "neither")
    wide["rank"] = key.groupby([wide.indicator, wide.period, wide.peers]).rank("min")
    return wide
