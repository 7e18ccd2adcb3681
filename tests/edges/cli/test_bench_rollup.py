"""``tongket bench rollup``: every engine gives the same answer; how fast is for no test to judge."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tongket.cli import bench_rollup_data as data
from tongket.cli import main
from tongket.rollup import segments
from tongket.rollup.rules import Method

ROWS = 20_000
WANTED = ["scan_s", "hand_sql_s", "build_s", "rollup_s", "dashboard_p95_ms", "visible_p95_ms", "recast_s", "peak_mib"]


def test_one_json_object_in_which_all_engines_agree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")

    assert main.main(["bench", "rollup", "--rows", str(ROWS), "--json", "--folder", str(tmp_path)]) == 0

    report = json.loads(capsys.readouterr().out)
    assert report["data"] == "synthetic"
    assert report["rows"] == ROWS
    assert min(report[key] for key in WANTED) > 0
    assert report["page_p95_ms"] is None
    assert report["compared_cells"] > ROWS
    assert report["different_cells"] == 0
    assert report["ibis_duckdb_agrees"] is True
    assert report["pandas_agrees"] is True
    assert report.get("polars_agrees", True) is True  # installed for the bench only
    assert list(tmp_path.iterdir()) == []


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
    assert sum(len(rows.value) for rows in segments.read(paths)) == ROWS


def test_every_method_is_among_the_synthetic_indicators() -> None:
    assert {meaning.method for meaning in data.scheme(ROWS).meanings} == set(Method)
