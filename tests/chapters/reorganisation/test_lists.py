"""Lists and decrees as tables have them."""

from __future__ import annotations

import pytest

from tongket.base.errors import Conflict, InvalidInput
from tongket.reorganisation import lists
from tongket.reorganisation.rules import Listed
from tongket.units.lineage import UNNAMED, Edge

OFFICE = ["ward_code", "ward_name", "district_code", "district_name", "province_code", "province_name"]


def test_a_plain_list() -> None:
    rows = [(2, ["01", "North", "province", ""]), (3, ["001", "Town", "district", "01"])]

    assert lists.listing(["code", "name", "level", "parent"], rows, name="l.csv", root="VN") == {
        "01": Listed("01", "North", "province", "VN"),
        "001": Listed("001", "Town", "district", "01"),
    }


def test_a_list_of_the_statistics_office_has_districts_or_not() -> None:
    row = ["00001", "Ward", "001", "Town", "01", "North"]
    province = Listed("01", "North", "province", None)

    assert lists.listing(OFFICE, [(2, row), (3, row)], name="l.csv") == {
        "01": province,
        "001": Listed("001", "Town", "district", "01"),
        "00001": Listed("00001", "Ward", "commune", "001"),
    }
    without = [*OFFICE[:2], *OFFICE[4:]]
    assert lists.listing(without, [(2, ["00001", "Ward", "01", "North"])], name="l.csv") == {
        "01": province,
        "00001": Listed("00001", "Ward", "commune", "01"),
    }


def test_a_code_for_two_units_is_named_with_its_line() -> None:
    rows = [(2, ["00001", "Ward", "001", "Town", "01", "North"]), (3, ["00001", "Other", "001", "Town", "01", "North"])]

    with pytest.raises(Conflict, match=r"l\.csv, line 3: the code 00001 stands for two units: Ward, Other\."):
        lists.listing(OFFICE, rows, name="l.csv")


def test_a_row_without_a_code_is_named_with_its_line() -> None:
    with pytest.raises(InvalidInput, match=r"l\.csv, line 2: the column “code” is empty"):
        lists.listing(["code", "name", "level", "parent"], [(2, ["", "a", "b", ""])], name="l.csv")


def test_a_decree_as_the_tables_of_july_2025_have_it() -> None:
    header = ["old_province_code", "old_ward_code", "new_province_code", "new_ward_code"]
    rows = [(2, ["24", "1", "24", "2"]), (3, ["27", "", "24", "3"]), (4, ["24", "1", "24", "3"])]

    assert lists.edges(header, rows, name="d.csv") == [
        Edge("24", "24"),
        Edge("27", "24"),
        Edge("1", "2"),
        Edge(UNNAMED, "3"),
        Edge("1", "3"),
    ]
    assert lists.edges(["from", "to", "share"], [(2, ["1", "2", ""])], name="d.csv") == [Edge("1", "2")]
