"""A figure of which its sentence says that it met a target: "94.7 %, early fulfilling the task set by …".

The target's value is often not given: what is known is that it was met, when, and which document had set it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from tongket.reading.claims import Claim, FigureClaim, ReferenceClaim
from tongket.reading.detection import detect_language
from tongket.reading.normalise import normalise
from tongket.reading.packs import language_pack
from tongket.reading.segments import segment

Outcome = Literal["met", "met_early"]


@dataclass(frozen=True, slots=True)
class Achievement:
    """What a sentence says a figure achieved; ``[start, end)`` reaches from the figure to the document that set it."""

    start: int
    end: int
    figure: FigureClaim
    outcome: Outcome
    set_by: str
    rule: str


def find_achievements(text: str, claims: Sequence[Claim], *, language: str = "auto") -> list[Achievement]:
    """The achievements of the figures among ``claims``, which must be those of ``text``; at most one each."""
    normalised = normalise(text)
    pack = language_pack(detect_language(normalised.lower) if language == "auto" else language)
    cues = pack.cues("achievement")
    found: list[Achievement] = []
    for sentence in segment(normalised.text, pack).sentences:
        hit = cues.first(normalised.lower, sentence.start, sentence.end)
        if hit is None:
            continue
        opening, closing = normalised.original_span(sentence.start, sentence.end)
        said, end = normalised.original_span(hit.start, hit.end)
        before = [c for c in claims if isinstance(c, FigureClaim) and opening <= c.start and c.end <= said]
        after = [c for c in claims if isinstance(c, ReferenceClaim) and end <= c.start and c.end <= closing]
        if before:
            found.append(
                Achievement(
                    start=before[-1].start,
                    end=after[0].end if after else end,
                    figure=before[-1],
                    outcome=cast(Outcome, hit.value),
                    set_by=after[0].quote if after else "",
                    rule=f"{pack.code}.achievement.{hit.value}",
                )
            )
    return found
