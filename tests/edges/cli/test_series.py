"""``tongket series`` and ``tongket explain`` on the demo's workspace."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run


def test_a_series_as_reported_and_in_the_units_of_a_day(tongket: Run, made_workspace: Path) -> None:
    place = ("--workspace", made_workspace)

    table = tongket("series", "grdp-growth", "--unit", "24", *place)
    rows = json.loads(
        tongket("series", "pci", "--unit", "24-2025", "--reading", "today", "--format", "json", *place).stdout
    )
    csv = tongket("series", "pci", "--unit", "24", "--reading", "2016-12-31", "--format", "csv", *place)

    assert table.stdout.splitlines()[0].startswith("2022  24  19.3 %  [")
    assert {row["value"] for row in rows} == {None}
    assert "it is not simply 27 continued" in rows[-1]["reasons"][1]
    assert csv.stdout.splitlines()[0] == "period,unit,value,unit_of_measure,entries,reasons"
    assert csv.stdout.splitlines()[-1].startswith("2016,24,58.20,points,")


def test_a_figure_is_explained_down_to_its_words(tongket: Run, made_workspace: Path) -> None:
    done = tongket("explain", "grdp-growth", "--unit", "24", "--period", "2024", "--workspace", made_workspace)
    known = tongket(
        *("explain", "grdp-growth", "--unit", "24", "--period", "2024", "--as-known-at", "2020-01-01"),
        *("--workspace", made_workspace),
    )

    assert done.returncode == 0
    assert "13.85 % · observation 1 · " in done.stdout
    assert "“13,85%”" in done.stdout
    assert "read by the rule ru.change.rate.up" in done.stdout
    assert (known.returncode, "observation" in known.stdout) == (1, False)


def test_an_unknown_indicator_or_reading_is_told(tongket: Run, made_workspace: Path) -> None:
    place = ("--workspace", made_workspace)

    assert "no indicator “hope”" in tongket("series", "hope", "--unit", "24", *place).stderr
    assert "“soon” is no reading" in tongket("series", "grdp", "--unit", "24", "--reading", "soon", *place).stderr
