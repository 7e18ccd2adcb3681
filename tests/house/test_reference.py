"""The reference says what the code says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tools.reference import FOLDER, PAGES


def test_the_reference_is_up_to_date() -> None:
    # In a process of its own: the help's language and width are those of the process.
    script = "from tools import reference; import json; print(json.dumps({n: w() for n, w in reference.PAGES.items()}))"
    environment = {"PATH": "", "TONGKET_LANGUAGE": "en", "PYTHONUTF8": "1"}
    result = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    written = {name: (FOLDER / name).read_text(encoding="utf-8") for name in PAGES}
    assert json.loads(result.stdout) == written, "run: ./dev run python -m tools.reference"
