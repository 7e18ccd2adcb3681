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
# A figure that opens no item («2. Về kinh tế», «1.2. …», “3) …”, «2024 год – 5 млн») and is no date or number on its
# own line.
_FIGURE = (
    r"(?=\d)(?!\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[\d.,:/ -]{1,40}(?:\n|\Z)"
    r"|(?:19|20)\d\d(?: [^\W\d_]{1,4}\.?)? ?[-–—:] )"
)
_BREAK = re.compile(rf"{_OPEN}[ \t]{{0,3}}\n[ \t]{{0,3}}(?:{_SMALL}|{_FIGURE})")
# “2 Economy”
_NUMBERED = re.compile(r"[0-9]{1,2}[ \t]{1,3}")
_BAR = "|\t"
_ENDS_IN_SMALL = re.compile(r"(?<!\w)[^\W\d_]{1,20},?[ \t]{0,3}\Z")
_LONGEST = 400
# Where lines were broken at a width, one as long goes on with a capital letter too: “Tana⏎River”, “the⏎County”.
_BEFORE_CAPITAL = re.compile(rf"{_OPEN}[ \t]{{0,3}}\n[ \t]{{0,3}}(?=[^\W\d_])(?![A-ZĐ]{{1,4}}[.)])")
_ENOUGH_BREAKS = 3
_NEARLY = 0.85


def unwrapped(text: str) -> str:
    """The text with a space for every line end inside a sentence; of the same length."""
    if "\n" not in text:
        return text
    gaps = [match for match in _BREAK.finditer(text) if _goes_on(text, match)]
    if len(gaps) >= _ENOUGH_BREAKS:
        widths = sorted(_width(text, gap) for gap in gaps)
        narrowest = _NEARLY * widths[len(widths) // 2]
        gaps += (gap for gap in _BEFORE_CAPITAL.finditer(text) if _is_broken_at(text, gap, narrowest))
        gaps.sort(key=lambda gap: gap.start())
    pieces: list[str] = []
    taken = 0
    for gap in gaps:
        pieces += (text[taken : gap.start()], gap.group().replace("\n", " "))
        taken = gap.end()
    return "".join((*pieces, text[taken:])) if pieces else text


def _width(text: str, gap: re.Match[str]) -> int:
    """How long the line in front of its end is."""
    return gap.start() - text.rfind("\n", max(0, gap.start() - _LONGEST), gap.start()) - 1


def _is_broken_at(text: str, gap: re.Match[str], narrowest: float) -> bool:
    """Whether a line in front of a capital letter is as long as those that were broken, and neither is a table's."""
    if not text[gap.end()].isupper() or not narrowest <= _width(text, gap) < _LONGEST:
        return False
    start = gap.start() - _width(text, gap)
    end = text.find("\n", gap.end(), gap.end() + _LONGEST)
    line = text[start : end if end >= 0 else gap.end() + _LONGEST]
    return not any(bar in line for bar in _BAR)


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
