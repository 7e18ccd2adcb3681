"""Tables: cells with their places, and values by a stated meaning of the columns."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.factories.records import names
from tongket.base.errors import InvalidInput
from tongket.packs.definitions import (
    IndicatorReading,
    KindReading,
    RowReading,
    TableColumns,
    TableReading,
    UnitReading,
)
from tongket.reading.tables import TableClaim, read_table, rows

# A text, and the rows below its heading: the line each begins on, its cells, and what stands at their places.
ROWS: list[tuple[str, str, list[tuple[int, list[str], list[str]]]]] = [
    ("plain", "a,b\n1,2\n", [(2, ["1", "2"], ["1", "2"])]),
    ("no last line end", "a,b\n1,2", [(2, ["1", "2"], ["1", "2"])]),
    ("CRLF", "a,b\r\n1,2\r\n3,4\r\n", [(2, ["1", "2"], ["1", "2"]), (3, ["3", "4"], ["3", "4"])]),
    ("CR", "a,b\r1,2\r", [(2, ["1", "2"], ["1", "2"])]),
    ("quoted", 'a,b\n"1,5","2"\n', [(2, ["1,5", "2"], ["1,5", "2"])]),
    ("doubled quotes", 'a,b\n"say ""x""",2\n', [(2, ['say "x"', "2"], ['say ""x""', "2"])]),
    ("quoted heading", '"a ""1""",b\n1,2\n', [(2, ["1", "2"], ["1", "2"])]),
    ("empty cells", "a,b,c\n,,\n1,,3\n", [(2, ["", "", ""], ["", "", ""]), (3, ["1", "", "3"], ["1", "", "3"])]),
    ("comma at the very end", "a,b\n1,", [(2, ["1", ""], ["1", ""])]),
    ("quoted and empty", 'a\n""\n', [(2, [""], [""])]),
    ("blanks belong to the cell", "a,b\n 1 , 2\n", [(2, [" 1 ", " 2"], [" 1 ", " 2"])]),
    (
        "lines inside a cell",
        'a,b\n"x\r\ny\nz",2\n3,4\n',
        [(2, ["x\r\ny\nz", "2"], ["x\r\ny\nz", "2"]), (5, ["3", "4"], ["3", "4"])],
    ),
    ("empty lines", "\na,b\n\n1,2\r\n\r\n\n3,4\n\n", [(4, ["1", "2"], ["1", "2"]), (7, ["3", "4"], ["3", "4"])]),
    ("beyond the basic plane", "𝐚,b\n𝟏𝟐,é\n", [(2, ["𝟏𝟐", "é"], ["𝟏𝟐", "é"])]),
    ("heading only", "a,b\n", []),
]
REFUSED = [
    ("", "The table is empty."),
    ("\n\r\n", "The table is empty."),
    ("a,b\n1\n", "Line 2 of the table has 1 cells; the heading has 2."),
    ("a,b\n1,2\n1,2,3\n", "Line 3 of the table has 3 cells; the heading has 2."),
    ('a,b\n"x\ny",2\n1\n', "Line 4 of the table has 1 cells; the heading has 2."),
    ("a,b,a\n1,2,3\n", "The table has two columns with the heading “a”."),
    ('a,b\n"1,2\n', "The table is not well formed at character 4: a quote is out of place."),
    ('a,b\n1"2,3\n', "The table is not well formed at character 5: a quote is out of place."),
    ('a,b\n"1"2,3\n', "The table is not well formed at character 7: a quote is out of place."),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in ROWS], ids=[case[0] for case in ROWS])
def test_cells_stand_where_they_say(text: str, expected: list[tuple[int, list[str], list[str]]]) -> None:
    table = rows(text)

    assert [
        (row.line, [c.content for c in row.cells.values()], [text[c.start : c.end] for c in row.cells.values()])
        for row in table
    ] == expected


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_table_that_does_not_hold_together_is_refused_at_its_place(text: str, message: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        rows(text)

    assert str(refusal.value) == message


HEADING = "indicator,period,value,unit,kind,source,note\n"
READING = TableReading(
    document="figures",
    columns=TableColumns("indicator", "period", "value", "unit", "kind", "source", "note"),
    indicators=(IndicatorReading("Growth", "growth"), IndicatorReading("Mood", None, names("No such thing"))),
    units=(UnitReading("%", "%"), UnitReading("billion VND", "VND", 10**9)),
    kinds=(KindReading("reported", "actual"), KindReading("planned", "target"), KindReading("foreseen", "forecast")),
    rows=(RowReading(3, names("About so much"), measure="estimate", modifier="about", of=18),),
)


def claims(*lines: str) -> list[TableClaim]:
    return read_table(HEADING + "\n".join(lines), READING)


def test_a_value_is_a_claim_at_its_cell() -> None:
    text = HEADING + 'Growth,2024,"13.850",%,reported,https://example.org/a,\n'

    [claim] = read_table(text, READING)

    figure = claim.figure
    assert text[figure.start : figure.end] == figure.quote == "13.850"
    assert (figure.value, figure.raw_value, figure.half_unit) == (
        Decimal("13.850"),
        Decimal("13.850"),
        Decimal("0.0005"),
    )
    assert (figure.indicator, figure.indicator_code, figure.period, figure.unit) == ("Growth", "growth", "2024", "%")
    assert (figure.kind, figure.status, figure.modifier, figure.of, figure.rule) == (
        "level",
        "actual",
        None,
        None,
        "table.figures",
    )
    assert (claim.cell, claim.source, claim.notes) == ("2:value", "https://example.org/a", {})


# What is printed, with its unit; the exact value, and half a unit of its last printed digit.
VALUES = [
    ("209150", "billion VND", "209150000000000", "500000000"),
    ("20699.5", "billion VND", "20699500000000", "50000000"),
    ("-0.5", "%", "-0.5", "0.05"),
    ("16", "%", "16", "0.5"),
    ("0", "%", "0", "0.5"),
    (f"0.{'1' * 40}", "%", f"0.{'1' * 40}", f"0.{'0' * 40}5"),
]


@pytest.mark.parametrize(("printed", "unit", "value", "half_unit"), VALUES)
def test_a_printed_value_is_exact(printed: str, unit: str, value: str, half_unit: str) -> None:
    [claim] = claims(f"Growth,2024,{printed},{unit},reported,,")

    assert (claim.figure.value, claim.figure.half_unit) == (Decimal(value), Decimal(half_unit))


def test_what_is_known_of_a_row_is_told_by_its_line() -> None:
    first, second = claims("Growth,2024,13.85,%,reported,,", "Growth,2024,13.85,%,reported,,")

    assert (first.figure.status, first.figure.modifier, first.figure.of, first.notes) == ("actual", None, None, {})
    assert (second.figure.status, second.figure.modifier, second.figure.of) == ("estimate", "approx", Decimal(18))
    assert second.notes == names("About so much")


@pytest.mark.parametrize(("kind", "status"), [("reported", "actual"), ("planned", "target"), ("foreseen", "estimate")])
def test_a_kind_says_what_sort_of_value_it_is(kind: str, status: str) -> None:
    assert claims(f"Growth,2024,13.85,%,{kind},,")[0].figure.status == status


@pytest.mark.parametrize("label", ["Mood", "Weather"])
def test_a_label_without_an_indicator_is_a_claim_without_one(label: str) -> None:
    [claim] = claims(f"{label},2024,7,%,reported,,")

    assert (claim.figure.indicator, claim.figure.indicator_code) == (label, None)


def test_a_missing_value_is_no_claim_and_no_zero() -> None:
    found = claims("Growth,2022,,%,reported,,", "Growth,2023, ,%,reported,,", "Growth,2024,0,%,reported,,")

    assert [(c.figure.period, c.figure.value) for c in found] == [("2024", Decimal(0))]


MISREAD: list[tuple[str, str]] = [
    ("Growth,2024,13.85,pounds,reported,,", "Line 2 of the table: it is not stated what “pounds” and “reported” mean."),
    ("Growth,2024,13.85,%,dreamt,,", "Line 2 of the table: it is not stated what “%” and “dreamt” mean."),
]
MISREAD += [
    (f'Growth,2024,"{value}",%,reported,,', f"Line 2 of the table: “{value}” is not a decimal number such as 20699.5.")
    for value in ("13,85", "1e9", "n/a", "13.85 %", "٣", "9" * 61)
]


@pytest.mark.parametrize(("line", "message"), MISREAD)
def test_what_was_not_stated_is_not_guessed(line: str, message: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        claims(line)

    assert str(refusal.value) == message


def test_a_value_with_more_digits_than_can_be_scaled_is_refused() -> None:
    printed = f"{'9' * 40}.{'9' * 20}"

    assert claims(f"Growth,2024,{printed},%,reported,,")[0].figure.value == Decimal(printed)
    with pytest.raises(InvalidInput, match="Line 2 of the table"):
        claims(f"Growth,2024,{printed[1:]}9,billion VND,reported,,".replace("9,b", "95,b"))


@pytest.mark.parametrize("column", ["indicator", "period", "value", "unit", "kind", "source"])
def test_a_column_that_is_not_there_is_named(column: str) -> None:
    text = HEADING.replace(column, "other", 1) + "Growth,2024,13.85,%,reported,,\n"

    with pytest.raises(InvalidInput) as refusal:
        read_table(text, READING)

    having: Any = ", ".join(text.splitlines()[0].split(","))
    assert str(refusal.value) == f"The table has no column “{column}”; it has: {having}."
