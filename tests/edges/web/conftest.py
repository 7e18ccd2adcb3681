"""The sample region's year, published."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import year as years
from tests.factories.records import AT, OPERATOR
from tests.factories.year import HeldYear
from tongket.publication.models import Edition
from tongket.reorganisation import actions as reorganisation
from tongket.reorganisation import queries
from tongket.units.models import Reorganisation


@pytest.fixture(scope="module")
def edition(held_year: HeldYear) -> Edition:
    """The first edition of the year, for a module's tests to read."""
    return years.published(held_year)


@pytest.fixture(scope="module")
def decree(held_year: HeldYear) -> Reorganisation:
    """A decree that changed nothing, for a module's tests to read."""
    change = queries.change(day=date(2025, 1, 1), after={}, edges=(), root=None, hierarchy="party")
    return reorganisation.reorganise(by=OPERATOR, at=AT, number="1/NQ", change=change)
