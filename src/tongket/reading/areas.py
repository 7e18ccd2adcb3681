"""Places that figures are about: the one named in the sentence, or the one the whole text is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tongket.reading.beginnings import first_words
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, phrase_pattern

_WORD = rf"[{CAPITALS}](?=[^\W\d_{CAPITALS}])[\w’'-]{{0,25}}"
_SLOTS = {
    "{name}": rf"(?P<name_%d>{_WORD}(?:\s{_WORD}){{0,3}})",
    "{stem}": rf"(?P<stem_%d>[{CAPITALS}][\w-]{{2,25}}?)",
}
# Where a text says who issued it.
_SHOUTED = re.compile(rf"(?<!\w)[{CAPITALS}]{{2,30}}(?!\w)")
_HEAD, _HEAD_LINES, _LONGEST_LINE = 800, 3, 160


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
def _grammar(pack: LanguagePack, path: str) -> _Grammar:
    alternatives: list[str] = []
    names: list[str] = []
    for entry in pack.get(path, []):
        pieces = re.split(r"(\{\w+\})", entry["form"])
        pattern = "".join(
            _SLOTS[piece] % len(names) if piece in _SLOTS else f"(?i:{phrase_pattern(piece)})" for piece in pieces
        )
        alternatives.append(f"(?P<t_{len(names)}>{pattern})")
        names.append(entry["name"])
    # Most words begin neither with a capital nor like a form, and no form is tried there.
    openings = {word for entry in pack.get(path, []) for word in first_words(entry["form"])}
    opened = rf"(?=[{CAPITALS}]|(?:{'|'.join(sorted(openings)) or '(?!)'}))"
    return _Grammar(re.compile(rf"(?<!\w)(?<!\d\s){opened}(?:{'|'.join(alternatives) or '(?!)'})(?!\w)"), tuple(names))


def _area(match: re.Match[str], grammar: _Grammar) -> Area:
    index = int(str(match.lastgroup)[2:])
    slots = {n.partition("_")[0]: v for n, v in match.groupdict().items() if v and n.endswith(f"_{index}")}
    return Area(match.start(), match.end(), grammar.names[index].format(**slots))


def _is_personal(area: Area) -> bool:
    """Behind a title three capitalised words are the name of a person, two that of a place: «Chủ tịch UBND tỉnh …»."""
    return sum(word[:1].isupper() for word in area.name.split()) > 2


def _of_the_head(text: str, pack: LanguagePack) -> str | None:
    """The place whose body issued the text, named in its first lines, be it in capitals throughout."""
    grammar = _grammar(pack, "areas.heads"), _grammar(pack, "areas.named")
    titles, never = pack.cues("areas.titles"), frozenset(pack.phrases("areas.never"))
    ends = frozenset(pack.phrases("areas.ends"))
    lines = [line for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    for line in lines:
        told = len(line) <= _LONGEST_LINE or (line.isupper() and len(line) <= 2 * _LONGEST_LINE)
        named = _SHOUTED.sub(lambda word: word.group().capitalize(), line) if told else ""
        for forms in grammar:
            match = forms.pattern.search(named)
            area = _area(match, forms) if match else None
            if area and area.name.partition(" ")[0].lower() in never:
                continue
            if area and not (titles.ending(named.lower(), max(0, area.start - 40), area.start) and _is_personal(area)):
                words = area.name.split()  # «TỈNH BÌNH AN NĂM 2026»
                return " ".join(takewhile(lambda word: word.lower() not in ends, words))
    return None


class Areas:
    """The places that a text names."""

    def __init__(self, text: str, lower: str, pack: LanguagePack) -> None:
        grammar = _grammar(pack, "areas.named")
        self.found: list[Area] = []
        titles = pack.cues("areas.titles")
        never = frozenset(pack.phrases("areas.never"))
        for match in grammar.pattern.finditer(text):
            # Behind a title the name is that of a person: «Chủ tịch UBND tỉnh Trần Văn A».
            area = _area(match, grammar)
            titled = len(lower) == len(text) and titles.ending(lower, max(0, match.start() - 40), match.start())
            if not (titled and _is_personal(area)) and area.name.partition(" ")[0].lower() not in never:
                self.found.append(area)
        self._starts = [area.start for area in self.found]
        self.first_of_level: dict[str, str] = {}
        for area in self.found:
            words = area.name.split()
            for count in range(1, len(words)):
                self.first_of_level.setdefault(" ".join(words[:count]).lower(), area.name)
        counted = Counter(area.name for area in self.found)
        self.main = _of_the_head(text, pack)
        if self.main is None:
            bodies = _grammar(pack, "areas.bodies")
            counted = Counter(_area(match, bodies).name for match in bodies.pattern.finditer(text)) or counted
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
