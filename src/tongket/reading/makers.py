"""Who made a document, in the words of the text but in the nominative: «постановлением администрации района»."""

from __future__ import annotations

import re

from tongket.reading.packs import LanguagePack
from tongket.reading.phrases import alternation

_LONGEST = 160


class Makers:
    """Reads offices and areas by the tables of a pack: what each begins like in its cases, and its nominative.

    Other letters stay as printed; of the nominative ``\\1`` is what the first group of the pattern holds.
    """

    def __init__(self, pack: LanguagePack) -> None:
        dated = alternation(pack.phrases("references.date_words") or [""])
        self._dated = re.compile(rf"[\s,(]+(?:{dated})?[\s«]*\Z")
        self._offices = _compiled(pack, "references.offices")
        self._areas = _compiled(pack, "references.areas")

    def office(self, between: str) -> str | None:
        """The office that is all there is between the kind of a document and its date or number."""
        printed = " ".join(self._dated.sub("", between[:_LONGEST]).split())
        for pattern, nominative in self._offices:
            if found := pattern.match(printed):
                return found.expand(nominative) + printed[found.end() :]
        return self.area(printed) if self._areas and len(printed.split()) <= 3 else None

    def area(self, name: str) -> str | None:
        """The area that the name of a document says it is of: «Стратегия развития Лесной области до 2030 года»."""
        for pattern, nominative in self._areas:
            if found := pattern.search(name):
                return found.expand(nominative)
        return None


def _compiled(pack: LanguagePack, path: str) -> list[tuple[re.Pattern[str], str]]:
    table: dict[str, str] = pack.get(path, {})
    return [(re.compile(rf"{pattern}(?!\w)"), nominative) for pattern, nominative in table.items()]
