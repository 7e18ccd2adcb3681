"""Answers of an interview: of the time that the line of the question names, until they name another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tongket.reading.periods import Period
from tongket.reading.segments import Sentence

_LONGEST_LINE = 4000


class Questions:
    """“– And what is planned this year?⏎– We shall build 12 schools.”: the periods named last in lines that ask."""

    def __init__(self, lower: str, periods: Sequence[Period]) -> None:
        self._lower = lower
        self._asked: dict[int, Period] = {}  # by where the line behind begins
        self._starts = [period.start for period in periods]
        if "?\n" not in lower:
            return
        for period in periods:
            end = lower.find("\n", period.end, period.end + _LONGEST_LINE)
            if end > 0 and lower[end - 1] == "?":
                self._asked[end + 1] = period

    def at(self, sentence: Sentence) -> Period | None:
        """The period of the question in front of a line, if the line names none before a sentence."""
        if not self._asked:
            return None
        floor = max(0, sentence.start - _LONGEST_LINE)
        line = self._lower.rfind("\n", floor, sentence.start) + 1
        asked = self._asked.get(line)
        told = asked and bisect_left(self._starts, line) < bisect_left(self._starts, sentence.start)
        return None if told else asked
