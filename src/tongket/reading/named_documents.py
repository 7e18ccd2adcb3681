"""The forms of documents that are named and have no number: “the Law on Fisheries”, «Конституция …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongket.reading.amounts import Place
from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, alternation, phrase_pattern, word_pattern

_ROMAN_OR_ORDINAL = r"(?:[ivxlc]{1,7}|[0-9]{1,2})(?:-\w{1,3}|st|nd|rd|th)?"
# A title may go on in the next line, but not behind an empty one. Of two marks that open it one alone may be closed:
# «О программе «Лес».
QUOTED = (
    r"(?:[«\"“]{1,2}(?:[^«»\"“”\n]|\n(?!\s*\n)|[«\"“][^«»\"“”\n]{1,120}[»\"”]){3,300}?[»\"”]"
    r"|«[^«»\n]{3,200}«[^«»\n]{1,200}»)"
)
# The capitalised words of a title in front of its last word: “Public Finance Management (Counties)”.
_CAPITAL = rf"[{CAPITALS}][\w&’'-]{{1,24}}"
# One title ends where “and” or a comma stands behind its last word.
_ENDED = (
    "".join(
        rf"(?<!\b{word})"
        for word in (
            "Act",
            "Bill",
            "Code",
            "Law",
            "Plan",
            "Policy",
            "Strategy",
            "Framework",
            "Regulations",
            "Statement",
            "Report",
            "Assessment",
            "Review",
            "Outlook",
            "Survey",
            "Agreement",
            "Program",
            "Programme",
            "Ordinance",
            "Congress",
            "Constitution",
            "Resolution",
            "Directive",
            "Decision",
            "Treaty",
        )
    )
    + r"(?<!\))"
)
_JOINS = "(?:of|and|for|to|on|in|the) "
# Behind a comma another title begins with an article, or in Cyrillic.
_LINK = rf"(?: |{_ENDED}(?:, (?!(?:and )?the |[А-ЯЁ])| (?={_JOINS}))(?:{_JOINS}){{0,2}})"
# “Public Finance Management (Counties)”, “Appropriation (No. 2)”, “Taxation (on Specified Lands)”
_ASIDE = r"\([\w.’'&-]{1,20}(?: [\w.’'&-]{1,20}){0,4}\)"
# What opens a sentence or says whose it is, is no word of a title: “This Annual Plan”, “Their Business Plan”.
_NO_TITLE = (
    r"(?!(?:This|That|These|Those|Its|Our|Their|His|Her|Your|My|Any|Each|Every|Some|New|Draft|No|In|On|For|Under|With"
    r"|By|Through|Following|While|Although|As|If|When)\b)"
)
_NAMES = rf"{_CAPITAL}(?:{_LINK}(?:{_CAPITAL}|{_ASIDE})){{0,7}} "
_TITLED = rf"{_NO_TITLE}{_CAPITAL}(?:{_LINK}(?:{_CAPITAL}|{_ASIDE})){{1,7}} "
_LONGEST_TITLE, _BEHIND_KEY, _LEAD = 160, 420, 40


Key = tuple[re.Pattern[str], bool]


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form of a named document; ``cased`` when it is told by its capitals, ``titled`` when it holds a whole title."""

    doc_type: str
    pattern: re.Pattern[str]
    cased: bool
    titled: bool
    key: re.Pattern[str] | None
    behind: re.Pattern[str] | None = None  # such words must stand in front
    unless: re.Pattern[str] | None = None  # such words must not
    within: bool = False  # only where its capital opens no sentence
    maker: re.Pattern[str] | None = None  # behind such words the form names who made it

    def matches(self, text: str, lower: str, keys: dict[Key, list[Place]]) -> Iterator[re.Match[str]]:
        """All places of this form; with a key only the text around it is searched.

        ``keys`` holds where the keys stand that were looked for in this text, as several forms share one.
        """
        searched = text if self.cased else lower
        if self.key is None:
            yield from self.pattern.finditer(searched)
            return
        wanted = self.key, self.cased
        if wanted not in keys:
            found = (key.span() for key in self.key.finditer(searched))
            keys[wanted] = [span for span in found if not span[0] or not searched[span[0] - 1].isalnum()]
        for start, end in keys[wanted]:
            for match in self.pattern.finditer(searched, max(0, start - _LONGEST_TITLE), end + _BEHIND_KEY):
                if match.start() <= start < match.end():  # and not the title in front of this one
                    if self._is_led(lower, match.start()):
                        yield match
                    break

    def _is_led(self, lower: str, start: int) -> bool:
        """Whether the words in front are those that this form needs, and none that it must not have."""
        near = max(0, start - _LEAD)
        if self.within and not _WITHIN.search(lower, near, start):
            return False
        if self.unless and self.unless.search(lower, near, start):
            return False
        return self.behind is None or self.behind.search(lower, near, start) is not None


_WITHIN = re.compile(r"[\w,;:)»”][ \n]{1,2}\Z|[\w,] ?[“\"(]\Z")


@cache
def named_forms(pack: LanguagePack) -> tuple[NamedForm, ...]:
    """The forms of the pack, compiled once."""
    slots = {
        "{ordinal}": _ROMAN_OR_ORDINAL,
        "{title}": QUOTED,
        "{headed}": rf"{_CAPITAL}(?:,? (?!(?i:{_kinds(pack)})(?!\w))[^\W\d]{{1,24}}){{0,12}}? ",
        "{clause}": r"(?:[^\W\d]{1,30},?\s){1,28}?",
        "{words}": r"(?:[^\W\d]{1,30}\s{1,2}){0,12}?",
        "{span}": r"(?:(?:[^\W\d]{1,30}(?:-[^\W\d]{1,30})?|[0-9]{1,3}|[–-]),?\s){1,28}?",
        "{spaced}": r"(?:[^\W\d][\w-]{0,30}(?:\s[–-]\s[^\W\d]\w{0,30})?\s{1,2}){0,14}?",
        "{few}": r"(?:[^\W\d][\w-]{0,30}\s){0,5}?",
        "{alone}": _alone(pack),
        "{then_years}": _then_years(pack),
        "{adjectives}": rf"(?:{pack.get('nouns.adjective', '(?!)')}\s){{0,3}}",
        "{names}": _NAMES,
        "{titled}": _TITLED,
        "{name}": _NAMES.rstrip(),
        "{aside}": r" \([^()\n]{2,40}\)",
        "{in_year}": r" \((?:19|20)[0-9]{2}\)",
        "{in_years}": r" \((?:19|20)[0-9]{2}\s?[-–]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2})\)",
        "{date}": (
            r"(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[^\W\d]{3,9},? (?:19|20)[0-9]{2}"
            r"|[^\W\d]{3,9} [0-9]{1,2},? (?:19|20)[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:19|20)[0-9]{2})"
        ),
        "{short}": r"(?: \((?:[\"“][^\n\"“”]{2,60}[\"”]|[A-Z]{2,8})\))?",
        "{dated}": r"\([A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}\) ",
        "{paragraph}": r"(?:\s?\([0-9a-z]{1,4}\)){0,2}",
        "{word}": r"[^\W\d]{2,30}",
        "{topic}": _topic(pack),
        "{year}": r"(?:19|20)[0-9]{2}",
        "{years}": r"(?:FY ?)?(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9]))?",
        "{field}": _field(pack),
        "{about}": _about(pack),
        "{issuer}": "(?:" + "|".join(f for p in _issuer_forms(pack) for f in [phrase_pattern(p)]) + ")",
    }
    bodies = "|".join(map(re.escape, pack.get("references.bodies", []))) or "(?!)"
    compiled = []
    for entry in pack.get("references.named", []):
        pieces = re.split(r"(\{\w+\})", entry["form"])
        pattern = "".join(slots[piece] if piece in slots else phrase_pattern(piece) for piece in pieces)
        # Without a look behind, a key is found by its letters, several times faster.
        key = re.compile(rf"{entry['key']}(?!\w)") if "key" in entry else None
        compiled.append(
            NamedForm(
                entry["type"],
                re.compile(rf"(?<!\w){pattern}(?!\w)(?! (?:{bodies})\b)"),
                ("key" in entry and not entry["key"].islower())
                or not {"{names}", "{titled}", "{headed}", "{name}"}.isdisjoint(pieces),
                "{clause}" in pieces,
                key,
                _ending(entry.get("behind")),
                _ending(entry.get("unless")),
                entry.get("within", False),
                re.compile(phrase_pattern(entry["maker"])) if "maker" in entry else None,
            )
        )
    return tuple(compiled)


def _ending(phrases: list[str] | None) -> re.Pattern[str] | None:
    """A pattern for one of the phrases right in front."""
    return re.compile(rf"{word_pattern(phrases)}\s{{1,2}}\Z") if phrases else None


def _field(pack: LanguagePack) -> str:
    """What a law is about where only its first word has a capital: «Luật Phòng chống bệnh truyền nhiễm»."""
    behind = "".join(rf"(?<!{re.escape(word)} )" for word in pack.phrases("references.no_title_behind"))
    return rf"{behind}{_CAPITAL},?(?: [^\W\d]{{1,12}}){{1,9}}?{_closed(pack)}"


def _alone(pack: LanguagePack) -> str:
    """Up to fifteen words without one of another kind of document."""
    return rf"(?:\s(?!{_kinds(pack)}(?!\w))[^\W\d][\w-]{{0,30}}(?:\s[–-]\s[^\W\d]\w{{0,30}})?){{1,15}}?"


def _kinds(pack: LanguagePack) -> str:
    """The words of all kinds of documents."""
    table: dict[str, list[str]] = pack.get("references.types", {})
    return alternation(form for forms in table.values() for form in forms) if table else "(?!)"


def _then_years(pack: LanguagePack) -> str:
    """In front of the years of a document, which stay outside of it: they are also those of what it foresees."""
    words = pack.phrases("references.years_behind")
    return rf"(?=\s{alternation(words)}\s{{1,2}}(?:19|20)[0-9]{{2}})" if words else "(?!)"


def _topic(pack: LanguagePack) -> str:
    """The first word of what a document is about, not that of “Resolution on this”, “became law on Monday”."""
    no_title = word_pattern(pack.phrases("references.no_title"))
    return rf"(?!{no_title})[^\W\d]{{2,30}}"


def _about(pack: LanguagePack) -> str:
    """What a document is about, without quotation marks and years: «phát triển KT-XH 5 năm», «phòng, chống hạn hán».

    No title begins with a word that ends one, or goes on a generic mention: «Kế hoạch này», «Kế hoạch đã đề ra».
    """
    no_title = alternation([*pack.phrases("references.title_ends"), *pack.phrases("references.no_title")])
    spans = "|".join(map(phrase_pattern, pack.phrases("references.title_spans"))) or "(?!)"
    word = rf"(?:[^\W\d]{{1,12}}(?:-[^\W\d]{{1,12}}){{0,3}}|[0-9]{{1,2}} (?:{spans})|[-–]),?"
    return rf"(?!(?i:{no_title})(?!\w)){word}(?: {word}){{1,24}}?(?<!,){_closed(pack)}"


def _closed(pack: LanguagePack) -> str:
    """Where a title without quotation marks ends: at a mark, or in front of words that no title goes on with."""
    ends = "|".join(map(phrase_pattern, pack.phrases("references.title_ends")))
    return rf"(?=\s?[;.,)(:”»\"]|\s+(?i:{ends})(?!\w)|\s*\n|\s*\Z)"


def _issuer_forms(pack: LanguagePack) -> list[str]:
    table: dict[str, list[str]] = pack.get("references.issuers", {})
    return sorted((form for forms in table.values() for form in forms), key=lambda form: (-len(form), form))
