"""Units as they stood on a day: a life is half-open."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.records import AT, AUTHORS, names, unit
from tongket.base.errors import NotFound
from tongket.reorganisation.actions import name_peers
from tongket.units import queries
from tongket.units.models import BEFORE_RECORDS

pytestmark = pytest.mark.django_db
MERGER = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (BEFORE_RECORDS, ["north", "south"]),
        (date(2025, 6, 30), ["north", "south"]),
        (MERGER, ["south", "union"]),
        (date(9999, 12, 31), ["south", "union"]),
    ],
)
def test_a_unit_is_there_from_its_first_day_to_the_day_before_its_end(day: date, there: list[str]) -> None:
    unit("north", valid_to=MERGER)
    unit("south")
    unit("union", valid_from=MERGER)

    assert sorted(u.code for u in queries.in_force(day)) == there


def test_a_code_means_the_unit_that_bears_it_on_the_day() -> None:
    old, new = unit("north", valid_to=MERGER), unit("north", valid_from=MERGER)

    assert queries.get("north", day=date(2025, 6, 30)) == old
    assert queries.get("north", day=MERGER) == new
    assert str(new) == "north"


def test_a_code_means_one_unit_in_each_hierarchy() -> None:
    province, committee = unit("north"), unit("north", hierarchy="party")

    assert queries.get("north", day=MERGER) == province
    assert queries.get("north", day=MERGER, hierarchy="party") == committee


def test_a_code_that_nobody_bears_on_the_day_is_not_found() -> None:
    unit("north", valid_to=MERGER)

    with pytest.raises(NotFound) as refusal:
        queries.get("north", day=MERGER)

    assert str(refusal.value) == "No unit has the code “north” on 2025-07-01."


def test_peers_have_a_name_where_they_are_known() -> None:
    group = name_peers(by=AUTHORS, at=AT, code="provinces", names=names("Provinces"))

    assert [queries.peer_names("provinces", language) for language in ("en", "vi", "ru")] == [
        "Provinces",
        "Provinces (vi)",
        "Provinces (ru)",
    ]
    assert queries.peer_names("moons", "en") == "moons"
    assert str(group) == "provinces"
