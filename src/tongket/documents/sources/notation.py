"""How the language of a file writes numbers and units; told by whoever knows languages, as this chapter does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol


class Notation(Protocol):
    """What must be known to write a cell out as somebody would read it aloud."""

    @property
    def decimal(self) -> str:
        """The decimal mark."""

    @property
    def group(self) -> str:
        """The mark between groups of three digits."""

    def unit(self, words: str) -> tuple[str, str] | None:
        """What of a unit of measure is written in front of a number and behind it; None where the words are none."""


Notations = Callable[[str], Notation]
"""From the words of a file to the notation of their language."""


@dataclass(frozen=True)
class Plain:
    """The notation of computers, which knows no unit but the sign of percent."""

    decimal: str = "."
    group: str = ""

    def unit(self, words: str) -> tuple[str, str] | None:
        """Only ``%``."""
        return ("", words) if words.strip() == "%" else None


def plain(words: str) -> Notation:
    """The notation of computers, whatever the words."""
    return Plain()


def written(number: Decimal, notation: Notation, *, grouped: bool) -> str:
    """A number with every digit that it has: ``20 699,5``."""
    whole, _, fraction = format(number, ",f" if grouped else "f").partition(".")
    return whole.replace(",", notation.group) + (notation.decimal + fraction if fraction else "")
