"""What a roll-up means, by worked examples: a province P of two districts A (a1, a2, a3) and B (b1)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tongket.base.errors import InvalidInput
from tongket.rollup.oracle import Oracle
from tongket.rollup.rules import Calendar, Coverage, Era, Fact, Meaning, Measure, Method, Rank, Scheme, ranks, scaled

PARENTS = {"P": None, "A": "P", "B": "P", "a1": "A", "a2": "A", "a3": "A", "b1": "B"}
PEOPLE = {"a1": 100, "a2": 200, "a3": 700, "b1": 1000}
FIRST = 2024 * 12
ERA = Era(FIRST, PARENTS, PEOPLE, {})

MEANINGS = (
    Meaning("people", Method.LAST),
    Meaning("output", Method.SUM, decimals=1),
    Meaning("rate", Method.WEIGHTED_MEAN, decimals=2, weight="people"),
    Meaning("per_head", Method.RATIO_OF_SUMS, decimals=3, part="output", whole="people", factor=1000),
    Meaning("members", Method.SUM),
    Meaning("share", Method.SHARE, decimals=1, part="members", whole="people", factor=100),
    Meaning("index", Method.INDEX, decimals=1, weight="output"),
    Meaning("coldest", Method.MIN),
    Meaning("warmest", Method.MAX),
    Meaning("poverty", Method.NOT_ADDITIVE, direction="less"),
)
SCHEME = Scheme(MEANINGS, (ERA,), Calendar(FIRST, 24, 12))


def facts(indicator: str, period: int = FIRST, measure: Measure = "actual", **values: str | None) -> list[Fact]:
    """What units say, each by a later entry than the one before."""
    return [
        Fact(seq, indicator, unit, period, measure, None if value is None else Decimal(value))
        for seq, (unit, value) in enumerate(values.items(), start=1)
    ]


def test_a_sum_is_made_from_the_parts_that_are_there_and_says_how_many() -> None:
    oracle = Oracle(SCHEME, facts("output", a1="1.5", a2="-0.3", P="99"))

    assert oracle.figure("output", "P", FIRST).value == Decimal("1.2")
    assert oracle.figure("output", "P", FIRST).coverage == Coverage(2, 4, 300, 2000)
    assert oracle.figure("output", "B", FIRST).value is None
    assert oracle.figure("output", "B", FIRST).coverage == Coverage(0, 1, 0, 1000)
    assert oracle.figure("output", "a2", FIRST).value == Decimal("-0.3")


def test_the_newest_entry_holds_and_a_withdrawn_one_leaves_a_gap() -> None:
    said = [
        Fact(3, "output", "a1", FIRST, "actual", Decimal(5)),
        Fact(1, "output", "a1", FIRST, "actual", Decimal(2)),
        Fact(2, "output", "a2", FIRST, "actual", Decimal(1)),
        Fact(4, "output", "a2", FIRST, "actual", None),
    ]
    figure = Oracle(SCHEME, said).figure("output", "A", FIRST)

    assert figure.value == 5
    assert figure.coverage.units == 1


def test_people_that_nobody_counted_leave_the_share_of_people_unknown() -> None:
    era = Era(FIRST, PARENTS, {"a1": 100, "b1": 1000}, {})
    oracle = Oracle(Scheme(MEANINGS, (era,), SCHEME.calendar), facts("output", a1="1", a2="1", b1="1"))

    assert oracle.figure("output", "A", FIRST).coverage == Coverage(2, 3, None, None)
    assert oracle.figure("output", "B", FIRST).coverage == Coverage(1, 1, 1000, 1000)


def test_a_mean_is_weighted_and_a_unit_without_weight_is_no_part_of_it() -> None:
    said = facts("rate", a1="10.00", a2="20.01", a3="99") + facts("people", a1="100", a2="200", b1="5")
    oracle = Oracle(SCHEME, said)

    assert oracle.figure("rate", "A", FIRST).value == Decimal("16.67")  # 5002 / 300
    assert oracle.figure("rate", "A", FIRST).coverage == Coverage(2, 3, 300, 1000)
    assert oracle.figure("rate", "a3", FIRST).value == 99
    assert oracle.figure("rate", "B", FIRST).value is None


def test_a_mean_without_any_weight_is_none() -> None:
    oracle = Oracle(SCHEME, facts("rate", a1="10", a2="20") + facts("people", a1="0", a2="0"))

    assert oracle.figure("rate", "A", FIRST).value is None
    assert oracle.figure("rate", "A", FIRST).coverage.units == 2


def test_a_ratio_is_one_of_sums_over_the_units_that_state_both() -> None:
    said = facts("output", a1="1", a2="2", a3="1000") + facts("people", a1="3", a2="4", b1="7")
    oracle = Oracle(SCHEME, said)

    assert oracle.figure("per_head", "A", FIRST).value == Decimal("428.571")  # 1000 × 3 / 7
    assert oracle.figure("per_head", "a1", FIRST).value == Decimal("333.333")
    assert oracle.figure("per_head", "b1", FIRST).value is None
    assert oracle.figure("per_head", "P", FIRST).coverage.units == 2


def test_a_share_counts_no_unit_whose_part_is_more_than_its_whole() -> None:
    said = facts("members", a1="30", a2="9", a3="-1", b1="12") + facts("people", a1="40", a2="8", a3="9", b1="56")
    oracle = Oracle(SCHEME, said)

    assert oracle.figure("share", "P", FIRST).value == Decimal("43.8")  # 42 / 96 = 43.75, to even
    assert oracle.figure("share", "A", FIRST).value == 75
    assert oracle.figure("share", "a2", FIRST).value is None


def test_an_index_is_weighted_by_what_the_weight_was_a_year_before() -> None:
    later = FIRST + 12
    said = (
        facts("index", later, a1="110", a2="90", a3="500")
        + facts("output", FIRST, a1="30", a2="10")
        + facts("output", later, a1="1", a2="1", a3="1")
    )
    oracle = Oracle(SCHEME, said)

    assert oracle.figure("index", "A", later).value == 105
    assert oracle.figure("index", "A", FIRST).value is None


def test_extremes_and_what_is_not_additive() -> None:
    said = facts("coldest", a1="-7", a2="3") + facts("warmest", a1="-7", a2="3") + facts("poverty", a1="5", A="9")
    oracle = Oracle(SCHEME, said)

    assert oracle.figure("coldest", "P", FIRST).value == -7
    assert oracle.figure("warmest", "P", FIRST).value == 3
    assert oracle.figure("poverty", "A", FIRST).value == 9
    assert oracle.figure("poverty", "A", FIRST).coverage == Coverage(1, 1, 1000, 1000)
    assert oracle.figure("poverty", "P", FIRST).value is None


def test_one_view_sets_a_figure_beside_plan_last_year_path_and_peers() -> None:
    march = FIRST + 14
    said = facts("output", march - 12, a1="8", a2="4", a3="2", b1="100")
    for month, reached, promised in ((march - 2, "3", "4"), (march - 1, "5", "4"), (march, "10", "8")):
        said += facts("output", month, a1=reached, a3="10") + facts("output", month, "target", a1=promised)
    view = Oracle(SCHEME, said).view("output", "a1", march)

    assert (view.actual.value, view.target.value, view.estimate.value) == (10, 8, None)
    assert view.plan_percent == 125
    assert (view.last_year, view.change, view.change_percent) == (8, 2, 25)
    assert (view.to_date, view.target_to_date, view.path_percent) == (18, 16, Decimal("112.50"))
    assert view.rank == Rank(1, 2, 1)
    assert view.last_rank == Rank(1, 3, 0)
    assert view.gained == 0


def test_a_month_that_is_missing_breaks_the_path() -> None:
    oracle = Oracle(SCHEME, facts("output", FIRST, a1="1") + facts("output", FIRST + 2, a1="1"))

    assert oracle.to_date("output", "a1", FIRST) == 1
    assert oracle.to_date("output", "a1", FIRST + 2) is None


def test_a_ratio_to_date_is_one_of_sums_and_a_stock_has_none() -> None:
    said = facts("output", FIRST, a1="1") + facts("output", FIRST + 1, a1="2")
    said += facts("people", FIRST, a1="10") + facts("people", FIRST + 1, a1="20")
    oracle = Oracle(SCHEME, said)

    assert oracle.to_date("per_head", "a1", FIRST + 1) == 100
    assert oracle.to_date("people", "a1", FIRST + 1) is None


def test_percent_of_nothing_is_not_stated() -> None:
    said = facts("output", FIRST, a1="-5") + facts("output", FIRST + 12, a1="5")
    said += facts("output", FIRST + 12, "target", a1="0")
    view = Oracle(SCHEME, said).view("output", "a1", FIRST + 12)

    assert view.change == 10
    assert view.change_percent is None
    assert view.plan_percent is None


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    figures = {"w": Decimal(7), "x": Decimal("7.0"), "y": Decimal(3), "z": None}

    assert {unit: rank.place for unit, rank in ranks(figures, "more").items()} == {"w": 1, "x": 1, "y": 3}
    assert {unit: rank.place for unit, rank in ranks(figures, "less").items()} == {"w": 2, "x": 2, "y": 1}
    assert ranks(figures, "more")["y"] == Rank(3, 3, 1)
    assert ranks(figures, "neither") == {}


def test_a_rank_may_be_counted_among_named_peers() -> None:
    era = Era(FIRST, PARENTS, {}, dict.fromkeys(("a1", "a2", "a3", "b1"), "communes"))
    oracle = Oracle(Scheme(MEANINGS, (era,), SCHEME.calendar), facts("output", a1="1", b1="2"))

    assert oracle.rank("output", "a1", FIRST) == Rank(2, 2, 2)


def test_a_period_belongs_to_the_newest_era_that_has_begun() -> None:
    merged = Era(FIRST + 6, {"P": None, "a": "P"}, {}, {})
    oracle = Oracle(Scheme(MEANINGS, (ERA, merged), SCHEME.calendar), facts("output", FIRST + 6, a="4", a1="5"))

    assert oracle.figure("output", "P", FIRST + 6).value == 4
    assert oracle.figure("output", "P", FIRST + 5).value is None
    assert oracle.view("output", "a", FIRST + 12).last_year is None


def test_figures_are_not_finer_than_their_indicator() -> None:
    assert scaled(Decimal("-1.5"), MEANINGS[1]) == -15
    with pytest.raises(InvalidInput, match=r"1\.55: figures of the indicator “output” have at most 1 decimals"):
        scaled(Decimal("1.55"), MEANINGS[1])


@pytest.mark.parametrize(
    ("meanings", "parents", "message"),
    [
        ((Meaning("rate", Method.WEIGHTED_MEAN),), {}, "needs a weight"),
        ((Meaning("sum", Method.SUM, weight="sum"),), {}, "nothing for others"),
        ((Meaning("rate", Method.WEIGHTED_MEAN, weight="gone"),), {}, "rests on “gone”"),
        ((*MEANINGS, Meaning("rate of rates", Method.INDEX, weight="share")), {}, "rests on “share”"),
        ((), {"a": "b"}, "“a” stands below “b”"),
        ((), {"a": "b", "b": "a"}, "stands below"),
    ],
)
def test_a_scheme_that_does_not_fit_is_refused(
    meanings: tuple[Meaning, ...], parents: dict[str, str | None], message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        Scheme(meanings, (Era(0, parents, {}, {}),), Calendar(0, 1, 1))
