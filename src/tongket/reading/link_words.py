"""Words around the name of an indicator that leave it what it is: places, openings, “in the amount of”.

They are data of the language, in its table ``linking``. “Investment of Kostroma region” and “as a result
investment” are investment; “investment of enterprises” is not.
"""

from __future__ import annotations

import re
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, alternation

_NAME = rf"[{CAPITALS}][\w’'-]{{0,30}}"
_BRACKET = re.compile(r"\([^()]{0,200}\)")
_ITEM = re.compile(r"\s{0,3}\d{1,2}[.)]{0,2}\s")


class LinkWords:
    """Of one text: what may stand around an indicator."""

    def __init__(self, text: str, lower: str, pack: LanguagePack) -> None:
        self.text, self.lower, self.pack = text, lower, pack
        self.around = pack.cues("linking.around")
        self.carrying = pack.cues("linking.carrying")
        self.introducing = pack.cues("linking.introducing")

    def blank_out(self, rest: str, start: int, end: int, *, carrying: bool) -> str:
        """``rest``, what is left of ``[start, end)``, with the words that change nothing replaced by spaces."""
        left = list(rest)
        places = [match.span() for match in _BRACKET.finditer(self.lower, start, end)]
        places += [(hit.start, hit.end) for hit in self.around.all(self.lower, start, end)]
        if named := _places(self.pack):
            places += [match.span() for match in named.finditer(self.text, start, end)]
        if item := _ITEM.match(self.lower, start, end):
            places.append(item.span())
        if carrying:
            places += [(hit.start, hit.end) for hit in self.carrying.all(self.lower, start, end)]
        for first, last in places:
            left[first - start : last - start] = " " * (last - first)
        return "".join(left)

    def last_introduction(self, start: int, end: int) -> int | None:
        """Where the last “such as”, “of which” ends: what stands in front of it belongs to something else."""
        hit = self.introducing.last(self.lower, start, end)
        return hit.end if hit else None


@cache
def _places(pack: LanguagePack) -> re.Pattern[str] | None:
    """Names of places, told by the sort of unit in front of a capital or behind it."""
    before, after = pack.phrases("linking.place_before"), pack.phrases("linking.place_after")
    kinds = []
    if before:
        kinds.append(rf"(?i:{alternation(before)})\s{_NAME}(?:[\s–-]{{1,3}}{_NAME}){{0,3}}")
    if after:
        kinds.append(rf"{_NAME}(?:[\s–-]{{1,3}}{_NAME}){{0,2}}\s(?i:{alternation(after)})")
    if owner := pack.get("linking.owner", ""):
        kinds.append(rf"{_NAME}(?:\s{_NAME}){{0,3}}(?:{owner})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)") if kinds else None
