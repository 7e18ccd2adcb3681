"""What a number counts or measures, in the form that the number asks for: 1 commune, 70 communes, 2.5 tonnes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django.utils.translation import get_language, gettext_lazy, npgettext_lazy

from tongket.base import localities

_MANY = 5  # a number that takes the plural in each language
_BROKEN = 2  # the form behind a number with decimals: 2.5 tonnes, 2,5 тонны

# Headings of columns and rows.
UNITS: Mapping[str, object] = {
    "money": gettext_lazy("money"),
    "communes": gettext_lazy("communes"),
    "districts": gettext_lazy("district-level units"),
    "persons": gettext_lazy("persons"),
    "targets": gettext_lazy("targets"),
    "rank": gettext_lazy("rank"),
    "points": gettext_lazy("points"),
    "percentage points": gettext_lazy("percentage points"),
    "households": gettext_lazy("households"),
    "settlements": gettext_lazy("settlements"),
    "projects": gettext_lazy("projects"),
    "houses": gettext_lazy("houses"),
    "enterprises": gettext_lazy("enterprises"),
    "party committees": gettext_lazy("party committees"),
    "party organizations": gettext_lazy("party organisations"),
    "party cells": gettext_lazy("party cells"),
    "limitations": gettext_lazy("limitations"),
    "lessons": gettext_lazy("lessons"),
    "task groups": gettext_lazy("groups of tasks"),
    "tasks": gettext_lazy("tasks"),
    "solutions": gettext_lazy("solutions"),
    "documents": gettext_lazy("documents"),
}
NOUNS: Mapping[str, object] = {
    "communes": npgettext_lazy("counted", "commune", "communes"),
    "districts": npgettext_lazy("counted", "district-level unit", "district-level units"),
    "persons": npgettext_lazy("counted", "person", "persons"),
    "targets": npgettext_lazy("counted", "target", "targets"),
    "points": npgettext_lazy("counted", "point", "points"),
    "households": npgettext_lazy("counted", "household", "households"),
    "settlements": npgettext_lazy("counted", "settlement", "settlements"),
    "projects": npgettext_lazy("counted", "project", "projects"),
    "houses": npgettext_lazy("counted", "house", "houses"),
    "enterprises": npgettext_lazy("counted", "enterprise", "enterprises"),
    "party committees": npgettext_lazy("counted", "party committee", "party committees"),
    "party organizations": npgettext_lazy("counted", "party organisation", "party organisations"),
    "party cells": npgettext_lazy("counted", "party cell", "party cells"),
    "limitations": npgettext_lazy("counted", "limitation", "limitations"),
    "lessons": npgettext_lazy("counted", "lesson", "lessons"),
    "task groups": npgettext_lazy("counted", "group of tasks", "groups of tasks"),
    "tasks": npgettext_lazy("counted", "task", "tasks"),
    "solutions": npgettext_lazy("counted", "solution", "solutions"),
    "documents": npgettext_lazy("counted", "document", "documents"),
    "years": npgettext_lazy("counted", "year", "years"),
    "days": npgettext_lazy("counted", "day", "days"),
    "minutes": npgettext_lazy("counted", "minute", "minutes"),
    "seconds": npgettext_lazy("counted", "second", "seconds"),
    "workdays": npgettext_lazy("counted", "workday", "workdays"),
    "ha": npgettext_lazy("counted", "ha", "ha"),
    "m": npgettext_lazy("counted", "m", "m"),
    "km": npgettext_lazy("counted", "km", "km"),
    "m2": npgettext_lazy("counted", "m²", "m²"),
    "km2": npgettext_lazy("counted", "km²", "km²"),
    "m3": npgettext_lazy("counted", "m³", "m³"),
    "kg": npgettext_lazy("counted", "kg", "kg"),
    "tonnes": npgettext_lazy("counted", "tonne", "tonnes"),
    "quintals": npgettext_lazy("counted", "quintal", "quintals"),
    "litres": npgettext_lazy("counted", "litre", "litres"),
    "acres": npgettext_lazy("counted", "acre", "acres"),
    "acre-feet": npgettext_lazy("counted", "acre-foot", "acre-feet"),
    "sq ft": npgettext_lazy("counted", "sq ft", "sq ft"),
    "sq mi": npgettext_lazy("counted", "sq mi", "sq mi"),
    "feet": npgettext_lazy("counted", "foot", "feet"),
    "miles": npgettext_lazy("counted", "mile", "miles"),
    "gallons": npgettext_lazy("counted", "gallon", "gallons"),
    "barrels": npgettext_lazy("counted", "barrel", "barrels"),
    "bushels": npgettext_lazy("counted", "bushel", "bushels"),
    "kWh": npgettext_lazy("counted", "kWh", "kWh"),
    "MWh": npgettext_lazy("counted", "MWh", "MWh"),
    "GWh": npgettext_lazy("counted", "GWh", "GWh"),
    "TWh": npgettext_lazy("counted", "TWh", "TWh"),
    "MW": npgettext_lazy("counted", "MW", "MW"),
    "GW": npgettext_lazy("counted", "GW", "GW"),
    "Gcal": npgettext_lazy("counted", "Gcal", "Gcal"),
    "cents": npgettext_lazy("counted", "cent", "cents"),
    "paise": npgettext_lazy("counted", "paisa", "paise"),
    "percentage points": npgettext_lazy("counted", "percentage point", "percentage points"),
    "basis points": npgettext_lazy("counted", "basis point", "basis points"),
    "times": npgettext_lazy("counted", "time", "times"),
    "provinces": npgettext_lazy("counted", "province", "provinces"),
    "states": npgettext_lazy("counted", "state", "states"),
    "villages": npgettext_lazy("counted", "village", "villages"),
    "municipalities": npgettext_lazy("counted", "municipality", "municipalities"),
    "positions": npgettext_lazy("counted", "position", "positions"),
    "criteria": npgettext_lazy("counted", "criterion", "criteria"),
    "doctors": npgettext_lazy("counted", "doctor", "doctors"),
    "nurses": npgettext_lazy("counted", "nurse", "nurses"),
    "heads": npgettext_lazy("counted", "head", "heads"),
    "jobs": npgettext_lazy("counted", "job", "jobs"),
    "schools": npgettext_lazy("counted", "school", "schools"),
    "kindergartens": npgettext_lazy("counted", "kindergarten", "kindergartens"),
    "hospitals": npgettext_lazy("counted", "hospital", "hospitals"),
    "clinics": npgettext_lazy("counted", "clinic", "clinics"),
    "beds": npgettext_lazy("counted", "bed", "beds"),
    "seats": npgettext_lazy("counted", "seat", "seats"),
    "places": npgettext_lazy("counted", "place", "places"),
    "vehicles": npgettext_lazy("counted", "vehicle", "vehicles"),
    "groups": npgettext_lazy("counted", "group", "groups"),
    "solution groups": npgettext_lazy("counted", "group of solutions", "groups of solutions"),
    "directions": npgettext_lazy("counted", "direction", "directions"),
    "outbreaks": npgettext_lazy("counted", "outbreak", "outbreaks"),
    "sites": npgettext_lazy("counted", "site", "sites"),
    "works": npgettext_lazy("counted", "construction work", "construction works"),
    "facilities": npgettext_lazy("counted", "facility", "facilities"),
    "factories": npgettext_lazy("counted", "factory", "factories"),
    "boiler houses": npgettext_lazy("counted", "boiler house", "boiler houses"),
    "industrial parks": npgettext_lazy("counted", "industrial park", "industrial parks"),
    "border gates": npgettext_lazy("counted", "border gate", "border gates"),
    "cooperatives": npgettext_lazy("counted", "cooperative", "cooperatives"),
    "organizations": npgettext_lazy("counted", "organisation", "organisations"),
    "entities": npgettext_lazy("counted", "entity", "entities"),
    "objects": npgettext_lazy("counted", "object", "objects"),
    "units": npgettext_lazy("counted", "unit", "units"),
    "items": npgettext_lazy("counted", "item", "items"),
    "products": npgettext_lazy("counted", "product", "products"),
    "apartments": npgettext_lazy("counted", "apartment", "apartments"),
    "contracts": npgettext_lazy("counted", "contract", "contracts"),
    "turns": npgettext_lazy("counted", "turn", "turns"),
    "arrivals": npgettext_lazy("counted", "arrival", "arrivals"),
    "visits": npgettext_lazy("counted", "visit", "visits"),
    "cases": npgettext_lazy("counted", "case", "cases"),
    "crimes": npgettext_lazy("counted", "crime", "crimes"),
    "deaths": npgettext_lazy("counted", "death", "deaths"),
    "births": npgettext_lazy("counted", "birth", "births"),
    "children": npgettext_lazy("counted", "child", "children"),
    "petitions": npgettext_lazy("counted", "petition", "petitions"),
    "complaints": npgettext_lazy("counted", "complaint", "complaints"),
    "opinions": npgettext_lazy("counted", "opinion", "opinions"),
}
# Names of the same thing in the units that a language's reports use.
_SAME = {"centners": "quintals"}


def counted(unit_of_measure: str, number: Decimal, denominator: str | None = None) -> str:
    """The counted or measured thing behind a number; empty for signs and currencies, which stand with the number.

    A part of a whole (159/182 communes) is spoken of in the plural. What no language has a word for here, such as a
    noun of the document itself, stays as it is.
    """
    if denominator:
        return _form(unit_of_measure, _MANY)
    return _form(unit_of_measure, int(abs(number)) if number == number.to_integral_value() else _BROKEN)


def unit_label(unit_of_measure: str) -> str:
    """The unit of many, as it heads a column or an axis; empty for signs and currencies."""
    return str(UNITS.get(unit_of_measure) or _form(unit_of_measure, _MANY))


def unit_name(unit_of_measure: str) -> str:
    """The unit alone, where no number stands in front of it: a sign or a currency too."""
    return unit_label(unit_of_measure) or localities.unit_sign(unit_of_measure, get_language() or "en")


def _form(unit_of_measure: str, number: int) -> str:
    if localities.stands_with_the_number(unit_of_measure):
        return ""
    over, _, under = unit_of_measure.partition(" per ")
    if under:  # “tonnes per ha”, “doctors per 10000 persons”
        many, _, what = under.rpartition(" ")
        return f"{_form(over, number)}/{many} {_form(what, _MANY if many else 1)}".replace("/ ", "/")
    noun = NOUNS.get(_SAME.get(unit_of_measure, unit_of_measure))
    return str(noun % number) if noun else unit_of_measure  # type: ignore[operator]
