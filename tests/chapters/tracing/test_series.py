"""A series read three ways: as reported, and recast to the units of either side of a decree."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.chapters.reorganisation.test_rules import listing
from tests.chapters.units.test_lineage import edge
from tests.factories.records import AT, OPERATOR, indicator, unit
from tongket.base.errors import NotFound
from tongket.base.periods import Period
from tongket.exchange.actions import take_in
from tongket.exchange.sheets import table_of
from tongket.reorganisation import queries
from tongket.reorganisation.actions import reorganise
from tongket.tracing.queries import explain
from tongket.tracing.series import recast_to, reported
from tongket.units.recasting import Gap, Obstacle

pytestmark = pytest.mark.django_db
MERGED = date(2025, 1, 1)
HEADER = "indicator,unit,period,value\n"


@pytest.fixture(autouse=True)
def decree() -> None:
    """a and b become ab, c is divided between d and e, f goes on; all below P."""
    top = unit("P", level="district", names=dict.fromkeys(("en", "vi", "ru"), "P"))
    for code in "abcf":
        unit(code, parent=top, level="commune", names=dict.fromkeys(("en", "vi", "ru"), code))
    after = listing("P", "ab::P", "d::P", "e::P", "f::P")
    edges = [edge(stated) for stated in ("a>ab", "b>ab", "c>d", "c>e", "f>f")]
    change = queries.change(day=MERGED, after=after, edges=edges, root=None)
    assert not change.faults
    reorganise(by=OPERATOR, at=AT, number="1/NQ", change=change)
    indicator("people", unit_of_measure="persons", aggregation="sum")
    indicator("growth", aggregation="not_additive")


def take(*rows: str, at: datetime = AT) -> None:
    table = table_of((HEADER + "".join(f"{row}\n" for row in rows)).encode(), name="table.csv")
    take_in(by=OPERATOR, at=at, name="table", table=table)


def values(indicator: str, code: str, day: date) -> list[tuple[str, Decimal | None]]:
    return [(p.period.code, p.value) for p in recast_to(day, indicator, code)]


def test_amounts_of_merged_units_are_added() -> None:
    take("people,a,2023,10", "people,b,2023,5.5", "people,ab,2025,16")

    assert values("people", "ab", MERGED) == [("2023", Decimal("15.5")), ("2025", Decimal(16))]
    assert [(p.period.code, p.unit.code, p.value) for p in reported("people", "a")] == [("2023", "a", Decimal(10))]


def test_a_missing_part_leaves_no_value_and_is_named() -> None:
    take("people,a,2023,10")

    [point] = recast_to(MERGED, "people", "ab")

    assert point.value is None
    assert [(r.reason, r.origin) for r in point.refusals] == [(Obstacle.ABSENT, "b")]
    assert [o.unit.code for o in point.entries] == ["a"]


def test_a_division_without_shares_is_refused_with_its_reason() -> None:
    take("people,c,2023,10")

    [point] = recast_to(MERGED, "people", "d")

    assert point.value is None
    assert [(r.reason, r.origin, r.targets) for r in point.refusals] == [(Obstacle.UNKNOWN_SHARE, "c", ("d", "e"))]


def test_what_cannot_be_added_goes_on_only_one_to_one() -> None:
    take("growth,a,2023,7", "growth,b,2023,8", "growth,f,2023,9")

    [point] = recast_to(MERGED, "growth", "ab")
    assert {r.reason for r in point.refusals} == {Obstacle.NOT_ADDITIVE}
    assert values("growth", "f", MERGED) == [("2023", Decimal(9))]


def test_a_mean_is_formed_anew_by_what_weighs_it() -> None:
    indicator("income", unit_of_measure="USD", aggregation="weighted_mean", weight="people", decimals=1)
    take("income,a,2023,10", "income,b,2023,20", "people,a,2023,1", "people,b,2023,3")
    take("income,a,2024,10", "income,b,2024,20", "people,a,2024,1", "income,f,2024,30")

    first, second = recast_to(MERGED, "income", "ab")

    assert first.value == Decimal("17.5")
    assert [(o.indicator.code, o.value) for o in first.entries] == [
        ("income", "10"),
        ("people", "1"),
        ("income", "20"),
        ("people", "3"),
    ]
    assert second.value is None
    assert [(r.reason, r.origin) for r in second.refusals] == [(Obstacle.WEIGHT, "b")]
    assert values("income", "f", MERGED) == [("2024", Decimal(30))]


def test_a_mean_that_names_no_weight_goes_on_only_one_to_one() -> None:
    indicator("wage", unit_of_measure="USD", aggregation="weighted_mean", valid_to=date(2024, 1, 1))
    indicator("wage", unit_of_measure="USD", aggregation="weighted_mean", weight="people", valid_from=date(2024, 1, 1))
    take("wage,a,2023,10", "wage,b,2023,20", "people,a,2023,1", "people,b,2023,3", "wage,a,2024,10", "wage,b,2024,20")

    first, second = recast_to(MERGED, "wage", "ab")

    assert ({r.reason for r in first.refusals}, first.value) == ({Obstacle.NOT_ADDITIVE}, None)
    assert ({r.reason for r in second.refusals}, second.value) == ({Obstacle.WEIGHT}, None)


def test_an_amount_that_is_divided_keeps_six_decimals() -> None:
    after = listing("P", "ab::P", "d::P", "e::P", "g::P", "h::P")
    edges = [edge(stated) for stated in ("ab>ab", "d>d", "e>e", "f>g:0.333333", "f>h:0.666667")]
    day = date(2026, 1, 1)
    reorganise(by=OPERATOR, at=AT, number="2/NQ", change=queries.change(day=day, after=after, edges=edges, root=None))
    take("people,f,2025,1")

    assert values("people", "g", day) == [("2025", Decimal("0.333333"))]


def test_sources_that_differ_give_no_value() -> None:
    take("people,f,2023,10")
    take("people,f,2023,11")

    [point] = recast_to(MERGED, "people", "f")

    assert [r.reason for r in point.refusals] == [Gap.CONTRADICTED]
    assert [p.value for p in reported("people", "f")] == [Decimal(10), Decimal(11)]


def test_later_figures_are_not_carried_back_but_to_the_same_unit() -> None:
    take("people,f,2026,10", "people,ab,2026,16")

    assert values("people", "f", date(2024, 12, 31)) == [("2026", Decimal(10))]
    assert values("people", "a", date(2024, 12, 31)) == []


def test_what_was_known_at_a_moment() -> None:
    take("people,f,2022,9")
    take("people,f,2023,10", at=datetime(2025, 3, 1, tzinfo=UTC))

    assert [p.period.code for p in reported("people", "f", known=AT)] == ["2022"]
    assert [p.period.code for p in recast_to(MERGED, "people", "f", known=AT)] == ["2022"]


def test_a_sum_is_explained_with_its_coverage() -> None:
    take("people,a,2023,10", "people,b,2023,5", "people,P,2023,40")

    tree = explain("people", "P", Period.year(2023))

    assert (tree.total, len(tree.parts), tree.below) == (Decimal(15), 2, 4)
    assert [leaf.entry.value for leaf in tree.reported] == ["40"]


def test_figures_that_cannot_be_added_have_no_sum() -> None:
    take("growth,a,2023,7", "growth,b,2023,8")

    tree = explain("growth", "P", Period.year(2023))

    assert (tree.added, tree.total, len(tree.parts)) == (False, None, 2)


def test_what_there_never_was_is_told() -> None:
    with pytest.raises(NotFound):
        explain("hope", "P", Period.year(2023))
    with pytest.raises(NotFound):
        reported("people", "nowhere")
