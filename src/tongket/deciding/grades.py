"""How far a figure that was read may be relied on, as a grade whose precision was measured. Pure.

A grade is no probability: it says which evidence the text gives, and ``MEASURED`` how often figures with that evidence
were read wholly right in annotated texts: value, unit, what is compared with what, period, and actual or planned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.reading.claims import FigureClaim

_SENTENCE_ENDS = re.compile(r"[.!?…;][»”\")\]]*\s|\n")
_ALONE = ("level", "count", "share", "ratio", "rank")


class Grade(StrEnum):
    """The evidence behind a figure, the best first."""

    A = "A"
    B = "B"
    C = "C"


class Precision(NamedTuple):
    """Of so many figures of a grade, so many were read wholly right."""

    right: int
    of: int


MEASURED = {Grade.A: Precision(273, 293), Grade.B: Precision(318, 367), Grade.C: Precision(159, 239)}
"""On the project's own annotated texts; ``tools.grades`` prints it, and a test holds it to what is measured."""


def graded(text: str, figures: Sequence[FigureClaim], *, covers: str) -> list[Grade]:
    """The grade of each figure of a text, in the order of the text; ``covers`` is the period that the text is about.

    A: the first figure of its sentence, a value or a rank, printed as one number, of the period that the document
    covers. B: of that period, but behind another figure, a comparison, a range, or in words. C: of another period, or
    of none.
    """
    found, end = [], 0
    for figure in figures:
        first = not end or _SENTENCE_ENDS.search(text, end, figure.start) is not None
        end = max(end, figure.end)
        if not covers or _code(figure.period) != _code(covers):
            found.append(Grade.C)
        elif first and figure.kind in _ALONE and figure.bound is None and not figure.word:
            found.append(Grade.A)
        else:
            found.append(Grade.B)
    return found


def _code(period: str | None) -> str:
    """A period in its canonical form; one that is none of ours as it stands."""
    try:
        return Period.told(period or "").code
    except InvalidInput:
        return period or ""
