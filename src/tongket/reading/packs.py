"""Language packs: what the reader knows of a language, as TOML data in one folder per language.

The tables of all files in a folder are taken together. Code asks for tables by their path and is
the same for every language, so a language is added by adding a folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.reading.phrases import Cues, NoCues


class LanguagePack:
    """The data of one language; compared by identity, so that compiled rules can be kept per pack."""

    def __init__(self, code: str, data: Mapping[str, Any]) -> None:
        self.code = code
        self._data = data
        self._cues: dict[str, Cues] = {}
        pairs: list[tuple[str, str]] = [(one, other) for one, other in self.get("spelling.pairs", [])]
        self._spellings = [dict(pairs), {other: one for one, other in pairs}] if pairs else []
        self._endings = re.compile(rf"(?:{'|'.join(part for pair in pairs for part in pair)})(?!\w)")

    def _spelled(self, phrases: Iterable[str]) -> list[str]:
        """The phrases, and as they are spelled otherwise: «chuyển đổi số hóa» and «chuyển đổi số hoá»."""
        found = list(phrases)
        for phrase in tuple(found):
            for spelling in self._spellings:
                other = self._respelled(phrase, spelling)
                found += [other] if other != phrase else []
        return found

    def _respelled(self, phrase: str, spelling: Mapping[str, str]) -> str:
        return self._endings.sub(lambda part: spelling.get(part[0], part[0]), phrase)

    def get(self, path: str, default: Any) -> Any:
        """The table, list or value at ``path`` ("numbers.group"), or ``default`` when there is none."""
        found: Any = self._data
        for key in path.split("."):
            if not isinstance(found, Mapping) or key not in found:
                return default
            found = found[key]
        return found

    def phrases(self, path: str) -> list[str]:
        """The list of phrases at ``path``; empty when there is none."""
        return self._spelled(self.get(path, []))

    def cues(self, path: str) -> Cues:
        """The compiled cues at ``path``: a table of meaning to phrases, or a plain list of phrases."""
        if path not in self._cues:
            table = self.get(path, {})
            meanings = table if isinstance(table, Mapping) else {path: table}
            spelled = {meaning: self._spelled(phrases) for meaning, phrases in meanings.items()}
            self._cues[path] = Cues(spelled) if any(spelled.values()) else NoCues()
        return self._cues[path]


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack, in alphabetical order."""
    folders = files("tongket.reading").joinpath("languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.is_dir() and "_" not in folder.name))


@cache
def language_pack(code: str) -> LanguagePack:
    """The pack of a language; raises InvalidInput for a code that has none."""
    if code not in known_languages():
        known = ", ".join(known_languages())
        raise InvalidInput(
            gettext_noop("The language “{code}” is not known. Known are: {known}, and auto to detect it."),
            code=code,
            known=known,
        )
    data: dict[str, Any] = {}
    folder = files("tongket.reading").joinpath("languages", code)
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            data.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return LanguagePack(code, data)


@cache
def _symbols() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("tongket.reading").joinpath("languages", "symbols.toml").read_text(encoding="utf-8"))


@cache
def document_symbols() -> Mapping[str, str]:
    """Document type by the first part of a symbol, the same in every language (``NQ`` is a resolution)."""
    return {symbol: kind for kind, symbols in _symbols()["symbols"].items() for symbol in symbols}


def document_organs() -> Mapping[str, list[str]]:
    """Who issues documents, at the end of a symbol, and the kinds behind which that may stand behind a blank."""
    return _symbols()["organs"]
