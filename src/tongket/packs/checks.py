"""Whether a pack holds together: names that must exist, lives that must fit, quotes that must stand."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from itertools import combinations

from tongket.base.errors import InvalidInput, gettext_noop
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.packs.definitions import Pack, TableReading, UnitDefinition


def check(pack: Pack) -> None:
    """Raise InvalidInput for the first thing that does not hold together."""
    documents = [d.slug for d in pack.documents]
    _unique("pack.toml, peers", (p.code for p in pack.peers))
    _units(pack)
    _reorganisations(pack)
    _indicators(pack.catalogue.indicators)
    _documents(pack)
    _corrections(pack, documents)
    for table in pack.tables:
        _table(table, documents, [i.code for i in pack.catalogue.indicators])
    for plan in pack.plans:
        _known(f"plan.toml, plan {plan.year}, document", plan.document, documents)


def _units(pack: Pack) -> None:
    _unique("units.toml, unit", (u.code for u in pack.units))
    _known("pack.toml, unit", pack.unit, (u.code for u in pack.units))
    for position, unit in enumerate(pack.units):
        where = f"units.toml, unit “{unit.code}”"
        _order(where, unit)
        if unit.parent is not None:  # parents first, so that units can be made in the order of the file
            _known(f"{where}, parent (units above it)", unit.parent, (u.code for u in pack.units[:position]))
    for a, b in combinations(pack.units, 2):
        official = a.official_code or a.code
        if official == (b.official_code or b.code) and _overlap(a, b):
            message = gettext_noop(
                "units.toml: the units “{a}” and “{b}” bear the official code {official} at the same time; "
                "let one end (valid_to) before the other begins (valid_from)."
            )
            raise InvalidInput(message, a=a.code, b=b.code, official=official)


def _reorganisations(pack: Pack) -> None:
    units = {u.code: u for u in pack.units}
    _unique("units.toml, reorganisation", (r.code for r in pack.reorganisations))
    for change in pack.reorganisations:
        where = f"units.toml, reorganisation “{change.code}”"
        for effect in change.effects:
            for code in effect.from_ + effect.to:
                _known(f"{where}, unit", code, units)
            for code in sorted(set(effect.from_) ^ set(effect.to)):
                key = "valid_to" if code in effect.from_ else "valid_from"
                if getattr(units[code], key) != change.date:
                    message = gettext_noop("{where}: “{code}” begins or ends by it, so its {key} must be {date}.")
                    raise InvalidInput(message, where=where, code=code, key=key, date=change.date)


def _indicators(indicators: Iterable[IndicatorDefinition]) -> None:
    indicators = tuple(indicators)
    meant: dict[tuple[str, str], str] = {}
    for indicator in indicators:
        where = f"indicators.toml, indicator “{indicator.code}”"
        _order(where, indicator)
        if indicator.growth_of is not None:
            _known(f"{where}, growth_of", indicator.growth_of, (i.code for i in indicators))
        for key in ("weight", "part", "whole"):
            if code := getattr(indicator, key):
                _known(f"{where}, {key}", code, (i.code for i in indicators if i.aggregation in ("sum", "last")))
        for language, phrases in indicator.synonyms.items():
            for phrase in phrases:
                other = meant.setdefault((language, phrase.casefold()), indicator.code)
                if other != indicator.code:
                    message = gettext_noop("{where}: the phrase “{phrase}” already means “{other}”.")
                    raise InvalidInput(message, where=f"{where}, {language}", phrase=phrase, other=other)
    for a, b in combinations(indicators, 2):
        if a.code == b.code and _overlap(a, b):
            message = gettext_noop(
                "indicators.toml, indicator “{code}”: the versions of {a} and {b} overlap; let the earlier "
                "one end (valid_to) on the day the later one begins (valid_from)."
            )
            raise InvalidInput(message, code=a.code, a=a.valid_from, b=b.valid_from)


def _documents(pack: Pack) -> None:
    _unique("documents.toml, document", (d.slug for d in pack.documents))
    for document in pack.documents:
        where = f"documents.toml, document “{document.slug}”"
        if document.about_unit is not None:
            _known(f"{where}, about_unit", document.about_unit, (u.code for u in pack.units))
        if document.file is None:
            continue
        if document.file.startswith("/") or ".." in document.file.split("/"):
            message = gettext_noop("{where}: the file “{file}” must lie in the pack's folder documents.")
            raise InvalidInput(message, where=where, file=document.file)
        found = hashlib.sha256(pack.content(document.slug)).hexdigest()
        if document.sha256 != found:
            message = gettext_noop("{where}: the sha256 of “{file}” is {found}; stated is {stated}.")
            stated = document.sha256 or "–"
            raise InvalidInput(message, where=where, file=document.file, found=found, stated=stated)


def _corrections(pack: Pack, documents: list[str]) -> None:
    _unique("corrections.toml, correction", (c.code for c in pack.corrections))
    for correction in pack.corrections:
        where, quote = f"corrections.toml, correction “{correction.code}”", correction.quote
        _known(f"{where}, document", correction.document, documents)
        text = pack.content(correction.document).decode("utf-8")
        if correction.start < 0 or not text.startswith(quote, correction.start):
            starts = ", ".join(str(n) for n in range(len(text)) if text.startswith(quote, n)) or "–"
            message = gettext_noop("{where}: “{quote}” does not stand at {start}; in the text it is at: {starts}.")
            raise InvalidInput(message, where=where, quote=quote, start=correction.start, starts=starts)


def _table(table: TableReading, documents: list[str], indicators: list[str]) -> None:
    where = f"tables.toml, table “{table.document}”"
    _known(f"{where}, document", table.document, documents)
    for part in (table.indicators, table.units, table.kinds):
        _unique(where, (reading.label for reading in part))
    _unique(f"{where}, rows", (str(row.line) for row in table.rows))
    for reading in table.indicators:
        if reading.indicator is not None:
            _known(f"{where}, indicator", reading.indicator, indicators)
        elif reading.notes is None:
            message = gettext_noop("{where}, “{label}”: give an indicator, or say in notes why there is none.")
            raise InvalidInput(message, where=where, label=reading.label)


def _unique(where: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise InvalidInput(gettext_noop("{where}: “{code}” is given twice."), where=where, code=code)
        seen.add(code)


def _known(where: str, code: str, codes: Iterable[str]) -> None:
    known = sorted(set(codes))
    if code not in known:
        message = gettext_noop("{where}: “{code}” is not defined; defined are: {known}.")
        raise InvalidInput(message, where=where, code=code, known=", ".join(known) or "–")


def _order(where: str, life: UnitDefinition | IndicatorDefinition) -> None:
    if life.valid_from and life.valid_to and life.valid_from >= life.valid_to:
        message = gettext_noop("{where}: valid_to {end} must be later than valid_from {start}.")
        raise InvalidInput(message, where=where, end=life.valid_to, start=life.valid_from)


def _overlap(a: UnitDefinition | IndicatorDefinition, b: UnitDefinition | IndicatorDefinition) -> bool:
    first, last = dt.date.min, dt.date.max  # an open side reaches to the end of the calendar
    return (a.valid_from or first) < (b.valid_to or last) and (b.valid_from or first) < (a.valid_to or last)
