"""Defining formulas, in dated versions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, gettext_noop
from tongket.catalogue.definitions import FormulaDefinition
from tongket.documents import queries as documents
from tongket.formulas import queries, rules
from tongket.formulas.models import Formula


@transaction.atomic
def define(*, by: Actor, at: datetime, definition: FormulaDefinition) -> Formula:
    """Record a version of a formula; an earlier one without an end ends where it begins. Again, it changes nothing.

    Raises InvalidInput for a text that is no formula or mixes units of measure, NotFound for an indicator that is not
    in the catalogue on that day, Conflict when an indicator would be computed from itself, or when another version
    holds then.
    """
    policy.require(by, Permission.DEFINE_FORMULA)
    day = definition.valid_from
    term = queries.terms(definition.text, day=day)
    rules.check_units(definition.code, term, lambda code: queries.unit_of_measure(code, day=day))
    kind, text = rules.kind(term), str(term)
    others = {formula.code: queries.terms(formula.text, day=day) for formula in queries.in_force(day, kind="value")}
    if kind == "value":
        rules.check_cycles(definition.code, term, others)
    values = {
        "kind": kind,
        "text": text,
        "names": dict(definition.names),
        "valid_to": definition.valid_to,
        "document": documents.get(definition.document) if definition.document else None,
    }
    held = Formula.objects.filter(code=definition.code, valid_from=day).first()
    if held is not None and (held.kind, held.text) == (kind, text):
        return held
    later = Formula.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), code=definition.code)
    later = later.order_by("-valid_from")
    for other in later.exclude(valid_from__gte=definition.valid_to) if definition.valid_to else later:
        if other.valid_from >= day or other.valid_to is not None:
            raise Conflict(
                gettext_noop("The formula of {code} has a version from {day} that holds at the same time."),
                code=definition.code,
                day=other.valid_from.isoformat(),
            )
        other.valid_to = day
        other.save(update_fields=["valid_to"])
        events.leave(by=str(by), at=at, verb="end", thing=f"formula:{other.code}", day=day.isoformat())
    formula = Formula.objects.create(code=definition.code, valid_from=day, defined_by=str(by), defined_at=at, **values)
    events.leave(by=str(by), at=at, verb="define", thing=f"formula:{formula.code}", text=text)
    return formula
