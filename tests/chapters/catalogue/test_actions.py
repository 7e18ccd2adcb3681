"""Defining indicators: wording may improve, meaning may not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.records import count_rows, definition, fields, indicator, names
from tongket.base.errors import Conflict, NotFound
from tongket.base.models import AuditEvent
from tongket.catalogue import queries
from tongket.catalogue.definitions import Catalogue
from tongket.catalogue.models import Indicator

pytestmark = pytest.mark.django_db
CHANGE = date(2025, 1, 1)


def test_a_version_is_kept_as_defined() -> None:
    kept = indicator("growth", growth_of="grdp")

    assert fields(kept) == {
        "id": kept.pk,
        "code": "growth",
        "valid_from": date(2000, 1, 1),
        "valid_to": None,
        "names": names("Growth"),
        "definition": names("What growth means"),
        "unit_of_measure": "%",
        "aggregation": "not_additive",
        "direction": "more",
        "theme": "growth",
        "growth_of": "grdp",
        "is_growth": False,
        "synonyms": {},
        "weight": "",
        "part": "",
        "whole": "",
        "factor": 1,
        "decimals": 2,
        "position": 0,
    }


def test_wording_may_be_improved() -> None:
    kept = indicator("growth")

    changed = indicator("growth", names=names("Growth of output"), theme="economy")

    assert changed == kept
    assert (changed.names, changed.theme) == (names("Growth of output"), "economy")
    assert AuditEvent.objects.last().details == {"changed": ["names", "theme"]}  # type: ignore[union-attr]


def test_defining_the_same_again_changes_nothing() -> None:
    kept = indicator("growth")
    rows = count_rows()

    assert indicator("growth") == kept
    assert count_rows() == rows


@pytest.mark.parametrize(
    "change",
    [{"unit_of_measure": "VND"}, {"aggregation": "sum"}, {"direction": "less"}, {"growth_of": "grdp"}],
)
def test_meaning_needs_a_version_of_its_own(change: dict[str, Any]) -> None:
    kept = indicator("growth")
    before, rows = fields(kept), count_rows()

    with pytest.raises(Conflict) as refusal:
        indicator("growth", **change)

    assert str(refusal.value) == (
        f"The indicator growth of 2000-01-01 is already defined otherwise ({next(iter(change))}). Date a new version."
    )
    assert (fields(Indicator.objects.get()), count_rows()) == (before, rows)


def test_each_day_has_one_version() -> None:
    old = indicator("growth", valid_to=CHANGE)
    new = indicator("growth", valid_from=CHANGE, aggregation="index")

    assert queries.get("growth", day=date(2024, 12, 31)) == old
    assert queries.get("growth", day=CHANGE) == new
    assert [i.pk for i in queries.in_force(CHANGE)] == [new.pk]


def test_a_version_may_not_hold_while_another_does() -> None:
    indicator("growth")
    rows = count_rows()

    with pytest.raises(Conflict) as refusal:
        indicator("growth", valid_from=CHANGE, aggregation="index")

    assert str(refusal.value) == (
        "The indicator growth has a version from 2000-01-01 that holds at the same time. End it first."
    )
    assert count_rows() == rows
    indicator("growth", valid_to=CHANGE)  # as it advises
    assert indicator("growth", valid_from=CHANGE, aggregation="index").valid_from == CHANGE


def test_an_indicator_that_is_not_defined_on_the_day_is_not_found() -> None:
    indicator("growth")

    with pytest.raises(NotFound) as refusal:
        queries.get("growth", day=date(1999, 12, 31))

    assert str(refusal.value) == "The catalogue has no indicator “growth” on 1999-12-31."


def test_a_catalogue_holds_one_version_on_a_day() -> None:
    old, new = definition(valid_to=CHANGE), definition(valid_from=CHANGE)

    catalogue = Catalogue((old, new))

    assert catalogue.on(date(2024, 12, 31)).indicators == (old,)
    assert catalogue.on(CHANGE).indicators == (new,)
    assert catalogue.on(date(1999, 1, 1)).indicators == ()
