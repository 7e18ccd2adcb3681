"""``tongket bench rollup``: every engine gives the same answer; how fast is for no test to judge."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tongket.cli import bench_rollup, main
from tongket.cli import bench_rollup_data as data
from tongket.rollup import facts
from tongket.rollup.rules import Method

ROWS = 20_000
WANTED = [
    *("scan_s", "hand_sql_s", "build_s", "rollup_s", "recast_s", "peak_mib"),
    *("dashboard_p95_ms", "page_p95_ms", "visible_p95_ms"),
]


def test_one_json_object_in_which_all_engines_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    assert main.main(["bench", "rollup", "--rows", str(ROWS), "--json", "--folder", str(tmp_path)]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["data"] == "synthetic"
    assert report["rows"] == ROWS
    assert min(report[key] for key in WANTED) > 0
    assert report["page_totals"] > report["page_entries"] > 0
    assert report["compared_cells"] > ROWS
    assert report["different_cells"] == 0
    assert report["ibis_duckdb_agrees"] is True
    assert report["pandas_agrees"] is True
    assert report["pandas_rows"] == ROWS
    assert report.get("polars_agrees", True) is True  # installed for the bench only
    assert list(tmp_path.iterdir()) == []


def test_growth_is_shown_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(bench_rollup, "HOLDS", {"ibis_duckdb": 10_000})
    monkeypatch.setattr(bench_rollup, "PAGES", 0)  # asking two hundred of them takes longest; above they were asked

    assert main.main(["bench", "rollup", "--growth", "10000", "20000", "--folder", str(tmp_path)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines if line.endswith("entries of the ledger")] == [["10,000", "20,000"]]
    # The larger ledger is more than the other engine is given.
    asked = [line for line in lines if "by Ibis in DuckDB, of 10,000 entries" in line]
    assert len(asked) == 2
    assert [line for line in lines if "as a page" in line] == []


def test_too_few_rows_are_refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    assert main.main(["bench", "rollup", "--rows", "9"]) == 1

    assert "at least 10000 are needed" in capsys.readouterr().err


def test_as_many_entries_as_asked_for_are_drawn_and_marked_synthetic(tmp_path: Path) -> None:
    paths = data.write(tmp_path, ROWS)

    assert sum(pq.read_metadata(path).num_rows for path in paths) == ROWS
    assert all(b"nobody reported" in pq.read_schema(path).metadata[b"tongket"] for path in paths)
    seq = [number for path in paths for number in pq.read_table(path, columns=["seq"])["seq"].to_pylist()]
    assert seq == list(range(1, ROWS + 1))
    assert sum(len(rows.value) for rows in facts.read(paths)) == ROWS


def test_every_method_is_among_the_synthetic_indicators() -> None:
    assert {meaning.method for meaning in data.scheme(ROWS).meanings} == set(Method)
