"""The process is killed while it records: nothing that it acknowledged is lost, nothing is counted twice.

./dev run pytest tests/chapters/ledger/test_kills.py --kills 200
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from tests.conftest import Stored

# Says what it recorded after each transaction: that is the acknowledgement. Every third is of several entries.
WRITER = """
import sys
import django
django.setup()
from datetime import UTC, datetime
from itertools import count
from django.db import transaction
from tongket.base.actors import Actor
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue.models import Indicator
from tongket.documents.models import Document
from tongket.ledger import actions
from tongket.ledger.models import Measure
from tongket.units.models import Unit

run = sys.argv[1]
indicator, unit = Indicator.objects.first(), Unit.objects.first()
evidence = actions.cite(document=Document.objects.get(slug="published-figures"), start=0, end=5)

def record(value):
    entry = actions.Entry(
        indicator=indicator, unit=unit, period=Period.year(2024), measure=Measure.ACTUAL,
        quantity=Quantity.parse(value), unit_of_measure="%", evidence=evidence,
    )
    actions.record(by=Actor("rule", "writer"), at=datetime.now(UTC), entry=entry)

print("ready", flush=True)
for number in count(1):
    values = [f"{run}.{number:05}{part}" for part in ((1, 2, 3) if number % 3 == 0 else (1,))]
    with transaction.atomic():
        for value in values:
            record(value)
    print(*values, flush=True)
"""


def test_a_process_killed_while_it_records_loses_and_doubles_nothing(
    stored: Stored, pytestconfig: pytest.Config
) -> None:
    kills = pytestconfig.getoption("kills")
    moment = random.Random(20241231)  # noqa: S311
    acknowledged: list[str] = []
    for run in range(1, kills + 1):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(run)],
            env=stored.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(moment.uniform(0, 0.15))  # an entry takes some milliseconds
        writer.send_signal(signal.SIGKILL)
        said, errors = writer.communicate(timeout=60)
        assert (writer.returncode, errors) == (-signal.SIGKILL, "")
        acknowledged += [
            value for line in said.splitlines(keepends=True) if line.endswith("\n") for value in line.split()
        ]

    held = Counter(
        str(value) for [value] in stored.ask("SELECT value FROM tongket_observation WHERE recorded_by = 'rule:writer'")
    )
    verified = stored.run("verify")

    assert (verified.returncode, verified.stderr) == (0, "")
    assert set(held.values()) == {1}
    assert set(acknowledged) <= set(held)
    # A transaction is held whole or not at all; of each run one more may have been committed than it could tell.
    groups = Counter(value[:-1] for value in held)
    assert all(groups[group] == (3 if int(group.partition(".")[2]) % 3 == 0 else 1) for group in groups)
    assert len(groups) - len({value[:-1] for value in acknowledged}) <= kills
    assert len(acknowledged) > kills
