"""Under which phrases texts of a language speak of the indicators of a catalogue, indexed by the first word.

``of`` is the one place that says which phrases the linker knows. Words are compared without their inflection: the
language pack lists the endings (``subjects.endings``); Vietnamese has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.reading.packs import LanguagePack, language_pack
from tongket.reading.subjects import WORD

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
# “new-enterprises > registered capital” means its indicator where the text has just spoken of new enterprises.
_BESIDE = re.compile(r"([a-z0-9-]+) > (.+)")

_SHORTEST_INFLECTED = 5
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Synonym:
    """A phrase as the catalogue has it, its words as they are compared, and the indicator that it means.

    ``beside`` is the code of another indicator: only where a text has just spoken of that one, the phrase means this.
    """

    phrase: str
    words: tuple[str, ...]
    indicator: IndicatorDefinition
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """What phrases mean, by their words, and how long those are that begin with a word, the longest first."""

    meanings: Mapping[tuple[str, ...], tuple[Synonym, ...]]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, words: tuple[str, ...], place: int) -> Iterator[tuple[Synonym, ...]]:
        """What the words from ``place`` on mean, by the longest phrase first."""
        for length in self.lengths.get(words[place], ()):
            meant = self.meanings.get(words[place : place + length])
            if meant and place + length <= len(words):
                yield meant


def of(catalogue: Catalogue, language: str) -> Iterable[tuple[str, IndicatorDefinition]]:
    """Every phrase of a language with the indicator that it means: its synonyms, and its name."""
    for indicator in catalogue.indicators:
        name = indicator.names.get(language)
        for phrase in dict.fromkeys((*indicator.synonyms.get(language, ()), *([name] if name else []))):
            for variant in variants(phrase):
                yield variant, indicator


def variants(phrase: str) -> list[str]:
    """The wordings that a phrase with choices stands for: “(total |)output” for “total output” and “output”."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return [" ".join("".join(chosen).split()) for chosen in product(*choices)]


@lru_cache(maxsize=64)
def index(catalogue: Catalogue, language: str) -> Index:
    """The phrases of a catalogue in a language, as the linker looks for them."""
    pack = language_pack(language)
    found: dict[tuple[str, ...], dict[tuple[str, str], Synonym]] = {}
    lengths: dict[str, set[int]] = {}
    for written, indicator in of(catalogue, language):
        condition = _BESIDE.fullmatch(written)
        beside, phrase = condition.groups() if condition else ("", written)
        words = tuple(stem(word, pack) for word in WORD.findall(fold(phrase.lower())))
        if words:
            own = found.setdefault(words, {})
            own.setdefault((indicator.code, beside), Synonym(phrase, words, indicator, beside))
            lengths.setdefault(words[0], set()).add(len(words))
    return Index(
        {words: tuple(own.values()) for words, own in found.items()},
        {first: tuple(sorted(own, reverse=True)) for first, own in lengths.items()},
    )


def fold(lower: str) -> str:
    """Letters that are written either way, made one."""
    return lower.replace("ё", "е")


def stem(word: str, pack: LanguagePack) -> str:
    """A word without the ending that inflection gave it."""
    return _stem(word, pack.code) if _endings(pack.code) else word


def stems(words: Iterable[str], pack: LanguagePack) -> tuple[str, ...]:
    """Words without their endings; in a language that has none, as they are."""
    return tuple(_stem(word, pack.code) for word in words) if _endings(pack.code) else tuple(words)


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    if len(word) >= _SHORTEST_INFLECTED:
        for ending in _endings(language):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                return word[: -len(ending)]
    return word


@lru_cache(maxsize=16)
def _endings(language: str) -> tuple[str, ...]:
    endings: list[str] = language_pack(language).get("subjects.endings", [])
    return tuple(sorted(map(fold, endings), key=lambda ending: (-len(ending), ending)))
