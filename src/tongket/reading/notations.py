"""How the language of a file writes numbers and units, for those who write its tables out."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.documents.sources.notation import Notation, Notations
from tongket.reading.currencies import in_currency_of_the_text
from tongket.reading.detection import detect_language
from tongket.reading.normalise import normalise
from tongket.reading.packs import LanguagePack, language_pack
from tongket.reading.quantities import find_quantities


@dataclass(frozen=True)
class _OfPack:
    pack: LanguagePack

    @property
    def decimal(self) -> str:
        return str(self.pack.get("numbers.decimal", "."))

    @property
    def group(self) -> str:
        return str(self.pack.get("numbers.group", ","))

    def unit(self, words: str) -> tuple[str, str] | None:
        """How the reader takes the words, all of them, as the unit of a number: behind it, or partly in front.

        “billion VND” stands behind, “Rs crore” and “US$ million” around.
        """
        first, _, others = words.partition(" ")
        ways = (("", words), (first, others))
        return next((way for way in ways if self._is_quantity(" ".join((way[0], "7", way[1])).strip())), None)

    def _is_quantity(self, words: str) -> bool:
        lower = normalise(words).lower
        found = in_currency_of_the_text(find_quantities(lower, self.pack, []), lower, self.pack)
        return len(found) == 1 and (found[0].start, found[0].end) == (0, len(lower))


def notations(language: str = "auto") -> Notations:
    """The notation of a language, by its code, or of that in which the words of a file are written."""

    def of(words: str) -> Notation:
        return _OfPack(language_pack(detect_language(words.lower()) if language == "auto" else language))

    return of
