"""Which characters the typeface of the PDF can show. PDF/A forbids a page that asks for a glyph which is not there."""

from __future__ import annotations

import re

# What the fonts inside Typst cover of the alphabets and signs that reports use; a test sets every one of them.
_COVERED = (
    "0020-007E 00A0-0377 037A-037F 0384-038A 038C 038E-03A1 03A3-0484 0487-04FF 0510-0513 051A-051D 1D00-1DBF "
    "1E00-1F15 2000-200A 2010-2027 202F-2040 2042 2044-2052 2054-205F 2070-2071 2074-208E 2090-209C 20A0-20C0 "
    "2100-211E 2120 2122 2124 2126-2151 2153-2184 2189 2190-23FF 25A0-25FF 2C60-2C7F FB00-FB06"
)
_RANGES = "".join("-".join(f"\\u{end}" for end in part.split("-")) for part in _COVERED.split())
_BLANK = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
# Marks that steer the setting of text and show nothing themselves: joiners, directions, variants.
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_LACKING = re.compile(f"[^{_RANGES}]")
LACKING = "\N{WHITE SQUARE}"


def shown(text: str) -> str:
    """The text with a square for each character that the typeface lacks, and no marks that show nothing."""
    return _LACKING.sub(LACKING, _UNSEEN.sub("", _BLANK.sub(" ", text)))


def characters() -> str:
    """Every character that is said to be covered."""
    spans = [part.partition("-") for part in _COVERED.split()]
    return "".join(chr(code) for low, _, high in spans for code in range(int(low, 16), int(high or low, 16) + 1))
