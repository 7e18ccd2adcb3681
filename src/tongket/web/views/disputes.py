"""Deciding which source stands where sources differ."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tongket.access.roles import Permission
from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.base.periods import Period
from tongket.catalogue import queries as catalogue
from tongket.deciding import actions
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.web.gate import actor_of, page, sentence
from tongket.web.views.held import newest_review
from tongket.web.views.indicators import show


@page(Permission.SETTLE_DISPUTE, methods=("POST",))
def settle(request: HttpRequest, code: str) -> HttpResponse:
    """Settle a dispute or open it again, and lead back to the indicator; else show what is wrong and what was typed."""
    review = newest_review()
    period = Period.parse(review.period)
    indicator = catalogue.get(code, day=period.last_day)
    try:
        actions.settle(
            by=actor_of(request),
            at=datetime.now(UTC),
            indicator=indicator,
            unit=review.unit,
            period=period,
            seen=_number(request.POST.get("seen", "")),
            between=[_number(seq) for seq in request.POST.getlist("between")],
            chosen=_chosen(request),
            reason=request.POST.get("reason", ""),
        )
    except TongketError as error:
        typed = {"told": sentence(error), "chosen": request.POST.get("chosen"), "reason": request.POST.get("reason")}
        return show(request, review, indicator, typed=typed, status=409)
    return redirect(reverse("indicator", args=[code]) + "#now")


def _chosen(request: HttpRequest) -> Observation | None:
    chosen = request.POST.get("chosen", "")
    if not chosen:
        raise InvalidInput(gettext_noop("Choose the value that stands."))
    return None if chosen == "none" else ledger.get(_number(chosen))


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 15:
        raise InvalidInput(gettext_noop("It is not clear which entry is meant. Load the page again."))
    return int(text)
