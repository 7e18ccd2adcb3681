"""``tongket recast``: tables in, a table out, every refusal named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

VALUES = "unit,people,mean\n01,100,10\n02,50,20\n03,7,\n"
LINEAGE = "from,to,share\n01,09,\n02,09,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "values.csv").write_text(VALUES, encoding="utf-8")
    (tmp_path / "lineage.csv").write_text(LINEAGE, encoding="utf-8")
    return tmp_path


def test_codes_stay_text_and_gaps_stay_gaps(tongket: Run, folder: Path) -> None:
    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=folder)

    assert (folder / "out.csv").read_bytes() == b"unit,people,mean\n09,150,30\n03,7,\n"
    assert (done.returncode, done.stderr) == (0, "03: no value is given for 03 (mean).\n")
    assert done.stdout == ("out.csv: 2 units; 3 figures, divided ones and means to 6 decimals; 1 not computed.\n")


def test_strict_fails_after_writing_what_can_be_computed(tongket: Run, folder: Path) -> None:
    strict = ("recast", "values.csv", "--lineage", "lineage.csv", "--strict", "--out", "out.csv")

    assert tongket(*strict, cwd=folder).returncode == 1
    assert (folder / "out.csv").exists()

    (folder / "values.csv").write_text(VALUES.replace("03,7,\n", ""), encoding="utf-8")
    assert tongket(*strict, cwd=folder).returncode == 0


def test_steps_apply_in_order(tongket: Run, folder: Path) -> None:
    (folder / "later.csv").write_text("from,to,share\n09,A,0.3\n09,B,0.6\n", encoding="utf-8")

    done = tongket(
        *("recast", "values.csv", "--lineage", "lineage.csv", "--lineage", "later.csv", "--method", "mean:people"),
        *("--decimals", "1", "--out", "out.csv"),
        cwd=folder,
    )

    assert (folder / "out.csv").read_text(encoding="utf-8") == "unit,people,mean\nA,50,13.3\nB,100,13.3\n03,7,\n"
    assert done.stderr.splitlines()[0] == (
        "later.csv: the shares of 09 sum to 0.9 as printed; they are taken in proportion."
    )


def test_an_unknown_share_is_named_on_both_sides(tongket: Run, folder: Path) -> None:
    (folder / "lineage.csv").write_text("from,to,share\n01,08,\n01,09,\n", encoding="utf-8")

    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=folder)

    assert "08: 01 was divided among 08, 09, and nobody states what share went where (all columns)." in done.stderr
    assert "08,,\n" in (folder / "out.csv").read_text(encoding="utf-8")


def test_files_as_people_keep_them(tongket: Run, folder: Path) -> None:
    (folder / "values.csv").write_bytes('name;unit;"n"\r\nXã Đông;01;5\r\n'.encode("utf-8-sig"))
    (folder / "lineage.csv").write_bytes(b"share\tto\tfrom\textra\r\n\t09\t 01 \tx\r\n\r\n")

    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=folder)

    assert (folder / "out.csv").read_text(encoding="utf-8") == "name,unit,n\n,09,5\n"
    assert done.stderr == "09: what is given for 01 is not a decimal number (name).\n"


def test_rows_given_twice(tongket: Run, folder: Path) -> None:
    (folder / "values.csv").write_text("unit,a,b\n01,1,2\n01,1,3\n02,1,1\n02,1,1\n", encoding="utf-8")

    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=folder)

    assert (folder / "out.csv").read_text(encoding="utf-8") == "unit,a,b\n09,2,\n"
    assert done.stderr == "09: 01 is listed more than once with different values (b).\n"


BAD = [
    ("lineage.csv", "from,to\n01,09\n", "lineage.csv: there is no column “share”."),
    ("lineage.csv", "from,to,share\n01,09,-1\n", "lineage.csv, line 2: “-1” is not a share"),
    ("lineage.csv", "from,to,share\n01,09,1/2\n", "lineage.csv, line 2: “1/2” is not a share"),
    ("lineage.csv", "from,to,share\n\n01,09\n", "lineage.csv, line 3: the row has 2 cells, and the header 3."),
    ("lineage.csv", "from,to,share\n,,1\n", "lineage.csv, line 2: neither from nor to is given."),
    ("values.csv", "unit,n\n,1\n", "values.csv, line 2: the column “unit” is empty."),
    ("lineage.csv", 'from,to,share\n"01,09,1\n', "this is not CSV"),
    ("values.csv", "code,n\n01,1\n", "values.csv: there is no column “unit”."),
    ("values.csv", "unit,n,n\n01,1,1\n", "values.csv: the column “n” is there more than once."),
    ("values.csv", "", "values.csv: the file is empty."),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_a_table_that_cannot_be_understood_is_one_sentence(
    tongket: Run, folder: Path, name: str, content: str, reason: str
) -> None:
    (folder / name).write_text(content, encoding="utf-8")

    done = tongket("recast", "values.csv", "--lineage", "lineage.csv", "--out", "out.csv", cwd=folder)

    assert done.returncode == 1
    assert reason in done.stderr
    assert not (folder / "out.csv").exists()
    assert len(done.stderr.splitlines()) == 1


def test_usage(tongket: Run, folder: Path) -> None:
    for wrong in (["--method", "median"], ["--decimals", "x"], ["--decimals", "31"], []):
        lineage = ["--lineage", "lineage.csv"] if wrong else []
        done = tongket("recast", "values.csv", *lineage, *wrong, "--out", "out.csv", cwd=folder)

        assert done.returncode == 2
