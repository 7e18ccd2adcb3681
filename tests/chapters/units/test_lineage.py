"""What became of units: shares, unknown shares, several steps."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tongket.units.lineage import NOWHERE, Edge, Fate, Kind, Lineage, chain, weigh


def lineage(*edges: str) -> Lineage:
    """From ``A>B`` (no share) and ``A>B:0.5``."""
    return weigh(edge(text) for text in edges)[0]


def edge(text: str) -> Edge:
    origin, _, rest = text.partition(">")
    target, _, share = rest.partition(":")
    return Edge(origin, target, Decimal(share) if share else None)


HALF = Fraction(1, 2)


def test_a_unit_that_is_not_named_stays() -> None:
    assert lineage("A>B").fate("C") == Fate({"C": Fraction(1)})


def test_shares_are_normalised_and_what_was_printed_is_reported() -> None:
    found, sums = weigh(map(edge, ["A>B:0.3", "A>C:0.6", "D>E:0.25", "D>F:0.75"]))

    assert found.fate("A").known == {"B": Fraction(1, 3), "C": Fraction(2, 3)}
    assert sums == {"A": Fraction(9, 10)}


def test_a_single_target_got_the_whole_whatever_is_printed() -> None:
    found, sums = weigh(map(edge, ["A>B", "C>D:0.9"]))

    assert found.fate("A").known == {"B": 1}
    assert (found.fate("C").known, sums) == ({"D": 1}, {"C": Fraction(9, 10)})


def test_a_share_that_is_missing_contradicted_or_all_zero_is_unknown() -> None:
    for edges in (["A>B", "A>C"], ["A>B:0.6", "A>C"], ["A>B:0.6", "A>B:0.4", "A>C:0.4"], ["A>B:0", "A>C:0"]):
        fate = lineage(*edges).fate("A")

        assert (fate.share("B"), fate.share("C"), fate.share("D")) == (None, None, 0)


def test_the_same_row_twice_counts_once() -> None:
    assert lineage("A>B:0.5", "A>B:0.5", "A>C:0.5").fate("A").known == {"B": HALF, "C": HALF}


def test_steps_multiply_their_shares() -> None:
    both = lineage("A>B:0.5", "A>C:0.5").then(lineage("B>D:0.5", "B>E:0.5", "C>D"))

    assert both.fate("A").known == {"D": Fraction(3, 4), "E": Fraction(1, 4)}


def test_what_was_divided_by_unknown_shares_is_whole_again_where_all_of_it_came_together() -> None:
    divided = lineage("A>B", "A>C")

    assert divided.then(lineage("B>D", "C>D")).fate("A").known == {"D": 1}
    assert divided.then(lineage("B>D")).fate("A").share("D") is None
    assert divided.then(lineage("B>D:0.5", "B>E:0.5", "C>D:0.5", "C>F:0.5")).fate("A").share("E") is None


def test_a_later_step_is_taken_from_the_end_so_that_an_unknown_share_is_lifted() -> None:
    steps = [lineage("A>B:0.5", "A>C:0.5"), lineage("B>P", "B>Q", "C>R"), lineage("P>X", "Q>X")]

    assert chain(steps).fate("A").known == {"X": HALF, "R": HALF}


def test_two_units_that_change_names_are_no_circle() -> None:
    swap = lineage("A>B", "B>A")

    assert swap.fate("A").known == {"B": 1}
    assert swap.then(swap).fate("A").known == {"A": 1}


def test_a_unit_that_an_earlier_step_made_is_no_gap_where_it_has_no_figure() -> None:
    both = lineage("A>B").then(lineage("B>C"))

    assert both.origins(["A"]) == {"C": ["A"]}
    assert both.origins(["A", "B"]) == {"C": ["A", "B"]}


def test_kinds() -> None:
    found = lineage("A>B", "C>D", "E>D", "F>G", "F>H", "I>", "J>K")

    assert dict(found.kinds(["K", "L"])) == {
        "A": Kind.ONE_TO_ONE,
        "C": Kind.MERGE,
        "E": Kind.MERGE,
        "F": Kind.SPLIT,
        "I": Kind.ENDED,
        "J": Kind.MERGE,  # K is there, and takes it in
        "K": Kind.MERGE,
        "L": Kind.ONE_TO_ONE,
    }
    assert found.fate("I").targets == {NOWHERE}
