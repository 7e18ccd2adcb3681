"""The expressions on a Spark cluster, from a process of their own: what Spark leaves open ends with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
LEFT_OPEN = ["-W", "ignore::ResourceWarning", "-W", "ignore::pytest.PytestUnraisableExceptionWarning"]


@pytest.mark.spark
def test_the_expressions_hold_on_spark() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *LEFT_OPEN]

    done = subprocess.run(
        [*command, str(HERE / "on_spark.py")],
        cwd=HERE.parents[1],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=900,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert " skipped" not in done.stdout, done.stdout
