"""Uploading documents, and saying what they are."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from threading import BoundedSemaphore
from typing import NamedTuple

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from tongket.access.roles import Permission
from tongket.base.errors import InvalidInput, TongketError, gettext_noop
from tongket.documents import queries as documents
from tongket.intake import actions, background, queries, rules
from tongket.web import uploading
from tongket.web.gate import actor_of, page, sentence
from tongket.web.uploading import Outcome
from tongket.web.views.documents import part_at, show
from tongket.web.views.held import newest_review

# Most files are read in less time than this, and their sender is told in the answer; of the others the page asks
# again. Only so many requests wait like that, and the other threads of the server stay free for pages.
_PATIENCE = 8.0
_WAITING = BoundedSemaphore(2)


@page(Permission.RECEIVE_DOCUMENT, methods=("GET", "HEAD", "POST"))
def upload(request: HttpRequest) -> HttpResponse:
    """The page to upload on; what is sent is taken in file by file. The script sends one and asks for JSON."""
    if request.method != "POST":
        return _show(request, [])
    files = request.FILES.getlist("files")
    if not files or len(files) > rules.MAX_FILES:
        message = gettext_noop("Choose at least one file, and at most {limit} at once.")
        raise InvalidInput(message, limit=rules.MAX_FILES)
    taken = [_take(request, file) for file in files]
    until = time.monotonic() + _PATIENCE
    outcomes = [_told(request, one, until) if isinstance(one, Taken) else one for one in taken]
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"files": [outcome.as_record() for outcome in outcomes]})
    failed = any(outcome.state == "failed" for outcome in outcomes)
    return _show(request, outcomes, status=409 if failed else 200)


@page(Permission.RECEIVE_DOCUMENT)
def asked(request: HttpRequest, key: int) -> HttpResponse:
    """What has become of a file so far, as JSON."""
    return JsonResponse(uploading.outcome(queries.get(key)).as_record())


@page(Permission.RECEIVE_DOCUMENT, methods=("POST",))
def remove(request: HttpRequest, key: int) -> HttpResponse:
    """Let go of a file that could not be read."""
    actions.remove(by=actor_of(request), at=datetime.now(UTC), upload=queries.get(key))
    return redirect("upload")


class Taken(NamedTuple):
    """A file that is kept: its upload, whether that was held before, and the name that it was sent by."""

    key: int
    known: bool
    name: str


def _show(request: HttpRequest, outcomes: list[Outcome], *, status: int = 200) -> HttpResponse:
    """The page, with what became of the files that were sent, and of those that nobody has said anything about yet."""
    told = {outcome.key for outcome in outcomes}
    left = [uploading.outcome(one) for one in queries.unread() if one.pk not in told]
    content = {"limits": uploading.limits(), "waiting": queries.undescribed(), "outcomes": [*outcomes, *left]}
    return render(request, "tongket/upload.html", content, status=status)


def _take(request: HttpRequest, file: UploadedFile) -> Taken | Outcome:
    """Keep one file; what is wrong with it is told, and the others go on."""
    name = file.name or ""
    try:
        content = file.read(rules.MAX_BYTES + 1)
        kept, known = actions.receive(by=actor_of(request), at=datetime.now(UTC), name=name, content=content)
    except TongketError as error:
        shown = rules.shown_name(name)
        return Outcome(shown, "failed", sentence(error).removeprefix(f"{shown}: "))
    return Taken(kept.pk, known, name)


def _told(request: HttpRequest, taken: Taken, until: float) -> Outcome:
    """What became of a file. One that cannot be read is let go: whoever sent it is told so, and has it."""
    _wait(taken.key, until - time.monotonic())
    kept = queries.get(taken.key)
    outcome = uploading.outcome(kept, known=taken.known, name=taken.name)
    if outcome.state == "failed":
        actions.remove(by=actor_of(request), at=datetime.now(UTC), upload=kept)
        return replace(outcome, key=0)
    return outcome


def _wait(key: int, seconds: float) -> None:
    """Have an upload read, and wait for it if not too many do."""
    waits = _WAITING.acquire(blocking=False)
    try:
        background.wait_for(key, seconds=seconds if waits else 0)
    finally:
        if waits:
            _WAITING.release()


@page(Permission.RECEIVE_DOCUMENT, methods=("POST",))
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what an uploaded document is, and lead to what was read in it; else show what is wrong and what was typed."""
    document = documents.get(slug)
    typed = {name: request.POST.get(name, "") for name in uploading.FIELDS}
    try:
        received = actions.describe(
            by=actor_of(request),
            at=datetime.now(UTC),
            document=document,
            unit=newest_review().unit,
            description=uploading.description(typed),
        )
        _wait(received.pk, _PATIENCE)
        told = uploading.fault(queries.get(received.pk))
    except TongketError as error:
        told = sentence(error)
    if told:
        shown = documents.get(slug)
        return show(request, shown, part_at(shown, 0), typed=typed, told=told, status=409)
    return redirect("document", slug)
