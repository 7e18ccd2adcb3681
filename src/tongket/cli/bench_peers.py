"""The best general readers of numbers, to set ours beside: optional, installed from requirements/bench.txt.

Each is asked for everything it finds: numbers, shares, amounts of money, dimensions, ordinals. Its names of units
are ours where they mean the same; dates and document numbers that it takes for numbers count as surplus, as they
do for us.
"""

from __future__ import annotations

import importlib.metadata
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tongket.reading.scoring import Found

Reader = Callable[[str, str], list[Found]]
"""Text and language to figures; a language that a peer does not know is read as English."""

_UNITS = {
    "percentage": "%",
    "percent": "%",
    "dollar": "USD",
    "united states dollar": "USD",
    "euro": "EUR",
    "vietnamese dong": "VND",
    "dong": "VND",
    "ruble": "RUB",
    "russian ruble": "RUB",
    "rupee": "INR",
    "indian rupee": "INR",
    "pound": "GBP",
    "british pound": "GBP",
    "pound sterling": "GBP",
    "franc cfa de l'afrique de l'ouest": "XOF",
    "ton": "tonnes",
    "tonne": "tonnes",
    "metric ton": "tonnes",
    "tonnes": "tonnes",
    "kilogram": "kg",
    "hectare": "ha",
    "hectares": "ha",
    "square hectometer": "ha",
    "kilometer": "km",
    "kilometre": "km",
    "kilomètres": "km",
    "meter": "m",
    "metre": "m",
    "mètres": "m",
    "square meter": "m2",
    "square metre": "m2",
    "mètres carrés": "m2",
    "cubic meter": "m3",
    "cubic metre": "m3",
    "square kilometer": "km2",
    "square kilometre": "km2",
    "kilowatt hour": "kWh",
    "kilowatt-hour": "kWh",
    "megawatt hour": "MWh",
}
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader by name; ``load`` imports it, which may fail where it is not installed."""

    name: str
    load: Callable[[], Reader]

    def version(self) -> str | None:
        """The installed version; None where the peer is not installed."""
        try:
            return importlib.metadata.version(self.name)
        except importlib.metadata.PackageNotFoundError:
            return None


def _ours(unit: str) -> str:
    return _UNITS.get(unit.lower(), unit.lower())


def _value(printed: object) -> Decimal | None:
    match = _NUMBER.match(str(printed))
    try:
        return Decimal(match.group().replace(",", ".")) if match else None
    except InvalidOperation:
        return None


def _widest(found: list[Found]) -> list[Found]:
    """Of overlapping figures the widest: “5 million tonnes” and not “5 million” as well."""
    kept: list[Found] = []
    for figure in sorted(found, key=lambda f: (f.start - f.end, not f.unit)):
        if all(figure.end <= other.start or other.end <= figure.start for other in kept):
            kept.append(figure)
    return kept


def _recognizers() -> Reader:
    import recognizers_suite as suite
    from recognizers_text import Culture

    cultures = {"fr": Culture.French}
    kinds = (
        (suite.recognize_percentage, "%"),
        (suite.recognize_currency, None),
        (suite.recognize_dimension, None),
        (suite.recognize_ordinal, "rank"),
        (suite.recognize_number, ""),
    )

    def read(text: str, language: str) -> list[Found]:
        culture = cultures.get(language, Culture.English)
        found: list[Found] = []
        for recognize, unit in kinds:
            for result in recognize(text, culture):
                value = _value(result.resolution["value"])
                if value is not None:
                    named = _ours(result.resolution["unit"] or "") if unit is None else unit
                    found.append(Found(result.start, result.end + 1, value, named))
        return _widest(found)

    return read


def _quantulum() -> Reader:
    from quantulum3 import parser

    def read(text: str, language: str) -> list[Found]:
        found: list[Found] = []
        for quantity in parser.parse(text):
            value = _value(quantity.value)
            if value is not None:
                unit = "" if quantity.unit.name == "dimensionless" else _ours(quantity.unit.name)
                start, end = quantity.span
                found.append(Found(start, end, value, unit))
        return found

    return read


PEERS = (Peer("recognizers-text-suite", _recognizers), Peer("quantulum3", _quantulum))


def ready(peer: Peer) -> Reader:
    """The peer, loaded; its warnings are about itself and of no use here."""
    warnings.simplefilter("ignore")
    return peer.load()
