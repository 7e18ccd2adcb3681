"""Places that figures are about: the one named in the sentence, or the one the whole text is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, phrase_pattern

_WORD = rf"[{CAPITALS}](?=[^\W\d_{CAPITALS}])[\w’'-]{{0,25}}"
_SLOTS = {
    "{name}": rf"(?P<name_%d>{_WORD}(?:\s{_WORD}){{0,3}})",
    "{stem}": rf"(?P<stem_%d>[{CAPITALS}][\w-]{{2,25}}?)",
}


@dataclass(frozen=True, slots=True)
class Area:
    """A place named in the text, by its name in the nominative."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    names: tuple[str, ...]


@cache
def _grammar(pack: LanguagePack) -> _Grammar:
    alternatives: list[str] = []
    names: list[str] = []
    for entry in pack.get("areas.named", []):
        pieces = re.split(r"(\{\w+\})", entry["form"])
        pattern = "".join(
            _SLOTS[piece] % len(names) if piece in _SLOTS else f"(?i:{phrase_pattern(piece)})" for piece in pieces
        )
        alternatives.append(f"(?P<t_{len(names)}>{pattern})")
        names.append(entry["name"])
    return _Grammar(re.compile(rf"(?<!\w)(?:{'|'.join(alternatives) or '(?!)'})(?!\w)"), tuple(names))


class Areas:
    """The places that a text names."""

    def __init__(self, text: str, pack: LanguagePack) -> None:
        grammar = _grammar(pack)
        self.found: list[Area] = []
        lower, titles = text.lower(), pack.cues("areas.titles")
        for match in grammar.pattern.finditer(text):
            # Behind a title the name is that of a person: «Chủ tịch UBND tỉnh Trần Văn A».
            if len(lower) == len(text) and titles.ending(lower, max(0, match.start() - 40), match.start()):
                continue
            index = int(str(match.lastgroup)[2:])
            slots = {n.partition("_")[0]: v for n, v in match.groupdict().items() if v and n.endswith(f"_{index}")}
            self.found.append(Area(match.start(), match.end(), grammar.names[index].format(**slots)))
        self._starts = [area.start for area in self.found]
        self.first_of_level: dict[str, str] = {}
        for area in self.found:
            words = area.name.split()
            for count in range(1, len(words)):
                self.first_of_level.setdefault(" ".join(words[:count]).lower(), area.name)
        counted = Counter(area.name for area in self.found)
        self.main = counted.most_common(1)[0][0] if counted else None

    def of(self, start: int, end: int) -> str | None:
        """The last place named in ``[start, end)``, or the one the text names most."""
        within = self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return within[-1].name if within else self.main

    def complete(self, body: str, levels: frozenset[str], general: frozenset[str]) -> str:
        """“The district” is the first place of that level in the text, “the locality” its main place."""
        plain = body.lower()
        if plain in levels:
            return self.first_of_level.get(plain, body)
        return self.main or body if plain in general else body
