"""The Ibis expressions on a Spark cluster, equal to the oracle and to the kept totals; run by ``test_on_spark``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import ibis
import pytest
from hypothesis import Phase, given, settings
from pytest_django import Settings

from tests.chapters.totals.test_actions import build
from tests.chapters.totals.test_engines import fill
from tests.generative.test_rollup import CALENDAR, FIRST, MEANINGS, SCHEMES, SEEDS, Seed, facts
from tests.generative.test_rollup_expressions import agrees, asked
from tongket.ledger import segments
from tongket.rollup.backends import connected
from tongket.rollup.exact import LIMIT
from tongket.rollup.rules import Era, Fact, Meaning, Method, Scheme
from tongket.totals import engines
from tongket.totals.models import Total
from tools.spark import Cluster


@pytest.fixture(scope="module")
def on_spark(cluster: Cluster) -> Iterator[ibis.BaseBackend]:
    engine = connected(cluster.url)
    yield engine
    engine.disconnect()


@settings(max_examples=4, phases=[Phase.generate])  # each takes some seconds
@given(scheme=SCHEMES, seed=SEEDS)
def test_spark_equals_the_oracle(on_spark: ibis.BaseBackend, scheme: Scheme, seed: Seed) -> None:
    agrees(on_spark, scheme, facts(*seed))


def test_many_figures_equal_the_oracle(on_spark: ibis.BaseBackend) -> None:
    first = Era(FIRST, {"P": None, "Q": "P", "a": "P", "b": "Q", "c": "Q"}, {"a": 5, "b": 7, "c": 2}, {})
    later = Era(FIRST + 3, {"P": None, "a": "P", "d": "P"}, {"a": 5}, {"a": "peers", "d": "peers"})

    agrees(on_spark, Scheme(MEANINGS, (first, later), CALENDAR), facts(1, 0.95))


def test_two_workers_share_the_work(on_spark: ibis.BaseBackend, cluster: Cluster) -> None:
    state = cluster.state()

    assert [worker["state"] for worker in state["workers"]] == ["ALIVE", "ALIVE"]
    [application] = state["activeapps"]
    assert (application["name"], application["cores"]) == ("tongket", 2)
    assert [worker["coresused"] for worker in state["workers"]] == [1, 1]


def test_spark_refuses_what_does_not_fit(on_spark: ibis.BaseBackend) -> None:
    scheme = Scheme(
        (Meaning("sum", Method.SUM),), (Era(FIRST, {"P": None, "a": "P", "b": "P", "c": "P"}, {}, {}),), CALENDAR
    )
    said = [Fact(seq, "sum", unit, FIRST, "actual", Decimal(LIMIT)) for seq, unit in enumerate("abc", start=1)]

    with pytest.raises(Exception, match="ARITHMETIC_OVERFLOW"):
        asked(on_spark, scheme, said)


@pytest.mark.django_db
def test_a_total_that_is_kept_otherwise_is_named(cluster: Cluster, tmp_path: Path, settings: Settings) -> None:
    settings.WORKSPACE = tmp_path
    build()
    fill()
    segments.cut()
    Total.objects.filter(indicator="least", unit__code="P").delete()

    found = [(d.place.indicator, d.unit, d.kept.value, d.due.value) for d in engines.differing(cluster.url)]

    assert found == [("least", "P", None, Decimal(-3))]
