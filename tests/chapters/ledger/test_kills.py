"""The process is killed while it records and cuts segments: nothing acknowledged is lost, nothing is counted twice.

./dev run pytest tests/chapters/ledger/test_kills.py --kills 200
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.conftest import Stored

# Each run is a process that records, forked off once all is loaded, before anything opens the database. What it
# recorded it says in a file, after each transaction: that is the acknowledgement. Every third is of several entries.
WRITERS = """
import os, random, signal, sys, time
import django
django.setup()
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from django.db import transaction
from tongket.base.actors import Actor
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger import actions, segments
from tongket.ledger.models import Measure
from tongket.units.models import Unit

segments.SIZE = 64  # so that files fill up

def write(run, acknowledge):
    indicator, unit = Indicator.objects.first(), Unit.objects.first()
    evidence = actions.cite(document=Document.objects.get(slug="published-figures"), start=0, end=5)
    for number in count(1):
        values = [f"{run}.{number:05}{part}" for part in ((1, 2, 3) if number % 3 == 0 else (1,))]
        with transaction.atomic():
            for value in values:
                entry = actions.Entry(
                    indicator=indicator, unit=unit, period=Period.year(2024), measure=Measure.ACTUAL,
                    quantity=Quantity.parse(value), unit_of_measure="%", evidence=evidence,
                )
                actions.record(by=Actor("rule", "writer"), at=datetime.now(UTC), entry=entry)
        os.write(acknowledge, (" ".join(values) + chr(10)).encode())
        if number % 2 == 0:
            segments.cut()

moment = random.Random(20241231)
for run in range(1, int(sys.argv[1]) + 1):
    acknowledge = os.open(Path(sys.argv[2]) / str(run), os.O_WRONLY | os.O_CREAT)
    child = os.fork()
    if child == 0:
        write(run, acknowledge)
    while run % 2 and not os.fstat(acknowledge).st_size:  # half of them not before they said something
        time.sleep(0.001)
    time.sleep(moment.uniform(0, 0.15))  # an entry takes some milliseconds
    os.kill(child, signal.SIGKILL)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL  # and did not end by itself
    os.close(acknowledge)
segments.cut()
"""


def test_a_process_killed_while_it_records_loses_and_doubles_nothing(
    stored: Stored, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    kills = pytestconfig.getoption("kills")
    said = tmp_path / "acknowledged"
    said.mkdir()

    done = subprocess.run(
        [sys.executable, "-c", WRITERS, str(kills), str(said)],
        env=stored.environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    lines = [line for file in said.iterdir() for line in file.read_text("ascii").splitlines(keepends=True)]
    acknowledged = {value for line in lines if line.endswith("\n") for value in line.split()}
    rows = stored.ask("SELECT value FROM tongket_observation WHERE recorded_by = 'rule:writer'")
    held = Counter(str(value) for [value] in rows)
    verified = stored.run("verify")
    assert (verified.returncode, verified.stderr) == (0, "")
    assert set(held.values()) == {1}
    # In the segments, too, each entry is there once, whatever was cut when.
    files = [pq.read_table(path).to_pylist() for path in sorted((stored.path / "segments").glob("*.parquet"))]
    cut = [row for file in files for row in file]
    [[count]] = stored.ask("SELECT count(*) FROM tongket_observation")
    assert len(files) > 10
    assert [row["seq"] for row in cut] == list(range(1, int(str(count)) + 1))
    assert {row["value"] for row in cut} >= acknowledged
    assert acknowledged <= set(held)
    # A transaction is held whole or not at all; of each run one more may be committed than it came to say.
    groups = Counter(value[:-1] for value in held)
    assert all(groups[group] == (3 if int(group.partition(".")[2]) % 3 == 0 else 1) for group in groups)
    assert len(groups) - len({value[:-1] for value in acknowledged}) <= kills
    # Or else they were killed before they did anything.
    assert len({value.partition(".")[0] for value in acknowledged}) >= kills // 2
