"""Sentences and paragraphs of a normalised text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reading.packs import LanguagePack

_BOUNDARY = re.compile(r"[.!?…]{1,5}[»”\")\]]{0,3}(?=[ \t]{1,8}\S)[ \t]{0,8}|[ \t]{0,8}\n\s{0,50}")
_LAST_WORD = re.compile(r"[\w.]{1,12}\Z")
# «(Т.В. Орлова)»: two initials in front of a name; behind one, «Орловой Т.В. Контроль …», they may end a sentence.
_INITIALS = re.compile(r"[А-ЯЁ]\.[А-ЯЁ]")
# “directed Secretary P.R. Lomov to …”, but not “in B.C. Growth …”
_TITLED_INITIALS = re.compile(r"[A-Z][a-z]{2,24} (?:[A-Z]\.){1,2}[A-Z]\Z")
_SURNAME = re.compile(r"[А-ЯЁ][а-яё-]+ \Z")
_LONGEST_NAME = 24
# «в 2024 г. Построено», «600 тыс. кв. м. По итогам»: a year or a unit behind its number.
_BEHIND_NUMBER = re.compile(r"(?:\d|кв\.|куб\.) ?\Z")
# «на 01.01.2013г. –141 человек»: a dash and a number go on with what stands before the dot.
_DASHED = re.compile(r"[–—-] ?\d")
# Text without sentence marks is cut here, so that work per sentence stays bounded.
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence ``[start, end)`` and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


class Segments:
    """The sentences of a text in order, found by place."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def index_at(self, position: int) -> int:
        """The index of the sentence that holds a place."""
        return max(0, bisect_right(self._starts, position) - 1)

    def at(self, position: int) -> Sentence:
        """The sentence that holds a place."""
        return self.sentences[self.index_at(position)]


def _ends_sentence(
    text: str,
    dot: int,
    following: int,
    abbreviations: frozenset[str],
    closing: frozenset[str],
    ordinals: Sequence[str],
    going_on: tuple[str, ...],
) -> bool:
    """A dot ends no sentence behind an abbreviation or initial, nor in front of a small letter or a dashed number.

    Behind «quý» a single letter is a number: «… của quý I. Tính chung …».
    """
    after = text[following : following + 1]
    if after.islower() or _DASHED.match(text, following):
        return False
    if going_on and text.startswith(going_on, following):  # «5 млрд долл. США»
        return False
    if text[dot] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, dot - 12), dot)
    if word is None:
        return True
    last = word.group()
    tail = last.rpartition(".")[2]  # «35 млн.руб. ежегодно»
    if tail.lower() in abbreviations and len(tail) > 1 and not _INITIALS.search(last):
        last = tail
    if last.lower() in abbreviations:
        counted = _BEHIND_NUMBER.search(text, max(0, word.start() - 8), word.start()) is not None
        return after.isupper() and last.islower() and (last in closing or (counted and len(last) < 3))
    if _INITIALS.fullmatch(last) and not _SURNAME.search(text, max(0, word.start() - _LONGEST_NAME), word.start()):
        return False
    if last[:1] < "\u0250" and _TITLED_INITIALS.search(text, max(0, word.start() - _LONGEST_NAME), dot):
        return False
    single = len(last) == 1 and last.isupper()
    return not single or any(text.endswith(f"{ordered} ", 0, word.start()) for ordered in ordinals)


def segment(text: str, pack: LanguagePack) -> Segments:
    """Split a text into sentences; a line end always ends one."""
    abbreviations = frozenset(pack.phrases("sentences.abbreviations"))
    closing = frozenset(pack.phrases("sentences.closing"))
    ordinals = pack.phrases("sentences.ordinals")
    going_on = tuple(pack.phrases("sentences.going_on"))
    sentences: list[Sentence] = []
    start = paragraph = 0
    for match in _BOUNDARY.finditer(text):
        while match.start() - start > _LONGEST:
            sentences.append(Sentence(start, start + _LONGEST, paragraph))
            start += _LONGEST
        line_end = "\n" in match.group()
        if not line_end and not _ends_sentence(
            text, match.start(), match.end(), abbreviations, closing, ordinals, going_on
        ):
            continue
        if match.end() > start:
            sentences.append(Sentence(start, match.end(), paragraph))
        start = match.end()
        paragraph += line_end
    for place in range(start, len(text), _LONGEST):
        sentences.append(Sentence(place, min(place + _LONGEST, len(text)), paragraph))
    return Segments(sentences)


def colon_of_list(lower: str, start: int, end: int) -> int:
    """Where the last colon stands that ends a line, be it before a blank, and so opens a list; -1 where none does."""
    return max(lower.rfind(closed, start, end) for closed in (":\n", ": \n"))
