"""The review: results, limitations and lessons, what is set for the next year, awards."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tongket.access.roles import Permission
from tongket.awards import queries as awards
from tongket.base.periods import Period
from tongket.publication import queries as editions
from tongket.review import queries as reviews
from tongket.review.models import Counted, Finding, Review
from tongket.web.gate import page
from tongket.web.known import known_of


@page(Permission.READ_PUBLISHED)
def review(request: HttpRequest, period: str) -> HttpResponse:
    """The review of a period as far as its report gives it."""
    held, known = reviews.get(Period.parse(period)), known_of(request)
    made = editions.every().filter(review=held)
    counts = list(reviews.stated_counts(held))
    given = list(awards.of(held))
    content = {
        "review": held,
        "year": reviews.year(held, known=known),
        "known": known,
        "findings": _by_kind(held),
        "counted": [count for count in counts if count.what in (Counted.LIMITATIONS, Counted.LESSONS)],
        "task_groups": [count for count in counts if count.what == Counted.TASK_GROUPS],
        "awards": given,
        "open_clauses": list(dict.fromkeys(award.ambiguity for award in given if award.ambiguity)),
        "editions": made if known is None else made.filter(made_at__lte=known),
    }
    return render(request, "tongket/review.html", content)


def _by_kind(held: Review) -> list[tuple[str, list[Finding]]]:
    kinds: dict[str, list[Finding]] = {}
    for finding in reviews.findings(held):
        kinds.setdefault(finding.kind, []).append(finding)
    return list(kinds.items())
