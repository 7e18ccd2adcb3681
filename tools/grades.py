"""Measure how often the linked figures of each grade are read wholly right in annotated texts, and print it.

``python -m tools.grades [FOLDER]``: texts ``NNN_lang.txt`` with ``gold/NNN_lang.jsonl``, otherwise the project's own.
The period that a text covers stands in ``covers.tsv`` (text, period), as somebody says it by the title; without that
file it is the one that most of its annotated figures are of. Only figures that are linked to the general catalogue
count, as only these may be accepted together; whether the link is right is judged elsewhere.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.deciding.grades import Grade, Precision, graded
from tongket.packs.loading import general_catalogue
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "chapters" / "reading" / "own"
_COMPARISONS = ("change", "plan_ratio", "plan_excess", "rank")
_TOLERANCE = Decimal("0.000001")


def measured(folder: Path) -> dict[Grade, Precision]:
    """How many figures of each grade were read, and how many of them wholly right; optional ones count neither way."""
    right: Counter[Grade] = Counter()
    read: Counter[Grade] = Counter()
    catalogue = general_catalogue()
    stated = folder / "covers.tsv"
    lines = stated.read_text(encoding="utf-8").splitlines() if stated.is_file() else []
    told = {text: period for text, _, period in (line.partition("\t") for line in lines)}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        lines = (folder / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8").splitlines()
        gold: list[dict[str, Any]] = [json.loads(line, parse_float=Decimal) for line in lines]
        most = Counter(record["period"] or "" for record in gold).most_common(1)[0][0]
        covers = told.get(path.stem, "") if told else most
        read_so = read_text(text, catalogue=catalogue, covers=_period(covers))
        figures = [claim for claim in read_so if isinstance(claim, FigureClaim) and claim.indicator_code]
        for figure, grade in zip(figures, graded(figures, covers=covers), strict=True):
            beside = [record for record in gold if _overlap(record, figure)]
            is_right = any(_agree(record, figure) for record in beside)
            if not is_right and any(record.get("optional") for record in beside):
                continue
            read[grade] += 1
            right[grade] += is_right
    return {grade: Precision(right[grade], read[grade]) for grade in Grade}


def _period(code: str) -> Period | None:
    """What is said to be covered; a year of accounts cannot be said."""
    try:
        return Period.parse(code)
    except InvalidInput:
        return None


def _overlap(record: Mapping[str, Any], figure: FigureClaim) -> bool:
    end = record["start"] + len(record["quote"])
    return min(end, figure.end) > max(record["start"], figure.start)


def _agree(record: Mapping[str, Any], figure: FigureClaim) -> bool:
    """Whether all that the ledger would take from a figure is as annotated; the name of a counted thing may differ."""
    value = Decimal(record["value"])
    comparison = record["kind"] if record["kind"] in _COMPARISONS else "value"
    counted = record["kind"] == "count" or record["of"] is not None
    return (
        abs(figure.value - value) <= _TOLERANCE * abs(value)
        and (figure.unit in (record["unit"], *record.get("unit_alt", ())) or counted)
        and (figure.kind if figure.kind in _COMPARISONS else "value") == comparison
        and figure.period == record["period"]
        and figure.status == record["status"]
        and (comparison not in ("change", "plan_excess") or figure.direction == record.get("direction"))
        and (comparison in ("value", "rank") or figure.basis.partition(":")[0] == record["basis"].partition(":")[0])
    )


def main() -> int:
    """Print a line for each grade."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for grade, (right, of) in measured(folder).items():
        print(f"{grade}  {right} of {of} read wholly right ({right / max(of, 1):.3f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
