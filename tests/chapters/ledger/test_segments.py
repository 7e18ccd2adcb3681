"""Segments hold the entries of the ledger, each once, whatever happened to them before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.db import transaction
from pytest_django import Settings

from tests.chapters.ledger.test_anchors import faults, tamper
from tests.conftest import Stored
from tests.factories.records import AT, RULE, entry, observation
from tongket.base.errors import Conflict
from tongket.base.quantities import Quantity
from tongket.ledger import actions, queries, segments
from tongket.ledger.models import Observation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where they are cut, three entries to a file."""
    settings.WORKSPACE = tmp_path
    monkeypatch.setattr(segments, "SIZE", 3)
    return tmp_path / "segments"


def record_several(count: int) -> None:
    """More entries about one cell."""
    first = Observation.objects.first()
    held = actions.Entry.of(first) if first else entry()
    values = (Quantity.parse(f"{number}.5", "0.05") for number in range(count))
    actions.record_many(by=RULE, at=AT, entries=[replace(held, quantity=value) for value in values])


def cut_entries() -> list[dict[str, object]]:
    return [row for segment in segments.held() for row in pq.read_table(segment.path).to_pylist()]


def test_each_entry_is_there_once_in_its_order() -> None:
    record_several(5)
    assert segments.cut() == 5
    assert segments.cut() == 0
    record_several(3)
    assert segments.cut() == 3

    assert [row["seq"] for row in cut_entries()] == list(range(1, 9))
    assert [(s.first, s.last) for s in segments.held()] == [(1, 3), (4, 6), (7, 8)]
    assert [s.hash for s in segments.held()] == [queries.get(seq).hash for seq in (3, 6, 8)]
    assert list(segments.faults()) == []


def test_an_entry_is_there_as_the_ledger_has_it() -> None:
    first = observation()
    later = AT + timedelta(microseconds=1)
    actions.correct(by=RULE, at=later, replaces=first, entry=actions.Entry.of(first), reason="misread")
    segments.cut()

    one, two = cut_entries()

    assert one == {
        "seq": 1,
        "indicator": "growth",
        "unit": "territorial:north",
        "unit_from": first.unit.valid_from,
        "period": "2024",
        "measure": "actual",
        "comparison": "value",
        "value": "13.85",
        "unit_of_measure": "%",
        "half_unit": "0.005",
        "modifier": "",
        "verification": "documented",
        "recorded_at": AT,
        "replaces": None,
    }
    assert (two["replaces"], two["recorded_at"]) == (1, later)


def test_a_file_that_is_gone_is_cut_again() -> None:
    record_several(7)
    segments.cut()
    segments.held()[1].path.unlink()

    assert segments.cut() == 3
    assert [row["seq"] for row in cut_entries()] == list(range(1, 8))


def test_what_was_left_half_written_is_no_file(folder: Path) -> None:
    record_several(2)
    folder.mkdir()
    (folder / "000000000000001.new").write_bytes(b"PAR1 torn")

    assert segments.cut() == 2
    assert list(segments.faults()) == []


def test_a_file_that_cannot_be_read_is_named(folder: Path) -> None:
    record_several(2)
    segments.cut()
    path = folder / "000000000000001.parquet"
    path.write_bytes(b"PAR1 torn")

    [fault] = segments.faults()
    assert str(fault).startswith(f"{path} cannot be read (")
    with pytest.raises(Conflict, match="cannot be read"):
        segments.cut()


def test_a_value_that_was_changed_is_found(folder: Path) -> None:
    record_several(3)
    segments.cut()
    path = folder / "000000000000001.parquet"
    held = pq.read_table(path)
    at = held.schema.get_field_index("value")
    pq.write_table(held.set_column(at, "value", [["0.5", "99", "2.5"]]), path)

    [fault] = segments.faults()
    assert str(fault) == f"{path}: entry 2 is not what the ledger says. Remove the file; it is cut again then."


def test_an_entry_that_the_ledger_has_lost_since_is_named(stored: Stored) -> None:
    assert stored.run("rollup", "cut").returncode == 0
    tamper(stored, "DELETE FROM tongket_observation WHERE seq = 40")

    assert any("000000000000001.parquet: entry 40 is not what the ledger says" in line for line in faults(stored))


def test_files_of_another_ledger_are_refused() -> None:
    with transaction.atomic():
        record_several(2)
        segments.cut()
        transaction.set_rollback(True)
    observation("99")

    with pytest.raises(Conflict, match="was cut from another ledger"):
        segments.cut()
    assert len(list(segments.faults())) == 1
