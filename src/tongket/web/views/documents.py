"""Documents as received, with everything that was read in them at its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.deciding import queries as decisions
from tongket.documents import queries as documents
from tongket.documents.models import Document
from tongket.documents.sources.places import Places
from tongket.intake import queries as intake
from tongket.intake.models import Upload
from tongket.reading import queries as claims
from tongket.web import deciding, marking, parts, uploading
from tongket.web.gate import actor_of, page
from tongket.web.highlighting import Place
from tongket.web.parts import Part
from tongket.web.views.held import newest_review


@page(Permission.READ_PUBLISHED)
def every(request: HttpRequest) -> HttpResponse:
    """All documents: those held, and those known because others cite them."""
    hidden = set(intake.undescribed().values_list("document", flat=True))
    shown = [document for document in documents.every() if document.pk not in hidden]
    return render(request, "tongket/documents.html", {"documents": shown, "counts": claims.counts()})


@page(Permission.READ_PUBLISHED)
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """One document: its text or table, marked; or who cites it when its text is not held."""
    shown = documents.get(slug)
    if _undescribed(shown) is not None:
        policy.require(actor_of(request), Permission.RECEIVE_DOCUMENT)  # nobody has looked at it yet
    return show(request, shown, _part(shown, number=_number(request, "part"), at=_number(request, "at")))


def part_at(shown: Document, position: int) -> Part:
    """The part of a document that holds a position of its text."""
    return _part(shown, at=position)


def show(
    request: HttpRequest,
    shown: Document,
    part: Part,
    *,
    typed: Mapping[str, str] | None = None,
    told: str = "",
    at_desk: Callable[[dict[int, deciding.Desk]], None] = lambda desks: None,
    status: int = 200,
) -> HttpResponse:
    """The page of a part of a document; ``typed`` is what its reader says that an uploaded one is, ``told`` what went
    wrong, and ``at_desk`` notes on the desks of the claims that they may decide about what came of that."""
    read = list(claims.within(shown, part.start, part.end))
    made = decisions.of_claims(read)
    here = [claim for claim in read if claim.evidence.start >= part.start]
    may_decide = policy.may(actor_of(request), Permission.DECIDE_CLAIM)
    desks = deciding.desks(shown, here, made) if may_decide else {}
    at_desk(desks)
    content = {
        "document": shown,
        "part": part,
        "citing": claims.citing(shown) if part.number == 1 else [],
        "claims": claims.count(shown),
        "desks": desks,
        "told": told,
        "decided": made,
        "done": _number(request, "decided"),
    }
    upload = _undescribed(shown)
    if upload is not None:
        content |= {"upload": upload, "typed": typed or uploading.proposed(upload), **uploading.choices()}
        content["unit"] = newest_review().unit
        content["told"] = told or uploading.fault(upload)
        content["being_read"] = uploading.outcome(upload) if upload.due else None
    elif may_decide and (desks or claims.waiting_in(shown)):
        opened = desks.get(_number(request, "open"))
        if opened is not None:
            opened.opened = True
        content["at_desk"] = True
        content["may_reopen"] = intake.of_document(shown) is not None and not decisions.decided_in(shown)
        content["choices"] = deciding.choices(newest_review().period)
        content["together"] = deciding.together(shown, part, made)
        content["waiting"] = claims.waiting_in(shown)
        content["waiting_here"] = sum(desk.claim.state == "open" for desk in desks.values())
        content["next_waiting"] = _next_waiting(shown, part)
    places = Places.from_record(shown.places)
    beyond = claims.evidence_beyond_claims(shown, part.start, part.end)
    corrections = shown.corrections.filter(start__lt=part.end, end__gt=part.start)
    marks = marking.marks(read, corrections, beyond, places, start=part.start)
    if _is_table(shown):
        content["table"] = marking.table(shown, marks, part)
    elif shown.text:
        content["passages"] = marking.passages(shown, marks, part)
    return render(request, "tongket/document.html", content, status=status)


def _part(shown: Document, *, number: int = 0, at: int = 0) -> Part:
    starts = parts.cut(shown.text, claims.places_of(shown), rows=_is_table(shown))
    return parts.part(starts, len(shown.text), number=number, at=at)


def _is_table(shown: Document) -> bool:
    return shown.media_type == "text/csv" and not shown.places


def _next_waiting(shown: Document, part: Part) -> str:
    """The address of the first figure that waits behind a part, or else in front of it; empty where none does."""
    found = claims.next_waiting(shown, part.end) or claims.next_waiting(shown, 0)
    if found is None or part.start <= found.start < part.end:
        return ""
    return f"?at={found.start}#read-{Place(found.start, found.end).anchor}"


def _number(request: HttpRequest, name: str) -> int:
    """A number in an address; 0 for none, and for what is none."""
    said = request.GET.get(name, "")
    return int(said) if re.fullmatch(r"\d{1,9}", said, re.ASCII) else 0


def _undescribed(document: Document) -> Upload | None:
    """The upload that a document came by, while nobody has said what document it is."""
    return intake.undescribed().filter(document=document).first()
