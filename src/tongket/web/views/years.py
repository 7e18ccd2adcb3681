"""The year: what was achieved against plan, last year and peers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.periods import Period
from tongket.plan.models import Target
from tongket.publication import queries as editions
from tongket.publication.series import Drawing, draw
from tongket.review import queries as reviews
from tongket.review.models import Review
from tongket.review.queries import Scorecard, Year
from tongket.review.rules import Standing
from tongket.web.gate import page
from tongket.web.known import known_of


@dataclass(frozen=True)
class Card:
    """A scorecard with its chart, where there is a series."""

    score: Scorecard
    chart: Drawing | None


@dataclass(frozen=True)
class Theme:
    """The scorecards of one theme, in the order of the catalogue."""

    code: str
    cards: list[Card]


@dataclass(frozen=True)
class Tally:
    """How many indicators stand how: the year in one line."""

    ahead: int
    met: int
    behind: int
    differing: int
    claimed: int
    missing: int


@dataclass(frozen=True)
class Promise:
    """A target for the next year beside what is known of this one."""

    target: Target
    score: Scorecard | None


@page(Permission.READ_PUBLISHED)
def newest(request: HttpRequest) -> HttpResponse:
    """The newest year there is; a workspace without one says so."""
    review = reviews.reviews().first()
    if review is None:
        return render(request, "tongket/nothing_yet.html")
    return _show(request, review)


@page(Permission.READ_PUBLISHED)
def year(request: HttpRequest, period: str) -> HttpResponse:
    """The year of a period."""
    return _show(request, reviews.get(Period.parse(period)))


def _show(request: HttpRequest, review: Review) -> HttpResponse:
    known = known_of(request)
    held = reviews.year(review, known=known)
    made = editions.every().filter(review=review)
    by_code = {card.indicator.code: card for card in held.scorecards}
    content = {
        "review": review,
        "year": held,
        "tally": _tally(held),
        "themes": themes(card for card in held.scorecards if card.stated or card.waiting),
        "without": [card for card in held.missing if not card.waiting],
        "promises": [
            Promise(target, by_code.get(target.indicator.code))
            for target in held.next_targets
            if target.observation is not None
        ],
        "edition": (made if known is None else made.filter(made_at__lte=known)).first(),
        "known": known,
    }
    return render(request, "tongket/year.html", content)


def themes(scores: Iterable[Scorecard], *, charts: bool = True) -> list[Theme]:
    """Scorecards by theme, in the order of the catalogue."""
    grouped: dict[str, list[Card]] = {}
    for score in scores:
        chart = draw(score.indicator, score.series, width=300, height=110) if charts else None
        grouped.setdefault(score.indicator.theme, []).append(Card(score, chart))
    return [Theme(code, cards) for code, cards in grouped.items()]


def _tally(held: Year) -> Tally:
    standings = [card.standing for card in held.scorecards]
    return Tally(
        ahead=standings.count(Standing.AHEAD),
        met=standings.count(Standing.MET),
        behind=standings.count(Standing.BEHIND),
        differing=sum(card.differs for card in held.scorecards),
        claimed=sum(bool(card.waiting) and not card.stated for card in held.scorecards),
        missing=sum(not card.waiting for card in held.missing),
    )
