"""Grades: what they mean, and that the precision stated with each flatters no reading of the project's own texts."""

from __future__ import annotations

import pytest

from tests.factories.claims import figure
from tongket.deciding.grades import MEASURED, Grade, graded
from tools.grades import FOLDER, measured


def test_texts_that_taught_the_reader_are_read_no_worse_than_is_stated_of_others() -> None:
    for grade, (right, of) in measured(FOLDER).items():
        assert right / of >= MEASURED[grade].right / MEASURED[grade].of


def test_a_better_grade_is_better() -> None:
    a, b = (MEASURED[grade].right / MEASURED[grade].of for grade in Grade)

    assert a > b + 0.2


@pytest.mark.parametrize(
    ("changes", "covers", "expected"),
    [
        ({}, "2024", Grade.A),
        ({"kind": "rank"}, "2024", Grade.A),
        ({"period": "2023"}, "2024", Grade.B),
        ({"period": None}, "2024", Grade.B),
        ({"period": "2024Q1"}, "2024-Q1", Grade.A),
        ({"period": None}, "", Grade.B),
    ],
)
def test_the_evidence_makes_the_grade(changes: dict[str, object], covers: str, expected: Grade) -> None:
    assert graded([figure(**changes)], covers=covers) == [expected]
