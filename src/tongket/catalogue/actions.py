"""Defining indicators."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events, signals
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, gettext_noop
from tongket.catalogue import queries, rules
from tongket.catalogue.definitions import IndicatorDefinition
from tongket.catalogue.models import Indicator, Synonym

_LONGEST_PHRASE = 120  # characters
_ROLLED = ("weight", "part", "whole", "factor", "decimals")
# What a number means may not change under a version that numbers already name.
_MEANING = ("unit_of_measure", "aggregation", "direction", "growth_of", *_ROLLED)


@transaction.atomic
def define(*, by: Actor, at: datetime, definition: IndicatorDefinition, position: int = 0) -> Indicator:
    """Record one dated version of an indicator; wording may be improved later, meaning may not.

    Raises InvalidInput when what it is rolled up with does not fit, and Conflict when the same version is known with
    another meaning (that needs a version of its own), or when another version holds at the same time.
    """
    policy.require(by, Permission.INSTALL_PACK)
    fault = rules.unfit(definition)
    if fault is not None:
        raise InvalidInput(fault, code=definition.code)
    other = _in_force_during(definition)
    if other is not None:
        raise Conflict(
            gettext_noop("The indicator {code} has a version from {day} that holds at the same time. End it first."),
            code=definition.code,
            day=other.valid_from.isoformat(),
        )
    values = {
        "valid_to": definition.valid_to,
        "names": dict(definition.names),
        "definition": dict(definition.definition),
        "unit_of_measure": definition.unit_of_measure,
        "aggregation": definition.aggregation,
        "direction": definition.direction,
        "theme": definition.theme,
        "growth_of": definition.growth_of or "",
        "is_growth": definition.is_growth,
        **{name: getattr(definition, name) for name in _ROLLED},
        "synonyms": {language: list(phrases) for language, phrases in definition.synonyms.items()},
        "position": position,
    }
    indicator, new = Indicator.objects.get_or_create(
        code=definition.code, valid_from=definition.valid_from, defaults=values
    )
    changed = [name for name, value in values.items() if getattr(indicator, name) != value]
    if not new and any(name in _MEANING for name in changed):
        raise Conflict(
            gettext_noop("The indicator {code} of {day} is already defined otherwise ({fields}). Date a new version."),
            code=definition.code,
            day=definition.valid_from.isoformat(),
            fields=", ".join(changed),
        )
    for name in changed:
        setattr(indicator, name, values[name])
    if changed:
        indicator.save(update_fields=changed)
    if new or changed:
        events.leave(by=str(by), at=at, verb="define", thing=f"indicator:{definition.code}", changed=changed)
    if new or "valid_to" in changed:
        signals.defined.send(Indicator, code=definition.code)
    return indicator


@transaction.atomic
def learn(
    *, by: Actor, at: datetime, code: str, language: str, phrase: str, document: str, start: int, end: int
) -> Synonym | None:
    """Take a phrase of a text for a name of an indicator, for texts that are read from now on.

    None for one that can name nothing: without words, too long, or with digits. Learning what names the indicator
    already changes nothing. Raises Conflict when the phrase names another indicator: a phrase with two meanings would
    link nothing.
    """
    policy.require(by, Permission.TEACH_SYNONYM)
    words = " ".join(phrase.split())
    if not 3 <= len(words) <= _LONGEST_PHRASE or any(sign.isdigit() for sign in words):
        return None
    known = queries.held()
    meant = known.naming(words, language)
    if meant is not None and meant != code:
        raise Conflict(
            gettext_noop("“{phrase}” was not learned for {code}: it names {other} already."),
            phrase=words,
            code=code,
            other=meant,
        )
    if meant is not None:
        return None
    synonym = Synonym.objects.create(
        indicator=code,
        language=language,
        phrase=words,
        document=document,
        start=start,
        end=end,
        learned_by=str(by),
        learned_at=at,
    )
    events.leave(by=str(by), at=at, verb="learn", thing=f"indicator:{code}", phrase=words, language=language)
    return synonym


@transaction.atomic
def revoke(*, by: Actor, at: datetime, synonym: Synonym) -> None:
    """Use a learned phrase no more; what was read with it stays as it is."""
    policy.require(by, Permission.TEACH_SYNONYM)
    synonym = Synonym.objects.get(pk=synonym.pk)
    if synonym.revoked_at is None:
        synonym.revoked_by, synonym.revoked_at = str(by), at
        synonym.save(update_fields=["revoked_by", "revoked_at"])
        events.leave(by=str(by), at=at, verb="revoke", thing=f"indicator:{synonym.indicator}", phrase=synonym.phrase)


def _in_force_during(definition: IndicatorDefinition) -> Indicator | None:
    """The version from another day that holds during some of this one's time."""
    others = Indicator.objects.filter(code=definition.code).exclude(valid_from=definition.valid_from)
    others = others.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=definition.valid_from))
    return (others.filter(valid_from__lt=definition.valid_to) if definition.valid_to else others).first()
