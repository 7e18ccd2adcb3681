"""One number's whole way: sentence, claim, observation, comparison, edition."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.base.errors import NotFound
from tongket.base.periods import Period
from tongket.deciding import queries as deciding
from tongket.ledger import queries as ledger
from tongket.ledger.models import Observation
from tongket.publication import queries as editions
from tongket.publication import wording
from tongket.reading import queries as claims
from tongket.review import queries as reviews
from tongket.review.models import Review
from tongket.web.gate import page


@page(Permission.READ_PUBLISHED)
def observation(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry of the ledger, standing or corrected."""
    entry = ledger.get(seq)
    claim = claims.behind(entry)
    content = {
        "observation": entry,
        "claim": claim,
        "decisions": deciding.of_claim(claim) if claim else [],
        "replaced_by": Observation.objects.filter(replaces=entry).first(),
        "review": _review(entry),
        "printed": editions.printing([seq], language=wording.language()).get(seq, []),
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
