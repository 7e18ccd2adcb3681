"""The sample region's year, published."""

from __future__ import annotations

import pytest

from tests.factories.records import AT, OPERATOR
from tests.factories.year import HeldYear
from tongket.publication import actions as publication
from tongket.publication.models import Edition


@pytest.fixture(scope="module")
def edition(held_year: HeldYear) -> Edition:
    """The first edition of the year, for a module's tests to read."""
    return publication.make(by=OPERATOR, at=AT, review=held_year.review)
