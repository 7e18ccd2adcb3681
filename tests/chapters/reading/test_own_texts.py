"""Our own annotated texts: what the reader reaches on them, by language, must not get lost.

The floors stand a little under what is reached; the README beside the texts says what was reached blind.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tongket.reading.claims import Claim, FigureClaim, ReferenceClaim, TaskClaim
from tongket.reading.pipeline import read_text

from .matching import Record, assigned, load, same_figure, same_reference, same_task

OWN = Path(__file__).parent / "own"
NAMES = sorted(path.stem for path in OWN.glob("*.txt"))
LANGUAGES = ("vi", "ru", "en", "fr")
Pairs = list[tuple[Record, Claim]]


@cache
def claims(name: str) -> tuple[Claim, ...]:
    return tuple(read_text((OWN / f"{name}.txt").read_bytes().decode("utf-8")))


def compared(
    language: str, suffix: str, kind: type[Claim], same: Callable[[Record, Claim], bool]
) -> tuple[float, Pairs]:
    """F1 over all texts of a language, and the matched pairs."""
    matched: Pairs = []
    required = surplus = 0
    for name in NAMES:
        if name.endswith(language):
            found = [claim for claim in claims(name) if isinstance(claim, kind)]
            pairs, wanted, extra = assigned(load(OWN / "gold" / f"{name}{suffix}.jsonl"), found, same)
            matched += pairs
            required, surplus = required + wanted, surplus + extra
    return 2 * len(matched) / (required + len(matched) + surplus), matched


def test_the_texts_are_there_and_the_quotes_are_exact() -> None:
    assert len(NAMES) == 24
    for name in NAMES:
        text = (OWN / f"{name}.txt").read_bytes().decode("utf-8")
        for suffix in ("", ".refs", ".tasks"):
            for record in load(OWN / "gold" / f"{name}{suffix}.jsonl"):
                assert text[record["start"] :].startswith(record["quote"])


@pytest.mark.parametrize(("language", "floor"), [("vi", 0.98), ("ru", 0.97), ("en", 0.96), ("fr", 0.97)])
def test_figures(language: str, floor: float) -> None:
    assert compared(language, "", FigureClaim, same_figure)[0] >= floor


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents(language: str) -> None:
    assert compared(language, ".refs", ReferenceClaim, same_reference)[0] >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_tasks(language: str) -> None:
    assert compared(language, ".tasks", TaskClaim, same_task)[0] >= 0.88


@pytest.mark.parametrize(
    ("attribute", "floor"),
    [("kind", 0.93), ("direction", 0.96), ("period", 0.84), ("status", 0.92), ("modifier", 0.97)],
)
def test_what_is_said_of_figures(attribute: str, floor: float) -> None:
    pairs = [pair for language in LANGUAGES for pair in compared(language, "", FigureClaim, same_figure)[1]]
    agreeing = sum(gold.get(attribute) == getattr(claim, attribute) for gold, claim in pairs)

    assert agreeing / len(pairs) >= floor


def test_what_figures_are_compared_with() -> None:
    pairs = [pair for language in LANGUAGES for pair in compared(language, "", FigureClaim, same_figure)[1]]
    types = [
        (gold["basis"].partition(":")[0], claim.basis.partition(":")[0])
        for gold, claim in pairs
        if isinstance(claim, FigureClaim)
    ]

    assert sum(gold == found for gold, found in types) / len(types) >= 0.93
