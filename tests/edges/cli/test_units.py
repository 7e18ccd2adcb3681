"""``tongket units``: all of Viet Nam, before and after 1 July 2025, and what became of which commune."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

import tongket as package
from tests.conftest import Run, run_tongket

SHIPPED = Path(package.__file__).parent / "packs" / "vietnam"
BOTH = ("--from", "2025-06-30", "--to", "2025-07-01")
LEFT_IN = ("07732", "07693", "07744")
"""Codes that public mirrors of the list of January 2025 kept for Bac Giang, and the official list has not."""


@pytest.fixture(scope="module")
def country(made_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that holds both lists; nobody may change it."""
    path = tmp_path_factory.mktemp("country") / "workspace"
    shutil.copytree(made_workspace, path)
    taken = run_tongket("units", "import", "vietnam", "--workspace", path)
    assert (taken.returncode, taken.stderr) == (0, "")
    return path


def rows(name: str) -> list[dict[str, str]]:
    with (SHIPPED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_force(workspace: Path, day: str) -> dict[str, int]:
    with sqlite3.connect(workspace / "tongket.sqlite3") as database:
        return dict(
            database.execute(
                "SELECT level, count(*) FROM tongket_unit"
                " WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to > ?) GROUP BY level",
                (day, day),
            )
        )


def test_all_communes_and_provinces_are_there_before_and_after(country: Path) -> None:
    assert in_force(country, "2025-06-30") == {"country": 1, "province": 63, "district": 691, "commune": 10_035}
    assert in_force(country, "2025-07-01") == {"country": 1, "province": 34, "commune": 3_321}


def test_taking_them_in_again_changes_nothing(tongket: Run, country: Path) -> None:
    done = tongket("units", "import", "vietnam", "--workspace", country)

    assert done.returncode == 0
    assert "0 of them new" in done.stdout
    assert in_force(country, "2025-07-01")["commune"] == 3_321


def test_what_changed_counts_each_type_of_effect(tongket: Run, country: Path) -> None:
    done = tongket("units", "diff", *BOTH, "--workspace", country)

    assert done.stdout.startswith(
        "  created: 5\n  renamed: 16\n  moved: 132\n  merged: 3204\n  divided: 471\n  ended without a successor: 691\n"
    )
    assert "created: 11948 Đặc khu Bạch Long Vĩ\n" in done.stdout


def test_every_figure_that_can_be_recast_is_and_each_unknown_split_is_named(
    tongket: Run, country: Path, tmp_path: Path
) -> None:
    lineage = tongket("units", "diff", *BOTH, "--format", "csv", "--workspace", country)
    (tmp_path / "lineage.csv").write_text(lineage.stdout, encoding="utf-8")
    old = [row["code"] for row in rows("units-2025-06-30.csv") if row["level"] == "commune"]
    figures = "".join(f"{code},{place}\n" for place, code in enumerate(old))
    (tmp_path / "values.csv").write_text("unit,n\n" + figures, encoding="utf-8")

    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=tmp_path)

    # By the book: a new commune has a figure if each of its origins went there whole and is named.
    targets: dict[str, set[str]] = {}
    origins: dict[str, set[str]] = {}
    for row in rows("decree-2025-07-01.csv"):
        targets.setdefault(row["from"], set()).add(row["to"])
        origins.setdefault(row["to"], set()).add(row["from"])
    figure = {code: place for place, code in enumerate(old)}
    new = [row["code"] for row in rows("units-2025-07-01.csv") if row["level"] == "commune"]
    want = {
        code: str(sum(figure[origin] for origin in origins[code]))
        if all(origin and len(targets[origin]) == 1 for origin in origins[code])
        else ""
        for code in new
    }
    got = {row["unit"]: row["n"] for row in csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8")))}
    assert got == want
    assert sum(map(bool, got.values())) == 2_875
    divided = {code for code in old if len(targets[code]) > 1}
    assert len(divided) == 471
    assert set(re.findall(r": (\d+) was divided among", done.stderr)) == divided


def test_a_figure_for_the_provinces_is_lifted_over_the_splits(tongket: Run, country: Path, tmp_path: Path) -> None:
    """Communes recast to the provinces of July: no division crosses a province."""
    lineage = tongket("units", "diff", *BOTH, "--format", "csv", "--workspace", country)
    (tmp_path / "one.csv").write_text(lineage.stdout, encoding="utf-8")
    communes = [row for row in rows("units-2025-07-01.csv") if row["level"] == "commune"]
    upwards = "".join(f"{row['code']},P{row['parent']},\n" for row in communes)
    (tmp_path / "two.csv").write_text("from,to,share\n" + upwards, encoding="utf-8")
    old = [row["code"] for row in rows("units-2025-06-30.csv") if row["level"] == "commune"]
    (tmp_path / "values.csv").write_text("unit,n\n" + "".join(f"{code},1\n" for code in old), encoding="utf-8")

    done = tongket(
        "recast", "values.csv", "--lineage", "one.csv", "--lineage", "two.csv", "--out", "out.csv", cwd=tmp_path
    )

    assert "was divided" not in done.stderr
    got = {row["unit"]: row["n"] for row in csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8")))}
    unnamed = {"P31", "P44", "P48", "P51", "P79"}  # their five special zones were districts without communes
    assert len(got) == 34
    assert {unit for unit, n in got.items() if not n} == unnamed
    assert got["P24"] == str(192 + 121)  # Bac Giang and Bac Ninh


def test_the_lineage_of_a_commune(tongket: Run, country: Path) -> None:
    merged = tongket("units", "lineage", "07210", *BOTH, "--workspace", country).stdout.splitlines()
    divided = tongket("units", "lineage", "00016", *BOTH, "--workspace", country).stdout.splitlines()

    assert merged[:2] == ["07210 Phường Hoàng Văn Thụ on 2025-06-30 became:", "  07210 Phường Bắc Giang: 1"]
    assert "07210 Phường Bắc Giang on 2025-07-01 was formed from:" in merged
    assert divided == [
        "00016 Phường Ngọc Hà on 2025-06-30 became:",
        "  00004 Phường Ba Đình: share unknown",
        "  00008 Phường Ngọc Hà: share unknown",
        "What is unknown can be shown only on 01, which covers them all.",
    ]


def test_a_province_is_recognised_although_the_pack_gave_it_a_code(tongket: Run, country: Path) -> None:
    done = tongket("units", "lineage", "27", *BOTH, "--workspace", country)

    assert done.stdout.splitlines()[1:] == ["  24-2025 Tỉnh Bắc Ninh: 1"]


def test_codes_that_a_list_kept_although_a_decree_abolished_them_are_named(
    tongket: Run, workspace: Path, tmp_path: Path
) -> None:
    """192 communes of Bac Giang, and three that a decree put to an end and a list still has."""
    shipped = rows("units-2025-06-30.csv")
    districts = [row for row in shipped if row["parent"] == "24"]
    communes = [row for row in shipped if row["parent"] in {row["code"] for row in districts}]
    assert len(communes) == 192
    planted = [{"code": code, "name": f"Xã {code}", "level": "commune", "parent": "213"} for code in LEFT_IN]
    write(tmp_path / "list.csv", [*districts, *communes, *planted])
    write(tmp_path / "before.csv", [*districts, *communes, *planted])
    edges = [{"from": row["code"], "to": row["code"], "share": ""} for row in communes]
    abolished = [{"from": code, "to": "07210", "share": ""} for code in LEFT_IN]
    write(tmp_path / "decree.csv", [*edges, *abolished])
    place = ("--within", "24", "--workspace", workspace)
    assert tongket("units", "import", tmp_path / "before.csv", "--on", "2024-12-31", *place).returncode == 0

    decree = ("--on", "2025-01-01", "--decree", tmp_path / "decree.csv", "--number", "1/NQ")
    done = tongket("units", "import", tmp_path / "list.csv", *decree, *place)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        *(f"{code}: in force in the list, abolished by the decree." for code in LEFT_IN),
        "tongket: the list and the decrees contradict each other on 3 units. Nothing was stored.",
    ]
    assert in_force(workspace, "2025-01-01")["commune"] == 10_035 + 3

    write(tmp_path / "right.csv", [*districts, *communes])
    assert tongket("units", "import", tmp_path / "right.csv", *decree, *place).returncode == 0
    assert in_force(workspace, "2025-01-01")["commune"] == 10_035
    again = tongket("units", "import", tmp_path / "list.csv", "--on", "2025-01-02", *place)
    assert [f"{code}: in force in the list, abolished by the decree 1/NQ of 2025-01-01." for code in LEFT_IN] == sorted(
        again.stderr.splitlines()[:3], key=lambda line: LEFT_IN.index(line[:5])
    )


def test_a_preview_says_what_follows_and_stores_nothing(tongket: Run, workspace: Path) -> None:
    units = in_force(workspace, "2025-07-01")

    done = tongket("units", "import", "vietnam", "--preview", "--workspace", workspace)

    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert "divided: 00016 Phường Ngọc Hà → 00004 Phường Ba Đình, 00008 Phường Ngọc Hà" in lines
    [held] = [line for line in lines if line.startswith("24 Tỉnh Bắc Giang: ")]
    assert re.fullmatch(
        r"24 Tỉnh Bắc Giang: targets [1-9]\d*, tasks [1-9]\d*; from then on they are those of 24-2025\.", held
    )
    assert "  state-budget-revenue: can be recast: amounts are added or divided" in lines
    assert "  grdp-growth: cannot be recast: such figures cannot be added or divided" in lines
    assert lines[-1] == "This is a preview: nothing was stored."
    assert in_force(workspace, "2025-07-01") == units


BAD = [
    (("diff", "--from", "yesterday", "--to", "2025-07-01"), 2, "“yesterday” is not a day such as 2025-07-01."),
    (("lineage", "99999", *BOTH), 1, "No unit has the code “99999” on 2025-06-30."),
    (("import", "list.csv"), 1, "Say with --on on which day the list is in force."),
    (("import", "list.csv", "--on", "2025-01-01", "--decree", "d.csv"), 1, "Say with --number which decree it is"),
    (("import", "absent.csv", "--on", "2025-01-01"), 1, "absent.csv: the file cannot be read"),
]


@pytest.mark.parametrize(("arguments", "code", "reason"), BAD)
def test_what_cannot_be_done_is_one_sentence(
    tongket: Run, country: Path, arguments: tuple[str, ...], code: int, reason: str
) -> None:
    done = tongket("units", *arguments, "--workspace", country)

    assert done.returncode == code
    assert reason in done.stderr


def write(file: Path, table: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(table[0]))
        writer.writeheader()
        writer.writerows(table)
