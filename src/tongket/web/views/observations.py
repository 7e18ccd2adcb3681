"""One number's whole way: sentence, claim, observation, comparison, edition."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.errors import NotFound
from tongket.base.periods import Period
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.publication import queries as editions
from tongket.publication import wording
from tongket.publication.models import Edition
from tongket.reading import queries as claims
from tongket.review import queries as reviews
from tongket.review.models import Review
from tongket.web.gate import page


@dataclass(frozen=True)
class Printed:
    """An edition that prints the number, and the note in which it says where the number is from."""

    edition: Edition
    note: int


@page(Permission.READ_PUBLISHED)
def observation(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry of the ledger, standing or corrected."""
    entry = ledger.get(seq)
    content = {
        "observation": entry,
        "claim": claims.behind(entry),
        "replaced_by": Observation.objects.filter(replaces=entry).first(),
        "review": _review(entry),
        "printed": _printed(entry),
        "newest_entry": ledger.head().count,
    }
    return render(request, "tongket/observation.html", content)


def _review(entry: Observation) -> Review | None:
    """The review in which the number is compared: that of its own period, or of the year before for a target."""
    if entry.span.frequency != "year":
        return None
    year = entry.period_start.year - (entry.measure == "target")
    try:
        return reviews.get(Period.year(year), entry.unit)
    except NotFound:
        return None


def _printed(entry: Observation) -> list[Printed]:
    found = []
    for edition in editions.every():
        text = edition.texts.filter(language=wording.language()).first()
        for note in text.tree["notes"] if text else ():
            if note["observation"] == entry.seq:
                found.append(Printed(edition, note["number"]))
    return found
