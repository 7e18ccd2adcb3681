"""Text as rules see it, with the way back to the text as given.

Rules should not care whether a space is a no-break space or ``ệ`` is one code point or three, but a
quote must be exact. Substitutions that keep the length need no map; the others leave one anchor each.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.reading.gluing import glued
from tongket.reading.wrapping import unwrapped

# One for one: spaces that are not U+0020, hyphens and letters that look the same, and İ, whose
# lower case has two code points and would shift everything after it.
_SAME_LENGTH = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
    **dict.fromkeys("\u2044\u2215", "/"),
    "\u0130": "I",
    "\u00d0": "\u0110",
    "\u0189": "\u0110",
    "\uff05": "%",
}
# Searching for few characters is many times faster than looking each one up.
_TO_FOLD = re.compile("[" + "".join(_SAME_LENGTH) + "]")
_OF_OTHER_LENGTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u0300-\u036f]")

# Soft hyphens, zero-width characters and direction marks say nothing; a letter with combining marks
# is composed.
_NOTHING_OR_MARKED = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+|[^\u0300-\u036f][\u0300-\u036f]{1,8}"
_OTHER_LENGTH = re.compile(_NOTHING_OR_MARKED)
# Blanks that justify a line, or that a typist doubled, are one next to a letter or behind a mark; those between two
# numbers part columns.
_BLANKS = "  "
_JUSTIFYING = (
    r" (?:(?<=[^\W\d_] ) {1,59}(?=[\w(«№–—-])|(?<=[\w%,;:.)»–—-] ) {1,59}(?=[^\W\d_]|[(«№–—])"
    r"|(?<=[,;:–—-] ) {1,59}(?=\d))"
)
_JUSTIFIED = re.compile(_JUSTIFYING)
_JUSTIFIED_OR_OTHER_LENGTH = re.compile(rf"{_JUSTIFYING}|{_NOTHING_OR_MARKED}")

# A corpus of words cut apart, «составила 3,5 % , или 12 чел . ( оценка )», has a blank before nearly every comma: these
# blanks say nothing.
_CUT_APART = " , "
_CUT_END = " . "
_ENOUGH_CUT = 3
_CUT = r"(?<=\S) (?=[,;:)»!?]|\.(?:\s|\Z))|(?<=[(«]) (?=\S)"
_TOKENS = re.compile(rf"{_CUT}|{_JUSTIFYING}|{_NOTHING_OR_MARKED}")

# A decimal that lost its place: «39, 6%», «12 , 5 млн», «312, 418 млрд».
_SPLIT_DECIMAL = re.compile(
    r"(?<![0-9.,])(?<![0-9.,] )[0-9]{1,3}( ?),( )"
    r"(?=[0-9]{1,2} ?(?:%|процент|млн|млрд|трлн|тыс|миллион|миллиард|триллион)"
    r"|[0-9] (?:км|га|тонн|кв|куб|м2|м3|ц|кг|руб)\b"
    r"|[0-9]{3} (?:млн|млрд|трлн|миллион|миллиард))"
)
# A sum whose groups came apart: “K9, 484, 368”, “Rs 86, 370 crore”.
_SPLIT_GROUPS = re.compile(
    r"(?<=[A-Za-z$£€₹])[0-9]{1,3}(?:, [0-9]{3}){2,4}(?![0-9,])"
    r"|(?:(?<=Rs)|(?<=Rs[. ])|(?<=Rs\. )|(?<=[$£€₹])|(?<=₹ ))[0-9]{1,3}(?:, [0-9]{2,3}){0,2}, [0-9]{3}"
    r"(?=(?:\.[0-9]{1,2})? (?:crore|lakh|million|billion))"
)
_CYRILLIC = re.compile("[а-я]")

# Raised digits behind a figure lead to a note; behind a letter they belong to a unit, behind a ten to its power.
_RAISED = re.compile(r"(?<=[0-9%])(?<![×xх*·]10)(?<![×xх*·] 10)[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹])")
_RAISED_DIGIT = re.compile("[⁰¹²³⁴-⁹]")

# Where a day is written into a form, its quotes say nothing: «от "10" октября 2026 г.».
_QUOTED_DAY = re.compile(r"[«\"“„][_ ]{0,3}[0-9]{1,2}[_ ]{0,3}[»\"”](?=\s{1,2}[а-я]{3,8}\s{1,2}[0-9]{4})")
_NO_DIGIT = re.compile(r"\D")
# Years of accounts that lost their dashes, “in 2031 32, up from 2030 31”, in a text that names several of them.
_LOST_DASH = re.compile(r"(?<![0-9.,/-])20[0-9]{2} [0-9]{2}(?![0-9]|[.,][0-9]|%| %)")
_PAIRED = re.compile(r"(?<![0-9.,/-])20[0-9]{2}[-–][0-9]{2}(?![0-9-])")
_SEVERAL = 2
# The blank in front of the dot of «2017 г . № 12».
_CUT_YEAR = re.compile(r"(?<=[0-9])( г) (?=\.)")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``text`` and its lower case ``lower`` are equally long; ``original`` is what was given."""

    original: str
    text: str
    lower: str
    _positions: tuple[int, ...]
    _shifts: tuple[int, ...]

    def original_position(self, position: int) -> int:
        """The place in the original of a place in the normalised text."""
        index = bisect_right(self._positions, position) - 1
        return position if index < 0 else position + self._shifts[index]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the original that a non-empty part of the normalised text stands for."""
        first, last = self.original_position(start), self.original_position(end - 1)
        following = self.original_position(end) if end < len(self.text) else len(self.original)
        if following > last + 1 and not _is_mark(self.original[last + 1]):
            return first, last + 1
        return first, following


def _is_mark(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def _folded(text: str) -> str:
    return _TO_FOLD.sub(lambda found: _SAME_LENGTH[found[0]], text)


def _is_cut_apart(text: str) -> bool:
    cut = text.count(_CUT_APART) + text.count(_CUT_END)
    return cut >= _ENOUGH_CUT and 2 * cut > text.count(", ")


def _of_other_length(text: str) -> Iterator[re.Match[str]]:
    if _is_cut_apart(text):
        return _TOKENS.finditer(text)
    other = _OF_OTHER_LENGTH.search(text)
    if _BLANKS in text:
        return (_JUSTIFIED_OR_OTHER_LENGTH if other else _JUSTIFIED).finditer(text)
    return _OTHER_LENGTH.finditer(text) if other else iter(())


def _with_dashes(text: str) -> str:
    """“2031 32” as “2031-32”, where several such pairs of years that follow each other stand in a text."""
    found = [m for m in _LOST_DASH.finditer(text) if int(m[0][5:]) == (int(m[0][2:4]) + 1) % 100]
    if not found or len({m[0] for m in found} | set(_PAIRED.findall(text))) < _SEVERAL:
        return text
    places = {m.start() + 4 for m in found}
    return "".join("-" if place in places else char for place, char in enumerate(text))


def normalise(text: str) -> NormalisedText:
    """Fold what only looks different; linear in the length of the text."""
    same = unwrapped(_folded(text))
    pieces: list[str] = []
    positions: list[int] = []
    shifts: list[int] = []
    taken = length = 0
    found_at = [(match.start(), match.end()) for match in _of_other_length(same)]
    if _CYRILLIC.search(same):
        split = (match.span(group) for match in _SPLIT_DECIMAL.finditer(same) for group in (1, 2) if match[group])
        found_at = sorted({*found_at, *split})
    apart = [n for sum_apart in _SPLIT_GROUPS.finditer(same) for n in range(*sum_apart.span()) if same[n] == " "]
    if apart:
        found_at = sorted({*found_at, *((place, place + 1) for place in apart)})
    missing = {(place, place) for place in glued(same)}
    for start, end in sorted((*found_at, *missing)) if missing else found_at:
        if start < taken:
            continue
        found = same[start:end] or _BLANKS
        replacement = unicodedata.normalize("NFC", found) if _is_mark(found[-1]) else " " * (found[:2] == _BLANKS)
        pieces += (same[taken:start], replacement)
        length += start - taken + len(replacement)
        taken = end
        positions.append(length)
        shifts.append(taken - length)
    folded = _folded("".join((*pieces, same[taken:]))) if pieces else same
    if _RAISED_DIGIT.search(folded):
        folded = _RAISED.sub(lambda mark: " " * len(mark[0]), folded)
    folded = _QUOTED_DAY.sub(lambda day: _NO_DIGIT.sub(" ", day[0]), folded)
    if " г ." in folded:
        folded = _CUT_YEAR.sub(r" \1", folded)
    folded = _with_dashes(folded)
    return NormalisedText(text, folded, folded.lower(), tuple(positions), tuple(shifts))
