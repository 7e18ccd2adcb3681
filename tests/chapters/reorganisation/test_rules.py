"""What a decree does, reckoned from the lists before and after it; and where list and decree contradict each other."""

from __future__ import annotations

from tests.chapters.units.test_lineage import edge
from tongket.reorganisation import rules
from tongket.reorganisation.rules import EffectKind as K
from tongket.reorganisation.rules import Listed
from tongket.units.lineage import NOWHERE, UNNAMED, Edge, Kind


def listing(*units: str) -> dict[str, Listed]:
    """From ``code:name:parent``, of which only the code must be there; one below the other is a commune."""
    found = {}
    for text in units:
        code, name, parent = (*text.split(":"), "", "")[:3]
        found[code] = Listed(code, name or code, "commune" if parent else "district", parent or None)
    return found


def effects(before: dict[str, Listed], after: dict[str, Listed], *edges: str) -> list[tuple[str, str, str]]:
    whole = rules.complete(before, after, map(edge, edges))
    return [
        (effect.kind.value, " ".join(effect.origins), " ".join(effect.targets))
        for effect in rules.effects(before, after, whole)
    ]


def test_each_effect_has_its_type() -> None:
    before = listing("P", "Q", "a::P", "b::P", "c::P", "d::P", "e::P", "f::P", "g:old:P", "h::P", "z::P")
    after = listing("P", "Q", "a::P", "m::P", "d1::P", "d2::P", "e::Q", "f2:f:P", "g:new:P", "n::P")

    assert effects(before, after, "b>m", "c>m", "d>d1", "d>d2", "f>f2", "h>") == [
        (K.CREATE, "", "n"),
        (K.RENAME, "g", "g"),
        (K.RECODE, "f", "f2"),
        (K.MOVE, "e", "e"),
        (K.MERGE, "b c", "m"),
        (K.SPLIT, "d", "d1 d2"),
        (K.DISSOLVE, "h", ""),
        (K.DISSOLVE, "z", ""),
    ]


def test_to_follow_ones_parent_under_another_code_is_no_move() -> None:
    assert effects(listing("P", "a::P"), listing("R:P", "a::R"), "P>R") == [(K.RECODE, "P", "R")]


def test_a_unit_may_be_divided_and_a_part_merged() -> None:
    before, after = listing("a", "b"), listing("a", "b")

    assert effects(before, after, "a>a", "a>b", "b>b") == [(K.MERGE, "a b", "b"), (K.SPLIT, "a", "a b")]


def test_what_goes_without_saying_is_added() -> None:
    before, after = listing("stays", "ends"), listing("stays", "begins")

    assert rules.complete(before, after, []) == [
        Edge("stays", "stays"),
        Edge("ends", NOWHERE),
        Edge(UNNAMED, "begins"),
    ]


def test_a_unit_goes_on_only_if_its_parents_do() -> None:
    before = listing("P", "Q", "a::P", "b::Q", "c::Q", "d::Q")
    after = listing("P:renamed", "Q", "a::P", "b::Q", "c::Q")

    assert rules.untouched(before, after, rules.complete(before, after, [edge("d>c")])) == {"Q", "b"}


def faults(before: dict[str, Listed], after: dict[str, Listed], *edges: str) -> list[tuple[str, str]]:
    return [(fault.code, fault.message) for fault in rules.faults(before, after, list(map(edge, edges)))]


def test_every_code_on_which_list_and_decree_contradict_each_other_is_named() -> None:
    before = listing("P", "a::P", "b::P", "c::P")
    after = listing("P", "a::P", "b::P", "x::P", "R")

    assert faults(before, after, "b>a", "c>a", "d>a", "a>y") == [
        ("b", rules.ABOLISHED),
        ("x", rules.UNEXPLAINED),
        ("d", rules.NOT_BEFORE),
        ("y", rules.NOT_AFTER),
    ]


def test_a_list_that_agrees_with_its_decree_has_no_fault() -> None:
    assert faults(listing("P", "a::P", "b::P"), listing("P", "a::P", "R"), "b>a") == []


def test_a_decree_on_units_that_nobody_recorded_is_said_once() -> None:
    assert faults({}, listing("x", "c"), "a>x", "b>x", "c>") == [("c", rules.ABOLISHED), ("a", rules.NOTHING_BEFORE)]


def test_a_unit_below_nothing_is_an_orphan() -> None:
    assert [fault.code for fault in rules.orphans(listing("P", "a::P", "b::Z"), None)] == ["b"]


def test_the_lowest_unit_that_covers_all() -> None:
    units = {u.code: u for u in (Listed("p", "", ""), Listed("d", "", "", "p"), Listed("e", "", "", "p"))}
    units |= {code: Listed(code, "", "", parent) for code, parent in (("a", "d"), ("b", "d"), ("c", "e"))}

    found = [rules.covering(codes, units) for codes in ("a", "ab", "abc", "ad", "ap", "az")]
    assert found == ["a", "d", "p", "d", "p", None]


def test_what_becomes_of_a_series() -> None:
    cases = [
        ((Kind.ONE_TO_ONE, True, "not_additive"), "goes on"),
        ((Kind.ENDED, True, "sum"), "ends"),
        ((Kind.SPLIT, False, "sum"), "nobody states"),
        ((Kind.SPLIT, True, "sum"), "can be recast: amounts"),
        ((Kind.MERGE, True, "last"), "can be recast: amounts"),
        ((Kind.MERGE, True, "not_additive"), "cannot be added"),
        ((Kind.MERGE, True, "weighted_mean"), "only with weights"),
    ]

    for (kind, known, aggregation), said in cases:
        assert said in rules.prospects(kind, known=known, aggregation=aggregation)
