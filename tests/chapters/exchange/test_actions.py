"""A table is taken in whole or not at all, and only once; what comes out goes in again."""

from __future__ import annotations

import csv
import io

import pysdmx.io.csv.sdmx20.reader
import pysdmx.io.csv.sdmx20.writer
import pytest
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Component, Components, Concept, DataType, Role, Schema

from tests.factories.records import AT, OPERATOR, PUBLIC, count_rows, entry, indicator, unit
from tongket.access.policy import Refused
from tongket.base.errors import Conflict
from tongket.documents.sources import Source
from tongket.documents.sources.places import Place, Places
from tongket.documents.sources.xlsx import MEDIA_TYPE
from tongket.exchange import queries, rules
from tongket.exchange.actions import Taken, take_in
from tongket.exchange.sheets import table_of, workbook
from tongket.ledger import actions as ledger
from tongket.ledger import queries as ledgers
from tongket.ledger.models import Observation
from tongket.plan.models import Target

pytestmark = pytest.mark.django_db
TABLE = "indicator,unit,period,measure,value\ngrowth,north,2023,actual,7.5\ngrowth,north,2024,target,8\n"


@pytest.fixture(autouse=True)
def known() -> None:
    unit()
    indicator()


SCHEMA = Schema(
    context="dataflow",
    agency="TONGKET",
    id="FIGURES",
    version="1.0",
    components=Components(
        [
            Component(
                id=name,
                required=role is not Role.ATTRIBUTE,
                role=role,
                concept=Concept(id=name),
                local_dtype=DataType.STRING,
                attachment_level="O" if role is Role.ATTRIBUTE else None,
            )
            for role, names in {
                Role.DIMENSION: ("INDICATOR", "REF_AREA", "TIME_PERIOD", "MEASURE"),
                Role.MEASURE: ("OBS_VALUE",),
                Role.ATTRIBUTE: ("UNIT_MEASURE", "HALF_UNIT", "SOURCE"),
            }.items()
            for name in names
        ]
    ),
)
"""The structure of our tables as SDMX names it."""


def of(text: str) -> Source:
    return table_of(text.encode(), name="table.csv")


def take(text: str = TABLE, reason: str = "") -> Taken:
    return take_in(by=OPERATOR, at=AT, name="Yearbook 2023", table=of(text), reason=reason)


def test_every_figure_is_recorded_with_its_cell() -> None:
    taken = take()

    assert [(o.period, o.value, o.half_unit) for o in taken.recorded] == [("2023", "7.5", "0.05"), ("2024", "8", "0.5")]
    first = taken.recorded[0].evidence
    assert (first.quote, first.cell) == ("7.5", "2:value")
    assert first.document.text[first.start : first.end] == "7.5"
    assert Target.objects.get().observation == taken.recorded[1]
    assert ledgers.verify().faults == []


def test_the_same_table_twice_is_once() -> None:
    take()
    rows = count_rows()

    assert take() == Taken([], [], 2)
    assert count_rows() == rows


def test_a_cell_at_fault_keeps_everything_out() -> None:
    rows = count_rows()

    with pytest.raises(Conflict, match="3:unit: no unit had the code “south” in 2024"):
        take(TABLE.replace("north,2024", "south,2024"))
    assert count_rows() == rows


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            TABLE.replace("growth,north,2023", "hope,north,2023"),
            "2:indicator: the catalogue has no indicator “hope” on 2023-12-31",
        ),
        (
            "indicator,unit,period,value,unit_of_measure\ngrowth,north,2023,7,VND\n",
            "2:unit_of_measure: the indicator is measured in “%”, and the figure is in “VND”",
        ),
    ],
)
def test_what_the_workspace_does_not_know_is_named(table: str, said: str) -> None:
    assert [f.message.format(**f.values).rstrip(".") for f in queries.preview(table).faults] == [said]


def test_another_value_stands_beside_the_one_on_record() -> None:
    take()

    taken = take(TABLE.replace("7.5", "7.6"))

    assert [o.value for o in taken.recorded] == ["7.6"]
    assert sorted(o.value for o in ledgers.standing().filter(period="2023")) == ["7.5", "7.6"]


def test_with_a_reason_it_takes_its_place() -> None:
    take()

    taken = take(TABLE.replace("7.5", "7.6"), reason="The yearbook was revised.")

    assert [(o.value, o.reason) for o in taken.corrected] == [("7.6", "The yearbook was revised.")]
    assert [o.value for o in ledgers.standing().filter(period="2023")] == ["7.6"]
    assert ledgers.verify().faults == []


def test_where_sources_differ_a_table_corrects_none_of_them() -> None:
    take()
    take(TABLE.replace("7.5", "7.6"))

    with pytest.raises(Conflict, match="sources differ already"):
        take(TABLE.replace("7.5", "7.7"), reason="Revised.")


def test_what_comes_out_goes_in_again_and_is_known() -> None:
    take()
    ledger.record(by=OPERATOR, at=AT, entry=entry("1.50", "0.005"))
    for format in ("csv", "sdmx-csv"):
        text = io.StringIO()
        table = rules.written(queries.lines(ledgers.standing()), format=format)  # type: ignore[arg-type]
        csv.writer(text).writerows(table)

        preview = queries.preview(text.getvalue())

        assert (len(preview.held), preview.new, preview.differing, preview.faults) == (3, [], [], [])


def test_what_comes_out_is_sdmx_to_others_and_what_others_write_goes_in() -> None:
    take()
    text = io.StringIO()
    csv.writer(text).writerows(rules.written(queries.lines(ledgers.standing()), format="sdmx-csv"))

    [data] = pysdmx.io.csv.sdmx20.reader.read(text.getvalue())

    assert data.short_urn == "Dataflow=TONGKET:FIGURES(1.0)"
    columns = ["INDICATOR", "REF_AREA", "TIME_PERIOD", "MEASURE", "OBS_VALUE", "UNIT_MEASURE"]
    assert data.data[columns].values.tolist() == [
        ["growth", "north", "2023", "actual", "7.5", "%"],
        ["growth", "north", "2024", "target", "8.0", "%"],  # it gives numbers back as binary floats
    ]
    theirs = pysdmx.io.csv.sdmx20.writer.write([PandasDataset(structure=SCHEMA, data=data.data)])
    assert theirs is not None
    preview = queries.preview(theirs)
    assert (len(preview.held), preview.new, preview.differing, preview.faults) == (2, [], [], [])


def test_a_workbook_says_what_a_table_says_and_names_its_cells() -> None:
    book = workbook(list(csv.reader(io.StringIO(TABLE))))

    taken = take_in(by=OPERATOR, at=AT, name="Yearbook", table=table_of(book, name="yearbook.xlsx"))

    first = taken.recorded[0].evidence
    assert (first.quote, first.cell, first.document.media_type) == ("7.5", "Figures!E2", MEDIA_TYPE)
    assert Places.from_record(first.document.places).at(first.start) == Place(sheet="Figures", row=2, column=5)
    table = rules.written(queries.lines(ledgers.standing()), format="xlsx")
    again = table_of(workbook(table), name="again.xlsx")
    preview = queries.preview(again.text, again.places)
    assert (len(preview.held), preview.new, preview.differing, preview.faults) == (2, [], [], [])


def test_the_public_takes_nothing_in() -> None:
    with pytest.raises(Refused):
        take_in(by=PUBLIC, at=AT, name="x", table=of(TABLE))
    assert not Observation.objects.exists()
