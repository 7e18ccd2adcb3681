"""What stands around a document's number: its kind, its date, and who issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.makers import Makers
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import DAY, Period
from tongket.reading.phrases import Hit

# On the next line a citation goes on, but not behind an empty one unless nothing else is between.
_BETWEEN = re.compile(r"(?:[^.;:!?\n«»()]|\n(?!\s*\n)){0,130}|\s{1,6}")
_FARTHEST_KIND = 150
_LONGEST_LEAD = 160
_LONGEST_TITLE = 400
_TITLE = re.compile(r"(?:«[^«»\n]{3,390}(?:«[^«»\n]{1,200}»[^«»\n]{0,200}){0,3}»|[\"“][^\"“”\n]{3,390}[\"”])\Z")
_CLOSES = ("»", '"', "”")
# “Annex No. 6”: words in front of numbers that are no documents.
_LONGEST_PART = 48
_LONGEST_GAP = 10
_PRINTED_DATE = r"\d{1,2}\.\d{1,2}\.\d{2,4}"
_YEAR = re.compile(r"(?:19|20)\d\d\b")
# “Executive Order (EO) No. 82”, whichever of the two is taken for the kind.
_INITIALS = re.compile(r"\s?\([a-z0-9]{1,6}\)\.?|(?<=[a-z.])\)")
# In front of letters that belong to a symbol.
_OF_A_SYMBOL = re.compile(r"[^/]?/|[0-9]-")
AS_PRINTED = "="
"""Issuers of the pack that are named as the text does."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a number: where it begins, kind, issuer and date, and whether a number word does.

    Of an appendix or a contract the number is no document's, whatever its letters are.
    """

    start: int
    doc_type: str | None
    issuer: str | None
    date: str | None
    marked: bool
    of_part: bool = False


class CitationWords:
    """Reads the words in front of and behind the number of a document."""

    def __init__(self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        self.text, self.lower, self.pack = text, lower, pack
        self.types = pack.cues("references.types")
        self.issuers = pack.cues("references.issuers")
        self.number_words = pack.cues("references.number_words")
        self.parts = pack.cues("references.parts")
        self.papers = pack.cues("references.papers")
        self.date_words = pack.cues("references.date_words")
        self.issuer_words = pack.cues("references.issuer_words")
        self.issuer_endings: list[str] = pack.get("references.issuer_before", [])
        self.dotted = re.compile(rf"{_PRINTED_DATE}|{pack.get('references.dotted', '(?!)')}")
        self.series = pack.cues("references.series")
        self.makers = Makers(pack)
        self.issue_verbs = pack.cues("references.issue_verbs")
        self.dates = {p.start: p for p in periods if DAY.fullmatch(p.iso) or p.role == "bare"}
        self.date_ends = {p.end: p for p in self.dates.values()}

    def date_after(self, position: int) -> tuple[str | None, int]:
        """The date behind a number, and where it ends."""
        word = self.date_words.at(self.lower, position + 1, position + 20) or self.date_words.at(
            self.lower, position + 2, position + 20
        )
        for place in (position + 1, position + 2, word.end + 1 if word else position):
            if self.lower.startswith(". ", position) and place == position + 2:
                continue  # «соглашение «О труде». С 1 мая 2007 года»
            dated = self.dates.get(place)  # and not «Программа «…»⏎По состоянию на 1 июля 2016 года»
            if dated and dated.role != "at" and DAY.fullmatch(dated.iso):
                return dated.iso, dated.end
        return None, position

    def series_after(self, position: int) -> tuple[str | None, int]:
        """The year whose series a number is of, “Order No. 12, Series of 2020”, “Act 12 of 2014”, and where it ends."""
        place = position + 1 + (self.lower[position : position + 2] == ", ")
        word = self.series.at(self.lower, place, place + 20)
        year = _YEAR.match(self.lower, word.end + 1) if word else None
        return (year.group(), year.end()) if year else (None, position)

    def issuer_after(self, position: int) -> tuple[str | None, int]:
        """Who issued the document that ends at ``position``, and where that is said."""
        place = position + 1
        word = self.issuer_words.at(self.lower, place, place + 20)
        if word is None and self.lower.startswith(", ", position):  # “No. 5, dated 4 May 2025, of the Politburo”
            word = self.issuer_words.at(self.lower, place + 1, place + 20)
        if word:
            place = word.end + 1
        hit = self.issuers.at(self.lower, place, place + 90)
        return (self.name(hit), hit.end) if hit else (None, position)

    def issuer_before(self, start: int) -> str | None:
        """Who issued the document that begins at a place: “the Politburo's Resolution”, “Government Decree”."""
        if not self.issuer_endings or not self.lower.startswith(" ", start - 1):
            return None
        endings = (e for e in self.issuer_endings if self.lower.endswith(e, max(0, start - 4), start - 1))
        ending = next(endings, "")
        place = start - 1 - len(ending)
        return self.name(self.issuers.ending(self.lower, max(0, place - 90), place))

    def name(self, hit: Hit | None) -> str | None:
        """Who issued a document: by the name in the pack, or as printed where that is “=”."""
        if hit is None or hit.value != AS_PRINTED:
            return hit.value if hit else None
        return " ".join(self.text[hit.start : hit.end].split())

    def lead(self, number_start: int) -> Lead:
        """What stands before a number."""
        lower = self.lower
        word = self.number_words.ending(lower, max(0, number_start - 14), number_start)
        start = word.start if word else number_start
        doc_type = issuer = date = None
        hit = self._type_before(max(0, start - _FARTHEST_KIND), start)
        floor = max(0, hit.start - _FARTHEST_KIND) if hit else 0
        opens = hit and not self.text[max(floor, self.text.rfind("\n", floor, hit.start) + 1) : hit.start].strip(
            " |\t*"
        )
        heading = hit and opens and "\n" in lower[hit.end : start] and self.text[hit.start : hit.end].isupper()
        if self._is_part(start):
            return Lead(start, None, None, None, marked=False, of_part=True)
        if titled := self._titled(start, marked=bool(word)):
            return titled
        gap = hit.end if hit else start
        if initials := _INITIALS.match(lower, gap, start):
            gap = initials.end()
        if hit and not heading and _BETWEEN.fullmatch(between := self.dotted.sub("", lower[gap:start])):
            dated = start
            found = self.issuers.first(lower, hit.end, start)
            period = self.date_before(start, hit.end)
            if period:
                date, dated = period.iso, period.start
            if date and self._is_numbered(hit.end, start):  # «от 16.02.2021 № 83, от 05.04.2023 № 414»
                return Lead(dated, hit.value, self.name(found), date, bool(word))
            if not re.search(r"\d", between) or date:
                office = self.makers.office(self.text[gap:dated])
                doc_type, issuer, start = hit.value, office or self.name(found), hit.start
        return Lead(start, doc_type, issuer, date, bool(word))

    def _is_part(self, start: int) -> bool:
        """Whether an appendix or a contract has that number: «согласно приложению № 6», «контракт от 5.03.2021 № 7»."""
        if self.parts.ending(self.lower, max(0, start - _LONGEST_PART), start):
            return True
        dated = self.date_before(start, start - _LONGEST_PART)
        word = self.date_words.ending(self.lower, max(0, dated.start - 12), dated.start) if dated else None
        place = word.start if word else dated.start if dated else start
        return self.papers.ending(self.lower, max(0, place - _LONGEST_PART), place) is not None

    def _titled(self, start: int, *, marked: bool) -> Lead | None:
        """«Решение Совета «О бюджете» от 20.12.2022 № 56»: a title between the kind and the date, or the number."""
        floor = max(0, start - _LONGEST_TITLE - _FARTHEST_KIND)
        dated = self.date_before(start, floor)
        word = self.date_words.ending(self.lower, max(floor, dated.start - 4), dated.start) if dated else None
        end = len(self.text[floor : word.start if word else start].rstrip()) + floor
        closed = self.text[end - 1 : end] in _CLOSES
        title = _TITLE.search(self.text, max(floor, end - _LONGEST_TITLE), end) if closed else None
        hit = self._type_before(max(0, title.start() - _FARTHEST_KIND), title.start()) if title else None
        if hit is None or title is None or not _BETWEEN.fullmatch(self.lower, hit.end, title.start()):
            return None
        if re.search(r"\d", self.lower[hit.end : title.start()]):
            return None
        found = self.issuers.first(self.lower, hit.end, title.start())
        issuer = self.makers.office(self.text[hit.end : title.start()]) or self.name(found)
        return Lead(hit.start, hit.value, issuer, dated.iso if dated else None, marked)

    def _type_before(self, floor: int, start: int) -> Hit | None:
        """The last word of a kind in front of a number that is no letters of a symbol: «số 05/NQ-CP và số 09-NQ/TW»."""
        words = reversed(self.types.all(self.lower, floor, start))
        return next((w for w in words if not _OF_A_SYMBOL.fullmatch(self.lower, max(0, w.start - 2), w.start)), None)

    def date_before(self, position: int, floor: int) -> Period | None:
        """The date that ends right in front of a place, or of the «г.» there, or at the other end of its line."""
        floor = max(0, floor)
        position = floor + len(self.lower[floor:position].rstrip(" "))
        for end in range(position, max(floor, position - _LONGEST_GAP), -1):
            if end in self.date_ends:
                between = self.lower[end:position].strip(" \n,(")
                return self.date_ends[end] if between in ("", "г.", "г", "года") else None
        return None

    def _is_numbered(self, start: int, end: int) -> bool:
        """Whether a document between two places has its own number already."""
        words = self.number_words.all(self.lower, start, end)
        return any(self.lower[word.end : word.end + 2].strip()[:1].isdecimal() for word in words)

    def issued_before(self, start: int) -> tuple[str | None, str | None]:
        """Date and issuer of “On 5 May 2021 the Committee issued …”."""
        verb = self.issue_verbs.ending(self.lower, max(0, start - 40), start)
        if verb is None:
            return None, None
        floor = max(0, verb.start - _LONGEST_LEAD)
        line = max(floor, *(self.lower.rfind(mark, floor, verb.start) for mark in ("\n", ". ")))
        near = (self.dates[place] for place in range(line, verb.start) if place in self.dates)
        dates = [period for period in near if DAY.fullmatch(period.iso)]
        issuer = self.issuers.last(self.lower, line, verb.start)
        return (dates[-1].iso if dates else None), (self.name(issuer))
