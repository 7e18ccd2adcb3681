"""The match rules of the annotation guideline, as far as the tests need them."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tongket.reading.claims import Claim, FigureClaim, ReferenceClaim

MEASURES = {"%", "VND", "USD", "rank", "times"}
LISTED = MEASURES | {"persons", "households", "communes", "districts", "projects", "heads", "jobs"}
Record = dict[str, Any]


def load(path: Path) -> list[Record]:
    """The records of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def overlap(expected: Record, found: Claim) -> int:
    """Number of characters that both spans cover."""
    end = expected["start"] + len(expected["quote"])
    return max(0, min(end, found.end) - max(expected["start"], found.start))


def head_noun(unit: str) -> str:
    """What a rate counts: “hospital beds per 10000 persons” is about beds."""
    return unit.split(" per ")[0].split()[-1].rstrip("s") if unit.split(" per ")[0] else ""


def same_figure(expected: Record, found: Claim) -> bool:
    """The match rule for figures: overlapping spans, equal magnitude, agreeing units."""
    assert isinstance(found, FigureClaim)
    if not overlap(expected, found) or abs(float(found.value) - expected["value"]) > 1e-6 * expected["value"]:
        return False
    if found.unit == expected["unit"] or found.unit in expected.get("unit_alt", ()):
        return True
    if " per " in found.unit + expected["unit"]:
        return head_noun(found.unit) == head_noun(expected["unit"])
    counted = expected["kind"] == "count" or expected["of"] is not None
    return counted and not {found.unit, expected["unit"]} <= LISTED and found.unit not in MEASURES


def same_reference(expected: Record, found: Claim) -> bool:
    """The match rule for cited documents: number and symbol, or the type of one without a number."""
    assert isinstance(found, ReferenceClaim)
    if not overlap(expected, found) or found.number != expected["number"]:
        return False
    if found.number is None:
        return found.doc_type == expected["type"]
    return (found.symbol or "").upper() == (expected["symbol"] or "").upper()


def same_task(expected: Record, found: Claim) -> bool:
    """The match rule for tasks: half of the shorter span is shared."""
    return overlap(expected, found) >= min(len(expected["quote"]), found.end - found.start) / 2


def assigned(
    expected: Sequence[Record], found: Sequence[Claim], same: Callable[[Record, Claim], bool]
) -> tuple[list[tuple[Record, Claim]], int, int]:
    """A greedy assignment: the pairs, how many were required, and how many claims are too many."""
    free = list(found)
    required = [record for record in expected if not record.get("optional")]
    pairs: list[tuple[Record, Claim]] = []
    for record in required:
        partner = next((claim for claim in free if same(record, claim)), None)
        if partner is not None:
            free.remove(partner)
            pairs.append((record, partner))
    optional = [record for record in expected if record.get("optional")]
    surplus = [claim for claim in free if not any(overlap(record, claim) for record in optional)]
    return pairs, len(required), len(surplus)


def f1(expected: Sequence[Record], found: Sequence[Claim], same: Callable[[Record, Claim], bool]) -> float:
    """F1 of the assignment; what is optional counts neither way."""
    pairs, required, surplus = assigned(expected, found, same)
    return 2 * len(pairs) / (required + len(pairs) + surplus)
