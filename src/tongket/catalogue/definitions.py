"""Indicator definitions as plain values: no database, so that reading and roll-up can use them anywhere.

The words follow SDMX (concept, unit of measure) and DHIS2 (aggregation type).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal

Aggregation = Literal["sum", "last", "min", "max", "weighted_mean", "ratio_of_sums", "share", "index", "not_additive"]
Direction = Literal["more", "less", "neither"]
Names = Mapping[str, str]

MONEY = "money"
"""The unit of measure of an amount in whatever currency a report is in."""

NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
NO_NAMES: Names = MappingProxyType({})


@dataclass(frozen=True)
class IndicatorDefinition:
    """One dated version of what an indicator means; it holds in ``[valid_from, valid_to)``.

    ``unit_of_measure`` is a canonical unit ("VND", "USD", "%", "persons", "communes").
    ``direction`` says which way is better. ``is_growth`` marks an indicator that measures yearly growth: a
    printed growth of 13.85 % is then a value of it and not a comparison. ``growth_of`` names the indicator whose
    growth it is, where the catalogue has that one too. ``synonyms`` are phrases, by language, under which texts
    speak of it; ``(a|b|)`` in a phrase stands for one of several wordings, the last of them here for none.
    ``also_in`` are further units in which texts count it. An indicator of the general catalogue may be in MONEY.

    What it is rolled up with are codes of indicators that are added up: ``weight`` weighs a mean or an index, ``part``
    over ``whole``, times ``factor`` (100 for per cent), makes a ratio or a share. Without them the figures of a unit
    are what is stated for it. Quotients are rounded to ``decimals``.
    """

    code: str
    names: Names
    unit_of_measure: str
    aggregation: Aggregation
    direction: Direction
    theme: str
    valid_from: date
    valid_to: date | None = None
    is_growth: bool = False
    growth_of: str | None = None
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    definition: Names = field(default_factory=lambda: NO_NAMES)
    also_in: tuple[str, ...] = ()
    weight: str = ""
    part: str = ""
    whole: str = ""
    factor: int = 1
    decimals: int = 2

    @property
    def measures_growth(self) -> bool:
        """Whether a printed growth is a value of this indicator."""
        return self.is_growth or self.growth_of is not None

    def holds_on(self, day: date) -> bool:
        """Whether this version is the one in force on ``day``."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class FormulaDefinition:
    """One dated version of a formula, in force in ``[valid_from, valid_to)``.

    ``code`` is that of the indicator it computes, or of a check, which has ``names`` of its own. ``document`` is the
    slug of the text that says so, if one does.
    """

    code: str
    text: str
    valid_from: date
    valid_to: date | None = None
    names: Names = field(default_factory=lambda: NO_NAMES)
    document: str = ""


@dataclass(frozen=True)
class Catalogue:
    """A closed list of indicators that texts and tables can be linked to."""

    indicators: Sequence[IndicatorDefinition] = ()

    def __hash__(self) -> int:
        """By the codes alone, so that what is made from a catalogue can be kept beside it."""
        return hash(tuple(indicator.code for indicator in self.indicators))

    def on(self, day: date) -> Catalogue:
        """The catalogue as it stood on ``day``: at most one version of each indicator."""
        return Catalogue(tuple(i for i in self.indicators if i.holds_on(day)))

    def with_synonyms(self, learned: Mapping[str, Mapping[str, Sequence[str]]]) -> Catalogue:
        """The same with more phrases, by the code of the indicator and by language."""
        return Catalogue(tuple(_also_called(i, learned[i.code]) if i.code in learned else i for i in self.indicators))

    def naming(self, phrase: str, language: str) -> str | None:
        """The code of an indicator that a phrase names already, or one of them; None when none is called so."""
        meant = _folded(phrase)
        for indicator in self.indicators:
            name = indicator.names.get(language)
            if meant in map(_folded, (*indicator.synonyms.get(language, ()), *([name] if name else []))):
                return indicator.code
        return None


def _also_called(indicator: IndicatorDefinition, more: Mapping[str, Sequence[str]]) -> IndicatorDefinition:
    synonyms = dict(indicator.synonyms)
    for language, phrases in more.items():
        synonyms[language] = (*synonyms.get(language, ()), *phrases)
    return replace(indicator, synonyms=synonyms)


def _folded(phrase: str) -> str:
    """A phrase as it is compared: without capitals, and with single blanks."""
    return " ".join(phrase.casefold().split())
