"""A unit's figures in one period as its page shows them: rolled up, beside what it reports itself, and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator

from tongket.base.periods import Period
from tongket.base.quantities import Quantity
from tongket.ledger import queries as ledger
from tongket.ledger.models import Measure, Observation
from tongket.totals import cards
from tongket.totals.cards import Card
from tongket.units.models import Unit

WIDTH = 200
"""Of the longest bar, in pixels."""

MOST = 20
"""Above so many figures of a unit, one theme of them is shown at a time."""


@dataclass(frozen=True)
class Bars:
    """How long the figure, the plan and last year's figure are drawn; None where there is none."""

    actual: int
    target: int | None
    last_year: int | None


@dataclass(frozen=True)
class Own:
    """What a unit reports of itself beside the sum of its parts; ``rounding`` alone may explain a difference."""

    entry: Observation
    difference: Decimal
    rounding: bool


@dataclass(frozen=True)
class Score:
    """A card with its picture, what the unit reports of itself, and the people covered, in percent.

    ``estimated`` is the estimate on record where there is nothing more than that.
    """

    card: Card
    bars: Bars | None
    own: tuple[Own, ...]
    people_percent: int | None
    estimated: Observation | None

    @property
    def lost(self) -> int:
        """Places lost since last year; 0 where none were."""
        return max(-(self.card.view.gained or 0), 0)


def of(lives: Sequence[Unit], period: str, theme: str, page: str, *, known: datetime | None = None) -> dict[str, Any]:
    """What the page of those who bore a code needs: the periods, the one that is shown (the latest, unless asked for),
    the scores.

    Where there are more than ``MOST``, those of one theme, the first unless asked for, with all ``themes`` there are;
    of a theme that has more, one of its ``pages``.
    """
    periods = cards.periods(lives, known=known)
    if not periods:
        return {}
    shown = period if period in periods else periods[0]
    held = cards.named(lives, Period.parse(shown), known=known)
    themes = list(dict.fromkeys(held.values())) if len(held) > MOST else []
    theme = (theme if theme in themes else themes[0]) if themes else ""
    pages = Paginator([name for name, of_theme in held.items() if theme in ("", of_theme)], MOST)
    asked = pages.get_page(page)
    found = cards.scorecard(lives, Period.parse(shown), list(asked.object_list), known=known)
    scores = _scores(found, shown, known)
    return {"periods": periods, "period": shown, "themes": themes, "theme": theme, "pages": asked, "cards": scores}


def _scores(held: Sequence[Card], period: str, known: datetime | None) -> list[Score]:
    rolled = {card.unit.pk for card in held if card.rolled}
    guessed = {card.unit.pk for card in held if not card.rolled and card.view.actual.value is None}
    shown = [card.indicator.pk for card in held]
    estimated: dict[int, Observation] = {}
    if guessed:
        estimates = ledger.values_of(guessed, measure=Measure.ESTIMATE, known=known).filter(
            period=period, indicator__in=shown
        )
        estimated = {entry.indicator_id: entry for entry in estimates}
    own: dict[int, list[Observation]] = {}
    if rolled:
        for entry in ledger.values_of(rolled, known=known).filter(period=period, indicator__in=shown):
            own.setdefault(entry.indicator_id, []).append(entry)
    return [
        _score(card, own.get(card.indicator.pk, []) if card.rolled else [], estimated.get(card.indicator.pk))
        for card in held
    ]


def _score(card: Card, own: Sequence[Observation], estimated: Observation | None) -> Score:
    view = card.view
    value, coverage = view.actual.value, view.actual.coverage
    people = None
    if card.rolled and coverage.people is not None and coverage.of_people:
        people = int(100 * coverage.people / coverage.of_people)
    beside = tuple(_beside(entry, value) for entry in own) if value is not None else ()
    bars = _bars(value, view.target.value, view.last_year)
    return Score(card, bars, beside, people, estimated if value is None else None)


def _beside(entry: Observation, total: Decimal) -> Own:
    apart = entry.quantity.minus(Quantity(total))
    return Own(entry, apart.value, apart.value.copy_abs() <= apart.half_unit)


def _bars(value: Decimal | None, target: Decimal | None, last_year: Decimal | None) -> Bars | None:
    """None where there is nothing to compare, or where a bar would have no length to the right."""
    there = [figure for figure in (value, target, last_year) if figure is not None]
    if value is None or len(there) < 2 or min(there) < 0 or max(there) == 0:
        return None
    longest = max(there)

    def drawn(figure: Decimal | None) -> int | None:
        return None if figure is None else int(WIDTH * figure / longest)

    return Bars(drawn(value) or 0, drawn(target), drawn(last_year))
