"""Documents as received, with everything that was read in them at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping

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
from tongket.web import deciding, marking, uploading
from tongket.web.gate import actor_of, page
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
    may_decide = policy.may(actor_of(request), Permission.DECIDE_CLAIM)
    return show(request, shown, desks=deciding.desks(shown) if may_decide else {})


def show(
    request: HttpRequest,
    shown: Document,
    *,
    desks: Mapping[int, deciding.Desk],
    typed: Mapping[str, str] | None = None,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a document; ``desks`` are the claims that its reader may decide about, ``typed`` what they say that
    an uploaded one is, ``told`` what went wrong."""
    read, done = list(claims.of_document(shown)), request.GET.get("decided", "")
    content = {
        "document": shown,
        "citing": claims.citing(shown),
        "claims": len(read),
        "desks": desks,
        "told": told,
        "decided": decisions.of_document(shown),
        "done": int(done) if re.fullmatch(r"\d{1,6}", done, re.ASCII) else 0,
    }
    upload = _undescribed(shown)
    if upload is not None:
        content |= {"upload": upload, "typed": typed or uploading.proposed(upload), **uploading.choices()}
        content["unit"] = newest_review().unit
        content["told"] = told or uploading.fault(upload)
        content["being_read"] = uploading.outcome(upload) if upload.due else None
    if desks:
        content["choices"] = deciding.choices(newest_review().period)
        content["together"] = deciding.together(shown)
        content["waiting"] = sum(claim.state == "open" for claim in read if claim.pk in desks)
    places = Places.from_record(shown.places)
    marks = marking.marks(read, shown.corrections.all(), claims.evidence_beyond_claims(shown), places)
    if shown.media_type == "text/csv" and not places:
        content["table"] = marking.table(shown, marks)
    elif shown.text:
        content["passages"] = marking.passages(shown, marks)
    return render(request, "tongket/document.html", content, status=status)


def _undescribed(document: Document) -> Upload | None:
    """The upload that a document came by, while nobody has said what document it is."""
    return intake.undescribed().filter(document=document).first()
