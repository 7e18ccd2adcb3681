"""Establishing units: stated twice is stated once, and a contradiction is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.factories.records import count_rows, fields, names, unit
from tongket.base.errors import Conflict
from tongket.units.models import BEFORE_RECORDS, Unit

pytestmark = pytest.mark.django_db
MERGER = date(2025, 7, 1)
SAME_DAY = "The unit north is already recorded from 0001-01-01 with another life, level or parent."


def test_a_unit_is_kept_as_stated() -> None:
    country = unit("country", level="country")

    north = unit("north", parent=country, valid_to=MERGER)

    assert fields(north) == {
        "id": north.pk,
        "code": "north",
        "hierarchy": "territorial",
        "level": "province",
        "names": names("North"),
        "parent_id": country.pk,
        "valid_from": BEFORE_RECORDS,
        "valid_to": MERGER,
    }


def test_stating_a_unit_again_returns_it() -> None:
    first = unit("north", valid_to=MERGER)
    rows = count_rows()

    assert unit("north", valid_to=MERGER) == first
    assert count_rows() == rows


@pytest.mark.parametrize("change", [{"level": "district"}, {"valid_to": MERGER}, {"parent": "country"}])
def test_stating_a_unit_otherwise_is_a_conflict(change: dict[str, Any]) -> None:
    first = unit("north")
    country = unit("country", level="country")
    before, rows = fields(first), count_rows()

    with pytest.raises(Conflict) as refusal:
        unit("north", **{key: country if value == "country" else value for key, value in change.items()})

    assert str(refusal.value) == SAME_DAY
    assert (fields(Unit.objects.get(pk=first.pk)), count_rows()) == (before, rows)


# The life that is there, the one that is stated beside it under the same code, and whether they can be both.
LIVES = [
    ((None, MERGER), (MERGER, None), True),
    ((MERGER, None), (None, MERGER), True),
    ((None, date(2020, 1, 1)), (MERGER, None), True),
    ((None, None), (MERGER, None), False),
    ((None, date(2025, 7, 2)), (MERGER, None), False),
    ((MERGER, None), (None, None), False),
    ((MERGER, date(2026, 1, 1)), (date(2025, 12, 31), date(2027, 1, 1)), False),
    ((date(2020, 1, 1), date(2030, 1, 1)), (MERGER, date(2026, 1, 1)), False),
]


@pytest.mark.parametrize(("held", "stated", "fit"), LIVES)
def test_one_unit_at_a_time_bears_a_code(
    held: tuple[date | None, date | None], stated: tuple[date | None, date | None], fit: bool
) -> None:
    first = unit("north", valid_from=held[0] or BEFORE_RECORDS, valid_to=held[1])
    life = {"valid_from": stated[0] or BEFORE_RECORDS, "valid_to": stated[1]}

    if fit:
        assert unit("north", **life).pk != first.pk
        return
    with pytest.raises(Conflict) as refusal:
        unit("north", **life)
    assert str(refusal.value) == (
        f"The code north is borne from {first.valid_from.isoformat()} by another unit, which has to end before."
    )
    assert list(Unit.objects.all()) == [first]


def test_the_database_refuses_a_life_that_ends_before_it_begins() -> None:
    with pytest.raises(IntegrityError, match="unit_life_half_open"), transaction.atomic():
        unit("north", valid_from=MERGER, valid_to=MERGER)

    assert not Unit.objects.exists()
