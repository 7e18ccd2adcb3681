"""Check the reading, the recasting and the reorganising against texts and tables that do not ship with the project.

FOLDER holds corpus/*.txt, corpus/gold/ and tools/score_reading.py, the scorer; and data/, official tables before
and after reorganisations. Fails when a command fails, when the figures it read score lower than wanted, or when a
recast table is not the official one.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools import check_links, check_territory

WANTED = "0.9"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./dev check", description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--min-f1", default=WANTED, help=f"the score to reach (default: {WANTED})")
    options = parser.parse_args(arguments)

    texts = sorted((options.folder / "corpus").glob("*.txt"))
    scorer = options.folder / "tools" / "score_reading.py"
    if not texts or not scorer.exists():
        print(f"{options.folder} holds no corpus/*.txt or no tools/score_reading.py.", file=sys.stderr)
        return 2
    tongket = shutil.which("tongket")
    if tongket is None:
        print("No tongket command here: run this as ./dev check FOLDER.", file=sys.stderr)
        return 2

    with tempfile.NamedTemporaryFile(suffix=".jsonl") as claims:
        print(f"Reading {len(texts)} texts of {options.folder / 'corpus'}", flush=True)
        subprocess.run([tongket, "read", *map(str, texts), "--format", "jsonl"], stdout=claims, check=True)
        gold = options.folder / "corpus" / "gold"
        score = [sys.executable, str(scorer), str(gold), claims.name, "--min-f1", options.min_f1]
        read = subprocess.run(score).returncode
        check_links.show(Path(claims.name))
    territory = check_territory.main(options.folder / "data", tongket)
    return read or territory


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        sys.exit(f"{' '.join(error.cmd[:2])} failed with exit code {error.returncode}.")
