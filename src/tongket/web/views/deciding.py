"""Deciding about what was read in a document: one claim, or several at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tongket.access.roles import Permission
from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.deciding import actions, queries
from tongket.deciding.grades import Grade
from tongket.deciding.models import Lot, Verdict
from tongket.documents import queries as documents
from tongket.documents.models import Document
from tongket.reading.models import Claim
from tongket.web import deciding
from tongket.web.deciding import Desk
from tongket.web.gate import actor_of, page, sentence
from tongket.web.highlighting import Place
from tongket.web.views.documents import part_at, show


@dataclass
class Outcome:
    """What became of a request to decide: how many claims were decided, and what is told about which claim."""

    decided: int = 0
    told: dict[int, str] = field(default_factory=dict)


@page(Permission.DECIDE_CLAIM, methods=("POST",))
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Decide, and lead back to the claim; what could not be decided is shown with all that was typed."""
    document = documents.get(slug)
    several = "several" in request.POST
    verdict = _verdict(request)
    outcome = Outcome()
    for key, seen in _claims(request, several=several):
        claim = queries.claim(key)
        if claim.document_id != document.pk:
            raise InvalidInput(gettext_noop("Claim {key} does not belong to “{slug}”."), key=key, slug=slug)
        try:
            _decide(request, claim, seen, verdict, several=several)
            outcome.decided += 1
        except TongketError as error:
            outcome.told[key] = sentence(error)
    if outcome.told:
        return _tell(request, document, outcome, several=several)
    if several:
        return _back(request, document, outcome)
    place = Place(claim.evidence.start, claim.evidence.end)
    return redirect(f"{reverse('document', args=[slug])}?at={place.start}#read-{place.anchor}")


@page(Permission.DECIDE_CLAIM, methods=("POST",))
def together(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept the figures that were shown, or undo what was accepted together, and lead back to the desk.

    Which figures are meant stands in one field, as there may be more of them than a form may have fields.
    """
    document = documents.get(slug)
    by, at = actor_of(request), datetime.now(UTC)
    try:
        if "undo" in request.POST:
            done = actions.undo_lot(by=by, at=at, lot=_lot(request, document))
        else:
            grade, shown = Grade(request.POST.get("grade", "")), request.POST.get("shown", "")
            pairs = [(int(key), int(seen)) for key, _, seen in (part.partition(":") for part in shown.split(","))]
            done = actions.accept_lot(by=by, at=at, document=document, grade=grade, shown=pairs)
    except ValueError:
        raise InvalidInput(gettext_noop("It is not clear which claim is meant. Load the page again.")) from None
    outcome = Outcome(done.decided, {key: sentence(error) for key, error in done.skipped.items()})
    if outcome.told:
        return _tell(request, document, outcome, several=True)
    return _back(request, document, outcome)


@page(Permission.RECEIVE_DOCUMENT, methods=("POST",))
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back what was said of a document, and lead to the form where it is said anew."""
    document = documents.get(slug)
    try:
        actions.reopen(by=actor_of(request), at=datetime.now(UTC), document=document)
    except TongketError as error:
        return show(request, document, part_at(document, 0), told=sentence(error), status=409)
    return redirect("document", slug)


def _back(request: HttpRequest, document: Document, outcome: Outcome) -> HttpResponse:
    """Lead back to the desk of the part that one came from."""
    address = reverse("document", args=[document.slug])
    return redirect(f"{address}?at={_position(request)}&decided={outcome.decided}#desk")


def _position(request: HttpRequest) -> int:
    """Where the part begins that one came from."""
    said = request.POST.get("at", "")
    return int(said) if re.fullmatch(r"\d{1,9}", said, re.ASCII) else 0


def _lot(request: HttpRequest, document: Document) -> Lot:
    lot = document.lots.filter(pk=int(request.POST["undo"])).first()
    if lot is None:
        raise InvalidInput(gettext_noop("It is not clear which claim is meant. Load the page again."))
    return lot


def _verdict(request: HttpRequest) -> Verdict:
    try:
        return Verdict(request.POST.get("verdict", ""))
    except ValueError:
        raise InvalidInput(gettext_noop("Choose what you decide: to accept, correct, reject or undo.")) from None


def _claims(request: HttpRequest, *, several: bool) -> list[tuple[int, int]]:
    """The claims that are meant, each with the number of decisions that its decider saw (``12:0``)."""
    try:
        pairs = [chosen.split(":") for chosen in request.POST.getlist("claim")]
        found = [(int(key), int(seen)) for key, seen in pairs]
    except ValueError:
        raise InvalidInput(gettext_noop("It is not clear which claim is meant. Load the page again.")) from None
    if not found or (not several and len(found) > 1):
        raise InvalidInput(gettext_noop("Choose the claims that you decide about."))
    return found


def _decide(request: HttpRequest, claim: Claim, seen: int, verdict: Verdict, *, several: bool) -> None:
    typed = {name: request.POST.get(name, "") for name in deciding.FIELDS}
    filled = not several and verdict in (Verdict.ACCEPT, Verdict.CORRECT) and bool(typed["number"])
    # Only what is filled in is looked at: a form that nobody changed is the claim as it was read.
    actions.decide(
        by=actor_of(request),
        at=datetime.now(UTC),
        claim=claim,
        seen=seen,
        verdict=Verdict.ACCEPT if verdict is Verdict.CORRECT and filled else verdict,
        terms=deciding.terms(typed, claim) if filled else None,
        reason=request.POST.get("reason", ""),
    )


def _tell(request: HttpRequest, document: Document, outcome: Outcome, *, several: bool) -> HttpResponse:
    """The page again, with what happened; for one claim also with everything that was typed about it."""

    def note(desks: dict[int, Desk]) -> None:
        for key, told in outcome.told.items():
            desk = desks.get(key)
            if desk is None:  # it stands in another part: what is told names it
                continue
            desk.told = told
            if "verdict" not in request.POST:
                continue
            desk.verdict = request.POST.get("verdict", "")
            desk.reason = request.POST.get("reason", "")
            if not several and request.POST.get("number"):
                desk.form = {name: request.POST.get(name, "") for name in deciding.FIELDS}

    said = gettext("Not decided, and why:") + " " + " ".join(dict.fromkeys(outcome.told.values()))
    if several:
        done = ngettext("{count} claim was decided.", "{count} claims were decided.", outcome.decided)
        said = f"{done.format(count=outcome.decided)} {said}"
    position = _position(request) if several else queries.claim(min(outcome.told)).evidence.start
    return show(request, document, part_at(document, position), told=said, at_desk=note, status=409)
