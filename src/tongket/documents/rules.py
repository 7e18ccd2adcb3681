"""How a document is cited. Pure."""

from __future__ import annotations

import re

# The kind and the body of an organ of State, or the number of a National Assembly: NQ-HĐND, NĐ-CP, QH15.
_OF_THE_STATE = re.compile(r"[^\W\d]+-[^/]+|QH\d+")


def designation(number: str | None, symbol: str | None) -> str:
    """Number and symbol as cited: «15/NQ-HĐND» of an organ of State, «381-NQ/TU» of the Party and of all others;
    empty when there is neither.

    Source: Decree 30/2020/NĐ-CP, annex I (State); Guideline 36-HD/VPTW of 2018 (Party).
    """
    mark = "/" if symbol and _OF_THE_STATE.fullmatch(symbol) else "-"
    return mark.join(part for part in (number, symbol) if part)
