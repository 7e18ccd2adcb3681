"""Directives by their form alone: somebody is named at the head of a sentence, and then what to do.

«Министерству финансов подготовить …», “The Department of Water shall …”, «Sở Y tế hoàn thành … trước ngày …».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import CAPITALS, Cues

_MARKER = r"[ \t•*–—«“\"-]{0,6}(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\([0-9a-z.]{1,8}\))[ \t]{0,4})?"
_CAPITAL = rf"[{CAPITALS}][\w’'-]{{0,24}}"
_WORD_BEFORE = re.compile(r"(?<!\w)[^\W\d_][\w-]{2,38}\s\Z")
_BRACKETED = re.compile(r"\s?\([^()\n]{1,240}\)")
_DASH = re.compile(r"\s[–—-]\s")
# Behind a name of three words or more a dash tells what that body is: «Sở Y tế - cơ quan thường trực …».
_APPOSED = re.compile(r"(?:\S{1,30}\s){3,12}?(?<!о\s)[–—-](?=\s[^\W\d_])(?!\s(?:[A-ZĐА-ЯЁ]|xã\s))")
_RELATIVE = re.compile(r",\s(?:котор|who|which)")
_SLOTS = {
    "{name}": rf"{_CAPITAL}(?:(?:,? (?:of|and|for|the|&)){{0,2}},? {_CAPITAL}){{0,8}}",
    # Who heads a body may stand in brackets behind its name: «(Иванов И.И.)».
    # There are initials and dates in it, too: «Управляющему делами Петрову С.Н. до 29.08.2025 г. подготовить …».
    "{words}": (
        r"(?:,(?=\s))?(?:\s{0,2}\([^()\n]{1,240}\),?|\s{1,4}(?:[^\s.;:()]{1,40}|гг?\.|(?:[А-ЯЁ]\.\s?){1,2}(?:[А-ЯЁ][а-яё-]{1,24})?"
        r"|\d{1,2}\.\d\d\.\d{2,4})){0,40}?"
    ),
}


@dataclass(frozen=True, slots=True)
class Directive:
    """Where a directive begins, who is told, where that part ends, and whether only a deadline makes it a task.

    ``any_date``: every date in it is that deadline, be it behind a word such as “by” or not.
    """

    start: int
    who: str
    end: int
    needs_deadline: bool
    any_date: bool


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    needs_deadline: bool
    any_date: bool
    cues: tuple[str, ...]
    """One of these stands wherever the form does: that is seen much faster."""


def _filled(pattern: str, pack: LanguagePack) -> str:
    """A form with its slots filled; the pack's own are in ``tasks.slots``, nouns in ``tasks.nouns``."""
    own: dict[str, str] = pack.get("tasks.slots", {})
    for slot, part in (*((f"{{{name}}}", part) for name, part in own.items()), *_SLOTS.items()):
        pattern = pattern.replace(slot, part)
    words: dict[str, list[str]] = pack.get("tasks.nouns", {})
    for name, listed in words.items():
        # The first letter in either case: that is searched much faster than a whole group that ignores case.
        heads = (f"[{word[0].upper()}{word[0].lower()}]{word[1:]}" for word in listed)
        pattern = pattern.replace(f"{{{name}}}", f"(?:{'|'.join(heads)})")
    return pattern


@cache
def _forms(pack: LanguagePack, table: str) -> tuple[_Form, ...]:
    forms = []
    for entry in pack.get(table, []):
        who, verb = _filled(entry["who"], pack), _filled(entry["verb"], pack)
        lead = entry.get("lead", "")
        gap = r"\s{1,4}" if who and verb else ""
        compiled = re.compile(rf"{_MARKER}(?P<all>{lead}(?P<who>{who}){gap}(?P<verb>{verb})(?!\w))")
        flags = entry.get("needs_deadline", False), entry.get("any_date", False)
        forms.append(_Form(compiled, *flags, tuple(entry.get("cues", ()))))
    return tuple(forms)


@cache
def _owners(pack: LanguagePack, table: str = "tasks.owners") -> tuple[tuple[re.Pattern[str], bool], ...]:
    forms = []
    for entry in pack.get(table, []):
        lead, who, verb = entry.get("lead", ""), _filled(entry["who"], pack), entry.get("verb", "")
        pattern = re.compile(rf"{_MARKER}{lead}(?P<who>{who}){verb}(?P<open>\s?[:–-])?\s{{0,9}}\Z")
        forms.append((pattern, bool(entry.get("told", False))))
    return tuple(forms)


def owner_of(
    text: str, start: int, end: int, pack: LanguagePack, *, told: bool = True, heading: bool = False
) -> str | None:
    """Whose tasks a list is that the sentence ``[start, end)`` opens: «Рекомендовать главам районов:», and where tasks
    are ``told``, a name alone: «2. Sở Y tế:». A ``heading`` has no colon, and no word of what is to be done.
    """
    for form, needs_orders in _owners(pack):
        match = form.match(text, start, end) if told or not needs_orders else None
        if match and match["open"] and not heading:
            return addressee(match["who"], pack)
        if match and heading and not directive_at(text, match.start("who"), end, pack, "tasks.stated"):
            return addressee(match["who"], pack)
    return None


def doer_of(text: str, start: int, end: int, pack: LanguagePack) -> str | None:
    """Whose duties the list below tells, in items that each have a verb: «Администрация поселения обязана:»."""
    for form, _ in _owners(pack, "tasks.doers"):
        match = form.match(text, start, end)
        if match and match["open"]:
            return " ".join(_RELATIVE.split(match["who"])[0].split()).strip(" ,")
    return None


@dataclass(frozen=True, slots=True)
class _Names:
    oblique: re.Pattern[str]  # any of the heads
    nominative: tuple[tuple[re.Pattern[str], str], ...]
    attributes: tuple[tuple[re.Pattern[str], str], ...]
    doing: re.Pattern[str]
    next_body: re.Pattern[str]
    governed: Cues


@cache
def _names(pack: LanguagePack) -> _Names:
    """How bodies are named: in the nominative, up to what they are said to do, each of several by itself."""
    nominative, attributes = (
        tuple((re.compile(rf"(?i:{oblique})(?!\w)"), name) for oblique, name in pack.get(f"tasks.{table}", {}).items())
        for table in ("nominative", "attributes")
    )
    doing, next_body = (re.compile(pack.get(f"tasks.{key}", "(?!)")) for key in ("doing", "next_body"))
    heads = re.compile(rf"(?i:{'|'.join(pack.get('tasks.nominative', {})) or '(?!)'})(?!\w)")
    return _Names(heads, nominative, attributes, doing, next_body, pack.cues("tasks.governed"))


def addressee(words: str, pack: LanguagePack) -> str:
    """Who is told, without what is said of how and when, the head in the nominative."""
    aside = pack.cues("tasks.asides").first(words.lower(), 1, len(words))
    apposed = _APPOSED.search(words) if _DASH.search(words) else None
    names = _names(pack)
    doing = names.doing.search(words)
    ends = (aside and aside.start, doing and doing.start(), apposed and apposed.end(), len(words))
    end = min(place for place in ends if place is not None)
    named = _BRACKETED.sub("", words[:end]) if "(" in words else words[:end]
    named = " ".join(named.split()).strip(" ,:(–-")
    said: list[str] = []
    for part in names.next_body.split(named):
        governed = said and said[-1][-1:] != "," and names.governed.first(said[-1], 1, len(said[-1]))
        said.append(part if governed else _nominative(part, names))
    return "".join(said)


def attributed(text: str, start: int, pack: LanguagePack) -> int:
    """Where the adjectives begin in front of a body: «юридическому отделу»."""
    attributes = _names(pack).attributes
    while word := _WORD_BEFORE.search(text, max(0, start - 40), start):
        if not any(form.fullmatch(text, word.start(), start - 1) for form, _ in attributes):
            break
        start = word.start()
    return start


def _nominative(named: str, names: _Names) -> str:
    """«главе района» as «глава района», «областному контрольному комитету» as «областной контрольный комитет»."""
    if whole := _head_in_nominative(named, 0, names):
        return whole
    said, place = "", 0
    while found := next(((m, n) for form, n in names.attributes if (m := form.match(named, place))), None):
        said += found[0].expand(found[1]) + " "
        place = found[0].end() + 1
    return said + (_head_in_nominative(named, place, names) or named[place:]) if said else named


def _head_in_nominative(named: str, place: int, names: _Names) -> str | None:
    if names.oblique.match(named, place) is None:
        return None
    for oblique, name in names.nominative:
        if match := oblique.match(named, place):
            return match.expand(name) + named[match.end() :]
    return None


def directives_at(text: str, start: int, end: int, pack: LanguagePack, table: str) -> Iterator[Directive]:
    """The directives in the forms of ``table`` that begin at ``start``, behind a list mark if there is one."""
    for form in _forms(pack, table):
        for cue in form.cues:
            if text.find(cue, start, end) >= 0:
                break
        else:
            if form.cues:
                continue
        match = form.pattern.match(text, start, end)
        if match:
            who = addressee(match["who"], pack)
            yield Directive(match.start("all"), who, match.start("verb"), form.needs_deadline, form.any_date)


def directive_at(
    text: str, start: int, end: int, pack: LanguagePack, table: str = "tasks.addressed"
) -> Directive | None:
    """The first of ``directives_at``."""
    return next(directives_at(text, start, end, pack, table), None)
