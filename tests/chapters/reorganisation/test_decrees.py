"""Lists and decrees applied to recorded units: lives end and begin, and what became of which stays known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import pytest

from tests.chapters.reorganisation.test_rules import listing
from tests.chapters.units.test_lineage import edge
from tests.factories.records import AT, OPERATOR, PUBLIC, count_rows, unit
from tongket.access.policy import Refused
from tongket.base.errors import Conflict
from tongket.base.models import AuditEvent
from tongket.reorganisation import queries, rules
from tongket.reorganisation.actions import adopt, reorganise
from tongket.reorganisation.rules import Listed
from tongket.units import queries as units
from tongket.units.models import BEFORE_RECORDS, Reorganisation, Unit

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2025, 1, 1), date(2025, 7, 1)
EVE = date(2024, 12, 31)


def take_in(*listed: str, day: date = EVE) -> list[Unit]:
    return adopt(by=OPERATOR, at=AT, day=day, listing=listing(*listed), root=None)


def decree(day: date, after: Iterable[str], *edges: str) -> Reorganisation:
    change = queries.change(day=day, after=listing(*after), edges=list(map(edge, edges)), root=None)
    return reorganise(by=OPERATOR, at=AT, number=f"{day.year}/{day.month}", change=change)


def lives() -> set[tuple[str, str, date, date | None]]:
    return {
        (u.code, u.parent.code if u.parent else "", u.valid_from, u.valid_to)
        for u in Unit.objects.select_related("parent")
    }


def test_a_list_is_taken_in_below_its_parents_and_twice_is_once() -> None:
    assert len(take_in("a::P", "P")) == 2
    assert take_in("a::P", "P") == []

    assert lives() == {("P", "", BEFORE_RECORDS, None), ("a", "P", BEFORE_RECORDS, None)}


def test_a_list_that_puts_a_unit_elsewhere_is_refused() -> None:
    take_in("P", "Q", "a::P")

    with pytest.raises(Conflict, match="The list has a a below Q; it is recorded here below another unit"):
        take_in("P", "Q", "a::Q")


def test_a_list_of_an_earlier_day_leaves_the_lives_after_it_as_they_are() -> None:
    unit("P", level="district")
    later = unit("a", parent=unit("Q", valid_from=FIRST, level="district"), valid_from=FIRST, level="commune")

    take_in("P", "Q", "a::Q", "b::Q")

    assert lives() == {
        ("P", "", BEFORE_RECORDS, None),
        ("Q", "", BEFORE_RECORDS, FIRST),
        ("Q", "", FIRST, None),
        ("a", "Q", BEFORE_RECORDS, FIRST),
        ("a", "Q", FIRST, later.valid_to),
        ("b", "Q", BEFORE_RECORDS, None),
    }


def test_a_unit_of_a_list_began_no_earlier_than_the_one_above_it() -> None:
    unit("Q", valid_from=FIRST, level="district")

    take_in("Q", "a::Q", day=SECOND)

    assert ("a", "Q", FIRST, None) in lives()


def test_a_decree_ends_lives_and_begins_others() -> None:
    take_in("P", "Q", "a::P", "b::P", "c::P", "d::P", "e::P")

    decree(FIRST, ["P", "Q", "c::P", "d::Q", "m::P", "e::P"], "a>m", "b>m")

    assert lives() == {
        ("P", "", BEFORE_RECORDS, None),
        ("Q", "", BEFORE_RECORDS, None),
        ("a", "P", BEFORE_RECORDS, FIRST),
        ("b", "P", BEFORE_RECORDS, FIRST),
        ("c", "P", BEFORE_RECORDS, None),
        ("d", "P", BEFORE_RECORDS, FIRST),
        ("d", "Q", FIRST, None),
        ("m", "P", FIRST, None),
        ("e", "P", BEFORE_RECORDS, None),
    }
    event = AuditEvent.objects.get(verb="reorganise")
    assert event.details == {"day": "2025-01-01", "move": 1, "merge": 1}


def test_lineage_between_any_two_days_goes_through_every_decree_between() -> None:
    take_in("a", "b", "c")
    decree(FIRST, ["m", "c1", "c2"], "a>m", "b>m", "c>c1:0.25", "c>c2:0.75")
    decree(SECOND, ["x", "y"], "m>x", "c1>x", "c2>y")

    whole = units.lineage(EVE, SECOND)
    assert {code: dict(whole.fate(code).known) for code in "abc"} == {
        "a": {"x": 1},
        "b": {"x": 1},
        "c": {"x": Fraction(1, 4), "y": Fraction(3, 4)},
    }
    assert units.lineage(EVE, FIRST).fate("a").known == {"m": 1}
    assert units.lineage(FIRST, SECOND).fate("m").known == {"x": 1}
    assert units.lineage(FIRST, SECOND).fate("a").known == {"a": 1}
    assert units.lineage(SECOND, date(2026, 1, 1)).fates == {}


def test_a_code_may_be_given_again_by_decree() -> None:
    take_in("a:old", "b")

    decree(FIRST, ["a:new", "b"], "a>b", "b>a")

    assert units.lineage(EVE, FIRST).fate("a").known == {"b": 1}
    assert [units.get("a", day=day).names["vi"] for day in (EVE, FIRST)] == ["old", "new"]


def test_a_unit_recorded_under_a_code_of_our_own_is_recognised() -> None:
    old = unit("24", level="district", valid_to=SECOND, names=dict.fromkeys(("en", "vi", "ru"), "Old"))
    new = unit("24-2025", level="district", valid_from=SECOND, names=dict.fromkeys(("en", "vi", "ru"), "New"))

    decree(SECOND, ["24:New", "a::24"], "24>24")

    assert {(u.code, u.parent) for u in Unit.objects.all()} == {("24", None), ("24-2025", None), ("a", new)}
    assert units.lineage(EVE, SECOND).fate(old.code).known == {"24-2025": 1}


def test_what_contradicts_changes_nothing() -> None:
    take_in("a", "b")
    rows, before = count_rows(), lives()

    change = queries.change(day=FIRST, after=listing("a", "b"), edges=[edge("a>b"), edge("b>b")], root=None)
    assert [(fault.code, fault.message) for fault in change.faults] == [("a", rules.ABOLISHED)]
    with pytest.raises(Conflict, match="a: in force in the list, abolished by the decree"):
        reorganise(by=OPERATOR, at=AT, number="1", change=change)

    assert (count_rows(), lives()) == (rows, before)


def test_a_decree_stated_again_returns_it_and_with_other_effects_is_refused() -> None:
    take_in("a", "b", "c")
    first = decree(FIRST, ["b", "c"], "a>b", "b>b")
    rows = count_rows()

    assert decree(FIRST, ["b", "c"], "a>b", "b>b") == first
    assert count_rows() == rows
    with pytest.raises(Conflict, match="The decree 2025/1 of 2025-01-01 is recorded already, with other effects"):
        decree(FIRST, ["b", "c"], "a>c", "b>b")


def test_a_later_list_does_not_bring_back_what_a_decree_abolished() -> None:
    take_in("P", "a::P", "b::P")
    decree(FIRST, ["P", "b::P"], "a>b", "b>b")
    unit("c", valid_to=FIRST)
    later = listing("P", "a::P", "b::P", "z::P", "c")

    found = {fault.code: fault for fault in queries.revived(later, day=SECOND, root=None)}

    assert {code: fault.message for code, fault in found.items()} == {
        "a": rules.ABOLISHED_BEFORE,
        "c": rules.ENDED_BEFORE,
        "z": rules.MADE_BY_NONE,
    }
    assert found["a"].values == {"code": "a", "day": "2025-01-01", "number": "2025/1"}
    with pytest.raises(Conflict):
        adopt(by=OPERATOR, at=AT, day=SECOND, listing=later, root=None)


# The list taken in before, of its day; the list that follows; what is doubtful, and what speaks against it.
LISTS = [
    ((SECOND, ["P", "a::P"]), (EVE, ["P", "a::P", "b::P"]), {"b": rules.GONE_LATER}, {}),
    ((SECOND, ["P", "a::P", "b::P"]), (EVE, ["P", "a::P"]), {"b": rules.MISSING}, {}),
    ((EVE, ["P", "a::P"]), (SECOND, ["P", "a::P", "b::P"]), {}, {"b": rules.NOT_YET}),
    ((EVE, ["P", "a::P", "b::P"]), (SECOND, ["P", "a::P"]), {"b": rules.MISSING}, {}),
    # A list without a level, or without what is below a unit, says nothing of it.
    ((EVE, ["P", "Q"]), (SECOND, ["P", "Q", "a::P"]), {}, {}),
    ((EVE, ["P", "Q", "a::P"]), (SECOND, ["P", "Q", "a::P", "b::Q"]), {}, {}),
    ((EVE, ["P", "Q", "a::P"]), (SECOND, ["P", "Q"]), {}, {}),
    # The list of one day may be stated again, whole.
    ((EVE, ["P", "a::P"]), (EVE, ["P", "a::P", "b::P"]), {}, {}),
]


@pytest.mark.parametrize(("before", "then", "doubts", "faults"), LISTS)
def test_lists_of_two_days_with_no_decree_between_them(
    before: tuple[date, list[str]], then: tuple[date, list[str]], doubts: dict[str, str], faults: dict[str, str]
) -> None:
    take_in(*before[1], day=before[0])
    rows, held = count_rows(), lives()
    day, stated = then

    found = queries.adoption(listing(*stated), day=day, root=None)

    assert {fault.code: fault.message for fault in found.doubts} == doubts
    assert {fault.code: fault.message for fault in found.faults} == faults
    if faults:
        with pytest.raises(Conflict, match="b: in force in the list, but not in that of 2024-12-31"):
            take_in(*stated, day=day)
        assert (count_rows(), lives()) == (rows, held)
    else:
        take_in(*stated, day=day)
        assert {u.code for u in units.below(None, day=day)} >= {code[0] for code in stated}
        assert {u.code for u in units.below(None, day=before[0])} >= {code[0] for code in before[1]}


def test_what_a_later_list_lacks_has_ended_by_then_and_by_its_decree_once_that_is_taken_in() -> None:
    take_in("P", "a::P", day=SECOND)
    take_in("P", "a::P", "b::P", day=EVE)
    assert [u.code for u in units.below(None, day=SECOND)] == ["P", "a"]
    assert [u.code for u in units.below(None, day=date(2025, 6, 30))] == ["P", "a", "b"]

    decree(FIRST, ["P", "a::P"], "a>a", "b>a")

    assert [u.code for u in units.below(None, day=FIRST)] == ["P", "a"]
    assert units.lineage(EVE, SECOND).fate("b").known == {"a": 1}


def test_a_decree_between_two_lists_explains_what_differs() -> None:
    take_in("P", "a::P", "b::P")
    decree(FIRST, ["P", "a::P", "c::P"], "a>a", "b>c")

    found = queries.adoption(listing("P", "a::P", "c::P"), day=SECOND, root=None)

    assert (found.faults, found.doubts) == ((), ())
    assert take_in("P", "a::P", "c::P", day=SECOND) == []


def test_a_list_may_be_of_a_part_of_the_country() -> None:
    country = unit("VN", level="country")
    north, south = (unit(code, parent=country) for code in ("N", "S"))
    whole = {code: Listed(code, code, "commune", parent) for code, parent in (("a", "N"), ("b", "N"), ("s", "S"))}
    adopt(by=OPERATOR, at=AT, day=EVE, listing=whole, root=country)

    after = queries.inside({"N": Listed("N", "N", "province", "VN"), "b": whole["b"]}, north)
    change = queries.change(day=FIRST, after=after, edges=[edge("a>b"), edge("b>b")], root=north)
    reorganise(by=OPERATOR, at=AT, number="1", change=change)

    assert [u.code for u in units.below(country, day=FIRST)] == ["N", "S", "b", "s"]
    assert [u.code for u in units.below(south, day=FIRST)] == ["s"]
    assert units.country(FIRST) == country


def test_hierarchies_change_without_one_another() -> None:
    take_in("a", "b")
    committees = listing("a", "b")
    adopt(by=OPERATOR, at=AT, day=EVE, listing=committees, root=None, hierarchy="party")

    change = queries.change(day=FIRST, after=listing("b"), edges=[edge("a>b")], root=None, hierarchy="party")
    reorganise(by=OPERATOR, at=AT, number="1", change=change)

    assert [u.code for u in units.below(None, day=FIRST)] == ["a", "b"]
    assert [u.code for u in units.below(None, day=FIRST, hierarchy="party")] == ["b"]
    assert units.lineage(EVE, FIRST).fates == {}
    assert units.lineage(EVE, FIRST, hierarchy="party").fate("a").known == {"b": 1}


def test_the_public_may_not_change_units() -> None:
    with pytest.raises(Refused):
        adopt(by=PUBLIC, at=AT, day=EVE, listing=listing("a"), root=None)
    change = queries.change(day=FIRST, after=listing("a"), edges=[], root=None)
    with pytest.raises(Refused):
        reorganise(by=PUBLIC, at=AT, number="1", change=change)
