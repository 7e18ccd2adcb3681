"""Cited documents: numbered ones (“Decision No. 12/2021/QD-UBND”) and named ones (“the Law on Fisheries”)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from tongket.reading.amounts import Place
from tongket.reading.citation_words import CitationWords, Lead
from tongket.reading.document_numbers import (
    BARE_NUMBER,
    BEFORE_COMPOSED,
    BRACKETED,
    CODED,
    COMPOSED,
    LETTER_OF_NUMBER,
    NUMBER_AND_YEAR,
    NUMBERED,
    ONLY_NUMBER,
    SMALL_SYMBOL,
    SYMBOL_FIRST,
    canonical_symbol,
    initialled_number,
    next_number,
)
from tongket.reading.named_documents import QUOTED, Key, named_forms
from tongket.reading.packs import LanguagePack, document_symbols
from tongket.reading.periods import DAY, Period
from tongket.reading.phrases import alternation, word_pattern
from tongket.reading.segments import colon_of_list

# The number of the report itself stands alone in its head.
_HEAD = 1500
# In its first lines a text may be a report, a plan or a part of one.
_TITLE_LINES, _LONGEST_TITLE, _TITLES = 3, 120, ("report", "plan", "address")
_ITEM = re.compile(r"[\s#*]{0,8}[0-9]{1,2}[.)]\s")
_YEAR, _YEAR_FIRST = re.compile(r"(?:19|20)[0-9]{2}$"), re.compile(r"(?:19|20)[0-9]{2}(?= )")
# “Bylaw 2061” has a number, “Bill 2021” a year.
_PAST_OR_NEAR = re.compile(r"19[0-9]{2}|20[0-4][0-9]")
_MARK, _HEADED = re.compile(r"[\s#*\W\d_a-z]{0,12}"), re.compile(r" ?[–—:-]\s|\s*\n|\s*\Z")
# Between the documents of a row, and the numbers of one kind.
_IN_A_ROW = r"\s?(?:[,;]|\s{joins})\s{1,3}(?:{joins}\s)?(?:[^\W\d_]{2,12}\s){0,3}"
_RUN = r"(?:(?:,|\s{joins})\s[0-9]{1,4})+(?!\w)"
_IN_TITLES = ("plan", "strategy")
_CODE_APART = re.compile(r"[.;:)]\s")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_MADE_BY = re.compile(r"[-/]")
_DATED_BY_YEAR = ("law", "constitution", "regulation")
# From one document to the next of its kind: the title of the first, and words such as “and of”.
_NEXT_OF_A_KIND = re.compile(r"\s?(?:[\"«“][^\"«»“”]{3,200}[\"»”])?(?:,|(?:\W{1,4}\w{1,3}){0,2})\s")
_LONGEST_NAME, _LONGEST_CODED, _SHORTEST_WORD = 24, 80, 3
# From a document to the first of those that changed it: its title, and “(as amended”.
_LONGEST_TITLE_BETWEEN = 700
_LONGEST_PLURAL = 10
_WORDS_OF_A_KIND = re.compile(r"(?:\s[^\W\d]{1,24}){0,5}\s{1,2}\Z")
_LONGEST_LIST = 4000
_CLOSED = re.compile(r"[.;:”»]\s|\n")
# The title of a document stands in quotation marks right behind it.
_OPENED = re.compile(r"(?:\sг(?:ода|\.))?,?\s{1,2}[«\"“][^«»\"“”]*[«\"“]?\Z")
_FARTHEST = 240
# «… № 988н, Минздрава № 1420н», «№ 14-од и № 17-од»
# «программы «Лес» | и «Озеро»
_NEXT_TITLE = rf"(?:,|\s{{joins}})\s{{1,2}}(?P<title>{QUOTED})"
_CLOSED_TITLE = ("»", '"', "”")
_OF_NEXT_OFFICE = r",? (?:{joins} )?(?:(?P<office>[^\W\d]{4,30}(?: [^\W\d]{2,20}){0,4}) )?"
# In front of its number in brackets a name is said again: “the Arden Ports Act, 2011 (Arden | Act 7 of 2012)”.
_BRACKET = re.compile(r",? \((?:[A-Z]\w{1,20} ){0,3}")


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


@cache
def _patterns_of_rows(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    """What stands between documents, between numbers, in front of an office's number; a next title, a next number."""
    joins = alternation(pack.phrases("references.joins") or ["&"])
    forms = (_IN_A_ROW, _RUN, _OF_NEXT_OFFICE, _NEXT_TITLE)
    rows = (re.compile(form.replace("{joins}", joins)) for form in forms)
    return (*rows, next_number(joins, pack.phrases("references.number_words")))


class _Finder:
    def __init__(self, text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> None:
        self.text, self.lower, self.pack = text, lower, pack
        self.words = CitationWords(text, lower, pack, periods)
        self.bare_types = pack.cues("references.bare_number")
        self.about = pack.cues("references.about")
        self.coded_types = pack.cues("references.coded")
        self.citing = pack.cues("references.citing")
        self.carried_out = pack.cues("references.carried_out")
        self.in_a_row, self.run, self.of_next_office, self.next_title, self.next_number = _patterns_of_rows(pack)
        self.plurals = pack.cues("references.plurals")
        self.amended = pack.cues("references.amended")
        self.opens_line = pack.cues("references.opens_line")
        dates = word_pattern(pack.phrases("references.date_words"))
        self.dated_item = re.compile(rf"[\s–—*•·-]{{0,6}}(?:\d{{1,2}}[.)]\s{{1,3}})?{dates}\s\d")
        self.number_behind = re.compile(pack.get("references.number_behind", "(?!)"))
        # Whether letters belong to a number: “No. 183-A”.
        self.composes = bool(pack.get("references.composed", False))
        self.months = pack.cues("periods.month")
        self.made_by: dict[str, str] = pack.get("references.made_by", {})
        self.only_numbers: dict[str, str] = pack.get("references.only_numbers", {})
        self.initials: dict[str, list[str]] = pack.get("references.initials", {})

    def numbered(self) -> list[Reference]:
        """Documents with a number and a symbol: «12/2021/NQ-HĐND»."""
        found: list[Reference] = []
        for match in NUMBERED.finditer(self.text):
            lead = self._lead(match.start(), found)
            symbol = canonical_symbol(match["symbol"])
            head = re.split(r"[-/.]", symbol)[0].rstrip("0123456789")
            by_symbol = document_symbols().get(head)
            if lead.of_part or (self.composes and LETTER_OF_NUMBER.fullmatch(symbol)):
                continue
            if self.composes and lead.doc_type is None and _PAST_OR_NEAR.fullmatch(match["number"]):
                continue  # “Case No. 2021-CV-12”
            if lead.marked and lead.doc_type is None and self._is_own_number(lead.start):
                continue
            if not (lead.doc_type or lead.marked or (by_symbol and (len(symbol) > 2 or "Ѐ" <= symbol[0] <= "ӿ"))):
                continue
            if len(symbol) == 1 and not (lead.doc_type or lead.date):  # «скважина № 12-А»
                continue
            if match["apart"] and not ((lead.doc_type or by_symbol) and symbol.isupper()):  # «в пункте № 3 - ВВП»
                continue
            close = (
                lead.doc_type
                and self.text[lead.start].isupper()
                and " " not in self.text[lead.start : match.start() - 1]
            )
            whole = "/" in match.group() and symbol[:2].isupper()
            if not (lead.marked or by_symbol or whole or close):
                continue
            kind = lead.doc_type or by_symbol or "document"
            found.append(self._finish(lead, match.end(), kind, "".join(match["number"].split()), symbol))
        return found

    def _lead(self, place: int, before: Sequence[Reference]) -> Lead:
        """What stands before a number, be it the next of a document's kind."""
        lead = self.words.lead(place)
        last = before[-1] if before else None
        if last and lead.date and lead.start < last.end < place:  # «các chỉ thị số 3-CT/TU ngày 2/1/2020, số 4-CT/TU»
            start = self.words.number_words.ending(self.lower, last.end, place)
            return replace(lead, start=start.start if start else place, date=None)
        if lead.doc_type or lead.of_part:
            return lead
        return (last and self._next_of_a_kind(last, lead)) or (lead.marked and self._of_list(lead)) or lead

    def _of_list(self, lead: Lead) -> Lead | None:
        """«Признать утратившими силу постановления главы:⏎- от 27.08.2013 № 525 «О …»;⏎- от 14.01.2014 № 12 …»."""
        dated = self.words.date_before(lead.start, max(0, lead.start - _LONGEST_NAME))
        line = self.text.rfind("\n", 0, dated.start) + 1 if dated else 0
        if dated is None or not self.dated_item.match(self.lower, line, lead.start):
            return None
        floor = max(0, line - _LONGEST_LIST)
        colon = colon_of_list(self.lower, floor, line)
        items = self.lower[colon + 1 : line].strip().splitlines()
        if colon < 0 or not all(self.dated_item.match(item) for item in items if item.strip()):
            return None
        kind = self.words.types.last(self.lower, max(floor, self.text.rfind("\n", floor, colon)), colon)
        return Lead(dated.start, kind.value, None, dated.iso, lead.marked) if kind else None

    def _is_own_number(self, start: int) -> bool:
        if start >= _HEAD:
            return False
        line = self.text.rfind("\n", 0, start) + 1
        return not self.text[line:start].strip(" |\t*")

    def _finish(self, lead: Lead, end: int, doc_type: str, number: str, symbol: str | None) -> Reference:
        series, end = self.words.series_after(end)
        later, end = (None, end) if lead.date else self.words.date_after(end)
        after, end = self.words.issuer_after(end)
        if after and not (lead.date or later):  # «№ 57-NQ/TW Политбюро от 22 декабря 2024 года»
            later, end = self.words.date_after(end)
        issued, by = self.words.issued_before(lead.start)
        date = lead.date or later or issued or series
        issuer = lead.issuer or after or self.words.issuer_before(lead.start) or by or self._maker(symbol)
        rule = f"{self.pack.code}.reference.numbered"
        return Reference(lead.start, end, doc_type, number, symbol, date, issuer, rule)

    def _maker(self, symbol: str | None) -> str | None:
        """Who issues documents with such a symbol: «QĐ-TTg» the prime minister, «UBND-KT» a people's committee."""
        parts = _MADE_BY.split(symbol) if symbol and self.made_by else ()
        return next((self.made_by[part] for part in reversed(parts) if part in self.made_by), None)

    def only_number(self) -> list[Reference]:
        """A document with a bare number: a type or a date stands before the number word."""
        found: list[Reference] = []
        for hit in self.words.number_words.all(self.lower, 0, len(self.lower)):
            behind = self.lower[hit.end : hit.end + 3]
            place = hit.end + len(behind) - len(behind.lstrip())
            small = SMALL_SYMBOL.match(self.text, place) or SYMBOL_FIRST.match(self.text, place)
            match = small or ONLY_NUMBER.match(self.text, place)
            if match is None or (not small and NUMBERED.match(self.text, place)):
                continue
            lead = self._lead(place, found)
            if small and lead.doc_type:
                found.append(self._finish(lead, small.end(), lead.doc_type, small["number"], small["symbol"]))
            elif not small and lead.doc_type and self.text[match.end() : match.end() + 1] not in ("-", "/"):
                found.append(self._finish(lead, match.end(), lead.doc_type, "".join(match.group().split()), None))
        return found

    def composed(self) -> list[Reference]:
        """A number of letters and figures behind its word: “Resolution No.- Sanka-2026/ PR No. 18/ K. 14”."""
        found: list[Reference] = []
        for hit in self.words.number_words.all(self.lower, 0, len(self.lower)) if self.composes else ():
            gap = BEFORE_COMPOSED.match(self.text, hit.end)
            match = COMPOSED.match(self.text, gap.end()) if gap else None
            if match is None or (found and match.start() < found[-1].end):
                continue
            code = match.group()
            symbol = NUMBERED.match(self.text, match.start())
            whole = symbol and symbol.end() >= match.end() and not LETTER_OF_NUMBER.fullmatch(symbol["symbol"])
            roman = _ROMAN.fullmatch(code) and self.words.series_after(match.end())[0]  # “Act No. XIV of 2019”
            if whole or not re.search("[A-Z]", code) or not (roman or re.search("[0-9]", code)):
                continue
            lead = self.words.lead(hit.start)
            if lead.doc_type:
                found.append(self._finish(lead, match.end(), lead.doc_type, " ".join(code.split()), None))
        return found

    def initialled(self) -> list[Reference]:
        """A number behind the initials of its kind: “AB 148”, “H.R. 36”."""
        found = []
        for doc_type, initials in self.initials.items():
            for initial in initials:  # looked for as it is: a pattern would be tried at each sign of the text
                pattern, place = initialled_number(initial), self.text.find(initial)
                while place >= 0:
                    if match := pattern.match(self.text, place):
                        lead = Lead(place, doc_type, None, None, marked=False)
                        symbol = match["symbol"].replace(".", "")
                        found.append(self._finish(lead, match.end(), doc_type, match["number"], symbol))
                    place = self.text.find(initial, place + 1)
        return found

    def _next_of_a_kind(self, before: Reference, lead: Lead) -> Lead | None:
        """«постановления от 26.05.2004 № 354 "О совещании" и от 27.11.2006 № 67»: the second one's kind and date."""
        dated = self.words.date_before(lead.start, before.end)
        if dated is None or dated.start <= before.end:
            return self._of_next_office(before, lead) if lead.marked else None
        next_one = _NEXT_OF_A_KIND.fullmatch(self.text, before.end, dated.start) is not None
        if next_one or self._is_amended(before.end, dated.start):
            return Lead(dated.start, before.doc_type, before.issuer, dated.iso, lead.marked)
        return None

    def _of_next_office(self, before: Reference, lead: Lead) -> Lead | None:
        """«приказ Минтруда № 988н, Минздрава № 1420н», «№ 14-од от 4.08.2020 и № 17-од»: the next number of a kind."""
        between = self.of_next_office.fullmatch(self.text, before.end, lead.start)
        office = self.words.makers.office(between["office"]) if between and between["office"] else None
        if between is None or (between["office"] and not office):
            return None
        date = before.date if office else None
        return Lead(lead.start, before.doc_type, office or before.issuer, date, lead.marked)

    def _is_amended(self, end: int, start: int) -> bool:
        """«№ 354 «О совещании» (в редакции от 09.06.2015 № 12, …»: from a document to the first that changed it."""
        if start - end > _LONGEST_TITLE_BETWEEN or "\n" in self.text[end:start]:
            return False
        opened = self.text.rfind("(", end, start)
        hit = self.amended.at(self.lower, opened + 1, start) if opened >= 0 else None
        return hit is not None and _WORDS_OF_A_KIND.fullmatch(self.text, hit.end, start) is not None

    def bare_number(self) -> list[Reference]:
        """“Resolution 57”, «Nghị quyết 57»: a kind of document with a capital letter, and its number right behind."""
        found = []
        for hit in self.bare_types.all(self.lower, 0, len(self.lower)):
            said = self.text[hit.start : hit.end]
            capital = said.isupper() if len(said) < _SHORTEST_WORD else said[0].isupper()
            match = BARE_NUMBER.match(self.text, hit.end) if capital else None
            if not capital and self.citing.ending(self.lower, max(0, hit.start - _LONGEST_NAME), hit.start):
                cited = BARE_NUMBER.match(self.text, hit.end)  # «theo quyết định 105, mức phí …»
                match = cited if cited and self.text[cited.end() : cited.end() + 1] in ",;.:)" else None
            match = match or NUMBER_AND_YEAR.match(self.text, hit.end)
            only = self.only_numbers.get(said.lower())
            if match and only and not re.fullmatch(only, match["number"]):
                continue
            dated = self.words.dates.get(match.start("number")) if match else None
            if match and dated and dated.end > match.end():
                continue  # «Указ 7 мая 2012 года»
            if match and self.months.at(self.lower, match.end() + 1, match.end() + _LONGEST_NAME):
                continue  # «Постановление 12 мая»
            if (
                match
                and not only
                and _PAST_OR_NEAR.fullmatch(match["number"])
                and not self.words.issuer_after(match.end())[0]
            ):
                continue  # “Bill 2021”, and not «Quyết định 2045 của UBND huyện»
            if match:
                lead = Lead(hit.start, hit.value, None, None, marked=False)
                found.append(self._finish(lead, match.end(), hit.value, match["number"], None))
        return found

    def rows(self, found: Sequence[Reference]) -> list[Reference]:
        """The documents behind the first of a row: “Resolutions 12-144, 12-150, and 13-7”, «№ 12 и № 15»."""
        more: list[Reference] = []
        for first in found:
            several = first.symbol is None and (
                self.plurals.first(self.lower, first.start, first.end)
                or self.plurals.ending(self.lower, max(0, first.start - _LONGEST_PLURAL), first.start)
            )
            run = self.run.match(self.text, first.end) if first.symbol is None and not several else None
            of_one = self.words.issuer_after(run.end())[0] if run else None  # «Nghị quyết 18, 19 của Trung ương»
            composed = first.symbol is None and first.number is not None and not first.number.isdecimal()
            place = first.end
            while first.symbol is None and (match := self.next_number.match(self.text, place)):
                sure = match["word"] or ((several or of_one) and not _PAST_OR_NEAR.fullmatch(match["number"]))
                if not (sure or (composed and not match["number"].isdecimal())):
                    break
                start, place = match.start("word") if match["word"] else match.start("number"), match.end()
                more.append(replace(first, start=start, end=place, number=match["number"], date=None))
        return more

    def bracketed(self) -> list[Reference]:
        """“the Treasurer's report (FIN.7)”, “the report of the Director (PW-14-26)”: a kind of document with its number
        in brackets, “staff report PL-12-26” without them.
        """
        found = []
        for match in BRACKETED.finditer(self.text):
            hit = self.coded_types.ending(self.lower, max(0, match.start() - _LONGEST_NAME), match.start())
            if not (hit and hit.end == match.start()):
                near = max(match.start() - _LONGEST_CODED, self.text.rfind("\n", 0, match.start()))
                hit = self.coded_types.last(self.lower, near, match.start()) if match["number"].count("-") > 1 else None
                hit = None if hit and _CODE_APART.search(self.text, hit.end, match.start()) else hit
            if hit:
                lead = Lead(hit.start, hit.value, None, None, marked=False)
                found.append(self._finish(lead, match.end(), hit.value, match["number"], None))
        for hit in self.coded_types.all(self.lower, 0, len(self.lower)):
            if bare := CODED.match(self.text, hit.end):
                lead = Lead(hit.start, hit.value, None, None, marked=False)
                found.append(self._finish(lead, bare.end(), hit.value, bare["number"], None))
        return found

    def _end_in_line(self, match: re.Match[str]) -> int:
        """Where a name ends: «Nghị quyết Đại hội Đảng bộ huyện⏎Ngày 15/6 …» does so with its line."""
        line = match.group().rfind("\n")
        if line < 0 or self.opens_line.at(self.lower, match.start() + line + 1, match.end()) is None:
            return match.end()
        return match.start() + line

    def _end_of_title(self) -> int:
        """The end of the first lines, in which a text says what it is."""
        end = 0
        for line in list(re.finditer(r"[^\n]*\w[^\n]*", self.text[:_HEAD]))[:_TITLE_LINES]:
            said = line.group()
            if len(said) > _LONGEST_TITLE or said.rstrip()[-1:] in ".;" or _ITEM.match(said):
                break
            end = line.end()
        return end if end < len(self.text) else 0

    def _is_heading(self, match: re.Match[str]) -> bool:
        """“7/26 Village Hall Report – The clerk said …”: what is spoken of, not cited."""
        line = self.text.rfind("\n", 0, match.start()) + 1
        opens = _MARK.fullmatch(self.text, line, match.start()) is not None
        return opens and _HEADED.match(self.text, match.end()) is not None

    def is_in_title_of(self, before: Reference, named: Reference) -> bool:
        """A plan in the title of what is cited: «Nghị quyết số 5/NQ-HĐND về nhiệm vụ thực hiện Kế hoạch … năm 2015»,
        «№ 7 «О Стратегии развития до 2030 года»».
        """
        if named.number or not before.number or named.start - before.end > _FARTHEST:
            return False
        between = self.text[before.end : named.start]
        if _OPENED.match(between):
            return True
        if named.doc_type not in _IN_TITLES or self.carried_out.ending(self.lower, before.end, named.start):
            return False
        return self.about.at(self.lower, before.end + 1, named.start) is not None and not _CLOSED.search(between)

    def named(self) -> list[Reference]:
        """Documents told by their names alone."""
        words, found = self.words, []
        title = self._end_of_title()
        keys: dict[Key, list[Place]] = {}
        for named in named_forms(self.pack):
            for match in named.matches(self.text, self.lower, keys):
                own = match.start() < title and named.doc_type in _TITLES and match.group()[-1] != ")"
                if own and self.text.find(match.group(), title) < 0:
                    continue  # what the text itself is
                if named.doc_type == "report" and "(" not in match.group() and self._is_heading(match):
                    continue
                stop = self._end_in_line(match)
                # A law's title may name a body; that body did not make it.
                inside = named.doc_type != "law"
                issuer = words.issuers.first(self.lower, match.start() + 3, stop) if inside else None
                after, end = (None, stop) if issuer else words.issuer_after(stop)
                dated = words.date_ends.get(stop) or words.dates.get(match.start())
                if dated is None or not DAY.fullmatch(dated.iso):
                    dated = None
                of_year = named.doc_type in _DATED_BY_YEAR
                year = (_YEAR.search(match.group()) or _YEAR_FIRST.match(match.group())) if of_year else None
                issued, maker = words.issued_before(match.start())
                cut = dated is not None or stop < match.end()
                later, end = (None, end) if cut else self.words.date_after(end)
                date = dated.iso if dated else later or (year.group() if year else issued)
                made = named.maker.match(self.lower, match.start(), stop) if named.maker else None
                if made:  # “Resolution of the | 12th Party Congress”
                    after, issuer = " ".join(self.text[made.end() : stop].split()), None
                told = None if issuer else words.makers.area(self.text[match.start() : stop]) or after
                by = words.name(issuer) if issuer else told or words.issuer_before(match.start()) or maker
                rule = f"{self.pack.code}.reference.named"
                behind = self.number_behind.match(self.text, stop) if named.doc_type == "law" else None
                number = next((group for group in behind.groups() if group), None) if behind else None
                end = behind.end() if behind else end
                found.append(Reference(match.start(), end, named.doc_type, number, None, date, by, rule))
                if match.group().endswith(_CLOSED_TITLE):
                    found += self._next_titles(found[-1])
        return found

    def _next_titles(self, named: Reference) -> list[Reference]:
        """«по программам «Лес», «Озеро» и «Тропа»»: documents of one kind, told by their titles."""
        several = self.plurals.first(self.lower, named.start, named.end)
        following: list[Reference] = []
        place = named.end
        while several and (match := self.next_title.match(self.text, place)):
            place = match.end()
            following.append(replace(named, start=match.start("title"), end=place, date=None))
        return following


def _with_shared_issuers(found: Sequence[Reference], text: str, in_a_row: re.Pattern[str]) -> list[Reference]:
    """«Chỉ thị số 3/CT-UBND ngày 19/3/2019, Phương án số 7/PA-UBND của UBND tỉnh»: who made the last of a row of
    documents of one body made them all.
    """
    told = list(found)
    for place in range(len(told) - 2, -1, -1):
        this, after = told[place], told[place + 1]
        if this.issuer or not after.issuer or not (this.symbol and after.symbol):
            continue
        between = in_a_row.fullmatch(text, this.end, after.start)
        if between and _MADE_BY.split(this.symbol)[-1] == _MADE_BY.split(after.symbol)[-1]:
            told[place] = replace(this, issuer=after.issuer)
    return told


def _with_numbers_in_brackets(found: Sequence[Reference], text: str) -> list[Reference]:
    """“the Lake Fisheries Act, 2016 (Act 921)”: a name with its number behind it is one document."""
    told: list[Reference] = []
    for this in found:
        before = told[-1] if told else None
        named = before is not None and before.number is None and before.doc_type == this.doc_type and this.number
        if (
            before
            and named
            and _BRACKET.fullmatch(text, before.end, this.start)
            and text[this.end : this.end + 1] == ")"
        ):
            told[-1] = replace(this, start=before.start, end=this.end + 1, date=this.date or before.date)
        else:
            told.append(this)
    return told


def find_references(text: str, lower: str, pack: LanguagePack, periods: Sequence[Period]) -> list[Reference]:
    """All cited documents in order; where two overlap, the numbered one, then the longer one stays."""
    finder = _Finder(text, lower, pack, periods)
    numbered = finder.numbered() + finder.only_number() + finder.bare_number()
    numbered += finder.composed() + finder.initialled()
    candidates = numbered + finder.rows(numbered) + finder.bracketed() + finder.named()
    candidates.sort(key=lambda r: (r.number is None, r.start - r.end))
    taken: list[Reference] = []
    for candidate in candidates:
        place = bisect_left(taken, candidate.start, key=lambda reference: reference.start)
        free_before = place == 0 or taken[place - 1].end <= candidate.start
        if free_before and (place == len(taken) or candidate.end <= taken[place].start):
            taken.insert(place, candidate)
    kept = [r for n, r in enumerate(taken) if not (n and finder.is_in_title_of(taken[n - 1], r))]
    return _with_shared_issuers(_with_numbers_in_brackets(kept, text), text, finder.in_a_row)
