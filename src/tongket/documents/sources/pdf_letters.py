"""The letters of a PDF page, line by line in its own order, and the words that they make."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from tongket.documents.sources.lines import raised, tidy

HYPHEN = "\ufffe"  # stands where a word was divided at the end of a line
BARE = re.compile(r"[0-9][0-9., ]*")
NOTHING = frozenset(" \u00a0\x00\x02")

_GAP = 0.65  # in heights of a letter: two cells stand further apart than two words
_WIDER = 1.8  # … and further than the words of their line
_WIDE = 0.8  # … which stand no further apart than this
_RAISED = 0.42  # of the height above the lowest that letters reach; a digit on the line stands 0.2 above that
_AREA = re.compile(r"[кkcdmмсд]{1,2}$", re.IGNORECASE)  # the units whose squares and cubes are raised digits


class Letter(NamedTuple):
    """A sign, the left, right, lower and upper end of its line's height, where what is drawn begins; its number."""

    sign: str
    left: float
    right: float
    bottom: float
    top: float
    foot: float
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands together on a line: the text, and where on the page; ``size`` is the height of its letters.

    ``alone`` where nothing else stands on the line; ``number`` counts the letters of the page before it.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    alone: bool
    number: int


def lines_of(page: pypdfium2.PdfTextPage) -> Iterator[list[Letter]]:
    """The lines of a page in its own order; one that ends with a divided word ends with ``HYPHEN``."""
    box = raw.FS_RECTF()
    tight = [ctypes.c_double() for _ in range(4)]
    line: list[Letter] = []
    for index in range(page.count_chars()):
        sign = HYPHEN if raw.FPDFText_IsHyphen(page, index) == 1 else chr(raw.FPDFText_GetUnicode(page, index))
        if sign in "\r\n":
            yield line
            line = []
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        # A raised digit may be a small letter high up, or one that is drawn small and high: its drawing tells.
        drawn = sign.isdigit() and raw.FPDFText_GetCharBox(page, index, *tight)
        foot = tight[2].value if drawn else box.bottom
        letter = Letter(sign, box.left, box.right, box.bottom, box.top, foot, index)
        if line and sign != " " and elsewhere(line[-1], letter):
            yield line
            line = []
        line.append(letter)
        if sign == HYPHEN:
            yield line
            line = []
    yield line


def elsewhere(before: Letter, letter: Letter) -> bool:
    """Whether a letter stands on another line than the one before it."""
    return letter.top <= before.bottom or letter.bottom >= before.top


def size_of(signs: Sequence[Letter]) -> float:
    """The height of letters."""
    return median(letter.top - letter.bottom for letter in signs)


def cut(line: Sequence[Letter]) -> Iterator[Piece]:
    """The pieces of a line, cut where cells stand apart."""
    signs = [letter for letter in line if letter.sign not in NOTHING]
    if not signs:
        return
    size = size_of(signs)
    if size <= 0:
        return
    gaps = [max(after.left - before.right, 0.0) for before, after in pairwise(signs)]
    words = [gap for gap in gaps if gap > size / 8]
    # The middle of the gaps, or the least where there are few: in a row of cells most may be wide.
    usual = sorted(words)[(len(words) - 1) // 3] if len(words) > 1 else 0.0
    if usual > _WIDE * size:
        usual = min(words) if min(words) <= _WIDE * size else 0.0
    wide = {n for n, gap in enumerate(gaps) if gap > _GAP * size and gap > _WIDER * usual}
    cells: list[list[int]] = [[0]]
    for n in range(1, len(signs)):
        if n - 1 in wide:
            cells.append([])
        cells[-1].append(n)
    places = {id(letter): n for n, letter in enumerate(line)}
    for cell in cells:
        first, last = places[id(signs[cell[0]])], places[id(signs[cell[-1]])]
        text = tidy(said(line[first : last + 1], size))
        if text:
            ends = signs[cell[0]], signs[cell[-1]]
            yield Piece(text, ends[0].left, ends[1].right, ends[0].bottom, size, len(cells) == 1, ends[0].number)


def said(letters: Sequence[Letter], size: float) -> str:
    """The text of letters. Small digits above the line are a unit's square or cube, or lead to a note and are left."""
    text = ""
    base = median(letter.bottom for letter in letters)
    for letter in letters:
        sign = letter.sign
        if sign in "\x00\x02":
            continue
        if sign.isdigit() and letter.foot > base + _RAISED * size:
            sign = raised(sign) if _AREA.search(text) and sign in "23" else ""
        text += sign
    return text
