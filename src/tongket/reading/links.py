"""A link to the catalogue with its reason, or an abstention with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.catalogue.definitions import IndicatorDefinition
from tongket.reading.synonyms import Synonym

_UNIT = 2
"""What a unit that few indicators are measured in weighs, in words of a phrase; a percentage says nothing."""

Candidate = tuple[IndicatorDefinition, Synonym]
Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class Match:
    """A place where phrases of the catalogue stand, and the longest of them, all of the same words."""

    start: int
    end: int
    longest: tuple[Synonym, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The indicator that a figure means, or None, and why.

    ``why`` is ``phrase``, or ``same`` where the figure takes the link of the one before it; without a link
    ``ambiguous``, ``unit`` (a phrase stands there, but no such figure is a value of it), ``part`` (of what was linked
    before) or ``none``.
    ``phrase`` is the name or synonym as the catalogue has it, ``[start, end)`` the words that it matched.
    ``score`` counts these words, and a unit that is evidence as two more. ``rival`` is the indicator that is
    next, ``margin`` what it lacks; there is no margin without a rival. A margin of nothing is an abstention.
    """

    indicator: IndicatorDefinition | None = None
    why: str = "none"
    phrase: str | None = None
    start: int = 0
    end: int = 0
    unit: bool = False
    score: int = 0
    rival: IndicatorDefinition | None = None
    margin: int | None = None
    between: tuple[str, ...] = ()

    def inherited(self) -> Link:
        """The same link, for a figure without words of its own."""
        return replace(self, why="same")

    def as_part(self) -> Link:
        """No link: the figure is only a part of what the indicator means."""
        code = (self.indicator.code,) if self.indicator else ()
        return Link(why="part", phrase=self.phrase, start=self.start, end=self.end, unit=self.unit, between=code)

    def as_record(self, words: str) -> Record | None:
        """What a claim keeps of it; ``words`` are the text's. None where nothing of the catalogue stood."""
        if self.why == "none":
            return None
        return {
            "why": self.why,
            "phrase": self.phrase,
            "words": words,
            "unit": self.unit,
            "score": self.score,
            "next": self.rival.code if self.rival else None,
            "margin": self.margin,
            "between": list(self.between),
        }


NO_LINK = Link()


def weighed(
    match: Match,
    fitting: Sequence[Candidate],
    shorter: Sequence[Candidate],
    in_its_unit: bool,
) -> Link:
    """The link of a match: ``fitting`` are its longest phrases that fit the figure, ``shorter`` those within them.

    ``in_its_unit`` says that the unit of the figure is evidence.
    """
    place = {"phrase": match.longest[0].phrase, "start": match.start, "end": match.end, "unit": in_its_unit}
    score = len(match.longest[0].words) + (_UNIT if in_its_unit else 0)
    codes = tuple(dict.fromkeys(indicator.code for indicator, _ in fitting))
    if not codes:
        meant = tuple(dict.fromkeys(synonym.indicator.code for synonym in match.longest))
        return Link(why="unit", between=meant, **place)  # type: ignore[arg-type]
    if len(codes) > 1:
        return Link(why="ambiguous", score=score, margin=0, between=codes, **place)  # type: ignore[arg-type]
    indicator, synonym = fitting[0]
    others = [(len(s.words), i) for i, s in shorter if i.code != indicator.code]
    rival = max(others, key=lambda other: other[0], default=None)
    return Link(
        indicator,
        "phrase",
        synonym.phrase,
        match.start,
        match.end,
        in_its_unit,
        score,
        rival[1] if rival else None,
        len(synonym.words) - rival[0] if rival else None,
    )
