"""The links of our own texts to the general catalogue: what is linked is right, and it is not less than it was.

The gold, ``own/links.csv``, is by hand: offsets, and the code, ``a|b`` where either is right, or ``none``.
"""

import csv
from collections import Counter
from functools import cache

import pytest

from tongket.packs.loading import general_catalogue
from tongket.reading.claims import FigureClaim
from tongket.reading.pipeline import read_text

from .test_own_texts import OWN

Links = dict[int, str | None]


@cache
def links(name: str) -> Links:
    """The link of each code point that belongs to a figure."""
    found: Links = {}
    for claim in read_text((OWN / f"{name}.txt").read_bytes().decode("utf-8"), catalogue=general_catalogue()):
        if isinstance(claim, FigureClaim):
            found.update(dict.fromkeys(range(claim.start, claim.end), claim.indicator_code))
    return found


@pytest.mark.parametrize(("language", "coverage"), [("vi", 0.70), ("ru", 0.60), ("en", 0.55)])
def test_links(language: str, coverage: float) -> None:
    tally: Counter[str] = Counter()
    for row in csv.DictReader((OWN / "links.csv").read_text(encoding="utf-8").splitlines()):
        if row["text"].endswith(language):
            codes = [code for code in row["indicator"].split("|") if code != "none"]
            read = links(row["text"])
            link = next((c for p in range(int(row["start"]), int(row["end"])) if (c := read.get(p))), None)
            tally.update(linked=link is not None, right=link in codes, coded=bool(codes))
            tally.update(covered=bool(codes) and link is not None)
    assert tally["coded"] >= 30
    assert tally["right"] >= 0.98 * tally["linked"]
    assert tally["covered"] >= coverage * tally["coded"]
