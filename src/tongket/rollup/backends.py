"""Databases and clusters that run the expressions: by their address, and how tables are given to them.

Needs the extra ``engines``; Spark also the extra ``spark``, and Java.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr.types import Table

from tongket.rollup.expressions import Source

DUCKDB = "duckdb"
SPARK = "spark://"
_PYSPARK, _POSTGRES = "pyspark", "postgres"
"""The names of Ibis' ways to Spark and PostgreSQL."""


def connected(engine: str) -> ibis.BaseBackend:
    """DuckDB in this process, or what answers at an address: ``postgresql://…``, ``spark://HOST:PORT``.

    Raises whatever the driver raises.
    """
    if engine == DUCKDB:
        return ibis.duckdb.connect()
    if engine.startswith(SPARK):
        return _spark(engine)
    found = ibis.connect(engine)
    if found.name == _POSTGRES:
        # It guesses that joins of joins leave one row, and would compare every row with every other one.
        found.raw_sql("SET enable_nestloop = off")
    return found


def source(engine: ibis.BaseBackend, contents: Mapping[str, pa.Table]) -> Source:
    """The facts and the tables of a scheme in an engine, for as long as the connection lasts."""
    if engine.name != _PYSPARK:
        return Source(**{name: ibis.memtable(content) for name, content in contents.items()})
    for name, content in contents.items():
        _session().createDataFrame(content).createOrReplaceTempView(name)
    return Source(**{name: engine.table(name) for name in contents})


def answer(engine: ibis.BaseBackend, expression: Table) -> pa.Table:
    """What an engine says of an expression over such a source."""
    if engine.name != _PYSPARK:
        return engine.to_pyarrow(expression)
    return _session().sql(engine.compile(expression)).toArrow()


def _session() -> Any:
    """The session with Spark: asked without Ibis, which goes through pandas, where whole numbers become floats."""
    from pyspark.sql import SparkSession

    return SparkSession.getActiveSession()


def _spark(master: str) -> ibis.BaseBackend:
    from pyspark.sql import SparkSession

    settings = {
        "spark.sql.ansi.enabled": "true",  # what does not fit is an error, as elsewhere
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master(master).appName("tongket")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return ibis.pyspark.connect(builder.getOrCreate())
