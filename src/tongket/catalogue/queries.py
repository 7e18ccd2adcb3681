"""Reading the catalogue: the version of an indicator that holds on a day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from tongket.base.errors import NotFound, gettext_noop
from tongket.catalogue.definitions import Catalogue, IndicatorDefinition
from tongket.catalogue.models import Indicator, Synonym


def in_force(day: date) -> QuerySet[Indicator]:
    """Every indicator as defined on ``day``."""
    return Indicator.objects.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day), valid_from__lte=day)


def get(code: str, *, day: date) -> Indicator:
    """The definition of ``code`` in force on ``day``; raises NotFound."""
    indicator = in_force(day).filter(code=code).first()
    if indicator is None:
        raise NotFound(
            gettext_noop("The catalogue has no indicator “{code}” on {day}."), code=code, day=day.isoformat()
        )
    return indicator


def held() -> Catalogue:
    """Every version of every indicator, as texts are linked to them: with what was learned here."""
    return Catalogue(tuple(map(definition, Indicator.objects.all()))).with_synonyms(learned())


def learned() -> dict[str, dict[str, list[str]]]:
    """The phrases that were learned and not revoked, by the code of the indicator and by language."""
    found: dict[str, dict[str, list[str]]] = {}
    for synonym in Synonym.objects.filter(revoked_at__isnull=True):
        found.setdefault(synonym.indicator, {}).setdefault(synonym.language, []).append(synonym.phrase)
    return found


def synonyms_of(code: str) -> QuerySet[Synonym]:
    """Every phrase that was ever learned for an indicator, oldest first."""
    return Synonym.objects.filter(indicator=code)


def learned_from(document: str) -> dict[tuple[int, int], list[Synonym]]:
    """What was learned from a document, by the place of the figure that was decided about."""
    found: dict[tuple[int, int], list[Synonym]] = {}
    for synonym in Synonym.objects.filter(document=document):
        found.setdefault((synonym.start, synonym.end), []).append(synonym)
    return found


def synonym(key: int) -> Synonym:
    """One learned phrase; raises NotFound."""
    found = Synonym.objects.filter(pk=key).first()
    if found is None:
        raise NotFound(gettext_noop("No such phrase was learned."))
    return found


def definition(indicator: Indicator) -> IndicatorDefinition:
    """A version of an indicator as a plain value."""
    return IndicatorDefinition(
        code=indicator.code,
        names=indicator.names,
        definition=indicator.definition,
        unit_of_measure=indicator.unit_of_measure,
        aggregation=indicator.aggregation,  # type: ignore[arg-type]
        direction=indicator.direction,  # type: ignore[arg-type]
        theme=indicator.theme,
        valid_from=indicator.valid_from,
        valid_to=indicator.valid_to,
        is_growth=indicator.is_growth,
        growth_of=indicator.growth_of or None,
        weight=indicator.weight,
        part=indicator.part,
        whole=indicator.whole,
        factor=indicator.factor,
        decimals=indicator.decimals,
        synonyms={language: tuple(phrases) for language, phrases in indicator.synonyms.items()},
    )
