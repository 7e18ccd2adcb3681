"""Cited documents: numbered ones (“Decision No. 12/2021/QD-UBND”) and named ones (“the Law on Fisheries”)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tongket.reading.packs import LanguagePack, document_symbols
from tongket.reading.periods import Period
from tongket.reading.phrases import CAPITALS, phrase_pattern

# Cyrillic letters of document symbols that look like Latin ones, and the dashes and D's in use.
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
# A typist without Latin letters writes «ТУ» for TU (tỉnh ủy), where У stands for U.
_UNTYPED = {"TY": "TU"}
_LETTERS = "A-ZĐА-ЯЁ"
_PART = rf"[{_LETTERS}][{_LETTERS}a-zđа-яё&]{{0,10}}[0-9]{{0,2}}"
_SYMBOL = rf"{_PART}(?:[-–/.]{_PART}){{0,3}}"
# The year stands behind the number or, «n° 2021-0456/PR», in front of it.
_NUMBERED = re.compile(
    rf"(?<![\w/.,-])(?P<number>[0-9]{{1,6}}(?:/[0-9]{{4}}|(?<=[0-9]{{4}})-[0-9]{{1,5}}|-[0-9]{{1,2}}(?=-))?)\s?[-–/](?P<symbol>{_SYMBOL})(?!\w)"
)
_ONLY_NUMBER = re.compile(r"(?:[A-Z]{1,6}[/-])?[0-9]{1,6}(?:[/-][0-9]{1,6}){0,3}(?![\w,.]?\w)")
# «№ 207-р», «№ 157н»: small letters are a symbol behind a number word only.
_SMALL_SYMBOL = re.compile(
    r"(?P<number>[0-9]{1,6}(?:/[0-9]{1,4})?)(?:\s?-\s?|(?=[а-яё]{1,2}(?!\w)))(?P<symbol>[а-яё]{1,4}(?:/[а-яё]{1,4})?)(?!\w)"
)
# Behind the kind of a document: not “Resolution 3.2”, «Nghị quyết 3 %».
_BARE_NUMBER = re.compile(r" (?P<number>[0-9]{4}-[0-9]{1,4}|[0-9]{1,4}/[0-9]{2,4}|[0-9]{1,4})(?![\w%/-]|[.,][0-9]| %)")
# The number of the report itself stands alone in its head.
_HEAD = 1500
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ROMAN_OR_ORDINAL = r"(?:[ivxlc]{1,7}|[0-9]{1,2}(?:-\w{1,3}|st|nd|rd|th)?)"
_QUOTED = r"[«\"“](?:[^«»\"“”\n]|[«\"“][^«»\"“”\n]{1,120}[»\"”]){3,300}?[»\"”]"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
_DATED_BY_YEAR = ("law", "constitution", "regulation")
# The capitalised words of a title in front of its last word: “Public Finance Management (Counties)”.
_CAPITAL = rf"[{CAPITALS}][\w&’'-]{{1,24}}"
# One title ends where “and” or a comma stands behind its last word.
_ENDED = "".join(
    rf"(?<!\b{word})" for word in ("Act", "Bill", "Plan", "Policy", "Strategy", "Framework", "Regulations")
)
_JOINS = "(?:of|and|for|to|on|in|the) "
_LINK = rf"(?: |{_ENDED}(?:, | (?={_JOINS}))(?:{_JOINS}){{0,2}})"
# “Public Finance Management (Counties)”, “Appropriation (No. 2)”, “Taxation (on Specified Lands)”
_ASIDE = r"\([\w.’'&-]{1,20}(?: [\w.’'&-]{1,20}){0,4}\)"
_NAMES = rf"{_CAPITAL}(?:{_LINK}(?:{_CAPITAL}|{_ASIDE})){{0,7}} "
_LONGEST_TITLE, _BEHIND_KEY = 160, 32
# On the next line a citation goes on, but not behind an empty one.
_BETWEEN = re.compile(r"(?:[^.;:!?\n«»()]|\n(?!\s*\n)){0,90}")
# From one document to the next of its kind: the title of the first, and words such as “and of”.
_NEXT_OF_A_KIND = re.compile(r"\s?(?:[\"«“][^\"«»“”]{3,200}[\"»”])?(?:\W{1,3}\w{1,3}){0,2}\s")


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document in the normalised text."""

    start: int
    end: int
    doc_type: str
    number: str | None
    symbol: str | None
    date: str | None
    issuer: str | None
    rule: str


def canonical_symbol(symbol: str) -> str:
    """A document symbol in Latin letters, when each of its letters has one that looks alike (``СТ/ТУ``)."""
    folded = symbol.replace("–", "-").translate(_LOOK_ALIKES)
    if re.search(r"[Ѐ-ӿ]", folded):
        return symbol.replace("–", "-")
    if folded == symbol:
        return folded
    return "/".join(_UNTYPED.get(part, part) for part in folded.split("/"))


@dataclass(frozen=True, slots=True)
class _Named:
    """A form of a named document; ``cased`` when it is told by its capitals, ``titled`` when it holds a whole title."""

    doc_type: str
    pattern: re.Pattern[str]
    cased: bool
    titled: bool
    key: re.Pattern[str] | None

    def matches(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """All places of this form; with a key only the text around it is searched."""
        searched = text if self.cased else lower
        if self.key is None:
            yield from self.pattern.finditer(searched)
            return
        for key in self.key.finditer(searched):
            if key.start() and searched[key.start() - 1].isalnum():
                continue
            around = max(0, key.start() - _LONGEST_TITLE), key.end() + _BEHIND_KEY
            for match in self.pattern.finditer(searched, *around):
                if match.start() <= key.start() < match.end():  # and not the title in front of this one
                    yield match
                    break


@cache
def _named(pack: LanguagePack) -> tuple[_Named, ...]:
    slots = {
        "{ordinal}": _ROMAN_OR_ORDINAL,
        "{title}": _QUOTED,
        "{headed}": rf"{_CAPITAL}(?:,? [^\W\d]{{1,24}}){{0,12}}? ",
        "{clause}": r"(?:[^\W\d]{1,30},?\s){1,28}?",
        "{words}": r"(?:[^\W\d]{1,30}\s){0,12}?",
        "{adjectives}": rf"(?:{pack.get('nouns.adjective', '(?!)')}\s){{0,3}}",
        "{names}": _NAMES,
        "{word}": r"[^\W\d]{2,30}",
        "{year}": r"(?:19|20)[0-9]{2}",
        "{issuer}": "(?:" + "|".join(f for p in _issuer_forms(pack) for f in [phrase_pattern(p)]) + ")",
    }
    compiled = []
    for entry in pack.get("references.named", []):
        pieces = re.split(r"(\{\w+\})", entry["form"])
        pattern = "".join(slots[piece] if piece in slots else phrase_pattern(piece) for piece in pieces)
        # Without a look behind, a key is found by its letters, several times faster.
        key = re.compile(rf"{entry['key']}(?!\w)") if "key" in entry else None
        compiled.append(
            _Named(
                entry["type"],
                re.compile(rf"(?<!\w){pattern}(?!\w)"),
                ("key" in entry and not entry["key"].islower()) or not {"{names}", "{headed}"}.isdisjoint(pieces),
                "{clause}" in pieces,
                key,
            )
        )
    return tuple(compiled)


def _issuer_forms(pack: LanguagePack) -> list[str]:
    table: dict[str, list[str]] = pack.get("references.issuers", {})
    return sorted((form for forms in table.values() for form in forms), key=lambda form: (-len(form), form))


class _Finder:
    def __init__(self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        self.text, self.lower, self.pack = text, lower, pack
        self.types = pack.cues("references.types")
        self.issuers = pack.cues("references.issuers")
        self.number_words = pack.cues("references.number_words")
        self.bare_types = pack.cues("references.bare_number")
        self.date_words = pack.cues("references.date_words")
        self.issuer_words = pack.cues("references.issuer_words")
        self.issue_verbs = pack.cues("references.issue_verbs")
        self.dates = {p.start: p for p in periods if _FULL_DATE.fullmatch(p.iso) or p.role == "bare"}
        self.date_ends = {p.end: p for p in self.dates.values()}

    def _date_after(self, position: int) -> tuple[str | None, int]:
        word = self.date_words.at(self.lower, position + 1, position + 20) or self.date_words.at(
            self.lower, position + 2, position + 20
        )
        for place in (position + 1, position + 2, word.end + 1 if word else position):
            if place in self.dates and _FULL_DATE.fullmatch(self.dates[place].iso):
                return self.dates[place].iso, self.dates[place].end
        return None, position

    def _issuer_after(self, position: int) -> tuple[str | None, int]:
        place = position + 1
        word = self.issuer_words.at(self.lower, place, place + 20)
        if word:
            place = word.end + 1
        hit = self.issuers.at(self.lower, place, place + 90)
        return (hit.value, hit.end) if hit else (None, position)

    def _lead(self, number_start: int) -> tuple[int, str | None, str | None, str | None, bool]:
        """What stands before a number: start, type, issuer, date, and whether a number word does."""
        lower = self.lower
        word = self.number_words.ending(lower, max(0, number_start - 14), number_start)
        start = word.start if word else number_start
        doc_type = issuer = date = None
        hit = self.types.last(lower, max(0, start - 110), start)
        heading = hit and "\n" in lower[hit.end : start] and self.text[hit.start : hit.end].isupper()
        if hit and not heading and _BETWEEN.fullmatch(self._without_dates(hit.end, start)):
            between, dated = lower[hit.end : start], start
            found = self.issuers.first(lower, hit.end, start)
            for end in range(start, max(hit.end, start - 4), -1):
                if end in self.date_ends and not lower[end:start].strip(" ,("):
                    date, dated = self.date_ends[end].iso, self.date_ends[end].start
            if date and self._is_numbered(hit.end, start):  # «от 16.02.2021 № 83, от 05.04.2023 № 414»
                return dated, hit.value, found.value if found else None, date, bool(word)
            if not re.search(r"\d", between) or date:
                doc_type, issuer, start = hit.value, found.value if found else None, hit.start
        return start, doc_type, issuer, date, bool(word)

    def _is_numbered(self, start: int, end: int) -> bool:
        """Whether a document between two places has its own number already."""
        words = self.number_words.all(self.lower, start, end)
        return any(self.lower[word.end : word.end + 2].strip()[:1].isdecimal() for word in words)

    def _without_dates(self, start: int, end: int) -> str:
        return re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}|\bг\.", "", self.lower[start:end])

    def _issued_before(self, start: int) -> tuple[str | None, str | None]:
        """Date and issuer of “On 5 May 2021 the Committee issued …”."""
        verb = self.issue_verbs.ending(self.lower, max(0, start - 40), start)
        if verb is None:
            return None, None
        line = max(self.lower.rfind("\n", 0, verb.start), self.lower.rfind(". ", 0, verb.start), verb.start - 160)
        near = (self.dates[place] for place in range(max(0, line), verb.start) if place in self.dates)
        dates = [period for period in near if _FULL_DATE.fullmatch(period.iso)]
        issuer = self.issuers.last(self.lower, max(0, line), verb.start)
        return (dates[-1].iso if dates else None), (issuer.value if issuer else None)

    def numbered(self) -> list[Reference]:
        found = []
        for match in _NUMBERED.finditer(self.text):
            start, doc_type, issuer, date, marked = self._lead(match.start())
            symbol = canonical_symbol(match["symbol"])
            head = re.split(r"[-/.]", symbol)[0].rstrip("0123456789")
            by_symbol = document_symbols().get(head)
            if marked and doc_type is None and self._is_own_number(start):
                continue
            if not (doc_type or marked or (by_symbol and len(symbol) > 2)):
                continue
            if not marked and by_symbol is None and ("/" not in match.group() or not symbol[:2].isupper()):
                continue
            found.append(
                self._finish(
                    start,
                    match.end(),
                    doc_type or by_symbol or "document",
                    match["number"],
                    symbol,
                    date,
                    issuer,
                )
            )
        return found

    def _is_own_number(self, start: int) -> bool:
        if start >= _HEAD:
            return False
        line = self.text.rfind("\n", 0, start) + 1
        return not self.text[line:start].strip(" |\t*")

    def _finish(
        self,
        start: int,
        end: int,
        doc_type: str,
        number: str,
        symbol: str | None,
        date: str | None,
        issuer: str | None,
    ) -> Reference:
        later, end = (None, end) if date else self._date_after(end)
        after, end = self._issuer_after(end)
        issued, by = self._issued_before(start)
        date, issuer = date or later or issued, issuer or after or by
        return Reference(start, end, doc_type, number, symbol, date, issuer, f"{self.pack.code}.reference.numbered")

    def only_number(self) -> list[Reference]:
        """A document with a bare number: a type or a date stands before the number word."""
        found = []
        for hit in self.number_words.all(self.lower, 0, len(self.lower)):
            place = hit.end + (self.lower[hit.end : hit.end + 1] == " ")
            small = _SMALL_SYMBOL.match(self.text, place)
            if small:
                start, doc_type, issuer, date, _ = self._lead(place)
                if doc_type:
                    numbered = (small["number"], small["symbol"])
                    found.append(self._finish(start, small.end(), doc_type, *numbered, date, issuer))
                continue
            match = _ONLY_NUMBER.match(self.text, place)
            if match is None or _NUMBERED.match(self.text, place):
                continue
            start, doc_type, issuer, date, _ = self._lead(place)
            if doc_type is None and found:
                start, doc_type, date = self._next_of_a_kind(found[-1], hit.start)
            if doc_type and self.text[match.end() : match.end() + 1] not in ("-", "/"):
                found.append(self._finish(start, match.end(), doc_type, match.group(), None, date, issuer))
        return found

    def _next_of_a_kind(self, before: Reference, word: int) -> tuple[int, str | None, str | None]:
        """«постановления от 26.05.2004 № 354 "О совещании" и от 27.11.2006 № 67»: start, kind, date."""
        ends = (end for end in range(word, word - 4, -1) if end in self.date_ends)
        dated = next((self.date_ends[end] for end in ends), None)
        if dated and dated.start > before.end and _NEXT_OF_A_KIND.fullmatch(self.text, before.end, dated.start):
            return dated.start, before.doc_type, dated.iso
        return word, None, None

    def bare_number(self) -> list[Reference]:
        """“Resolution 57”, «Nghị quyết 57»: a kind of document with a capital letter, and its number right behind."""
        found = []
        for hit in self.bare_types.all(self.lower, 0, len(self.lower)):
            match = _BARE_NUMBER.match(self.text, hit.end)
            if match and self.text[hit.start].isupper() and not _YEAR.fullmatch(match["number"]):
                found.append(self._finish(hit.start, match.end(), hit.value, match["number"], None, None, None))
        return found

    def named(self) -> list[Reference]:
        found = []
        for named in _named(self.pack):
            for match in named.matches(self.text, self.lower):
                # A law's title may name a body; that body did not make it.
                inside = named.doc_type != "law" or not named.titled
                issuer = self.issuers.first(self.lower, match.start() + 3, match.end()) if inside else None
                after, end = (None, match.end()) if issuer else self._issuer_after(match.end())
                dated = self.date_ends.get(match.end())
                if dated is None or not _FULL_DATE.fullmatch(dated.iso):
                    dated = None
                year = _YEAR.search(match.group()) if named.doc_type in _DATED_BY_YEAR else None
                found.append(
                    Reference(
                        match.start(),
                        end,
                        named.doc_type,
                        None,
                        None,
                        dated.iso if dated else year.group() if year else None,
                        issuer.value if issuer else after,
                        f"{self.pack.code}.reference.named",
                    )
                )
        return found


def find_references(text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> list[Reference]:
    """All cited documents in order; where two overlap, the numbered one, then the longer one stays."""
    finder = _Finder(text, lower, pack, periods)
    candidates = finder.numbered() + finder.only_number() + finder.bare_number() + finder.named()
    candidates.sort(key=lambda r: (r.number is None, r.start - r.end))
    taken: list[Reference] = []
    for candidate in candidates:
        place = bisect_left(taken, candidate.start, key=lambda reference: reference.start)
        free_before = place == 0 or taken[place - 1].end <= candidate.start
        if free_before and (place == len(taken) or candidate.end <= taken[place].start):
            taken.insert(place, candidate)
    return taken
