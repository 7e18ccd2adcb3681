"""How well figures were read: their agreement with an annotation made by hand.

The annotation is the format of ``tests/chapters/reading/own``: one JSON object a line. A figure is right
when its place overlaps that of the annotation, its value is the same and its unit agrees. Things that
are counted agree under any noun, as texts name them; money, percent and measures agree by name only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

# No counted things: a figure with such a unit is right under this name only.
_MEASURED = frozenset(
    ("%", "percentage points", "rank", "times", "ha", "m2", "m3", "km2", "km", "m", "tonnes", "kg", "kWh", "MWh")
)
_CURRENCY = re.compile(r"[A-Z]{3}|\$")
# Counted things with one name each: here one noun does not stand for another.
_LISTED = frozenset({"persons", "households", "communes", "districts", "projects", "heads", "jobs"})
# As printed values and their scales are exact, this only forgives an annotation that went through a float.
_TOLERANCE = Decimal("1e-6")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A figure as a person read it; ``optional`` may be found or not."""

    start: int
    end: int
    value: Decimal
    unit: str
    other_units: frozenset[str]
    counted: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A figure as a program read it: code points of the text, the value scaled, the unit or ""."""

    start: int
    end: int
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many figures were found rightly, were to be found, and were found where none is."""

    matched: int = 0
    wanted: int = 0
    surplus: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.matched + other.matched, self.wanted + other.wanted, self.surplus + other.surplus)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when nothing was to be found and nothing was."""
        whole = self.wanted + self.matched + self.surplus
        return 2 * self.matched / whole if whole else None


def annotated(lines: str) -> list[Annotated]:
    """The figures of an annotation. Raises ValueError or KeyError when it is not in the format."""
    found = []
    for line in filter(str.strip, lines.split("\n")):
        record = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        start = int(record["start"])
        found.append(
            Annotated(
                start,
                start + len(record["quote"]),
                abs(Decimal(record["value"])),
                record["unit"],
                frozenset(record.get("unit_alt") or ()),
                record["kind"] == "count" or record.get("of") is not None,
                bool(record.get("optional")),
            )
        )
    return found


def score(expected: Sequence[Annotated], found: Iterable[Found], *, by_value: bool = False) -> Score:
    """Each annotated figure takes the first free one that is right; ``by_value``: whatever its unit."""
    free = list(found)
    matched = 0
    required = [figure for figure in expected if not figure.optional]
    for figure in required:
        right = next((f for f in free if _is_same(figure, f, by_value=by_value)), None)
        if right is not None:
            free.remove(right)
            matched += 1
    optional = [figure for figure in expected if figure.optional]
    surplus = [f for f in free if not any(_overlap(figure, f) for figure in optional)]
    return Score(matched, len(required), len(surplus))


def _overlap(expected: Annotated, found: Found) -> bool:
    return found.start < expected.end and expected.start < found.end


def _is_same(expected: Annotated, found: Found, *, by_value: bool) -> bool:
    if not _overlap(expected, found) or abs(abs(found.value) - expected.value) > _TOLERANCE * expected.value:
        return False
    if by_value or found.unit == expected.unit or found.unit in expected.other_units:
        return True
    if " per " in found.unit + expected.unit:
        return _counted(found.unit) == _counted(expected.unit)
    named = bool(found.unit) and found.unit not in _MEASURED and not _CURRENCY.fullmatch(found.unit)
    return expected.counted and named and not {found.unit, expected.unit} <= _LISTED


def _counted(unit: str) -> str:
    """What a rate counts: “hospital beds per 10000 persons” is about beds."""
    return unit.partition(" per ")[0].rpartition(" ")[2].rstrip("s")
