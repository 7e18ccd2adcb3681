"""Verbs told by how they end, in a language that inflects them; a pack that lists no endings has none."""

from __future__ import annotations

import re
from functools import cache

from tongket.reading.packs import LanguagePack

_NEVER = re.compile(r"(?!)")


@cache
def verbs_of(pack: LanguagePack) -> re.Pattern[str]:
    """A verb or participle in front of a figure (``comparison.verb_endings``): «загружены на 80 %»."""
    endings = pack.phrases("comparison.verb_endings")
    return re.compile(rf"(?:{'|'.join(map(re.escape, endings))})\s") if endings else _NEVER


@cache
def names_of(pack: LanguagePack) -> re.Pattern[str]:
    """The name of an indicator and a dash: «уровень безработицы –»; no word may end like a verb of what was
    (``status.verbless``).
    """
    endings = pack.phrases("status.verbless")
    if not endings:
        return _NEVER
    verb = rf"\w+(?:{'|'.join(map(re.escape, endings))})\s"
    return re.compile(rf"\s?(?:(?!{verb})[^\W\d_][\w,()-]{{0,30}}\s){{1,14}}[–—-]\s?")
