"""The ways of the figures of a scorecard, each from the sentence that says it to the editions that print it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tongket.ledger.models import Observation
from tongket.publication import queries as editions
from tongket.publication import wording
from tongket.publication.queries import Printing
from tongket.reading import queries as claims
from tongket.reading.models import Claim
from tongket.review.queries import Scorecard


@dataclass(frozen=True)
class Way:
    """One figure's way. ``claim`` is None for an entry that was not read from a text."""

    observation: Observation
    claim: Claim | None
    printed: list[Printing]


def of_figures(score: Scorecard) -> list[Way]:
    """The way of each value of the year; of an indicator without one, those of its ranks, else its comparisons."""
    values = [value.first for value in score.values]
    chosen: Iterable[Observation] = values or score.ranks or (*score.against_plan, *score.changes)
    found = list(chosen)
    printed = editions.printing([o.seq for o in found], language=wording.language())
    return [Way(o, claims.behind(o), printed.get(o.seq, [])) for o in found]
