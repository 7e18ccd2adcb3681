"""How far a figure that was read may be relied on, as a grade whose precision was measured. Pure.

A grade is no probability: it says which evidence the text gives, and ``MEASURED`` how often figures with that evidence,
linked to an indicator, were read wholly right: value, unit, what is compared with what, period, and actual or planned.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.reading.claims import FigureClaim


class Grade(StrEnum):
    """The evidence behind a figure, the best first."""

    A = "A"
    B = "B"


class Precision(NamedTuple):
    """Of so many figures of a grade, so many were read wholly right."""

    right: int
    of: int


MEASURED = {Grade.A: Precision(100, 119), Grade.B: Precision(33, 57)}
"""In 72 texts of regional authorities that the reader had not seen and that are not kept here, ``zj`` of the README
beside the project's own texts. A test holds these, which taught the reader, to no less."""


def graded(figures: Sequence[FigureClaim], *, covers: str) -> list[Grade]:
    """The grade of each figure of a text; ``covers`` is the period that the text is about.

    A: of that period. B: of another, or of none. Whether a figure is the first of its sentence, a comparison, a range
    or in words was told apart before: in texts that the reader had not seen it made no difference (decision 20).
    """
    whole = _code(covers)
    return [Grade.A if covers and _code(figure.period) == whole else Grade.B for figure in figures]


def _code(period: str | None) -> str:
    """A period in its canonical form; one that is none of ours as it stands."""
    try:
        return Period.told(period or "").code
    except InvalidInput:
        return period or ""
