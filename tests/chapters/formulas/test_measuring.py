"""Units of measure: what may be added, and what a formula gives."""

from __future__ import annotations

import pytest

from tongket.base.errors import InvalidInput
from tongket.formulas.measuring import check, measured, powers, written
from tongket.formulas.parsing import parse

UNITS = {
    "grdp": "VND",
    "revenue": "VND",
    "turnover": "USD",
    "people": "persons",
    "share": "%",
    "gain": "percentage points",
    "income": "VND/persons",
}


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("grdp + revenue", "VND"),
        ("grdp / people", "VND/persons"),
        ("income * people", "VND"),
        ("revenue / target(revenue)", "%"),
        ("share + gain", "%"),
        ("grdp * (1 + share)", "VND"),
        ("grdp / previous_year(grdp) - 1", "%"),
        ("rank(grdp)", "places"),
        ("streak(grdp)", "years"),
        ("max(grdp, 0)", "VND"),
        ("grdp * grdp / revenue", "VND"),
    ],
)
def test_a_formula_gives_its_unit(formula: str, unit: str) -> None:
    check(parse(formula), unit, UNITS.__getitem__)


@pytest.mark.parametrize(
    ("formula", "unit", "said"),
    [
        ("grdp + turnover", "VND", "“grdp \\+ turnover”: “grdp” is in VND and “turnover” in USD"),
        ("grdp + 5", "VND", "“grdp” is in VND and “5” in 1"),
        ("grdp / people", "VND", "gives VND/persons, and the indicator is measured in “VND”"),
        ("share <= grdp", "%", "“share” is in 1 and “grdp” in VND"),
        ("rank(grdp + share)", "places", "“share” in 1"),
        ("rank(grdp)", "%", "gives places"),
        ("min(grdp, people)", "VND", "“people” in persons"),
    ],
)
def test_what_does_not_fit_is_refused(formula: str, unit: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        check(parse(formula), unit, UNITS.__getitem__)


def test_units_are_written_as_people_do() -> None:
    assert written(powers("USD per persons")) == "USD/persons"
    assert written(measured(parse("1 / people"), UNITS.__getitem__) or {}) == "1/persons"
    assert measured(parse("0 + 0"), UNITS.__getitem__) is None
