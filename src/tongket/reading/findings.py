"""Findings: limitations, causes, lessons and strengths, one per clause of the list that announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from tongket.reading.claims import FindingKind
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import alternation
from tongket.reading.segments import Segments

_KINDS: tuple[FindingKind, ...] = ("limitation", "cause", "lesson", "strength")
_TRAILING = " \t\n.;,…"
_LEADING = " \t\n-–—•*"
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding in the normalised text."""

    start: int
    end: int
    kind: FindingKind
    rule: str


@cache
def _openers(pack: LanguagePack) -> re.Pattern[str]:
    groups = []
    for kind in _KINDS:
        phrases = pack.phrases(f"findings.{kind}.list")
        groups.append(f"(?P<{kind}>{alternation(phrases) if phrases else '(?!)'})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)[^.:;\n]{{0,80}}:")


class _Finder:
    def __init__(self, text: str, lower: str, pack: LanguagePack, segments: Segments) -> None:
        self.text, self.lower, self.pack, self.segments = text, lower, pack, segments
        self.closers = pack.cues("findings.closers")
        self.single = pack.cues("findings.sentence")

    def _clause(self, start: int, end: int, kind: FindingKind, rule: str) -> Iterator[Finding]:
        while start < end and self.text[start] in _LEADING:
            start += 1
        while end > start and self.text[end - 1] in _TRAILING:
            end -= 1
        if len(self.text[start:end].split()) >= _FEWEST_WORDS:
            yield Finding(start, end, kind, f"{self.pack.code}.{kind}.{rule}")

    def _clauses(self, start: int, end: int, kind: FindingKind, rule: str) -> Iterator[Finding]:
        while (mark := self.text.find(";", start, end)) >= 0:
            yield from self._clause(start, mark, kind, rule)
            start = mark + 1
        yield from self._clause(start, end, kind, rule)

    def _listed(self, first: int, position: int, kind: FindingKind) -> tuple[list[Finding], int]:
        """The clauses behind an opener: to the end of its paragraph, or where the text turns away."""
        found: list[Finding] = []
        sentences = self.segments.sentences
        index = first
        paragraph = sentences[first].paragraph
        while index < len(sentences) and sentences[index].paragraph == paragraph:
            sentence = sentences[index]
            start = max(position, sentence.start)
            if index > first and self.closers.at(self.lower, start, min(sentence.end, start + 60)):
                break
            found += self._clauses(start, sentence.end, kind, "listed")
            index += 1
        return found, index

    def listed(self) -> Iterator[Finding]:
        """The clauses of every announced list."""
        done = -1
        openers = _openers(self.pack)
        for match in openers.finditer(self.lower):
            index = self.segments.index_at(match.start())
            if index < done:
                continue
            kind = cast(FindingKind, match.lastgroup)
            found, done = self._listed(index, match.end(), kind)
            yield from found

    def single_sentences(self) -> Iterator[Finding]:
        """Sentences that say by their verb that something is wanting, or why."""
        for sentence in self.segments.sentences:
            hit = self.single.first(self.lower, sentence.start, sentence.end)
            if hit and ":" not in self.lower[hit.start : sentence.end]:
                yield from self._clause(sentence.start, sentence.end, cast(FindingKind, hit.value), "sentence")


def find_findings(text: str, lower: str, pack: LanguagePack, segments: Segments) -> list[Finding]:
    """All findings in order; what a list announces comes before what a single sentence says."""
    finder = _Finder(text, lower, pack, segments)
    listed = list(finder.listed())
    taken = {segments.index_at(finding.start) for finding in listed}
    single = [f for f in finder.single_sentences() if segments.index_at(f.start) not in taken]
    return sorted([*listed, *single], key=lambda finding: (finding.start, finding.end))
