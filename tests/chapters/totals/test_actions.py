"""Totals follow the ledger, the units and the catalogue, whatever happens to them, and equal the oracle."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from tempfile import TemporaryDirectory

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext, override_settings
from hypothesis import example, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.chapters.units.test_lineage import edge
from tests.factories.records import AT, OPERATOR, RULE, document, entry, evidence, indicator, unit
from tongket.base.errors import Conflict
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.ledger import actions as ledger
from tongket.ledger import segments
from tongket.ledger.models import Evidence, Measure, Observation
from tongket.ledger.queries import standing
from tongket.reorganisation import queries as reorganisations
from tongket.reorganisation.actions import reorganise
from tongket.reorganisation.rules import Listed
from tongket.rollup.oracle import Oracle
from tongket.rollup.rules import MEASURES, Calendar, Era, Fact, Meaning, Method, Scheme
from tongket.totals import actions, engines, queries
from tongket.totals.models import Total
from tongket.totals.rules import sorting
from tongket.units import queries as units
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db
MERGED = date(2025, 1, 1)
METHODS = {"output": "sum", "people": "last", "least": "min", "most": "max", "growth": "not_additive"}
# What is made of others: the method, and what the catalogue names for it.
MADE: dict[str, tuple[str, dict[str, object]]] = {
    "income": ("weighted_mean", {"weight": "people"}),
    "prices": ("index", {"weight": "output"}),
    "density": ("ratio_of_sums", {"part": "output", "whole": "people", "factor": 1000}),
    "poor": ("share", {"part": "people", "whole": "output", "factor": 100}),
    "alone": ("weighted_mean", {}),
}
YEARS = (2023, 2024, 2025)
DECIMALS = 1


@pytest.fixture
def territory() -> None:
    """The country above two provinces; below P the communes a to d, below Q the commune e."""
    build()


def build() -> None:
    country = unit("VN", level="country")
    for province, communes in (("P", "abcd"), ("Q", "e")):
        above = unit(province, parent=country)
        for code in communes:
            unit(code, parent=above, level="commune")
    for code, method in METHODS.items():
        indicator(code, aggregation=method, unit_of_measure="tonnes")
    for code, (method, named) in MADE.items():
        indicator(code, aggregation=method, unit_of_measure="tonnes", decimals=DECIMALS, **named)


def merge() -> None:
    """a and b become ab, c is dissolved into d; Q becomes a province of another name, and e goes on below it."""
    levels = {"P": ("province", "VN"), "Q": ("province", "VN"), "ab": ("commune", "P"), "d": ("commune", "P")}
    levels |= {"e": ("commune", "Q")}
    after = {code: Listed(code, code, level, parent) for code, (level, parent) in levels.items()}
    edges = [edge(stated) for stated in ("a>ab", "b>ab", "c>d", "d>d")]
    root = units.get("VN", day=date(2024, 12, 31))
    change = reorganisations.change(day=MERGED, after=after, edges=edges, root=root)
    assert not change.faults
    reorganise(by=OPERATOR, at=AT, number="1/NQ", change=change)


def said(code: str, of: str, year: int, value: str, measure: str = "actual", **changes: object) -> ledger.Entry:
    period = Period.year(year)
    changes = {"evidence": Evidence.objects.first() or evidence()} | changes
    return entry(
        indicator=Indicator.objects.get(code=code),
        unit=units.at(of, day=period.last_day),
        measure=Measure(measure),
        quantity=Quantity(Decimal(value)),
        **{"unit_of_measure": "tonnes", "period": period} | changes,
    )


def record(*entries: ledger.Entry) -> list[Observation]:
    return ledger.record_many(by=RULE, at=AT, entries=entries)


def total(code: str, of: str, year: int, measure: str = "actual") -> tuple[str, int, int] | None:
    period = Period.year(year)
    found = Total.objects.filter(
        unit=units.get(of, day=period.last_day), indicator=code, period=period.code, measure=measure
    ).first()
    return (found.value, found.units, found.differing) if found else None


@pytest.mark.usefixtures("territory")
def test_an_entry_reaches_all_units_above() -> None:
    record(said("output", "a", 2023, "10.50"), said("output", "b", 2023, "4.5"), said("output", "e", 2023, "1"))

    assert total("output", "P", 2023) == ("15.00", 2, 0)
    assert total("output", "VN", 2023) == ("16.00", 3, 0)
    assert total("output", "a", 2023) == ("10.50", 1, 0)


@pytest.mark.usefixtures("territory")
def test_a_correction_and_a_withdrawal_change_what_they_should() -> None:
    first, second = record(said("output", "a", 2023, "10"), said("least", "b", 2023, "3"))
    record(said("least", "a", 2023, "7"))

    ledger.correct(by=RULE, at=AT, replaces=first, entry=said("output", "a", 2023, "12"), reason="misread")
    ledger.withdraw(by=RULE, at=AT, replaces=second, reason="never said")

    assert total("output", "P", 2023) == ("12", 1, 0)
    assert total("least", "VN", 2023) == ("7", 1, 0)


@pytest.mark.usefixtures("territory")
def test_a_correction_may_name_another_cell() -> None:
    [first] = record(said("output", "a", 2023, "10"))

    ledger.correct(by=RULE, at=AT, replaces=first, entry=said("output", "e", 2024, "10"), reason="another unit")

    assert total("output", "P", 2023) == ("", 0, 0)
    assert total("output", "Q", 2024) == ("10", 1, 0)


@pytest.mark.usefixtures("territory")
def test_where_sources_differ_a_part_is_missing_and_counted() -> None:
    record(said("output", "a", 2023, "10"), said("output", "b", 2023, "4"))
    other = evidence(of=document("other"))
    record(said("output", "a", 2023, "11", evidence=other), said("output", "b", 2023, "4", evidence=other))

    assert total("output", "P", 2023) == ("4", 1, 1)


@pytest.mark.usefixtures("territory")
def test_what_is_stated_for_a_whole_is_never_mixed_with_its_parts() -> None:
    record(said("output", "P", 2023, "99"), said("output", "a", 2023, "1"), said("growth", "P", 2023, "7"))

    assert total("output", "P", 2023) == ("1", 1, 0)
    assert total("growth", "P", 2023) == ("7", 1, 0)
    assert total("growth", "VN", 2023) is None


@pytest.mark.usefixtures("territory")
def test_other_units_of_measure_are_not_added() -> None:
    record(said("output", "a", 2023, "1"), said("output", "b", 2023, "5", unit_of_measure="VND"))

    assert total("output", "P", 2023) == ("1", 1, 0)


@pytest.mark.usefixtures("territory")
def test_a_unit_that_gets_parts_reports_no_more() -> None:
    record(said("output", "e", 2023, "5"))
    unit("e1", parent=units.get("e", day=MERGED), level="village")

    assert total("output", "Q", 2023) is None
    record(said("output", "e1", 2023, "3"))
    assert total("output", "VN", 2023) == ("3", 1, 0)


@pytest.mark.usefixtures("territory")
def test_a_recording_that_fails_leaves_totals_as_they_were() -> None:
    [first] = record(said("output", "a", 2023, "10"))
    ledger.withdraw(by=RULE, at=AT, replaces=first, reason="wrong")

    def both() -> None:
        with transaction.atomic():
            record(said("output", "a", 2023, "3"))
            ledger.withdraw(by=RULE, at=AT, replaces=first, reason="again")

    with pytest.raises(Conflict):
        both()

    assert total("output", "a", 2023) == ("", 0, 0)
    assert list(queries.differing()) == []


@pytest.mark.usefixtures("territory")
def test_the_check_names_what_differs_and_making_anew_mends_it() -> None:
    record(said("output", "a", 2023, "10"), said("people", "b", 2024, "4"))
    Total.objects.filter(indicator="output", unit__code="P").update(value="11", sorting=sorting(Decimal(11)))
    Total.objects.filter(indicator="output", unit__code="a").update(sorting=sorting(Decimal(11)))
    Total.objects.filter(indicator="people", unit__code="b").delete()

    found = {(d.place.indicator, d.unit, d.kept.value, d.due.value) for d in queries.differing()}
    assert found == {
        ("output", "P", Decimal(11), Decimal(10)),
        ("output", "a", None, Decimal(10)),
        ("people", "b", None, Decimal(4)),
    }

    assert actions.rebuild() == 6
    assert list(queries.differing()) == []


@pytest.mark.usefixtures("territory")
def test_the_statements_of_an_entry_do_not_grow_with_the_ledger() -> None:
    def asked(held: ledger.Entry) -> int:
        with CaptureQueriesContext(connection) as context:
            ledger.record(by=RULE, at=AT, entry=held)
        return len(context)

    record(said("people", "a", 2023, "1"))
    few = asked(said("output", "a", 2023, "10"))
    record(*(said(code, of, year, "1") for code, of, year in product(METHODS, "abcde", YEARS[:2])))

    assert asked(said("output", "b", 2025, "10")) == few
    # Where sources differ, it is asked besides whether that was settled: of the figure, and of what it weighs.
    assert asked(said("output", "b", 2024, "10")) == few + 2


@pytest.mark.usefixtures("territory")
def test_a_mean_follows_its_figures_and_its_weights() -> None:
    record(said("income", "a", 2023, "10"), said("income", "b", 2023, "20"), said("income", "c", 2023, "90"))
    assert total("income", "P", 2023) == ("", 0, 0)
    [weight, _] = record(said("people", "a", 2023, "1"), said("people", "b", 2023, "2"))
    assert total("income", "P", 2023) == ("16.7", 2, 0)
    assert total("income", "c", 2023) == ("90", 1, 0)

    ledger.correct(by=RULE, at=AT, replaces=weight, entry=said("people", "a", 2023, "2"), reason="misread")
    assert total("income", "VN", 2023) == ("15.0", 2, 0)

    record(said("people", "b", 2023, "-1", evidence=evidence(of=document("other"))))
    assert total("income", "P", 2023) == ("10.0", 1, 0)


@pytest.mark.usefixtures("territory")
def test_a_share_is_made_of_its_part_and_its_whole_and_not_of_what_is_said_of_it() -> None:
    record(said("people", "a", 2023, "1"), said("output", "a", 2023, "4"), said("poor", "a", 2023, "77"))
    record(said("people", "b", 2023, "9"), said("output", "b", 2023, "8"), said("people", "c", 2023, "1"))

    assert total("poor", "a", 2023) == ("25.0", 1, 0)
    assert total("poor", "b", 2023) is None
    assert total("poor", "P", 2023) == ("25.0", 1, 0)
    assert total("density", "P", 2023) == ("1200.0", 2, 0)


@pytest.mark.usefixtures("territory")
def test_an_index_is_weighed_by_what_stood_there_a_year_before() -> None:
    record(said("prices", "a", 2024, "100"), said("prices", "b", 2024, "110"))
    assert total("prices", "P", 2024) is None

    record(said("output", "a", 2023, "3"), said("output", "b", 2023, "1"), said("output", "a", 2024, "50"))

    assert total("prices", "P", 2024) == ("102.5", 2, 0)


@pytest.mark.usefixtures("territory")
def test_totals_follow_the_definition_of_what_they_rest_on() -> None:
    record(said("income", "a", 2023, "10"), said("income", "b", 2023, "20"), said("people", "a", 2023, "1"))
    assert total("income", "P", 2023) == ("10.0", 1, 0)

    Indicator.objects.filter(code="people").update(valid_to=date(2023, 6, 1))
    indicator("people", aggregation="max", unit_of_measure="tonnes", valid_from=date(2023, 6, 1))

    assert total("income", "P", 2023) is None
    assert list(queries.differing()) == []


def oracle() -> Oracle:
    """The ledger's entries as facts; where sources differ, as if withdrawn."""
    first = YEARS[0]
    eras = []
    for year in YEARS:
        day = Period.year(year).last_day
        here = list(units.in_force(day).select_related("parent"))
        eras.append(Era(year, {u.code: u.parent.code if u.parent else None for u in here}, {}, {}))
    facts: dict[tuple[str, str, int, str], set[Decimal]] = {}
    for o in standing():
        if o.unit.valid_from <= o.span.last_day and (o.unit.valid_to is None or o.unit.valid_to > o.span.last_day):
            cell = (o.indicator.code, o.unit.code, o.span.start.year, o.measure)
            facts.setdefault(cell, set()).add(o.quantity.value)
    meanings = [Meaning(code, Method(method), decimals=DECIMALS) for code, method in METHODS.items()]
    for code, (method, named) in MADE.items():
        known = Method(method) if named else Method.NOT_ADDITIVE
        meanings.append(Meaning(code, known, decimals=DECIMALS, **named))  # type: ignore[arg-type]
    scheme = Scheme(tuple(meanings), tuple(eras), Calendar(first, len(YEARS), 1))
    return Oracle(
        scheme,
        [
            Fact(seq, code, of, year, measure, next(iter(values)) if len(values) == 1 else None)  # type: ignore[arg-type]
            for seq, ((code, of, year, measure), values) in enumerate(facts.items())
        ],
    )


class Years(RuleBasedStateMachine):
    """Entries, corrections, withdrawals and a decree, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = transaction.atomic()
        self.inside.__enter__()
        build()
        self.documents = [evidence(of=document(slug)) for slug in ("one", "two")]
        self.merged = False

    def teardown(self) -> None:
        try:
            with TemporaryDirectory() as folder, override_settings(WORKSPACE=folder):
                segments.cut()
                assert list(engines.differing(engines.CUBE)) == list(engines.differing(engines.DUCKDB)) == []
        finally:
            transaction.set_rollback(True)
            self.inside.__exit__(None, None, None)

    codes = ("output", "people", *METHODS, *MADE)  # what others rest on more often than the others
    cells = st.tuples(st.sampled_from(codes), st.sampled_from(["P", *"abcde", "ab"]), st.sampled_from(YEARS))
    numbers = st.integers(-20, 40).map(lambda n: str(Decimal(n).scaleb(-DECIMALS)))

    @rule(
        told=st.lists(st.tuples(cells, numbers, st.sampled_from(MEASURES), st.integers(0, 1)), min_size=1, max_size=6)
    )
    def report(self, told: list[tuple[tuple[str, str, int], str, str, int]]) -> None:
        borne = set(Unit.objects.values_list("code", flat=True))
        record(
            *(
                said(*cell, value, measure, evidence=self.documents[by])
                for cell, value, measure, by in told
                if cell[1] in borne
            )
        )

    @rule(nth=st.integers(0, 50), value=numbers)
    def correct(self, nth: int, value: str) -> None:
        entries = list(standing())
        if entries:
            old = entries[nth % len(entries)]
            new = ledger.Entry.of(old)
            changed = ledger.Entry(**{**new.__dict__, "quantity": Quantity(Decimal(value))})
            ledger.correct(by=RULE, at=AT, replaces=old, entry=changed, reason="misread")

    @rule(nth=st.integers(0, 50))
    def withdraw(self, nth: int) -> None:
        entries = list(standing())
        if entries:
            ledger.withdraw(by=RULE, at=AT, replaces=entries[nth % len(entries)], reason="wrong")

    @rule()
    def decree(self) -> None:
        if not self.merged:
            merge()
            self.merged = True

    @invariant()
    def totals_are_what_the_oracle_says(self) -> None:
        kept = {
            (t.indicator, t.unit.code, int(t.period), t.measure): (t.number, t.units)
            for t in Total.objects.select_related("unit")
        }
        due = oracle()
        for code, year, measure in product((*METHODS, *MADE), YEARS, MEASURES):
            for of in due.scheme.era(year).parents:
                figure = due.figure(code, of, year, measure)
                assert kept.pop((code, of, year, measure), (None, 0)) == (figure.value, figure.coverage.units)
        assert all(cell == (None, 0) for cell in kept.values())
        assert list(queries.differing()) == []


def test_totals_equal_the_oracle_whatever_happens() -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Years, settings=hypothesis(max_examples=8, stateful_step_count=10, deadline=None)
    )


EXACT = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)


@given(one=EXACT, other=st.one_of(EXACT, st.integers(-20, 20).map(Decimal)))
@example(one=Decimal("1.0"), other=Decimal("1.00"))
@example(one=Decimal("-0"), other=Decimal("0.0"))
@example(one=Decimal("-12"), other=Decimal("-123"))
@example(one=Decimal("-0.12"), other=Decimal("-0.123"))
def test_what_sorts_values_compares_as_they_do(one: Decimal, other: Decimal) -> None:
    left, right = sorting(one), sorting(other)
    assert left is not None
    assert right is not None
    assert (left < right, left == right) == (one < other, one == other)
