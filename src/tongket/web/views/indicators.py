"""Indicators: what is measured, what is known of it, and why we believe it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.publication.series import draw
from tongket.review import queries as reviews
from tongket.web import ways
from tongket.web.gate import page
from tongket.web.views.held import newest_review
from tongket.web.views.years import Theme, themes


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """All indicators by theme, each with its value of the newest year."""
    held = reviews.year(newest_review())
    grouped: list[Theme] = themes(held.scorecards, charts=False)
    return render(request, "tongket/indicators.html", {"year": held, "themes": grouped})


@page(Permission.READ_PUBLISHED)
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator in the newest reviewed year."""
    review = newest_review()
    period = Period.parse(review.period)
    measured = catalogue.get(code, day=period.last_day)
    score = reviews.scorecard(measured, review.unit, period)
    content = {
        "review": review,
        "indicator": measured,
        "score": score,
        "chart": draw(measured, score.series, width=340, height=110),
        "ways": ways.of_figures(score),
        "entries": reviews.entries(measured, review.unit),
    }
    return render(request, "tongket/indicator.html", content)
