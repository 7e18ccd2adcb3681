"""Lines that a layout broke within a sentence: «dịch vụ tăng⏎8,35 %», “the shire⏎built 15 schools”.

Older texts are broken at some eighty columns. Where the line before is open and the next one goes on with it, the
break is a space; everything that reads sentences then sees them whole.
"""

from __future__ import annotations

import re

# What a line ends with that is not closed: a letter, a figure, a bracket or a comma, and no table's bar.
_OPEN = r"(?<=[\w,)%»”\"])"
# A small letter that opens no item («a) …», «b. …», “o …” as a bullet, “ii) …”).
_SMALL = r"(?=[^\W\d_])(?![a-zđ]{1,4}[.)]|[ov]\s)"
# A figure that opens no item («2. Về kinh tế», «1.2. …», “3) …”) and is no date or number on its own line.
_FIGURE = r"(?=\d)(?!\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[\d.,:/ -]{1,40}(?:\n|\Z))"
_BREAK = re.compile(rf"{_OPEN}[ \t]{{0,3}}\n[ \t]{{0,3}}(?:{_SMALL}|{_FIGURE})")
# “2 Economy”
_NUMBERED = re.compile(r"[0-9]{1,2}[ \t]{1,3}")
_BAR = "|\t"
_ENDS_IN_SMALL = re.compile(r"(?<!\w)[^\W\d_]{1,20},?[ \t]{0,3}\Z")
_LONGEST = 400


def unwrapped(text: str) -> str:
    """The text with a space for every line end inside a sentence; of the same length."""
    if "\n" not in text:
        return text
    pieces: list[str] = []
    taken = 0
    for match in _BREAK.finditer(text):
        if _goes_on(text, match):
            pieces += (text[taken : match.start()], match.group().replace("\n", " "))
            taken = match.end()
    return "".join((*pieces, text[taken:])) if pieces else text


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    after = text[gap.end()]
    if not after.islower() and not after.isdecimal():
        return False
    start = text.rfind("\n", max(0, gap.start() - _LONGEST), gap.start()) + 1
    end = text.find("\n", gap.end(), gap.end() + _LONGEST)
    if any(bar in text[start : end if end >= 0 else gap.end() + _LONGEST] for bar in _BAR):
        return False  # rows of a table
    if after.islower():
        return True
    numbered = _NUMBERED.match(text, gap.end())
    if numbered and text[numbered.end() : numbered.end() + 1].isupper():
        return False
    word = _ENDS_IN_SMALL.search(text, max(start, gap.start() - 24), gap.start())
    return word is not None and word.group()[0].islower()
