"""Indicators: what is measured, what is known of it, and why we believe it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue import actions
from tongket.catalogue import queries as catalogue
from tongket.catalogue.models import Indicator
from tongket.deciding import queries as deciding
from tongket.formulas import queries as formulas
from tongket.publication.series import draw
from tongket.review import queries as reviews
from tongket.review.models import Review
from tongket.rollup.rules import MEANS, RATIOS, Method
from tongket.totals import queries as totals
from tongket.web import ways
from tongket.web.computing import Computation
from tongket.web.gate import actor_of, page
from tongket.web.known import known_of
from tongket.web.views.held import newest_review
from tongket.web.views.years import Theme, themes

NOTHING: Mapping[str, str | None] = MappingProxyType({})


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """All indicators by theme, each with its value of the newest year."""
    known = known_of(request)
    held = reviews.year(newest_review(), known=known)
    grouped: list[Theme] = themes(held.scorecards, charts=False)
    return render(request, "tongket/indicators.html", {"year": held, "themes": grouped, "known": known})


@page(Permission.READ_PUBLISHED)
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator in the newest reviewed year."""
    review = newest_review()
    return show(request, review, catalogue.get(code, day=Period.parse(review.period).last_day))


@page(Permission.TEACH_SYNONYM, methods=("POST",))
def revoke(request: HttpRequest, code: str) -> HttpResponse:
    """Use a learned phrase no more, and lead back to the indicator."""
    try:
        synonym = catalogue.synonym(int(request.POST.get("synonym", "")))
    except ValueError:
        raise InvalidInput(gettext_noop("Choose the phrase that is to be revoked.")) from None
    actions.revoke(by=actor_of(request), at=datetime.now(UTC), synonym=synonym)
    return redirect(f"{reverse('indicator', args=[code])}#learned")


def show(
    request: HttpRequest,
    review: Review,
    measured: Indicator,
    *,
    typed: Mapping[str, str | None] = NOTHING,
    status: int = 200,
) -> HttpResponse:
    """The page of an indicator; ``typed`` is what a decider typed who could not be followed, and why (``told``)."""
    period = Period.parse(review.period)
    known = known_of(request)
    score = reviews.scorecard(measured, review.unit, period, known=known)
    history = deciding.settlement_history(measured.code, review.unit, period.code)
    values = score.all_values
    rests = totals.rests(totals.definitions([measured.code]), measured.code, period.last_day)
    content = {
        "review": review,
        "indicator": measured,
        "rests": rests,
        "as_stated": not rests and Method(measured.aggregation) in MEANS | RATIOS,
        "score": score,
        "chart": draw(measured, score.series, width=340, height=110),
        "known": known,
        "ways": ways.of_figures(score) if known is None else [],  # editions and decisions that came later
        "entries": reviews.entries(measured, review.unit, known=known),
        "may_settle": known is None and len(values) > 1 and policy.may(actor_of(request), Permission.SETTLE_DISPUTE),
        "between": sorted(o.seq for value in values for o in value.observations),
        "computed": Computation.of(formulas.computed(measured.code, review.unit, period, known=known), measured),
        "checks": [Computation(check) for check in formulas.checks_of(measured.code, review.unit, period, known=known)],
        "history": history if known is None else history.filter(decided_at__lte=known),
        "typed": typed,
        "learned": catalogue.synonyms_of(measured.code),
        "may_teach": policy.may(actor_of(request), Permission.TEACH_SYNONYM),
    }
    return render(request, "tongket/indicator.html", content, status=status)
