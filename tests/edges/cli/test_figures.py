"""``tongket figures``: a table is previewed, refused cell by cell, taken in once, and written out again."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Run

TABLE = "indicator,unit,period,value,source\ngrdp-growth,01,2022,8.89,yearbook\ngrdp-growth,27,2022,7.39,yearbook\n"


def test_a_table_goes_in_once_and_comes_out(tongket: Run, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "yearbook.csv"
    file.write_text(TABLE, encoding="utf-8")
    place = ("--workspace", workspace)

    preview = tongket("figures", "import", file, "--preview", *place)
    assert preview.stdout.splitlines() == [
        "2 figures are new, 0 differ from what is on record, 0 are on record already.",
        "This is a preview: nothing was stored.",
    ]
    assert "2 figures recorded, 0 corrected, 0 on record before" in tongket("figures", "import", file, *place).stdout
    assert "0 figures recorded, 0 corrected, 2 on record before" in tongket("figures", "import", file, *place).stdout

    shown = tongket("figures", "export", "--indicator", "grdp-growth", "--unit", "27", *place)
    assert shown.stdout.splitlines()[1:] == ["grdp-growth,27,2022,actual,7.39,%,0.005,yearbook"]
    before = tongket("figures", "export", "--as-known-at", "2020-01-31", *place)
    assert (before.returncode, len(before.stdout.splitlines())) == (0, 1)
    out = tmp_path / "out.csv"
    written = tongket("figures", "export", "--format", "sdmx-csv", "--out", out, *place)
    assert written.returncode == 0
    assert "0 figures are new, 0 differ" in tongket("figures", "import", out, "--preview", *place).stdout
    book = tmp_path / "out.xlsx"
    assert tongket("figures", "export", "--format", "xlsx", "--out", book, *place).returncode == 0
    assert "0 figures are new, 0 differ" in tongket("figures", "import", book, "--preview", *place).stdout
    assert tongket("verify", *place).returncode == 0


def test_every_cell_at_fault_is_named_and_nothing_is_stored(tongket: Run, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(TABLE.replace("27", "99999").replace("8.89", "much"), encoding="utf-8")

    done = tongket("figures", "import", file, "--workspace", workspace)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "2:value: “much” is not a decimal number such as 20699.5.",
        "3:unit: no unit had the code “99999” in 2022.",
        "tongket: 2 cells are at fault. Nothing was stored.",
    ]


def test_a_value_that_differs_is_shown_beside_what_is_on_record(tongket: Run, workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("indicator,unit,period,value\ngrdp-growth,24,2022,19.4\n", encoding="utf-8")

    done = tongket("figures", "import", file, "--preview", "--workspace", workspace)

    assert re.fullmatch(
        r"2:value: 19\.4; on record is 19\.3 \(observation \d+, from published-figures\)\.", done.stderr.strip()
    )
    assert "1 differ from what is on record" in done.stdout
