"""Cutting a text for its marks loses nothing, whatever overlaps whatever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.web.highlighting import Piece, Place, paragraphs, pieces
from tongket.web.quoting import InContext, in_context, in_row, shortened

LENGTH = 40
PLACES = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
        lambda pair: Place(pair[0], min(LENGTH, pair[0] + pair[1]))
    ),
    max_size=8,
)


def leaves(cut: tuple[Piece, ...], above: tuple[Place, ...] = ()) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """The innermost stretches, each with the places it is marked as."""
    for piece in cut:
        within = above if piece.place is None else (*above, piece.place)
        if piece.inside:
            yield from leaves(piece.inside, within)
        else:
            yield piece.start, piece.end, within


def every(cut: tuple[Piece, ...]) -> Iterator[Piece]:
    for piece in cut:
        yield piece
        yield from every(piece.inside)


@given(PLACES)
def test_the_pieces_put_together_are_the_text(places: list[Place]) -> None:
    position = 0
    for start, end, _ in leaves(pieces(0, LENGTH, places)):
        assert (start, end > start) == (position, True)
        position = end
    assert position == LENGTH


@given(PLACES)
def test_every_place_is_marked_from_its_first_to_its_last_character(places: list[Place]) -> None:
    found = list(leaves(pieces(0, LENGTH, places)))

    for place in places:
        marked = {at for start, end, within in found if place in within for at in range(start, end)}
        assert marked == set(range(place.start, place.end))


@given(PLACES)
def test_every_place_has_one_anchor(places: list[Place]) -> None:
    anchored = [piece.place for piece in every(pieces(0, LENGTH, places)) if piece.first]

    assert sorted(anchored) == sorted(set(places))


@given(PLACES)
def test_what_is_inside_lies_inside(places: list[Place]) -> None:
    for piece in every(pieces(0, LENGTH, places)):
        assert all(piece.start <= inner.start < inner.end <= piece.end for inner in piece.inside)


@given(PLACES, st.integers(1, LENGTH - 1))
def test_a_place_that_crosses_a_paragraph_goes_on_in_the_next(places: list[Place], border: int) -> None:
    found = [*leaves(pieces(0, border, places)), *leaves(pieces(border, LENGTH, places))]

    for place in places:
        marked = {at for start, end, within in found if place in within for at in range(start, end)}
        assert marked == set(range(place.start, place.end))


@given(st.text(alphabet="a \n\r\t\u2028Đя", max_size=60))
def test_paragraphs_leave_out_blanks_only(text: str) -> None:
    spans = paragraphs(text)
    rest = list(text)
    for start, end in reversed(spans):
        del rest[start:end]

    assert "".join(rest).strip() == ""
    assert all(text[start:end].strip() for start, end in spans)


@given(st.text(alphabet="aB. \n!Я", min_size=1, max_size=60), st.data())
def test_a_quote_in_its_sentence_is_the_text_around_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    found = in_context(text, start, end)

    assert found.quote == text[start:end]
    assert found.before + found.quote + found.after in text


def test_the_sentence_ends_where_the_next_begins() -> None:
    text = "Рост был высоким. ВРП достиг 207 трлн донгов (12-е место). Доходы выросли."
    start = text.index("207")

    found = in_context(text, start, start + len("207 трлн донгов"))

    assert found.before + found.quote + found.after == "ВРП достиг 207 трлн донгов (12-е место)."


def test_a_cell_is_quoted_with_its_row() -> None:
    text = 'what,value,unit,page,note\nGrowth,16,%,https://example.org/1,"so, yes"\n'

    found = in_row(text, text.index("16"), text.index("16") + 2)

    assert (found.before, found.quote, found.after) == ("Growth · ", "16", " · % · so, yes")


@given(st.text(), st.text(min_size=1), st.text(), st.integers(1, 40))
def test_a_shortened_sentence_keeps_its_quote(before: str, quote: str, after: str, around: int) -> None:
    short = shortened(InContext(before, quote, after), around)

    assert short.quote == quote
    assert before.endswith(short.before.removeprefix("…")) or short.before == before
    assert after.startswith(short.after.removesuffix("…")) or short.after == after
    assert max(len(short.before), len(short.after)) <= around + 1


@pytest.mark.parametrize(
    ("before", "after", "short"),
    [
        ("In all, ", " more.", ("In all, ", " more.")),
        ("one two three four ", " five six seven", ("…four ", " five six…")),
        ("onetwothreefour", "fivesixseven", ("…wothreefour", "fivesixseve…")),
    ],
)
def test_a_sentence_is_cut_between_words(before: str, after: str, short: tuple[str, str]) -> None:
    cut = shortened(InContext(before, "7", after), around=11)

    assert (cut.before, cut.after) == short
