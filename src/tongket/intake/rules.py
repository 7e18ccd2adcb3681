"""What a text says about itself: what it is, from whom, of which day and for which period. Pure.

All of it is a proposal: a person looks at it before anything is claimed from the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.reading.claims import Claim, FigureClaim, ReferenceClaim
from tongket.reading.packs import LanguagePack
from tongket.reading.periods import find_periods

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is taken."""

MAX_FILES = 30
"""The most files at once."""

MAX_CHARACTERS = 10_000_000
"""The longest text that is taken: a table of a hundred thousand rows, written out as it is read, or a report of three
thousand pages. Reading takes some minutes of a processor then, and the letters tens of megabytes wherever they are."""

MAX_TRIES = 3
"""So often a reading is begun that ends with nothing: a file that brings the whole server down is then let alone."""

_HEAD = 15  # lines: what a document says about itself stands at its top
_HEADING = 300
_LONGEST_TITLE = 250
_ENDS_SENTENCE = (".", ";", ":")
_LINE_OF_ITS_OWN = 60
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = re.compile(r"[^\W\d_]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"đ": "d", "Đ": "d"})
_MOTTO = (
    "cộng hòa xã hội chủ nghĩa việt nam",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "độc lập",
    "đảng cộng sản việt nam",
)


@dataclass(frozen=True)
class Found:
    """What a text says about itself; an empty part is one that it does not say."""

    title: str
    doc_type: str = "report"
    number: str = ""
    symbol: str = ""
    issuer: str = ""
    issued_on: str = ""
    covers: str = ""


def about(text: str, claims: Sequence[Claim], pack: LanguagePack, *, file_name: str) -> Found:
    """What a text says about itself at its top, and in the figures that were read: most are of the time it covers."""
    top = _top(text)
    lines = [line for _, line in top]
    kinds = {word: kind for kind, words in pack.get("references.types", {}).items() for word in words}
    place, kind = _kind(lines, kinds)
    title = _title(lines, place) or file_name
    cited = _number(top, claims)
    issuer = lines[0] if lines and lines[0].isupper() and place != 0 and not _is_motto(lines[0]) else ""
    return Found(
        title=title[:_LONGEST_TITLE],
        doc_type=kind.replace(" ", "-") or "report",
        number=cited.number or "" if cited else "",
        symbol=cited.symbol or "" if cited else "",
        issuer=issuer,
        issued_on=_day(lines, pack),
        covers=_covers(title, claims, pack),
    )


def slug(file_name: str, sha256: str) -> str:
    """A name for a document that can stand in an address: that of its file, and the beginning of its digest."""
    stem = file_name.rpartition(".")[0] or file_name
    plain = unicodedata.normalize("NFKD", stem.translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return f"{_NO_SLUG.sub('-', plain.lower()).strip('-')[:60].strip('-') or 'document'}-{sha256[:10]}"


def shown_name(file_name: str) -> str:
    """The name of a file without its folders and without signs that would show it as another one."""
    plain = "".join(sign for sign in file_name.replace("\\", "/").rpartition("/")[2] if sign.isprintable())
    return plain.strip()[-200:] or "?"


def _top(text: str) -> list[tuple[int, str]]:
    """The first lines that say something, each with its place."""
    found, place = [], 0
    for line in text[: 20 * _HEADING].splitlines(keepends=True):
        if line.strip(" \t\r\n\ufeff"):
            found.append((place, line.strip(" \t\r\n\ufeff")))
        place += len(line)
    return found[:_HEAD]


def _kind(lines: Sequence[str], kinds: Mapping[str, str]) -> tuple[int | None, str]:
    """The line that names the kind of document, and the kind: “REPORT” alone, or the beginning of a title."""
    for place, line in enumerate(lines):
        words = line.casefold()
        fitting = [word for word in kinds if words == word or (line.isupper() and words.startswith(f"{word} "))]
        if fitting:
            return place, kinds[max(fitting, key=len)]
    return None, ""


def _title(lines: Sequence[str], kind: int | None) -> str:
    """The heading that begins with the kind of document, with the line that it goes on in, unless a sentence begins."""
    if kind is not None:
        following = [line for line in lines[kind + 1 : kind + 2] if not line.endswith(_ENDS_SENTENCE)]
        return " ".join([lines[kind].capitalize(), *following])
    long = (line for line in lines if len(_WORDS.findall(line)) >= 3 and not _is_motto(line))
    return next((line for line in long if not line.isupper()), lines[0] if lines else "")


def _is_motto(line: str) -> bool:
    return line.casefold().startswith(_MOTTO)


def _number(top: Sequence[tuple[int, str]], claims: Sequence[Claim]) -> ReferenceClaim | None:
    """A number that stands on a line of its own: one inside a sentence is that of another document."""
    spans = [(start, start + len(line)) for start, line in top if len(line) <= _LINE_OF_ITS_OWN]
    for claim in claims:
        if isinstance(claim, ReferenceClaim) and claim.number and claim.symbol:
            return claim if any(start <= claim.start < end for start, end in spans) else None
    return None


def _day(lines: Sequence[str], pack: LanguagePack) -> str:
    """The day that stands on a line of its own, without a sentence around it."""
    for line in lines:
        if len(line) <= _LINE_OF_ITS_OWN:
            days = [period.iso for period in find_periods(line.lower(), pack) if _DAY.fullmatch(period.iso)]
            if days:
                return days[0]
    return ""


def _covers(title: str, claims: Sequence[Claim], pack: LanguagePack) -> str:
    """The period that most figures are of, else the first that the title names; empty where neither is one of ours."""
    read = Counter(claim.period for claim in claims if isinstance(claim, FigureClaim) and claim.period)
    named = [period.iso for period in find_periods(title.lower(), pack)]
    for code in (*(code for code, _ in read.most_common(1)), *named):
        try:
            return Period.parse(code).code
        except InvalidInput:
            continue
    return ""
