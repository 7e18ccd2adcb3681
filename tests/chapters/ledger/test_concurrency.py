"""Several processes write to one ledger at once: nothing is lost, and the chain neither forks nor gaps."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from tests.conftest import Stored

WRITERS, ENTRIES = 4, 15
# Each writer waits for the starting file, so that all begin in the same moment.
WRITER = """
import sys, time
from pathlib import Path
import django
django.setup()
from datetime import UTC, datetime
from django.db import connection, transaction
from tongket.base.actors import Actor
from tongket.base.errors import Conflict
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger import actions, queries
from tongket.ledger.models import Evidence, Measure
from tongket.units.models import Unit

name, start = sys.argv[1], Path(sys.argv[2])
connection.ensure_connection()
document = Document.objects.get(slug="published-figures")

def entry(number):
    return actions.Entry(
        indicator=Indicator.objects.first(), unit=Unit.objects.first(), period=Period.year(2024),
        measure=Measure.ACTUAL, quantity=Quantity.parse(f"{name}.{number:03}"), unit_of_measure="%",
        evidence=actions.cite(document=document, start=number, end=number + 1),
    )

def now():
    return datetime.now(UTC)

def record(number):
    actions.record(by=Actor("rule", f"writer.{name}"), at=now(), entry=entry(number))

print("ready", flush=True)
while not start.exists():
    time.sleep(0.001)
for number in range(ENTRIES - 5):
    record(number)
    time.sleep(0.01)  # whoever waits looks again only now and then
with transaction.atomic():  # a document is recorded in one transaction of many entries
    for number in range(ENTRIES - 5, ENTRIES):
        record(number)
try:
    actions.correct(
        by=Actor("rule", f"writer.{name}"), at=now(), replaces=queries.get(1), entry=entry(ENTRIES), reason="misread"
    )
    print("corrected")
except Conflict as refusal:
    print(refusal)
"""


def test_writers_at_once_neither_lose_nor_fork_anything(stored: Stored, tmp_path: Path) -> None:
    [[before]] = stored.ask("SELECT COUNT(*) FROM tongket_observation")
    start = tmp_path / "start"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER.replace("ENTRIES", str(ENTRIES)), str(name), str(start)],
            env=stored.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in range(1, WRITERS + 1)
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    start.touch()
    said = [writer.communicate(timeout=100) for writer in writers]

    assert [(writer.returncode, said[n][1]) for n, writer in enumerate(writers)] == [(0, "")] * WRITERS
    refusal = "Observation 1 was corrected already; correct the newer one.\n"
    assert sorted(out for out, _ in said) == [refusal] * (WRITERS - 1) + ["corrected\n"]
    verified = stored.run("verify")
    assert (verified.returncode, verified.stderr) == (0, "")
    rows = stored.ask("SELECT seq, value, recorded_by, reason FROM tongket_observation ORDER BY seq")
    assert isinstance(before, int)
    total = before + WRITERS * ENTRIES + 1
    assert [row[0] for row in rows] == list(range(1, total + 1))
    for name in range(1, WRITERS + 1):
        own = [value for _, value, by, reason in rows if by == f"rule:writer.{name}" and not reason]
        assert own == [f"{name}.{number:03}" for number in range(ENTRIES)]
    authors = [row[2] for row in rows[before:] if not row[3]]
    # Or else they ran one after the other, and nothing was tested.
    assert sum(one != other for one, other in pairwise(authors)) >= WRITERS
