"""Grades: what they mean, and that the precision stated with each is what is measured on the annotated texts."""

from __future__ import annotations

import pytest

from tests.factories.claims import figure
from tongket.deciding.grades import MEASURED, Grade, graded
from tools.grades import FOLDER, measured


def test_the_precision_that_is_stated_is_the_one_that_is_measured() -> None:
    assert measured(FOLDER) == MEASURED, "run: ./dev run python -m tools.grades, and bring deciding/grades.py in line"


def test_a_better_grade_is_better() -> None:
    a, b, c = (MEASURED[grade].right / MEASURED[grade].of for grade in Grade)

    assert a > b > c
    assert a >= 0.85


TEXT = "Growth was 13.85 %, up 2.1 % on plan. Revenue fell to 5 billion."


@pytest.mark.parametrize(
    ("changes", "covers", "expected"),
    [
        ({}, "2024", Grade.A),
        ({"kind": "rank"}, "2024", Grade.A),
        ({"kind": "change"}, "2024", Grade.B),
        ({"bound": "min"}, "2024", Grade.B),
        ({"word": True}, "2024", Grade.B),
        ({"period": "2023"}, "2024", Grade.C),
        ({"period": None}, "2024", Grade.C),
        ({"period": "2024Q1"}, "2024-Q1", Grade.A),
        ({"period": None}, "", Grade.C),
    ],
)
def test_the_evidence_makes_the_grade(changes: dict[str, object], covers: str, expected: Grade) -> None:
    assert graded(TEXT, [figure(start=11, end=18, quote="13.85 %", **changes)], covers=covers) == [expected]


def test_the_first_figure_of_each_sentence_speaks_for_itself() -> None:
    spans = ((11, 18), (23, 28), (54, 63))
    figures = [figure(start=start, end=end, quote=TEXT[start:end]) for start, end in spans]

    assert graded(TEXT, figures, covers="2024") == [Grade.A, Grade.B, Grade.A]
