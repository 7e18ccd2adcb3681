"""What is looked for only at the words it may begin with is what a search at every letter finds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading import periods, subjects
from tongket.reading.packs import LanguagePack, known_languages, language_pack
from tongket.reading.phrases import Cues, Union, WordwisePattern

SIGNS = [" ", " ", " ", ",", ". ", "-", "(", ")", "'", "’", "/", "1", "12", "2024", "a", "x"]


def words_of(pack: LanguagePack) -> list[str]:
    """What a pack's phrases consist of, without their notation."""

    def leaves(node: object) -> list[str]:
        if isinstance(node, Mapping):
            return [leaf for pair in node.items() for part in pair for leaf in leaves(part)]
        if isinstance(node, Sequence) and not isinstance(node, str):
            return [leaf for part in node for leaf in leaves(part)]
        return [node] if isinstance(node, str) else []

    cues = [leaf for path in ("comparison", "subjects", "numbers", "periods") for leaf in leaves(pack.get(path, {}))]
    return sorted({word for leaf in cues for word in re.split(r"\{\w+\}|[*~#()|\\?]", leaf) if word})


def texts(language: str) -> st.SearchStrategy[str]:
    pieces = st.sampled_from(words_of(language_pack(language))) | st.sampled_from(SIGNS)
    return st.lists(pieces, max_size=30).map("".join)


@pytest.mark.parametrize("language", known_languages())
@given(st.data())
def test_several_sets_of_cues_are_found_as_each_alone(language: str, data: st.DataObject) -> None:
    pack = language_pack(language)
    lower = data.draw(texts(language))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(lower))] * 2)))
    names = ["comparison.trend", "comparison.basis", "comparison.level", "subjects.neutral", "numbers.modifiers_before"]
    sets = [pack.cues(name) for name in names]

    alone = [(hit.start, hit.end) for cues in sets for hit in cues.all(lower, start, end)]

    assert sorted(Union(sets).places(lower, start, end)) == sorted(alone)
    # What the reader itself blanks out holds more sets than these.
    assert set(alone) <= set(subjects._fillers(pack).places(lower, start, end))


@pytest.mark.parametrize("language", known_languages())
@given(st.data())
def test_dates_are_found_as_by_the_pattern_alone(language: str, data: st.DataObject) -> None:
    lower = data.draw(texts(language))
    pattern = periods._grammar(language_pack(language)).pattern

    found = [match.span() for match in pattern.finditer(lower)]

    opened = pattern._opened
    every = "|".join(alternative for _, alternative in opened._alternatives)
    alone = re.compile(f"{opened._before}(?:{every}){opened._behind}")
    assert found == [match.span() for match in alone.finditer(lower)]


@given(
    st.lists(st.sampled_from(["so v*", "a-b", "(tăng|giảm |)lên", "tăng*", "#x", "c ~ d"]), min_size=1, unique=True),
    st.lists(st.sampled_from(["so", " ", "với", "a", "-", "b", "tăng", "giảm", "lên", "7", "x", "c", "d"])),
)
def test_every_notation_begins_with_the_words_it_says(phrases: list[str], pieces: list[str]) -> None:
    cues, lower = Cues({"m": phrases}), "".join(pieces)

    assert Union([cues]).places(lower, 0, len(lower)) == [(h.start, h.end) for h in cues.all(lower, 0, len(lower))]


def test_a_phrase_that_may_begin_with_no_word_is_searched_for_everywhere() -> None:
    pattern = WordwisePattern([("( |)a", " ?a"), ("b", "b")])

    assert [match.span() for match in pattern.finditer("b a")] == [(0, 1), (1, 3)]
