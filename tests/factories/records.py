"""Units, indicators, documents and observations, small ones, made by the real actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from tongket.base.actors import Actor
from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.catalogue import actions as catalogue
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.catalogue.models import Indicator
from tongket.documents import actions as documents
from tongket.documents.models import Document
from tongket.ledger import actions as ledger
from tongket.ledger.models import Evidence, Measure, Observation
from tongket.reorganisation import actions as reorganisation
from tongket.units.models import Unit

AT = datetime(2025, 1, 15, 8, 0, tzinfo=UTC)
OPERATOR = Actor("system")
AUTHORS = Actor("pack", "sample")
RULE = Actor("rule", "en.figure")
PUBLIC = Actor("public")
PERSON = Actor("person", "An")
TEXT = "Revenue reached 20,699.5 billion dong. Growth was 13.85 %, or 13.87 % as others say. Nothing more.\n"


def names(name: str) -> dict[str, str]:
    """A name in all three languages, told apart."""
    return {"en": name, "vi": f"{name} (vi)", "ru": f"{name} (ru)"}


def unit(code: str = "north", **changes: Any) -> Unit:
    """A province, open at both ends unless told otherwise."""
    values = {"hierarchy": "territorial", "level": "province", "names": names(code.title()), "parent": None}
    return reorganisation.establish(**{"by": AUTHORS, "at": AT, "code": code, **values, **changes})


def definition(code: str = "growth", **changes: Any) -> IndicatorDefinition:
    """An indicator in percent of which more is better."""
    values: dict[str, Any] = {
        "code": code,
        "names": names(code.title()),
        "definition": names(f"What {code} means"),
        "unit_of_measure": "%",
        "aggregation": "not_additive",
        "direction": "more",
        "theme": "growth",
        "valid_from": date(2000, 1, 1),
    }
    return IndicatorDefinition(**{**values, **changes})


def indicator(code: str = "growth", **changes: Any) -> Indicator:
    """The same, recorded."""
    return catalogue.define(by=AUTHORS, at=AT, definition=definition(code, **changes))


def particulars(slug: str = "report", **changes: Any) -> documents.Particulars:
    """A press report in English."""
    values: dict[str, Any] = {"doc_type": "press-report", "titles": names("A report"), "language": "en"}
    return documents.Particulars(slug=slug, **{**values, **changes})


def document(slug: str = "report", text: str = TEXT, **changes: Any) -> Document:
    """A document with a text."""
    return documents.receive(by=AUTHORS, at=AT, particulars=particulars(slug, **changes), text=text)


def evidence(quote: str = "13.85 %", *, of: Document | None = None, **changes: Any) -> Evidence:
    """The place where a quote first stands."""
    source = of or document()
    start = source.text.index(quote)
    return ledger.cite(document=source, start=start, end=start + len(quote), **changes)


def entry(value: str = "13.85", half_unit: str = "0.005", **changes: Any) -> ledger.Entry:
    """Growth of the north in 2024, as the report states it."""
    values: dict[str, Any] = {
        "indicator": changes.get("indicator") or indicator(),
        "unit": changes.get("unit") or unit(),
        "period": Period.year(2024),
        "measure": Measure.ACTUAL,
        "quantity": Quantity.parse(value, half_unit),
        "unit_of_measure": "%",
        "evidence": changes.get("evidence") or evidence(),
    }
    return ledger.Entry(**{**values, **changes})


def observation(value: str = "13.85", half_unit: str = "0.005", **changes: Any) -> Observation:
    """An entry of the ledger."""
    return ledger.record(by=RULE, at=AT, entry=entry(value, half_unit, **changes))


def fields(thing: Any) -> Mapping[str, Any]:
    """Everything a row holds, to be compared before and after."""
    return {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}


def count_rows() -> dict[str, int]:
    """How many rows each table of Tongket holds."""
    from django.apps import apps

    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("tongket").get_models()}
