"""Several processes decide about one claim in the same moment: one wins, the others are told, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import Stored

DECIDERS = 4
DECIDER = """
import sys, time
from pathlib import Path
import django
django.setup()
from datetime import UTC, datetime
from django.db import connection
from tongket.base.actors import Actor
from tongket.deciding.actions import DecidedMeanwhile, decide
from tongket.deciding.models import Verdict
from tongket.reading.models import Claim

name, start = sys.argv[1], Path(sys.argv[2])
claim = Claim.objects.get(evidence__quote="70 \u043a\u043e\u043c\u043c\u0443\u043d", claim_type="figure")
connection.ensure_connection()
print("ready", flush=True)
while not start.exists():
    time.sleep(0.001)
try:
    decide(by=Actor("person", name), at=datetime.now(UTC), claim=claim, seen=0, verdict=Verdict.REJECT, reason=name)
    print("decided")
except DecidedMeanwhile as error:
    print(error.values["who"])
"""


def test_of_those_who_decide_at_once_one_wins_and_the_others_are_told(stored: Stored, tmp_path: Path) -> None:
    start = tmp_path / "start"
    deciders = [
        subprocess.Popen(
            [sys.executable, "-c", DECIDER, f"person{number}", str(start)],
            env=stored.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(DECIDERS)
    ]
    for decider in deciders:
        assert decider.stdout is not None
        assert decider.stdout.readline() == "ready\n"
    start.touch()
    outcomes = {}
    for number, decider in enumerate(deciders):
        said, errors = decider.communicate(timeout=60)
        assert decider.returncode == 0, errors
        outcomes[f"person{number}"] = said.strip()

    [winner] = [name for name, said in outcomes.items() if said == "decided"]
    assert {said for name, said in outcomes.items() if name != winner} == {winner}
    decided = stored.ask("SELECT decided_by, number FROM tongket_decision")
    assert decided == [(f"person:{winner}", 1)]
    withdrawn = stored.ask("SELECT recorded_by FROM tongket_observation WHERE verification = 'withdrawn'")
    assert withdrawn == [(f"person:{winner}",)]
    assert stored.run("verify").returncode == 0
