"""Score the links of figures to the general catalogue against hand-made gold: offsets and codes, no words of the texts.

In a row of the gold ``indicator`` is the code, several where either is right (``a|b``), or ``none`` where the
catalogue has no such indicator. Precision is of the links made, coverage of the figures that have a code.
"""

import csv
import json
from collections import Counter
from pathlib import Path

GOLD = Path(__file__).parent / "corpus.csv"


def score(claims: Path, gold: Path = GOLD) -> dict[str, Counter[str]]:
    """By language and in all: ``linked``, ``right``, ``coded`` and ``covered``, the coded ones with any link."""
    links: dict[tuple[str, int], str | None] = {}
    for line in claims.read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        if claim["type"] == "figure":
            for place in range(claim["start"], claim["end"]):
                links[Path(claim["file"]).stem, place] = claim["indicator_code"]
    tallies: dict[str, Counter[str]] = {}
    for row in csv.DictReader(gold.open(encoding="utf-8")):
        codes = [code for code in row["indicator"].split("|") if code != "none"]
        places = range(int(row["start"]), int(row["end"]))
        link = next((code for place in places if (code := links.get((row["text"], place)))), None)
        for scope in (row["text"].rpartition("_")[2], "all"):
            tally = tallies.setdefault(scope, Counter())
            tally["linked"] += link is not None
            tally["right"] += link in codes
            tally["coded"] += bool(codes)
            tally["covered"] += bool(codes) and link is not None
    return tallies


def show(claims: Path) -> None:
    """Print precision and coverage by language."""
    print("Links to the general catalogue: precision, coverage")
    for scope, tally in sorted(score(claims).items()):
        linked, coded = tally["linked"], tally["coded"]
        precision = f"{tally['right'] / linked:.3f}" if linked else "-"
        coverage = f"{tally['covered'] / coded:.3f}" if coded else "-"
        print(f"  {scope:<4} {precision} ({tally['right']} of {linked})  {coverage} ({tally['covered']} of {coded})")
