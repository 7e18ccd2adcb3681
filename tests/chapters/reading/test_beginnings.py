"""Cues are looked for where one may begin only: what is found is the same as by a search of every place."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tongket.packs.loading import general_catalogue
from tongket.reading.beginnings import Starts
from tongket.reading.packs import known_languages, language_pack
from tongket.reading.phrases import Cues, Union
from tongket.reading.pipeline import read_text

PHRASES = {
    "words": ["up", "up to", "in* year*", "total (revenue|output |)", "(as (of|at)|by) the end"],
    "signs": ["-year*", "№", "/", "— of"],
    "digits": ["# th", "1st half", "(q|quarter )#"],
    "any": ["~ plan", "*able"],
}
WORDS = ("up", "upper", "up5", "in", "increase", "years", "total", "revenue", "as of", "by", "the end", "-years", "№5")
TEXT = " ".join(
    f"{a}{mark}{b}" for (a, b), mark in zip(product(WORDS, WORDS), (" ", ", ", "\n", "/", " — of ") * 40, strict=False)
)
LONG = f"{TEXT} 7 th q4 quarter 3 a good plan {'x' * 9_000} payable {TEXT}"


def by_search(cues: Cues, lower: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Every cue by the pattern alone."""
    return [
        (cues._values[m.lastindex - 1], m.start(), m.end(m.lastindex))
        for m in cues._anywhere.finditer(lower, start, end)
        if m.lastindex
    ]


@pytest.mark.parametrize("name", [*PHRASES, "all"])
def test_every_cue_of_every_part_of_a_text_is_found(name: str) -> None:
    cues = Cues(PHRASES if name == "all" else {name: PHRASES[name]})
    ending, here = re.compile(cues._ending.pattern), re.compile(cues._pattern.removeprefix(r"(?<!\w)"))

    # Parts begin and end at every place, between words and in words, within one stretch or several.
    places = [*range(0, 130), *range(8_100, 8_260, 3), *range(len(LONG) - 90, len(LONG) + 1)]
    for start, length in product(places, (0, 1, 5, 17, 40, 300, 3_000)):
        end = min(start + length, len(LONG))
        expected = by_search(cues, LONG, start, end)
        assert [tuple(hit) for hit in cues.all(LONG, start, end)] == expected
        assert cues.first(LONG, start, end) == (expected[0] if expected else None)
        assert cues.last(LONG, start, end) == (expected[-1] if expected else None)
        assert (cues.ending(LONG, start, end) is None) == (ending.search(LONG, start, end) is None)
        assert (cues.at(LONG, start, end) is None) == (here.match(LONG, start, end) is None)
    assert cues.all(LONG, 0, len(LONG))


@pytest.mark.parametrize("language", known_languages())
def test_sets_taken_together_find_what_each_finds_alone(language: str) -> None:
    pack = language_pack(language)
    sets = [
        pack.cues(name) for name in ("comparison.trend", "comparison.basis", "comparison.level", "subjects.neutral")
    ]
    words = [re.sub(r"[*~(|#].*", "", phrase).strip() for cues in sets for phrase in _phrases(cues)]
    text = " ".join(word for word in words if word) * 3
    union = Union(sets)

    found = 0
    for start in range(0, 2_000, 7):
        for end in (start + 20, start + 90, len(text)):
            expected = sorted((s, e) for cues in sets for _, s, e in by_search(cues, text, start, end))
            assert sorted(union.places(text, start, end)) == expected
            found += len(expected)
    assert found


def _phrases(cues: Cues) -> list[str]:
    return sorted(cues._at.beginnings._words | cues._at.beginnings._stems)


def test_another_text_is_searched_anew() -> None:
    cues = Cues({"growth": ["rose"]})
    first, second, third = (f"{'x ' * n}rose {'y ' * 600}" for n in (300, 400, 500))

    assert [cues.first(text, 0, len(text)).start for text in (first, second, third, first)] == [600, 800, 1000, 600]  # type: ignore[union-attr]


@pytest.mark.parametrize("language", known_languages())
def test_what_is_searched_for_begins_with_a_word_or_a_sign(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phrase that may begin anywhere, as «(this|) ~company» does, is tried at every sign of a text."""
    searched: list[Starts] = []
    places = Starts.places
    monkeypatch.setattr(Starts, "places", lambda starts, text: searched.append(starts) or places(starts, text))
    for file in Path(__file__).with_name("own").glob(f"*_{language}.txt"):
        read_text(file.read_text(encoding="utf-8"), language=language, catalogue=general_catalogue())

    assert searched
    assert not [starts._pattern for starts in searched if starts._beginnings._anything]
