"""What a table of figures says, and which cells keep a row from being one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.base.errors import InvalidInput
from tongket.exchange.rules import COLUMNS, read, written

HEADER = "indicator,unit,period,measure,value,unit_of_measure,half_unit,source\n"


def faults(row: str, header: str = HEADER) -> list[str]:
    return [fault.message.format(**fault.values) for fault in read(header + row)[1]]


def test_a_row_is_a_figure_with_its_place() -> None:
    text = HEADER + "growth,north,2024,actual,13.85,%,0.005,yearbook\n"

    [stated], found = read(text)

    assert found == []
    assert stated.key == ("growth", "north", "2024", "actual")
    assert (stated.quantity.value, stated.quantity.half_unit) == (Decimal("13.85"), Decimal("0.005"))
    assert text[stated.start : stated.end] == "13.85"
    assert (stated.cell, stated.source) == ("2:value", "yearbook")


def test_four_columns_are_enough() -> None:
    [stated], _ = read("value,period,unit,indicator\n 7.50 ,2024-Q1,north,growth\n")

    assert (stated.measure, stated.unit_of_measure) == ("actual", "")
    # What the last printed digit leaves open.
    assert stated.quantity.half_unit == Decimal("0.005")


def test_sdmx_csv_says_the_same_in_its_own_names() -> None:
    lines = [{**dict.fromkeys(COLUMNS, ""), "indicator": "growth", "unit": "north", "period": "2024", "value": "7"}]
    table = written(lines, format="sdmx-csv")

    text = "\n".join(",".join(row) for row in table) + "\n"

    assert table[0][:4] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR"]
    assert [s.key for s in read(text)[0]] == [("growth", "north", "2024", "actual")]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("growth,north,2024,actual,13.85 %,%,,", "2:value: “13.85 %” is not a decimal number such as 20699.5."),
        ("growth,north,2024,actual,NaN,%,,", "2:value: “NaN” is not a decimal number such as 20699.5."),
        ("growth,north,2024,actual,1e9,%,,", "2:value: “1e9” is not a decimal number such as 20699.5."),
        ('growth,north,2024,actual,"13,85",%,,', "2:value: “13,85” is not a decimal number such as 20699.5."),
        (
            "growth,north,last year,actual,7,%,,",
            "2:period: “last year” is not a period such as 2024, 2024-Q1 or 2024-03.",
        ),
        (
            "growth,north,2024,hope,7,%,,",
            "2:measure: “hope” is not a measure. There are: actual, target, estimate, forecast.",
        ),
        (",north,2024,actual,7,%,,", "2:indicator: the cell is empty. Every row needs it."),
        ("growth,,2024,actual,7,%,,", "2:unit: the cell is empty. Every row needs it."),
        ("growth,north,2024,actual,7,%,-1,", "2:half_unit: “-1” is not a decimal number such as 20699.5."),
    ],
)
def test_a_cell_at_fault_is_named(row: str, said: str) -> None:
    assert faults(row + "\n") == [said]


def test_every_fault_of_a_row_is_told() -> None:
    assert len(faults("growth,,soon,hope,much,%,,\n")) == 4


def test_two_values_for_one_thing_are_a_fault_and_the_same_twice_is_none() -> None:
    row = "growth,north,2024,actual,7,%,0,\n"

    assert faults(row + row) == []
    assert faults(row + row.replace(",7,", ",8,")) == [
        "3:value: line 2 states another value for the same indicator, unit, period, measure and source."
    ]


def test_two_sources_may_differ() -> None:
    row = "growth,north,2024,actual,7,%,0,one\n"

    assert faults(row + row.replace(",7,", ",8,").replace("one", "other")) == []


def test_a_row_without_a_value_says_nothing() -> None:
    assert read(HEADER + "growth,north,2024,actual,,%,,\n") == ([], [])


def test_what_would_remove_figures_is_refused() -> None:
    header = "ACTION,INDICATOR,REF_AREA,TIME_PERIOD,OBS_VALUE\n"

    assert faults("D,growth,north,2024,7\n", header) == [
        "2:ACTION: “D” would remove figures. Nothing that is recorded is ever removed."
    ]


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n", HEADER])
def test_what_is_no_table_of_figures_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read(text)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        stated, _ = read(HEADER + text)
    except InvalidInput:
        return
    for figure in stated:
        assert Decimal((HEADER + text)[figure.start : figure.end]) == figure.quantity.value
