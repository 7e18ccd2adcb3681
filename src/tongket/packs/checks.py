"""Whether a pack holds together: names that must exist, lives that must fit, quotes that must stand."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import combinations

from tongket.base.errors import InvalidInput
from tongket.packs.definitions import Pack, UnitDefinition

# A life that is open on a side reaches to the end of the calendar there.
Life = tuple[dt.date | None, dt.date | None]


def check(pack: Pack) -> None:
    """Raise InvalidInput for the first thing that does not hold together."""
    _units(pack)
    _reorganisations(pack)
    _indicators(pack)
    _documents(pack)
    _corrections(pack)
    _unique("pack.toml, peers", (p.code for p in pack.peers))
    for table in pack.tables:
        where = f"tables.toml, table “{table.document}”"
        _known(where, "document", table.document, (d.slug for d in pack.documents))
        for reading in table.indicators:
            if reading.indicator is None and reading.notes is None:
                raise InvalidInput(f"{where}, “{reading.label}”: give an indicator, or say in notes why none")
            if reading.indicator is not None:
                _known(where, "indicator", reading.indicator, (i.code for i in pack.catalogue.indicators))
    for plan in pack.plans:
        _known(f"plan.toml, plan {plan.year}", "document", plan.document, (d.slug for d in pack.documents))


def _units(pack: Pack) -> None:
    units = {u.code: u for u in pack.units}
    _unique("units.toml, unit", (u.code for u in pack.units))
    _known("pack.toml", "unit", pack.unit, units)
    for unit in pack.units:
        where = f"units.toml, unit “{unit.code}”"
        _order(where, (unit.valid_from, unit.valid_to))
        if unit.parent is not None:
            _known(where, "parent", unit.parent, units)
    for a, b in combinations(pack.units, 2):
        if _official(a) == _official(b) and _overlap((a.valid_from, a.valid_to), (b.valid_from, b.valid_to)):
            raise InvalidInput(
                f"units.toml: units “{a.code}” and “{b.code}” bear the official code {_official(a)} "
                "at the same time; end one (valid_to) before the other begins (valid_from)"
            )


def _official(unit: UnitDefinition) -> str:
    return unit.official_code or unit.code


def _reorganisations(pack: Pack) -> None:
    units = {u.code: u for u in pack.units}
    _unique("units.toml, reorganisation", (r.code for r in pack.reorganisations))
    for change in pack.reorganisations:
        where = f"units.toml, reorganisation “{change.code}”"
        for effect in change.effects:
            for code in effect.from_ + effect.to:
                _known(where, "unit", code, units)
            for code in set(effect.from_) - set(effect.to):
                if units[code].valid_to != change.date:
                    raise InvalidInput(
                        f"{where}: it ends unit “{code}”, whose valid_to must be {change.date}"
                    )
            for code in set(effect.to) - set(effect.from_):
                if units[code].valid_from != change.date:
                    raise InvalidInput(f"{where}: it begins unit “{code}”: valid_from must be {change.date}")


def _indicators(pack: Pack) -> None:
    indicators = pack.catalogue.indicators
    phrases: dict[tuple[str, str], str] = {}
    for indicator in indicators:
        where = f"indicators.toml, indicator “{indicator.code}”"
        _order(where, (indicator.valid_from, indicator.valid_to))
        if indicator.growth_of is not None:
            _known(where, "growth_of", indicator.growth_of, (i.code for i in indicators))
        for language, synonyms in indicator.synonyms.items():
            for phrase in synonyms:
                other = phrases.setdefault((language, phrase.casefold()), indicator.code)
                if other != indicator.code:
                    raise InvalidInput(f"{where}: the phrase “{phrase}” ({language}) already means “{other}”")
    for a, b in combinations(indicators, 2):
        if a.code == b.code and _overlap((a.valid_from, a.valid_to), (b.valid_from, b.valid_to)):
            raise InvalidInput(
                f"indicators.toml, indicator “{a.code}”: two versions overlap "
                f"({a.valid_from} and {b.valid_from}); "
                "let the earlier one end (valid_to) on the day the later one begins"
            )


def _documents(pack: Pack) -> None:
    _unique("documents.toml, document", (d.slug for d in pack.documents))
    for document in pack.documents:
        where = f"documents.toml, document “{document.slug}”"
        if document.about_unit is not None:
            _known(where, "about_unit", document.about_unit, (u.code for u in pack.units))
        if document.file is None:
            continue
        if document.file.startswith("/") or ".." in document.file.split("/"):
            raise InvalidInput(f"{where}: file “{document.file}” must lie in the pack's folder documents/")
        found = hashlib.sha256(pack.content(document.slug)).hexdigest()
        if document.sha256 != found:
            raise InvalidInput(f"{where}: sha256 of “{document.file}” is {found}, not {document.sha256}")


def _corrections(pack: Pack) -> None:
    _unique("corrections.toml, correction", (c.code for c in pack.corrections))
    for correction in pack.corrections:
        where = f"corrections.toml, correction “{correction.code}”"
        _known(where, "document", correction.document, (d.slug for d in pack.documents))
        text = pack.content(correction.document).decode("utf-8")
        if not text.startswith(correction.quote, correction.start):
            starts = [n for n in range(len(text)) if text.startswith(correction.quote, n)]
            at = f"it stands at {', '.join(map(str, starts))}" if starts else "it stands nowhere in the text"
            raise InvalidInput(f"{where}: “{correction.quote}” does not stand at {correction.start}; {at}")


def _unique(where: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise InvalidInput(f"{where}: “{code}” is given twice; a code names one thing")
        seen.add(code)


def _known(where: str, key: str, code: str, codes: Iterable[str]) -> None:
    known = sorted(set(codes))
    if code not in known:
        raise InvalidInput(f"{where}: {key} “{code}” is not defined; defined: {', '.join(known) or 'none'}")


def _order(where: str, life: Life) -> None:
    if life[0] is not None and life[1] is not None and life[0] >= life[1]:
        raise InvalidInput(f"{where}: valid_to {life[1]} must be after valid_from {life[0]}")


def _overlap(a: Life, b: Life) -> bool:
    return (a[0] or dt.date.min) < (b[1] or dt.date.max) and (b[0] or dt.date.min) < (a[1] or dt.date.max)
