"""What an edition prints can be read again: every figure, value and unit, from HTML and from Word, in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import year as years
from tests.factories.year import HeldYear
from tongket.documents.sources import declared_language, text_of
from tongket.ledger.models import Observation
from tongket.publication import queries
from tongket.publication.models import Edition
from tongket.publication.report import Tree
from tongket.reading.claims import FigureClaim
from tongket.reading.detection import may_be_in
from tongket.reading.pipeline import read_text
from tongket.review import queries as reviews

pytestmark = pytest.mark.django_db

Figure = tuple[str, Decimal, str, Decimal | None]
"""The label of its row, its value, its unit, and the whole that it is of."""

NOTES = {
    "en": "Notes: where each number comes from",
    "vi": "Chú thích",
    "ru": "Примечания",
}


def runs(node: Any) -> Iterator[dict[str, Any]]:
    """Every run of a part of the tree."""
    if isinstance(node, list):
        for part in node:
            yield from runs(part)
    elif isinstance(node, dict):
        if "note" in node and "text" in node:
            yield node
        else:
            for part in node.values():
                yield from runs(part)


def blocks(tree: Tree) -> Iterator[tuple[str, Any]]:
    """What the sections print, each part with the label of its row; outside of tables there is none."""
    for section in tree["sections"]:
        for block in section["blocks"]:
            if block["kind"] == "table":
                for label, *cells in block["rows"]:
                    said = " ".join("".join(run["text"] for run in line) for line in label).strip()
                    yield from ((said, cell) for cell in cells)
            else:
                yield "", block


def stated(tree: Tree) -> Counter[Figure]:
    """The figures that the sections print: those with a ledger entry behind their note, as often as they stand."""
    entries = {note["number"]: note["observation"] for note in tree["notes"] if note["observation"]}
    found: Counter[Figure] = Counter()
    for label, part in blocks(tree):
        for run in runs(part):
            if run["note"] in entries:
                entry = Observation.objects.get(seq=entries[run["note"]])
                whole = Decimal(entry.denominator) if entry.denominator else None
                found[label, entry.quantity.value.copy_abs(), entry.unit_of_measure, whole] += 1
    return found


def returned(claims: list[FigureClaim], body: str, labels: set[str]) -> Counter[Figure]:
    """The figures that are read, each with the label that its line begins with."""
    found: Counter[Figure] = Counter()
    for claim in claims:
        line = body[body.rfind("\n", 0, claim.start) + 1 :]
        label = max((label for label in labels if line.startswith(f"{label} – ")), key=len, default="")
        found[label, claim.value, claim.unit, claim.of] += 1
    return found


def anywhere(figures: Counter[Figure]) -> Counter[tuple[object, ...]]:
    """The figures, in whatever row they stand."""
    found: Counter[tuple[object, ...]] = Counter()
    for (_, *figure), count in figures.items():
        found[tuple(figure)] += count
    return found


@pytest.fixture(scope="module")
def edition(held_year: HeldYear) -> Edition:
    return years.published(held_year)


@pytest.mark.parametrize("format", ["html", "docx"])
@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_every_figure_of_an_edition_is_read_back(
    held_year: HeldYear, edition: Edition, language: str, format: str
) -> None:
    tree = queries.tree(edition, language=language)
    file = queries.file(edition, language=language, format=format)
    text = text_of(bytes(file.content), name=f"edition.{format}")
    # The notes repeat every figure in the words of its source: what stands there proves nothing.
    body, notes, _ = text.rpartition(f"\n{NOTES[language]}")
    assert notes
    assert declared_language(bytes(file.content)) == language
    assert may_be_in(language, text.lower())

    read = [
        claim
        for claim in read_text(body, language=language, catalogue=held_year.pack.catalogue)
        if isinstance(claim, FigureClaim)
    ]

    assert all(body[claim.start : claim.end] == claim.quote for claim in read)
    expected = stated(tree)
    assert sum(expected.values()) >= 40
    labels = {label for label, *_ in expected} - {""}
    assert len(labels) >= 10
    back = returned(read, body, labels)
    assert Counter({key: n for key, n in expected.items() if key[0]}) - back == Counter()
    assert anywhere(expected) - anywhere(back) == Counter()
    implied = {
        (end, base.value.unit_of_measure)
        for card in reviews.year(held_year.review).scorecards
        for base in card.implied
        for end in base.interval.printed
    }
    assert len(implied) >= 6
    assert implied <= {(claim.value, claim.unit) for claim in read}
