"""Uploading documents, and saying what they are."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import BoundedSemaphore

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from tongket.access.roles import Permission
from tongket.base.errors import Conflict, InvalidInput, TongketError, gettext_noop
from tongket.documents import queries as documents
from tongket.intake import actions, queries, rules
from tongket.web import uploading
from tongket.web.gate import actor_of, page, sentence
from tongket.web.uploading import Outcome
from tongket.web.views.documents import show
from tongket.web.views.held import newest_review

# Reading keeps a thread of the server busy for seconds: so many files are read at once, and the other threads stay
# free for pages. Whoever comes on top is asked to send the file again; the script does so by itself.
_PLACES = BoundedSemaphore(2)


class Busy(Conflict):
    """As many files are being read as may be at once."""

    code = "tongket.busy"


@page(Permission.RECEIVE_DOCUMENT, methods=("GET", "HEAD", "POST"))
def upload(request: HttpRequest) -> HttpResponse:
    """The page to upload on; what is sent is taken in file by file. The script sends one and asks for JSON."""
    content = {"limits": uploading.limits(), "waiting": queries.undescribed()}
    if request.method != "POST":
        return render(request, "tongket/upload.html", content)
    files = request.FILES.getlist("files")
    if not files or len(files) > rules.MAX_FILES:
        message = gettext_noop("Choose at least one file, and at most {limit} at once.")
        raise InvalidInput(message, limit=rules.MAX_FILES)
    outcomes = [_take(request, file) for file in files]
    failed = any(outcome.state in ("failed", "busy") for outcome in outcomes)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"files": [outcome.as_record() for outcome in outcomes]})
    return render(request, "tongket/upload.html", {**content, "outcomes": outcomes}, status=409 if failed else 200)


def _take(request: HttpRequest, file: UploadedFile) -> Outcome:
    """Take in one file; what is wrong with it is told, and the others go on."""
    name = file.name or ""
    try:
        if not _PLACES.acquire(blocking=False):
            raise Busy(gettext_noop("Other files are being read just now. Send this one again in a moment."))
        try:
            content = file.read(rules.MAX_BYTES + 1)
            receipt = actions.upload(by=actor_of(request), at=datetime.now(UTC), name=name, content=content)
        finally:
            _PLACES.release()
    except TongketError as error:
        shown = rules.shown_name(name)
        said = sentence(error).removeprefix(f"{shown}: ")  # the name stands beside it already
        return Outcome(shown, "busy" if isinstance(error, Busy) else "failed", said)
    return uploading.outcome(name, receipt)


@page(Permission.RECEIVE_DOCUMENT, methods=("POST",))
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what an uploaded document is, and lead to what was read in it; else show what is wrong and what was typed."""
    document = documents.get(slug)
    typed = {name: request.POST.get(name, "") for name in uploading.FIELDS}
    try:
        actions.describe(
            by=actor_of(request),
            at=datetime.now(UTC),
            document=document,
            unit=newest_review().unit,
            description=uploading.description(typed),
        )
    except TongketError as error:
        return show(request, documents.get(slug), desks={}, typed=typed, told=sentence(error), status=409)
    return redirect("document", slug)
